"""A pasted request becomes a draft, and what it could not take is said."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.send import builders
from tpns_desktop.model.body import push_body
from tpns_desktop.ui.screens.compose.import_dialog import ImportDialog
from tpns_desktop.ui.theme.theme import Theme


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> ImportDialog:
    made = ImportDialog("android")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the test looks at it later
    qtbot.addWidget(made)
    made.open()
    return made


def paste(dialog: ImportDialog, value: Any) -> None:
    dialog.text.setPlainText(value if isinstance(value, str) else json.dumps(value))
    dialog.read()


def said(dialog: ImportDialog) -> str:
    rows = (dialog.found.itemAt(place).widget() for place in range(dialog.found.count()))
    return "\n".join(row.text() for row in rows if isinstance(row, QLabel))


def body(platform: str = "android", **changes: Any) -> dict[str, Any]:
    return push_body(
        builders.draft("account", **changes),
        platform=platform,
        ios_environment="product",
        plan_id=None,
    )


def test_a_request_is_read_a_pause_after_it_was_pasted(dialog: ImportDialog, qtbot: QtBot) -> None:
    dialog.text.setPlainText(json.dumps(body()))
    assert not dialog.use.isEnabled()
    qtbot.waitUntil(dialog.use.isEnabled)


def test_what_was_taken_is_said_and_used(dialog: ImportDialog, qtbot: QtBot) -> None:
    wanted = body(message__tap__kind="web", message__tap__url="https://example.com/sale")
    paste(dialog, wanted)
    for words in ("2 account", "Sale tonight", "cheaper until midnight", "example.com/sale"):
        assert words in said(dialog)
    assert "Nothing was left out" in said(dialog)
    with qtbot.waitSignal(dialog.draft_chosen) as chosen:
        dialog.use.click()
    (draft,) = chosen.args
    again = push_body(draft, platform="android", ios_environment=None, plan_id=None)
    assert again == wanted


@pytest.mark.parametrize(
    ("extra", "name"),
    [
        ({"group_id": "tpns_20260101"}, "group_id"),
        ({"colour_of_the_sky": "blue"}, "colour_of_the_sky"),
        ({"plan_id": "48"}, "plan_id"),
    ],
)
def test_what_was_left_out_is_named_with_its_reason(
    dialog: ImportDialog, extra: dict[str, Any], name: str
) -> None:
    paste(dialog, body() | extra)
    (line,) = (line for line in said(dialog).splitlines() if name in line)
    assert len(line.partition(": ")[2]) > 15
    assert "could not be taken" not in line
    assert dialog.use.isEnabled()


def test_the_system_that_a_request_names_is_taken(dialog: ImportDialog) -> None:
    paste(dialog, body("ios"))
    assert dialog.platform.value() == "ios"
    dialog.platform.choose("android")
    paste(dialog, body("ios"))
    assert dialog.platform.value() == "android"


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "curl -X POST",
        "[]",
        '"message"',
        "[" * 5000,
        '{"message":NaN}',
        '{"a":1' + "0" * 5000 + "}",
        '{"title":1,"title":2}',
        '{"a":' * 90 + "1" + "}" * 90,
    ],
    ids=lambda text: text[:12],
)
def test_what_is_no_request_is_said_and_cannot_be_used(dialog: ImportDialog, text: str) -> None:
    paste(dialog, text)
    assert dialog.answer.text()
    assert not dialog.use.isEnabled()
    paste(dialog, body())
    assert not dialog.answer.isVisible()
    assert dialog.use.isEnabled()


@pytest.mark.parametrize("expire_s", [2**31 - 1, 2**31, 86400 * 2**31, 10**40])
def test_numbers_beyond_all_measure_are_said_too(dialog: ImportDialog, expire_s: int) -> None:
    paste(dialog, body() | {"expire_time": expire_s})
    assert "phones that are off" in said(dialog)


def from_the_clipboard(dialog: ImportDialog, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    dialog.text.selectAll()
    dialog.text.paste()
    dialog.read()


def test_a_request_on_one_line_is_pasted_in_lines(dialog: ImportDialog) -> None:
    from_the_clipboard(dialog, json.dumps(body()))
    assert dialog.text.blockCount() > 10
    assert json.loads(dialog.text.toPlainText()) == body()
    assert dialog.use.isEnabled()


def test_what_is_far_too_long_is_not_taken_at_all(dialog: ImportDialog) -> None:
    QGuiApplication.clipboard().setText("x" * 300_000)
    dialog.text.paste()
    assert not dialog.text.toPlainText()
    assert dialog.answer.text()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(sorted(body())) | st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.dictionaries(st.sampled_from([*body(), "send_time", "tag_rules", "x"]), VALUES))
def test_any_request_is_answered(dialog: ImportDialog, value: dict[str, Any]) -> None:
    paste(dialog, value)
    assert dialog.use.isEnabled()
    assert said(dialog)


def test_the_plan_of_the_book_that_has_the_id_is_taken(qtbot: QtBot, theme: Theme) -> None:
    made = ImportDialog("android", None, [builders.plan()])
    qtbot.addWidget(made)
    made.open()
    paste(made, body() | {"plan_id": "48"})
    assert not made.plan.isVisible()
    assert "Plan" not in said(made).partition("Left out")[2]
    with qtbot.waitSignal(made.draft_chosen) as chosen:
        made.use.click()
    assert chosen.args[0]["plan"] == "plan1"


def test_a_plan_that_the_book_lacks_is_offered_to_it(qtbot: QtBot, theme: Theme) -> None:
    for wanted in (True, False):
        made = ImportDialog("ios", None, [builders.plan()])
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(made)
        made.open()
        asked: list[tuple[str, str]] = []
        made.plan_asked.connect(lambda *given, told=asked: told.append(given))
        paste(made, body("ios") | {"plan_id": "48"})
        assert made.plan.isVisible()
        made.plan.setChecked(wanted)
        made.use.click()
        assert asked == ([("ios", "48")] if wanted else [])
