"""The colours of the two looks and the sizes of both, from the design's table of tokens.

Plain data, and which of the two is shown at present: what paints by itself asks `current_tokens`
at each paint. Only `Theme` changes it. `faint` of the light look is darker than the table's
#6B7585, which has only 4.2:1 on `sunken` and 4.3:1 on `bg`; that of the dark look is lighter than
its #8792A2, with 4.4:1 on `practice_soft`. A test holds all of `pairs` to 4.5:1.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tokens:
    """One look. Every value is "#RRGGBB"."""

    name: str
    bg: str
    surface: str
    sunken: str
    border: str
    border_strong: str
    text: str
    muted: str
    faint: str
    accent: str
    on_accent: str
    accent_soft: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    danger: str
    on_danger: str
    danger_soft: str
    practice: str
    practice_soft: str
    bar: str
    on_bar: str
    code_bg: str
    code_key: str
    code_string: str
    code_number: str


LIGHT = Tokens(
    name="light",
    bg="#F5F6F8",
    surface="#FFFFFF",
    sunken="#F0F2F5",
    border="#E1E5EA",
    border_strong="#C9D0D9",
    text="#14171C",
    muted="#5A6473",
    faint="#626C7B",
    accent="#0B62E5",
    on_accent="#FFFFFF",
    accent_soft="#E8F0FE",
    ok="#0A7A45",
    ok_soft="#E7F6EE",
    warn="#9A5B00",
    warn_soft="#FFF4DE",
    danger="#C62822",
    on_danger="#FFFFFF",
    danger_soft="#FDECEB",
    practice="#0B6E78",
    practice_soft="#E0F4F5",
    bar="#14171C",
    on_bar="#FFFFFF",
    code_bg="#FAFBFC",
    code_key="#0B62E5",
    code_string="#0A7A45",
    code_number="#9A3FC0",
)

DARK = Tokens(
    name="dark",
    bg="#0F1216",
    surface="#171B21",
    sunken="#12151A",
    border="#272D36",
    border_strong="#3A424E",
    text="#ECEFF3",
    muted="#A2ACBA",
    faint="#8A95A5",
    accent="#4C93FF",
    on_accent="#08111F",
    accent_soft="#17294A",
    ok="#4CC38A",
    ok_soft="#12301F",
    warn="#F0B45A",
    warn_soft="#33270F",
    danger="#FF7B73",
    on_danger="#1F0A09",
    danger_soft="#3A1715",
    practice="#4FC4CF",
    practice_soft="#0F3136",
    bar="#ECEFF3",
    on_bar="#14171C",
    code_bg="#12151A",
    code_key="#7FB2FF",
    code_string="#6FD3A2",
    code_number="#D29BF0",
)

RADIUS_CARD = 10
RADIUS_FIELD = 8
RADIUS_BADGE = 10

SPACE_XS = 4
SPACE_S = 8
SPACE_M = 12
SPACE_L = 16
SPACE_XL = 20
SPACE_XXL = 24

TYPE_OVERLINE = 11
TYPE_HINT = 12
TYPE_BODY = 13
TYPE_CARD_TITLE = 15
TYPE_PAGE_TITLE = 20
TYPE_FIGURE = 24

CONTROL_HEIGHT = 34
TARGET_MIN = 24
FOCUS_RING = 2
"""Sizes in device-independent pixels, as all above."""

TONES = ("accent", "ok", "warn", "danger", "practice", "neutral")
"""Kinds of meaning that a pill or banner can have; each also says it in words."""
PILL_TONES = (*TONES, "live")
"""`live` is filled, so that the plate of real people looks like no other word on the page."""


def tone_colours(tokens: Tokens, tone: str) -> tuple[str, str]:
    """Foreground and background of a tone."""
    return {
        "accent": (tokens.accent, tokens.accent_soft),
        "ok": (tokens.ok, tokens.ok_soft),
        "warn": (tokens.warn, tokens.warn_soft),
        "danger": (tokens.danger, tokens.danger_soft),
        "practice": (tokens.practice, tokens.practice_soft),
        "neutral": (tokens.muted, tokens.sunken),
        "live": (tokens.on_danger, tokens.danger),
    }[tone]


_current = LIGHT


def current_tokens() -> Tokens:
    """The look shown at present."""
    return _current


def set_current_tokens(tokens: Tokens) -> None:
    """Make `tokens` the look of everything painted from now on. Called by `Theme` alone."""
    global _current
    _current = tokens
