"""The index behind the Sent list: every push, ours and the service's, in the order of time.

One row a push: ours by its batch, those made elsewhere by access id and push id. A push of ours is
never listed a second time, however many push ids it has: what the service shows under one of them
is joined to it, and what may be one of which nobody knows yet waits hidden until that is settled.

Pushes to users of Chat apps are not in it: another service sends them, and they have a list of
their own.

The **key** is when it was made, in microseconds since 1970 (its planned start, where it has one),
moved on by the few it takes to be the only one; so the order of keys is the order of time, and a
page of the list begins at a key. ``History`` and ``ServiceRecords`` keep the index in step inside
of their own transactions. What older files hold is listed by ``list_older``, in pieces.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar

from sqlalchemy import (
    ColumnElement,
    LargeBinary,
    String,
    and_,
    cast,
    delete,
    false,
    func,
    insert,
    or_,
    select,
    type_coerce,
    update,
)

from tpns_desktop.model.states import OPEN_STATES, joined_state
from tpns_desktop.store import tables
from tpns_desktop.store.full_text import FullText, fold, whole
from tpns_desktop.store.pairs import among
from tpns_desktop.store.plan_sums import PlanSums

if TYPE_CHECKING:
    from sqlalchemy import Connection

T = TypeVar("T")

_list, _words, _ids = tables.sent_list, tables.sent_words, tables.sent_ids
_pushes, _records = tables.pushes, tables.records

ELSEWHERE: Final = "elsewhere"
"""What stands as the state of a push that this program did not make."""

FORGOTTEN: Final = ""
"""Stands for the batch of a push of ours that a person cleared away."""

STATUSES: Final[tuple[str, ...]] = (
    "PUSH_STARTED",
    "PUSH_WAIT",
    "PUSH_INIT",
    "PUSH_FAILED",
    "PUSH_DELETED_PUSH_MSG",
    "PUSH_REVOKED",
    "PUSH_CANCELED",
    "PUSH_DELETED",
    "PUSH_COLLAPSED",
    "PUSH_FINISHED",
)
"""The service's words for how a push stands (tpns-rest 12.1). Of a push with several ids the
first of these is shown: what still moves before what went wrong before what is done."""

UNFINISHED: Final = frozenset(STATUSES[:3])
STOPPED: Final = frozenset(STATUSES[4:9])

KINDS: Final[tuple[str, ...]] = (
    "unsettled",
    "scheduled",
    "repeating",
    "under_way",
    "finished",
    "refused",
    "stopped",
)
"""What a list may be narrowed to, see ``_kind``."""

HIDING: Final = frozenset({"sending", "unknown"})
"""States of ours in which a record that may be it is not listed as another push."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_TICK: Final = timedelta(microseconds=1)
_SECOND: Final = 1_000_000
_FROM: Final = "sent_listed_from"
_CHUNK: Final = 250
_ALL: Final = 2**63 - 1
STEP: Final = 20_000
"""Rows that one step of a filter runs through."""
_HITS: Final = 128
"""Texts that one step of a search compares."""


@dataclass(frozen=True)
class Asked:
    """What a list is narrowed to; everything together."""

    app_id: str | None = None
    access_ids: frozenset[str] = frozenset()
    """The app's: what was sent with them is its own too. Without ``app_id`` nobody's in
    particular."""
    kind: str = ""
    """One of ``KINDS`` or empty."""
    elsewhere: bool | None = None
    """Only what was made elsewhere, only what was made here, or both."""
    plan_id: str | None = None
    """Of this plan; with "" what was made here without one."""
    since: datetime | None = None
    before: datetime | None = None
    words: tuple[str, ...] = ()
    """Folded, see ``full_text.words_of``; each has to be found. A single one of digits also means
    the push with exactly this push id."""


@dataclass(frozen=True)
class Step:
    """What one step through a list found."""

    keys: list[int]
    """Highest first."""
    below: int | None
    """Where the next step goes on; None when there is nothing left."""


