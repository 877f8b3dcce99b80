"""A Chat notification on phones, in words: who cuts it, and what is left of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from tpns_desktop.model.chat_cuts import LIMITS, OPPO_LONG, shown, units
from tpns_desktop.ui.widgets.phones.content import PhoneContent
from tpns_desktop.ui.words.audience import listed
from tpns_desktop.ui.words.lengths import counted_characters
from tpns_desktop.ui.words.phones import phone_name

STYLES = {
    "android": ("android", *LIMITS),
    "ios": ("ios_lock",),
}
"""System → the phones (styles of `phones`) that a Chat notification is shown on; those of makers
are called as in `chat_cuts`."""

_PICTURES = {
    "huawei": ("android", "huawei_image"),
    "honor": ("android", "honor_image"),
    "ios_lock": ("ios", "image"),
    "android": ("android", "google_image"),
}


def offered(platform: str) -> list[tuple[str, str]]:
    """The phones of a system to choose from, as (style, words)."""
    return [(style, phone_name(style)) for style in STYLES[platform]]


def cutting(title: str, text: str, *, long: bool) -> list[str]:
    """The makers that cut a title or a text; `long`: the long style is asked for."""
    return [m for m in LIMITS if shown(m, title, text, long=long) != (title, text)]


def cut_words(text: str, makers: Sequence[str]) -> str:
    """How long a text is as makers count, and who cuts it."""
    parts = [counted_characters(units(text))]
    if makers:
        said = QCoreApplication.translate("ChatPhones", "cut by {0}")
        parts.append(said.format(listed([phone_name(maker) for maker in makers])))
    elif text:
        parts.append(QCoreApplication.translate("ChatPhones", "fits all phones ✓"))
    return " · ".join(parts)


def on_phone(
    style: str,
    told: Mapping[str, Any],
    own_words: str,
    app_name: str,
    nothing: str = "",
    *,
    language: Mapping[str, Any] | None = None,
) -> tuple[PhoneContent, str]:
    """A notification on the phone `style`, and what its maker's limits make of it.

    `told` is the draft's `notification`; `own_words` is what stands in place of a text that was not
    given; `nothing` says why there is no notification. `language` is the row of the phone's
    language, if there is one.
    """
    ios = style.startswith("ios")
    row = language or {}
    usual = (ios and told["ios"].get("title")) or told["title"]
    title = (str(row.get("title") or "").strip() or str(usual).strip()) or app_name
    text = (str(row.get("text") or "").strip() or str(told["text"]).strip()) or own_words
    long = told["android"].get("style") == "1"
    note = ""
    if style in LIMITS:
        titles, texts = LIMITS[style]
        texts = OPPO_LONG if style == "oppo" and long else texts
        cut_title, cut_text = shown(style, title, text, long=long)
        note = _note(style, (units(title), titles), (units(text), texts))
        title, text = cut_title, cut_text
    elif not nothing:
        said = QCoreApplication.translate("ChatPhones", "{0}: no published limit")
        note = said.format("iPhone" if ios else phone_name(style))
    if template := str(told["template"].get("id") or "").strip():
        note = QCoreApplication.translate(
            "ChatPhones", "Template {0} decides the words; phones show those instead."
        ).format(template)
    picture = _PICTURES.get(style)
    content = PhoneContent(
        app_name,
        "",
        title,
        text,
        phone="" if ios else phone_name(style),
        subtitle=str(told["ios"].get("subtitle") or "").strip() if ios else "",
        picture=_host(told[picture[0]].get(picture[1])) if picture else "",
        badge=_badge(told["badge"]),
        nothing=nothing,
        opened=True,
    )
    return content, "" if nothing else note


def _note(style: str, title: tuple[int, int], text: tuple[int, int]) -> str:
    words = phone_name(style), *title, *text
    if title[0] > title[1] or text[0] > text[1]:
        return QCoreApplication.translate(
            "ChatPhones", "{0} cuts it: title {1} of {2}, text {3} of {4}"
        ).format(*words)
    return QCoreApplication.translate(
        "ChatPhones", "Fits {0}: title {1} of {2}, text {3} of {4}"
    ).format(*words)


def _badge(told: Mapping[str, Any]) -> str:
    value = str(told.get("value") or "").strip()
    sign = {"add": "+", "set": ""}.get(str(told.get("kind")))
    return f"{sign}{value}" if value and sign is not None else ""


def _host(address: object) -> str:
    try:
        return urlsplit(str(address or "").strip()).hostname or ""
    except ValueError:
        return ""
