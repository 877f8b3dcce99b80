"""The made-up devices of one platform, as columns of bytes and sets of bits.

Everything is drawn from the seed alone, column by column, so the same seed gives the same devices
in every process and nothing depends on the order of questions. A device is its number; 200,000 of
them take a few megabytes. Who owns a device stands in ``people``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from random import Random
from typing import Final

from . import bits
from .catalogue import (
    APP_VERSIONS,
    ATTRIBUTES,
    DAYS_SINCE_SEEN,
    MODELS,
    PLACES,
    SDK_VERSIONS,
    SYSTEM_VERSIONS,
    TAG_CHOICES,
    TAG_SHARES,
    Version,
    byte_table,
)
from .rules import Platform
from .tag_book import TagBook
from .tags import CUSTOM
from .tokens import TokenScheme

_DAYS_COUNTED_ACTIVE: Final = 90
"""A device not seen in so many days is no longer planned for (1024/33774, ``pushActiveUv``)."""

_NOTIFICATIONS_OFF: Final[dict[Platform, int]] = {"android": 31, "ios": 72}
"""Devices out of 256 whose owner has switched notifications off."""

_ONLINE_OF_TODAY: Final = 150
_PHONE_OFF: Final = 30
"""Out of 256: of the devices seen today, those connected now; of the others, those switched off."""

_ACTIVE_ON_A_DAY: Final[tuple[int, ...]] = (225, 150, 70)
"""Chance out of 256 to be active on a day before the last one seen, for three habits."""

_ACTIVE_SETS_KEPT: Final = 8


class Fleet:
    """Devices 0 to ``size`` - 1 of a platform.

    Sets of devices are whole numbers as in ``bits``: ``everyone``, ``recent`` (seen in 90 days),
    ``reachable`` (notifications on), ``online`` (connected to the own channel now),
    ``switched_off`` (get nothing before they come back).
    """

    def __init__(self, platform: Platform, size: int, seed: int) -> None:
        self.platform = platform
        self.size = size
        self._seed = f"{seed}/{platform}"
        self.scheme = TokenScheme(self._seed)
        self.adopted: dict[str, int] = {}
        """Tokens that devices were given instead of their own: see ``adopt``."""
        self._adopted_token: dict[int, str] = {}
        self._attributes: dict[int, dict[str, str]] = {}
        self._active_sets: dict[date, int] = {}
        self.everyone = bits.everyone(size)

        models = MODELS[platform]
        self._model = self._column("model", [model.weight for model in models])
        self._place = self._column("place", [place.weight for place in PLACES])
        self._app_version = self._column("app", [version.weight for version in APP_VERSIONS])
        self._sdk_version = self._column("sdk", [version.weight for version in SDK_VERSIONS])
        self._system_version = self._column(
            "system", [version.weight for version in SYSTEM_VERSIONS[platform]]
        )
        choice = self._column("seen", [weight for weight, _days in DAYS_SINCE_SEEN])
        days = bytes(days for _weight, days in DAYS_SINCE_SEEN)
        self.days_since_seen = choice.translate(days.ljust(256, b"\0"))
        """One byte a device."""
        self._habit = self._column("habit", [1, 1, 1])

        self.distributed: dict[str, tuple[bytes, tuple[str, ...]]] = {
            "city": (self._place, tuple(place.city for place in PLACES)),
            "province": (self._place, tuple(place.province for place in PLACES)),
            "app_version": (self._app_version, _names(APP_VERSIONS)),
            "sdk_version": (self._sdk_version, _names(SDK_VERSIONS)),
            "system_version": (self._system_version, _names(SYSTEM_VERSIONS[platform])),
            "device_brand": (self._model, tuple(model.brand for model in models)),
            "device_version": (self._model, tuple(model.name for model in models)),
        }
        """What the service counts devices by: a column, and what its codes stand for."""

        self.recent = bits.where(self.days_since_seen, range(_DAYS_COUNTED_ACTIVE + 1))
        self.reachable = self.everyone ^ self._share("notifications", _NOTIFICATIONS_OFF[platform])
        today = bits.where(self.days_since_seen, (0,))
        self.online = today & self._share("online", _ONLINE_OF_TODAY)
        self.switched_off = self._share("off", _PHONE_OFF) & (self.everyone ^ self.online)
        self.custom_tags: dict[str, int] = self._draw_custom_tags()
        """Devices of each custom tag, as drawn."""
        self.tags = TagBook(self.custom_tags, size)
        """Custom tags as they are now."""
        self.channels: dict[str, int] = {
            channel: bits.where(
                self._model, (at for at, model in enumerate(models) if model.channel == channel)
            )
            for channel in sorted({model.channel for model in models})
        }
        """Devices by the vendor's channel that reaches them."""

    def distribution(self, kind: str, devices: int) -> Counter[str]:
        """How many of the first ``devices`` have each value; ``kind`` as in ``distributed``."""
        column, names = self.distributed[kind]
        counts: Counter[str] = Counter()
        for code, name in enumerate(names):
            counts[name] += column.count(code, 0, devices)
        return counts

    # Drawing ---------------------------------------------------------------------------

    def _random(self, name: str) -> bytes:
        # A text as seed goes through SHA-512: the same in every process, unlike hash().
        return Random(f"{self._seed}/{name}").randbytes(self.size)

    def _column(self, name: str, weights: Sequence[int]) -> bytes:
        return self._random(name).translate(byte_table(weights))

    def _share(self, name: str, out_of_256: int) -> int:
        return bits.where(self._random(name), range(out_of_256))

    def _draw_custom_tags(self) -> dict[str, int]:
        tags = {name: self._share(f"tag/{name}", share) for name, share in TAG_SHARES}
        for at, group in enumerate(TAG_CHOICES):
            drawn = self._random(f"tags/{at}")
            start = 0
            for name, share in group:
                if name:
                    tags[name] = bits.where(drawn, range(start, start + share))
                start += share
        return tags

    # Tokens ----------------------------------------------------------------------------

    def token(self, index: int) -> str:
        """The token of a device."""
        return self._adopted_token.get(index) or self.scheme.token(index)

    def device(self, token: str) -> int | None:
        """The device of a token, ``None`` for a token that is not registered."""
        adopted = self.adopted.get(token)
        if adopted is not None:
            return adopted
        index = self.scheme.index(token)
        if index is None or index >= self.size or index in self._adopted_token:
            return None
        return index

    def adopt(self, token: str, index: int | None = None) -> int:
        """Give a device the token ``token`` from now on, for examples and tests.

        Takes the last device that has none of its own yet, or ``index``. Gives the device's number
        back; raises ``ValueError`` when no device is left.
        """
        known = self.device(token)
        if known is not None:
            return known
        if index is None:
            free = (at for at in range(self.size - 1, -1, -1) if at not in self._adopted_token)
            index = next(free, None)
        if index is None or not 0 <= index < self.size:
            raise ValueError("no such device")
        self.adopted[token] = index
        self._adopted_token[index] = token
        return index

    # Attributes ------------------------------------------------------------------------

    def attributes(self, index: int) -> dict[str, str]:
        """The user attributes of a device, made up when first asked for; to be changed here."""
        if index not in self._attributes:
            random = Random(f"{self._seed}/attributes/{index}")
            drawn = {name: random.choice(values) for name, values in ATTRIBUTES.items()}
            self._attributes[index] = {name: value for name, value in drawn.items() if value}
        return self._attributes[index]

    # Tags ------------------------------------------------------------------------------

    def tagged(self, tag_type: str, tag: str, today: date) -> int:
        """The devices that carry a tag; nobody for a tag that nobody has.

        ``today`` is the service's day, from which ``xg_auto_active`` counts back.
        """
        if tag_type == CUSTOM:
            return self.tags.devices(tag)
        if tag_type == "xg_auto_active":
            return self._active_on(tag, today)
        finder = _FINDERS.get(tag_type)
        return finder(self, tag) if finder is not None else 0

    def _active_on(self, tag: str, today: date) -> int:
        if len(tag) != 8 or not tag.isascii() or not tag.isdigit():
            return 0
        try:
            day = date(int(tag[:4]), int(tag[4:6]), int(tag[6:]))
        except ValueError:
            return 0
        ago = (today - day).days
        if not 0 <= ago <= 255:
            return 0
        if day not in self._active_sets:
            while len(self._active_sets) >= _ACTIVE_SETS_KEPT:
                del self._active_sets[next(iter(self._active_sets))]
            self._active_sets[day] = self._draw_active(day)
        seen_since = bits.where(self.days_since_seen, range(ago))
        seen_then = bits.where(self.days_since_seen, (ago,))
        return seen_then | (seen_since & self._active_sets[day])

    def _draw_active(self, day: date) -> int:
        drawn = self._random(f"active/{day.isoformat()}")
        result = 0
        for habit, chance in enumerate(_ACTIVE_ON_A_DAY):
            result |= bits.where(self._habit, (habit,)) & bits.where(drawn, range(chance))
        return result

    def _of_model(self, wanted: Callable[[int], bool]) -> int:
        return bits.where(self._model, filter(wanted, range(len(MODELS[self.platform]))))

    def _of_place(self, wanted: Iterable[int]) -> int:
        return bits.where(self._place, wanted)

    def _of_version(self, column: bytes, versions: Sequence[Version], name: str) -> int:
        return bits.where(
            column, (at for at, version in enumerate(versions) if version.name == name)
        )


