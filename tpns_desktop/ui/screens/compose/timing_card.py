"""Card 3: when the push leaves, how fast, and for how long it is kept for phones that are off."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tpns_desktop.model.draft import may_be_scheduled
from tpns_desktop.model.runs import spread_s
from tpns_desktop.ui.forms.editors import SegmentEditor, WhenEditor
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.forms.sending_editors import KeepEditor, SpeedEditor
from tpns_desktop.ui.screens.compose.delivery_part import DeliveryPart
from tpns_desktop.ui.screens.compose.loop_part import BEIJING_S, LoopPart
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.words.numbers import (
    BEIJING,
    beijing_time,
    clock,
    day_and_time,
    duration,
    grouped,
)

if TYPE_CHECKING:
    from tpns_desktop.send.examination import Examination
    from tpns_desktop.store.apps import App

SPEED = "schedule.speed"


class TimingCard(Card):
    """Now, at a time or again and again, on Beijing's clock; and how it is delivered.

    Signal `list_asked`: the typed accounts are to become a file, which can be scheduled.
    """

    list_asked = Signal()

    def __init__(self, fields: Fields, parent: QWidget | None = None) -> None:
        super().__init__("", "", 3, parent)
        self._binding = fields.binding
        self._listed: str | None = None
        self._count: int | None = None
        self._everyone: int | None = None
        self.kind = SegmentEditor()
        self._kind_field = fields.add(self.body, "schedule.kind", self.kind)
        self.only_now = QLabel()
        self.only_now.setObjectName("schedule.only_now")
        self.only_now.setWordWrap(True)
        self.only_now.setProperty("role", "muted")
        self.to_list = QPushButton()
        self.to_list.setObjectName("schedule.to_list")
        self.to_list.setProperty("kind", "link")
        self.to_list.clicked.connect(self.list_asked)
        self.body.addWidget(self.only_now)
        self.body.addWidget(self.to_list, 0, Qt.AlignmentFlag.AlignLeft)
        self.at = WhenEditor()
        self._at_field = fields.add(self.body, "schedule.at", self.at)
        self.loop = LoopPart(fields)
        self.body.addWidget(self.loop)
        self.expire = KeepEditor()
        fields.add(self.body, "schedule.expire_s", self.expire)
        self.speed = SpeedEditor()
        self._speed_field = fields.add(self.body, SPEED, self.speed)
        self.delivery = DeliveryPart(fields)
        self.body.addWidget(self.delivery)
        self._binding.edited.connect(self._on_draft_edited)
        self._binding.replaced.connect(self._show_values)
        self._binding.examined.connect(self._on_examined)
        self.retranslate()

    def set_app(self, app: App | None) -> None:
        """Offer what the app's systems take."""
        self._everyone = None
        self.delivery.set_app(app)
        self._show_values()

    def set_size(self, total: int) -> None:
        """How many devices "everyone" is, to say how long a slowed push takes."""
        self._everyone = total
        self._show_values()

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(self.tr("When"), self.tr("Decide when it leaves"))
        self.kind.set_choices(
            [
                ("now", self.tr("Now")),
                ("at", self.tr("At a time")),
                ("loop", self.tr("Repeat")),
            ]
        )
        self.expire.set_choices(
            [
                ("0", self.tr("Only if online")),
                ("3600", self.tr("1 hour")),
                ("86400", self.tr("1 day")),
                ("259200", self.tr("3 days")),
            ],
            self.tr("Other…"),
        )
        self.expire.set_unit_words(
            self.tr("minutes"),
            self.tr("hours"),
            self.tr("days"),
            self.tr("Keep trying for: number"),
            self.tr("Keep trying for: unit"),
        )
        self.only_now.setText(
            self.tr(
                "It leaves at once: TPNS can only schedule pushes to everyone, by tag or to a "
                "file of accounts."
            )
        )
        self.to_list.setText(self.tr("Turn these accounts into a file"))
        self._show_values()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot(str)
    def _on_draft_edited(self, path: str) -> None:
        if path == "schedule.kind":
            match self._binding.value("schedule.kind"):
                case "at":
                    self._suggest_a_time()
                case "loop":
                    self.loop.suggest()
        if path.startswith(("schedule.", "audience.kind")):
            self._show_values()

    @Slot(object)
    def _on_examined(self, examination: Examination) -> None:
        file = examination.audience.file
        self._listed = str(file["kind"]) if file is not None else None
        self._count = examination.audience.count
        self._show_values()

    def _suggest_a_time(self) -> None:
        if self._binding.value("schedule.at"):
            return
        now = QDateTime.currentDateTimeUtc().toOffsetFromUtc(BEIJING_S)
        plain = QDateTime(now.date(), now.time())  # the editor holds Beijing's wall clock
        self.at.suggest(plain.addSecs(3600))

    @Slot()
    def _show_values(self) -> None:
        audience = self._binding.value("audience.kind")
        kind = self._binding.value("schedule.kind")
        can_schedule = audience is None or may_be_scheduled(audience, self._listed)
        # A time that was chosen before the audience changed stays in sight: it is never dropped
        # silently, the checks ask for a decision.
        self._kind_field.setVisible(can_schedule or kind != "now")
        self.only_now.setVisible(not can_schedule)
        # Of devices a list can't be scheduled either.
        self.to_list.setVisible(audience == "account" and bool(self._count))
        self._at_field.setVisible(kind == "at")
        self.loop.setVisible(kind == "loop")
        self._speed_field.setVisible(can_schedule)
        self.delivery.set_may_replace(can_schedule)
        moment = beijing_time(self._binding.value("schedule.at"))
        if moment is not None:
            self._at_field.set_hint(
                self.tr("{0} (Beijing time, UTC+8)").format(
                    day_and_time(moment.astimezone(BEIJING))
                )
            )
        self._speed_field.set_hint(self._done_by())

    def _done_by(self) -> str:
        """How long a slowed push takes, as far as anybody can know."""
        speed = self._binding.value(SPEED).strip()
        if not (speed.isascii() and speed.isdigit() and int(speed)):
            return ""
        everyone = self._binding.value("audience.kind") == "all"
        count = self._everyone if everyone else self._count
        if not count:
            return self.tr("TPNS cannot tell how many people this is, so not how long it takes.")
        took = spread_s(count, int(speed))
        said = duration(took if took < 60 else 60 * -(-took // 60))
        if self._binding.value("schedule.kind") != "now":
            return self.tr("It takes about {0} for {1}.").format(said, grouped(count))
        done = datetime.now(UTC) + timedelta(seconds=took)
        return self.tr("Done by about {0}: {1} for {2}.").format(clock(done), said, grouped(count))
