"""Card 2: what people see, and what a tap does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QWidget

from tpns_desktop.ui.forms.editors import CheckEditor, LineEditor, SegmentEditor, TextEditor
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.forms.titles import title_of
from tpns_desktop.ui.screens.compose.extras_part import ExtrasPart
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.words.numbers import grouped

if TYPE_CHECKING:
    from tpns_desktop.store.apps import App


class MessageCard(Card):
    """Title, text with counters, picture and tap action; the rest behind *More options*."""

    def __init__(self, fields: Fields, parent: QWidget | None = None) -> None:
        super().__init__("", "", 2, parent)
        self._binding = fields.binding
        self._platforms: tuple[str, ...] = ("android", "ios")
        self._silent_offered = False
        self.kind = SegmentEditor()
        self._kind_field = fields.add(self.body, "message.kind", self.kind)
        self.title_line = LineEditor()
        self._title_field = fields.add(self.body, "message.title", self.title_line)
        self.content = TextEditor(lines=3)
        self._content_field = fields.add(self.body, "message.content", self.content)
        self.picture = LineEditor()
        self._picture_field = fields.add(self.body, "message.picture", self.picture)
        self.tap = SegmentEditor()
        self._tap_field = fields.add(self.body, "message.tap.kind", self.tap)
        self.url = LineEditor()
        self._url_field = fields.add(self.body, "message.tap.url", self.url)
        self.confirm = CheckEditor()
        self._confirm_field = fields.add(self.body, "message.tap.confirm", self.confirm)
        self._confirm_field.label.hide()
        self.page = LineEditor()
        self._page_field = fields.add(self.body, "message.tap.page", self.page)
        self.activity = LineEditor()
        self._activity_field = fields.add(self.body, "message.tap.activity", self.activity)
        self.more = ExtrasPart(fields)
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
        self._title_field.set_hint(self._counter(self._binding.value("message.title")))
        self._content_field.set_hint(self._counter(self._binding.value("message.content")))
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

    def _counter(self, text: str) -> str:
        # Code points, as the service's limits count them.
        return self.tr("{0} characters").format(grouped(len(text)))
