"""Which Chat app is worked with, how one gets in with it, and where each page leads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import LIVE_CHAT, WAIT_MS, Driver, LiveHere, PracticeHere, running
from tpns_desktop.paths import find_paths
from tpns_desktop.store.settings import Settings
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.window import CHAT_ONLY

FAST = {"language": "en", "look": "light", "hold_s": "0"}
Open = Callable[..., AbstractContextManager[Driver]]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def service() -> Iterator[PracticeHere]:
    service = PracticeHere(devices=200)
    yield service
    service.close()


@pytest.fixture
def live() -> LiveHere:
    return LiveHere(devices=50)


@pytest.fixture
def open_program(
    home: Path, service: PracticeHere, live: LiveHere, qtbot: QtBot, theme: Theme
) -> Open:
    """Gives one run after the other of the program in this test's home."""

    def start(**given: Any) -> AbstractContextManager[Driver]:
        def wait(condition: Callable[[], bool]) -> None:
            qtbot.waitUntil(condition, timeout=WAIT_MS)

        known = {"settings": FAST, "client": live.client, "chat_client": live.chat_client}
        return running(home, service, wait, **known | given)

    return start


def chat_app(driver: Driver) -> str:
    chosen = driver.program.session.chat_app
    return chosen.name if chosen is not None else ""


def until_chat_app(driver: Driver, name: str) -> None:
    driver.wait_until(lambda: chat_app(driver) == name)


def connected_alone(driver: Driver) -> None:
    driver.click("welcome.connect_chat")
    driver.connect_live_chat()
    driver.until_screen("chat")


def rail(driver: Driver) -> list[str]:
    found = driver.program.window.rail.findChildren(QWidget)
    return [one.objectName() for one in found if one.isVisible() and one.objectName()]


# ------------------------------------------------------------------------------- the two worlds


def test_practice_brings_its_own_chat_app_of_any_generation_and_the_keys_lead_there(
    open_program: Open,
) -> None:
    with open_program() as driver:
        driver.practise()
        until_chat_app(driver, "Demo Mall Chat")
        assert [one.practice for one in driver.program.session.chat_apps] == [True]
        driver.press(Qt.Key.Key_6, CONTROL)
        driver.until_screen("chat")
        assert driver.text("window.plate") == "◇ PRACTICE"
        assert driver.find("rail.chat").isChecked()  # type: ignore[attr-defined]
        driver.press(Qt.Key.Key_7, CONTROL)
        driver.until_screen("settings")
        driver.choose("settings.chat.generation", "timpush_push")
        session = driver.program.session
        driver.wait_until(
            lambda: session.chat_app is not None and session.chat_app.dialect == "timpush_push"
        )
        heads = [name for name in rail(driver) if name.endswith("heading")]
        assert heads == ["rail.push.heading", "rail.chat.heading"]


def test_a_person_with_nothing_but_a_chat_app_gets_in_and_comes_back_to_it(
    open_program: Open, home: Path
) -> None:
    with open_program() as driver:
        connected_alone(driver)
        assert driver.text("window.plate") == "■ LIVE"
        assert driver.find("live_line").isVisible()
        assert "rail.compose" not in rail(driver)
        assert driver.program.window.windowTitle().startswith("Shop chat — ■ LIVE")
        driver.press(Qt.Key.Key_1, CONTROL)  # there is no Compose to go to
        assert driver.screen == "chat"
        driver.click("rail.settings")
        driver.until_words("Shop chat", "1400000001 · administrator · Mainland China")
    assert Settings.load(find_paths(home).settings_file).last_app == ""
    with open_program(settings=None) as driver:
        until_chat_app(driver, "Shop chat")
        driver.until_screen("chat")
        assert driver.sees("rail.chat")
        assert not driver.sees("rail.compose")
        # its key was in memory: it is asked for
        driver.find("chat_keys.enter")
        driver.click("chat_keys.enter")
        driver.write("chat_app.key", LIVE_CHAT[1])
        driver.click("chat_app.save")
        driver.wait_until(lambda: not driver.sees("chat_keys.enter"))


