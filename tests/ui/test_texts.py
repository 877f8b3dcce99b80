"""Three pushes with texts, one a trigger, through the real window: the expected numbers of texts.

Whom they reach is computed here, device by device, from the seeded population; what came of it is
read from the card of the result page. Expected figures wait for no clock: the moment at which a
wait ended is known, and what had arrived or been tapped by then is asked of the service.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import WAIT_MS, Driver, PracticeHere, running
from tpns_desktop.practice import bits
from tpns_desktop.ui.theme.theme import Theme

FAST = {"language": "en", "look": "light", "hold_s": "0", "practice_pace": "600"}
WAIT_S = 600
DEVICES = 120
TRIGGERS = ((0, ""), (1, "arrived"), (2, "tapped"))


@pytest.fixture
def service() -> Iterator[PracticeHere]:
    service = PracticeHere(devices=2000, pace=float(FAST["practice_pace"]))
    yield service
    service.close()


def devices_with_numbers(service: PracticeHere) -> list[int]:
    """Android devices of people who have a mobile number and no second device."""
    people, found, person = service.world.population.people, [], 0
    while len(found) < DEVICES:
        number = people.account(1002, person)
        if number is not None and len(people.devices(1002, number, "android")) == 1:
            found += people.devices(1002, number, "android")
        person += 1
    return found


def expected_texts(service: PracticeHere, devices: list[int], place: int) -> tuple[int, float]:
    """How many texts the push at this place has to send, and when."""
    application = service.world.applications["android"]
    fleet, push = application.fleet, application.pushes[place]
    seen = [device for device in devices if fleet.days_since_seen[device] <= 90]
    condition, event = TRIGGERS[place]
    ended = application.instant_at(push, WAIT_S)
    if condition == 0:
        return sum(not bits.has(fleet.reachable, device) for device in seen), ended
    counts = application.counts(push, ended).values()
    return len(seen) - sum(getattr(channel, event) for channel in counts), ended


def write_push(driver: Driver, tokens: str, trigger: int) -> None:
    driver.segment("audience.kind", "device")
    driver.segment("audience.device.platform", "android")
    QGuiApplication.clipboard().setText(tokens)
    driver.click("audience.device.text")
    driver.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    driver.replace("message.title", f"Push {trigger}")
    driver.replace("message.content", "With a text")
    driver.click("sms.on")
    driver.choose("sms.trigger", str(trigger))
    driver.replace("sms.delay_s.number", str(WAIT_S // 60))
    driver.choose("sms.delay_s.unit", "60")
    # A book that is open before it was read at all is read by Refresh alone.
    driver.wait_until(lambda: driver.program.navigator.compose.sms.shelf.held is not None)
    driver.pick("sms.template_id", "2101")
    driver.pick("sms.sign_name", "演练商城")
    driver.pick("sms.app_id", "1400006666")
    for blank, value in enumerate(("VIP", "coupon", f"day {trigger}"), 1):
        driver.replace(f"sms.params.{blank}", value)


def shows(driver: Driver, text: str) -> bool:
    """Whether the drawn phone of the result has it; the page of the push before may still be up."""
    phones = driver.all("result.sms.phone", QWidget)
    return bool(phones) and text in phones[0].accessibleDescription()


def hour_of(moment: float) -> float:
    return moment // 3600 * 3600


def test_three_pushes_one_a_trigger_text_exactly_whom_they_did_not_reach(
    home: Path, service: PracticeHere, qtbot: QtBot, theme: Theme
) -> None:
    devices = devices_with_numbers(service)
    fleet = service.world.applications["android"].fleet
    tokens = "\n".join(fleet.token(device) for device in devices)
    sent: list[tuple[int, float]] = []
    with running(
        home, service, lambda c: qtbot.waitUntil(c, timeout=WAIT_MS), settings=FAST
    ) as driver:
        driver.practise()
        for place, (trigger, _event) in enumerate(TRIGGERS):
            write_push(driver, tokens, trigger)
            shown = f"【演练商城】VIP，你的coupon已到账，请在day {trigger}前打开应用查看。"
            driver.to_review()
            driver.until_words(shown)
            driver.click("review.send")
            driver.until_screen("result")
            driver.wait_until(partial(shows, driver, shown))
            sent.append(expected_texts(service, devices, place))
            assert 0 < sent[-1][0] < DEVICES
            # The service counts by SMS app and hour: the texts of the pushes before are in it.
            first = hour_of(sent[-1][1])
            total = sum(count for count, at in sent if hour_of(at) >= first)
            driver.click("result.sms.read")
            driver.until_words(f"{total} of {total} numbers")
            said = driver.find("result.sms.phone").accessibleDescription()
            assert f"\n{total} text" in said
            if place < 2:
                driver.click("result.new_push")
                driver.until_composed()
    assert datetime.now(UTC).timestamp() > sent[-1][1]
