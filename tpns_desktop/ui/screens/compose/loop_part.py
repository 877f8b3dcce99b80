"""A push that repeats: how often, on which days, at which times, from when to when.

Says the next runs in words. On the service's clock, as everything in the card When.
"""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QDate, QDateTime, QEvent, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tpns_desktop.model.runs import next_runs
from tpns_desktop.ui.forms.day_editors import DateEditor, DaysEditor, TimesEditor
from tpns_desktop.ui.forms.editors import SegmentEditor
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.words.numbers import day_and_time

LOOP = "schedule.loop"
DAILY, WEEKLY, MONTHLY = "1", "2", "3"
SHOWN = 5
"""How many of the next runs are said."""
LASTS_DAYS = 30
"""How long a new repetition lasts until a person says otherwise."""
BEIJING_S = 8 * 3600


class LoopPart(QWidget):
    """Shown while *Repeat* is chosen."""

    def __init__(self, fields: Fields, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = fields
        self._binding = fields.binding
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.every = SegmentEditor()
        fields.add(column, f"{LOOP}.every", self.every)
        self.days = DaysEditor()
        self._days_field = fields.add(column, f"{LOOP}.days", self.days)
        self.times = TimesEditor()
        fields.add(column, f"{LOOP}.times", self.times)
        dates = QHBoxLayout()
        dates.setSpacing(12)
        self.start = DateEditor()
        fields.add(dates, f"{LOOP}.start", self.start)
        self.end = DateEditor()
        fields.add(dates, f"{LOOP}.end", self.end)
        column.addLayout(dates)
        self.runs = QLabel()
        self.runs.setObjectName("schedule.loop.runs")
        self.runs.setWordWrap(True)
        self.runs.setProperty("role", "muted")
        column.addWidget(self.runs)
        self._binding.edited.connect(self._on_draft_edited)
        self._binding.replaced.connect(self.show_values)
        self.retranslate()

    def suggest(self) -> None:
        """Begin with something that happens: tomorrow at half past nine, for a month."""
        tomorrow = QDateTime.currentDateTimeUtc().toOffsetFromUtc(BEIJING_S).date().addDays(1)
        if not self._binding.value(f"{LOOP}.start"):
            self.start.suggest(tomorrow)
        if not self._binding.value(f"{LOOP}.end"):
            self.end.suggest(tomorrow.addDays(LASTS_DAYS))
        if not self._binding.value(f"{LOOP}.times"):
            self.times.add.click()

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.every.set_choices(
            [
                (DAILY, self.tr("Every day")),
                (WEEKLY, self.tr("Every week")),
                (MONTHLY, self.tr("Every month")),
            ]
        )
        self.show_values()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot(str)
    def _on_draft_edited(self, path: str) -> None:
        if path == f"{LOOP}.every":
            self._begin_with_a_day()
        if path.startswith(LOOP):
            self.show_values()

    def _begin_with_a_day(self) -> None:
        # A day of the week is none of the month.
        first = QDate.fromString(self._binding.value(f"{LOOP}.start"), DateEditor.FORMAT)
        days = {
            WEEKLY: [str(first.dayOfWeek() % 7)],
            MONTHLY: [str(first.day())],
        }.get(self._binding.value(f"{LOOP}.every"), [])
        self._binding.set_value(f"{LOOP}.days", days if first.isValid() else [])
        self._fields.show_value(f"{LOOP}.days")

    @Slot()
    def show_values(self) -> None:
        """Offer the days that belong to the choice, and say the next runs."""
        every = self._binding.value(f"{LOOP}.every")
        self._days_field.setVisible(every in (WEEKLY, MONTHLY))
        if every == WEEKLY:
            self.days.set_week()
        elif every == MONTHLY:
            self.days.set_month()
        self.days.set_value(self._binding.value(f"{LOOP}.days"))
        runs = next_runs(self._binding.value(LOOP), datetime.now(UTC), SHOWN)
        said = [day_and_time(run) for run in runs]
        if len(said) == SHOWN:
            text = self.tr("The next five times: {0}").format(self.tr("; ").join(said))
        elif said:
            text = self.tr("All that is left of it: {0}").format(self.tr("; ").join(said))
        else:
            text = self.tr("As it stands it never goes out. Choose days and times ahead.")
        self.runs.setText(text)
