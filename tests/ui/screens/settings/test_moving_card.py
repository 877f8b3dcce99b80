"""One file out and in: what it holds is shown first, and a file that is not taken says why."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.pushes import NOW, FakeDesk
from tpns_desktop.send.moving import KINDS, LeftOut, Merged
from tpns_desktop.send.moving_read import Book, MovingRefused
from tpns_desktop.ui.screens.settings.arrival_dialog import ArrivalDialog
from tpns_desktop.ui.screens.settings.moving_card import MovingCard
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.words import moving as words

LEFT = Qt.MouseButton.LeftButton
BOOK = Book(NOW, ())


def merged(**changes: Any) -> Merged:
    values: dict[str, Any] = {
        "made_at": NOW,
        "new": Counter(drafts=3),
        "newer": Counter(drafts=1, tags=2),
        "same": Counter(plans=4),
    }
    return Merged(**values | changes)


@pytest.fixture
def card(session: Session, desk: FakeDesk, qtbot: QtBot) -> MovingCard:
    desk.answers |= {"open_book": (BOOK, merged()), "import_book": merged()}
    made = MovingCard(session)
    qtbot.addWidget(made)
    made.show()
    return made


def opened(card: MovingCard, qtbot: QtBot) -> ArrivalDialog:
    card.import_from("book.json")
    qtbot.waitUntil(lambda: card._dialog is not None and card._dialog.isVisible())
    assert card._dialog is not None
    return card._dialog


def test_every_kind_has_words() -> None:
    assert tuple(words._KINDS) == KINDS


def test_it_is_written_where_one_chose(card: MovingCard, desk: FakeDesk, qtbot: QtBot) -> None:
    desk.answers["export_book"] = Counter(drafts=7, devices=2)
    qtbot.mouseClick(card.take_out, LEFT)
    chooser = card._file
    assert isinstance(chooser, QFileDialog)
    assert chooser.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    chooser.reject()
    card.export_to("/somewhere/book.json")
    qtbot.waitUntil(card.outcome.isVisible)
    assert desk.calls("export_book") == [(Path("/somewhere/book.json"),)]
    for part in ("/somewhere/book.json", "Drafts: 7", "Devices: 2"):
        assert part in card.outcome.text()


def test_a_folder_that_takes_nothing_is_said(
    card: MovingCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["export_book"] = PermissionError("no")
    card.export_to("/nowhere/book.json")
    qtbot.waitUntil(card.outcome.isVisible)
    assert "another folder" in card.outcome.text()
    assert card.take_out.isEnabled()


def test_what_it_holds_is_shown_and_taken_when_a_person_says_so(
    card: MovingCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    dialog = opened(card, qtbot)
    assert dialog.facts.facts() == [
        ("Drafts", "3 new · 1 newer than here"),
        ("Plans", "4 here already"),
        ("Tags", "2 newer than here"),
    ]
    assert "6" in dialog.do.text()
    assert desk.calls("import_book") == []
    with qtbot.waitSignal(card.arrived):
        qtbot.mouseClick(dialog.do, LEFT)
    assert desk.calls("import_book") == [(BOOK,)]
    assert "6" in card.outcome.text()


def test_going_back_takes_nothing(card: MovingCard, desk: FakeDesk, qtbot: QtBot) -> None:
    dialog = opened(card, qtbot)
    with qtbot.waitSignal(dialog.finished) as ended:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert ended.args == [QDialog.DialogCode.Rejected]
    assert desk.calls("import_book") == []


def test_an_app_that_is_not_here_is_named_by_its_access_id(
    card: MovingCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    left = [LeftOut("Shop", ("1500012345",), False, 9), LeftOut("Practice", (), True, 2)]
    nothing = {"new": Counter(), "newer": Counter(), "same": Counter()}
    desk.answers["open_book"] = (BOOK, merged(left_out=left, **nothing))
    dialog = opened(card, qtbot)
    assert not dialog.do.isVisible()
    said = words.left_out_words(merged(left_out=left, **nothing))
    assert "1500012345" in said[0]
    assert "Shop" in said[0]
    assert "practice" in said[1]


@pytest.mark.parametrize(
    ("reason", "part"),
    [
        ("unreadable", "not there"),
        ("too_large", "larger"),
        ("foreign", "not a file that TPNS Desktop saved"),
        ("newer", "newer version"),
        ("damaged", "part of the file"),
    ],
)
def test_a_file_that_is_not_taken_says_why_and_that_nothing_changed(
    card: MovingCard, desk: FakeDesk, qtbot: QtBot, reason: str, part: str
) -> None:
    desk.answers["open_book"] = MovingRefused(reason)
    card.import_from("book.json")
    qtbot.waitUntil(card.outcome.isVisible)
    assert part in card.outcome.text()
    assert "Nothing was changed" in card.outcome.text()
    assert card._dialog is None
