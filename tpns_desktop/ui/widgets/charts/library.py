"""pyqtgraph, loaded when the first chart is shown, without the window standing still.

Loaded in one go it takes a third of a second, and on a thread of its own it now and then ends the
program: PySide6 makes its types known to Python as they are first used, and does not stand two
threads at it. So what knows nothing of Qt (numpy) is loaded beside the window, and the rest on the
window's own thread in small steps, between which it paints and takes clicks.
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import importlib.util
import logging
import sys
import time
from collections.abc import Iterator
from threading import Thread
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_NAME: Final = "pyqtgraph"
_BESIDE: Final = ("numpy", "numpy.typing", "multiprocessing.connection", "pydoc", "cProfile")
"""What pyqtgraph needs and what knows nothing of Qt; missing ones are its own affair."""
_QT: Final = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtTest", "QtOpenGL", "QtOpenGLWidgets")
"""It takes every name of these."""
_TURN_S: Final = 0.004
"""Steps are taken so long before the window has its turn; a single one can take longer."""

_log = logging.getLogger(__name__)


class Library(QObject):
    """Belongs to the window's thread. Signal `loaded`: charts can be drawn now. Told once."""

    loaded = Signal()
    _beside = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ready = False
        self._thread: Thread | None = None
        self._steps: Iterator[None] | None = None
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._take_turn)
        self._beside.connect(self._on_beside)

    def load(self) -> None:
        """Begin to load, if nobody has yet; `loaded` tells the end."""
        if self._thread is None:
            self._thread = Thread(target=self._load_beside, name="charts")
            self._thread.start()

    def wait(self) -> None:
        """Come back when it is loaded."""
        self.load()
        if self._thread is not None:
            self._thread.join()
        while not self.ready:
            self._step()

    def _load_beside(self) -> None:
        for name in _BESIDE:
            with contextlib.suppress(ImportError):
                importlib.import_module(name)
        self._beside.emit()

    @Slot()
    def _on_beside(self) -> None:
        if not self.ready:
            self._turns.start()

    @Slot()
    def _take_turn(self) -> None:
        end = time.perf_counter() + _TURN_S
        try:
            while not self.ready and time.perf_counter() < end:
                self._step()
        except Exception:
            # The figures stand in the table as well.
            self._turns.stop()
            _log.exception("charts cannot be drawn")

    def _step(self) -> None:
        if self._steps is None:
            self._steps = _steps()
        if next(self._steps, self) is not self:
            return
        self._turns.stop()
        # The program ends in its own order; what is left of the charts needs no tidying.
        sys.modules[_NAME].setConfigOptions(exitCleanup=False, antialias=True)
        self.ready = True
        self.loaded.emit()


def _steps() -> Iterator[None]:
    """Load it, a little with each step."""
    for name in _QT:
        module = importlib.import_module(f"PySide6.{name}")
        for type_name in dir(module):
            getattr(module, type_name, None)  # made known to Python, by itself some milliseconds
            yield
    spec = importlib.util.find_spec(_NAME)
    source = getattr(spec and spec.loader, "get_source", lambda _: None)(_NAME)
    if spec is None or source is None or _NAME in sys.modules:
        importlib.import_module(_NAME)
        return
    # The same as importing it, one statement of its own after the other.
    package = sys.modules[_NAME] = importlib.util.module_from_spec(spec)
    try:
        for statement in ast.parse(source).body:
            code = compile(ast.Module([statement], []), str(spec.origin), "exec")
            exec(code, package.__dict__)
            yield
    except BaseException:
        sys.modules.pop(_NAME, None)
        raise


LIBRARY = Library()
"""A module is loaded once a process, whoever asks."""
