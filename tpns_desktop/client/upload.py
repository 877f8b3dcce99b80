"""The body of an upload: one file as ``multipart/form-data``, written block by block.

Owns the form's own bytes, its exact length and what a file's name may look like; the file is never
in memory as a whole. Written by hand: httpx's own form wants the whole file or an open one that it
reads in the event loop, and could not stop a copy that proves to be altered at its last block.

Sources: tpns-rest.md 6 (part ``file``), RFC 7578 4.2 and 5.1 (names in UTF-8, as browsers write
them), hostile-packages.md A08 and E10.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import threading
import unicodedata
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterator
from typing import Final

from tpns_desktop.client.errors import NotSent

STALL_S: Final = 120.0
"""Longest wait for the service to take one more piece; 1 MiB in it are 8.7 KB/s."""
READ_S: Final = 120.0
"""Longest silence once everything is out: the service reads millions of lines first."""
DEADLINE_S: Final = 3600.0
"""For an upload as a whole; 100 MiB in it are 29 KB/s."""

NAME_LENGTH_MAX: Final = 100
"""Characters of a file's name (tpns-rest.md 6)."""

_PIECE: Final = 1024 * 1024
"""Most bytes of one write, so that the stall time-out and the progress mean something. As large as
the blocks of a private copy, which then need not be cut, that is copied."""
_BREAKS_QUOTES: Final = frozenset('"\\')

Blocks = AsyncIterator[bytes] | Iterator[bytes]
"""A file's content in order. A plain iterator is read on a thread, one block ahead."""


class Stopped(Exception):
    """The body ends here, unfinished; `FileBody.failure` says why."""


def name_problem(name: str) -> str:
    """What keeps a file's name out of a header: ``length``, ``character`` or nothing.

    Quotes and backslashes would end the quoted text early or be read in two ways, line ends and
    other control characters could begin a header of their own.
    """
    if not 1 <= len(name) <= NAME_LENGTH_MAX:
        return "length"
    unfit = any(c in _BREAKS_QUOTES or _is_control(c) for c in name)
    return "character" if unfit else ""


def _is_control(character: str) -> bool:
    # Cs: half a surrogate pair, which UTF-8 cannot hold.
    return unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")


def _pieces(block: bytes) -> Iterator[bytes]:
    if len(block) <= _PIECE:
        if block:
            yield block
        return
    for start in range(0, len(block), _PIECE):
        yield block[start : start + _PIECE]


class FileBody:
    """One file as a form, for exactly one request. An asynchronous iterable of bytes.

    `size_bytes` is what `blocks` come to; `progress` gets the bytes of the file that were handed
    over so far. Raises `NotSent` ("bad_file_name").
    """

    content_type: str
    """With the boundary."""
    length: int
    """Of the whole form, in bytes."""
    complete: bool
    """Whether every byte of the form was handed over."""
    failure: Exception | None
    """What `blocks` or `progress` raised, or a ``ValueError`` if `blocks` came to another size."""

    def __init__(
        self,
        name: str,
        size_bytes: int,
        blocks: Blocks,
        progress: Callable[[int], None] | None = None,
    ) -> None:
        if name_problem(name):
            raise NotSent("bad_file_name")
        if size_bytes < 0:
            raise ValueError("size_bytes is the number of bytes in blocks")
        boundary = os.urandom(16).hex()
        self._head = (
            f"--{boundary}\r\n"
            f'Content-Disposition: form-data; name="file"; filename="{name}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n"
        ).encode()
        self._tail = f"\r\n--{boundary}--\r\n".encode()
        self.content_type = f"multipart/form-data; boundary={boundary}"
        self.length = len(self._head) + size_bytes + len(self._tail)
        self.complete = False
        self.failure = None
        self._size_bytes = size_bytes
        self._blocks = blocks
        self._progress = progress
        self._sent = 0
        self._ahead: _Ahead | None = None

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            yield self._head
            while (block := await self._next()) is not None:
                # Before it is written: a form with one byte too many is another form.
                if self._sent + len(block) > self._size_bytes:
                    raise ValueError("blocks come to more than size_bytes")
                for piece in _pieces(block):
                    yield piece
                    self._sent += len(piece)
                    if self._progress is not None:
                        self._progress(self._sent)
            if self._sent != self._size_bytes:
                raise ValueError("blocks come to less than size_bytes")
        except Exception as error:
            # Kept here, where its frames are this file's and the caller's: further out it would
            # pass through those that hold the headers.
            self.failure = error
        if self.failure is not None:
            raise Stopped
        yield self._tail
        # Only once the last write is over does anybody come back here.
        self.complete = True

    async def aclose(self) -> None:
        """Let go of `blocks`. A block that is being read is not waited for."""
        if isinstance(self._blocks, AsyncGenerator):
            await self._blocks.aclose()
        elif self._ahead is not None:
            self._ahead.close()
        elif isinstance(self._blocks, Generator):
            self._blocks.close()

    async def _next(self) -> bytes | None:
        if isinstance(self._blocks, AsyncIterator):
            return await anext(self._blocks, None)
        if self._ahead is None:
            self._ahead = _Ahead(self._blocks)
        return await self._ahead.next()


class _Ahead:
    """A plain iterator, read on a thread of its own, one block ahead of who asks.

    One thread for all blocks and not a call of the executor for each: such calls cost a fifth of
    an upload's time. More blocks ahead are slower: they are no longer in the processor's cache.
    """

    def __init__(self, blocks: Iterator[bytes]) -> None:
        self._blocks = blocks
        self._loop = asyncio.get_running_loop()
        self._read: deque[bytes | BaseException | None] = deque()
        self._room = threading.Semaphore(1)
        self._asked: asyncio.Future[None] | None = None
        self._closed = False
        # A daemon: a block that never comes must not keep the program from ending.
        threading.Thread(target=self._run, name="upload", daemon=True).start()

    async def next(self) -> bytes | None:
        """The next block, None after the last. Raises what the iterator raised."""
        while not self._read:
            self._asked = self._loop.create_future()
            # Looked at once more: a block that came in between has told nobody.
            if not self._read:
                await self._asked
            self._asked = None
        block = self._read.popleft()
        if isinstance(block, BaseException):
            raise block
        self._room.release()
        return block

    def close(self) -> None:
        """Read no further. The iterator is closed once the block under way has come."""
        self._closed = True
        self._room.release()

    def _run(self) -> None:
        try:
            for block in self._blocks:
                self._tell(block)
                self._room.acquire()
                if self._closed:
                    return
            self._tell(None)
        except BaseException as error:
            self._tell(error)
        finally:
            if isinstance(self._blocks, Generator):
                self._blocks.close()

    def _tell(self, read: bytes | BaseException | None) -> None:
        self._read.append(read)
        if self._asked is not None:
            # The loop may have ended with nobody interested any more.
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        if self._asked is not None and not self._asked.done():
            self._asked.set_result(None)
