"""The form of texts in the whole program, with the account that practice plays."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui.driving import WAIT_MS, Driver, PracticeHere, running
from tpns_desktop.send.sms_desk import TemplateForm
from tpns_desktop.ui.theme.theme import Theme

FAST = {"language": "en", "look": "light", "hold_s": "0"}


@pytest.fixture
def service() -> Iterator[PracticeHere]:
    service = PracticeHere(devices=500)
    yield service
    service.close()


@pytest.fixture
def wait(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    return lambda condition: qtbot.waitUntil(condition, timeout=WAIT_MS)


def test_a_text_is_put_together_from_what_the_account_has(
    home: object, service: PracticeHere, wait: Callable[..., None], theme: Theme
) -> None:
    with running(home, service, wait, settings=FAST) as driver:  # type: ignore[arg-type]
        driver.practise()
        driver.segment("audience.kind", "account")
        driver.click("audience.examples")
        driver.click("sms.on")
        driver.pick("sms.template_id", "2107")
        driver.pick("sms.sign_name", "DemoMall")
        driver.pick("sms.app_id", "1400006666")
        driver.write("sms.params.1", "4711")
        driver.until_words("[DemoMall]Your order 4711 is on its way.", "87,500")
        driver.click("sms.template_id")
        driver.show_pick("2105")
        assert "模板不能只有变量" in driver.text("sms.pick.error")
        assert not driver.find("sms.pick.do").isEnabled()
        driver.click("sms.pick.back")
        driver.wait_until(lambda: not driver.sees("sms.pick.back"))
        driver.click("sms.setup")
        driver.until_screen("sms_setup")


def test_a_template_that_is_another_one_by_now_stops_on_the_way_to_the_review(
    home: object, service: PracticeHere, wait: Callable[..., None], theme: Theme
) -> None:
    with running(home, service, wait, settings=FAST) as driver:  # type: ignore[arg-type]
        driver.practise()
        desk, app = driver.program.session.desk, driver.program.session.app
        assert desk is not None
        assert app is not None
        # As it was typed once; the account has had other words since.
        driver.ask(desk.sms.add_template(app.id, TemplateForm("2103", "Your code is {1}.")))
        driver.program.navigator.compose.start_new(_texting("2103"))
        driver.until_settled()
        driver.click("bottom.review")
        driver.until_words("Before: “Your code is {1}.”", "Now: “验证码 {1}")
        assert driver.screen == "compose"
        _look_and_go_on(driver)


def _look_and_go_on(driver: Driver) -> None:
    driver.until_settled()
    driver.click("bottom.review")
    driver.until_screen("review")


def _texting(template_id: str) -> dict[str, object]:
    draft = builders.draft("all")
    draft["sms"] |= {
        "on": True,
        "template_id": template_id,
        "app_id": "1400006666",
        "sign_name": "演练商城",
        "params": ["4711"],
    }
    return draft
