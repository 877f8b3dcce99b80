"""Users of a Chat app looked after in the window, against the practice service."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import PracticeHere
from tpns_desktop.paths import find_paths
from tpns_desktop.send.chat_job_kinds import PAUSES, ChatJob, Pasted
from tpns_desktop.send.core import open_core
from tpns_desktop.send.desk import Desk
from tpns_desktop.store.secrets import SecretStore
from tpns_desktop.store.settings import Settings
from tpns_desktop.ui.background import Background
from tpns_desktop.ui.screens.chat.users_dialogs import (
    BeginDialog,
    FoundDialog,
    ReportDialog,
    TableDialog,
)
from tpns_desktop.ui.screens.chat.users_names import NamesDialog
from tpns_desktop.ui.screens.chat.users_page import ChatUsersPage
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.words import chat_people as words

T = TypeVar("T")
WAIT_MS = 20_000


@pytest.fixture(scope="module")
def practice() -> Iterator[PracticeHere]:
    made = PracticeHere(devices=3_000, limits=False)
    yield made
    made.close()


class Played:
    """A page on a real desk."""

    def __init__(self, qtbot: QtBot, home: Path, practice: PracticeHere) -> None:
        self.qtbot = qtbot
        self.background = Background()
        paths = find_paths(home)
        self.session = Session(self.background, Settings.load(paths.settings_file))
        secrets = SecretStore(choose=lambda: None)
        self.desk: Desk = self.answer(
            open_core(paths, self.session.settings, secrets=secrets, daily_backups=False)
        )
        self.answer(practice.open(self.desk))
        (self.app,) = self.answer(self.desk.chat.apps())
        self.answer(self.desk.chat.use(self.app.id))
        self.session.chat_app = self.app
        self.session.open(self.desk)
        self.page = ChatUsersPage(self.session)
        qtbot.addWidget(self.page)
        self.page.resize(1000, 900)
        self.page.show()
        qtbot.waitExposed(self.page)

    def answer(self, asked: Coroutine[Any, Any, T]) -> T:
        got: list[T] = []
        failed: list[BaseException] = []
        self.session.run(asked, self.session, got.append, failed.append)
        self.qtbot.waitUntil(lambda: bool(got or failed), timeout=WAIT_MS)
        if failed:
            raise failed[0]
        return got[0]

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=WAIT_MS)

    def asked(self) -> BeginDialog:
        """The question before a job begins, once its button counts."""
        self.qtbot.mouseClick(self.page.work.go, Qt.MouseButton.LeftButton)
        self.until(lambda: isinstance(self.page.work.dialog, BeginDialog))
        dialog = self.page.work.dialog
        assert isinstance(dialog, BeginDialog)
        self.until(dialog.do.isEnabled)
        return dialog

    def opened(self) -> TableDialog:
        """What came of the chosen job."""
        self.qtbot.mouseClick(self.page.jobs.open, Qt.MouseButton.LeftButton)
        self.until(lambda: isinstance(self.page.jobs.dialog, TableDialog))
        dialog = self.page.jobs.dialog
        assert isinstance(dialog, TableDialog)
        return dialog

    def states(self) -> list[str]:
        return [seen.row.state for seen in self.page.jobs.model.rows()]

    def close(self) -> None:
        self.page.hide()
        self.background.finish(self.desk.close())
        self.background.close()


@pytest.fixture
def played(qtbot: QtBot, tmp_path: Path, practice: PracticeHere) -> Iterator[Played]:
    made = Played(qtbot, tmp_path / "home", practice)
    yield made
    made.close()


def _users(count: int) -> str:
    return "\n".join(f"user{number + 1:06d}" for number in range(count))


def test_pasted_users_are_tagged_and_whom_it_failed_of_is_told(
    played: Played, practice: PracticeHere, nameless: Callable[[QWidget], list[Any]]
) -> None:
    page = played.page
    assert nameless(page) == []
    page.work.tags.set_values(["stock_c"])
    page.work.text.setPlainText(_users(130) + "\nnobody\nuser000001")
    dialog = played.asked()
    assert practice.world.chat.people.tags(0).isdisjoint({"stock_c"})
    assert "131" in dialog.do.text()
    played.qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    played.until(lambda: played.states() == ["done"])
    assert all("stock_c" in practice.world.chat.people.tags(user) for user in range(130))
    played.until(lambda: "130" in page.jobs.said.text())
    report = played.opened()
    assert isinstance(report, ReportDialog)
    assert [row.account for row in report.model.rows()] == ["nobody"]
    assert nameless(report) == []
    played.qtbot.mouseClick(report.copy, Qt.MouseButton.LeftButton)
    assert "nobody" in QApplication.clipboard().text()
    report.accept()


def test_going_back_forgets_the_copy_and_changes_nothing(
    played: Played, practice: PracticeHere, tmp_path: Path
) -> None:
    page = played.page
    page.work.tags.set_values(["never"])
    page.work.text.setPlainText(_users(3))
    dialog = played.asked()
    with played.qtbot.waitSignal(dialog.rejected):
        played.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    (folder,) = (tmp_path / "home").rglob("chat-jobs")
    played.until(lambda: not list(folder.iterdir()))
    assert "never" not in practice.world.chat.people.tags(0)
    assert page.jobs.isHidden()


def test_what_users_have_is_read_without_a_question(played: Played) -> None:
    page = played.page
    page.work.kind.set_value("read")
    page.work.kind.edited.emit()
    page.work.text.setPlainText(_users(3))
    played.qtbot.mouseClick(page.work.go, Qt.MouseButton.LeftButton)
    played.until(lambda: played.states() == ["done"] and page.jobs.open.isEnabled())
    found = played.opened()
    assert isinstance(found, FoundDialog)
    assert [row["account"] for row in found.model.rows()] == _users(3).splitlines()
    found.accept()


def test_a_file_in_gbk_shows_its_columns_before_it_is_taken(played: Played, tmp_path: Path) -> None:
    path = tmp_path / "会员.csv"
    path.write_bytes(("会员,账号\n" + "金卡,user000001\n" * 40).encode("gbk"))
    work = played.page.work
    work.source.segment("file").click()
    work.choose_file(path)
    played.until(lambda: work.column.isVisibleTo(played.page))
    assert (work.column.value(), work.heading.value(), work.encoding.value()) == (
        "1",
        True,
        "gb18030",
    )
    work.tags.set_values(["gold"])
    dialog = played.asked()
    assert "1" in dialog.do.text()
    dialog.reject()


def test_what_is_missing_or_too_long_is_said_where_it_is_typed(played: Played) -> None:
    work = played.page.work
    work.tags.set_values(["中" * 17])
    work.tags.edited.emit()
    assert "51" in work.sizes.text()
    played.qtbot.mouseClick(work.go, Qt.MouseButton.LeftButton)
    assert work.state.text() == words.refused_words("no_users")
    work.text.setPlainText("ann")
    played.qtbot.mouseClick(work.go, Qt.MouseButton.LeftButton)
    played.until(lambda: work.state.text() == words.refused_words("long", "中" * 17))


def test_a_job_that_another_app_cut_off_waits_above_everything(played: Played) -> None:
    page, people = played.page, played.desk.chat.people
    job = ChatJob("add_tags", Pasted(_users(600)), tags=("slow",), calls_per_s=1)
    job_id = played.answer(people.start_job(played.app.id, job))
    page.jobs.choose(job_id)
    played.until(lambda: played.states() == ["running"])
    played.answer(played.desk.chat.use(None))
    played.until(lambda: len(page.waiting.banners) == 1)
    assert (
        words.pause_words(played.answer(people.job(job_id)).row) in page.waiting.banners[0].text()
    )
    page.waiting.acted.emit("resume", played.answer(people.job(job_id)).row)
    played.until(lambda: played.states() == ["running"] and not page.waiting.isVisible())
    played.qtbot.mouseClick(page.jobs.pause, Qt.MouseButton.LeftButton)
    played.until(lambda: played.states() == ["paused"])
    assert not page.waiting.isVisible()  # the person did it


def test_names_are_read_first_and_changing_one_warns(
    played: Played, practice: PracticeHere, nameless: Callable[[QWidget], list[Any]]
) -> None:
    names = played.page.names
    assert not names.change.isEnabled()
    played.qtbot.mouseClick(names.read, Qt.MouseButton.LeftButton)
    played.until(names.change.isEnabled)
    played.qtbot.mouseClick(names.change, Qt.MouseButton.LeftButton)
    dialog = names.dialog
    assert dialog is not None
    assert nameless(dialog) == []
    dialog.editors[9].setText("中" * 17)
    assert dialog.trouble.isVisible()
    dialog.editors[9].setText("Shop")
    assert not dialog.trouble.isVisible()
    assert not dialog.warning.isVisible()
    before = dialog.editors[1].text()
    dialog.editors[1].setText("Town")
    assert before in dialog.warning.text()
    dialog.editors[1].setText(before)
    assert dialog.changed() == {9: "Shop"}
    played.until(dialog.do.isEnabled)
    played.qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    played.until(lambda: "Shop" in names.known.text())
    assert practice.world.chat.people.names[9] == "Shop"


def test_where_devices_have_attributes_each_new_name_says_for_whom_it_is(
    played: Played, nameless: Callable[[QWidget], list[Any]]
) -> None:
    newer = replace(played.app, dialect="timpush_chat")
    dialog = NamesDialog(newer, {0: "Membership"}, played.page)
    dialog.show()
    assert nameless(dialog) == []
    assert not dialog.kinds[0].isEnabled()  # it can't be changed any more
    dialog.editors[0].setText("Level")
    dialog.editors[1].setText("Model")
    dialog.kinds[1].set_value("1")
    assert dialog.changed() == {0: "Level", 1: "Model"}
    assert dialog.types() == {1: 1}
    dialog.reject()
    assert NamesDialog(played.app, {}, played.page).types() is None


def test_without_a_chat_app_the_page_leads_to_connecting_one(qtbot: QtBot, played: Played) -> None:
    played.session.chat_app = None
    played.session.chat_app_changed.emit(None)
    assert played.page.empty.isVisible()
    with qtbot.waitSignal(played.page.connect_asked):
        played.page.empty.acted.emit()


def test_everything_that_can_be_refused_or_pause_has_words() -> None:
    told = words.all_tables()
    assert set(PAUSES) <= told["pauses"]
    assert told["kinds"] == {
        "read",
        "add_tags",
        "remove_tags",
        "remove_all_tags",
        "replace_tags",
        "set_attributes",
        "remove_attributes",
    }
