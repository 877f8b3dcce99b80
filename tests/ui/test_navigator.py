"""Who goes where: opening, practising, connecting, choosing an app, and from screen to screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import (
    WAIT_MS,
    Driver,
    LiveHere,
    PracticeHere,
    end,
    running,
    write_settings,
)
from tests.ui.sent_lines import line
from tpns_desktop.app import Program
from tpns_desktop.paths import Paths, find_paths
from tpns_desktop.practice.process import PracticeFailed
from tpns_desktop.send.desk import Desk
from tpns_desktop.store.apps import App
from tpns_desktop.store.errors import DiskFull, ReadOnly, StoreError, StoreFailed
from tpns_desktop.store.settings import Settings
from tpns_desktop.ui.screens.sent.screen import SentScreen
from tpns_desktop.ui.theme.theme import Theme

FAST = {"language": "en", "look": "light", "hold_s": "0"}
Open = Callable[..., AbstractContextManager[Driver]]


@pytest.fixture
def service() -> Iterator[PracticeHere]:
    service = PracticeHere(devices=500)
    yield service
    service.close()


@pytest.fixture
def open_program(home: Path, service: PracticeHere, qtbot: QtBot, theme: Theme) -> Open:
    """Gives one run after the other of the program in this test's home."""
    live = LiveHere()

    def start(practice: Any = service, **given: Any) -> AbstractContextManager[Driver]:
        def wait(condition: Callable[[], bool]) -> None:
            qtbot.waitUntil(condition, timeout=WAIT_MS)

        return running(home, practice, wait, **{"settings": FAST, "client": live.client} | given)

    return start


class NoPractice:
    """A practice service that does not start."""

    info = None

    async def open(self, desk: Desk) -> App:
        raise PracticeFailed("no_answer")

    def close(self) -> None:
        pass


# ----------------------------------------------------------------------------------- opening


def test_a_new_home_opens_on_welcome_alone(open_program: Open) -> None:
    with open_program() as driver:
        assert driver.screen == "welcome"
        assert not driver.sees("rail.compose")
        assert not driver.sees("window.apps")
        focused = driver.window.focusWidget()
        assert focused is not None
        assert focused.objectName() == "welcome.practise"


def test_a_later_start_opens_the_last_app_with_an_empty_compose(open_program: Open) -> None:
    with open_program() as driver:
        driver.practise()
        assert driver.find_as(QLineEdit, "message.title").text()  # the example, once
    with open_program(settings=None) as driver:
        driver.until_composed()
        assert driver.find_as(QLineEdit, "message.title").text() == ""
        assert driver.text("window.plate") == "◇ PRACTICE"


def test_an_app_that_is_gone_brings_welcome_back(open_program: Open, home: Path) -> None:
    with open_program(settings=FAST | {"last_app": "gone"}) as driver:
        driver.until_screen("welcome")
        assert not driver.sees("rail.compose")


def test_where_the_last_app_is_not_in_the_history_practice_is_opened_and_said(
    open_program: Open,
) -> None:
    with open_program() as driver:
        driver.practise()
    with open_program(settings=FAST | {"last_app": "gone"}) as driver:
        driver.until_words("You work with Demo Mall now", "is not in this history")
        driver.until_composed()
        assert driver.sees("rail.compose")
        assert driver.text("window.plate") == "◇ PRACTICE"


def test_settings_that_cannot_be_saved_are_said_once_and_count_in_this_run(
    open_program: Open, home: Path
) -> None:
    file = find_paths(home).settings_file
    file.mkdir(parents=True)  # nothing can be written there
    with open_program(settings=None) as driver:
        navigator = driver.program.navigator
        navigator.choose_look("dark")
        driver.until_words("could not be saved", str(file))
        saved: list[bool] = []
        navigator.choose_look("light")
        driver.program.background.post(lambda: saved.append(True))  # after the second try
        driver.wait_until(lambda: bool(saved))
        assert driver.words().count(str(file)) == 1
        assert driver.program.settings.look == "light"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ReadOnly(), "Its file is write-protected"),
        (DiskFull(), "There is no room"),
        (StoreFailed(), "could not be read or written"),
    ],
)
def test_practice_that_cannot_be_written_down_is_no_service_that_did_not_start(
    open_program: Open, error: StoreError, said: str
) -> None:
    class Refused(NoPractice):
        async def open(self, desk: Desk) -> App:
            raise error

    with open_program(practice=Refused()) as driver:
        driver.click("welcome.practise")
        driver.until_words("Practice could not be opened.", said)
        assert "did not start" not in driver.words()


