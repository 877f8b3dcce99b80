"""The notification on a phone: which one, light or dark, and what its maker's limits make of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.editors import ChoiceEditor, SegmentEditor
from tpns_desktop.ui.widgets.phone_view import PhoneView
from tpns_desktop.ui.widgets.phones.strip import PhoneStrip
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.chat_phones import STYLES, cutting, offered, on_phone

_NOTE_HEIGHT = 34
"""Of two lines: the phone does not jump while one is typed into the second."""


class PhonePart(QWidget):
    """Shows the draft even while it is not right yet."""

    def __init__(self, binding: DraftBinding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._binding = binding
        self._app_name = ""
        self._words = ""
        self._message = True
        self._styles = {platform: styles[0] for platform, styles in STYLES.items()}
        self.platform = SegmentEditor()
        self.platform.setObjectName("chat.phone.platform")
        self.platform.set_choices(list(PLATFORMS.items()))
        self.platform.set_value("android")
        self.platform.edited.connect(self._show_words)
        self.look = SegmentEditor()
        self.look.setObjectName("chat.phone.look")
        self.look.set_choices([("light", ""), ("dark", "")])
        self.look.set_value("light")
        self.look.edited.connect(self._on_look)
        self.language = ChoiceEditor()
        self.language.setObjectName("chat.phone.language")
        self.language.set_choices([("", "")])
        self.language.set_value("")
        self.language.edited.connect(self.show_draft)
        self.strip = PhoneStrip()
        self.strip.setObjectName("chat.phone.strip")
        self.strip.chosen.connect(self._on_style)
        self.note = QLabel()
        self.note.setObjectName("chat.phone.note")
        self.note.setProperty("role", "hint")
        self.note.setWordWrap(True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.note.setMinimumHeight(_NOTE_HEIGHT)
        self.phone = PhoneView()
        self.phone.setObjectName("chat.phone")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.platform)
        head.addStretch(1)
        head.addWidget(self.language)
        head.addWidget(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 12, 4, 4)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.strip)
        column.addWidget(self.note)
        column.addWidget(self.phone, 1)
        self._show_words()

    @property
    def style_shown(self) -> str:
        """Key of the phone that is drawn."""
        return self._styles[self.platform.value() or "android"]

    def show_style(self, style: str) -> None:
        """Draw this phone."""
        for platform, styles in STYLES.items():
            if style in styles:
                self._styles[platform] = style
                self.platform.set_value(platform)
                self._show_words()

    def set_app(self, name: str, *, message: bool) -> None:
        """Name the app; `message`: whether a message comes with the notification."""
        self._app_name, self._message = name, message
        self.show_draft()

    def set_own_words(self, words: str) -> None:
        """What the message says by itself, shown where the notification has no text."""
        self._words = words
        self.show_draft()

    @Slot()
    def show_draft(self) -> None:
        """Draw what the notification says."""
        told = self._binding.value("notification")
        nothing = ""
        if self._message and not told["on"]:
            nothing = self.tr("No notification. The message waits in the app.")
        style = self.style_shown
        row = self._language_of(told)
        content, note = on_phone(style, told, self._words, self._app_name, nothing, language=row)
        self.phone.show_content(style, content)
        self.note.setText(note)
        text = told["text"].strip() or self._words
        title = told["title"]
        if row is not None:
            title, text = row["title"].strip() or title, row["text"].strip() or text
        long = told["android"].get("style") == "1"
        self.strip.set_too_long([] if nothing else cutting(title, text, long=long))

    def _language_of(self, told: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """The row of the language that is looked at; None: the phone is set to another."""
        rows = {code: row for row in told["languages"] if (code := row["language"].strip())}
        self.language.setVisible(bool(rows))
        keys = ["", *rows]
        if [self.language.itemData(at) for at in range(self.language.count())] != keys:
            self._offer_languages(keys)
        return rows.get(self.language.value() or "")

    def _offer_languages(self, keys: list[str]) -> None:
        chosen = self.language.value() or ""
        self.language.set_choices([(key, key or self.tr("Other languages")) for key in keys])
        self.language.set_value(chosen if chosen in keys else "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    @Slot()
    def _show_words(self) -> None:
        self.platform.setAccessibleName(self.tr("Phone to show"))
        self.look.setAccessibleName(self.tr("Look of the phone"))
        self.look.set_choices([("light", self.tr("Light")), ("dark", self.tr("Dark"))])
        self.language.setAccessibleName(self.tr("Language of the phone"))
        self._offer_languages([self.language.itemData(n) for n in range(self.language.count())])
        self.strip.setAccessibleName(self.tr("Maker"))
        self.strip.set_choices(offered(self.platform.value() or "android"))
        self.strip.set_value(self.style_shown)
        self.strip.set_dark(self.look.value() == "dark")
        self.show_draft()

    @Slot(str)
    def _on_style(self, style: str) -> None:
        self._styles[self.platform.value() or "android"] = style
        self.show_draft()

    @Slot()
    def _on_look(self) -> None:
        dark = self.look.value() == "dark"
        self.phone.set_dark(dark)
        self.strip.set_dark(dark)
