"""What all screens share while the program runs: the desk, the chosen app, the settings.

Owns the moment at which the core becomes usable (after the first paint) and which app is chosen.
Leaves every decision about pushes to `send`, and every widget to the screens. The program's wide
changes are the six signals below, and only those.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from tpns_desktop.send.desk import Desk
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.settings import Settings
    from tpns_desktop.ui.background import Background, Handle


class Session(QObject):
    """What changes for everybody.

    Signals:
    opened: the core is loaded; `desk` may be used from now on.
    app_changed(App | None): another app was chosen.
    apps_changed: an app was added, changed or removed.
    batch_changed(str): the push with this batch id has news.
    sending_on: what kept sending off was seen by a person.
    failed(str, object): a step of the program itself failed: what was tried, the error.
    broke(str): an error that nobody expected stands in the log under this short code.
    """

    opened = Signal()
    app_changed = Signal(object)
    apps_changed = Signal()
    batch_changed = Signal(str)
    sending_on = Signal()
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
