"""A button that opens a small page of emoji; one that is pressed is told, and the page closes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

COLUMNS = 12
SIDE = 34
"""Of one emoji's button."""

Groups = Sequence[tuple[str, Sequence[tuple[str, str]]]]
"""Heading → (emoji, its name)."""


class EmojiPicker(QPushButton):
    """Signal `chosen(str)`: a person chose this emoji."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name`: object name of the button; its page is `<name>.page`."""
        super().__init__("☺", parent)
        self.setObjectName(name)
        self.setProperty("kind", "link")
        self.setFixedSize(SIDE, 28)
        self._groups: Groups = ()
        self.clicked.connect(self._on_clicked)

    def set_words(self, name: str, groups: Groups) -> None:
        """What the button is called, and what it offers."""
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._groups = groups

    @Slot()
    def _on_clicked(self) -> None:
        # Made when it is wanted: few of all who write want one.
        page = EmojiPage(self._groups, self)
        page.setObjectName(f"{self.objectName()}.page")
        page.setAccessibleName(self.accessibleName())
        page.chosen.connect(self.chosen)
        page.adjustSize()
        page.show_at(self.mapToGlobal(QPoint(self.width(), self.height())))


class EmojiPage(QFrame):
    """All emoji under their headings. Arrows go from one to the next, Enter takes one, Esc none.

    Signal `chosen(str)`.
    """

    chosen = Signal(str)

    def __init__(self, groups: Groups, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "panel")
        self._buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(2)
        for heading, emoji in groups:
            label = QLabel(heading)
            label.setProperty("role", "hint")
            column.addWidget(label)
            grid = QGridLayout()
            grid.setSpacing(0)
            grid.setColumnStretch(COLUMNS, 1)
            for place, (sign, name) in enumerate(emoji):
                grid.addWidget(self._button(sign, name), place // COLUMNS, place % COLUMNS)
            column.addLayout(grid)

    def show_at(self, corner: QPoint) -> None:
        """Open with the upper right corner there, but on the screen, and the focus on the first."""
        area = self.screen().availableGeometry()
        left = min(max(corner.x() - self.width(), area.left()), area.right() - self.width())
        top = min(corner.y(), area.bottom() - self.height())
        self.move(left, max(top, area.top()))
        self.show()
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: COLUMNS,
            Qt.Key.Key_Up: -COLUMNS,
        }.get(Qt.Key(event.key()))
        focused = self.focusWidget()
        if by is not None and focused in self._buttons:
            self._go(focused, by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and focused in self._buttons:
            assert isinstance(focused, QPushButton)
            focused.click()
        else:
            super().keyPressEvent(event)

    def _go(self, focused: QWidget | None, by: int) -> None:
        here = next(place for place, one in enumerate(self._buttons) if one is focused)
        if abs(by) == 1:
            self._buttons[(here + by) % len(self._buttons)].setFocus()
            return
        # The nearest in the next line up or down, whatever group that is in.
        now = self._buttons[here].mapTo(self, QPoint(0, 0))
        down = by > 0
        places = {one: one.mapTo(self, QPoint(0, 0)) for one in self._buttons}
        lines = {place.y() for place in places.values()}
        beyond = [y for y in lines if (y > now.y() if down else y < now.y())]
        if beyond:
            line = min(beyond) if down else max(beyond)
            row = [one for one, place in places.items() if place.y() == line]
            min(row, key=lambda one: abs(places[one].x() - now.x())).setFocus()

    def _button(self, sign: str, name: str) -> QPushButton:
        button = _Emoji(sign)
        button.setObjectName(sign)
        button.setProperty("kind", "link")
        button.setFixedSize(SIDE, SIDE)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(partial(self._on_chosen, sign))
        self._buttons.append(button)
        return button

    def _on_chosen(self, sign: str, _checked: bool = False) -> None:
        self.close()
        self.chosen.emit(sign)


class _Emoji(QPushButton):
    """One emoji; arrows belong to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (
            Qt.Key.Key_Right,
            Qt.Key.Key_Left,
            Qt.Key.Key_Down,
            Qt.Key.Key_Up,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            event.ignore()
            return
        super().keyPressEvent(event)
