"""A row of small drawn phones, each a button: pressing it taps the notification that stands on it.

Owns how they look and where they stand; what they show and the words for it come in as text. Six
side by side, or three where the width does not suffice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from tpns_desktop.ui.theme.tokens import FOCUS_RING, current_tokens
from tpns_desktop.ui.widgets.phones.lines import lay_out
from tpns_desktop.ui.widgets.phones.styles import APP, INKS, ON_COLOUR, STYLES, Inks
from tpns_desktop.ui.widgets.tab_order import follow

PHONE_HEIGHT = 250
_NARROWEST = 128
"""Width below which six are too many for one row."""
_GAP = 14
_BEZEL = "#0A0B0D"
_AWAY = ("#3A4047", "#565D68", "#6E7683")
"""Wallpaper of a phone that is switched off."""
_MESSAGES = "#0A7A45"
"""The mark of a phone's text messages."""
_GHOST = 0.74
"""How strongly a card is drawn that has been tapped, or stands on a phone that is away."""
_SIZE = 11
_NORMAL = QFont.Weight.Normal
_BOLD = QFont.Weight.DemiBold
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)
class WallCard:
    """Something that stands on a phone."""

    head: str
    """Small above it, in the shade: whose it is."""
    title: str
    text: str
    mark: str = ""
    """Below it: that it is cut, or was tapped."""
    ghost: bool = False
    kind: Literal["notice", "bubble", "sms"] = "notice"
    """A notification, a message in a chat, a text message."""


@dataclass(frozen=True)
class WallPicture:
    """One phone as it is now."""

    name: str
    style: str
    """Key of `phones.styles.STYLES`; its wallpaper is drawn."""
    clock: str
    caption: str
    """What became of the push on it."""
    note: str = ""
    """Further lines below that."""
    cards: tuple[WallCard, ...] = ()
    app_colour: str = ""
    away: bool = False
    tappable: bool = False
    said: str = ""
    """All of it in words."""


_NOTHING = WallPicture("", "android", "", "")


