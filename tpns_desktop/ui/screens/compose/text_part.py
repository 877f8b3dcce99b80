"""The text that follows the push, on the page of text messages of a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.editors import SegmentEditor
from tpns_desktop.ui.widgets.text_phone import TextPhone
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.sms_text import page_of

if TYPE_CHECKING:
    from tpns_desktop.send.sms_facts import SmsText


class TextPart(QWidget):
    """Which phone, light or dark, and the phone."""

    def __init__(self, binding: DraftBinding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._binding = binding
        self._text: SmsText | None = None
        self.platform = SegmentEditor()
        self.platform.setObjectName("preview.text.platform")
        self.platform.set_choices(list(PLATFORMS.items()))
        self.platform.set_value("android")
        self.platform.edited.connect(self._show)
        self.look = SegmentEditor()
        self.look.setObjectName("preview.text.look")
        self.look.set_choices([("light", ""), ("dark", "")])
        self.look.set_value("light")
        self.look.edited.connect(self._on_look_chosen)
        self.phone = TextPhone()
        self.phone.setObjectName("preview.text")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.platform)
        head.addStretch(1)
        head.addWidget(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 12, 4, 4)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.phone, 1)
        self._show_words()

    def show_text(self, text: SmsText | None) -> None:
        """Show this text; None: the book does not have its template's words."""
        self._text = text
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self.platform.setAccessibleName(self.tr("Phone to show"))
        self.look.setAccessibleName(self.tr("Look of the phone"))
        self.look.set_choices([("light", self.tr("Light")), ("dark", self.tr("Dark"))])
        self._show()

    @Slot()
    def _on_look_chosen(self) -> None:
        self.phone.set_dark(self.look.value() == "dark")

    @Slot()
    def _show(self) -> None:
        trigger, delay = self._binding.value("sms.trigger"), self._binding.value("sms.delay_s")
        page = page_of(self._text, trigger, delay)
        self.phone.show_content(self.platform.value() or "android", page)
