"""What the disk refuses is kept, tried again by itself, and said to be stored when it is."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.ui.pushes import FakeDesk, draft_row
from tpns_desktop.store.errors import DiskFull, UnknownApp
from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.keeper import DraftKeeper
from tpns_desktop.ui.session import Session


class Disk:
    """Stores drafts while there is room."""

    def __init__(self) -> None:
        self.room = True
        self.stored: dict[str, dict[str, Any]] = {}

    def save_draft(self, app_id: str, draft_id: str, data: dict[str, Any]) -> Any:
        if app_id == "gone":
            raise UnknownApp
        if not self.room:
            raise DiskFull
        self.stored[draft_id] = data
        return draft_row(id=draft_id, app_id=app_id, data=data)


@pytest.fixture
def disk(desk: FakeDesk) -> Disk:
    made = Disk()
    desk.answers["save_draft"] = made.save_draft
    return made


@pytest.fixture
def owner(qtbot: QtBot, qapp: object) -> QObject:
    return QObject()


@pytest.fixture
def binding(session: Session, owner: QObject) -> DraftBinding:
    return DraftBinding({"message": {"title": ""}}, owner)


@pytest.fixture
def keeper(session: Session, binding: DraftBinding, owner: QObject, disk: Disk) -> DraftKeeper:
    made = DraftKeeper(session, binding, owner, retry_s=0.02)
    made.enter("shop")
    return made


def test_what_had_no_room_is_stored_as_soon_as_there_is_some(
    keeper: DraftKeeper, binding: DraftBinding, disk: Disk, qtbot: QtBot
) -> None:
    disk.room = False
    told: list[object] = []
    keeper.refused.connect(told.append)
    binding.set_value("message.title", "Sale")
    with qtbot.waitSignal(keeper.refused):
        keeper.save()
    binding.set_value("message.title", "Sale tonight")  # typed on while there is none
    disk.room = True
    with qtbot.waitSignal(keeper.recovered):
        pass
    assert keeper.draft_id is not None
    assert disk.stored[keeper.draft_id]["message"]["title"] == "Sale tonight"
    assert len(told) == 1  # said once, however often it was tried


def test_the_draft_of_a_page_that_was_left_is_stored_too(
    keeper: DraftKeeper, binding: DraftBinding, disk: Disk, qtbot: QtBot
) -> None:
    disk.room = False
    binding.set_value("message.title", "First")
    with qtbot.waitSignal(keeper.refused):
        keeper.save()
    first = keeper.draft_id
    keeper.begin({"message": {"title": "Second"}})
    keeper.save()
    second = keeper.draft_id
    disk.room = True
    with qtbot.waitSignal(keeper.recovered):
        pass
    qtbot.waitUntil(lambda: {first, second} <= set(disk.stored))
    assert first is not None
    assert disk.stored[first]["message"]["title"] == "First"


def test_recovered_is_not_said_when_nothing_was_refused(
    keeper: DraftKeeper, binding: DraftBinding, disk: Disk, qtbot: QtBot
) -> None:
    told: list[bool] = []
    keeper.recovered.connect(lambda: told.append(True))
    binding.set_value("message.title", "Sale")
    with qtbot.waitSignal(keeper.saved):
        keeper.save()
    assert told == []
