"""The stored drafts and templates as a table, templates first, then the last changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from tpns_desktop.model.draft import ids_of
from tpns_desktop.ui.theme.icons import icon
from tpns_desktop.ui.words.audience import short_label
from tpns_desktop.ui.words.numbers import when

if TYPE_CHECKING:
    from tpns_desktop.store.drafts import DraftRow

RECORD_ROLE = Qt.ItemDataRole.UserRole + 1
SORT_ROLE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns from the left."""

    WHAT = 0
    KIND = 1
    WHO = 2
    SAVED = 3


class DraftsModel(QAbstractTableModel):
    """Over `DraftRow`. `SORT_ROLE` gives native values, `RECORD_ROLE` the row.

    Signal `named(DraftRow, str)`: a person gave this draft another name, in its place in the table.
    """

    named = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[DraftRow] = []
        self._app_name = ""

    def rows(self) -> list[DraftRow]:
        """What is shown, from the top."""
        return list(self._rows)

    def show_rows(self, rows: Sequence[DraftRow], app_name: str) -> None:
        """Show these drafts of this app and no others."""
        self.beginResetModel()
        self._rows = list(rows)
        self._app_name = app_name
        self.endResetModel()

    def take(self, draft_id: str) -> int | None:
        """Take a draft out and give its place, None when it is not there."""
        for place, row in enumerate(self._rows):
            if row.id == draft_id:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()
                return place
        return None

    def put_back(self, place: int, row: DraftRow) -> None:
        """Put a draft back in its place."""
        if any(shown.id == row.id for shown in self._rows):
            return
        place = min(place, len(self._rows))
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.insert(place, row)
        self.endInsertRows()

    def show_row(self, row: DraftRow) -> None:
        """Show a draft as it stands now, in its place."""
        for place, shown in enumerate(self._rows):
            if shown.id == row.id:
                self._rows[place] = row
                last = len(Column) - 1
                self.dataChanged.emit(self.index(place, 0), self.index(place, last))

    def refresh_words(self) -> None:
        """Say it in the present language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._rows:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._rows) - 1, len(Column) - 1)
            )

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == RECORD_ROLE:
            return row
        if role == SORT_ROLE and column == Column.SAVED:
            return row.updated_at.timestamp()
        if role == Qt.ItemDataRole.EditRole:
            return draft_title(row) if column == Column.WHAT else None
        if role == Qt.ItemDataRole.DecorationRole and column == Column.KIND:
            return icon("pin" if row.template else "drafts")
        if role in (Qt.ItemDataRole.DisplayRole, SORT_ROLE):
            if column == Column.WHAT:
                return draft_title(row)
            if column == Column.KIND:
                return self.tr("Template") if row.template else self.tr("Draft")
            if column == Column.WHO:
                return who_in_short(row, self._app_name)
            return when(row.updated_at)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == Column.WHAT:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or index.column() != Column.WHAT:
            return False
        row, name = self._rows[index.row()], " ".join(str(value).split())
        if name == draft_title(row) or (not name and not row.name):
            return False
        self.named.emit(row, name)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if (
            orientation != Qt.Orientation.Horizontal
            or role != Qt.ItemDataRole.DisplayRole
            or not 0 <= section < len(Column)
        ):
            return None
        return {
            Column.WHAT: self.tr("Name"),
            Column.KIND: self.tr("Kind"),
            Column.WHO: self.tr("Who"),
            Column.SAVED: self.tr("Saved"),
        }[Column(section)]


def draft_title(row: DraftRow) -> str:
    """The draft's own name, else its title on one line, else "Untitled"."""
    for text in (row.name, row.title):
        if said := " ".join(text.split()):
            return said
    return QCoreApplication.translate("DraftsModel", "Untitled")


def who_in_short(row: DraftRow, app_name: str) -> str:
    """Whom the draft is for: "37 accounts", "nobody yet"."""
    kind = row.audience_kind
    count = None
    if kind in ("account", "device"):
        audience = row.data.get("audience")
        typed = audience.get(kind) if isinstance(audience, Mapping) else None
        text = typed.get("text") if isinstance(typed, Mapping) else None
        count = len(ids_of(text)[0]) if isinstance(text, str) else 0
    return short_label(kind, count, app_name)
