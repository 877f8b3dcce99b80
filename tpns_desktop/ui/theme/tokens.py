"""The colours of the two looks and the sizes of both. Plain data."""

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
    faint="#667080",
    accent="#0B62E5",
    on_accent="#FFFFFF",
    accent_soft="#E8F0FE",
    ok="#0A7A45",
    ok_soft="#E7F6EE",
    warn="#8F5300",
    warn_soft="#FFF4DE",
    danger="#C62822",
    on_danger="#FFFFFF",
    danger_soft="#FDECEB",
    practice="#0B6E78",
    practice_soft="#E0F4F5",
    bar="#14171C",
    on_bar="#FFFFFF",
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
    faint="#8792A2",
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
    bar="#2A313B",
    on_bar="#ECEFF3",
    code_key="#7FB2FF",
    code_string="#6FD3A2",
    code_number="#D29BF0",
)

RADIUS_CARD = 10
RADIUS_FIELD = 8
CONTROL_HEIGHT = 34
TYPE_BODY = 13
TYPE_HINT = 12
TYPE_OVERLINE = 11
TYPE_CARD_TITLE = 15
TYPE_PAGE_TITLE = 20
TYPE_FIGURE = 24
"""Sizes in device-independent pixels."""
