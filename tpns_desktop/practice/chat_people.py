"""The users of the made-up Chat app: who they are, their tags and attributes, when they are online.

They are the people of the rest of practice, by the same names (``user000001``), so one can be
reached both ways. Everything is drawn from a user's number until it is changed. A user counts once
they have logged in or were imported, which all of them did (im-all-member-push.md 1).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Final

SLOTS: Final = 10
"""Attributes of an app."""
TAGS_OF_USER_MAX: Final = 100

DECLARED: Final = {0: "membership", 1: "city", 2: "sex"}
"""Attributes that have a name when practice begins."""

_MEMBERSHIPS: Final = (("", 50), ("ordinary", 30), ("gold", 14), ("platinum", 6))
_CITIES: Final = (("Beijing", 26), ("Shanghai", 26), ("Shenzhen", 20), ("Guangzhou", 18), ("", 10))
_SEXES: Final = (("f", 48), ("m", 46), ("", 6))
_DRAWN: Final = {0: _MEMBERSHIPS, 1: _CITIES, 2: _SEXES}
_TAGS: Final = (("stock_a", 20), ("stock_b", 15), ("vip", 6), ("newcomer", 10))
"""Values and how many of a hundred have them."""

_ONLINE: Final = 22
"""Of a hundred users are online at any instant."""
_COMES_BACK_S: Final = 26 * 3600.0
"""Mean simulated seconds until an offline user is online again."""


class ChatPeople:
    """Users 0 to ``count`` - 1. What calls change is kept beside what was drawn."""

    def __init__(self, count: int, seed: int) -> None:
        self.count = count
        self._seed = seed
        self.names: dict[int, str] = dict(DECLARED)
        """Slot → name of the attribute."""
        self._values: dict[tuple[int, int], str | None] = {}
        self._tags: dict[int, set[str]] = {}

    def account(self, user: int) -> str:
        """The name of a user."""
        return f"user{user + 1:06d}"

    def user(self, account: str) -> int | None:
        """Whose name it is; None for nobody's."""
        digits = account.removeprefix("user")
        if digits == account or not digits.isascii() or not digits.isdigit():
            return None
        user = int(digits) - 1 if len(digits) <= 9 else -1
        return user if 0 <= user < self.count and self.account(user) == account else None

    def _luck(self, user: int, what: str) -> float:
        digest = blake2b(f"{self._seed}/chat/{what}/{user}".encode(), digest_size=8).digest()
        return int.from_bytes(digest) / 2**64

    def _drawn(self, user: int, what: str, choices: tuple[tuple[str, int], ...]) -> str:
        left = self._luck(user, what) * 100
        for value, share in choices:
            left -= share
            if left < 0:
                return value
        return choices[-1][0]

    # Attributes ------------------------------------------------------------------------

    def slot(self, name: str) -> int | None:
        """The slot of an attribute's name."""
        return next((slot for slot, known in self.names.items() if known == name), None)

    def value(self, user: int, slot: int) -> str:
        """A user's value, empty for none."""
        if (user, slot) in self._values:
            return self._values[user, slot] or ""
        return self._drawn(user, f"attribute/{slot}", _DRAWN[slot]) if slot in _DRAWN else ""

    def set_value(self, user: int, slot: int, value: str | None) -> None:
        """Give a user a value, or none."""
        self._values[user, slot] = value

    def values(self, user: int) -> dict[str, str]:
        """Name → value, of the attributes that a user has."""
        return {
            name: value for slot, name in self.names.items() if (value := self.value(user, slot))
        }

    # Tags ------------------------------------------------------------------------------

    def tags(self, user: int) -> set[str]:
        """The tags of a user; a copy."""
        if user in self._tags:
            return set(self._tags[user])
        return {tag for tag, share in _TAGS if self._luck(user, f"tag/{tag}") * 100 < share}

    def set_tags(self, user: int, tags: set[str]) -> None:
        """Give a user these tags and no others."""
        self._tags[user] = set(tags)

    # Whom a condition means ------------------------------------------------------------

    def meant(self, condition: Mapping[str, object] | None) -> Iterator[int]:
        """The users of a condition that was read as right; everybody without one.

        Where lists for "any" and for "all" are given, both must be met (inferred).
        """
        told = condition or {}
        some, every = _tags_of(told, "TagsOr"), _tags_of(told, "TagsAnd")
        wanted_some, wanted_every = (
            self._slots_of(told.get("AttrsOr")),
            self._slots_of(told.get("AttrsAnd")),
        )
        for user in range(self.count):
            if some or every:
                tags = self.tags(user)
                if (some and not some & tags) or not every <= tags:
                    continue
            if wanted_some and not any(
                self.value(user, slot) == value for slot, value in wanted_some
            ):
                continue
            if not all(self.value(user, slot) == value for slot, value in wanted_every):
                continue
            yield user

    def _slots_of(self, wanted: object) -> list[tuple[int, str]]:
        if not isinstance(wanted, dict):
            return []
        return [
            (slot, str(value))
            for name, value in wanted.items()
            if (slot := self.slot(name)) is not None
        ]

    # Online ----------------------------------------------------------------------------

    def online_after_s(self, user: int, key: str) -> float:
        """Simulated seconds until a user sees what is sent at an instant; 0: online then."""
        from math import log

        if self._luck(user, f"online/{key}") * 100 < _ONLINE:
            return 0.0
        return -log(1.0 - self._luck(user, f"back/{key}")) * _COMES_BACK_S


def _tags_of(condition: Mapping[str, object], key: str) -> set[str]:
    value = condition.get(key)
    return {str(one) for one in value} if isinstance(value, list) else set()
