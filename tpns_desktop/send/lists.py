"""The book of lists: files of accounts or tokens, checked, mended, compared, and kept as copies.

Owns the private copies in one folder and what the database says of them. The heavy part runs in a
child process (`packages.worker`), so everything here can be cancelled. What a verdict means for a
push is `check_files`'s; the upload is `upload`'s. Source: hostile-packages.md, ground rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tpns_desktop.store.lists import ListRow

__all__ = ["Compared", "ListMended", "ListRefused", "ListRow"]


class ListRefused(Exception):
    """A list cannot be used, or what was asked of it cannot be done; nothing was changed.

    `code` as in the table of hostile packages ("control", "disguised", "size", …), or "exists" (a
    file of this name is there), "list_gone" (no such list, or its copy is gone), "cancelled",
    "diskfull", "unreadable", "damaged". `detail` has what a sentence needs; `verdict` the whole
    verdict (a dict as in `ListRow.verdict`) where the file could be read, with its first findings.
    """

    def __init__(
        self,
        code: str,
        detail: Mapping[str, Any] | None = None,
        verdict: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.detail = dict(detail or {})
        self.verdict = None if verdict is None else dict(verdict)


@dataclass(frozen=True)
class ListMended:
    """A mended copy, added as a list of its own after its own check."""

    row: ListRow
    path: Path
    """The copy a person can see, beside the original or where they chose."""
    rows_before: int
    rows_after: int
    changed: Mapping[str, int]
    """Rows by what happened to them, see `packages.repair.Mended`."""


@dataclass(frozen=True)
class Compared:
    """How many different accounts two lists hold."""

    both: int
    only_first: int
    only_second: int
