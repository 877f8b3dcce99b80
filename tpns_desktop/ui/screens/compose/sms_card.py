"""Card 4: the text message that follows where the push did not get through. Off by default."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.forms.editors import (
    CheckEditor,
    ChoiceEditor,
    DurationEditor,
    LineEditor,
)
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.screens.compose.sms_bubble import SmsBubble
from tpns_desktop.ui.theme.icons import icon
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.tab_order import follow

if TYPE_CHECKING:
    from tpns_desktop.send.sms_facts import SmsText


class ValuesEditor(QWidget):
    """One line a blank of the template. Value: list of str in order. Signal `edited`."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[QLineEdit] = []
        self._crosses: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._above = QWidget()
        self._rows = QVBoxLayout(self._above)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        column.addWidget(self._above)
        self.add = QPushButton()
        self.add.setObjectName("sms.params.add")
        self.add.setProperty("kind", "link")
        self.add.clicked.connect(self._on_add_clicked)
        bottom = QHBoxLayout()
        bottom.addWidget(self.add)
        bottom.addStretch(1)
        column.addLayout(bottom)
        self.retranslate()

    def value(self) -> list[str]:
        return [line.text() for line in self._lines]

    def set_value(self, value: list[str]) -> None:
        if value != self.value() or len(value) != len(self._lines):
            self._rebuild(value)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.add.setText(self.tr("+ Add a value"))
        self._rebuild(self.value())

    def _rebuild(self, values: list[str]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._lines = []
        self._crosses = []
        for number, text in enumerate(values, start=1):
            self._rows.addWidget(self._row(number, text))
        stops = zip(self._lines, self._crosses, strict=True)
        follow(self._above, [stop for pair in stops for stop in pair])
        # Tab enters by the proxy: it must be the first there is.
        self.setFocusProxy(self._lines[0] if self._lines else self.add)
        self.add.setAccessibleName(self.add.text())  # a field names its proxy after itself

    def _row(self, number: int, text: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        edit = QLineEdit(text)
        edit.setObjectName(f"sms.params.{number}")
        edit.setAccessibleName(self.tr("Value for blank {0}").format(f"{{{number}}}"))
        edit.textChanged.connect(self.edited)
        label = QLabel(f"{{{number}}}")
        label.setBuddy(edit)
        remove = QPushButton()
        remove.setIcon(icon("cross"))
        remove.setIconSize(QSize(16, 16))
        remove.setFixedWidth(34)
        remove.setObjectName(f"sms.params.{number}.remove")
        remove.setAccessibleName(self.tr("Remove value {0}").format(number))
        remove.clicked.connect(partial(self._remove, number - 1))
        line.addWidget(label)
        line.addWidget(edit, 1)
        line.addWidget(remove)
        self._lines.append(edit)
        self._crosses.append(remove)
        return row

    @Slot()
    def _on_add_clicked(self) -> None:
        self._rebuild([*self.value(), ""])
        self._lines[-1].setFocus()
        self.edited.emit()

    def _remove(self, place: int, _checked: bool = False) -> None:
        values = self.value()
        del values[place]
        self._rebuild(values)
        # The cross that was pressed is gone: the focus must not be lost.
        near = self._lines[min(place, len(values) - 1)] if values else self.add
        near.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()


class SmsCard(Card):
    """Switch, trigger, wait, template, signature, app and the template's values."""

    def __init__(self, fields: Fields, parent: QWidget | None = None) -> None:
        super().__init__("", "", 4, parent)
        self._binding = fields.binding
        self.on = CheckEditor()
        on_field = fields.add(self.body, "sms.on", self.on)
        on_field.label.hide()
        self.details = QWidget()
        column = QVBoxLayout(self.details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        first = QHBoxLayout()
        first.setSpacing(12)
        self.trigger = ChoiceEditor()
        fields.add(first, "sms.trigger", self.trigger)
        self.delay = DurationEditor()
        fields.add(first, "sms.delay_s", self.delay)
        first.setStretch(0, 1)
        column.addLayout(first)
        second = QHBoxLayout()
        second.setSpacing(12)
        self.template = LineEditor()
        fields.add(second, "sms.template_id", self.template)
        self.app_id = LineEditor()
        fields.add(second, "sms.app_id", self.app_id)
        self.sign = LineEditor()
        fields.add(second, "sms.sign_name", self.sign)
        column.addLayout(second)
        self.values = ValuesEditor()
        fields.add(column, "sms.params", self.values)
        self.bubble = SmsBubble()
        column.addWidget(self.bubble)
        self.body.addWidget(self.details)
        self._binding.edited.connect(self._on_draft_edited)
        self._binding.replaced.connect(self._show_values)
        self.retranslate()

    def show_text(self, made: SmsText | None) -> None:
        """Show how the text of the draft will read, None while nobody knows its template."""
        self.bubble.show_text(made)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(
            self.tr("Text message backup"),
            self.tr("If the push doesn't get through, send a text message"),
        )
        self.on.setText(self.tr("Send a text message if the push doesn't get through"))
        self.trigger.set_choices(
            [
                ("0", self.tr("notifications are off")),
                ("1", self.tr("it hasn't arrived")),
                ("2", self.tr("nobody tapped it")),
            ]
        )
        self.trigger.set_value(self._binding.value("sms.trigger"))
        self.delay.set_unit_words(self.tr("minutes"), self.tr("hours"), self.tr("days"))
        self.delay.unit.setAccessibleName(self.tr("Unit of the wait"))
        self.values.retranslate()
        self._show_values()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot(str)
    def _on_draft_edited(self, path: str) -> None:
        if path == "sms.on":
            self._show_values()

    @Slot()
    def _show_values(self) -> None:
        on = self._binding.value("sms.on")
        self.details.setVisible(on)
        if on:
            self.set_badge(self.tr("On"), "ok")
        else:
            self.set_badge(self.tr("Off"), "neutral")
