"""The preview that never scrolls away: the push on a phone, its exact JSON, and the checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.editors import SegmentEditor
from tpns_desktop.ui.screens.compose.checks_list import ChecksList
from tpns_desktop.ui.widgets.json_view import JsonView
from tpns_desktop.ui.widgets.phone_view import PhoneView
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.checks import sentence
from tpns_desktop.ui.words.lists import EMPTY_SLOT, given_later
from tpns_desktop.ui.words.numbers import duration

if TYPE_CHECKING:
    from tpns_desktop.send.examination import Examination
    from tpns_desktop.store.apps import App


class PhonePart(QWidget):
    """The phone, which shows the draft even while it is not right yet, and the JSON below it."""

    def __init__(self, binding: DraftBinding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._binding = binding
        self._app: App | None = None
        self._examination: Examination | None = None
        self.platform = SegmentEditor()
        self.platform.setObjectName("preview.phone.platform")
        self.platform.set_choices(list(PLATFORMS.items()))
        self.platform.set_value("android")
        self.platform.edited.connect(self.show_draft)
        self.phone = PhoneView()
        self.phone.setObjectName("preview.phone")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 12, 4, 4)
        column.setSpacing(12)
        column.addWidget(self.platform)
        column.addWidget(self.phone, 3)
        self.json_title = QLabel()
        self.json = JsonView(fold=True)
        self.json.setObjectName("preview.phone.json")
        self.json.setMinimumHeight(120)
        column.addWidget(self.json_title)
        column.addWidget(self.json, 2)
        binding.edited.connect(self._on_draft_edited)
        binding.replaced.connect(self._on_draft_replaced)
        self.show_draft()

    def set_app(self, app: App | None) -> None:
        """Offer the app's systems, and show its name and colour."""
        self._app = app
        if app is not None:
            self.platform.setVisible(len(app.platforms) > 1)
            if self.platform.value() not in app.platforms:
                self.platform.set_value(app.platforms[0])
        self.show_draft()

    def show_examination(self, examination: Examination) -> None:
        """Show the JSON for this phone, once there is one."""
        self._examination = examination
        self._show_json()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_draft()
        super().changeEvent(event)

    @Slot(str)
    def _on_draft_edited(self, path: str) -> None:
        if path in ("audience.kind", "audience.device.platform"):
            self._follow_devices()
        self.show_draft()

    @Slot()
    def _on_draft_replaced(self) -> None:
        self._follow_devices()
        self.show_draft()

    def _follow_devices(self) -> None:
        # Typed devices are of one system: on another phone it would never be seen.
        platform = self._binding.value("audience.device.platform")
        if self._binding.value("audience.kind") == "device" and platform:
            self.platform.set_value(platform)

    @Slot()
    def show_draft(self) -> None:
        """Draw title, text and the text message that may follow."""
        self.platform.setAccessibleName(self.tr("Phone to show"))
        draft = self._binding.draft
        sms = ""
        if draft["sms"]["on"]:
            try:
                wait = duration(int(draft["sms"]["delay_s"]))
            except ValueError:
                wait = "…"
            sms = self.tr("SMS after {0} if the push doesn't get through").format(wait)
            if draft["sms"]["sign_name"]:
                sms += f"\n【{draft['sms']['sign_name']}】"
        self.phone.set_content(
            self.platform.value() or "android",
            self._app.name if self._app is not None else "",
            self._app.colour if self._app is not None else "",
            draft["message"]["title"],
            draft["message"]["content"],
            sms,
        )
        self._show_json()

    def _show_json(self) -> None:
        platform = self.platform.value() or "android"
        body = None
        if self._examination is not None:
            body = self._examination.bodies.get(platform)
        self.json_title.setText(self.tr("JSON that will be sent"))
        self.json.setAccessibleName(self.tr("JSON that will be sent"))
        self.json_title.setVisible(body is not None)
        self.json.setVisible(body is not None)
        self.json.set_later(EMPTY_SLOT, given_later())
        self.json.set_json(body or b"")


class JsonPart(QWidget):
    """The very bytes that would be sent, one request a system."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._examination: Examination | None = None
        self.platform = SegmentEditor()
        self.platform.setObjectName("preview.json.platform")
        self.platform.edited.connect(self._show)
        self.note = QLabel()
        self.note.setObjectName("preview.json.note")
        self.note.setWordWrap(True)
        self.note.setProperty("role", "muted")
        self.json = JsonView()
        self.json.setObjectName("preview.json")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 12, 4, 4)
        column.setSpacing(12)
        column.addWidget(self.platform)
        column.addWidget(self.note)
        column.addWidget(self.json, 1)
        column.addStretch(0)
        self._show()

    def show_examination(self, examination: Examination) -> None:
        """Show the bodies of this examination."""
        self._examination = examination
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    @Slot()
    def _show(self) -> None:
        self.json.setAccessibleName(self.tr("JSON that will be sent"))
        self.platform.setAccessibleName(self.tr("Request to show"))
        examination = self._examination
        if examination is None:
            self.platform.hide()
            self.note.setText("")
            return
        platforms = examination.audience.platforms
        chosen = self.platform.value()
        self.platform.set_choices([(p, PLATFORMS[p]) for p in platforms])
        if chosen not in platforms:
            chosen = platforms[0] if platforms else None
        self.platform.set_value(chosen)
        self.platform.setVisible(len(platforms) > 1)
        body = examination.bodies.get(chosen or "")
        self.json.setVisible(body is not None)
        if body is not None:
            self.note.setText(
                self.tr("JSON that will be sent: one request for Android, one for iPhone")
                if len(platforms) > 1
                else self.tr("JSON that will be sent")
            )
            self.json.set_later(EMPTY_SLOT, given_later())
            self.json.set_json(body)
            return
        errors = examination.errors
        self.note.setText(
            self.tr("The JSON appears when this is mended: {0}").format(sentence(errors[0]))
            if errors
            else ""
        )
        self.json.set_json(b"")


class Preview(QTabWidget):
    """Tabs Phone, JSON, Checks; the last tells how many there are."""

    def __init__(self, binding: DraftBinding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setDocumentMode(True)
        self.phone = PhonePart(binding)
        self.json = JsonPart()
        self.checks = ChecksList()
        for part in (self.phone, self.json, self.checks):
            self.addTab(part, "")
        self._show_words()

    def set_app(self, app: App | None) -> None:
        """Show the phone of this app."""
        self.phone.set_app(app)

    def show_examination(self, examination: Examination) -> None:
        """Show JSON and checks of this examination."""
        self.phone.show_examination(examination)
        self.json.show_examination(examination)
        self.checks.show_examination(examination)
        self._show_words()

    def open_checks(self) -> None:
        """Bring the checks to the front."""
        self.setCurrentWidget(self.checks)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self.setAccessibleName(self.tr("Preview"))
        self.setTabText(0, self.tr("Phone"))
        self.setTabText(1, self.tr("JSON"))
        pressing = sum(self.checks.counts()[:2])
        self.setTabText(
            2, self.tr("Checks {0}").format(pressing) if pressing else self.tr("Checks")
        )
