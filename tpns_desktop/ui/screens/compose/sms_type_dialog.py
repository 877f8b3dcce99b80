"""Type a template, a signature or an SMS app into the local book, or change one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from tpns_desktop.ui.forms.editors import ChoiceEditor, TextEditor
from tpns_desktop.ui.screens.compose.sms_shelf import SmsShelf
from tpns_desktop.ui.widgets.verb_dialog import VerbDialog
from tpns_desktop.ui.words.sms_book import Pick, kind_choices, side_choices, typed_problem_words
from tpns_desktop.ui.words.states import reason_words

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

    from tpns_desktop.send.desk import Desk


class TypeDialog(VerbDialog):
    """Signal `kept(str)`: what was typed is in the book under this key."""

    kept = Signal(str)

    def __init__(
        self,
        what: str,
        shelf: SmsShelf,
        parent: QWidget | None = None,
        *,
        key: str = "",
        known: Pick | None = None,
    ) -> None:
        """`what`: "template", "signature" or "app"; `key`: an ID to begin with.

        `known`: one of the book to be changed. Of what was read from the account only what nobody
        else says can be.
        """
        super().__init__("sms.type", parent)
        self._what = what
        self._shelf = shelf
        self._known = known
        self._editors: dict[str, QWidget] = {}
        {"template": self._build_template, "signature": self._build_signature}.get(
            what, self._build_app
        )(known.key if known is not None else key)
        titles = {
            "template": (self.tr("Type a template in"), self.tr("Change the template")),
            "signature": (self.tr("Type a signature in"), self.tr("Change the signature")),
            "app": (self.tr("Type an SMS app in"), self.tr("Change the SMS app")),
        }
        read = known is not None and not known.typed
        self.set_words(
            titles[what][known is not None],
            self.tr("Keep it"),
            self.tr("Read from the account: only what it is for is yours to say.")
            if read
            else self.tr("It is kept on this computer. Nothing is asked or sent."),
        )

    # What there is to fill in

    def _line(self, field: str, title: str, text: str, hint: str = "") -> QLineEdit:
        edit = QLineEdit(text)
        self._add(field, title, edit, hint)
        return edit

    def _add(self, field: str, title: str, editor: QWidget, hint: str = "") -> None:
        self._editors[field] = editor
        self.add_field(f"sms.type.{field}", title, editor, hint)

    def _build_template(self, key: str) -> None:
        row = self._known.row if self._known is not None else None
        read = row is not None and row.read_at is not None
        self.id = self._line("template_id", self.tr("Template ID"), key)
        self.name = self._line("name", self.tr("Name"), row.name if row is not None else "")
        self.content = TextEditor(3)
        self.content.set_value(row.content if row is not None else "")
        hint = self.tr("Word for word as in the SMS console, with its blanks {1}, {2}.")
        self._add("content", self.tr("Text"), self.content, hint)
        self.side = self._choice(side_choices(both=True))
        known_side = row.international if row is not None else 0
        self.side.set_value("" if known_side is None else str(known_side))
        self._add("international", self.tr("For numbers of"), self.side)
        self.kind = self._choice(kind_choices())
        self.kind.set_value(row.kind if row is not None else "unknown")
        hint = self.tr("No service tells. Marketing has closed hours, a code takes digits only.")
        self._add("kind", self.tr("What it is for"), self.kind, hint)
        self.id.setReadOnly(row is not None)
        for editor in (self.name, self.content):
            editor.setReadOnly(read)
        self.side.setEnabled(not read)

    def _build_signature(self, key: str) -> None:
        hint = self.tr("As approved in the SMS console, without brackets.")
        self.name = self._line("name", self.tr("Signature"), key, hint)
        self.side = self._choice(side_choices(both=False))
        known = self._known is not None and self._known.international
        self.side.set_value("1" if known else "0")
        self._add("international", self.tr("For numbers of"), self.side)

    def _build_app(self, key: str) -> None:
        row = self._known.row if self._known is not None else None
        hint = self.tr("Starts with 1400; shown in the SMS console.")
        self.id = self._line("sms_app_id", self.tr("SMS app ID"), key, hint)
        self.id.setReadOnly(row is not None)
        self.name = self._line("name", self.tr("Name"), row.name if row is not None else "")

    def _choice(self, choices: list[tuple[str, str]]) -> ChoiceEditor:
        choice = ChoiceEditor()
        choice.set_choices(choices)
        return choice

    # Keeping it

    def act(self) -> None:
        if not self.do.isEnabled():
            return
        self.do.setEnabled(False)
        self.show_error("")
        change = {"template": self._template, "signature": self._signature}.get(
            self._what, self._app
        )
        key = (self.name if self._what == "signature" else self.id).text().strip()
        self._shelf.write(change, partial(self._on_kept, key), self._on_refused)

    def _template(self, desk: Desk) -> Coroutine[Any, Any, Any]:
        from tpns_desktop.send.sms_desk import TemplateForm  # loaded by now

        app_id, kind = self._shelf.app_id, self.kind.value() or "unknown"
        if self._known is not None and not self._known.typed:
            return desk.sms.set_kind(app_id, self._known.key, kind)
        side = self.side.value()
        form = TemplateForm(
            self.id.text(),
            self.content.value(),
            self.name.text(),
            int(side) if side else None,
            kind,
        )
        return desk.sms.add_template(app_id, form)

    def _signature(self, desk: Desk) -> Coroutine[Any, Any, Any]:
        from tpns_desktop.send.sms_desk import SignatureForm

        form = SignatureForm(self.name.text(), self.side.value() == "1")
        return _replaced(desk, self._shelf.app_id, self._known, form)

    def _app(self, desk: Desk) -> Coroutine[Any, Any, Any]:
        from tpns_desktop.send.sms_desk import SmsAppForm

        form = SmsAppForm(self.id.text(), self.name.text())
        return desk.sms.add_sms_app(self._shelf.app_id, form)

    def _on_kept(self, key: str) -> None:
        self.kept.emit(key)
        self.accept()

    def _on_refused(self, error: BaseException) -> None:
        self.do.setEnabled(True)
        problems = getattr(error, "problems", ())
        if problems:
            first = problems[0]
            at = self._editors.get(first.field)
            self.show_error(typed_problem_words(first.reason), at)
        else:
            self.show_error(reason_words(getattr(error, "reason", None)))


async def _replaced(desk: Desk, app_id: str | None, known: Pick | None, form: Any) -> None:
    """Keep a signature; what it was called before goes once the new one stands."""
    await desk.sms.add_signature(app_id, form)
    was = None if known is None else (known.key, known.international)
    if known is not None and was != (form.name.strip(), form.international):
        await desk.sms.remove(app_id, "signature", known.key, international=known.international)
