"""Reading JSON that a service sent: strict about its form, tolerant about its values.

What counts is a JSON object in UTF-8 without repeated keys, NaN or infinity. Python's own reader
keeps the last of repeated keys (a refusal became a success), reads NaN, and reads a list without
complaint (sending.md 2.3).
"""

from __future__ import annotations

import json
import math
import re
from typing import Any, NoReturn

_INTEGER = re.compile(r"-?[0-9]{1,18}")


class Unusable(Exception):
    """The answer cannot be used; `reason` is one of `errors.REASONS`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def parsed(raw: bytes) -> dict[str, Any]:
    """The object in `raw`. Raises `Unusable`: not_json, not_object, repeated_keys."""
    try:
        fields = json.loads(
            raw.decode("utf-8"),
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_float=_float,
        )
    # RecursionError: "[[[[…", a thousand deep. ValueError: what is not JSON or not UTF-8, and
    # numbers of thousands of digits.
    except (ValueError, RecursionError):
        fields = _NOT_JSON
    if fields is _NOT_JSON:
        raise Unusable("not_json")
    if not isinstance(fields, dict):
        raise Unusable("not_object")
    return fields


_NOT_JSON = object()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise Unusable("repeated_keys")
    return fields


def _constant(text: str) -> NoReturn:
    raise ValueError("NaN and Infinity are not JSON")


def _float(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("a number beyond all bounds")
    return number


def integer(value: object) -> int | None:
    """An integer or decimal text; ``None`` for all else, ``true`` included."""
    if isinstance(value, str) and _INTEGER.fullmatch(value):
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def text(value: object) -> str:
    """Text, ``""`` for all else. Half a surrogate pair becomes ``?``: no file could hold it."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else ""
