"""Connect my app: what is missing is said at its field, until it is there."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui.pushes import FakeDesk
from tpns_desktop.send.app_book import AppSaved
from tpns_desktop.send.connect import ConnectionTest, FieldProblem, FormRefused, PlatformTest
from tpns_desktop.send.network import NetworkForm
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


@pytest.fixture
def dialog(session: Session, desk: FakeDesk, qtbot: QtBot) -> ConnectDialog:
    made = ConnectDialog(session)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # qtbot closes it
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.open()
        made.activateWindow()
    return made


def test_a_slow_password_store_is_said_and_need_not_be_waited_for(
    dialog: ConnectDialog, desk: FakeDesk, qtbot: QtBot
) -> None:
    answer: Future[object] = Future()

    async def slow(_form: object) -> object:
        return await asyncio.wrap_future(answer)

    desk.__dict__["save_app"] = slow
    dialog.boxes["android"].click()
    key = dialog.keys["android"].secret_key
    qtbot.keyClicks(key, "canary-key-of-the-slow-store")
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(dialog.leave.isVisible)
    assert "Waiting" in dialog.outcome.text()
    qtbot.mouseClick(dialog.leave, LEFT)
    assert not dialog.isVisible()
    assert key.text() == ""
    saved = AppSaved(builders.app(), "memory")
    with qtbot.waitSignal(dialog.connected) as told:  # the app is connected all the same
        answer.set_result(saved)
    assert told.args == [saved]


def test_an_error_after_leaving_brings_the_page_back(
    dialog: ConnectDialog, desk: FakeDesk, qtbot: QtBot
) -> None:
    answer: Future[object] = Future()

    async def slow(_form: object) -> object:
        return await asyncio.wrap_future(answer)

    desk.__dict__["save_app"] = slow
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(dialog.leave.isVisible)
    qtbot.mouseClick(dialog.leave, LEFT)
    answer.set_exception(FormRefused((FieldProblem("name", "required"),)))
    qtbot.waitUntil(dialog.isVisible)
    assert said(dialog) == ["This is needed."]
    assert not dialog.leave.isVisible()


@pytest.mark.parametrize(("skew_s", "told"), [(-400.0, True), (61.0, True), (59.0, False)])
def test_a_test_of_the_connection_says_when_the_clocks_differ(
    dialog: ConnectDialog, desk: FakeDesk, qtbot: QtBot, skew_s: float, told: bool
) -> None:
    works = (PlatformTest("android", ok=True, devices=5),)
    desk.answers["test_connection"] = ConnectionTest(works, clock_skew_s=skew_s)
    qtbot.mouseClick(dialog.test, LEFT)
    qtbot.waitUntil(lambda: "the keys work" in dialog.outcome.text())
    assert ("clock is about" in dialog.outcome.text()) == told


def test_the_way_to_the_service_is_shown_where_it_was_set(
    session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["network"] = NetworkForm(
        "own", "proxy.example.com:8080", ca_file="/home/li/company.pem"
    )
    made = ConnectDialog(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.network.isVisible)
    assert "proxy.example.com:8080" in made.network.text()
    assert "company.pem" in made.network.text()
