"""The two looks have every token, and every text can be read on what it stands on."""

from __future__ import annotations

import dataclasses
import re

import pytest

from tpns_desktop.ui.theme.tokens import DARK, LIGHT, PILL_TONES, Tokens, tone_colours

LOOKS = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)

READ_ON = {
    "text": ["bg", "surface", "sunken", "accent_soft", "ok_soft", "warn_soft", "danger_soft"],
    "muted": ["bg", "surface", "sunken"],
    "faint": ["bg", "surface", "sunken"],
    "accent": ["bg", "surface", "sunken", "accent_soft", "warn_soft", "danger_soft", "ok_soft"],
    "on_accent": ["accent"],
    "ok": ["bg", "surface", "ok_soft"],
    "warn": ["bg", "surface", "sunken", "warn_soft"],
    "danger": ["bg", "surface", "danger_soft"],
    "on_danger": ["danger"],
    "practice": ["bg", "surface", "practice_soft"],
    "on_bar": ["bar"],
    "code_key": ["code_bg"],
    "code_string": ["code_bg"],
    "code_number": ["code_bg"],
}
"""Token of a text → the tokens it stands on anywhere in the program."""


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def pairs() -> list[tuple[str, str]]:
    return [(text, ground) for text, grounds in READ_ON.items() for ground in grounds]


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@LOOKS
@pytest.mark.parametrize(("text", "ground"), pairs())
def test_text_has_a_contrast_of_at_least_4_5(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@LOOKS
@pytest.mark.parametrize("tone", PILL_TONES)
def test_the_words_of_each_tone_can_be_read(tokens: Tokens, tone: str) -> None:
    front, back = tone_colours(tokens, tone)
    assert contrast(front, back) >= 4.5


@LOOKS
def test_the_focus_ring_stands_out_from_what_is_around_it(tokens: Tokens) -> None:
    for ground in (tokens.bg, tokens.surface, tokens.sunken):
        assert contrast(tokens.accent, ground) >= 3
    # On a filled button the ring is in the colour of text.
    for filled in (tokens.accent, tokens.danger):
        assert contrast(tokens.text, filled) >= 1.5
        assert contrast(tokens.text, tokens.surface) >= 3


@LOOKS
def test_every_token_is_a_colour(tokens: Tokens) -> None:
    values = dataclasses.asdict(tokens)
    assert values.pop("name") in ("light", "dark")
    assert all(re.fullmatch("#[0-9A-F]{6}", value) for value in values.values())


def test_the_looks_differ_in_every_surface_and_text() -> None:
    for field in ("bg", "surface", "sunken", "text", "muted", "faint", "accent", "danger"):
        assert getattr(LIGHT, field) != getattr(DARK, field)
