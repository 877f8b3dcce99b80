"""A form of cards on the left and its preview on the right; in a narrow window they take turns."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.help_button import HelpButton

NARROW = 860
"""Below this width, in device-independent pixels, form and preview take turns."""


class FormSides(QSplitter):
    """The button `turn` belongs where the page has room for it; it is shown in a narrow window."""

    def __init__(
        self, name: str, cards: Iterable[Card], preview: QWidget, head: QWidget | None = None
    ) -> None:
        """`name` begins the object names of its parts; `head` stays above the form."""
        super().__init__(Qt.Orientation.Horizontal)
        self._narrow = False
        inner = QWidget()
        inner.setObjectName(f"{name}.cards")
        column = self._column = QVBoxLayout(inner)
        column.setContentsMargins(24, 8, 16, 24)
        column.setSpacing(14)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        self.form = QScrollArea()
        self.form.setObjectName(f"{name}.form")
        self.form.setWidgetResizable(True)
        self.form.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The page scrolls with its focus; by itself it is no tab stop.
        self.form.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form.setWidget(inner)
        panel = QFrame()
        panel.setProperty("role", "panel")
        panel_column = QVBoxLayout(panel)
        panel_column.setContentsMargins(12, 6, 12, 12)
        panel_column.addWidget(preview)
        self._right = QWidget()
        right_column = QVBoxLayout(self._right)
        right_column.setContentsMargins(8, 14, 24, 14)
        right_column.addWidget(panel)
        self.turn = QPushButton()
        self.turn.setObjectName(f"{name}.turn")
        self.turn.setCheckable(True)
        self.turn.hide()
        self.turn.toggled.connect(self._show_sides)
        self.setChildrenCollapsible(False)
        self.addWidget(self.form if head is None else _below(head, self.form))
        self.addWidget(self._right)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 2)
        self.setSizes([660, 420])

    def add_above(self, part: QWidget) -> None:
        """Put this above the cards."""
        self._column.insertWidget(0, part)

    def show_form(self) -> None:
        """Have the form in sight."""
        self.turn.setChecked(False)

    def show_preview(self) -> None:
        """Have the preview in sight."""
        self.turn.setChecked(self._narrow)

    def show_card(self, card: Card) -> None:
        """Scroll to a card and put the focus into it."""
        self.show_form()
        self.form.ensureWidgetVisible(card, 0, 24)
        for child in card.findChildren(QWidget):
            stop = child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
            if stop and not isinstance(child, HelpButton):
                child.setFocus(Qt.FocusReason.ShortcutFocusReason)
                break

    def show_part(self, part: QWidget, focus: QWidget) -> None:
        """Scroll to a part of a card and give `focus` the focus."""
        self.show_form()
        self.form.ensureWidgetVisible(part, 0, 60)
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_sides()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_sides()

    @Slot()
    def _show_sides(self) -> None:
        turned = self._narrow and self.turn.isChecked()
        self.turn.setVisible(self._narrow)
        self.turn.setText(self.tr("Back to the form") if turned else self.tr("Preview"))
        self.form.setVisible(not turned)
        self._right.setVisible(turned or not self._narrow)


def _below(head: QWidget, form: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    column.addWidget(form, 1)
    return whole
