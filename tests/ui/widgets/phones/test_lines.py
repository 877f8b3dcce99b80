"""Text in lines: nothing is lost or doubled at a cut."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from tpns_desktop.ui.widgets.phones.lines import Block, lay_out

TEXT = "Get online to claim your prize before midnight. " * 10


@pytest.fixture
def font(qapp: QApplication) -> QFont:
    made = QFont()
    made.setPixelSize(13)
    return made


def shown(block: Block) -> str:
    return "".join(line.text for line in block.shown)


def test_a_limit_cuts_at_the_exact_character(font: QFont) -> None:
    block = lay_out(TEXT, font, 200, 12, limit=57)
    assert (block.cut, block.by_limit) == (57, True)
    assert shown(block) == TEXT[:57]
    assert "".join(line.text for line in block.rest).startswith(TEXT[57:70])


def test_a_limit_that_is_not_reached_cuts_nothing(font: QFont) -> None:
    block = lay_out("Short", font, 200, 4, limit=5)
    assert (block.cut, block.rest) == (None, ())


def test_where_the_room_ends_first_the_room_cuts(font: QFont) -> None:
    block = lay_out(TEXT, font, 200, 2, limit=300)
    assert not block.by_limit
    assert block.cut is not None
    assert block.cut < 300
    assert len(block.shown) == 2
    assert block.shown[-1].text.endswith("…")


def test_lines_of_a_closed_notification_are_counted(font: QFont) -> None:
    block = lay_out(TEXT, font, 200, 12, closed=2)
    assert block.closed == len("".join(line.text for line in block.shown[:2]))
    assert lay_out("Short", font, 200, 12, closed=2).closed is None


def test_what_goes_on_beside_the_cut_counts_one_line(font: QFont) -> None:
    block = lay_out("ab cd", font, 200, 4, limit=2)
    assert block.joined
    assert block.rows == 1
    assert block.rest[0].x > block.mark_x


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(
    st.text(st.characters(exclude_characters="\n\u2028\u2029"), max_size=120),
    st.integers(0, 130),
    st.integers(1, 12),
)
def test_any_text_is_cut_once(font: QFont, text: str, limit: int, lines: int) -> None:
    block = lay_out(text, font, 150, lines, limit)
    assert len(block.shown) <= lines
    if block.by_limit:
        assert block.cut == limit
        assert shown(block) == text[:limit]
    elif block.cut is None:
        assert shown(block) == text.rstrip()
    else:
        assert block.cut <= len(text)
