"""What a frozen Chat push says, read back from its bytes, and which command sends it.

So that Review and the history show what leaves, and not what the form held. Judges nothing.
Source: im-all-member-push.md 3, 6, 7 and 9.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from tpns_desktop.model.chat_dialects import DIALECTS, DialectId
from tpns_desktop.model.limits import SERVICE_ZONE

Command = Literal["push", "batch", "add_task"]
"""Our names of the commands by which a push leaves, see `model.chat_dialects`."""

KINDS: Final[Mapping[str, str]] = {
    "TIMTextElem": "text",
    "TIMImageElem": "image",
    "TIMFileElem": "file",
    "TIMSoundElem": "sound",
    "TIMVideoFileElem": "video",
    "TIMLocationElem": "location",
    "TIMFaceElem": "face",
    "TIMCustomElem": "custom",
}
"""``MsgType`` → the kind of element as a draft calls it."""


@dataclass(frozen=True, slots=True)
class ChatElement:
    """One element of the message."""

    kind: str
    """One of `KINDS`' values; the wire's own name for one that is not known."""
    content: Mapping[str, Any]
    """``MsgContent`` as on the wire."""


@dataclass(frozen=True, slots=True)
class ChatFacts:
    """What one frozen body says."""

    dialect: DialectId
    audience_kind: str
    """"all", "tags", "attributes" or "users"."""
    tags_any: tuple[str, ...]
    tags_all: tuple[str, ...]
    attributes_any: tuple[tuple[str, str], ...]
    """Name and value."""
    attributes_all: tuple[tuple[str, str], ...]
    users: tuple[str, ...]
    sender: str
    """Empty: the administrator."""
    elements: tuple[ChatElement, ...]
    """None where the dialect sends a notification alone."""
    life_s: int | None
    """How long it is kept for users who are offline; None where the dialect does not say, 0 or not
    given in `all_member_push`: not at all."""
    online_only: bool
    """Whether only users who are online get it."""
    notifies: bool
    """Whether phones on which the app is not open show a notification."""
    title: str
    """Of the notification, or empty."""
    text: str
    """Of the notification; empty: the message's own words."""
    notification: Mapping[str, Any]
    """``OfflinePushInfo`` as on the wire."""
    data_id: str
    random: int
    """``MsgRandom``."""
    schedule_at: datetime | None
    """When the service starts it (aware; its zone is not documented, read as the service's)."""
    size_bytes: int
    """Of the whole body."""


def command_of(body: bytes) -> Command:
    """The command that sends this frozen body. Raises `ValueError` for no JSON object."""
    data = _object(body)
    if "SchedAt" in data:
        return "add_task"
    return "batch" if "To_Account" in data else "push"


def chat_facts_of(body: bytes, dialect: DialectId) -> ChatFacts:
    """Read a frozen body back, a scheduled one too.

    Raises `ValueError` for bytes that hold no JSON object. Fields that are not there are empty: the
    model judged the body before it was frozen.
    """
    spoken = DIALECTS[dialect]
    outer = _object(body)
    data = _map(outer.get("Content")) if "SchedAt" in outer else outer
    condition = _map(data.get("Condition"))
    told = _map(data.get("OfflinePushInfo"))
    # Where there is no message, the flag says "who is online" and not "no notification".
    quiet = told.get("PushFlag") == 1
    life = data.get("MsgLifeTime", 0) if spoken.keeps else None
    users = tuple(str(one) for one in _list(data.get("To_Account")))
    return ChatFacts(
        dialect=spoken.id,
        audience_kind=_kind(condition, users),
        tags_any=tuple(str(tag) for tag in _list(condition.get("TagsOr"))),
        tags_all=tuple(str(tag) for tag in _list(condition.get("TagsAnd"))),
        attributes_any=_pairs(condition.get("AttrsOr")),
        attributes_all=_pairs(condition.get("AttrsAnd")),
        users=users,
        sender=str(data.get("From_Account", "")),
        elements=tuple(
            ChatElement(
                KINDS.get(str(row.get("MsgType")), str(row.get("MsgType"))),
                _map(row.get("MsgContent")),
            )
            for row in _list(data.get("MsgBody"))
            if isinstance(row, Mapping)
        ),
        life_s=life,
        online_only=life == 0
        or data.get("OnlineOnlyFlag") == 1
        or (quiet and not spoken.has_message),
        notifies=not (quiet and spoken.has_message),
        title=str(told.get("Title", "")),
        text=str(told.get("Desc", "")),
        notification=told,
        data_id=str(data.get("DataId", "")),
        random=int(data.get("MsgRandom", 0)),
        schedule_at=instant_of(outer.get("SchedAt")),
        size_bytes=len(body),
    )


def instant_of(at: object) -> datetime | None:
    """A wall clock text of the service (``YYYY-MM-DD HH:MM:SS``); None for what is none.

    Its zone is not documented: UTC+8 is taken, as for everything else of the service (inferred).
    """
    if not isinstance(at, str):
        return None
    try:
        return datetime.strptime(at, "%Y-%m-%d %H:%M:%S").replace(tzinfo=SERVICE_ZONE)
    except ValueError:
        return None


def message_words(facts: ChatFacts) -> str:
    """The message's own words: of its texts, one a line; empty where it has none."""
    texts = [str(one.content.get("Text", "")) for one in facts.elements if one.kind == "text"]
    return "\n".join(text for text in texts if text)


def shown_text(facts: ChatFacts) -> str:
    """What a notification says: its own text, else the elements' words without a gap between.

    Places and faces are said in the phone's language; here in English. Empty: none appears.
    """
    if facts.text or not facts.notifies:
        return facts.text
    said = {"location": "[Location]", "face": "[Face]"}
    names = {"text": "Text", "custom": "Desc"}
    return "".join(
        said.get(one.kind, "") or str(one.content.get(names.get(one.kind, ""), ""))
        for one in facts.elements
    )


def _kind(condition: Mapping[str, Any], users: tuple[str, ...]) -> str:
    if users:
        return "users"
    if not condition:
        return "all"
    return "tags" if any(name.startswith("Tags") for name in condition) else "attributes"


def _object(body: bytes) -> Mapping[str, Any]:
    data = json.loads(body)
    if not isinstance(data, dict):
        raise ValueError("a push is a JSON object")
    return data


def _map(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _pairs(value: object) -> tuple[tuple[str, str], ...]:
    return tuple((str(name), str(said)) for name, said in _map(value).items())
