"""Short texts as chips, with a line to type the next one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QPushButton, QSizePolicy, QWidget

from tpns_desktop.ui.widgets.flow_layout import FlowLayout
from tpns_desktop.ui.widgets.style import set_style_property

_ENDS = (",", "，", ";", "；", "\n", "\t")
"""What ends a chip besides Enter: people paste lists."""


class ChipsInput(QFrame):
    """Value: list of str without repeats. Signal `edited`: a person added or removed one.

    Enter, a comma or leaving the line adds what was typed; Backspace in the empty line, or a
    press on a chip, removes.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "chips")
        self._values: list[str] = []
        self._chips: list[QPushButton] = []
        self._suggestions = QStringListModel(self)
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(6, 4, 6, 4)
        self.line = QLineEdit()
        self.line.setMinimumWidth(130)
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        completer = QCompleter(self._suggestions, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._on_completed, Qt.ConnectionType.QueuedConnection)
        self.line.setCompleter(completer)
        self.line.textEdited.connect(self._on_text_edited)
        self.line.returnPressed.connect(self._commit)
        self.line.installEventFilter(self)
        self._flow.addWidget(self.line)
        self.setFocusProxy(self.line)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def values(self) -> list[str]:
        """The chips, with what stands in the line unfinished."""
        return list(self._values)

    def set_values(self, values: Sequence[str]) -> None:
        """Show these chips without telling anybody."""
        self._values = list(dict.fromkeys(values))
        self._rebuild()

    def set_suggestions(self, suggestions: Sequence[str]) -> None:
        """Texts to complete from."""
        self._suggestions.setStringList(list(suggestions))

    def set_placeholder(self, text: str) -> None:
        """A hint inside the empty line, besides the label that stands beside it."""
        self.line.setPlaceholderText(text)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setObjectName(self, name: str) -> None:
        super().setObjectName(name)
        self.line.setObjectName(f"{name}.line")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._values:
                    self._remove(len(self._values) - 1)
                    return True
                if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line.text():
                    self._commit()
                    return True  # or the dialog's default button would be pressed
            if isinstance(event, QFocusEvent):
                gained = event.type() == QEvent.Type.FocusIn
                set_style_property(self, "focused", gained)
                popup = event.reason() == Qt.FocusReason.PopupFocusReason
                if not gained and not popup:
                    self._commit()
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        if any(end in text for end in _ENDS):
            self._commit()

    @Slot(str)
    def _on_completed(self, _text: str) -> None:
        self._commit()

    @Slot()
    def _commit(self) -> None:
        text = self.line.text()
        for end in _ENDS:
            text = text.replace(end, "\n")
        new = [part.strip() for part in text.split("\n") if part.strip()]
        with QSignalBlocker(self.line):
            self.line.clear()
        fresh = [part for part in dict.fromkeys(new) if part not in self._values]
        if fresh:
            self._values.extend(fresh)
            self._rebuild()
            self.edited.emit()

    def _remove(self, place: int, _checked: bool = False) -> None:
        del self._values[place]
        self._rebuild()
        self.line.setFocus()
        self.edited.emit()

    def _rebuild(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for place, value in enumerate(self._values):
            chip = QPushButton(f"{value}  ✕")
            chip.setProperty("kind", "chip")
            chip.setObjectName(f"{self.objectName()}.chip.{place}")
            chip.setAccessibleName(self.tr("Remove {0}").format(value))
            chip.clicked.connect(partial(self._remove, place))
            self._chips.append(chip)
            self._flow.insert_before_last(chip)
        self.updateGeometry()
