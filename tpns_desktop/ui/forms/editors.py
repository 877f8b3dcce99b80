"""One editor a kind of value. Each has `value()`, `set_value(value)` and the signal `edited`.

`set_value` never emits `edited`: only a person edits. Values are the raw ones of the draft, so
that nothing typed is ever lost; lengths are counted in the model, not limited here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import (
    QDate,
    QDateTime,
    QSignalBlocker,
    Qt,
    QTime,
    QTimeZone,
    Signal,
    SignalInstance,
    Slot,
)
from PySide6.QtGui import QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from tpns_desktop.ui.widgets.segmented import Segmented

Choices = Sequence[tuple[str, str]]
"""(key as stored in the draft, words shown)."""
_SERVICE_ZONE = QTimeZone(8 * 3600)
"""As `model.limits.SERVICE_ZONE`."""
_ROOM_PX = 4
"""Left free at the end of a choice that is too long."""


class Editor(Protocol):
    """What a field needs of an editor, besides being a QWidget."""

    @property
    def edited(self) -> SignalInstance: ...

    def value(self) -> Any: ...

    def set_value(self, value: Any) -> None: ...


class PartsEditor(QWidget):
    """An editor of several tab stops. Signal `edited`: a person changed one of them.

    It has no focus proxy: Tab would pass by the parts before it, and the proxy would be named like
    the whole.
    """

    edited = Signal()

    def first_stop(self) -> QWidget | None:
        """The part that gets the focus when the whole is given it; None while there is none."""
        raise NotImplementedError

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        stop = self.first_stop()
        if stop is not None:
            stop.setFocus(reason)


class LineEditor(QLineEdit):
    """One line of text. Value: str. Signal `edited`: it was changed by a person."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(self.edited)

    def value(self) -> str:
        return self.text()

    def set_value(self, value: str) -> None:
        if self.text() != value:
            with QSignalBlocker(self):
                self.setText(value)


class TextEditor(QPlainTextEdit):
    """Some lines of text. Value: str with line feeds. Signal `edited`: a person changed it.

    Text goes through `toRawText`, since `toPlainText` turns no-break spaces into plain ones.
    """

    edited = Signal()

    def __init__(self, lines: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        spacing = self.fontMetrics().lineSpacing()
        self.setMinimumHeight(spacing * lines + 24)
        self.setMaximumHeight(spacing * (lines + 3) + 24)
        self.textChanged.connect(self.edited)

    def value(self) -> str:
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def set_value(self, value: str) -> None:
        if self.value() != value:
            with QSignalBlocker(self):
                self.setPlainText(value)


class ChoiceEditor(QComboBox):
    """One of more than five choices. Value: the chosen key. Signal `edited`: another was chosen.

    The wheel scrolls the page, not the choice: a choice changed while scrolling past would go
    unnoticed.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self._wanted: str | None = None
        self.activated.connect(self._on_activated)

    def set_choices(self, choices: Choices) -> None:
        """Show these choices in this order; the value stays, offered or not yet."""
        with QSignalBlocker(self):
            self.clear()
            for key, text in choices:
                self.addItem(text, key)
            self.setCurrentIndex(self.findData(self._wanted))

    def value(self) -> str | None:
        return self._wanted

    def set_value(self, value: str | None) -> None:
        self._wanted = value
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(value))

    @Slot(int)
    def _on_activated(self, _index: int) -> None:
        data = self.currentData()
        self._wanted = None if data is None else str(data)
        self.edited.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        # Qt would cut a long choice off in the middle of a word, as if it ended there.
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0 and self.placeholderText():
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
            option.currentText = self.placeholderText()
        style, control = self.style(), QStyle.ComplexControl.CC_ComboBox
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = style.subControlRect(control, option, field, self).width() - _ROOM_PX
        elided = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room
        )
        option.currentText = elided
        painter.drawComplexControl(control, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class SegmentEditor(Segmented):
    """One of two to five choices. Value: the chosen key or None. Signal `edited`."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._wanted: str | None = None
        super().__init__((), parent)
        self.chosen.connect(self._on_chosen)

    def set_choices(self, choices: Choices) -> None:
        """Show these choices; the value stays, offered or not yet."""
        super().set_choices(choices)
        super().set_value(self._wanted)

    def set_value(self, key: str | None) -> None:
        self._wanted = key
        super().set_value(key)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self._wanted = key
        self.edited.emit()


class CheckEditor(QCheckBox):
    """Yes or no. Value: bool. Signal `edited`: it was ticked or cleared."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self, _checked: bool) -> None:
        self.edited.emit()

    def value(self) -> bool:
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        self.setChecked(value)


class WhenEditor(QDateTimeEdit):
    """A date and time on the service's clock. Value: ISO text to the minute, `2026-01-16T09:30`.

    Signal `edited`: another time was chosen.
    """

    edited = Signal()

    FORMAT = "yyyy-MM-ddTHH:mm"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        # The service's clock; this computer's may skip an hour that people mean.
        self.setTimeZone(_SERVICE_ZONE)
        self.setDisplayFormat("yyyy-MM-dd  HH:mm")
        self.dateTimeChanged.connect(self._on_changed)

    def _on_changed(self, _value: QDateTime) -> None:
        self.edited.emit()

    def value(self) -> str:
        return self.dateTime().toString(self.FORMAT)

    def set_value(self, value: str) -> None:
        day, _, clock = value.partition("T")
        date, time = QDate.fromString(day, "yyyy-MM-dd"), QTime.fromString(clock, "HH:mm")
        if date.isValid() and time.isValid():
            with QSignalBlocker(self):
                self.setDateTime(QDateTime(date, time, _SERVICE_ZONE))

    def suggest(self, moment: QDateTime) -> None:
        """Show day and time of `moment` to the minute and count it as the person's choice."""
        time = moment.time()
        plain = QTime(time.hour(), time.minute())
        with QSignalBlocker(self):
            self.setDateTime(QDateTime(moment.date(), plain, _SERVICE_ZONE))
        self.edited.emit()  # also where it stood there already, for another draft

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class DurationEditor(QWidget):
    """A number and its unit. Value: whole seconds as text. Signal `edited`."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.number = _NumberBox()
        self.unit = ChoiceEditor()
        self.unit.setMinimumContentsLength(6)
        row.addWidget(self.number)
        row.addWidget(self.unit)
        self.setFocusProxy(self.number)
        self.number.valueChanged.connect(self._on_changed)
        self.unit.edited.connect(self._on_changed)

    def set_unit_words(self, minutes: str, hours: str, days: str) -> None:
        self.unit.set_choices(
            list(zip(("60", "3600", "86400"), (minutes, hours, days), strict=True))
        )

    def _on_changed(self) -> None:
        self.edited.emit()

    def value(self) -> str:
        return str(self.number.value() * int(self.unit.value() or "60"))

    def set_value(self, value: str) -> None:
        try:
            seconds = int(value)
        except ValueError:
            return
        if value == self.value():
            return
        unit = next((s for s in (86400, 3600, 60) if seconds and seconds % s == 0), 60)
        with QSignalBlocker(self.number):
            self.number.setValue(seconds // unit)
        self.unit.set_value(str(unit))


class _NumberBox(QSpinBox):
    """A whole number that the wheel leaves alone."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, 999)
        self.setMinimumWidth(84)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
