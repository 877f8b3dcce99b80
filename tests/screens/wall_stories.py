"""The phones of practice beside a result: as they fill, tapped, cut, texted; of each kind."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.screens.sent_stories import _push

if TYPE_CHECKING:
    from tests.screens.shots import Studio
    from tests.ui.driving import Driver, PracticeHere


TEXT_AFTER: dict[str, Any] = {
    "sms__on": True,
    "sms__trigger": "1",
    "sms__delay_s": "3600",
    "sms__app_id": "1400006666",
    "sms__sign_name": "演练商城",
    "sms__template_id": "2101",
    "sms__params": ["会员", "50元券", "周日"],
}
"""Where it has not arrived after an hour."""


def wall(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """A push to all with a text where it has not arrived; one to a tag, one to iOS; a Chat push."""
    from tests.ui.chat_hands import speak, to_review

    with studio.program(home, practice) as driver:
        driver.practise()
        _pace(practice, 1)
        _push_and_show(driver, studio, **TEXT_AFTER)
        studio.take(driver, "wall-nothing-yet")
        _pace(practice, 60)
        _until(driver, lambda one: one["xiaomi"].tappable)
        _phone(driver, "vivo").setFocus()
        studio.take(driver, "wall-shown")
        driver.click("wall.xiaomi")
        _until(driver, lambda one: not one["xiaomi"].tappable)
        driver.segment("wall.place", "shade")
        studio.take(driver, "wall-shade")
        _pace(practice, 3600)
        _until(driver, lambda one: bool(one["oppo"].note))
        studio.take(driver, "wall-texted")
        _pace(practice, 60)
        driver.segment("wall.place", "lock")
        _push_and_show(driver, studio, "tag", name="2", message__content=studio.text * 9)
        _until(driver, lambda one: any(phone.cards for phone in one.values()))
        studio.take(driver, "wall-tag")
        token = practice.world.population.fleets["ios"].token(_iphone(practice))
        to = {"text": token, "platform": "ios"}
        _push_and_show(driver, studio, "device", name="3", audience__device=to)
        _until(driver, lambda one: bool(one["iphone"].cards))
        studio.take(driver, "wall-ios")
        speak(driver, "timpush_chat")
        to_review(driver)
        driver.click("review.send")
        driver.until_screen("result")
        _until(driver, lambda one: any(phone.cards for phone in one.values()))
        studio.take(driver, "wall-chat")


def _push_and_show(driver: Driver, studio: Studio, audience: str = "all", **fields: Any) -> None:
    batch_id = _push(driver, studio, audience, **fields)
    driver.program.navigator.show_batch(batch_id)
    driver.until_screen("result")
    driver.wait_until(lambda: driver.sees("result.wall"))


def _iphone(practice: PracticeHere) -> int:
    from tpns_desktop.practice.drawn_phones import drawn_phones

    phones = {one.name: one for one in drawn_phones(practice.world.population)}
    return phones["iphone"].device


def _phone(driver: Driver, key: str) -> Any:
    result: Any = driver.program.window.screen_widget("result")
    return result.wall.wall.phones[key]


def _until(driver: Driver, holds: Any) -> None:
    result: Any = driver.program.window.screen_widget("result")
    driver.wait_until(
        lambda: holds({key: one.picture for key, one in result.wall.wall.phones.items()})
    )


def _pace(practice: PracticeHere, pace: float) -> None:
    practice.world.timeline.set_pace(pace, now=time.time())
