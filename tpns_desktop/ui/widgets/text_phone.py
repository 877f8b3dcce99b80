"""A drawn phone whose page of text messages is open: one text, as it will be read there.

Owns the widget and the words that describe it to a screen reader. The text comes in whole, with
its signature; what a low picture has no lines for ends in "…" and stands whole in the description.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpns_desktop.ui.widgets.phones.layout import FRAME, PHONE_WIDTH
from tpns_desktop.ui.widgets.phones.lines import lay_out
from tpns_desktop.ui.widgets.phones.styles import TEXT_INKS, TextInks

_BEZEL = "#0A0B0D"
_TEXT_SIZE = 14
_PADDING = 11.0
_SIDE = 14.0
"""Between the screen's edge and a bubble."""
_BUBBLE_WIDTH = 206.0
_HEAD = 78.0
"""Of the page: clock, sender."""
_SMALLEST = 0.6
_RADII = {"ios": 17.0, "android": 20.0}
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_NORMAL, _BOLD = QFont.Weight.Normal, QFont.Weight.DemiBold


@dataclass(frozen=True)
class TextContent:
    """What stands on the page."""

    text: str = ""
    """The whole text, its signature included."""
    head: str = ""
    """Above the bubble: when it came."""
    foot: str = ""
    """Below it: how long it is, or how many got it."""
    nothing: str = ""
    """Why no text can be shown; only where there is none."""


