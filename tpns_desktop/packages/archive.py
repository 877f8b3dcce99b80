"""The one text file inside a zip, read as a stream; nothing is ever unpacked to the disk.

The layout is checked before anything is inflated: one entry (or one beside what a Mac adds), its
header at the first byte, the directory right behind its data, the end record right behind the
directory, nothing after it. That makes overlapping entries and hidden second archives impossible
(sending.md 5, hostile packages Z). Every offence is a ``Refusal``.
"""

from __future__ import annotations

import stat
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from tpns_desktop.packages import names
from tpns_desktop.packages.verdict import Refusal, escaped

UNPACKED_MAX: Final = 1 << 30
"""Bytes of text that a zip may hold."""
RATIO_MAX: Final = 100
RATIO_FROM: Final = 50 << 20
"""Packed tighter than ``RATIO_MAX`` to one is refused once this much has come out."""
WALKED_MAX: Final = 100
"""Entries beyond which the directory is not even read."""

_CHUNK: Final = 1 << 19
_END: Final = struct.Struct("<4s4H2LH")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_END_MARK: Final = b"PK\x05\x06"
_ZIP64_MARK: Final = b"PK\x06\x07"
_ENCRYPTED: Final = 0x0001 | 0x0040 | 0x2000
_DESCRIPTOR: Final = 0x0008
_UTF8: Final = 0x0800
_STORED, _DEFLATED, _AES = 0, 8, 99
_OTHERS: Final = ((b"Rar!", "rar"), (b"7z\xbc\xaf\x27\x1c", "7z"), (b"\x1f\x8b", "gzip"))


@dataclass(frozen=True, slots=True)
class Entry:
    """The text file in a zip."""

    name: str
    method: int
    crc: int
    packed: int
    """Bytes of compressed data."""
    size: int
    """Bytes that come out, as declared."""
    start: int
    """Offset of the data in the file."""
    fix: str = ""
    """Why the zip has to be packed anew all the same: ``entries`` or ``folder``."""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Listed:
    """One line of the directory, with what the entry's own header adds."""

    raw_name: bytes
    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    mode: int
    extra: bytes


def open_entry(file: BinaryIO, size: int) -> Entry:
    """Find the text file in the zip ``file`` of ``size`` bytes. Raises Refusal."""
    end_at, count, listed_at = _end_record(file, size)
    if count == 0:
        raise Refusal("noentry")
    if count > WALKED_MAX:
        raise Refusal("entries", count=count)
    listed = _directory(file, listed_at, end_at, count)
    chosen, fix = _choose(listed)
    _check(chosen)
    entry = _located(file, chosen, listed, listed_at)
    plain = names.base(chosen.name)
    notes = () if chosen.raw_name.isascii() or chosen.flags & _UTF8 else ("entry-encoding",)
    return Entry(plain, chosen.method, chosen.crc, chosen.packed, chosen.size, entry, fix, notes)


def stream(file: BinaryIO, entry: Entry, *, unpacked_max: int = UNPACKED_MAX) -> Iterator[bytes]:
    """Give the text in blocks of at most 512 KiB.

    Raises Refusal: ``damaged`` for what does not come out as declared, ``bomb`` for what grows too
    much.
    """
    file.seek(entry.start)
    crc = came = read = 0
    inflate = zlib.decompressobj(-15) if entry.method == _DEFLATED else None
    waiting = b""
    while True:
        if not waiting and read < entry.packed:
            waiting = file.read(min(_CHUNK, entry.packed - read))
            if not waiting:
                raise Refusal("damaged")
            read += len(waiting)
        if inflate is None:
            block, waiting = waiting, b""
        else:
            try:
                block = inflate.decompress(waiting, _CHUNK)
            except zlib.error:
                raise Refusal("damaged") from None
            waiting = inflate.unconsumed_tail
        came += len(block)
        crc = zlib.crc32(block, crc)
        if came > unpacked_max:
            raise Refusal("bomb", size_bytes=came)
        if came > entry.size:
            raise Refusal("damaged")  # more than was declared
        if came > RATIO_FROM and came > RATIO_MAX * max(1, read):
            raise Refusal("bomb", size_bytes=came)
        if block:
            yield block
        elif not waiting and read >= entry.packed:
            break
    whole = inflate is None or (inflate.eof and not inflate.unused_data)
    if not whole or came != entry.size or crc != entry.crc:
        raise Refusal("damaged")


def _end_record(file: BinaryIO, size: int) -> tuple[int, int, int]:
    """Offset of the end record, number of entries, offset of the directory."""
    head = _read(file, 0, 8)
    for mark, kind in _OTHERS:
        if head.startswith(mark):
            raise Refusal("notzip", kind=kind)
    tail_at = max(0, size - _END.size - 0xFFFF)
    tail = _read(file, tail_at, size - tail_at)
    if not head.startswith((b"PK\x03\x04", _END_MARK)):
        raise Refusal("notzip")
    seen, layout = False, False
    place = tail.rfind(_END_MARK)
    while place >= 0:
        seen = True
        if place + _END.size <= len(tail):
            fields = _END.unpack_from(tail, place)
            _, disk, first_disk, here, count, length, offset, comment = fields
            if tail_at + place + _END.size + comment == size:
                layout = True
                if offset + length == tail_at + place:
                    _check_end(tail, place, disk, first_disk, here, count)
                    return tail_at + place, count, offset
                if 0xFFFFFFFF in (offset, length) or count == 0xFFFF:
                    raise Refusal("zip64")
        place = tail.rfind(_END_MARK, 0, place)
    if layout:
        raise Refusal("layout")
    raise Refusal("trailing" if seen else "damaged")


