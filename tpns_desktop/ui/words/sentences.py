"""Sentences one after another, in the present language."""

from __future__ import annotations

from collections.abc import Iterable

_FULL_WIDTH = "。？！；："
"""Marks that bring the room after them along (Chinese)."""


def together(said: Iterable[str]) -> str:
    """The sentences as one text, without the empty ones."""
    text = ""
    for sentence in said:
        apart = "" if not text or not sentence or text[-1] in _FULL_WIDTH else " "
        text += apart + sentence
    return text
