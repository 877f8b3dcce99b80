"""The notification's card: app, title, text, what is cut, picture, group, and the bubble below."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from tpns_desktop.ui.widgets.phones.content import PhoneContent
from tpns_desktop.ui.widgets.phones.layout import (
    HEAD_ICON,
    PADDING,
    PICTURE_HEIGHT,
    SIDE_ICON,
    TEXT_SIZE,
    THUMBNAIL,
    CardLayout,
    Face,
)
from tpns_desktop.ui.widgets.phones.lines import Block, lay_out
from tpns_desktop.ui.widgets.phones.styles import (
    APP,
    BADGE,
    GROUP_COVERS,
    INKS,
    NOTHING_COVERS,
    ON_COLOUR,
    SMS_COVERS,
    Inks,
    PhoneStyle,
)

_NORMAL = QFont.Weight.Normal
_BOLD = QFont.Weight.DemiBold
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class CardPainter:
    """Draws one card; made anew for each painting."""

    def __init__(
        self, painter: QPainter, content: PhoneContent, style: PhoneStyle, dark: bool, face: Face
    ) -> None:
        self._painter = painter
        self._content = content
        self._style = style
        self._inks: Inks = INKS[dark]
        self._face = face

    def draw(self, layout: CardLayout, left: float, top: float) -> float:
        """Draw the card; gives y below it and its group."""
        painter, style, content = self._painter, self._style, self._content
        card = QRectF(left, top, layout.width, layout.height)
        bottom = self._draw_group(card) if content.grouped else card.bottom()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._inks.card))
        painter.drawRoundedRect(card, style.radius, style.radius)
        y = card.top() + PADDING
        self._draw_head(card, y)
        y += layout.head_height
        x = card.left() + layout.text_x
        if content.picture and style.platform == "ios":
            below = y + (18 if style.head == "time" else 0)
            place = QRectF(card.right() - PADDING - THUMBNAIL, below, THUMBNAIL, THUMBNAIL)
            self._draw_picture(place)
        ink = self._inks.ink if content.title.strip() else self._inks.grey
        y = self._draw_block(layout.title, x, y, layout, self._face(TEXT_SIZE, _BOLD), ink)
        plain = self._face(TEXT_SIZE, _NORMAL)
        if layout.subtitle.shown:
            y = self._draw_block(layout.subtitle, x, y, layout, plain, self._inks.ink)
        ink = self._inks.ink if content.text.strip() else self._inks.grey
        fold = style.closed_lines if layout.folded else None
        y = self._draw_block(layout.text, x, y, layout, plain, ink, fold)
        if layout.marked:
            self._draw_mark(x, y + 2, layout.text_width)
            y += 18
        if content.picture and style.platform == "android" and content.opened:
            width = card.right() - PADDING - x
            self._draw_picture(QRectF(x, y + 4, width, PICTURE_HEIGHT))
        return bottom

    def draw_nothing(self, left: float, top: float, width: float) -> float:
        """Say in place of a card that none appears; gives y below."""
        painter = self._painter
        lines = lay_out(self._content.nothing, self._face(TEXT_SIZE, _NORMAL), width - 24, 6).shown
        height = 24.0 + 18 * len(lines)
        painter.setBrush(QColor(0, 0, 0, NOTHING_COVERS))
        painter.setPen(QPen(QColor(ON_COLOUR), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(left, top, width, height), 14, 14)
        painter.setFont(self._face(TEXT_SIZE, _NORMAL))
        for place, line in enumerate(lines):
            painter.drawText(QRectF(left + 12, top + 12 + 18 * place, width - 24, 18), 0, line.text)
        return top + height

    # Parts

    def _draw_head(self, card: QRectF, top: float) -> None:
        painter, style, content = self._painter, self._style, self._content
        inside = card.adjusted(PADDING, 0, -PADDING, 0)
        if style.icon == "side":
            self._draw_icon(QRectF(inside.left(), top, SIDE_ICON, SIDE_ICON))
            row = QRectF(inside.left() + SIDE_ICON + 10, top, inside.width() - SIDE_ICON - 10, 20)
        elif style.icon == "right":
            self._draw_icon(QRectF(inside.right() - SIDE_ICON, top, SIDE_ICON, SIDE_ICON))
            row = QRectF(inside.left(), top, inside.width() - SIDE_ICON - 8, 20)
        else:
            self._draw_icon(QRectF(inside.left(), top, HEAD_ICON, HEAD_ICON))
            row = QRectF(inside.left() + 28, top, inside.width() - 28, 20)
        small = self._face(11, _NORMAL)
        metrics = QFontMetricsF(small)
        painter.setFont(small)
        painter.setPen(QColor(self._inks.grey))
        now = QCoreApplication.translate("PhoneView", "now")
        room = metrics.horizontalAdvance(now)
        bell = 16.0 if content.muted else 0.0
        if style.head == "time":
            painter.drawText(row, _RIGHT, now)
            if content.muted:
                self._draw_muted(QPointF(row.right() - room - 9, row.center().y()))
            return
        name = content.app_name.upper() if style.capitals else content.app_name
        if style.head == "name_dot_time":
            name = metrics.elidedText(
                name, Qt.TextElideMode.ElideRight, row.width() - room - 16 - bell
            )
            said = f"{name} · {now}" if name else now
            painter.drawText(row, _LEFT, said)
            end = row.left() + metrics.horizontalAdvance(said) + 9
            if style.icon != "right":
                self._draw_chevron(QPointF(row.right() - 5, row.center().y()))
        else:
            name = metrics.elidedText(
                name, Qt.TextElideMode.ElideRight, row.width() - room - 8 - bell
            )
            painter.drawText(row, _LEFT, name)
            painter.drawText(row, _RIGHT, now)
            end = row.right() - room - 9
        if content.muted:
            self._draw_muted(QPointF(end, row.center().y()))

    def _draw_icon(self, place: QRectF) -> None:
        painter, content = self._painter, self._content
        colour = QColor(content.app_colour) if content.app_colour else QColor(APP)
        painter.setBrush(colour if colour.isValid() else QColor(APP))
        painter.setPen(Qt.PenStyle.NoPen)
        radius = place.width() * self._style.icon_round
        painter.drawRoundedRect(place, radius, radius)
        painter.setPen(QColor(ON_COLOUR))
        painter.setFont(self._face(round(place.width() * 0.55), QFont.Weight.Bold))
        painter.drawText(place, _MIDDLE, content.app_name[:1].upper() or "·")
        if content.badge:
            self._draw_badge(place)

    def _draw_badge(self, icon: QRectF) -> None:
        painter = self._painter
        face = self._face(9, QFont.Weight.Bold)
        width = max(14.0, QFontMetricsF(face).horizontalAdvance(self._content.badge) + 7)
        place = QRectF(icon.right() - width / 2 - 1, icon.top() - 7, width, 14)
        painter.setBrush(QColor(BADGE))
        painter.setPen(QPen(QColor(self._inks.card), 1))
        painter.drawRoundedRect(place, 7, 7)
        painter.setPen(QColor(ON_COLOUR))
        painter.setFont(face)
        painter.drawText(place, _MIDDLE, self._content.badge)

    def _draw_muted(self, middle: QPointF) -> None:
        """A bell, struck through."""
        painter = self._painter
        painter.save()
        painter.translate(middle)
        painter.setBrush(QColor(self._inks.grey))
        painter.setPen(Qt.PenStyle.NoPen)
        bell = QPainterPath(QPointF(-4.5, 3))
        bell.cubicTo(QPointF(-2.5, 1), QPointF(-4, -5), QPointF(0, -5))
        bell.cubicTo(QPointF(4, -5), QPointF(2.5, 1), QPointF(4.5, 3))
        bell.closeSubpath()
        painter.drawPath(bell)
        painter.drawEllipse(QPointF(0, 4.4), 1.4, 1.2)
        painter.setPen(QPen(QColor(self._inks.card), 3))
        painter.drawLine(QPointF(-5, -5), QPointF(5, 5))
        painter.setPen(QPen(QColor(self._inks.grey), 1.2))
        painter.drawLine(QPointF(-5, -5), QPointF(5, 5))
        painter.restore()

    def _draw_chevron(self, middle: QPointF) -> None:
        painter = self._painter
        up = -1 if self._content.opened else 1
        painter.setPen(QPen(QColor(self._inks.grey), 1.4))
        tip = middle + QPointF(0, 2 * up)
        painter.drawLine(middle + QPointF(-4, -2 * up), tip)
        painter.drawLine(tip, middle + QPointF(4, -2 * up))

    def _draw_block(
        self,
        block: Block,
        x: float,
        y: float,
        layout: CardLayout,
        font: QFont,
        ink: str,
        fold_after: int | None = None,
    ) -> float:
        painter, height = self._painter, layout.line_height
        painter.setFont(font)
        for place, line in enumerate(block.shown):
            if place == fold_after:
                self._draw_fold(x, y, layout.text_width)
                painter.setFont(font)
                y += 14
            painter.setPen(QColor(ink))
            painter.drawText(QRectF(x + line.x, y, layout.text_width + 40, height), 0, line.text)
            y += height
        if block.cut is None:
            return y
        if block.joined:
            y -= height
        if block.by_limit:
            painter.setPen(QPen(QColor(self._inks.mark), 2))
            at = x + block.mark_x + 3
            above = y if block.joined or not block.shown else y - height
            painter.drawLine(QPointF(at, above), QPointF(at, above + height - 2))
        metrics = QFontMetricsF(font)
        for line in block.rest:
            width = metrics.horizontalAdvance(line.text)
            striped = QRectF(x + line.x, y, width, height)
            painter.setPen(QColor(self._inks.grey))
            painter.drawText(QRectF(x + line.x, y, layout.text_width + 40, height), 0, line.text)
            # A pattern over it, so that it is not the colour alone that says "not shown".
            painter.fillRect(striped, QBrush(QColor(self._inks.hatch), Qt.BrushStyle.BDiagPattern))
            y += height
        if block.joined and not block.rest:
            y += height
        return y

    def _draw_fold(self, x: float, y: float, width: float) -> None:
        """Above this line is what a closed notification shows."""
        painter = self._painter
        face = self._face(9, QFont.Weight.Medium)
        words = QCoreApplication.translate("PhoneView", "when opened")
        room = QFontMetricsF(face).horizontalAdvance(words) + 4
        painter.setPen(QPen(QColor(self._inks.grey), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, y + 7), QPointF(x + width - room - 4, y + 7))
        painter.setPen(QColor(self._inks.grey))
        painter.setFont(face)
        painter.drawText(QRectF(x + width - room, y, room, 14), _RIGHT, words)

    def _draw_mark(self, x: float, y: float, width: float) -> None:
        painter = self._painter
        face = self._face(11, _BOLD)
        words = self._content.limit_words or QCoreApplication.translate("PhoneView", "✂ cut here")
        room = QFontMetricsF(face).horizontalAdvance(words) + 6
        painter.setPen(QPen(QColor(self._inks.mark), 1, Qt.PenStyle.DashLine))
        if width - room > 8:
            painter.drawLine(QPointF(x, y + 8), QPointF(x + width - room - 4, y + 8))
        painter.setPen(QColor(self._inks.mark))
        painter.setFont(face)
        painter.drawText(QRectF(x + width - room, y - 1, room, 18), _RIGHT, words)

    def _draw_picture(self, place: QRectF) -> None:
        """A frame with hills and the host: the picture itself is not loaded."""
        painter = self._painter
        painter.save()
        painter.setPen(QPen(QColor(self._inks.grey), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QBrush(QColor(self._inks.hatch), Qt.BrushStyle.Dense6Pattern))
        painter.drawRoundedRect(place, 6, 6)
        small = place.height() <= THUMBNAIL
        hills = QPainterPath(QPointF(place.left() + 6, place.bottom() - (8 if small else 24)))
        top = place.top() + (12 if small else 14)
        hills.lineTo(place.left() + place.width() * 0.35, top)
        hills.lineTo(place.left() + place.width() * 0.55, place.bottom() - (14 if small else 34))
        hills.lineTo(place.left() + place.width() * 0.7, top + 8)
        hills.lineTo(place.right() - 6, place.bottom() - (8 if small else 24))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._inks.grey), 1.4))
        painter.drawPath(hills)
        if not small:
            face = self._face(11, _NORMAL)
            row = QRectF(place.left(), place.bottom() - 21, place.width(), 21)
            painter.fillRect(row.adjusted(1, 0, -1, -1), QColor(self._inks.card))
            painter.setFont(face)
            painter.setPen(QColor(self._inks.grey))
            host = QFontMetricsF(face).elidedText(
                self._content.picture, Qt.TextElideMode.ElideMiddle, place.width() - 12
            )
            painter.drawText(row, _MIDDLE, host)
        painter.restore()

    def _draw_group(self, card: QRectF) -> float:
        """Edges of cards below, and the group's words on the last."""
        painter, style = self._painter, self._style
        words = self._content.summary
        bottom = card.bottom() + (22 if words else 6)
        below = QColor(self._inks.card)
        below.setAlpha(GROUP_COVERS)
        painter.setPen(QPen(QColor(self._inks.hatch), 1))
        painter.setBrush(below)
        painter.drawRoundedRect(
            QRectF(card.left() + 8, card.top() + 20, card.width() - 16, bottom - card.top() - 20),
            style.radius,
            style.radius,
        )
        if words:
            face = self._face(11, QFont.Weight.Medium)
            row = QRectF(card.left() + 20, card.bottom(), card.width() - 40, 21)
            painter.setFont(face)
            painter.setPen(QColor(self._inks.ink))
            said = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, row.width())
            painter.drawText(row, _LEFT, said)
        return bottom


def draw_sms(painter: QPainter, sms: str, dark: bool, place: QRectF, face: Face) -> None:
    """Draw a text message that comes afterwards, at the top of `place`."""
    inks = INKS[dark]
    head, _, rest = sms.partition("\n")
    bold, plain = face(12, _BOLD), face(12, _NORMAL)
    width = place.width() - 24
    lines = [(line.text, bold) for line in lay_out(head, bold, width, 2, rest_lines=0).shown]
    if rest:
        lines += [(line.text, plain) for line in lay_out(rest, plain, width, 3, rest_lines=0).shown]
    line_height = QFontMetricsF(plain).height() + 2
    card = QRectF(place.left(), place.top(), place.width(), 16 + line_height * len(lines))
    ground = QColor(inks.card)
    ground.setAlpha(SMS_COVERS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(card, 18, 18)
    painter.setPen(QColor(inks.ink))
    y = card.top() + 8
    for line, font in lines:
        painter.setFont(font)
        painter.drawText(QRectF(card.left() + 12, y, width, line_height), 0, line)
        y += line_height
