"""The claim: one held row becomes ours to send, or stays, inside one transaction.

Owns every reason why a row that was confirmed must not leave after all. The caller opens the
transaction (``BEGIN IMMEDIATE``), so what is seen here still holds when the claim is written, in
whatever window or copy of the program the others run; and it commits before it connects. Source:
sending.md 2.1, 2.5 and 8.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from tpns_desktop.model.states import MAY_HAVE_LEFT
from tpns_desktop.send.check_sending import EVERYONE_WINDOW, SAME_WINDOW
from tpns_desktop.send.check_timing import AHEAD_MIN
from tpns_desktop.send.clock import Mark
from tpns_desktop.send.review import sha256_of
from tpns_desktop.store.history import History, PushRow

EXPIRY: Final = timedelta(minutes=10)
"""A confirmation counts this long; with "hold until I say", from that word on."""

_EVER: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Promise:
    """What a person confirmed, kept in memory: the database alone is not believed."""

    frozen: tuple[Any, ...]
    """As `frozen_of` gave it at the confirmation."""
    known: frozenset[str]
    """Ids of the rows of the same fingerprint that stood in the database at the confirmation: the
    checks saw them, and the person overruled those that stop."""
    at: Mark
    """Of the confirmation."""

    @classmethod
    def of(cls, row: PushRow, earlier: list[PushRow], at: Mark) -> Promise:
        """For a row that is being confirmed; `earlier` as `same_as` gave it right before."""
        return cls(frozen_of(row), frozenset(same.id for same in earlier), at)


@dataclass(frozen=True)
class Claim:
    """What came of it."""

    row: PushRow
    """As it was confirmed."""
    reason: str | None
    """None: the row is "sending" and ours. Else it was withdrawn because of "changed" (the stored
    bytes or their destination are not what was confirmed), "slept" (the computer did, or its clock
    was set), "expired", "schedule_passed", "app_switched", "unsettled" (nobody knows yet whether
    the same push was sent before) or "duplicate" (the same was sent since the confirmation)."""


def frozen_of(row: PushRow) -> tuple[Any, ...]:
    """What of `row` must never change between confirmation and claim."""
    return (
        row.body_sha256,
        row.access_point_url,
        row.access_id,
        row.environment,
        row.platform,
        row.practice,
        row.app_id,
        row.schedule_at,
        row.fingerprint,
        row.list_sha256,
        row.upload_id,
    )


def same_as(history: History, row: PushRow) -> list[PushRow]:
    """Other rows that say the same to the same people, of any age."""
    return [same for same in history.same(row.fingerprint, _EVER) if same.id != row.id]


def claim(
    history: History,
    row_id: str,
    promise: Promise,
    *,
    now: Mark,
    released: Mark,
    app_id: str | None,
) -> Claim | None:
    """Make a held row ours, or withdraw it; None when it is not held any more.

    `released`: when its hold ended, or when the person said so; `app_id`: the app the person works
    with, None where it does not matter. Raises StoreError.
    """
    row = history.row(row_id)
    if row is None or row.state != "held":
        return None
    reason = _reason_to_stay(history, row, promise, now, released)
    if reason is None and app_id is not None and row.app_id != app_id:
        reason = "app_switched"
    if reason is not None:
        end = {"settled_by": "program", "settled_at": now.wall, "reason": reason}
        moved = history.move(row_id, "held", "withdrawn", **end)
    else:
        moved = history.move(row_id, "held", "sending", sent_at=now.wall, attempts=1)
    return Claim(row, reason) if moved else None


def _reason_to_stay(
    history: History, row: PushRow, promise: Promise, now: Mark, released: Mark
) -> str | None:
    if sha256_of(row.body) != row.body_sha256 or frozen_of(row) != promise.frozen:
        return "changed"
    if row.list_sha256 is not None and not row.upload_id:
        return "changed"
    if promise.at.parted(now):
        return "slept"
    # A hold of its own length counts; one without end stops the count until it is ended.
    counted_from = promise.at if row.expires_at is not None else released
    if counted_from.passed_s(now) > EXPIRY.total_seconds():
        return "expired"
    if row.schedule_at is not None and row.schedule_at < now.wall + AHEAD_MIN:
        return "schedule_passed"
    return _reason_of_others(history, row, promise, now.wall)


def _reason_of_others(
    history: History, row: PushRow, promise: Promise, now: datetime
) -> str | None:
    """The duplicate guard once more: another window or copy may have sent meanwhile."""
    same = same_as(history, row)
    if any(other.state == "unknown" for other in same):
        return "unsettled"
    twice = any(
        other.state in MAY_HAVE_LEFT
        and other.id not in promise.known
        and now - (other.sent_at or other.created_at) < SAME_WINDOW
        for other in same
    )
    return "duplicate" if twice or _broadcast_within_the_hour(history, row, now) else None


def _broadcast_within_the_hour(history: History, row: PushRow, now: datetime) -> bool:
    """Whether the same text went to everyone so recently that the service takes no second one.

    Counted from when it left: it may have been held far longer than the checks could know.
    """
    if row.audience_kind != "all" or row.is_chat:
        return False
    return any(
        other.id != row.id
        and other.audience_kind == "all"
        and other.state in MAY_HAVE_LEFT
        and (other.title, other.content) == (row.title, row.content)
        and other.sent_at is not None
        and now - other.sent_at < EVERYONE_WINDOW
        for other in history.since([row.access_id], now - EVERYONE_WINDOW)
    )
