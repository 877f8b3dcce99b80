"""Safety: what a person sets counts at once and is there at the next start."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tpns_desktop.store.settings import HOLD_UNTIL_I_SAY, Settings
from tpns_desktop.ui.i18n import Languages
from tpns_desktop.ui.screens.settings.safety_card import SafetyCard
from tpns_desktop.ui.session import Session

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def card(session: Session, qtbot: QtBot) -> SafetyCard:
    made = SafetyCard(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def kept(session: Session) -> Settings:
    """As the next start would read it."""
    assert session.settings.save()
    return Settings.load(session.settings.path)


def test_it_begins_as_the_design_says(card: SafetyCard) -> None:
    assert (card.hold.value(), card.until_i_say.isChecked()) == (10, False)
    assert card.levels.value() == "standard"
    assert not card.quiet.isChecked()
    assert (card.quiet_from.text(), card.quiet_to.text()) == ("22:00", "08:00")
    assert not card.quiet_from.isEnabled()


def test_the_hold_is_set_or_left_to_the_person(
    card: SafetyCard, session: Session, qtbot: QtBot
) -> None:
    assert (card.hold.minimum(), card.hold.maximum()) == (0, 120)
    card.hold.setValue(45)
    assert kept(session).hold_s == "45"
    qtbot.keyClick(card.until_i_say, Qt.Key.Key_Space)
    assert kept(session).hold_s == HOLD_UNTIL_I_SAY
    assert not card.hold.isEnabled()


def test_strict_is_chosen_by_key_and_says_what_it_means(
    card: SafetyCard, session: Session, qtbot: QtBot
) -> None:
    def words() -> str:
        return "\n".join(label.text() for label in card.findChildren(QLabel))

    before = words()
    strict = card.levels.findChild(QWidget, "strict")
    assert isinstance(strict, QWidget)
    qtbot.mouseClick(strict, LEFT)
    assert kept(session).levels == "strict"
    assert "One step more" in words()
    assert words() != before


def test_quiet_hours_are_kept_with_their_times(
    card: SafetyCard, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClick(card.quiet, Qt.Key.Key_Space)
    assert card.quiet_from.isEnabled()
    card.quiet_from.setTime(QTime(21, 30))
    card.quiet_to.setTime(QTime(7, 0))
    found = kept(session)
    assert (found.quiet, found.quiet_from, found.quiet_to) == ("on", "21:30", "07:00")
    qtbot.keyClick(card.quiet, Qt.Key.Key_Space)
    assert kept(session).quiet == "off"
    assert not card.quiet_to.isEnabled()


def test_every_tab_stop_has_a_name_in_both_languages(
    card: SafetyCard, languages: Languages, nameless: Callable[[QWidget], list[Any]]
) -> None:
    card.quiet.setChecked(True)
    for language in ("en", "zh_CN"):
        languages.apply(language)
        inside = "qt_spinbox_lineedit"  # Qt's own part, named by what it is in
        assert [found for found in nameless(card) if found[1] != inside] == []
