"""Users of the Chat app: looked after one by one or by the million.

Owns the order of its parts and what waits for a person's word. What can be done is `users_work`'s,
how far it is `users_jobs`', the names of attributes `users_names`'.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from tpns_desktop.ui.screens.chat.users_jobs import JobsCard
from tpns_desktop.ui.screens.chat.users_names import NamesCard
from tpns_desktop.ui.screens.chat.users_work import WorkCard
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.widgets.banner_stack import BannerStack
from tpns_desktop.ui.widgets.empty_state import EmptyState
from tpns_desktop.ui.words.chat_people import waiting_words

if TYPE_CHECKING:
    from tpns_desktop.send.chat_people import JobSeen
    from tpns_desktop.store.chat_apps import ChatApp

_BY_ITSELF = ("quit", "cut_off", "switched")
"""Reasons of a pause that nobody chose: the job is offered above everything."""


class ChatUsersPage(QWidget):
    """Signal `connect_asked`: there is no Chat app yet."""

    connect_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._app: ChatApp | None = None
        self._shown = False
        self.setObjectName("users")
        self.notice = Banner("ok")
        self.notice.setObjectName("users.notice")
        self.notice.set_dismissible(True)
        self.notice.hide()
        self.waiting = BannerStack(
            "users.waiting",
            waiting_words,
            (("resume", lambda: self.tr("Continue")),),
        )
        self.waiting.acted.connect(self._on_continue)
        self.work = WorkCard(session)
        self.jobs = JobsCard(session, self.notice)
        self.names = NamesCard(session)
        self.work.begun.connect(self.jobs.choose)
        self.jobs.shown.connect(self._on_jobs)
        self.names.names_shown.connect(self.work.show_names)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        for part in (self.notice, self.waiting, self.work, self.jobs, self.names):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        self.empty = EmptyState("users.first", "lists")
        self.empty.acted.connect(self.connect_asked)
        self._pages = QStackedLayout(self)
        self.area = area
        self._pages.addWidget(area)
        self._pages.addWidget(self.empty)
        session.opened.connect(self._on_stale)
        session.chat_app_changed.connect(self._on_stale)
        self.retranslate()
        self._show_app()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._shown or self._app != self._session.chat_app:
            self._shown = True
            self._show_app()
        else:
            self.jobs.load()
        self._read_lists()

    @Slot()
    def _on_stale(self, _app: Any = None) -> None:
        self._show_app()

    def _show_app(self) -> None:
        app = self._session.chat_app
        self._app = app
        self._pages.setCurrentWidget(self.empty if app is None else self.area)
        self.waiting.show_rows(())
        if self._session.desk is None:
            return
        self.work.show_app(app)
        self.jobs.show_app(app)
        self.names.show_app(app)

    def _read_lists(self) -> None:
        desk = self._session.desk
        if desk is not None:
            self._session.run(desk.lists(), self, self.work.show_lists, lambda _error: None)

    @Slot(object)
    def _on_jobs(self, jobs: Sequence[JobSeen]) -> None:
        waits = [
            one.row for one in jobs if one.row.state == "paused" and one.row.reason in _BY_ITSELF
        ]
        self.waiting.show_rows(waits)

    @Slot(str, object)
    def _on_continue(self, _key: str, row: Any) -> None:
        self.jobs.choose(row.id)
        self.jobs.go_on(row.id)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.empty.set_texts(
            self.tr("No Chat app is connected"),
            self.tr("Connect a Chat app, and its users can be given tags and attributes here."),
            self.tr("Connect a Chat app"),
        )
