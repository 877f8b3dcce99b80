"""What the message is made of, in order: add, write, move, take out, and take that back."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tpns_desktop.model.chat_draft import new_element
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.screens.chat.element_part import PLACE, ElementPart
from tpns_desktop.ui.widgets.flow_layout import FlowLayout, flowing
from tpns_desktop.ui.widgets.tab_order import made_behind
from tpns_desktop.ui.widgets.undo_bar import UndoBar
from tpns_desktop.ui.words.chat_elements import KIND_NAMES, kind_name

_ONCE = frozenset({"custom"})
"""Kinds of which a message takes one."""


class ElementsPart(QWidget):
    """The elements below each other, and a button for each kind that can be added."""

    def __init__(self, fields: Fields, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = fields
        self._binding = fields.binding
        self._taken: tuple[int, dict[str, Any]] | None = None
        self.parts: list[ElementPart] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._place = QWidget()
        self._column = QVBoxLayout(self._place)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        column.addWidget(self._place)
        self.undo = UndoBar("chat.undo_element")
        self.undo.undo_asked.connect(self._on_undo)
        column.addWidget(self.undo)
        adding = QWidget()
        adding.setSizePolicy(flowing())
        flow = FlowLayout(adding, spacing=8)
        self.adding: dict[str, QPushButton] = {}
        for kind in KIND_NAMES:
            button = QPushButton()
            button.setObjectName(f"{PLACE}.add.{kind}")
            button.clicked.connect(partial(self._on_add, kind))
            self.adding[kind] = button
            flow.addWidget(button)
        column.addWidget(adding)
        self._binding.replacing.connect(self._clear)
        self._binding.replaced.connect(self._on_replaced)
        self._show_all()
        self.retranslate()

    def elements(self) -> list[dict[str, Any]]:
        """The draft's elements."""
        held: list[dict[str, Any]] = self._binding.value(PLACE)
        return held

    def retranslate(self) -> None:
        """Show all words in the present language."""
        for kind, button in self.adding.items():
            button.setText(f"+ {kind_name(kind)}")
            button.setAccessibleName(self.tr("Add: {0}").format(kind_name(kind)))
        self._show_buttons()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_add(self, kind: str, _checked: bool = False) -> None:
        self._put([*self.elements(), new_element(kind)])
        self._go_to(len(self.parts) - 1)

    def _on_move(self, place: int, by: int) -> None:
        elements = self.elements()
        elements.insert(place + by, elements.pop(place))
        self._put(elements)
        moved = self.parts[place + by]
        button = moved.up if by < 0 else moved.down
        (button if button.isEnabled() else moved.down if by < 0 else moved.up).setFocus()

    def _on_remove(self, place: int) -> None:
        elements = self.elements()
        self._taken = place, elements.pop(place)
        self._put(elements)
        self.undo.offer(self.tr("{0} was taken out.").format(kind_name(self._taken[1]["kind"])))
        self.undo.undo.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_undo(self) -> None:
        if self._taken is None:
            return
        place, element = self._taken
        elements = self.elements()
        elements.insert(min(place, len(elements)), element)
        self._taken = None
        self._put(elements)
        self._go_to(min(place, len(self.parts) - 1))

    @Slot()
    def _on_replaced(self) -> None:
        self._taken = None
        self.undo.end()
        self._show_all()

    def _put(self, elements: list[dict[str, Any]]) -> None:
        # The fields are gone before what they stand for is.
        self._clear()
        self._binding.set_value(PLACE, elements)
        self._show_all()

    @Slot()
    def _clear(self) -> None:
        for part in self.parts:
            part.leave()
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.parts = []

    def _show_all(self) -> None:
        self._clear()
        with made_behind(self._place):
            for place, element in enumerate(self.elements()):
                part = ElementPart(self._fields, place, str(element.get("kind", "")))
                part.moved.connect(partial(self._on_move, place))
                part.removed.connect(partial(self._on_remove, place))
                self.parts.append(part)
                self._column.addWidget(part)
        for part in self.parts:
            part.show_place(len(self.parts) - 1)
        self._show_buttons()

    def _show_buttons(self) -> None:
        held = {str(element.get("kind")) for element in self.elements()}
        for kind, button in self.adding.items():
            # A second one would be refused; what is there can be changed or taken out.
            button.setVisible(kind not in _ONCE or kind not in held)

    def _go_to(self, place: int) -> None:
        field = self.parts[place].first()
        if field is not None:
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
