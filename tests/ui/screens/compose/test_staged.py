"""Compose at the start of the program: what nobody sees at first is made after the first paint."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pushes import FakeDesk
from tpns_desktop.ui.screens.compose.screen import ComposeScreen
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme


@pytest.fixture
def staged(session: Session, desk: FakeDesk, qtbot: QtBot, theme: Theme) -> ComposeScreen:
    session.choose_app(None)
    made = ComposeScreen(session, staged=True)
    qtbot.addWidget(made)
    return made


def stops(screen: ComposeScreen) -> list[str]:
    """What Tab can come to in the form, in its order, by object name; seen or not."""
    found = []
    stop = screen.nextInFocusChain()
    while stop is not None and stop is not screen:
        named = stop.objectName() and not stop.objectName().startswith("qt_")
        if named and stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(stop.objectName())
        stop = stop.nextInFocusChain()
    return found


def test_once_finished_it_is_the_screen_that_is_made_at_once(
    staged: ComposeScreen, session: Session, qtbot: QtBot
) -> None:
    """The same parts, and Tab comes to them in the same order."""
    whole = ComposeScreen(session)
    qtbot.addWidget(whole)
    assert staged.findChild(QWidget, "audience.account.text") is None
    assert staged.findChild(QWidget, "message.custom") is None
    staged.finish()
    assert sorted(w.objectName() for w in staged.findChildren(QWidget)) == sorted(
        w.objectName() for w in whole.findChildren(QWidget)
    )
    assert stops(staged) == stops(whole)
