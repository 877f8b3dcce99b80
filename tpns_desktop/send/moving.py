"""Moving to another computer: one file with what a person wrote and collected, and back from it.

In it are drafts, templates, plan books, tag books and named devices, by app; and the drafts of
Chat apps. Never in it: keys and
passwords (nothing here can reach them), lists, settings, and what was sent. The file is JSON that
people can read; its shape stands in `moving_read`.

Coming back, apps are matched by their access ids, Chat apps by their SDKAppIDs, and things by their
ids: what is here already is replaced only by what is newer. All of a file is taken, or nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tpns_desktop import __version__
from tpns_desktop.send.moving_read import KIND, VERSION, Book, BookApp, BookChatApp
from tpns_desktop.store.apps import App, Apps
from tpns_desktop.store.chat_apps import ChatApp, ChatApps
from tpns_desktop.store.chat_drafts import ChatDrafts
from tpns_desktop.store.devices import Device, Devices
from tpns_desktop.store.drafts import DraftRow, Drafts
from tpns_desktop.store.ids import new_id
from tpns_desktop.store.plans import Plan, Plans
from tpns_desktop.store.tag_book import Tag, TagBook

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tpns_desktop.store.database import Database

KINDS: Final = ("drafts", "templates", "plans", "tags", "devices")
"""What is counted, in this order."""

_BINARY: Final[int] = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True)
class LeftOut:
    """An app of the file that is not connected here; what belongs to it is not taken."""

    name: str
    access_ids: tuple[str, ...]
    practice: bool
    things: int


@dataclass
class Merged:
    """What coming back does, or did. Each count is of one kind of `KINDS`."""

    made_at: datetime | None = None
    new: Counter[str] = field(default_factory=Counter)
    newer: Counter[str] = field(default_factory=Counter)
    """Here already, and older than what the file has."""
    same: Counter[str] = field(default_factory=Counter)
    """Here already, as new or newer."""
    left_out: list[LeftOut] = field(default_factory=list)

    @property
    def changes(self) -> int:
        """How many things come or are replaced."""
        return self.new.total() + self.newer.total()


# ------------------------------------------------------------------------------------- there


def told(conn: Connection, now: datetime) -> tuple[dict[str, Any], Counter[str]]:
    """What stands in the file, and how much of each kind."""
    counts: Counter[str] = Counter()
    apps = []
    for app in Apps(conn).all():
        drafts, plans = Drafts(conn).every(app.id), Plans(conn).all(app.id)
        tags, devices = TagBook(conn).all(app.id), Devices(conn).all(app.id)
        counts["templates"] += sum(row.template for row in drafts)
        counts["drafts"] += len(drafts) - sum(row.template for row in drafts)
        counts.update(plans=len(plans), tags=len(tags), devices=len(devices))
        apps.append(
            {
                "id": app.id,
                "name": app.name,
                "practice": app.practice,
                "android_access_id": app.android_access_id,
                "ios_access_id": app.ios_access_id,
                "drafts": [_draft(row) for row in drafts],
                "plans": [_plan(plan) for plan in plans],
                "tags": [_tag(tag) for tag in tags],
                "devices": [_device(device) for device in devices],
            }
        )
    chat_apps = []
    for chat in ChatApps(conn).all():
        drafts = ChatDrafts(conn).every(chat.id)
        counts["drafts"] += len(drafts)
        chat_apps.append(
            {
                "id": chat.id,
                "name": chat.name,
                "practice": chat.practice,
                "sdkappid": str(chat.sdkappid),
                "drafts": [_draft(row) for row in drafts],
            }
        )
    book = {
        "kind": KIND,
        "version": VERSION,
        "made_at": _instant(now),
        "program": __version__,
        "apps": apps,
        "chat_apps": chat_apps,
    }
    return book, counts


def written(book: dict[str, Any]) -> bytes:
    """The file's bytes."""
    try:
        return json.dumps(book, ensure_ascii=False, indent=1, allow_nan=False).encode()
    except UnicodeEncodeError:  # half a character from a keyboard: nothing typed is lost
        return json.dumps(book, indent=1, allow_nan=False).encode()


