"""Blocks got and worked on ahead of who waits for them, on threads of their own, in their order."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import Final, Generic, TypeVar

THREADS: Final = 2

Block = TypeVar("Block")
Done = TypeVar("Done")


def ahead(work: Callable[[Block], Done], blocks: Iterable[Block]) -> Iterator[Done]:
    """Give ``work`` of each block. At most ``THREADS`` wait, so memory stays bounded.

    What reading the blocks raises comes after the results of the blocks before it.
    """
    waiting: deque[Future[Done]] = deque()
    reading = iter(blocks)
    ended: Exception | None = None
    with ThreadPoolExecutor(THREADS) as pool:
        while ended is None or waiting:
            if ended is None:
                try:
                    waiting.append(pool.submit(work, next(reading)))
                except StopIteration as end:
                    ended = end
                except Exception as error:
                    ended = error
            if waiting and (ended is not None or len(waiting) > THREADS):
                yield waiting.popleft().result()
    if not isinstance(ended, StopIteration):
        assert ended is not None
        raise ended


class Begun(Generic[Block]):
    """Blocks that a thread gets from now on, ``most`` ahead. Iterate once, then ``close``."""

    def __init__(self, blocks: Iterable[Block], most: int) -> None:
        """``blocks`` are not touched by anyone else before ``close`` has returned."""
        self._blocks = blocks
        self._room = threading.Semaphore(most)
        self._got: SimpleQueue[tuple[Block] | Exception | None] = SimpleQueue()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="blocks", daemon=True)
        self._thread.start()

    def __iter__(self) -> Iterator[Block]:
        """Give the blocks. Raises what getting them raised, after the blocks before it."""
        while got := self._got.get():
            if isinstance(got, Exception):
                raise got
            self._room.release()
            yield got[0]

    def close(self) -> None:
        """Get no more, and wait until the thread has ended."""
        self._closed = True
        self._room.release()
        self._thread.join()

    def _run(self) -> None:
        try:
            for block in self._blocks:
                self._room.acquire()
                if self._closed:
                    return
                self._got.put((block,))
            self._got.put(None)
        except Exception as error:
            self._got.put(error)
