"""The text message card: off by default, chosen from the book, one line a blank of the template."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui.pushes import FakeDesk, practice_app
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.send.checks import examine
from tpns_desktop.send.connect import FieldProblem
from tpns_desktop.send.sms_desk import (
    Balance,
    Book,
    BookRead,
    BookRefused,
    CloudAccount,
    SmsApp,
    SmsFailed,
    SmsSignature,
    SmsTemplate,
)
from tpns_desktop.send.sms_facts import SmsFacts, text_of_draft
from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.screens.compose.sms_card import SmsCard
from tpns_desktop.ui.screens.compose.sms_pick_dialog import PickDialog
from tpns_desktop.ui.screens.compose.sms_type_dialog import TypeDialog
from tpns_desktop.ui.screens.compose.sms_values import ValuesEditor
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.words.numbers import grouped

NOW = datetime.now(UTC)
HERE = {"site": "china", "region": "ap-guangzhou"}
READ = {**HERE, "read_at": NOW}
ACCOUNT = CloudAccount("china", "ap-guangzhou", "keyring", ready=True)
PRIZE = SmsTemplate(
    **READ, template_id="2101", name="Prize", content="{1}, you won {2}.", international=0, status=0
)
CODE = SmsTemplate(
    **READ, template_id="2103", content="Code {1}", international=0, status=0, kind="code"
)
REFUSED = SmsTemplate(
    **READ, template_id="2105", content="{1}", international=0, status=-1, reply="blanks only"
)
PLAIN = SmsTemplate(**HERE, template_id="2108", content="Open the app.", international=3)
ACME = SmsSignature(**READ, international=False, name="Acme", sign_id="11", status=0)
SHOP = SmsApp(**HERE, sms_app_id="1400006666", name="Shop", balance=120000, balance_at=NOW)


def book(*rows: Any) -> Book[Any]:
    read = NOW if any(getattr(row, "read_at", None) for row in rows) else None
    return Book(rows, "china", "ap-guangzhou", read)


@pytest.fixture
def binding(session: Session) -> DraftBinding:
    return DraftBinding(empty_draft(), session)


@pytest.fixture
def desk(desk: FakeDesk) -> FakeDesk:
    desk.answers |= {
        "sms.templates": book(PRIZE, CODE, REFUSED, PLAIN),
        "sms.signatures": book(ACME),
        "sms.sms_apps": (SHOP,),
        "sms.account": ACCOUNT,
    }
    return desk


@pytest.fixture
def card(binding: DraftBinding, session: Session, qtbot: QtBot, theme: Theme) -> SmsCard:
    fields = Fields(binding, binding)
    made = SmsCard(fields, session)
    qtbot.addWidget(made)
    made.resize(760, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def switch_on(card: SmsCard, qtbot: QtBot) -> None:
    qtbot.mouseClick(card.on, Qt.MouseButton.LeftButton, pos=QPoint(10, card.on.height() // 2))
    qtbot.waitUntil(lambda: card.shelf.held is not None)
    QApplication.processEvents()  # the card lays out what it was just given


def test_nothing_of_it_is_asked_until_it_is_on(
    card: SmsCard, binding: DraftBinding, qtbot: QtBot
) -> None:
    assert not card.details.isVisible()
    switch_on(card, qtbot)
    assert card.details.isVisible()
    assert binding.value("sms.on") is True


def find(window: QWidget, name: str) -> Any:
    QApplication.processEvents()  # what was taken away in this turn is gone, what came is laid out
    found = [w for w in window.findChildren(QWidget, name) if w.isVisible()]
    assert len(found) == 1, name
    return found[0]


def opened(card: SmsCard, qtbot: QtBot, kind: type[Any] = PickDialog) -> Any:
    qtbot.waitUntil(lambda: any(d.isVisible() for d in card.findChildren(kind)))
    return next(d for d in card.findChildren(kind) if d.isVisible())


def keys_of(dialog: PickDialog) -> list[str]:
    picks = [dialog.rows.item(n).data(Qt.ItemDataRole.UserRole) for n in range(dialog.rows.count())]
    return [pick.key for pick in picks]


def go_to(dialog: PickDialog, qtbot: QtBot, key: str) -> None:
    qtbot.waitUntil(lambda: key in keys_of(dialog))
    dialog.rows.setFocus()
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Home)
    for _ in range(keys_of(dialog).index(key)):
        qtbot.keyClick(dialog.rows, Qt.Key.Key_Down)


def pick(card: SmsCard, qtbot: QtBot, editor: QWidget, key: str) -> None:
    qtbot.mouseClick(editor, Qt.MouseButton.LeftButton)
    dialog = opened(card, qtbot)
    go_to(dialog, qtbot, key)
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not card.findChildren(PickDialog))
    QApplication.processEvents()  # the card shows what was picked


def line(card: SmsCard, number: int) -> QLineEdit:
    found: QLineEdit = find(card, f"sms.params.{number}")
    return found


def note(card: SmsCard, path: str) -> str:
    return find(card, f"field.{path}").note.text()


# --------------------------------------------------------------------------------- choosing


def test_what_can_be_used_comes_first_and_the_rest_says_why_it_cannot(
    card: SmsCard, binding: DraftBinding, qtbot: QtBot
) -> None:
    switch_on(card, qtbot)
    card.template.setFocus()
    qtbot.keyClick(card.template, Qt.Key.Key_Return)
    dialog = opened(card, qtbot)
    assert keys_of(dialog) == ["2101", "2103", "2108", "2105"]
    words = dialog.rows.item(0).text()
    assert all(part in words for part in ("2101", "Prize", "Approved", "Chinese mainland", "read"))
    go_to(dialog, qtbot, "2105")
    assert not dialog.do.isEnabled()
    assert "blanks only" in dialog.error.text()
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Return)
    assert binding.value("sms.template_id") == ""
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_template_is_found_by_its_words(card: SmsCard, qtbot: QtBot) -> None:
    switch_on(card, qtbot)
    qtbot.mouseClick(card.template, Qt.MouseButton.LeftButton)
    dialog = opened(card, qtbot)
    qtbot.keyClicks(dialog.search, "YOU WON")
    assert keys_of(dialog) == ["2101"]
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert card.template.value() == "2101"


def test_what_was_chosen_is_in_the_draft_and_says_how_it_stands(
    card: SmsCard, binding: DraftBinding, qtbot: QtBot
) -> None:
    switch_on(card, qtbot)
    pick(card, qtbot, card.template, "2101")
    pick(card, qtbot, card.sign, "Acme")
    pick(card, qtbot, card.app, "1400006666")
    sms = binding.value("sms")
    assert (sms["template_id"], sms["sign_name"], sms["app_id"]) == ("2101", "Acme", "1400006666")
    assert card.template.currentText() == "2101 — Prize"
    assert card.app.currentText() == "1400006666 — Shop"
    assert note(card, "sms.template_id").startswith("Approved · Chinese mainland · read ")
    assert note(card, "sms.app_id").startswith(f"Package balance {grouped(120000)}, read ")


def test_a_draft_keeps_an_id_that_the_book_does_not_have_and_says_so(
    card: SmsCard, binding: DraftBinding, qtbot: QtBot
) -> None:
    draft = empty_draft()
    draft["sms"] |= {"on": True, "template_id": "999", "sign_name": "Else", "params": ["a", "b"]}
    binding.replace(draft)
    qtbot.waitUntil(lambda: card.shelf.held is not None)
    assert card.template.currentText() == "999"
    for path in ("sms.template_id", "sms.sign_name"):
        assert note(card, path).startswith("Not in your book")
    assert card.values.value() == ["a", "b"]
    assert binding.value("sms.template_id") == "999"


def test_without_an_account_a_sentence_leads_to_the_settings(
    card: SmsCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers |= {
        "sms.account": None,
        "sms.templates": book(),
        "sms.signatures": book(),
        "sms.sms_apps": (),
    }
    switch_on(card, qtbot)
    assert "No cloud account" in card.account.text()
    with qtbot.waitSignal(card.account_asked):
        qtbot.mouseClick(find(card, "sms.account.set_up"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.template, Qt.MouseButton.LeftButton)
    dialog = opened(card, qtbot)
    assert not dialog.refresh.isEnabled()
    with qtbot.waitSignal(card.account_asked):
        qtbot.mouseClick(dialog.account, Qt.MouseButton.LeftButton)
    assert not desk.calls("sms.refresh_book")


def test_a_book_that_nobody_has_read_is_read_when_it_is_opened(
    card: SmsCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    full = desk.answers["sms.templates"]
    desk.answers |= {"sms.templates": book(), "sms.signatures": book()}

    def refreshed(_app_id: str) -> BookRead:
        desk.answers |= {"sms.templates": full, "sms.signatures": book(ACME)}
        return BookRead(book(ACME), full)

    desk.answers["sms.refresh_book"] = refreshed
    switch_on(card, qtbot)
    with qtbot.waitSignal(card.book_changed):
        qtbot.mouseClick(card.template, Qt.MouseButton.LeftButton)
    assert "2101" in keys_of(opened(card, qtbot))


def test_why_a_refresh_did_not_work_is_said_and_the_book_stays(
    card: SmsCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    switch_on(card, qtbot)
    qtbot.mouseClick(card.template, Qt.MouseButton.LeftButton)
    dialog = opened(card, qtbot)
    old = Book((PRIZE,), "china", "ap-guangzhou", NOW, SmsFailed("individual"))
    desk.answers |= {"sms.templates": old, "sms.refresh_book": None}
    qtbot.mouseClick(dialog.refresh, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Individual accounts" in dialog.state.text())
    assert keys_of(dialog) == ["2101"]


# ------------------------------------------------------------------------------ typing them in


def test_a_template_is_typed_in_and_stands_ready_to_be_used(
    card: SmsCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    forms: list[Any] = []

    def kept(_app_id: str, form: Any) -> None:
        forms.append(form)
        typed = SmsTemplate(**HERE, template_id=form.template_id, content=form.content)
        desk.answers["sms.templates"] = book(PRIZE, typed)

    desk.answers["sms.add_template"] = kept
    switch_on(card, qtbot)
    qtbot.mouseClick(card.template, Qt.MouseButton.LeftButton)
    dialog = opened(card, qtbot)
    qtbot.keyClicks(dialog.search, "110011")
    qtbot.mouseClick(dialog.type_in, Qt.MouseButton.LeftButton)
    typing = opened(card, qtbot, TypeDialog)
    assert typing.id.text() == "110011"
    qtbot.keyClicks(typing.content, "Come at {1}")
    with qtbot.waitSignal(typing.kept):
        qtbot.mouseClick(typing.do, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.do.isEnabled())
    qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    assert card.template.value() == "110011"
    (form,) = forms
    assert (form.content, form.international, form.kind) == ("Come at {1}", 0, "unknown")


def test_what_is_wrong_with_a_typed_one_is_said_at_its_field(
    card: SmsCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["sms.add_sms_app"] = BookRefused((FieldProblem("sms_app_id", "digits"),))
    switch_on(card, qtbot)
    qtbot.mouseClick(card.app, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(opened(card, qtbot).type_in, Qt.MouseButton.LeftButton)
    typing = opened(card, qtbot, TypeDialog)
    qtbot.keyClicks(typing.id, "14OO")
    qtbot.keyClick(typing.id, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "digits" in typing.error.text())
    assert typing.id.hasFocus()
    assert typing.id.text() == "14OO"


def test_of_a_template_that_was_read_only_what_it_is_for_can_be_changed(
    card: SmsCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    switch_on(card, qtbot)
    qtbot.mouseClick(card.template, Qt.MouseButton.LeftButton)
    dialog = opened(card, qtbot)
    go_to(dialog, qtbot, "2101")
    assert not dialog.remove.isEnabled()
    qtbot.mouseClick(dialog.change, Qt.MouseButton.LeftButton)
    typing = opened(card, qtbot, TypeDialog)
    assert typing.content.isReadOnly()
    typing.kind.setFocus()
    qtbot.keyClick(typing.kind, Qt.Key.Key_Home)
    qtbot.keyClick(typing.kind, Qt.Key.Key_Down)
    with qtbot.waitSignal(typing.kept):
        qtbot.mouseClick(typing.do, Qt.MouseButton.LeftButton)
    assert desk.calls("sms.set_kind")[-1][1:] == ("2101", "marketing")


def test_a_typed_one_is_removed_after_a_question(
    card: SmsCard, desk: FakeDesk, session: Session, qtbot: QtBot
) -> None:
    asked: list[tuple[str, str]] = []

    async def remove(_app: str, what: str, key: str, *, international: bool) -> bool:
        asked.append((what, key))
        return True

    desk.sms = Removing(desk, remove)
    switch_on(card, qtbot)
    qtbot.mouseClick(card.template, Qt.MouseButton.LeftButton)
    dialog = opened(card, qtbot)
    go_to(dialog, qtbot, "2108")
    qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.book_changed):
        qtbot.mouseClick(find(dialog, "sms.remove.do"), Qt.MouseButton.LeftButton)
    assert asked == [("template", "2108")]


class Removing:
    """The desk's texts, with a `remove` that takes a side by name."""

    def __init__(self, desk: FakeDesk, remove: Callable[..., Any]) -> None:
        self._desk = desk
        self.remove = remove

    def __getattr__(self, method: str) -> Any:
        return self._desk.method(f"sms.{method}")


