"""The phone itself: case, wallpaper, clock or shade; all that does not change with a message."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QLinearGradient, QPainter

from tpns_desktop.ui.widgets.phones.layout import FRAME, PHONE_WIDTH, Face
from tpns_desktop.ui.widgets.phones.styles import ON_COLOUR, PhoneStyle

_BEZEL = "#0A0B0D"
_DIMMED = 48
"""Percent of a wallpaper's light that is left on a dark phone."""
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def wallpaper(style: PhoneStyle, dark: bool, place: QRectF) -> QLinearGradient:
    """The picture behind everything, in `place`."""
    bottom = place.top() + min(place.height(), 430)
    gradient = QLinearGradient(place.topLeft(), QPointF(place.right(), bottom))
    for at, value in zip((0.0, 0.5, 1.0), style.wallpaper, strict=True):
        colour = QColor(value)
        if dark:
            part = _DIMMED / 100
            colour = QColor.fromRgbF(
                colour.redF() * part, colour.greenF() * part, colour.blueF() * part
            )
        gradient.setColorAt(at, colour)
    return gradient


def draw_backdrop(
    painter: QPainter, style: PhoneStyle, dark: bool, height: float, face: Face
) -> float:
    """Draw a phone of `height` around x = 0; gives y where its notifications begin."""
    phone = QRectF(-PHONE_WIDTH / 2, 0, PHONE_WIDTH, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_BEZEL))
    painter.drawRoundedRect(phone, 34, 34)
    screen = phone.adjusted(FRAME - 1, FRAME - 1, 1 - FRAME, 1 - FRAME)
    painter.setBrush(wallpaper(style, dark, screen))
    painter.drawRoundedRect(screen, 28, 28)
    if style.place == "lock":
        return _draw_lock(painter, style, screen, face)
    if style.place == "banner":
        return _draw_home(painter, screen, face)
    return _draw_shade(painter, screen, dark, face)


def _draw_lock(painter: QPainter, style: PhoneStyle, screen: QRectF, face: Face) -> float:
    if style.platform == "android":
        painter.setBrush(QColor(_BEZEL))
        painter.drawEllipse(QPointF(screen.center().x(), screen.top() + 15), 5, 5)
    painter.setPen(QColor(ON_COLOUR))
    clock = QRectF(screen.left(), screen.top() + 22, screen.width(), 54)
    painter.setFont(face(44, QFont.Weight.Light))
    painter.drawText(clock, _MIDDLE, "9:41")
    date = QRectF(screen.left(), clock.bottom(), screen.width(), 18)
    painter.setFont(face(12, QFont.Weight.DemiBold))
    painter.drawText(date, _MIDDLE, _day())
    return date.bottom() + 20


def _draw_home(painter: QPainter, screen: QRectF, face: Face) -> float:
    """A phone in use: apps below the banner."""
    painter.setBrush(QColor(_BEZEL))
    painter.drawRoundedRect(QRectF(-34, screen.top() + 8, 68, 18), 9, 9)
    painter.setPen(QColor(ON_COLOUR))
    painter.setFont(face(12, QFont.Weight.DemiBold))
    bar = QRectF(screen.left() + 22, screen.top() + 8, screen.width() - 44, 18)
    painter.drawText(bar, _LEFT, "9:41")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(255, 255, 255, 46))
    edge, gap = 40.0, (screen.width() - 48 - 4 * 40.0) / 3
    rows = int((screen.height() - 200) // 66) + 1
    for row in range(max(rows, 1)):
        for column in range(4):
            place = QRectF(
                screen.left() + 24 + column * (edge + gap),
                screen.top() + 170 + row * 66,
                edge,
                edge,
            )
            painter.drawRoundedRect(place, 10, 10)
    return screen.top() + 36


def _draw_shade(painter: QPainter, screen: QRectF, dark: bool, face: Face) -> float:
    """The shade is pulled down: the wallpaper steps back, switches stand above."""
    painter.setBrush(QColor(0, 0, 0, 120 if dark else 60))
    painter.drawRoundedRect(screen, 28, 28)
    painter.setPen(QColor(ON_COLOUR))
    row = QRectF(screen.left() + 16, screen.top() + 12, screen.width() - 32, 26)
    painter.setFont(face(18, QFont.Weight.Light))
    painter.drawText(row, _LEFT, "9:41")
    painter.setFont(face(11, QFont.Weight.Medium))
    painter.drawText(row, _RIGHT, _day())
    painter.setPen(Qt.PenStyle.NoPen)
    gap = (screen.width() - 32 - 5 * 28.0) / 4
    for place in range(5):
        painter.setBrush(QColor(255, 255, 255, 90 if place < 2 else 46))
        left = screen.left() + 16 + place * (28 + gap)
        painter.drawEllipse(QRectF(left, row.bottom() + 8, 28, 28))
    return row.bottom() + 48


def _day() -> str:
    return QCoreApplication.translate("PhoneView", "Wednesday, 11 November")
