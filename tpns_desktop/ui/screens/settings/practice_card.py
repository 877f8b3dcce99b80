"""The card *Practice*: what the practice service plays, what it cannot, and how fast time runs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tpns_desktop.store.settings import PACES
from tpns_desktop.ui.forms.act_out import ActOut
from tpns_desktop.ui.screens.settings.worlds_part import WorldsPart
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.segmented import Segmented
from tpns_desktop.ui.words.bad_days import bad_day


class PracticeCard(Card):
    """A practice world is new at each start, unless one that was saved is opened.

    Signal `pace_chosen(float)`: time in practice runs so much faster than in earnest from now on.
    """

    pace_chosen = Signal(float)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self.setObjectName("settings.practice")
        self.plays, self.new = QLabel(), QLabel()
        for label in (self.plays, self.new):
            label.setWordWrap(True)
        self.pace = Segmented()
        self.pace.setObjectName("settings.practice_pace")
        self._pace_label, self._pace_hint = QLabel(), QLabel()
        self._pace_label.setBuddy(self.pace)
        self._pace_hint.setWordWrap(True)
        self._pace_hint.setProperty("role", "hint")
        part = QVBoxLayout()
        part.setSpacing(6)
        for widget in (self._pace_label, self.pace, self._pace_hint):
            part.addWidget(widget)
        self.body.setSpacing(18)
        self.body.addWidget(self.plays)
        self.body.addLayout(part)
        self.body.addLayout(self._bad_days())
        self.body.addWidget(self.new)
        self.worlds = WorldsPart()
        self.body.addWidget(self.worlds)
        self.pace.chosen.connect(self._on_pace_chosen)
        session.bad_day_changed.connect(self._show_day)
        self.retranslate()

    def _bad_days(self) -> QVBoxLayout:
        self.act = ActOut(self._session, "settings.act")
        self._lesson = QLabel()
        self._lesson.setObjectName("settings.act.lesson")
        self._lesson.setWordWrap(True)
        self._lesson.setProperty("role", "hint")
        self.once = Segmented()
        self.once.setObjectName("settings.act.once")
        self.once.chosen.connect(self._on_once_chosen)
        column = QVBoxLayout()
        column.setSpacing(6)
        for widget in (self.act, self._lesson, self.once):
            column.addWidget(widget)
        return column

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(
            self.tr("Practice"),
            self.tr("A service on this computer that stands in for TPNS. Nothing leaves it."),
        )
        self.plays.setText(
            self.tr(
                "It plays made-up phones of every maker, accounts and tags. It checks requests as "
                "strictly as TPNS, takes them or refuses them, and reports what arrived and was "
                "tapped. Its figures are invented and tell nothing about your app."
            )
        )
        self.new.setText(
            self.tr(
                "Its world begins anew with each start of the program, with a month of made-up "
                "pushes behind it. Your drafts, templates and lists stay. Save a world to go on "
                "with it another day."
            )
        )
        self._pace_label.setText(self.tr("Time runs"))
        self.pace.setAccessibleName(self.tr("How fast time runs in practice"))
        self.pace.set_choices([(pace, self.tr("{0}×").format(pace)) for pace in PACES])
        self.pace.set_value(self._session.settings.practice_pace)
        self._show_pace()
        self.once.setAccessibleName(self.tr("How long practice acts it out"))
        self.once.set_choices(
            [("once", self.tr("For the next push only")), ("kept", self.tr("Until I change it"))]
        )
        self._show_day()

    @Slot()
    def _show_day(self) -> None:
        self._lesson.setText(bad_day(self._session.bad_day).lesson())
        self.once.set_value("once" if self._session.bad_day_once else "kept")

    @Slot(str)
    def _on_once_chosen(self, chosen: str) -> None:
        self._session.choose_bad_day(self._session.bad_day, chosen == "once")

    def _show_pace(self) -> None:
        hints = {
            "1": self.tr("As in earnest: what happens to a push in a day takes a day."),
            "10": self.tr("What happens to a push in a day takes about two and a half hours."),
            "60": self.tr("What happens to a push in a day takes 24 minutes."),
            "600": self.tr("What happens to a push in a day takes less than three minutes."),
        }
        change = self.tr(
            "Counts at once; figures that are there stay. A scheduled push still starts at its "
            "time by the clock."
        )
        self._pace_hint.setText(f"{hints[self._session.settings.practice_pace]} {change}")

    @Slot(str)
    def _on_pace_chosen(self, pace: str) -> None:
        self._session.settings.practice_pace = pace
        self._session.save_settings()
        self._show_pace()
        self.pace_chosen.emit(float(pace))
