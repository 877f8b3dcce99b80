"""What the checks are told beside the draft, read from the database in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from tpns_desktop.send.check_sending import EVERYONE_WINDOW, SAME_WINDOW, WAITING
from tpns_desktop.send.differences import content_digest
from tpns_desktop.send.examination import Context, RecentPush, RecentTest
from tpns_desktop.send.sms_facts import sms_facts
from tpns_desktop.store.actions import Actions
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.history import History, PushRow
from tpns_desktop.store.plans import Plans
from tpns_desktop.store.tag_book import TagBook

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tpns_desktop.send.quiet import QuietHours
    from tpns_desktop.send.skew import Skews
    from tpns_desktop.store.lists import ListRow
    from tpns_desktop.store.sms_book import Shelf


def context_of(
    conn: Connection,
    app_id: str,
    plan_id: str | None,
    now: datetime,
    *,
    but: tuple[str, int] | None = None,
    skews: Skews | None = None,
    chosen: ListRow | None = None,
    quiet: QuietHours | None = None,
    links: Mapping[str, int | str] | None = None,
    practice_tags: Iterable[str] = (),
    shelf: Callable[[bool], Shelf] | None = None,
) -> Context | None:
    """The context of an app at `now`, None when there is no such app.

    `but`: draft id and revision whose rows are no earlier pushes, because they are the very ones
    that are being confirmed. `skews`: what is known of the service's clock. `chosen`: the list
    that a draft may name. `quiet`: the hours in which a reason is asked for.
    `links`: what the last look at each web address found. `practice_tags`: those that practice
    offers, which are known there without having been used. `shelf`: in practice or not → where the
    book of texts is read.
    """
    app = Apps(conn).get(app_id)
    if app is None:
        return None
    plan = Plans(conn).get(plan_id) if plan_id is not None else None
    # By access id: another run's practice service knows nothing of what the last one was sent.
    ids = {id for platform in app.platforms if (id := app.access_id(platform)) is not None}
    history = History(conn)
    rows = {row.id: row for row in history.since(ids, now - SAME_WINDOW)}
    # However old: until somebody knows, the same push must not leave again.
    rows |= {row.id: row for row in history.unknown(ids)}
    # Held until somebody says so, it may leave at any moment, whenever it was confirmed.
    rows |= {row.id: row for row in history.in_state(*WAITING) if row.access_id in ids}
    # A test goes to named devices only: it neither stands in the way of its push nor of another.
    tests = [row for row in rows.values() if row.purpose == "test"]
    gone = Actions(conn).cancelled(ids, now - SAME_WINDOW)
    pushes = [
        row
        for row in rows.values()
        if row.purpose != "test" and not _never_goes(row, gone.get(row.id, set()), now)
    ]
    offered = practice_tags if app.practice else ()
    known: dict[tuple[str, str], int | None] = {("xg_user_define", tag): None for tag in offered}
    return Context(
        app=app,
        plan=plan if plan is not None and plan.app_id == app_id else None,
        now=now,
        recent=tuple(recent_push(row) for row in pushes if (row.draft_id, row.draft_rev) != but),
        chosen=chosen,
        # The practice service goes by this computer's own clock.
        clock_skew_s=skews.last(practice=False) if skews is not None and not app.practice else None,
        tests=tuple(_test(row) for row in tests if row.state == "accepted"),
        tags=known | {(tag.tag_type, tag.tag): tag.reached for tag in TagBook(conn).all(app_id)},
        quiet=quiet,
        links=dict(links or {}),
        sms=sms_facts(conn, shelf(app.practice)) if shelf is not None else None,
    )


def _never_goes(row: PushRow, cancelled: set[str], now: datetime) -> bool:
    """Whether every run was cancelled in time, so that the same push may be sent at another time.

    The service's own hour for the same text to everyone is not known to leave cancelled ones out.
    """
    if not row.push_ids or not cancelled.issuperset(row.push_ids):
        return False
    return row.audience_kind != "all" or now - (row.sent_at or row.created_at) >= EVERYONE_WINDOW


def _test(row: PushRow) -> RecentTest:
    return RecentTest(row.platform, content_digest(row.body), row.sent_at or row.created_at)


def recent_push(row: PushRow) -> RecentPush:
    """What the duplicate guard has to know of a row."""
    return RecentPush(
        batch_id=row.batch_id,
        platform=row.platform,
        fingerprint=row.fingerprint,
        audience_kind=row.audience_kind,
        audience_digest=str(row.audience.get("digest", "")),
        title=row.title,
        content=row.content,
        state=row.state,
        at=row.sent_at or row.created_at,
        settled_by=row.settled_by,
    )
