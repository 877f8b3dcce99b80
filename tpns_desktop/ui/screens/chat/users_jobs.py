"""The jobs of a Chat app: how far each is, how it goes on, what came of it."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from tpns_desktop.ui.exporting import Exporting
from tpns_desktop.ui.screens.chat.users_dialogs import FoundDialog, ReportDialog, TableDialog
from tpns_desktop.ui.screens.chat.users_models import JobsModel
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.widgets.bar_track import BarTrack
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.flow_layout import FlowLayout
from tpns_desktop.ui.widgets.record_table import ROW_HEIGHT, RecordTable
from tpns_desktop.ui.widgets.rows_model import RECORD_ROLE
from tpns_desktop.ui.widgets.verb_dialog import VerbDialog, plain
from tpns_desktop.ui.words.chat_people import (
    end_words,
    fault_words,
    found_head,
    progress_words,
    refused_words,
    report_head,
    state_words,
    what_words,
)

if TYPE_CHECKING:
    from tpns_desktop.send.chat_people import JobSeen
    from tpns_desktop.store.chat_apps import ChatApp
    from tpns_desktop.store.chat_jobs import Fault

_ROWS = 5
"""Shown without scrolling."""
_SHOWN = 1000
"""Rows of a report or of what was read that a dialog shows."""
_TONES = {"warn": "warn", "ok": "ok", "accent": "accent", "neutral": "accent"}


class JobsCard(Card):
    """Hidden while there is none. Signal `shown(object)`: the jobs as they stand now."""

    shown = Signal(object)
    _news = Signal()

    def __init__(self, session: Session, notice: Banner, parent: QWidget | None = None) -> None:
        """`notice`: where it is told how saving went."""
        super().__init__(parent=parent)
        self._session = session
        self._app: ChatApp | None = None
        self._wanted: str | None = None
        self._subscribed = False
        self._seen: JobSeen | None = None
        self.dialog: TableDialog | VerbDialog | None = None
        self.exporting = Exporting(session, self, notice)
        self.setObjectName("users.jobs")
        # Jobs have news many times a second; people read a few.
        self._soon = QTimer(self, singleShot=True, interval=200)
        self._soon.timeout.connect(self.load)
        self._news.connect(self._on_news)
        self._build()
        self.hide()
        self.retranslate()

    def _build(self) -> None:
        self.model = JobsModel(self)
        self.table = RecordTable(RECORD_ROLE)
        self.table.setObjectName("users.jobs.table")
        self.table.setModel(self.model)
        self.table.set_widths(self.model.widths(), self.model.stretched())
        self.table.opened.connect(self._on_open)
        self.table.removed.connect(self._on_remove)
        self.table.selectionModel().currentRowChanged.connect(self._on_chosen)
        self.bar = BarTrack()
        self.bar.setFixedHeight(8)
        self.progress = QLabel()
        self.progress.setObjectName("users.jobs.progress")
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.bar, 1)
        line.addWidget(self.progress)
        self.said = plain("muted")
        self.said.setObjectName("users.jobs.said")
        self.resume = self._button("resume", self._on_resume)
        self.resume.setProperty("kind", "primary")
        self.pause = self._button("pause", self._on_pause)
        self.open = self._button("open", self._on_open)
        self.save = self._button("save", self._on_save)
        self.remove = self._button("remove", self._on_remove)
        self.buttons = QWidget()
        flow = FlowLayout(self.buttons, spacing=8)
        for button in (self.resume, self.pause, self.open, self.save, self.remove):
            flow.addWidget(button)
        self.body.addWidget(self.table)
        self.body.addLayout(line)
        self.body.addWidget(self.said)
        self.body.addWidget(self.buttons)

    def _button(self, name: str, slot: Any) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"users.jobs.{name}")
        button.clicked.connect(slot)
        return button

    # What is shown

    def show_app(self, app: ChatApp | None) -> None:
        """The jobs of this app."""
        self._app = app
        self.model.show_rows(())
        self._seen = None
        self.hide()
        self.load()

    def choose(self, job_id: str) -> None:
        """Choose this job once it is shown."""
        self._wanted = job_id
        self.load()

    @Slot()
    def load(self) -> None:
        """Read them anew."""
        desk, app = self._session.desk, self._app
        if desk is None or app is None:
            return
        if not self._subscribed:
            self._subscribed = True
            desk.chat.people.subscribe(self._post_news)
        asking = desk.chat.people.jobs(app.id)
        self._session.run(asking, self, partial(self._on_jobs, app.id), self._on_failed)

    def _post_news(self, _job_id: str) -> None:
        # On the background's thread; the signal crosses to the window's.
        self._news.emit()

    @Slot()
    def _on_news(self) -> None:
        if not self._soon.isActive() and self.window().isVisible():
            self._soon.start()

    def _on_jobs(self, app_id: str, jobs: Sequence[JobSeen]) -> None:
        if self._app is None or self._app.id != app_id:
            return
        current = self.table.current_record()
        wanted = self._wanted or (current.row.id if current is not None else None)
        self.model.show_rows(jobs)
        self.setVisible(bool(jobs))
        if jobs:
            ids = [one.row.id for one in jobs]
            place = ids.index(wanted) if wanted in ids else 0
            self.table.setCurrentIndex(self.model.index(place, 0))
            if wanted in ids:
                self._wanted = None
            header = self.table.horizontalHeader().sizeHint().height()
            self.table.setFixedHeight(header + ROW_HEIGHT * min(len(jobs), _ROWS) + 4)
        self._read_chosen()
        self.shown.emit(jobs)

    @Slot()
    def _on_chosen(self) -> None:
        self._seen = None
        self._read_chosen()

    def _read_chosen(self) -> None:
        """The chosen one with the kinds of its failures."""
        desk, row = self._session.desk, self.table.current_record()
        self._show_job(row)
        if desk is not None and row is not None and row.row.failed:
            asking = desk.chat.people.job(row.row.id)
            self._session.run(asking, self, self._on_job, lambda _error: None)

    def _on_job(self, seen: JobSeen) -> None:
        row = self.table.current_record()
        if row is not None and row.row.id == seen.row.id:
            self._show_job(seen)

    def _show_job(self, seen: JobSeen | None) -> None:
        if seen is None:
            return
        if self._seen is not None and self._seen.row == seen.row and self._seen.kinds:
            seen = self._seen
        self._seen = seen
        row = seen.row
        _, tone = state_words(row)
        self.bar.set_share(row.done / max(row.accounts, 1), _TONES[tone])
        self.progress.setText(progress_words(seen))
        self.bar.setAccessibleName(self.progress.text())
        lines = end_words(seen)
        self.said.setText("\n".join(lines))
        self.said.setVisible(bool(lines))
        self.resume.setVisible(row.state == "paused")
        self.pause.setVisible(row.state in ("running", "waiting"))
        reads = row.kind == "read"
        self.open.setText(self.tr("See what they have") if reads else self.tr("See the report"))
        self.open.setEnabled(bool(row.done))

    # Acting

    @Slot()
    def _on_resume(self) -> None:
        self._act(lambda people, job_id: people.resume(job_id))

    def go_on(self, job_id: str) -> None:
        """Continue a job."""
        desk = self._session.desk
        if desk is not None:
            self._run(desk.chat.people.resume(job_id))

    @Slot()
    def _on_pause(self) -> None:
        self._act(lambda people, job_id: people.stop(job_id))

    @Slot()
    def _on_remove(self, _row: object = None) -> None:
        if self._seen is None:
            return
        row = self._seen.row
        dialog = VerbDialog("users.remove", self.window())
        dialog.set_words(
            self.tr("Remove “{0}” from this list?").format(what_words(row.kind, row.params)),
            self.tr("Remove it"),
            self.tr(
                "This program forgets the job, its report and its copy of the users. What was "
                "done with the users stays done."
            ),
        )
        dialog.accepted.connect(partial(self._forget, row.id))
        self.dialog = dialog
        dialog.open()

    def _forget(self, job_id: str) -> None:
        desk = self._session.desk
        if desk is not None:
            self._run(desk.chat.people.remove(job_id))

    def _act(self, work: Any) -> None:
        desk = self._session.desk
        if desk is not None and self._seen is not None:
            self._run(work(desk.chat.people, self._seen.row.id))

    def _run(self, work: Coroutine[Any, Any, Any]) -> None:
        self._session.run(work, self, lambda _: self.load(), self._on_failed)

    @Slot()
    def _on_open(self, _row: object = None) -> None:
        desk, seen = self._session.desk, self._seen
        if desk is None or seen is None or not seen.row.done:
            return
        people, job_id = desk.chat.people, seen.row.id
        run, shown = self._session.run, partial(self._on_rows, job_id)
        if seen.row.kind == "read":
            run(people.found(job_id, _SHOWN), self, shown, self._on_failed)
        else:
            run(people.faults(job_id, 0, _SHOWN), self, shown, self._on_failed)

    def _on_rows(self, job_id: str, rows: Sequence[Any]) -> None:
        if self._seen is None or self._seen.row.id != job_id:
            return
        made = FoundDialog if self._seen.row.kind == "read" else ReportDialog
        dialog = made(self._seen, rows, self.window())
        dialog.save_asked.connect(self._on_save)
        self.dialog = dialog
        dialog.open()

    @Slot()
    def _on_save(self) -> None:
        desk, seen, app = self._session.desk, self._seen, self._app
        if desk is None or seen is None or app is None:
            return
        people, job_id = desk.chat.people, seen.row.id
        name = f"{what_words(seen.row.kind, seen.row.params)}.csv"
        if seen.row.kind == "read":
            head = found_head()
            self.exporting.save_by(name, lambda path: people.save_found(job_id, path, head))
            return

        def words(fault: Fault) -> Sequence[str]:
            return fault.account, fault_words(fault), "" if fault.code is None else str(fault.code)

        head_rows = report_head(seen, app.name)
        self.exporting.save_by(name, lambda path: people.report(job_id, path, head_rows, words))

    def _on_failed(self, error: BaseException) -> None:
        reason = str(getattr(error, "reason", ""))
        if not reason:
            self._session.failed.emit("chat_users", error)
            return
        self.said.setText(refused_words(reason, str(getattr(error, "value", ""))))
        self.said.show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.set_texts(
            self.tr("What is under way, and what was done"),
            self.tr("A job that was cut off goes on where it stopped, when you say so."),
        )
        self.table.setAccessibleName(self.title_text())
        self.model.refresh_words()
        self.resume.setText(self.tr("Continue"))
        self.pause.setText(self.tr("Pause"))
        self.save.setText(self.tr("Save as a table…"))
        self.remove.setText(self.tr("Remove…"))
        self._show_job(self._seen)
