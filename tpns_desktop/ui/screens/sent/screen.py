"""The Sent page: every push confirmed for the chosen app, or for any, and what became of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.model.states import OPEN_STATES
from tpns_desktop.ui.screens.sent.sent_model import (
    RECORD_ROLE,
    Column,
    SentFilter,
    SentModel,
    is_unsettled,
)
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.empty_state import EmptyState
from tpns_desktop.ui.widgets.record_table import RecordTable
from tpns_desktop.ui.widgets.search_line import SearchLine
from tpns_desktop.ui.words.numbers import grouped
from tpns_desktop.ui.words.states import UNSETTLED

if TYPE_CHECKING:
    from tpns_desktop.send.results import Batch
    from tpns_desktop.store.apps import App

PAGE = 50
"""Pushes read at a time."""
ALL_PAGE = 500
"""The same while all of them are looked through for unsettled ones."""

_WIDTHS = {
    Column.WHEN: 136,
    Column.WHO: 168,
    Column.STATUS: 206,
    Column.ARRIVED: 88,
    Column.TAPPED: 80,
    Column.PLAN: 116,
}


class SentScreen(QWidget):
    """A filter, the table, and an empty state with the way out of it.

    Signals:
        batch_chosen(str): show the result of this push.
        again_asked(str): begin a draft from this push.
        new_push_asked: write a push.
    """

    batch_chosen = Signal(str)
    again_asked = Signal(str)
    new_push_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self._more = False
        self.setObjectName("sent")
        self._build()
        session.opened.connect(self._on_stale)
        session.app_changed.connect(self._on_app_changed)
        session.batch_changed.connect(self._on_batch_changed)
        self._show_words()

    def _build(self) -> None:
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._count = QLabel()
        self._count.setObjectName("sent.count")
        self._count.setProperty("role", "muted")
        self.search = SearchLine()
        self.search.setObjectName("sent.filter")
        self.search.setFixedWidth(300)
        self.search.textChanged.connect(self._on_filter)
        self.unsettled = QCheckBox()
        self.unsettled.setObjectName("sent.unsettled")
        self.unsettled.toggled.connect(self._on_unsettled)
        self.all_apps = QCheckBox()
        self.all_apps.setObjectName("sent.all_apps")
        self.all_apps.toggled.connect(self._on_all_apps)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self._title)
        titles.addWidget(self._count)
        head = QHBoxLayout()
        head.addLayout(titles, 1)
        head.addWidget(self.all_apps)
        head.addWidget(self.unsettled)
        head.addWidget(self.search)
        self.open = QPushButton()
        self.open.setObjectName("sent.open")
        self.open.setProperty("kind", "primary")
        self.open.clicked.connect(self._on_open_clicked)
        self.again = QPushButton()
        self.again.setObjectName("sent.again")
        self.again.clicked.connect(self._on_again_clicked)
        head.setSpacing(10)
        head.addWidget(self.again)
        head.addWidget(self.open)

        self.model = SentModel(self)
        self.proxy = SentFilter(self)
        self.proxy.setSourceModel(self.model)
        self.table = RecordTable(RECORD_ROLE)
        self.table.setObjectName("sent.table")
        self.table.setModel(self.proxy)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(Column.WHEN, Qt.SortOrder.DescendingOrder)
        self.table.set_widths({int(column): width for column, width in _WIDTHS.items()}, 1)
        self.table.opened.connect(self._on_opened)
        self.table.selectionModel().selectionChanged.connect(self._show_open)
        self._nothing = QLabel()
        self._nothing.setObjectName("sent.nothing")
        self._nothing.setProperty("role", "muted")
        self._nothing.hide()
        self.older = QPushButton()
        self.older.setObjectName("sent.older")
        self.older.clicked.connect(self._on_older)
        self.older.hide()
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(10, 6, 10, 10)
        inside.setSpacing(8)
        inside.addWidget(self.table, 1)
        inside.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(self.older, 0, Qt.AlignmentFlag.AlignHCenter)

        self._listed = QWidget()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(card, 1)
        self.empty = EmptyState("sent.write", "sent")
        self.empty.acted.connect(self.new_push_asked)
        self.others = QPushButton()
        self.others.setObjectName("sent.others")
        self.others.setProperty("kind", "link")
        self.others.clicked.connect(self._on_others_clicked)
        self.empty.add_below(self.others)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._listed)
        self._pages.addWidget(self.empty)

    # What is shown

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._load()

    @Slot()
    def _on_stale(self) -> None:
        self._stale = True
        if self.isVisible():
            self._load()

    @Slot(object)
    def _on_app_changed(self, _app: App | None) -> None:
        self.model.show_batches([])
        self.search.clear()
        self.unsettled.setChecked(False)
        with QSignalBlocker(self.all_apps):
            self.all_apps.setChecked(False)
        self._show_page()
        self._on_stale()

    @Slot()
    def _on_others_clicked(self) -> None:
        self.all_apps.setChecked(True)
        self.all_apps.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_all_apps(self) -> None:
        self.model.show_batches([])
        self._on_stale()

    @Slot(str)
    def _on_batch_changed(self, batch_id: str) -> None:
        desk = self._session.desk
        if not self.isVisible() or desk is None:
            self._stale = True
            return
        self._session.run(desk.batch(batch_id), self, self._on_batch)

    def _load(self) -> None:
        desk, whose = self._session.desk, self._whose
        if desk is None:
            return
        self._stale = False
        self.model.name_apps(whose is None)
        self._session.run(desk.batches(whose, PAGE), self, partial(self._on_batches, whose))

    @property
    def _whose(self) -> str | None:
        """Id of the app whose pushes are meant, None for those of every app."""
        app = self._session.app
        # With no app there are only those of removed ones.
        return app.id if app is not None and not self.all_apps.isChecked() else None

    def _on_batches(self, whose: str | None, batches: list[Batch]) -> None:
        if whose != self._whose:
            return
        self.model.show_batches(batches)
        self._show_older(len(batches) == PAGE)

    def _on_batch(self, batch: Batch | None) -> None:
        if batch is not None and self._is_meant(batch):
            self.model.put(batch)
            self._show_page()

    @Slot()
    def _on_older(self) -> None:
        self._read_older(ALL_PAGE if self.unsettled.isChecked() else PAGE)

    def _read_older(self, count: int) -> None:
        desk, whose, shown = self._session.desk, self._whose, self.model.batches()
        if desk is None or not shown or not self.older.isEnabled():
            return
        self.older.setEnabled(False)
        self._session.run(
            desk.batches(whose, count, shown[-1].id),
            self,
            partial(self._on_older_read, whose, count),
            self._on_no_older,
        )

    def _on_older_read(self, whose: str | None, count: int, batches: list[Batch]) -> None:
        self.older.setEnabled(True)
        if whose == self._whose:
            self.model.add_older(batches)
            self._show_older(len(batches) == count)

    def _show_older(self, more: bool) -> None:
        """Offer what is older; of unsettled pushes all are shown, however old."""
        self._more = more
        self._show_page()
        if more and self.unsettled.isChecked():
            self._read_older(ALL_PAGE)

    def _on_no_older(self, error: BaseException) -> None:
        self.older.setEnabled(True)
        self._session.failed.emit("batches", error)

    def _is_meant(self, batch: Batch) -> bool:
        app = self._session.app
        if self._whose is None or app is None:
            return True
        return batch.app_id == app.id or any(row.access_id in app.access_ids for row in batch.rows)

    def _show_page(self) -> None:
        total, found = self.model.rowCount(), self.proxy.rowCount()
        asked, app = self.all_apps.isChecked(), self._session.app
        for way in (self.all_apps, self.others):
            way.setVisible(app is not None)
        self._pages.setCurrentWidget(self._listed if total or asked else self.empty)
        self._nothing.setVisible((total > 0 or asked) and not found)
        self.older.setVisible(self._more and not self.unsettled.isChecked())
        self._show_open()
        self._show_unsettled()
        self._count.setText(
            QCoreApplication.translate("SentScreen", "%Ln push(es)", None, found) if total else ""
        )

    def _show_unsettled(self) -> None:
        count = sum(is_unsettled(batch) for batch in self.model.batches())
        self.unsettled.setText(
            self.tr("Only unsettled ({0})").format(grouped(count))
            if count
            else self.tr("Only unsettled")
        )
        self._nothing.setText(
            self.tr("No push is unsettled here: of each it is known what became of it.")
            if self.unsettled.isChecked() and not self.search.text().strip()
            else self.tr("Nothing sent yet")
            if not self.model.rowCount()
            else self.tr("No push has these words in its title, text or plan.")
        )

    # What a person does

    @Slot(bool)
    def _on_unsettled(self, only: bool) -> None:
        self.proxy.show_unsettled(only)
        self._show_older(self._more)

    @Slot(str)
    def _on_filter(self, text: str) -> None:
        self.proxy.setFilterFixedString(text.strip())
        self._show_page()

    @Slot()
    def _show_open(self) -> None:
        chosen = self.table.selectionModel().hasSelection()
        self.open.setEnabled(chosen)
        batch = self.table.current_record() if chosen else None
        # A draft belongs to an app. Before a push has ended nothing is sent again.
        ended = batch is not None and batch.state not in OPEN_STATES | UNSETTLED
        self.again.setEnabled(ended and self._session.app is not None)

    @Slot()
    def _on_open_clicked(self) -> None:
        batch = self.table.current_record()
        if batch is not None:
            self._on_opened(batch)

    @Slot()
    def _on_again_clicked(self) -> None:
        batch = self.table.current_record()
        if batch is not None:
            self.again_asked.emit(batch.id)

    @Slot(object)
    def _on_opened(self, batch: Batch) -> None:
        self.batch_chosen.emit(batch.id)

    # Words and looks

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        elif event.type() == QEvent.Type.PaletteChange:
            self.model.refresh_words()  # its icons are drawn in the look's colours
        super().changeEvent(event)

    def _show_words(self) -> None:
        self._title.setText(self.tr("Sent"))
        self.search.setPlaceholderText(self.tr("Find in title, text or plan"))
        self.search.setAccessibleName(self.tr("Find in title, text or plan"))
        self.table.setAccessibleName(self.tr("Sent pushes"))
        self.table.setAccessibleDescription(self.tr("Enter opens the result of a push"))
        self.all_apps.setText(self.tr("All apps"))
        self.all_apps.setAccessibleDescription(
            self.tr("Shows the pushes of every app, those of removed apps too")
        )
        self.others.setText(self.tr("Show the pushes of all apps"))
        self.unsettled.setAccessibleDescription(
            self.tr("Shows only pushes of which nobody knows yet whether they went out")
        )
        self.older.setText(self.tr("Show older pushes"))
        self.again.setText(self.tr("Send again…"))
        self.again.setAccessibleName(self.tr("Begin a new draft from the chosen push"))
        self.open.setText(self.tr("Show the result"))
        self.open.setAccessibleName(self.tr("Show the result of the chosen push"))
        self.empty.set_texts(
            self.tr("Nothing sent yet"),
            self.tr("Every push you confirm is listed here, with what became of it."),
            self.tr("Write a push"),
        )
        self.model.refresh_words()
        self._show_page()
