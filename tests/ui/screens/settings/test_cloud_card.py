"""The card Text messages: an account is set up, tried and removed; its keys stay in no field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pushes import FakeDesk
from tpns_desktop.client.sms_points import SITES
from tpns_desktop.model.secret import Secret
from tpns_desktop.model.sms_codes import GROUPS
from tpns_desktop.send import sms_account
from tpns_desktop.send.connect import FieldProblem, FormRefused
from tpns_desktop.send.sms_desk import CloudAccount, CloudForm, CloudSaved, SmsTest
from tpns_desktop.ui.i18n import Languages
from tpns_desktop.ui.screens.settings import cloud_dialog
from tpns_desktop.ui.screens.settings.cloud_card import CloudCard
from tpns_desktop.ui.screens.settings.cloud_dialog import CloudDialog
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.words.sms_account import TROUBLE, site_choices, trouble_words

LEFT = Qt.MouseButton.LeftButton
ACCOUNT = CloudAccount("china", "ap-guangzhou", "SecretService", True)
GOOD = SmsTest(True, signatures=7, usable_signatures=2, templates=8, usable_templates=3)


def shown(widget: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(widget)
    widget.resize(780, 260)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


@pytest.fixture
def card(session: Session, desk: FakeDesk, theme: Theme, qtbot: QtBot) -> CloudCard:
    desk.answers |= {"keyring_looked": "keyring", "secret_reason": None}
    made = CloudCard(session)
    shown(made, qtbot)
    qtbot.waitUntil(made.state.isVisible)
    return made


@pytest.fixture
def dialog(card: CloudCard, qtbot: QtBot) -> CloudDialog:
    qtbot.mouseClick(card.change, LEFT)
    made = card.dialog
    assert made is not None
    qtbot.waitUntil(made.isVisible)
    return made


def typed(dialog: CloudDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.secret_id, "AKIDcanary-id-1234567890")
    qtbot.keyClicks(dialog.secret_key, "canary-key-1234567890")


def test_without_an_account_one_can_be_set_up(card: CloudCard) -> None:
    assert "No cloud account" in card.state.text()
    assert card.change.text() == "Set up an account…"
    assert card.test.isHidden()
    assert card.remove.isHidden()


def test_an_account_is_saved_and_its_keys_leave_the_fields(
    card: CloudCard, dialog: CloudDialog, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["sms.save_account"] = CloudSaved(ACCOUNT, "keyring", True)
    qtbot.mouseClick(dialog.site.segment("international"), LEFT)
    assert dialog.region.currentText() == "ap-singapore"
    dialog.region.setEditText("ap-jakarta")
    typed(dialog, qtbot)
    with qtbot.waitSignal(card.changed):
        qtbot.mouseClick(dialog.save, LEFT)
    (form,) = desk.calls("sms.save_account")[-1]
    assert form == CloudForm(
        "international",
        "ap-jakarta",
        Secret("AKIDcanary-id-1234567890"),
        Secret("canary-key-1234567890"),
    )
    assert card.state.text() == (
        "China site · ap-guangzhou · Keys in this computer's password store"
    )
    assert "password store" in card.outcome.text()
    assert card.change.text() == "Change…"


def test_what_is_pasted_loses_its_edges_and_is_never_given_back(
    dialog: CloudDialog, qtbot: QtBot
) -> None:
    dialog.secret_key.setText("  canary-key-1234567890 \n")
    assert dialog.form().secret_key == Secret("canary-key-1234567890")
    assert dialog.form().secret_id is None
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.secret_key.text() == ""


def test_kept_keys_need_not_be_typed_again(
    session: Session, desk: FakeDesk, theme: Theme, qtbot: QtBot
) -> None:
    desk.answers |= {"keyring_looked": "keyring", "secret_reason": None, "sms.account": ACCOUNT}
    card = CloudCard(session)
    shown(card, qtbot)
    qtbot.waitUntil(card.test.isVisible)
    qtbot.mouseClick(card.change, LEFT)
    dialog = card.dialog
    assert dialog is not None
    assert "keep" in dialog.secret_key.placeholderText()
    desk.answers["sms.save_account"] = CloudSaved(ACCOUNT, "memory", True)
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(lambda: "until you close the program" in card.outcome.text())
    (form,) = desk.calls("sms.save_account")[-1]
    assert (form.secret_id, form.secret_key) == (None, None)


def test_a_test_of_typed_keys_says_how_it_went(
    dialog: CloudDialog, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["sms.test_account"] = GOOD
    typed(dialog, qtbot)
    qtbot.mouseClick(dialog.test, LEFT)
    qtbot.waitUntil(lambda: "approved: 2" in dialog.outcome.text())
    assert not desk.calls("sms.save_account")
    qtbot.keyClicks(dialog.secret_key, "x")  # what was said is of other keys
    assert dialog.outcome.isHidden()
    desk.answers["sms.test_account"] = SmsTest(
        False, "clock", "AuthFailure.SignatureExpire", "expired", "r-1", minutes=7
    )
    qtbot.mouseClick(dialog.test, LEFT)
    qtbot.waitUntil(lambda: "7 minute" in dialog.outcome.text())
    assert "ahead" in dialog.outcome.text()
    # The service's own words stand under Details alone.
    assert "AuthFailure" not in dialog.outcome.text()
    assert "r-1" in dialog.details.text()


def test_an_empty_region_is_explained(dialog: CloudDialog, desk: FakeDesk, qtbot: QtBot) -> None:
    desk.answers["sms.test_account"] = SmsTest(True, other_region="ap-singapore")
    typed(dialog, qtbot)
    qtbot.mouseClick(dialog.test, LEFT)
    qtbot.waitUntil(lambda: "ap-singapore" in dialog.outcome.text())
    assert "ap-guangzhou" in dialog.outcome.text()


def test_what_is_wrong_is_said_at_its_field(
    dialog: CloudDialog, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["sms.save_account"] = FormRefused(
        (FieldProblem("region", "region"), FieldProblem("secret_key", "space"))
    )
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(lambda: "ap-guangzhou" in dialog.errors["region"].text())
    assert "space" in dialog.errors["secret_key"].text()
    assert dialog.secret_key.accessibleDescription() == dialog.errors["secret_key"].text()
    qtbot.keyClicks(dialog.secret_key, "x")
    assert dialog.errors["secret_key"].text() == ""


def test_the_account_is_tried_and_removed_from_the_card(
    session: Session, desk: FakeDesk, theme: Theme, qtbot: QtBot
) -> None:
    desk.answers |= {"sms.account": ACCOUNT, "sms.test_account": GOOD, "sms.remove_account": True}
    card = CloudCard(session)
    shown(card, qtbot)
    qtbot.waitUntil(card.test.isVisible)
    qtbot.mouseClick(card.test, LEFT)
    qtbot.waitUntil(lambda: "The keys work" in card.outcome.text())
    assert desk.calls("sms.test_account") == [(CloudForm("china", "ap-guangzhou"),)]
    qtbot.mouseClick(card.remove, LEFT)
    assert card.question is not None
    assert not desk.calls("sms.remove_account")
    qtbot.mouseClick(card.question.do, LEFT)
    qtbot.waitUntil(card.test.isHidden)
    assert "removed" in card.outcome.text()


def test_keys_that_stay_in_the_keyring_are_said(
    session: Session, desk: FakeDesk, theme: Theme, qtbot: QtBot
) -> None:
    desk.answers |= {"sms.account": ACCOUNT, "sms.remove_account": False}
    card = CloudCard(session)
    shown(card, qtbot)
    qtbot.waitUntil(card.remove.isVisible)
    qtbot.mouseClick(card.remove, LEFT)
    assert card.question is not None
    qtbot.mouseClick(card.question.do, LEFT)
    qtbot.waitUntil(lambda: "tpns-desktop/cloud" in card.outcome.text())
    assert card.remove.isVisible()


@pytest.mark.parametrize(
    ("reason", "words"), [("no_key", "Enter them again"), ("keyring_locked", "locked")]
)
def test_keys_that_are_not_at_hand_are_said(
    reason: str, words: str, session: Session, desk: FakeDesk, theme: Theme, qtbot: QtBot
) -> None:
    desk.answers["sms.account"] = CloudAccount("china", "ap-guangzhou", "memory", False, reason)
    card = CloudCard(session)
    shown(card, qtbot)
    qtbot.waitUntil(lambda: words in card.state.text())


def test_the_page_of_steps_is_asked_for(card: CloudCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.setup_asked):
        qtbot.mouseClick(card.setup, LEFT)


def test_every_stop_has_a_name_in_both_languages(
    card: CloudCard,
    dialog: CloudDialog,
    languages: Languages,
    nameless: Callable[[QWidget], list[Any]],
) -> None:
    assert nameless(card) == nameless(dialog) == []
    languages.apply("zh_CN")
    assert nameless(card) == []


def test_the_windows_tables_are_those_of_the_core() -> None:
    assert sms_account.REGIONS == cloud_dialog.REGIONS
    assert tuple(key for key, _ in site_choices()) == SITES
    assert set(GROUPS) <= set(TROUBLE)
    for reason in TROUBLE:
        said = trouble_words(SmsTest(False, reason))
        assert said.endswith(".")
        assert "invalid" not in said.lower()
