"""The elements of a chat message in words: what each is called, and how a chat shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QLocale

from tpns_desktop.ui.widgets.chat_bubbles import Bubble
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import grouped, locale

KIND_NAMES: dict[str, str] = {
    "text": QT_TRANSLATE_NOOP("ChatElements", "Text"),
    "image": QT_TRANSLATE_NOOP("ChatElements", "Picture"),
    "custom": QT_TRANSLATE_NOOP("ChatElements", "Custom data"),
    "file": QT_TRANSLATE_NOOP("ChatElements", "File"),
    "location": QT_TRANSLATE_NOOP("ChatElements", "Location"),
    "face": QT_TRANSLATE_NOOP("ChatElements", "Face"),
    "sound": QT_TRANSLATE_NOOP("ChatElements", "Sound"),
    "video": QT_TRANSLATE_NOOP("ChatElements", "Video"),
}
"""Kind of element → what it is called, in the order in which they are offered."""

KIND_HINTS: dict[str, str] = {
    "image": QT_TRANSLATE_NOOP("ChatElements", "Phones load it from its web address."),
    "file": QT_TRANSLATE_NOOP("ChatElements", "Phones load it from its web address."),
    "sound": QT_TRANSLATE_NOOP("ChatElements", "A recording that is played in the chat."),
    "video": QT_TRANSLATE_NOOP("ChatElements", "With a still that stands for it."),
    "location": QT_TRANSLATE_NOOP("ChatElements", "A place on the map, with a description."),
    "face": QT_TRANSLATE_NOOP("ChatElements", "An emoticon of your app's own; not an emoji."),
    "custom": QT_TRANSLATE_NOOP(
        "ChatElements", "Data that your app reads and shows in its own way. One a message."
    ),
}
"""Kind → the line below its heading."""

FIELD_HINTS: dict[tuple[str, str], str] = {
    ("location", "description"): QT_TRANSLATE_NOOP(
        "ChatElements", "The place in words; phones show it below the map."
    ),
    ("custom", "description"): QT_TRANSLATE_NOOP(
        "ChatElements", "The notification's text where none is given."
    ),
    ("video", "format"): QT_TRANSLATE_NOOP("ChatElements", "Such as mp4."),
    ("face", "data"): QT_TRANSLATE_NOOP("ChatElements", "What your app knows the face by."),
}
"""Kind and field → a hint that differs from the field's usual one."""

_KIND_OF = {"TIMVideoFileElem": "video"} | {
    f"TIM{name}Elem": name.lower()
    for name in ("Text", "Image", "Custom", "File", "Location", "Face", "Sound")
}


def kind_name(kind: str) -> str:
    """What a kind of element is called."""
    return _said(KIND_NAMES[kind]) if kind in KIND_NAMES else kind


def kind_hint(kind: str) -> str:
    """What there is to know of a kind of element; may be empty."""
    return _said(KIND_HINTS[kind]) if kind in KIND_HINTS else ""


def field_hint(kind: str, name: str) -> str | None:
    """The hint of a field where it differs from the usual one."""
    said = FIELD_HINTS.get((kind, name))
    return _said(said) if said is not None else None


def bubbles_of(message: Sequence[Mapping[str, Any]]) -> tuple[Bubble, ...]:
    """The elements of ``MsgBody``, right or wrong, as a chat shows them."""
    return tuple(
        bubble_of(_KIND_OF.get(str(one.get("MsgType")), ""), one.get("MsgContent") or {})
        for one in message
    )


def bubble_of(kind: str, content: Mapping[str, Any]) -> Bubble:
    """One element by its kind (see `KIND_NAMES`) and its ``MsgContent``."""
    draw = _DRAWN.get(kind)
    return draw(content) if draw is not None else Bubble(kind, kind_name(kind), "")


def _text(content: Mapping[str, Any]) -> Bubble:
    return Bubble("text", str(content.get("Text", "")) or _said(_NO_TEXT), "")


