"""A field to search in, with a cross that empties it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget


class SearchLine(QLineEdit):
    """A line whose cross says what it does: Qt's own has no name for a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        self._name_cross()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name_cross()
        super().changeEvent(event)

    def _name_cross(self) -> None:
        for cross in self.findChildren(QToolButton):
            cross.setAccessibleName(self.tr("Empty this field"))
            cross.setToolTip(self.tr("Empty this field"))
