"""How each phone looks: corners, where the icon is, what the head says. Data only.

How many lines a phone shows is nowhere published: drawn from what such phones do. Limits of
characters are another matter (``model.vendors``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Place = Literal["lock", "banner", "shade"]


@dataclass(frozen=True)
class PhoneStyle:
    """One phone, in device-independent pixels of its drawing."""

    id: str
    platform: str
    name: str
    """A brand; the same word in the source of every language."""
    place: Place
    wallpaper: tuple[str, str, str]
    radius: float = 18
    """Of the card's corners."""
    icon: Literal["head", "side", "right"] = "head"
    """In the head's row, or large beside the text."""
    icon_round: float = 0.25
    """Radius of the icon's corners against its edge; 0.5 is a circle."""
    head: Literal["name_time", "name_dot_time", "time"] = "name_time"
    capitals: bool = False
    margin: float = 9
    """Between card and screen."""
    closed_lines: int = 2
    """Lines of text while the notification is not opened."""
    opened_lines: int = 12
    title_lines: int = 2
    """Of one that is opened; a real phone needs fewer, for it is wider than the drawing."""


STYLES = {
    style.id: style
    for style in (
        PhoneStyle(
            "ios_lock",
            "ios",
            "iPhone",
            "lock",
            ("#1F3F73", "#56508F", "#B5677A"),
            capitals=True,
            closed_lines=4,
            opened_lines=7,
        ),
        PhoneStyle(
            "ios_banner",
            "ios",
            "iPhone",
            "banner",
            ("#1F3F73", "#56508F", "#B5677A"),
            radius=22,
            icon="side",
            head="time",
            closed_lines=3,
            opened_lines=6,
            title_lines=3,
        ),
        PhoneStyle(
            "android_lock",
            "android",
            "Android",
            "lock",
            ("#0B4F58", "#1F7A80", "#4FA9A4"),
        ),
        PhoneStyle(
            "android",
            "android",
            "Android",
            "shade",
            ("#0B4F58", "#1F7A80", "#4FA9A4"),
            radius=22,
            icon_round=0.5,
            head="name_dot_time",
        ),
        PhoneStyle(
            "huawei",
            "android",
            "Huawei",
            "shade",
            ("#0F4C5C", "#1F6F78", "#3A8F8A"),
            radius=14,
        ),
        PhoneStyle(
            "honor",
            "android",
            "Honor",
            "shade",
            ("#0E3A6B", "#1E6AA8", "#4A9CC7"),
            radius=20,
            icon="right",
            icon_round=0.28,
            head="name_dot_time",
        ),
        PhoneStyle(
            "xiaomi",
            "android",
            "Xiaomi",
            "shade",
            ("#8A3D12", "#B4601F", "#CF8438"),
            radius=17,
            icon="side",
            icon_round=0.3,
            head="time",
            margin=7,
            title_lines=3,
        ),
        PhoneStyle(
            "oppo",
            "android",
            "OPPO",
            "shade",
            ("#14452F", "#22704B", "#3C9468"),
            radius=24,
            icon="side",
            icon_round=0.5,
            head="name_dot_time",
        ),
        PhoneStyle(
            "vivo",
            "android",
            "vivo",
            "shade",
            ("#33105F", "#5A229B", "#8243C9"),
            radius=10,
            icon_round=0.35,
            margin=12,
        ),
        PhoneStyle(
            "meizu",
            "android",
            "Meizu",
            "shade",
            ("#2C3440", "#4A5564", "#6F7B8B"),
            radius=4,
            icon="side",
            icon_round=0.5,
            head="name_time",
            margin=0,
        ),
    )
}
"""Style → how it looks."""

OFFERED = {
    "android": ("android", "huawei", "honor", "xiaomi", "oppo", "vivo", "meizu"),
    "ios": ("ios_lock", "ios_banner"),
}
"""System → styles to choose from, in this order."""


@dataclass(frozen=True)
class Inks:
    """Colours of cards; each ink has 4.5:1 and more on the card."""

    card: str
    ink: str
    grey: str
    mark: str
    hatch: str


INKS = {
    False: Inks("#F4F3F6", "#14171C", "#55586A", "#8A4300", "#B9BAC6"),
    True: Inks("#24272E", "#F2F3F5", "#AEB3BF", "#FFC978", "#4C515D"),
}
"""Whether the phone is dark → the colours of its cards."""

ON_COLOUR = "#FFFFFF"
"""Of clock and date on the wallpaper, of an app's letter and of a badge's number."""
APP = "#0B62E5"
"""The mark of an app that has no colour of its own."""
BADGE = "#C62822"
GROUP_COVERS = 200
"""Of 255: how much of the wallpaper the card of a group's words covers."""
SMS_COVERS = 225
"""The same of a text message."""
NOTHING_COVERS = 90
"""The same of the black behind the words that nothing appears."""


@dataclass(frozen=True)
class TextInks:
    """Colours of a phone's page of text messages; each ink has 4.5:1 and more on its ground."""

    page: str
    bubble: str
    ink: str
    grey: str
    line: str


TEXT_INKS = {
    False: TextInks("#FFFFFF", "#E9E9EE", "#14171C", "#5C5F6B", "#D9DAE0"),
    True: TextInks("#0F1115", "#2B2E36", "#F2F3F5", "#A6ABB7", "#33363F"),
}
"""Whether the phone is dark → the colours of its text messages."""
