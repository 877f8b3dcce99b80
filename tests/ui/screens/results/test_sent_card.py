"""What was confirmed, read back: its name, its reason at night, and the devices of a test."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui import pushes
from tpns_desktop.send.results import Batch
from tpns_desktop.ui.screens.results.sent_card import SentCard


def told(batch: Batch, qtbot: QtBot) -> dict[str, str]:
    card = SentCard()
    qtbot.addWidget(card)
    card.show_batch(batch, "#aa0000")
    return dict(card.facts.facts())


def test_name_and_reason_stand_with_the_push(qapp: QApplication, qtbot: QtBot) -> None:
    named = told(pushes.batch(name="Winter sale", night_reason="Flood warning"), qtbot)
    assert named["Your name for it"] == "Winter sale"
    assert named["Why in quiet hours"] == "Flood warning"
    assert {"Your name for it", "Why in quiet hours"}.isdisjoint(told(pushes.batch(), qtbot))


def test_a_test_names_its_devices(qapp: QApplication, qtbot: QtBot) -> None:
    made = pushes.batch(purpose="test")
    audience = {**made.audience, "devices": ["Li's phone", "iPhone 15"]}
    test = Batch(made.id, tuple(replace(row, audience=audience) for row in made.rows))
    assert told(test, qtbot)["To"].startswith("Test devices: Li's phone")
