"""The book of test devices: phones that have names, for tests and for a push to a few."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tpns_desktop.ui.screens.books.book_model import BookModel
from tpns_desktop.ui.screens.books.book_page import BookPage
from tpns_desktop.ui.screens.books.device_dialog import DeviceDialog
from tpns_desktop.ui.screens.books.work_dialog import WorkDialog
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.numbers import when

if TYPE_CHECKING:
    from tpns_desktop.send.desk import Desk
    from tpns_desktop.store.devices import Device


class Column(IntEnum):
    """The columns from the left."""

    NAME = 0
    SYSTEM = 1
    TOKEN = 2
    NOTE = 3
    USED = 4


class DevicesModel(BookModel):
    """Over `Device`."""

    def headers(self) -> Sequence[str]:
        return [
            self.tr("Device"),
            self.tr("System"),
            self.tr("Device ID"),
            self.tr("Note"),
            self.tr("Last used"),
        ]

    def text(self, row: Device, column: int) -> str:
        if column == Column.NAME:
            return row.name
        if column == Column.SYSTEM:
            return PLATFORMS.get(row.platform, row.platform)
        if column == Column.TOKEN:
            return row.token
        if column == Column.NOTE:
            return row.note
        return when(row.used_at) if row.used_at is not None else self.tr("Not yet")

    def native(self, row: Device, column: int) -> str | float | int:
        if column == Column.USED:
            return row.used_at.timestamp() if row.used_at is not None else 0.0
        return super().native(row, column)

    def found_by(self, row: Device) -> str:
        return "\n".join((row.name, PLATFORMS.get(row.platform, ""), row.token, row.note))


class DevicesPage(BookPage):
    """Every named device of the chosen app.

    Signal `phone_asked(Device | None)`: why does this phone, or one to be said, get nothing?
    """

    phone_asked = Signal(object)

    def __init__(self, session: Session) -> None:
        widths = {Column.SYSTEM: 96, Column.TOKEN: 250, Column.NOTE: 190, Column.USED: 150}
        model = DevicesModel()
        super().__init__("devices", "phone", session, model, {int(c): w for c, w in widths.items()})
        self.edit = self.button("edit", self._on_edit_clicked)
        self.head.insertWidget(self.head.indexOf(self.remove), self.edit)
        QWidget.setTabOrder(self.search, self.edit)
        self.work = self.button("work", self._on_work_clicked)
        self.why = self.button("why", self._on_why_clicked)
        foot = QHBoxLayout()
        foot.addWidget(self.work)
        foot.addWidget(self.why)
        foot.addStretch(1)
        self.add_foot(foot)
        self.show_words()

    def asked(self, desk: Desk, app_id: str) -> Coroutine[Any, Any, list[Device]]:
        return desk.devices(app_id)

    def removing(self, desk: Desk, row: Device) -> Coroutine[Any, Any, Any]:
        return desk.remove_device(row.id)

    def putting_back(self, desk: Desk, row: Device) -> Coroutine[Any, Any, Any]:
        return desk.put_back_device(row)

    def key(self, row: Device) -> Any:
        return row.id

    def name_of(self, row: Device) -> str:
        return row.name

    def remove_hint(self) -> str:
        return self.tr("Only this book forgets it. Drafts that name the device keep it.")

    def counted(self, count: int) -> str:
        return QCoreApplication.translate("DevicesPage", "%Ln test device(s)", None, count)

    @Slot()
    def ask_add(self) -> None:
        self._ask(None)

    @Slot(object)
    def on_opened(self, row: Device) -> None:
        """Change what is said of it."""
        self._ask(row)

    @Slot()
    def _on_edit_clicked(self) -> None:
        row = self.table.current_record()
        if row is not None:
            self._ask(row)

    @Slot()
    def _on_work_clicked(self) -> None:
        row = self.table.current_record()
        if row is not None:
            self.dialog = WorkDialog(self.session, row, self.window())
            self.dialog.open()

    @Slot()
    def _on_why_clicked(self) -> None:
        self.phone_asked.emit(self.table.current_record())

    def _ask(self, row: Device | None) -> None:
        if self.session.app is None:
            return
        dialog = DeviceDialog(self.session, self.session.app, row, self.window())
        dialog.kept.connect(self._on_kept)
        self.dialog = dialog
        dialog.open()

    @Slot(object)
    def _on_kept(self, device: Device) -> None:
        self.choose_soon(device.id)

    @Slot()
    def show_buttons(self) -> None:
        super().show_buttons()
        self.edit.setEnabled(self.remove.isEnabled())
        self.work.setEnabled(self.remove.isEnabled())

    def show_words(self) -> None:
        self.title.setText(self.tr("Test devices"))
        self.add.setText(self.tr("Add a device…"))
        self.edit.setText(self.tr("Change…"))
        self.edit.setAccessibleName(self.tr("Change the chosen device"))
        self.remove.setAccessibleName(self.tr("Remove the chosen device"))
        self.work.setText(self.tr("Tags, accounts, attributes…"))
        self.work.setAccessibleName(self.tr("Tags, accounts, attributes of the chosen device"))
        self.why.setText(self.tr("Why did this phone not get it?"))
        self.why.setAccessibleDescription(self.tr("Asks TPNS about one phone; sends nothing"))
        self.table.setAccessibleName(self.tr("Test devices"))
        self.table.setAccessibleDescription(
            self.tr("Enter changes a device, Delete removes it; that can be undone")
        )
        self.empty.set_texts(
            self.tr("No test devices yet"),
            self.tr("Give the phones on your desk a name. Tests then go to them and nobody else."),
            self.tr("Add a device…"),
        )
        super().show_words()
