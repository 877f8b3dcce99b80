"""The last question before a push that people will see. Going back is the easy way out."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.screens.review import read_back
from tpns_desktop.ui.widgets.deliberate_button import ARM_MS, DeliberateButton
from tpns_desktop.ui.widgets.pill import Pill
from tpns_desktop.ui.words.review import hold_sentence

if TYPE_CHECKING:
    from tpns_desktop.send.review import Review


class ConfirmDialog(QDialog):
    """Accepted when the person chose to send; Esc, Enter and closing go back."""

    def __init__(
        self, review: Review, plate: tuple[str, str], now: datetime, parent: QWidget | None = None
    ) -> None:
        """`plate`: words and tone of the environment."""
        super().__init__(parent)
        self.setObjectName("confirm")
        question = read_back.question_words(review, now)
        self.setWindowTitle(question)
        self.setModal(True)
        title = QLabel(question)
        title.setProperty("role", "title")
        title.setWordWrap(True)
        title.setTextFormat(Qt.TextFormat.PlainText)
        message = QLabel(read_back.message_words(review))
        message.setTextFormat(Qt.TextFormat.PlainText)
        message.setWordWrap(True)
        hold = QLabel(hold_sentence(review.hold_s))
        hold.setWordWrap(True)
        hold.setProperty("role", "muted")
        keys = QLabel(self.tr("Enter and Space don't send. Click the button, or press Alt+S."))
        keys.setWordWrap(True)
        keys.setProperty("role", "hint")

        self.back = QPushButton(self.tr("Go back"))
        self.back.setObjectName("confirm.back")
        self.back.setAutoDefault(True)
        self.back.setDefault(True)
        self.back.clicked.connect(self.reject)
        self.send = DeliberateButton(f"{read_back.button_words(review)} · {plate[0]}")
        self.send.setObjectName("confirm.send")
        self.send.setProperty("kind", "danger" if review.live else "primary")
        self.send.setAccessibleDescription(keys.text())
        self.send.clicked.connect(self._on_send_clicked)

        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(title, 1)
        head.addWidget(Pill(*plate), 0, Qt.AlignmentFlag.AlignVCenter)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.send)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(message)
        column.addWidget(hold)
        column.addWidget(keys)
        column.addSpacing(6)
        column.addLayout(buttons)
        self.setMinimumWidth(520)
        self._armed = QTimer(self, singleShot=True, interval=ARM_MS)
        self._armed.timeout.connect(self._on_armed)
        self.send.setEnabled(False)

    def showEvent(self, event: QShowEvent) -> None:
        # As high as its sentences are at this width; by itself it takes them to be longer.
        self.resize(self.width(), self.heightForWidth(self.width()))
        super().showEvent(event)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._armed.start()

    @Slot()
    def _on_armed(self) -> None:
        self.send.setEnabled(True)

    @Slot()
    def _on_send_clicked(self) -> None:
        self.send.setEnabled(False)
        self.accept()
