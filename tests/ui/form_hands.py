"""A form in a window of its own, and hands that press what can be seen of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QPushButton,
    QWidget,
)

ABSENT = object()
"""What `at` gives where a body has nothing."""


def at(body: Any, path: tuple[str, ...]) -> Any:
    """What a body has at a path; places of lists are numbers."""
    for name in path:
        if isinstance(body, list) and name.isdigit() and int(name) < len(body):
            body = body[int(name)]
        elif isinstance(body, dict) and name in body:
            body = body[name]
        else:
            return ABSENT
    return body


class FormHands(QWidget):
    """Finds what is visible by its object name and presses that."""

    def find(self, name: str, kind: type[QWidget] = QWidget) -> Any:
        QApplication.processEvents()  # a row that was just added is laid out, then seen
        found = [one for one in self.findChildren(kind, name) if one.isVisible()]
        assert len(found) == 1, f"{name!r} is there {len(found)} times"
        return found[0]

    def click(self, name: str) -> None:
        button = self.find(name)
        assert button.accessibleName() or button.text()
        middle = button.rect().center()
        place = QPoint(10, middle.y()) if isinstance(button, QCheckBox) else middle
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=place)

    def open(self, name: str) -> None:
        if not self.find(name, QPushButton).isChecked():
            self.click(name)

    def segment(self, name: str, key: str) -> None:
        segment = next(one for one in self.find(name).findChildren(QAbstractButton, key))
        assert segment.accessibleName()
        QTest.mouseClick(segment, Qt.MouseButton.LeftButton)

    def type(self, name: str, text: str) -> None:
        """Write into a field in place of what stands there."""
        editor = self.find(name)
        editor = editor.focusProxy() or editor
        assert editor.accessibleName()
        editor.setFocus()
        QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(editor, text)

    def digits(self, name: str, text: str) -> None:
        """Type a date or a time from its first part on."""
        editor = self.find(name)
        assert editor.accessibleName()
        editor.clearFocus()
        editor.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClicks(editor, text)

    def choose(self, name: str, key: str) -> None:
        combo = self.find(name, QComboBox)
        assert combo.accessibleName()
        assert combo.findData(key) >= 0
        combo.setFocus()
        QTest.keyClick(combo, Qt.Key.Key_Home)
        for _ in range(combo.count()):
            if combo.currentData() == key:
                return
            QTest.keyClick(combo, Qt.Key.Key_Down)
        raise AssertionError(f"{key!r} cannot be reached")
