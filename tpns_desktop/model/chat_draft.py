"""A push to all users of a Chat app while it is being typed, and the body it becomes.

Stored raw, right or wrong, as the other drafts are; `chat_push.parse_chat_push` says what is wrong.
Standard library only. Source: im-all-member-push.md 3, 6, 7 and 9.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from tpns_desktop.model.chat_dialects import Dialect
from tpns_desktop.model.chat_options import OPTIONS
from tpns_desktop.model.draft import ids_of, value_at
from tpns_desktop.model.options import wire_value
from tpns_desktop.model.typed import given, number_of, text_of

ChatDraft = dict[str, Any]
"""Shape: :func:`empty_chat_draft`."""

ELEMENTS: Final[Mapping[str, Mapping[str, Any]]] = {
    "text": {"text": ""},
    "image": {"url": "", "uuid": "", "format": "", "width": "", "height": "", "size": ""},
    "file": {"url": "", "uuid": "", "name": "", "size": ""},
    "sound": {"url": "", "uuid": "", "seconds": "", "size": ""},
    "video": {
        "url": "",
        "uuid": "",
        "format": "",
        "seconds": "",
        "size": "",
        "thumb_url": "",
        "thumb_uuid": "",
        "thumb_format": "",
        "thumb_width": "",
        "thumb_height": "",
        "thumb_size": "",
    },
    "location": {"description": "", "latitude": "", "longitude": ""},
    "face": {"index": "", "data": ""},
    "custom": {"data": "", "description": "", "extension": "", "sound": ""},
}
"""Kind of element → its fields when it is new."""


def new_element(kind: str) -> dict[str, Any]:
    """An element that nothing was written into. Raises `KeyError` for a kind there is not."""
    return {"kind": kind, **ELEMENTS[kind]}


def empty_chat_draft() -> ChatDraft:
    """A new draft: nobody chosen, nothing written.

    Shape: numbers are the texts that stand in the fields; ``""``, ``[]`` and ``False`` are "not
    given". ``audience.kind`` is ``None``, ``"all"``, ``"tags"``, ``"attributes"`` or ``"users"``;
    ``tags`` has lists ``any`` and ``all``, ``attributes`` rows ``[name, value]`` in each;
    ``users.text`` one account a line. ``message.elements`` see `ELEMENTS`; ``life_s`` for how long
    it is kept, ``online_only`` that nothing is. ``notification.badge.kind`` is ``""``, ``"add"``
    or ``"set"``; ``languages`` are rows of ``language``, ``title`` and ``text``; its other choices
    see `chat_options`.
    """
    draft: ChatDraft = {
        "name": "",
        "audience": {
            "kind": None,
            "tags": {"any": [], "all": []},
            "attributes": {"any": [], "all": []},
            "users": {"text": ""},
        },
        "message": {
            "sender": "",
            "elements": [new_element("text")],
            "life_s": "86400",
            "online_only": False,
        },
        "notification": {
            "on": True,
            "title": "",
            "text": "",
            "extension": "",
            "languages": [],
            "badge": {"kind": "", "value": ""},
            "data_id": "",
            "template": {},
            "android": {},
            "ios": {"live": {}},
            "harmony": {},
        },
        "schedule": {"kind": "now", "at": ""},
    }
    for option in OPTIONS:
        _put(draft, tuple(option.path.split(".")), option.default)
    return draft


def chat_body(draft: Mapping[str, Any], dialect: Dialect, random: int) -> dict[str, Any]:
    """The body of a draft, right or wrong, with `random` for its ``MsgRandom``.

    What the dialect does not know is left out; the fields stand in the model's order.
    """
    body: dict[str, Any] = {}
    if given(sender := value_at(draft, "message", "sender")):
        body["From_Account"] = text_of(sender)
    kind = value_at(draft, "audience", "kind")
    if kind == "users" and dialect.batch:
        accounts, _ = ids_of(text_of(value_at(draft, "audience", "users", "text")))
        body["To_Account"] = accounts
    body["MsgRandom"] = random
    if dialect.keeps and given(life := value_at(draft, "message", "life_s")):
        body["MsgLifeTime"] = number_of(life)
    if not dialect.keeps and dialect.has_message:
        body["OnlineOnlyFlag"] = int(bool(value_at(draft, "message", "online_only")))
    if (condition := _condition(draft, kind)) is not None:
        body["Condition"] = condition
    if dialect.has_message:
        elements = value_at(draft, "message", "elements")
        rows = elements if isinstance(elements, list) else []
        body["MsgBody"] = [_element(row) for row in rows if isinstance(row, dict)]
    if (notification := _notification(draft, dialect)) is not None:
        body["OfflinePushInfo"] = notification
    if not dialect.keeps and given(data_id := value_at(draft, "notification", "data_id")):
        body["DataId"] = text_of(data_id)
    return body


# Whom ----------------------------------------------------------------------------------


def _condition(draft: Mapping[str, Any], kind: object) -> dict[str, Any] | None:
    told: dict[str, Any]
    if kind == "tags":
        told = {
            "TagsOr": _tags(value_at(draft, "audience", "tags", "any")),
            "TagsAnd": _tags(value_at(draft, "audience", "tags", "all")),
        }
    elif kind == "attributes":
        told = {
            "AttrsOr": _attributes(value_at(draft, "audience", "attributes", "any")),
            "AttrsAnd": _attributes(value_at(draft, "audience", "attributes", "all")),
        }
    else:
        return None
    # Nothing chosen is not everybody: an empty condition is refused by the model.
    return {name: value for name, value in told.items() if value}


def _tags(value: object) -> list[str]:
    tags = [text_of(tag) for tag in value] if isinstance(value, list) else []
    return [tag for tag in dict.fromkeys(tags) if tag]


def _attributes(value: object) -> dict[str, str]:
    rows = value if isinstance(value, list) else []
    found: dict[str, str] = {}
    for row in rows:
        if isinstance(row, list) and len(row) == 2 and text_of(row[0]):
            found[text_of(row[0])] = text_of(row[1])
    return found


# What ----------------------------------------------------------------------------------


def _decimal(value: object) -> object:
    text = text_of(value)
    try:
        number = float(text)
    except ValueError:
        return value
    return int(number) if number.is_integer() and "." not in text else number


TYPES: Final = {
    "text": "TIMTextElem",
    "image": "TIMImageElem",
    "file": "TIMFileElem",
    "sound": "TIMSoundElem",
    "video": "TIMVideoFileElem",
    "location": "TIMLocationElem",
    "face": "TIMFaceElem",
    "custom": "TIMCustomElem",
}

_Convert = Callable[[object], object]

FIELDS: Final[Mapping[str, tuple[tuple[str, str, _Convert], ...]]] = {
    "file": (
        ("url", "Url", text_of),
        ("uuid", "UUID", text_of),
        ("size", "FileSize", number_of),
        ("name", "FileName", text_of),
    ),
    "sound": (
        ("url", "Url", text_of),
        ("uuid", "UUID", text_of),
        ("size", "Size", number_of),
        ("seconds", "Second", number_of),
    ),
    "video": (
        ("url", "VideoUrl", text_of),
        ("uuid", "VideoUUID", text_of),
        ("size", "VideoSize", number_of),
        ("seconds", "VideoSecond", number_of),
        ("format", "VideoFormat", text_of),
        ("thumb_url", "ThumbUrl", text_of),
        ("thumb_uuid", "ThumbUUID", text_of),
        ("thumb_size", "ThumbSize", number_of),
        ("thumb_width", "ThumbWidth", number_of),
        ("thumb_height", "ThumbHeight", number_of),
        ("thumb_format", "ThumbFormat", text_of),
    ),
    "location": (
        ("description", "Desc", text_of),
        ("latitude", "Latitude", _decimal),
        ("longitude", "Longitude", _decimal),
    ),
    "face": (("index", "Index", number_of), ("data", "Data", text_of)),
    "custom": (
        ("data", "Data", text_of),
        ("description", "Desc", text_of),
        ("extension", "Ext", text_of),
        ("sound", "Sound", text_of),
    ),
}
"""Kind → (field of the draft, of the body, how the text becomes a value)."""

_FLAGS: Final = {
    "file": ("Download_Flag",),
    "sound": ("Download_Flag",),
    "video": ("VideoDownloadFlag", "ThumbDownloadFlag"),
}
_NEEDED: Final = {"location": {"Desc"}, "face": {"Data"}, "custom": {"Data"}}
"""Fields that stand in the body even if nothing was typed."""


def _element(row: Mapping[str, Any]) -> dict[str, Any]:
    kind = text_of(row.get("kind"))
    if kind == "text":
        # As it was typed: blanks at the ends of a chat message may be meant.
        text = row.get("text")
        content: dict[str, Any] = {"Text": text if isinstance(text, str) else ""}
    elif kind == "image":
        content = _image(row)
    else:
        content = {
            wire: convert(row.get(name))
            for name, wire, convert in FIELDS.get(kind, ())
            if given(row.get(name)) or wire in _NEEDED.get(kind, ())
        }
        content.update({flag: 2 for flag in _FLAGS.get(kind, ())})
    return {"MsgType": TYPES.get(kind, kind), "MsgContent": content}


FORMATS: Final = {"JPG": 1, "GIF": 2, "PNG": 3, "BMP": 4, "other": 255}


def _image(row: Mapping[str, Any]) -> dict[str, Any]:
    picture: dict[str, Any] = {"Type": 1}
    if given(row.get("size")):
        picture["Size"] = number_of(row.get("size"))
    for name, wire in (("width", "Width"), ("height", "Height")):
        if given(row.get(name)):
            picture[wire] = number_of(row.get(name))
    picture["URL"] = text_of(row.get("url"))
    content: dict[str, Any] = {"UUID": text_of(row.get("uuid"))}
    if given(format_ := row.get("format")):
        content["ImageFormat"] = FORMATS.get(text_of(format_), format_)
    content["ImageInfoArray"] = [picture]
    return content


# The notification ----------------------------------------------------------------------


LANGUAGE_FIELDS: Final = (("language", "Language"), ("title", "Title"), ("text", "Desc"))
"""Field of a row in ``notification.languages`` → of the body."""


def _notification(draft: Mapping[str, Any], dialect: Dialect) -> dict[str, Any] | None:
    told = value_at(draft, "notification")
    if not isinstance(told, Mapping):
        return None
    info: dict[str, Any] = {}
    if dialect.has_message:
        if not told.get("on"):
            return {"PushFlag": 1}
    elif value_at(draft, "message", "online_only"):
        # Where the notification is all there is, the flag means the phones that are online.
        info["PushFlag"] = 1
    for name, wire in (("title", "Title"), ("text", "Desc"), ("extension", "Ext")):
        if given(told.get(name)):
            info[wire] = text_of(told.get(name))
    badge = {"add": "BadgeAddNum", "set": "BadgeSetNum"}.get(
        text_of(value_at(told, "badge", "kind"))
    )
    if badge is not None:
        info[badge] = number_of(value_at(told, "badge", "value"))
    if languages := _languages(told.get("languages")):
        info["MultiLanguageContent"] = languages
    body: dict[str, Any] = {"OfflinePushInfo": info}
    for option in OPTIONS:
        value = value_at(draft, *option.path.split("."))
        if given(value):
            _put(body, option.wire, wire_value(option, value))
    # Without anything said, the elements' own words are shown.
    return info or None


def _languages(value: object) -> list[dict[str, str]]:
    rows = value if isinstance(value, list) else []
    return [
        {
            wire: text_of(row.get(name))
            for name, wire in LANGUAGE_FIELDS
            if name == "language" or given(row.get(name))
        }
        for row in rows
        if isinstance(row, Mapping)
    ]


def _put(target: dict[str, Any], path: tuple[str, ...], value: object) -> None:
    *parents, last = path
    for name in parents:
        target = target.setdefault(name, {})
    target[last] = value


def extension_of(rows: list[list[str]]) -> str:
    """Rows of key and value as the text that ``Ext`` wants: JSON written out."""
    return json.dumps(dict(rows), ensure_ascii=False, separators=(",", ":")) if rows else ""
