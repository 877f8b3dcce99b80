"""Mobile numbers of the made-up people, as whole columns: who of a set of devices can be texted.

A number is written as its digits without the plus, which fit a 64-bit integer. Bound numbers (the
device SDK binds them as account type 1002) belong to people, so two devices of one person have one
number; what calls have bound or unbound counts. numpy is loaded by what sends texts alone: most
runs never send one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, TypeVar

import numpy as np

from .people import SECOND_STEP, People
from .rules import Platform

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Devices = NDArray[np.int32]
    """Numbers of devices, ascending; half the size, and ten million fit with room to spare."""
    Indexes = NDArray[np.int64]
    """Digits of mobile numbers, ascending."""
else:
    Devices = Indexes = Any

MOBILE: Final = 1002
"""Account type of mobile numbers (tpns-rest.md 14)."""


_BLOCK_BYTES: Final = 1 << 17


def blocks(devices: int) -> Iterator[Devices]:
    """The devices in a set as in ``bits``, a million or fewer at a time."""
    packed = np.frombuffer(devices.to_bytes(devices.bit_length() // 8 + 1, "little"), np.uint8)
    for at in range(0, len(packed), _BLOCK_BYTES):
        some = np.unpackbits(packed[at : at + _BLOCK_BYTES], bitorder="little")
        yield (np.flatnonzero(some) + at * 8).astype(np.int32)


def indexes(devices: int) -> Devices:
    """The devices in a set as in ``bits``."""
    return np.concatenate(list(blocks(devices)))


Column = TypeVar("Column", "Devices", "Indexes")


def distinct(values: Column) -> Column:
    """Each value once, ascending."""
    ordered: Column = np.sort(values)
    once: Column = ordered[
        np.concatenate((ordered[:1] == ordered[:1], ordered[1:] != ordered[:-1]))
    ]
    return once


def numbers_of(
    devices: Devices, platform: Platform, people: People, *, each_device: bool = False
) -> Indexes:
    """The mobile numbers of these devices, each once or as often as it has devices."""
    changed = people.put_on(platform, MOBILE)
    put = [
        int(account.removeprefix("+"))
        for device, accounts in changed.items()
        if (at := devices.searchsorted(device)) < len(devices) and devices[at] == device
        for account in accounts
        if account.removeprefix("+").isdecimal()
    ]
    if changed:
        devices = devices[~np.isin(devices, list(changed))]
    first_seam, second_seam = people.seams(platform)
    seconds = devices[(devices >= first_seam) & (devices < second_seam)]
    firsts = np.concatenate([devices[devices < first_seam], (seconds - first_seam) * SECOND_STEP])
    if platform == "android":
        persons = firsts
    else:
        beyond = people.seams("android")[0] - people.on_both
        persons = np.where(firsts < people.on_both, firsts, firsts + beyond)
    having, first_number = people.numbering(MOBILE)
    persons = persons[persons % 10 < having]
    persons = np.sort(persons) if each_device else distinct(persons)
    numbers = persons.astype(np.int64) + first_number
    if not put:
        return numbers
    numbers = np.sort(np.concatenate((numbers, np.array(put, np.int64))))
    return numbers if each_device else distinct(numbers)
