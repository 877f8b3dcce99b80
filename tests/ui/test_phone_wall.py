"""The phones of practice in the real window: what is sent appears on them, and a tap counts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.screens.sent_stories import _push as confirm
from tests.screens.wall_stories import TEXT_AFTER
from tests.ui.chat_hands import speak, to_review
from tests.ui.driving import WAIT_MS, Driver, LiveHere, PracticeHere, running
from tpns_desktop.practice.drawn_phones import drawn_phones
from tpns_desktop.ui.screens.results.wall_part import WallPart
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.widgets.phone_wall import WallPicture

Open = Callable[..., AbstractContextManager[Driver]]
NAMES = ["iphone", "huawei", "xiaomi", "oppo", "vivo", "offline"]
STILL = 1e-6
"""A pace at which nothing happens while a test looks."""


class _Words:
    title = "Double 11 is tonight"
    text = "Your cart is waiting: 30% off from 8 pm."


@pytest.fixture
def service() -> Iterator[PracticeHere]:
    service = PracticeHere(devices=2000, pace=60.0, limits=False)
    yield service
    service.close()


@pytest.fixture
def open_program(home: Path, service: PracticeHere, qtbot: QtBot, theme: Theme) -> Open:
    def start(hold_s: str = "0", **given: Any) -> AbstractContextManager[Driver]:
        def wait(condition: Callable[[], bool]) -> None:
            qtbot.waitUntil(condition, timeout=WAIT_MS)

        settings = {"language": "en", "look": "light", "hold_s": hold_s}
        return running(home, service, wait, settings=settings, **given)

    return start


def part(driver: Driver) -> WallPart:
    result: Any = driver.program.window.screen_widget("result")
    assert isinstance(result.wall, WallPart)
    return result.wall


def shown(driver: Driver) -> dict[str, WallPicture]:
    """What is on the phones now."""
    return {key: phone.picture for key, phone in part(driver).wall.phones.items()}


def send(driver: Driver, audience: str = "all", **fields: Any) -> None:
    words: Any = _Words()
    batch_id = confirm(driver, words, audience, **fields)
    driver.program.navigator.show_batch(batch_id)
    driver.until_screen("result")
    driver.wait_until(lambda: driver.sees("result.wall"))


def run_at(service: PracticeHere, pace: float) -> None:
    service.world.timeline.set_pace(pace, now=time.time())


def stand_still(driver: Driver, service: PracticeHere) -> None:
    """Let no more time pass in practice, and the phones show that instant."""
    run_at(service, STILL)
    wall = part(driver)
    driver.wait_until(lambda: wall._seen is not None and wall._seen.pace == STILL)


def tapped(driver: Driver) -> int:
    """The figure, asked for anew."""
    result: Any = driver.program.window.screen_widget("result")
    before = result._batch.counters_at
    driver.click("result.refresh")
    driver.wait_until(lambda: result._batch.counters_at != before)
    return int(result.figures.cards["tapped"].figure().replace(",", ""))


def test_a_tap_on_a_phone_is_one_more_in_the_figures_once_by_mouse_and_by_key(
    open_program: Open, service: PracticeHere
):
    with open_program() as driver:
        driver.practise()
        send(driver)
        # Not every phone gets it: practice loses some on the way, as the field does.
        driver.wait_until(lambda: sum(one.tappable for one in shown(driver).values()) > 1)
        stand_still(driver, service)
        before = tapped(driver)
        first, second = [key for key, one in shown(driver).items() if one.tappable][:2]
        assert list(shown(driver)) == NAMES
        assert shown(driver)[first].cards[0].title == _Words.title
        phone = part(driver).wall.phones[first]
        assert phone.accessibleDescription().startswith(f"{phone.accessibleName()}: Shown ")
        assert _Words.text in phone.accessibleDescription()
        assert shown(driver)["oppo"].caption == "Notifications off"

        result: Any = driver.program.window.screen_widget("result")
        figure = result.figures.cards["tapped"].figure
        driver.click(phone)
        driver.wait_until(lambda: figure() == f"{before + 1:,}")
        assert part(driver).wall.caption(first).startswith("Tapped ")
        driver.segment("wall.place", "shade")
        part(driver).wall.phones[second].setFocus()
        driver.press(Qt.Key.Key_Return)
        driver.wait_until(lambda: figure() == f"{before + 2:,}")
        # A second time there is nothing to be tapped.
        driver.press(Qt.Key.Key_Return)
        driver.click(phone)
        assert tapped(driver) == before + 2


def test_on_hold_the_phones_are_there_and_show_nothing(open_program: Open):
    with open_program(hold_s="30") as driver:
        driver.practise()
        driver.segment("audience.kind", "all")
        driver.replace("message.title", _Words.title)
        driver.replace("message.content", _Words.text)
        driver.to_review()
        driver.click("review.send")
        driver.wait_until(lambda: driver.sees("result.wall"))
        assert {one.caption for one in shown(driver).values()} == {"Nothing sent yet"}
        assert not any(one.cards for one in shown(driver).values())
        driver.wait_until(lambda: not part(driver).following)
        driver.click("result.cancel")
        driver.wait_until(lambda: part(driver).isHidden())


def test_phones_say_why_they_are_not_among_the_receivers_and_who_got_a_text(
    open_program: Open, service: PracticeHere
):
    with open_program() as driver:
        driver.practise()
        send(driver, "tag", message__content=_Words.text * 5)
        driver.wait_until(lambda: "Not in this" in part(driver).wall.caption("vivo"))
        assert part(driver).wall.caption("vivo").startswith("Not among the receivers\n")
        assert "Not among" not in part(driver).wall.caption("xiaomi")

        phones = {one.name: one for one in drawn_phones(service.world.population)}
        token = service.world.population.fleets["ios"].token(phones["iphone"].device)
        send(driver, "device", name="2", audience__device={"text": token, "platform": "ios"})
        driver.wait_until(lambda: len(shown(driver)) == 6)
        assert {part(driver).wall.caption(name) for name in NAMES[1:]} == {
            "Not among the receivers\nNot sent to Android"
        }

        send(driver, name="3", **TEXT_AFTER)
        run_at(service, 3600)
        # In practice, too, one text in twenty does not arrive; then that is said.
        driver.wait_until(lambda: "\nSMS " in part(driver).wall.caption("oppo"))
        came = [card.text for card in shown(driver)["oppo"].cards]
        assert ("SMS at " in part(driver).wall.caption("oppo")) == bool(came)
        assert all("50元券" in text for text in came)
        # Days pass in seconds: at the end nothing more happens, and nobody asks any more.
        run_at(service, 360_000)
        driver.wait_until(lambda: part(driver).settled and not part(driver).following)


def test_a_chat_push_appears_in_the_chat_or_as_a_notification_that_can_be_tapped(
    open_program: Open, service: PracticeHere
):
    with open_program() as driver:
        driver.practise()
        speak(driver, "timpush_chat")
        to_review(driver, notification={"title": "Sale", "text": "Tonight " * 30})
        driver.click("review.send")
        driver.until_screen("result")
        driver.wait_until(lambda: any(one.tappable for one in shown(driver).values()))
        stand_still(driver, service)
        name = next(key for key, one in shown(driver).items() if one.tappable)
        driver.click(f"wall.{name}")
        driver.wait_until(lambda: part(driver).wall.caption(name).startswith("Tapped "))
        cut = {"huawei": 0, "xiaomi": 128, "vivo": 100}
        for maker, limit in cut.items():
            if limit and shown(driver)[maker].caption.startswith(("Shown", "Tapped")):
                assert f"Text cut at {limit}" in shown(driver)[maker].note
        # Nobody is asked about a page that is not looked at.
        driver.program.window.show_screen("settings")
        driver.wait_until(lambda: not part(driver).following)


def test_a_push_to_a_live_app_has_no_phones(open_program: Open):
    live = LiveHere()
    with open_program(client=live.client, chat_client=live.chat_client) as driver:
        driver.click("welcome.connect")
        driver.connect_live_app()
        to = {"text": live.world.population.known().tokens["android"][0], "platform": "android"}
        batch_id = confirm(driver, _Words(), "device", audience__device=to)  # type: ignore[arg-type]
        driver.program.navigator.show_batch(batch_id)
        driver.wait_until(lambda: driver.sees("result.channels"))
        assert live.received("android")
        assert part(driver).isHidden()
        assert not part(driver).following
