"""How strict and how fast this practice service is: what may be switched, in one place.

Readings of what the documents leave open stand in ``readings``; here is what a person who practises
wishes, and how switches are written on a command line. The numbers themselves stand in
``model.limits``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from .readings import Readings

Platform = Literal["android", "ios"]
"""One AccessId is one platform."""

PLATFORMS: Final[tuple[Platform, Platform]] = ("android", "ios")

DEVICES_DEFAULT: Final = 200_000
DEVICES_MIN: Final = 10
DEVICES_MAX: Final = 10_000_000
SEED_DEFAULT: Final = 15
"""Of this seed the first six people can all be reached on both platforms: a kind beginning."""
PACE_DEFAULT: Final = 60.0
PACE_MAX: Final = 86_400.0


@dataclass(frozen=True, slots=True)
class Rules(Readings):
    """Switches of the service."""

    limits: bool = True
    """Whether frequency limits hold, the repeated broadcast's hour included."""
    pace: float = PACE_DEFAULT
    """Simulated seconds in a second, for figures and for the course of a push. ``send_time`` is
    on the real clock: a push planned for nine starts at nine, then its figures grow this fast."""
    kept_pushes: int = 2000
    """Pushes that one AccessId remembers; the oldest are forgotten first."""


# As text -------------------------------------------------------------------------------

_NUMBER_MAX: Final = 10**9
_BOOLS: Final = {"on": True, "off": False}


def choices() -> dict[str, tuple[str, ...]]:
    """Switch → what may be written for it; empty for those that take a number."""
    return {name: _written(hint) for name, hint in _hints().items()}


def settings(rules: Rules) -> dict[str, str]:
    """Switch → what it stands at, as text."""
    names = {value: name for name, value in _BOOLS.items()}
    values = {name: getattr(rules, name) for name in _hints()}
    return {
        name: names[value] if isinstance(value, bool) else f"{value}"
        for name, value in values.items()
    }


@cache
def _hints() -> dict[str, Any]:
    hints = get_type_hints(Rules)
    # The pace has an option of its own, and may change while the service runs.
    return {one.name: hints[one.name] for one in fields(Rules) if one.name != "pace"}


def switched(rules: Rules, name: str, text: str) -> Rules:
    """``rules`` with one switch set. Raises ``ValueError`` for a switch or value that there is not.

    Its text says what there is.
    """
    hint = _hints().get(name)
    if hint is None:
        raise ValueError(f"there is no switch {name!r}")
    change: Mapping[str, Any] = {name: _value(hint, name, text)}
    return replace(rules, **change)


def _written(hint: Any) -> tuple[str, ...]:
    if hint is bool:
        return tuple(_BOOLS)
    return tuple(map(str, get_args(hint))) if get_origin(hint) is Literal else ()


def _value(hint: Any, name: str, text: str) -> object:
    written = _written(hint)
    if not written:
        try:
            number: float = hint(text)
        except ValueError:
            raise ValueError(f"{name} is a number") from None
        if not 0 <= number <= _NUMBER_MAX:  # Also refuses NaN.
            raise ValueError(f"{name} is a number from 0 to {_NUMBER_MAX:,}")
        return number
    if text not in written:
        raise ValueError(f"{name} is one of {', '.join(written)}")
    return _BOOLS[text] if hint is bool else get_args(hint)[written.index(text)]
