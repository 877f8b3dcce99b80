"""How rows are found by two columns together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, false, or_

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement


def among(
    first: ColumnElement[Any], second: ColumnElement[Any], pairs: Iterable[tuple[str, str]]
) -> ColumnElement[bool]:
    """Whether ``first`` and ``second`` are one of ``pairs``.

    SQLite looks each of them up by an index over both; for ``(first, second) IN (…)`` it would
    read the whole table as soon as there are two pairs.
    """
    seconds: dict[str, list[str]] = {}
    for one, other in pairs:
        seconds.setdefault(one, []).append(other)
    return or_(false(), *(and_(first == one, second.in_(them)) for one, them in seconds.items()))
