"""What both kinds of chart share: the legend with its figures, the cursor, the words, the look.

A chart says in words what it shows: the legend names each line with its shape and its figure, at
its end or where the cursor stands (arrow keys or mouse), and a sentence tells a screen reader how
each begins and ends.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from tpns_desktop.ui.theme.tokens import FOCUS_RING, RADIUS_FIELD, SPACE_M, current_tokens
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.charts.library import LIBRARY
from tpns_desktop.ui.widgets.charts.series import Table
from tpns_desktop.ui.words.numbers import grouped

if TYPE_CHECKING:
    from tpns_desktop.ui.widgets.charts.plot import Plot

_PLOT_HEIGHT = 200
_LEGEND_ROOM = 56
_PICTURE = QSize(960, 420)
_PICTURE_SCALE = 2


class Legend(QLabel):
    """One line of names; as words they are read without their colours."""

    def show_entries(self, at: str, entries: Sequence[tuple[str, str, str, str]]) -> None:
        """(shape, colour's token, name, figure) of each; `at` says of when the figures are."""
        tokens = current_tokens()
        parts = [
            f'<span style="color:{getattr(tokens, colour)}">{shape}</span>&nbsp;'
            f"{html.escape(name)}&nbsp;<b>{html.escape(figure)}</b>"
            for shape, colour, name, figure in entries
        ]
        if at:
            parts.insert(0, f'<span style="color:{tokens.faint}">{html.escape(at)}</span>')
        self.setText("&nbsp;&nbsp;&nbsp; ".join(parts))
        said = ", ".join(f"{name} {figure}" for _, _, name, figure in entries)
        self.setAccessibleName(f"{at}: {said}" if at else said)


class Chart(QWidget):
    """The base: `TimeChart` and `BarsChart` say what is drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plot: Plot | None = None
        self._cursor: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.legend = Legend()
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.legend.setWordWrap(True)
        self.legend.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._room = QWidget()
        self._room.setMinimumHeight(_PLOT_HEIGHT)
        self._room.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inside = QVBoxLayout(self._room)
        self._inside.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(SPACE_M)
        column.addWidget(self.legend)
        column.addWidget(self._room, 1)
        # A layout with words that wrap gives less than its parts need.
        self.setMinimumHeight(_PLOT_HEIGHT + _LEGEND_ROOM)
        LIBRARY.loaded.connect(self._on_library_loaded)

    def set_plot_height(self, height: int = _PLOT_HEIGHT) -> None:
        """Draw at least so high, in pixels."""
        self._room.setMinimumHeight(height)
        self.setMinimumHeight(height + _LEGEND_ROOM)

    # What the two kinds say

    def table(self) -> Table:
        """The same in figures, in the present language."""
        raise NotImplementedError

    def csv_table(self) -> Table:
        """As `table`, with its words as a spreadsheet takes them."""
        return self.table()

    def places(self) -> int:
        """How many places the cursor can stand at."""
        raise NotImplementedError

    def _x_of(self, place: int) -> float:
        raise NotImplementedError

    def _place_at(self, x: float) -> int:
        raise NotImplementedError

    def _entries(self, place: int | None) -> tuple[str, list[tuple[str, str, str, str]]]:
        """When, and the legend's entries there; None: at the end."""
        raise NotImplementedError

    def _sentence(self) -> str:
        raise NotImplementedError

    def _draw(self, plot: Plot) -> None:
        raise NotImplementedError

    # Showing

    @property
    def drawn(self) -> bool:
        """Whether it is drawn by now."""
        return self._plot is not None

    @property
    def cursor_place(self) -> int | None:
        """Where the cursor stands, counted from the left; None: nowhere."""
        return self._cursor

    def image(self, title: str = "", details: str = "") -> QImage:
        """The chart as a picture, with `title` and `details` above it, in the present look."""
        if self._plot is None:
            LIBRARY.wait()
            self._make_plot()
        picture = QImage(_PICTURE * _PICTURE_SCALE, QImage.Format.Format_RGB32)
        picture.setDevicePixelRatio(_PICTURE_SCALE)
        picture.fill(QColor(current_tokens().surface))
        inside = QRect(24, 20, _PICTURE.width() - 48, _PICTURE.height() - 40)
        before, at = self.size(), self._cursor
        self._move_to(None)
        painter = QPainter(picture)
        for words, pixels, bold, colour in (
            (title, 18, True, current_tokens().text),
            (details, 13, False, current_tokens().muted),
        ):
            if not words:
                continue
            font = self.font()
            font.setPixelSize(pixels)
            font.setBold(bold)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, inside.width()
            )
            painter.drawText(inside, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, shown)
            inside.setTop(inside.top() + 2 * pixels)
        self.resize(inside.size())
        self.ensurePolished()
        if (layout := self.layout()) is not None:
            layout.activate()
        self.render(painter, inside.topLeft(), QRegion(), QWidget.RenderFlag.DrawChildren)
        painter.end()
        self.resize(before)
        self._move_to(at)
        return picture

    def _refresh(self) -> None:
        """Say and draw what it was given anew."""
        if self._cursor is not None and self._cursor >= self.places():
            self._cursor = None
        self._show_words()
        if self._plot is not None:
            self._draw(self._plot)
            self._show_cursor()

    def _show_words(self) -> None:
        self.legend.show_entries(*self._entries(self._cursor))
        self.setAccessibleDescription(self._sentence())

    @Slot()
    def _on_library_loaded(self) -> None:
        if self.isVisible() and self._plot is None:
            self._make_plot()

    def _make_plot(self) -> None:
        from tpns_desktop.ui.widgets.charts.plot import Plot

        self._plot = Plot()
        self._inside.addWidget(self._plot)
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._plot is not None:
            return
        if LIBRARY.ready:
            self._make_plot()
        else:
            LIBRARY.load()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._refresh()
        super().changeEvent(event)

    # The cursor

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = self.places() - 1
        at = last + 1 if self._cursor is None else self._cursor
        places = {
            Qt.Key.Key_Left: max(at - 1, 0),
            Qt.Key.Key_Right: min(at + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        place = places.get(Qt.Key(event.key()))
        if place is None or last < 0:
            super().keyPressEvent(event)
            return
        self._move_to(place)
        announce(self, self.legend.accessibleName())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._plot is not None and self.places():
            place = QPointF(self._plot.mapFrom(self, event.position().toPoint()))
            self._move_to(self._place_at(self._plot.x_at(place)))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._move_to(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._move_to(None)
        super().focusOutEvent(event)

    def _move_to(self, place: int | None) -> None:
        if place != self._cursor:
            self._cursor = place
            self.legend.show_entries(*self._entries(place))
            self._show_cursor()

    def _show_cursor(self) -> None:
        if self._plot is not None:
            self._plot.show_cursor(None if self._cursor is None else self._x_of(self._cursor))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(current_tokens().accent), FOCUS_RING))
            inside = self.rect().adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(inside, RADIUS_FIELD, RADIUS_FIELD)


def figure(value: int | None) -> str:
    """A number as the legend shows it."""
    return "–" if value is None else grouped(value)