# --------------------------------------------------------------------------------- the blanks


def test_each_blank_of_the_template_has_a_field(
    card: SmsCard, binding: DraftBinding, qtbot: QtBot
) -> None:
    switch_on(card, qtbot)
    pick(card, qtbot, card.template, "2101")
    assert binding.value("sms.params") == ["", ""]
    assert not card.values.add.isVisible()
    qtbot.keyClicks(line(card, 1), "Member")
    qtbot.keyClicks(line(card, 2), "a tent")
    assert binding.value("sms.params") == ["Member", "a tent"]


def test_a_template_with_fewer_blanks_loses_nothing_and_says_so(
    card: SmsCard, binding: DraftBinding, qtbot: QtBot
) -> None:
    switch_on(card, qtbot)
    pick(card, qtbot, card.template, "2101")
    qtbot.keyClicks(line(card, 1), "123")
    qtbot.keyClicks(line(card, 2), "a tent")
    pick(card, qtbot, card.template, "2103")
    assert binding.value("sms.params") == ["123", "a tent"]
    assert "kept" in note(card, "sms.params")
    qtbot.mouseClick(find(card, "sms.params.2.remove"), Qt.MouseButton.LeftButton)
    assert binding.value("sms.params") == ["123"]
    pick(card, qtbot, card.template, "2101")
    assert binding.value("sms.params") == ["123", ""]


