"""Whoever is quick, careless or unlucky at the window loses no text and sends nothing else.

Each test does at a bad moment what a person may do at any moment. The background is held up for
that, so that the moment does not depend on luck.
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui import pushes
from tests.ui.driving import WAIT_MS, Driver, LiveHere, PracticeHere, running
from tests.ui.pushes import NOW, FakeDesk
from tpns_desktop.send.desk import AskFailed, Desk, PracticeInfo
from tpns_desktop.send.results import Batch
from tpns_desktop.store.apps import App
from tpns_desktop.store.drafts import DraftRow
from tpns_desktop.store.errors import DiskFull
from tpns_desktop.store.settings import Settings
from tpns_desktop.ui.background import Background
from tpns_desktop.ui.screens.compose.screen import ComposeScreen
from tpns_desktop.ui.screens.results.screen import ResultScreen
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme

FAST = {"language": "en", "look": "light", "hold_s": "0"}

Open = Callable[..., AbstractContextManager[Driver]]


@pytest.fixture
def service() -> Iterator[PracticeHere]:
    service = PracticeHere(devices=500, limits=False)
    yield service
    service.close()


@pytest.fixture
def live() -> LiveHere:
    return LiveHere()


@pytest.fixture
def open_program(
    home: Path, service: PracticeHere, live: LiveHere, qtbot: QtBot, theme: Theme
) -> Open:
    """Gives one run after the other of the program in this test's home."""

    def start(practice: Any = service, **given: Any) -> AbstractContextManager[Driver]:
        def wait(condition: Callable[[], bool]) -> None:
            qtbot.waitUntil(condition, timeout=WAIT_MS)

        values = {"settings": FAST, "client": live.client} | given
        return running(home, practice, wait, **values)

    return start


@contextmanager
def held_up(driver: Driver) -> Iterator[None]:
    """Nothing in the background moves meanwhile: every save and every answer is on its way."""
    free, stuck = threading.Event(), threading.Event()

    def stand_still() -> None:
        stuck.set()
        assert free.wait(WAIT_MS / 1000)

    driver.program.background.post(stand_still)
    assert stuck.wait(WAIT_MS / 1000)
    try:
        yield
    finally:
        free.set()


def write(driver: Driver, title: str) -> None:
    driver.segment("audience.kind", "all")
    driver.replace("message.title", title)
    driver.replace("message.content", f"All about {title}.")


def by_title(driver: Driver, app_id: str = "practice") -> dict[str, DraftRow]:
    """The app's drafts, once everything asked for so far is done."""
    desk = driver.program.session.desk
    assert desk is not None
    return {row.title: row for row in driver.ask(desk.drafts(app_id))}


def stored(driver: Driver, app_id: str = "practice") -> list[str]:
    """Titles of the app's drafts, sorted, once everything asked for so far is done."""
    desk = driver.program.session.desk
    assert desk is not None
    return sorted(row.title for row in driver.ask(desk.drafts(app_id)))


def connect_shop(driver: Driver) -> App:
    """The live app "Shop" beside the practice app; it is then chosen."""
    session = driver.program.session
    driver.program.navigator.connect_app()
    driver.connect_live_app()
    driver.wait_until(lambda: session.app is not None and session.app.name == "Shop")
    assert session.app is not None
    return session.app


def leave(driver: Driver) -> None:
    driver.click("rail.settings")
    driver.until_screen("settings")


def pick(driver: Driver, title: str) -> None:
    """Mark the draft of this title in the list of drafts."""
    driver.until_row("drafts.table", title)
    view = driver.find_as(QAbstractItemView, "drafts.table")
    rows = driver.table("drafts.table")
    place = next(n for n, row in enumerate(rows) if title in row)
    view.setCurrentIndex(view.model().index(place, 0))


def with_two_drafts(driver: Driver) -> None:
    """Two drafts, "Apples" and "Pears", are stored; an empty Compose is in front."""
    driver.practise()
    navigator = driver.program.navigator
    for title in ("Apples", "Pears"):
        navigator.new_push()
        write(driver, title)
    navigator.new_push()
    assert stored(driver) == ["Apples", "Pears"]


# ------------------------------------------------------------------- each text under its own id


