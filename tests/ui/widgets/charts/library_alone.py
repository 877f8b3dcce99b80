"""The chart library in a process of its own: how long the window stands still while it is loaded.

Prints the threads on which Qt's part was loaded and the longest gap between ticks, in milliseconds.
"""

from __future__ import annotations

import sys
import threading
import time

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from tpns_desktop.ui.widgets.charts.library import LIBRARY

TICK_MS = 5


class Finder:
    """Remembers on which thread each module of pyqtgraph was looked for."""

    def __init__(self) -> None:
        self.threads: set[str] = set()

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> None:
        if name.startswith(("pyqtgraph", "PySide6")):
            self.threads.add(threading.current_thread().name)


class Ticks(QObject):
    """The longest time between two turns of the loop."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_s = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._timer.start(TICK_MS)

    @Slot()
    def tick(self) -> None:
        now = time.perf_counter()
        self.longest_s = max(self.longest_s, now - self._last)
        self._last = now


def main() -> None:
    app = QApplication([sys.argv[0], "-platform", "offscreen"])
    finder = Finder()
    sys.meta_path.insert(0, finder)
    ticks = Ticks()
    LIBRARY.loaded.connect(app.quit)
    QTimer.singleShot(0, LIBRARY.load)
    app.exec()
    ticks.tick()
    print(",".join(sorted(finder.threads)), round(ticks.longest_s * 1000))


if __name__ == "__main__":
    main()
