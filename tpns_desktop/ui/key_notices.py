"""A key that is not at hand: what is said above the screens, and the ways to get at it.

Owns that banner, one for the app that was opened last, and the words about where keys live.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from tpns_desktop.ui.unlocking import Unlocking
from tpns_desktop.ui.words.apps import session_words, waiting_words, why_memory
from tpns_desktop.ui.words.sentences import together
from tpns_desktop.ui.words.states import reason_words

if TYPE_CHECKING:
    from tpns_desktop.send.desk import Desk
    from tpns_desktop.ui.session import Session
    from tpns_desktop.ui.widgets.banner import Banner
    from tpns_desktop.ui.window import MainWindow


class Keyed(Protocol):
    """An app, or a Chat app."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


async def _missing_keys(desk: Desk, app_id: str) -> Mapping[str, str]:
    return await desk.missing_keys(app_id)


class KeyNotices(QObject):
    """Made once, with the window; one for apps, one for Chat apps.

    Signals:
    enter_asked(object): keys of this app are to be entered again.
    found: a key may be somewhere else than before.
    """

    enter_asked = Signal(object)
    found = Signal()

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        name: str = "keys",
        missing: Callable[[Desk, str], Coroutine[Any, Any, Mapping[str, str]]] = _missing_keys,
    ) -> None:
        """`name`: the beginning of its object names; `missing` asks which keys are not at hand."""
        super().__init__(window)
        self._name = name
        self._missing = missing
        self._window = window
        self._session = session
        self._app: Keyed | None = None
        self._banner: Banner | None = None
        self._memory: Banner | None = None
        self._reason = ""
        self._tried = False
        self.missing = False
        """Whether a key of the app that was looked at last is not at hand."""
        self.unlocking = Unlocking(session, self)
        self.unlocking.waiting.connect(self._on_waiting)
        self.unlocking.ended.connect(self._on_ended)
        self.unlocking.left.connect(self._show_missing)

    def look(self, app: Keyed) -> None:
        """Find out whether the keys of `app` are at hand, and say so where they are not."""
        self.unlocking.leave()
        self._close()
        self.missing = False
        self._tried = False
        self._app = app
        self._ask()

    def tell_memory(self, reason: str | None) -> None:
        """Say that the key just entered lives in memory alone, and why; once at a time."""
        if self._memory is None:
            words = partial(_memory_words, reason)
            self._memory = self._window.add_banner(words)
            self._memory.dismissed.connect(self._on_memory_dismissed)

    def close(self) -> None:
        """The app is left; nothing is said of its keys any more."""
        self.unlocking.leave()
        self.missing = False
        self._app = None
        self._close()

    def _ask(self) -> None:
        desk, app = self._session.desk, self._app
        if desk is not None and app is not None:
            self._session.run(self._missing(desk, app.id), self, partial(self._on_missing, app.id))

    def _on_missing(self, app_id: str, missing: Mapping[str, str]) -> None:
        if self._app is None or self._app.id != app_id:
            return
        self.missing = bool(missing)
        self.found.emit()
        if not missing:
            self._close()
            return
        self._reason = next(iter(missing.values()))
        self._show_missing()

    @Slot()
    def _show_missing(self) -> None:
        app = self._app
        if app is None:
            return
        actions: dict[str, Callable[[], str]] = {}
        if self._reason == "keyring_locked":
            actions["unlock"] = lambda: self.tr("Unlock…")
        elif self._reason != "no_key":
            actions["unlock"] = lambda: self.tr("Try again")
        actions["enter"] = lambda: self.tr("Enter the key…")
        self._show(partial(self._missing_words, app.name, self._reason), actions)

    def _missing_words(self, name: str, reason: str) -> str:
        if reason == "no_key":
            # The reason and the consequence in one sentence: both are about the key.
            return self.tr("{0}: Nothing can be sent until its Secret Key is at hand.").format(name)
        said = reason_words(reason)
        if self._tried and reason == "keyring_locked":
            said = self.tr("The password store is still locked.")
        return self.tr("{0}: {1} Nothing can be sent until the key is at hand.").format(name, said)

    @Slot()
    def _on_waiting(self) -> None:
        actions: dict[str, Callable[[], str]] = {"cancel": lambda: self.tr("Cancel")}
        self._show(waiting_words, actions)

    @Slot(str)
    def _on_ended(self, _place: str) -> None:
        self._tried = True
        self._ask()

    @Slot()
    def _on_enter(self) -> None:
        self.enter_asked.emit(self._app)

    def _show(self, words: Callable[[], str], actions: Mapping[str, Callable[[], str]]) -> None:
        banner = self._banner
        if banner is None:
            banner = self._banner = self._window.add_banner("")
            banner.dismissed.connect(self._on_dismissed)
            banner.add_action(f"{self._name}.unlock", "", self.unlocking.start)
            banner.add_action(f"{self._name}.enter", "", self._on_enter)
            banner.add_action(f"{self._name}.cancel", "", self.unlocking.leave)
        for key in ("unlock", "enter", "cancel"):
            banner.set_action_text(f"{self._name}.{key}", actions.get(key, ""))
        banner.set_text(words, announce=True)

    @Slot()
    def _on_memory_dismissed(self) -> None:
        self._memory = None

    @Slot()
    def _on_dismissed(self) -> None:
        self._banner = None

    def _close(self) -> None:
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None


def _memory_words(reason: str | None) -> str:
    return together([why_memory(reason), session_words()])
