"""What a text that is not UTF-8 may be: offered to a person with a preview, never assumed."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from typing import Final

CANDIDATES: Final = ("gb18030",)
"""Encodings that can be converted; GB18030 reads everything that GBK and GB2312 wrote."""

_HIGH_RUN: Final = re.compile(rb"[\x80-\xff]+")
# Every sequence has the shape of UTF-8, right or wrong (overlong, surrogates, cut at the end).
_UTF8_SHAPED: Final = re.compile(
    rb"(?:[\xc0-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf7][\x80-\xbf]{3})*"
    rb"(?:[\xc0-\xf7][\x80-\xbf]{0,2})?\Z"
)
_SAMPLE: Final = 1 << 20
_COMMON: Final = 0.7
"""Share of the pairs that have to lie in the plane of common characters (GB2312)."""


def guess(blocks: Iterable[bytes], offset: int) -> str | None:
    """An encoding of ``CANDIDATES`` in which the whole text makes sense, or None.

    ``offset``: of the first byte that is no UTF-8. ``blocks``: the text from its beginning.
    """
    sample = bytearray()
    start = max(0, offset - 4096)
    decoder = codecs.getincrementaldecoder("gb18030")()
    seen = 0
    try:
        for block in blocks:
            decoder.decode(block)
            if seen + len(block) > start and len(sample) < _SAMPLE:
                sample += block[max(0, start - seen) :]
            seen += len(block)
        decoder.decode(b"", True)
    except UnicodeDecodeError:
        return None
    runs = _HIGH_RUN.findall(bytes(sample))
    if all(_UTF8_SHAPED.match(run) for run in runs):
        return None
    return "gb18030" if _reads_as_chinese(bytes(sample)) else None


def _reads_as_chinese(sample: bytes) -> bool:
    """Whether most of what is not ASCII are common characters; Latin-1 gives rare ones."""
    text = sample.decode("gb18030", errors="ignore")
    foreign = [c for c in text if c > "\x7f"]
    common = 0
    for character in foreign:
        coded = character.encode("gb18030")
        common += len(coded) == 2 and coded[0] >= 0xA1 and coded[1] >= 0xA1
    return bool(foreign) and common >= _COMMON * len(foreign)
