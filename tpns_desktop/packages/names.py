"""Names of files and of entries in a zip: which may be used, and what is wrong with the others."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath
from typing import Final

NAME_MAX: Final = 100
"""Characters of a file name (TPNS REST facts, 6)."""
TEXT_ENDINGS: Final = (".txt", ".csv")
ENDINGS: Final = (*TEXT_ENDINGS, ".zip")

_DIRECTION: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_CLEAN: Final = re.compile(r"(.*) \(clean(?: ([0-9]{1,6}))?\)")
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")


def base(name: str) -> str:
    """The last part of an entry's name."""
    return name.rsplit("/", 1)[-1]


def ending(name: str) -> str:
    """The ending in lower case with its dot; empty for a name without one, or nothing else."""
    return PurePosixPath(name.replace("\\", "_")).suffix.lower()


def clean_name(name: str) -> str:
    """What a mended copy is called: ``list.csv`` becomes ``list (clean).csv``.

    A copy of that one becomes ``list (clean 2).csv``. Never longer than a file's name may be.
    """
    path = PurePosixPath(name)
    stem, more = path.stem, ""
    if (clean := _CLEAN.fullmatch(stem)) is not None:
        stem, more = clean[1], f" {int(clean[2] or 1) + 1}"
    added = f" (clean{more}){path.suffix}"
    return stem[: NAME_MAX - len(added)].rstrip() + added


def file_trouble(name: str) -> str:
    """What is wrong with the name of a chosen file: ``name``, ``ext``, ``link`` or nothing."""
    # Quotes, line ends and the like could alter the headers of the upload; a backslash may be read
    # there as the beginning of an escape, or of a path.
    if '"' in name or "\\" in name or _hidden(name) or name != name.rstrip(". "):
        return "name"
    if ending(name) == ".lnk":
        return "link"
    if ending(name) not in ENDINGS:
        return "ext"
    return "name" if len(name) > NAME_MAX else ""


def entry_trouble(name: str, raw: bytes) -> str:
    """What is wrong with the name of the text file in a zip, beyond a folder that can be left out.

    ``entryname``, ``folder``, ``entryext`` or nothing.
    """
    if not name or b"\0" in raw or _hidden(name):
        return "entryname"
    parts = name.split("/")
    if "\\" in name or name.startswith("/") or ".." in parts or "" in parts:
        return "folder"
    last = parts[-1]
    if ":" in name or last != last.rstrip(". ") or _RESERVED.fullmatch(last):
        return "entryname"
    if len(last) > NAME_MAX:
        return "entryname"
    return "" if ending(last) in TEXT_ENDINGS else "entryext"


def is_ballast(name: str) -> bool:
    """Whether an entry is a folder, or what a system adds by itself."""
    if name.endswith("/"):
        return True
    return name.startswith("__MACOSX/") or base(name) in (".DS_Store", "Thumbs.db", "desktop.ini")


def _hidden(name: str) -> bool:
    """Whether a name holds control characters, or ones that turn the direction of reading."""
    return any(c in _DIRECTION or unicodedata.category(c) in ("Cc", "Zl", "Zp") for c in name)
