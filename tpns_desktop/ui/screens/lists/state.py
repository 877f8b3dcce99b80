"""The picture of a list's state, and what can still be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tpns_desktop.store.lists import ListRow

MENDABLE: Final = ("heading", "type", "columns?", "dup")
"""Codes and notes beside those of `ListRow.fixes` that a clean copy can settle."""

_UNSEARCHABLE: Final = frozenset({"encoding", "columns", "columns?"})


def state_icon(row: ListRow) -> str:
    """The icon beside the word for its state (`words.lists.state_words`)."""
    if row.usable:
        return "ok"
    if row.gone or row.outcome == "refuse":
        return "danger"
    return "warn" if row.fixes else "question"


def can_be_cleaned(row: ListRow) -> bool:
    """Whether a clean copy would be another one than this."""
    points = {row.code, *row.notes}
    open_to_it = not row.gone and row.outcome != "refuse"
    return open_to_it and bool(row.fixes or not points.isdisjoint(MENDABLE))


def can_be_searched(row: ListRow) -> bool:
    """Whether its accounts can be told from each other as the list is.

    In another encoding, or in one of several columns, an account that is there would not be found.
    """
    if row.gone or row.outcome == "refuse":
        return False
    return _UNSEARCHABLE.isdisjoint({row.code, *row.notes} - set(row.answers))


def has_problem_rows(row: ListRow) -> bool:
    """Whether there are rows that something is wrong with."""
    return not row.gone and bool(row.verdict.get("findings"))