def test_a_blank_without_text_goes_with_its_template(
    card: SmsCard, binding: DraftBinding, qtbot: QtBot
) -> None:
    switch_on(card, qtbot)
    pick(card, qtbot, card.template, "2101")
    pick(card, qtbot, card.template, "2108")
    assert binding.value("sms.params") == []
    assert note(card, "sms.params") == "This template has no blanks."


@pytest.mark.parametrize(
    ("template", "text", "wrong"),
    [
        ("2103", "123456", False),
        ("2103", "1234567", True),
        ("2103", "12a", True),
        ("2101", "a tent", False),
        ("2101", "see www.example.com", True),
    ],
)
def test_the_rule_of_a_blank_is_below_it(
    card: SmsCard, qtbot: QtBot, template: str, text: str, wrong: bool
) -> None:
    switch_on(card, qtbot)
    pick(card, qtbot, card.template, template)
    rule = find(card, "sms.params.1.note")
    assert rule.text()
    qtbot.keyClicks(line(card, 1), text)
    assert (rule.property("role") == "error") is wrong
    assert rule.text() in line(card, 1).accessibleDescription()


def test_values_without_a_known_template_are_added_and_removed(
    card: SmsCard, binding: DraftBinding, qtbot: QtBot
) -> None:
    draft = empty_draft()
    draft["sms"] |= {"on": True, "template_id": "999"}
    binding.replace(draft)
    qtbot.waitUntil(lambda: card.shelf.held is not None)
    for number, text in enumerate(("4711", "20:00"), start=1):
        qtbot.mouseClick(find(card, "sms.params.add"), Qt.MouseButton.LeftButton)
        assert line(card, number).hasFocus()
        qtbot.keyClicks(line(card, number), text)
    assert binding.value("sms.params") == ["4711", "20:00"]
    qtbot.mouseClick(find(card, "sms.params.1.remove"), Qt.MouseButton.LeftButton)
    assert binding.value("sms.params") == ["20:00"]
    assert line(card, 1).hasFocus()