def test_the_top_bar_leads_from_chat_alone_to_practice_and_back(open_program: Open) -> None:
    with open_program() as driver:
        connected_alone(driver)
        driver.program.navigator.practise()
        until_chat_app(driver, "Demo Mall Chat")
        assert driver.sees("rail.compose")
        assert driver.text("window.plate") == "◇ PRACTICE"
        driver.choose("window.apps", CHAT_ONLY)
        until_chat_app(driver, "Shop chat")
        driver.until_screen("chat")
        assert driver.text("window.plate") == "■ LIVE"
        assert driver.program.settings.last_app == ""


def test_the_chat_app_follows_the_app_in_the_top_bar(open_program: Open) -> None:
    with open_program() as driver:
        driver.click("welcome.connect")
        driver.connect_live_app("Shop")
        assert chat_app(driver) == ""
        driver.click("rail.chat")
        driver.click("chat.connect")
        driver.connect_live_chat()
        assert driver.screen == "chat"
        # that both keys live in memory alone is said once
        assert driver.words().count("This computer has no password store.") == 1
        driver.program.navigator.practise()
        until_chat_app(driver, "Demo Mall Chat")
        shop = next(one for one in driver.ask(_desk(driver).apps()) if one.name == "Shop")
        driver.choose("window.apps", shop.id)
        until_chat_app(driver, "Shop chat")
        assert driver.text("window.plate") == "■ LIVE"


def test_connecting_a_chat_app_leaves_practice(open_program: Open) -> None:
    with open_program() as driver:
        driver.practise()
        until_chat_app(driver, "Demo Mall Chat")
        driver.click("rail.settings")
        driver.click("settings.chat.connect")
        driver.connect_live_chat()
        driver.until_screen("chat")
        assert driver.text("window.plate") == "■ LIVE"


# ------------------------------------------------------------------------- changing and removing


def test_a_test_through_the_window_says_how_it_went(open_program: Open) -> None:
    with open_program() as driver:
        driver.click("welcome.connect_chat")
        driver.write("chat_app.name", "Shop chat")
        driver.write("chat_app.sdkappid", str(LIVE_CHAT[0]))
        driver.write("chat_app.key", "0" * 32)
        driver.click("chat_app.test")
        driver.wait_until(lambda: "key" in driver.text("chat_app.result"))
        driver.until_words("The secret key", "Copy")
        driver.replace("chat_app.key", LIVE_CHAT[1])
        driver.click("chat_app.test")
        driver.until_words("✓ The Chat service knows this app and its key.")
        driver.replace("chat_app.identifier", "somebody")
        driver.click("chat_app.test")
        driver.until_words("not an administrator")
        driver.click("chat_app.lead")
        driver.until_words("What must be ready before a push to all users")
        driver.click("chat_setup.back")
        assert driver.text("chat_app.identifier") == "somebody"


def test_a_chat_app_is_changed_and_removed_after_a_question(open_program: Open) -> None:
    with open_program() as driver:
        connected_alone(driver)
        app = driver.program.session.chat_app
        assert app is not None
        driver.click("rail.settings")
        driver.click(f"settings.chat.change.{app.id}")
        driver.replace("chat_app.name", "Mall chat")
        driver.click("chat_app.save")
        until_chat_app(driver, "Mall chat")
        assert driver.screen == "settings"
        driver.click(f"settings.chat.remove.{app.id}")
        driver.until_words("Remove Mall chat from this computer?")
        back, remove = (_button(driver, text) for text in ("Go back", "Remove Mall chat"))
        assert back.isDefault()
        driver.click(remove)
        driver.until_screen("welcome")
        assert driver.ask(_desk(driver).chat.apps()) == []


def _button(driver: Driver, text: str) -> QPushButton:
    return next(one for one in driver.window.findChildren(QPushButton) if one.text() == text)


def _desk(driver: Driver) -> Any:
    desk = driver.program.session.desk
    assert desk is not None
    return desk


# --------------------------------------------------------------------------- what must be ready


