"""Editors of values that are rows: custom data, and windows of the day.

Each has `value()`, `set_value(value)` and the signal `edited`, as those in `editors`. Rows are
added below and removed by their cross.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QSize, QTime, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTimeEdit, QVBoxLayout, QWidget

from tpns_desktop.ui.forms.editors import LineEditor, PartsEditor
from tpns_desktop.ui.theme.icons import icon
from tpns_desktop.ui.widgets.tab_order import follow

TIME = "HH:mm"


class RowsEditor(PartsEditor):
    """Rows of widgets, a cross behind each and a button below. Signal `edited`.

    Subclasses make a row of a value and name its parts.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.add = QPushButton()
        self.add.setProperty("kind", "link")
        self.add.setSizePolicy(
            self.add.sizePolicy().horizontalPolicy().Maximum,
            self.add.sizePolicy().verticalPolicy(),
        )
        self.add.clicked.connect(self._on_add)
        self._column.addWidget(self.add)
        self.retranslate()

    def first_stop(self) -> QWidget | None:
        return self.rows[0].stops()[0] if self.rows else self.add

    def value(self) -> list[Any]:
        return [row.value() for row in self.rows]

    def set_value(self, value: Sequence[Any]) -> None:
        if list(value) != self.value():
            self._show(value)

    def setObjectName(self, name: str) -> None:
        super().setObjectName(name)
        self.add.setObjectName(f"{name}.add")
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Show all words in the present language, and name everything by its place."""
        self.add.setText(self.add_words())
        for place, row in enumerate(self.rows):
            row.name_parts(self.objectName(), place)

    def add_words(self) -> str:
        """What the button below says."""
        raise NotImplementedError

    def empty(self) -> Any:
        """The value of a new row."""
        raise NotImplementedError

    def make(self, value: Any) -> Row:
        """A row that shows `value`."""
        raise NotImplementedError

    def _show(self, values: Sequence[Any]) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self.make(value) for value in values]
        for place, row in enumerate(self.rows):
            self._column.insertWidget(place, row)
            row.edited.connect(self.edited)
            row.remove.clicked.connect(partial(self._on_remove, row))
        follow(self, [*(stop for row in self.rows for stop in row.stops()), self.add])
        self.retranslate()

    @Slot()
    def _on_add(self) -> None:
        self._show([*self.value(), self.empty()])
        self.rows[-1].stops()[0].setFocus()
        self.edited.emit()

    def _on_remove(self, row: Row, _checked: bool = False) -> None:
        self._show([other.value() for other in self.rows if other is not row])
        self.add.setFocus()
        self.edited.emit()


class Row(QWidget):
    """A row and its cross. Signal `edited`: a person changed a part of it.

    Subclasses say what its parts are. (Qt's metaclass takes no ABC beside it.)
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(6)
        self.remove = QPushButton()
        self.remove.setIcon(icon("cross"))
        self.remove.setIconSize(QSize(16, 16))
        self.remove.setFixedWidth(34)

    def value(self) -> Any:
        """What the row stands for in the draft."""
        raise NotImplementedError

    def stops(self) -> list[QWidget]:
        """Its tab stops in order."""
        raise NotImplementedError

    def name_parts(self, name: str, place: int) -> None:
        """Name the parts after the field and the row's place."""
        raise NotImplementedError


class PairsEditor(RowsEditor):
    """Custom data. Value: rows `[key, text]`, or `[key, JSON, "json"]` as they were loaded."""

    def add_words(self) -> str:
        return self.tr("+ Add data")

    def empty(self) -> list[str]:
        return ["", ""]

    def make(self, value: Any) -> Row:
        return _Pair(value)


class _Pair(Row):
    def __init__(self, value: Sequence[str]) -> None:
        super().__init__()
        self._form = list(value[2:])
        self.key = LineEditor()
        self.key.set_value(str(value[0]))
        self.text = LineEditor()
        self.text.set_value(str(value[1]))
        self.line.addWidget(self.key, 2)
        self.line.addWidget(self.text, 3)
        self.line.addWidget(self.remove)
        self.key.edited.connect(self.edited)
        self.text.edited.connect(self.edited)

    def value(self) -> list[str]:
        return [self.key.value(), self.text.value(), *self._form]

    def stops(self) -> list[QWidget]:
        return [self.key, self.text, self.remove]

    def name_parts(self, name: str, place: int) -> None:
        self.key.setObjectName(f"{name}.{place}.key")
        self.text.setObjectName(f"{name}.{place}.value")
        self.remove.setObjectName(f"{name}.{place}.remove")
        self.key.setPlaceholderText(self.tr("Name"))
        self.text.setPlaceholderText(self.tr("Value"))
        self.key.setAccessibleName(self.tr("Name {0}").format(place + 1))
        self.text.setAccessibleName(self.tr("Value {0}").format(place + 1))
        self.remove.setAccessibleName(self.tr("Remove data {0}").format(place + 1))
        self.remove.setToolTip(self.tr("Remove data {0}").format(place + 1))


class WindowsEditor(RowsEditor):
    """Windows of the day. Value: `{"start": "09:00", "end": "21:00"}` each."""

    def add_words(self) -> str:
        return self.tr("+ Add a time of day")

    def empty(self) -> dict[str, str]:
        return {"start": "09:00", "end": "21:00"}

    def make(self, value: Any) -> Row:
        return _Window(value)


class _Window(Row):
    def __init__(self, value: dict[str, str]) -> None:
        super().__init__()
        self.start, self.end = _TimeEdit(value.get("start", "")), _TimeEdit(value.get("end", ""))
        self.to = QLabel("–")
        for part in (self.start, self.to, self.end, self.remove):
            self.line.addWidget(part)
        self.line.addStretch(1)
        self.start.timeChanged.connect(self.edited)
        self.end.timeChanged.connect(self.edited)

    def value(self) -> dict[str, str]:
        return {"start": self.start.text_value(), "end": self.end.text_value()}

    def stops(self) -> list[QWidget]:
        return [self.start, self.end, self.remove]

    def name_parts(self, name: str, place: int) -> None:
        self.start.setObjectName(f"{name}.{place}.start")
        self.end.setObjectName(f"{name}.{place}.end")
        self.remove.setObjectName(f"{name}.{place}.remove")
        self.start.setAccessibleName(self.tr("From, time of day {0}").format(place + 1))
        self.end.setAccessibleName(self.tr("To, time of day {0}").format(place + 1))
        self.remove.setAccessibleName(self.tr("Remove time of day {0}").format(place + 1))
        self.remove.setToolTip(self.tr("Remove time of day {0}").format(place + 1))


class _TimeEdit(QTimeEdit):
    """A time that the wheel leaves alone."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setDisplayFormat(TIME)
        self._given = text
        time = QTime.fromString(text, TIME)
        if time.isValid():
            self.setTime(time)

    def text_value(self) -> str:
        """The time as it stands; what could not be read stays as it was given."""
        shown = self.time().toString(TIME)
        read = QTime.fromString(self._given, TIME)
        return shown if read.isValid() or shown != "00:00" else self._given

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
