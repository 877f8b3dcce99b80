"""A push from the first key to its figures, through the real window, over a real socket.

Whatever is written here arrives at the practice service byte for byte as it was reviewed.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import httpx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.driving import WAIT_MS, Driver, LiveHere, PracticeHere, running
from tpns_desktop.app import Practice
from tpns_desktop.ui.theme.theme import Theme

FAST = {"language": "en", "look": "light", "hold_s": "0"}
TITLE = "Sale tonight — 今晚开卖"
TEXT = "From 8 pm: everything 30% off.\nÉté, ☕ and 中文 alike."

Open = Callable[..., AbstractContextManager[Driver]]


@pytest.fixture
def service() -> Iterator[PracticeHere]:
    service = PracticeHere(devices=2000, pace=3600.0)
    yield service
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


def write_message(driver: Driver, title: str = TITLE, text: str = TEXT) -> None:
    driver.replace("message.title", title)
    driver.replace("message.content", text)


def choose_accounts(driver: Driver, accounts: tuple[str, ...] | list[str]) -> None:
    driver.segment("audience.kind", "account")
    driver.write("audience.account.text", "\n".join(accounts))


def reviewed_bodies(driver: Driver) -> dict[str, bytes]:
    """What the review shows, as a person copies it from the technical view."""
    driver.click("review.technical")
    bodies = {}
    review = driver.program.window.screen_widget("review").review  # type: ignore[attr-defined]
    for row in review.rows:
        driver.click(f"review.json.{row.platform}.copy")
        bodies[row.platform] = _clipboard().encode()
        assert bodies[row.platform] == row.body
    return bodies


def _clipboard() -> str:
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.clipboard().text()


def send_in_practice(driver: Driver) -> None:
    driver.click("review.send")
    driver.until_screen("result")


def until_state(driver: Driver, words: str) -> None:
    try:
        driver.wait_until(
            lambda: driver.sees("result.state") and words in driver.text("result.state")
        )
    except Exception:
        raise LookupError(f"{words!r} is not what it says:\n{driver.words()}") from None


def send_all_the_way(driver: Driver) -> dict[str, bytes]:
    """Review, copy what is shown, send, wait for the acceptance; what was reviewed."""
    driver.to_review()
    bodies = reviewed_bodies(driver)
    send_in_practice(driver)
    until_state(driver, "Accepted")
    return bodies


def assert_arrived(service: PracticeHere, reviewed: dict[str, bytes]) -> None:
    for platform in ("android", "ios"):
        expected = [reviewed[platform]] if platform in reviewed else []
        assert service.received(platform) == expected


# ----------------------------------------------------------------- it arrives as reviewed


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_push_to_one_to_three_accounts_arrives_as_reviewed(
    open_program: Open, service: PracticeHere, count: int
) -> None:
    accounts = service.info.accounts[:count]
    with open_program() as driver:
        driver.practise()
        choose_accounts(driver, accounts)
        write_message(driver)
        reviewed = send_all_the_way(driver)
        driver.until_words(*(row.push_id for row in service.world.applications["ios"].pushes))
    assert set(reviewed) == {"android", "ios"}
    assert_arrived(service, reviewed)
    for body in reviewed.values():
        sent = json.loads(body)
        assert sent["audience_type"] == "account_list"
        assert sent["account_list"] == list(accounts)
        assert (sent["message"]["title"], sent["message"]["content"]) == (TITLE, TEXT)


def test_a_push_to_two_tags_arrives_as_reviewed(open_program: Open, service: PracticeHere) -> None:
    tags = service.info.tags[:2]
    with open_program() as driver:
        driver.practise()
        driver.segment("audience.kind", "tag")
        chips = "audience.tag.groups.0.0.tags"
        for tag in tags:
            driver.write(driver.part(chips, "entry"), tag)
            driver.press(Qt.Key.Key_Return)
        driver.choose("audience.tag.groups.0.0.match", "all")
        write_message(driver)
        reviewed = send_all_the_way(driver)
    assert_arrived(service, reviewed)
    rules = json.loads(reviewed["android"])["tag_rules"]
    assert rules[0]["tag_items"][0]["tags"] == list(tags)
    assert rules[0]["tag_items"][0]["tags_operator"] == "AND"


def test_a_tag_still_being_typed_is_taken_in_when_review_is_asked_for_by_keys(
    open_program: Open, service: PracticeHere
) -> None:
    one, two = service.info.tags[:2]
    with open_program() as driver:
        driver.practise()
        driver.segment("audience.kind", "tag")
        entry = driver.part("audience.tag.groups.0.0.tags", "entry")
        driver.write(entry, one)
        driver.press(Qt.Key.Key_Return)
        write_message(driver)
        driver.write(driver.part("audience.tag.groups.0.0.tags", "entry"), two)
        driver.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        driver.until_screen("review")
        body = json.loads(reviewed_bodies(driver)["android"])
    assert body["tag_rules"][0]["tag_items"][0]["tags"] == [one, two]


def test_a_push_to_tags_or_other_tags_arrives_as_reviewed(
    open_program: Open, service: PracticeHere
) -> None:
    one, two, three = service.info.tags[:3]
    groups = "audience.tag.groups"
    with open_program() as driver:
        driver.practise()
        driver.segment("audience.kind", "tag")
        driver.write(driver.part(f"{groups}.0.0.tags", "entry"), one)
        driver.press(Qt.Key.Key_Return)
        driver.click(f"{groups}.0.add_row")
        driver.write(driver.part(f"{groups}.0.1.tags", "entry"), two)
        driver.press(Qt.Key.Key_Return)
        driver.choose(f"{groups}.0.1.match", "none")
        driver.click(f"{groups}.add_group")
        driver.write(driver.part(f"{groups}.1.0.tags", "entry"), three)
        driver.press(Qt.Key.Key_Return)
        write_message(driver)
        reviewed = send_all_the_way(driver)
    assert_arrived(service, reviewed)
    rules = json.loads(reviewed["ios"])["tag_rules"]
    assert [[item["tags"] for item in rule["tag_items"]] for rule in rules] == [
        [[one], [two]],
        [[three]],
    ]
    assert rules[0]["tag_items"][1]["is_not"] is True


def test_a_tag_is_kept_when_tab_leaves_it_with_its_suggestions_open(
    open_program: Open, service: PracticeHere
) -> None:
    with open_program() as driver:
        driver.practise()
        driver.segment("audience.kind", "tag")
        chips = "audience.tag.groups.0.0.tags"
        driver.write(driver.part(chips, "entry"), service.info.tags[0])
        driver.press(Qt.Key.Key_Tab)
        compose = driver.program.navigator.compose
        assert compose.binding.value("audience.tag.groups")[0][0]["tags"] == [service.info.tags[0]]


def test_a_push_to_everyone_arrives_as_reviewed(open_program: Open, service: PracticeHere) -> None:
    with open_program() as driver:
        driver.practise()
        driver.segment("audience.kind", "all")
        write_message(driver)
        reviewed = send_all_the_way(driver)
    assert set(reviewed) == {"android", "ios"}
    assert_arrived(service, reviewed)
    assert json.loads(reviewed["android"])["audience_type"] == "all"


@pytest.mark.parametrize("platform", ["android", "ios"])
def test_a_push_to_devices_is_one_request_to_their_system(
    open_program: Open, service: PracticeHere, platform: str
) -> None:
    tokens = service.info.tokens[platform][:2]
    with open_program() as driver:
        driver.practise()
        driver.segment("audience.kind", "device")
        driver.segment("audience.device.platform", platform)
        driver.write("audience.device.text", "\n".join(tokens))
        write_message(driver)
        reviewed = send_all_the_way(driver)
    assert set(reviewed) == {platform}
    assert_arrived(service, reviewed)
    assert json.loads(reviewed[platform])["token_list"] == list(tokens)


def test_tap_plan_and_text_message_travel_as_typed(
    open_program: Open, service: PracticeHere
) -> None:
    with open_program() as driver:
        driver.practise()
        choose_accounts(driver, service.info.accounts[:1])
        write_message(driver)
        driver.segment("message.tap.kind", "web")
        driver.write("message.tap.url", "https://shop.example.com/a?b=1&c=中")
        driver.click("sms.on")
        driver.pick("sms.template_id", "2103")
        driver.pick("sms.app_id", "1400006666")
        driver.pick("sms.sign_name", "演练商城")
        driver.write("sms.params.1", "4711")
        driver.click("plan.new")
        driver.write("plan.name", "First evening")
        driver.write("plan.description", "What it is for")
        driver.click("plan.add")
        driver.wait_until(lambda: not driver.sees("plan.add"))
        reviewed = send_all_the_way(driver)
    assert_arrived(service, reviewed)
    android = json.loads(reviewed["android"])
    assert android["message"]["android"]["action"]["browser"]["url"].startswith("https://shop.")
    plan = service.world.applications["android"].plans[android["plan_id"]]
    assert plan.name == "First evening"
    assert "4711" in json.dumps(android)


# --------------------------------------------------------------------- the child process


def test_the_practice_service_the_program_starts_by_itself_takes_a_push(
    open_program: Open,
) -> None:
    with open_program(Practice(devices=2000)) as driver:
        driver.practise()
        driver.segment("audience.kind", "account")
        driver.click("audience.examples")
        driver.to_review()
        send_in_practice(driver)
        until_state(driver, "Accepted")


def test_figures_grow(open_program: Open, service: PracticeHere) -> None:
    with open_program() as driver:
        driver.practise()
        driver.segment("audience.kind", "all")
        send_all_the_way(driver)
        driver.wait_until(lambda: driver.sees("result.channels"))
        before = driver.words()
        driver.wait_until(lambda: driver.words() != before)


# -------------------------------------------------------------------- nothing goes by itself


def test_cancel_in_the_hold_keeps_everything_here(
    open_program: Open, service: PracticeHere
) -> None:
    with open_program(settings=FAST | {"hold_s": "120"}) as driver:
        driver.practise()
        choose_accounts(driver, service.info.accounts[:2])
        driver.to_review()
        send_in_practice(driver)
        driver.click("result.cancel")
        until_state(driver, "Cancelled")
        driver.click("result.draft")
        driver.until_composed()
        assert driver.find_as(QLineEdit, "message.title").text()
        assert driver.find_as(QPlainTextEdit, "audience.account.text").toPlainText()
    assert_arrived(service, {})


def test_a_hold_stays_in_sight_on_every_page_and_can_be_cancelled_there(
    open_program: Open, service: PracticeHere
) -> None:
    with open_program(settings=FAST | {"hold_s": "120"}) as driver:
        driver.practise()
        choose_accounts(driver, service.info.accounts[:2])
        driver.to_review()
        send_in_practice(driver)
        driver.find("result.cancel")
        assert not driver.sees("hold.cancel")
        driver.click("rail.sent")
        driver.find("hold.cancel")
        driver.click("rail.compose")
        driver.click("hold.cancel")
        driver.wait_until(lambda: not driver.sees("hold.cancel"))
    assert_arrived(service, {})


def test_undo_keys_take_a_held_push_back(open_program: Open, service: PracticeHere) -> None:
    with open_program(settings=FAST | {"hold_s": "120"}) as driver:
        driver.practise()
        choose_accounts(driver, service.info.accounts[:2])
        driver.to_review()
        send_in_practice(driver)
        driver.find("result.cancel")
        driver.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        until_state(driver, "Cancelled")
    assert_arrived(service, {})


def test_closing_in_the_hold_sends_nothing_and_it_stands_under_sent_to_be_confirmed_again(
    open_program: Open, service: PracticeHere
) -> None:
    with open_program(settings=FAST | {"hold_s": "120"}) as driver:
        driver.practise()
        choose_accounts(driver, service.info.accounts[:2])
        driver.to_review()
        send_in_practice(driver)
        driver.find("result.cancel")
    with open_program() as driver:
        driver.until_composed()
        driver.click("rail.sent")
        driver.until_row("sent.table", "Not sent: confirm again")
    assert_arrived(service, {})


def test_neither_enter_nor_space_nor_ctrl_enter_sends_from_the_review(
    open_program: Open, service: PracticeHere
) -> None:
    with open_program() as driver:
        driver.practise()
        choose_accounts(driver, service.info.accounts[:1])
        driver.to_review()
        send = driver.find_as(QPushButton, "review.send")
        driver.wait_until(send.isEnabled)
        send.setFocus()
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            for modifiers in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ControlModifier,
            ):
                driver.press(key, modifiers)
        assert driver.screen == "review"
        assert send.isEnabled()
    assert_arrived(service, {})


def test_ctrl_enter_on_the_form_reviews_and_does_not_send(
    open_program: Open, service: PracticeHere
) -> None:
    with open_program() as driver:
        driver.practise()
        choose_accounts(driver, service.info.accounts[:1])
        driver.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        driver.until_screen("review")
    assert_arrived(service, {})


def test_a_double_click_on_send_sends_once(open_program: Open, service: PracticeHere) -> None:
    with open_program() as driver:
        driver.practise()
        choose_accounts(driver, service.info.accounts[:1])
        driver.to_review()
        reviewed = reviewed_bodies(driver)
        driver.click("review.send", double=True)
        driver.until_screen("result")
        until_state(driver, "Accepted")
    assert_arrived(service, reviewed)


def test_an_edit_after_the_review_needs_another_review(
    open_program: Open, service: PracticeHere
) -> None:
    with open_program() as driver:
        driver.practise()
        choose_accounts(driver, service.info.accounts[:1])
        write_message(driver, "First", "First text")
        driver.to_review()
        driver.click("review.change.what")
        driver.until_composed()
        driver.replace("message.title", "Second")
        driver.to_review()
        driver.until_words("Second")
        reviewed = reviewed_bodies(driver)
        send_in_practice(driver)
        until_state(driver, "Accepted")
    assert json.loads(reviewed["android"])["message"]["title"] == "Second"
    assert_arrived(service, reviewed)


def test_an_unfinished_push_leads_to_what_is_missing(
    open_program: Open, service: PracticeHere
) -> None:
    with open_program() as driver:
        driver.practise()
        driver.click("bottom.review")
        assert driver.screen == "compose"
        driver.until_words("to fix", "Choose who gets this.")
        focused = driver.window.focusWidget()
        assert focused is not None
        assert driver.find("audience.kind").isAncestorOf(focused)
    assert_arrived(service, {})


# ------------------------------------------------------------------------- other endings


def test_a_refused_push_says_so_and_keeps_the_draft(
    open_program: Open, service: PracticeHere
) -> None:
    with open_program() as driver:
        driver.practise()
        choose_accounts(driver, ["nobody_here_0001"])
        write_message(driver)
        driver.to_review()
        send_in_practice(driver)
        until_state(driver, "Refused")
        shown = driver.words()
        assert "10010005" not in shown  # codes live in the details for a developer
        driver.click("result.draft")
        driver.until_composed()
        accounts = driver.find_as(QPlainTextEdit, "audience.account.text").toPlainText()
        assert accounts == "nobody_here_0001"
        assert driver.find_as(QLineEdit, "message.title").text() == TITLE
    assert_arrived(service, {})


def test_an_unknown_device_leaves_it_open_whether_it_went_out_and_offers_no_second_push(
    open_program: Open, service: PracticeHere
) -> None:
    # No source says that 1008029 proves that nobody was reached.
    with open_program() as driver:
        driver.practise()
        driver.segment("audience.kind", "device")
        driver.segment("audience.device.platform", "android")
        driver.write("audience.device.text", "f" * 36)
        write_message(driver)
        driver.to_review()
        send_in_practice(driver)
        until_state(driver, "don't know")
        driver.until_words("It may have been. Don't send it again yet.")
        driver.click("rail.drafts")
        driver.find("drafts.write")  # the list is empty: the draft is kept, and not offered
        driver.click("rail.sent")
        driver.until_row("sent.table", TITLE, "1 device")
    assert_arrived(service, {})


def test_everything_is_there_after_a_restart(open_program: Open, service: PracticeHere) -> None:
    with open_program() as driver:
        driver.practise()
        driver.segment("audience.kind", "all")
        write_message(driver)
        send_all_the_way(driver)
        # Figures by channel, that is, more than the zeros from before its start.
        driver.wait_until(lambda: bool(driver.table("result.channels")))
        driver.click("result.new_push")
        driver.until_composed()
        driver.write("message.title", "Not sent yet")
        driver.wait_until(lambda: driver.text("window.status").startswith("Saved"))
    with open_program(settings=None) as driver:
        driver.until_composed()
        assert driver.find_as(QLineEdit, "message.title").text() == ""
        driver.click("rail.drafts")
        driver.until_row("drafts.table", "Not sent yet")
        driver.click("rail.sent")
        driver.until_row("sent.table", TITLE, "everyone in Demo Mall")
        # As far as it got by now: the list asks the service, which may have told more already.
        states = ("Accepted", "Being prepared", "Waiting", "Pushing", "Finished")
        assert any(state in driver.table("sent.table")[0] for state in states)
        assert any(
            cell.strip().isdigit()
            for cell in driver.table("sent.table")[0].replace(",", "").split("|")
        )


# ------------------------------------------------------------------------- language and look


def test_language_and_look_change_while_typing_and_nothing_is_lost(
    open_program: Open, service: PracticeHere
) -> None:
    with open_program() as driver:
        driver.practise()
        choose_accounts(driver, service.info.accounts[:3])
        write_message(driver)
        compose = driver.program.navigator.compose
        typed = compose.binding.draft
        for language, look in (("zh_CN", "dark"), ("en", "light"), ("zh_CN", "light")):
            driver.click("rail.settings")
            driver.segment("settings.language", language)
            driver.segment("settings.look", look)
            driver.click("rail.compose")
            driver.until_screen("compose")
            assert compose.binding.draft == typed
            assert driver.find_as(QLineEdit, "message.title").text() == TITLE
            accounts = driver.find_as(QPlainTextEdit, "audience.account.text").toPlainText()
            assert accounts.split("\n") == list(service.info.accounts[:3])
        driver.click("rail.settings")
        driver.segment("settings.language", "en")
        driver.click("rail.compose")
        reviewed = send_all_the_way(driver)
    assert_arrived(service, reviewed)


# ------------------------------------------------------------------------------------ live


@pytest.fixture
def live() -> LiveHere:
    return LiveHere()


def open_live_app(driver: Driver) -> None:
    driver.click("welcome.connect")
    driver.connect_live_app("Shop \uff12")


def test_everyone_on_a_live_app_wants_ticks_the_name_and_a_dialog(
    open_program: Open, live: LiveHere
) -> None:
    with open_program(client=live.client) as driver:
        open_live_app(driver)
        driver.segment("audience.kind", "all")
        write_message(driver)
        driver.to_review()
        driver.click("review.send")
        assert driver.window is driver.program.window  # ticks and name are missing: no dialog
        for tick in ("who", "what", "when", "test.none"):
            driver.click(f"review.tick.{tick}")
        driver.click("review.send")
        assert driver.window is driver.program.window
        driver.write("review.name", "Someone else")
        driver.click("review.send")
        assert driver.window is driver.program.window
        driver.replace("review.name", "shop 2")  # neither case nor width of a letter matters
        driver.click("review.send")
        send = driver.find("confirm.send")
        driver.wait_until(send.isEnabled)
        send.setFocus()
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            driver.press(key)
        assert driver.sees("confirm.send")
        driver.click("confirm.back")
        assert driver.screen == "review"
        driver.click("review.send")
        driver.click("confirm.send")
        driver.until_screen("result")
        driver.click("result.cancel")  # 30 s at least for everyone
        until_state(driver, "Cancelled")
    assert live.received("android") == []


def test_accounts_of_a_live_app_want_a_dialog_and_arrive_as_reviewed(
    open_program: Open, live: LiveHere
) -> None:
    accounts = live.world.population.known().accounts[:2]
    with open_program(client=live.client) as driver:
        open_live_app(driver)
        choose_accounts(driver, accounts)
        write_message(driver)
        driver.to_review()
        reviewed = reviewed_bodies(driver)
        driver.click("review.send")
        driver.click("confirm.send")
        driver.until_screen("result")
        until_state(driver, "Accepted")
    for platform in ("android", "ios"):
        assert live.received(platform) == [reviewed[platform]]


def test_enter_in_the_last_question_goes_back(open_program: Open, live: LiveHere) -> None:
    accounts = live.world.population.known().accounts[:2]
    with open_program(client=live.client) as driver:
        open_live_app(driver)
        choose_accounts(driver, accounts)
        write_message(driver)
        driver.to_review()
        driver.click("review.send")
        driver.find("confirm.send")
        driver.press(Qt.Key.Key_Return)
        driver.wait_until(lambda: not driver.sees("confirm.send"))
        assert driver.screen == "review"
    assert live.received("android") == []


def test_an_answer_that_never_comes_is_called_unknown(open_program: Open, live: LiveHere) -> None:
    async def cut(request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(0)
        raise httpx.ReadError("cut", request=request)

    live.answer = cut
    accounts = live.world.population.known().accounts[:2]
    with open_program(client=live.client) as driver:
        open_live_app(driver)
        choose_accounts(driver, accounts)
        write_message(driver)
        driver.to_review()
        driver.click("review.send")
        driver.click("confirm.send")
        driver.until_screen("result")
        until_state(driver, "don't know")
        driver.until_words("may have gone out")


def test_a_live_key_is_in_no_file(open_program: Open, live: LiveHere, home: Path) -> None:
    from tests.ui.driving import LIVE_KEY

    with open_program(client=live.client) as driver:
        open_live_app(driver)
        choose_accounts(driver, live.world.population.known().accounts[:1])
        driver.wait_until(lambda: driver.text("window.status").startswith("Saved"))
    files = [path for path in home.rglob("*") if path.is_file()]
    assert files
    for path in files:
        assert LIVE_KEY.encode() not in path.read_bytes(), path
