"""What a person is told about the last run and about their data, in the real program."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui.driving import LIVE_KEY, WAIT_MS, Driver, LiveHere, PracticeHere, end, running, start
from tests.ui.leftovers import leave
from tpns_desktop.paths import find_paths
from tpns_desktop.store import backups
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.database import open_database
from tpns_desktop.store.errors import DiskFull
from tpns_desktop.ui.theme.theme import Theme

FAST = {"language": "en", "look": "light", "hold_s": "0"}
Open = Callable[..., AbstractContextManager[Driver]]
Services = Callable[[], PracticeHere]


@pytest.fixture
def services() -> Iterator[Services]:
    """Gives a practice service a run: a program ends the one it used."""
    made: list[PracticeHere] = []

    def begin() -> PracticeHere:
        made.append(PracticeHere(devices=500))
        return made[-1]

    yield begin
    for service in made:
        service.close()


@pytest.fixture
def wait(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    return lambda condition: qtbot.waitUntil(condition, timeout=WAIT_MS)


@pytest.fixture
def open_program(home: Path, services: Services, wait: Any, theme: Theme) -> Open:
    """Gives one run after the other of the program in this test's home."""

    def begin(**given: Any) -> AbstractContextManager[Driver]:
        return running(home, services(), wait, **{"settings": FAST} | given)

    return begin


def rows_of(driver: Driver) -> list[str]:
    return [
        button.text()
        for button in driver.window.findChildren(QPushButton)
        if button.isVisible() and button.objectName().startswith("restart.")
    ]


# ------------------------------------------------------------------------- the last run's pushes


def test_one_banner_lists_what_nobody_knows_and_what_did_not_leave(
    open_program: Open, home: Path
) -> None:
    with open_program() as driver:
        driver.practise()
    unknown = leave(home, "Sale", "News")
    leave(home, "Later", state="held")
    with open_program(settings=None) as driver:
        driver.until_words("may have gone out")
        driver.wait_until(lambda: len(rows_of(driver)) == 3)
        sale, news, later = rows_of(driver)
        assert "“Sale” – Demo Mall" in sale
        assert sale.startswith("Today")
        assert "check whether it went out" in sale
        assert "News" in news
        assert "Later" in later
        assert "not sent, confirm again" in later
        driver.click(f"restart.{unknown[1]}")
        driver.until_screen("result")
        driver.until_words("News")


def test_many_lead_to_the_list_that_shows_only_them(open_program: Open, home: Path) -> None:
    with open_program() as driver:
        driver.practise()
    leave(home, *(f"Push {number}" for number in range(6)))
    with open_program(settings=None) as driver:
        driver.until_composed()
        driver.wait_until(lambda: len(rows_of(driver)) == 4)
        assert rows_of(driver)[3] == "and 3 more to check"
        driver.click("restart.more.unknown")
        driver.until_screen("sent")
        driver.wait_until(lambda: len(driver.table("sent.table")) == 6)
        assert driver.find("sent.unsettled").isChecked()  # type: ignore[attr-defined]


def test_the_banner_goes_once_nothing_is_open_any_more(open_program: Open, home: Path) -> None:
    with open_program() as driver:
        driver.practise()
    (batch,) = leave(home, "Sale")
    with open_program(settings=None) as driver:
        driver.until_composed()
        driver.wait_until(lambda: len(rows_of(driver)) == 1)
        desk = driver.program.session.desk
        assert desk is not None
        driver.ask(desk.saw_it(batch))
        driver.wait_until(lambda: rows_of(driver) == [])
        driver.wait_until(lambda: "may have gone out" not in driver.words())


# ------------------------------------------------------------------------------------- the data


