"""The JSON view always shows what it would show if it were new."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.theme.tokens import DARK, LIGHT, Tokens
from tpns_desktop.ui.widgets.json_view import JsonView

BODY = st.dictionaries(
    st.sampled_from("abcdef"),
    st.integers() | st.text(max_size=3) | st.lists(st.integers(0, 9), max_size=20),
    max_size=6,
)


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> JsonView:
    widget = JsonView()
    qtbot.addWidget(widget)
    return widget


def made(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def colour_of(view: JsonView, text: str) -> str:
    """The colour in which the first place of `text` is painted."""
    # Qt counts UTF-16 units.
    place = len(view.toPlainText().split(text)[0].encode("utf-16-le")) // 2
    block = view.document().findBlock(place)
    inside = place - block.position()
    for shape in block.layout().formats():
        if shape.start <= inside < shape.start + shape.length:
            return shape.format.foreground().color().name().upper()
    return ""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(BODY, min_size=2, max_size=5), st.booleans())
def test_changing_shows_the_same_as_setting(
    view: JsonView, bodies: list[dict[str, Any]], fold: bool
) -> None:
    view.set_folding(fold)
    for body in bodies:
        view.set_json(made(body))
        fresh = JsonView(fold=fold)
        fresh.set_json(made(body))
        assert view.toPlainText() == fresh.toPlainText()
        assert view.data() == made(body)


def test_it_gives_back_the_very_bytes(view: JsonView) -> None:
    view.set_json(b'{"a":  1}')
    assert view.data() == b'{"a":  1}'


def test_the_view_stays_where_it_was(view: JsonView, qtbot: QtBot) -> None:
    view.resize(200, 100)
    view.show()
    view.set_json(made({"list": list(range(100)), "title": "a"}))
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    view.set_json(made({"list": list(range(100)), "title": "b"}))
    assert bar.value() == before


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_keys_texts_and_numbers_have_their_colours(
    view: JsonView, theme: Theme, tokens: Tokens
) -> None:
    view.set_json(made({"标题": "😀 x", "n": -1.5, "yes": True, "list": ["item"]}))
    theme.apply(tokens.name)
    assert colour_of(view, '"标题"') == QColor(tokens.code_key).name().upper()
    assert colour_of(view, '"😀 x"') == tokens.code_string
    assert colour_of(view, '"item"') == tokens.code_string
    assert colour_of(view, "-1.5") == tokens.code_number
    assert colour_of(view, "true") == tokens.code_number


def test_everything_is_shown_unless_folding_was_asked_for(view: JsonView) -> None:
    view.set_json(made({"list": list(range(500))}))
    assert "499" in view.toPlainText()
    view.set_folding(True)
    assert "499" not in view.toPlainText()
    assert "497" in view.toPlainText()  # "… 497 more"


@pytest.fixture
def marking(qtbot: QtBot, theme: Theme) -> JsonView:
    widget = JsonView(marks=True)
    qtbot.addWidget(widget)
    widget.resize(300, 200)
    widget.show()
    return widget


def test_what_the_last_change_touched_is_marked_in_the_margin_too(marking: JsonView) -> None:
    marking.set_json(made({"a": 1, "b": 2}))
    before = marking.grab().toImage()
    marking.set_json(made({"a": 1, "b": 3}))
    assert marking.marked == (2,)
    changed = marking.grab().toImage()
    # Not by colour alone: there is a sign in the margin, where nothing stood before.
    assert any(
        changed.pixel(x, y) != before.pixel(x, y)
        for x in range(marking.viewport().x())
        for y in range(changed.height())
    )
    marking.set_json(made({"a": 5, "b": 3}))
    assert marking.marked == (1,)


def test_the_same_bytes_again_leave_the_marks(marking: JsonView) -> None:
    marking.set_json(made({"a": 1}))
    marking.set_json(made({"a": 2}))
    marking.set_json(made({"a": 2}))
    assert marking.marked == (1,)


def test_another_request_is_no_change(marking: JsonView) -> None:
    marking.set_json(made({"a": 1}))
    marking.set_json(made({"b": 1}), compare=False)
    assert marking.marked == ()
