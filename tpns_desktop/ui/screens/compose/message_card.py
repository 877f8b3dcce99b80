"""Card 2: what people see, and what a tap does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QWidget

from tpns_desktop.ui.forms.editors import LineEditor, SegmentEditor, TextEditor
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.words.numbers import grouped


class MessageCard(Card):
    """Title, text with counters, and the tap action."""

    def __init__(self, fields: Fields, parent: QWidget | None = None) -> None:
        super().__init__("", "", 2, parent)
        self._binding = fields.binding
        self.title_line = LineEditor()
        self._title_field = fields.add(self.body, "message.title", self.title_line)
        self.content = TextEditor(lines=3)
        self._content_field = fields.add(self.body, "message.content", self.content)
        self.tap = SegmentEditor()
        fields.add(self.body, "message.tap.kind", self.tap)
        self.url = LineEditor()
        self._url_field = fields.add(self.body, "message.tap.url", self.url)
        self.page = LineEditor()
        self._page_field = fields.add(self.body, "message.tap.page", self.page)
        self._binding.edited.connect(self._on_draft_edited)
        self._binding.replaced.connect(self._show_values)
        self.retranslate()

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(self.tr("Message"), self.tr("What they see on the phone"))
        self.tap.set_choices(
            [
                ("app", self.tr("Open the app")),
                ("web", self.tr("Open a web page")),
                ("page", self.tr("Open a page in the app")),
            ]
        )
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
        kind = self._binding.value("message.tap.kind")
        self._url_field.setVisible(kind == "web")
        self._page_field.setVisible(kind == "page")

    def _counter(self, text: str) -> str:
        # Code points, as the service's limits count them.
        return self.tr("{0} characters").format(grouped(len(text)))
