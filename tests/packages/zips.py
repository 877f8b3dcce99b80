"""Builds zips byte by byte, so that every field can lie."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Part:
    """One entry. What is None is filled in truthfully; ``local_…`` is what its own header says."""

    name: bytes = b"a.txt"
    text: bytes = b"alice01\nbob_0002\n"
    method: int = 8
    flags: int = 0
    crc: int | None = None
    size: int | None = None
    packed: int | None = None
    offset: int | None = None
    mode: int = 0o100644
    extra: bytes = b""
    local_extra: bytes = b""
    local_name: bytes | None = None
    local_size: int | None = None
    local_method: int | None = None
    descriptor: bytes | None = None
    """Written behind the data, with the flag set and zeros in the header."""

    def data(self) -> bytes:
        if self.method != 8:
            return self.text
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        return packer.compress(self.text) + packer.flush()


@dataclass
class Zip:
    """A whole file; ``end`` overrides fields of the end record."""

    parts: list[Part] = field(default_factory=lambda: [Part()])
    comment: bytes = b""
    before: bytes = b""
    after: bytes = b""
    before_end: bytes = b""
    end: dict[str, Any] = field(default_factory=dict)

    def bytes(self) -> bytes:
        out = bytearray(self.before)
        listed = bytearray()
        for part in self.parts:
            data = part.data()
            crc = zlib.crc32(part.text) if part.crc is None else part.crc
            size = len(part.text) if part.size is None else part.size
            packed = len(data) if part.packed is None else part.packed
            offset = len(out) if part.offset is None else part.offset
            flags = part.flags | (8 if part.descriptor is not None else 0)
            own = (
                (0, 0, 0)
                if part.descriptor is not None
                else (crc, packed, size if part.local_size is None else part.local_size)
            )
            name = part.name if part.local_name is None else part.local_name
            method = part.method if part.local_method is None else part.local_method
            out += struct.pack(
                "<4s5H3L2H",
                b"PK\x03\x04",
                20,
                flags,
                method,
                0,
                33,
                *own,
                len(name),
                len(part.local_extra),
            )
            out += name + part.local_extra + data
            if part.descriptor is not None:
                out += part.descriptor + struct.pack("<3L", crc, packed, size)
            listed += struct.pack(
                "<4s6H3L5H2L",
                b"PK\x01\x02",
                0x314,
                20,
                flags,
                part.method,
                0,
                33,
                crc,
                packed,
                size,
                len(part.name),
                len(part.extra),
                0,
                0,
                0,
                part.mode << 16,
                offset,
            )
            listed += part.name + part.extra
        count = len(self.parts)
        end = {
            "disk": 0,
            "first_disk": 0,
            "here": count,
            "count": count,
            "length": len(listed),
            "offset": len(out),
        } | self.end
        out += listed + self.before_end
        out += struct.pack(
            "<4s4H2LH",
            b"PK\x05\x06",
            end["disk"],
            end["first_disk"],
            end["here"],
            end["count"],
            end["length"],
            end["offset"],
            len(self.comment),
        )
        return bytes(out + self.comment + self.after)


def zipped(**fields: Any) -> bytes:
    """A zip of one entry with these fields."""
    return Zip([Part(**fields)]).bytes()