class WallPhone(QAbstractButton):
    """One phone. `clicked` says that it was pressed; whether that is a tap is decided elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = _NOTHING
        self._shade = False
        self._faces: dict[tuple[int, QFont.Weight], QFont] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def picture(self) -> WallPicture:
        """What it shows."""
        return self._picture

    def show_picture(self, picture: WallPicture, *, shade: bool) -> None:
        """Draw this; `shade`: the list of notifications is pulled down."""
        if (picture, shade) == (self._picture, self._shade):
            return
        self._picture, self._shade = picture, shade
        self.setAccessibleName(picture.name)
        self.setAccessibleDescription(picture.said)
        self.setToolTip(picture.said)
        hand = Qt.CursorShape.PointingHandCursor
        self.setCursor(hand if picture.tappable else Qt.CursorShape.ArrowCursor)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, PHONE_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._faces.clear()
        super().changeEvent(event)

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        ring = FOCUS_RING + 1.0
        phone = QRectF(self.rect()).adjusted(ring, ring, -ring, -ring)
        if self.hasFocus():
            painter.setPen(QPen(QColor(current_tokens().accent), FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(phone.adjusted(-1.5, -1.5, 1.5, 1.5), 25, 25)
        painter.setPen(QPen(QColor(current_tokens().border_strong), 1))
        painter.setBrush(QColor(_BEZEL))
        painter.drawRoundedRect(phone, 24, 24)
        screen = phone.adjusted(5, 5, -5, -5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._wallpaper(screen))
        painter.drawRoundedRect(screen, 19, 19)
        top = self._draw_top(painter, screen)
        bottom = screen.bottom() - 8
        for card in self._picture.cards:
            top = self._draw_card(painter, card, screen, top, bottom) + 7

    def _wallpaper(self, screen: QRectF) -> QLinearGradient:
        gradient = QLinearGradient(screen.topLeft(), screen.bottomRight())
        colours = _AWAY if self._picture.away else STYLES[self._picture.style].wallpaper
        for at, colour in zip((0.0, 0.5, 1.0), colours, strict=True):
            gradient.setColorAt(at, QColor(colour))
        return gradient

    def _draw_top(self, painter: QPainter, screen: QRectF) -> float:
        """The clock, or the shade's first row; gives y where cards begin."""
        clock = self._picture.clock
        if not self._shade:
            painter.setPen(QColor(ON_COLOUR))
            painter.setFont(self._face(26, QFont.Weight.Light))
            row = QRectF(screen.left(), screen.top() + 16, screen.width(), 34)
            painter.drawText(row, _MIDDLE, clock)
            return row.bottom() + 16
        painter.setBrush(QColor(0, 0, 0, 110))
        painter.drawRoundedRect(screen, 19, 19)
        painter.setPen(QColor(ON_COLOUR))
        painter.setFont(self._face(13, _NORMAL))
        row = QRectF(screen.left() + 12, screen.top() + 8, screen.width() - 24, 18)
        painter.drawText(row, _LEFT, clock)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = (row.width() - 4 * 17) / 3
        for place in range(4):
            painter.setBrush(QColor(255, 255, 255, 90 if place < 2 else 46))
            painter.drawEllipse(QRectF(row.left() + place * (17 + gap), row.bottom() + 4, 17, 17))
        return row.bottom() + 30

    def _draw_card(
        self, painter: QPainter, card: WallCard, screen: QRectF, top: float, bottom: float
    ) -> float:
        plain, bold = self._face(_SIZE, _NORMAL), self._face(_SIZE, _BOLD)
        place = QRectF(screen.left() + 8, top, screen.width() - 16, 0)
        if card.kind == "bubble":
            place.setRight(place.right() - 12)
        width, height = place.width() - 20, QFontMetricsF(plain).height() + 1
        heads = 18.0 if self._shade and card.head else 0.0
        below = height + 2 if card.mark else 0.0
        # In the list the head says it already.
        said = "" if heads and card.kind == "sms" else card.title
        title = lay_out(said.replace("\n", " "), bold, width, 1, rest_lines=0).shown
        room = bottom - top - 18 - heads - below - height * len(title)
        most = min(6 if self._shade else 3, max(1, int(room // height)))
        text = lay_out(card.text, plain, width, most, rest_lines=0).shown
        place.setHeight(18 + heads + below + height * (len(title) + len(text)))
        if place.bottom() > bottom + 1:
            return top  # the phone is full
        painter.save()
        if card.ghost or self._picture.away:
            painter.setOpacity(_GHOST)
        inks = INKS[False]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(inks.card))
        painter.drawRoundedRect(place, 13, 13)
        painter.setOpacity(1.0)
        y = place.top() + 9
        if heads:
            self._draw_head(painter, card, QRectF(place.left() + 10, y - 2, width, 15), inks)
            y += heads
        painter.setPen(QColor(inks.ink))
        for face, lines in ((bold, title), (plain, text)):
            painter.setFont(face)
            for line in lines:
                painter.drawText(QRectF(place.left() + 10, y, width + 8, height), _LEFT, line.text)
                y += height
        if card.mark:
            painter.setPen(QColor(inks.ink if card.ghost else inks.mark))
            painter.setFont(bold)
            row = QRectF(place.left() + 10, y + 2, width, height)
            said = QFontMetricsF(bold).elidedText(card.mark, Qt.TextElideMode.ElideRight, width)
            painter.drawText(row, _RIGHT, said)
        painter.restore()
        return place.bottom()

    def _draw_head(self, painter: QPainter, card: WallCard, row: QRectF, inks: Inks) -> None:
        colour = QColor(self._picture.app_colour or APP)
        if card.kind == "sms":
            colour = QColor(_MESSAGES)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour if colour.isValid() else QColor(APP))
        round_by = 6 if card.kind == "sms" else 3
        painter.drawRoundedRect(QRectF(row.left(), row.top() + 1, 12, 12), round_by, round_by)
        painter.setPen(QColor(inks.grey))
        face = self._face(10, _NORMAL)
        painter.setFont(face)
        words = row.adjusted(17, 0, 0, 0)
        said = QFontMetricsF(face).elidedText(card.head, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, _LEFT, said)

    def _face(self, size: int, weight: QFont.Weight) -> QFont:
        font = self._faces.get((size, weight))
        if font is None:
            font = QFont(self.font())
            font.setPixelSize(size)
            font.setWeight(weight)
            self._faces[size, weight] = font
        return font


class PhoneWall(QWidget):
    """The phones in a row, each with its lines below.

    Signal `pressed(str)`: the phone with this key was pressed.
    """

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.phones: dict[str, WallPhone] = {}
        self._lines: dict[str, tuple[QLabel, QLabel]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pictures(self, pictures: Sequence[tuple[str, WallPicture]], *, shade: bool) -> None:
        """Show these phones, as (key, picture), in this order."""
        if [key for key, _picture in pictures] != list(self.phones):
            self._make([key for key, _picture in pictures])
        for key, picture in pictures:
            self.phones[key].show_picture(picture, shade=shade)
            name, caption = self._lines[key]
            name.setText(picture.name)
            caption.setText("\n".join(filter(None, (picture.caption, picture.note))))
        self.updateGeometry()
        self._place()

    def caption(self, key: str) -> str:
        """The lines below a phone."""
        return self._lines[key][1].text()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._laid_out(width, move=False)

    def sizeHint(self) -> QSize:
        return QSize(6 * 160 + 5 * _GAP, self._laid_out(max(self.width(), 300), move=False))

    def minimumSizeHint(self) -> QSize:
        return QSize(3 * 90 + 2 * _GAP, PHONE_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place()

    def _make(self, keys: Sequence[str]) -> None:
        for key in list(self.phones):
            for old in (self.phones.pop(key), *self._lines.pop(key)):
                old.hide()
                old.deleteLater()
        for key in keys:
            phone = WallPhone(self)
            phone.setObjectName(f"wall.{key}")
            phone.clicked.connect(self._on_clicked)
            name, caption = QLabel(self), QLabel(self)
            name.setProperty("role", "strong")
            caption.setProperty("role", "muted")
            caption.setObjectName(f"wall.{key}.caption")
            for label in (name, caption):
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setWordWrap(True)
            self.phones[key], self._lines[key] = phone, (name, caption)
            for widget in (phone, name, caption):
                widget.show()
        follow(self, list(self.phones.values()))

    def _on_clicked(self) -> None:
        for key, phone in self.phones.items():
            if phone is self.sender():
                self.pressed.emit(key)

    def _place(self) -> None:
        self._laid_out(self.width(), move=True)

    def _laid_out(self, width: int, *, move: bool) -> int:
        """The height of it all at a width."""
        count = max(len(self.phones), 1)
        columns = count if (width + _GAP) // count - _GAP >= _NARROWEST else -(-count // 2)
        one, y = max((width + _GAP) // columns - _GAP, 40), 0
        keys = list(self.phones)
        # Six phones are the widest wall; fewer do not grow beyond their picture.
        one = min(one, 190)
        left = (width - columns * (one + _GAP) + _GAP) // 2
        for first in range(0, len(keys), columns):
            tallest = 0
            for place, key in enumerate(keys[first : first + columns]):
                x, (name, caption) = left + place * (one + _GAP), self._lines[key]
                at, below = y + PHONE_HEIGHT + 8, 0
                for label in (name, caption):
                    height = max(label.heightForWidth(one), label.fontMetrics().height())
                    if move:
                        label.setGeometry(QRect(x, at + below, one, height))
                    below += height + 2
                if move:
                    self.phones[key].setGeometry(QRect(x, y, one, PHONE_HEIGHT))
                tallest = max(tallest, below)
            y += PHONE_HEIGHT + 8 + tallest + _GAP
        return max(y - _GAP, 0)
