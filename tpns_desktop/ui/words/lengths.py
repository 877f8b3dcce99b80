"""How long a title or a text is, and which phones take less, in words."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from tpns_desktop.model.vendors import VENDORS, fit
from tpns_desktop.ui.widgets.phones.styles import OFFERED
from tpns_desktop.ui.words.channels import channel_name
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.phones import CHANNEL_OF, phone_name

_NAMES = {
    "xg": QT_TRANSLATE_NOOP("Lengths", "TPNS's own channel"),
    "apns": QT_TRANSLATE_NOOP("Lengths", "iPhone"),
    "ios_banner": QT_TRANSLATE_NOOP("Lengths", "iPhone banners"),
}


class Length(NamedTuple):
    """What the line below a field says."""

    text: str
    style: str
    """The first phone that takes less, as the preview knows it; "" when all take it."""


def title_length(title: str, platforms: Collection[str]) -> Length:
    """Of a title, for phones of these systems."""
    over = [style for style in _styles(platforms) if fit(CHANNEL_OF[style], title, "").over_title]
    return _said(title, over)


def content_length(content: str, platforms: Collection[str]) -> Length:
    """Of a text, for phones of these systems."""
    over = [
        style for style in _styles(platforms) if fit(CHANNEL_OF[style], "", content).over_content
    ]
    return _said(content, over)


def counted_characters(count: int) -> str:
    """How many characters, in words."""
    return QCoreApplication.translate("Lengths", "%Ln character(s)", None, count)


def phone_of(style: str) -> str:
    """What a phone is called beside its limits."""
    return _name(CHANNEL_OF[style]) if style.startswith("ios") else phone_name(style)


def _styles(platforms: Collection[str]) -> list[str]:
    return [
        style for platform, styles in OFFERED.items() if platform in platforms for style in styles
    ]


def _said(text: str, over: list[str]) -> Length:
    # Code points, as the service's limits count them.
    parts = [counted_characters(len(text))]
    comma = QCoreApplication.translate("Words", ", ")
    channels = [CHANNEL_OF[style] for style in over]
    if "apns" in channels and "ios_banner" in channels:
        channels.remove("ios_banner")
    refused = [_name(one) for one in channels if VENDORS[one].beyond == "own_channel"]
    cut = [_name(one) for one in channels if VENDORS[one].beyond == "cut"]
    if refused:
        said = QCoreApplication.translate("Lengths", "too long for {0}")
        parts.append(said.format(comma.join(refused)))
    if cut:
        said = QCoreApplication.translate("Lengths", "cut by {0}")
        parts.append(said.format(comma.join(cut)))
    if text and not over:
        parts.append(QCoreApplication.translate("Lengths", "fits all phones ✓"))
    first = next((one for one in over if VENDORS[CHANNEL_OF[one]].beyond == "own_channel"), "")
    return Length(" · ".join(parts), first or next(iter(over), ""))


def _name(channel: str) -> str:
    if channel in _NAMES:
        return QCoreApplication.translate("Lengths", _NAMES[channel])
    return channel_name(channel)
