"""Card 4: when it starts, where the app's dialect can wait, and what it is called here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QEvent, Slot
from PySide6.QtWidgets import QWidget

from tpns_desktop.ui.forms.editors import LineEditor, SegmentEditor, WhenEditor
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.words.numbers import BEIJING, beijing_time, day_and_time

if TYPE_CHECKING:
    from tpns_desktop.model.chat_dialects import Dialect

KIND, AT, NAME = "schedule.kind", "schedule.at", "name"
_BEIJING_S = 8 * 3600


class WhenCard(Card):
    """Now or at a time on Beijing's clock; and the draft's name."""

    def __init__(self, fields: Fields, parent: QWidget | None = None) -> None:
        super().__init__("", "", 4, parent)
        self._binding = fields.binding
        self._schedules = False
        self.kind = SegmentEditor()
        self._kind_field = fields.add(self.body, KIND, self.kind)
        self.at = WhenEditor()
        self._at_field = fields.add(self.body, AT, self.at)
        self.name = LineEditor()
        fields.add(self.body, NAME, self.name)
        self._binding.edited.connect(self._on_edited)
        self._binding.replaced.connect(self._show_values)
        self.retranslate()

    def set_dialect(self, dialect: Dialect) -> None:
        """Offer what the app's dialect has."""
        self._schedules = dialect.schedules
        self.retranslate()

    def retranslate(self) -> None:
        """Show all words in the present language."""
        if self._schedules:
            self.set_texts(self.tr("When"), self.tr("Decide when it starts"))
        else:
            self.set_texts(
                self.tr("Name"), self.tr("It is sent once you have confirmed it; not at a set time")
            )
        self.kind.set_choices([("now", self.tr("Now")), ("at", self.tr("At a time"))])
        self._show_values()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot(str)
    def _on_edited(self, path: str) -> None:
        if path == KIND and self._binding.value(KIND) == "at" and not self._binding.value(AT):
            now = QDateTime.currentDateTimeUtc().toOffsetFromUtc(_BEIJING_S)
            plain = QDateTime(now.date(), now.time())  # the editor holds Beijing's wall clock
            self.at.suggest(plain.addSecs(3600))
        if path.startswith("schedule."):
            self._show_values()

    @Slot()
    def _show_values(self) -> None:
        timed = self._binding.value(KIND) == "at"
        # A time that was chosen for another app stays in sight: it is never dropped silently.
        self._kind_field.setVisible(self._schedules or timed)
        self._at_field.setVisible(timed)
        moment = beijing_time(self._binding.value(AT))
        if moment is not None:
            self._at_field.set_hint(
                self.tr("{0} (Beijing time, UTC+8)").format(
                    day_and_time(moment.astimezone(BEIJING))
                )
            )
