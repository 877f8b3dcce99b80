"""What was typed, as values of JSON. Standard library only."""

from __future__ import annotations

import re
from typing import Final

_NATURAL: Final = re.compile(r"\s*[0-9]{1,19}\s*", re.ASCII)


def text_of(value: object) -> str:
    """``value`` without the blanks around it; ``""`` for what is no text."""
    return value.strip() if isinstance(value, str) else ""


def number_of(value: object, form: re.Pattern[str] = _NATURAL) -> object:
    """``value`` as an integer if its text is one, else as it stands, to be refused."""
    if isinstance(value, str) and form.fullmatch(value):
        text = value.strip()
        return int(text, 16) if text[:2] in ("0x", "0X") else int(text)
    return value


def given(value: object) -> bool:
    """Whether anything was entered: ``""`` and blanks, ``[]``, ``False`` and ``None`` are not."""
    if isinstance(value, str):
        return bool(value.strip())
    # Not "in": a damaged 0 is no False.
    return not (value is None or value is False or value == [])
