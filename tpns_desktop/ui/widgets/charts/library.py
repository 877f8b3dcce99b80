"""pyqtgraph, loaded beside the window: it takes half a second, in which nobody should wait."""

from __future__ import annotations

import importlib
from threading import Thread

from PySide6.QtCore import QObject, Signal


class Library(QObject):
    """Signal `loaded`: charts can be drawn now. Told once."""

    loaded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ready = False
        self._thread: Thread | None = None

    def load(self) -> None:
        """Begin to load, if nobody has yet; `loaded` tells the end."""
        if self._thread is None:
            self._thread = Thread(target=self._load, name="charts")
            self._thread.start()

    def wait(self) -> None:
        """Come back when it is loaded."""
        self.load()
        if self._thread is not None:
            self._thread.join()

    def _load(self) -> None:
        graph = importlib.import_module("pyqtgraph")
        # The program ends in its own order; what is left of the charts needs no tidying.
        graph.setConfigOptions(exitCleanup=False, antialias=True)
        self.ready = True
        self.loaded.emit()


LIBRARY = Library()
"""A module is loaded once a process, whoever asks."""
