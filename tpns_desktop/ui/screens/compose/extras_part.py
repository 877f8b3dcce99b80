"""*More options* of the message: custom data, personalised text, times of day, single choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tpns_desktop.ui.forms.editors import CheckEditor, LineEditor
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.forms.row_editors import PairsEditor, WindowsEditor
from tpns_desktop.ui.forms.titles import title_of
from tpns_desktop.ui.widgets.disclosure import Disclosure
from tpns_desktop.ui.widgets.tab_order import made_behind

if TYPE_CHECKING:
    from tpns_desktop.store.apps import App
    from tpns_desktop.ui.forms.options_part import OptionsPart

CUSTOM = "message.custom"
ACCEPT = "message.accept"
PERSONAL = "message.personal"
IN_APP = "message.in_app_too"
FLAGS = ("message.tap.intent_flags", "message.tap.pending_flags")


class ExtrasPart(Disclosure):
    """Closed until somebody opens it, or a draft that uses it is loaded.

    Complete once `finish` has made what is inside.
    """

    options: OptionsPart

    def __init__(
        self, fields: Fields, parent: QWidget | None = None, *, staged: bool = False
    ) -> None:
        """`staged`: `finish` is called later, after the first paint."""
        super().__init__("message.more", parent)
        self._fields = fields
        self._binding = fields.binding
        self._android = True
        self._notify = True
        self._finished = False
        self.set_text(self.tr("More options"))
        if not staged:
            self.finish()

    def finish(self) -> None:
        """Make what is inside; once."""
        with made_behind(self.inside):
            self._build(self._fields)
        self._finished = True
        self._binding.edited.connect(self._on_draft_edited)
        self._binding.replaced.connect(self._on_draft_replaced)
        self.retranslate()
        self._show_values()

    def _build(self, fields: Fields) -> None:
        from tpns_desktop.ui.forms.options_part import OptionsPart

        self.custom = PairsEditor()
        fields.add(self.body, CUSTOM, self.custom)
        self.personal = CheckEditor()
        self._personal_field = fields.add(self.body, f"{PERSONAL}.on", self.personal)
        self._personal_field.label.hide()
        self._defaults = [
            fields.add(self.body, f"{PERSONAL}.{name}", LineEditor())
            for name in ("title", "content", "subtitle")
        ]
        self.in_app = CheckEditor()
        self._in_app_field = fields.add(self.body, IN_APP, self.in_app)
        self._in_app_field.label.hide()
        self.accept = WindowsEditor()
        self._accept_field = fields.add(self.body, ACCEPT, self.accept)
        flags = QHBoxLayout()
        flags.setSpacing(12)
        self._flags = [fields.add(flags, path, LineEditor()) for path in FLAGS]
        self.body.addLayout(flags)
        self.options = OptionsPart(fields)
        self.body.addWidget(self.options)

    def set_app(self, app: App | None) -> None:
        """Offer what the app's systems have."""
        self._android = app is None or "android" in app.platforms
        if self._finished:
            self.options.set_app(app)
            self._show_values()

    def show_for(self, *, notify: bool) -> None:
        """Offer what a notification, or a message without one, has."""
        self._notify = notify
        if self._finished:
            self._show_values()

    def open_at(self, path: str) -> None:
        """Open what hides the field at `path`."""
        part = self.options.part_for(path)
        if part is not None:
            part.set_open(True)
        if part is not None or path.startswith((CUSTOM, ACCEPT, PERSONAL, IN_APP, *FLAGS)):
            self.set_open(True)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_text(self.tr("More options"))
        if not self._finished:
            return
        self.personal.setText(title_of(f"{PERSONAL}.on"))
        self.in_app.setText(title_of(IN_APP))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot(str)
    def _on_draft_edited(self, path: str) -> None:
        if path.startswith("message."):
            self._show_values()

    @Slot()
    def _on_draft_replaced(self) -> None:
        used = any(self._binding.value(path) for path in (CUSTOM, ACCEPT, IN_APP, *FLAGS))
        used = used or self._binding.value(f"{PERSONAL}.on") or self.options.is_used
        self.set_open(self.is_open or bool(used))
        self._show_values()

    @Slot()
    def _show_values(self) -> None:
        personal = self._notify and self._binding.value(f"{PERSONAL}.on")
        self._personal_field.setVisible(self._notify)
        for field in self._defaults:
            field.setVisible(bool(personal))
        self._in_app_field.setVisible(self._notify)
        self._accept_field.setVisible(self._android)
        activity = self._binding.value("message.tap.kind") == "activity"
        for field in self._flags:
            field.setVisible(self._notify and self._android and activity)
        self.options.setVisible(self._notify)
