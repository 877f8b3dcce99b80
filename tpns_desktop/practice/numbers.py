"""Mobile numbers of the made-up people, as whole columns: who of a set of devices can be texted.

A number is written as its digits without the plus, which fit a 64-bit integer. Bound numbers (the
device SDK binds them as account type 1002) belong to people, so two devices of one person have one
number; what calls have bound or unbound counts. numpy is loaded by what sends texts alone: most
runs never send one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from .people import SECOND_STEP, People
from .rules import Platform

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Indexes = NDArray[np.int64]
    """Numbers of devices, or digits of mobile numbers, ascending."""
else:
    Indexes = Any

MOBILE: Final = 1002
"""Account type of mobile numbers (tpns-rest.md 14)."""


def indexes(devices: int) -> Indexes:
    """The devices in a set as in ``bits``."""
    packed = np.frombuffer(devices.to_bytes(devices.bit_length() // 8 + 1, "little"), np.uint8)
    return np.flatnonzero(np.unpackbits(packed, bitorder="little")).astype(np.int64)


def distinct(values: Indexes) -> Indexes:
    """Each value once, ascending."""
    ordered: Indexes = np.sort(values)
    once: Indexes = ordered[
        np.concatenate((ordered[:1] == ordered[:1], ordered[1:] != ordered[:-1]))
    ]
    return once


def numbers_of(devices: Indexes, platform: Platform, people: People) -> Indexes:
    """The mobile numbers of these devices, each once."""
    changed = people.put_on(platform, MOBILE)
    put = [
        int(account.removeprefix("+"))
        for device, accounts in changed.items()
        if (at := devices.searchsorted(device)) < len(devices) and devices[at] == device
        for account in accounts
        if account.removeprefix("+").isdecimal()
    ]
    devices = devices[~np.isin(devices, list(changed))]
    first_seam, second_seam = people.seams(platform)
    seconds = devices[(devices >= first_seam) & (devices < second_seam)]
    firsts = np.concatenate([devices[devices < first_seam], (seconds - first_seam) * SECOND_STEP])
    if platform == "android":
        persons = firsts
    else:
        beyond = people.seams("android")[0] - people.on_both
        persons = np.where(firsts < people.on_both, firsts, firsts + beyond)
    persons = distinct(persons)
    having, first_number = people.numbering(MOBILE)
    drawn = persons[persons % 10 < having] + first_number
    return distinct(np.concatenate((drawn, np.array(put, np.int64))))
