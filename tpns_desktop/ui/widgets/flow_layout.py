"""A layout like words in a paragraph: left to right, then the next line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


def flowing() -> QSizePolicy:
    """The size policy of a widget laid out so: as high as its width asks for."""
    # Not Fixed: its hint is one line, and layouts would hold it to that.
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


class FlowLayout(QLayout):
    """Lays items out in lines of the width there is.

    With `stretch_last` the last item takes the rest of its line (an entry after chips); `centred`
    has the lines stand on the middle of a room that is too high (beside a taller neighbour). A
    negative `spacing` lets borders of neighbours lie on each other.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        spacing: int = 6,
        line_spacing: int | None = None,
        stretch_last: bool = False,
        centred: bool = False,
    ) -> None:
        # What was reckoned since the last change; a page asks some ten times in a row.
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None
        self._least: QSize | None = None
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = spacing
        self._line_gap = spacing if line_spacing is None else line_spacing
        self._stretch_last = stretch_last
        self._centred = centred
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Put `widget` before the item that is at `place` now."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def invalidate(self) -> None:
        self._heights, self._hint, self._least = {}, None, None
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        if self._centred:
            spare = rect.height() - self.heightForWidth(rect.width())
            rect = rect.translated(0, max(spare, 0) // 2)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        if self._hint is None:
            self._hint = self._whole()
        return self._hint

    def minimumSize(self) -> QSize:
        if self._least is None:
            self._least = self._widest()
        return self._least

    def _whole(self) -> QSize:
        margins = self.contentsMargins()
        width = -self._gap
        height = 0
        for item in self._shown():
            hint = item.sizeHint()
            width += hint.width() + self._gap
            height = max(height, hint.height())
        return QSize(
            max(width, 0) + margins.left() + margins.right(),
            height + margins.top() + margins.bottom(),
        )

    def _widest(self) -> QSize:
        margins = self.contentsMargins()
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Lay out in `rect`; gives back the height that takes."""
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        x, y, tall = area.x(), area.y(), 0
        items = self._shown()
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in items:
            hint = item.sizeHint()
            width = min(hint.width(), max(area.width(), item.minimumSize().width()))
            if line and x + width > area.x() + area.width():
                _settle(line, tall, move)
                line = []
                x, y, tall = area.x(), y + tall + self._line_gap, 0
            if self._stretch_last and item is items[-1]:
                width = max(width, area.x() + area.width() - x)
            line.append((item, QRect(QPoint(x, y), QSize(width, hint.height()))))
            x += width + self._gap
            tall = max(tall, hint.height())
        _settle(line, tall, move)
        return y + tall - rect.y() + margins.bottom()


def _settle(line: list[tuple[QLayoutItem, QRect]], tall: int, move: bool) -> None:
    # Things of a line stand on its middle.
    if move:
        for item, place in line:
            place.translate(0, (tall - place.height()) // 2)
            item.setGeometry(place)
