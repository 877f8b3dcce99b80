"""Card 2: what people see, and what a tap does."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from tpns_desktop.ui.forms.editors import CheckEditor, LineEditor, SegmentEditor, TextEditor
from tpns_desktop.ui.forms.fields import Field, Fields
from tpns_desktop.ui.forms.titles import title_of
from tpns_desktop.ui.screens.compose.extras_part import ExtrasPart
from tpns_desktop.ui.screens.compose.link_check import LinkCheck
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.emoji_picker import EmojiPicker
from tpns_desktop.ui.words.emoji import emoji_groups
from tpns_desktop.ui.words.lengths import Length, content_length, phone_of, title_length

if TYPE_CHECKING:
    from tpns_desktop.store.apps import App


class MessageCard(Card):
    """Title, text with counters, picture and tap action; the rest behind *More options*.

    Signals:
    link_asked(str): a person wants to know whether this address opens.
    phone_asked(str): the preview is to show this phone (a style of `widgets.phones`).
    """

    link_asked = Signal(str)
    phone_asked = Signal(str)

    def __init__(
        self, fields: Fields, parent: QWidget | None = None, *, staged: bool = False
    ) -> None:
        """`staged`: `more.finish` is called later, after the first paint."""
        super().__init__("", "", 2, parent)
        self._binding = fields.binding
        self._platforms: tuple[str, ...] = ("android", "ios")
        self._silent_offered = False
        self.kind = SegmentEditor()
        self._kind_field = fields.add(self.body, "message.kind", self.kind)
        self.title_line = LineEditor()
        self._title_field = fields.add(self.body, "message.title", self.title_line)
        self._short: dict[Field, QPushButton] = {}
        self._emoji: list[EmojiPicker] = []
        self._add_below(self._title_field, self.title_line.insert)
        self.content = TextEditor(lines=3)
        self._content_field = fields.add(self.body, "message.content", self.content)
        self._add_below(self._content_field, self.content.insertPlainText)
        self.picture = LineEditor()
        self._picture_field = fields.add(self.body, "message.picture", self.picture)
        self.picture_check = LinkCheck(self._picture_field, self.body, self._binding)
        self.tap = SegmentEditor()
        self._tap_field = fields.add(self.body, "message.tap.kind", self.tap)
        self.url = LineEditor()
        self._url_field = fields.add(self.body, "message.tap.url", self.url)
        self.url_check = LinkCheck(self._url_field, self.body, self._binding)
        for check in (self.picture_check, self.url_check):
            check.asked.connect(self.link_asked)
        self.confirm = CheckEditor()
        self._confirm_field = fields.add(self.body, "message.tap.confirm", self.confirm)
        self._confirm_field.label.hide()
        self.page = LineEditor()
        self._page_field = fields.add(self.body, "message.tap.page", self.page)
        self.activity = LineEditor()
        self._activity_field = fields.add(self.body, "message.tap.activity", self.activity)
        self.more = ExtrasPart(fields, staged=staged)
        self.body.addWidget(self.more)
        self._binding.edited.connect(self._on_draft_edited)
        self._binding.replaced.connect(self._show_values)
        self.retranslate()

    def set_app(self, app: App | None) -> None:
        """Offer what the app's systems have."""
        self._platforms = tuple(app.platforms) if app is not None else ("android", "ios")
        self.more.set_app(app)
        self._show_values()

    def offer_silent(self, offered: bool) -> None:
        """Whether in-app and silent messages are switched on in Settings."""
        self._silent_offered = offered
        self._show_values()

    @Slot(str, object)
    def show_link(self, url: str, found: int | str | None) -> None:
        """Say what a look at this address found; None: it could not be asked."""
        for check in (self.picture_check, self.url_check):
            check.show_found(url, found)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(self.tr("Message"), self.tr("What they see on the phone"))
        self.kind.set_choices(
            [
                ("notify", self.tr("A notification")),
                ("message", self.tr("Without a notification")),
            ]
        )
        self.tap.set_choices(
            [
                ("app", self.tr("Open the app")),
                ("web", self.tr("Open a web page")),
                ("page", self.tr("Open a page in the app")),
                ("activity", self.tr("Open a screen by its class")),
            ]
        )
        self.confirm.setText(title_of("message.tap.confirm"))
        for picker in self._emoji:
            picker.set_words(self.tr("Insert an emoji"), emoji_groups())
        for check in (self.picture_check, self.url_check):
            check.retranslate()
        self._show_values()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot(str)
    def _on_draft_edited(self, path: str) -> None:
        if path.startswith("message."):
            self._show_values()

    @Slot()
    def _show_values(self) -> None:
        self._count(self._title_field, title_length)
        self._count(self._content_field, content_length)
        notify = self._binding.value("message.kind") == "notify"
        # What was chosen elsewhere (an import, another computer) stays in sight.
        self._kind_field.setVisible(self._silent_offered or not notify)
        self._kind_field.set_hint(
            ""
            if notify
            else self.tr(
                "Android: shown by the app itself. iPhone: the app wakes up, nothing is shown."
            )
        )
        android = "android" in self._platforms
        tap = self._binding.value("message.tap.kind")
        self._tap_field.setVisible(notify)
        self._url_field.setVisible(notify and tap == "web")
        self._confirm_field.setVisible(notify and tap == "web" and android)
        self._page_field.setVisible(notify and tap == "page")
        self._activity_field.setVisible(notify and tap == "activity")
        self._picture_field.setVisible(notify)
        words = notify or android
        self._title_field.setVisible(words)
        self._content_field.setVisible(words)
        self.more.show_for(notify=notify)

    def _count(self, field: Field, length: Callable[[str, Collection[str]], Length]) -> None:
        said = length(self._binding.value(field.path), self._platforms)
        # Without a notification no phone maker's limit counts.
        notify = self._binding.value("message.kind") == "notify"
        field.set_hint(said.text if notify else said.text.split(" · ")[0])
        short = self._short[field]
        short.setVisible(bool(said.style) and notify)
        short.setProperty("phone", said.style)
        if said.style:
            short.setText(self.tr("Show it on {0} ▸").format(phone_of(said.style)))

    def _add_below(self, field: Field, insert: Callable[[str], None]) -> None:
        """The way to a phone that takes less, and emoji."""
        short = QPushButton()
        short.setObjectName(f"{field.path}.short")
        short.setProperty("kind", "link")
        short.clicked.connect(partial(self._on_short, short))
        field.add_below(short)
        self._short[field] = short
        picker = EmojiPicker(f"{field.path}.emoji")
        picker.chosen.connect(partial(self._on_emoji, field, insert))
        field.add_below(picker)
        self._emoji.append(picker)

    def _on_short(self, short: QPushButton, _checked: bool = False) -> None:
        self.phone_asked.emit(str(short.property("phone")))

    def _on_emoji(self, field: Field, insert: Callable[[str], None], emoji: str) -> None:
        insert(emoji)
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
