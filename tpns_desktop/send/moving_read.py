"""Reading the file of *Moving to another computer*: nothing of it is believed before it is checked.

The file comes from outside: damaged, of a newer program, of another program, or made to harm. What
is not exactly of the shape that `moving.written` gives is refused as a whole, with a reason; what
it holds is kept as data of the store, whatever it says.

    {"kind": "tpns-desktop-book", "version": 1, "made_at": instant, "program": version,
     "apps": [{"id", "name", "practice": bool, "android_access_id", "ios_access_id",
               "drafts": [{"id", "template": bool, "updated_at", "draft": {…}}],
               "plans": [{"id", "name", "description", "android_plan_id", "ios_plan_id",
                          "created_at"}],
               "tags": [{"tag_type", "tag", "added_at", "used_at", "uses"}],
               "devices": [{"id", "name", "platform", "token", "note", "added_at", "used_at"}]}],
     "chat_apps": [{"id", "name", "practice": bool, "sdkappid", "drafts": [as above]}]}

Instants are ISO 8601 with their zone; ids of the service are texts, or null where there is none.
"""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from tpns_desktop.model.draft_shape import has_shape_of_chat_draft, has_shape_of_draft
from tpns_desktop.store.chat_drafts import ChatDraftRow
from tpns_desktop.store.devices import Device
from tpns_desktop.store.drafts import DraftRow
from tpns_desktop.store.plans import Plan
from tpns_desktop.store.tag_book import Tag

KIND: Final = "tpns-desktop-book"
VERSION: Final = 1
SIZE_MAX_BYTES: Final = 64 * 1024 * 1024
"""Of a file that is read; thousands of drafts are far smaller."""

THINGS_MAX: Final = 20_000
"""Of all kinds in one file; they are taken in one step, in which nothing else is written."""

_DEPTH_MAX: Final = 40
"""Of what a draft holds; ours has about six."""
_USES_MAX: Final = 2**53
_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