def lost(home: Path, open_program: Open, *, backup: bool, cut: bool = False) -> Path:
    """A home whose database was there and is gone; with `cut`, half of it is."""
    with open_program() as driver:
        driver.practise()
        driver.replace("name", "Kept in the backup")
        driver.click("rail.drafts")  # leaving the page saves it
        driver.until_row("drafts.table", "Kept in the backup")
    database = find_paths(home).database_file
    if backup:
        backups.take(database, datetime.now(UTC) - timedelta(hours=3))
    whole = database.read_bytes()
    database.write_bytes(whole[: len(whole) // 2] if cut else b"")
    return database


@pytest.fixture
def opened(home: Path, services: Services, wait: Any) -> Iterator[Callable[[], Driver]]:
    """Gives the program whose core does not open, on demand, and ends it."""
    made: list[Driver] = []

    def begin() -> Driver:
        made.append(Driver(start(home, services()), wait))
        return made[-1]

    yield begin
    for driver in made:
        end(driver.program)


def test_an_empty_file_in_place_of_the_history_stops_and_a_backup_brings_it_back(
    open_program: Open, home: Path, opened: Callable[[], Driver]
) -> None:
    lost(home, open_program, backup=True)
    driver = opened()
    driver.until_words("The history on this computer is gone", "(3 hour")
    assert not driver.sees("rail.compose")
    driver.click("storage.restore.0")
    driver.until_words("You work with the backup of", "(3 hour")
    driver.until_composed()
    driver.click("rail.drafts")
    driver.until_row("drafts.table", "Kept in the backup")
    driver.click("rail.compose")
    refused_until_seen(driver, "restored")


def test_a_history_cut_in_half_stops_where_there_are_backups_and_is_kept_beside_the_one_chosen(
    open_program: Open, home: Path, opened: Callable[[], Driver]
) -> None:
    database = lost(home, open_program, backup=True, cut=True)
    damaged = database.read_bytes()
    driver = opened()
    driver.until_words("The history on this computer is damaged", "(3 hour", "is kept beside it")
    assert not driver.sees("rail.compose")
    assert driver.program.session.desk is None  # nothing can be sent until somebody decides
    assert database.read_bytes() == damaged
    driver.click("storage.restore.0")
    driver.until_words("You work with the backup of")
    driver.until_composed()
    driver.click("rail.drafts")
    driver.until_row("drafts.table", "Kept in the backup")
    assert damaged in [file.read_bytes() for file in database.parent.glob("*.db")]


def test_a_backup_without_the_apps_is_said_on_welcome(
    open_program: Open, home: Path, opened: Callable[[], Driver]
) -> None:
    database = find_paths(home).database_file
    early = open_database(database)
    with early.transaction() as conn:
        Apps(conn).add(builders.app(id="early", name="Early"))
    backups.take(database, datetime.now(UTC) - timedelta(days=2))
    with early.transaction() as conn:
        Apps(conn).remove("early")
    early.close()
    with contextlib.closing(sqlite3.connect(backups.backups_of(database)[0].path)) as conn:
        conn.execute("DELETE FROM apps")
        conn.commit()
    database.unlink()
    driver = opened()
    driver.click("storage.restore.0")
    driver.until_screen("welcome")
    driver.until_words("You work with the backup of", "No app is connected in this backup")


def test_an_empty_history_is_begun_when_a_person_says_so(
    open_program: Open, home: Path, opened: Callable[[], Driver]
) -> None:
    database = lost(home, open_program, backup=False)
    driver = opened()
    driver.until_words("There is no backup in the folder.")
    driver.click("storage.afresh")
    driver.wait_until(lambda: isinstance(driver.window, QMessageBox))
    driver.click("afresh.start")
    driver.until_screen("welcome")
    driver.until_words("You work with a new, empty history now")
    driver.practise()
    refused_until_seen(driver, "afresh")
    assert database.stat().st_size > 0


def test_trying_again_opens_what_was_put_back(
    open_program: Open, home: Path, opened: Callable[[], Driver]
) -> None:
    with open_program() as driver:
        driver.practise()
    database = find_paths(home).database_file
    away = database.rename(database.with_name("away"))
    driver = opened()
    driver.until_words("is gone")
    driver.click("storage.retry")  # still gone
    driver.wait_until(lambda: driver.find("storage.retry").isEnabled())
    assert driver.screen == "storage"
    away.rename(database)
    driver.click("storage.retry")
    driver.until_composed()
    assert driver.sees("rail.compose")


def test_quit_on_the_page_ends_the_program(
    open_program: Open, home: Path, opened: Callable[[], Driver]
) -> None:
    lost(home, open_program, backup=False)
    driver = opened()
    driver.until_words("is gone")
    driver.click("storage.quit")
    driver.wait_until(lambda: not driver.program.window.isVisible())


def test_a_damaged_history_keeps_send_off_until_it_was_seen_also_in_the_next_run(
    open_program: Open, home: Path
) -> None:
    with open_program() as driver:
        driver.practise()
    find_paths(home).database_file.write_bytes(b"not a database" * 999)
    with open_program() as driver:
        driver.until_words("was damaged", "Sending is off until you have seen this")
    with open_program() as driver:  # closed without having pressed anything
        driver.until_words("was damaged")
        driver.practise()
        refused_until_seen(driver, "damaged")
    with open_program(settings=None) as driver:
        driver.until_composed()
        assert "was damaged" not in driver.words()


def refused_until_seen(driver: Driver, kind: str) -> None:
    """Send is pressed to no effect, the banner is acknowledged, and Send works."""
    service = driver.program.practice
    assert isinstance(service, PracticeHere)
    driver.segment("audience.kind", "all")
    if not driver.find_as(QLineEdit, "message.title").text():
        driver.write("message.title", "Sale")
        driver.write("message.content", "Everything must go.")
    driver.to_review()
    driver.click("review.send")
    driver.until_words("Nothing was sent", "Sending is off because of the data")
    assert service.received("android") == []
    seen = driver.find(f"note.seen.{kind}")
    seen.setFocus(Qt.FocusReason.TabFocusReason)
    driver.press(Qt.Key.Key_Space)
    driver.wait_until(lambda: not driver.sees(f"note.seen.{kind}"))
    desk = driver.program.session.desk
    assert desk is not None
    driver.wait_until(lambda: desk.sending_off is None)
    driver.click("review.send")
    driver.until_screen("result")
    driver.wait_until(lambda: len(service.received("android")) == 1)


def test_a_full_disk_is_said_once_and_goes_when_there_is_room(open_program: Open) -> None:
    with open_program() as driver:
        driver.practise()
        session = driver.program.session
        session.failed.emit("save_draft", DiskFull())
        session.failed.emit("save_draft", DiskFull())
        driver.until_words("The disk is full")
        assert driver.words().count("The disk is full") == 1
        driver.program.navigator.compose.keeper.recovered.emit()
        driver.wait_until(lambda: "The disk is full" not in driver.words())


def test_going_to_another_app_takes_back_what_was_on_hold_and_says_so(
    open_program: Open,
) -> None:
    live = LiveHere(devices=100)
    with open_program(settings=FAST | {"hold_s": "60"}, client=live.client) as driver:
        driver.practise()
        driver.replace("message.title", "On hold")
        driver.segment("audience.kind", "all")
        driver.to_review()
        driver.click("review.send")
        driver.find("result.cancel")
        driver.click("rail.settings")
        driver.click("settings.connect")
        driver.write("connect.name", "Shop")
        driver.choose("connect.access_point", "guangzhou")
        driver.click("connect.android")
        driver.write("connect.android.access_id", "1500099001")
        driver.write("connect.android.secret_key", LIVE_KEY)
        driver.click("connect.save")
        driver.wait_until(lambda: driver.window is driver.program.window)
        driver.until_words("“On hold” to", "was taken back")
        service = driver.program.practice
        assert isinstance(service, PracticeHere)
        assert service.received("android") == []
        driver.click("taken_back.show")
        driver.until_screen("result")


def test_a_key_of_an_earlier_run_is_asked_for_and_not_said_to_be_kept(open_program: Open) -> None:
    live = LiveHere(devices=100)
    with open_program(client=live.client) as driver:
        driver.click("welcome.connect")
        driver.connect_live_app("Shop", ios=False)
        driver.until_words("Key kept until you close the program")
    with open_program(settings=None, client=live.client) as driver:
        driver.until_words("Nothing can be sent until its Secret Key is at hand")
        driver.wait_until(lambda: "Key kept until you close the program" not in driver.words())
        driver.click("keys.enter")
        driver.write("connect.android.secret_key", LIVE_KEY)
        driver.click("connect.save")
        driver.until_words("Key kept until you close the program")
        driver.wait_until(lambda: not driver.sees("keys.enter"))


def test_a_fault_of_the_program_is_one_sentence_with_its_code(open_program: Open) -> None:
    with open_program() as driver:
        driver.program.session.broke.emit("4F2A91")
        driver.program.session.broke.emit("000000")
        driver.until_words("Something went wrong", "4F2A91", "Your text is kept")
        assert "000000" not in driver.words()
        assert "Traceback" not in driver.words()
        assert driver.text("fault.report")
