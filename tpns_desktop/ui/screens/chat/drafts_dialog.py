"""The drafts of a Chat app: search, open, copy, delete, and take the deletion back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.search_line import SearchLine
from tpns_desktop.ui.widgets.undo_bar import UndoBar
from tpns_desktop.ui.words.numbers import when

if TYPE_CHECKING:
    from tpns_desktop.store.chat_apps import ChatApp
    from tpns_desktop.store.drafts import DraftRow
    from tpns_desktop.ui.session import Session

_RECORD = Qt.ItemDataRole.UserRole
_SEARCH_AFTER_MS = 150


class DraftsDialog(QDialog):
    """Signals.

    opened(DraftRow): go on with this one.
    new_asked: begin an empty one.
    removed(DraftRow): this one was deleted.
    restored(DraftRow): the deletion was taken back.
    """

    opened = Signal(object)
    new_asked = Signal()
    removed = Signal(object)
    restored = Signal(object)

    def __init__(self, session: Session, app: ChatApp, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._app = app
        self._removed: DraftRow | None = None
        self._asked = 0
        self.resize(620, 520)
        self.heading = QLabel()
        self.heading.setProperty("role", "title")
        self.search = SearchLine()
        self.search.setObjectName("chat.drafts.search")
        self._timer = QTimer(self, singleShot=True, interval=_SEARCH_AFTER_MS)
        self._timer.timeout.connect(self.read)
        self.search.textChanged.connect(self._timer.start)
        self.list = QListWidget()
        self.list.setObjectName("chat.drafts.list")
        self.list.setSpacing(4)
        self.list.itemActivated.connect(self._on_open)
        self.list.currentItemChanged.connect(self._show_buttons)
        self.none = QLabel()
        self.none.setProperty("role", "muted")
        self.none.setWordWrap(True)
        self.none.hide()
        self.undo = UndoBar("chat.drafts.undo")
        self.undo.undo_asked.connect(self._on_undo)
        self.open_it = self._button("open", self._on_open)
        self.open_it.setProperty("kind", "primary")
        self.copy = self._button("copy", self._on_copy)
        self.delete = self._button("delete", self._on_delete)
        self.new = self._button("new", self._on_new)
        self.close_it = self._button("close", self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.new, self.copy, self.delete):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.close_it, self.open_it):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for part in (self.heading, self.search, self.list, self.none, self.undo):
            column.addWidget(part)
        column.addLayout(buttons)
        self.open_it.setDefault(True)
        self._show_words()
        self._show_buttons()
        self.read()

    def _button(self, name: str, slot: object) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"chat.drafts.{name}")
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    @Slot()
    def read(self) -> None:
        """Read the drafts that are searched for."""
        desk = self._session.desk
        if desk is not None:
            found = desk.chat.drafts(self._app.id, self.search.text().strip())
            self._session.run(found, self, self._on_read, self._on_failed)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self.setWindowTitle(self.tr("Drafts"))
        self.heading.setText(self.tr("Drafts for {0}").format(self._app.name))
        self.search.setAccessibleName(self.tr("Search drafts"))
        self.search.setPlaceholderText(self.tr("Search drafts"))
        self.list.setAccessibleName(self.tr("Drafts"))
        self.open_it.setText(self.tr("Open"))
        self.copy.setText(self.tr("Duplicate"))
        self.delete.setText(self.tr("Delete"))
        self.new.setText(self.tr("New push"))
        self.close_it.setText(self.tr("Close"))

    def _on_read(self, rows: list[DraftRow]) -> None:
        held = self._current()
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(f"{self._name(row)}\n{when(row.updated_at)}")
            item.setData(_RECORD, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.text())
            self.list.addItem(item)
            if held is not None and row.id == held.id:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and rows:
            self.list.setCurrentRow(0)
        searching = bool(self.search.text().strip())
        self.none.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self.none.setText(
            self.tr("No draft has these words.")
            if searching
            else self.tr("No drafts yet. What you write is kept here by itself.")
        )
        self._show_buttons()

    def _on_failed(self, error: BaseException) -> None:
        self._session.failed.emit("drafts", error)

    def _name(self, row: DraftRow) -> str:
        return str(row.data.get("name") or "").strip() or row.title or self.tr("Without a name")

    def _current(self) -> DraftRow | None:
        item = self.list.currentItem()
        row: DraftRow | None = item.data(_RECORD) if item is not None else None
        return row

    @Slot()
    def _show_buttons(self) -> None:
        for button in (self.open_it, self.copy, self.delete):
            button.setEnabled(self._current() is not None)

    @Slot()
    def _on_open(self) -> None:
        row = self._current()
        if row is not None:
            self.opened.emit(row)
            self.accept()

    @Slot()
    def _on_new(self) -> None:
        self.new_asked.emit()
        self.accept()

    @Slot()
    def _on_copy(self) -> None:
        desk, row = self._session.desk, self._current()
        if desk is not None and row is not None:
            name = self.tr("{0} (copy)").format(self._name(row))
            copied = desk.chat.copy_draft(row.id, name)
            self._session.run(copied, self, self._on_copied, self._on_failed)

    def _on_copied(self, _row: DraftRow | None) -> None:
        announce(self, self.tr("Duplicated"))
        self.read()

    @Slot()
    def _on_delete(self) -> None:
        desk, row = self._session.desk, self._current()
        if desk is not None and row is not None:
            self._removed = row
            self.undo.offer(self.tr("“{0}” was deleted.").format(self._name(row)))
            self._session.run(
                desk.chat.remove_draft(row.id), self, self._on_changed, self._on_not_removed
            )
            self.removed.emit(row)

    def _on_not_removed(self, error: BaseException) -> None:
        self._removed = None
        self.undo.hide()
        self._on_failed(error)
        self.read()

    @Slot()
    def _on_undo(self) -> None:
        desk, row = self._session.desk, self._removed
        if desk is not None and row is not None:
            self._removed = None
            self._session.run(desk.chat.restore_draft(row), self, self._on_changed, self._on_failed)
            self.restored.emit(row)

    def _on_changed(self, _done: object) -> None:
        self.read()
