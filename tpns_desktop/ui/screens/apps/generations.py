"""Which generation of the Chat service an app uses: one choice, each with what is special to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.words.chat_apps import GENERATIONS, generation_name, generation_words


class Generations(QFrame):
    """Signal `edited`: a person chose another one."""

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name`: the beginning of its object names."""
        super().__init__(parent)
        self.buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(2)
        for dialect in GENERATIONS:
            button = QRadioButton(generation_name(dialect))
            button.setObjectName(f"{name}.{dialect}")
            button.setAccessibleName(generation_name(dialect))
            button.setAccessibleDescription(generation_words(dialect))
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._group.addButton(button)
            self.buttons[dialect] = button
            said = QLabel(generation_words(dialect))
            said.setTextFormat(Qt.TextFormat.PlainText)
            said.setProperty("role", "hint")
            said.setWordWrap(True)
            said.setContentsMargins(26, 0, 0, 6)
            said.setBuddy(button)
            column.addWidget(button)
            column.addWidget(said)
        self._group.buttonToggled.connect(self._on_toggled)
        self._group.buttonClicked.connect(lambda _button: self.edited.emit())

    def value(self) -> str:
        """The dialect that is chosen; empty for none."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    def set_value(self, dialect: str) -> None:
        """Choose this one."""
        self.buttons[dialect].setChecked(True)

    def _on_toggled(self, button: QAbstractButton, checked: bool) -> None:
        # One stop for Tab, as the arrow keys lead from one to the next.
        stop = Qt.FocusPolicy.StrongFocus if checked else Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(stop)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        chosen = self.buttons.get(self.value()) or next(iter(self.buttons.values()))
        chosen.setFocus(reason)
