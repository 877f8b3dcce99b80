"""Editors of what repeats: a date, days of a week or month, times of the day.

Each has `value()`, `set_value(value)` and the signal `edited`, as those in `editors`. Values are
the raw ones of the draft (`schedule.loop`), on the service's clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QDate, QEvent, QSignalBlocker, QSize, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QPushButton, QTimeEdit, QWidget

from tpns_desktop.ui.forms.editors import PartsEditor
from tpns_desktop.ui.theme.icons import icon
from tpns_desktop.ui.widgets.flow_layout import FlowLayout, flowing
from tpns_desktop.ui.widgets.tab_order import follow
from tpns_desktop.ui.words.numbers import locale

SUNDAY = 7
"""Qt's number of the day that the service calls 0."""
FIRST_TIME = "09:30"


class DateEditor(QDateEdit):
    """A date. Value: `2026-01-16`, or "" while none was chosen. Signal `edited`."""

    edited = Signal()

    FORMAT = "yyyy-MM-dd"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = ""
        self.setCalendarPopup(True)
        self.setDisplayFormat(self.FORMAT)
        self.dateChanged.connect(self._on_changed)

    def _on_changed(self, date: QDate) -> None:
        self._chosen = date.toString(self.FORMAT)
        self.edited.emit()

    def value(self) -> str:
        return self._chosen

    def set_value(self, value: str) -> None:
        self._chosen = value
        date = QDate.fromString(value, self.FORMAT)
        if date.isValid():
            with QSignalBlocker(self):
                self.setDate(date)

    def suggest(self, date: QDate) -> None:
        """Show `date` and count it as the person's choice."""
        with QSignalBlocker(self):
            self.setDate(date)
        self._on_changed(date)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class DaysEditor(PartsEditor):
    """Some days of a week or of a month, each a button that stays down.

    Value: list of texts in order, "0" (Sunday) to "6", or "1" to "31". Signal `edited`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: list[str] = []
        self._buttons: dict[str, QPushButton] = {}
        self._flow = FlowLayout(self, spacing=4, centred=True)
        self.setSizePolicy(flowing())

    def set_week(self) -> None:
        """Offer the days of a week, in the order of the present language's calendars."""
        first = locale().firstDayOfWeek().value
        days = [(first + place - 1) % SUNDAY + 1 for place in range(SUNDAY)]
        self._offer(
            [(str(day % SUNDAY), _week_day(day), _week_day(day, long=True)) for day in days]
        )

    def set_month(self) -> None:
        """Offer the days of a month."""
        named = self.tr("Day {0} of the month")
        self._offer([(str(day), str(day), named.format(day)) for day in range(1, 32)])

    def first_stop(self) -> QWidget | None:
        chosen = (one for key, one in self._buttons.items() if key in self._value)
        return next(chosen, next(iter(self._buttons.values()), None))

    def value(self) -> list[str]:
        return list(self._value)

    def set_value(self, value: Sequence[str]) -> None:
        self._value = list(value)
        for key, button in self._buttons.items():
            button.setChecked(key in self._value)

    def _offer(self, days: Sequence[tuple[str, str, str]]) -> None:
        if list(self._buttons) != [key for key, _, _ in days]:
            while (item := self._flow.takeAt(0)) is not None:
                if (old := item.widget()) is not None:
                    old.hide()
                    old.deleteLater()
            self._buttons = {}
            for key, _, _ in days:
                button = QPushButton()
                button.setObjectName(f"day.{key}")
                button.setCheckable(True)
                button.setProperty("kind", "tick")
                button.setChecked(key in self._value)
                button.clicked.connect(partial(self._on_clicked, key))
                self._buttons[key] = button
                self._flow.addWidget(button)
            follow(self, list(self._buttons.values()))
        for key, text, name in days:
            self._buttons[key].setText(text)
            self._buttons[key].setAccessibleName(name)

    def _on_clicked(self, key: str, _checked: bool = False) -> None:
        rest = [day for day in self._value if day != key]
        self._value = sorted([*rest, key] if self._buttons[key].isChecked() else rest, key=int)
        self.edited.emit()


class TimesEditor(PartsEditor):
    """Times of the day. Value: list of `09:30`, as they stand. Signal `edited`."""

    FORMAT = "HH:mm"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_TimeRow] = []
        self._flow = FlowLayout(self, spacing=8, centred=True)
        self.setSizePolicy(flowing())
        self.add = QPushButton()
        self.add.setObjectName("times.add")
        self.add.setProperty("kind", "link")
        self.add.clicked.connect(self._on_add)
        self._flow.addWidget(self.add)
        self._show_words()

    def first_stop(self) -> QWidget | None:
        return self._rows[0].time if self._rows else self.add

    def value(self) -> list[str]:
        return [row.time.time().toString(self.FORMAT) for row in self._rows]

    def set_value(self, value: Sequence[str]) -> None:
        if list(value) == self.value():
            return
        times = [QTime.fromString(text, self.FORMAT) for text in value]
        self._show([time for time in times if time.isValid()])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show(self, times: Sequence[QTime]) -> None:
        for row in self._rows:
            self._flow.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._flow.removeWidget(self.add)
        self._rows = []
        for time in times:
            self._add_row(time)
        self._flow.addWidget(self.add)
        stops = [stop for row in self._rows for stop in (row.time, row.remove)]
        follow(self, [*stops, self.add])
        self._show_words()

    def _add_row(self, time: QTime) -> None:
        row = _TimeRow(time)
        row.time.timeChanged.connect(self.edited)
        row.remove.clicked.connect(partial(self._on_remove, row))
        self._rows.append(row)
        self._flow.addWidget(row)

    def _on_add(self) -> None:
        times = [row.time.time() for row in self._rows]
        later = times[-1].addSecs(3600) if times else QTime.fromString(FIRST_TIME, self.FORMAT)
        self._show([*times, later])
        self._rows[-1].time.setFocus()
        self.edited.emit()

    def _on_remove(self, row: _TimeRow, _checked: bool = False) -> None:
        self._show([other.time.time() for other in self._rows if other is not row])
        self.add.setFocus()
        self.edited.emit()

    def _show_words(self) -> None:
        self.add.setText(self.tr("+ Add a time"))
        for number, row in enumerate(self._rows, start=1):
            row.time.setObjectName(f"times.{number - 1}")
            row.remove.setObjectName(f"times.{number - 1}.remove")
            row.time.setAccessibleName(self.tr("Time {0}").format(number))
            row.remove.setAccessibleName(self.tr("Remove time {0}").format(number))
            row.remove.setToolTip(self.tr("Remove time {0}").format(number))


class _TimeRow(QWidget):
    """One time and its cross."""

    def __init__(self, time: QTime) -> None:
        super().__init__()
        self.time = _TimeEdit()
        self.time.setDisplayFormat(TimesEditor.FORMAT)
        self.time.setTime(time)
        self.remove = QPushButton()
        self.remove.setIcon(icon("cross"))
        self.remove.setIconSize(QSize(16, 16))
        self.remove.setFixedWidth(34)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.time)
        line.addWidget(self.remove)


class _TimeEdit(QTimeEdit):
    """A time that the wheel leaves alone."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _week_day(day: int, *, long: bool = False) -> str:
    lengths = type(locale()).FormatType
    length = lengths.LongFormat if long else lengths.ShortFormat
    return locale().standaloneDayName(day, length)
