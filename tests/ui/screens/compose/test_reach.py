"""The reach line of Compose: what is kept at once, then what is newer; never a bare number."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.send.builders import context
from tests.ui.pushes import NOW, FakeDesk, draft_row
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.audiences import Reach, TagReach
from tpns_desktop.ui.screens.compose.screen import ComposeScreen
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.words.numbers import grouped

KEPT = Reach("all", 1_200_000, 310_000, NOW.date(), NOW, stale=False)


@pytest.fixture
def desk(desk: FakeDesk) -> FakeDesk:
    desk.answers.update({"plan_book.all": [], "context": context(), "save_draft": draft_row()})
    desk.answers["audiences.reach"] = KEPT
    return desk


@pytest.fixture
def make(session: Session, desk: FakeDesk, qtbot: QtBot, theme: Theme) -> Any:
    def made() -> ComposeScreen:
        screen = ComposeScreen(session)
        qtbot.addWidget(screen)
        screen.resize(1200, 900)
        with qtbot.waitExposed(screen):
            screen.show()
        return screen

    return made


def choose(screen: ComposeScreen, kind: str, **tag: Any) -> None:
    if tag:
        row = {"tag_type": "xg_auto_province", "match": "any", "tags": ["guangdong"], **tag}
        screen.binding.set_value("audience.tag.groups", [[row]])
    screen.binding.set_value("audience.kind", kind)


def test_everyone_has_a_number_its_source_and_its_age(make: Any, qtbot: QtBot) -> None:
    screen = make()
    choose(screen, "all")
    qtbot.waitUntil(lambda: grouped(1_200_000) in screen.audience.everyone.text())
    qtbot.waitUntil(lambda: "TPNS statistics of" in screen.audience.reach.text())
    assert "read " in screen.audience.reach.text()


def test_numbers_of_another_day_are_read_anew_once_and_stay_when_that_fails(
    make: Any, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["audiences.reach"] = replace(KEPT, stale=True)
    desk.answers["audiences.read"] = AskFailed("dns")
    screen = make()
    choose(screen, "all")
    qtbot.waitUntil(lambda: "could not be asked" in screen.audience.reach.text())
    assert grouped(1_200_000) in screen.audience.everyone.text()
    seen = len(desk.calls("audiences.reach"))
    choose(screen, "account")
    qtbot.waitUntil(lambda: len(desk.calls("audiences.reach")) == seen + 1)
    choose(screen, "all")
    qtbot.waitUntil(lambda: len(desk.calls("audiences.reach")) == seen + 2)
    qtbot.waitUntil(lambda: "could not be asked" in screen.audience.reach.text())
    assert len(desk.calls("audiences.read")) == 1


def test_a_person_can_have_it_counted_again(make: Any, desk: FakeDesk, qtbot: QtBot) -> None:
    desk.answers["audiences.read"] = replace(KEPT, total=1_300_000)
    screen = make()
    choose(screen, "all")
    qtbot.waitUntil(screen.audience.read_again.isVisible)
    qtbot.mouseClick(screen.audience.read_again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: grouped(1_300_000) in screen.audience.everyone.text())
    assert desk.calls("audiences.read")[-1][2] is True


def test_tags_are_counted_as_they_are_chosen(make: Any, desk: FakeDesk, qtbot: QtBot) -> None:
    def reach(_app: str, draft: Any) -> Reach:
        if draft["audience"]["kind"] != "tag":
            return KEPT
        (row,) = draft["audience"]["tag"]["groups"][0]
        tags = tuple(
            TagReach(row["tag_type"], tag, 12_300, "distribution", NOW.date(), NOW)
            for tag in row["tags"]
        )
        return replace(KEPT, kind="tag", tags=tags)

    desk.answers["audiences.reach"] = reach
    screen = make()
    choose(screen, "tag", tags=["guangdong"])
    qtbot.waitUntil(lambda: grouped(12_300) in screen.audience.reach.text())
    assert "guangdong" in screen.audience.reach.text()
    choose(screen, "account")
    qtbot.waitUntil(lambda: not screen.audience.read_again.isVisible())


def test_a_value_that_tpns_writes_otherwise_is_answered_by_those_it_knows(
    make: Any, desk: FakeDesk, qtbot: QtBot
) -> None:
    day = NOW.date()
    tag = TagReach("xg_auto_province", "广东", 0, "distribution", day, NOW, ("guangdong", "hunan"))
    desk.answers["audiences.reach"] = replace(KEPT, kind="tag", tags=(tag,))
    screen = make()
    choose(screen, "tag", tags=["广东"])
    qtbot.waitUntil(lambda: "TPNS knows: guangdong, hunan" in screen.audience.reach.text())
    # The ways beside the lines begin at their first one, both on one height.
    screen.audience.examples.show()
    qtbot.waitUntil(lambda: screen.audience.examples.y() == screen.audience.read_again.y())


def test_another_app_never_shows_the_numbers_of_the_first(
    make: Any, session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    screen = make()
    choose(screen, "all")
    qtbot.waitUntil(lambda: grouped(1_200_000) in screen.audience.everyone.text())
    desk.answers["audiences.reach"] = Reach("all", stale=False)
    desk.answers["context"] = context(app=builders.app(id="other"))
    session.choose_app(builders.app(id="other"))
    choose(screen, "all")
    assert grouped(1_200_000) not in screen.audience.everyone.text()
    qtbot.waitUntil(lambda: "not known" in screen.audience.reach.text())
