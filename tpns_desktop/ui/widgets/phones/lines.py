"""Text → the lines of a drawing, up to a cut and beyond it.

Counts characters as Python does (code points); Qt counts UTF-16 units.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

_PER_LINE = 90
"""More characters than fit on a line: what comes later need not be laid out to be left out."""
_LEAST = 30.0
"""Room that what is beyond the cut needs to begin on the same line."""


@dataclass(frozen=True)
class Line:
    """One line and where it begins."""

    text: str
    x: float = 0.0


@dataclass(frozen=True)
class Block:
    """A text as drawn."""

    shown: tuple[Line, ...]
    rest: tuple[Line, ...] = ()
    """What is not shown. `joined`: its first line is beside the last one shown."""
    joined: bool = False
    cut: int | None = None
    """Characters before the cut; None when all is shown."""
    by_limit: bool = False
    """The cut is a limit of characters, not the end of the room."""
    mark_x: float = 0.0
    """Where on the last line shown the cut is."""
    closed: int | None = None
    """Characters on the lines of a notification that is not opened; None where that is all."""

    @property
    def rows(self) -> int:
        """Lines of the drawing."""
        return len(self.shown) + len(self.rest) - (1 if self.joined and self.rest else 0)


def lay_out(
    text: str,
    font: QFont,
    width: float,
    lines: int,
    limit: int | None = None,
    closed: int | None = None,
    rest_lines: int = 2,
) -> Block:
    """Lay out `text` in at most `lines` of `width`, and what follows the cut in `rest_lines`.

    `limit` is the number of characters after which a limit stands; `closed` the number of lines
    whose characters are to be counted.
    """
    text = text.rstrip()
    within = text if limit is None or limit >= len(text) else text[:limit]
    wrapped = _wrap(within, font, width, lines)
    shown = tuple(Line(line) for line, _ in wrapped.lines)
    ends = [end for _, end in wrapped.lines]
    folded = None
    if closed is not None and len(ends) > closed:
        folded = ends[closed - 1]
    if wrapped.whole and within is text:
        return Block(shown, closed=folded)
    cut = len(within) if wrapped.whole else wrapped.end
    used = QFontMetricsF(font).horizontalAdvance(shown[-1].text) if shown else 0.0
    joined = wrapped.whole and width - used - 6 > _LEAST and bool(shown)
    rest = _wrap(
        text[cut:].lstrip("\n") if not joined else text[cut:],
        font,
        width,
        rest_lines,
        width - used - 6 if joined else width,
    )
    beyond = tuple(
        Line(line, used + 6 if joined and place == 0 else 0.0)
        for place, (line, _) in enumerate(rest.lines)
    )
    return Block(shown, beyond, joined, cut, wrapped.whole, used, folded)


@dataclass(frozen=True)
class _Wrapped:
    lines: list[tuple[str, int]]
    """Each line, and after how many characters of the text it ends."""
    whole: bool
    end: int


def _wrap(text: str, font: QFont, width: float, limit: int, first: float | None = None) -> _Wrapped:
    """Break `text` into at most `limit` lines; the last of one that goes on has an ellipsis."""
    lines: list[tuple[str, int]] = []
    if not text:
        return _Wrapped(lines, True, 0)
    metrics = QFontMetricsF(font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    begun = 0
    room = (limit + 1) * _PER_LINE
    paragraphs = text[:room].split("\n")
    for number, paragraph in enumerate(paragraphs):
        last = number + 1 == len(paragraphs)
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        layout.beginLayout()
        units = paragraph.encode("utf-16-le", "surrogatepass")
        place = begun
        while (line := layout.createLine()).isValid():
            wide = first if first is not None and not lines else width
            line.setLineWidth(wide)
            start, length = line.textStart(), line.textLength()
            piece = _text(units, start, start + length)
            goes_on = start + length < len(units) // 2 or not last or len(text) > room
            if len(lines) == limit - 1 and goes_on:
                rest = _text(units, start, len(units) // 2)
                said = metrics.elidedText(
                    rest if last and len(text) <= room else rest + " …",
                    Qt.TextElideMode.ElideRight,
                    wide,
                )
                kept = min(len(said.rstrip("… ")), len(rest))
                lines.append((said, place + kept))
                layout.endLayout()
                return _Wrapped(lines, False, place + kept)
            place += len(piece)
            lines.append((piece, place))
        layout.endLayout()
        begun += len(paragraph) + 1
    return _Wrapped(lines, True, len(text))


def _text(units: bytes, start: int, end: int) -> str:
    return units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
