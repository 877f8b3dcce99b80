"""JSON to read: coloured by tokens, changed line by line, long lists folded where asked for."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import (
    QColor,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tpns_desktop.ui.theme.theme import code_font
from tpns_desktop.ui.theme.tokens import current_tokens
from tpns_desktop.ui.widgets.json_lines import Fold, json_lines

_PARTS = re.compile(r'("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*|\b(?:true|false|null)\b)')


class JsonView(QPlainTextEdit):
    """Read-only. `set_json` shows bytes; `data()` gives them back as they came."""

    def __init__(self, fold: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = b""
        self._fold = fold
        self._later: tuple[str, str] = ("", "")
        self._lines: list[str] = []
        self.setProperty("role", "code")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFont(code_font())
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        # Reading with the keyboard needs a cursor that moves.
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._colours = _Colours(self.document())
        self._show_words()

    def data(self) -> bytes:
        """The bytes shown."""
        return self._data

    def set_json(self, data: bytes) -> None:
        """Show these bytes. Only lines that differ are touched, so the view stays where it was."""
        self._data = data
        self._show(self._make_lines())

    def set_later(self, line: str, words: str) -> None:
        """Show `words` as the value of a line that has no value yet (`"upload_id": 0`)."""
        self._later = line, words
        self._show(self._make_lines())

    def set_folding(self, on: bool) -> None:
        """Fold long lists, or show everything."""
        if on != self._fold:
            self._fold = on
            self._show(self._make_lines())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._colours.take_tokens()
        elif event.type() == QEvent.Type.LanguageChange:
            self._show_words()
            self._show(self._make_lines())
        super().changeEvent(event)

    def _make_lines(self) -> list[str]:
        lines = [
            line if isinstance(line, str) else line.indent + _fold_words(line)
            for line in json_lines(self._data, self._fold)
        ]
        wanted, words = self._later
        if not wanted:
            return lines
        shown = wanted.rpartition(" ")[0] + f" {words}"
        return [
            line.replace(wanted, shown) if line.strip().rstrip(",") == wanted else line
            for line in lines
        ]

    def _show(self, lines: list[str]) -> None:
        old = self._lines
        if lines == old:
            return
        self._lines = lines
        if not old or not lines:
            self.setPlainText("\n".join(lines))
            return
        same_above = _same(old, lines)
        same_below = min(_same(old[::-1], lines[::-1]), min(len(old), len(lines)) - same_above)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        _replace(cursor, same_above, len(old) - same_below, lines, len(lines) - same_below)
        cursor.endEditBlock()

    def _show_words(self) -> None:
        if not self.accessibleName():
            self.setAccessibleName(QCoreApplication.translate("JsonView", "JSON"))


def _fold_words(fold: Fold) -> str:
    return QCoreApplication.translate("JsonView", "… %Ln more", None, fold.hidden)


def _same(one: list[str], other: list[str]) -> int:
    """How many lines at the beginning are equal."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _replace(cursor: QTextCursor, first: int, old_end: int, lines: list[str], new_end: int) -> None:
    """Put lines[first:new_end] where the document has its lines first … old_end."""
    document = cursor.document()
    fresh = lines[first:new_end]
    if first == old_end:  # only new lines
        if first < document.blockCount():
            cursor.setPosition(document.findBlockByNumber(first).position())
            cursor.insertText("".join(line + "\n" for line in fresh))
        else:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText("".join("\n" + line for line in fresh))
        return
    start = document.findBlockByNumber(first)
    end = document.findBlockByNumber(old_end - 1)
    cursor.setPosition(start.position())
    cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    if fresh:
        cursor.insertText("\n".join(fresh))
        return
    cursor.removeSelectedText()
    if cursor.block().next().isValid():
        cursor.deleteChar()
    else:
        cursor.deletePreviousChar()


class _Colours(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._key = QTextCharFormat()
        self._string = QTextCharFormat()
        self._number = QTextCharFormat()
        self._name = ""
        self.take_tokens()

    def take_tokens(self) -> None:
        """Colour in the present look."""
        tokens = current_tokens()
        if tokens.name == self._name:
            return
        self._name = tokens.name
        self._key.setForeground(QColor(tokens.code_key))
        self._string.setForeground(QColor(tokens.code_string))
        self._number.setForeground(QColor(tokens.code_number))
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        for found in _PARTS.finditer(text):
            if found.group(1) is None:
                shape = self._number
            else:
                shape = self._key if found.group(2) else self._string
            start, end = found.span(1 if found.group(1) is not None else 3)
            # Qt counts UTF-16 units, Python code points.
            if not text.isascii():
                start = _units(text[:start])
                end = _units(text[: found.end(1) if found.group(1) is not None else found.end(3)])
            self.setFormat(start, end - start, shape)


def _units(text: str) -> int:
    return len(text) + sum(1 for letter in text if ord(letter) > 0xFFFF)
