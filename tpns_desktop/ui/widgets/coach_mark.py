"""A tip that stands at the thing it speaks of, and covers nothing.

It has its own room in the page, so whatever it points at can be used while it is there.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpns_desktop.ui.theme.tokens import current_tokens
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.banner import Banner, Words

_NOTCH = 9
_INSET = 36


class CoachMark(QWidget):
    """A banner with a notch that points down, at the left or at the right.

    Signals:
        dismissed: the cross was pressed, or Esc inside it; it has hidden itself.
    """

    dismissed = Signal()

    def __init__(
        self, name: str, words: Words, *, right: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.banner = Banner("accent", words)
        self.banner.setObjectName(f"{name}.words")
        self.banner.set_dismissible(True)
        self.banner.dismissed.connect(self.dismiss)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(_Notch(right))
        self.hide()

    def tell(self) -> None:
        """Show the tip, and say it aloud."""
        if self.isHidden():
            self.banner.show()
            self.show()
            announce(self, self.banner.text())

    def dismiss(self) -> None:
        """Put the tip away, as the cross does."""
        if not self.isHidden():
            self.hide()
            self.dismissed.emit()

    def event(self, event: QEvent) -> bool:
        # Esc in here is the tip's, whatever it does on the page.
        if event.type() == QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_escape(event):
            self.dismiss()
        else:
            super().keyPressEvent(event)


class _Notch(QWidget):
    def __init__(self, right: bool) -> None:
        super().__init__()
        self._right = right
        self.setFixedHeight(_NOTCH)

    def paintEvent(self, event: QPaintEvent) -> None:
        middle = self.width() - _INSET if self._right else _INSET
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_tokens().accent)
        corners = ((-_NOTCH, 0), (_NOTCH, 0), (0, _NOTCH))
        painter.drawPolygon(QPolygonF([QPointF(middle + x, y) for x, y in corners]))


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
