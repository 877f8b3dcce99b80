"""Two to five choices side by side, one of them chosen, or none yet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from tpns_desktop.ui.widgets.style import set_style_property


class Segmented(QWidget):
    """Signal `chosen(str)`: a person chose this key. Tab reaches it, arrow keys move the choice."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        self._value: str | None = None
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addStretch(1)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, words) in this order; the chosen key stays chosen if it is there."""
        if list(self._buttons) != [key for key, _ in choices]:
            self._make_buttons([key for key, _ in choices])
        for key, words in choices:
            button = self._buttons[key]
            button.setText(words)
            self._name(button)
        self.set_value(self._value)

    def value(self) -> str | None:
        """The chosen key, or None."""
        return self._value

    def set_value(self, value: str | None) -> None:
        """Choose a key without telling anybody; None or an unknown key chooses nothing."""
        self._value = value
        for key, button in self._buttons.items():
            button.setChecked(key == value)
        self._set_tab_stop()

    def button(self, key: str) -> QPushButton:
        """The button of one choice."""
        return self._buttons[key]

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        for button in self._buttons.values():
            self._name(button)

    def setObjectName(self, name: str) -> None:
        super().setObjectName(name)
        for key, button in self._buttons.items():
            button.setObjectName(f"{name}.{key}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
        }
        step = steps.get(Qt.Key(event.key()))
        keys = list(self._buttons)
        focused = [key for key, button in self._buttons.items() if button.hasFocus()]
        if step is None or not focused:
            super().keyPressEvent(event)
            return
        key = keys[(keys.index(focused[0]) + step) % len(keys)]
        self._on_clicked(key)
        self._buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_buttons(self, keys: Sequence[str]) -> None:
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for place, key in enumerate(keys):
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            button.setObjectName(f"{self.objectName()}.{key}")
            button.clicked.connect(partial(self._on_clicked, key))
            self._buttons[key] = button
            self._line.insertWidget(place, button)
            where = "first" if place == 0 else "last" if place == len(keys) - 1 else "middle"
            set_style_property(button, "place", "only" if len(keys) == 1 else where)

    def _name(self, button: QPushButton) -> None:
        own = self.accessibleName()
        button.setAccessibleName(f"{own}: {button.text()}" if own else button.text())

    def _set_tab_stop(self) -> None:
        # One tab stop for the whole group, as with radio buttons; arrows move inside it.
        keys = list(self._buttons)
        if not keys:
            return
        stop = self._value if self._value in self._buttons else keys[0]
        for key, button in self._buttons.items():
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if key == stop else Qt.FocusPolicy.ClickFocus
            )
        self.setFocusProxy(self._buttons[stop])

    def _on_clicked(self, key: str, _checked: bool = False) -> None:
        changed = key != self._value
        self.set_value(key)
        if changed:
            self.chosen.emit(key)
