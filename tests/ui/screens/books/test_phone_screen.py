"""Why a phone did not get it: asked by clicks, answered in words, and led on to the result."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui import pushes
from tests.ui.pushes import NOW, FakeDesk
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.one_phone import (
    FINDINGS,
    PhoneFinding,
    PhonePush,
    PhoneQuestion,
    PhoneStory,
)
from tpns_desktop.store.devices import Device
from tpns_desktop.ui.i18n import Languages
from tpns_desktop.ui.screens.books.phone_screen import PhoneScreen, PushesModel
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.words.phone import TONES, finding_words

LEFT = Qt.MouseButton.LeftButton
MI = Device(
    id="mi", app_id="shop", name="Mi 14", platform="android", token=builders.TOKEN, added_at=NOW
)
PUSHES = (
    PhonePush("android", builders.TOKEN, "4711", NOW, "Sale tonight", "batch1"),
    PhonePush("android", builders.TOKEN, "9", None),
)


def params(**more: Any) -> dict[str, Any]:
    return {"platform": "android", "token": builders.TOKEN, **more}


def story(question: PhoneQuestion, *findings: PhoneFinding) -> PhoneStory:
    told = findings or (
        PhoneFinding("token_bound", params(accounts=("ann",))),
        PhoneFinding("pushes_some", params(count=2)),
        PhoneFinding("notify_unknown", params()),
    )
    return PhoneStory(question, NOW, told, PUSHES)


@pytest.fixture
def screen(session: Session, desk: FakeDesk, qtbot: QtBot, theme: Theme) -> PhoneScreen:
    desk.answers["devices"] = [MI]
    desk.answers["one_phone.look"] = lambda _app, question: story(question)
    made = PhoneScreen(session)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.begin()
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.form.device.count() == 1)
    return made


def asked(screen: PhoneScreen, desk: FakeDesk, qtbot: QtBot) -> PhoneQuestion:
    qtbot.mouseClick(screen.form.look, LEFT)
    qtbot.waitUntil(lambda: bool(screen.cards))
    question: PhoneQuestion = desk.calls("one_phone.look")[-1][1]
    return question


def test_a_device_of_the_book_is_asked_about_and_answered_in_words(
    screen: PhoneScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    question = asked(screen, desk, qtbot)
    assert question == PhoneQuestion(builders.TOKEN, platform="android")
    assert [card.finding.id for card in screen.cards] == [
        "token_bound",
        "pushes_some",
        "notify_unknown",
    ]
    assert "“ann”" in screen.cards[0].known.text()
    assert screen.cards[0].tone.text() == "In order"
    assert screen.cards[2].tone.text() == "Not known"
    assert screen.table.isVisible()
    assert screen.model.rowCount() == 2


def test_an_account_is_asked_about_with_its_type(
    screen: PhoneScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    qtbot.mouseClick(screen.form.by.segment("account"), LEFT)
    qtbot.mouseClick(screen.form.look, LEFT)
    assert "account" in screen.form.problem.text()
    qtbot.keyClicks(screen.form.account, " ann@example.com ")
    screen.form.account_type.set_value("1005")
    qtbot.keyClick(screen.form.account, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(screen.cards))
    (call,) = desk.calls("one_phone.look")
    assert call[1] == PhoneQuestion("ann@example.com", account_type=1005)


def test_a_device_id_is_looked_for_on_each_system(
    screen: PhoneScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    qtbot.mouseClick(screen.form.by.segment("token"), LEFT)
    qtbot.keyClicks(screen.form.token, builders.TOKEN)
    assert asked(screen, desk, qtbot) == PhoneQuestion(builders.TOKEN)


def test_a_push_that_did_not_come_is_asked_about_by_name(
    screen: PhoneScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    batch = pushes.batch(state="accepted", push_ids=("4711",), sent_at=NOW)
    screen.begin(MI, batch)
    qtbot.waitUntil(lambda: bool(screen.cards))
    assert batch.title in screen.about.text()
    assert desk.calls("one_phone.look")[-1][1].batch_id == batch.id
    assert screen.back.text() == "Back to the result"
    with qtbot.waitSignal(screen.batch_asked) as asked_for:
        qtbot.mouseClick(screen.back, LEFT)
    assert asked_for.args == [batch.id]
    screen.begin()
    assert screen.back.text() == "Back to the devices"
    with qtbot.waitSignal(screen.back_asked):
        qtbot.mouseClick(screen.back, LEFT)


@pytest.mark.parametrize(("kind", "by"), [("all", "account"), ("device", "token")])
def test_without_a_test_device_one_types_at_once(
    screen: PhoneScreen, desk: FakeDesk, qtbot: QtBot, kind: str, by: str
) -> None:
    desk.answers["devices"] = []
    batch = pushes.batch(state="accepted", push_ids=("4711",), sent_at=NOW, audience_kind=kind)
    screen.begin(None, batch)
    qtbot.waitUntil(lambda: screen.form.by.value() == by)
    assert (screen.form.account if by == "account" else screen.form.token).isVisible()
    assert not screen.form.device.isVisible()
    desk.answers["devices"] = [MI]
    screen.begin()
    assert screen.form.device.isVisible()


def test_a_push_of_ours_is_opened_and_one_made_elsewhere_is_not(
    screen: PhoneScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    asked(screen, desk, qtbot)
    opened: list[str] = []
    screen.batch_asked.connect(opened.append)
    for row in (1, 0):
        screen.table.setCurrentIndex(screen.model.index(row, 0))
        qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert opened == ["batch1"]
    assert screen.model.index(1, 0).data() == "ID 9"


def test_what_could_not_be_asked_at_all_is_said(
    screen: PhoneScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["one_phone.look"] = AskFailed("app_gone")
    qtbot.mouseClick(screen.form.look, LEFT)
    qtbot.waitUntil(screen.trouble.isVisible)
    assert screen.form.look.isEnabled()
    assert screen.cards == []


def test_another_app_begins_anew(
    screen: PhoneScreen, session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    asked(screen, desk, qtbot)
    desk.answers["devices"] = []
    session.choose_app(builders.app(id="other"))
    assert screen.cards == []
    qtbot.waitUntil(lambda: screen.form.device.count() == 0)
    qtbot.mouseClick(screen.form.look, LEFT)
    assert "no test device" in screen.form.problem.text()


def test_every_finding_has_words_in_both_languages(languages: Languages) -> None:
    said = params(
        account="ann",
        accounts=("ann",),
        count=2,
        title="Sale",
        at=NOW,
        look="short",
        step="token",
        reason="budget",
    )
    assert set(TONES) == set(FINDINGS)
    for language in ("en", "zh_CN"):
        languages.apply(language)
        for id in FINDINGS:
            words = finding_words(PhoneFinding(id, said))
            assert words.known
            assert words.means or words.to_do
            assert "{" not in "".join(words)


def test_every_stop_has_a_name(
    screen: PhoneScreen, desk: FakeDesk, qtbot: QtBot, nameless: Any
) -> None:
    asked(screen, desk, qtbot)
    assert nameless(screen) == []


def test_the_table_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = PushesModel()
    model.show_rows(PUSHES)
    qtmodeltester.check(model)
