"""A few accounts, typed or pasted: how many they are, and which do not look like their type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tpns_desktop.model.typed_ids import typed_accounts
from tpns_desktop.ui.forms.editors import ChoiceEditor, SegmentEditor, TextEditor
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.forms.titles import hint_of
from tpns_desktop.ui.screens.compose.list_offer import ListOffer
from tpns_desktop.ui.words.accounts import account_format, odd_rows
from tpns_desktop.ui.words.audience import account_type_choices, counted_accounts, repeats_removed

if TYPE_CHECKING:
    from tpns_desktop.ui.session import Session

_TEXT = "audience.account.text"
_TYPE = "audience.account.account_type"
_PUSH = "audience.account.push_type"


class AccountPage(QWidget):
    """Signal `list_made(ListRow)`: what was typed is a list now."""

    list_made = Signal(object)

    def __init__(self, fields: Fields, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._binding = fields.binding
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.text = TextEditor(lines=3)
        self._text_field = fields.add(column, _TEXT, self.text)
        self.offer = ListOffer("account", session)
        self.offer.asked.connect(self.make_list)
        self.offer.made.connect(self.list_made)
        column.addWidget(self.offer)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.account_type = ChoiceEditor()
        self._type_field = fields.add(row, _TYPE, self.account_type)
        self.push_type = SegmentEditor()
        fields.add(row, _PUSH, self.push_type)
        row.setStretch(0, 1)
        column.addLayout(row)
        self.odd = QLabel()
        self.odd.setObjectName("audience.account.odd")
        self.odd.setTextFormat(Qt.TextFormat.PlainText)
        self.odd.setProperty("role", "warn")
        self.odd.setWordWrap(True)
        column.addWidget(self.odd)
        fields.binding.examined.connect(self.show_count)
        fields.binding.replaced.connect(self.show_count)
        fields.binding.edited.connect(self._on_edited)
        self.retranslate()

    @property
    def number(self) -> int:
        """The chosen account type; 0, the default, for what is none."""
        said = self._binding.value(_TYPE)
        return int(said) if isinstance(said, str) and said.isdigit() else 0

    @Slot()
    def make_list(self) -> None:
        """Make a list of what is typed, and have the push go to that."""
        self.offer.make(self._binding.value(_TEXT), self.number)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.account_type.set_choices(account_type_choices())
        self.account_type.set_value(self._binding.value(_TYPE))
        self.push_type.set_choices(
            [("0", self.tr("Latest device only")), ("1", self.tr("All their devices"))]
        )
        self.show_count()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot(str)
    def _on_edited(self, path: str) -> None:
        if path == _TYPE:
            self.show_count()

    @Slot()
    def show_count(self) -> None:
        """Count what is typed, and look at it row by row."""
        typed = typed_accounts(self._binding.value(_TEXT), self.number)
        said = hint_of(_TEXT)
        if typed.count:
            said = counted_accounts(typed.count)
            if typed.repeats:
                said += " · " + repeats_removed(typed.repeats)
        self._text_field.set_hint(said)
        self._type_field.set_hint(account_format(self.number))
        odd = odd_rows(typed.odd, self.number)
        self.odd.setText(odd)
        self.odd.setVisible(bool(odd))
        self.offer.show_count(typed.count)
