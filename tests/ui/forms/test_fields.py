"""A field: label, editor, and one line that is a hint or says what to mend."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.send import builders
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.send.checks import examine
from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.editors import LineEditor, TextEditor
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.forms.titles import TITLES, hint_of, title_of
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.words.options import OPTION_WORDS


@pytest.fixture
def binding(qapp: QApplication) -> Iterator[DraftBinding]:
    made = DraftBinding(empty_draft())
    yield made
    # Here and now: left to Python's collector, it might go on another thread, with its timers.
    shiboken6.delete(made)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    made.resize(400, 500)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def fields(page: QWidget, binding: DraftBinding) -> Fields:
    made = Fields(binding, binding)
    for path, editor in (
        ("message.title", LineEditor()),
        ("message.content", TextEditor()),
        ("audience.account.text", TextEditor()),
    ):
        made.add(page.layout(), path, editor)
    QApplication.processEvents()  # the page is laid out before it is looked at
    return made


def find_faults(binding: DraftBinding, **changes: Any) -> None:
    draft = binding.draft
    draft["audience"]["kind"] = "account"
    binding.set_examination(examine(draft, builders.context(**changes)))


def type_into(fields: Fields, path: str, text: str, qtbot: QtBot) -> None:
    editor = fields.field(path).editor
    editor.setFocus()
    qtbot.keyClicks(editor, text)


def test_a_field_shows_the_drafts_value_and_writes_what_is_typed(
    fields: Fields, binding: DraftBinding, qtbot: QtBot
) -> None:
    binding.replace(builders.draft("account"))
    title = fields.field("message.title").editor
    assert title.value() == "Sale tonight"  # type: ignore[attr-defined]
    type_into(fields, "message.title", "!", qtbot)
    assert binding.value("message.title") == "Sale tonight!"


def test_label_hint_and_error_reach_a_screen_reader(fields: Fields) -> None:
    field = fields.field("audience.account.text")
    assert field.label.buddy() is field.editor
    assert field.editor.accessibleName() == title_of("audience.account.text")
    assert field.editor.accessibleDescription() == hint_of("audience.account.text")
    field.set_error("Too long.")
    assert field.editor.accessibleDescription() == "Too long."
    assert field.note.text() == "Too long."
    field.set_error("")
    assert field.note.text() == hint_of("audience.account.text")


def test_an_untouched_field_is_not_scolded(
    fields: Fields, binding: DraftBinding, qtbot: QtBot
) -> None:
    find_faults(binding)
    assert fields.field("message.title").error == ""
    fields.field("message.title").editor.setFocus()
    fields.field("message.content").editor.setFocus()  # passing through is no mistake
    find_faults(binding)
    assert fields.field("message.title").error == ""


def test_a_field_that_was_filled_and_emptied_says_what_is_missing(
    fields: Fields, binding: DraftBinding, qtbot: QtBot
) -> None:
    type_into(fields, "message.title", "x", qtbot)
    fields.field("message.title").editor.clear()  # type: ignore[attr-defined]
    find_faults(binding)
    assert fields.field("message.title").error
    assert fields.field("message.content").error == ""


def test_review_shows_every_error_and_another_draft_takes_them_away(
    fields: Fields, binding: DraftBinding
) -> None:
    find_faults(binding)
    fields.reveal_all()
    assert fields.field("message.title").error
    assert fields.field("message.content").error
    binding.replace(empty_draft())
    assert fields.field("message.title").error == ""
    find_faults(binding)
    assert fields.field("message.title").error == ""


def test_a_live_hint_takes_the_place_of_the_tables(fields: Fields) -> None:
    field = fields.field("audience.account.text")
    field.set_hint("5 of 1,000")
    assert field.note.text() == "5 of 1,000"


def test_a_change_of_the_program_is_shown_on_demand(fields: Fields, binding: DraftBinding) -> None:
    binding.set_value("message.title", "From a fix")
    fields.show_value("message.title")
    fields.show_value("schedule.at")  # has no field here: nothing happens
    assert fields.field("message.title").editor.value() == "From a fix"  # type: ignore[attr-defined]
    assert fields.has("message.title")
    assert not fields.has("schedule.at")


def test_a_change_of_language_keeps_what_is_typed_and_its_errors(
    fields: Fields, binding: DraftBinding, page: QWidget, qtbot: QtBot
) -> None:
    type_into(fields, "message.title", "Kept", qtbot)
    find_faults(binding)
    fields.reveal_all()
    error = fields.field("message.content").error
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    fields.retranslate()
    assert fields.field("message.title").editor.value() == "Kept"  # type: ignore[attr-defined]
    assert fields.field("message.content").error == error


def test_every_field_of_the_draft_has_a_title() -> None:
    """A path that no table knows would stop the window from opening."""

    def paths(at: Any, prefix: str) -> Iterator[str]:
        for key, value in at.items():
            if isinstance(value, dict):
                yield from paths(value, f"{prefix}{key}.")
            else:
                yield f"{prefix}{key}"

    # Groups of tags are shown by their own builder, the ids of a replaced push as one thing, and
    # what a template said is only kept.
    drafted = set(paths(empty_draft(), "")) - {"audience.tag.groups", "sms.template_text"}
    drafted -= {f"schedule.replaces.{name}" for name in ("android", "ios", "title")}
    assert drafted | {"schedule.replaces"} == set(TITLES) | set(OPTION_WORDS)
