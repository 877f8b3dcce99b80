"""A chat as it is read on a phone: who writes, and below each other what the message is made of.

Owns how a kind of element looks; what stands in it comes in as words. Nothing is loaded: a picture
or a video is a box of its shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.theme import icons
from tpns_desktop.ui.theme.tokens import current_tokens

BUBBLE_WIDTH = 250
"""At most, in device-independent pixels."""
_BOX_HEIGHT = 150
_ICONS = {"file": "drafts", "sound": "play", "location": "pin", "face": "question", "custom": "key"}


@dataclass(frozen=True)
class Bubble:
    """One element."""

    kind: str
    """text, image, file, sound, video, location, face or custom."""
    text: str
    more: str
    """Small below it; may be empty."""
    shape: tuple[int, int] = (0, 0)
    """Width and height of a picture, in any unit."""


class ChatBubbles(QScrollArea):
    """It is a picture: `accessibleDescription` says the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chat.bubbles")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: tuple[str, tuple[Bubble, ...], str] | None = None
        self._made: list[_Row] = []
        page = QFrame()
        page.setProperty("role", "chat")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(14, 12, 14, 14)
        self._column.setSpacing(6)
        self._sender = QLabel()
        self._sender.setTextFormat(Qt.TextFormat.PlainText)
        self._sender.setProperty("role", "strong")
        self._sender.setWordWrap(True)
        self._column.addWidget(self._sender)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._column.addLayout(self._rows)
        self._foot = QLabel()
        self._foot.setTextFormat(Qt.TextFormat.PlainText)
        self._foot.setProperty("role", "hint")
        self._foot.setWordWrap(True)
        self._column.addWidget(self._foot)
        self._column.addStretch(1)
        self.setWidget(page)
        self._say()

    def show_chat(self, sender: str, bubbles: Sequence[Bubble], foot: str = "") -> None:
        """Draw these below each other, from `sender`; `foot` is said below them."""
        before, self._shown = self._shown, (sender, tuple(bubbles), foot)
        if before == self._shown:
            return
        self._sender.setText(sender)
        self._foot.setText(foot)
        self._foot.setVisible(bool(foot))
        # A keystroke changes one of them: the others stay as they are.
        kinds = [bubble.kind for bubble in bubbles]
        if before is None or [bubble.kind for bubble in before[1]] != kinds:
            self._make(bubbles)
        for place, bubble in enumerate(bubbles):
            if before is None or place >= len(before[1]) or before[1][place] != bubble:
                self._made[place].show_bubble(bubble)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _make(self, bubbles: Sequence[Bubble]) -> None:
        for row in self._made:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._made = [_Row(bubble.kind) for bubble in bubbles]
        for row, bubble in zip(self._made, bubbles, strict=True):
            row.show_bubble(bubble)
            self._rows.addWidget(row, 0, Qt.AlignmentFlag.AlignLeft)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("The message in the chat"))
        if self._shown is None:
            return
        sender, bubbles, foot = self._shown
        said = [sender]
        for bubble in bubbles:
            said += [part for part in (bubble.text, bubble.more) if part]
        self.setAccessibleDescription("\n".join(part for part in (*said, foot) if part))


class _Row(QFrame):
    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self._text, self._more = QLabel(), QLabel()
        self.setProperty("role", "bubble")
        self.setProperty("dashed", kind in ("custom", "face"))
        self.setMaximumWidth(BUBBLE_WIDTH)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 12, 8)
        line.setSpacing(8)
        if kind in _ICONS:
            self._sign = QLabel()
            self._sign.setFixedSize(20, 20)
            line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
            self._show_sign()
        words = QVBoxLayout()
        words.setSpacing(2)
        self._box = _Box(playing=kind == "video") if kind in ("image", "video") else None
        if self._box is not None:
            words.addWidget(self._box)
        self._more.setProperty("role", "hint")
        for label in (self._text, self._more):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            words.addWidget(label)
        line.addLayout(words, 1)

    def show_bubble(self, bubble: Bubble) -> None:
        for label, text in ((self._text, bubble.text), (self._more, bubble.more)):
            label.setText(text)
            label.setVisible(bool(text))
        self._fit()
        if self._box is not None:
            self._box.set_shape(bubble.shape)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and self._kind in _ICONS:
            self._show_sign()
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        # A label that wraps is as narrow as it likes, and the bubble is not asked how high it is
        # then: both are told.
        for label in (self._text, self._more):
            metrics = label.fontMetrics()
            lines = label.text().split("\n")
            widest = max(metrics.horizontalAdvance(line) for line in lines)
            room = BUBBLE_WIDTH - (52 if self._kind in _ICONS else 26)
            label.setFixedWidth(min(widest + 4, room))
            label.setMinimumHeight(max(label.heightForWidth(label.width()), 0))

    def _show_sign(self) -> None:
        self._sign.setPixmap(
            icons.pixmap(_ICONS[self._kind], "accent", 20, self.devicePixelRatioF())
        )


class _Box(QWidget):
    """A picture that is not loaded, in its shape; a video with the sign to play it."""

    def __init__(self, *, playing: bool) -> None:
        super().__init__()
        self._playing = playing
        self._shape = (4, 3)

    def set_shape(self, shape: tuple[int, int]) -> None:
        wide, high = shape
        self._shape = (wide, high) if wide > 0 and high > 0 else (4, 3)
        room = BUBBLE_WIDTH - 24
        scale = min(room / self._shape[0], _BOX_HEIGHT / self._shape[1])
        self.setFixedSize(
            QSize(max(round(self._shape[0] * scale), 24), max(round(self._shape[1] * scale), 24))
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.border_strong), 1))
        painter.setBrush(QColor(tokens.sunken))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 6, 6)
        middle = box.center()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.faint))
        size = min(box.width(), box.height()) / 5
        if self._playing:
            corners = [(-size / 2, -size * 0.7), (size * 0.8, 0.0), (-size / 2, size * 0.7)]
        else:
            corners = [(-size, size * 0.7), (-size / 4, -size / 3), (size / 4, size / 4)]
            corners += [(size / 2, 0.0), (size, size * 0.7)]
            sun = QPointF(middle.x() + size * 0.7, middle.y() - size * 0.7)
            painter.drawEllipse(sun, size / 4, size / 4)
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
