"""Cells in which the words that were searched for stand out: bold, on a soft ground."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tpns_desktop.ui.screens.sent.sent_model import WORDS_ROLE
from tpns_desktop.ui.theme.tokens import current_tokens

Index = QModelIndex | QPersistentModelIndex


class FoundWords(QStyledItemDelegate):
    """Paints as any cell while nothing is searched for."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        words = index.data(WORDS_ROLE)
        if not words:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        text, font = option.text, QFont(option.font)
        places = found_places(text, words)
        if not places:
            super().paint(painter, option, index)
            return
        widget: QWidget | None = option.widget
        style = widget.style() if widget is not None else QApplication.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, widget)
        option.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, widget) + 1
        self._write(painter, room.adjusted(margin, 0, -margin, 0), text, font, places, option)

    def _write(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        font: QFont,
        places: Sequence[tuple[int, int]],
        option: QStyleOptionViewItem,
    ) -> None:
        tokens = current_tokens()
        marked = QTextCharFormat()
        marked.setFontWeight(QFont.Weight.Bold)
        marked.setBackground(QColor(tokens.warn_soft))
        marked.setForeground(QColor(tokens.text))
        # Bold words are a little wider than what is measured here; the room's edge cuts the rest.
        metrics = option.fontMetrics
        layout = QTextLayout(
            metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width()), font
        )
        rule = QTextOption(Qt.AlignmentFlag.AlignLeft)
        rule.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(rule)
        ranges = []
        for start, length in places:
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = start, length, marked
            ranges.append(one)
        layout.setFormats(ranges)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(1 << 20)
        layout.endLayout()
        painter.save()
        painter.setClipRect(room)
        painter.setPen(option.palette.text().color())
        top = room.top() + (room.height() - line.height()) / 2
        layout.draw(painter, QPointF(room.left(), top))
        painter.restore()


def found_places(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where folded words stand in a text: start and length in UTF-16 units, as Qt counts."""
    folded, origin = [], []
    for position, letter in enumerate(text):
        for part in unicodedata.normalize("NFKC", letter).casefold():
            folded.append(part)
            origin.append(position)
    whole = "".join(folded)
    marked = set()
    for word in words:
        start = whole.find(word)
        while start >= 0:
            marked.update(origin[start : start + len(word)])
            start = whole.find(word, start + len(word))
    places: list[tuple[int, int]] = []
    unit = 0
    for position, letter in enumerate(text):
        size = 2 if ord(letter) > 0xFFFF else 1
        if position in marked:
            if places and sum(places[-1]) == unit:
                places[-1] = (places[-1][0], places[-1][1] + size)
            else:
                places.append((unit, size))
        unit += size
    return places
