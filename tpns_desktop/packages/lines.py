"""Bytes of a text, cut into blocks of whole rows that end in LF and are UTF-8, and what was met.

Owns marks, line ends, other encodings and NUL; what a row may hold is ``scan``'s.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from typing import Final

from tpns_desktop.packages.verdict import Refusal

ROW_BYTES_MAX: Final = 4096
"""A row longer than this is no row: nothing more of it is read."""

_UTF32: Final = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class NotUtf8(Exception):
    """A block is not UTF-8 from ``offset`` on (bytes from its beginning)."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


class Lines:
    """Iterate once for the blocks; then the attributes tell what the text was like.

    Raises Refusal; ``longline`` is about the row that follows the rows of the blocks so far.
    """

    def __init__(self, blocks: Iterable[bytes], encoding: str = "utf-8") -> None:
        """``encoding``: ``utf-8``, or the one that the text is read in instead."""
        self._blocks = iter(blocks)
        self._encoding = encoding
        self.bom = False
        self.utf16 = False
        self.crlf = 0
        """Rows that end in CRLF."""
        self.cr = 0
        """Rows that end in CR alone."""

    def __iter__(self) -> Iterator[bytes]:
        carry = b""
        for piece in self._with_line_feeds(self._decoded(self._blocks)):
            cut = piece.rfind(b"\n") + 1
            if not cut:
                whole, carry = b"", carry + piece
            else:
                # One copy of the block, not two.
                whole = b"".join((carry, memoryview(piece)[:cut]))
                carry = piece[cut:]
            if len(carry) > ROW_BYTES_MAX:
                if whole:
                    yield whole
                raise Refusal("longline")
            if whole:
                yield whole
        if carry:
            yield carry + b"\n"

    def _decoded(self, blocks: Iterator[bytes]) -> Iterator[bytes]:
        first = next(blocks, b"")
        while len(first) < 4 and (more := next(blocks, b"")):
            first += more
        if first.startswith(_UTF32):
            raise Refusal("utf16", kind="utf-32")
        self.utf16 = first.startswith(_UTF16)
        self.bom = first.startswith(codecs.BOM_UTF8)
        encoding = "utf-16" if self.utf16 else self._encoding
        if encoding == "utf-8":
            yield from _without_nul(first, blocks, len(codecs.BOM_UTF8) if self.bom else 0)
            return
        decode = codecs.getincrementaldecoder(encoding)().decode
        try:
            yield decode(first).encode()
            for block in blocks:
                yield decode(block).encode()
            yield decode(b"", True).encode()
        except UnicodeError:
            raise Refusal("utf16" if self.utf16 else "encoding") from None

    def _with_line_feeds(self, blocks: Iterator[bytes]) -> Iterator[bytes]:
        waiting = b""
        for block in blocks:
            if waiting or b"\r" in block:
                block = waiting + block
                # Its LF may be the first byte of the next block.
                waiting = b"\r" if block.endswith(b"\r") else b""
                block = block[: len(block) - len(waiting)]
                block = self._unified(block)
            yield block
        if waiting:
            yield self._unified(waiting)

    def _unified(self, block: bytes) -> bytes:
        both = block.count(b"\r\n")
        alone = block.count(b"\r") - both
        self.crlf += both
        self.cr += alone
        block = block.replace(b"\r\n", b"\n") if both else block
        return block.replace(b"\r", b"\n") if alone else block


def _without_nul(first: bytes, blocks: Iterator[bytes], skip: int) -> Iterator[bytes]:
    offset = 0
    block = first
    while block:
        place = block.find(b"\0")
        if place >= 0:
            # Every second byte NUL: UTF-16 that does not say so.
            head = first[:1024]
            hint = head.count(0) * 3 > len(head)
            raise Refusal("nul", offset=offset + place, kind="utf-16" if hint else "")
        offset += len(block)
        yield block[skip:] if skip else block
        skip = 0
        block = next(blocks, b"")
