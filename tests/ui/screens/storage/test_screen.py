"""The page about data that cannot be opened: what it says, what it offers, what it asks first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tpns_desktop.send.storage import StorageTrouble
from tpns_desktop.store.backups import Backup
from tpns_desktop.ui.i18n import Languages
from tpns_desktop.ui.screens.storage.screen import StorageScreen
from tpns_desktop.ui.theme.theme import Theme

FOLDER = Path("/home/li/.local/share/tpns-desktop")
CHOOSABLE = ("gone", "damaged", "newer")
KINDS = (*CHOOSABLE, "network", "folder", "read_only", "full", "busy", "failed")


def backups(number: int) -> tuple[Backup, ...]:
    now = datetime.now(UTC)
    return tuple(
        Backup(FOLDER / "backups" / f"{n}.db", now - timedelta(days=n, hours=3))
        for n in range(number)
    )


@pytest.fixture
def screen(theme: Theme, qtbot: QtBot) -> StorageScreen:
    made = StorageScreen()
    qtbot.addWidget(made)
    made.resize(900, 760)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def words(screen: QWidget) -> str:
    return "\n".join(w.text() for w in screen.findChildren(QLabel) if w.isVisible())


def button(screen: QWidget, name: str) -> QPushButton:
    found = screen.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_a_history_that_is_gone_offers_each_backup_with_its_age(
    screen: StorageScreen, qtbot: QtBot
) -> None:
    kept = backups(3)
    screen.show_trouble(StorageTrouble("gone", FOLDER, kept))
    QApplication.processEvents()  # the page lays out what it was just given
    said = words(screen)
    assert "The history on this computer is gone" in said
    assert str(FOLDER) in said
    assert "(3 hour" in said
    assert "(2 day" in said
    assert screen.focusWidget() is button(screen, "storage.restore.0")
    with qtbot.waitSignal(screen.restore_asked) as told:
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Space)
    assert told.args == [kept[0]]
    # A second press while the first is under way starts nothing.
    assert not button(screen, "storage.restore.1").isEnabled()
    assert not screen.afresh.isEnabled()
    assert not screen.retry.isEnabled()


def test_what_did_not_work_leaves_the_other_ways_open(screen: StorageScreen, qtbot: QtBot) -> None:
    screen.show_trouble(StorageTrouble("gone", FOLDER, backups(1)))
    button(screen, "storage.restore.0").click()
    screen.show_failed()
    assert "nothing was changed" in screen.outcome.text()
    assert button(screen, "storage.restore.0").isEnabled()
    assert screen.afresh.isEnabled()


@pytest.mark.parametrize("answer", ["afresh.start", "afresh.back", ""])
def test_an_empty_history_is_begun_only_after_saying_what_it_costs(
    screen: StorageScreen, qtbot: QtBot, answer: str
) -> None:
    screen.show_trouble(StorageTrouble("gone", FOLDER))
    asked: list[bool] = []
    screen.afresh_asked.connect(lambda: asked.append(True))
    qtbot.mouseClick(screen.afresh, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "nothing warns you" in box.informativeText()
    if answer:
        qtbot.mouseClick(button(box, answer), Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(box, Qt.Key.Key_Return)  # Enter never does it
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert asked == ([True] if answer == "afresh.start" else [])


@pytest.mark.parametrize("kind", CHOOSABLE)
def test_where_the_history_cannot_be_used_a_person_may_choose_a_backup_or_an_empty_one(
    screen: StorageScreen, kind: str
) -> None:
    screen.show_trouble(StorageTrouble(kind, FOLDER, backups(2)))
    assert button(screen, "storage.restore.1").isVisible()
    assert screen.afresh.isVisible()


@pytest.mark.parametrize("kind", KINDS[len(CHOOSABLE) :])
def test_where_nothing_is_lost_nothing_is_begun_anew(
    screen: StorageScreen, qtbot: QtBot, kind: str
) -> None:
    screen.show_trouble(StorageTrouble(kind, FOLDER))
    assert not screen.afresh.isVisible()
    assert not screen.backups.isVisible()
    assert screen.focusWidget() is screen.retry
    with qtbot.waitSignal(screen.retry_asked):
        qtbot.keyClick(screen.retry, Qt.Key.Key_Space)
    assert not screen.retry.isEnabled()


def test_each_trouble_has_words_of_its_own(screen: StorageScreen) -> None:
    said = set()
    for kind in KINDS:
        screen.show_trouble(StorageTrouble(kind, FOLDER))
        said.add((screen.title.text(), screen.happened.text(), screen.to_do.text()))
    assert len(said) == len(KINDS)
    assert all(all(words) for words in said)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_tab_stop_has_a_name(
    screen: StorageScreen,
    languages: Languages,
    nameless: Callable[[QWidget], list[Any]],
    kind: str,
    language: str,
) -> None:
    languages.apply(language)
    screen.show_trouble(StorageTrouble(kind, FOLDER, backups(7)))
    QApplication.processEvents()  # the page lays out what it was just given
    assert nameless(screen) == []
    assert screen.accessibleName() == screen.title.text()
