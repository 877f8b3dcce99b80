"""Each bad day of practice, through the real window: what a person sees, and what was taken in.

The service is real and on a real socket, so a push that is refused, lost or unanswered here is so
in the same places as in earnest. However it ends: no push is ever taken in twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.chat_hands import to_review as to_chat_review
from tests.ui.driving import WAIT_MS, Driver, PracticeHere, running
from tests.ui.list_files import choose_path
from tpns_desktop.app import Practice
from tpns_desktop.client import AccessPoint, Secret, TpnsClient
from tpns_desktop.client.transport import DEADLINE_S
from tpns_desktop.practice.acts import ACTS, NORMAL
from tpns_desktop.send.ways import system_client
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.words.bad_days import BAD_DAYS

FAST = {"language": "en", "look": "light", "hold_s": "0"}

Open = Callable[..., AbstractContextManager[Driver]]


class Slowly:
    """Waits where the service is slow, until the test has seen what the window says meanwhile."""

    def __init__(self) -> None:
        self._waiting: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []

    @property
    def asked(self) -> bool:
        return bool(self._waiting)

    async def __call__(self, seconds: float) -> None:
        if seconds < 2:
            await asyncio.sleep(seconds)
            return
        event = asyncio.Event()
        self._waiting.append((asyncio.get_running_loop(), event))
        await event.wait()

    def go_on(self) -> None:
        waiting, self._waiting = self._waiting, []
        for loop, event in waiting:
            loop.call_soon_threadsafe(event.set)


class Patience:
    """Clients that wait for an answer no longer than this."""

    def __init__(self) -> None:
        self.seconds = DEADLINE_S

    def client(self, point: AccessPoint, access_id: str, key: Secret) -> TpnsClient:
        return system_client(point, access_id, key, deadline_s=self.seconds)


@pytest.fixture
def slowly() -> Slowly:
    return Slowly()


@pytest.fixture
def service(slowly: Slowly) -> Iterator[PracticeHere]:
    service = PracticeHere(devices=400, sleep=slowly, limits=False)
    yield service
    slowly.go_on()
    service.close()


@pytest.fixture
def open_program(home: Path, service: PracticeHere, qtbot: QtBot, theme: Theme) -> Open:
    """Gives one run after the other of the program in this test's home."""

    def start(practice: Any = None, **given: Any) -> AbstractContextManager[Driver]:
        def wait(condition: Callable[[], bool]) -> None:
            qtbot.waitUntil(condition, timeout=WAIT_MS)

        return running(home, practice or service, wait, **{"settings": FAST} | given)

    return start


# ------------------------------------------------------------------------------------- steps


def act_out(driver: Driver, service: PracticeHere, day: str, kept: bool = False) -> None:
    """Choose a day in the settings, and wait until the service acts it out."""
    driver.click("rail.settings")
    driver.segment("settings.act.once", "kept" if kept else "once")
    driver.choose("settings.act", day)
    driver.wait_until(lambda: service.world.act is ACTS[day])
    driver.click("rail.compose")
    driver.until_composed()


def write(driver: Driver, title: str) -> None:
    driver.replace("message.title", title)
    driver.replace("message.content", "From 8 pm.")


def send(driver: Driver) -> None:
    driver.to_review()
    confirm(driver)


def confirm(driver: Driver) -> None:
    """Tick what the review asks for, and send."""
    for box in driver.window.findChildren(QCheckBox):
        if box.isVisible() and box.objectName().startswith("review.tick.") and not box.isChecked():
            driver.click(box)
    driver.click("review.send")
    driver.until_screen("result")


def send_to_one_system(driver: Driver, service: PracticeHere, title: str) -> None:
    """A push to one phone: one request, whose end is the end of the push."""
    driver.segment("audience.kind", "device")
    driver.segment("audience.device.platform", "android")
    driver.replace("audience.device.text", service.info.tokens["android"][0])
    write(driver, title)
    send(driver)


def taken(service: PracticeHere) -> dict[str, int]:
    return {platform: len(service.received(platform)) for platform in ("android", "ios")}


def until_normal(driver: Driver, service: PracticeHere) -> None:
    """The day was for one push, and that push is over."""
    driver.wait_until(lambda: service.world.act is NORMAL)
    driver.wait_until(lambda: not driver.sees("bad_day.end"))


def look_until(driver: Driver, *said: str) -> None:
    """Press Check now, as a person would, until all of this can be read."""

    def there() -> bool:
        words = driver.words()
        if all(one in words for one in said):
            return True
        for check in driver.all("result.check_now", QPushButton):
            if check.isEnabled():
                with suppress(RuntimeError):  # its answer came, and it is gone
                    driver.click(check)
        return False

    try:
        driver.wait_until(there)
    except Exception:
        raise LookupError(f"{said} not in:\n{driver.words()}") from None


# ------------------------------------------------------------------------ push after push


REFUSED = {
    "wrong_key": "don't match",
    "content": "Tencent's content check refused the text.",
    "unpaid": "This app has no TPNS resources.",
    "clock": "don't match",
    "limit": "TPNS was asked too often in a short time.",
}
"""Day → what a person reads."""


