"""Which phone is asked about: one of the book, an account's, or one by its device ID."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from tpns_desktop.ui.forms.editors import ChoiceEditor, LineEditor, SegmentEditor
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.verb_dialog import plain
from tpns_desktop.ui.words.audience import PLATFORMS, account_type_choices

if TYPE_CHECKING:
    from tpns_desktop.send.one_phone import PhoneQuestion
    from tpns_desktop.store.devices import Device


class PhoneForm(Card):
    """Signal `asked(PhoneQuestion)`: a person wants to know."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._devices: list[Device] = []
        self._batch_id: str | None = None
        self.by = SegmentEditor()
        self.by.setObjectName("phone.by")
        self.by.edited.connect(self._show_fields)
        self.device = ChoiceEditor()
        self.account_type = ChoiceEditor()
        self.account = LineEditor()
        self.token = LineEditor()
        self._fields: dict[str, list[tuple[QLabel, QWidget]]] = {
            "device": [self._field("phone.device", self.device)],
            "account": [
                self._field("phone.account", self.account),
                self._field("phone.account_type", self.account_type),
            ],
            "token": [self._field("phone.token", self.token)],
        }
        self.account_type.set_choices(account_type_choices())
        self.account_type.set_value("0")
        self.look = QPushButton()
        self.look.setObjectName("phone.look")
        self.look.setProperty("kind", "primary")
        self.look.clicked.connect(self.ask)
        self.problem = plain("error")
        self.problem.setObjectName("phone.problem")
        self.problem.hide()
        self.body.addWidget(self.by)
        for fields in self._fields.values():
            for label, editor in fields:
                self.body.addWidget(label)
                self.body.addWidget(editor)
        for line in (self.account, self.token):
            line.returnPressed.connect(self.ask)
        foot = QHBoxLayout()
        foot.addWidget(self.problem, 1)
        foot.addStretch(0)
        foot.addWidget(self.look)
        self.body.addLayout(foot)
        self.show_words()
        self.by.set_value("device")
        self._show_fields()

    def _field(self, name: str, editor: QWidget) -> tuple[QLabel, QWidget]:
        editor.setObjectName(name)
        label = QLabel()
        label.setBuddy(editor)
        return label, editor

    def set_devices(self, devices: list[Device]) -> None:
        """Offer these devices of the book."""
        self._devices = list(devices)
        self.device.set_choices(
            [(one.id, f"{one.name} — {PLATFORMS.get(one.platform, '')}") for one in devices]
        )
        if devices and self.device.value() not in {one.id for one in devices}:
            self.device.set_value(devices[0].id)

    def set_batch(self, batch_id: str | None) -> None:
        """Ask about this push, or about any."""
        self._batch_id = batch_id

    def by_device(self) -> None:
        """Ask by a device of the book, until something else is chosen."""
        self.by.set_value("device")
        self._show_fields()

    def without_devices(self, by: str) -> None:
        """The book is empty: ask by "account" or "token", where nothing else was chosen."""
        if self.by.value() == "device":
            self.by.set_value(by)
            self._show_fields()

    def choose(self, device: Device) -> None:
        """Ask about this device of the book."""
        if device.id not in {one.id for one in self._devices}:
            self.set_devices([*self._devices, device])
        self.by.set_value("device")
        self.device.set_value(device.id)
        self._show_fields()

    def choose_account(self, audience: Mapping[str, Any]) -> None:
        """Ask about an account that a push went to; its name where there is only one."""
        first = audience.get("first") or ()
        self.by.set_value("account")
        self.account.setText(str(first[0]) if audience.get("count") == 1 and first else "")
        self.account_type.set_value(str(audience.get("account_type") or 0))
        self._show_fields()

    @Slot()
    def ask(self) -> None:
        """Ask, if it is said about which phone."""
        question = self._question()
        self.problem.setVisible(question is None)
        if question is None:
            self.problem.setText(self._missing())
            self.problem.setAccessibleName(self.problem.text())
            self._fields[str(self.by.value())][0][1].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.asked.emit(question)

    def _question(self) -> PhoneQuestion | None:
        from tpns_desktop.send.one_phone import PhoneQuestion  # loaded by now, as the desk is

        by = self.by.value()
        if by == "account":
            text = self.account.text().strip()
            kind = int(self.account_type.value() or 0)
            made = PhoneQuestion(text, account_type=kind, batch_id=self._batch_id)
            return made if text else None
        if by == "token":
            text = self.token.text().strip()
            return PhoneQuestion(text, batch_id=self._batch_id) if text else None
        chosen = next((one for one in self._devices if one.id == self.device.value()), None)
        if chosen is None:
            return None
        return PhoneQuestion(chosen.token, platform=chosen.platform, batch_id=self._batch_id)

    def _missing(self) -> str:
        by = self.by.value()
        if by == "account":
            return self.tr("Write the account whose phone it is.")
        if by == "token":
            return self.tr("Paste the ID of the device.")
        return self.tr("There is no test device yet. Ask by an account or a device ID.")

    @Slot()
    def _show_fields(self) -> None:
        self.problem.hide()
        for key, fields in self._fields.items():
            for label, editor in fields:
                label.setVisible(key == self.by.value())
                editor.setVisible(key == self.by.value())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_words()
        super().changeEvent(event)

    def show_words(self) -> None:
        """Show all words in the present language."""
        self.set_texts(self.tr("Which phone"))
        self.by.set_choices(
            [
                ("device", self.tr("A test device")),
                ("account", self.tr("Somebody's account")),
                ("token", self.tr("A device ID")),
            ]
        )
        self.by.setAccessibleName(self.tr("Which phone"))
        self.account_type.set_choices(account_type_choices())
        names = {
            "phone.device": self.tr("Test device"),
            "phone.account": self.tr("Account"),
            "phone.account_type": self.tr("Account type"),
            "phone.token": self.tr("Device ID (token)"),
        }
        for fields in self._fields.values():
            for label, editor in fields:
                label.setText(names[editor.objectName()])
                editor.setAccessibleName(label.text())
        self.look.setText(self.tr("Look into it"))
        self.look.setAccessibleDescription(self.tr("Asks TPNS about this phone; sends nothing"))