def test_what_must_be_ready_leads_to_practice_and_back_to_the_push(open_program: Open) -> None:
    with open_program() as driver:
        connected_alone(driver)
        driver.program.navigator.chat.show_setup()
        driver.until_words("Pro, Pro Plus or Enterprise", "48 hours", "was imported")
        assert driver.find("rail.chat").isChecked()  # type: ignore[attr-defined]
        driver.click("chat_setup.test")
        driver.until_words("✓ The Chat service knows this app and its key.")
        driver.click("chat_setup.practise")
        until_chat_app(driver, "Demo Mall Chat")
        driver.until_screen("chat")
        driver.program.navigator.chat.show_setup()
        driver.click("chat_setup.back")
        driver.until_screen("chat")


class Marked(QTranslator):
    """Another language: every word of the source in quotes."""

    def translate(self, _context: str, source: str, *_more: Any) -> str:
        return f"«{source}»"

    def isEmpty(self) -> bool:
        return False


def test_another_language_counts_at_once(open_program: Open, qapp: QApplication) -> None:
    with open_program() as driver:
        driver.practise()
        driver.program.navigator.chat.show_setup()
        page = driver.program.window.screen_widget("chat_setup")
        language = Marked()
        qapp.installTranslator(language)
        driver.wait_until(lambda: driver.text("chat_setup.back").startswith("«"))
        left = [one for one in _words_of(page) if "«" not in one]
        assert left == ["1", "2", "3", "4"]
        headings = [driver.text("rail.push.heading"), driver.text("rail.chat.heading")]
        assert headings == ["«PUSH»", "«CHAT (IM)»"]
        qapp.removeTranslator(language)
        driver.wait_until(lambda: driver.text("chat_setup.back") == "Back to the push")


def _words_of(page: QWidget) -> list[str]:
    found: list[QLabel | QPushButton] = [
        *page.findChildren(QLabel),
        *page.findChildren(QPushButton),
    ]
    return [one.text() for one in found if one.isVisible() and one.text()]


# ------------------------------------------------------------------------------ from end to end


def test_everyone_is_written_to_and_the_result_belongs_to_chat(
    open_program: Open, service: PracticeHere
) -> None:
    with open_program() as driver:
        driver.practise()
        until_chat_app(driver, "Demo Mall Chat")
        driver.click("rail.chat")
        driver.segment("audience.kind", "all")
        driver.write("message.elements.0.text", "The hall opens at 8.")
        driver.write("name", "Opening")
        chat = driver.program.navigator.chat.screen
        driver.wait_until(lambda: chat.settled)
        driver.click("bottom.review")
        driver.until_screen("review")
        assert driver.find("rail.chat").isChecked()  # type: ignore[attr-defined]
        driver.click("review.back")
        driver.until_screen("chat")
        driver.click("bottom.review")
        driver.until_screen("review")
        driver.click("review.send")
        driver.until_screen("result")
        driver.wait_until(driver.find("rail.chat").isChecked)  # type: ignore[attr-defined]
        driver.wait_until(lambda: len(service.world.chat.pushes) == 1)
        driver.click("result.again")
        driver.until_screen("chat")
        driver.until_words("A new draft with the people, message and options of")
        driver.wait_until(lambda: chat.settled)
        assert chat.binding.draft["message"]["elements"][0]["text"] == "The hall opens at 8."
        assert driver.text("window.plate") == "◇ PRACTICE"


def test_what_is_not_switched_on_leads_from_the_result_to_what_must_be_ready(
    open_program: Open, service: PracticeHere
) -> None:
    with open_program() as driver:
        driver.practise()
        until_chat_app(driver, "Demo Mall Chat")
        service.world.chat.play("90045")
        driver.click("rail.chat")
        driver.segment("audience.kind", "all")
        driver.write("message.elements.0.text", "The hall opens at 8.")
        chat = driver.program.navigator.chat.screen
        driver.wait_until(lambda: chat.settled)
        driver.click("bottom.review")
        driver.until_screen("review")
        driver.click("review.send")
        driver.until_words("Pushing to all users is not switched on for this Chat app.")
        driver.click("result.setup")
        driver.until_screen("chat_setup")
        driver.press(Qt.Key.Key_6, CONTROL)
        driver.until_screen("chat")
