"""The dialog that sends a test: named devices, ticked, and nobody else.

Shows the device book, takes a new device into it, and says what became of the test in its place.
Enter and Space never send. What a test may be is decided by the desk (`send.test_send`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.deliberate_button import ARM_MS, DeliberateButton
from tpns_desktop.ui.widgets.disclosure import Disclosure
from tpns_desktop.ui.widgets.pill import Pill
from tpns_desktop.ui.widgets.segmented import Segmented
from tpns_desktop.ui.widgets.tab_order import follow
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.states import state_words
from tpns_desktop.ui.words.testing import (
    outcome_words,
    refused_device_words,
    refused_test_words,
    sent_test_words,
)

if TYPE_CHECKING:
    from tpns_desktop.send.results import Batch
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.devices import Device

WIDTH = 560
PREFIXES = ("", "【预览】", "[Preview] ")
"""As `send.differences.PREFIXES`; the first is none."""
_LIST_HEIGHT = 190
"""Of the list of devices, in device-independent pixels, before it scrolls."""
_LINE_HEIGHT = 34


class SendTestDialog(QDialog):
    """Open it with `open()`; it may send several tests before it is closed.

    Signals:
        tested(str): the service took a test; the batch's id.
    """

    tested = Signal(str)

    def __init__(
        self,
        session: Session,
        app: App,
        draft_id: str,
        draft: Mapping[str, Any],
        parent: QWidget | None = None,
        *,
        arm_ms: int = ARM_MS,
    ) -> None:
        """`draft` is what is tested, of the id under which its tests are kept."""
        super().__init__(parent)
        self._session = session
        self._app = app
        self._draft_id = draft_id
        self._draft = draft
        self._devices: Sequence[Device] = ()
        self._wanted: set[str] = set()
        self._boxes: dict[str, QCheckBox] = {}
        self._batch: Batch | None = None
        self._busy = False
        self._told = False
        self._read = False
        self.setObjectName("test")
        self.setModal(True)
        self.setMinimumWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # The second click of a double click must not fall through to the button.
        self._armed = QTimer(self, singleShot=True, interval=arm_ms)
        self._armed.timeout.connect(self._on_armed)
        # Once more when new lines have their look: before that they say another height.
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)
        self._build()
        self._show_words()
        session.batch_changed.connect(self._on_batch_changed)
        self._read_devices()

    def _build(self) -> None:
        self._title = _plain("title")
        self._hint = _plain("muted")
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 4, 0, 4)
        self._lines.setSpacing(4)
        inside = QWidget()
        inside.setLayout(self._lines)
        self._list = QScrollArea()
        self._list.setObjectName("test.devices")
        self._list.setWidgetResizable(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls with its focus
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setWidget(inside)
        self._inside = inside
        self.adding = self._build_adding()
        self._prefix_label = QLabel()
        self.prefix = Segmented()
        self.prefix.setObjectName("test.prefix")
        self._prefix_label.setBuddy(self.prefix)
        self.error = _plain("error")
        self.error.setObjectName("test.error")
        self.error.hide()
        self.results = QFrame()
        self.results.setProperty("role", "sunken")
        self.results.setObjectName("test.results")
        self._answers = QVBoxLayout(self.results)
        self._answers.setContentsMargins(12, 10, 12, 10)
        self._answers.setSpacing(8)
        self.results.hide()
        self._keys = _plain("hint")
        self.back = QPushButton()
        self.back.setObjectName("test.back")
        self.back.setAutoDefault(True)
        self.back.setDefault(True)
        self.back.clicked.connect(self.reject)
        self.send = DeliberateButton()
        self.send.setObjectName("test.send")
        self.send.setProperty("kind", "primary")
        self.send.setEnabled(False)
        self.send.clicked.connect(self._on_send_clicked)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.send)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        for part in (self._title, self._hint, self._list, self.adding):
            column.addWidget(part)
        column.addSpacing(4)
        column.addWidget(self._prefix_label)
        column.addWidget(self.prefix)
        column.addWidget(self.error)
        column.addWidget(self.results)
        column.addStretch(1)
        column.addWidget(self._keys)
        column.addLayout(buttons)

    def _build_adding(self) -> Disclosure:
        adding = Disclosure("test.adding")
        self._name_label, self._token_label, self._platform_label = QLabel(), QLabel(), QLabel()
        self.name, self.token = QLineEdit(), QLineEdit()
        self.name.setObjectName("test.name")
        self.token.setObjectName("test.token")
        self._name_label.setBuddy(self.name)
        self._token_label.setBuddy(self.token)
        self.platform = Segmented()
        self.platform.setObjectName("test.platform")
        self._platform_label.setBuddy(self.platform)
        self.add = QPushButton()
        self.add.setObjectName("test.add")
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._on_add_clicked)
        self.example = QPushButton()
        self.example.setObjectName("test.example")
        self.example.setProperty("kind", "link")
        self.example.setAutoDefault(False)
        self.example.setVisible(False)
        self.example.clicked.connect(self._on_example_clicked)
        # Return adds the device that is being written; it sends nothing and closes nothing.
        for field in (self.name, self.token):
            field.installEventFilter(self)
        self._add_error = _plain("error")
        self._add_error.setObjectName("test.add.error")
        self._add_error.hide()
        names = QHBoxLayout()
        names.setSpacing(12)
        for label, widget in (
            (self._name_label, self.name),
            (self._platform_label, self.platform),
        ):
            part = QVBoxLayout()
            part.setSpacing(4)
            part.addWidget(label)
            part.addWidget(widget)
            names.addLayout(part, 1)
        adding.body.addLayout(names)
        adding.body.addWidget(self._token_label)
        adding.body.addWidget(self.token)
        adding.body.addWidget(self._add_error)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.add)
        line.addWidget(self.example)
        line.addStretch(1)
        adding.body.addLayout(line)
        adding.toggled.connect(self._on_adding_toggled)
        return adding

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self.setWindowTitle(self.tr("Send a test"))
        self._title.setText(self.tr("Which devices get the test?"))
        self._hint.setText(
            self.tr("A test in practice reaches practice phones only.")
            if self._app.practice
            else self.tr(
                "Only the devices you tick get it, at once: no plan, no schedule, no text message."
            )
        )
        self.adding.set_text(self.tr("Add a device…"))
        self._name_label.setText(self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name of the device"))
        self._platform_label.setText(self.tr("System"))
        self.platform.setAccessibleName(self.tr("System of the device"))
        self.platform.set_choices([(p, PLATFORMS[p]) for p in self._app.platforms])
        if len(self._app.platforms) == 1:
            self.platform.set_value(self._app.platforms[0])
        self._token_label.setText(self.tr("Token, as the app's developer shows it on the device"))
        self.token.setAccessibleName(self.tr("Token of the device"))
        self.add.setText(self.tr("Add it"))
        self.add.setAccessibleName(self.tr("Add the device"))
        self.example.setText(self.tr("Use a practice phone"))
        self._prefix_label.setText(self.tr("Before the title"))
        self.prefix.setAccessibleName(self.tr("Before the title"))
        none, *marks = PREFIXES
        chosen = self.prefix.value() or none
        self.prefix.set_choices(
            [(none, self.tr("Nothing")), *((mark, mark.strip()) for mark in marks)]
        )
        self.prefix.set_value(chosen)
        self._keys.setText(self.tr("Enter and Space don't send. Click the button, or press Alt+S."))
        self.back.setText(self.tr("Close"))
        self.send.setAccessibleDescription(self._keys.text())
        self._show_devices()
        self._show_batch()

    # Devices

    def _read_devices(self) -> None:
        desk = self._session.desk
        if desk is not None:
            self._session.run(desk.devices(self._app.id), self, self._on_devices)

    def _on_devices(self, devices: Sequence[Device]) -> None:
        first, self._read = not self._read, True
        self._devices = devices
        if first:
            # Those of the last test; a single one is meant anyhow.
            last = max((d.used_at for d in devices if d.used_at is not None), default=None)
            self._wanted = {d.id for d in devices if last is not None and d.used_at == last}
            if len(devices) == 1:
                self._wanted = {devices[0].id}
            self.adding.set_open(not devices)
        self._show_devices()

    def _show_devices(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._boxes = {}
        for device in self._devices:
            self._lines.addWidget(self._line(device))
        if self._read and not self._devices:
            empty = _plain("muted")
            empty.setText(self.tr("No test devices yet. Add your own phone below."))
            self._lines.addWidget(empty)
        self._lines.addStretch(1)
        follow(self._inside, list(self._boxes.values()))
        count = max(len(self._devices), 1)
        self._list.setFixedHeight(min(_LIST_HEIGHT, count * _LINE_HEIGHT + 8))
        self._show_count()
        self._fit()

    def _line(self, device: Device) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        box = QCheckBox(device.name)
        box.setObjectName(f"test.device.{device.id}")
        system = PLATFORMS[device.platform]
        box.setAccessibleName(self.tr("{0}, {1}").format(device.name, system))
        box.setAccessibleDescription(device.note)
        box.setChecked(device.id in self._wanted)
        box.toggled.connect(self._on_ticked)
        note = QLabel(device.note)
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setProperty("role", "hint")
        line.addWidget(box)
        line.addWidget(note, 1)
        line.addWidget(Pill(system, "neutral"), 0, Qt.AlignmentFlag.AlignVCenter)
        self._boxes[device.id] = box
        return row

    @Slot()
    def _on_ticked(self) -> None:
        self._wanted = {id for id, box in self._boxes.items() if box.isChecked()}
        self._say_error("")
        self._show_count()

    def _show_count(self) -> None:
        count = len(self._wanted & set(self._boxes))
        said = sent_test_words(count) if count else self.tr("Send the test")
        self.send.setText(said)

    # A new device

    @Slot(bool)
    def _on_adding_toggled(self, shown: bool) -> None:
        practice = self._session.desk.practice if self._session.desk is not None else None
        self.example.setVisible(self._app.practice and practice is not None)
        if shown and self.isVisible():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    @Slot()
    def _on_example_clicked(self) -> None:
        """Fill in a phone of the practice service that is not in the book yet."""
        practice = self._session.desk.practice if self._session.desk is not None else None
        platform = self.platform.value() or "android"
        known = {device.token for device in self._devices}
        free = [
            t for t in (practice.tokens.get(platform, ()) if practice else ()) if t not in known
        ]
        if free:
            self.platform.set_value(platform)
            self.token.setText(free[0])
            if not self.name.text().strip():
                count = sum(device.platform == platform for device in self._devices) + 1
                self.name.setText(
                    self.tr("Practice {0} {1}").format(PLATFORMS[platform], str(count))
                )

    @Slot()
    def _on_add_clicked(self) -> None:
        desk = self._session.desk
        if desk is None:
            return
        from tpns_desktop.send.device_book import DeviceForm  # loaded long ago, with the desk

        self.add.setEnabled(False)
        form = DeviceForm(self.name.text(), self.platform.value(), self.token.text())
        saving = desk.save_device(self._app.id, form)
        self._session.run(saving, self, self._on_added, self._on_add_failed)

    def _on_added(self, device: Device) -> None:
        self.add.setEnabled(True)
        self._add_error.hide()
        self.name.clear()
        self.token.clear()
        self._wanted.add(device.id)
        self._devices = [*self._devices, device]
        self.adding.set_open(False)
        self._show_devices()
        self._boxes[device.id].setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.tr("{0} is added and ticked").format(device.name))

    def _on_add_failed(self, error: BaseException) -> None:
        self.add.setEnabled(True)
        self._add_error.setText(refused_device_words(error))
        self._add_error.show()
        reason = getattr(error, "reason", "")
        place: QWidget = self.token if str(reason).startswith("token") else self.name
        if reason == "platform_required":
            place = self.platform
        place.setAccessibleDescription(self._add_error.text())
        place.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._add_error.text(), urgent=True)
        self._fit()

    # The test

    @Slot()
    def _on_armed(self) -> None:
        self.send.setEnabled(not self._busy)

    @Slot()
    def _on_send_clicked(self) -> None:
        self.send.setEnabled(False)
        desk = self._session.desk
        if desk is None or self._busy:
            return
        wanted = [id for id, box in self._boxes.items() if box.isChecked()]
        self._say_error("")
        self._busy = True
        sending = desk.send_test(
            self._app.id, self._draft_id, self._draft, wanted, self.prefix.value() or ""
        )
        self._session.run(sending, self, self._on_sent, self._on_refused)

    def _on_sent(self, batch: Batch) -> None:
        self._batch = batch
        self._told = False
        self._show_batch()
        self._on_batch_changed(batch.id)  # it may have ended before its id was known here

    def _on_refused(self, error: BaseException) -> None:
        self._busy = False
        self._armed.start()
        self._say_error(refused_test_words(error))
        if getattr(error, "reason", "") == "device_gone":
            self._read_devices()

    @Slot(str)
    def _on_batch_changed(self, batch_id: str) -> None:
        desk = self._session.desk
        if desk is not None and self._batch is not None and batch_id == self._batch.id:
            self._session.run(desk.batch(batch_id), self, self._on_news)

    def _on_news(self, batch: Batch | None) -> None:
        if batch is None or self._batch is None or batch.id != self._batch.id:
            return
        self._batch = batch
        self._show_batch()
        if self._told or not _ended(batch):
            return
        self._told = True
        self._busy = False
        self._armed.start()
        announce(self, " ".join(outcome_words(row) for row in batch.rows))
        if any(row.state == "accepted" for row in batch.rows):
            self.tested.emit(batch.id)

    def _show_batch(self) -> None:
        while (item := self._answers.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        batch = self._batch
        self.results.setVisible(batch is not None)
        for row in batch.rows if batch is not None else ():
            self._answers.addWidget(self._answer(row.platform, row.state, outcome_words(row)))
        self._fit()

    def _answer(self, platform: str, state: str, said: str) -> QWidget:
        words = state_words(state)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        text = _plain("")
        text.setObjectName(f"test.answer.{platform}")
        text.setText(self.tr("{0}: {1}").format(PLATFORMS[platform], said))
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line.addWidget(text, 1)
        line.addWidget(Pill(words.text, words.tone), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _say_error(self, text: str) -> None:
        self.error.setText(text)
        self.error.setVisible(bool(text))
        if text:
            announce(self, text, urgent=True)
        self._fit()

    # The window

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._armed.start()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fitting.start()  # a part that lies deeper has another height now
        return handled

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.add.click()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _fit(self) -> None:
        """As high as its lines are at this width; by itself it takes them to be longer."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(layout.heightForWidth(self.width()), 0))


def _ended(batch: Batch) -> bool:
    return all(row.state not in ("confirmed", "held", "sending") for row in batch.rows)


def _plain(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
