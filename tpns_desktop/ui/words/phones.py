"""A draft as a drawn phone shows it: what stands on it, its limits, and the words for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from tpns_desktop.model.vendors import VENDORS, Fit, Vendor, fit
from tpns_desktop.ui.widgets.phones.content import PhoneContent
from tpns_desktop.ui.widgets.phones.styles import OFFERED
from tpns_desktop.ui.words.channels import channel_name
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP

CHANNEL_OF = {
    "ios_lock": "apns",
    "ios_banner": "ios_banner",
    "android": "xg",
    "android_lock": "xg",
    "huawei": "hw",
    "honor": "honor",
    "xiaomi": "xm",
    "oppo": "oppo",
    "vivo": "vivo",
    "meizu": "mz",
}
"""Style of a drawn phone → the channel whose limits it has (`model.vendors`)."""

FIRST = {platform: styles[0] for platform, styles in OFFERED.items()}
"""System → the phone that stands for it."""

_NAMES = {
    "ios_lock": QT_TRANSLATE_NOOP("Phones", "Lock screen"),
    "ios_banner": QT_TRANSLATE_NOOP("Phones", "Banner"),
}

_HOST = re.compile(r"[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:]+)", re.IGNORECASE)


def offered(platform: str) -> list[tuple[str, str]]:
    """The phones of a system to choose from, as (style, words)."""
    return [(style, phone_name(style)) for style in OFFERED.get(platform, ())]


def phone_name(style: str) -> str:
    """What a phone is called in the strip."""
    if style in _NAMES:
        return QCoreApplication.translate("Phones", _NAMES[style])
    if style in ("android", "android_lock"):
        return "Android"
    return channel_name(CHANNEL_OF[style])


@dataclass(frozen=True)
class Shown:
    """A draft on one phone."""

    content: PhoneContent
    note: str
    """What the limits of this phone mean for these texts."""


def too_long(draft: Mapping[str, Any], platform: str) -> list[str]:
    """Styles of the phones that take less than is written."""
    title, text = _text(draft, "message", "title"), _text(draft, "message", "content")
    return [
        style for style in OFFERED.get(platform, ()) if not fit(CHANNEL_OF[style], title, text).fits
    ]


def shown(
    draft: Mapping[str, Any], style: str, app_name: str, app_colour: str, sms: str = ""
) -> Shown:
    """The draft on the phone `style`; fields that an older draft lacks count as not given."""
    title, text = _text(draft, "message", "title"), _text(draft, "message", "content")
    ios = style.startswith("ios")
    vendor = VENDORS[CHANNEL_OF[style]]
    found = fit(vendor.id, title, text)
    group = _text(draft, "message", "group", "id").strip()
    content = PhoneContent(
        app_name,
        app_colour,
        title,
        text,
        phone="" if ios else phone_name(style),
        subtitle=_text(draft, "message", "subtitle").strip() if ios else "",
        title_limit=len(found.title) if found.over_title else None,
        text_limit=len(found.content) if found.over_content else None,
        limit_words="" if vendor.beyond == "cut" else _limit_words(vendor),
        picture=_host(_text(draft, "message", "picture")) if _has_picture(style) else "",
        badge=_badge(_text(draft, "message", "ios" if ios else "android", "badge_type"), style),
        muted=_muted(draft, ios),
        # Makers' own channels do not group (tpns-rest 5.4).
        grouped=bool(group) and vendor.id in ("xg", "apns", "ios_banner"),
        summary=_text(draft, "message", "group", "summary").strip() or group,
        sms=sms,
        nothing=_nothing(draft, ios),
        opened=True,
    )
    said = "" if content.nothing or not (title or text) else _note(vendor, found, title, text)
    return Shown(content, said)


def _limit_words(vendor: Vendor) -> str:
    said = QCoreApplication.translate("Phones", "✂ limit of {0}")
    return said.format(channel_name(vendor.id))


def _note(vendor: Vendor, found: Fit, title: str, text: str) -> str:
    if not vendor.published:
        said = QCoreApplication.translate("Phones", "{0}: no published limit")
        return said.format(channel_name(vendor.id))
    if found.fits:
        return _fits(vendor, title, text)
    if vendor.beyond == "cut":
        return _cut(found)
    parts = []
    for name, part, over, limit in (
        (
            QCoreApplication.translate("Phones", "title"),
            title,
            found.over_title,
            vendor.title_max,
        ),
        (
            QCoreApplication.translate("Phones", "text"),
            text,
            found.over_content,
            vendor.content_max,
        ),
    ):
        if over:
            parts.append(f"{name} {vendor.measure(part)} / {limit}")
    said = QCoreApplication.translate(
        "Phones",
        "Too long for {0} ({1}): these phones get it through TPNS's own channel, perhaps later.",
    )
    comma = QCoreApplication.translate("Words", ", ")
    return said.format(channel_name(vendor.id), comma.join(parts))


def _fits(vendor: Vendor, title: str, text: str) -> str:
    if vendor.content_max is None:
        said = QCoreApplication.translate("Phones", "Fits: title {0} of {1}; text without a limit")
        return said.format(vendor.measure(title), vendor.title_max)
    if vendor.counting == "half_widths":
        said = QCoreApplication.translate(
            "Phones", "Fits: title {0} of {1}, text {2} of {3} (Chinese: 2 each)"
        )
    else:
        said = QCoreApplication.translate("Phones", "Fits: title {0} of {1}, text {2} of {3}")
    return said.format(
        vendor.measure(title), vendor.title_max, vendor.measure(text), vendor.content_max
    )


def _cut(found: Fit) -> str:
    if found.over_title and found.over_content:
        return QCoreApplication.translate(
            "Phones", "Title cut after {0} characters, text after {1}; the striped part is not seen"
        ).format(len(found.title), len(found.content))
    if found.over_title:
        return QCoreApplication.translate(
            "Phones", "Title cut after {0} characters; the striped part is not seen"
        ).format(len(found.title))
    return QCoreApplication.translate(
        "Phones", "Text cut after {0} characters; the striped part is not seen"
    ).format(len(found.content))


def _nothing(draft: Mapping[str, Any], ios: bool) -> str:
    if _text(draft, "message", "kind") != "message":
        return ""
    if ios:
        return QCoreApplication.translate(
            "Phones", "A silent message: the app gets it, and nothing appears on the phone."
        )
    return QCoreApplication.translate(
        "Phones", "An in-app message: the app decides what it shows. No notification appears."
    )


def _has_picture(style: str) -> bool:
    # Only TPNS's own channel, Mi's and Apple's show one (tpns-rest 5.4, 5.5).
    return style in ("ios_lock", "ios_banner", "android", "android_lock", "xiaomi")


def _badge(value: str, style: str) -> str:
    """Only Huawei, vivo and iPhones have the number; vivo adds none (tpns-rest 5.4, 5.5)."""
    if style not in ("ios_lock", "ios_banner", "huawei", "vivo"):
        return ""
    if value == "-2":
        return "" if style == "vivo" else "+1"
    return value if value.isdecimal() and value != "0" else ""


def _muted(draft: Mapping[str, Any], ios: bool) -> bool:
    if not ios:
        return _text(draft, "message", "android", "ring") == "0"
    of_ios = draft.get("message", {}).get("ios")
    return isinstance(of_ios, dict) and of_ios.get("sound") == ""


def _host(address: str) -> str:
    found = _HOST.match(address.strip())
    return found[1] if found else address.strip()[:40]


def _text(draft: Mapping[str, Any], *path: str) -> str:
    at: object = draft
    for name in path:
        at = at.get(name) if isinstance(at, Mapping) else None
    return at if isinstance(at, str) else ""
