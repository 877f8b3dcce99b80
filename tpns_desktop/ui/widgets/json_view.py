"""JSON to read: coloured by tokens, changed line by line, long lists folded where asked for.

Where it is typed, the lines that changed last have a ground of their own and a sign in the margin.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from tpns_desktop.ui.theme.theme import code_font
from tpns_desktop.ui.theme.tokens import current_tokens
from tpns_desktop.ui.widgets.json_lines import Fold, changed_lines, json_lines, same_ends

_PARTS = re.compile(r'("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*|\b(?:true|false|null)\b)')

_SAID = 10
"""Numbers of changed lines that are told to a screen reader."""
_MARGIN = 14
"""Width of the margin with the signs of changed lines."""


class JsonView(QPlainTextEdit):
    """Read-only. `set_json` shows bytes; `data()` gives them back as they came.

    With `marks` the lines that the last change touched are marked until the next one.
    """

    def __init__(
        self, fold: bool = False, marks: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._data = b""
        self._folds = False
        self._marked: list[int] = []
        self._marked_look = ""
        self._margin = _Margin(self) if marks else None
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
        if self._margin is not None:
            self.setViewportMargins(_MARGIN, 0, 0, 0)
            self.updateRequest.connect(self._on_update_request)
        self._show_words()

    def data(self) -> bytes:
        """The bytes shown."""
        return self._data

    def set_json(self, data: bytes, compare: bool = True) -> None:
        """Show these bytes. Only lines that differ are touched, so the view stays where it was.

        Without `compare` they are another request, not a change of the one before.
        """
        if data == self._data:
            return
        self._data = data
        old = self._lines
        self._show(self._make_lines())
        if self._margin is not None:
            there = compare and bool(old) and bool(self._lines)
            self._mark(changed_lines(old, self._lines) if there else [])

    @property
    def folds(self) -> bool:
        """Whether a list is folded at present."""
        return self._folds

    @property
    def marked(self) -> tuple[int, ...]:
        """Numbers, from 0, of the lines that the last change touched."""
        return tuple(self._marked)

    def set_later(self, line: str, words: str) -> None:
        """Show `words` as the value of a line that has no value yet (`"upload_id": 0`)."""
        if (line, words) != self._later:
            self._later = line, words
            self._show(self._make_lines())

    def set_folding(self, on: bool) -> None:
        """Fold long lists, or show everything."""
        if on != self._fold:
            self._fold = on
            self._mark([])
            self._show(self._make_lines())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._colours.take_tokens()
            self._mark(self._marked)
        elif event.type() == QEvent.Type.LanguageChange:
            self._show_words()
            self._show(self._make_lines())
        super().changeEvent(event)

    def _make_lines(self) -> list[str]:
        made = json_lines(self._data, self._fold)
        self._folds = any(isinstance(line, Fold) for line in made)
        lines = [
            line if isinstance(line, str) else line.indent + _fold_words(line) for line in made
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
        same_above, same_below = same_ends(old, lines)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        _replace(cursor, same_above, len(old) - same_below, lines, len(lines) - same_below)
        cursor.endEditBlock()

    # What changed last

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._margin is not None:
            inside = self.contentsRect()
            self._margin.setGeometry(
                self.viewport().x() - _MARGIN, inside.top(), _MARGIN, inside.height()
            )

    def paint_margin(self, painter: QPainter) -> None:
        """Paint a sign beside every marked line in sight."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current_tokens().accent))
        for number in self._marked:
            block = self.document().findBlockByNumber(number)
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if place.bottom() < 0 or place.top() > self.viewport().height():
                continue
            top = place.top() + self.viewport().y() - self.contentsRect().top()
            middle = top + place.height() / 2
            corners = [QPointF(3, middle - 4), QPointF(9, middle), QPointF(3, middle + 4)]
            painter.drawPolygon(QPolygonF(corners))

    @Slot(QRect, int)
    def _on_update_request(self, _place: QRect, moved: int) -> None:
        if moved and self._margin is not None and self._marked:
            self._margin.update()

    def _mark(self, lines: list[int]) -> None:
        if self._margin is None or (not lines and not self._marked):
            return
        self._marked = lines
        standing = [mark.cursor.blockNumber() for mark in self.extraSelections()]
        if lines == standing and self._marked_look == current_tokens().name:
            return  # typing goes on in the same line
        self._marked_look = current_tokens().name
        ground = QColor(current_tokens().accent_soft)
        selections = []
        for number in lines:
            selection = QTextEdit.ExtraSelection()
            selection.format.setBackground(ground)
            selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            selection.cursor = QTextCursor(self.document().findBlockByNumber(number))
            selections.append(selection)
        self.setExtraSelections(selections)
        said = ", ".join(str(number + 1) for number in lines[:_SAID])
        self.setAccessibleDescription(
            QCoreApplication.translate("JsonView", "Changed last: lines {0}").format(said)
            if lines
            else ""
        )
        self._margin.update()

    def _show_words(self) -> None:
        if not self.accessibleName():
            self.setAccessibleName(QCoreApplication.translate("JsonView", "JSON"))


def _fold_words(fold: Fold) -> str:
    return QCoreApplication.translate("JsonView", "… %Ln more", None, fold.hidden)


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


class _Margin(QWidget):
    def __init__(self, view: JsonView) -> None:
        super().__init__(view)
        self._view = view

    def paintEvent(self, event: QPaintEvent) -> None:
        self._view.paint_margin(QPainter(self))


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
