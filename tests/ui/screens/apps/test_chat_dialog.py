"""*Connect a Chat app*: what is typed, what a test says of each trouble, and where keys go."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pushes import FakeDesk
from tpns_desktop.client.chat_points import HOSTS as CLIENT_HOSTS
from tpns_desktop.model.chat_dialects import DIALECTS
from tpns_desktop.model.secret import Secret
from tpns_desktop.send.chat_apps import ChatForm, ChatSaved, ChatTest
from tpns_desktop.send.connect import CLOCK_WARN_S, FieldProblem, FormRefused
from tpns_desktop.store.chat_apps import ChatApp
from tpns_desktop.ui.screens.apps.chat_dialog import ChatDialog
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.words import chat_apps as words

LEFT = Qt.MouseButton.LeftButton
KEY = "canary-key-0123456789abcdef"
APP = ChatApp(
    "c1", "tencent", "Shop chat", 1400000001, "administrator", "https://adminapisgp.im.qcloud.com",
    "timpush_chat", datetime(2026, 1, 1, tzinfo=UTC), "SecretService",
)  # fmt: skip


@pytest.fixture
def fake(desk: FakeDesk) -> FakeDesk:
    desk.answers |= {"keyring_looked": "keyring", "secret_reason": None}
    return desk


def shown(dialog: ChatDialog, qtbot: QtBot) -> ChatDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


@pytest.fixture
def dialog(session: Session, fake: FakeDesk, theme: Theme, qtbot: QtBot) -> ChatDialog:
    return shown(ChatDialog(session), qtbot)


def typed(dialog: ChatDialog) -> None:
    for field, text in ((dialog.name, "Shop chat"), (dialog.sdkappid, "1400000001")):
        QTest.keyClicks(field, text)
    QTest.keyClicks(dialog.key, KEY)


def told(dialog: ChatDialog, fake: FakeDesk, test: ChatTest, qtbot: QtBot) -> str:
    asked = len(fake.calls("chat.test"))
    fake.answers["chat.test"] = test
    qtbot.mouseClick(dialog.test, LEFT)
    qtbot.waitUntil(lambda: len(fake.calls("chat.test")) > asked and dialog.test.isEnabled())
    return dialog.outcome.text()


def test_a_chat_app_is_saved_and_its_key_leaves_the_field(
    dialog: ChatDialog, fake: FakeDesk, qtbot: QtBot
) -> None:
    fake.answers["chat.save"] = ChatSaved(APP, "keyring")
    typed(dialog)
    dialog.region.set_value("tokyo")
    qtbot.mouseClick(dialog.generation.buttons["timpush_push"], LEFT, pos=QPoint(12, 12))
    with qtbot.waitSignal(dialog.saved) as saved:
        qtbot.mouseClick(dialog.save, LEFT)
    assert saved.args == [ChatSaved(APP, "keyring")]
    (form,) = fake.calls("chat.save")[-1]
    assert form == ChatForm(
        "Shop chat", "1400000001", "administrator", Secret(KEY), "tokyo", "timpush_push"
    )
    assert dialog.key.text() == ""


def test_the_keyboard_alone_fills_it_in(dialog: ChatDialog, fake: FakeDesk, qtbot: QtBot) -> None:
    fake.answers["chat.test"] = ChatTest(True, names={0: "City"})
    for text in ("Shop chat", "1400000001", None, KEY):
        focused = QApplication.focusWidget()
        assert focused is not None
        if text is not None:
            QTest.keyClicks(focused, text)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.region
    QTest.keyClick(dialog.region, Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)  # type: ignore[arg-type]
    assert dialog.generation.value() == "timpush_chat"
    form = dialog.form()
    assert (form.name, form.sdkappid, form.identifier) == (
        "Shop chat", "1400000001", "administrator",
    )  # fmt: skip
    assert (form.key, form.host, form.dialect) == (Secret(KEY), "china", "timpush_chat")


def test_another_host_can_be_typed(dialog: ChatDialog, qtbot: QtBot) -> None:
    assert not dialog.host.isVisible()
    dialog.region.set_value(words.OTHER_HOST)
    dialog.region.edited.emit()
    assert dialog.host.isVisible()
    QTest.keyClicks(dialog.host, "adminapiabc.im.qcloud.com")
    assert dialog.form().host == "adminapiabc.im.qcloud.com"


@pytest.mark.parametrize(
    ("test", "said", "leads"),
    [
        (ChatTest(False, "refused", 70003, "sig"), "The secret key is not the one", False),
        (ChatTest(False, "refused", 70009), "belongs to another Chat app", False),
        (ChatTest(False, "refused", 70001), "clock", False),
        (ChatTest(False, "refused", 60010), "not an administrator", True),
        (ChatTest(False, "refused", 90009), "not an administrator", True),
        (ChatTest(False, "refused", 70020), "choose the region", False),
        (ChatTest(False, "refused", 60009), "Another generation", False),
        (ChatTest(False, "refused", 90045), "not switched on", True),
        (ChatTest(False, "dns"), "host could not be found", False),
        (ChatTest(False, "not_json"), "Something else than the Chat service", False),
        (ChatTest(False, "http_status"), "proxy", False),
        (ChatTest(False, "proxy_login"), "proxy", False),
        (ChatTest(False, "read_timeout"), "did not answer in time", False),
    ],
)
def test_each_trouble_is_said_with_its_mending(
    dialog: ChatDialog, fake: FakeDesk, qtbot: QtBot, test: ChatTest, said: str, leads: bool
) -> None:
    typed(dialog)
    assert said in told(dialog, fake, test, qtbot)
    assert dialog.outcome.property("role") == "error"
    assert dialog.lead.isVisible() == leads
    assert dialog.details.isVisible() == (test.code is not None)
    assert str(test.code) not in dialog.outcome.text()


def test_a_key_that_works_is_told_with_the_attributes_and_the_clock(
    dialog: ChatDialog, fake: FakeDesk, qtbot: QtBot
) -> None:
    typed(dialog)
    good = ChatTest(True, names={0: "Membership", 1: "City"}, skew_s=2.0)
    dialog.test.setFocus()
    assert "Its attributes: Membership, City." in told(dialog, fake, good, qtbot)
    assert QApplication.focusWidget() is dialog.test  # not what stood next to it
    assert dialog.outcome.property("role") == "ok"
    assert "No attributes" in told(dialog, fake, ChatTest(True, names={}), qtbot)
    off = told(dialog, fake, ChatTest(True, names={}, skew_s=-420.0), qtbot)
    assert "7 minute" in off
    assert "behind" in off
    assert dialog.outcome.property("role") == "error"
    QTest.keyClicks(dialog.key, "x")  # what was said is of another key
    assert dialog.outcome.isHidden()


def test_the_way_to_what_must_be_ready_keeps_what_was_typed(
    dialog: ChatDialog, fake: FakeDesk, qtbot: QtBot
) -> None:
    typed(dialog)
    told(dialog, fake, ChatTest(False, "refused", 90045), qtbot)
    with qtbot.waitSignal(dialog.setup_asked):
        qtbot.mouseClick(dialog.lead, LEFT)
    assert dialog.isVisible()
    assert dialog.form().key == Secret(KEY)


def test_what_is_wrong_is_said_at_its_line_until_it_is_edited(
    dialog: ChatDialog, fake: FakeDesk, qtbot: QtBot
) -> None:
    fake.answers["chat.save"] = FormRefused(
        (
            FieldProblem("name", "required"),
            FieldProblem("sdkappid", "digits"),
            FieldProblem("key", "space"),
        )
    )
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(lambda: dialog.errors["sdkappid"].text() != "")
    assert dialog.errors["sdkappid"].text() == "An SDKAppID is a number, such as 1400000001."
    assert "space" in dialog.errors["key"].text()
    assert dialog.sdkappid.accessibleDescription() == dialog.errors["sdkappid"].text()
    assert QApplication.focusWidget() is dialog.name
    QTest.keyClicks(dialog.sdkappid, "1")
    assert dialog.errors["sdkappid"].text() == ""
    assert dialog.errors["name"].text() == "This is needed."


def test_a_kept_key_need_not_be_typed_again_and_is_never_shown(
    session: Session, fake: FakeDesk, theme: Theme, qtbot: QtBot
) -> None:
    dialog = shown(ChatDialog(session, app=APP), qtbot)
    assert "keep" in dialog.key.placeholderText()
    form = dialog.form()
    assert form == ChatForm(
        "Shop chat", "1400000001", "administrator", None, "singapore", "timpush_chat", "c1"
    )


def test_closing_forgets_the_key(dialog: ChatDialog, qtbot: QtBot) -> None:
    typed(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.key.text() == ""


def test_every_stop_has_a_name(dialog: ChatDialog) -> None:
    stops = [
        one
        for one in dialog.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops
    assert [one.objectName() for one in stops if not (one.accessibleName() or _text(one))] == []


def _text(widget: QWidget) -> str:
    said = getattr(widget, "text", None)
    return str(said()) if callable(said) else ""


def test_words_know_every_host_and_every_generation() -> None:
    assert {key: CLIENT_HOSTS[key] for key in words.HOSTS} == words.HOSTS
    assert set(words.HOSTS) == set(words.HOST_REGIONS) == set(CLIENT_HOSTS)
    assert list(words.GENERATIONS) == list(DIALECTS)
    assert words.CLOCK_WARN_S == CLOCK_WARN_S
    assert words.place_name("https://adminapijpn.im.qcloud.com") == "Tokyo"
    assert words.place_name("https://adminapiabc.im.qcloud.com") == "adminapiabc.im.qcloud.com"
    memory = words.chat_app_words(
        ChatApp("c", "tencent", "S", 14, "a", "https://x", "timpush_push", APP.created_at, "memory")
    )
    assert "until you close the program" in memory
