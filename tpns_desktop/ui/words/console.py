"""The window's words on the command line: English, and no window, translator or Qt application."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tpns_desktop.ui.words.lists import verdict_lines

_PLURAL = re.compile(r"(?P<count>\d[\d,]*)(?P<between>(?: \w+)*?) (?P<word>\w+)\((?P<ending>e?s)\)")


def verdict_sentences(verdict: Mapping[str, Any], kind: str) -> list[str]:
    """`words.lists.verdict_lines`, with the plurals that a window has from its translation."""
    return [_PLURAL.sub(_counted, line) for line in verdict_lines(verdict, kind)]


def _counted(found: re.Match[str]) -> str:
    ending = "" if found["count"] == "1" else found["ending"]
    return f"{found['count']}{found['between']} {found['word']}{ending}"
