"""Takes single values out of a request, as leniently as clients in the field need it.

They send every field they know: ``null``, ``""``, ``0`` and ``[]`` stand for "not given". So every
reader here gives its default for these, except where zero is a documented value of its own (then
the caller says ``zero_is_value``). Whole numbers may come as decimal text, which the seed samples
do for ``account_type``. Owns no rule of the service beyond that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from .codes import invalid

Fields = Mapping[str, object]
"""A JSON object as it was parsed."""

_DECIMAL: Final = re.compile(r"-?[0-9]{1,19}")
_INT64_MAX: Final = 2**63 - 1


def given(value: object) -> bool:
    """Whether a value says anything: ``None``, ``""``, ``0``, ``False``, ``[]``, ``{}`` do not."""
    return bool(value)


def whole_number(value: object) -> int | None:
    """``value`` as an integer of 64 bits (``5`` and ``"5"``), else ``None``; ``True`` is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        value = int(value)
    if isinstance(value, int) and abs(value) <= _INT64_MAX:
        return value
    return None


def integer(
    fields: Fields,
    key: str,
    path: str,
    *,
    low: int,
    high: int,
    default: int | None = None,
    zero_is_value: bool = False,
) -> int | None:
    """The number under ``key`` from ``low`` to ``high``, or ``default`` when it is not given.

    Raises ``Refusal`` (1008007, ``path``) for another type or a number out of range.
    """
    value = fields.get(key)
    if value is None or value == "":
        return default
    number = whole_number(value)
    if number is None:
        raise invalid(path)
    if number == 0 and not zero_is_value:
        return default
    if not low <= number <= high:
        raise invalid(path)
    return number


def flag(fields: Fields, key: str, path: str) -> bool:
    """A switch, off when not given; ``1`` counts as true. Raises ``Refusal`` (1008007)."""
    value = fields.get(key)
    if not given(value):
        return False
    if value is True or (value == 1 and isinstance(value, int)):
        return True
    raise invalid(path)


def text(fields: Fields, key: str, path: str) -> str:
    """A text, empty when not given. Raises ``Refusal`` (1008007) for another type."""
    value = fields.get(key)
    if not given(value):
        return ""
    if isinstance(value, str):
        return value
    raise invalid(path)


def id_text(fields: Fields, key: str, path: str) -> str:
    """An id that may come as text or as a number; ``""`` when not given."""
    value = fields.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if value else ""
    return text(fields, key, path)


def mapping(fields: Fields, key: str, path: str) -> Fields | None:
    """An object, ``None`` when not given or empty. Raises ``Refusal`` (1008007)."""
    value = fields.get(key)
    if not given(value):
        return None
    if isinstance(value, dict):
        return value
    raise invalid(path)


def sequence(fields: Fields, key: str, path: str) -> list[object]:
    """An array, empty when not given. Raises ``Refusal`` (1008007) for another type."""
    value = fields.get(key)
    if not given(value):
        return []
    if isinstance(value, list):
        return value
    raise invalid(path)


def texts(values: list[object], path: str) -> list[str]:
    """``values`` as texts. Raises ``Refusal`` (1008007, ``path``) if one is something else."""
    if not all(isinstance(value, str) for value in values):
        raise invalid(path)
    return [str(value) for value in values]
