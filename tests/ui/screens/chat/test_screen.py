"""The life of a draft on the Chat screen: examined as it is typed, saved, led to its gaps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.send.chat_catalogue import chat_app, chat_context, chat_draft, element
from tests.ui.pushes import FakeDesk, draft_row
from tpns_desktop.model.chat_dialects import DialectId
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.chat_checks import examine_chat
from tpns_desktop.store.chat_drafts import ChatDraftRow
from tpns_desktop.store.errors import StoreError
from tpns_desktop.ui.forms.binding import SAVE_AFTER_MS
from tpns_desktop.ui.screens.chat.drafts_dialog import DraftsDialog
from tpns_desktop.ui.screens.chat.examples import EXAMPLES, example_draft
from tpns_desktop.ui.screens.chat.screen import ChatScreen
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme

NOW = datetime.now(UTC)
APPS = {
    "chat-1": chat_app(),
    "chat-2": chat_app(id="chat-2", name="Boreal", dialect="timpush_chat"),
    "chat-3": chat_app(id="chat-3", name="Cirrus", dialect="timpush_push"),
}


def stored(draft_id: str | None, data: Any, app_id: str = "chat-1") -> ChatDraftRow:
    row = draft_row(id=draft_id or "draft1", data=data, app_id=app_id, updated_at=NOW)
    return ChatDraftRow(row.id, row.app_id, row.revision, row.data, row.updated_at)


class Reviewed:
    """As much of a review as the screen looks at."""

    def __init__(self, app_id: str) -> None:
        self.app_id = app_id


@pytest.fixture
def desk(desk: FakeDesk) -> FakeDesk:
    desk.answers.update(
        {
            "chat.context": lambda app_id: chat_context(
                app=APPS[app_id], now=datetime.now(UTC), used_today=3
            ),
            "chat.save_draft": lambda app_id, draft_id, data: stored(draft_id, data, app_id),
            "chat.review": lambda app_id, draft_id, data: Reviewed(app_id),
            "chat.drafts": lambda app_id, search: [],
        }
    )
    return desk


@pytest.fixture
def screen(session: Session, desk: FakeDesk, qtbot: QtBot, theme: Theme) -> ChatScreen:
    session.show_chat_apps(tuple(APPS.values()))
    session.choose_chat_app(APPS["chat-1"])
    made = ChatScreen(session)
    qtbot.addWidget(made)
    made.resize(1160, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: made.settled)
    return made


def find(screen: QWidget, name: str, kind: type[QWidget] = QWidget) -> Any:
    QApplication.processEvents()  # a row that was just added is laid out, then seen
    found = [w for w in screen.findChildren(kind, name) if w.isVisible()]
    assert len(found) == 1, name
    return found[0]


def write(screen: QWidget, name: str, text: str) -> None:
    field = find(screen, name)
    field.setFocus()
    QTest.keyClicks(field, text)


def ids(screen: ChatScreen) -> set[str]:
    assert screen.binding.examination is not None
    return {finding.id for finding in screen.binding.examination.findings}


def begin(screen: ChatScreen, qtbot: QtBot, draft: dict[str, Any] | None = None) -> None:
    screen.start_new(draft or chat_draft())
    qtbot.waitUntil(lambda: screen.settled)


# ------------------------------------------------------------------------- while it is typed


def test_checks_follow_the_keys(screen: ChatScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: {"chat.who.none", "chat.message.none"} <= ids(screen))
    write(screen, "message.elements.0.text", "Hello")
    qtbot.waitUntil(lambda: "chat.message.none" not in ids(screen))
    assert "Hello" in screen.preview.chat.accessibleDescription()


def test_typing_is_saved_by_itself_under_one_id(
    screen: ChatScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    write(screen, "message.elements.0.text", "One")
    qtbot.waitUntil(lambda: len(desk.calls("chat.save_draft")) == 1, timeout=SAVE_AFTER_MS + 4000)
    qtbot.waitUntil(lambda: "Saved" in screen.header.line.text())
    write(screen, "message.elements.0.text", " two")
    screen.hide()
    qtbot.waitUntil(lambda: len(desk.calls("chat.save_draft")) == 2)
    first, second = desk.calls("chat.save_draft")
    assert first[:2] == second[:2]
    assert second[2]["message"]["elements"][0]["text"] == "One two"


def test_what_the_disk_refuses_stays_on_the_page_and_is_said(
    screen: ChatScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["chat.save_draft"] = StoreError("disk_full")
    write(screen, "message.elements.0.text", "Kept")
    screen.keeper.save()
    qtbot.waitUntil(lambda: "Not saved" in screen.header.line.text())
    assert screen.binding.value("message.elements.0.text") == "Kept"


def test_a_key_repaints_one_bubble_and_leaves_the_others(screen: ChatScreen, qtbot: QtBot) -> None:
    many = [element("text", text=f"Line {n}") for n in range(20)]
    begin(screen, qtbot, chat_draft(message__elements=many))
    before = list(screen.preview.chat._made)
    began = perf_counter()
    write(screen, "message.elements.0.text", "x" * 20)
    # What the keys asked for is painted now, within the time that is measured.
    QApplication.processEvents()
    print(f"{(perf_counter() - began) / 20 * 1000:.1f} ms a key, 20 elements")
    assert screen.preview.chat._made == before
    assert "x" * 20 in screen.preview.chat.accessibleDescription()


# ----------------------------------------------------------------------------------- elements


def kinds(screen: ChatScreen) -> list[str]:
    return [one["kind"] for one in screen.binding.value("message.elements")]


def press(screen: ChatScreen, name: str) -> None:
    button = find(screen, name, QPushButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_elements_are_added_moved_taken_out_and_brought_back_by_keys(
    screen: ChatScreen, qtbot: QtBot
) -> None:
    begin(screen, qtbot)
    press(screen, "message.elements.add.image")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "message.elements.1.url"
    QTest.keyClicks(focused, "https://c.example.com/a.png")
    press(screen, "message.elements.add.custom")
    assert kinds(screen) == ["text", "image", "custom"]
    assert not screen.what.elements.adding["custom"].isVisible()
    press(screen, "message.elements.1.up")
    assert kinds(screen) == ["image", "text", "custom"]
    press(screen, "message.elements.0.remove")
    assert kinds(screen) == ["text", "custom"]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "chat.undo_element"
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert kinds(screen) == ["image", "text", "custom"]
    assert find(screen, "message.elements.0.url").value() == "https://c.example.com/a.png"


def test_a_shorter_draft_takes_the_place_of_a_longer_one(screen: ChatScreen, qtbot: QtBot) -> None:
    begin(screen, qtbot, chat_draft(message__elements=[element("video"), element("face")]))
    begin(screen, qtbot)
    assert kinds(screen) == ["text"]
    assert find(screen, "message.elements.0.text").value() == "The doors open at eight."
    assert not screen.fields.has("message.elements.1.index")


# ------------------------------------------------------------------------------------- review


def test_a_right_draft_goes_to_review_once(
    screen: ChatScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    begin(screen, qtbot)
    with qtbot.waitSignal(screen.review_ready):
        QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (asked,) = desk.calls("chat.review")
    assert asked[2] == screen.binding.draft


def test_review_leads_to_the_first_gap_and_asks_nothing(
    screen: ChatScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    picture = element("image", url="https://c.example.com/a.png", width="8", height="6")
    begin(screen, qtbot, chat_draft(message__elements=[element("text", text="Hi"), picture]))
    screen.bottom.review.click()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "message.elements.1.uuid"
    assert screen.fields.field("message.elements.1.uuid").error
    assert desk.calls("chat.review") == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_example_can_be_reviewed_as_it_is(name: str, qapp: Any) -> None:
    practice = chat_context(app=chat_app(kind="practice"))
    assert examine_chat(example_draft(name), practice).can_review


def test_a_tag_that_is_still_typed_counts(screen: ChatScreen, desk: FakeDesk, qtbot: QtBot) -> None:
    begin(screen, qtbot, chat_draft("tags", audience__tags__any=[]))
    write(screen, "audience.tags.any.entry", "stock A")
    with qtbot.waitSignal(screen.review_ready):
        QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (asked,) = desk.calls("chat.review")
    assert asked[2]["audience"]["tags"]["any"] == ["stock A"]


# ----------------------------------------------------------------------------- apps, attributes


def test_each_dialect_offers_what_it_has(
    screen: ChatScreen, session: Session, qtbot: QtBot
) -> None:
    def shown() -> tuple[bool, ...]:
        return (
            screen.what.elements.isVisible(),
            screen.what.life.isVisible(),
            screen.what.online.isVisible(),
            screen.when.kind.isVisible(),
            "users" in [s.objectName() for s in screen.who.kind.findChildren(QWidget)],
        )

    begin(screen, qtbot)
    text = screen.binding.value("message.elements.0.text")
    assert shown() == (True, True, False, False, False)
    session.choose_chat_app(APPS["chat-2"])
    assert shown() == (True, False, True, True, True)
    session.choose_chat_app(APPS["chat-3"])
    assert shown() == (False, False, True, True, True)
    qtbot.waitUntil(lambda: screen.settled and ids(screen) is not None)
    assert screen.binding.value("message.elements.0.text") == text


def test_a_name_that_is_not_declared_is_said_and_names_are_read_again(
    screen: ChatScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    begin(screen, qtbot, chat_draft("attributes", audience__attributes__all=[["Town", "x"]]))
    row = screen.who.rows["all"].rows[0]
    assert any("Not declared" in label.text() for label in [row.unknown])  # type: ignore[attr-defined]
    assert "chat.attributes.unknown" in ids(screen)
    press(screen, "chat.read_names")
    qtbot.waitUntil(lambda: len(desk.calls("chat.refresh_names")) == 1)


def test_all_and_at_least_one_swap_with_their_rows(screen: ChatScreen, qtbot: QtBot) -> None:
    begin(screen, qtbot, chat_draft("attributes"))
    assert "City" in screen.who.sentence.text()
    box = find(screen, "chat.match")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert screen.binding.value("audience.attributes.any") == [["City", "深圳"]]
    assert screen.binding.value("audience.attributes.all") == []
    assert find(screen, "audience.attributes.any.0.value").value() == "深圳"


def test_the_day_s_pushes_are_counted_on_the_card(screen: ChatScreen) -> None:
    assert screen.notification._badge.text() == "97 of 100 pushes left today"


# ------------------------------------------------------------------------------------- drafts


def test_drafts_are_searched_opened_copied_deleted_and_brought_back(
    screen: ChatScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    rows = [stored("d1", chat_draft(name="Spring")), stored("d2", chat_draft(name="Autumn"))]
    desk.answers["chat.drafts"] = lambda app_id, search: [
        row for row in rows if search.lower() in row.data["name"].lower()
    ]
    press(screen, "chat.drafts")
    dialog = screen.findChild(DraftsDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.list.count() == 2)
    QTest.keyClicks(dialog.search, "autumn")
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    dialog.delete.click()
    qtbot.waitUntil(lambda: desk.calls("chat.remove_draft") == [("d2",)])
    dialog.undo.undo.click()
    qtbot.waitUntil(lambda: desk.calls("chat.restore_draft") == [(rows[1],)])
    dialog.copy.click()
    qtbot.waitUntil(lambda: desk.calls("chat.copy_draft") == [("d2", "Autumn (copy)")])
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.draft_id == "d2")
    assert screen.header.title.text() == "Autumn"


def test_deleting_the_draft_on_the_page_empties_it_and_undo_brings_both_back(
    screen: ChatScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    row = stored("d1", chat_draft(name="Spring"))
    desk.answers["chat.drafts"] = lambda app_id, search: [row]
    screen.open_draft(row)
    press(screen, "chat.drafts")
    dialog = screen.findChild(DraftsDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    dialog.delete.click()
    qtbot.waitUntil(lambda: desk.calls("chat.remove_draft") == [("d1",)])
    assert screen.draft_id is None
    assert screen.binding.value("name") == ""
    dialog.undo.undo.click()
    qtbot.waitUntil(lambda: desk.calls("chat.restore_draft") == [(row,)])
    assert (screen.draft_id, screen.binding.value("name")) == ("d1", "Spring")
    dialog.delete.click()
    dialog.reject()
    write(screen, "name", "Summer")
    qtbot.waitUntil(lambda: bool(desk.calls("chat.save_draft")), timeout=SAVE_AFTER_MS + 5000)
    assert "d1" not in {draft_id for _app, draft_id, _data in desk.calls("chat.save_draft")}


def test_a_draft_that_could_not_be_deleted_is_listed_still_and_that_is_said(
    screen: ChatScreen, session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["chat.drafts"] = lambda app_id, search: [stored("d1", chat_draft(name="Spring"))]
    desk.answers["chat.remove_draft"] = StoreError("full")
    press(screen, "chat.drafts")
    dialog = screen.findChild(DraftsDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    with qtbot.waitSignal(session.failed):
        dialog.delete.click()
    qtbot.waitUntil(lambda: len(desk.calls("chat.drafts")) == 2)
    assert not dialog.undo.isVisible()


def test_the_clock_is_asked_for_and_the_answer_is_said(
    screen: ChatScreen, session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["chat.context"] = lambda app_id: chat_context(
        app=APPS[app_id], now=datetime.now(UTC), clock_skew_s=90.0
    )
    desk.answers["chat.refresh_names"] = None
    session.batch_changed.emit("b1")
    qtbot.waitUntil(lambda: screen.settled and "chat.clock" in ids(screen))
    asked = len(desk.calls("chat.context"))
    screen.preview.open_checks()
    press(screen, "check.chat.clock")
    qtbot.waitUntil(lambda: len(desk.calls("chat.refresh_names")) == 1)
    qtbot.waitUntil(lambda: len(desk.calls("chat.context")) > asked)
    assert "The clock was checked." in screen.header.line.text()
    desk.answers["chat.refresh_names"] = AskFailed("timeout")
    press(screen, "check.chat.clock")
    qtbot.waitUntil(lambda: "could not be checked" in screen.header.line.text())


# ------------------------------------------------------------------------------ words and names


@pytest.mark.parametrize("dialect", ["chat-1", "chat-2", "chat-3"])
def test_every_stop_has_a_name(
    screen: ChatScreen,
    session: Session,
    qtbot: QtBot,
    dialect: DialectId,
    nameless: Callable[[QWidget], list[Any]],
) -> None:
    kinds = ("text", "image", "file", "sound", "video", "location", "face", "custom")
    session.choose_chat_app(APPS[dialect])
    begin(screen, qtbot, chat_draft("tags", message__elements=[element(k) for k in kinds]))
    screen.notification.more.set_open(True)
    for group in screen.notification.options.groups.values():
        group.set_open(True)
    assert nameless(screen) == []
    for kind in ("attributes", "users"):
        screen.binding.set_value("audience.kind", kind)
        assert nameless(screen) == []


def test_another_language_is_shown_at_once(
    screen: ChatScreen, qtbot: QtBot, another_language: Callable[[], None]
) -> None:
    begin(screen, qtbot, chat_draft("attributes", message__elements=[element("image")]))
    screen.notification.more.set_open(True)
    screen.notification.options.groups["vendor.oppo"].set_open(True)
    another_language()
    # A change of language comes to the widgets as an event.
    QApplication.processEvents()
    kept = {"≡", "+", "–"}
    for button in screen.findChildren(QPushButton):
        if button.isVisible() and button.text() and button.text() not in kept:
            assert "«" in button.text(), (button.objectName(), button.text())
    for card in screen.cards.values():
        assert card.title_text().startswith("«")
    for path in ("message.sender", "message.elements.0.url", "notification.android.oppo_category"):
        assert screen.fields.field(path).label.text().startswith("«")
    for line in screen.findChildren(QLineEdit):
        if line.isVisible():
            assert "«" in line.accessibleName(), line.objectName()
    assert "«" in screen.who.sentence.text()


def test_the_phone_shows_the_language_that_is_chosen(screen: ChatScreen, qtbot: QtBot) -> None:
    phone = screen.preview.phone
    begin(screen, qtbot)
    screen.preview.setCurrentWidget(phone)
    assert not phone.language.isVisible()
    draft = chat_draft()
    draft["notification"]["languages"] = [
        {"language": "ja", "title": "今夜", "text": "八時に開場"},
        {"language": "de", "title": "", "text": "Einlass um acht"},
    ]
    begin(screen, qtbot, draft)
    assert phone.language.isVisible()
    assert phone.language.accessibleName()
    said = phone.phone.accessibleDescription
    assert "The doors open at eight." in said()
    phone.language.setFocus()
    QTest.keyClick(phone.language, Qt.Key.Key_Down)
    assert "今夜" in said()
    assert "八時に開場" in said()
    QTest.keyClick(phone.language, Qt.Key.Key_Down)
    assert "Einlass um acht" in said()
    assert "Tonight" in said()  # what a language leaves out is the usual
    begin(screen, qtbot)
    assert "The doors open at eight." in said()
    assert not phone.language.isVisible()
