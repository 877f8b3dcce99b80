"""The dialog of one test device: name, system, id and a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from tpns_desktop.model.draft import ids_of
from tpns_desktop.ui.forms.editors import LineEditor, SegmentEditor
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.verb_dialog import VerbDialog, plain
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.devices import refusal_words, token_words

if TYPE_CHECKING:
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.devices import Device


class DeviceDialog(VerbDialog):
    """Signal `kept(Device)`: it is in the book as it was written."""

    kept = Signal(object)

    def __init__(
        self, session: Session, app: App, device: Device | None, parent: QWidget | None = None
    ) -> None:
        super().__init__("device", parent)
        self._session = session
        self._app = app
        self._device = device
        if device is None:
            self.set_words(self.tr("Add a test device"), self.tr("Add"))
        else:
            self.set_words(self.tr("Change “{0}”").format(device.name), self.tr("Save"))
        self.name = LineEditor()
        self.add_field("device.name", self.tr("Name you will recognise"), self.name)
        self.platform = SegmentEditor()
        self.platform.set_choices([(name, PLATFORMS[name]) for name in app.platforms])
        self.add_field("device.platform", self.tr("It is"), self.platform)
        self.token = LineEditor()
        self.add_field("device.token", self.tr("Device ID (token)"), self.token)
        self.look = plain("hint")
        self.look.setObjectName("device.look")
        self.paste = QPushButton(self.tr("Paste from the clipboard"))
        self.paste.setObjectName("device.paste")
        self.paste.setProperty("kind", "link")
        self.paste.setAutoDefault(False)
        self.paste.clicked.connect(self._on_paste)
        below = QHBoxLayout()
        below.addWidget(self.look, 1)
        below.addWidget(self.paste)
        self.lines.addLayout(below)
        self.note = LineEditor()
        self.add_field("device.note", self.tr("Note"), self.note)
        if len(app.platforms) == 1:
            self.platform.set_value(app.platforms[0])
        if device is not None:
            self.name.set_value(device.name)
            self.platform.set_value(device.platform)
            self.token.set_value(device.token)
            self.note.set_value(device.note)
        self.token.textChanged.connect(self._show_look)
        self._show_look()

    def act(self) -> None:
        from tpns_desktop.send.device_book import DeviceForm  # loaded by now, as the desk is

        desk = self._session.desk
        if desk is None:
            return
        form = DeviceForm(
            self.name.text(), self.platform.value(), self.token.text(), self.note.text()
        )
        self.do.setEnabled(False)
        self.show_error("")
        device_id = self._device.id if self._device is not None else None
        self._session.run(
            desk.save_device(self._app.id, form, device_id), self, self._on_kept, self._on_refused
        )

    def _on_kept(self, device: Device) -> None:
        self.kept.emit(device)
        self.accept()

    def _on_refused(self, error: BaseException) -> None:
        self.do.setEnabled(True)
        reason = str(getattr(error, "reason", ""))
        editors: dict[str, QWidget] = {
            "name": self.name,
            "platform": self.platform,
            "token": self.token,
        }
        at = editors.get(reason.partition("_")[0])
        self.show_error(refusal_words(reason, str(getattr(error, "name", ""))), at)
        if not reason:
            self._session.failed.emit("save_device", error)

    @Slot()
    def _on_paste(self) -> None:
        ids, _ = ids_of(QApplication.clipboard().text())
        if ids:
            self.token.setText(ids[0])
            self.token.setFocus()

    @Slot()
    def _show_look(self) -> None:
        said = token_words(self.token.text().strip())
        self.look.setText(said)
        self.token.setAccessibleDescription(said)