def test_a_refused_push_is_said_in_words_and_nothing_is_taken_in(
    open_program: Open, service: PracticeHere, tmp_path: Path
) -> None:
    path = tmp_path / "vip.txt"
    path.write_text("".join(f"{account}\n" for account in service.info.accounts[:5]))
    with open_program() as driver:
        driver.practise()
        for day, words in REFUSED.items():
            act_out(driver, service, day)
            send_to_one_system(driver, service, f"Sale {day}")
            driver.until_words("Refused", words)
            until_normal(driver, service)
            assert taken(service) == {"android": 0, "ios": 0}, day

        act_out(driver, service, "upload")
        write(driver, "Sale by a list")
        driver.segment("audience.kind", "file")
        driver.click("file.choose")
        choose_path(driver, path)
        driver.until_words("5 account", " ready")
        send(driver)
        driver.until_words("TPNS could not use the uploaded list.")
        until_normal(driver, service)
        assert not any(one.uploads for one in service.world.applications.values())
        assert taken(service) == {"android": 0, "ios": 0}

        act_out(driver, service, "certificate")
        write(driver, "Sale for both")
        driver.segment("audience.kind", "account")
        driver.replace("audience.account.text", "\n".join(service.info.accounts[:2]))
        send(driver)
        driver.until_words("Android: Accepted", "The app's iOS push certificate has expired.")
        until_normal(driver, service)
    assert taken(service) == {"android": 1, "ios": 0}


def test_a_push_of_which_nobody_can_tell_is_never_taken_twice(
    open_program: Open, service: PracticeHere, slowly: Slowly
) -> None:
    patience = Patience()
    with open_program(client=patience.client) as driver:
        driver.practise()

        act_out(driver, service, "slow")
        send_to_one_system(driver, service, "Sale slow")
        driver.wait_until(lambda: slowly.asked)
        driver.until_words("Sending request")
        assert taken(service) == {"android": 1, "ios": 0}
        assert not driver.sees("result.send_again")
        slowly.go_on()
        driver.until_words("Accepted")
        until_normal(driver, service)
        assert taken(service) == {"android": 1, "ios": 0}

        act_out(driver, service, "no_answer")
        patience.seconds = 2.0
        send_to_one_system(driver, service, "Sale without an answer")
        driver.until_words("We don't know yet")
        patience.seconds = DEADLINE_S
        look_until(driver, "Accepted, looked up")
        until_normal(driver, service)
        driver.until_words(service.world.applications["android"].pushes[1].push_id)
        assert taken(service) == {"android": 2, "ios": 0}

        act_out(driver, service, "repeated")
        send_to_one_system(driver, service, "Sale again")
        driver.until_words("We don't know yet", "an identical push is probably there already")
        until_normal(driver, service)
        assert not driver.find_as(QPushButton, "result.send_again").isEnabled()
        assert taken(service) == {"android": 2, "ios": 0}

        act_out(driver, service, "cut")
        send_to_one_system(driver, service, "Sale cut off")
        driver.until_words("We don't know yet")
        until_normal(driver, service)
        assert taken(service) == {"android": 2, "ios": 0}
        # A person finds out that it did not go, says so, and may send it again.
        driver.click("result.did_not_go")
        driver.click("settle.do")
        driver.wait_until(lambda: not driver.sees("settle.do"))
        driver.click("result.send_again")
        driver.until_composed()
        send(driver)
        driver.until_words("Accepted")
    assert taken(service) == {"android": 3, "ios": 0}


CHAT = {
    "chat_edition": ("Refused", 0),
    "chat_used_up": ("Refused", 0),
    "cut": ("We don't know yet", 1),
    "slow": ("We don't know yet", 2),
}
"""Day → how a push to users of the Chat app ends, and how many were taken in by then."""


def test_a_chat_push_meets_its_bad_days(
    open_program: Open, service: PracticeHere, slowly: Slowly
) -> None:
    with open_program() as driver:
        driver.practise()
        for day, (said, count) in CHAT.items():
            act_out(driver, service, day)
            driver.click("rail.chat")
            driver.until_screen("chat")
            driver.find("bad_day.end")
            to_chat_review(driver, notification={"title": f"Sale {day}"})
            confirm(driver)
            if day == "slow":
                driver.wait_until(lambda: slowly.asked)
                slowly.go_on()
            driver.until_words(said)
            until_normal(driver, service)
            assert len(service.world.chat.pushes) == count, day


# ------------------------------------------------------------------- where it is said


def test_a_day_that_stays_is_said_where_a_person_sends_and_ended_there(
    open_program: Open, service: PracticeHere
) -> None:
    with open_program() as driver:
        driver.practise()
        act_out(driver, service, "content", kept=True)
        assert driver.text("bad_day").startswith("Practice acts out: Text refused.")
        send_to_one_system(driver, service, "Sale")
        driver.until_words("Refused")
        assert service.world.act is ACTS["content"]
        driver.find("bad_day.end")
        driver.click("rail.sent")
        assert not driver.sees("bad_day.end")
        act_out(driver, service, "certificate", kept=True)
        driver.find("bad_day.end")
        driver.click("rail.chat")  # it has no devices
        driver.until_screen("chat")
        assert not driver.sees("bad_day.end")
        driver.click("rail.compose")
        driver.click("bad_day.end")
        until_normal(driver, service)
        driver.click("rail.settings")
        assert driver.find_as(QComboBox, "settings.act").currentData() == ""


def test_the_service_in_its_own_process_is_told(open_program: Open) -> None:
    with open_program(Practice(devices=400)) as driver:
        driver.practise()
        driver.click("rail.settings")
        driver.choose("settings.act", "unpaid")
        driver.click("rail.compose")
        driver.segment("audience.kind", "account")
        driver.click("audience.examples")
        send(driver)
        driver.until_words("Refused", "This app has no TPNS resources.")


def test_every_day_that_is_offered_is_one_that_practice_knows() -> None:
    assert [day.key for day in BAD_DAYS] == list(ACTS)
    for day in BAD_DAYS[1:]:
        act = ACTS[day.key]
        assert day.chat == bool(act.chat)
        assert day.push == (act != type(act)(chat=act.chat))