def test_a_draft_opened_while_another_is_being_saved_keeps_the_two_apart(
    open_program: Open,
) -> None:
    with open_program() as driver:
        with_two_drafts(driver)
        driver.click("rail.drafts")
        pick(driver, "Apples")
        driver.click("drafts.open")
        driver.until_screen("compose")
        rows = by_title(driver)
        with held_up(driver):
            driver.replace("message.title", "Red apples")
            leave(driver)  # the save is on its way, and so is the next edit's
            driver.click("rail.compose")
            driver.replace("message.title", "Green apples")
            driver.program.navigator.compose.open_draft(rows["Pears"])
        driver.replace("message.title", "Ripe pears")
        leave(driver)
        driver.wait_until(lambda: stored(driver) == ["Green apples", "Ripe pears"])


def test_a_tag_being_typed_is_taken_in_and_its_draft_can_be_left_for_another(
    open_program: Open,
) -> None:
    with open_program() as driver:
        with_two_drafts(driver)
        driver.segment("audience.kind", "tag")
        driver.write("message.title", "Plums")
        driver.write("message.content", "All about plums.")
        entry = driver.part("audience.tag.groups.0.0.tags", "entry")
        driver.type("vip\n", entry)
        driver.type("gol", entry)  # its suggestions are open, and the tag is not taken in yet
        driver.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        driver.until_screen("review")
        for title in ("Apples", "Plums", "Pears"):
            driver.click("rail.drafts")
            pick(driver, title)
            driver.click("drafts.open")
            driver.until_screen("compose")
        assert stored(driver) == ["Apples", "Pears", "Plums"]


def test_a_new_push_begun_while_a_draft_is_being_saved_is_a_draft_of_its_own(
    open_program: Open,
) -> None:
    with open_program() as driver:
        driver.practise()
        driver.program.navigator.new_push()
        stored_before = stored(driver)
        with held_up(driver):
            write(driver, "Apples")
            leave(driver)
            driver.program.navigator.new_push()
            write(driver, "Pears")
            leave(driver)
        driver.wait_until(lambda: stored(driver) == sorted([*stored_before, "Apples", "Pears"]))


def test_review_while_the_first_save_is_on_its_way_makes_no_second_draft(
    open_program: Open,
) -> None:
    with open_program() as driver:
        driver.practise()
        driver.program.navigator.new_push()
        stored_before = stored(driver)
        write(driver, "Apples")
        compose = driver.program.navigator.compose
        driver.wait_until(lambda: "Apples" in str(compose.binding.examination))
        with held_up(driver):
            leave(driver)
            driver.click("rail.compose")
            driver.click("bottom.review")
        driver.until_screen("review")
        assert stored(driver) == sorted([*stored_before, "Apples"])


def test_what_is_typed_while_a_save_is_on_its_way_survives_closing(open_program: Open) -> None:
    with open_program() as driver:
        driver.practise()
        driver.program.navigator.new_push()
        stored_before = stored(driver)
        with held_up(driver):
            write(driver, "Apples")
            leave(driver)
            driver.click("rail.compose")
            driver.replace("message.title", "Red apples")
            driver.program.window.close()
    with open_program() as driver:
        driver.until_composed()
        assert stored(driver) == sorted([*stored_before, "Red apples"])


def test_a_review_of_a_draft_that_was_left_meanwhile_is_not_shown(
    open_program: Open, service: PracticeHere
) -> None:
    with open_program() as driver:
        with_two_drafts(driver)
        rows = by_title(driver)
        compose = driver.program.navigator.compose
        compose.open_draft(rows["Apples"])
        driver.wait_until(lambda: "Apples" in str(compose.binding.examination))
        shown: list[object] = []
        compose.review_ready.connect(shown.append)
        with held_up(driver):
            driver.click("bottom.review")
            compose.open_draft(rows["Pears"])
        assert stored(driver) == ["Apples", "Pears"]
        assert (shown, driver.screen) == ([], "compose")
        assert driver.find_as(QLineEdit, "message.title").text() == "Pears"
        driver.to_review()
        (review,) = shown
        assert review.rows[0].facts.title == "Pears"  # type: ignore[attr-defined]


# ---------------------------------------------------------------------- each text in its own app


