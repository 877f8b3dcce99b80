"""Two to five choices side by side, at most one of them chosen.

Radio buttons by nature (role, Tab to the group, arrows inside it), segments by look. Where the
width does not suffice they go on in a second row.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from tpns_desktop.ui.theme.tokens import CONTROL_HEIGHT, FOCUS_RING, RADIUS_FIELD, current_tokens
from tpns_desktop.ui.widgets.flow_layout import FlowLayout, flowing
from tpns_desktop.ui.widgets.tab_order import follow

_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class Segmented(QWidget):
    """Exclusive choices as (key, words).

    Signal `chosen(str)`: a person chose this key. `set_value` never emits.
    """

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._segments: dict[str, Segment] = {}
        self._wanted: str | None = None
        self._group = QButtonGroup(self)
        self._flow = FlowLayout(self, spacing=-1, line_spacing=-1, centred=True)
        self.setSizePolicy(flowing())
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Show these choices in this order and keep the present value if it is among them."""
        if [key for key, _ in choices] != list(self._segments):
            self._make(choices)
        for key, text in choices:
            segment = self._segments[key]
            segment.setText(text)
            segment.updateGeometry()
        self._say()
        self.updateGeometry()

    def value(self) -> str | None:
        """The chosen key; None while nothing is chosen."""
        return next((key for key, one in self._segments.items() if one.isChecked()), None)

    def set_value(self, key: str | None) -> None:
        """Choose `key`, or nothing with None. A key that is offered only later is chosen then."""
        self._wanted = key
        self._group.setExclusive(False)
        for name, segment in self._segments.items():
            segment.setChecked(name == key)
        self._group.setExclusive(True)
        self._fix_tab_stop()

    def segment(self, key: str) -> QRadioButton:
        """The button of a choice, to enable or explain it."""
        return self._segments[key]

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._say()

    def choose(self, key: str) -> None:
        """Choose as a person does: emits `chosen`."""
        self._segments[key].setChecked(True)
        self._on_pressed(key)

    def step(self, key: str, by: int) -> None:
        """Go from a choice to the next enabled one, and choose it (an arrow key)."""
        keys = [name for name, one in self._segments.items() if one.isEnabled()]
        other = keys[(keys.index(key) + by) % len(keys)]
        self._segments[other].setFocus(Qt.FocusReason.TabFocusReason)
        if not self._segments[other].isChecked():
            self.choose(other)

    def _make(self, choices: Sequence[tuple[str, str]]) -> None:
        for old in self._segments.values():
            self._group.removeButton(old)
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._segments = {}
        for key, _ in choices:
            segment = self._new_segment(key)
            self._segments[key] = segment
            self._group.addButton(segment)
            self._flow.addWidget(segment)
            segment.pressed_by_person.connect(self._on_pressed)
        follow(self, list(self._segments.values()))
        self.set_value(self._wanted)

    def _new_segment(self, key: str) -> Segment:
        """One choice; overridden where choices look otherwise."""
        return Segment(key, self)

    def _on_pressed(self, key: str) -> None:
        changed = key != self._wanted
        self._wanted = key
        self._fix_tab_stop()
        if changed:  # a click on what is chosen already is no news
            self.chosen.emit(key)

    def _fix_tab_stop(self) -> None:
        # One Tab stop: the chosen segment, or the first while nothing is chosen.
        stop = self.value() or next(iter(self._segments), None)
        for key, segment in self._segments.items():
            segment.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if key == stop else Qt.FocusPolicy.ClickFocus
            )
        if stop is not None:
            self.setFocusProxy(self._segments[stop])
            self._segments[stop].raise_()  # its edge lies over its neighbours'

    def _say(self) -> None:
        group = self.accessibleName()
        for segment in self._segments.values():
            segment.setAccessibleName(segment.text())
            segment.setAccessibleDescription(group)


class Segment(QRadioButton):
    """Signal `pressed_by_person(str)`: it was clicked or its key pressed, and is checked now."""

    pressed_by_person = Signal(str)

    def __init__(self, key: str, parent: Segmented) -> None:
        super().__init__(parent)
        self._owner = parent
        self.key = key
        self.setObjectName(key)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self, _checked: bool) -> None:
        self.pressed_by_person.emit(self.key)

    def sizeHint(self) -> QSize:
        return QSize(self.metrics().horizontalAdvance(self.text()) + 26, CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 60), CONTROL_HEIGHT)

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._owner.step(self.key, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.EnabledChange):
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter)
        self.paint_text(painter, self.rect())

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the segment without its words."""
        tokens = current_tokens()
        chosen = self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = tokens.accent_soft if chosen else tokens.surface
        if self.underMouse() and not chosen and self.isEnabled():
            ground = tokens.sunken
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.border_strong), 1))
        shape = self._shape(edge)
        painter.drawPath(shape)
        if self.hasFocus():
            ring = FOCUS_RING / 2
            painter.setBrush(Qt.BrushStyle.NoBrush)
            # In the colour of a choice the ring of one that is not chosen would look like one.
            painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.text), FOCUS_RING))
            painter.drawPath(self._shape(QRectF(self.rect()).adjusted(ring, ring, -ring, -ring)))

    def paint_text(self, painter: QPainter, place: QRect) -> None:
        """Paint the words in the middle of `place`."""
        tokens = current_tokens()
        chosen = self.isChecked()
        colour = tokens.accent if chosen else tokens.muted
        painter.setPen(QColor(colour if self.isEnabled() else tokens.faint))
        font = self.font()
        font.setWeight(font.Weight.DemiBold if chosen else font.Weight.Medium)
        painter.setFont(font)
        text = self.metrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, place.width() - 8
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def metrics(self) -> QFontMetrics:
        """What the words measure."""
        # Of the heavier weight, so that choosing moves nothing.
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        return QFontMetrics(font)

    def _shape(self, edge: QRectF) -> QPainterPath:
        """Rounded where the row of segments begins and ends, straight between."""
        row = [
            one
            for one in self._owner.findChildren(Segment)
            if one.y() == self.y() and not one.isHidden()
        ]
        first = all(one.x() >= self.x() for one in row)
        last = all(one.x() <= self.x() for one in row)
        radius = RADIUS_FIELD
        path = QPainterPath()
        path.addRoundedRect(edge, radius, radius)
        if not first:
            path = path.united(_square(edge.left(), edge, radius))
        if not last:
            path = path.united(_square(edge.right() - radius, edge, radius))
        return path


def _square(left: float, edge: QRectF, width: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(left, edge.top(), width, edge.height()))
    return path
