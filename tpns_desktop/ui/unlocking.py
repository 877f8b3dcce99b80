"""Asking the keyring to open without ever waiting for it in the window.

The keyring may put up a window of its own and block for as long as nobody answers there. So the
call runs in the background; after a moment a person is told what it waits for, and may leave it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from tpns_desktop.ui.background import Handle
    from tpns_desktop.ui.session import Session

WAITING_MS = 1000
"""After this long a person is told what the program waits for."""


class Unlocking(QObject):
    """One try at a time.

    Signals:
    waiting: it takes longer than a moment.
    ended(str): the keyring answered: keys are in the "keyring" now, or still in "memory".
    left: a person does not wait for it any more; the keyring's own window may stay.
    """

    waiting = Signal()
    ended = Signal(str)
    left = Signal()

    def __init__(
        self, session: Session, parent: QObject | None = None, waiting_ms: int = WAITING_MS
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._handle: Handle | None = None
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(waiting_ms)
        self._moment.timeout.connect(self.waiting)

    @property
    def running(self) -> bool:
        """Whether the keyring is being asked."""
        return self._handle is not None

    @Slot()
    def start(self) -> None:
        """Ask it to open; does nothing while it is being asked."""
        desk = self._session.desk
        if desk is None or self._handle is not None:
            return
        self._moment.start()
        self._handle = self._session.run(
            desk.unlock_keyring(), self, self._on_ended, self._on_failed
        )

    @Slot()
    def leave(self) -> None:
        """Wait for it no longer."""
        if self._handle is not None:
            self._moment.stop()
            self._handle.cancel()
            self._handle = None
            self.left.emit()

    def _on_ended(self, place: str) -> None:
        self._moment.stop()
        self._handle = None
        self.ended.emit(place)

    def _on_failed(self, _error: BaseException) -> None:
        self._on_ended("memory")
