"""What is on hold stays in sight, wherever one goes, and is taken back with its app.

Owns the banners of held pushes, and telling the desk which app and Chat app are worked with.
"""

from __future__ import annotations

from collections.abc import Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Signal, Slot

from tpns_desktop.ui.session import Session
from tpns_desktop.ui.window import MainWindow

if TYPE_CHECKING:
    from tpns_desktop.send.desk import Batch, Desk
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.chat_apps import ChatApp
    from tpns_desktop.ui.screens.results.screen import ResultScreen
    from tpns_desktop.ui.widgets.banner import Banner


class Holds(QObject):
    """Made once, with the window.

    Signals:
    batch_asked(str): the page of this push is to be shown.
    taken_back(list of Batch): these did not leave, since another app was chosen.
    """

    batch_asked = Signal(str)
    taken_back = Signal(object)

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._banners: dict[str, Banner] = {}
        session.batch_changed.connect(self._on_batch_changed)
        session.app_changed.connect(self._on_app_changed)
        session.chat_app_changed.connect(self._on_chat_app_changed)
        window.screen_shown.connect(self._on_screen_shown)

    @Slot(object)
    def _on_app_changed(self, app: App | None) -> None:
        desk = self._session.desk
        if desk is not None:
            self._switch(desk, desk.switch_app(app.id if app is not None else None))

    @Slot(object)
    def _on_chat_app_changed(self, app: ChatApp | None) -> None:
        desk = self._session.desk
        if desk is not None:
            self._switch(desk, desk.chat.use(app.id if app is not None else None))

    def _switch(self, desk: Desk, switch: Coroutine[Any, Any, None]) -> None:
        switching = _switched(desk, switch, list(self._banners))
        self._session.run(switching, self, self.taken_back.emit)

    @Slot(str)
    def _on_batch_changed(self, batch_id: str) -> None:
        if self._session.desk is not None:  # none while the program closes
            self._session.run(self._session.desk.batch(batch_id), self, self._show)

    def _show(self, batch: Batch | None) -> None:
        if batch is None:
            return
        banner = self._banners.get(batch.id)
        if batch.state not in ("confirmed", "held"):
            if banner is not None:
                self._banners.pop(batch.id).deleteLater()
            return
        if batch.rows[0].purpose == "test":
            return  # it has no hold, and its dialog says what becomes of it
        if banner is None:
            banner = self._window.add_banner(
                (
                    self.tr("On hold: “{0}” to {1}. No push has been requested yet.")
                    if batch.audience_kind == "file"
                    else self.tr("On hold: “{0}” to {1}. Nothing has left this computer yet.")
                ).format(batch.title, batch.app_name)
            )
            banner.set_dismissible(False)
            show = banner.add_action("hold.show", self.tr("Show it"))
            show.clicked.connect(partial(self._ask_batch, batch.id))
            cancel = banner.add_action("hold.cancel", self.tr("Cancel"))
            cancel.clicked.connect(partial(self._cancel, batch.id))
            self._banners[batch.id] = banner
        self._place()

    @Slot(str)
    def _on_screen_shown(self, _key: str) -> None:
        self._place()

    def _place(self) -> None:
        """Show each hold, but on the page of its own push, which has a bar for it."""
        shown = ""
        if self._window.current_screen == "result":
            shown = cast("ResultScreen", self._window.screen_widget("result")).batch_id or ""
        for batch_id, banner in self._banners.items():
            banner.setVisible(batch_id != shown)

    def _ask_batch(self, batch_id: str, _checked: bool = False) -> None:
        self.batch_asked.emit(batch_id)

    def _cancel(self, batch_id: str, _checked: bool = False) -> None:
        if self._session.desk is not None:
            self._session.run(self._session.desk.cancel(batch_id), self)


async def _switched(desk: Desk, switch: Coroutine[Any, Any, None], held: list[str]) -> list[Batch]:
    """Work with another app from now on; gives those of `held` that were taken back by it."""
    await switch
    batches = [await desk.batch(batch_id) for batch_id in held]
    return [
        batch
        for batch in batches
        if batch is not None and "app_switched" in {row.reason for row in batch.rows}
    ]
