"""Tag rows in groups, added, filled and taken away by keys and clicks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tpns_desktop.model.draft import empty_draft
from tpns_desktop.store.tag_book import Tag
from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.editors import ChoiceEditor
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


# ------------------------------------------------------------------------------- the book of tags


def known(tag: str, tag_type: str = "xg_user_define", used: int | None = None) -> Tag:
    added = datetime(2026, 1, 16, tzinfo=UTC)
    used_at = added + timedelta(days=used) if used is not None else None
    return Tag(app_id="shop", tag_type=tag_type, tag=tag, added_at=added, used_at=used_at)


def note(builder: TagBuilder, place: str = "0.0") -> str:
    QApplication.processEvents()  # a layout shows what was just put into it
    found = builder.findChildren(QLabel, f"{PATH}.{place}.note")
    return "".join(label.text() for label in found if label.isVisible())


def completions(builder: TagBuilder, place: str = "0.0") -> list[str]:
    model = shown(builder, ChipsInput, f"{place}.tags").entry.completer().model()
    return [model.index(n, 0).data() for n in range(model.rowCount())]


def test_every_kind_completes_from_what_was_used_before_the_last_used_first(
    builder: TagBuilder, binding: DraftBinding, qtbot: QtBot
) -> None:
    builder.set_book([
        known("vip", used=1), known("gamer", used=3), known("hunan", "xg_auto_province")
    ])  # fmt: skip
    builder.set_suggestions(["male", "vip"])
    assert completions(builder) == ["gamer", "vip", "male"]
    kind = shown(builder, ChoiceEditor, "0.0.tag_type")
    kind.setFocus()
    qtbot.keyClicks(kind, "Province")
    qtbot.keyClick(kind, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: completions(builder) == ["hunan"])
    assert "guangdong" in shown(builder, ChipsInput, "0.0.tags").entry.placeholderText()


def test_a_province_spelt_as_in_the_example_is_not_asked_about(
    builder: TagBuilder, qtbot: QtBot
) -> None:
    builder.set_book([])
    kind = shown(builder, ChoiceEditor, "0.0.tag_type")
    kind.setFocus()
    qtbot.keyClicks(kind, "Province")
    qtbot.keyClick(kind, Qt.Key.Key_Return)
    type_tag(builder, "0.0", "guangdong", qtbot)
    assert note(builder) == ""
    type_tag(builder, "0.0", "guandong", qtbot)
    assert note(builder) == ("“guandong”: new – check the spelling\nDid you mean “guangdong”?")


def test_a_tag_never_used_before_is_marked_and_the_one_that_was_meant_is_named(
    builder: TagBuilder, qtbot: QtBot
) -> None:
    builder.set_book([known("level:3"), known("vip")])
    type_tag(builder, "0.0", "vip", qtbot)
    assert note(builder) == ""
    type_tag(builder, "0.0", "levle:3", qtbot)
    assert note(builder) == ("“levle:3”: new – check the spelling\nDid you mean “level:3”?")
    chip = builder.findChild(QWidget, "chip.levle:3")
    assert chip is not None
    assert chip.property("marked") is True
    assert chip.accessibleName() == "levle:3"
    assert "check the spelling" in chip.accessibleDescription()
    builder.set_book([known("level:3"), known("vip"), known("levle:3")])
    assert note(builder) == ""
    assert chip.property("marked") is False


def test_nothing_is_called_new_while_the_book_is_not_read(
    builder: TagBuilder, qtbot: QtBot
) -> None:
    type_tag(builder, "0.0", "anything", qtbot)
    assert note(builder) == ""
    builder.set_book([])
    assert "anything" in note(builder)


@pytest.mark.parametrize(
    ("tag_type", "match", "tags", "said"),
    [
        ("xg_auto_active", "any", ["20260408"], ""),
        ("xg_auto_active", "any", ["2026-04-08"], "“2026-04-08”: write it like 20260408"),
        ("xg_auto_country", "any", ["cn"], "“cn”: write it like CN, SG"),
        ("xg_auto_province", "all", ["hunan", "henan"], "this row reaches nobody"),
    ],
)
def test_what_can_reach_nobody_is_said_at_its_row(
    builder: TagBuilder,
    binding: DraftBinding,
    tag_type: str,
    match: str,
    tags: list[str],
    said: str,
) -> None:
    builder.set_book([known(tag, "xg_auto_province") for tag in ("hunan", "henan")])
    binding.set_value(PATH, [[{"tag_type": tag_type, "match": match, "tags": tags}]])
    assert said in note(builder)
    assert bool(said) == bool(note(builder))


def test_a_whole_rule_is_written_by_keys_alone(
    builder: TagBuilder, binding: DraftBinding, qtbot: QtBot
) -> None:
    def press(*keys: Qt.Key) -> None:
        for key in keys:
            qtbot.keyClick(QApplication.focusWidget(), key)

    builder.set_book([])
    shown(builder, ChoiceEditor, "0.0.tag_type").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "hunan,henan")
    press(Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    qtbot.keyClicks(QApplication.focusWidget(), "vip")
    press(Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Delete)
    qtbot.keyClicks(QApplication.focusWidget(), "male")
    press(Qt.Key.Key_Return)
    assert binding.value(PATH) == [
        [
            {"tag_type": "xg_auto_province", "match": "none", "tags": ["hunan", "henan"]},
            row("male"),
        ]
    ]
