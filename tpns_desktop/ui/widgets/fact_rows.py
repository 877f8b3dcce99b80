"""Lines of a summary: a muted name at the left, the fact at the right, perhaps a hint below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

NAME_WIDTH = 128
"""So that the facts of all groups stand in one line."""


class FactRows(QWidget):
    """`show_facts` replaces all lines; a line without a fact is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, NAME_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._facts: list[tuple[str, str]] = []

    def facts(self) -> list[tuple[str, str]]:
        """The lines shown, as (name, fact)."""
        return list(self._facts)

    def show_facts(self, facts: list[tuple[str, str, str]]) -> None:
        """Show (name, fact, hint) a line; the hint stands below its fact."""
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._facts = [(name, fact) for name, fact, _ in facts if fact]
        row = 0
        for name, fact, hint in facts:
            if not fact:
                continue
            label, text = _label(name, "muted"), _label(fact, "")
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            text.setAccessibleName(f"{name}: {fact}")
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text, row, 1)
            row += 1
            if hint:
                self._grid.addWidget(_label(hint, "hint"), row, 1)
                row += 1


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    # What people typed is text, whatever it looks like.
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label
