"""Card 3: when the push leaves, and for how long it is kept for phones that are off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QEvent, Slot
from PySide6.QtWidgets import QLabel, QWidget

from tpns_desktop.model.draft import may_be_scheduled
from tpns_desktop.ui.forms.editors import SegmentEditor, WhenEditor
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.words.numbers import BEIJING, beijing_time, day_and_time

if TYPE_CHECKING:
    from tpns_desktop.send.examination import Examination


class TimingCard(Card):
    """Now or at a time on Beijing's clock; keep trying for an hour, a day or three."""

    def __init__(self, fields: Fields, parent: QWidget | None = None) -> None:
        super().__init__("", "", 3, parent)
        self._binding = fields.binding
        self._listed: str | None = None
        self.kind = SegmentEditor()
        self._kind_field = fields.add(self.body, "schedule.kind", self.kind)
        self.only_now = QLabel()
        self.only_now.setObjectName("schedule.only_now")
        self.only_now.setWordWrap(True)
        self.only_now.setProperty("role", "muted")
        self.body.addWidget(self.only_now)
        self.at = WhenEditor()
        self._at_field = fields.add(self.body, "schedule.at", self.at)
        self.expire = SegmentEditor()
        fields.add(self.body, "schedule.expire_s", self.expire)
        self._binding.edited.connect(self._on_draft_edited)
        self._binding.replaced.connect(self._show_values)
        self._binding.examined.connect(self._on_examined)
        self.retranslate()

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(self.tr("When"), self.tr("Decide when it leaves"))
        self.kind.set_choices([("now", self.tr("Now")), ("at", self.tr("At a time"))])
        self.expire.set_choices(
            [
                ("3600", self.tr("1 hour")),
                ("86400", self.tr("1 day")),
                ("259200", self.tr("3 days")),
            ]
        )
        self.only_now.setText(
            self.tr(
                "It leaves at once: TPNS can only schedule pushes to everyone, by tag or to a "
                "file of accounts."
            )
        )
        self._show_values()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot(str)
    def _on_draft_edited(self, path: str) -> None:
        if path == "schedule.kind" and self._binding.value("schedule.kind") == "at":
            self._suggest_a_time()
        if path.startswith(("schedule.", "audience.kind")):
            self._show_values()

    @Slot(object)
    def _on_examined(self, examination: Examination) -> None:
        file = examination.audience.file
        self._listed = str(file["kind"]) if file is not None else None
        self._show_values()

    def _suggest_a_time(self) -> None:
        if self._binding.value("schedule.at"):
            return
        now = QDateTime.currentDateTimeUtc().toOffsetFromUtc(8 * 3600)
        plain = QDateTime(now.date(), now.time())  # the editor holds Beijing's wall clock
        self.at.suggest(plain.addSecs(3600))

    @Slot()
    def _show_values(self) -> None:
        audience = self._binding.value("audience.kind")
        at_a_time = self._binding.value("schedule.kind") == "at"
        can_schedule = audience is None or may_be_scheduled(audience, self._listed)
        # A time that was chosen before the audience changed stays in sight: it is never dropped
        # silently, the checks ask for a decision.
        self._kind_field.setVisible(can_schedule or at_a_time)
        self.only_now.setVisible(not can_schedule)
        self._at_field.setVisible(at_a_time)
        moment = beijing_time(self._binding.value("schedule.at"))
        if moment is not None:
            self._at_field.set_hint(
                self.tr("{0} (Beijing time, UTC+8)").format(
                    day_and_time(moment.astimezone(BEIJING))
                )
            )
