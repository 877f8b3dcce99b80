"""Connect my app: what is missing is said at its field, until it is there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.pushes import FakeDesk
from tpns_desktop.send.connect import FieldProblem, FormRefused
from tpns_desktop.ui.screens.apps.connect_dialog import ConnectDialog
from tpns_desktop.ui.session import Session

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def refused(session: Session, desk: FakeDesk, qtbot: QtBot) -> ConnectDialog:
    """The dialog after Save, with nothing in it."""
    desk.answers["save_app"] = FormRefused(
        tuple(FieldProblem(field, "required") for field in ("name", "access_point", "android"))
    )
    dialog = ConnectDialog(session)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(lambda: len(said(dialog)) == 3)
    return dialog


def said(dialog: ConnectDialog) -> list[str]:
    labels = dialog.findChildren(QLabel)
    return [one.text() for one in labels if one.isVisible() and one.text() == "This is needed."]


def test_the_first_missing_field_is_marked_and_has_the_keyboard(refused: ConnectDialog) -> None:
    assert refused.name.hasFocus()
    assert refused.name.property("invalid")
    assert refused.access_point.property("invalid")


def test_what_is_filled_in_is_no_longer_missing(refused: ConnectDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(refused.name, "Demo Mall")
    assert len(said(refused)) == 2
    assert not refused.name.property("invalid")
    qtbot.keyClick(refused.access_point, Qt.Key.Key_Down)
    assert refused.outcome.isVisible()
    refused.boxes["ios"].click()
    assert not said(refused)
    assert not refused.outcome.isVisible()