def test_a_button_pressed_before_the_core_is_there_is_not_forgotten(
    home: Path, service: PracticeHere, qapp: QApplication, qtbot: QtBot, theme: Theme
) -> None:
    from tpns_desktop.send.core import open_core
    from tpns_desktop.store.secrets import SecretStore

    write_settings(home, **FAST)
    opened: list[Desk] = []

    async def core(paths: Paths, settings: Settings) -> Desk:
        desk = await open_core(paths, settings, secrets=SecretStore(choose=lambda: None))
        opened.append(desk)
        return desk

    program = Program(qapp, find_paths(home), core=None, practice=service)  # type: ignore[arg-type]
    program.show()
    driver = Driver(program, lambda condition: qtbot.waitUntil(condition, timeout=WAIT_MS))
    driver.click("welcome.practise")
    assert driver.screen == "welcome"
    program.background.start(
        core(program.paths, program.settings), program, program.session.open, print
    )
    driver.until_composed()
    end(program)


def test_a_data_folder_that_cannot_be_opened_is_said(
    home: Path, service: PracticeHere, qapp: QApplication, qtbot: QtBot, theme: Theme
) -> None:
    write_settings(home, **FAST)

    async def core(paths: Paths, settings: Settings) -> Desk:
        raise OSError("no room")

    program = Program(qapp, find_paths(home), core=core, practice=service)  # type: ignore[arg-type]
    program.show()
    driver = Driver(program, lambda condition: qtbot.waitUntil(condition, timeout=WAIT_MS))
    driver.until_words("The data folder cannot be used", str(find_paths(home).data_dir))
    assert not driver.sees("rail.compose")
    assert not driver.sees("storage.afresh")  # nothing is lost, so nothing is begun anew
    end(program)


def test_a_damaged_history_is_set_aside_and_said(open_program: Open, home: Path) -> None:
    with open_program() as driver:
        driver.practise()
    database = find_paths(home).database_file
    database.write_bytes(b"not a database" * 999)
    with open_program() as driver:
        driver.until_words("was damaged", "set aside untouched")
    kept = [path for path in database.parent.iterdir() if "damaged" in path.name]
    assert len(kept) == 1
    assert kept[0].read_bytes().startswith(b"not a database")


def test_wrong_lines_in_the_settings_do_not_stop_the_program(
    open_program: Open, home: Path
) -> None:
    home.mkdir(exist_ok=True)
    (home / "settings.ini").write_bytes(
        b"[settings]\nlook = purple\nlanguage = en\nnonsense\n\xff\xfe\nhold_s = 9999\n"
    )
    with open_program(settings=None) as driver:
        assert driver.screen == "welcome"
        assert driver.program.settings.look == "system"
        assert driver.program.settings.hold_s == "10"


# ---------------------------------------------------------------------------------- practice


def test_a_practice_service_that_does_not_start_is_said(open_program: Open) -> None:
    with open_program(NoPractice()) as driver:
        driver.click("welcome.practise")
        driver.until_words("practice service did not start")
        assert driver.screen == "welcome"
        driver.click("welcome.connect")  # the other way is still open
        driver.find("connect.name")


# ----------------------------------------------------------------------------- real apps


def test_connecting_opens_compose_for_the_app_and_says_where_keys_live(open_program: Open) -> None:
    with open_program() as driver:
        driver.click("welcome.connect")
        driver.connect_live_app("Shop")
        assert driver.text("window.plate") == "■ LIVE"
        assert "Shop" in driver.program.window.windowTitle()
        driver.until_words("no password store")
        assert driver.find_as(QLineEdit, "message.title").text() == ""


def test_going_back_from_connecting_leaves_everything(open_program: Open) -> None:
    with open_program() as driver:
        driver.click("welcome.connect")
        driver.write("connect.name", "Shop")
        driver.press(Qt.Key.Key_Escape)
        driver.wait_until(lambda: driver.window is driver.program.window)
        assert driver.screen == "welcome"
        assert driver.program.session.app is None


def test_another_app_keeps_the_text(open_program: Open) -> None:
    with open_program() as driver:
        driver.practise()
        driver.replace("message.title", "Kept")
        driver.click("rail.settings")
        driver.click("settings.connect")
        driver.write("connect.name", "Shop")
        driver.choose("connect.access_point", "guangzhou")
        driver.click("connect.android")
        driver.write("connect.android.access_id", "1500099001")
        driver.write("connect.android.secret_key", "0123456789abcdef0123456789abcdef")
        driver.click("connect.save")
        driver.wait_until(lambda: driver.window is driver.program.window)
        driver.wait_until(lambda: driver.text("window.plate") == "■ LIVE")
        driver.click("rail.compose")
        assert driver.find_as(QLineEdit, "message.title").text() == "Kept"
        apps = driver.find("window.apps")
        driver.wait_until(lambda: apps.count() >= 3)  # type: ignore[attr-defined]
        driver.choose("window.apps", "practice")
        driver.wait_until(lambda: driver.text("window.plate") == "◇ PRACTICE")
        assert driver.find_as(QLineEdit, "message.title").text() == "Kept"


def test_what_texts_need_is_a_page_between_settings_and_compose(open_program: Open) -> None:
    with open_program() as driver:
        driver.practise()
        driver.click("rail.settings")
        driver.click("settings.cloud.setup")
        driver.until_screen("sms_setup")
        # Practice has an account of its own, and what it has can be read at once.
        driver.wait_until(lambda: driver.find("sms_setup.read").isEnabled())
        driver.click("sms_setup.read")
        driver.until_words("Approved signatures: 3", "✓ Done")
        driver.click("sms_setup.back")
        driver.until_screen("compose")


