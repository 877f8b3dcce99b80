"""A choice from the book of texts: looks like a list, opens a dialog with search."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from tpns_desktop.ui.forms.editors import ChoiceEditor


class PickEditor(ChoiceEditor):
    """Value: the id or name that a draft has, known to the book or not.

    Signals:
    edited: a person chose another one.
    asked: the list is wanted.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_value("")

    def value(self) -> str:
        return super().value() or ""

    def set_value(self, value: str | None) -> None:
        super().set_value(value or "")
        self.show_chosen(value or "", "")

    def show_chosen(self, value: str, words: str) -> None:
        """Show this value by these words; without any, as it stands."""
        self.set_choices([(value, words or value)] if value else [])
        self.setToolTip(words if words != value else "")

    def choose(self, value: str) -> None:
        """A person chose this."""
        if value != self.value():
            self.set_value(value)
            self.edited.emit()

    def showPopup(self) -> None:
        self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.asked.emit()
        else:
            super().keyPressEvent(event)
