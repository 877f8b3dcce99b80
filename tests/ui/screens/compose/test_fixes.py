"""The button beside each check: it mends the thing, or leads to where a person does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.send.catalogue import ALSO, CASES, Case, tap
from tests.ui.pushes import FakeDesk, draft_row
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.checks import CHECKS, Finding, examine
from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.fixes import LEADING, OUTSIDE, mended
from tpns_desktop.ui.screens.compose.screen import ComposeScreen
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme

EVERY = [*CASES.items(), *ALSO]


def found(id: str, case: Case) -> Finding:
    findings = examine(*case.speaking()).findings
    return next(one for one in findings if (one.id, one.field) == (id, case.field))


def mending() -> list[Any]:
    by_hand = OUTSIDE | LEADING | {None}
    return [
        pytest.param(id, case, id=f"{id}-{number}")
        for number, (id, case) in enumerate(EVERY)
        if found(id, case).fix not in by_hand
    ]


@pytest.mark.parametrize(("id", "case"), mending())
def test_a_button_that_mends_leaves_nothing_to_say(qapp: Any, id: str, case: Case) -> None:
    made, around = case.speaking()
    binding = DraftBinding(made)
    changes = mended(found(id, case), binding)
    assert changes
    for path, value in changes:
        binding.set_value(path, value)
    # The context says when; only the draft was mended.
    after = {(one.id, one.field) for one in examine(binding.draft, around).findings}
    assert (id, case.field) not in after


def test_every_button_mends_leads_or_does_something_else() -> None:
    fixes = {check.fix for check in CHECKS} | {found(id, case).fix for id, case in EVERY}
    binding = DraftBinding(builders.draft())
    mends = {
        fix
        for fix in fixes - {None} - LEADING - OUTSIDE
        if any(found(id, case).fix == fix for id, case in EVERY)
    }
    assert fixes == mends | (fixes & (LEADING | OUTSIDE)) | {None}
    assert mended(Finding("x", "E", "message.title", fix="choose"), binding) == ()


@pytest.fixture
def desk(desk: FakeDesk) -> FakeDesk:
    desk.answers.update(
        **{"plan_book.all": [builders.plan()]},
        context=lambda app_id, plan_id, list_id: builders.context(),
        add_pasted=AskFailed("no_key"),
        save_draft=lambda app_id, draft_id, data: draft_row(id=draft_id or "draft1", data=data),
        lists=[],
        devices=[],
        tags=[],
    )
    return desk


@pytest.fixture
def screen(session: Session, desk: FakeDesk, qtbot: QtBot, theme: Theme) -> ComposeScreen:
    made = ComposeScreen(session)
    qtbot.addWidget(made)
    made.resize(1080, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: made.binding.examination is not None)
    return made


_CARDS = {"audience": "who", "message": "message", "schedule": "when", "sms": "sms", "plan": "plan"}


def test_each_finding_leads_to_its_field_or_at_least_to_its_card(
    screen: ComposeScreen, qtbot: QtBot
) -> None:
    astray = []
    places = {case.field: (id, case) for id, case in EVERY}  # one finding a field is enough
    for id, case in places.values():
        finding = found(id, case)
        made, _ = case.speaking()
        screen.binding.replace(made)
        screen.preview.checks.setFocus()
        screen.lead_to(finding)
        QApplication.processEvents()  # the focus arrives in a turn of the loop
        card = screen.cards[_CARDS[finding.field.split(".")[0]]]
        focused = screen.focusWidget()
        if focused is None or not card.isAncestorOf(focused):
            astray.append((id, finding.field, focused))
            continue
        # What is the matter with a list is said, and mended, beside the list.
        if screen.fields.has(finding.field) and "file" not in finding.field:
            field = screen.fields.field(finding.field)
            if field.isVisibleTo(screen) and not field.isAncestorOf(focused):
                astray.append((id, finding.field, focused.objectName()))
    assert not astray, astray


def press(screen: ComposeScreen, id: str, case: Case) -> None:
    made, _ = case.speaking()
    screen.binding.replace(made)
    screen.preview.checks.fix_asked.emit(found(id, case))


def test_show_cut_brings_the_phone_to_the_front_that_cuts(screen: ComposeScreen) -> None:
    phone = screen.preview.phone
    for id, content, style in (
        ("text.len", "a" * 81, "huawei"),
        ("text.cut.ios", "中" * 32, "ios_banner"),
        ("text.len", "中" * 65, "vivo"),
    ):
        screen.preview.open_checks()
        press(screen, id, Case("message.content", {"message__content": content}))
        assert screen.preview.currentWidget() is phone
        assert phone.style_shown == style


def test_too_many_typed_ids_become_a_list(
    screen: ComposeScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    text = "\n".join(f"{number:036x}" for number in range(1001))
    for count, (kind, listed) in enumerate((("account", "account"), ("device", "token")), 1):
        place = f"audience.{kind}.text"
        case = Case(place, {place.replace(".", "__"): text}, kind=kind)
        press(screen, "target.list_max", case)
        qtbot.waitUntil(lambda count=count: len(desk.calls("add_pasted")) == count)
        assert desk.calls("add_pasted")[-1][:2] == (text, listed)


def test_an_environment_is_switched_on_the_page_of_the_app(
    screen: ComposeScreen, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(screen.app_page_asked):
        press(screen, "env.mismatch", CASES["env.mismatch"])


class Browser(QObject):
    """What would have been opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser(qapp: Any) -> Iterator[Browser]:
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("https")


def test_a_page_that_does_not_answer_is_opened(screen: ComposeScreen, browser: Browser) -> None:
    url = "https://shop.example.com/a?b=1"
    around = {"links": {url: 404}}
    press(
        screen, "link.dead", Case("message.tap.url", tap(kind="web", url=url), wrong_context=around)
    )
    assert browser.opened == [url]


def test_a_night_is_moved_with_one_press(screen: ComposeScreen) -> None:
    press(screen, "time.night", CASES["time.night"])
    assert screen.binding.value("schedule.kind") == "at"
    assert screen.binding.value("schedule.at") == "2026-11-20T09:00"
    assert screen.timing.at.value() == "2026-11-20T09:00"


def test_invisible_characters_go_and_emoji_stay(qapp: Any) -> None:
    binding = DraftBinding(builders.draft(message__title="Sa\u200ble \U0001f468\u200d\U0001f469"))
    finding = Finding("text.hidden", "W", "message.title", fix="remove_hidden")
    assert mended(finding, binding) == (("message.title", "Sale \U0001f468\u200d\U0001f469"),)