def test_removing_an_app_asks_first_and_enter_goes_back(open_program: Open) -> None:
    with open_program() as driver:
        driver.click("welcome.connect")
        driver.connect_live_app("Shop")
        app = driver.program.session.app
        assert app is not None
        driver.click("rail.settings")
        driver.click(f"settings.remove.{app.id}")
        driver.wait_until(lambda: isinstance(driver.window, QMessageBox))
        driver.press(Qt.Key.Key_Return)
        driver.wait_until(lambda: driver.window is driver.program.window)
        assert driver.program.session.app is app
        driver.click(f"settings.remove.{app.id}")
        driver.wait_until(lambda: isinstance(driver.window, QMessageBox))
        box = driver.window
        assert isinstance(box, QMessageBox)
        remove = next(b for b in box.buttons() if "Remove" in b.text())
        driver.click(remove)
        driver.until_screen("welcome")
        assert driver.program.session.app is None


# ------------------------------------------------------------------------ between the screens


def test_keys_lead_to_each_screen_of_the_rail(open_program: Open) -> None:
    with open_program() as driver:
        driver.practise()
        screens = ("compose", "drafts", "sent", "plans", "lists", "chat", "settings")
        for number, screen in reversed(list(enumerate(screens, start=1))):
            key = Qt.Key(Qt.Key.Key_0 + number)
            driver.press(key, Qt.KeyboardModifier.ControlModifier)
            driver.until_screen(screen)
            assert driver.find(f"rail.{screen}").isChecked()  # type: ignore[attr-defined]


def test_alt_and_a_number_lead_to_each_card(open_program: Open) -> None:
    with open_program() as driver:
        driver.practise()
        cards = driver.program.navigator.compose._cards
        for number, step in enumerate(("who", "message", "when", "sms", "plan"), start=1):
            key = Qt.Key(Qt.Key.Key_0 + number)
            driver.press(key, Qt.KeyboardModifier.AltModifier)
            # A button's keys press it for a moment before it acts.
            driver.wait_until(partial(_has_focus, driver, cards[step]))


def _has_focus(driver: Driver, card: QWidget) -> bool:
    focused = driver.window.focusWidget()
    return focused is not None and card.isAncestorOf(focused)


@pytest.mark.parametrize(
    ("button", "card"),
    [("who", "who"), ("what", "message"), ("when", "when"), ("sms", "sms"), ("plan", "plan")],
)
def test_change_on_the_review_leads_to_its_card(
    open_program: Open, service: PracticeHere, button: str, card: str
) -> None:
    with open_program() as driver:
        driver.practise()
        driver.segment("audience.kind", "account")
        driver.click("audience.examples")
        driver.to_review()
        driver.click(f"review.change.{button}")
        driver.until_screen("compose")
        focused = driver.window.focusWidget()
        assert focused is not None
        assert driver.program.navigator.compose._cards[card].isAncestorOf(focused)


def test_escape_on_the_review_goes_back_to_the_text(open_program: Open) -> None:
    with open_program() as driver:
        driver.practise()
        driver.segment("audience.kind", "all")
        driver.to_review()
        driver.press(Qt.Key.Key_Escape)
        driver.until_screen("compose")
        assert driver.find_as(QLineEdit, "message.title").text()


def test_after_sending_compose_is_empty_and_sent_leads_to_the_push(open_program: Open) -> None:
    with open_program() as driver:
        driver.practise()
        driver.segment("audience.kind", "all")
        driver.to_review()
        driver.click("review.send")
        driver.until_screen("result")
        driver.click("rail.compose")
        assert driver.find_as(QLineEdit, "message.title").text() == ""
        driver.click("rail.sent")
        driver.until_row("sent.table", "everyone")
        table = driver.find("sent.table")
        table.setFocus()
        driver.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        driver.press(Qt.Key.Key_Return)
        driver.until_screen("result")
        driver.find("result.state")


def test_sent_in_the_rail_leads_from_a_push_made_elsewhere_back_to_the_list(
    open_program: Open,
) -> None:
    with open_program() as driver:
        driver.practise()
        driver.click("rail.sent")
        driver.until_screen("sent")
        sent = cast(SentScreen, driver.program.window.screen_widget("sent"))
        sent.table.opened.emit(line(None, push_id="900"))
        assert driver.sees("sent.record.back")
        driver.click("rail.sent")
        assert not driver.sees("sent.record.back")


def test_language_and_look_are_kept_for_the_next_start(open_program: Open, home: Path) -> None:
    with open_program() as driver:
        driver.segment("welcome.language", "zh_CN")
        driver.segment("welcome.look", "dark")
    kept = Settings.load(find_paths(home).settings_file)
    assert (kept.language, kept.look) == ("zh_CN", "dark")
