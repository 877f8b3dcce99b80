"""Kinds of tags, and how the tags of some kinds are written. Standard library only.

Facts of the TPNS REST fact sheet, 5.7. The service says nothing about a tag that no phone has, so
what looks wrong here deserves a word and never stops a push.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Final

OWN: Final = "xg_user_define"
"""Tags that the app gives its users; the service makes all other kinds."""

ACTIVE: Final = "xg_auto_active"
"""Days on which a phone was active."""

EXAMPLES: Final[Mapping[str, tuple[str, ...]]] = {
    OWN: ("vip", "level:3"),
    "xg_auto_province": ("guangdong", "hunan"),
    "xg_auto_city": ("tianjin", "shenzhen"),
    ACTIVE: ("20260408",),
    "xg_auto_version": ("1.1.0", "2.0.1"),
    "xg_auto_devicebrand": ("huawei", "xiaomi"),
    "xg_auto_deviceversion": ("MI 9 SE",),
    "xg_auto_systemversion": ("10.0.0", "16.4"),
    "xg_auto_systemlanguage": ("zh", "en"),
    "xg_auto_country": ("CN", "SG"),
    "xg_auto_sdkversion": ("1.1.6.1",),
}
"""Every kind → how its tags are written: the published examples and some like them."""

MANY_EACH: Final = frozenset({OWN, ACTIVE})
"""Kinds of which one phone has several; of every other it has one."""

_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_DAY: Final = re.compile(r"[0-9]{8}", re.ASCII)


def looks_odd(tag_type: str, tag: str) -> bool:
    """Whether a tag is not written as the published example of its kind.

    Only days (``20260408``) and countries (two capital letters) have a form that can be told.
    """
    if tag_type == ACTIVE:
        return day_of(tag) is None
    return tag_type == "xg_auto_country" and _COUNTRY.fullmatch(tag) is None


def day_of(tag: str) -> tuple[int, int, int] | None:
    """Year, month and day of a tag such as ``20260408``; None for what is no day."""
    if _DAY.fullmatch(tag) is None:
        return None
    try:
        day = datetime.strptime(tag, "%Y%m%d")
    except ValueError:
        return None
    return day.year, day.month, day.day


def reaches_nobody(tag_type: str, match: str, tags: int) -> bool:
    """Whether no phone can have all of so many tags of a kind of which each has one."""
    return match == "all" and tags > 1 and tag_type not in MANY_EACH
