"""What is told of a push to users of a Chat app after it left, in place of TPNS's figures.

Taking it back, losses, statistics and one user's devices where this generation of the service has
them, an honest word where not, and the users it left out. Nothing is asked for by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.screens.results.left_out import LeftOutPart
from tpns_desktop.ui.screens.results.picture import file_name
from tpns_desktop.ui.screens.results.withdraw_dialog import WithdrawDialog
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.deliberate_dialog import said
from tpns_desktop.ui.widgets.fact_rows import FactRows
from tpns_desktop.ui.words.chat_results import (
    ask_trouble,
    device_lines,
    figure_lines,
    kept_words,
    loss_words,
    no_figures_words,
    read_words,
    withdraw_trouble,
    withdraw_words,
)
from tpns_desktop.ui.words.numbers import day_and_time
from tpns_desktop.ui.words.sentences import together

if TYPE_CHECKING:
    from collections.abc import Callable

    from tpns_desktop.model.chat_outcome import DeviceTrace, Loss
    from tpns_desktop.send.chat_results import ChatStory
    from tpns_desktop.send.results import Batch
    from tpns_desktop.ui.background import Handle

_MINUTE_MS = 60_000


class ChatPart(Card):
    """Hidden while the service has not taken the push.

    Signals:
        export_asked(str, bytes): a table is wanted in a file; the suggested name comes first.
        told(str): "withdrawn" or "deleted" once it surely was, else "".
    """

    export_asked = Signal(str, bytes)
    told = Signal(str)

    def __init__(
        self, session: Session, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        """`now` gives aware instants."""
        super().__init__(parent=parent)
        self._session = session
        self._now = now
        self._batch: Batch | None = None
        self._story: ChatStory | None = None
        self._withdrawing: Handle | None = None
        self._reading: Handle | None = None
        self._looking: Handle | None = None
        self._dialog: WithdrawDialog | None = None
        self._figures: tuple[Mapping[str, Any], tuple[Loss, ...]] | None = None
        self._devices: tuple[DeviceTrace, ...] | None = None
        self._read_at: datetime | None = None
        self._refused: tuple[str, int | None] | None = None
        self._unread: tuple[str, int | None] | None = None
        self._unlooked: tuple[str, int | None] | None = None
        self.setObjectName("result.chat")
        self._build()
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self._show)
        self.hide()
        self._show()

    def _build(self) -> None:
        self.kept = self._line("kept")
        self.back = self._line("back")
        self.error = self._line("error", "error")
        self.withdraw = QPushButton()
        self.withdraw.setObjectName("result.chat.withdraw")
        self.withdraw.clicked.connect(self._on_withdraw_clicked)
        self.absent = self._line("absent", "muted")
        self.facts = FactRows()
        self.facts.setObjectName("result.chat.facts")
        self.losses = self._line("losses")
        self.trouble = self._line("trouble", "error")
        self.read = QPushButton()
        self.read.setObjectName("result.chat.read")
        self.read.clicked.connect(self._on_read_clicked)
        self.read_at = self._line("read_at", "hint")
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.read)
        foot.addWidget(self.read_at, 1)
        self.one = QWidget()
        self._user_label = QLabel()
        self.user = QLineEdit()
        self.user.setObjectName("result.chat.user")
        self.user.setMaximumWidth(260)
        self.user.returnPressed.connect(self._on_look_clicked)
        self._user_label.setBuddy(self.user)
        self.look = QPushButton()
        self.look.setObjectName("result.chat.look")
        self.look.clicked.connect(self._on_look_clicked)
        line = QHBoxLayout()
        line.setSpacing(10)
        for part in (self._user_label, self.user, self.look):
            line.addWidget(part)
        line.addStretch(1)
        self.devices = FactRows()
        self.devices.setObjectName("result.chat.devices")
        self.looked = self._line("looked")
        under = QVBoxLayout(self.one)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(8)
        under.addLayout(line)
        under.addWidget(self.devices)
        under.addWidget(self.looked)
        self.left_out = LeftOutPart()
        self.left_out.export_asked.connect(self.export_asked)
        body = self.body
        for row in (self.kept, self.back, self.error):
            body.addWidget(row)
        body.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.absent, self.facts, self.losses, self.trouble):
            body.addWidget(widget)
        body.addLayout(foot)
        body.addWidget(self.one)
        body.addWidget(self.left_out)

    def _line(self, name: str, role: str = "") -> QLabel:
        label = said(role)
        label.setObjectName(f"result.chat.{name}")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.hide()
        return label

    # What is shown

    def show_batch(self, batch: Batch) -> None:
        """Follow this push; nothing for one of TPNS."""
        row = batch.rows[0]
        if self._batch is None or batch.id != self._batch.id:
            self._forget()
        self._batch = batch
        taken = row.is_chat and row.state == "accepted"
        if not taken:
            self.hide()
            return
        self._ask_story()

    def _forget(self) -> None:
        for handle in (self._reading, self._looking):
            if handle is not None:
                handle.cancel()
        # A withdrawal under way goes on; only its answer is not shown here any more.
        self._withdrawing = self._reading = self._looking = None
        self._story = self._figures = self._devices = self._read_at = None
        self._refused = self._unread = self._unlooked = None
        self.user.clear()
        if self._dialog is not None:
            self._dialog.reject()
        self.hide()

    def _ask_story(self) -> None:
        desk, batch = self._session.desk, self._batch
        if desk is not None and batch is not None:
            self._session.run(
                desk.chat.results.story(batch.id), self, partial(self._on_story, batch.id)
            )

    def _on_story(self, batch_id: str, story: ChatStory | None) -> None:
        if story is None or self._batch is None or batch_id != self._batch.id:
            return
        self._story = story
        self._show()
        self.show()
        done = story.withdrawal is not None and story.withdrawal.outcome == "done"
        self.told.emit("withdrawn" if done else "deleted" if story.deleted else "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._minute.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    @Slot()
    def _show(self) -> None:
        """Everything in the present language and at the present time."""
        self.set_texts(self.tr("After it left"))
        self.withdraw.setText(self.tr("Take it back…"))
        self.withdraw.setAccessibleName(self.tr("Take this push back"))
        self.read.setText(self.tr("Read the figures"))
        self.read.setAccessibleDescription(self.tr("Asks the Chat service. Nothing is sent."))
        self._user_label.setText(self.tr("What became of it for one user"))
        self.user.setPlaceholderText(self.tr("Account, such as user000001"))
        self.user.setAccessibleName(self._user_label.text())
        self.look.setText(self.tr("Look"))
        self.look.setAccessibleName(self.tr("Look what became of it for this user"))
        story = self._story
        if story is None:
            return
        now, row = self._now(), story.batch.rows[0]
        _set(self.kept, kept_words(row, story.facts, now))
        _set(self.back, withdraw_words(story.may, story.withdrawal, now))
        if story.moved_to is not None:
            moved = self.tr("It was moved: it starts on {0} (taken as Beijing time).")
            said_so = [moved.format(day_and_time(story.moved_to)), self.back.text()]
            _set(self.back, together(said_so))
        if story.deleted:
            _set(self.back, self.tr("Its task was deleted before its time: nobody gets it."))
        possible = not story.may.withdraw and self._withdrawing is None
        still = story.may.until is not None and now < story.may.until
        if self.withdraw.hasFocus() and not (possible and still):
            # By itself the focus would go wherever Qt finds the next tab stop.
            (self.user if not story.may.figures else self.back).setFocus()
        self.withdraw.setVisible(possible and still)
        _set(self.error, withdraw_trouble(*self._refused) if self._refused else "")
        none = no_figures_words(story.may)
        _set(self.absent, none)
        for part in (self.read, self.read_at, self.one):
            part.setVisible(not none)
        self._show_figures()
        self._show_devices()
        self.left_out.show_rows(
            row.left_out or {}, file_name(story.batch, self.tr("Left out"), "csv")[:-4]
        )

    def _show_figures(self) -> None:
        figures, losses = self._figures if self._figures is not None else ({}, ())
        lines = figure_lines(figures)
        self.facts.setVisible(bool(lines))
        self.facts.show_facts(lines)
        told = "\n".join(loss_words(loss) for loss in losses)
        none = self.tr("The service names no losses.") if self._figures is not None else ""
        _set(self.losses, told or none)
        _set(self.trouble, ask_trouble(*self._unread) if self._unread else "")
        self.read_at.setText(read_words(self._read_at))

    def _show_devices(self) -> None:
        lines = [line for one in self._devices or () for line in device_lines(one)]
        self.devices.setVisible(bool(lines))
        self.devices.show_facts(lines)
        none = self._devices is not None and not lines
        words = self.tr("The service tells of no device of this user.") if none else ""
        _set(self.looked, ask_trouble(*self._unlooked) if self._unlooked else words)

    # Taking it back

    @Slot()
    def _on_withdraw_clicked(self) -> None:
        if self._story is None or self._dialog is not None or self._withdrawing is not None:
            return
        self._refused = None
        self._dialog = WithdrawDialog(self._story, self)
        self._dialog.finished.connect(self._on_dialog_finished)
        self._dialog.open()

    @Slot(int)
    def _on_dialog_finished(self, result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is None:
            return
        dialog.deleteLater()
        desk, batch = self._session.desk, self._batch
        accepted = result == QDialog.DialogCode.Accepted
        if not accepted or desk is None or batch is None or self._withdrawing is not None:
            return
        self._withdrawing = self._session.run(
            desk.chat.results.withdraw(batch.id, dialog.notification()),
            self,
            partial(self._on_withdrawn, batch.id),
            partial(self._on_not_withdrawn, batch.id),
        )
        self._show()

    def _on_withdrawn(self, batch_id: str, story: ChatStory) -> None:
        if self._batch is None or batch_id != self._batch.id:
            return
        self._withdrawing = None
        self._on_story(batch_id, story)
        announce(self, self.back.text(), urgent=True)

    def _on_not_withdrawn(self, batch_id: str, error: BaseException) -> None:
        if self._batch is None or batch_id != self._batch.id:
            return
        self._withdrawing = None
        self._refused = _reason(error)
        self._show()
        announce(self, self.error.text(), urgent=True)
        self._ask_story()

    # Figures

    @Slot()
    def _on_read_clicked(self) -> None:
        desk, batch = self._session.desk, self._batch
        if desk is None or batch is None or self._reading is not None:
            return
        self._unread = None
        self._reading = self._session.run(
            _figures(desk.chat.results, batch.id),
            self,
            partial(self._on_read, batch.id),
            partial(self._on_not_read, batch.id),
        )
        self._show()

    def _on_read(self, batch_id: str, figures: tuple[Mapping[str, Any], tuple[Loss, ...]]) -> None:
        if self._batch is not None and batch_id == self._batch.id:
            self._reading = None
            self._figures, self._read_at = figures, self._now()
            self._show()
            announce(self, self.read_at.text())

    def _on_not_read(self, batch_id: str, error: BaseException) -> None:
        if self._batch is not None and batch_id == self._batch.id:
            self._reading = None
            self._unread = _reason(error)
            self._show()
            announce(self, self.trouble.text(), urgent=True)

    @Slot()
    def _on_look_clicked(self) -> None:
        desk, batch, user = self._session.desk, self._batch, self.user.text().strip()
        if desk is None or batch is None or self._looking is not None:
            return
        if not user:
            self.user.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._unlooked = self._devices = None
        self._looking = self._session.run(
            desk.chat.results.trace(batch.id, user),
            self,
            partial(self._on_looked, batch.id),
            partial(self._on_not_looked, batch.id),
        )
        self._show()

    def _on_looked(self, batch_id: str, devices: tuple[DeviceTrace, ...]) -> None:
        if self._batch is not None and batch_id == self._batch.id:
            self._looking, self._devices = None, devices
            self._show()
            told = [f"{name}: {fact}" for name, fact in self.devices.facts()]
            announce(self, " ".join(told) or self.looked.text())

    def _on_not_looked(self, batch_id: str, error: BaseException) -> None:
        if self._batch is not None and batch_id == self._batch.id:
            self._looking, self._unlooked = None, _reason(error)
            self._show()
            announce(self, self.looked.text(), urgent=True)


async def _figures(results: Any, batch_id: str) -> tuple[Mapping[str, Any], tuple[Loss, ...]]:
    return await results.statistics(batch_id), await results.losses(batch_id)


def _reason(error: BaseException) -> tuple[str, int | None]:
    reason = getattr(error, "reason", None) or getattr(error, "code", None) or "failed"
    code = getattr(error, "code", None)
    return str(reason), code if isinstance(code, int) else None


def _set(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