def test_a_draft_of_one_app_stays_there_when_another_app_is_chosen(
    open_program: Open, live: LiveHere
) -> None:
    with open_program() as driver:
        driver.practise()
        navigator, session = driver.program.navigator, driver.program.session
        practice = session.app
        shop = connect_shop(driver)
        session.choose_app(practice)
        navigator.new_push()
        before = stored(driver)
        write(driver, "Apples")  # not saved yet
        session.choose_app(shop)
        driver.wait_until(lambda: stored(driver) == sorted([*before, "Apples"]))
        assert driver.find_as(QLineEdit, "message.title").text() == "Apples"
        driver.replace("message.title", "Live apples")
        leave(driver)
        driver.wait_until(lambda: stored(driver, shop.id) == ["Live apples"])
        assert stored(driver) == sorted([*before, "Apples"])
        # Back again it is the same draft, not a third one.
        driver.click("rail.compose")
        session.choose_app(practice)
        driver.replace("message.title", "Old apples")
        leave(driver)
        driver.wait_until(lambda: stored(driver) == sorted([*before, "Old apples"]))
        assert stored(driver, shop.id) == ["Live apples"]


def test_a_draft_of_another_app_is_opened_as_a_copy(open_program: Open) -> None:
    with open_program() as driver:
        with_two_drafts(driver)
        row = by_title(driver)["Apples"]
        shop = connect_shop(driver)
        driver.program.navigator.compose.open_draft(row)
        driver.replace("message.title", "Live apples")
        leave(driver)
        driver.wait_until(lambda: stored(driver, shop.id) == ["Live apples"])
        assert stored(driver) == ["Apples", "Pears"]


class SlowPractice:
    """A practice service that takes as long to start as the test wants."""

    def __init__(self, service: PracticeHere) -> None:
        self.service = service
        self.may_start = threading.Event()
        self.may_start.set()

    @property
    def info(self) -> PracticeInfo:
        return self.service.info

    async def open(self, desk: Desk) -> App:
        while not self.may_start.is_set():
            await asyncio.sleep(0.005)
        return await self.service.open(desk)

    def close(self) -> None:
        self.may_start.set()


def test_practice_that_starts_late_does_not_take_the_window_from_the_app_chosen_since(
    open_program: Open, service: PracticeHere
) -> None:
    slow = SlowPractice(service)
    with open_program(practice=slow) as driver:
        driver.practise()
        session, window = driver.program.session, driver.program.window
        shop = connect_shop(driver)
        assert "Connected" not in driver.words()  # nobody has asked it anything
        driver.wait_until(lambda: window.apps.findData(shop.id) >= 0)
        practice, live = (window.apps.findData(id) for id in ("practice", shop.id))
        slow.may_start.clear()
        window.apps.setCurrentIndex(practice)
        window.apps.activated.emit(practice)
        window.apps.setCurrentIndex(live)
        window.apps.activated.emit(live)
        slow.may_start.set()
        driver.wait_until(lambda: window.status.text() != "Starting the practice service…")
        assert session.app is not None
        assert (session.app.id, window.apps.currentData()) == (shop.id, shop.id)


def test_changing_an_app_in_the_settings_does_not_choose_it(open_program: Open) -> None:
    with open_program() as driver:
        driver.practise()
        session, navigator = driver.program.session, driver.program.navigator
        practice = session.app
        shop = connect_shop(driver)
        session.choose_app(practice)
        navigator.change_app(shop)
        driver.replace("connect.name", "Shop 2")
        driver.click("connect.save")
        apps = driver.program.window.apps
        driver.wait_until(lambda: apps.findText("Shop 2", Qt.MatchFlag.MatchContains) >= 0)
        assert session.app is not None
        assert session.app.id == "practice"


# ------------------------------------------------------------------------------ a disk that is full


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[tuple[ComposeScreen, FakeDesk]]:
    """Compose over a desk that answers what the test wants."""
    background = Background()
    desk = FakeDesk(**{"plan_book.all": []}, context=builders.context())
    desk.answers["save_draft"] = lambda app_id, draft_id, data: _row(app_id, draft_id, data)
    session = Session(background, Settings.load(tmp_path / "settings.ini"))
    session.app = builders.app()
    session.open(desk)  # type: ignore[arg-type]  # stands in for the desk
    screen = ComposeScreen(session)
    screen.session = session  # type: ignore[attr-defined]
    qtbot.addWidget(screen)
    screen.resize(1200, 900)
    screen.show()
    yield screen, desk
    background.close()


def _row(app_id: str, draft_id: str | None, data: Any) -> Any:
    return pushes.draft_row(id=draft_id or "made", app_id=app_id, data=dict(data))


def saved(desk: FakeDesk) -> list[tuple[str, str]]:
    """(app, title) of every save that was asked for."""
    return [(app_id, data["message"]["title"]) for app_id, _, data in desk.calls("save_draft")]


