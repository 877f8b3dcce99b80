"""A session whose desk only remembers, and helpers that look at screens as people do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from tests.send import builders
from tests.ui.pushes import FakeDesk
from tpns_desktop.store.settings import Settings
from tpns_desktop.ui.background import Background
from tpns_desktop.ui.session import Session


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def session(background: Background, desk: FakeDesk, tmp_path: Path) -> Session:
    made = Session(background, Settings.load(tmp_path / "settings.ini"))
    made.app = builders.app()
    made.open(desk)  # type: ignore[arg-type]  # stands in for the desk
    return made


@pytest.fixture
def nameless() -> Callable[[QWidget], list[Any]]:
    """Gives the tab stops of a screen that a screen reader could not name."""

    def look(screen: QWidget) -> list[Any]:
        found = []
        for widget in screen.findChildren(QWidget):
            if not widget.isVisible() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                continue
            face = QAccessible.queryAccessibleInterface(widget)
            if face is None or not face.text(QAccessible.Text.Name):
                found.append((type(widget).__name__, widget.objectName()))
        return found

    return look
