"""Which of some pasted accounts are in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from tpns_desktop.model.draft import ids_of
from tpns_desktop.ui.forms.editors import TextEditor
from tpns_desktop.ui.screens.lists.asking import AskingDialog
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.verb_dialog import plain
from tpns_desktop.ui.words.numbers import grouped

if TYPE_CHECKING:
    from tpns_desktop.store.lists import ListRow


class FindDialog(AskingDialog):
    """A paste box, and below it which are in the list and which are not."""

    def __init__(self, session: Session, row: ListRow, parent: QWidget | None = None) -> None:
        super().__init__("find", session, parent)
        self._row = row
        self._asked: list[str] = []
        token = row.kind == "token"
        self.set_words(
            (
                self.tr("Find devices in “{0}”") if token else self.tr("Find accounts in “{0}”")
            ).format(row.name),
            self.tr("Find"),
        )
        self.text = TextEditor(lines=3)
        self.add_field(
            "find.text",
            self.tr("Device IDs, one per line") if token else self.tr("Accounts, one per line"),
            self.text,
        )
        self.lines.addWidget(self.bar)
        self.said = plain("strong")
        self.said.setObjectName("find.said")
        self.said.hide()
        self.lines.addWidget(self.said)
        self.inside, self._inside_label = self._shown("find.inside")
        self.outside, self._outside_label = self._shown("find.outside")
        self.text.edited.connect(self._forget)

    def _shown(self, name: str) -> tuple[QPlainTextEdit, QLabel]:
        text = QPlainTextEdit()
        text.setObjectName(name)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setFixedHeight(84)
        text.hide()
        label = plain("label")
        label.setBuddy(text)
        label.hide()
        self.lines.addWidget(label)
        self.lines.addWidget(text)
        return text, label

    def act(self) -> None:
        desk = self.session.desk
        if desk is None or self.busy:
            return
        self._forget()
        self._asked = ids_of(self.text.value())[0]
        if not self._asked:
            self.show_error(self.tr("Paste at least one."))
            self.text.setFocus()
            return
        self.ask(desk.list_contains(self._row.id, self._asked), self._on_found)

    def _forget(self) -> None:
        """What stands below would be the answer to another question."""
        for widget in (
            self.said,
            self.inside,
            self.outside,
            self._inside_label,
            self._outside_label,
        ):
            widget.hide()
        self.fit()

    def _on_found(self, found: list[bool]) -> None:
        pairs = list(zip(self._asked, found, strict=True))
        inside = [value for value, there in pairs if there]
        outside = [value for value, there in pairs if not there]
        said = self.tr("{0} of {1} are in this list.").format(
            grouped(len(inside)), grouped(len(pairs))
        )
        self.said.setText(said)
        self.said.show()
        for text, label, words, values in (
            (self.inside, self._inside_label, self.tr("In the list"), inside),
            (self.outside, self._outside_label, self.tr("Not in the list"), outside),
        ):
            label.setText(words)
            label.setVisible(bool(values))
            text.setAccessibleName(words)
            text.setPlainText("\n".join(values))
            text.setVisible(bool(values))
        self.fit()
        announce(self, said)