class MovingRefused(Exception):
    """The file was not taken, and nothing was changed.

    `reason`: "unreadable", "too_large", "foreign" (another program's, or no such file at all),
    "newer" (a newer program's) or "damaged".
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class BookApp:
    """What a file holds of one app. `app_id` of the things is the one on the other computer."""

    id: str
    name: str
    practice: bool
    access_ids: tuple[str, ...]
    drafts: tuple[DraftRow, ...] = field(repr=False, default=())
    plans: tuple[Plan, ...] = field(repr=False, default=())
    tags: tuple[Tag, ...] = field(repr=False, default=())
    devices: tuple[Device, ...] = field(repr=False, default=())

    @property
    def things(self) -> int:
        """How many there are of all kinds."""
        return len(self.drafts) + len(self.plans) + len(self.tags) + len(self.devices)


@dataclass(frozen=True)
class BookChatApp:
    """What a file holds of one Chat app. `app_id` of drafts is the one on the other computer."""

    name: str
    practice: bool
    sdkappid: str
    drafts: tuple[ChatDraftRow, ...] = field(repr=False, default=())


@dataclass(frozen=True)
class Book:
    """What a file holds."""

    made_at: datetime
    apps: tuple[BookApp, ...]
    chat_apps: tuple[BookChatApp, ...] = ()


def read_book(path: Path) -> Book:
    """Read and check the file. Blocks. Raises MovingRefused."""
    try:
        # A pipe or a device would be waited for without end.
        if not stat.S_ISREG(path.stat().st_mode):
            raise MovingRefused("foreign")
        with path.open("rb") as file:
            data = file.read(SIZE_MAX_BYTES + 1)
    except (OSError, ValueError):  # ValueError: a NUL in the path
        raise MovingRefused("unreadable") from None
    if len(data) > SIZE_MAX_BYTES:
        raise MovingRefused("too_large")
    return parse_book(data)


def parse_book(data: bytes) -> Book:
    """What these bytes hold. Raises MovingRefused."""
    try:
        told = json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant)
    except (ValueError, RecursionError):
        # A part of one of ours begins as a whole one does.
        ours = f'"{KIND}"'.encode() in data[:2000]
        raise MovingRefused("damaged" if ours else "foreign") from None
    if not isinstance(told, dict) or told.get("kind") != KIND:
        raise MovingRefused("foreign")
    version = told.get("version")
    if type(version) is not int or version < 1:
        raise MovingRefused("damaged")
    if version > VERSION:
        raise MovingRefused("newer")
    try:
        apps = tuple(_app(one) for one in _list(told, "apps"))
        # Older files have none.
        chats = tuple(_chat_app(one) for one in _list({"chat_apps": [], **told}, "chat_apps"))
        book = Book(_instant(told, "made_at"), apps, chats)
    except (KeyError, TypeError, ValueError, OverflowError):
        raise MovingRefused("damaged") from None
    if sum(app.things for app in apps) + sum(len(one.drafts) for one in chats) > THINGS_MAX:
        raise MovingRefused("too_large")
    return book


def _no_constant(_name: str) -> Any:
    raise ValueError("no number")


def _app(told: Any) -> BookApp:
    app_id = _id(told)
    ids = (_maybe(told, f"{platform}_access_id") for platform in ("android", "ios"))
    return BookApp(
        id=app_id,
        name=_text(told, "name"),
        practice=_bool(told, "practice"),
        access_ids=tuple(id for id in ids if id),
        drafts=tuple(_draft(app_id, one) for one in _list(told, "drafts")),
        plans=tuple(_plan(app_id, one) for one in _list(told, "plans")),
        tags=tuple(_tag(app_id, one) for one in _list(told, "tags")),
        devices=tuple(_device(app_id, one) for one in _list(told, "devices")),
    )


def _chat_app(told: Any) -> BookChatApp:
    app_id = _id(told)
    return BookChatApp(
        name=_text(told, "name"),
        practice=_bool(told, "practice"),
        sdkappid=_text(told, "sdkappid"),
        drafts=tuple(_chat_draft(app_id, one) for one in _list(told, "drafts")),
    )


def _chat_draft(app_id: str, told: Any) -> ChatDraftRow:
    data = told["draft"]
    if not isinstance(data, dict) or _deeper(data, _DEPTH_MAX) or not has_shape_of_chat_draft(data):
        raise ValueError("a draft")
    template = int(_bool(told, "template"))
    return ChatDraftRow(_id(told), app_id, 1, data, _instant(told, "updated_at"), template)


def _draft(app_id: str, told: Any) -> DraftRow:
    data = told["draft"]
    # A form that cannot show one of its values would go on showing another draft's in its place.
    if not isinstance(data, dict) or _deeper(data, _DEPTH_MAX) or not has_shape_of_draft(data):
        raise ValueError("a draft")
    template = int(_bool(told, "template"))
    return DraftRow(_id(told), app_id, 1, data, _instant(told, "updated_at"), template)


def _plan(app_id: str, told: Any) -> Plan:
    return Plan(
        id=_id(told),
        app_id=app_id,
        name=_text(told, "name"),
        description=_text(told, "description"),
        android_plan_id=_maybe(told, "android_plan_id"),
        ios_plan_id=_maybe(told, "ios_plan_id"),
        created_at=_instant(told, "created_at"),
    )


def _tag(app_id: str, told: Any) -> Tag:
    uses = told["uses"]
    if type(uses) is not int or not 0 <= uses <= _USES_MAX:
        raise ValueError("a count")
    return Tag(
        app_id=app_id,
        tag_type=_text(told, "tag_type"),
        tag=_text(told, "tag"),
        added_at=_instant(told, "added_at"),
        used_at=None if told["used_at"] is None else _instant(told, "used_at"),
        uses=uses,
    )


def _device(app_id: str, told: Any) -> Device:
    platform = _text(told, "platform")
    if platform not in ("android", "ios"):
        raise ValueError("a platform")
    return Device(
        id=_id(told),
        app_id=app_id,
        name=_text(told, "name"),
        platform=platform,
        token=_text(told, "token"),
        note=_text(told, "note"),
        added_at=_instant(told, "added_at"),
        used_at=None if told["used_at"] is None else _instant(told, "used_at"),
    )


def _list(told: Mapping[str, Any], key: str) -> list[Any]:
    found = told[key]
    if not isinstance(found, list):
        raise TypeError(key)
    return found


def _text(told: Mapping[str, Any], key: str) -> str:
    found = told[key]
    if not isinstance(found, str) or "\0" in found:
        raise TypeError(key)
    return found


def _maybe(told: Mapping[str, Any], key: str) -> str | None:
    return None if told[key] is None else _text(told, key)


def _bool(told: Mapping[str, Any], key: str) -> bool:
    found = told[key]
    if not isinstance(found, bool):
        raise TypeError(key)
    return found


def _id(told: Mapping[str, Any]) -> str:
    found = _text(told, "id")
    if not _ID.fullmatch(found):
        raise ValueError("an id")
    return found


def _instant(told: Mapping[str, Any], key: str) -> datetime:
    at = datetime.fromisoformat(_text(told, key))
    if at.tzinfo is None:
        raise ValueError(key)
    return at.astimezone(UTC)


def _deeper(value: object, depth: int) -> bool:
    """Whether something in `value` lies deeper than that many lists and dicts."""
    if not isinstance(value, (dict, list)):
        return False
    if depth == 0:
        return True
    inner = value.values() if isinstance(value, dict) else value
    return any(_deeper(one, depth - 1) for one in inner)
