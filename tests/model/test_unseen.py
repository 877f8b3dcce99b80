"""Characters that nobody sees in a name."""

from __future__ import annotations

import pytest

from tpns_desktop.model.unseen import has_unseen, shown


@pytest.mark.parametrize(
    "character",
    ["\0", "\t", "\n", "\r", "\x7f", "\x85", "\u2028", "\u2029"]
    + [chr(n) for n in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))],
)
def test_what_nobody_sees_is_found_and_made_visible(character: str) -> None:
    assert has_unseen(f"vip{character}gold")
    assert shown(f"vip{character}gold") == f"vip‹U+{ord(character):04X}›gold"


@pytest.mark.parametrize("text", ["VIP gold", "春节 level:3", "שלום", "👨‍👩‍👧", "नमस्ते"])
def test_words_of_any_language_stay(text: str) -> None:
    assert not has_unseen(text)
    assert shown(text) == text
