"""What is put into an editor comes out of it, and only people edit."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QDateTime, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tpns_desktop.model.limits import EXPIRE_S_MAX
from tpns_desktop.ui.forms.editors import (
    CheckEditor,
    ChoiceEditor,
    DurationEditor,
    LineEditor,
    SegmentEditor,
    TextEditor,
    WhenEditor,
)
from tpns_desktop.ui.theme.theme import Theme

# One editor for all examples: each shows the next value.
ROUND = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])

# Everything that UTF-8 can hold; a line end ends a line, whichever it is.
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\u2028\u2029")
ODD = st.sampled_from(
    [
        " ",
        "\u00a0",
        "\u202f",
        "\u200b",
        "\ufeff",
        "\t",
        "🎉",
        "👨‍👩‍👧",
        "中",
        "é",
        "\u0301",
        "\u202e",
    ]
)
LINES = st.lists(st.one_of(ODD, CHARACTERS), max_size=40).map("".join)
TEXTS = st.lists(LINES, max_size=6).map("\n".join)


def _without_mark(text: str) -> bool:
    # PySide takes a byte order mark at the beginning for one, and leaves it out.
    return not text.startswith("\ufeff")


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> Callable[[QWidget], QWidget]:
    pages: list[QWidget] = []

    def show(widget: QWidget) -> QWidget:
        page = QWidget()
        pages.append(page)
        qtbot.addWidget(page)
        column = QVBoxLayout(page)
        column.addWidget(widget)
        column.addWidget(QPushButton("after it"))
        page.resize(400, 300)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        widget.setFocus()
        return widget

    return show


def wheel(widget: QWidget) -> bool:
    """Turn the wheel over it; whether it took that for itself."""
    place = QPointF(5, 5)
    event = QWheelEvent(
        place, widget.mapToGlobal(place), QPoint(0, 0), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def edits(editor: Any) -> list[Any]:
    seen: list[Any] = []
    editor.edited.connect(lambda: seen.append(editor.value()))
    return seen


# -------------------------------------------------------------------------------------- text


@ROUND
@given(text=LINES.filter(_without_mark))
def test_a_line_comes_out_as_it_was_put_in(qapp: QApplication, text: str) -> None:
    editor = LineEditor()
    editor.set_value(text)
    assert editor.value() == text


@ROUND
@given(text=TEXTS.filter(_without_mark))
def test_a_text_comes_out_as_it_was_put_in(qapp: QApplication, text: str) -> None:
    editor = TextEditor()
    editor.set_value(text)
    assert editor.value() == text


@ROUND
@given(text=TEXTS.filter(_without_mark))
def test_a_pasted_text_comes_out_as_it_was_copied(qapp: QApplication, text: str) -> None:
    editor = TextEditor()
    editor.textCursor().insertText(text)
    assert editor.value() == text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029"])
def test_every_line_end_becomes_a_line_feed(qapp: QApplication, end: str) -> None:
    editor = TextEditor()
    editor.set_value(f"one{end}two")
    assert editor.value() == "one\ntwo"


def test_pasting_into_a_text_keeps_no_break_spaces(
    shown: Callable[[QWidget], TextEditor], qtbot: QtBot
) -> None:
    editor = shown(TextEditor())
    QGuiApplication.clipboard().setText("30\u00a0%\tnow\u202f!")
    qtbot.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert editor.value() == "30\u00a0%\tnow\u202f!"


def test_tab_leaves_a_text_and_writes_nothing(
    shown: Callable[[QWidget], TextEditor], qtbot: QtBot
) -> None:
    editor = shown(TextEditor())
    qtbot.keyClicks(editor, "one")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.value() == "one"


@pytest.mark.parametrize("kind", [LineEditor, TextEditor])
def test_only_people_edit_a_text(
    shown: Callable[[QWidget], Any], qtbot: QtBot, kind: type[QWidget]
) -> None:
    editor = shown(kind())
    seen = edits(editor)
    editor.set_value("by the program")
    assert seen == []
    qtbot.keyClicks(editor, "ab")
    assert len(seen) == 2


def test_showing_the_same_text_again_leaves_the_cursor(
    shown: Callable[[QWidget], TextEditor], qtbot: QtBot
) -> None:
    editor = shown(TextEditor())
    editor.set_value("one two")
    editor.moveCursor(editor.textCursor().MoveOperation.Start)
    editor.set_value("one two")
    qtbot.keyClicks(editor, "X")
    assert editor.value() == "Xone two"


# ----------------------------------------------------------------------------------- choices

CHOICES = [("0", "Default"), ("1", "Phone"), ("2", "Mail")]


@pytest.mark.parametrize("kind", [ChoiceEditor, SegmentEditor])
def test_a_value_stays_when_its_choices_come_later(qapp: QApplication, kind: type[Any]) -> None:
    editor = kind()
    editor.set_value("2")
    editor.set_choices(CHOICES)
    assert editor.value() == "2"
    editor.set_choices([(key, f"{text} (zh)") for key, text in CHOICES])
    assert editor.value() == "2"
    editor.set_choices(CHOICES[:1])
    editor.set_choices(CHOICES)
    assert editor.value() == "2"


@pytest.mark.parametrize("kind", [ChoiceEditor, SegmentEditor])
def test_nothing_is_chosen_for_a_person(qapp: QApplication, kind: type[Any]) -> None:
    editor = kind()
    seen = edits(editor)
    editor.set_choices(CHOICES)
    assert editor.value() is None
    editor.set_value("1")
    editor.set_value(None)
    assert editor.value() is None
    assert seen == []


def test_arrow_keys_choose_from_a_list(
    shown: Callable[[QWidget], ChoiceEditor], qtbot: QtBot
) -> None:
    editor = shown(ChoiceEditor())
    editor.set_choices(CHOICES)
    editor.set_value("0")
    seen = edits(editor)
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    assert seen == ["1"]


def test_arrow_keys_choose_among_segments(
    shown: Callable[[QWidget], SegmentEditor], qtbot: QtBot
) -> None:
    editor = shown(SegmentEditor())
    editor.set_choices(CHOICES)
    seen = edits(editor)
    proxy = editor.focusProxy()
    assert proxy is not None
    qtbot.keyClick(proxy, Qt.Key.Key_Space)
    qtbot.keyClick(editor.focusProxy(), Qt.Key.Key_Right)
    assert seen == ["0", "1"]


@pytest.mark.parametrize("kind", [ChoiceEditor, WhenEditor])
def test_the_wheel_scrolls_the_page_and_changes_no_value(
    shown: Callable[[QWidget], Any], kind: type[QWidget]
) -> None:
    editor = shown(kind())
    if isinstance(editor, ChoiceEditor):
        editor.set_choices(CHOICES)
        editor.set_value("1")
    value = editor.value()
    assert not wheel(editor)
    assert editor.value() == value


def test_a_tick_is_an_edit_only_by_a_person(
    shown: Callable[[QWidget], CheckEditor], qtbot: QtBot
) -> None:
    editor = shown(CheckEditor())
    editor.setText("On")
    seen = edits(editor)
    editor.set_value(True)
    assert seen == []
    qtbot.keyClick(editor, Qt.Key.Key_Space)
    assert seen == [False]


# ------------------------------------------------------------------------------ dates, times


@ROUND
@given(
    moment=st.datetimes(
        min_value=datetime(2020, 1, 1),  # on the service's clock, which has no summer time
        max_value=datetime(2090, 12, 31),
    )
)
def test_a_time_comes_out_to_the_minute(qapp: QApplication, moment: datetime) -> None:
    editor = WhenEditor()
    text = moment.strftime("%Y-%m-%dT%H:%M")
    editor.set_value(text)
    assert editor.value() == text


@pytest.fixture
def summer_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This computer's clock goes forward on 14 March 2027, from 02:00 to 03:00."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system's zone cannot be changed for one process")
    with monkeypatch.context() as changed:
        changed.setenv("TZ", "America/New_York")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("summer_time")
def test_an_hour_that_this_computer_skips_can_be_chosen(qapp: QApplication) -> None:
    editor = WhenEditor()
    editor.set_value("2027-03-14T02:30")
    assert (editor.value(), editor.text()) == ("2027-03-14T02:30", "2027-03-14  02:30")
    editor.suggest(QDateTime.fromString("2027-03-14T02:31:07Z", Qt.DateFormat.ISODate))
    assert editor.value() == "2027-03-14T02:31"
    editor.stepBy(1)  # the year, which has the cursor
    editor.stepBy(-1)
    assert editor.value() == "2027-03-14T02:31"


@pytest.mark.parametrize("text", ["", "soon", "2026-02-30T10:00", "2026-01-16 09:30:12"])
def test_what_is_no_time_leaves_the_one_that_is_shown(qapp: QApplication, text: str) -> None:
    editor = WhenEditor()
    editor.set_value("2026-01-16T09:30")
    editor.set_value(text)
    assert editor.value() == "2026-01-16T09:30"


@ROUND
@given(
    seconds=st.one_of(
        st.integers(0, 999).map(lambda n: n * 60),
        st.integers(0, 72).map(lambda n: n * 3600),
        st.sampled_from([EXPIRE_S_MAX, 300, 86_400]),
    )
)
def test_a_wait_comes_out_in_seconds(qapp: QApplication, seconds: int) -> None:
    editor = DurationEditor()
    editor.set_unit_words("minutes", "hours", "days")
    seen = edits(editor)
    editor.set_value(str(seconds))
    assert editor.value() == str(seconds)
    assert seen == []


def test_a_wait_that_is_no_number_leaves_what_is_shown(qapp: QApplication) -> None:
    editor = DurationEditor()
    editor.set_unit_words("minutes", "hours", "days")
    editor.set_value("3600")
    editor.set_value("later")
    assert editor.value() == "3600"


def test_a_wait_is_edited_by_number_and_by_unit(
    shown: Callable[[QWidget], DurationEditor], qtbot: QtBot
) -> None:
    editor = shown(DurationEditor())
    editor.set_unit_words("minutes", "hours", "days")
    editor.set_value("300")
    seen = edits(editor)
    qtbot.keyClick(editor.number, Qt.Key.Key_Up)
    editor.unit.setFocus()
    qtbot.keyClick(editor.unit, Qt.Key.Key_Down)
    assert seen == ["360", "21600"]
