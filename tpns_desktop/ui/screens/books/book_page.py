"""What both books share as pages: a search, the table, adding, and removing with Undo."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.screens.books.book_model import RECORD_ROLE, BookFilter, BookModel
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.empty_state import EmptyState
from tpns_desktop.ui.widgets.record_table import RecordTable
from tpns_desktop.ui.widgets.search_line import SearchLine
from tpns_desktop.ui.widgets.undo_bar import UndoBar

if TYPE_CHECKING:
    from tpns_desktop.send.desk import Desk
    from tpns_desktop.store.apps import App


class BookPage(QWidget):
    """One book of the chosen app. Subclasses say whose rows it has and what they are called."""

    def __init__(
        self, name: str, icon: str, session: Session, model: BookModel, widths: dict[int, int]
    ) -> None:
        """`name`: the beginning of its object names; `widths`: of the columns but the first."""
        super().__init__()
        self.session = session
        self.name = name
        self.model = model
        self.dialog: QDialog | None = None
        self._removed: Any = None
        self._wanted: Any = None
        self.setObjectName(name)
        model.setParent(self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.load)
        self._build(icon, widths)
        session.opened.connect(self._on_stale)
        session.batch_changed.connect(self._on_stale)
        session.app_changed.connect(self._on_app_changed)

    def _build(self, icon: str, widths: dict[int, int]) -> None:
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.count = QLabel()
        self.count.setObjectName(f"{self.name}.count")
        self.count.setProperty("role", "muted")
        self.search = SearchLine()
        self.search.setObjectName(f"{self.name}.filter")
        self.search.setFixedWidth(240)
        self.search.textChanged.connect(self._on_filter)
        self.remove = self.button("remove", self._on_remove_clicked)
        self.add = self.button("add", self.ask_add)
        self.add.setProperty("kind", "primary")
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self.title)
        titles.addWidget(self.count)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        self.head.addLayout(titles, 1)
        for widget in (self.search, self.remove, self.add):
            self.head.addWidget(widget)
        self.proxy = BookFilter(self)
        self.proxy.setSourceModel(self.model)
        self.table = RecordTable(RECORD_ROLE)
        self.table.setObjectName(f"{self.name}.table")
        self.table.setModel(self.proxy)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.set_widths(widths, 0)
        self.table.opened.connect(self.on_opened)
        self.table.removed.connect(self.ask_remove)
        self.table.selectionModel().currentRowChanged.connect(self.show_buttons)
        self._nothing = QLabel()
        self._nothing.setObjectName(f"{self.name}.nothing")
        self._nothing.setProperty("role", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(10, 6, 10, 10)
        inside.addWidget(self._nothing)
        inside.addWidget(self.table, 1)
        self._inside = inside
        self._listed = QWidget()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(self.head)
        column.addWidget(card, 1)
        self.empty = EmptyState(f"{self.name}.first", icon)
        self.empty.acted.connect(self.ask_add)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self._listed)
        self._pages.addWidget(self.empty)
        self.undo = UndoBar(f"{self.name}.undo")
        self.undo.undo_asked.connect(self._on_undo)
        self.undo.ended.connect(self._on_undo_ended)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._on_undo_keys)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(14)
        whole.addWidget(self.undo)
        self._whole = whole
        whole.addWidget(pages, 1)

    def button(self, name: str, slot: Callable[..., object]) -> QPushButton:
        """A button of this page."""
        made = QPushButton()
        made.setObjectName(f"{self.name}.{name}")
        made.clicked.connect(slot)
        return made

    def add_foot(self, foot: QHBoxLayout) -> None:
        """Put what can be done besides under the table."""
        self._inside.addLayout(foot)

    def add_news(self, news: QWidget) -> None:
        """Put what a person has to be told above the book."""
        self._whole.insertWidget(1, news)

    # What a book says of itself

    @abstractmethod
    def asked(self, desk: Desk, app_id: str) -> Coroutine[Any, Any, list[Any]]:
        """The question for the rows of an app."""

    @abstractmethod
    def removing(self, desk: Desk, row: Any) -> Coroutine[Any, Any, Any]:
        """Forget a row."""

    @abstractmethod
    def putting_back(self, desk: Desk, row: Any) -> Coroutine[Any, Any, Any]:
        """Undo that."""

    @abstractmethod
    def key(self, row: Any) -> Any:
        """What a row is known by."""

    @abstractmethod
    def name_of(self, row: Any) -> str:
        """What people call a row."""

    @abstractmethod
    def remove_hint(self) -> str:
        """What becomes of the thing itself when its row is removed."""

    @abstractmethod
    def counted(self, count: int) -> str:
        """How many rows, in words."""

    @abstractmethod
    def ask_add(self) -> None:
        """Let a person add a row."""

    @abstractmethod
    def on_opened(self, row: Any) -> None:
        """Enter or a double click on a row."""

    # What is shown

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()

    @Slot()
    def _on_stale(self, _batch_id: str = "") -> None:
        if self.isVisible():
            self._soon.start()

    @Slot(object)
    def _on_app_changed(self, _app: App | None) -> None:
        self._removed = None
        self.undo.end()
        self.model.show_rows([])
        self.show_page()
        self._on_stale()

    @Slot()
    def load(self) -> None:
        """Read the book anew."""
        desk, app = self.session.desk, self.session.app
        if desk is not None and app is not None:
            self.session.run(self.asked(desk, app.id), self, partial(self._on_rows, app.id))

    def _on_rows(self, app_id: str, rows: list[Any]) -> None:
        if self.session.app is None or self.session.app.id != app_id:
            return
        if rows != self.model.rows():
            current = self.table.current_record()
            if self._wanted is None and current is not None:
                self._wanted = self.key(current)
            self.model.show_rows(rows)
        self.choose(self._wanted)
        self._wanted = None
        self.show_page()

    def choose_soon(self, key: Any) -> None:
        """Choose this row once it is read."""
        self._wanted = key
        self.search.clear()
        self.load()

    def choose(self, key: Any) -> None:
        """Choose the row of this key, else the first where none is chosen."""
        places = [self.proxy.index(row, 0) for row in range(self.proxy.rowCount())]
        found = [place for place in places if self.key(place.data(RECORD_ROLE)) == key]
        if found or (places and not self.table.currentIndex().isValid()):
            self.table.setCurrentIndex((found or places)[0])

    def show_page(self) -> None:
        """Show the table, or what to do while there is nothing in it."""
        total, found = self.model.rowCount(), self.proxy.rowCount()
        self._pages.setCurrentWidget(self._listed if total else self.empty)
        self._nothing.setVisible(total > 0 and not found)
        self.count.setText(self.counted(found))
        self.show_buttons()

    @Slot()
    def show_buttons(self) -> None:
        """Offer what can be done with the chosen row."""
        self.remove.setEnabled(self.table.current_record() is not None)

    @Slot(str)
    def _on_filter(self, text: str) -> None:
        self.proxy.setFilterFixedString(text.strip())
        self.choose(None)
        self.show_page()

    # Removing

    @Slot()
    def _on_remove_clicked(self) -> None:
        row = self.table.current_record()
        if row is not None:
            self.ask_remove(row)

    @Slot(object)
    def ask_remove(self, row: Any) -> None:
        """Ask once, then remove; it can be undone for a while."""
        box = QMessageBox(self.window())
        box.setObjectName(f"{self.name}.ask_remove")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Remove “{0}” from the book?").format(self.name_of(row))
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(title)
        box.setInformativeText(self.remove_hint())
        do = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        do.setObjectName(f"{self.name}.ask_remove.do")
        back = box.addButton(self.tr("Go back"), QMessageBox.ButtonRole.RejectRole)
        back.setObjectName(f"{self.name}.ask_remove.back")
        box.setDefaultButton(back)
        box.setEscapeButton(back)
        do.clicked.connect(partial(self._remove, row))
        self.dialog = box
        box.open()

    def _remove(self, row: Any) -> None:
        desk = self.session.desk
        if desk is None:
            return
        self._removed = row
        self.session.run(self.removing(desk, row), self, None, partial(self._on_not_done, "remove"))
        self.model.take(row)
        self.undo.offer(self.tr("“{0}” was removed.").format(self.name_of(row)))
        self.show_page()
        self.undo.undo.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_undo_keys(self) -> None:
        if not self.undo.isHidden():
            self.undo.undo.click()

    @Slot()
    def _on_undo(self) -> None:
        desk, row = self.session.desk, self._removed
        self._removed = None
        if desk is None or row is None:
            return
        self._wanted = self.key(row)
        self.session.run(
            self.putting_back(desk, row),
            self,
            self._on_put_back,
            partial(self._on_not_done, "put_back"),
        )

    def _on_put_back(self, _there: object) -> None:
        self.load()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_undo_ended(self) -> None:
        self._removed = None

    def _on_not_done(self, what: str, error: BaseException) -> None:
        self.undo.end()
        self.session.failed.emit(f"{self.name}.{what}", error)
        self.load()

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_words()
        super().changeEvent(event)

    def show_words(self) -> None:
        """Show all words in the present language; subclasses add theirs."""
        self._nothing.setText(self.tr("Nothing in the book has these words."))
        self.remove.setText(self.tr("Remove…"))
        self.search.setPlaceholderText(self.tr("Find in the book"))
        self.search.setAccessibleName(self.tr("Find in the book"))
        self.model.refresh_words()
        self.show_page()
