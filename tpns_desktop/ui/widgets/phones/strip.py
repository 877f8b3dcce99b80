"""A strip of small phones to choose one from; a mark says for which one a text is too long."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from tpns_desktop.ui.theme.tokens import TYPE_OVERLINE, current_tokens
from tpns_desktop.ui.widgets.phones.backdrop import wallpaper
from tpns_desktop.ui.widgets.phones.styles import INKS, STYLES
from tpns_desktop.ui.widgets.segmented import Segment, Segmented

_PHONE = QSize(22, 34)
_HEIGHT = 62
_LEAST = 46


class PhoneStrip(Segmented):
    """Segments by nature, small phones by look: (style, words).

    A style is a key of `phones.styles.STYLES`. Signal `chosen(str)`, as in `Segmented`.
    """

    def __init__(
        self, choices: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        self._too_long: Collection[str] = ()
        super().__init__(choices, parent)

    def set_dark(self, dark: bool) -> None:
        """Draw phones that are set dark."""
        for segment in self._segments.values():
            if isinstance(segment, _Small) and segment.dark != dark:
                segment.dark = dark
                segment.update()

    def set_too_long(self, styles: Collection[str]) -> None:
        """Mark these. Only a phone whose mark changes is painted anew."""
        if set(styles) == set(self._too_long):
            return
        changed = set(styles) ^ set(self._too_long)
        self._too_long = tuple(styles)
        for key in changed & set(self._segments):
            segment = self._segments[key]
            if isinstance(segment, _Small):
                segment.marked = key in styles
                segment.update()
        self._say()

    def _new_segment(self, key: str) -> Segment:
        segment = _Small(key, self)
        segment.marked = key in self._too_long
        return segment

    def _say(self) -> None:
        super()._say()
        for key, segment in self._segments.items():
            if key in self._too_long:
                said = self.tr("too long for this phone")
                segment.setAccessibleDescription(f"{self.accessibleName()}, {said}")


class _Small(Segment):
    marked = False
    dark = False

    def sizeHint(self) -> QSize:
        self._small_face()
        return QSize(max(self.metrics().horizontalAdvance(self.text()) + 10, _LEAST), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 60), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._small_face()
        painter = QPainter(self)
        self.paint_ground(painter)
        style = STYLES[self.key]
        phone = QRectF(QPointF((self.width() - _PHONE.width()) / 2, 6), _PHONE.toSizeF())
        painter.setPen(QPen(QColor("#0A0B0D"), 1.5))
        painter.setBrush(wallpaper(style, self.dark, phone))
        painter.drawRoundedRect(phone, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(INKS[self.dark].card))
        top = {"lock": 13, "banner": 4, "shade": 9}[style.place]
        card = QRectF(phone.left() + 3, phone.top() + top, phone.width() - 6, 9)
        if style.margin == 0:
            card.adjust(-2, 0, 2, 0)
        corner = style.radius / 8
        painter.drawRoundedRect(card, corner, corner)
        if self.marked:
            self._draw_mark(painter, phone.topRight())
        self.paint_text(painter, QRect(0, _HEIGHT - 21, self.width(), 18))

    def _draw_mark(self, painter: QPainter, middle: QPointF) -> None:
        """A triangle with an exclamation mark."""
        tokens = current_tokens()
        painter.setPen(QPen(QColor(tokens.surface), 1))
        painter.setBrush(QColor(tokens.warn))
        corners = [QPointF(0, -6), QPointF(7, 6), QPointF(-7, 6)]
        painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
        painter.setPen(QPen(QColor(tokens.surface), 1.6))
        painter.drawLine(middle + QPointF(0, -2), middle + QPointF(0, 1.6))
        painter.drawPoint(middle + QPointF(0, 4))

    def _small_face(self) -> None:
        font = self.font()
        if font.pixelSize() != TYPE_OVERLINE:
            font = QFont(font)
            font.setPixelSize(TYPE_OVERLINE)
            self.setFont(font)
