"""Chat apps: connecting one, what can be wrong about it, what must be ready, and Chat alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.screens.shots import Studio
    from tests.ui.driving import PracticeHere


def chat_apps(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """From Welcome to a Chat app and to practice; each page on the way."""
    from tests.ui.driving import LIVE_CHAT, LiveHere

    with studio.program(home, practice, LiveHere()) as driver:
        driver.click("welcome.connect_chat")
        driver.find("chat_app.name")
        studio.take(driver, "chat-connect")
        driver.click("chat_app.save")
        driver.wait_until(driver.find("chat_app.save").isEnabled)
        studio.take(driver, "chat-connect-errors")
        driver.write("chat_app.name", studio.title)
        driver.write("chat_app.sdkappid", str(LIVE_CHAT[0]))
        driver.write("chat_app.key", "0" * 32)
        driver.click("chat_app.test")
        driver.wait_until(driver.find("chat_app.test").isEnabled)
        studio.take(driver, "chat-connect-key")
        driver.replace("chat_app.key", LIVE_CHAT[1])
        driver.replace("chat_app.identifier", "somebody")
        driver.click("chat_app.test")
        driver.find("chat_app.lead")
        studio.take(driver, "chat-connect-admin")
        driver.click("chat_app.lead")
        driver.find("chat_setup.back")
        studio.take(driver, "chat-connect-ready")
        driver.click("chat_setup.back")
        driver.replace("chat_app.identifier", "administrator")
        driver.click("chat_app.test")
        driver.wait_until(driver.find("chat_app.test").isEnabled)
        studio.take(driver, "chat-connect-good")
        driver.click("chat_app.save")
        driver.until_screen("chat")
        driver.click("rail.settings")
        driver.find("settings.chat.connect")
        studio.take(driver, "chat-alone-settings")
        driver.program.navigator.chat.show_setup()
        driver.click("chat_setup.test")
        driver.find("chat_setup.outcome")
        studio.take(driver, "chat-ready")
        driver.click("chat_setup.practise")
        driver.until_screen("chat")
        driver.program.navigator.chat.show_setup()
        studio.take(driver, "chat-ready-practice")
