"""A share of a whole as a filled track; the number stands beside it, the bar is for the eye."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpns_desktop.ui.theme.tokens import current_tokens

_RADIUS = 4.0


class BarTrack(QWidget):
    """`set_share` fills it, in the colour of a token."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._colour = "accent"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float:
        """The filled part, 0 to 1."""
        return self._share

    def set_share(self, share: float, colour: str = "accent") -> None:
        """Fill this part, 0 to 1; `colour` is the name of a token."""
        self._share = min(max(share, 0.0), 1.0)
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        tokens = current_tokens()
        painter.setBrush(QColor(tokens.sunken))
        painter.drawRoundedRect(whole, _RADIUS, _RADIUS)
        if self._share <= 0:
            return
        # A share too small to see is still not nothing.
        width = max(whole.width() * self._share, 2 * _RADIUS)
        painter.setBrush(QColor(str(getattr(tokens, self._colour))))
        painter.drawRoundedRect(QRectF(0, 0, width, whole.height()), _RADIUS, _RADIUS)
