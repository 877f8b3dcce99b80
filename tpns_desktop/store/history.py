"""The pushes a person confirmed: outbox and history in one table, one row a platform.

Owns two promises: what was confirmed never changes (there is no way to edit a row's body or
address), and a row moves from state to state only as ``model.states`` allows and only once, by
compare-and-set: of any number of callers, in any number of processes, exactly one gets True. The
database keeps both by itself (``sqlite.triggers``), so neither a fault here nor a hand in the file
can break them. Who moves a row, and when, is the outbox's affair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, and_, case, delete, false, func, insert, or_, select, update

from tpns_desktop.model.states import (
    FIRST_STATES,
    OPEN_STATES,
    SETTLERS,
    STATES,
    may_follow,
)
from tpns_desktop.store import tables
from tpns_desktop.store.columns import Instant, utc_now
from tpns_desktop.store.errors import AlreadyConfirmed, Damaged, IllegalMove
from tpns_desktop.store.plan_sums import PlanSums
from tpns_desktop.store.sent_index import SentIndex

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row, Select

_pushes = tables.pushes

FACTS: Final[frozenset[str]] = frozenset(
    {
        "hold_until",
        "expires_at",
        "sent_at",
        "settled_at",
        "settled_by",
        "push_ids",
        "code",
        "reason",
        "text",
        "attempts",
        "looks",
        "looked_at",
        "look",
        "matches",
        "trouble",
        "left_out",
    }
)
"""What may be written beside a state. Everything else was confirmed by a person and is frozen."""

CHAT: Final = tables.CHAT

CHUNK: Final = 500
"""Ids in one statement: fewer than any build of SQLite takes."""

_PLATFORMS: Final = 2
"""A push has at most so many rows, one after the other."""

_LISTED: Final = frozenset({"state", "push_ids", "sent_at"})
"""Facts that the list of what was sent and the sums of plans go by."""

SLOT: Final[frozenset[str]] = frozenset({"body", "body_sha256", "upload_id"})
"""What changes once, when the slot of a push to a list is filled; see ``History.fill``."""


@dataclass(frozen=True, kw_only=True)
class PushRow:
    """One confirmed push to one platform. Every datetime is aware, in UTC."""

    id: str
    batch_id: str
    """Shared by the rows (one or two) that were confirmed together."""
    draft_id: str
    draft_rev: int
    platform: str
    """``android``, ``ios``, or `CHAT` for a push to users of a Chat app."""
    app_id: str
    """Of an app, or with `CHAT` of a Chat app."""
    app_name: str
    practice: bool
    access_point_url: str
    access_id: str
    """With `CHAT` the SDKAppID."""
    environment: str | None
    """``product`` or ``dev`` for iOS; with `CHAT` the dialect."""
    body: bytes
    """The exact bytes that were confirmed and are sent."""
    body_sha256: str
    """Lower-case hexadecimal."""
    title: str
    content: str
    audience_kind: str
    audience: dict[str, Any]
    """The summary that was shown, as ``AudienceSummary.as_dict`` gives it."""
    level: int
    """0 to 4 (design/flows, section 5)."""
    plan_name: str | None = None
    schedule_at: datetime | None = None
    """When the service is to send it; None: at once."""
    state: str = "confirmed"
    """One of ``model.states.STATES``."""
    created_at: datetime
    """When it was confirmed."""
    hold_until: datetime | None = None
    expires_at: datetime | None = None
    """After this instant the confirmation no longer counts."""
    sent_at: datetime | None = None
    """When it was claimed for sending."""
    settled_at: datetime | None = None
    settled_by: str | None = None
    """Who told the end: ``answer``, ``query``, ``person``, ``restart`` …; a short stable word."""
    push_ids: tuple[str, ...] = ()
    code: int | None = None
    """The service's ``ret_code``."""
    reason: str | None = None
    """Short stable id of the client's or the outbox's reason."""
    text: str | None = None
    """The service's own words."""
    attempts: int = 0
    fingerprint: str
    """Lower-case hexadecimal; equal for pushes that would say the same to the same people."""
    app_version: str
    """Of this program."""
    counters: list[dict[str, Any]] | None = None
    """The last counters asked for, one dict a channel."""
    counters_at: datetime | None = None
    again_of: str | None = None
    """Id of the ``not_found`` row that a person chose to send again."""
    looks: int = 0
    """How often the service was asked whether it has this push."""
    looked_at: datetime | None = None
    look: str | None = None
    """What the last look found: ``none``, ``several`` or ``failed``; None: no look, or settled."""
    matches: tuple[str, ...] = ()
    """The push ids found, when there were several."""
    list_id: str | None = None
    """The list it goes to; None for every other audience, also for the next three."""
    list_sha256: str | None = None
    """Of the file that was confirmed, lower-case hexadecimal."""
    list_bytes: int | None = None
    list_accounts: int | None = None
    """How many different accounts it held."""
    upload_id: int | None = None
    """What the service calls the uploaded file; None until the slot is filled."""
    trouble: str | None = None
    """Why the upload failed: the client's reason (``client.errors.REASONS``)."""
    purpose: str = "push"
    """``push``, or ``test`` for one to named test devices only."""
    name: str = ""
    """What the person calls it; never sent."""
    night_reason: str = ""
    """Why it was sent in quiet hours, in the person's words; never sent."""
    plan_id: str | None = None
    """The local book's id of its plan; None for the default plan."""
    left_out: dict[str, int] | None = None
    """With `CHAT`: account → code of those that the service left out of a push it took."""

    @property
    def is_chat(self) -> bool:
        """Whether it goes to users of a Chat app, by another service than all the others."""
        return self.platform == CHAT


