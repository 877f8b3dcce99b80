"""A line of news on a coloured ground, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.theme import icons
from tpns_desktop.ui.theme.sheet import repolish
from tpns_desktop.ui.widgets.tab_order import follow

_SHAPES = {
    "accent": "info",
    "ok": "ok",
    "warn": "warn",
    "danger": "danger",
    "practice": "practice",
    "neutral": "info",
}
_COLOURS = {"neutral": "muted"}

Words = str | Callable[[], str]
"""What is said, or what gives it in the present language."""


class Banner(QFrame):
    """Icon, text, buttons, a cross when it may be dismissed, and rows below where there are any.

    Signals:
        acted(str): the button with this key was pressed.
        dismissed: the cross was pressed; the banner has hidden itself.
    """

    acted = Signal(str)
    dismissed = Signal()

    def __init__(self, tone: str = "neutral", text: Words = "", parent: QWidget | None = None):
        super().__init__(parent)
        self._tone = tone
        self._words = text
        self._names: dict[QPushButton, Words] = {}
        self._buttons: dict[str, QPushButton] = {}
        self._shape = QLabel()
        self._shape.setFixedSize(18, 18)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._cross = QToolButton()
        self._cross.setObjectName("dismiss")
        self._cross.setIcon(icons.icon("cross"))
        self._cross.setIconSize(QSize(16, 16))
        self._cross.clicked.connect(self._on_dismissed)
        self._cross.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 10, 6)
        column.setSpacing(2)
        self._line = QHBoxLayout()
        self._line.setSpacing(10)
        column.addLayout(self._line)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(22, 0, 0, 0)  # below the words, not below the icon
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        self._line.addWidget(self._shape)
        self._line.addWidget(self._text, 1)
        self._line.addWidget(self._cross)
        self.setMinimumHeight(36)
        self.setProperty("banner", tone)
        self._show_words()
        self._show_shape()

    @property
    def tone(self) -> str:
        """The present tone."""
        return self._tone

    def text(self) -> str:
        """The words shown."""
        return self._text.text()

    @property
    def cross(self) -> QToolButton:
        """The button that puts it away, where it may be."""
        return self._cross

    def set_text(self, text: Words, *, announce: bool = False) -> None:
        """Show these words (plain or simple HTML); `announce` has a screen reader say them now."""
        self._words = text
        text = _said(text)
        self._text.setText(text)
        self.setAccessibleName(text)
        if announce and text:
            # Loaded when something is said aloud; a first window says nothing.
            from tpns_desktop.ui.widgets.announce import announce as say

            say(self, text, urgent=self._tone == "danger")

    def set_tone(self, tone: str) -> None:
        """Show another meaning."""
        if tone != self._tone:
            self._tone = tone
            self.setProperty("banner", tone)
            repolish(self)
            self._show_shape()

    def set_plain(self) -> None:
        """Take nothing in the words for markup: they hold names."""
        self._text.setTextFormat(Qt.TextFormat.PlainText)

    def set_dismissible(self, on: bool) -> None:
        """Offer a cross."""
        self._cross.setVisible(on)

    def add_action(
        self, key: str, text: Words, slot: Callable[[], object] | None = None, kind: str = "link"
    ) -> QPushButton:
        """Offer a button; pressing it emits `acted(key)` and calls `slot`, where there is one."""
        button = self._button(key, text, slot, kind)
        self._line.insertWidget(self._line.count() - 1, button)
        self._order()
        return button

    def set_action_text(self, key: str, text: Words) -> None:
        """Name a button anew; the empty text hides it."""
        self._names[self._buttons[key]] = text
        self._buttons[key].setText(_said(text))
        self._buttons[key].setVisible(bool(_said(text)))

    def add_row(
        self, key: str, text: Words, slot: Callable[[], object] | None = None
    ) -> QPushButton:
        """Offer one more thing in a row of its own below the words; pressing acts as a button."""
        button = self._button(key, text, slot, "link")
        self._rows.setContentsMargins(22, 0, 0, 6)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        self._rows.addLayout(row)
        self._order()
        return button

    def _order(self) -> None:
        """Let Tab come to the buttons as they stand: those of the line, the cross, the rows."""
        items = [self._line.itemAt(n) for n in range(self._line.count())]
        for number in range(self._rows.count()):
            row = self._rows.itemAt(number)
            inside = row.layout() if row is not None else None
            items += [inside.itemAt(0)] if inside is not None else []
        widgets = [item.widget() for item in items if item is not None]
        follow(self, [w for w in widgets if isinstance(w, QAbstractButton)])

    def clear_rows(self) -> None:
        """Take all rows away."""
        self._rows.setContentsMargins(22, 0, 0, 0)
        while (row := self._rows.takeAt(0)) is not None:
            buttons = row.layout()
            while buttons is not None and (item := buttons.takeAt(0)) is not None:
                button = item.widget()
                if isinstance(button, QPushButton):
                    del self._names[button]
                    self._buttons.pop(button.objectName(), None)
                    button.hide()
                    button.deleteLater()

    def _button(
        self, key: str, text: Words, slot: Callable[[], object] | None, kind: str
    ) -> QPushButton:
        button = QPushButton(_said(text))
        button.setObjectName(key)
        button.setProperty("kind", kind)
        button.clicked.connect(self._on_acted)
        if slot is not None:
            button.clicked.connect(slot)
        self._names[button] = text
        self._buttons[key] = button
        return button

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        elif event.type() == QEvent.Type.PaletteChange:
            self._show_shape()
        super().changeEvent(event)

    @Slot()
    def _on_acted(self) -> None:
        self.acted.emit(self.sender().objectName())

    @Slot()
    def _on_dismissed(self) -> None:
        self.hide()
        self.dismissed.emit()

    def _show_words(self) -> None:
        self._cross.setAccessibleName(self.tr("Dismiss"))
        self._cross.setToolTip(self.tr("Dismiss"))
        self.set_text(self._words)
        for button, name in self._names.items():
            button.setText(_said(name))

    def _show_shape(self) -> None:
        colour = _COLOURS.get(self._tone, self._tone)
        self._shape.setPixmap(
            icons.pixmap(_SHAPES[self._tone], colour, 18, self.devicePixelRatioF())
        )


def _said(words: Words) -> str:
    return words if isinstance(words, str) else words()