def test_tab_goes_as_one_reads(card: SmsCard, qtbot: QtBot) -> None:
    switch_on(card, qtbot)
    pick(card, qtbot, card.template, "2101")
    card.on.setFocus()
    met = []
    for _ in range(10):
        focused = card.focusWidget()
        assert focused is not None
        met.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    sentence = ["sms.delay_s.number", "sms.delay_s.unit", "sms.trigger"]
    pickers = ["sms.template_id", "sms.sign_name", "sms.app_id"]
    assert met == ["sms.on", *sentence, *pickers, "sms.params.1", "sms.params.2", "sms.setup"]


def test_a_change_of_language_keeps_the_values(card: SmsCard, qtbot: QtBot) -> None:
    switch_on(card, qtbot)
    pick(card, qtbot, card.template, "2101")
    qtbot.keyClicks(line(card, 2), "b")
    QApplication.sendEvent(card, QEvent(QEvent.Type.LanguageChange))
    assert card.values.value() == ["", "b"]
    assert line(card, 2).text() == "b"


def test_values_shown_by_the_program_are_no_edit(qtbot: QtBot, theme: Theme) -> None:
    editor = ValuesEditor()
    qtbot.addWidget(editor)
    with qtbot.assertNotEmitted(editor.edited):
        editor.set_value(["a", "b"])
        editor.set_template(PRIZE)