def _check_end(tail: bytes, place: int, disk: int, first_disk: int, here: int, count: int) -> None:
    if count == 0xFFFF or tail[max(0, place - 20) : place].startswith(_ZIP64_MARK):
        raise Refusal("zip64")
    if disk or first_disk:
        raise Refusal("multidisk")
    if here != count:
        raise Refusal("damaged")


def _directory(file: BinaryIO, listed_at: int, end_at: int, count: int) -> list[_Listed]:
    data = _read(file, listed_at, end_at - listed_at)
    listed, place = [], 0
    for _ in range(count):
        if place + _CENTRAL.size > len(data) or data[place : place + 4] != b"PK\x01\x02":
            raise Refusal("damaged")
        fields = _CENTRAL.unpack_from(data, place)
        flags, method, crc, packed, size = fields[3], fields[4], *fields[7:10]
        name_len, extra_len, comment_len, disk = fields[10:14]
        mode, offset = fields[15] >> 16, fields[16]
        at = place + _CENTRAL.size
        place = at + name_len + extra_len + comment_len
        if place > len(data):
            raise Refusal("damaged")
        if disk:
            raise Refusal("multidisk")
        raw = data[at : at + name_len]
        extra = data[at + name_len : at + name_len + extra_len]
        if 0xFFFFFFFF in (packed, size, offset) or _has_zip64(extra):
            raise Refusal("zip64")
        name = _decoded(raw, flags)
        listed.append(_Listed(raw, name, flags, method, crc, packed, size, offset, mode, extra))
    if place != len(data):
        more = data[place : place + 4] == b"PK\x01\x02"
        raise Refusal("entries" if more else "layout")
    return listed


def _choose(listed: list[_Listed]) -> tuple[_Listed, str]:
    """The text file among the entries, and why the zip has to be packed anew."""
    real = [entry for entry in listed if not names.is_ballast(entry.name)]
    if len(real) > 1:
        shown = [escaped(entry.name) for entry in real[:10]]
        raise Refusal("entries", count=len(real), names=shown)
    if not real:
        folders = any(entry.name.endswith(("/", "\\")) for entry in listed)
        raise Refusal("folder" if folders else "noentry")
    chosen = real[0]
    trouble = names.entry_trouble(chosen.name, chosen.raw_name)
    if trouble:
        raise Refusal(trouble, names=[escaped(chosen.name)])
    if len(listed) > 1:
        return chosen, "entries"
    return chosen, "folder" if "/" in chosen.name else ""


def _check(entry: _Listed) -> None:
    if entry.flags & _ENCRYPTED or entry.method == _AES:
        raise Refusal("encrypted")
    if stat.S_ISLNK(entry.mode):
        raise Refusal("zlink")
    if entry.method not in (_STORED, _DEFLATED):
        raise Refusal("method", method=entry.method)
    if entry.size > UNPACKED_MAX:
        raise Refusal("bomb", size_bytes=entry.size)
    if entry.method == _STORED and entry.packed != entry.size:
        raise Refusal("damaged")
    if entry.size == 0:
        raise Refusal("empty")


def _located(file: BinaryIO, chosen: _Listed, listed: list[_Listed], listed_at: int) -> int:
    """Where the chosen entry's data begins; every entry has to lie exactly behind the last."""
    place, start = 0, -1
    for entry in sorted(listed, key=lambda e: e.offset):
        if entry.offset != place:
            raise Refusal("layout")
        data_at = _header(file, entry)
        if entry is chosen:
            start = data_at
        place = data_at + entry.packed
        if entry.flags & _DESCRIPTOR:
            place += _descriptor(file, entry, place)
        if place > listed_at:
            raise Refusal("damaged")
    if place != listed_at:
        raise Refusal("layout")
    return start


def _header(file: BinaryIO, entry: _Listed) -> int:
    """Compare an entry's own header with the directory; gives where its data begins."""
    head = _read(file, entry.offset, _LOCAL.size)
    if len(head) < _LOCAL.size or head[:4] != b"PK\x03\x04":
        raise Refusal("damaged")
    fields = _LOCAL.unpack(head)
    flags, method, crc, packed, size, name_len, extra_len = fields[2], fields[3], *fields[6:]
    rest = _read(file, entry.offset + _LOCAL.size, name_len + extra_len)
    if _has_zip64(rest[name_len:]):
        raise Refusal("zip64")
    if rest[:name_len] != entry.raw_name or (flags, method) != (entry.flags, entry.method):
        raise Refusal("damaged")
    declared = (entry.crc, entry.packed, entry.size)
    # A streaming tool did not know them yet, and wrote them behind the data.
    later = bool(flags & _DESCRIPTOR) and (crc, packed, size) == (0, 0, 0)
    if (crc, packed, size) != declared and not later:
        raise Refusal("damaged")
    data_at: int = entry.offset + _LOCAL.size + name_len + extra_len
    return data_at


def _descriptor(file: BinaryIO, entry: _Listed, at: int) -> int:
    said = struct.pack("<3L", entry.crc, entry.packed, entry.size)
    found = _read(file, at, 16)
    if found == b"PK\x07\x08" + said:
        return 16
    if found[:12] == said:
        return 12
    raise Refusal("damaged")


def _has_zip64(extra: bytes) -> bool:
    place = 0
    while place + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, place)
        if kind == 0x0001:
            return True
        place += 4 + length
    return False


def _decoded(raw: bytes, flags: int) -> str:
    for encoding in ("utf-8",) if flags & _UTF8 else ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("cp437")


def _read(file: BinaryIO, at: int, count: int) -> bytes:
    file.seek(at)
    return file.read(count)
