"""One numbered group of the review: what it says, a way to change it, and perhaps a tick."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.widgets.fact_rows import FactRows


class Group(QFrame):
    """A card: number, title and `Change`; then facts, `body`, and the tick of a wide push.

    Signals:
        change_asked: Change was pressed.
        ticked: the tick was set or taken away.
    """

    change_asked = Signal()
    ticked = Signal()

    def __init__(self, key: str, number: int, parent: QWidget | None = None) -> None:
        """`key` is "who", "what" or "when"."""
        super().__init__(parent)
        self.key = key
        self.setProperty("role", "card")
        mark = QLabel(str(number))
        mark.setProperty("role", "number")
        mark.setFixedSize(24, 24)
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel()
        self._title.setProperty("role", "card-title")
        self.change = QPushButton()
        self.change.setObjectName(f"review.change.{key}")
        self.change.setProperty("kind", "link")
        self.change.clicked.connect(self.change_asked)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(mark)
        head.addWidget(self._title, 1)
        head.addWidget(self.change)
        self.facts = FactRows()
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.tick = QCheckBox()
        self.tick.setObjectName(f"review.tick.{key}")
        self.tick.toggled.connect(self._on_toggled)
        self.tick.hide()
        self._missing = QLabel()
        self._missing.setProperty("role", "error")
        self._missing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.facts)
        column.addLayout(self.body)
        column.addWidget(self.tick)
        column.addWidget(self._missing)

    def set_texts(self, title: str, change: str, change_name: str, tick: str, missing: str) -> None:
        """Name the group, its button and its tick.

        `change_name` is the button's full name for a screen reader, `missing` asks for the tick.
        """
        self._missing.setText(missing)
        self._title.setText(title)
        self.setAccessibleName(title)
        self.change.setText(change)
        self.change.setAccessibleName(change_name)
        self.tick.setText(tick)
        self.tick.setAccessibleName(tick)

    def want_tick(self, wanted: bool) -> None:
        """Ask for the tick, not set yet, or do not ask."""
        self.tick.setChecked(False)
        self.tick.setVisible(wanted)
        self.mark_missing(False)

    def mark_missing(self, missing: bool) -> None:
        """Show that the tick is still wanted."""
        self._missing.setVisible(missing)
        self.tick.setAccessibleDescription(self._missing.text() if missing else "")

    @Slot()
    def _on_toggled(self) -> None:
        self.mark_missing(False)
        self.ticked.emit()