def write_book(path: Path, book: dict[str, Any]) -> None:
    """Write the file in one step, for its owner alone. Blocks. Raises OSError."""
    making = path.with_name(f".{path.name}.{new_id()}")
    try:
        handle = os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(written(book))
            out.flush()
            os.fsync(out.fileno())
        making.replace(path)
    finally:
        making.unlink(missing_ok=True)


def _draft(row: DraftRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "template": bool(row.template),
        "updated_at": _instant(row.updated_at),
        "draft": row.data,
    }


def _plan(plan: Plan) -> dict[str, Any]:
    return {
        "id": plan.id,
        "name": plan.name,
        "description": plan.description,
        "android_plan_id": plan.android_plan_id,
        "ios_plan_id": plan.ios_plan_id,
        "created_at": _instant(plan.created_at),
    }


def _tag(tag: Tag) -> dict[str, Any]:
    return {
        "tag_type": tag.tag_type,
        "tag": tag.tag,
        "added_at": _instant(tag.added_at),
        "used_at": _instant(tag.used_at),
        "uses": tag.uses,
    }


def _device(device: Device) -> dict[str, Any]:
    return {
        "id": device.id,
        "name": device.name,
        "platform": device.platform,
        "token": device.token,
        "note": device.note,
        "added_at": _instant(device.added_at),
        "used_at": _instant(device.used_at),
    }


