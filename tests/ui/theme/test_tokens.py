"""The two looks have every token, and every text can be read on what it stands on."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

import pytest

from tpns_desktop.ui.theme.pairs import CONTRAST_MIN, TEXT_ON
from tpns_desktop.ui.theme.sheet import sheet
from tpns_desktop.ui.theme.tokens import DARK, LIGHT, PILL_TONES, Tokens, tone_colours

WORDS_AND_GROUND = (
    ("color", "background"),
    ("color", "alternate-background-color"),
    ("selection-color", "selection-background-color"),
)
"""Properties of the style sheet whose colours meet."""

LOOKS = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def pairs() -> list[tuple[str, str]]:
    return [(text, ground) for text, grounds in TEXT_ON.items() for ground in grounds]


def sheet_rules() -> Iterator[tuple[str, dict[str, str]]]:
    """The rules of the style sheet, colours by the names of their tokens."""
    names = Tokens(**{f.name: f"<{f.name}>" for f in dataclasses.fields(Tokens)})
    text = re.sub(r"/\*.*?\*/", "", sheet(names), flags=re.DOTALL)
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
        parts = (part.partition(":") for part in body.split(";"))
        yield selector.strip(), {name.strip(): value.strip() for name, _, value in parts}


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@LOOKS
def test_every_pair_of_the_table_has_a_contrast_of_at_least_4_5(tokens: Tokens) -> None:
    found = {pair: contrast(*(getattr(tokens, name) for name in pair)) for pair in pairs()}
    lowest = min(found, key=lambda pair: found[pair])
    print(f"{tokens.name}: {len(found)} pairs, lowest {found[lowest]:.2f} ({' on '.join(lowest)})")
    assert {pair: ratio for pair, ratio in found.items() if ratio < CONTRAST_MIN} == {}


def test_the_table_has_every_pair_of_the_style_sheet() -> None:
    missing = []
    for selector, rule in sheet_rules():
        for front, back in WORDS_AND_GROUND:
            text, ground = (re.findall(r"<(\w+)>", rule.get(name, "")) for name in (front, back))
            if text and ground and ground[0] not in TEXT_ON.get(text[0], ()):
                missing.append(f"{selector}: {text[0]} on {ground[0]}")
    assert not missing, "\n".join(missing)


def test_the_table_has_every_token_that_words_are_in() -> None:
    used = {
        token
        for _, rule in sheet_rules()
        for name in ("color", "selection-color")
        for token in re.findall(r"<(\w+)>", rule.get(name, ""))
    }
    assert used
    assert used <= set(TEXT_ON)


@LOOKS
@pytest.mark.parametrize("tone", PILL_TONES)
def test_the_words_of_each_tone_can_be_read(tokens: Tokens, tone: str) -> None:
    front, back = tone_colours(tokens, tone)
    assert contrast(front, back) >= CONTRAST_MIN


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
