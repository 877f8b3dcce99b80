"""Hands and eyes on the real window, for the push that the self-test sends in practice.

Presses what a person could press, and nothing that is hidden, disabled or covered.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from tpns_desktop.selftest import Failed

if TYPE_CHECKING:
    from tpns_desktop.app import Program

WAIT_S: Final = 120.0
"""Longest wait for one thing to come about; a slow machine is no fault."""


class Hands:
    """Acts on one program; `pictures` takes a picture of each stage, where there is one."""

    def __init__(self, program: Program, pictures: Path | None = None) -> None:
        self._program = program
        self._pictures = pictures
        self._taken = 0

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Run Qt's events until `condition` holds. Raises Failed, with what can be read."""
        end = time.monotonic() + WAIT_S
        while not condition():
            if time.monotonic() > end:
                self.picture("stuck")
                raise Failed(f"{what} did not come within {WAIT_S:g} s; it says: {self._words()}")
            pause(10)

    def find(self, name: str) -> QWidget:
        """The one visible widget of this object name, once it is there."""
        self.wait(lambda: len(self._all(name)) == 1, f"“{name}”")
        return self._all(name)[0]

    def click(self, name: str, part: str = "") -> None:
        """Click in the middle of a widget (of the `part` in it) once that can be done."""

        def ready() -> bool:
            widget = self._target(name, part)
            return widget is not None and widget.isEnabled() and _under_the_mouse(widget)

        self.wait(ready, f"“{name} {part}” as something to press".replace(" ”", "”"))
        widget = self._target(name, part)
        assert widget is not None  # it is ready
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=_middle(widget))

    def write(self, name: str, text: str) -> None:
        """Put `text` in the place of what a field holds, as an input method does."""
        self.click(name)
        field = self.find(name)
        field = field.focusProxy() or field
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            control = Qt.KeyboardModifier.ControlModifier
            QCoreApplication.sendEvent(field, QKeyEvent(kind, Qt.Key.Key_A, control))
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(field, event)

    def until_screen(self, key: str) -> None:
        """Wait until this screen is in front."""
        window = self._program.window
        self.wait(lambda: window.current_screen == key, f"the page “{key}”")

    def picture(self, name: str) -> None:
        """Take a picture of the window, where pictures are wanted."""
        if self._pictures is None:
            return
        # The last change is painted before the picture is taken.
        QApplication.processEvents()
        self._taken += 1
        self._pictures.mkdir(parents=True, exist_ok=True)
        file = self._pictures / f"{self._taken:02d}-{name}.png"
        self._program.window.grab().save(str(file))

    def _all(self, name: str) -> list[QWidget]:
        window = QApplication.activeModalWidget() or self._program.window
        return [one for one in window.findChildren(QWidget, name) if one.isVisible()]

    def _target(self, name: str, part: str) -> QWidget | None:
        found = self._all(name)
        if len(found) == 1 and part:
            found = [w for w in found[0].findChildren(QWidget, part) if w.isVisible()]
        if len(found) != 1:
            return None
        _scroll_to(found[0])
        return found[0]

    def _words(self) -> str:
        labels = self._program.window.findChildren(QLabel)
        return " / ".join(one.text() for one in labels if one.isVisible() and one.text())[:800]


def pause(ms: int) -> None:
    """Run Qt's events for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def _middle(widget: QWidget) -> QPoint:
    return widget.rect().center()


def _under_the_mouse(widget: QWidget) -> bool:
    top = widget.window()
    hit = top.childAt(widget.mapTo(top, _middle(widget)))
    return hit is not None and (hit is widget or widget.isAncestorOf(hit))


def _scroll_to(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        inner = parent.widget() if isinstance(parent, QScrollArea) else None
        if isinstance(parent, QScrollArea) and inner is not None:
            middle = widget.mapTo(inner, _middle(widget))
            half = min(widget.height(), parent.viewport().height()) // 2
            parent.ensureVisible(middle.x(), middle.y(), 0, half)
        parent = parent.parentWidget()
