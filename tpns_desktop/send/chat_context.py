"""What the checks of a Chat draft are told beside it, read from the database in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.model.states import MAY_HAVE_LEFT
from tpns_desktop.send.chat_facts import chat_facts_of
from tpns_desktop.send.chat_requests import dialect_of
from tpns_desktop.send.check_sending import SAME_WINDOW, WAITING
from tpns_desktop.send.contexts import recent_push
from tpns_desktop.send.examination import RecentPush
from tpns_desktop.store.chat_apps import ChatApp, ChatApps
from tpns_desktop.store.history import History, PushRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tpns_desktop.send.quiet import QuietHours
    from tpns_desktop.send.skew import Skews

PUSHES_A_DAY: Final = 100
"""To everyone, tags and attributes together (im-all-member-push.md 3); the free edition of the
newest service has 10. Its day is taken to be UTC+8's (inferred)."""


QUOTA_USED_UP: Final = 90047
"""What the service answers when a day's pushes are used up."""


@dataclass(frozen=True)
class ChatContext:
    """Everything outside the draft that the checks look at; read once, used at every keystroke."""

    app: ChatApp
    now: datetime
    """Aware. Screens replace it at each examination with `at()`."""
    names: Mapping[int, str] | None = None
    """Slot → name of the declared attributes; None: they were never read."""
    names_at: datetime | None = None
    used_today: int = 0
    """Pushes of today's `PUSHES_A_DAY` that left from this computer, whichever window sent them."""
    recent: tuple[RecentPush, ...] = ()
    """As in `examination.Context`."""
    senders: frozenset[str] = frozenset()
    """Sender accounts with which a push was accepted lately."""
    clock_skew_s: float | None = None
    quiet: QuietHours | None = None

    @property
    def left_today(self) -> int:
        """How many pushes are left of today's, by what left from this computer."""
        return max(0, PUSHES_A_DAY - self.used_today)

    def at(self, now: datetime) -> ChatContext:
        """The same context at another instant."""
        return replace(self, now=now)


def chat_context_of(
    conn: Connection,
    app_id: str,
    now: datetime,
    *,
    but: tuple[str, int] | None = None,
    skews: Skews | None = None,
    quiet: QuietHours | None = None,
) -> ChatContext | None:
    """The context of a Chat app at `now`, None when there is no such app.

    `but`: draft id and revision whose rows are no earlier pushes, because they are the very ones
    that are being confirmed.
    """
    app = ChatApps(conn).get(app_id)
    if app is None:
        return None
    read = ChatApps(conn).names(app_id)
    rows = of_number(conn, app, now)
    earlier = [row for row in rows if (row.draft_id, row.draft_rev) != but]
    return ChatContext(
        app=app,
        now=now,
        names=read.names if read is not None else None,
        names_at=read.at if read is not None else None,
        used_today=used_on(
            [
                row
                for row in History(conn).chat_day(str(app.sdkappid), *day_of(now))
                if row.practice == app.practice and (row.draft_id, row.draft_rev) != but
            ]
        ),
        senders=_senders(earlier),
        recent=tuple(recent_push(row) for row in earlier),
        clock_skew_s=skews.last(practice=False) if skews is not None and not app.practice else None,
        quiet=quiet,
    )


def of_number(conn: Connection, app: ChatApp, now: datetime) -> list[PushRow]:
    """The rows of an SDKAppID that matter now: of the last day, open, or unsettled.

    By SDKAppID and not by app: whoever connects an app twice reaches the same people.
    """
    history, ids = History(conn), {str(app.sdkappid)}
    rows = {row.id: row for row in history.since(ids, now - SAME_WINDOW, chat=True)}
    # However old: until somebody knows, the same push must not leave again.
    rows |= {row.id: row for row in history.unknown(ids, chat=True)}
    # Held until somebody says so, it may leave at any moment, whenever it was confirmed.
    waiting = (row for row in history.in_state(*WAITING) if row.is_chat and row.access_id in ids)
    rows |= {row.id: row for row in waiting}
    return [row for row in rows.values() if row.practice == app.practice]


def used_on(rows: Iterable[PushRow]) -> int:
    """How many of a day's `rows` count against its `PUSHES_A_DAY`.

    Those that left, may have, or are about to; not those to named users. Once the service said that
    none is left, none is.
    """
    counted = 0
    for row in rows:
        if row.code == QUOTA_USED_UP:
            return PUSHES_A_DAY
        counted += row.state in MAY_HAVE_LEFT | WAITING and row.audience_kind != "users"
    return counted


def day_of(now: datetime) -> tuple[datetime, datetime]:
    """Begin and end of the service's day."""
    begin = now.astimezone(SERVICE_ZONE).replace(hour=0, minute=0, second=0, microsecond=0)
    return begin, begin + timedelta(days=1)


def _senders(rows: Iterable[PushRow]) -> frozenset[str]:
    found = set()
    for row in rows:
        if row.state == "accepted":
            facts = chat_facts_of(row.body, dialect_of(row))
            found.add(facts.sender)
    return frozenset(found)
