"""Named test devices to be ticked, side by side like words in a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.theme.icons import icon
from tpns_desktop.ui.widgets.flow_layout import FlowLayout
from tpns_desktop.ui.widgets.tab_order import follow
from tpns_desktop.ui.words.audience import PLATFORMS

if TYPE_CHECKING:
    from tpns_desktop.store.devices import Device

Copy = dict[str, str]
"""{"name", "token", "platform"}: what a draft keeps of a device of the book."""


class DevicePicker(QWidget):
    """An editor of the copies that a draft holds.

    Signals:
        edited: a device was ticked or cleared.
        book_asked: the person wants to see the device book.
    """

    edited = Signal()
    book_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book: Sequence[Device] = ()
        self._chosen: list[Copy] = []
        self._buttons: list[tuple[QPushButton, Copy]] = []
        self._flow_box = QWidget()
        self._flow = FlowLayout(self._flow_box, spacing=8)
        self._none = QLabel()
        self._none.setObjectName("audience.device.none")
        self._none.setProperty("role", "muted")
        self.book = QPushButton()
        self.book.setObjectName("audience.device.book")
        self.book.setProperty("kind", "link")
        self.book.clicked.connect(self.book_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._none)
        column.addWidget(self._flow_box)
        column.addWidget(self.book, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_words()
        self._rebuild()

    def value(self) -> list[Copy]:
        """The chosen devices in the order they were ticked."""
        return [dict(copy) for copy in self._chosen]

    def set_value(self, value: Sequence[Copy]) -> None:
        """Tick these, those that are not in the book among them. Does not emit."""
        chosen = [dict(copy) for copy in value]
        if chosen != self._chosen:
            self._chosen = chosen
            self._rebuild()

    def set_devices(self, devices: Sequence[Device]) -> None:
        """Offer what is in the book."""
        if list(devices) != list(self._book):
            self._book = tuple(devices)
            self._rebuild()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
            self._rebuild()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self._none.setText(self.tr("No device has a name yet. The device book gives it one."))
        self.book.setText(self.tr("Device book…"))

    def _rebuild(self) -> None:
        had = next((copy for button, copy in self._buttons if button.hasFocus()), None)
        for button, _ in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        known = [
            (device.id, {"name": device.name, "token": device.token, "platform": device.platform})
            for device in self._book
        ]
        there = {_place(copy) for _, copy in known}
        gone = [copy for copy in self._chosen if _place(copy) not in there]
        for name, copy in known:
            self._add(name, copy, in_book=True)
        for number, copy in enumerate(gone):
            self._add(f"gone.{number}", copy, in_book=False)
        self._flow_box.setVisible(bool(self._buttons))
        self._none.setVisible(not self._buttons)
        stops = [*(button for button, _ in self._buttons), self.book]
        # A proxy inside is set last: while it stands, Qt orders it in place of the whole.
        self.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes none, the stubs do not say so
        follow(self, stops)
        self.setFocusProxy(stops[0])
        self.book.setAccessibleName(self.tr("Open the device book"))
        for button, copy in self._buttons:
            if had is not None and _place(copy) == _place(had):
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def _add(self, name: str, copy: Copy, *, in_book: bool) -> None:
        button = QPushButton()
        button.setObjectName(f"audience.device.named.{name}")
        button.setCheckable(True)
        button.setProperty("kind", "tick")
        button.setIconSize(QSize(14, 14))
        system = PLATFORMS.get(copy.get("platform", ""), "")
        text = self.tr("{0} · {1}") if in_book else self.tr("{0} · {1} · no longer in the book")
        button.setText(text.format(copy.get("name", ""), system))
        button.setChecked(_place(copy) in {_place(one) for one in self._chosen})
        _draw(button)
        button.clicked.connect(self._on_clicked)
        self._buttons.append((button, copy))
        self._flow.addWidget(button)
        button.show()

    @Slot()
    def _on_clicked(self) -> None:
        for button, copy in self._buttons:
            if button is self.sender():
                others = [one for one in self._chosen if _place(one) != _place(copy)]
                self._chosen = [*others, dict(copy)] if button.isChecked() else others
                _draw(button)
                self.edited.emit()
                return


def _place(copy: Copy) -> tuple[str, str]:
    return copy.get("platform", ""), copy.get("token", "")


def _draw(button: QPushButton) -> None:
    """A tick is a sign and not only a colour."""
    on = button.isChecked()
    button.setIcon(icon("check" if on else "plus", "accent" if on else "muted"))
