"""The users of the made-up Chat app: who they are, their tags and attributes, when they are online.

They are the people of the rest of practice, by the same names (``user000001``), so one can be
reached both ways; the last of those people have never opened the chat, so Chat does not know them
(im-all-member-push.md 1). A user also has a device, known to timpush by its RegistrationID.

Users and devices are numbered: 0 to ``count`` - 1 the users, as many again their devices. What was
drawn from the seed stands in columns and sets of bits, what calls change beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, reduce
from hashlib import blake2b
from operator import and_, or_
from random import Random
from typing import Final, Literal

from . import bits
from .readings import Readings
from .tag_book import TagBook

SLOTS: Final = 10
"""Attributes of an app."""

USER: Final = 0
DEVICE: Final = 1
Kind = Literal[0, 1]
"""``AttrTypes``: a UserID or a RegistrationID."""

_HAVE_CHAT: Final = 95
"""Percent of the people of practice who have opened the chat once, or were imported."""
_USERS_MAX: Final = 250_000

DECLARED: Final = {0: "Membership", 1: "City", 2: "Gender", 3: "兴趣"}
"""Attributes that have a name when practice begins."""

_VALUES: Final[dict[int, tuple[tuple[str, int], ...]]] = {
    0: (("ordinary", 80), ("gold", 36), ("platinum", 16)),
    1: (("Beijing", 66), ("Shanghai", 62), ("Shenzhen", 52), ("Guangzhou", 46)),
    2: (("f", 122), ("m", 118)),
    3: (("运动", 52), ("音乐", 48), ("旅行", 44), ("美食", 40)),
}
"""Slot → values and how many users of 256 have them; the rest have none."""
_TAGS: Final = {
    "stock A": 51,
    "stock B": 38,
    "vip": 16,
    "newcomer": 26,
    "livestream": 64,
    "老客户": 46,
    "沪深300": 31,
}
"""Tags and how many users of 256 carry them."""

_ONLINE: Final = 0.2
"""Part of their time that users are online."""
_HOURS: Final = ((26, 5 * 24.0), (90, 48.0), (180, 24.0), (256, 6.0))
"""Up to which of 256, and how many hours lie between two times that such users come online. The
rarest still come within the week for which a push can be kept."""


class ChatPeople:
    """Users 0 to ``count`` - 1, and their devices."""

    def __init__(self, count: int, seed: int) -> None:
        self.count = count
        self._seed = seed
        self.names: dict[int, str] = dict(DECLARED)
        """Slot → name of the attribute."""
        self.kinds: dict[int, Kind] = dict.fromkeys(DECLARED, USER)
        """Slot → whose the attribute is."""
        self.tag_kinds: dict[str, Kind] = dict.fromkeys(_TAGS, USER)
        """Tag → whose it is."""
        self._changed: dict[int, dict[int, str]] = {}
        self._columns: dict[int, bytes] = {}
        self._wiped: set[int] = set()

    @classmethod
    def of(cls, people: int, seed: int) -> ChatPeople:
        """Those of so many people of practice who have opened the chat."""
        return cls(max(1, min(people * _HAVE_CHAT // 100, _USERS_MAX)), seed)

    # Who -------------------------------------------------------------------------------

    def account(self, user: int) -> str:
        """The name of a user."""
        return f"user{user + 1:06d}"

    def device_id(self, user: int) -> str:
        """The RegistrationID of a user's device."""
        digest = blake2b(f"{self._seed}/chat/{user}".encode(), digest_size=10).hexdigest().upper()
        return f"{digest[:8]}-{digest[8:12]}-{digest[12:16]}-{digest[16:]}-{user:012X}"

    def user(self, account: str) -> int | None:
        """Whose name it is; None for nobody's."""
        digits = account.removeprefix("user")
        if digits == account or not digits.isascii() or not digits.isdigit():
            return None
        user = int(digits) - 1 if len(digits) <= 9 else -1
        return user if 0 <= user < self.count and self.account(user) == account else None

    def number(self, account: str, *, devices: bool) -> int | None:
        """The number of a user, or with ``devices`` of a device; None for nobody's."""
        user = self.user(account)
        if user is not None or not devices or len(account) != 36:
            return user
        try:
            owner = int(account[24:], 16)
        except ValueError:
            return None
        known = 0 <= owner < self.count and self.device_id(owner) == account
        return self.count + owner if known else None

    def kind(self, number: int) -> Kind:
        """Whether a number is a user's or a device's."""
        return USER if number < self.count else DEVICE

    # Attributes ------------------------------------------------------------------------

    def slot(self, name: str) -> int | None:
        """The slot of an attribute's name."""
        return next((slot for slot, known in self.names.items() if known == name), None)

    def value(self, number: int, slot: int) -> str:
        """A value, empty for none."""
        changed = self._changed.get(slot, {})
        if number in changed:
            return changed[number]
        if number >= self.count or not self._drawn(slot):
            return ""
        return self._value_at(slot, self._column(slot)[number])

    def set_value(self, number: int, slot: int, value: str | None) -> None:
        """Give a user or device a value, or none."""
        self._changed.setdefault(slot, {})[number] = value or ""

    def wipe(self, slots: Iterable[int]) -> None:
        """Take the values of these attributes from everybody."""
        for slot in slots:
            self._wiped.add(slot)
            self._changed.pop(slot, None)

    def values(self, number: int) -> dict[str, str]:
        """Name → value, of the attributes that a user or device has."""
        return {
            name: value for slot, name in self.names.items() if (value := self.value(number, slot))
        }

    def _drawn(self, slot: int) -> bool:
        return slot in _VALUES and slot not in self._wiped

    def _column(self, slot: int) -> bytes:
        if slot not in self._columns:
            self._columns[slot] = self._random(f"attribute/{slot}")
        return self._columns[slot]

    def _random(self, what: str) -> bytes:
        """A random byte a user, the same in every process."""
        return Random(f"{self._seed}/chat/{what}").randbytes(self.count)

    @staticmethod
    def _value_at(slot: int, drawn: int) -> str:
        for value, share in _VALUES[slot]:
            if drawn < share:
                return value
            drawn -= share
        return ""

    def _with_value(self, slot: int, value: str) -> int:
        """Whoever has a value, as a set of ``bits``."""
        drawn = 0
        if self._drawn(slot):
            codes = (code for code in range(256) if self._value_at(slot, code) == value)
            drawn = bits.where(self._column(slot), codes)
        changed = self._changed.get(slot, {})
        size = 2 * self.count
        on = bits.of_indexes((at for at, given in changed.items() if given == value), size)
        off = bits.of_indexes((at for at, given in changed.items() if given != value), size)
        return (drawn | on | off) ^ off

    # Tags ------------------------------------------------------------------------------

    @cached_property
    def _book(self) -> TagBook:
        drawn = {
            tag: bits.where(self._random(f"tag/{tag}"), range(share))
            for tag, share in _TAGS.items()
        }
        return TagBook(drawn, 2 * self.count)

    def tags(self, number: int) -> set[str]:
        """The tags of a user or device; a copy."""
        return self._book.tags_of(number)

    def set_tags(self, number: int, tags: set[str]) -> None:
        """Give a user or device these tags and no others."""
        before = self.tags(number)
        self._book.remove(number, before - tags)
        self._book.add(number, tags - before)
        for tag in tags - before:
            self.tag_kinds.setdefault(tag, self.kind(number))

    def tags_in_use(self) -> set[str]:
        """Every tag that somebody has."""
        return self._book.in_use()

    # Whom a condition means ------------------------------------------------------------

    def everybody(self) -> int:
        """All users, as a set of ``bits``."""
        return bits.everyone(self.count)

    def meant(self, condition: Mapping[str, object] | None, readings: Readings) -> int:
        """The users of a condition that was read as right, as a set of ``bits``.

        Everybody without one. Where lists for "any" and for "all" are given, both must be met
        (inferred, and a switch).
        """
        if condition is None:
            return self.everybody()
        found, everybody = [], self.everybody()
        for key, value in condition.items():
            sets = self._with_tags(value) if isinstance(value, list) else self._named(value)
            if readings.chat_devices == "nobody":
                sets = [one & everybody for one in sets]
            sets = [self.owners(one) for one in sets]
            found.append(_union(sets) if key.endswith("Or") else _intersection(sets, everybody))
        if readings.chat_lists == "either":
            return _union(found)
        return _intersection(found, everybody)

    def owners(self, numbers: int) -> int:
        """The users of a set of users and devices: a device stands for its user."""
        return (numbers | numbers >> self.count) & self.everybody()

    def _with_tags(self, tags: list[object]) -> list[int]:
        return [self._book.devices(str(tag)) for tag in tags]

    def _named(self, wanted: object) -> list[int]:
        pairs = wanted.items() if isinstance(wanted, dict) else ()
        return [
            self._with_value(slot, str(value))
            for name, value in pairs
            if (slot := self.slot(name)) is not None
        ]

    # Online ----------------------------------------------------------------------------

    @cached_property
    def _habits(self) -> list[float]:
        """A byte → the seconds between two times of coming online."""
        return [next(hours for up_to, hours in _HOURS if at < up_to) * 3600 for at in range(256)]

    @cached_property
    def _rhythms(self) -> tuple[bytes, bytes]:
        return self._random("online/habit"), self._random("online/phase")

    def waits(self, users: Iterable[int], instant: float) -> Iterator[tuple[int, float]]:
        """Each user with the seconds until they are online; 0: they are.

        ``instant`` and what comes back are simulated time. Whoever is online at an instant is so
        for every push.
        """
        habits, (habit, phase) = self._habits, self._rhythms
        for user in users:
            period = habits[habit[user]]
            # The number spreads those of one habit and phase over the hour.
            into = (instant + period * phase[user] / 256 + user * 7.3) % period
            yield user, 0.0 if into < period * _ONLINE else period - into


def _union(sets: Iterable[int]) -> int:
    return reduce(or_, sets, 0)


def _intersection(sets: Iterable[int], everybody: int) -> int:
    return reduce(and_, sets, everybody)
