"""The three pushes that the service's own introduction tells of, played in practice by hand.

Whom each has to reach is worked out here, from what the service tells of each user over the wire
to a stranger's client; whom it did reach is what the service of practice has counted after a week.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import httpx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.practice.chat import WEEK_S, user_sig
from tests.ui.chat_hands import speak
from tests.ui.driving import WAIT_MS, Driver, PracticeHere, running
from tpns_desktop.practice.chat_state import ChatPush
from tpns_desktop.ui.screens.chat.header import SCHEDULED, SENT
from tpns_desktop.ui.theme.theme import Theme

FAST = {"language": "en", "look": "light", "hold_s": "0"}
ASKED_AT_ONCE = 100

User = tuple[set[str], Mapping[str, str]]
"""The tags and the attributes of one."""
Meant = Callable[[set[str], Mapping[str, str]], bool]


@pytest.fixture
def practice() -> Iterator[PracticeHere]:
    service = PracticeHere(devices=1000)
    yield service
    service.close()


@pytest.fixture
def driver(tmp_path: Path, practice: PracticeHere, qtbot: QtBot, theme: Theme) -> Iterator[Driver]:
    """A program in practice, on the page of Chat."""
    del theme

    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=WAIT_MS)

    with running(tmp_path, practice, wait, settings=FAST) as driver:
        driver.practise()
        driver.click("rail.chat")
        driver.until_screen("chat")
        yield driver


# ----------------------------------------------------------------------- whom it has to reach


def told(practice: PracticeHere, command: str, key: str, accounts: Sequence[str]) -> list[Any]:
    """What the service answers over the wire to a question about accounts."""
    chat, keys = practice.info.chat, practice.world.chat.keys
    assert chat is not None
    own = {"key": keys.secret_key, "TLS.sdkappid": chat.sdkappid}
    query = {
        "sdkappid": str(chat.sdkappid),
        "identifier": chat.identifier,
        "usersig": user_sig(chat.identifier, time.time(), **own),
        "random": "99999999",
        "contenttype": "json",
    }
    rows: list[Any] = []
    with httpx.Client(base_url=chat.url, trust_env=False) as client:
        for start in range(0, len(accounts), ASKED_AT_ONCE):
            body = {"To_Account": accounts[start : start + ASKED_AT_ONCE]}
            answer = client.post(f"/v4/all_member_push/{command}", params=query, json=body).json()
            assert answer["ErrorCode"] == 0, answer
            rows += answer[key]
    return rows


def users_of(practice: PracticeHere) -> dict[str, User]:
    """Everybody whom Chat knows, found by asking for the names of all people of practice."""
    people = practice.world.population.people
    accounts = [people.account(0, number) or "" for number in range(people.count)]
    tags = told(practice, "im_get_tag", "UserTags", accounts)
    attributes = told(practice, "im_get_attr", "UserAttrs", [one["To_Account"] for one in tags])
    values = {one["To_Account"]: one["Attrs"] for one in attributes}
    return {one["To_Account"]: (set(one["Tags"]), values[one["To_Account"]]) for one in tags}


def named(users: Mapping[str, User], meant: Meant) -> set[str]:
    """The accounts of those whom a rule means."""
    found = set()
    for account, (tags, attributes) in users.items():
        if meant(tags, attributes):
            found.add(account)
    return found


def reached(practice: PracticeHere, push: ChatPush, after_s: float) -> set[str]:
    """Who has got a push after so many simulated seconds, as the service of practice counts."""
    chat = practice.world.chat
    now = chat.timeline.after(push.at, after_s)
    return {chat.people.account(user) for user in chat.received(push, now)}


def everyone(_tags: set[str], _attributes: Mapping[str, str]) -> bool:
    return True


def follows_a_or_b(tags: set[str], _attributes: Mapping[str, str]) -> bool:
    return "stock A" in tags or "stock B" in tags


def platinum_in_shenzhen(_tags: set[str], attributes: Mapping[str, str]) -> bool:
    return attributes.get("Membership") == "platinum" and attributes.get("City") == "Shenzhen"


# ------------------------------------------------------------------------------------- by hand


def choose_example(driver: Driver, name: str) -> None:
    """Open the menu of examples and go down to this one."""
    driver.click("chat.examples")
    driver.wait_until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.text() for action in menu.actions()]
    for _ in range(names.index(name) + 1):
        driver.press(Qt.Key.Key_Down)
    driver.press(Qt.Key.Key_Return)
    driver.wait_until(lambda: driver.text("chat.title") == name)


def until_names_are_read(driver: Driver) -> None:
    """Where attributes are chosen, their names are asked for: whoever is faster has to tick."""
    driver.wait_until(
        lambda: not driver.sees("chat.names") or "Names read" in driver.text("chat.names")
    )


def send(driver: Driver, practice: PracticeHere, *said: str) -> ChatPush:
    """Review, read it back, confirm, and wait for the result; what the service took in."""
    before = set(practice.world.chat.pushes)
    driver.click("bottom.review")
    driver.until_screen("review")
    driver.until_words(*said)
    driver.click("review.send")
    driver.until_screen("result")
    driver.wait_until(lambda: len(practice.world.chat.pushes) > len(before))
    (task,) = set(practice.world.chat.pushes) - before
    driver.until_words("Accepted by Chat", task)
    return practice.world.chat.pushes[task]


def write_another(driver: Driver) -> None:
    """From the result back to an empty page."""
    driver.click("result.new_push")
    driver.until_screen("chat")
    driver.wait_until(lambda: driver.text("chat.title") == "Push to all users")


EXAMPLES: tuple[tuple[str, str, Meant], ...] = (
    ("Everyone, a week before an event", "All users of the app.", everyone),
    (
        "Followers of stock A or stock B",
        "All users with any of the tags “stock A” or “stock B”.",
        follows_a_or_b,
    ),
    (
        "Platinum members in Shenzhen",
        "All users whose Membership is “platinum” and City is “Shenzhen”.",
        platinum_in_shenzhen,
    ),
)


def test_each_example_reaches_within_a_week_exactly_the_users_that_it_names(
    driver: Driver, practice: PracticeHere
) -> None:
    users = users_of(practice)
    for example, sentence, meant in EXAMPLES:
        choose_example(driver, example)
        until_names_are_read(driver)
        push = send(driver, practice, sentence, "for users who are offline")
        wanted = named(users, meant)
        assert wanted
        assert reached(practice, push, WEEK_S) == wanted
        # some were away when it left, and it has waited for them
        assert reached(practice, push, 60) < wanted
        write_another(driver)


def test_written_by_hand_they_reach_the_same_and_unkept_only_who_is_online(
    driver: Driver, practice: PracticeHere
) -> None:
    users = users_of(practice)
    driver.segment("chat.tabs", SENT)
    driver.click("chat.sent.first")  # nothing stands there yet but the way to a first push
    driver.segment("audience.kind", "attributes")
    for place, (name, value) in enumerate((("Membership", "platinum"), ("City", "Shenzhen"))):
        driver.click("audience.attributes.all.add")
        driver.write(f"audience.attributes.all.{place}.name", name)
        driver.write(f"audience.attributes.all.{place}.value", value)
    driver.segment("message.life_s", "604800")
    until_names_are_read(driver)
    driver.write("message.elements.0.text", "The preview sale in Shenzhen opens tonight")
    push = send(driver, practice, "All users whose Membership is “platinum” and City is “Shenzhen”")
    assert reached(practice, push, WEEK_S) == named(users, platinum_in_shenzhen)

    # the event begins: everyone again, for those who are there at that moment
    write_another(driver)
    driver.segment("audience.kind", "all")
    driver.segment("message.life_s", "0")
    driver.write("message.elements.0.text", "The show begins")
    push = send(driver, practice, "All users of the app.")
    chat = practice.world.chat
    sent = chat.timeline.between(0.0, push.at)
    online = {
        chat.people.account(user)
        for user, wait_s in chat.people.waits(range(chat.people.count), sent)
        if wait_s == 0
    }
    assert online < set(users)
    assert reached(practice, push, WEEK_S) == online
    speak(driver, "timpush_chat")
    driver.click("rail.chat")
    driver.segment("chat.tabs", SCHEDULED)
    driver.click("chat.tasks.first")
    driver.find("schedule.kind")
