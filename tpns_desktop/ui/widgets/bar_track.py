"""A horizontal bar: a value's share of a maximum."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpns_desktop.ui.theme.tokens import current_tokens


class BarTrack(QWidget):
    """Drawn only; the number itself stands beside it, and in the accessible text."""

    def __init__(self, colour: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self._value = 0
        self._maximum = 0
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say()

    @property
    def value(self) -> int:
        """The value shown."""
        return self._value

    def set(self, value: int, maximum: int, colour: str | None = None) -> None:
        """Show `value` of `maximum`; `colour` is a token's name."""
        self._value, self._maximum = value, maximum
        if colour is not None:
            self._colour = colour
        self._say()
        self.update()

    def setAccessibleName(self, name: str) -> None:
        self._name = name
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(180, 22)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 22)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        elif event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(self.rect())
        painter.setBrush(QColor(tokens.sunken))
        painter.drawRoundedRect(track, 5, 5)
        if self._value > 0 and self._maximum > 0:
            share = min(self._value / self._maximum, 1.0)
            # A bar that is not nothing is to be seen as not nothing.
            track.setWidth(max(track.width() * share, 4))
            painter.setBrush(QColor(getattr(tokens, self._colour)))
            painter.drawRoundedRect(track, min(5, track.width() / 2), 5)

    def _say(self) -> None:
        locale = QLocale()
        said = self.tr("{0} of {1}").format(
            locale.toString(self._value), locale.toString(self._maximum)
        )
        super().setAccessibleName(f"{self._name}: {said}" if self._name else said)