class History:
    """The pushes in the database behind one connection."""

    def __init__(self, conn: Connection, clock: Callable[[], datetime] = utc_now) -> None:
        """Work inside the transaction of ``conn``; ``clock`` gives aware instants."""
        self._conn = conn
        self._clock = clock

    def add(self, rows: Iterable[PushRow]) -> None:
        """Keep the rows of a confirmation, in their order.

        Raises IllegalMove for a row that does not begin at ``confirmed`` or ``held``,
        AlreadyConfirmed when this revision of the draft has a row for the platform already. Then
        none of them may be kept: let the error leave the transaction.
        """
        rows = tuple(rows)
        for row in rows:
            if row.state not in FIRST_STATES:
                raise IllegalMove(f"a row does not begin as {row.state!r}")
            taken = select(_pushes.c.id).where(
                _pushes.c.draft_id == row.draft_id,
                _pushes.c.draft_rev == row.draft_rev,
                _pushes.c.platform == row.platform,
            )
            # The transaction holds the write lock, so nobody can slip in between; UNIQUE stands
            # behind it.
            if self._conn.execute(taken).first() is not None:
                raise AlreadyConfirmed
            self._conn.execute(insert(_pushes).values(**_lists(asdict(row))))
        SentIndex(self._conn).put(row.batch_id for row in rows)
        PlanSums(self._conn).put(row.batch_id for row in rows)

    def row(self, row_id: str) -> PushRow | None:
        """Give the row, None when there is none of this id."""
        return next(iter(self._rows(_select().where(_pushes.c.id == row_id))), None)

    def batch(self, batch_id: str) -> tuple[PushRow, ...]:
        """Give the rows of a batch in the order they were confirmed; empty for no such batch."""
        query = _select().where(_pushes.c.batch_id == batch_id).order_by(_pushes.c.seq)
        return tuple(self._rows(query))

    def recent_batches(
        self,
        app_id: str | None,
        limit: int = 50,
        before: str | None = None,
        access_ids: Iterable[str] = (),
        *,
        chat: bool = False,
        search: str = "",
    ) -> list[tuple[PushRow, ...]]:
        """Give the app's batches, the newest first, at most ``limit``; None: those of every app.

        ``access_ids``: the app's; what was sent with them is its own too, from before it was
        removed and connected again.

        ``before``: id of the last batch of the page above; the page below begins right after it,
        whatever was sent since. An unknown id gives an empty page. ``chat``: of Chat apps instead,
        with their SDKAppIDs. ``search``: only those with each of its words in name, title or text.
        """
        edge: int | None = None
        if before is not None:
            query = select(func.min(_pushes.c.seq)).where(_pushes.c.batch_id == before)
            edge = self._conn.execute(query).scalar()
            if edge is None:
                return []
        # Each by an index of its own, which has its rows in order: together they would be sorted.
        theirs = [
            () if app_id is None else (_pushes.c.app_id == app_id,),
            *((_pushes.c.access_id == one,) for one in sorted(access_ids) if app_id is not None),
        ]
        found: dict[int, str] = {}
        for those in theirs:
            rows = select(_pushes.c.seq, _pushes.c.batch_id).where(*those, _of_chat(chat))
            for word in search.split():
                said = (_pushes.c.name, _pushes.c.title, _pushes.c.content)
                rows = rows.where(or_(*(one.contains(word, autoescape=True) for one in said)))
            if edge is not None:
                rows = rows.where(_pushes.c.seq < edge)
            rows = rows.order_by(_pushes.c.seq.desc()).limit(limit * _PLATFORMS)
            found |= {row.seq: row.batch_id for row in self._conn.execute(rows)}
        ids = list(dict.fromkeys(found[seq] for seq in sorted(found, reverse=True)))[:limit]
        batches: dict[str, list[PushRow]] = {one: [] for one in ids}
        for start in range(0, len(ids), CHUNK):
            some = _pushes.c.batch_id.in_(ids[start : start + CHUNK])
            for row in self._rows(_select().where(some).order_by(_pushes.c.seq)):
                batches[row.batch_id].append(row)
        return [tuple(rows) for rows in batches.values()]

    def since(
        self, access_ids: Iterable[str], instant: datetime, *, chat: bool = False
    ) -> list[PushRow]:
        """Give the rows confirmed or sent at ``instant`` or later, the newest first.

        By access id and not by app: whoever removes an app and connects it again, or connects it
        twice, still reaches the same people. ``chat``: of Chat apps instead, by SDKAppID.
        """
        # Written so that each part has an index: the rows of an access id may be a million.
        recent = [
            and_(_pushes.c.access_id == one, column >= instant)
            for one in sorted(access_ids)
            for column in (_pushes.c.created_at, _pushes.c.sent_at)
        ]
        query = _select().where(or_(false(), *recent), _of_chat(chat))
        return self._rows(query.order_by(_pushes.c.seq.desc()))

    def chat_day(self, sdkappid: str, begin: datetime, end: datetime) -> list[PushRow]:
        """Give the rows of a Chat app that a day counts, the oldest first.

        What leaves or starts from ``begin`` on and before ``end``, and what still waits to leave.
        """
        moment = func.coalesce(_pushes.c.schedule_at, _pushes.c.sent_at, type_=Instant())
        within = and_(moment >= begin, moment < end)
        # Each part has an index.
        ours = [
            and_(_pushes.c.access_id == sdkappid, column >= begin)
            for column in (_pushes.c.sent_at, _pushes.c.schedule_at)
        ]
        waiting = and_(_pushes.c.state.in_(FIRST_STATES), _pushes.c.access_id == sdkappid)
        query = _select().where(or_(and_(or_(*ours), within), waiting), _pushes.c.platform == CHAT)
        return self._rows(query.order_by(_pushes.c.seq))

    def in_state(self, *states: str) -> list[PushRow]:
        """Give the rows of every app that are in one of ``states``, the oldest first."""
        return self._rows(_select().where(_pushes.c.state.in_(states)).order_by(_pushes.c.seq))

    def accepted_since(self, at: datetime) -> list[PushRow]:
        """Give the accepted rows of every app that were confirmed since, the oldest first.

        Those of Chat apps are not among them.
        """
        query = (
            _select()
            .where(_pushes.c.state == "accepted", _pushes.c.created_at >= at, _of_chat(False))
            .order_by(_pushes.c.seq)
        )
        return self._rows(query)

    def unknown(self, access_ids: Iterable[str], *, chat: bool = False) -> list[PushRow]:
        """Give the rows of these access ids that are still ``unknown``, the oldest first.

        ``chat``: of Chat apps instead, by SDKAppID.
        """
        # Few are unknown, while the rows of an access id may be a million.
        ids = set(access_ids)
        rows = self.in_state("unknown")
        return [row for row in rows if row.access_id in ids and row.is_chat == chat]

    def without_ids(self, access_id: str, since: datetime) -> list[PushRow]:
        """Give the rows that left at ``since`` or later and may be what some record is of.

        Under way, unsettled, or accepted by a person's word: none has a push id.
        """
        query = _select().where(
            _pushes.c.access_id == access_id,
            _pushes.c.created_at >= since,
            _pushes.c.state.in_(("sending", "unknown", "accepted")),
            _pushes.c.push_ids == [],
            _pushes.c.sent_at.is_not(None),
            _of_chat(False),
        )
        return self._rows(query)

    def same(self, fingerprint: str, since: datetime) -> list[PushRow]:
        """Give the rows that say the same to the same people, the newest first.

        Those confirmed or sent at ``since`` or later; what to make of their states is the caller's
        affair.
        """
        query = (
            _select()
            .where(
                _pushes.c.fingerprint == fingerprint,
                or_(_pushes.c.created_at >= since, _pushes.c.sent_at >= since),
            )
            .order_by(_pushes.c.seq.desc())
        )
        return self._rows(query)

    def tests_of(self, draft_id: str) -> list[PushRow]:
        """Give the tests that were sent of a draft, the newest first."""
        query = (
            _select()
            .where(_pushes.c.draft_id == draft_id, _pushes.c.purpose == "test")
            .order_by(_pushes.c.seq.desc())
        )
        return self._rows(query)

    def pushes_of(self, draft_id: str) -> list[PushRow]:
        """Give the rows that were confirmed from a draft, without its tests, the newest first."""
        query = (
            _select()
            .where(_pushes.c.draft_id == draft_id, _pushes.c.purpose == "push")
            .order_by(_pushes.c.seq.desc())
        )
        return self._rows(query)

    def next_test(self, draft_id: str) -> int:
        """Give the number under which the next test of a draft is kept, in place of a revision.

        Tests count down from -1: none takes a revision that a push may be confirmed under.
        """
        query = select(func.min(_pushes.c.draft_rev)).where(_pushes.c.draft_id == draft_id)
        return int(min(self._conn.execute(query).scalar() or 0, 0)) - 1

    def abandoned(self) -> list[PushRow]:
        """Give the rows that only a running program can end, the oldest first.

        Asked at start, before anything is sent: each was cut off by the end of an earlier run.
        """
        return self.in_state(*sorted(OPEN_STATES))

    def move(self, row_id: str, from_state: str, to_state: str, **facts: Any) -> bool:
        """Move a row on, with ``facts`` (see ``FACTS``), if it still is in ``from_state``.

        Gives True to exactly one caller; False when the row has moved on meanwhile or does not
        exist.
        Raises IllegalMove for a step ``model.states`` does not know, and for settling ``unknown``
        without saying who did (``settled_by``, one of ``SETTLERS``); ValueError for other facts.
        """
        if not may_follow(from_state, to_state):
            raise IllegalMove(f"{from_state!r} to {to_state!r}")
        if from_state == "unknown" and facts.get("settled_by") not in SETTLERS:
            raise IllegalMove(f"unknown settled by {facts.get('settled_by')!r}")
        return self._set(row_id, from_state, {"state": to_state, **_checked(facts)})

    def note(self, row_id: str, state: str, **facts: Any) -> bool:
        """Write ``facts`` of a row that stays in ``state``, such as one attempt more.

        False when the row is in another state. Raises ValueError for what is no fact.
        """
        if state not in STATES:
            raise IllegalMove(f"no state {state!r}")
        return self._set(row_id, state, _checked(facts))

    def fill(
        self, row_id: str, *, template_sha256: str, body: bytes, body_sha256: str, upload_id: int
    ) -> bool:
        """Fill the slot of a push to a list: ``body`` is what was confirmed, with ``upload_id``.

        Once, in ``confirmed``, and only where the bytes still are those of ``template_sha256``;
        False otherwise. The database refuses bytes that differ in anything else (IllegalMove
        leaves the transaction).
        """
        query = (
            update(_pushes)
            .where(
                _pushes.c.id == row_id,
                _pushes.c.state == "confirmed",
                _pushes.c.upload_id.is_(None),
                _pushes.c.body_sha256 == template_sha256,
            )
            .values(body=body, body_sha256=body_sha256, upload_id=upload_id)
        )
        return self._conn.execute(query).rowcount == 1

    def left_with(self, access_id: str, upload_id: int) -> int:
        """Give how many pushes of an access id with this upload id were ever claimed."""
        query = select(func.count()).where(
            _pushes.c.access_id == access_id,
            _pushes.c.upload_id == upload_id,
            _pushes.c.sent_at.is_not(None),
        )
        return int(self._conn.execute(query).scalar_one())

    def save_counters(
        self, row_id: str, counters: Iterable[Mapping[str, Any]], at: datetime | None = None
    ) -> bool:
        """Keep the counters (one dict a channel) asked for ``at`` (now).

        False when there is no such row.
        """
        values = {"counters": [dict(c) for c in counters], "counters_at": at or self._clock()}
        query = update(_pushes).where(_pushes.c.id == row_id).values(**values)
        if self._conn.execute(query).rowcount != 1:
            return False
        PlanSums(self._conn).put(self._batch_of(row_id))
        return True

    def settled_before(
        self,
        instant: datetime,
        app_id: str | None,
        access_ids: Iterable[str] = (),
        *,
        chat: bool = False,
    ) -> list[str]:
        """Give the ids of the batches that may be forgotten, the oldest first.

        Each row of them is settled, and was confirmed, sent and due before ``instant``. ``app_id``
        and ``access_ids`` as for ``recent_batches``; ``chat``: of a Chat app, by its SDKAppID.
        """
        kept = or_(
            _pushes.c.state.in_(OPEN_STATES | {"unknown"}),
            *(c >= instant for c in (_pushes.c.created_at, _pushes.c.sent_at)),
            _pushes.c.schedule_at >= instant,
        )
        query = (
            select(_pushes.c.batch_id)
            .group_by(_pushes.c.batch_id)
            .having(func.sum(case((kept, 1), else_=0)) == 0)
            .order_by(func.min(_pushes.c.seq))
        )
        if app_id is not None:
            query = query.where(
                _of_chat(chat),
                or_(_pushes.c.app_id == app_id, _pushes.c.access_id.in_(sorted(access_ids))),
            )
        return list(self._conn.execute(query).scalars())

    def forget(self, batch_ids: Sequence[str]) -> None:
        """Remove batches.

        Raises IllegalMove when a row is open or unsettled (``sqlite.triggers``); let that leave the
        transaction.
        """
        for start in range(0, len(batch_ids), CHUNK):
            some = batch_ids[start : start + CHUNK]
            self._conn.execute(delete(_pushes).where(_pushes.c.batch_id.in_(some)))
        SentIndex(self._conn).remove(batch_ids)
        PlanSums(self._conn).put(batch_ids)

    def forget_counters(self, app_id: str | None, access_ids: Iterable[str] = ()) -> None:
        """Forget the counters that were asked for, of an app or (None) of every one.

        The sums of plans have to be made anew: ``SentIndex.forget_all``.
        """
        query = update(_pushes).values(counters=None, counters_at=None)
        if app_id is not None:
            query = query.where(
                or_(_pushes.c.app_id == app_id, _pushes.c.access_id.in_(sorted(access_ids)))
            )
        self._conn.execute(query)

    def _set(self, row_id: str, state: str, values: Mapping[str, Any]) -> bool:
        if not values:
            return self._rows_in(row_id, state)
        query = (
            update(_pushes).where(_pushes.c.id == row_id, _pushes.c.state == state).values(**values)
        )
        if self._conn.execute(query).rowcount != 1:
            return False
        if _LISTED & values.keys():
            batch = self._batch_of(row_id)
            SentIndex(self._conn).put(batch)
            PlanSums(self._conn).put(batch)
        return True

    def _batch_of(self, row_id: str) -> Sequence[str]:
        query = select(_pushes.c.batch_id).where(_pushes.c.id == row_id)
        return self._conn.execute(query).scalars().all()

    def _rows_in(self, row_id: str, state: str) -> bool:
        query = select(_pushes.c.id).where(_pushes.c.id == row_id, _pushes.c.state == state)
        return self._conn.execute(query).first() is not None

    def _rows(self, query: Select[Any]) -> list[PushRow]:
        try:
            return [_push_row(row) for row in self._conn.execute(query)]
        except (TypeError, ValueError):
            # A cell of another kind than its column: SQLite keeps what it is given.
            raise Damaged("a push") from None


