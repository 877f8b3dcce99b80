"""What removing an app does to those of its pushes that are not ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from tpns_desktop.send.results import Batch


def open_words(batches: Sequence[Batch]) -> list[str]:
    """A sentence for what is on hold and one for what is not settled; empty for neither."""
    held = sum(any(row.state in ("confirmed", "held") for row in batch.rows) for batch in batches)
    unsettled = sum(
        any(row.state in ("sending", "unknown") for row in batch.rows) for batch in batches
    )
    said = []
    if held:
        said.append(
            QCoreApplication.translate(
                "Removal", "%Ln push(es) of it on hold will be taken back.", None, held
            )
        )
    if unsettled:
        said.append(
            QCoreApplication.translate(
                "Removal",
                "%Ln push(es) of it not settled: without its keys they can no longer be looked up.",
                None,
                unsettled,
            )
        )
    return said
