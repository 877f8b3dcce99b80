"""Drafts and templates in one book, and the copy of a sent push that becomes a draft.

A template is never written into by using it: what begins from it is a draft of its own. The copy of
a sent push says the same to the same people, but never *when*: its times are emptied, so that
nothing leaves at a moment that was meant for another push. Source: flows 7.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tpns_desktop.model.draft import for_another_app, ids_of
from tpns_desktop.model.reading import Reading, draft_of
from tpns_desktop.store.drafts import DraftRow, Drafts
from tpns_desktop.store.history import History, PushRow
from tpns_desktop.store.plans import Plans

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tpns_desktop.send.clock import Clock
    from tpns_desktop.send.storage import StorageWatch
    from tpns_desktop.store.database import Database

_HARMLESS = frozenset({"unused", "rewritten", "of_the_app"})
"""Reasons of `reading.Left` for which the draft sends the same to the same people."""

_TIMES = (("at",), ("loop", "start"), ("loop", "end"))
"""Places in a draft's schedule that say a day; hours of a repetition are no day."""


@dataclass(frozen=True)
class Again:
    """A sent push as a draft."""

    draft: dict[str, Any] = field(repr=False)
    title: str
    timed: bool
    """Whether it had a time, which is empty now."""
    from_app: str
    """Name of the app that it was sent with, when that is another one; else empty."""
    exact: bool
    """False: the draft is gone or has changed since, and not all of the push could be read back."""


class DraftBook:
    """The drafts of every app. Used on the database's thread."""

    def __init__(self, database: Database, storage: StorageWatch, clock: Clock) -> None:
        self._database = database
        self._storage = storage
        self._clock = clock

    def all(self, app_id: str, search: str = "") -> list[DraftRow]:
        """Templates, then drafts, the last changed first; those with every word of `search`."""
        with self._database.reading() as conn:
            return Drafts(conn).recent(app_id, search=search)

    def save(self, app_id: str, draft_id: str | None, data: Mapping[str, Any]) -> DraftRow:
        """Keep a draft. Raises StoreError."""
        with self._storage.writing(), self._database.transaction() as conn:
            return Drafts(conn, self._clock.now).save(app_id, draft_id, data)

    def save_template(self, app_id: str, data: Mapping[str, Any]) -> DraftRow:
        """Keep a copy as a template; gives it. Raises StoreError."""
        with self._storage.writing(), self._database.transaction() as conn:
            return Drafts(conn, self._clock.now).add(app_id, data, template=True)

    def duplicate(self, draft_id: str, name: str) -> DraftRow | None:
        """Keep a copy under another name, a template's as a template; None for no such draft."""
        with self._storage.writing(), self._database.transaction() as conn:
            drafts = Drafts(conn, self._clock.now)
            row = drafts.get(draft_id)
            if row is None:
                return None
            return drafts.add(row.app_id, {**row.data, "name": name}, template=bool(row.template))

    def rename(self, draft_id: str, name: str) -> DraftRow | None:
        """Give a draft another name; None for no such draft. Raises StoreError."""
        with self._storage.writing(), self._database.transaction() as conn:
            return Drafts(conn, self._clock.now).rename(draft_id, name)

    def restore(self, row: DraftRow) -> DraftRow:
        """Bring a removed draft back, under its id and in its place. Raises StoreError.

        One that is there again was typed on meanwhile: it stays as it is, and is given.
        """
        with self._storage.writing(), self._database.transaction() as conn:
            drafts = Drafts(conn, self._clock.now)
            standing = drafts.get(row.id)
            return standing if standing is not None else drafts.put(row)

    def again(self, batch_id: str, app_id: str) -> Again | None:
        """A sent push as a draft for an app; None for no such push. Nothing is kept yet."""
        with self._database.reading() as conn:
            rows = History(conn).batch(batch_id)
            if not rows or rows[0].is_chat:
                return None
            draft, exact = _draft_of(conn, rows)
            same = rows[0].app_id == app_id
            plan = Plans(conn).get(draft["plan"]) if isinstance(draft.get("plan"), str) else None
        if not same:
            draft = for_another_app(draft)
        elif plan is None or plan.app_id != app_id:
            draft["plan"] = None  # it was removed
        timed = _without_times(draft)
        return Again(draft, rows[0].title, timed, "" if same else rows[0].app_name, exact)


def _draft_of(conn: Connection, rows: tuple[PushRow, ...]) -> tuple[dict[str, Any], bool]:
    """The draft that was confirmed, or what can be read back of its requests."""
    first = rows[0]
    stored = Drafts(conn).get(first.draft_id)
    # The confirmation raised the revision by one. A test goes to other people than its draft.
    if (
        stored is not None
        and stored.revision <= first.draft_rev + 1
        and first.purpose == "push"
        and not stored.template
    ):
        return copy.deepcopy(stored.data), True
    return _read_back(conn, rows)


def _read_back(conn: Connection, rows: tuple[PushRow, ...]) -> tuple[dict[str, Any], bool]:
    """The draft that makes these requests again; not exact where something had to be left."""
    first = rows[0]
    readings = {row.platform: _reading(row) for row in rows}
    reading = readings[first.platform]
    draft, left = reading.draft, [one for one in reading.left if one.reason not in _HARMLESS]
    for platform, other in readings.items():
        # What belongs to one platform stands in that platform's request alone.
        draft["message"][platform] = other.draft["message"][platform]
        left += [one for one in other.left if one.reason not in _HARMLESS]
    draft["name"] = first.name
    if first.list_id is not None:
        draft["audience"]["file"]["list_id"] = first.list_id
        left = [one for one in left if one.reason != "needs_list"]
    if reading.plan_id:
        known = (one for one in Plans(conn).all(first.app_id))
        found = (one.id for one in known if one.plan_id(first.platform) == reading.plan_id)
        draft["plan"] = next(found, None)
        left = [one for one in left if one.reason != "needs_plan" or draft["plan"] is None]
    # Devices and messages of their own for each platform do not fit into one list of tokens.
    several = len(rows) > 1 and draft["audience"]["kind"] == "device"
    if first.purpose == "test":
        draft["audience"]["device"] |= {
            "text": "",
            "platform": None,
            "named": _named(rows, readings),
        }
        several = False
    return draft, not left and not several


def _named(rows: tuple[PushRow, ...], readings: Mapping[str, Reading]) -> list[dict[str, str]]:
    """The devices that a test went to, of each platform, by the names they had then."""
    told = rows[0].audience
    names = dict(zip(told.get("first") or (), told.get("devices") or (), strict=False))
    return [
        {"name": names.get(token, ""), "token": token, "platform": platform}
        for platform, reading in readings.items()
        for token in ids_of(reading.draft["audience"]["device"]["text"])[0]
    ]


def _reading(row: PushRow) -> Reading:
    try:
        body = json.loads(row.body)
    except ValueError:
        body = None
    return draft_of(body, row.platform)


def _without_times(draft: dict[str, Any]) -> bool:
    """Empty what says a day; tells whether there was any."""
    schedule = draft.get("schedule")
    found = False
    for *way, last in _TIMES:
        place = schedule
        for key in way:
            place = place.get(key) if isinstance(place, dict) else None
        if isinstance(place, dict) and place.get(last):
            found = True
            place[last] = ""
    return found and isinstance(schedule, dict) and schedule.get("kind") != "now"