# ------------------------------------------------------------------------- bubble, cost, hours


@pytest.mark.parametrize(
    ("international", "text"), [(0, "【Acme】Won a tent."), (1, "[Acme]Won a tent.")]
)
def test_the_bubble_reads_as_on_the_phone(
    card: SmsCard, binding: DraftBinding, qtbot: QtBot, international: int, text: str
) -> None:
    template = SmsTemplate(
        **HERE, template_id="123", content="Won {1}.", international=international, status=0
    )
    sms = {"on": True, "template_id": "123", "sign_name": "Acme", "params": ["a tent"]}
    binding.replace({"sms": sms})
    card.show_text(text_of_draft({"sms": sms}, SmsFacts((template,))))
    assert card.bubble.text.text() == text
    side = "outside the Chinese mainland" if international else "Chinese mainland"
    assert card.bubble.length.text().endswith(side)


def examined(card: SmsCard, draft: dict[str, Any], **changes: Any) -> None:
    facts = SmsFacts((PRIZE,), (ACME,), (SHOP,))
    context = builders.context(**{"now": NOW, "sms": facts} | changes)
    card.show_examination(examine(draft, context), text_of_draft(draft, facts))


def texting(**changes: Any) -> dict[str, Any]:
    draft = builders.draft("account")
    draft["sms"] |= {
        "on": True,
        "template_id": "2101",
        "sign_name": "Acme",
        "app_id": "1400006666",
        "params": ["Member", "a tent"],
        **changes,
    }
    return draft


