"""Each case of the published samples of Chat is looked at by a test, field by field.

The tests named here are run once more, on samples that remember what was read of them.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.client import test_chat as client
from tests.model import test_chat_draft as draft
from tests.model import test_chat_push as push
from tests.practice import test_chat_conformance as conformance
from tests.practice import test_chat_service as service
from tests.practice.chat import Chat
from tpns_desktop.model import chat_push
from tpns_desktop.practice import (
    chat_calls,
    chat_frequency,
    chat_people,
    chat_rules,
    chat_user_calls,
)
from tpns_desktop.send import chat_job_kinds
from tpns_desktop.send.chat_facts import KINDS as FACTS
from tpns_desktop.ui.words import chat_elements

TESTS = Path(__file__).parent
Vectors = Callable[[str], Any]


def test_both_sides_keep_to_the_published_limits(vectors: Vectors) -> None:
    published = dict(vectors("im-attr-tag-samples")["limits"])
    assert published.pop("slot_keys") == "0..9 as strings"
    played = {
        "attribute_slots": chat_people.SLOTS,
        "attr_name_bytes": chat_user_calls.NAME_BYTES_MAX,
        "attr_value_bytes": chat_user_calls.NAME_BYTES_MAX,
        "accounts_per_call": chat_calls.ACCOUNTS_MAX,
        "tags_per_user_per_add_call": chat_rules.TAGS_MAX,
        "tags_per_user": chat_user_calls.TAGS_OF_USER_MAX,
        "tag_bytes": chat_rules.TAG_BYTES_MAX,
        "tags_per_condition_list": chat_rules.TAGS_MAX,
        "calls_per_second_attr_tag": chat_frequency.CALLS_A_SECOND,
        "distinct_tags_per_app_timpush": chat_user_calls.TAGS_OF_APP_MAX,
    }
    assert played == published
    ours = {
        "attr_value_bytes": chat_job_kinds.BYTES_MAX,
        "accounts_per_call": chat_job_kinds.BATCH,
        "tags_per_user_per_add_call": chat_job_kinds.TAGS_MAX,
        "tags_per_user": chat_job_kinds.TAGS_OF_USER_MAX,
        "tag_bytes": chat_push.BYTES_MAX,
        "tags_per_condition_list": chat_push.TAGS_MAX,
    }
    assert ours == {name: published[name] for name in ours}
    assert published["calls_per_second_attr_tag"] >= chat_job_kinds.CALLS_PER_S


def test_places_and_faces_are_called_in_both_languages_as_the_service_does(
    vectors: Vectors,
) -> None:
    file = TESTS.parent / "resources" / "i18n" / "tpns_desktop_zh_CN.ts"
    (words,) = (
        one
        for one in ElementTree.parse(file).iter("context")
        if one.findtext("name") == "ChatElements"
    )
    chinese = {one.findtext("source"): one.findtext("translation") for one in words.iter("message")}
    for case in vectors("im-msgbody")["offline_text"]:
        if "element" in case:
            name = chat_elements.KIND_NAMES[FACTS[case["element"]]]
            assert f"[{name}]" == case["en"]
            assert f"[{chinese[name]}]" == case["zh"]


READERS: dict[str, tuple[Callable[..., None], ...]] = {
    "im-attr-tag-samples": (
        client.test_each_published_call_asks_and_reads_as_printed,
        service.test_published_calls_for_tags_and_attributes_answer_as_printed,
        service.test_published_faults_of_tags_and_attributes,
        test_both_sides_keep_to_the_published_limits,
    ),
    "im-errors": (
        client.test_every_published_refusal_says_its_code_and_proves_no_more_than_it_may,
    ),
    "im-msgbody": (
        push.test_every_published_element_is_right_and_misses_each_needed_field,
        push.test_the_rules_of_several_elements,
        test_places_and_faces_are_called_in_both_languages_as_the_service_does,
        push.test_the_published_choices_of_an_element_and_no_others_are_right,
        draft.test_every_kind_of_element_can_be_typed,
    ),
    "im-offline-push-limits": (push.test_makers_cut_as_published,),
    "im-push-samples": (
        push.test_published_pushes_are_right_and_come_out_as_they_went_in,
        push.test_what_the_service_would_refuse_for_its_shape_never_leaves,
        service.test_published_pushes_are_taken,
        service.test_published_faults_are_refused_with_their_codes,
        conformance.test_each_older_command_takes_its_sample_and_answers_in_its_shape,
    ),
    "im-timpush-samples": (
        client.test_the_newer_dialect_asks_and_reads_as_printed,
        conformance.test_each_newer_command_takes_its_sample_and_answers_in_its_shape,
        conformance.test_samples_of_left_out_accounts_and_of_a_refused_batch,
        service.test_withdrawing_is_held_to_its_rules,
    ),
    "im-url": (
        client.test_hosts_are_those_of_the_documents,
        client.test_an_address_is_put_together_as_published,
    ),
    "im-usersig": (
        client.test_a_usersig_says_what_the_published_ones_say,
        service.test_usersigs_are_taken_and_refused_as_published,
    ),
}
PROSE = {
    *("source", "note", "name", "why", "meaning", "group", "variant", "state", "rule", "unit"),
    *("verified", "warning", "alphabet", "http_status", "retryable_note", "required_note"),
    *("verifier_note", "host_notes", "advice", "template", "rules"),
}
"""Fields that are there to be read by people."""


class Told(dict[str, Any]):
    """An object that remembers which of its fields were read."""

    def __init__(self, values: dict[str, Any], path: str) -> None:
        super().__init__(values)
        self.path = path
        self.read: set[str] = set()

    def __getitem__(self, name: str) -> Any:
        self.read.add(name)
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        self.read.add(name)
        return super().get(name, default)

    def items(self) -> Any:
        self.read.update(self)
        return super().items()

    def __eq__(self, other: object) -> bool:
        self.read.update(self)
        return super().__eq__(other)

    __hash__ = None  # type: ignore[assignment]  # as other objects

    def unread(self) -> set[str]:
        return {f"{self.path}.{name}" for name in set(self) - PROSE - self.read}


class Samples:
    """The samples as tests are given them; one file is watched, and each of its cases."""

    def __init__(self, watched: str) -> None:
        self.watched = watched
        self.cases: list[Told] = []
        file = {name: self._list(name, value) for name, value in plain(watched).items()}
        self.file = Told(file, watched)

    def _list(self, name: str, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        made = [
            Told(one, f"{name}[{place}]") if isinstance(one, dict) else one
            for place, one in enumerate(value)
        ]
        self.cases += [one for one in made if isinstance(one, Told)]
        return made

    def __call__(self, name: str) -> Any:
        return self.file if name == self.watched else plain(name)

    def unread(self) -> set[str]:
        return set().union(*(one.unread() for one in (self.file, *self.cases)))


def plain(name: str) -> Any:
    return json.loads((TESTS / "vectors" / f"{name}.json").read_text("utf-8"))


def test_every_file_of_samples_has_its_readers() -> None:
    assert {path.stem for path in (TESTS / "vectors").glob("im-*.json")} == set(READERS)


@pytest.mark.parametrize("name", READERS)
def test_every_case_is_read_by_a_test(name: str) -> None:
    samples = Samples(name)
    for test in READERS[name]:
        given: dict[str, Any] = {"vectors": samples, "chat": Chat()}
        test(**{one: given[one] for one in inspect.signature(test).parameters})
    assert samples.unread() == set()
