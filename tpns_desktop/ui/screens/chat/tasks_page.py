"""Pushes that the Chat service keeps for the chosen app: listed, moved, deleted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.screens.chat.task_dialog import TaskDialog
from tpns_desktop.ui.screens.chat.tasks_model import Column, TasksModel
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.widgets.deliberate_dialog import said
from tpns_desktop.ui.widgets.empty_state import EmptyState
from tpns_desktop.ui.widgets.record_table import RecordTable
from tpns_desktop.ui.widgets.rows_model import RECORD_ROLE
from tpns_desktop.ui.words.chat_tasks import (
    deed_words,
    open_words,
    refused_words,
    task_title,
    zone_words,
)
from tpns_desktop.ui.words.numbers import time_of

if TYPE_CHECKING:
    from tpns_desktop.model.chat_outcome import ScheduledTask
    from tpns_desktop.send.chat_tasks import TaskDeed, TaskPage
    from tpns_desktop.ui.background import Handle

_BEHIND = timedelta(days=1)
_AHEAD = timedelta(days=400)
"""What is listed: from yesterday to beyond a year."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class ChatTasksPage(QWidget):
    """Reads the list whenever it comes into sight.

    Signals:
        batch_asked(str): the push that a task was made by is wanted.
        new_asked: a person wants to write one.
    """

    batch_asked = Signal(str)
    new_asked = Signal()

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        """`now` gives aware instants."""
        super().__init__(parent)
        self._session = session
        self._now = now
        self._asking: Handle | None = None
        self._changing: Handle | None = None
        self._dialog: TaskDialog | None = None
        self._page: TaskPage | None = None
        self._tasks: list[ScheduledTask] = []
        self._own: dict[str, str] = {}
        self._said: Callable[[], str] | None = None
        self.setObjectName("chat.tasks")
        self._build()
        session.opened.connect(self._on_stale)
        session.chat_app_changed.connect(self._on_app_changed)
        self._show_words()

    def _build(self) -> None:
        self.zone = said("hint")
        self.note = Banner("warn")
        self.note.setObjectName("chat.tasks.note")
        self.note.set_dismissible(True)
        self.note.hide()
        self.doubt = said("strong")
        self.doubt.setObjectName("chat.tasks.doubt")
        self.doubt.hide()
        self.model = TasksModel(self)
        self.table = RecordTable(RECORD_ROLE)
        self.table.setObjectName("chat.tasks.table")
        self.table.setModel(self.model)
        self.table.set_widths(
            {Column.AT: 170, Column.WHO: 190, Column.STATUS: 180, Column.NUMBER: 110},
            stretch=Column.WHAT,
        )
        self.table.opened.connect(self._on_opened)
        self.table.removed.connect(self._on_removed)
        self.table.selectionModel().currentChanged.connect(self._on_current)
        self.move_task = self._button("move", self._on_move_clicked)
        self.delete = self._button("delete", self._on_delete_clicked)
        self.open = self._button("open", self._on_open_clicked)
        self.again = self._button("read", self.load)
        self.more = self._button("more", self._on_more)
        self.read_at = QLabel()
        self.read_at.setObjectName("chat.tasks.read_at")
        self.read_at.setProperty("role", "hint")
        line = QHBoxLayout()
        line.setSpacing(10)
        for button in (self.move_task, self.delete, self.open):
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.read_at)
        line.addWidget(self.again)
        self.empty = EmptyState("chat.tasks.first", "clock")
        self.empty.acted.connect(self.new_asked)
        self.empty.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self.note)
        column.addWidget(self.doubt)
        column.addWidget(self.zone)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        column.addWidget(self.more)
        column.addWidget(self.empty, 1)
        self.more.hide()

    def _button(self, name: str, clicked: Callable[[], None]) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"chat.tasks.{name}")
        button.clicked.connect(clicked)
        return button

    # What is shown

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
            self.model.refresh_words()
        super().changeEvent(event)

    @Slot()
    def _on_stale(self) -> None:
        if self.isVisible():
            self.load()

    @Slot(object)
    def _on_app_changed(self, _app: object) -> None:
        # What was asked about another app's task is asked no more.
        if self._dialog is not None:
            self._dialog.reject()
        self.note.hide()
        self._said = None
        self._show_tasks([], None)
        self._on_stale()

    @Slot()
    def load(self) -> None:
        """Read the list anew; what became of changes without an answer shows with it."""
        self._read(0)

    @Slot()
    def _on_more(self) -> None:
        if self._asking is None:
            self._read(len(self._tasks))

    def _read(self, offset: int) -> None:
        desk, app = self._session.desk, self._session.chat_app
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None
        if desk is None or app is None:
            return
        now = self._now()
        self._asking = self._session.run(
            desk.chat.tasks.read(app.id, now - _BEHIND, now + _AHEAD, offset),
            self,
            partial(self._on_read, offset),
            self._on_not_read,
        )
        self._show_buttons()

    def _on_read(self, offset: int, page: TaskPage) -> None:
        self._asking = None
        self._show_tasks([*(self._tasks if offset else []), *page.tasks], page)

    def _on_not_read(self, error: BaseException) -> None:
        self._asking = None
        self._say(partial(refused_words, *_reason(error)), "danger")
        self._show_buttons()

    def _show_tasks(self, tasks: list[ScheduledTask], page: TaskPage | None) -> None:
        chosen = self.table.current_record()
        self._tasks, self._page = tasks, page
        self._own = {**self._own, **page.own} if page is not None else {}
        self.model.show_rows(tasks)
        row = self.model.row_of(chosen.task_id) if chosen is not None else -1
        if tasks:
            self.table.selectRow(max(row, 0))
        nothing = page is not None and not tasks
        self.table.setVisible(not nothing)
        self.empty.setVisible(nothing)
        self.more.setVisible(page is not None and page.more)
        self._show_words()

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_buttons()

    def _show_buttons(self) -> None:
        task = self.table.current_record() if self._tasks else None
        free = self._changing is None and task is not None and task.pending
        self.move_task.setEnabled(free)
        self.delete.setEnabled(free)
        self.open.setVisible(task is not None and task.task_id in self._own)
        self.again.setEnabled(self._asking is None)
        self.more.setEnabled(self._asking is None)

    # Changing

    @Slot()
    def _on_move_clicked(self) -> None:
        self._ask("change")

    @Slot()
    def _on_delete_clicked(self) -> None:
        self._ask("delete")

    @Slot(object)
    def _on_removed(self, _task: ScheduledTask) -> None:
        if self.delete.isEnabled():
            self._ask("delete")

    def _ask(self, verb: str) -> None:
        task = self.table.current_record()
        if task is None or self._dialog is not None or self._changing is not None:
            return
        self._dialog = TaskDialog(task, verb, self._now(), self)
        self._dialog.finished.connect(self._on_dialog_finished)
        self._dialog.open()

    @Slot(int)
    def _on_dialog_finished(self, result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is None:
            return
        dialog.deleteLater()
        desk, app = self._session.desk, self._session.chat_app
        accepted = result == QDialog.DialogCode.Accepted
        if not accepted or desk is None or app is None or self._changing is not None:
            return
        task, at = dialog.task, dialog.at()
        if dialog.verb == "delete":
            asked = desk.chat.tasks.delete(app.id, task)
        elif at is not None:
            asked = desk.chat.tasks.change(app.id, task, at)
        else:
            return
        self._changing = self._session.run(
            asked, self, partial(self._on_changed, task), self._on_not_changed
        )
        self._show_buttons()

    def _on_changed(self, task: ScheduledTask, deed: TaskDeed) -> None:
        self._changing = None
        tone = {"done": "ok", "unknown": "warn"}.get(deed.outcome, "danger")
        self._say(partial(deed_words, deed, task_title(task)), tone)
        self.load()

    def _on_not_changed(self, error: BaseException) -> None:
        self._changing = None
        self._say(partial(refused_words, *_reason(error)), "danger")
        self.load()

    def _say(self, words: Callable[[], str], tone: str) -> None:
        self._said = words
        self.note.set_tone(tone)
        self.note.set_text(words())
        self.note.show()
        announce(self, words(), urgent=True)

    @Slot(object)
    def _on_opened(self, task: ScheduledTask) -> None:
        if task.task_id in self._own:
            self.batch_asked.emit(self._own[task.task_id])

    @Slot()
    def _on_open_clicked(self) -> None:
        task = self.table.current_record()
        if task is not None:
            self._on_opened(task)

    # Words

    def _show_words(self) -> None:
        self.zone.setText(zone_words())
        self.table.setAccessibleName(self.tr("Pushes that the Chat service keeps for later"))
        for button, text, name in (
            (self.move_task, self.tr("Change the time…"), self.tr("Change the time of this task")),
            (self.delete, self.tr("Delete…"), self.tr("Delete this task")),
            (self.open, self.tr("Open the push"), self.tr("Open the push of this task")),
            (self.again, self.tr("Read again"), self.tr("Read the list of tasks again")),
            (self.more, self.tr("Show later ones"), self.tr("Show later tasks")),
        ):
            button.setText(text)
            button.setAccessibleName(name)
        self.empty.set_texts(
            self.tr("Nothing is scheduled"),
            self.tr(
                "A push with a time, made under New push, waits at the Chat service and stands "
                "here until it has left."
            ),
            self.tr("New push"),
        )
        doubts = [open_words(deed) for deed in self._page.open] if self._page is not None else []
        self.doubt.setText("\n".join(doubts))
        self.doubt.setVisible(bool(doubts))
        read = self._page.read_at if self._page is not None else None
        self.read_at.setText(self.tr("Read at {0}.").format(time_of(read)) if read else "")
        if self._said is not None:
            self.note.set_text(self._said())
        self._show_buttons()


def _reason(error: BaseException) -> tuple[str, Any]:
    reason = getattr(error, "reason", None) or getattr(error, "code", None) or "failed"
    code = getattr(error, "code", None)
    return str(reason), code if isinstance(code, int) else None
