"""Where a file is dropped or chosen: one local file, or a sentence that says why not."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QUrl, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.theme.sheet import repolish

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

NOT_A_FILE = "notfile"
SEVERAL = "many"
TRIALS = ("clean", "faulty", "empty")
"""Lists of the first lesson: one that is fine, one to be mended, one with nothing in it."""


class DropZone(QFrame):
    """Words, a button that chooses, and a ground on which a file may be dropped.

    Signals:
        chosen(str): the path of one local file.
        refused(str): something else was dropped; "notfile" or "many".
        example_asked: the person wants to see what a list looks like.
        trial_asked(str): one of `TRIALS` is to be tried.
    """

    chosen = Signal(str)
    refused = Signal(str)
    example_asked = Signal()
    trial_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dialog: QFileDialog | None = None
        self.setObjectName("file.drop")
        self.setProperty("role", "sunken")
        self.setAcceptDrops(True)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setProperty("role", "muted")
        self.choose = QPushButton()
        self.choose.setObjectName("file.choose")
        self.choose.clicked.connect(self._on_choose)
        self.example = QPushButton()
        self.example.setObjectName("file.example")
        self.example.setProperty("kind", "link")
        self.example.clicked.connect(self.example_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.example)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._words)
        column.addLayout(buttons)
        column.addWidget(self._build_trials())

    def _build_trials(self) -> QWidget:
        self.trials = QWidget()
        self._try = QLabel()
        self._try.setProperty("role", "hint")
        self._trials = {key: QPushButton() for key in TRIALS}
        line = QHBoxLayout(self.trials)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self._try)
        for key, button in self._trials.items():
            button.setObjectName(f"file.try.{key}")
            button.setProperty("kind", "link")
            button.clicked.connect(partial(self._on_trial, key))
            line.addWidget(button)
        line.addStretch(1)
        self.trials.hide()
        return self.trials

    def _on_trial(self, key: str, _checked: bool = False) -> None:
        self.trial_asked.emit(key)

    def set_trial_texts(self, try_: str, names: Mapping[str, str]) -> None:
        """What is said before the lists to try, and what each is called."""
        self._try.setText(try_)
        for key, name in names.items():
            self._trials[key].setText(name)

    def set_texts(self, words: str, choose: str, example: str) -> None:
        """What is said, and what the two buttons are called."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.choose.setText(choose)
        self.choose.setAccessibleDescription(words)
        self.example.setText(example)

    def take(self, data: QMimeData) -> None:
        """Take what was dropped: one local file, or it is refused."""
        urls = data.urls() if data.hasUrls() else []
        if len(urls) > 1:
            self.refused.emit(SEVERAL)
        elif not urls or not _is_local(urls[0]):
            self.refused.emit(NOT_A_FILE)
        else:
            self.chosen.emit(urls[0].toLocalFile())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # Everything is taken: what can't be used is told, and does not just bounce.
        event.acceptProposedAction()
        self._light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._light(False)
        self.take(event.mimeData())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._dialog is not None:
            self._dialog.setWindowTitle(self._title())
        super().changeEvent(event)

    @Slot()
    def _on_choose(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # seldom met, and slow to load

        dialog = QFileDialog(self.window(), self._title())
        dialog.setObjectName("file.dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Lists (*.txt *.csv *.zip)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._on_closed)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = None

    def _title(self) -> str:
        return self.tr("Choose a file of accounts")

    def _light(self, on: bool) -> None:
        self.setProperty("dropping", on)
        repolish(self)


def _is_local(url: QUrl) -> bool:
    # A folder, a link or a device is judged where the file is looked at, with its own sentence.
    return url.isLocalFile() and bool(url.toLocalFile()) and Path(url.toLocalFile()).name != ""
