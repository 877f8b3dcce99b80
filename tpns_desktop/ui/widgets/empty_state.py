"""What a page says while there is nothing on it, and the way out of that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.theme import icons

_WIDTH = 420
_ICON = 40


class EmptyState(QWidget):
    """Signal `acted`: the button was pressed."""

    acted = Signal()

    def __init__(self, name: str, icon: str, parent: QWidget | None = None) -> None:
        """`name` is the object name of the button, `icon` the name of a picture."""
        super().__init__(parent)
        self._icon = icon
        self._picture = QLabel()
        self._title = QLabel()
        self._title.setProperty("role", "card-title")
        self._hint = QLabel()
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self._hint.setFixedWidth(_WIDTH)
        self.button = QPushButton()
        self.button.setObjectName(name)
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self.acted)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        for label in (self._picture, self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(6)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._draw()

    def set_texts(self, title: str, hint: str, action: str) -> None:
        """Say this and offer this."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._fit()
        self.button.setText(action)
        self.button.setAccessibleDescription(title)
        self.setAccessibleName(title)

    def add_below(self, widget: QWidget) -> None:
        """Offer something more below the button."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.count() - 1, widget, 0, Qt.AlignmentFlag.AlignHCenter)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        # A centred label is not asked how high it is at this width: its second line would be cut.
        self._hint.setMinimumHeight(max(0, self._hint.heightForWidth(_WIDTH)))

    def _draw(self) -> None:
        picture = icons.pixmap(self._icon, "faint", _ICON, self.devicePixelRatioF())
        self._picture.setPixmap(picture)
