"""Sets of devices as whole numbers: bit *i* stands for device *i*.

Python's big integers make fast sets: joining two sets of 200,000 devices takes microseconds and
25 KB. Owns the ways in and out; what a set means is the caller's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def where(column: bytes | bytearray, codes: Iterable[int]) -> int:
    """The devices whose value in ``column`` (one byte a device) is one of ``codes``."""
    wanted = list(codes)
    if not column or not wanted:
        return 0
    table = bytearray(b"0" * 256)
    for code in wanted:
        table[code] = 0x31
    # Parsing a text of binary digits is linear in C; the text reads from the highest bit down.
    return int(column.translate(bytes(table))[::-1], 2)


def everyone(count: int) -> int:
    """All of ``count`` devices."""
    return (1 << count) - 1


def of_indexes(indexes: Iterable[int], count: int) -> int:
    """The devices with these numbers, each below ``count``."""
    packed = bytearray(count // 8 + 1)
    for index in indexes:
        packed[index >> 3] |= 1 << (index & 7)
    return int.from_bytes(packed, "little")


def indexes(devices: int) -> Iterator[int]:
    """The numbers in a set, ascending."""
    packed = devices.to_bytes(devices.bit_length() // 8 + 1, "little")
    for position, byte in enumerate(packed):
        if byte:
            for bit in range(8):
                if byte >> bit & 1:
                    yield position * 8 + bit


def has(devices: int, index: int) -> bool:
    """Whether a device is in the set."""
    return bool(devices >> index & 1)
