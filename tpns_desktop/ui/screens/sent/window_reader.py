"""Reading the windows of the Sent list that are looked at, and painting them once.

A jump shows what it showed before until its lines are here: they come within milliseconds, and
painting empty rows first would only put them off. Where they take longer, empty rows are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tpns_desktop.ui.screens.sent.sent_model import WINDOW, SentModel
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from tpns_desktop.send.records import Line, Listing

HELD_MS = 100
"""So long the rows of before are shown while those that are looked at are being read."""
_WAITING_MAX = 4
"""Windows that wait to be read; of more the first ones are no longer looked at."""


class WindowReader(QObject):
    """Reads one window at a time, those that were wanted last first.

    Signals:
        came: some lines are here.
        failed(object): a window could not be read; carries the error.
    """

    came = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, table: RecordTable, model: SentModel) -> None:
        super().__init__(table)
        self._session = session
        self._table = table
        self._model = model
        self._listing: Listing | None = None
        self._reading: tuple[Listing, int] | None = None
        self._waiting: list[int] = []
        self._held = QTimer(self, singleShot=True, interval=HELD_MS)
        self._held.timeout.connect(self._release)
        model.wanted.connect(self._on_wanted)
        table.verticalScrollBar().valueChanged.connect(self.look)

    def begin(self, listing: Listing | None, show: Callable[[], None]) -> None:
        """Read of this list from now on; `show` puts what is known of it into the model."""
        self._listing, self._reading = listing, None
        self._waiting.clear()
        show()
        self._release()

    @Slot()
    def look(self) -> None:
        """Read what is seen before it is painted, and what lies near it before it is seen."""
        top, bottom = self._seen()
        if self._model.look_at(top, bottom):
            self._release()
        elif not self._held.isActive() and self._listing is not None:
            self._table.viewport().setUpdatesEnabled(False)
            self._held.start()

    def _seen(self) -> tuple[int, int]:
        table = self._table
        return table.rowAt(0), table.rowAt(table.viewport().height() - 1)

    @Slot()
    def _release(self) -> None:
        self._held.stop()
        if not self._table.viewport().updatesEnabled():
            self._table.viewport().setUpdatesEnabled(True)

    @Slot(int)
    def _on_wanted(self, number: int) -> None:
        self._waiting.append(number)
        while len(self._waiting) > _WAITING_MAX:
            self._model.window_failed(self._waiting.pop(0))
        self._read()

    def _read(self) -> None:
        desk, listing = self._session.desk, self._listing
        if desk is None or listing is None or self._reading is not None or not self._waiting:
            return
        number = self._waiting.pop()
        self._reading = (listing, number)
        self._session.run(
            desk.records.lines(listing, number * WINDOW, WINDOW),
            self,
            partial(self._on_lines, listing, number),
            partial(self._on_failed, listing, number),
        )

    def _on_lines(self, listing: Listing, number: int, lines: Sequence[Line]) -> None:
        if self._reading != (listing, number):
            return  # of a list that is no longer shown
        self._reading = None
        self._model.put_window(number, lines)
        self.look()
        self._read()
        self.came.emit()

    def _on_failed(self, listing: Listing, number: int, error: BaseException) -> None:
        if self._reading != (listing, number):
            return
        self._reading = None
        self._model.window_failed(number)
        self._release()
        self._read()
        self.failed.emit(error)
