"""What all screens share while the program runs: the desk, the chosen app, the settings.

Owns the moment at which the core becomes usable (after the first paint), which app is chosen, and
which Chat app. Leaves every decision about pushes to `send`, and every widget to the screens. The
program's wide changes are the signals below, and only those.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from tpns_desktop.send.desk import Desk
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.chat_apps import ChatApp
    from tpns_desktop.store.settings import Settings
    from tpns_desktop.ui.background import Background, Handle


class Session(QObject):
    """What changes for everybody.

    Signals:
    opened: the core is loaded; `desk` may be used from now on.
    app_changed(App | None): another app was chosen.
    apps_changed: an app was added, changed or removed.
    chat_app_changed(ChatApp | None): another Chat app was chosen.
    chat_apps_changed: `chat_apps` are others than before, or one of them was changed.
    batch_changed(str): the push with this batch id has news.
    sending_on: what kept sending off was seen by a person.
    bad_day_changed: practice is to act out another day, or for another time.
    failed(str, object): a step of the program itself failed: what was tried, the error.
    broke(str): an error that nobody expected stands in the log under this short code.
    """

    opened = Signal()
    app_changed = Signal(object)
    apps_changed = Signal()
    chat_app_changed = Signal(object)
    chat_apps_changed = Signal()
    batch_changed = Signal(str)
    sending_on = Signal()
    bad_day_changed = Signal()
    failed = Signal(str, object)
    broke = Signal(str)

    def __init__(
        self, background: Background, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.background = background
        self.settings = settings
        self.desk: Desk | None = None
        self.app: App | None = None
        self.chat_app: ChatApp | None = None
        self.chat_apps: Sequence[ChatApp] = ()
        """Those of the world in the top bar: practice's alone, or the real ones."""

        self.bad_day = ""
        """What practice acts out: a key of `words.bad_days`, "" on a normal day."""
        self.bad_day_once = True
        """Whether that is for the next push only."""

    def open(self, desk: Desk) -> None:
        """Take the loaded core into use."""
        self.desk = desk
        desk.subscribe(self._post_batch_changed)
        self.opened.emit()

    def choose_app(self, app: App | None) -> None:
        """Make `app` the one that is composed for and shown, and remember it for the next start."""
        self.app = app
        if app is not None and self.settings.last_app != app.id:
            self.settings.last_app = app.id
            self.save_settings()
        self.app_changed.emit(app)

    def show_chat_apps(self, apps: Sequence[ChatApp]) -> None:
        """These can be chosen from now on."""
        self.chat_apps = tuple(apps)
        self.chat_apps_changed.emit()

    def choose_chat_app(self, app: ChatApp | None) -> None:
        """Make `app` the one whose users are written to; a real one is remembered."""
        self.chat_app = app
        if app is not None and not app.practice and self.settings.last_chat_app != app.id:
            self.settings.last_chat_app = app.id
            self.save_settings()
        self.chat_app_changed.emit(app)

    def choose_bad_day(self, day: str, once: bool) -> None:
        """Let practice act out this day: for the next push only, or until another is chosen."""
        if (day, once) != (self.bad_day, self.bad_day_once):
            self.bad_day, self.bad_day_once = day, once
            self.bad_day_changed.emit()

    def save_settings(self) -> None:
        """Write settings.ini beside the window (never on its thread)."""
        self.background.post(self._save)

    def _save(self) -> None:
        if not self.settings.save():
            self.failed.emit("save_settings", OSError(f"{self.settings.path.name} not written"))

    def run(
        self,
        coroutine: Coroutine[Any, Any, Any],
        owner: QObject,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> Handle:
        """Start `coroutine` in the background; answers arrive on the GUI thread."""
        return self.background.start(coroutine, owner, done, failed)

    def _post_batch_changed(self, batch_id: str) -> None:
        # Called on the background's thread; a signal crosses to the GUI thread by itself.
        self.batch_changed.emit(batch_id)
