"""The card Network: what is set is shown, what is wrong is said at its field, secrets stay in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pushes import FakeDesk
from tpns_desktop.model.secret import Secret
from tpns_desktop.send.connect import FieldProblem, FormRefused
from tpns_desktop.send.network import NetworkForm, NetworkSaved
from tpns_desktop.ui.i18n import Languages
from tpns_desktop.ui.screens.settings.help_card import HelpCard
from tpns_desktop.ui.screens.settings.network_card import NetworkCard
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.words.network import network_problem_words

LEFT = Qt.MouseButton.LeftButton
OWN = NetworkForm("own", "proxy.example.com:8080", "li", has_password=True, ca_file="/etc/ca.pem")


def shown(widget: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(widget)
    widget.resize(780, 420)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


@pytest.fixture
def card(session: Session, desk: FakeDesk, theme: Theme, qtbot: QtBot) -> NetworkCard:
    desk.answers["network"] = OWN
    made = NetworkCard(session)
    shown(made, qtbot)
    qtbot.waitUntil(lambda: made.address.text() != "")
    return made


def asked(desk: FakeDesk, qtbot: QtBot) -> NetworkForm:
    qtbot.waitUntil(lambda: bool(desk.calls("save_network")))
    form = desk.calls("save_network")[-1][0]
    assert isinstance(form, NetworkForm)
    return form


def test_what_is_set_is_shown_but_for_the_password(card: NetworkCard) -> None:
    assert card.proxy.value() == "own"
    assert (card.address.text(), card.user.text()) == ("proxy.example.com:8080", "li")
    assert card.password.text() == ""
    assert "Stored" in card.password.placeholderText()
    assert card.ca_file.text() == "/etc/ca.pem"


def test_a_password_is_taken_once_and_is_not_in_the_field_afterwards(
    card: NetworkCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["save_network"] = NetworkSaved(OWN, "keyring", True)
    qtbot.keyClicks(card.password, "proxy-canary-1234")
    qtbot.mouseClick(card.save, LEFT)
    assert asked(desk, qtbot).proxy_password == Secret("proxy-canary-1234")
    qtbot.waitUntil(lambda: card.password.text() == "")
    qtbot.keyClick(card.password, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert card.password.text() == ""
    qtbot.waitUntil(lambda: "Saved" in card.outcome.text())


def test_nothing_typed_keeps_the_password_and_forget_forgets_it(
    card: NetworkCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["save_network"] = NetworkSaved(OWN, None, True)
    qtbot.mouseClick(card.save, LEFT)
    assert asked(desk, qtbot).proxy_password is None
    qtbot.waitUntil(card.save.isEnabled)
    qtbot.mouseClick(card.forget, LEFT)
    qtbot.keyClick(card.save, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(desk.calls("save_network")) == 2)
    assert asked(desk, qtbot).proxy_password == Secret("")


def test_a_password_kept_in_memory_is_said(card: NetworkCard, desk: FakeDesk, qtbot: QtBot) -> None:
    desk.answers["save_network"] = NetworkSaved(OWN, "memory", True)
    qtbot.keyClicks(card.password, "something-long")
    qtbot.mouseClick(card.save, LEFT)
    qtbot.waitUntil(lambda: "until you close the program" in card.outcome.text())


def test_a_password_of_a_run_that_ended_is_not_called_stored(
    card: NetworkCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    gone = replace(OWN, password_gone=True)
    desk.answers["save_network"] = NetworkSaved(gone, None, True)
    qtbot.mouseClick(card.save, LEFT)  # with the field left empty
    qtbot.waitUntil(card.gone.isVisible)
    assert "Enter it again" in card.gone.text()
    assert "Stored" not in card.password.placeholderText()
    desk.answers["save_network"] = NetworkSaved(OWN, "memory", True)
    qtbot.waitUntil(card.save.isEnabled)
    qtbot.keyClicks(card.password, "something-long")
    qtbot.mouseClick(card.save, LEFT)
    qtbot.waitUntil(lambda: not card.gone.isVisible())


def test_what_is_wrong_is_said_at_its_field(
    card: NetworkCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["save_network"] = FormRefused(
        (FieldProblem("proxy_address", "pac"), FieldProblem("ca_file", "not_ca"))
    )
    qtbot.mouseClick(card.save, LEFT)
    qtbot.waitUntil(lambda: "PAC" in card.errors["proxy_address"].text())
    assert "authority" in card.errors["ca_file"].text()
    assert card.address.hasFocus()
    assert card.address.accessibleDescription() == card.errors["proxy_address"].text()


def test_a_file_of_certificates_is_chosen_and_taken_away(
    card: NetworkCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["save_network"] = NetworkSaved(OWN, None, True)
    qtbot.mouseClick(card.remove, LEFT)
    assert "None" in card.ca_file.text()
    assert not card.remove.isVisible()
    card.choose_file(str(Path("/tmp/company.pem")))
    qtbot.mouseClick(card.save, LEFT)
    assert asked(desk, qtbot).ca_file == "/tmp/company.pem"


def test_fields_of_an_own_proxy_are_there_only_for_one(card: NetworkCard, qtbot: QtBot) -> None:
    for key in ("system", "none"):
        qtbot.mouseClick(card.proxy.segment(key), LEFT)
        assert not card.own.isVisible()
    qtbot.mouseClick(card.proxy.segment("own"), LEFT)
    assert card.own.isVisible()
    assert card.address.text() == "proxy.example.com:8080"  # nothing typed is lost


def test_every_reason_of_the_form_has_words_of_its_own() -> None:
    reasons = {
        "proxy_address": ("required", "socks", "pac", "kind", "login", "port", "address"),
        "proxy_user": ("required", "colon", "control", "length"),
        "proxy_password": ("control", "length", "type_again"),
        "ca_file": (
            "not_found", "unreadable", "too_large", "no_certificate", "damaged", "not_ca",
            "control",
        ),
    }  # fmt: skip
    for field, names in reasons.items():
        said = {network_problem_words(FieldProblem(field, name)) for name in names}
        assert len(said) == len(names), field


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_tab_stop_has_a_name(
    card: NetworkCard,
    languages: Languages,
    qtbot: QtBot,
    nameless: Callable[[QWidget], list[Any]],
    language: str,
) -> None:
    languages.apply(language)
    help_card = HelpCard()
    shown(help_card, qtbot)
    assert nameless(card) == []
    assert nameless(help_card) == []


def test_help_says_what_is_and_is_not_in_a_report(qtbot: QtBot, theme: Theme) -> None:
    card = HelpCard()
    shown(card, qtbot)
    assert card.inside.text().startswith("In it:")
    assert "keys" in card.outside.text()
    with qtbot.waitSignal(card.report_asked):
        qtbot.keyClick(card.report, Qt.Key.Key_Space)
