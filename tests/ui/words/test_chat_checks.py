"""Every check of a Chat draft has a sentence of its own, and what is told in it is told in full."""

from __future__ import annotations

from typing import Any

import pytest

from tests.send.chat_catalogue import Case, cases, examined
from tpns_desktop.model.chat_draft import ELEMENTS, empty_chat_draft, new_element
from tpns_desktop.model.chat_options import OPTIONS
from tpns_desktop.send.chat_checks import CHECKS
from tpns_desktop.send.examination import Finding
from tpns_desktop.ui.forms.titles import hint_of, title_of
from tpns_desktop.ui.words.chat_checks import SENTENCES
from tpns_desktop.ui.words.chat_titles import OPTION_TITLES, TITLES, group_title
from tpns_desktop.ui.words.checks import ANY_OTHER, fix_text, sentence
from tpns_desktop.ui.words.checks import SENTENCES as OF_OTHERS
from tpns_desktop.ui.words.options import choice_words

REASONS = sorted(id for id in OF_OTHERS if id.startswith("field.") and "@" not in id)


def test_every_check_has_a_sentence() -> None:
    said = {key.partition("@")[0] for key in (*SENTENCES, *OF_OTHERS)}
    assert {check.id for check in CHECKS} - said == set()
    told = {key.partition("@")[0] for key in SENTENCES if key.startswith("chat.")}
    assert told - {check.id for check in CHECKS} == set()


@pytest.mark.parametrize(
    "case", [one for one in cases() if one.fields], ids=lambda case: str(case.id)
)
def test_what_a_check_finds_is_said_in_full(qapp: Any, case: Case) -> None:
    found = examined(case.draft, case.dialect, **(case.context or {})).findings
    for one in found:
        said = sentence(one)
        assert said != ANY_OTHER
        assert said[-1] in ".?"
        assert len(fix_text(one.fix)) <= 24
        for never in ("payload", "null", "None", "invalid", "!", "{", "TPNS"):
            assert never not in said, said


@pytest.mark.parametrize("id", REASONS)
def test_what_the_model_refuses_is_said_of_chat(qapp: Any, id: str) -> None:
    for field in ("audience.tags.any", "message.elements.1.url", "notification.ios.image"):
        said = sentence(Finding(id, "E", field))
        assert "TPNS" not in said
        assert said != ANY_OTHER


def test_a_field_of_an_element_is_called_by_its_place(qapp: Any) -> None:
    said = sentence(Finding("field.bad_format", "E", "message.elements.2.url"))
    assert "Web address of element 3" in said


def test_an_address_and_a_place_on_the_map_say_how_they_are_written(qapp: Any) -> None:
    for id in ("field.bad_format", "field.not_allowed"):
        said = sentence(Finding(id, "E", "message.elements.1.url"))
        assert "element 2” takes a whole address that begins with https://" in said
    for id in ("field.bad_type", "field.not_allowed"):
        said = sentence(Finding(id, "E", "message.elements.4.longitude"))
        assert said.endswith("takes a number with a point, such as 22.543.")


def test_every_field_has_a_title_and_every_title_a_field(qapp: Any) -> None:
    def paths(at: Any, prefix: str = "") -> set[str]:
        if not isinstance(at, dict):
            return {prefix}
        return {one for key, value in at.items() for one in paths(value, f"{prefix}.{key}")}

    drafted = {path[1:] for path in paths(empty_chat_draft())}
    drafted |= {
        f"message.elements.7.{name}"
        for kind in ELEMENTS
        for name in new_element(kind)
        if name != "kind"
    }
    for path in drafted:
        assert title_of(path)
        hint_of(path)
    generic = {path.replace(".7.", ".*.") for path in drafted}
    assert set(TITLES) - generic == {"message.elements.*", "notification"}
    assert set(OPTION_TITLES) == {option.path for option in OPTIONS}


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.path)
def test_every_choice_and_group_has_words(qapp: Any, option: Any) -> None:
    assert group_title(option.group)
    for key in option.choices:
        said = choice_words(option.path, key)
        assert said
        assert said != key
