"""The push on a phone: which one, light or dark, what its limits mean, and the JSON below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.editors import SegmentEditor
from tpns_desktop.ui.widgets.json_view import JsonView
from tpns_desktop.ui.widgets.phone_view import PhoneView
from tpns_desktop.ui.widgets.phones.strip import PhoneStrip
from tpns_desktop.ui.widgets.phones.styles import OFFERED
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.lists import EMPTY_SLOT, given_later
from tpns_desktop.ui.words.phones import CHANNEL_OF, offered, shown, too_long
from tpns_desktop.ui.words.sms_text import bubble_words

if TYPE_CHECKING:
    from tpns_desktop.send.examination import Examination
    from tpns_desktop.send.sms_facts import SmsText
    from tpns_desktop.store.apps import App

_HIGH_ENOUGH = 560
"""Below this height the phone has the room to itself; the JSON has a tab of its own."""

_NOTE_HEIGHT = 34
"""Of two lines: the phone does not jump while one is typed into the second."""


class PhonePart(QWidget):
    """The phone, which shows the draft even while it is not right yet, and the JSON below it."""

    def __init__(self, binding: DraftBinding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._binding = binding
        self._app: App | None = None
        self._examination: Examination | None = None
        self._text: SmsText | None = None
        self._styles = {platform: styles[0] for platform, styles in OFFERED.items()}
        self._stale = False
        self.platform = SegmentEditor()
        self.platform.setObjectName("preview.phone.platform")
        self.platform.set_choices(list(PLATFORMS.items()))
        self.platform.set_value("android")
        self.platform.edited.connect(self._on_platform_chosen)
        self.look = SegmentEditor()
        self.look.setObjectName("preview.phone.look")
        self.look.set_choices([("light", ""), ("dark", "")])
        self.look.set_value("light")
        self.look.edited.connect(self._on_look_chosen)
        self.strip = PhoneStrip()
        self.strip.setObjectName("preview.phone.strip")
        self.strip.chosen.connect(self._on_style_chosen)
        self.note = QLabel()
        self.note.setObjectName("preview.phone.note")
        self.note.setProperty("role", "hint")
        self.note.setWordWrap(True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.note.setMinimumHeight(_NOTE_HEIGHT)
        self.phone = PhoneView()
        self.phone.setObjectName("preview.phone")
        self.json_title = QLabel()
        self.json = JsonView(fold=True)
        self.json.setObjectName("preview.phone.json")
        self.json.setMinimumHeight(120)
        self._build()
        binding.edited.connect(self._on_draft_edited)
        binding.replaced.connect(self._on_draft_replaced)
        self._show_words()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.platform)
        head.addStretch(1)
        head.addWidget(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 12, 4, 4)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.strip)
        column.addWidget(self.note)
        column.addWidget(self.phone, 3)
        column.addWidget(self.json_title)
        column.addWidget(self.json, 2)

    @property
    def style_shown(self) -> str:
        """Key of the phone that is drawn."""
        return self._styles[self.platform.value() or "android"]

    def show_style(self, style: str) -> None:
        """Draw this phone."""
        for platform, styles in OFFERED.items():
            if style in styles:
                self._styles[platform] = style
                self.platform.set_value(platform)
                self._show_words()

    def set_app(self, app: App | None) -> None:
        """Offer the app's systems, and show its name and colour."""
        self._app = app
        if app is not None:
            self.platform.setVisible(len(app.platforms) > 1)
            if self.platform.value() not in app.platforms:
                self.platform.set_value(app.platforms[0])
        self._show_words()

    def show_examination(self, examination: Examination) -> None:
        """Show the JSON for this phone, once there is one."""
        self._examination = examination
        self._show_json()

    def show_text(self, text: SmsText | None) -> None:
        """Show the text that follows below the push."""
        if text != self._text:
            self._text = text
            self.show_draft()

    def show_channel(self, channel: str) -> None:
        """Draw the phone that a channel (`model.vendors`) serves; one that none has is left."""
        for platform, styles in OFFERED.items():
            for style in styles:
                if CHANNEL_OF[style] == channel:
                    self._styles[platform] = style
                    self.platform.set_value(platform)
                    self._show_words()
                    self.strip.setFocus(Qt.FocusReason.OtherFocusReason)
                    return

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.oldSize().height() >= _HIGH_ENOUGH) != (event.size().height() >= _HIGH_ENOUGH):
            self._show_json()

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._show_json()
        super().showEvent(event)

    @Slot(str)
    def _on_draft_edited(self, path: str) -> None:
        if path in ("audience.kind", "audience.device.platform"):
            self._follow_devices()
        if path.startswith(("message", "sms")):
            self.show_draft()

    @Slot()
    def _on_draft_replaced(self) -> None:
        self._follow_devices()
        self.show_draft()

    def _follow_devices(self) -> None:
        # Typed devices are of one system: on another phone it would never be seen.
        platform = self._binding.value("audience.device.platform")
        kind = self._binding.value("audience.kind")
        if kind == "device" and platform and platform != self.platform.value():
            self.platform.set_value(platform)
            self._on_platform_chosen()

    @Slot()
    def _on_platform_chosen(self) -> None:
        self._show_words()

    @Slot(str)
    def _on_style_chosen(self, style: str) -> None:
        self._styles[self.platform.value() or "android"] = style
        self.show_draft()

    @Slot()
    def _on_look_chosen(self) -> None:
        dark = self.look.value() == "dark"
        self.phone.set_dark(dark)
        self.strip.set_dark(dark)

    def _show_words(self) -> None:
        self.platform.setAccessibleName(self.tr("Phone to show"))
        self.look.setAccessibleName(self.tr("Look of the phone"))
        self.look.set_choices([("light", self.tr("Light")), ("dark", self.tr("Dark"))])
        self.strip.setAccessibleName(self.tr("Maker and place"))
        self.strip.set_choices(offered(self.platform.value() or "android"))
        self.strip.set_value(self.style_shown)
        self.strip.set_dark(self.look.value() == "dark")
        self.json_title.setText(self.tr("JSON that will be sent"))
        self.json.setAccessibleName(self.tr("JSON that will be sent"))
        self.show_draft()
        self._show_json()

    @Slot()
    def show_draft(self) -> None:
        """Draw what the message says, and the text message that may follow."""
        platform = self.platform.value() or "android"
        # Of the whole draft only this: an audience of thousands is not copied at a keystroke.
        draft = {name: self._binding.value(name) for name in ("message", "sms")}
        self.strip.set_too_long(too_long(draft, platform))
        seen = shown(
            draft,
            self.style_shown,
            self._app.name if self._app is not None else "",
            self._app.colour if self._app is not None else "",
            self._sms(draft["sms"]),
        )
        self.phone.show_content(self.style_shown, seen.content)
        if self.note.text() != seen.note:
            self.note.setText(seen.note)

    def _sms(self, sms: dict[str, Any]) -> str:
        if not sms["on"]:
            return ""
        return bubble_words(self._text, sms["trigger"], sms["delay_s"])

    def _show_json(self) -> None:
        # What nobody sees waits until it is seen.
        self._stale = not self.isVisible()
        body = None
        if self._examination is not None:
            body = self._examination.bodies.get(self.platform.value() or "android")
        there = body is not None and self.height() >= _HIGH_ENOUGH
        self.json_title.setVisible(there)
        self.json.setVisible(there)
        if there and not self._stale:
            self.json.set_later(EMPTY_SLOT, given_later())
            self.json.set_json(body or b"")
