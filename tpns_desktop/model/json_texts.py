"""Values of JSON as the texts that stand in a draft: the way back from ``body``.

Standard library only. Each function gives what stands in the draft, or ``None`` for a value that
no draft can hold. Numbers sent as text are understood, as a published sample sends them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from tpns_desktop.model.draft import ids_of
from tpns_desktop.model.message_body import LAST_MINUTE, MIDNIGHT

_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_MOMENT: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2}:[0-9]{2})(:[0-9]{2})", re.ASCII
)
_TIME: Final = re.compile(r"([0-9]{2}:[0-9]{2})(:[0-9]{2})?", re.ASCII)
_CLOCK: Final = re.compile(r"[0-9]{1,2}", re.ASCII)
_NATURAL: Final = re.compile(r"[0-9]{1,19}", re.ASCII)


def string(value: object) -> str | None:
    """A text as it stands."""
    return value if isinstance(value, str) else None


def whole(value: object) -> str | None:
    """A whole number."""
    return str(value) if type(value) is int else None


def natural(value: object) -> str | None:
    """A whole number that is not negative."""
    if isinstance(value, str) and _NATURAL.fullmatch(value):
        return str(int(value))
    return str(value) if type(value) is int and value >= 0 else None


def an_id(value: object) -> str | None:
    """A text, or the number that somebody took an id for."""
    return value if isinstance(value, str) else whole(value)


def switch(value: object) -> bool | None:
    """``true`` and 1, ``false`` and 0."""
    if isinstance(value, bool):
        return value
    return value == 1 if type(value) is int and value in (0, 1) else None


def one_of(*choices: str) -> Callable[[object], str | None]:
    """One of these texts, or its number."""

    def chosen(value: object) -> str | None:
        text = an_id(value)
        return text if text in choices else None

    return chosen


def each(as_text: Callable[[object], str | None]) -> Callable[[object], list[str] | None]:
    """A list of such texts."""

    def texts(value: object) -> list[str] | None:
        if not isinstance(value, list):
            return None
        made = [as_text(item) for item in value]
        kept = [text for text in made if text is not None]
        return kept if len(kept) == len(made) else None

    return texts


def date(value: object) -> str | None:
    """``2026-01-16``."""
    return value if isinstance(value, str) and _DATE.fullmatch(value) else None


def moment(value: object) -> str | None:
    """``2026-01-16T09:30`` of ``2026-01-16 09:30:00``."""
    found = _MOMENT.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return None
    day, minute, second = found.groups()
    return f"{day}T{minute}{'' if second == ':00' else second}"


def day_time(value: object) -> str | None:
    """``09:30`` of ``09:30:00``."""
    found = _TIME.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return None
    minute, second = found.groups()
    return minute if second in (None, ":00") else f"{minute}{second}"


def lines(ids: object) -> str | None:
    """The text of a box with one id a line."""
    if not isinstance(ids, list) or not all(isinstance(item, str) for item in ids):
        return None
    text = "\n".join(item.strip() for item in ids)
    # An id with a line break in it would become two.
    return text if set(ids_of(text)[0]) == {item.strip() for item in ids} - {""} else None


def windows(value: object) -> list[dict[str, str]] | None:
    """Windows of the day; two that meet at midnight are one again."""
    if not isinstance(value, list):
        return None
    found: list[dict[str, str]] = []
    for window in value:
        start, end = _clock(window, "start"), _clock(window, "end")
        if start is None or end is None:
            return None
        before = found[-1] if found else {"start": "", "end": ""}
        meet = before["end"] == LAST_MINUTE and start == MIDNIGHT
        if meet and before["start"] < LAST_MINUTE and MIDNIGHT < end < before["start"]:
            before["end"] = end
        else:
            found.append({"start": start, "end": end})
    return found


def _clock(window: object, name: str) -> str | None:
    time = window.get(name) if isinstance(window, Mapping) else None
    if not isinstance(time, Mapping):
        return None
    parts = [an_id(time.get(part)) for part in ("hour", "min")]
    if not all(part is not None and _CLOCK.fullmatch(part) for part in parts):
        return None
    return ":".join(str(part).zfill(2) for part in parts)


class NoTable(ValueError):
    """Custom data that is no table of keys; ``reason`` as in ``reading.Left``."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        self.reason = reason
        super().__init__(reason)


def custom_rows(value: object) -> list[list[str]]:
    """Rows of the draft's table. Some send the object itself where its text is due.

    Raises:
        NoTable: it is no object, or has a key that is empty or stands twice.
    """
    if isinstance(value, str):
        try:
            value = json.loads(value, object_pairs_hook=_once, parse_constant=_no_number)
        except NoTable:
            raise
        except (ValueError, RecursionError):
            raise NoTable("not_allowed") from None
    if not isinstance(value, dict):
        raise NoTable("not_a_table")
    keys = [key.strip() for key in value]
    if "" in keys:
        raise NoTable("empty_key")
    if len(set(keys)) != len(keys):
        raise NoTable("repeated_key")
    return [
        [key.strip(), inner]
        if isinstance(inner, str)
        else [key.strip(), json.dumps(inner, ensure_ascii=False, separators=(",", ":")), "json"]
        for key, inner in value.items()
    ]


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NoTable("repeated_key")
    return found


def _no_number(name: str) -> Any:
    raise NoTable("not_allowed")
