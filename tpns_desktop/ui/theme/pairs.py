"""Which words stand on which ground: the one table that contrast is computed from.

Whoever gives words a new colour, or a new ground, adds the pair here. A test computes the contrast
of each in both looks (WCAG 2.2, 1.4.3) and finds what the style sheet pairs and this table does
not. The phones of the preview have colours of their own: `ui.widgets.phones.styles`.
"""

from __future__ import annotations

from typing import Final

CONTRAST_MIN: Final = 4.5
"""Of words against their ground, small or large (design/flows, section 8)."""

_PLAIN: Final = ("bg", "surface", "sunken")
_SOFT: Final = ("accent_soft", "ok_soft", "warn_soft", "danger_soft", "practice_soft")
"""Grounds of pills, chips, banners, chosen lines, and of changed lines of JSON."""

TEXT_ON: Final[dict[str, tuple[str, ...]]] = {
    "text": (*_PLAIN, *_SOFT, "code_bg", "border"),  # on `border`: a button that is held down
    "muted": (*_PLAIN, *_SOFT, "code_bg"),
    "faint": (*_PLAIN, *_SOFT, "code_bg"),
    "accent": (*_PLAIN, *_SOFT, "code_bg"),
    "on_accent": ("accent",),
    "ok": (*_PLAIN, "ok_soft"),
    "warn": (*_PLAIN, "warn_soft"),
    "danger": (*_PLAIN, "danger_soft"),
    "on_danger": ("danger",),
    "practice": (*_PLAIN, "practice_soft"),
    "on_bar": ("bar",),
    "code_key": ("code_bg", "accent_soft"),
    "code_string": ("code_bg", "accent_soft"),
    "code_number": ("code_bg", "accent_soft"),
}
"""Token of words → the tokens they stand on anywhere in the program."""
