"""Checks of a list in a file: what its verdict means for a push (design/checks.md, ``file.*``).

The file itself was judged in `packages`; here its codes and notes become findings. What is open
stops, what a person answered needs a tick, curiosities are only said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from tpns_desktop.send.examination import Context, Level
from tpns_desktop.send.facts import Facts, checked_as
from tpns_desktop.send.rule import Check, Found, Rule
from tpns_desktop.store.lists import ListRow

FIELD: Final = "audience.file.list_id"

_IDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("ext", "disguised", "notzip", "notfile", "link"), "file.type"),
    "size": "file.size",
    "empty": "file.size",
    "name": "file.name",
    **dict.fromkeys(("entries", "folder", "noentry", "encrypted", "zlink"), "file.zip_inside"),
    **dict.fromkeys(("utf16", "encoding", "bom", "cr", "nul"), "file.encoding"),
    "columns": "file.columns",
    "columns?": "file.columns",
    "quote": "file.columns",
    "length": "file.row_length",
    "blank": "file.blank",
    "space": "file.space",
    "heading": "file.header",
    "sci": "file.sci",
    "type": "file.account_type",
    "control": "file.control",
}
"""Code or note of a verdict → id of its check; any other code that stops is "file.unusable"."""


def points_of(row: ListRow) -> Iterator[str]:
    """Codes of what stops or is asked, once each, what weighs most first."""
    if row.outcome == "refuse":
        yield row.code
    elif row.outcome == "fix":
        yield from dict.fromkeys((*row.fixes, *row.asks)) or (row.code,)


def _told(id: str) -> Rule:
    def rule(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
        row = facts.chosen
        if row is None:
            return
        points = [code for code in points_of(row) if _IDS.get(code, "file.unusable") == id]
        if points:
            # What is still open weighs more than what was answered.
            point = next((code for code in points if code not in row.answers), points[0])
            asked = point in row.asks
            level: Level = "W" if asked and point in row.answers else "E"
            fix = "answer" if asked else "mend" if row.outcome == "fix" else "choose"
            yield Found(FIELD, _params(row, point), level, fix if level == "E" else "")

    return rule


def _params(row: ListRow, point: str) -> dict[str, Any]:
    """Numbers for the sentence: "code", "count" (rows it is about) and "row" (the first, or 0)."""
    told = row.verdict
    counts: dict[str, Any] = {**(told.get("detail") or {}), **(told.get("invalid") or {})}
    count = told.get("blank", 0) if point == "blank" else counts.get(point, 0)
    reasons = {"columns?": "columns"}
    rows = [
        finding.get("row", 0)
        for finding in told.get("findings") or ()
        if finding.get("reason") == reasons.get(point, point)
    ]
    count = count if isinstance(count, int) else 0
    total = max(1, row.rows - int(told.get("blank", 0)))
    return {
        "code": point,
        "count": count,
        "total": row.rows,
        "percent": round(100 * count / total),
        "row": rows[0] if rows else 0,
        "account_type": row.account_type,
    }


def _changed(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if facts.chosen is not None and facts.chosen.gone:
        yield Found(FIELD)


def _unchecked(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    row = facts.chosen
    if row is not None and not checked_as(draft, row):
        yield Found("audience.file.account_type", {"account_type": row.account_type})


def _original(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if facts.chosen is not None and facts.chosen.original_changed:
        yield Found(FIELD)


def _dupes(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if facts.chosen is not None and facts.chosen.duplicates:
        yield Found(FIELD, {"count": facts.chosen.duplicates})


CHECKS = (
    *(Check(id, "E", _told(id)) for id in dict.fromkeys((*_IDS.values(), "file.unusable"))),
    Check("file.changed", "E", _changed, "check_again"),
    Check("file.unchecked", "E", _unchecked, "check_again"),
    Check("file.original", "N", _original, "check_again"),
    Check("file.dupes", "N", _dupes),
)
