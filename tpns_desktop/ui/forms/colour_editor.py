"""The editor of a colour. Value: `#01e240`, or any text that is being typed. Signal `edited`."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QPushButton, QWidget

from tpns_desktop.ui.forms.editors import LineEditor

SIDE = 16
"""Pixels of the patch that shows the colour."""


class ColourEditor(QWidget):
    """A line for the value and a button that shows the colour and opens the chooser."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = LineEditor()
        self.patch = QPushButton()
        self.patch.setFixedWidth(40)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        row.addWidget(self.patch)
        self.setFocusProxy(self.line)
        self._dialog: QColorDialog | None = None
        self.line.edited.connect(self._on_edited)
        self.patch.clicked.connect(self._on_clicked)
        self.retranslate()

    def value(self) -> str:
        return self.line.value()

    def set_value(self, value: str) -> None:
        self.line.set_value(value)
        self._show_patch()

    def setObjectName(self, name: str) -> None:
        super().setObjectName(name)
        self.line.setObjectName(f"{name}.line")
        self.patch.setObjectName(f"{name}.choose")

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.patch.setAccessibleName(self.tr("Choose a colour…"))
        self.patch.setToolTip(self.tr("Choose a colour…"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _on_edited(self) -> None:
        self._show_patch()
        self.edited.emit()

    @Slot()
    def _on_clicked(self) -> None:
        self._dialog = QColorDialog(self._colour(), self)
        # Qt's own, so that it speaks the program's language and looks like it.
        self._dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        self._dialog.setWindowTitle(self.patch.accessibleName())
        self._dialog.colorSelected.connect(self._on_chosen)
        self._dialog.open()

    @Slot(QColor)
    def _on_chosen(self, colour: QColor) -> None:
        self.set_value(colour.name())
        self.edited.emit()

    def _colour(self) -> QColor:
        text = self.line.value().strip()
        return QColor(text) if text.startswith("#") and len(text) == 7 else QColor()

    def _show_patch(self) -> None:
        colour = self._colour()
        if not colour.isValid():
            self.patch.setIcon(QIcon())
            self.patch.setText("…")
            return
        pixmap = QPixmap(SIDE, SIDE)
        pixmap.fill(colour)
        self.patch.setText("")
        self.patch.setIcon(QIcon(pixmap))
