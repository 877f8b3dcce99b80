"""Another Chat app is chosen while users are looked after: nothing is done to the wrong ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.driving import PracticeHere
from tests.ui.screens.chat.test_users_page import Played
from tpns_desktop.store.chat_apps import ChatApp
from tpns_desktop.ui.screens.chat.users_dialogs import BeginDialog
from tpns_desktop.ui.screens.chat.users_names import NamesDialog
from tpns_desktop.ui.words.chat_people import refused_words


@pytest.fixture(scope="module")
def practice() -> Iterator[PracticeHere]:
    made = PracticeHere(devices=3_000, limits=False)
    yield made
    made.close()


@pytest.fixture
def played(qtbot: QtBot, tmp_path: Path, practice: PracticeHere) -> Iterator[Played]:
    made = Played(qtbot, tmp_path / "home", practice)
    yield made
    made.close()


def other(played: Played) -> ChatApp:
    """The app of another number, chosen in the window from now on."""
    made = replace(played.app, id="another", name="Borealis", sdkappid=1400000009)
    played.session.choose_chat_app(made)
    return made


def test_a_question_about_one_app_s_users_is_not_answered_for_another(
    played: Played, practice: PracticeHere, tmp_path: Path
) -> None:
    work = played.page.work
    work.tags.set_values(["meant_for_one"])
    work.text.setPlainText("user000001")
    dialog = played.asked()
    other(played)
    played.until(lambda: not dialog.isVisible())
    assert dialog.result() == BeginDialog.DialogCode.Rejected
    (folder,) = (tmp_path / "home").rglob("chat-jobs")
    played.until(lambda: not list(folder.iterdir()))
    assert "meant_for_one" not in practice.world.chat.people.tags(0)


def test_a_job_that_was_begun_is_not_forgotten_when_another_app_is_chosen(
    played: Played,
) -> None:
    work = played.page.work
    work.tags.set_values(["begun"])
    work.text.setPlainText("user000001")
    dialog = played.asked()
    played.qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    played.until(lambda: played.states() == ["done"])
    other(played)
    played.session.choose_chat_app(played.app)
    played.until(lambda: played.states() == ["done"])


def test_users_that_were_still_being_counted_are_forgotten_with_their_app(
    played: Played, practice: PracticeHere
) -> None:
    work = played.page.work
    work.kind.set_value("read")
    work.text.setPlainText("user000001")
    before = work.dialog
    played.qtbot.mouseClick(work.go, Qt.MouseButton.LeftButton)
    other(played)
    played.answer(played.desk.chat.apps())
    assert work.go.isEnabled()
    assert work.dialog is before
    assert played.answer(played.desk.chat.people.jobs(played.app.id)) == []


def test_names_are_set_for_the_app_that_was_asked_about_or_not_at_all(
    played: Played, practice: PracticeHere
) -> None:
    names = played.page.names
    played.qtbot.mouseClick(names.read, Qt.MouseButton.LeftButton)
    played.until(names.change.isEnabled)
    before = dict(practice.world.chat.people.names)
    played.qtbot.mouseClick(names.change, Qt.MouseButton.LeftButton)
    dialog = names.dialog
    assert isinstance(dialog, NamesDialog)
    free = next(slot for slot in range(10) if slot not in before)
    dialog.editors[free].setText("Coupon")
    played.until(dialog.do.isEnabled)
    other(played)
    played.until(lambda: not dialog.isVisible())
    assert dialog.result() == NamesDialog.DialogCode.Rejected
    assert practice.world.chat.people.names == before


def test_an_attribute_that_stands_there_twice_is_said_and_nothing_is_asked(played: Played) -> None:
    work = played.page.work
    work.kind.set_value("set_attributes")
    work.kind.edited.emit()
    work.text.setPlainText("user000001")
    work.values.set_value([["City", "Shenzhen"], ["City ", "Guangzhou"]])
    played.qtbot.mouseClick(work.go, Qt.MouseButton.LeftButton)
    assert work.state.text() == refused_words("twice", "City")
    assert work.dialog is None


def test_a_value_is_kept_as_a_push_will_look_for_it(played: Played) -> None:
    work = played.page.work
    work.kind.set_value("set_attributes")
    work.kind.edited.emit()
    work.text.setPlainText("user000001")
    work.values.set_value([["City", " Shenzhen "]])
    job = work._job()
    assert job is not None
    assert job.values == {"City": "Shenzhen"}
