"""The bad day that practice acts out: told to the service, and said wherever a person sends.

Owns its banner, and the end of a day that was chosen for the next push only.
"""

from __future__ import annotations

from collections.abc import Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Slot

from tpns_desktop.ui.words.bad_days import bad_day
from tpns_desktop.ui.words.sentences import together

if TYPE_CHECKING:
    from tpns_desktop.send.desk import Batch
    from tpns_desktop.ui.session import Session
    from tpns_desktop.ui.widgets.banner import Banner
    from tpns_desktop.ui.window import MainWindow

_NOT_YET = frozenset({"confirmed", "held", "sending"})
_SENDING = frozenset({"compose", "review", "result", "chat"})
"""Screens on which a person sends, or watches what was sent."""


class Acting(Protocol):
    """The part of the practice service's control that is needed here."""

    def act(self, name: str) -> Coroutine[Any, Any, None]:
        """Act out the day of this key from now on."""


class BadDays(QObject):
    """Made once, with the window."""

    def __init__(self, window: MainWindow, session: Session, practice: Acting) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._practice = practice
        self._told = ""
        self._awaited: str | None = None
        self._banner: Banner | None = None
        self._over: Banner | None = None
        session.bad_day_changed.connect(self._on_changed)
        session.batch_changed.connect(self._on_batch_changed)
        session.app_changed.connect(self._on_world_changed)
        session.chat_app_changed.connect(self._on_world_changed)
        window.screen_shown.connect(self._on_screen_shown)

    def await_end(self, batch_id: str) -> None:
        """This push is on its way; a day for one push is over when the push is."""
        if self._session.bad_day and self._in_practice():
            self._awaited = batch_id
            self._on_batch_changed(batch_id)  # it may have ended already

    # What is chosen

    @Slot()
    def _on_changed(self) -> None:
        if self._session.bad_day != self._told:
            self._told = self._session.bad_day
            self._awaited = None
            self._session.run(self._practice.act(self._told), self)
        if self._banner is not None:
            self._banner.deleteLater()
            self._banner = None
        if self._told:
            self._banner = self._window.add_banner(self._words, "practice")
            self._banner.setObjectName("bad_day")
            self._banner.set_dismissible(False)
            back = self._banner.add_action("bad_day.end", self._back_words)
            back.clicked.connect(self._end)
        self._place()
        if self._banner is not None and self._banner.isVisible():
            self._banner.set_text(self._words, announce=True)

    @Slot()
    def _end(self) -> None:
        self._session.choose_bad_day("", self._session.bad_day_once)

    @Slot(str)
    def _on_batch_changed(self, batch_id: str) -> None:
        desk = self._session.desk
        if desk is not None and batch_id and batch_id == self._awaited:
            self._session.run(desk.batch(batch_id), self, self._look)

    def _look(self, batch: Batch | None) -> None:
        if batch is None or batch.id != self._awaited:
            return
        states = {row.state for row in batch.rows}
        if states & _NOT_YET:
            return
        self._awaited = None
        # One that was taken back by a person has met nothing.
        met = states != {"withdrawn"} or any(row.reason == "upload_failed" for row in batch.rows)
        if self._session.bad_day_once and met:
            self._say_over()
            self._end()

    def _say_over(self) -> None:
        self._forget_over()
        self._over = self._window.add_banner(partial(_over_words, self._told), "practice")
        self._over.setObjectName("bad_day.over")

    def _forget_over(self) -> None:
        over, self._over = self._over, None
        if over is not None and shiboken6.isValid(over):  # a person may have put it away
            over.deleteLater()

    # Where it is said

    def _in_practice(self) -> bool:
        app = self._session.app or self._session.chat_app
        return app is not None and app.practice

    @Slot(object)
    def _on_world_changed(self, _app: object) -> None:
        self._place()

    @Slot(str)
    def _on_screen_shown(self, _key: str) -> None:
        self._forget_over()
        self._place()

    def _place(self) -> None:
        if self._banner is None:
            return
        screen, day = self._window.current_screen, bad_day(self._told)
        met = day.chat if self._window.place_of(screen) == "chat" else day.push
        self._banner.setVisible(met and screen in _SENDING and self._in_practice())

    def _words(self) -> str:
        day = bad_day(self._told)
        said = (
            self.tr("Practice acts out, for the next push only: {0}.")
            if self._session.bad_day_once
            else self.tr("Practice acts out: {0}.")
        ).format(day.name())
        return together((said, day.lesson()))

    def _back_words(self) -> str:
        return self.tr("Back to a normal day")


def _over_words(key: str) -> str:
    day = bad_day(key)
    said = QCoreApplication.translate(
        "BadDays", "That was acted out: {0}. The next push meets a normal day."
    )
    return together((said.format(day.name()), day.lesson()))
