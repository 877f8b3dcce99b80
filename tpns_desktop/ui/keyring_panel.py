"""Where a key that is typed now will live, and what can be done where that is memory alone."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpns_desktop.ui.session import Session
from tpns_desktop.ui.unlocking import Unlocking
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.words.apps import (
    keyring_words,
    session_words,
    turn_on_words,
    waiting_words,
)
from tpns_desktop.ui.words.sentences import together


class KeyringPanel(QWidget):
    """One sentence while the computer's password store takes keys, else what to do about it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._accepted = False
        self.unlocking = Unlocking(session, self)
        self.unlocking.waiting.connect(self._on_waiting)
        self.unlocking.ended.connect(self._on_ended)
        self.unlocking.left.connect(self._on_left)
        self.banner = Banner("warn")
        add = self.banner.add_action
        self.unlock = add("keyring.unlock", "", self.unlocking.start)
        self.each_time = add("keyring.session", "", self._on_accepted)
        self.how = add("keyring.how", "", self._on_how_clicked)
        self.cancel = add("keyring.cancel", "", self.unlocking.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(self.banner)
        self.look()

    @Slot()
    def look(self) -> None:
        """Show how it stands now."""
        desk = self._session.desk
        reason = desk.secret_reason if desk is not None else None
        if not isinstance(reason, str):
            self._show(
                lambda: self.tr(
                    "The Secret Key goes into this computer's password store and nowhere else."
                ),
                {},
                "neutral",
            )
            return
        actions: dict[str, Callable[[], str]] = {}
        if not self._accepted:
            if reason == "no_keyring":
                actions["keyring.session"] = lambda: self.tr("Ask me each time")
                actions["keyring.how"] = lambda: self.tr("How to turn it on")
            elif reason == "locked":
                actions["keyring.unlock"] = lambda: self.tr("Unlock…")
                actions["keyring.session"] = lambda: self.tr("Use for this session")
            else:
                actions["keyring.unlock"] = lambda: self.tr("Try again")
                actions["keyring.session"] = lambda: self.tr("Use for this session")
        words = session_words if self._accepted else lambda: keyring_words(reason)
        self._show(words, actions, "neutral" if self._accepted else "warn")

    def _show(
        self, words: Callable[[], str], actions: dict[str, Callable[[], str]], tone: str
    ) -> None:
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.banner.set_tone(tone)
        for key in ("keyring.unlock", "keyring.session", "keyring.how", "keyring.cancel"):
            self.banner.set_action_text(key, actions.get(key, ""))
        self.banner.set_text(words, announce=True)
        if had_focus and actions:
            button = self.banner.findChild(QWidget, next(iter(actions)))
            if isinstance(button, QWidget):
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_accepted(self) -> None:
        self._accepted = True
        self.look()

    @Slot()
    def _on_how_clicked(self) -> None:
        self._show(
            lambda: together([keyring_words("no_keyring"), turn_on_words(sys.platform)]),
            {"keyring.session": lambda: self.tr("Ask me each time")},
            "warn",
        )

    @Slot()
    def _on_waiting(self) -> None:
        self._show(waiting_words, {"keyring.cancel": lambda: self.tr("Cancel")}, "accent")

    @Slot()
    def _on_left(self) -> None:
        self._accepted = True
        self._show(session_words, {}, "neutral")

    @Slot(str)
    def _on_ended(self, place: str) -> None:
        if place != "keyring":
            self.look()
            return
        self._show(
            lambda: self.tr("The password store is open. Keys you enter go there."), {}, "ok"
        )
