"""The Drafts page: what was written for the chosen app, to go on with or to delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.screens.drafts.drafts_model import (
    RECORD_ROLE,
    Column,
    DraftsModel,
    draft_title,
)
from tpns_desktop.ui.screens.drafts.undo_bar import UndoBar
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.empty_state import EmptyState
from tpns_desktop.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.drafts import DraftRow

_WIDTHS = {Column.WHO: 240, Column.SAVED: 190}


class DraftsScreen(QWidget):
    """The table, its two buttons, and Undo after a deletion.

    Signals:
        draft_chosen(DraftRow): go on with this draft.
        new_push_asked: write a new push.
    """

    draft_chosen = Signal(object)
    new_push_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._removed: tuple[int, DraftRow] | None = None
        self.setObjectName("drafts")
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._load)
        self._build()
        session.opened.connect(self._on_stale)
        session.app_changed.connect(self._on_app_changed)
        self._show_words()

    def _build(self) -> None:
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._count = QLabel()
        self._count.setObjectName("drafts.count")
        self._count.setProperty("role", "muted")
        self.open_draft = QPushButton()
        self.open_draft.setObjectName("drafts.open")
        self.open_draft.setProperty("kind", "primary")
        self.open_draft.clicked.connect(self._on_open_clicked)
        self.delete_draft = QPushButton()
        self.delete_draft.setObjectName("drafts.delete")
        self.delete_draft.clicked.connect(self._on_delete_clicked)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self._title)
        titles.addWidget(self._count)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addLayout(titles, 1)
        head.addWidget(self.delete_draft)
        head.addWidget(self.open_draft)

        self.model = DraftsModel(self)
        self.table = RecordTable(RECORD_ROLE)
        self.table.setObjectName("drafts.table")
        self.table.setModel(self.model)
        self.table.set_widths({int(column): width for column, width in _WIDTHS.items()}, 0)
        self.table.opened.connect(self.draft_chosen)
        self.table.removed.connect(self._on_delete)
        self.table.selectionModel().currentRowChanged.connect(self._on_current_changed)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(10, 6, 10, 10)
        inside.addWidget(self.table)

        self._listed = QWidget()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(card, 1)
        self.empty = EmptyState("drafts.write", "drafts")
        self.empty.acted.connect(self.new_push_asked)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self._listed)
        self._pages.addWidget(self.empty)
        self.undo = UndoBar()
        self.undo.undo_asked.connect(self._on_undo)
        self.undo.ended.connect(self._on_undo_ended)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        keys.activated.connect(self._on_undo_keys)
        # Above both pages: the last draft can be brought back, too.
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(14)
        whole.addWidget(self.undo)
        whole.addWidget(pages, 1)

    # What is shown

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A page is shown before the one it follows is hidden, and Compose saves when it is hidden.
        self._soon.start()

    @Slot()
    def _on_stale(self) -> None:
        if self.isVisible():
            self._load()

    @Slot(object)
    def _on_app_changed(self, _app: App | None) -> None:
        self._removed = None
        self.undo.end()
        self.model.show_rows([], "")
        self._show_page()
        self._on_stale()

    @Slot()
    def _load(self) -> None:
        desk, app = self._session.desk, self._session.app
        if desk is not None and app is not None:
            self._session.run(desk.drafts(app.id), self, self._on_drafts)

    def _on_drafts(self, rows: list[DraftRow]) -> None:
        app = self._session.app
        if app is None or any(row.app_id != app.id for row in rows):
            return
        if rows == self.model.rows():
            return
        current = self.table.current_record()
        self.model.show_rows(rows, app.name)
        ids = [row.id for row in rows]
        place = ids.index(current.id) if current is not None and current.id in ids else 0
        self.table.setCurrentIndex(self.model.index(place, 0))
        self._show_page()

    def _show_page(self) -> None:
        total = self.model.rowCount()
        self._pages.setCurrentWidget(self._listed if total else self.empty)
        self._count.setText(QCoreApplication.translate("DraftsScreen", "%Ln draft(s)", None, total))
        self._show_buttons()

    def _show_buttons(self) -> None:
        chosen = self.table.current_record() is not None
        self.open_draft.setEnabled(chosen)
        self.delete_draft.setEnabled(chosen)

    # What a person does

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_buttons()

    @Slot()
    def _on_open_clicked(self) -> None:
        row = self.table.current_record()
        if row is not None:
            self.draft_chosen.emit(row)

    @Slot()
    def _on_delete_clicked(self) -> None:
        row = self.table.current_record()
        if row is not None:
            self._on_delete(row)

    @Slot(object)
    def _on_delete(self, row: DraftRow) -> None:
        desk = self._session.desk
        if desk is None:
            return
        place = self.model.take(row.id)
        if place is None:
            return
        self._removed = (place, row)
        self._session.run(desk.remove_draft(row.id), self, None, self._on_delete_failed)
        self.undo.offer(self.tr("“{0}” was deleted.").format(draft_title(row)))
        self._show_page()

    def _on_delete_failed(self, error: BaseException) -> None:
        removed, self._removed = self._removed, None
        self.undo.end()
        if removed is not None:
            self.model.put_back(*removed)
        self._show_page()
        self._session.failed.emit("remove_draft", error)

    @Slot()
    def _on_undo_keys(self) -> None:
        if not self.undo.isHidden():
            self.undo.undo.click()

    @Slot()
    def _on_undo(self) -> None:
        desk = self._session.desk
        removed, self._removed = self._removed, None
        if desk is None or removed is None:
            return
        place, row = removed
        # A draft that is saved under its id comes back as it was.
        self._session.run(
            desk.save_draft(row.app_id, row.id, row.data), self, self._on_restored, self._on_lost
        )
        self.model.put_back(place, row)
        self.table.setCurrentIndex(self.model.index(place, 0))
        self._show_page()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_restored(self, _row: DraftRow) -> None:
        self._load()

    def _on_lost(self, error: BaseException) -> None:
        self._session.failed.emit("save_draft", error)
        self._load()

    @Slot()
    def _on_undo_ended(self) -> None:
        self._removed = None

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self._title.setText(self.tr("Drafts"))
        self.open_draft.setText(self.tr("Open"))
        self.open_draft.setAccessibleName(self.tr("Open the chosen draft"))
        self.delete_draft.setText(self.tr("Delete"))
        self.delete_draft.setAccessibleName(self.tr("Delete the chosen draft"))
        self.table.setAccessibleName(self.tr("Drafts"))
        self.table.setAccessibleDescription(
            self.tr("Enter opens a draft, Delete deletes it; that can be undone")
        )
        self.empty.set_texts(
            self.tr("No drafts"),
            self.tr("What you write is saved here by itself while you type."),
            self.tr("Write a push"),
        )
        self.model.refresh_words()
        self._show_page()
