"""Tag rows in groups, added, filled and taken away by keys and clicks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tpns_desktop.model.draft import empty_draft
from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.screens.compose.tag_builder import PATH, TagBuilder, empty_row
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.widgets.chips import ChipsInput

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def binding(qapp: QApplication) -> Iterator[DraftBinding]:
    made = DraftBinding(empty_draft())
    yield made
    # Here and now: left to Python's collector, it might go on another thread, with its timers.
    shiboken6.delete(made)


@pytest.fixture
def builder(binding: DraftBinding, qtbot: QtBot, theme: Theme) -> TagBuilder:
    made = TagBuilder(binding)
    qtbot.addWidget(made)
    made.resize(560, 500)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def shown(builder: TagBuilder, kind: type[W], name: str) -> W:
    QApplication.processEvents()  # a layout shows what was just put into it
    found = [w for w in builder.findChildren(kind, f"{PATH}.{name}") if w.isVisible()]
    assert len(found) == 1
    return found[0]


def button(builder: TagBuilder, name: str) -> QPushButton:
    return shown(builder, QPushButton, name)


def click(builder: TagBuilder, name: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(builder, name), Qt.MouseButton.LeftButton)


def type_tag(builder: TagBuilder, place: str, tag: str, qtbot: QtBot) -> None:
    chips = shown(builder, ChipsInput, f"{place}.tags")
    chips.entry.setFocus()
    qtbot.keyClicks(chips.entry, tag)
    qtbot.keyClick(chips.entry, Qt.Key.Key_Return)


def row(*tags: str, match: str = "any") -> dict[str, Any]:
    return {"tag_type": "xg_user_define", "match": match, "tags": list(tags)}


def test_one_empty_row_stands_ready_and_is_no_edit(
    builder: TagBuilder, binding: DraftBinding
) -> None:
    assert builder.groups() == [[empty_row()]]
    assert not binding.has_unsaved_edits


def test_rows_and_groups_are_added_and_filled(
    builder: TagBuilder, binding: DraftBinding, qtbot: QtBot
) -> None:
    type_tag(builder, "0.0", "vip", qtbot)
    click(builder, "0.add_row", qtbot)
    type_tag(builder, "0.1", "gamer", qtbot)
    click(builder, "add_group", qtbot)
    type_tag(builder, "1.0", "level:1", qtbot)
    assert binding.value(PATH) == [[row("vip"), row("gamer")], [row("level:1")]]


def test_the_last_row_leaves_an_empty_one(
    builder: TagBuilder, binding: DraftBinding, qtbot: QtBot
) -> None:
    type_tag(builder, "0.0", "vip", qtbot)
    click(builder, "0.0.remove", qtbot)
    assert binding.value(PATH) == [[empty_row()]]
    assert builder.groups() == [[empty_row()]]


def test_a_group_goes_with_its_last_row(
    builder: TagBuilder, binding: DraftBinding, qtbot: QtBot
) -> None:
    binding.set_value(PATH, [[row("vip")], [row("gamer", match="none")]])
    click(builder, "0.0.remove", qtbot)
    assert binding.value(PATH) == [[row("gamer", match="none")]]


def test_another_draft_is_shown_as_it_is(
    builder: TagBuilder, binding: DraftBinding, qtbot: QtBot
) -> None:
    draft = empty_draft()
    groups = [[row("vip", "new", match="all")], [row("gamer", match="none"), row("x")]]
    draft["audience"]["tag"]["groups"] = groups
    binding.replace(draft)
    assert builder.groups() == groups


def test_a_change_of_language_keeps_every_row(builder: TagBuilder, binding: DraftBinding) -> None:
    groups = [[row("vip", "new", match="all")], [row("gamer", match="none")]]
    binding.set_value(PATH, groups)
    QApplication.sendEvent(builder, QEvent(QEvent.Type.LanguageChange))
    assert builder.groups() == groups
    assert binding.value(PATH) == groups


def test_what_is_being_typed_is_not_lost_when_a_row_is_added(
    builder: TagBuilder, binding: DraftBinding, qtbot: QtBot
) -> None:
    chips = builder.findChild(ChipsInput, f"{PATH}.0.0.tags")
    chips.entry.setFocus()
    qtbot.keyClicks(chips.entry, "half")
    click(builder, "0.add_row", qtbot)
    assert binding.value(PATH) == [[row("half"), empty_row()]]


def test_a_new_row_has_the_focus_and_so_has_a_new_group(
    builder: TagBuilder, binding: DraftBinding, qtbot: QtBot
) -> None:
    type_tag(builder, "0.0", "vip", qtbot)
    click(builder, "0.add_row", qtbot)
    assert shown(builder, ChipsInput, "0.1.tags").entry.hasFocus()
    click(builder, "add_group", qtbot)
    assert shown(builder, ChipsInput, "1.0.tags").entry.hasFocus()


def test_the_focus_stays_among_the_rows_when_one_is_taken_away(
    builder: TagBuilder, binding: DraftBinding, qtbot: QtBot
) -> None:
    binding.set_value(PATH, [[row("a"), row("b")], [row("c")]])
    click(builder, "1.0.remove", qtbot)
    assert shown(builder, ChipsInput, "0.1.tags").entry.hasFocus()
    click(builder, "0.0.remove", qtbot)
    assert shown(builder, ChipsInput, "0.0.tags").entry.hasFocus()


def test_the_cross_is_drawn_large_enough_to_be_seen(builder: TagBuilder) -> None:
    cross = button(builder, "0.0.remove")
    assert cross.text() == ""
    assert not cross.icon().isNull()
    assert cross.iconSize().width() >= 14
    assert cross.accessibleName()


def test_ways_to_add_stand_where_reading_begins(builder: TagBuilder) -> None:
    def left(widget: QWidget) -> int:
        return widget.mapTo(builder, widget.rect().topLeft()).x()

    first = builder.findChild(QWidget, f"{PATH}.0.0.tag_type")
    assert abs(left(button(builder, "0.add_row")) - left(first)) <= 8
    assert button(builder, "add_group").width() < builder.width() // 2


def test_tags_have_more_room_than_their_kind(builder: TagBuilder, qtbot: QtBot) -> None:
    builder.resize(430, 500)
    kind = builder.findChild(QWidget, f"{PATH}.0.0.tag_type")
    tags = builder.findChild(QWidget, f"{PATH}.0.0.tags")
    qtbot.waitUntil(lambda: tags.width() > kind.width(), timeout=2000)
