"""What a push of the Chat service must look like, read by itself.

Which code answers which fault follows `im-push-samples` and the lists of private codes; where
several fit, the samples' choice. Source: im-all-member-push.md 3, 6, 7 and 9.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from .chat_codes import ChatRefusal
from .readings import Readings

Fields = Mapping[str, Any]

LIFE_S_MAX: Final = 604_800
REQUEST_BYTES_MAX: Final = 10 * 1024
TAG_BYTES_MAX: Final = 50
TAGS_MAX: Final = 10
DATA_ID_BYTES_MAX: Final = 64
BATCH_MAX: Final = 500
_RANDOM_MAX: Final = 2**32 - 1

_DOWNLOADS: Final = 2
_ELEMENTS: Final[dict[str, tuple[str, ...]]] = {
    "TIMTextElem": ("Text",),
    "TIMLocationElem": ("Desc", "Latitude", "Longitude"),
    "TIMFaceElem": ("Index", "Data"),
    "TIMCustomElem": ("Data",),
    "TIMSoundElem": ("Url", "UUID", "Download_Flag"),
    "TIMImageElem": ("UUID", "ImageInfoArray"),
    "TIMFileElem": ("Url", "UUID", "Download_Flag"),
    "TIMVideoFileElem": (
        *("VideoUrl", "VideoUUID", "ThumbUrl", "ThumbUUID", "ThumbWidth", "ThumbHeight"),
        *("VideoDownloadFlag", "ThumbDownloadFlag"),
    ),
}
"""Kind of element → the fields it cannot do without."""
_NUMBERS: Final = frozenset(
    {"Latitude", "Longitude", "Index", "ThumbWidth", "ThumbHeight", "Width", "Height"}
)
_FLAGS: Final = frozenset({"Download_Flag", "VideoDownloadFlag", "ThumbDownloadFlag"})
_SIZES: Final = ("URL", "Width", "Height")

_SHOWN: Final = {"TIMLocationElem": "[Location]", "TIMFaceElem": "[Face]"}


@dataclass(frozen=True, slots=True)
class ChatOrder:
    """A push that is right as far as its body tells."""

    random: int
    sender: str
    message: tuple[Fields, ...]
    """Elements; empty for a notification alone."""
    life_s: int
    """How long offline users are waited for."""
    online_only: bool
    """timpush: nothing is kept."""
    condition: Fields | None
    accounts: tuple[str, ...]
    """The named users of a batch."""
    notification: Fields | None
    data_id: str

    @property
    def shown(self) -> tuple[str, str]:
        """Title and text of the notification; empty where there is none."""
        told = self.notification or {}
        if told.get("PushFlag") == 1:
            return "", ""
        text = str(told.get("Desc") or "") or "".join(map(_shown, self.message))
        return str(told.get("Title") or ""), text


def read_push(
    fields: Fields,
    size_bytes: int,
    slot_of: Callable[[str], int | None],
    readings: Readings,
    *,
    service: str,
    batch: bool = False,
    scheduled: bool = False,
) -> ChatOrder:
    """The push in ``fields``; ``service`` is ``all_member_push`` or ``timpush``.

    ``slot_of`` tells whether an attribute's name was declared; ``batch``: to named users;
    ``scheduled``: the content of a task, which needs no ``MsgRandom``. Raises `ChatRefusal`.
    """
    newer = service == "timpush"
    if newer and not batch and size_bytes > REQUEST_BYTES_MAX:
        raise ChatRefusal(90056)
    may_lack = scheduled and readings.chat_task_random == "optional"
    random = 0 if may_lack and "MsgRandom" not in fields else _random(fields)
    notification = read_notification(fields)
    has_message = "MsgBody" in fields
    if not has_message and not (newer and notification is not None):
        raise _message_fault(90002, readings)
    message = _message(fields["MsgBody"], readings) if has_message else ()
    if (
        message
        and len(json.dumps(message, ensure_ascii=False).encode()) > readings.chat_message_bytes
    ):
        raise ChatRefusal(90055 if batch else 93000)
    life_s = 0 if newer else _life(fields)
    online_only = fields.get("OnlineOnlyFlag", 0) if newer else 0
    if type(online_only) is not int or online_only not in (0, 1):
        raise ChatRefusal(90001, "OnlineOnlyFlag")
    return ChatOrder(
        random=random,
        sender=_sender(fields, needed=batch),
        message=message,
        life_s=life_s,
        online_only=online_only == 1,
        condition=None if batch else _condition(fields.get("Condition"), slot_of, readings),
        accounts=_named(fields, readings) if batch else (),
        notification=notification,
        data_id=_data_id(fields),
    )


def _random(fields: Fields) -> int:
    value = fields.get("MsgRandom")
    if type(value) is not int or not 0 <= value <= _RANDOM_MAX:
        raise ChatRefusal(90005)
    return value


def _sender(fields: Fields, *, needed: bool) -> str:
    value = fields.get("From_Account", "")
    if not isinstance(value, str) or (needed and not value):
        raise ChatRefusal(90008)
    return value


def _named(fields: Fields, readings: Readings) -> tuple[str, ...]:
    value = fields.get("To_Account")
    if not isinstance(value, list) or not value:
        raise ChatRefusal(90003)
    if not all(isinstance(one, str) for one in value):
        raise ChatRefusal(readings.chat_account_text)
    if len(value) > BATCH_MAX:
        raise ChatRefusal(90011)
    return tuple(value)


def _data_id(fields: Fields) -> str:
    value = fields.get("DataId", "")
    if not isinstance(value, str):
        raise ChatRefusal(90001, "DataId")
    if len(value.encode()) > DATA_ID_BYTES_MAX:
        raise ChatRefusal(90057)
    return value


def _life(fields: Fields) -> int:
    value = fields.get("MsgLifeTime", 0)
    if type(value) is not int or value < 0:
        raise ChatRefusal(90044)
    if value > LIFE_S_MAX:
        raise ChatRefusal(90026)
    return value


def read_notification(fields: Fields) -> Fields | None:
    """``OfflinePushInfo``, if there is one. Raises `ChatRefusal` 90043."""
    value = fields.get("OfflinePushInfo")
    if value is None:
        return None
    if not isinstance(value, dict):
        raise ChatRefusal(90043)
    for name in ("Title", "Desc", "Ext"):
        if not isinstance(value.get(name, ""), str):
            raise ChatRefusal(90043, name)
    if not isinstance(value.get("MultiLanguageContent", []), list):
        raise ChatRefusal(90043, "MultiLanguageContent")
    for name in ("AndroidInfo", "ApnsInfo", "HarmonyInfo", "PushTemplateParam"):
        if not isinstance(value.get(name, {}), dict):
            raise ChatRefusal(90043, name)
    flag = value.get("PushFlag", 0)
    if type(flag) is not int or flag not in (0, 1):
        raise ChatRefusal(90043, "PushFlag")
    return value


# The message ---------------------------------------------------------------------------


def _message_fault(code: int, readings: Readings) -> ChatRefusal:
    return ChatRefusal(code if readings.chat_message_fault == "each" else 90010)


def _message(value: object, readings: Readings) -> tuple[Fields, ...]:
    if not isinstance(value, list):
        raise _message_fault(90007, readings)
    if not value:
        raise _message_fault(90002, readings)
    for element in value:
        _check_element(element)
    if sum(element["MsgType"] == "TIMCustomElem" for element in value) > 1:
        raise ChatRefusal(90010, "two TIMCustomElem")
    return tuple(value)


def _check_element(element: object) -> None:
    if not isinstance(element, dict):
        raise ChatRefusal(90010)
    content = element.get("MsgContent")
    needed = _ELEMENTS.get(str(element.get("MsgType")))
    if needed is None or not isinstance(content, dict):
        raise ChatRefusal(90010)
    for name in needed:
        _check_value(content, name)
    if element["MsgType"] == "TIMImageElem":
        pictures = content["ImageInfoArray"]
        if not isinstance(pictures, list) or not pictures:
            raise ChatRefusal(90010, "ImageInfoArray")
        for picture in pictures:
            if not isinstance(picture, dict):
                raise ChatRefusal(90010, "ImageInfoArray")
            for name in _SIZES:
                _check_value(picture, name)


def _check_value(content: Fields, name: str) -> None:
    value = content.get(name)
    if name in _FLAGS:
        right = value == _DOWNLOADS
    elif name in _NUMBERS:
        right = isinstance(value, (int, float)) and not isinstance(value, bool)
    elif name == "ImageInfoArray":
        right = True
    else:
        right = isinstance(value, str)
    if not right:
        raise ChatRefusal(90010, name)


def _shown(element: Fields) -> str:
    content = element["MsgContent"]
    if element["MsgType"] == "TIMTextElem":
        return str(content["Text"])
    if element["MsgType"] == "TIMCustomElem":
        return str(content.get("Desc") or "")
    return _SHOWN.get(element["MsgType"], "")


# The condition -------------------------------------------------------------------------


def _condition(
    value: object, slot_of: Callable[[str], int | None], readings: Readings
) -> Fields | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        raise ChatRefusal(90010, "Condition")
    tags = {key: _tags(value.get(key), readings) for key in ("TagsOr", "TagsAnd")}
    attributes = {key: _attributes(value.get(key), slot_of) for key in ("AttrsOr", "AttrsAnd")}
    if any(tags.values()) and any(attributes.values()):
        raise ChatRefusal(90039)
    if set(tags["TagsOr"]) & set(tags["TagsAnd"]):
        raise ChatRefusal(90022)
    told = {key: found for key, found in {**tags, **attributes}.items() if found}
    if not told and readings.chat_empty_condition == "refused":
        raise ChatRefusal(90010, "Condition")
    return told or None


def _tags(value: object, readings: Readings) -> list[str]:
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(tag, str) for tag in value):
        raise ChatRefusal(90010, "Condition")
    if len(value) > TAGS_MAX:
        raise ChatRefusal(90032)
    for tag in value:
        check_tag(tag, readings)
    return value


def check_tag(tag: str, readings: Readings) -> None:
    """Raise `ChatRefusal` 90040 for an empty tag, 90020 (90034) for one of more than 50 bytes."""
    if not tag:
        raise ChatRefusal(90040)
    if len(tag.encode()) > TAG_BYTES_MAX:
        raise ChatRefusal(readings.chat_long_tag)


def _attributes(value: object, slot_of: Callable[[str], int | None]) -> dict[str, str]:
    if value is None:
        return {}
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise ChatRefusal(90010, "Condition")
    for name in value:
        if slot_of(name) is None:
            raise ChatRefusal(90033, name)
    return value
