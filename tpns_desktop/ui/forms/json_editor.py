"""A text that holds JSON, written as rows of name and value or as it stands."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpns_desktop.ui.forms.editors import PartsEditor, SegmentEditor, TextEditor
from tpns_desktop.ui.forms.row_editors import PairsEditor

ROWS, TEXT = "rows", "json"


class JsonEditor(PartsEditor):
    """Value: the JSON as text, ``""`` for none. What rows cannot say is shown as it stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = SegmentEditor()
        self.kind.set_choices([(ROWS, ""), (TEXT, "")])
        self.kind.set_value(ROWS)
        self.rows = PairsEditor()
        self.text = TextEditor(lines=3)
        self.text.setProperty("role", "code")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.kind, self.rows, self.text):
            column.addWidget(part)
        self.kind.edited.connect(self._on_kind)
        self.rows.edited.connect(self.edited)
        self.text.edited.connect(self.edited)
        self._show()

    def first_stop(self) -> QWidget | None:
        return self.rows.first_stop() if self.kind.value() == ROWS else self.text

    def value(self) -> str:
        return text_of_rows(self.rows.value()) if self.kind.value() == ROWS else self.text.value()

    def set_value(self, value: str) -> None:
        if value == self.value():
            return
        rows = rows_of(value)
        self.kind.set_value(TEXT if rows is None else ROWS)
        self.rows.set_value(rows or [])
        self.text.set_value(value)
        self._show()

    def setObjectName(self, name: str) -> None:
        super().setObjectName(name)
        self.kind.setObjectName(f"{name}.kind")
        self.rows.setObjectName(f"{name}.rows")
        self.text.setObjectName(f"{name}.text")

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.text.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self.text.setAccessibleDescription(description)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _on_kind(self) -> None:
        # What stands in one is shown in the other; JSON that is no row stays as it is.
        if self.kind.value() == TEXT:
            self.text.set_value(text_of_rows(self.rows.value()))
        else:
            rows = rows_of(self.text.value())
            if rows is None:
                self.kind.set_value(TEXT)
            else:
                self.rows.set_value(rows)
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        rows = self.kind.value() == ROWS
        self.rows.setVisible(rows)
        self.text.setVisible(not rows)
        self._show_words()

    def _show_words(self) -> None:
        self.kind.set_choices([(ROWS, self.tr("As rows")), (TEXT, self.tr("As JSON"))])
        self.kind.setAccessibleName(self.tr("How it is written"))


def rows_of(text: str) -> list[list[str]] | None:
    """JSON as rows of name and text; None where it holds more than these."""
    if not text.strip():
        return []
    pairs: list[list[str]] = []
    try:
        found = json.loads(text, object_pairs_hook=_Pairs)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, _Pairs):
        return None
    for name, value in found:
        if not isinstance(value, str):
            return None
        pairs.append([name, value])
    return pairs


def text_of_rows(rows: list[list[str]]) -> str:
    """Rows as JSON, each of them: one that stands twice is for the checks to say."""
    said = [f"{_quoted(row[0])}:{_quoted(row[1])}" for row in rows]
    return "{" + ",".join(said) + "}" if said else ""


class _Pairs(list[tuple[str, Any]]):
    """An object whose names may stand twice."""


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
