r"""How Python values stand in the database's columns, and back again.

Text that came from a keyboard or from a service may hold half a surrogate pair, which UTF-8 cannot
hold. It must neither be lost nor stop a result from being written: JSON falls back to ``\u``
escapes (nothing is lost), plain text, which is only shown, gets U+FFFD in its place.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from tpns_desktop.store.errors import Damaged

_WIDTH: Final = len("2026-01-16T12:00:00.000000Z")


def utc_now() -> datetime:
    """Give the present instant, aware, in UTC."""
    return datetime.now(UTC)


def json_text(value: object) -> str:
    """Give ``value`` as JSON text, the same text for equal values.

    Raises ValueError for NaN and infinities, TypeError for what JSON does not know.
    """
    text = json.dumps(
        value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True
    )
    try:
        text.encode()
    except UnicodeEncodeError:
        text = json.dumps(value, allow_nan=False, separators=(",", ":"), sort_keys=True)
    return text


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept as UTC text of one width, so that it sorts by time in any database.

    Raises ValueError (inside SQLAlchemy's StatementError) for a datetime without a zone.
    """

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """To the database."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        at = value.astimezone(UTC).replace(tzinfo=None)
        return f"{at.isoformat(timespec='microseconds')}Z"

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """From the database."""
        if value is None:
            return None
        try:
            # Not strptime: a day of pushes has thousands of instants, and it takes ten times as
            # long.
            if len(value) != _WIDTH or value[-1] != "Z":
                raise ValueError
            return datetime.fromisoformat(value)
        except (TypeError, ValueError):
            raise Damaged("an instant") from None


class Json(TypeDecorator[Any]):
    """Anything JSON can hold. None is SQL's NULL."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """To the database."""
        return None if value is None else json_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """From the database."""
        try:
            return None if value is None else json.loads(value)
        except (TypeError, ValueError):
            raise Damaged("a JSON text") from None


class Words(TypeDecorator[str]):
    """Text that is shown to people; half surrogate pairs become U+FFFD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """To the database."""
        if value is None:
            return None
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """From the database."""
        return None if value is None else str(value)