def test_what_the_disk_refused_is_saved_as_soon_as_it_can_be(
    page: tuple[ComposeScreen, FakeDesk], qtbot: QtBot
) -> None:
    screen, desk = page
    told: list[Any] = []
    screen.session.failed.connect(lambda *what: told.append(what))  # type: ignore[attr-defined]
    works = desk.answers["save_draft"]
    desk.answers["save_draft"] = DiskFull()
    screen.binding.set_value("message.title", "Apples")
    screen.hide()
    qtbot.waitUntil(lambda: len(told) == 1)
    # Nobody types any more; the disk has room again; another draft is begun.
    desk.answers["save_draft"] = works
    screen.show()
    screen.start_new()
    qtbot.waitUntil(lambda: len(saved(desk)) == 2)
    ids = {draft_id for _, draft_id, _ in desk.calls("save_draft")}
    assert saved(desk) == [("shop", "Apples")] * 2
    assert len(ids) == 1


def test_a_draft_left_while_the_disk_is_full_is_saved_later(
    page: tuple[ComposeScreen, FakeDesk], qtbot: QtBot
) -> None:
    screen, desk = page
    works = desk.answers["save_draft"]
    desk.answers["save_draft"] = DiskFull()
    screen.binding.set_value("message.title", "Apples")
    screen.start_new()
    screen.binding.set_value("message.title", "Pears")
    screen.hide()
    qtbot.waitUntil(lambda: {title for _, title in saved(desk)} == {"Apples", "Pears"})
    desk.asked.clear()
    desk.answers["save_draft"] = works

    def comes_and_goes() -> bool:
        screen.show()
        screen.hide()
        return {title for _, title in saved(desk)} == {"Apples", "Pears"}

    qtbot.waitUntil(comes_and_goes)


