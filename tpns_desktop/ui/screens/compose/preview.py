"""The preview that never scrolls away: the push on a phone, its exact JSON, and the checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.checks_list import ChecksList
from tpns_desktop.ui.forms.json_part import JsonPart
from tpns_desktop.ui.screens.compose.phone_part import PhonePart
from tpns_desktop.ui.screens.compose.text_part import TextPart

if TYPE_CHECKING:
    from tpns_desktop.send.examination import Examination
    from tpns_desktop.send.sms_facts import SmsText
    from tpns_desktop.store.apps import App


class Preview(QTabWidget):
    """Tabs Phone, SMS, JSON, Checks; the last tells how many there are.

    That of the SMS is there while one is to follow.

    Signal `import_asked`: a person has the JSON of a request to begin from.
    """

    import_asked = Signal()

    def __init__(self, binding: DraftBinding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setDocumentMode(True)
        self._binding = binding
        self.phone = PhonePart(binding)
        self.text = TextPart(binding)
        self.json = JsonPart()
        self.json.import_asked.connect(self.import_asked)
        self.checks = ChecksList()
        for part in (self.phone, self.text, self.json, self.checks):
            self.addTab(part, "")
        self.setTabVisible(self.indexOf(self.text), False)
        self._show_words()

    def set_app(self, app: App | None) -> None:
        """Show the phone of this app, and requests to it."""
        self.phone.set_app(app)
        self.json.set_app(app)

    def show_examination(self, examination: Examination) -> None:
        """Show JSON and checks of this examination."""
        self.phone.show_examination(examination)
        self.json.show_examination(examination)
        self.checks.show_examination(examination)
        self._show_words()

    def show_text(self, text: SmsText | None) -> None:
        """Show how the text that follows will read; None: nobody knows its template's words."""
        self.phone.show_text(text)
        self.text.show_text(text)
        self.setTabVisible(self.indexOf(self.text), bool(self._binding.value("sms.on")))

    def show_phone(self, style: str) -> None:
        """Bring the phone to the front, this one."""
        self.phone.show_style(style)
        self.setCurrentWidget(self.phone)

    def open_checks(self) -> None:
        """Bring the checks to the front."""
        self.setCurrentWidget(self.checks)

    def show_channel(self, channel: str) -> None:
        """Bring the phone to the front that a channel (`model.vendors`) serves."""
        self.setCurrentWidget(self.phone)
        self.phone.show_channel(channel)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self.setAccessibleName(self.tr("Preview"))
        pressing = sum(self.checks.counts()[:2])
        checks = self.tr("Checks {0}").format(pressing) if pressing else self.tr("Checks")
        for place, words in enumerate((self.tr("Phone"), self.tr("SMS"), self.tr("JSON"), checks)):
            if self.tabText(place) != words:  # setting the same lays out all tabs anew
                self.setTabText(place, words)