def key_of(at: datetime) -> int:
    """Give the first key of an instant."""
    return (at - _EPOCH) // _TICK


def at_of(key: int) -> datetime:
    """Give the instant of a key, to some microseconds."""
    return _EPOCH + timedelta(microseconds=key)


class SentIndex:
    """The index in the database behind one connection."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``."""
        self._conn = conn
        self._text = FullText(conn)

    # ---------------------------------------------------------------------------- keeping in step

    def put(self, batch_ids: Iterable[str]) -> None:
        """List these batches of ours as they now stand; one that is gone is listed no more."""
        for some in _chunks(dict.fromkeys(batch_ids)):
            rows = self._rows(some)
            self._claim_ids(rows)
            statuses = self._statuses(some)
            query = select(_list.c.batch_id, _list.c.key).where(_list.c.batch_id.in_(some))
            known = {row.batch_id: row.key for row in self._conn.execute(query)}
            self._drop([known[one] for one in some if one in known and one not in rows])
            fresh: list[dict[str, Any]] = []
            for batch_id, parts in rows.items():
                state = joined_state(part.state for part in parts)
                status = statuses.get(batch_id, "")
                if batch_id in known:
                    query_ = update(_list).where(_list.c.key == known[batch_id])
                    self._conn.execute(query_.values(state=state, status=status))
                else:
                    fresh.append(_listed(batch_id, parts, state, status))
            self._add(fresh)
            self._settle_doubles(some, rows)

    def remove(self, batch_ids: Sequence[str]) -> None:
        """List these batches no more.

        Their push ids stay known as forgotten ones of ours: else the service's records would bring
        them back as if somebody else had made them.
        """
        for some in _chunks(batch_ids):
            gone = update(_ids).where(_ids.c.batch_id.in_(some))
            self._conn.execute(gone.values(batch_id=FORGOTTEN))
            query = select(_list.c.key).where(_list.c.batch_id.in_(some))
            self._drop(list(self._conn.execute(query).scalars()))

    def put_records(self, ids: Iterable[tuple[str, str]]) -> None:
        """List these records (access id, push id) as they now stand, or join them to ours."""
        for some in _chunks(dict.fromkeys(ids)):
            at = among(_records.c.access_id, _records.c.push_id, some)
            found = self._conn.execute(
                select(
                    _records.c.access_id,
                    _records.c.push_id,
                    _records.c.at,
                    _records.c.status,
                    _records.c.title,
                    _records.c.content,
                    _records.c.may_be,
                ).where(at)
            ).all()
            place = among(_ids.c.access_id, _ids.c.push_id, some)
            query = select(_ids.c.access_id, _ids.c.push_id, _ids.c.batch_id)
            ours = {(a, p): b for a, p, b in self._conn.execute(query.where(place))}
            spot = among(_list.c.access_id, _list.c.push_id, some)
            query = select(_list.c.access_id, _list.c.push_id, _list.c.key)
            known = {(a, p): key for a, p, key in self._conn.execute(query.where(spot))}
            there = {(row.access_id, row.push_id) for row in found}
            hidden = {
                (row.access_id, row.push_id)
                for row in found
                if row.may_be is not None or (row.access_id, row.push_id) in ours
            }
            self._drop([key for id, key in known.items() if id in hidden or id not in there])
            fresh = []
            for row in found:
                id = (row.access_id, row.push_id)
                if id in hidden:
                    continue
                if id in known:
                    query_ = update(_list).where(_list.c.key == known[id])
                    self._conn.execute(query_.values(status=row.status))
                else:
                    fresh.append(_listed_elsewhere(row))
            self._add(fresh)
            joined = sorted(set(ours.values()) - {FORGOTTEN})
            statuses = self._statuses(joined)
            for batch_id in joined:
                query_ = update(_list).where(_list.c.batch_id == batch_id)
                self._conn.execute(query_.values(status=statuses.get(batch_id, "")))

    def forgotten(self, ids: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
        """Give those of the records (access id, push id) that are of cleared pushes of ours."""
        found: set[tuple[str, str]] = set()
        for some in _chunks(ids):
            query = select(_ids.c.access_id, _ids.c.push_id).where(
                among(_ids.c.access_id, _ids.c.push_id, some), _ids.c.batch_id == FORGOTTEN
            )
            found |= {(row.access_id, row.push_id) for row in self._conn.execute(query)}
        return found

    def forget_all(self) -> None:
        """Empty the index, so that no word of it stays in the file; ``list_older`` fills it.

        The sums of plans as well.
        """
        PlanSums(self._conn).forget_all()
        for table in (_list, _words):
            self._conn.execute(delete(table))
        self._text.clear()
        self._conn.execute(delete(tables.about).where(tables.about.c.name == _FROM))
        last = self._conn.execute(select(func.max(_pushes.c.seq))).scalar() or 0
        value = str(last + 1)
        self._conn.execute(insert(tables.about).values(name=_FROM, value=value))

    def has_older(self) -> bool:
        """Whether there are pushes that are not listed yet."""
        query = select(tables.about.c.value).where(tables.about.c.name == _FROM)
        return self._conn.execute(query).first() is not None

    def list_older(self, count: int) -> bool:
        """List the next ``count`` pushes that are not yet, newest first; False when all are."""
        query = select(tables.about.c.value).where(tables.about.c.name == _FROM)
        below = self._conn.execute(query).scalar()
        if below is None:
            return False
        page = (
            select(_pushes.c.seq, _pushes.c.batch_id)
            .where(_pushes.c.seq < int(below))
            .order_by(_pushes.c.seq.desc())
            .limit(count)
        )
        found = self._conn.execute(page).all()
        self.put(row.batch_id for row in found)
        PlanSums(self._conn).put(row.batch_id for row in found)
        here = tables.about.c.name == _FROM
        if len(found) == count:
            value = str(found[-1].seq)
            self._conn.execute(update(tables.about).where(here).values(value=value))
            return True
        ids = select(_records.c.access_id, _records.c.push_id)
        self.put_records((row[0], row[1]) for row in self._conn.execute(ids).all())
        self._conn.execute(delete(tables.about).where(here))
        return False

    # ------------------------------------------------------------------------------------ reading

    def step(self, asked: Asked, below: int | None, now: datetime) -> Step:
        """Go on through what ``asked`` means, downwards from ``below`` (None: the newest).

        Costs the same wherever it begins and however many pushes there are; it may find nothing
        and still not be at the end.
        """
        edge = min(below if below is not None else _ALL, _ALL)
        if asked.before is not None:
            edge = min(edge, key_of(asked.before))
        floor = key_of(asked.since) if asked.since is not None else -_ALL
        if asked.words:
            return self._hits(asked, edge, floor, now)
        page = (
            select(_list)
            .where(_list.c.key < edge, _list.c.key >= floor)
            .order_by(_list.c.key.desc())
            .limit(STEP)
            .subquery()
        )
        some = page.c
        wanted = _filter(asked, some, now)
        if wanted is None:
            keys = list(self._conn.execute(select(some.key).order_by(some.key.desc())).scalars())
            return Step(keys, keys[-1] if len(keys) == STEP else None)
        query = select(some.key).where(wanted).order_by(some.key.desc())
        keys = list(self._conn.execute(query).scalars())
        size, last = self._conn.execute(select(func.count(), func.min(some.key))).one()
        return Step(keys, last if size == STEP else None)

    def meant(self, asked: Asked, batch_id: str, now: datetime) -> tuple[int | None, bool]:
        """Give the key of a batch (None: not listed), and whether ``asked`` means it."""
        query = select(_list.c.key).where(_list.c.batch_id == batch_id)
        key = self._conn.execute(query).scalar()
        if key is None:
            return None, False
        return int(key), bool(self._among(asked, [int(key)], now))

    def key(self, access_id: str, push_id: str) -> int | None:
        """Give the key of what was made elsewhere, None when it is not listed as such."""
        query = select(_list.c.key)
        here = and_(_list.c.access_id == access_id, _list.c.push_id == push_id)
        return self._conn.execute(query.where(here)).scalar()

    def _hits(self, asked: Asked, edge: int, floor: int, now: datetime) -> Step:
        keys = self._text.newest(asked.words, edge, _HITS)
        over = len(keys) < _HITS or keys[-1] < floor
        end = -_ALL if over else keys[-1]
        named = [key for key in self._named(asked.words) if end <= key < edge]
        found = self._among(asked, [key for key in {*keys, *named} if key >= floor], now)
        return Step(found, None if over else end)

    def _named(self, words: Sequence[str]) -> list[int]:
        """Keys of the pushes that have the one word as their push id, ours and others'."""
        if len(words) != 1 or not (words[0].isascii() and words[0].isdigit()):
            return []
        named: list[int] = []
        for access_id in self._access_ids():
            here = (_ids.c.access_id == access_id, _ids.c.push_id == words[0])
            ours = select(_list.c.key).join(_ids, _ids.c.batch_id == _list.c.batch_id)
            named += self._conn.execute(ours.where(*here)).scalars()
            key = self.key(access_id, words[0])
            named += [] if key is None else [key]
        return named

    def _access_ids(self) -> list[str]:
        # From each to the next by the index: they are few, and their pushes are many.
        found: set[str] = set()
        for table in (_ids, _list):
            last: str | None = ""
            while last is not None:
                query = select(func.min(table.c.access_id)).where(table.c.access_id > last)
                last = self._conn.execute(query).scalar()
                if last is not None:
                    found.add(last)
        return sorted(found)

    def _among(self, asked: Asked, keys: list[int], now: datetime) -> list[int]:
        query = select(_list.c.key).where(_list.c.key.in_(keys)).order_by(_list.c.key.desc())
        if asked.words:
            query = query.join(_words, _words.c.key == _list.c.key)
            said = and_(*(func.instr(_words.c.words, word) > 0 for word in asked.words))
            named = self._named(asked.words)
            query = query.where(or_(said, _list.c.key.in_(named)) if named else said)
        if asked.since is not None:
            query = query.where(_list.c.key >= key_of(asked.since))
        if asked.before is not None:
            query = query.where(_list.c.key < key_of(asked.before))
        wanted = _filter(asked, _list.c, now)
        return list(self._conn.execute(query if wanted is None else query.where(wanted)).scalars())

    # ------------------------------------------------------------------------------------ helpers

    def _rows(self, batch_ids: Sequence[str]) -> dict[str, list[Any]]:
        query = (
            select(
                _pushes.c.batch_id,
                _pushes.c.platform,
                _pushes.c.app_id,
                _pushes.c.access_id,
                _pushes.c.name,
                _pushes.c.title,
                _pushes.c.content,
                _pushes.c.plan_name,
                _pushes.c.plan_id,
                _pushes.c.state,
                _pushes.c.schedule_at,
                _pushes.c.created_at,
                type_coerce(_pushes.c.push_ids, String).label("push_ids"),
                # JSON escapes the quotes inside of texts: this can only be the field itself.
                (func.instr(_pushes.c.body, cast(b'"loop_param":', LargeBinary)) > 0).label(
                    "repeats"
                ),
            )
            .where(_pushes.c.batch_id.in_(batch_ids), _pushes.c.platform != tables.CHAT)
            .order_by(_pushes.c.seq)
        )
        found: dict[str, list[Any]] = {}
        for row in self._conn.execute(query):
            found.setdefault(row.batch_id, []).append(row)
        return found

    def _claim_ids(self, rows: Mapping[str, Sequence[Any]]) -> None:
        """What the service calls our pushes is ours from now on."""
        ids = {
            (part.access_id, whole(str(push_id))): batch_id
            for batch_id, parts in rows.items()
            for part in parts
            if part.push_ids != "[]"
            for push_id in json.loads(part.push_ids)
        }
        for some in _chunks(ids):
            at = among(_ids.c.access_id, _ids.c.push_id, some)
            query = select(_ids.c.access_id, _ids.c.push_id).where(at)
            known = {(row.access_id, row.push_id) for row in self._conn.execute(query)}
            fresh = [
                {"access_id": id[0], "push_id": id[1], "batch_id": ids[id]}
                for id in some
                if id not in known
            ]
            if fresh:
                self._conn.execute(insert(_ids), fresh)
            spot = among(_list.c.access_id, _list.c.push_id, some)
            doubles = select(_list.c.key).where(spot)
            self._drop(list(self._conn.execute(doubles).scalars()))

    def _settle_doubles(self, batch_ids: Sequence[str], rows: Mapping[str, Sequence[Any]]) -> None:
        """What may have been a push of ours that is settled now is listed as what it is."""
        query = select(_records.c.access_id, _records.c.push_id, _records.c.may_be).where(
            _records.c.may_be.in_(batch_ids)
        )
        waiting = [row for row in self._conn.execute(query) if not hides(rows.get(row.may_be, ()))]
        for some in _chunks((row.access_id, row.push_id) for row in waiting):
            at = among(_records.c.access_id, _records.c.push_id, some)
            self._conn.execute(update(_records).where(at).values(may_be=None))
            self.put_records(some)

    def _statuses(self, batch_ids: Sequence[str]) -> dict[str, str]:
        query = (
            select(_ids.c.batch_id, _records.c.status)
            .join(
                _records,
                and_(
                    _records.c.access_id == _ids.c.access_id, _records.c.push_id == _ids.c.push_id
                ),
            )
            .where(_ids.c.batch_id.in_(batch_ids))
        )
        told: dict[str, set[str]] = {}
        for row in self._conn.execute(query):
            told.setdefault(row.batch_id, set()).add(row.status)
        return {batch_id: joined_status(statuses) for batch_id, statuses in told.items()}

    def _add(self, rows: list[dict[str, Any]]) -> None:
        if not rows:
            return
        texts = []
        used = self._used(row["key"] for row in rows)
        for row in rows:
            key = row["key"]
            if key in used:  # else nobody has it: all of the first choices were looked up
                key = self._free(key, used)
            used.add(key)
            row["key"] = key
            texts.append((key, fold(row.pop("words"))))
        self._conn.execute(insert(_list), rows)
        self._conn.execute(insert(_words), [{"key": key, "words": text} for key, text in texts])
        self._text.add(texts)

    def _used(self, keys: Iterable[int]) -> set[int]:
        query = select(_list.c.key).where(_list.c.key.in_(sorted(set(keys))))
        return set(self._conn.execute(query).scalars())

    def _free(self, key: int, used: set[int]) -> int:
        """Give the next key that nobody has, ``used`` included."""
        while True:
            query = select(_list.c.key).where(_list.c.key >= key, _list.c.key < key + _CHUNK)
            taken = set(self._conn.execute(query).scalars())
            for one in range(key, key + _CHUNK):
                if one not in taken and one not in used:
                    return one
            key += _CHUNK

    def _drop(self, keys: Sequence[int]) -> None:
        for some in _chunks(keys):
            query = select(_words.c.key, _words.c.words).where(_words.c.key.in_(some))
            self._text.remove([(row.key, row.words) for row in self._conn.execute(query)])
            self._conn.execute(delete(_words).where(_words.c.key.in_(some)))
            self._conn.execute(delete(_list).where(_list.c.key.in_(some)))


def hides(parts: Iterable[Any]) -> bool:
    """Whether a record may still turn out to be one of these rows of ours.

    Also when a person said that it went out: then it has no push id, and never gets one.
    """
    return any(
        part.state in HIDING or (part.state == "accepted" and part.push_ids in ("[]", ()))
        for part in parts
    )


def joined_status(statuses: Iterable[str]) -> str:
    """Give the one status under which a push with several push ids is shown."""
    told = set(statuses)
    return next((status for status in STATUSES if status in told), min(told, default=""))


def _listed(batch_id: str, parts: Sequence[Any], state: str, status: str) -> dict[str, Any]:
    first = parts[0]
    texts = dict.fromkeys(
        text
        for part in parts
        for text in (part.name, part.title, part.content, part.plan_name)
        if text
    )
    others = [part.access_id for part in parts[1:] if part.access_id != first.access_id]
    return {
        "key": key_of(first.schedule_at or first.created_at),
        "batch_id": batch_id,
        "app_id": first.app_id,
        "access_id": first.access_id,
        "other_access_id": others[0] if others else None,
        "push_id": None,
        "state": state,
        "status": status,
        "repeats": any(part.repeats for part in parts),
        "plan_id": first.plan_id,
        "words": "\n".join(texts),
    }


def _listed_elsewhere(row: Any) -> dict[str, Any]:
    # Records are told in whole seconds: spread inside of theirs, always in the same way.
    spread = zlib.crc32(f"{row.access_id}/{row.push_id}".encode()) % _SECOND
    return {
        "key": key_of(row.at.replace(microsecond=0)) + spread,
        "batch_id": None,
        "app_id": "",
        "access_id": row.access_id,
        "other_access_id": None,
        "push_id": row.push_id,
        "state": ELSEWHERE,
        "status": row.status,
        "repeats": False,
        "plan_id": None,
        "words": "\n".join(dict.fromkeys(text for text in (row.title, row.content) if text)),
    }


def _filter(asked: Asked, some: Any, now: datetime) -> ColumnElement[bool] | None:
    """Everything but period and words; None where nothing is left out."""
    parts: list[ColumnElement[bool]] = []
    if asked.app_id is not None:
        ids = sorted(asked.access_ids)
        parts.append(
            or_(
                some.app_id == asked.app_id,
                some.access_id.in_(ids),
                some.other_access_id.in_(ids),
            )
        )
    if asked.elsewhere is not None:
        is_elsewhere = some.state == ELSEWHERE
        parts.append(is_elsewhere if asked.elsewhere else ~is_elsewhere)
    if asked.plan_id == "":
        # Of one made elsewhere nobody knows whether it has a plan.
        parts.append(and_(some.plan_id.is_(None), some.state != ELSEWHERE))
    elif asked.plan_id is not None:
        parts.append(some.plan_id == asked.plan_id)
    if asked.kind:
        parts.append(_kind(asked.kind, some, now))
    return and_(*parts) if parts else None


def _kind(kind: str, some: Any, now: datetime) -> ColumnElement[bool]:
    going = ("accepted", *sorted(OPEN_STATES))
    ended = sorted(set(STATUSES) - UNFINISHED)
    later = some.key > key_of(now)
    kinds: dict[str, Callable[[], ColumnElement[bool]]] = {
        "unsettled": lambda: some.state == "unknown",
        "scheduled": lambda: or_(
            and_(later, some.state.in_(going), some.status.not_in(ended)),
            and_(some.state == ELSEWHERE, some.status.in_(("PUSH_INIT", "PUSH_WAIT"))),
        ),
        "repeating": lambda: some.repeats,
        "under_way": lambda: or_(
            some.state.in_(sorted(OPEN_STATES)), some.status.in_(sorted(UNFINISHED))
        ),
        "finished": lambda: some.status == "PUSH_FINISHED",
        "refused": lambda: or_(
            some.state.in_(("rejected", "not_sent", "partly")), some.status == "PUSH_FAILED"
        ),
        "stopped": lambda: or_(some.state == "withdrawn", some.status.in_(sorted(STOPPED))),
    }
    return kinds[kind]() if kind in kinds else false()


def _chunks(things: Iterable[T]) -> Iterator[list[T]]:
    listed = list(things)
    for start in range(0, len(listed), _CHUNK):
        yield listed[start : start + _CHUNK]
