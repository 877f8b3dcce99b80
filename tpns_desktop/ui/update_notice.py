"""The quiet note about a newer version, and the one question whether to look for one.

Owns the two banners. Whether it may be looked for, and when, is `send.updates`' to decide; nothing
is ever installed from here.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from tpns_desktop.ui.words.updates import release_words

if TYPE_CHECKING:
    from tpns_desktop.client.updates import Release
    from tpns_desktop.ui.session import Session
    from tpns_desktop.ui.widgets.banner import Banner
    from tpns_desktop.ui.window import MainWindow

AGAIN_MS = 6 * 60 * 60 * 1000
"""A window that stays open for days is told as well; the feed is asked once a day at most."""


class UpdateNotice(QObject):
    """Made once the desk is open."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._question: Banner | None = None
        self._note: Banner | None = None
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self.look)
        self._again.start()
        desk = session.desk
        # Not of somebody who has only just come.
        if desk is not None and session.settings.last_app:
            session.run(desk.updates.state(), self, self._on_state)

    @Slot()
    def look(self) -> None:
        """Look for a newer version, if that is wanted and due."""
        desk = self._session.desk
        if desk is not None:
            self._session.run(desk.updates.look(), self, self._on_looked)

    def _on_state(self, state: str | None) -> None:
        if state == "ask":
            self._ask()
        elif state == "on":
            self.look()

    # The question, asked once

    def _ask(self) -> None:
        banner = self._question = self._window.add_banner(
            lambda: self.tr(
                "May TPNS Desktop look once a day whether there is a newer version? It tells "
                "nothing about you and installs nothing. You can change it under Settings, About."
            ),
            "neutral",
        )
        banner.add_action("updates.yes", lambda: self.tr("Yes, look"), partial(self._answer, "on"))
        banner.add_action("updates.no", lambda: self.tr("No"), partial(self._answer, "off"))
        banner.dismissed.connect(self._on_question_dismissed)

    @Slot()
    def _on_question_dismissed(self) -> None:
        # Who puts the question away has answered it.
        self._question = None
        self._answer("off")

    def _answer(self, answer: str) -> None:
        if self._question is not None:
            self._question.hide()
            self._question.deleteLater()
            self._question = None
        self._session.settings.updates = answer
        self._session.save_settings()
        if answer == "on":
            self.look()

    # The note

    def _on_looked(self, release: Release | None) -> None:
        if release is None or self._note is not None:
            return
        banner = self._note = self._window.add_banner(partial(release_words, release), "neutral")
        banner.add_action(
            "updates.page", lambda: self.tr("What is new"), partial(self._open, release.page)
        )
        banner.add_action(
            "updates.pass", lambda: self.tr("Not this one"), partial(self._pass, release.version)
        )
        banner.dismissed.connect(self._on_note_dismissed)

    def _open(self, page: str) -> None:
        QDesktopServices.openUrl(QUrl(page))

    def _pass(self, version: str) -> None:
        self._session.settings.updates_passed = version
        self._session.save_settings()
        if self._note is not None:
            self._note.hide()
            self._note.deleteLater()
        self._note = None

    @Slot()
    def _on_note_dismissed(self) -> None:
        self._note = None
