"""Days side by side, hours from the top: the calendar as it is drawn.

Paints, and takes keys and the mouse; what the entries are is the page's. Every entry has its time
and its state's picture beside its colour; the list below the drawing says the same in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from tpns_desktop.ui.theme import icons
from tpns_desktop.ui.theme.tokens import current_tokens, tone_colours
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.words.agenda import (
    OVER,
    day_head,
    slot_clock,
    slot_sentence,
    slot_state,
)
from tpns_desktop.ui.words.numbers import day as day_words

if TYPE_CHECKING:
    from tpns_desktop.send.agenda import Slot, Span

GUTTER = 76
HEAD = 34
HOUR = 44
ENTRY = 38
"""Height of an entry: a push has a moment, and no length."""
LANES = 3
LANE_MIN = 64
"""Entries side by side in one column, and how wide each is at least; where there are more, the
last says how many."""
_GAP = 3
_SNAP_MIN = 5
_DRAG_FROM = 6
"""Pixels before a press becomes a drag."""

_MINUTES = 24 * 60


@dataclass(frozen=True)
class Block:
    """One entry where it is drawn."""

    slot: Slot
    place: QRect
    more: int = 0
    """How many others this one stands for."""


class CalendarView(QWidget):
    """Some days.

    Signals:
        slot_opened(Slot): Enter or a double click.
        slot_chosen(object): the chosen entry (Slot), or None.
        day_chosen(date): another of the days shown is the chosen one.
        turned(int): the days before (-1) or after (1) are wanted, by a whole page.
        stepped_out(int): the day before the first (-1) or after the last (1) is wanted.
        move_asked(Slot, object): this entry at another time; the time is None when it is not said.
    """

    slot_opened = Signal(object)
    slot_chosen = Signal(object)
    day_chosen = Signal(object)
    turned = Signal(int)
    stepped_out = Signal(int)
    move_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._span: Span | None = None
        self._day: date | None = None
        self._key = ""
        self._blocks: list[Block] = []
        self._pressed: tuple[Slot, QPoint] | None = None
        self._dragged: QPoint | None = None
        self.setObjectName("calendar.view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(600, HEAD + 24 * HOUR + ENTRY // 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(GUTTER + 160, self.sizeHint().height())

    # What is shown

    def show_span(self, span: Span, chosen: date) -> None:
        """Show these days, `chosen` being one of them; the chosen entry stays so if it is there."""
        self._span = span
        self._day = chosen
        if all(slot.key != self._key for slot in span.on(chosen)):
            self._key = ""
        self._place()

    def choose(self, key: str) -> None:
        """Choose an entry of the chosen day, or with "" none."""
        if key != self._key:
            self._key = key
            self._say()
            self.update()

    @property
    def chosen(self) -> Slot | None:
        """The chosen entry."""
        return next((slot for slot in self._of_day() if slot.key == self._key), None)

    def top_of(self, moment: time) -> int:
        """Where a time of day is, in pixels from the top."""
        return HEAD + (moment.hour * 60 + moment.minute) * HOUR // 60

    def blocks(self) -> list[Block]:
        """The entries where they are drawn."""
        return list(self._blocks)

    def resizeEvent(self, event: object) -> None:
        self._place()

    def _of_day(self) -> Sequence[Slot]:
        if self._span is None or self._day is None:
            return ()
        return self._span.on(self._day)

    def _column(self, place: int) -> QRect:
        days = self._span.days if self._span is not None else 1
        width = max(self.width() - GUTTER, 1)
        left = GUTTER + width * place // days
        return QRect(left, HEAD, GUTTER + width * (place + 1) // days - left, 24 * HOUR)

    def _place(self) -> None:
        self._blocks = []
        span = self._span
        if span is not None:
            for place in range(span.days):
                slots = span.on(span.first + timedelta(days=place))
                self._blocks += _laid(slots, self._column(place), self.top_of)
        self.update()

    def _say(self) -> None:
        slot = self.chosen
        said = slot_sentence(slot) if slot is not None else ""
        self.setAccessibleDescription(said)
        announce(self, said)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, slot = event.key(), self.chosen
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step_day(-1 if key == Qt.Key.Key_Left else 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step_slot(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and slot is not None:
            self.slot_opened.emit(slot)
        elif key == Qt.Key.Key_M and slot is not None and slot.movable:
            self.move_asked.emit(slot, None)
        elif key == Qt.Key.Key_Escape and self._dragged is not None:
            self._end_drag()
        else:
            super().keyPressEvent(event)

    def _step_day(self, by: int) -> None:
        span, day = self._span, self._day
        if span is None or day is None:
            return
        place = (day - span.first).days + by
        if not 0 <= place < span.days:
            self.stepped_out.emit(by)
            return
        self._choose_day(day + timedelta(days=by))

    def _choose_day(self, day: date) -> None:
        if day != self._day:
            self._day, self._key = day, ""
            self.day_chosen.emit(day)
            announce(self, day_words(day))
            self._choose(None)

    def _step_slot(self, by: int) -> None:
        slots = self._of_day()
        if not slots:
            return
        keys = [slot.key for slot in slots]
        if self._key not in keys:
            self._choose(slots[0 if by > 0 else -1])
            return
        place = keys.index(self._key) + by
        if 0 <= place < len(slots):
            self._choose(slots[place])

    def _choose(self, slot: Slot | None) -> None:
        self._key = slot.key if slot is not None else ""
        self.slot_chosen.emit(slot)
        self._say()
        self.update()

    def _at(self, where: QPoint) -> Block | None:
        if where.y() < self._top() + HEAD:
            return None  # the days' names lie above
        found = (block for block in reversed(self._blocks) if block.place.contains(where))
        return next(found, None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        block = self._at(where)
        day = self._day_at(where)
        if day is not None:
            self._choose_day(day)
        self._choose(block.slot if block is not None else None)
        left = event.button() == Qt.MouseButton.LeftButton
        if block is not None and left and block.slot.movable and not block.more:
            self._pressed = (block.slot, where - block.place.topLeft())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        if self._pressed is not None:
            slot, grip = self._pressed
            here = next((one for one in self._blocks if one.slot.key == slot.key), None)
            if here is None:
                self._end_drag()  # it is gone from these days meanwhile
                return
            moved = (where - grip - here.place.topLeft()).manhattanLength()
            if self._dragged is not None or moved > _DRAG_FROM:
                self._dragged = where
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.update()
            return
        block = self._at(where)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if block is not None else Qt.CursorShape.ArrowCursor
        )
        said = slot_sentence(block.slot) if block is not None else ""
        QToolTip.showText(event.globalPosition().toPoint(), said, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, where = self._pressed, self._dragged
        self._end_drag()
        if pressed is not None and where is not None:
            target = self._time_at(where - QPoint(0, pressed[1].y()))
            if target is not None and target != pressed[0].at:
                self.move_asked.emit(pressed[0], target)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        block = self._at(event.position().toPoint())
        if block is not None:
            self.slot_opened.emit(block.slot)

    def _end_drag(self) -> None:
        self._pressed = self._dragged = None
        self.unsetCursor()
        self.update()

    def _day_at(self, where: QPoint) -> date | None:
        span = self._span
        if span is None or where.x() < GUTTER:
            return None
        for place in range(span.days):
            column = self._column(place)
            if column.left() <= where.x() <= column.right():
                return span.first + timedelta(days=place)
        return None

    def _time_at(self, where: QPoint) -> datetime | None:
        """The moment at a place, to five minutes, on the service's clock."""
        day, span = self._day_at(where), self._span
        if day is None or span is None:
            return None
        minutes = round((where.y() - HEAD) * 60 / HOUR / _SNAP_MIN) * _SNAP_MIN
        minutes = min(max(minutes, 0), _MINUTES - _SNAP_MIN)
        return datetime.combine(day, time(), span.now.tzinfo) + timedelta(minutes=minutes)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        span = self._span
        if span is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = current_tokens()
        painter.fillRect(self.rect(), QColor(tokens.surface))
        self._paint_grid(painter, span)
        for block in self._blocks:
            self._paint_block(painter, block)
        self._paint_now(painter, span)
        self._paint_head(painter, span)
        if self._pressed is not None and self._dragged is not None:
            self._paint_drag(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            seen = self.visibleRegion().boundingRect()
            painter.drawRect(seen.adjusted(1, 1, -1, -1))

    def _paint_grid(self, painter: QPainter, span: Span) -> None:
        tokens = current_tokens()
        self._paint_quiet(painter, span)
        small = _font(self.font(), 11)
        painter.setFont(small)
        for hour in range(25):
            y = HEAD + hour * HOUR
            painter.setPen(QPen(QColor(tokens.border), 1))
            painter.drawLine(GUTTER, y, self.width(), y)
            if hour % 2 == 0 and hour < 24:
                painter.setPen(QColor(tokens.faint))
                label = QRect(0, y - 8, GUTTER - 8, 16)
                painter.drawText(label, _RIGHT, f"{hour:02d}:00")
        for place in range(span.days):
            left = self._column(place).left()
            painter.setPen(QPen(QColor(tokens.border), 1))
            painter.drawLine(left, 0, left, self.height())

    def _paint_head(self, painter: QPainter, span: Span) -> None:
        """The days' names, always in sight."""
        tokens, top = current_tokens(), self._top()
        painter.fillRect(QRect(0, top, self.width(), HEAD), QColor(tokens.surface))
        for place in range(span.days):
            column = self._column(place)
            day = span.first + timedelta(days=place)
            head = QRect(column.left(), top, column.width(), HEAD)
            if day == self._day:
                painter.fillRect(head.adjusted(1, 0, 0, 0), QColor(tokens.accent_soft))
            today = day == span.now.date()
            painter.setPen(QColor(tokens.accent if today or day == self._day else tokens.text))
            painter.setFont(_font(self.font(), 13, bold=today or day == self._day))
            said = day_head(day)
            if today:
                said = self.tr("{0}, today").format(said)
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, said)
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.drawLine(0, top + HEAD, self.width(), top + HEAD)

    def _top(self) -> int:
        """Where what can be seen begins: the view itself may be scrolled."""
        return max(self.visibleRegion().boundingRect().top(), 0)

    def _paint_quiet(self, painter: QPainter, span: Span) -> None:
        hours = span.quiet
        if hours is None:
            return
        tokens = current_tokens()
        parts = [(hours.start, hours.end)]
        if hours.start >= hours.end:
            parts = [(time(), hours.end), (hours.start, time.max)]
        for start, end in parts:
            top = self.top_of(start)
            bottom = HEAD + 24 * HOUR if end == time.max else self.top_of(end)
            if bottom <= top:
                continue
            ground = QRect(GUTTER, top, self.width() - GUTTER, bottom - top)
            painter.fillRect(ground, QColor(tokens.sunken))
            painter.setFont(_font(self.font(), 11))
            painter.setPen(QColor(tokens.faint))
            painter.drawText(ground.adjusted(8, 4, -8, -4), _TOP_LEFT, self.tr("Quiet hours"))

    def _paint_block(self, painter: QPainter, block: Block) -> None:
        tokens, slot = current_tokens(), block.slot
        state = slot_state(slot)
        front, ground = tone_colours(tokens, state.tone)
        place = QRectF(block.place).adjusted(0.5, 0.5, -0.5, -0.5)
        chosen = slot.key == self._key
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(front), 2 if chosen else 1, _line_of(slot)))
        painter.drawRoundedRect(place, 5, 5)
        inner = block.place.adjusted(6, 3, -5, -3)
        roomy = inner.width() >= LANE_MIN or not block.more
        picture = icons.pixmap(
            "warn" if slot.close_to else state.icon,
            "warn" if slot.close_to else _COLOURS.get(state.tone, state.tone),
            13,
            self.devicePixelRatioF(),
        )
        if roomy:
            painter.drawPixmap(inner.left(), inner.top() + 1, picture)
        first = QRect(inner).adjusted(17 if roomy else 0, 0, 0, 0)
        first.setHeight(15)
        second = QRect(inner.left(), inner.top() + 16, inner.width(), 16)
        painter.setPen(QColor(front))
        painter.setFont(_font(self.font(), 11, bold=True))
        head = slot_clock(slot)
        if block.more:
            head = self.tr("{0} +{1}").format(head, block.more)
        _write(painter, first, head if slot.runs == 1 else self.tr("{0} ↻").format(head))
        painter.setPen(QColor(tokens.text))
        painter.setFont(_font(self.font(), 12, struck=slot.state in OVER))
        _write(painter, second, slot.title)

    def _paint_now(self, painter: QPainter, span: Span) -> None:
        place = (span.now.date() - span.first).days
        if not 0 <= place < span.days:
            return
        tokens, column = current_tokens(), self._column(place)
        y = self.top_of(span.now.time())
        painter.setPen(QPen(QColor(tokens.danger), 2))
        painter.drawLine(column.left(), y, column.right(), y)
        painter.setBrush(QColor(tokens.danger))
        painter.drawEllipse(QPoint(column.left(), y), 4, 4)
        painter.setFont(_font(self.font(), 11, bold=True))
        label = QRect(0, y - 8, GUTTER - 8, 16)
        painter.fillRect(label, QColor(tokens.surface))
        painter.drawText(label, _RIGHT, self.tr("Now {0}").format(f"{span.now:%H:%M}"))

    def _paint_drag(self, painter: QPainter) -> None:
        assert self._pressed is not None
        assert self._dragged is not None
        slot, grip = self._pressed
        moment = self._time_at(self._dragged - QPoint(0, grip.y()))
        if moment is None or self._span is None:
            return
        tokens = current_tokens()
        column = self._column((moment.date() - self._span.first).days)
        place = QRect(column.left() + 2, self.top_of(moment.time()), column.width() - 4, ENTRY)
        painter.setBrush(QColor(tokens.accent_soft))
        painter.setPen(QPen(QColor(tokens.accent), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(place), 5, 5)
        painter.setPen(QColor(tokens.text))
        painter.setFont(_font(self.font(), 12, bold=True))
        _write(painter, place.adjusted(8, 2, -6, -2), f"{moment:%H:%M}  {slot.title}")


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_COLOURS = {"neutral": "muted"}
"""Tones that have no colour of their own name."""


def _laid(slots: Sequence[Slot], column: QRect, top_of: object) -> list[Block]:
    """Entries of one day beside each other where they would lie upon each other."""
    assert callable(top_of)
    groups: list[list[Slot]] = []
    floor = -1
    for slot in slots:
        top = int(top_of(slot.at.time()))
        if top >= floor:
            groups.append([])
        groups[-1].append(slot)
        floor = max(floor, top + ENTRY) if top < floor else top + ENTRY
    blocks: list[Block] = []
    for group in groups:
        lanes = max(min(len(group), LANES, column.width() // LANE_MIN), 1)
        width = (column.width() - 2 * _GAP) // lanes
        for number, slot in enumerate(group[:lanes]):
            left = column.left() + _GAP + number * width
            place = QRect(left, int(top_of(slot.at.time())), width - _GAP, ENTRY)
            more = len(group) - lanes if number == lanes - 1 else 0
            blocks.append(Block(slot, place, more))
    return blocks


def _line_of(slot: Slot) -> Qt.PenStyle:
    """What is certain has a whole line around it."""
    open_ = slot.state in ("held", "leaving", "unsettled", "doubt", "waiting")
    return Qt.PenStyle.DashLine if open_ else Qt.PenStyle.SolidLine


def _font(font: QFont, size: int, *, bold: bool = False, struck: bool = False) -> QFont:
    made = QFont(font)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setStrikeOut(struck)
    return made


def _write(painter: QPainter, place: QRect, text: str) -> None:
    metrics = QFontMetrics(painter.font())
    said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)
