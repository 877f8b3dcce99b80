"""The draft between its editors and those who judge and keep it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.send import builders
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.send.checks import examine
from tpns_desktop.ui.forms.binding import SAVE_AFTER_MS, DraftBinding


@pytest.fixture
def binding(qapp: QApplication) -> Iterator[DraftBinding]:
    made = DraftBinding(empty_draft())
    yield made
    # Here and now: left to Python's collector, it might go on another thread, with its timers.
    shiboken6.delete(made)


def edits(binding: DraftBinding) -> list[str]:
    seen: list[str] = []
    binding.edited.connect(seen.append)
    return seen


def test_an_edit_lands_in_the_draft_and_is_told_once(binding: DraftBinding) -> None:
    seen = edits(binding)
    binding.set_value("message.title", "Sale")
    binding.set_value("message.title", "Sale")
    assert binding.value("message.title") == "Sale"
    assert seen == ["message.title"]


def test_typing_is_examined_once_after_a_pause(binding: DraftBinding, qtbot: QtBot) -> None:
    due: list[int] = []
    binding.examine_due.connect(lambda: due.append(1))
    with qtbot.waitSignal(binding.examine_due):
        for text in ("S", "Sa", "Sal", "Sale"):
            binding.set_value("message.title", text)
    assert due == [1]


def test_typing_is_saved_after_a_longer_pause(binding: DraftBinding, qtbot: QtBot) -> None:
    with qtbot.waitSignal(binding.save_due, timeout=SAVE_AFTER_MS + 4000):
        binding.set_value("message.title", "Sale")
        assert binding.has_unsaved_edits
    assert not binding.has_unsaved_edits


def test_a_save_by_hand_takes_the_place_of_the_one_that_was_due(
    binding: DraftBinding, qtbot: QtBot
) -> None:
    binding.set_value("message.title", "Sale")
    binding.saved()
    assert not binding.has_unsaved_edits
    with qtbot.assertNotEmitted(binding.save_due, wait=SAVE_AFTER_MS + 200):
        pass


def test_another_draft_is_no_edit_and_is_not_saved(binding: DraftBinding, qtbot: QtBot) -> None:
    seen = edits(binding)
    binding.set_value("message.title", "Old")
    binding.replace(builders.draft("account"))
    assert seen == ["message.title"]
    assert not binding.has_unsaved_edits
    assert binding.value("audience.kind") == "account"
    assert binding.examination is None


def test_what_is_given_out_or_taken_in_is_a_copy(binding: DraftBinding) -> None:
    groups: list[Any] = [[{"tag_type": "xg_user_define", "match": "any", "tags": ["a"]}]]
    binding.set_value("audience.tag.groups", groups)
    groups[0][0]["tags"].append("b")
    binding.value("audience.tag.groups")[0][0]["tags"].append("c")
    binding.draft["audience"]["tag"]["groups"][0][0]["tags"].append("d")
    assert binding.value("audience.tag.groups")[0][0]["tags"] == ["a"]


def test_an_examination_is_told_to_all(binding: DraftBinding, qtbot: QtBot) -> None:
    examination = examine(builders.draft("account"), builders.context())
    with qtbot.waitSignal(binding.examined) as told:
        binding.set_examination(examination)
    assert told.args == [examination]
    assert binding.examination is examination


def test_an_unknown_path_is_a_mistake_of_ours(binding: DraftBinding) -> None:
    with pytest.raises(KeyError):
        binding.value("message.colour")
    with pytest.raises(KeyError):
        binding.set_value("message.colour", "red")