def _names(versions: Sequence[Version]) -> tuple[str, ...]:
    return tuple(version.name for version in versions)


def _places(**wanted: str) -> list[int]:
    return [
        at
        for at, place in enumerate(PLACES)
        if all(getattr(place, key) == value for key, value in wanted.items())
    ]


_FINDERS: Final[dict[str, Callable[[Fleet, str], int]]] = {
    "xg_auto_version": lambda fleet, tag: fleet._of_version(fleet._app_version, APP_VERSIONS, tag),
    "xg_auto_sdkversion": lambda fleet, tag: fleet._of_version(
        fleet._sdk_version, SDK_VERSIONS, tag
    ),
    "xg_auto_systemversion": lambda fleet, tag: fleet._of_version(
        fleet._system_version, SYSTEM_VERSIONS[fleet.platform], tag
    ),
    "xg_auto_province": lambda fleet, tag: fleet._of_place(_places(province=tag)),
    "xg_auto_city": lambda fleet, tag: fleet._of_place(_places(city=tag)),
    "xg_auto_country": lambda fleet, tag: fleet._of_place(_places(country=tag)),
    "xg_auto_systemlanguage": lambda fleet, tag: fleet._of_place(_places(language=tag)),
    "xg_auto_devicebrand": lambda fleet, tag: fleet._of_model(
        lambda at: MODELS[fleet.platform][at].brand == tag
    ),
    "xg_auto_deviceversion": lambda fleet, tag: fleet._of_model(
        lambda at: MODELS[fleet.platform][at].name == tag
    ),
}
"""How each automatic tag type, but the active days, finds its devices."""
