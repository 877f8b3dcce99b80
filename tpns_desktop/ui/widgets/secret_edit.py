"""A field for a secret key: it takes one in and never gives it to a person or a program again."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QAction, QFocusEvent, QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from tpns_desktop.model.secret import Secret
from tpns_desktop.ui.theme.icons import icon

_REFUSED = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
)
_QUOTES = (
    Qt.InputMethodQuery.ImSurroundingText,
    Qt.InputMethodQuery.ImCurrentSelection,
    Qt.InputMethodQuery.ImTextBeforeCursor,
    Qt.InputMethodQuery.ImTextAfterCursor,
)


class SecretEdit(QLineEdit):
    """Password echo, no copying, no drag, no undo; emptied when its window goes away.

    The eye shows what was pasted, until the field loses the focus; copying stays off all the same.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._eye = QAction(self)
        self._eye.setCheckable(True)
        self._eye.setIcon(icon("eye"))
        self._eye.toggled.connect(self._on_eye_toggled)
        # Selecting shown text would put it on the selection clipboard of X11 and Wayland.
        self.selectionChanged.connect(self._on_selection_changed)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self.retranslate()

    def secret(self) -> Secret:
        """The key without the spaces and line ends a paste brings; `send` judges it."""
        return Secret(self.text().strip())

    def forget(self) -> None:
        """Empty the field once its key was taken over; nothing brings it back."""
        self._eye.setChecked(False)
        self.setText("")  # unlike clear(), it leaves no undo behind

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self._eye.setText(self.tr("Show what was typed"))
        self._eye.setToolTip(self.tr("Show what was typed"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(event.matches(keys) for keys in _REFUSED):
            event.accept()
            return
        if self._eye.isChecked() and event.matches(QKeySequence.StandardKey.SelectAll):
            event.accept()
            return
        super().keyPressEvent(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: Any = None, /) -> Any:
        if query in _QUOTES:
            return ""  # an input method may learn, or send away, what it is told
        if argument is None:
            return super().inputMethodQuery(query)
        return super().inputMethodQuery(query, argument)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._eye.setChecked(False)
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._eye.setChecked(False)
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _on_selection_changed(self) -> None:
        if self._eye.isChecked() and self.hasSelectedText():
            self.deselect()

    @Slot(bool)
    def _on_eye_toggled(self, shown: bool) -> None:
        self.deselect()
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
