"""The one question before a person's word settles a push. Going back is the easy way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.widgets.deliberate_button import ARM_MS, DeliberateButton
from tpns_desktop.ui.words.review import systems

if TYPE_CHECKING:
    from tpns_desktop.send.results import Batch

_SHOWN = 60
"""Characters of a title that the question repeats."""


class SettleDialog(QDialog):
    """Accepted when the person stands by it; Esc, Enter and closing go back."""

    def __init__(self, batch: Batch, seen: bool, parent: QWidget | None = None) -> None:
        """`seen`: it was seen on a phone; else: it did not go."""
        super().__init__(parent)
        self.seen = seen
        self._batch_title = batch.title
        self._only = any(row.state != "unknown" for row in batch.rows)
        self._chat = batch.rows[0].is_chat
        self._platforms = [row.platform for row in batch.rows if row.state == "unknown"]
        self.setObjectName("settle")
        self.setModal(True)
        self._title = _text("title")
        self._follows = _text("")
        self._which = _text("muted")
        self._keys = _text("hint")
        self.back = QPushButton()
        self.back.setObjectName("settle.back")
        self.back.setAutoDefault(True)
        self.back.setDefault(True)
        self.back.clicked.connect(self.reject)
        self.settle = DeliberateButton()
        self.settle.setObjectName("settle.do")
        self.settle.setProperty("kind", "primary" if seen else "danger")
        self.settle.clicked.connect(self._on_settle_clicked)
        self.settle.setEnabled(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.settle)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        for label in (self._title, self._follows, self._which, self._keys):
            column.addWidget(label)
        column.addSpacing(6)
        column.addLayout(buttons)
        self.setMinimumWidth(520)
        self._armed = QTimer(self, singleShot=True, interval=ARM_MS)
        self._armed.timeout.connect(self._on_armed)
        self._show_words()

    def showEvent(self, event: QShowEvent) -> None:
        # As high as its sentences are at this width; by itself it takes them to be longer.
        self.resize(self.width(), self.heightForWidth(self.width()))
        super().showEvent(event)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._armed.start()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        title = self._batch_title
        if len(title) > _SHOWN:
            title = title[:_SHOWN] + "…"
        if self.seen:
            question = self.tr("Did a phone show “{0}”?")
            follows = (
                self.tr(
                    "The push is then counted as accepted by Chat. To send it again within a day "
                    "you have to type SEND AGAIN."
                )
                if self._chat
                else self.tr(
                    "The push is then counted as accepted by TPNS. To send it again within a day "
                    "you have to type SEND AGAIN."
                )
            )
            which = (
                self.tr("This counts for {0} only. Look at one of these phones first.")
                if self._only
                else self.tr("This counts for {0}. Look at a phone of each system first.")
            )
            done = self.tr("Count as accepted")
        else:
            question = self.tr("Count “{0}” as not gone?")
            follows = self.tr(
                "You may send it again then. If it did go out after all, people get it twice."
            )
            which = (
                self.tr("This counts for {0} only. A phone that is off may still get it later.")
                if self._only
                else self.tr("This counts for {0}. A phone that is off may still get it later.")
            )
            done = self.tr("Count as not gone")
        self.setWindowTitle(question.format(title))
        self._title.setText(question.format(title))
        self._follows.setText(follows)
        if self._chat:
            which = (
                self.tr("Look at the phone of a user who should have got it first.")
                if self.seen
                else self.tr("A user who is offline may still get it later.")
            )
        self._which.setText(which if self._chat else which.format(systems(self._platforms)))
        self._keys.setText(
            self.tr("Enter and Space don't do it. Click the button, or press Alt+S.")
        )
        self.back.setText(self.tr("Go back"))
        self.settle.setText(done)
        self.settle.setAccessibleDescription(f"{follows} {self._keys.text()}")

    @Slot()
    def _on_armed(self) -> None:
        self.settle.setEnabled(True)

    @Slot()
    def _on_settle_clicked(self) -> None:
        self.settle.setEnabled(False)
        self.accept()


def _text(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
