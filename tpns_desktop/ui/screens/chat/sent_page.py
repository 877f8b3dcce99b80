"""What was sent with the chosen Chat app: searched, opened, page by page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.screens.chat.sent_model import ChatSentModel, Column
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.empty_state import EmptyState
from tpns_desktop.ui.widgets.record_table import RecordTable
from tpns_desktop.ui.widgets.rows_model import RECORD_ROLE
from tpns_desktop.ui.widgets.search_line import SearchLine
from tpns_desktop.ui.words.states import reason_words

if TYPE_CHECKING:
    from tpns_desktop.send.results import Batch
    from tpns_desktop.ui.background import Handle

PAGE = 50
_TYPING_MS = 250


class ChatSentPage(QWidget):
    """Signals.

    batch_asked(str): this push is wanted.
    new_asked: a person wants to write one.
    """

    batch_asked = Signal(str)
    new_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asking: Handle | None = None
        self._stale = True
        self._searched = ""
        self.setObjectName("chat.sent")
        self.search = SearchLine()
        self.search.setObjectName("chat.sent.search")
        self.search.setMaximumWidth(360)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self.load)
        self.search.textChanged.connect(self._typing.start)
        self.model = ChatSentModel(self)
        self.table = RecordTable(RECORD_ROLE)
        self.table.setObjectName("chat.sent.table")
        self.table.setModel(self.model)
        self.table.set_widths(
            {Column.WHEN: 170, Column.WHO: 190, Column.STATUS: 220}, stretch=Column.WHAT
        )
        self.table.opened.connect(self._on_opened)
        self.more = QPushButton()
        self.more.setObjectName("chat.sent.more")
        self.more.clicked.connect(self._on_more)
        self.more.hide()
        self.note = QLabel()
        self.note.setObjectName("chat.sent.note")
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.note.hide()
        self.empty = EmptyState("chat.sent.first", "sent")
        self.empty.acted.connect(self.new_asked)
        self.empty.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.note)
        column.addWidget(self.table, 1)
        column.addWidget(self.more)
        column.addWidget(self.empty, 1)
        session.opened.connect(self._on_stale)
        session.chat_app_changed.connect(self._on_stale)
        session.batch_changed.connect(self._on_stale)
        self._show_words()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.load()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
            self.model.refresh_words()
        super().changeEvent(event)

    @Slot()
    def _on_stale(self, _what: Any = None) -> None:
        self._stale = True
        if self.isVisible():
            self.load()

    @Slot()
    def load(self) -> None:
        """Read the first page anew."""
        self._stale = False
        self._read(None)

    @Slot()
    def _on_more(self) -> None:
        if self._asking is None:
            self.more.setEnabled(False)
            self._read(self.model.last_id())

    def _read(self, before: str | None) -> None:
        desk, app = self._session.desk, self._session.chat_app
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None
        if desk is None or app is None:
            self.model.show_rows([], {})
            self._show_state(searching=False)
            return
        search = self.search.text().strip()
        self._asking = self._session.run(
            _page(desk, app.id, before, search),
            self,
            partial(self._on_read, before, search),
            self._on_failed,
        )

    def _on_read(
        self, before: str | None, search: str, found: tuple[list[Batch], Mapping[str, str]]
    ) -> None:
        self._asking = None
        batches, back = found
        shown, more = batches[:PAGE], len(batches) > PAGE
        if before is None:
            chosen = self.table.current_record()
            self.model.show_rows(shown, back)
            row = self.model.row_of(chosen.id) if chosen is not None else -1
            if row >= 0:
                self.table.selectRow(row)
        else:
            self.model.add_rows(shown, back)
        self.more.setEnabled(True)
        self.more.setVisible(more)
        self.note.hide()
        self._searched = search
        self._show_state(searching=bool(search))

    def _on_failed(self, error: BaseException) -> None:
        self._asking = None
        self.more.setEnabled(True)
        reason = getattr(error, "code", None) or getattr(error, "reason", None) or "failed"
        self.note.setText(reason_words(str(reason)))
        self.note.show()

    def _show_state(self, *, searching: bool) -> None:
        nothing = self.model.rowCount() == 0
        self.table.setVisible(not nothing)
        self.empty.setVisible(nothing)
        self.search.setVisible(searching or not nothing or bool(self.search.text()))
        if nothing:
            self.more.hide()
        self._show_empty()

    def _show_empty(self) -> None:
        if self._searched:
            title = self.tr("No push found with “{0}”").format(self._searched)
            self.empty.set_texts(title, self.tr("Search for fewer words, or empty the field."), "")
            self.empty.button.hide()
        else:
            self.empty.set_texts(
                self.tr("Nothing sent to this Chat app yet"),
                self.tr("What you send under New push stands here, with what became of it."),
                self.tr("New push"),
            )
            self.empty.button.show()

    @Slot(object)
    def _on_opened(self, batch: Batch) -> None:
        self.batch_asked.emit(batch.id)

    def _show_words(self) -> None:
        words = self.tr("Search in names, titles and texts")
        self.search.setPlaceholderText(words)
        self.search.setAccessibleName(words)
        self.table.setAccessibleName(self.tr("Pushes of this Chat app"))
        self.more.setText(self.tr("Show older ones"))
        self._show_empty()


async def _page(
    desk: Any, app_id: str, before: str | None, search: str
) -> tuple[list[Batch], Mapping[str, str]]:
    # One more than is shown tells whether there are further ones.
    batches = await desk.chat.history(app_id, before, PAGE + 1, search)
    return batches, await desk.chat.results.taken_back(batches[:PAGE])
