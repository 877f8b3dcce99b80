"""The question before a planned push goes to another time: the old one is cancelled first."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from tpns_desktop.model.limits import SCHEDULE_DAYS_MAX
from tpns_desktop.ui.forms.editors import WhenEditor
from tpns_desktop.ui.widgets.deliberate_dialog import DeliberateDialog, said
from tpns_desktop.ui.words.agenda import slot_whom
from tpns_desktop.ui.words.numbers import BEIJING, day_and_time

if TYPE_CHECKING:
    from tpns_desktop.send.agenda import Slot

_AHEAD = timedelta(minutes=10)
"""A new time nearer than this would be over before it is reviewed."""
_SHOWN = 60


class MoveDialog(DeliberateDialog):
    """`at()` is the new time once it is accepted."""

    def __init__(
        self, slot: Slot, at: datetime | None, now: datetime, parent: QWidget | None = None
    ) -> None:
        """`at`: where it was dragged to; `now` as the calendar has it. Both aware."""
        super().__init__("move", danger=True, parent=parent)
        self.slot = slot
        self._now = now
        self._label = QLabel()
        self.when = WhenEditor()
        self.when.setObjectName("move.when")
        self._label.setBuddy(self.when)
        self.when.set_value((at or slot.at).astimezone(BEIJING).strftime("%Y-%m-%dT%H:%M"))
        self.error = said("error")
        self.error.setObjectName("move.error")
        self._first = said("")
        self._then = said("")
        self._else = said("muted")
        for widget in (
            self._label, self.when, self.error, self._first, self._then, self._else,
        ):  # fmt: skip
            self.lines.addWidget(widget)
        self.when.edited.connect(self._judge)
        self._show_words()
        self._judge()

    def at(self) -> datetime | None:
        """The new time, aware; None while there is none."""
        try:
            return datetime.fromisoformat(self.when.value()).replace(tzinfo=BEIJING)
        except ValueError:
            return None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
            self._judge()
        super().changeEvent(event)

    def _judge(self) -> None:
        at, said_ = self.at(), ""
        later = self.slot.move_from
        if later is not None and later > self._now:
            # Said before anything is cancelled: Review would stop the new one.
            said_ = self.tr(
                "TPNS takes the same text to everyone once an hour. This push can be moved from "
                "{0} on; nothing is cancelled before."
            ).format(day_and_time(later))
        elif at is None:
            said_ = self.tr("Choose the new time.")
        elif at == self.slot.at:
            said_ = self.tr("This is the time it has now. Choose another one.")
        elif at < self._now + _AHEAD:
            said_ = self.tr("Choose a time at least 10 minutes from now.")
        elif at > self._now + timedelta(days=SCHEDULE_DAYS_MAX):
            said_ = self.tr("TPNS plans at most 90 days ahead. Choose an earlier time.")
        self.error.setText(said_)
        self.error.setVisible(bool(said_))
        self.allow(not said_)
        self.fit()

    def _show_words(self) -> None:
        title = self.slot.title
        short = title if len(title) <= _SHOWN else title[:_SHOWN] + "…"
        self.set_words(
            self.tr("Move “{0}” to another time?").format(short), self.tr("Cancel and review")
        )
        self._label.setText(self.tr("New time (Beijing time, UTC+8)"))
        self.when.setAccessibleName(self._label.text())
        self._first.setText(
            self.tr("1. First the push of {0} to {1} is cancelled at Tencent.").format(
                day_and_time(self.slot.at), slot_whom(self.slot)
            )
        )
        self._then.setText(
            self.tr(
                "2. Only when that is certain, a new draft with the new time opens in Review. "
                "Nothing goes out before you confirm it there."
            )
        )
        self._else.setText(
            self.tr(
                "If nobody knows whether it was cancelled, no new push is offered, so that nobody "
                "gets it twice. The text is kept as a draft in every case. Cancelling can't be "
                "undone."
            )
        )
