"""The Lists page in the whole program: files from a disk, checked by real child processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.driving import WAIT_MS, Driver, PracticeHere, running
from tests.ui.list_files import add, answer, choose_path, choose_row
from tpns_desktop.ui.theme.theme import Theme

Wait = Callable[[Callable[[], bool]], None]


@pytest.fixture(scope="module")
def service() -> Iterator[PracticeHere]:
    made = PracticeHere(devices=200, pace=100)
    yield made
    made.close()


@pytest.fixture
def wait(qtbot: QtBot) -> Wait:
    return lambda condition: qtbot.waitUntil(condition, timeout=WAIT_MS)


@pytest.fixture
def driver(home: Path, service: PracticeHere, wait: Wait, theme: Theme) -> Iterator[Driver]:
    with running(home, service, wait, settings={"language": "en", "look": "light"}) as made:
        made.practise()
        made.press(Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
        made.until_screen("lists")
        yield made


def test_lists_are_added_checked_compared_searched_and_removed(
    driver: Driver, tmp_path: Path
) -> None:
    phones = tmp_path / "phones.txt"
    phones.write_text("".join(f"+86137{n:08}\n" for n in range(1200)))
    members = tmp_path / "members.csv"
    members.write_text("".join(f"+86137{n:08}\n" for n in range(1000, 1500)) + "anna\nanna\n")
    rail = driver.find_as(QToolButton, "rail.lists")
    assert rail.text().strip() == "Lists && tags"
    add(driver, phones)
    add(driver, members)
    driver.until_row("lists.table", "phones.txt", "1,200", "Default", "Ready")
    driver.until_row("lists.table", "members.csv", "501", "Default", "Ready")

    choose_row(driver, "members.csv")
    driver.click("lists.check")
    driver.choose("role.account_type", "1002")
    driver.click("role.do")
    driver.until_row("lists.table", "members.csv", "Mobile number", "Needs an answer")

    answer(driver, "lists.compare", "compare.do")
    driver.find("compare.both")
    # "anna" does not fit a mobile number, but it is an account all the same.
    driver.until_words("200", "301", "1,000")
    driver.click("compare.back")

    driver.wait_until(lambda: not driver.sees("compare.back"))
    driver.click("lists.find_accounts")
    driver.write("find.text", "anna\n+8613700001499\n+8613700000001")
    driver.click("find.do")
    driver.until_words("2 of 3 are in this list.")
    assert driver.find_as(QPlainTextEdit, "find.outside").toPlainText() == "+8613700000001"
    driver.click("find.back")

    driver.wait_until(lambda: not driver.sees("find.back"))
    driver.click("lists.remove")
    driver.click("remove_list.do")
    driver.wait_until(lambda: len(driver.table("lists.table")) == 1)
    assert "phones.txt" in driver.table("lists.table")[0]
    assert members.exists()
    copies = driver.program.paths.data_dir / "lists"
    assert len(list(copies.iterdir())) == 1


def test_a_list_of_pasted_accounts_is_cleaned_and_pushed_to(
    driver: Driver, tmp_path: Path, service: PracticeHere
) -> None:
    one, two, *_ = service.info.accounts
    driver.click("lists.paste")
    driver.write("paste.name", "vip")
    driver.write("paste.text", f"{one}\nx\n{two}")
    driver.click("paste.do")
    driver.until_row("lists.table", "vip.txt", "2", "Needs a clean copy")

    driver.click("lists.problems")
    choose_path(driver, tmp_path / "problems.csv")
    driver.wait_until((tmp_path / "problems.csv").exists)
    assert "length" in (tmp_path / "problems.csv").read_text("utf-8-sig")
    driver.wait_until(driver.find("lists.clean").isEnabled)

    driver.click("lists.clean")
    driver.click("clean.do")
    driver.until_row("lists.table", "vip (clean).txt", "2", "Ready")
    copies = driver.program.paths.data_dir / "lists"
    assert f"{one}\n{two}\n" in {path.read_text() for path in copies.iterdir()}

    choose_row(driver, "vip (clean).txt")
    driver.click("lists.rename")
    driver.replace("rename.name", "Members of honour")
    driver.click("rename.do")
    driver.until_row("lists.table", "Members of honour.txt", "2", "Ready")
    choose_row(driver, "Members of honour.txt")
    driver.click("lists.push")
    driver.until_composed()
    compose = driver.program.navigator.compose
    assert compose.binding.value("audience.kind") == "file"
    driver.until_words("Members of honour.txt")
    driver.wait_until(lambda: "2 account" in driver.text("audience.reach"))
