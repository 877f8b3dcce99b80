"""Single devices: those of the device book by name, and pasted ids beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpns_desktop.model.draft import ids_of
from tpns_desktop.ui.forms.editors import CheckEditor, SegmentEditor, TextEditor
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.forms.titles import hint_of, title_of
from tpns_desktop.ui.screens.compose.device_picker import DevicePicker
from tpns_desktop.ui.screens.compose.list_offer import ListOffer
from tpns_desktop.ui.words.audience import counted_devices, repeats_removed

if TYPE_CHECKING:
    from tpns_desktop.ui.session import Session

_NAMED = "audience.device.named"
_TEXT = "audience.device.text"
_PLATFORM = "audience.device.platform"
_SKIP = "audience.device.skip_bad"


class DevicePage(QWidget):
    """Signals.

    list_made(ListRow): what was pasted is a list now.
    book_asked: the person wants to see the device book.
    """

    list_made = Signal(object)
    book_asked = Signal()

    def __init__(self, fields: Fields, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._binding = fields.binding
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.named = DevicePicker()
        self.named.book_asked.connect(self.book_asked)
        fields.add(column, _NAMED, self.named)
        self.text = TextEditor(lines=3)
        self._text_field = fields.add(column, _TEXT, self.text)
        self.offer = ListOffer("token", session)
        self.offer.asked.connect(self.make_list)
        self.offer.made.connect(self.list_made)
        column.addWidget(self.offer)
        self.platform = SegmentEditor()
        self._platform_field = fields.add(column, _PLATFORM, self.platform)
        self.skip_bad = CheckEditor()
        fields.add(column, _SKIP, self.skip_bad).label.hide()
        fields.binding.examined.connect(self.show_count)
        fields.binding.replaced.connect(self.show_count)
        self.retranslate()

    @Slot()
    def make_list(self) -> None:
        """Make a list of what is pasted, and have the push go to that."""
        self.offer.make(self._binding.value(_TEXT), 0)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.platform.set_choices([("android", "Android"), ("ios", "iPhone")])
        self.skip_bad.setText(title_of(_SKIP))
        self.show_count()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def show_count(self) -> None:
        """Count what is pasted."""
        ids, repeats = ids_of(self._binding.value(_TEXT))
        said = hint_of(_TEXT)
        if ids:
            said = counted_devices(len(ids))
            if repeats:
                said += " · " + repeats_removed(repeats)
        self._text_field.set_hint(said)
        self.offer.show_count(len(ids))
