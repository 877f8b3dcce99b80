"""Characters that nobody sees in a name: controls, line ends, turns of the reading direction.

A name with one of them looks like another name, on the screen and in the service's console.
Standard library only.
"""

from __future__ import annotations

import unicodedata

_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Explicit bidirectional embeddings, overrides and isolates."""
_CATEGORIES = ("Cc", "Zl", "Zp")


def has_unseen(text: str) -> bool:
    """Whether a text has one."""
    return any(_unseen(c) for c in text)


def shown(text: str) -> str:
    """The text with each of them as its number, such as ``‹U+202E›``."""
    return "".join(f"‹U+{ord(c):04X}›" if _unseen(c) else c for c in text)


def _unseen(c: str) -> bool:
    return c in _TURNS or unicodedata.category(c) in _CATEGORIES