def _instant(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


# -------------------------------------------------------------------------------------- back


def merge(conn: Connection, book: Book, now: datetime) -> Merged:
    """Take a file's things in; to be called inside a transaction. Raises StoreError."""
    merged = Merged(book.made_at)
    here = Apps(conn).all()
    for moved in book.apps:
        app = _match(moved, here)
        if app is not None:
            _Merge(conn, app, now, merged).take(moved)
        elif moved.things:
            merged.left_out.append(
                LeftOut(moved.name, moved.access_ids, moved.practice, moved.things)
            )
    chats = ChatApps(conn).all()
    for moved_chat in book.chat_apps:
        chat = _match_chat(moved_chat, chats)
        if chat is not None:
            for row in moved_chat.drafts:
                _take_draft(ChatDrafts(conn, lambda: now), row, chat.id, now, merged)
        elif moved_chat.drafts:
            merged.left_out.append(
                LeftOut(
                    moved_chat.name,
                    (moved_chat.sdkappid,),
                    moved_chat.practice,
                    len(moved_chat.drafts),
                )
            )
    return merged


class _Previewed(Exception):
    """Ends the transaction of a preview."""


def preview(database: Database, book: Book, now: datetime) -> Merged:
    """What `merge` would do: it is done, and taken back. Raises StoreError."""
    merged = Merged()
    with contextlib.suppress(_Previewed), database.transaction() as conn:
        merged = merge(conn, book, now)
        raise _Previewed
    return merged


def _match(moved: BookApp, here: list[App]) -> App | None:
    """The app here that reaches the same people; practice is practice everywhere."""
    if moved.practice:
        return next((app for app in here if app.practice), None)
    shared = [
        (len(app.access_ids & set(moved.access_ids)), app) for app in here if not app.practice
    ]
    most = max((count for count, _ in shared), default=0)
    return next((app for count, app in shared if count == most), None) if most else None


def _match_chat(moved: BookChatApp, here: list[ChatApp]) -> ChatApp | None:
    """The Chat app here that reaches the same people; practice is practice everywhere."""
    for app in here:
        same = moved.practice or str(app.sdkappid) == moved.sdkappid
        if app.practice == moved.practice and same:
            return app
    return None


def _take_draft(drafts: Drafts, row: DraftRow, app_id: str, now: datetime, merged: Merged) -> None:
    """Take one draft in, unless what is here is as new."""
    kind = "templates" if row.template else "drafts"
    known = drafts.get(row.id)
    if known is not None and known.app_id != app_id:
        # Another app's draft of this id stays what and where it is. The same file makes the
        # same id again, so that it is taken once.
        own = hashlib.sha256(f"{app_id}/{row.id}".encode()).hexdigest()[:32]
        row, known = replace(row, id=own), drafts.get(own)
    # A clock that ran ahead there must not make it the newest for ever.
    at = min(row.updated_at, now)
    if known is not None and known.updated_at >= at:
        merged.same[kind] += 1
        return
    drafts.put(replace(row, app_id=app_id, updated_at=at))
    (merged.new if known is None else merged.newer)[kind] += 1


class _Merge:
    """One app of a file."""

    def __init__(self, conn: Connection, app: App, now: datetime, merged: Merged) -> None:
        self._conn, self._app, self._now, self._merged = conn, app, now, merged
        self._plans: dict[str, str] = {}
        """Id of a plan in the file → its id here."""
        self._here = {plan.id: plan for plan in Plans(conn).all(app.id)}
        self._named = {device.id: device for device in Devices(conn).all(app.id)}
        self._tokens = {(one.platform, one.token): one for one in self._named.values()}

    def take(self, moved: BookApp) -> None:
        # Plans first: drafts name them.
        for plan in moved.plans:
            self._take_plan(plan)
        for draft in moved.drafts:
            self._take_draft(draft)
        for tag in moved.tags:
            self._take_tag(tag)
        for device in moved.devices:
            self._take_device(device)

    def _take_plan(self, plan: Plan) -> None:
        book = Plans(self._conn)
        if self._app.practice:
            # Another practice service has never heard of it; it is made there when needed.
            plan = replace(plan, android_plan_id=None, ios_plan_id=None)
        known = self._known_plan(plan)
        if known is None:
            if book.get(plan.id) is not None:  # another app has it
                self._plans[plan.id] = new_id()
            kept = replace(plan, id=self._plans.get(plan.id, plan.id), app_id=self._app.id)
            book.add(kept)
            self._here[kept.id] = kept
            self._plans[plan.id] = kept.id
            self._merged.new["plans"] += 1
            return
        self._plans[plan.id] = known.id
        filled = replace(
            known,
            android_plan_id=known.android_plan_id or plan.android_plan_id,
            ios_plan_id=known.ios_plan_id or plan.ios_plan_id,
        )
        if filled != known:
            book.update(filled)
            self._here[known.id] = filled
        (self._merged.same if filled == known else self._merged.newer)["plans"] += 1

    def _known_plan(self, plan: Plan) -> Plan | None:
        for known in self._here.values():
            ids = {known.android_plan_id, known.ios_plan_id} - {None}
            if known.id == plan.id or ids & {plan.android_plan_id, plan.ios_plan_id}:
                return known
        if self._app.practice:
            return next((one for one in self._here.values() if one.name == plan.name), None)
        return None

    def _take_draft(self, row: DraftRow) -> None:
        data = dict(row.data)
        plan = data.get("plan")
        if isinstance(plan, str):
            data["plan"] = self._plans.get(plan)
        drafts = Drafts(self._conn, lambda: self._now)
        _take_draft(drafts, replace(row, data=data), self._app.id, self._now, self._merged)

    def _take_tag(self, tag: Tag) -> None:
        book = TagBook(self._conn)
        known = book.get(self._app.id, tag.tag_type, tag.tag)
        tag = replace(tag, app_id=self._app.id)
        if known is None:
            book.add(tag)
            self._merged.new["tags"] += 1
        elif tag.used_at is not None and (known.used_at is None or known.used_at < tag.used_at):
            book.remove(known.app_id, known.tag_type, known.tag)
            book.add(replace(known, used_at=tag.used_at, uses=max(known.uses, tag.uses)))
            self._merged.newer["tags"] += 1
        else:
            self._merged.same["tags"] += 1

    def _take_device(self, device: Device) -> None:
        book = Devices(self._conn)
        device = replace(device, app_id=self._app.id)
        spot = (device.platform, device.token)
        known = self._named.get(device.id) or self._tokens.get(spot)
        if known is None:
            taken = book.get(device.id) is not None  # by another app
            device = replace(device, id=new_id()) if taken else device
            book.add(device)
            self._named[device.id] = self._tokens[spot] = device
            self._merged.new["devices"] += 1
        elif known.id == device.id and _last(known) < _last(device):
            book.update(device)
            self._merged.newer["devices"] += 1
        else:
            self._merged.same["devices"] += 1


def _last(device: Device) -> datetime:
    return max(device.added_at, device.used_at or device.added_at)