def _image(content: Mapping[str, Any]) -> Bubble:
    sizes = content.get("ImageInfoArray") or [{}]
    first = sizes[0] if isinstance(sizes, list) and isinstance(sizes[0], Mapping) else {}
    wide, high = first.get("Width"), first.get("Height")
    return Bubble(
        "image",
        _host(first.get("URL")) or kind_name("image"),
        _joined(_area(wide, high), _bytes(first.get("Size"))),
        (wide, high) if isinstance(wide, int) and isinstance(high, int) else (4, 3),
    )


def _file(content: Mapping[str, Any]) -> Bubble:
    name = str(content.get("FileName", "")) or _host(content.get("Url")) or kind_name("file")
    return Bubble("file", name, _bytes(content.get("FileSize")))


def _sound(content: Mapping[str, Any]) -> Bubble:
    length = _seconds(content.get("Second"))
    return Bubble(
        "sound", length or kind_name("sound"), _joined(_host(content.get("Url")), _size(content))
    )


def _video(content: Mapping[str, Any]) -> Bubble:
    wide, high = content.get("ThumbWidth"), content.get("ThumbHeight")
    return Bubble(
        "video",
        _host(content.get("VideoUrl")) or kind_name("video"),
        _joined(_seconds(content.get("VideoSecond")), _bytes(content.get("VideoSize"))),
        (wide, high) if isinstance(wide, int) and isinstance(high, int) else (4, 3),
    )


def _location(content: Mapping[str, Any]) -> Bubble:
    place = _joined(str(content.get("Latitude", "")), str(content.get("Longitude", "")))
    return Bubble("location", str(content.get("Desc", "")) or kind_name("location"), place)


def _face(content: Mapping[str, Any]) -> Bubble:
    said = QCoreApplication.translate("ChatElements", "Face {0} of your app")
    return Bubble("face", said.format(content.get("Index", "")), str(content.get("Data", "")))


def _custom(content: Mapping[str, Any]) -> Bubble:
    said = QCoreApplication.translate("ChatElements", "Custom data: your app decides what it shows")
    return Bubble("custom", str(content.get("Desc") or said), str(content.get("Data", "")))


_NO_TEXT = QT_TRANSLATE_NOOP("ChatElements", "No text yet")
_DRAWN = {
    "text": _text,
    "image": _image,
    "file": _file,
    "sound": _sound,
    "video": _video,
    "location": _location,
    "face": _face,
    "custom": _custom,
}


def _said(text: str) -> str:
    return QCoreApplication.translate("ChatElements", text)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _host(address: object) -> str:
    try:
        return urlsplit(str(address or "")).hostname or ""
    except ValueError:
        return ""


def _area(wide: object, high: object) -> str:
    return f"{wide} × {high}" if isinstance(wide, int) and isinstance(high, int) else ""


def _size(content: Mapping[str, Any]) -> str:
    return _bytes(content.get("Size"))


def _bytes(size: object) -> str:
    if not isinstance(size, int):
        return ""
    # Beyond this Qt does not count; nobody has such a file.
    if size >= 2**62:
        return grouped(size)
    return locale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def _seconds(seconds: object) -> str:
    if not isinstance(seconds, int):
        return ""
    return QCoreApplication.translate("ChatElements", "{0} s").format(grouped(seconds))


def own_words(message: Sequence[Mapping[str, Any]]) -> str:
    """What a notification says of ``MsgBody`` where it has no text of its own.

    Texts, descriptions of custom data, and marks for places and faces, one after the other.
    """
    said = []
    for one in message:
        kind, content = _KIND_OF.get(str(one.get("MsgType"))), one.get("MsgContent") or {}
        if kind == "text":
            said.append(str(content.get("Text", "")))
        elif kind == "custom":
            said.append(str(content.get("Desc") or ""))
        elif kind in ("location", "face"):
            said.append(QCoreApplication.translate("ChatElements", "[{0}]").format(kind_name(kind)))
    return "".join(said)
