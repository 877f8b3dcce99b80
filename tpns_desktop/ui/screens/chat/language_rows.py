"""A notification in other languages as rows: the language, and its title and text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpns_desktop.ui.forms.editors import LineEditor, TextEditor
from tpns_desktop.ui.forms.row_editors import Row, RowsEditor

_CODE_WIDTH = 110


class LanguagesEditor(RowsEditor):
    """Value: `{"language": "en", "title": "", "text": ""}` each."""

    def add_words(self) -> str:
        return self.tr("+ language")

    def empty(self) -> dict[str, str]:
        return {"language": "", "title": "", "text": ""}

    def make(self, value: Any) -> Row:
        return _Language(value)


class _Language(Row):
    def __init__(self, value: Mapping[str, Any]) -> None:
        super().__init__()
        self.language, self.title, self.text = LineEditor(), LineEditor(), TextEditor(lines=2)
        self.language.setFixedWidth(_CODE_WIDTH)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self.text)
        top = Qt.AlignmentFlag.AlignTop
        self.line.addWidget(self.language, 0, top)
        self.line.addLayout(words, 1)
        self.line.addWidget(self.remove, 0, top)
        for name, part in self._parts():
            part.set_value(str(value.get(name, "")))
            part.edited.connect(self.edited)

    def _parts(self) -> tuple[tuple[str, LineEditor | TextEditor], ...]:
        return (("language", self.language), ("title", self.title), ("text", self.text))

    def value(self) -> dict[str, str]:
        return {name: part.value() for name, part in self._parts()}

    def stops(self) -> list[QWidget]:
        return [self.language, self.title, self.text, self.remove]

    def name_parts(self, name: str, place: int) -> None:
        for own, part in self._parts():
            part.setObjectName(f"{name}.{place}.{own}")
        self.remove.setObjectName(f"{name}.{place}.remove")
        self.language.setPlaceholderText(self.tr("such as en"))
        self.title.setPlaceholderText(self.tr("Title"))
        self.text.setPlaceholderText(self.tr("Text"))
        number = place + 1
        self.language.setAccessibleName(self.tr("Code of language {0}").format(number))
        self.title.setAccessibleName(self.tr("Title in language {0}").format(number))
        self.text.setAccessibleName(self.tr("Text in language {0}").format(number))
        said = self.tr("Remove language {0}").format(number)
        self.remove.setAccessibleName(said)
        self.remove.setToolTip(said)