class TextPhone(QWidget):
    """It is a picture: `accessibleDescription` says the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = TextContent()
        self._platform = "ios"
        self._dark = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._say()

    def show_content(self, platform: str, content: TextContent) -> None:
        """Draw `content` on a phone of "ios" or "android"."""
        if (platform, content) != (self._platform, self._content):
            self._platform, self._content = platform, content
            self._say()
            self.update()

    def set_dark(self, dark: bool) -> None:
        """Draw a phone that is set dark; the program's own look is another thing."""
        if dark != self._dark:
            self._dark = dark
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(PHONE_WIDTH) + 16, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 190)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.update()
        super().changeEvent(event)

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        inks = TEXT_INKS[self._dark]
        scale = min(1.0, (self.width() - 8) / PHONE_WIDTH)
        needed = _HEAD + 84 + 2 * _PADDING + self._line_height() * self._rows_wanted()
        low = self.height() / needed
        if low < scale:
            scale = max(low, min(_SMALLEST, scale))
        painter.translate(self.width() / 2, 2)
        painter.scale(scale, scale)
        room = self.height() / scale - 2
        # The lower end of the phone is beyond the picture.
        phone = QRectF(-PHONE_WIDTH / 2, 0, PHONE_WIDTH, room + 60)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_BEZEL))
        painter.drawRoundedRect(phone, 34, 34)
        screen = phone.adjusted(FRAME - 1, FRAME - 1, 1 - FRAME, 0)
        painter.setBrush(QColor(inks.page))
        painter.drawRoundedRect(screen, 28, 28)
        self._draw_head(painter, screen, inks)
        self._draw_page(painter, screen, room, inks)

    def _draw_head(self, painter: QPainter, screen: QRectF, inks: TextInks) -> None:
        painter.setPen(QColor(inks.ink))
        painter.setFont(self._face(12, _BOLD))
        bar = QRectF(screen.left() + 22, screen.top() + 8, screen.width() - 44, 18)
        painter.drawText(bar, _LEFT, "9:41")
        sender, ios = self.tr("Text message"), self._platform == "ios"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(inks.grey))
        if ios:
            middle = QPointF(screen.center().x(), screen.top() + 38)
            name = QRectF(screen.left(), screen.top() + 52, screen.width(), 18)
        else:
            middle = QPointF(screen.left() + 50, screen.top() + 50)
            name = QRectF(screen.left() + 72, screen.top() + 38, screen.width() - 80, 24)
        painter.drawEllipse(middle, 12, 12)
        painter.setBrush(QColor(inks.page))
        painter.drawEllipse(QPointF(middle.x(), middle.y() - 3), 3.6, 3.6)
        painter.drawEllipse(QRectF(middle.x() - 6.5, middle.y() + 2.5, 13, 7))
        painter.setPen(QPen(QColor(inks.grey), 2))
        back = QPointF(screen.left() + 20, middle.y())
        painter.drawLine(back, back + QPointF(6, -6))
        painter.drawLine(back, back + QPointF(6, 6))
        painter.setPen(QColor(inks.ink))
        painter.setFont(self._face(11 if ios else 14, _BOLD))
        painter.drawText(name, _MIDDLE if ios else _LEFT, sender)
        painter.setPen(QPen(QColor(inks.line), 1))
        y = screen.top() + _HEAD - 4
        painter.drawLine(QPointF(screen.left(), y), QPointF(screen.right(), y))

    def _draw_page(self, painter: QPainter, screen: QRectF, room: float, inks: TextInks) -> None:
        content, y = self._content, screen.top() + _HEAD + 4
        small = self._face(11, _NORMAL)
        if content.head:
            painter.setFont(small)
            painter.setPen(QColor(inks.grey))
            wide = screen.width() - 2 * _SIDE
            for line in lay_out(content.head, small, wide, 2, rest_lines=0).shown:
                row = QRectF(screen.left() + _SIDE, y, wide, 16)
                painter.drawText(row, _MIDDLE, line.text)
                y += 16
            y += 6
        face, height = self._face(_TEXT_SIZE, _NORMAL), self._line_height()
        below = 26 if content.foot else 6
        rows = max(1, int((room - y - 2 * _PADDING - below) // height))
        lines = lay_out(self._said(), face, _BUBBLE_WIDTH - 2 * _PADDING, rows, rest_lines=0).shown
        if lines:
            metrics = QFontMetricsF(face)
            wide = max(metrics.horizontalAdvance(line.text) for line in lines)
            bubble = QRectF(
                screen.left() + _SIDE,
                y,
                min(wide + 1, _BUBBLE_WIDTH - 2 * _PADDING) + 2 * _PADDING,
                height * len(lines) + 2 * _PADDING,
            )
            self._draw_bubble(painter, bubble, inks)
            painter.setFont(face)
            painter.setPen(QColor(inks.ink if content.text else inks.grey))
            top = bubble.top() + _PADDING
            for line in lines:
                place = QRectF(bubble.left() + _PADDING, top, _BUBBLE_WIDTH, height)
                painter.drawText(place, _LEFT, line.text)
                top += height
            y = bubble.bottom()
        if content.foot:
            painter.setFont(small)
            painter.setPen(QColor(inks.grey))
            row = QRectF(screen.left() + _SIDE + 4, y + 5, screen.width() - 2 * _SIDE, 18)
            painter.drawText(row, _LEFT, content.foot)

    def _draw_bubble(self, painter: QPainter, bubble: QRectF, inks: TextInks) -> None:
        radius = min(_RADII[self._platform], bubble.height() / 2)
        painter.setPen(
            Qt.PenStyle.NoPen
            if self._content.text
            else QPen(QColor(inks.grey), 1, Qt.PenStyle.DashLine)
        )
        painter.setBrush(QColor(inks.bubble if self._content.text else inks.page))
        painter.drawRoundedRect(bubble, radius, radius)

    def _said(self) -> str:
        return self._content.text or self._content.nothing

    def _rows_wanted(self) -> int:
        face = self._face(_TEXT_SIZE, _NORMAL)
        return len(lay_out(self._said(), face, _BUBBLE_WIDTH - 2 * _PADDING, 40).shown)

    def _line_height(self) -> float:
        return QFontMetricsF(self._face(_TEXT_SIZE, _NORMAL)).height() + 1

    def _face(self, size: int, weight: QFont.Weight) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(size)
        font.setWeight(weight)
        return font

    # Words

    def _say(self) -> None:
        content = self._content
        phone = {"ios": "iPhone", "android": "Android"}[self._platform]
        self.setAccessibleName(self.tr("Text message, {0}").format(phone))
        said = self.tr("Text: {0}").format(content.text) if content.text else content.nothing
        self.setAccessibleDescription(
            "\n".join(part for part in (content.head, said, content.foot) if part)
        )