def test_what_is_typed_before_an_app_is_there_is_saved_once_it_is(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    background = Background()
    desk = FakeDesk(**{"plan_book.all": []}, context=builders.context())
    desk.answers["save_draft"] = _row
    session = Session(background, Settings.load(tmp_path / "settings.ini"))
    screen = ComposeScreen(session)
    qtbot.addWidget(screen)
    screen.binding.set_value("message.title", "Apples")
    screen.binding.save_due.emit()  # a second later the core is still loading
    session.open(desk)  # type: ignore[arg-type]
    session.choose_app(builders.app())
    qtbot.waitUntil(lambda: saved(desk) == [("shop", "Apples")])
    background.close()


# ----------------------------------------------------------------------------- facts of another app


def test_the_plan_stays_when_the_same_app_is_chosen_again(
    page: tuple[ComposeScreen, FakeDesk], qtbot: QtBot
) -> None:
    screen, desk = page
    desk.answers["plan_book.all"] = [builders.plan()]
    session: Session = screen.session  # type: ignore[attr-defined]
    session.choose_app(session.app)
    qtbot.waitUntil(lambda: screen.plan.plan.found() == 1)
    screen.binding.set_value("plan", "plan1")
    session.choose_app(builders.app(colour="#123456"))
    assert screen.binding.value("plan") == "plan1"
    session.choose_app(builders.app(id="other"))
    assert screen.binding.value("plan") is None
    session.choose_app(builders.app())
    assert screen.binding.value("plan") == "plan1"


def test_an_earlier_push_of_one_app_is_never_replaced_in_another(
    page: tuple[ComposeScreen, FakeDesk],
) -> None:
    screen, _ = page
    session: Session = screen.session  # type: ignore[attr-defined]
    replaced = {"android": "77", "ios": "78", "title": "Sale at 8"}
    named = [{"name": "Li", "token": "t" * 36, "platform": "android"}]
    made = builders.draft("device", schedule__replaces=replaced)
    made["audience"]["device"] |= {"text": "", "named": named}
    row = pushes.draft_row(id="made", app_id="shop", data=made)
    session.choose_app(builders.app())
    screen.open_draft(row)
    for _ in range(2):
        session.choose_app(builders.app(id="other"))
        nothing = {"android": "", "ios": "", "title": ""}
        assert screen.binding.value("schedule.replaces") == nothing
        assert screen.binding.value("audience.device.named") == []
        session.choose_app(builders.app())
        assert screen.binding.value("schedule.replaces") == replaced
        assert screen.binding.value("audience.device.named") == named
    session.choose_app(builders.app(id="other"))
    screen.open_draft(row)  # in a copy of it
    assert screen.binding.value("schedule.replaces") == nothing
    session.choose_app(builders.app())
    assert screen.binding.value("schedule.replaces") == replaced


def test_the_size_of_everyone_is_never_that_of_another_app(
    page: tuple[ComposeScreen, FakeDesk], qtbot: QtBot
) -> None:
    from tpns_desktop.send.audiences import Reach

    screen, desk = page
    session: Session = screen.session  # type: ignore[attr-defined]
    held: list[str] = []

    def reach(app_id: str, _draft: Any) -> Any:
        held.append(app_id)
        session.background.to_window(lambda: session.choose_app(builders.app(id="other")))
        desk.answers["audiences.reach"] = RuntimeError()
        return Reach(total=1_234_567, peak=345_678, day=NOW.date(), read_at=NOW, stale=False)

    desk.answers["audiences.reach"] = reach
    screen.binding.set_value("audience.kind", "all")
    session.choose_app(builders.app())
    qtbot.waitUntil(lambda: len(desk.calls("audiences.reach")) >= 2)
    qtbot.waitUntil(lambda: desk.asked[-1][0] == "context")
    assert held == ["shop"]
    assert "1,234,567" not in screen.audience.everyone.text()


# ------------------------------------------------------------------------- confirmed exactly once


def accounts_of(driver: Driver, service: PracticeHere, title: str) -> None:
    driver.segment("audience.kind", "account")
    driver.replace("audience.account.text", "\n".join(service.info.accounts[:2]))
    driver.replace("message.title", title)
    driver.replace("message.content", f"All about {title}.")


def titles(service: PracticeHere) -> list[str]:
    return [json.loads(body)["message"]["title"] for body in service.received("android")]


def batches(driver: Driver) -> list[Batch]:
    desk = driver.program.session.desk
    assert desk is not None
    return driver.ask(desk.batches("practice"))


def test_whatever_is_pressed_while_a_confirmation_is_on_its_way_it_is_given_once(
    open_program: Open, service: PracticeHere
) -> None:
    with open_program() as driver:
        driver.practise()
        driver.program.navigator.new_push()
        accounts_of(driver, service, "Apples")
        driver.to_review()
        send = driver.find_as(QPushButton, "review.send")
        with held_up(driver):
            driver.click(send, double=True)
            for key in (Qt.Key.Key_S, Qt.Key.Key_S):
                driver.press(key, Qt.KeyboardModifier.AltModifier)
            send.click()
            driver.press(Qt.Key.Key_Escape)
            driver.until_screen("compose")
            driver.replace("message.title", "Pears")
            driver.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        driver.until_screen("result")
        driver.wait_until(lambda: [b.state for b in batches(driver)] == ["accepted"])
        assert [b.title for b in batches(driver)] == ["Apples"]
        # What was typed meanwhile is a draft; it was neither sent nor lost.
        driver.wait_until(lambda: stored(driver) == ["Pears"])
        assert driver.screen == "result"
    assert titles(service) == ["Apples"]


def test_an_edit_on_its_way_to_the_disk_voids_the_review_it_overtook(
    open_program: Open, service: PracticeHere
) -> None:
    with open_program() as driver:
        driver.practise()
        driver.program.navigator.new_push()
        accounts_of(driver, service, "Apples")
        compose = driver.program.navigator.compose
        driver.wait_until(lambda: "Apples" in str(compose.binding.examination))
        with held_up(driver):
            driver.click("bottom.review")
            driver.replace("message.title", "Pears")
        driver.until_screen("review")
        driver.click("review.send")
        driver.wait_until(lambda: driver.sees("review.problem"))
        assert driver.screen == "review"
        assert not driver.find_as(QPushButton, "review.send").isEnabled()
        assert batches(driver) == []
        assert stored(driver) == ["Pears"]
    assert titles(service) == []


def test_review_pressed_before_the_checks_can_run_is_not_forgotten(
    open_program: Open, service: PracticeHere
) -> None:
    with open_program() as driver:
        driver.practise()
        session = driver.program.session
        driver.program.navigator.new_push()
        accounts_of(driver, service, "Apples")
        with held_up(driver):
            session.choose_app(session.app)  # everything about it is read anew
            driver.click("bottom.review")
            assert driver.screen == "compose"
        driver.until_screen("review")


def test_another_app_chosen_between_click_and_confirmation_gets_nothing(
    open_program: Open, service: PracticeHere, live: LiveHere
) -> None:
    with open_program() as driver:
        driver.practise()
        session, navigator = driver.program.session, driver.program.navigator
        practice = session.app
        shop = connect_shop(driver)
        session.choose_app(practice)
        navigator.new_push()
        accounts_of(driver, service, "Apples")
        driver.to_review()
        with held_up(driver):
            session.choose_app(shop)
            assert not driver.find_as(QPushButton, "review.send").isEnabled()
        driver.press(Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
        assert batches(driver) == []
        session.choose_app(practice)  # coming back does not bring the review back
        driver.press(Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
        assert batches(driver) == []
    assert titles(service) == []
    assert live.received("android") == []


# ------------------------------------------------------------------------ words that must be true


@pytest.fixture
def result(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[tuple[ResultScreen, FakeDesk]]:
    """The Result page of a push on hold, over a desk that answers what the test wants."""
    background = Background()
    desk = FakeDesk(batch=on_hold(), cancel=True, refresh=AskFailed("read_timeout"))
    session = Session(background, Settings.load(tmp_path / "settings.ini"))
    session.app = builders.app()
    session.open(desk)  # type: ignore[arg-type]  # stands in for the desk
    screen = ResultScreen(session)
    screen.session = session  # type: ignore[attr-defined]
    qtbot.addWidget(screen)
    screen.show_batch("batch1")
    screen.show()
    qtbot.waitUntil(screen.hold.isVisible)
    yield screen, desk
    background.close()


def on_hold(**changes: Any) -> Batch:
    now = datetime.now(UTC)
    held: dict[str, Any] = {"state": "held", "hold_until": now + timedelta(minutes=1)}
    return pushes.batch(**held | {"created_at": now} | changes)


@pytest.mark.parametrize(
    ("state", "left"),
    [
        ("withdrawn", False),
        ("not_sent", False),
        ("sending", True),
        ("accepted", True),
        ("rejected", True),
        ("unknown", True),
    ],
)
def test_too_late_is_said_only_when_something_left(
    result: tuple[ResultScreen, FakeDesk], qtbot: QtBot, state: str, left: bool
) -> None:
    screen, desk = result
    desk.answers.update(cancel=False, batch=on_hold(state=state, hold_until=None))
    screen.hold.cancel.click()
    qtbot.waitUntil(screen.hold.isHidden)
    qtbot.waitUntil(lambda: not screen.state.isHidden() and bool(screen._endings))
    assert screen.problem.isVisible() is left


def test_news_while_a_push_is_being_taken_back_offer_no_second_cancel(
    result: tuple[ResultScreen, FakeDesk], qtbot: QtBot
) -> None:
    screen, desk = result
    session: Session = screen.session  # type: ignore[attr-defined]
    free = threading.Event()
    before = len(desk.calls("batch"))
    session.batch_changed.emit("batch1")  # this answer comes after the click
    qtbot.waitUntil(lambda: len(desk.calls("batch")) > before)
    session.background.post(lambda: _stand(free))
    screen.hold.cancel.click()
    assert not screen.hold.cancel.isEnabled()
    screen._on_batch(on_hold())
    assert not screen.hold.cancel.isEnabled()
    assert "Taking it back" in screen.hold.text()
    free.set()
    qtbot.waitUntil(lambda: len(desk.calls("cancel")) == 1)


def _stand(free: threading.Event) -> None:
    assert free.wait(WAIT_MS / 1000)


def test_what_became_of_a_cancel_is_not_told_of_another_push(
    result: tuple[ResultScreen, FakeDesk], qtbot: QtBot
) -> None:
    screen, desk = result
    session: Session = screen.session  # type: ignore[attr-defined]
    free = threading.Event()
    session.background.post(lambda: _stand(free))
    desk.answers.update(
        cancel=False,
        batch=lambda id: on_hold(batch_id=id, state="accepted" if id == "batch1" else "held"),
    )
    screen.hold.cancel.click()
    screen.show_batch("batch2")
    free.set()
    qtbot.waitUntil(screen.hold.isVisible)
    qtbot.waitUntil(lambda: len(desk.calls("batch")) >= 2)
    session.batch_changed.emit("batch2")
    qtbot.waitUntil(lambda: len(desk.calls("batch")) >= 3)
    assert screen.problem.isHidden()
    assert screen.hold.cancel.isEnabled()
