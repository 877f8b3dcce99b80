"""The question before a scheduled task is moved to another time, or deleted."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QLabel, QWidget

from tpns_desktop.ui.forms.editors import WhenEditor
from tpns_desktop.ui.widgets.deliberate_dialog import DeliberateDialog, said
from tpns_desktop.ui.words.chat_tasks import refused_words, task_title, task_who, zone_words
from tpns_desktop.ui.words.numbers import BEIJING, beijing_time

if TYPE_CHECKING:
    from tpns_desktop.model.chat_outcome import ScheduledTask

AHEAD = timedelta(minutes=5)
"""As `send.check_timing.AHEAD_MIN`; a test holds them together."""
_SHOWN = 60


class TaskDialog(DeliberateDialog):
    """`at()` is the new time once a move is accepted."""

    def __init__(
        self, task: ScheduledTask, verb: str, now: datetime, parent: QWidget | None = None
    ) -> None:
        """`verb`: "change" or "delete"; `now` is aware."""
        super().__init__("task", danger=verb == "delete", parent=parent)
        self.task = task
        self.verb = verb
        self._now = now
        self._what = said("")
        self.lines.addWidget(self._what)
        self._label = QLabel()
        self.when = WhenEditor()
        self.when.setObjectName("task.when")
        self._label.setBuddy(self.when)
        self._zone = said("hint")
        self.error = said("error")
        self.error.setObjectName("task.error")
        if verb == "change":
            self.when.set_value(task.at[:16].replace(" ", "T"))
            self.when.edited.connect(self._judge)
            for widget in (self._label, self.when, self._zone, self.error):
                self.lines.addWidget(widget)
        self.error.hide()
        self._show_words()
        self._judge()

    def at(self) -> datetime | None:
        """The new time, aware; None while there is none."""
        moment = beijing_time(self.when.value())
        return moment.astimezone(BEIJING) if moment is not None else None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    @Slot()
    def _judge(self) -> None:
        if self.verb != "change":
            return
        at = self.at()
        near = at is None or at < self._now + AHEAD
        self.error.setText(refused_words("too_near"))
        self.error.setVisible(near)
        self.when.setAccessibleDescription(self.error.text() if near else "")
        self.allow(not near)

    def _show_words(self) -> None:
        title = task_title(self.task)
        short = title if len(title) <= _SHOWN else title[:_SHOWN] + "…"
        whom = task_who(self.task)
        if self.verb == "delete":
            self._what.setText(
                self.tr("It would go to: {0}, on {1}. Once it is deleted nobody gets it.").format(
                    whom, self.task.at
                )
            )
            self.set_words(self.tr("Delete “{0}”?").format(short), self.tr("Delete the task"))
            return
        self._what.setText(
            self.tr("It goes to: {0}, on {1}. What it says stays as it is.").format(
                whom, self.task.at
            )
        )
        self._label.setText(self.tr("New time (Beijing)"))
        self.when.setAccessibleName(self._label.text())
        self._zone.setText(zone_words())
        self.error.setText(refused_words("too_near"))
        self.set_words(
            self.tr("Move “{0}” to another time?").format(short), self.tr("Move the task")
        )
