"""What a drawn phone shows. Plain data: which text is too long is decided by who makes it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PhoneContent:
    """One notification, and what may come with it."""

    app_name: str = ""
    app_colour: str = ""
    """Of the drawn app icon, "#RRGGBB" or empty."""
    title: str = ""
    text: str = ""
    phone: str = ""
    """What people call the phone; empty: as its style does."""
    subtitle: str = ""
    title_limit: int | None = None
    """After how many characters of the title the limit is; None where it fits."""
    text_limit: int | None = None
    limit_words: str = ""
    """What stands at a limit that does not cut; empty: "cut here"."""
    picture: str = ""
    """Host of the picture's address; empty without one."""
    badge: str = ""
    """As it stands on the icon: "+1", "5"; empty without one."""
    muted: bool = False
    grouped: bool = False
    summary: str = ""
    """Words of the group."""
    sms: str = ""
    """Of the bubble; its first line is set in bold. Empty for none."""
    nothing: str = ""
    """Why no notification appears at all; empty where one does."""
    opened: bool = False
    """Whether a notification that can be opened is shown so, with all its lines."""
