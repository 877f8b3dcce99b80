"""Settings ▸ Safety: how long a push is held, how much is asked, and when a reason is wanted.

Each change counts at once and is saved; what was reviewed before keeps its hold.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTime, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.store.settings import HOLD_S_MAX, HOLD_UNTIL_I_SAY
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.segmented import Segmented

_TIME = "HH:mm"


class _Seconds(QSpinBox):
    """The wheel scrolls the page past it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Time(QTimeEdit):
    """A time of day; the wheel scrolls the page past it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setDisplayFormat(_TIME)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMaximumWidth(110)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class SafetyCard(Card):
    """Shows and keeps the preferences of sending."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self.setObjectName("settings.safety")
        self.hold = _Seconds()
        self.hold.setObjectName("settings.hold")
        self.hold.setRange(0, HOLD_S_MAX)
        self.hold.setMaximumWidth(140)
        self.until_i_say = QCheckBox()
        self.until_i_say.setObjectName("settings.until_i_say")
        self.levels = Segmented()
        self.levels.setObjectName("settings.levels")
        self.quiet = QCheckBox()
        self.quiet.setObjectName("settings.quiet")
        self.quiet_from, self.quiet_to = _Time("settings.quiet_from"), _Time("settings.quiet_to")
        self._build()
        self._show_values()
        self.hold.valueChanged.connect(self._on_hold_changed)
        self.until_i_say.toggled.connect(self._on_hold_changed)
        self.levels.chosen.connect(self._on_levels_chosen)
        self.quiet.toggled.connect(self._on_quiet_changed)
        self.quiet_from.timeChanged.connect(self._on_quiet_changed)
        self.quiet_to.timeChanged.connect(self._on_quiet_changed)
        self.retranslate()

    def _build(self) -> None:
        self._hold_label, self._levels_label = QLabel(), QLabel()
        self._hold_label.setBuddy(self.hold)
        self._levels_label.setBuddy(self.levels)
        self._levels_hint, self._quiet_hint = _hint(), _hint()
        self._from_label, self._to_label = QLabel(), QLabel()
        self._from_label.setBuddy(self.quiet_from)
        self._to_label.setBuddy(self.quiet_to)
        hold = _part(self._hold_label, self.hold, self.until_i_say)
        levels = _part(self._levels_label, self.levels, self._levels_hint)
        times = QHBoxLayout()
        times.setContentsMargins(26, 0, 0, 0)  # under the words of the tick
        times.setSpacing(8)
        for widget in (self._from_label, self.quiet_from, self._to_label, self.quiet_to):
            times.addWidget(widget)
        times.addStretch(1)
        quiet = QVBoxLayout()
        quiet.setSpacing(6)
        quiet.addWidget(self.quiet)
        quiet.addLayout(times)
        quiet.addWidget(self._quiet_hint)
        self.body.setSpacing(18)
        for part in (hold, levels, quiet):
            self.body.addLayout(part)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(
            self.tr("Safety"),
            self.tr(
                "A confirmed push waits for a moment, so that you can cancel it. A push to "
                "everyone waits for at least 30 seconds."
            ),
        )
        self._hold_label.setText(self.tr("Hold for"))
        self.hold.setAccessibleName(self.tr("Hold for, in seconds"))
        self.hold.setSuffix(self.tr(" s"))
        self.until_i_say.setText(self.tr("Wait until I press “Send now”"))
        self._levels_label.setText(self.tr("What is asked before sending"))
        self.levels.setAccessibleName(self.tr("What is asked before sending"))
        self.levels.set_choices([("standard", self.tr("Standard")), ("strict", self.tr("Strict"))])
        self.levels.set_value(self._session.settings.levels)
        self.quiet.setText(self.tr("Quiet hours: ask me for a reason"))
        self._from_label.setText(self.tr("From"))
        self.quiet_from.setAccessibleName(self.tr("Quiet hours begin at"))
        self._to_label.setText(self.tr("to"))
        self.quiet_to.setAccessibleName(self.tr("Quiet hours end at"))
        self._quiet_hint.setText(
            self.tr(
                "Beijing time. Whoever sends to real people in these hours writes why; the reason "
                "stays with the push."
            )
        )
        self._show_levels()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_values(self) -> None:
        settings = self._session.settings
        manual = settings.hold_s == HOLD_UNTIL_I_SAY
        with QSignalBlocker(self.hold), QSignalBlocker(self.until_i_say):
            self.until_i_say.setChecked(manual)
            self.hold.setEnabled(not manual)
            if not manual:
                self.hold.setValue(int(settings.hold_s))
        self.quiet.setChecked(settings.quiet == "on")
        self.quiet_from.setTime(QTime.fromString(settings.quiet_from, _TIME))
        self.quiet_to.setTime(QTime.fromString(settings.quiet_to, _TIME))
        self._enable_times()

    def _enable_times(self) -> None:
        for time in (self.quiet_from, self.quiet_to):
            time.setEnabled(self.quiet.isChecked())

    def _show_levels(self) -> None:
        strict = self._session.settings.levels == "strict"
        self._levels_hint.setText(
            self.tr(
                "One step more each time: ticks for every push to people, and the app's name for "
                "tags, lists and text messages too. Those are held for at least 30 seconds."
            )
            if strict
            else self.tr(
                "A question for up to 1,000 people; ticks for tags, lists and text messages; "
                "the app's name for everyone."
            )
        )

    @Slot()
    def _on_hold_changed(self) -> None:
        manual = self.until_i_say.isChecked()
        self.hold.setEnabled(not manual)
        settings = self._session.settings
        settings.hold_s = HOLD_UNTIL_I_SAY if manual else str(self.hold.value())
        self._session.save_settings()

    @Slot(str)
    def _on_levels_chosen(self, levels: str) -> None:
        self._session.settings.levels = levels
        self._session.save_settings()
        self._show_levels()

    @Slot()
    def _on_quiet_changed(self) -> None:
        self._enable_times()
        settings = self._session.settings
        settings.quiet = "on" if self.quiet.isChecked() else "off"
        settings.quiet_from = self.quiet_from.time().toString(_TIME)
        settings.quiet_to = self.quiet_to.time().toString(_TIME)
        self._session.save_settings()


def _part(*widgets: QWidget) -> QVBoxLayout:
    part = QVBoxLayout()
    part.setSpacing(6)
    for widget in widgets:
        part.addWidget(widget)
    return part


def _hint() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("role", "hint")
    return label
