"""The page *Drafts & templates*: what was written for the chosen app, found, opened and copied."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
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
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.empty_state import EmptyState
from tpns_desktop.ui.widgets.flow_layout import FlowLayout
from tpns_desktop.ui.widgets.record_table import RecordTable
from tpns_desktop.ui.widgets.search_line import SearchLine
from tpns_desktop.ui.widgets.undo_bar import UndoBar

if TYPE_CHECKING:
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.drafts import DraftRow

SEARCH_MS = 120
"""After the last key, before what was typed is looked for."""

_WIDTHS = {Column.KIND: 120, Column.WHO: 220, Column.SAVED: 180}


class DraftsScreen(QWidget):
    """Search, the table, what can be done with a row, and Undo after a deletion.

    Signals:
        draft_chosen(DraftRow): go on with this draft.
        template_chosen(dict): begin a new draft with this, a copy of a template.
        renamed(str, str): the draft of this id has this name now.
        new_push_asked: write a new push.
    """

    draft_chosen = Signal(object)
    template_chosen = Signal(object)
    renamed = Signal(str, str)
    new_push_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._removed: tuple[int, DraftRow] | None = None
        self._wanted = ""
        """Id of the row to choose once it is listed."""
        self._asked = 0
        self.setObjectName("drafts")
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._load)
        self._typing = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._typing.timeout.connect(self._load)
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
        self.search = SearchLine()
        self.search.setObjectName("drafts.search")
        self.search.setMinimumWidth(180)
        self.search.setMaximumWidth(340)
        self.search.textChanged.connect(self._on_search)
        self._buttons: dict[str, QPushButton] = {}
        deeds = {
            "open": self._on_open_clicked,
            "keep": self._on_keep_clicked,
            "copy": self._on_copy_clicked,
            "rename": self._on_rename_clicked,
            "delete": self._on_delete_clicked,
        }
        row = QWidget()
        flow = FlowLayout(row, spacing=8)
        for name, deed in deeds.items():
            button = QPushButton()
            button.setObjectName(f"drafts.{name}")
            button.clicked.connect(deed)
            self._buttons[name] = button
            flow.addWidget(button)
        self.open_draft, self.delete_draft = self._buttons["open"], self._buttons["delete"]
        self.open_draft.setProperty("kind", "primary")
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self._title)
        titles.addWidget(self._count)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addLayout(titles, 1)
        head.addWidget(self.search, 1)

        self.model = DraftsModel(self)
        self.model.named.connect(self._on_named)
        self.table = RecordTable(RECORD_ROLE)
        self.table.setObjectName("drafts.table")
        self.table.setModel(self.model)
        self.table.set_widths({int(column): width for column, width in _WIDTHS.items()}, 0)
        self.table.opened.connect(self._on_opened)
        self.table.removed.connect(self._on_delete)
        self.table.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self._nothing = QLabel()
        self._nothing.setObjectName("drafts.nothing")
        self._nothing.setProperty("role", "muted")
        self._nothing.hide()
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(10, 6, 10, 10)
        inside.addWidget(self.table, 1)
        inside.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignHCenter)

        self._listed = QWidget()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(row)
        column.addWidget(card, 1)
        self.empty = EmptyState("drafts.write", "drafts")
        self.empty.acted.connect(self.new_push_asked)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self._listed)
        self._pages.addWidget(self.empty)
        self.undo = UndoBar("drafts.undo")
        self.undo.undo_asked.connect(self._on_undo)
        self.undo.ended.connect(self._on_undo_ended)
        for keys, deed in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self._on_undo_keys),
            (QKeySequence(QKeySequence.StandardKey.Find), self._on_find_keys),
        ):
            QShortcut(keys, self).activated.connect(deed)
        rename = QShortcut(QKeySequence("F2"), self.table)
        rename.setContext(Qt.ShortcutContext.WidgetShortcut)
        rename.activated.connect(self._on_rename_clicked)
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
        self.search.clear()
        self.model.show_rows([], "")
        self._show_page()
        self._on_stale()

    @Slot(str)
    def _on_search(self, _text: str) -> None:
        self._typing.start()

    @Slot()
    def _load(self) -> None:
        desk, app = self._session.desk, self._session.app
        if desk is None or app is None:
            return
        search = self.search.text().strip()
        self._asked += 1
        asked = self._asked

        def listed(rows: list[DraftRow]) -> None:
            if asked == self._asked:  # else more was typed since
                self._on_drafts(rows)

        self._session.run(desk.drafts(app.id, search), self, listed)

    def _on_drafts(self, rows: list[DraftRow]) -> None:
        app = self._session.app
        if app is None or any(row.app_id != app.id for row in rows):
            return
        if rows != self.model.rows():
            current = self.table.current_record()
            self.model.show_rows(rows, app.name)
            wanted = self._wanted or (current.id if current is not None else "")
            self._choose(wanted)
        self._wanted = ""
        self._show_page()

    def _choose(self, draft_id: str) -> None:
        ids = [row.id for row in self.model.rows()]
        place = ids.index(draft_id) if draft_id in ids else 0
        self.table.setCurrentIndex(self.model.index(place, 0))

    def _show_page(self) -> None:
        rows = self.model.rows()
        searching = bool(self.search.text().strip())
        self._pages.setCurrentWidget(self._listed if rows or searching else self.empty)
        self._nothing.setVisible(searching and not rows)
        templates = sum(row.template for row in rows)
        self._count.setText(
            self.tr("{0} · {1}").format(
                QCoreApplication.translate("DraftsScreen", "%Ln template(s)", None, templates),
                QCoreApplication.translate(
                    "DraftsScreen", "%Ln draft(s)", None, len(rows) - templates
                ),
            )
        )
        self._show_buttons()

    def _show_buttons(self) -> None:
        row = self.table.current_record()
        for button in self._buttons.values():
            button.setEnabled(row is not None)
        template = row is not None and bool(row.template)
        self._buttons["keep"].setEnabled(row is not None and not template)
        self.open_draft.setText(self.tr("Use it") if template else self.tr("Open"))
        self.open_draft.setAccessibleName(
            self.tr("Begin a new draft with the chosen template")
            if template
            else self.tr("Open the chosen draft")
        )

    # What a person does

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_buttons()

    @Slot()
    def _on_open_clicked(self) -> None:
        row = self.table.current_record()
        if row is not None:
            self._on_opened(row)

    @Slot(object)
    def _on_opened(self, row: DraftRow) -> None:
        if row.template:
            self.template_chosen.emit(copy.deepcopy(row.data))
        else:
            self.draft_chosen.emit(row)

    @Slot()
    def _on_keep_clicked(self) -> None:
        row, desk = self.table.current_record(), self._session.desk
        if row is not None and desk is not None:
            self._session.run(
                desk.save_template(row.app_id, row.data), self, self._on_kept, self._on_not_kept
            )

    def _on_kept(self, row: DraftRow) -> None:
        self._wanted = row.id
        announce(self, self.tr("Saved as a template: “{0}”").format(draft_title(row)))
        self._load()

    @Slot()
    def _on_copy_clicked(self) -> None:
        row, desk = self.table.current_record(), self._session.desk
        if row is not None and desk is not None:
            name = self.tr("{0} (copy)").format(draft_title(row))
            self._session.run(
                desk.copy_draft(row.id, name), self, self._on_copied, self._on_not_kept
            )

    def _on_copied(self, row: DraftRow | None) -> None:
        if row is not None:
            self._wanted = row.id
            announce(self, self.tr("Copied: “{0}”").format(draft_title(row)))
        self._load()

    def _on_not_kept(self, error: BaseException) -> None:
        self._session.failed.emit("save_draft", error)
        self._load()

    @Slot()
    def _on_rename_clicked(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.edit(self.model.index(index.row(), Column.WHAT))
            for editor in self.table.viewport().findChildren(QLineEdit):
                editor.setObjectName("drafts.name")
                editor.setAccessibleName(self.tr("Another name"))

    @Slot(object, str)
    def _on_named(self, row: DraftRow, name: str) -> None:
        desk = self._session.desk
        if desk is not None:
            self._wanted = row.id
            self._session.run(
                desk.rename_draft(row.id, name), self, self._on_renamed, self._on_not_kept
            )

    def _on_renamed(self, row: DraftRow | None) -> None:
        if row is not None:
            self.model.show_row(row)
            self.renamed.emit(row.id, row.name)
        self._load()

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
    def _on_find_keys(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

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
        self._session.run(desk.restore_draft(row), self, self._on_restored, self._on_lost)
        self.model.put_back(place, row)
        self.table.setCurrentIndex(self.model.index(min(place, self.model.rowCount() - 1), 0))
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
        elif event.type() == QEvent.Type.PaletteChange:
            self.model.refresh_words()  # its icons are drawn in the look's colours
        super().changeEvent(event)

    def _show_words(self) -> None:
        self._title.setText(self.tr("Drafts & templates"))
        self.search.setPlaceholderText(self.tr("Find in name, title or text"))
        self.search.setAccessibleName(self.tr("Find in name, title or text"))
        words = {
            "keep": (self.tr("Save as template"), self.tr("Save a copy as a template")),
            "copy": (self.tr("Duplicate"), self.tr("Duplicate the chosen one")),
            "rename": (self.tr("Rename…"), self.tr("Rename the chosen one…")),
            "delete": (self.tr("Delete"), self.tr("Delete the chosen one")),
        }
        for name, (text, spoken) in words.items():
            self._buttons[name].setText(text)
            self._buttons[name].setAccessibleName(spoken)
        self._buttons["keep"].setToolTip(
            self.tr("The template stays as it is, whatever becomes of the draft.")
        )
        self._buttons["rename"].setToolTip("F2")
        self.table.setAccessibleName(self.tr("Drafts & templates"))
        self.table.setAccessibleDescription(
            self.tr(
                "Enter opens a draft or uses a template, F2 renames, Delete deletes; that can be "
                "undone"
            )
        )
        self._nothing.setText(
            self.tr("No draft or template has these words in its name, title or text.")
        )
        self.empty.set_texts(
            self.tr("No drafts"),
            self.tr("What you write is saved here by itself while you type."),
            self.tr("Write a push"),
        )
        self.model.refresh_words()
        self._show_page()
