"""When the data cannot be opened: the page about it, the ways on, and opening once more.

Owns that page and nothing else; what is wrong and what a backup is, `send.storage` knows.
"""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tpns_desktop.send.storage import StorageTrouble
    from tpns_desktop.store.backups import Backup
    from tpns_desktop.ui.background import Background
    from tpns_desktop.ui.screens.storage.screen import StorageScreen
    from tpns_desktop.ui.window import MainWindow


class DataControl(Protocol):
    """What the window needs of the data folder while it is closed (`app.DataFolder` is one)."""

    def trouble_of(self, error: BaseException) -> Coroutine[Any, Any, StorageTrouble]: ...

    def restore(self, backup: Backup) -> Coroutine[Any, Any, None]: ...

    def start_afresh(self) -> Coroutine[Any, Any, None]: ...


class Opening(QObject):
    """Made once, with the window.

    Signal `core_wanted`: open the core once more.
    """

    core_wanted = Signal()

    def __init__(self, window: MainWindow, background: Background, data: DataControl) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._data = data
        window.add_screen("storage", lambda: self.tr("Storage"), self._make_screen)

    def show_failed(self, error: BaseException) -> None:
        """Show the page about why the core did not open."""
        self._background.start(self._data.trouble_of(error), self, self._show)

    @property
    def shown(self) -> bool:
        """Whether the page is in front."""
        return self._window.current_screen == "storage"

    def _make_screen(self) -> QWidget:
        from tpns_desktop.ui.screens.storage.screen import StorageScreen

        screen = StorageScreen()
        screen.restore_asked.connect(self._on_restore_asked)
        screen.afresh_asked.connect(self._on_afresh_asked)
        screen.retry_asked.connect(self.core_wanted)
        screen.quit_asked.connect(self._on_quit_asked)
        return screen

    @property
    def _screen(self) -> StorageScreen:
        return cast("StorageScreen", self._window.screen_widget("storage"))

    def _show(self, trouble: StorageTrouble) -> None:
        self._window.show_frame(False)
        self._window.show_screen("storage")
        self._screen.show_trouble(trouble)

    @Slot(object)
    def _on_restore_asked(self, backup: Backup) -> None:
        self._background.start(self._data.restore(backup), self, self._on_ready, self._on_failed)

    @Slot()
    def _on_afresh_asked(self) -> None:
        self._background.start(self._data.start_afresh(), self, self._on_ready, self._on_failed)

    def _on_ready(self, _nothing: object) -> None:
        self.core_wanted.emit()

    def _on_failed(self, _error: BaseException) -> None:
        self._screen.show_failed()

    @Slot()
    def _on_quit_asked(self) -> None:
        self._window.close()
        QCoreApplication.quit()