def test_the_cost_names_each_figure_with_its_source(
    card: SmsCard, binding: DraftBinding, qtbot: QtBot
) -> None:
    draft = texting(params=["Member", "a tent " * 12])
    binding.replace(draft)
    qtbot.waitUntil(lambda: card.shelf.held is not None)
    examined(card, draft)
    said = card.boxes.cost.text()
    assert said.startswith("2 message")
    assert "at most 4 messages may be charged (2 accounts, exact, as typed)" in said
    assert f"package balance {grouped(120000)}, read " in said


def test_in_practice_the_cost_says_that_nobody_is_charged(
    card: SmsCard, binding: DraftBinding, qtbot: QtBot
) -> None:
    binding.replace(texting())
    qtbot.waitUntil(lambda: card.shelf.held is not None)
    examined(card, texting(), app=practice_app())
    assert "practice charges nobody" in card.boxes.cost.text()


def test_the_balance_is_read_from_the_box_and_what_stands_against_it_is_said(
    card: SmsCard, binding: DraftBinding, desk: FakeDesk, qtbot: QtBot
) -> None:
    binding.replace(texting())
    qtbot.waitUntil(lambda: card.shelf.held is not None)
    examined(card, texting())
    desk.answers["sms.balance"] = Balance("1400006666", 120000, NOW, SmsFailed("china_only"))
    with qtbot.waitSignal(card.book_changed):
        qtbot.mouseClick(find(card, "sms.balance"), Qt.MouseButton.LeftButton)
    assert "international site" in card.boxes.cost.text()


def test_closed_hours_have_a_button_that_waits_until_they_are_over(
    card: SmsCard, binding: DraftBinding, qtbot: QtBot
) -> None:
    late = NOW.replace(hour=13, minute=30)  # 21:30 in Beijing
    draft = texting(delay_s="3600")
    binding.replace(draft)
    qtbot.waitUntil(lambda: card.shelf.held is not None)
    examined(card, draft, now=late)
    assert "21:30" in card.boxes.hours.text()
    with qtbot.waitSignal(card.fix_asked) as asked:
        qtbot.mouseClick(find(card, "sms.hours.fix"), Qt.MouseButton.LeftButton)
    assert asked.args[0].fix == "wait_until_open"
    assert "21:30" not in note(card, "sms.delay_s")  # once is enough


def test_what_must_be_ready_first_is_a_click_away(card: SmsCard, qtbot: QtBot) -> None:
    switch_on(card, qtbot)
    with qtbot.waitSignal(card.setup_asked):
        qtbot.mouseClick(card.setup, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_tab_stop_has_a_name(
    card: SmsCard,
    binding: DraftBinding,
    qtbot: QtBot,
    nameless: Callable[[QWidget], list[Any]],
    languages: Any,
    language: str,
) -> None:
    languages.apply(language)
    binding.replace(texting(params=["a", "b", "spare"]))
    qtbot.waitUntil(lambda: card.shelf.held is not None)
    examined(card, texting())
    # The line inside a number is no stop of its own.
    assert {name for _, name in nameless(card)} <= {"qt_spinbox_lineedit"}
    qtbot.mouseClick(card.template, Qt.MouseButton.LeftButton)
    dialog = opened(card, qtbot)
    assert nameless(dialog) == []
    qtbot.mouseClick(dialog.type_in, Qt.MouseButton.LeftButton)
    assert nameless(opened(card, qtbot, TypeDialog)) == []


def test_a_dialog_opened_before_the_book_was_read_fills_itself(
    card: SmsCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers |= {"sms.templates": book(), "sms.signatures": book()}
    qtbot.mouseClick(card.on, Qt.MouseButton.LeftButton, pos=QPoint(10, card.on.height() // 2))
    card.shelf.forget()  # as right after the switch
    qtbot.keyClick(card.template, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(desk.calls("sms.refresh_book")) == 1)
