"""Python's collector of reference cycles, kept to the window's thread.

A cycle may hold Qt objects. Python collects on whatever thread happens to allocate, and a Qt object
with a running timer that is destroyed on the background's thread ends the whole process. So the
automatic collector is switched off while the program runs, and a timer of the window does its work.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

TICK_MS = 500
"""How often is looked whether there is enough to collect. One look costs nothing to speak of."""


class Collector(QObject):
    """Made and started on the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.collect_due)
        self._was_enabled = gc.isenabled()

    def start(self) -> None:
        """Take the collecting over from Python."""
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give it back as it was; no thread but the window's may hold Qt objects by then."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()

    @Slot()
    def collect_due(self) -> None:
        """Collect the oldest generation that Python itself would collect now."""
        due = [
            generation
            for generation, (count, threshold) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if threshold and count > threshold
        ]
        if due:
            gc.collect(max(due))
