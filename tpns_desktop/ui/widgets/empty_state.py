"""What stands where a list would be: why it is empty and what to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.theme import icons


class EmptyState(QWidget):
    """Icon, title, text and one button. Signal `acted`: the button was pressed."""

    acted = Signal()

    def __init__(
        self,
        icon: str,
        title: str = "",
        text: str = "",
        action_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._picture = QLabel()
        self._title = QLabel()
        self._title.setProperty("role", "card-title")
        self._text = QLabel()
        self._text.setProperty("role", "muted")
        self._text.setWordWrap(True)
        self._text.setMaximumWidth(420)
        self.button = QPushButton()
        self.button.setObjectName("act")
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self.acted)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        for part in (self._picture, self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(6)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._show_picture()
        self.set_texts(title, text, action_text)

    def set_texts(self, title: str, text: str = "", action_text: str = "") -> None:
        """Show these words; without `action_text` there is no button."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.button.setText(action_text)
        self.button.setVisible(bool(action_text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._show_picture()
        super().changeEvent(event)

    def _show_picture(self) -> None:
        self._picture.setPixmap(icons.pixmap(self._icon, "faint", 40, self.devicePixelRatioF()))