def _checked(facts: Mapping[str, Any]) -> dict[str, Any]:
    strange = sorted(set(facts) - FACTS)
    if strange:
        raise ValueError(f"frozen or unknown: {', '.join(strange)}")
    return _lists(dict(facts))


def _lists(values: dict[str, Any]) -> dict[str, Any]:
    """Give the tuples of a row as JSON has them; no matches is NULL."""
    if "push_ids" in values:
        values["push_ids"] = list(values["push_ids"])
    if "matches" in values:
        values["matches"] = list(values["matches"]) or None
    return values


def _of_chat(chat: bool) -> ColumnElement[bool]:
    """Rows of Chat apps, or all others: an SDKAppID may be the number of an access id."""
    return _pushes.c.platform == CHAT if chat else _pushes.c.platform != CHAT


def _select() -> Select[Any]:
    return select(*(_pushes.c[name] for name in _NAMES))


_NAMES: Final = tuple(column.name for column in _pushes.c if column.name != "seq")


def _push_row(row: Row[Any]) -> PushRow:
    values: dict[str, Any] = dict(zip(_NAMES, row, strict=True))
    for name in ("push_ids", "matches"):
        values[name] = tuple(values[name] or ())
    if type(values["body"]) is not bytes:
        raise Damaged("a body")
    return PushRow(**values)
