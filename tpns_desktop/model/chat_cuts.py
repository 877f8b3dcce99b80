"""How makers cut the words of a Chat notification. Standard library only.

Lengths are UTF-16 code units, a longer text is cut to the limit less three and three dots follow.
Source: im-all-member-push.md 7 (``OfflinePushInfo``).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

LIMITS: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {
        "huawei": (60, 600),
        "honor": (50, 400),
        "xiaomi": (50, 128),
        "oppo": (50, 50),
        "vivo": (40, 100),
        "meizu": (32, 100),
    }
)
"""Maker → the units of title and text that it shows."""
OPPO_LONG: Final = 128
"""Text on OPPO with `PushStyle` 1."""

_CUT: Final = "..."


def units(text: str) -> int:
    """The length that makers count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, limit: int) -> str:
    """`text` as a maker shows it; no character of two units is torn (inferred)."""
    if units(text) <= limit:
        return text
    room = limit - len(_CUT)
    while text and units(text) > room:
        text = text[: min(len(text) - 1, room)]
    return text + _CUT


def shown(maker: str, title: str, text: str, *, long: bool = False) -> tuple[str, str]:
    """Title and text on a maker's phone; `long`: `PushStyle` 1. Raises `KeyError`."""
    titles, texts = LIMITS[maker]
    if maker == "oppo" and long:
        texts = OPPO_LONG
    return cut(title, titles), cut(text, texts)
