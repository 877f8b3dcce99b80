"""Card 3: what is shown on phones where the app is not open, and what makers make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.model.chat_options import OPTIONS
from tpns_desktop.ui.forms.editors import CheckEditor, LineEditor, SegmentEditor, TextEditor
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.forms.json_editor import JsonEditor
from tpns_desktop.ui.forms.options_part import OptionsPart
from tpns_desktop.ui.forms.titles import title_of
from tpns_desktop.ui.screens.chat.language_rows import LanguagesEditor
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.disclosure import Disclosure
from tpns_desktop.ui.words.chat_phones import cut_words, cutting
from tpns_desktop.ui.words.chat_titles import group_title
from tpns_desktop.ui.words.phones import phone_name

if TYPE_CHECKING:
    from tpns_desktop.model.chat_dialects import Dialect

ON = "notification.on"
TITLE, TEXT = "notification.title", "notification.text"
EXTENSION, DATA_ID = "notification.extension", "notification.data_id"
LANGUAGES = "notification.languages"
BADGE = "notification.badge"
LONG = "notification.android.style"


class NotificationCard(Card):
    """Signal `phone_asked(str)`: the preview is to show this phone (a style of `phones`)."""

    phone_asked = Signal(str)

    def __init__(self, fields: Fields, parent: QWidget | None = None) -> None:
        super().__init__("", "", 3, parent)
        self._binding = fields.binding
        self._message = True
        self._marks = False
        self.on = CheckEditor()
        self._on_field = fields.add(self.body, ON, self.on)
        self._on_field.label.hide()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.title = LineEditor()
        self._title_field = fields.add(column, TITLE, self.title)
        self.text = TextEditor(lines=2)
        self._text_field = fields.add(column, TEXT, self.text)
        self._short = QPushButton()
        self._short.setObjectName(f"{TEXT}.short")
        self._short.setProperty("kind", "link")
        self._short.clicked.connect(self._on_short)
        self._text_field.add_below(self._short)
        self.more = Disclosure("notification.more")
        self._build_more(fields)
        column.addWidget(self.more)
        self.body.addWidget(self._inside)
        self._binding.edited.connect(self._on_edited)
        self._binding.replaced.connect(self._on_replaced)
        self.retranslate()
        self._on_replaced()

    def _build_more(self, fields: Fields) -> None:
        self.languages = LanguagesEditor()
        fields.add(self.more.body, LANGUAGES, self.languages)
        line = QHBoxLayout()
        line.setSpacing(12)
        self.badge = SegmentEditor()
        fields.add(line, f"{BADGE}.kind", self.badge)
        self.number = LineEditor()
        self._number_field = fields.add(line, f"{BADGE}.value", self.number)
        line.setStretch(1, 1)
        self.more.body.addLayout(line)
        self.extension = JsonEditor()
        fields.add(self.more.body, EXTENSION, self.extension)
        self.data_id = LineEditor()
        self._data_field = fields.add(self.more.body, DATA_ID, self.data_id)
        self.options = OptionsPart(
            fields, options=OPTIONS, place="notification", headings=group_title
        )
        self.more.body.addWidget(self.options)

    def set_dialect(self, dialect: Dialect) -> None:
        """Offer what the app's dialect has."""
        self._message, self._marks = dialect.has_message, not dialect.keeps
        self.retranslate()

    def set_left(self, left: int | None, limit: int) -> None:
        """How many pushes of the day's are left; None: nobody knows."""
        if left is None:
            self.set_badge("")
            return
        said = self.tr("{0} of {1} pushes left today").format(left, limit)
        self.set_badge(said, "accent" if left > limit // 10 else "warn" if left else "danger")

    def open_at(self, path: str) -> None:
        """Open what hides the field at `path`."""
        part = self.options.part_for(path)
        if part is not None:
            part.set_open(True)
        if part is not None or path.startswith((LANGUAGES, BADGE, EXTENSION, DATA_ID)):
            self.more.set_open(True)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(
            self.tr("Notification"), self.tr("Shown on phones where the app is not open")
        )
        self.more.set_text(self.tr("More options"))
        self.on.setText(title_of(ON))
        self.badge.set_choices(
            [("", self.tr("As usual")), ("add", self.tr("Add")), ("set", self.tr("Set"))]
        )
        self._show_values()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot(str)
    def _on_edited(self, path: str) -> None:
        if path.startswith("notification."):
            self._show_values()

    @Slot()
    def _on_replaced(self) -> None:
        used = self._binding.value(f"{BADGE}.kind") or self._binding.value(EXTENSION)
        used = used or self._binding.value(DATA_ID) or self._binding.value(LANGUAGES)
        used = used or self.options.is_used
        self.more.set_open(self.more.is_open or bool(used))
        self._show_values()

    def _show_values(self) -> None:
        # Without a message the notification is all there is.
        self._on_field.setVisible(self._message)
        on = bool(self._binding.value(ON)) or not self._message
        self._inside.setVisible(on)
        self._number_field.setVisible(bool(self._binding.value(f"{BADGE}.kind")))
        self._data_field.setVisible(self._marks)
        title, text = self._binding.value(TITLE), self._binding.value(TEXT)
        long = self._binding.value(LONG) == "1"
        self._title_field.set_hint(cut_words(title, cutting(title, "", long=long)))
        makers = cutting("", text, long=long)
        said = cut_words(text, makers)
        if not text.strip() and self._message:
            said = self.tr("Left empty, the message's own words are shown.")
        self._text_field.set_hint(said)
        self._short.setVisible(bool(makers))
        if makers:
            style = makers[0]
            self._short.setProperty("phone", style)
            self._short.setText(self.tr("Show it on {0} ▸").format(phone_name(style)))

    @Slot()
    def _on_short(self) -> None:
        self.phone_asked.emit(str(self._short.property("phone")))
