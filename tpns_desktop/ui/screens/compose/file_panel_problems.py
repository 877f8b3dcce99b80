"""The rows of a list that something is wrong with, as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tpns_desktop.ui.widgets.record_table import RecordTable
from tpns_desktop.ui.words.lists import more_problems, problem_words
from tpns_desktop.ui.words.numbers import grouped

SHOWN = 200
"""Rows at most; what is beyond is counted below them."""
_VISIBLE = 6
_ROW = 30

RECORD = Qt.ItemDataRole.UserRole
ROW, VALUE, PROBLEM = range(3)

_Index = QModelIndex | QPersistentModelIndex


class ProblemsModel(QAbstractTableModel):
    """Findings as in a verdict: {"row", "reason", "excerpt", "character"?}."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: list[Mapping[str, Any]] = []
        self._kind = "account"

    def set_findings(self, findings: Sequence[Mapping[str, Any]], kind: str) -> None:
        """Show the first of these; `kind` is "account" or "token"."""
        self.beginResetModel()
        self._findings, self._kind = list(findings[:SHOWN]), kind
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._findings)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        finding = self._findings[index.row()]
        if role == RECORD:
            return finding
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if index.column() == ROW:
            return grouped(int(finding.get("row", 0)))
        if index.column() == VALUE:
            return str(finding.get("excerpt", ""))
        return problem_words(finding, self._kind)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Row"), self.tr("What it says"), self.tr("Problem"))[section]

    def retranslate(self) -> None:
        """Say it in the present language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 2)
        if self._findings:
            last = self.index(len(self._findings) - 1, PROBLEM)
            self.dataChanged.emit(self.index(0, ROW), last)


class Problems(QWidget):
    """The table and, below it, how many rows are not in it. `name` begins both object names."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ProblemsModel(self)
        self.table = RecordTable(RECORD)
        self.table.setObjectName(f"{name}.table")
        self.table.setModel(self.model)
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.set_widths({ROW: 90, VALUE: 150}, PROBLEM)
        self.more = QLabel()
        self.more.setObjectName(f"{name}.more")
        self.more.setProperty("role", "hint")
        self._hidden = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table)
        column.addWidget(self.more)

    def show_verdict(self, verdict: Mapping[str, Any], kind: str) -> None:
        """Show the findings of a verdict; hidden where it has none."""
        findings = verdict.get("findings") or []
        self.model.set_findings(findings, kind)
        shown = self.model.rowCount()
        self._hidden = max(0, _problem_rows(verdict) - shown)
        self.table.setFixedHeight(44 + _ROW * min(max(shown, 1), _VISIBLE))
        self.setVisible(bool(shown))
        self._show_more()

    def retranslate(self) -> None:
        """Say it in the present language."""
        self.table.setAccessibleName(self.tr("Rows with a problem"))
        self.model.retranslate()
        self._show_more()

    def _show_more(self) -> None:
        self.more.setText(more_problems(self._hidden) if self._hidden else "")
        self.more.setVisible(bool(self._hidden))


def _problem_rows(verdict: Mapping[str, Any]) -> int:
    detail = verdict.get("detail") or {}
    counts = [int(verdict.get("blank") or 0), *(verdict.get("invalid") or {}).values()]
    counts += [int(detail.get(reason, 0)) for reason in ("space", "quote")]
    return sum(counts)
