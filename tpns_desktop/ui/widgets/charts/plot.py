"""What pyqtgraph draws: thin lines across, words at the left and below, and no box.

Imports pyqtgraph at its head: whoever imports this first waits until `library` has loaded it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import UTC, datetime

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from tpns_desktop.ui.theme.tokens import TYPE_HINT, current_tokens
from tpns_desktop.ui.widgets.charts.series import SYMBOLS, Bars, Series
from tpns_desktop.ui.widgets.charts.ticks import time_ticks, value_ticks
from tpns_desktop.ui.words.numbers import short_amount, short_time

_MARKS_MAX = 24
"""A line with more points has marks on some of them only, and on its last."""
_LABEL_WIDTH = 72
_BARS_WIDTH = 0.72
"""Of the place of a group."""
_FILLS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.CrossPattern,
    Qt.BrushStyle.DiagCrossPattern,
)
_ALONE_S = 1800
"""To either side of a single point."""


class Plot(QWidget):
    """`show_lines` or `show_bars`; `x_at` tells where the mouse is, `show_cursor` marks a place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Series] = ()
        self._groups: Sequence[str] = ()
        self._bars: Sequence[Bars] = ()
        self._range = (0.0, 1.0)
        view = self._view = pg.PlotWidget(background=None)
        view.setFrameShape(QFrame.Shape.NoFrame)
        # Turning the wheel over a chart moves the page; the chart itself listens to its own mouse.
        view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the chart around it has the keys
        # As high as its card gives it: of itself it would like to fill half a page.
        view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._item = view.getPlotItem()
        self._item.hideButtons()
        self._item.setMenuEnabled(False)
        self._item.setMouseEnabled(False, False)
        # The words below the ends reach beyond them.
        self._item.setContentsMargins(0, 4, 20, 0)
        self._left = self._item.getAxis("left")
        self._bottom = self._item.getAxis("bottom")
        self._cursor = pg.InfiniteLine(angle=90)
        self._cursor.hide()
        self._font = QFont(self.font())
        self._font.setPixelSize(TYPE_HINT)
        for axis in (self._left, self._bottom):
            axis.setStyle(tickLength=0, tickFont=self._font, tickTextOffset=8)
            axis.setStyle(hideOverlappingLabels=False)  # or the words at the ends are left out
        # Its own reckoning of this comes a paint too late, and the words would be cut.
        self._bottom.setHeight(QFontMetrics(self._font).height() + 14)
        self._left.setGrid(255)
        self._left.setZValue(-200)  # the lines across lie behind what is drawn
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(view)

    def show_lines(self, lines: Sequence[Series]) -> None:
        """Draw lines over time."""
        self._lines, self._bars, self._groups = lines, (), ()
        self._draw()

    def show_bars(self, groups: Sequence[str], bars: Sequence[Bars]) -> None:
        """Draw bars, one of each kind a group."""
        self._lines, self._bars, self._groups = (), bars, groups
        self._draw()

    def redraw(self) -> None:
        """Draw the same in the present look and language."""
        self._draw()

    def show_cursor(self, x: float | None) -> None:
        """Mark this place, a timestamp or the number of a group; None marks none."""
        self._cursor.setVisible(x is not None)
        if x is not None:
            self._cursor.setValue(x)

    def x_at(self, place: QPointF) -> float:
        """The timestamp, or number of a group, under a point of this widget."""
        scene = self._view.mapToScene(self._view.mapFrom(self, place.toPoint()))
        return float(self._item.vb.mapSceneToView(scene).x())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label_below()

    def _draw(self) -> None:
        tokens = current_tokens()
        self._item.clear()
        grid = QPen(QColor(tokens.border))
        words = QColor(tokens.faint)
        self._left.setPen(QPen(Qt.PenStyle.NoPen))
        self._left.setTickPen(grid)
        self._bottom.setPen(QPen(Qt.PenStyle.NoPen))
        self._bottom.setTickPen(QPen(Qt.PenStyle.NoPen))
        for axis in (self._left, self._bottom):
            axis.setTextPen(words)
        self._cursor.setPen(QPen(QColor(tokens.border_strong)))
        self._item.addItem(self._cursor, ignoreBounds=True)
        values = [v for line in self._lines for _, v in line.points if v is not None]
        values += [v for kind in self._bars for v in kind.values if v is not None]
        ticks = value_ticks(max(values, default=0))
        named = [(tick, short_amount(tick)) for tick in ticks]
        self._left.setTicks([named])
        measure = QFontMetrics(self._font)
        self._left.setWidth(max(measure.horizontalAdvance(name) for _, name in named) + 16)
        # A little more than the highest, so that no mark is cut; below, room for the word of 0.
        self._item.setYRange(-ticks[-1] * 0.06, ticks[-1] * 1.04, padding=0)
        for place, line in enumerate(self._lines):
            self._add_line(line, SYMBOLS[place % len(SYMBOLS)])
        for place, bars in enumerate(self._bars):
            self._add_bars(bars, place)
        first, last = self._range = self._ends()
        aside = (last - first) * 0.02
        self._item.setXRange(first - aside, last + aside, padding=0)
        self._label_below()

    def _ends(self) -> tuple[float, float]:
        if self._groups:
            return -0.5, len(self._groups) - 0.5
        times = [at.timestamp() for line in self._lines for at, _ in line.points]
        if not times:
            return 0.0, 1.0
        first, last = min(times), max(times)
        return (first, last) if first < last else (first - _ALONE_S, last + _ALONE_S)

    def _add_line(self, line: Series, symbol: str) -> None:
        colour = QColor(str(getattr(current_tokens(), line.colour)))
        pen = QPen(colour, 2)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        xs = [at.timestamp() for at, _ in line.points]
        ys = [math.nan if value is None else float(value) for _, value in line.points]
        self._item.addItem(pg.PlotDataItem(xs, ys, pen=pen, connect="finite"))
        known = [(x, y) for x, y in zip(xs, ys, strict=True) if not math.isnan(y)]
        step = -(-len(known) // _MARKS_MAX) or 1
        marked = known[::-1][::step]
        around = QPen(QColor(current_tokens().surface), 1)
        around.setCosmetic(True)  # of a width in pixels, not in the shape's own size
        marks = pg.ScatterPlotItem(
            [x for x, _ in marked],
            [y for _, y in marked],
            symbol=symbol,
            size=8,
            pen=around,
            brush=QBrush(colour),
        )
        self._item.addItem(marks)

    def _add_bars(self, bars: Bars, place: int) -> None:
        colour = QColor(str(getattr(current_tokens(), bars.colour)))
        width = _BARS_WIDTH / len(self._bars)
        left = -_BARS_WIDTH / 2 + width * (place + 0.5)
        shown = [(n, value) for n, value in enumerate(bars.values) if value is not None]
        outline = QPen(colour)
        outline.setCosmetic(True)
        item = pg.BarGraphItem(
            x=[n + left for n, _ in shown],
            height=[value for _, value in shown],
            width=width * 0.92,
            brush=QBrush(colour, _FILLS[place % len(_FILLS)]),
            pen=outline,
        )
        if shown:
            self._item.addItem(item)

    def _label_below(self) -> None:
        room = max(self.width() - self._left.width(), _LABEL_WIDTH)
        if self._groups:
            self._bottom.setTicks([self._group_labels(room)])
        elif any(line.points for line in self._lines):
            first, last = (datetime.fromtimestamp(at, UTC) for at in self._range)
            ticks, step_s = time_ticks(first, last, int(room / _LABEL_WIDTH))
            named = [(at.timestamp(), short_time(at, step_s)) for at in ticks]
            if not named:  # no whole minute in between
                named = [(at.timestamp(), f"{at.astimezone():%H:%M:%S}") for at in (first, last)]
            self._bottom.setTicks([named])
        else:
            self._bottom.setTicks([[]])

    def _group_labels(self, room: float) -> list[tuple[float, str]]:
        every = -(-len(self._groups) * _LABEL_WIDTH // max(int(room), 1)) or 1
        width = int(room * every / len(self._groups)) - 8
        measure = QFontMetrics(self._font)
        return [
            (float(n), measure.elidedText(name, Qt.TextElideMode.ElideRight, width))
            for n, name in enumerate(self._groups)
            if n % every == 0
        ]
