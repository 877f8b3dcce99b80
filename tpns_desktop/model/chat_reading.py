"""The draft that makes a frozen Chat push again, read back from its body.

What the form cannot show (smaller sizes of a picture, a field of a later year) is left and said so:
the draft is then not exact. Standard library only. Source: im-all-member-push.md 3, 6, 7 and 9.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from tpns_desktop.model.chat_dialects import Dialect
from tpns_desktop.model.chat_draft import (
    FIELDS,
    FORMATS,
    LANGUAGE_FIELDS,
    TYPES,
    ChatDraft,
    chat_body,
    empty_chat_draft,
    new_element,
)
from tpns_desktop.model.chat_options import OPTIONS
from tpns_desktop.model.options import draft_text

_KINDS: Final = {wire: kind for kind, wire in TYPES.items()}
_FORMAT_NAMES: Final = {number: name for name, number in FORMATS.items()}


def chat_draft_of(body: object, dialect: Dialect) -> tuple[ChatDraft, bool]:
    """The draft of a push's body (without an envelope), and whether it makes that body again."""
    draft = empty_chat_draft()
    if not isinstance(body, Mapping):
        return draft, False
    _audience(draft, body)
    message = draft["message"]
    message["sender"] = _text(body.get("From_Account"))
    message["life_s"] = _text(body.get("MsgLifeTime"))
    message["online_only"] = body.get("OnlineOnlyFlag") == 1
    if not dialect.has_message:
        message["online_only"] = _map(body.get("OfflinePushInfo")).get("PushFlag") == 1
    rows = [row for row in _list(body.get("MsgBody")) if isinstance(row, Mapping)]
    message["elements"] = [_element(row) for row in rows] or [new_element("text")]
    _notification(draft, body, dialect)
    number = body.get("MsgRandom")
    again = chat_body(draft, dialect, number if isinstance(number, int) else 0)
    return draft, again == dict(body)


def _audience(draft: ChatDraft, body: Mapping[str, Any]) -> None:
    audience, condition = draft["audience"], _map(body.get("Condition"))
    audience["kind"] = "all"
    if "To_Account" in body:
        audience["kind"] = "users"
        audience["users"]["text"] = "\n".join(map(_text, _list(body["To_Account"])))
    for match, tags, attributes in (("any", "TagsOr", "AttrsOr"), ("all", "TagsAnd", "AttrsAnd")):
        if tags in condition:
            audience["kind"] = "tags"
            audience["tags"][match] = [_text(tag) for tag in _list(condition[tags])]
        if attributes in condition:
            audience["kind"] = "attributes"
            told = _map(condition[attributes])
            audience["attributes"][match] = [[name, _text(said)] for name, said in told.items()]


def _element(row: Mapping[str, Any]) -> dict[str, Any]:
    kind = _KINDS.get(_text(row.get("MsgType")), "text")
    content, made = _map(row.get("MsgContent")), new_element(kind)
    if kind == "text":
        made["text"] = _text(content.get("Text"))
    elif kind == "image":
        picture = _map(next(iter(_list(content.get("ImageInfoArray"))), None))
        made["uuid"] = _text(content.get("UUID"))
        made["format"] = _FORMAT_NAMES.get(content.get("ImageFormat", 0), "")
        for name, wire in (
            ("url", "URL"),
            ("width", "Width"),
            ("height", "Height"),
            ("size", "Size"),
        ):
            made[name] = _text(picture.get(wire))
    else:
        for name, wire, _ in FIELDS[kind]:
            made[name] = _text(content.get(wire))
    return made


def _notification(draft: ChatDraft, body: Mapping[str, Any], dialect: Dialect) -> None:
    told, info = draft["notification"], _map(body.get("OfflinePushInfo"))
    told["on"] = not dialect.has_message or info.get("PushFlag") != 1
    for name, wire in (("title", "Title"), ("text", "Desc"), ("extension", "Ext")):
        told[name] = _text(info.get(wire))
    for kind, wire in (("add", "BadgeAddNum"), ("set", "BadgeSetNum")):
        if wire in info:
            told["badge"] = {"kind": kind, "value": _text(info[wire])}
    told["languages"] = [
        {name: _text(row.get(wire)) for name, wire in LANGUAGE_FIELDS}
        for row in _list(info.get("MultiLanguageContent"))
        if isinstance(row, Mapping)
    ]
    told["data_id"] = _text(body.get("DataId"))
    for option in OPTIONS:
        *way, last = option.wire
        place: Any = body
        for name in way:
            place = _map(place).get(name)
        if last in _map(place):
            *parents, own = option.path.split(".")
            target = draft
            for name in parents:
                target = target[name]
            held = _map(place)[last]
            target[own] = draft_text(option, held) or _text(held)


def _text(value: object) -> str:
    return "" if value is None else value if isinstance(value, str) else str(value)


def _map(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
