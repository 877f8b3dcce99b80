"""What is being done with lists just now: a line each, with how far it is and a way to end it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import grouped

if TYPE_CHECKING:
    from tpns_desktop.ui.background import Handle

TICK_MS = 100
"""How often progress is shown; it comes in far more often."""
SHOWN_AFTER_MS = 200
"""Work that takes no longer than this flashes no line."""
_LONG = 60


_WORDS: Final = {
    "add": (
        QT_TRANSLATE_NOOP("ListWork", "Checking"),
        QT_TRANSLATE_NOOP("ListWork", "Checking “{0}”"),
    ),
    "check": (
        QT_TRANSLATE_NOOP("ListWork", "Checking"),
        QT_TRANSLATE_NOOP("ListWork", "Checking “{0}”"),
    ),
    "mend": (
        QT_TRANSLATE_NOOP("ListWork", "Copying"),
        QT_TRANSLATE_NOOP("ListWork", "Writing a clean copy of “{0}”"),
    ),
    "problems": (
        QT_TRANSLATE_NOOP("ListWork", "Saving"),
        QT_TRANSLATE_NOOP("ListWork", "Saving the problem rows of “{0}”"),
    ),
}
"""Kind of work → what the row says, what its line says."""


@dataclass(eq=False)
class Work:
    """One job in a child process.

    `at` is written on the loop's thread and read on the window's: one tuple, replaced whole.
    """

    kind: str
    """``check``, ``mend`` or ``problems``."""
    name: str
    """Of the list or file."""
    list_id: str | None = None
    handle: Handle | None = None
    at: tuple[int, int] = (0, 0)

    def progress(self, done: int, total: int) -> None:
        """As the desk tells it, in bytes."""
        self.at = (done, total)

    def share(self) -> int | None:
        """Per cent done, None while nobody knows."""
        done, total = self.at
        return min(100, 100 * done // total) if total > 0 else None

    def in_short(self) -> str:
        """What is being done, for a cell: "Checking 43%"."""
        return self._with_share(QCoreApplication.translate("ListWork", _WORDS[self.kind][0]))

    def text(self) -> str:
        """What is being done with which list, and how far it is."""
        name = self.name if len(self.name) <= _LONG else self.name[: _LONG - 1] + "…"
        said = QCoreApplication.translate("ListWork", _WORDS[self.kind][1]).format(name)
        return self._with_share(said)

    def _with_share(self, said: str) -> str:
        share = self.share()
        return f"{said}…" if share is None else f"{said} {grouped(share)}%"


class WorkLines(QFrame):
    """A line for each work: words, bar, Cancel.

    Signals:
        cancelled(Work): Cancel was pressed.
        ticked: progress may have moved.
    """

    cancelled = Signal(object)
    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", "accent")
        self.setObjectName("lists.work")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 8, 10, 8)
        self._column.setSpacing(6)
        self._lines: list[_WorkLine] = []
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self._soon = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._soon.timeout.connect(self._on_soon)
        self.hide()

    def works(self) -> list[Work]:
        """What is under way."""
        return [line.work for line in self._lines]

    def add(self, work: Work) -> None:
        """Show one more."""
        line = _WorkLine(work)
        line.cancel.clicked.connect(self._on_cancel)
        self._lines.append(line)
        self._column.addWidget(line)
        self._timer.start()
        if self.isHidden() and not self._soon.isActive():
            self._soon.start()

    def take(self, work: Work) -> None:
        """It has ended."""
        for line in [line for line in self._lines if line.work is work]:
            self._lines.remove(line)
            line.hide()
            line.deleteLater()
        if not self._lines:
            self._timer.stop()
            self._soon.stop()
            self.hide()

    @Slot()
    def _on_soon(self) -> None:
        self._on_tick()
        self.setVisible(bool(self._lines))

    @Slot()
    def _on_tick(self) -> None:
        for line in self._lines:
            line.show_progress()
        self.ticked.emit()

    @Slot()
    def _on_cancel(self) -> None:
        for line in self._lines:
            if line.cancel is self.sender():
                self.cancelled.emit(line.work)
                return


class _WorkLine(QWidget):
    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self._said = QLabel()
        self._said.setObjectName("lists.work.text")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar()
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(220)
        self.cancel = QPushButton()
        self.cancel.setObjectName("lists.work.cancel")
        self.cancel.setProperty("kind", "link")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self._said, 1)
        across.addWidget(self._bar)
        across.addWidget(self.cancel)
        self._show_words()

    def show_progress(self) -> None:
        share = self.work.share()
        self._bar.setValue(share or 0)
        self._said.setText(self.work.text())
        self._bar.setAccessibleName(self.work.text())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setAccessibleDescription(self.work.text())
        self.show_progress()
