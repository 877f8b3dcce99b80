"""Every check of a Chat draft speaks where it should, and is silent where it should be."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from tests.send.builders import NOW, recent
from tests.send.chat_catalogue import (
    Case,
    cases,
    chat_app,
    chat_context,
    chat_draft,
    element,
    examined,
)
from tpns_desktop.model.chat_dialects import DIALECTS, DialectId
from tpns_desktop.send.chat_checks import CHECKS, examine_chat

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.id}-{case.fields}")
def test_a_check_speaks_or_is_silent(case: Case) -> None:
    said = [field for id, field in case.ids() if id == case.id]
    assert tuple(said) == case.fields


def test_every_check_has_a_draft_that_makes_it_speak_and_one_that_does_not() -> None:
    assert {case.id for case in CASES if case.fields} == {check.id for check in CHECKS}
    assert {case.id for case in CASES if not case.fields} == {check.id for check in CHECKS}
    assert len({check.id for check in CHECKS}) == len(CHECKS)


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("kind", ["all", "tags", "attributes", "users"])
def test_a_draft_without_fault_may_be_reviewed_in_each_dialect_that_can_mean_these_people(
    dialect: DialectId, kind: str
) -> None:
    found = examined(chat_draft(kind), dialect)
    may = kind != "users" or DIALECTS[dialect].batch
    assert (found.can_review, bool(found.bodies)) == (may, may or kind == "users")
    assert found.level == {"all": 4, "tags": 3, "attributes": 3, "users": 2}[kind]
    assert found.audience.count == (
        2 if kind == "users" and may else 0 if kind == "users" else None
    )


def test_an_error_stands_for_whatever_the_model_refuses() -> None:
    """No draft of the catalogue is refused in silence, and none that errs may be reviewed."""
    for case in CASES:
        found = examined(case.draft, case.dialect, **(case.context or {}))
        refused = any(found.problems.values())
        assert not refused or found.errors, case
        assert not (found.errors and found.can_review) or all(e.overridable for e in found.errors)
        assert bool(found.bodies) or found.errors, case


def test_what_no_check_names_is_told_by_its_field_and_reason() -> None:
    found = examined(
        chat_draft(
            message__elements=[element("image", url="ftp://x", uuid="a", width="3", height="x")],
            notification__badge={"kind": "add", "value": "100"},
        )
    )
    told = {finding.field: finding.id for finding in found.errors}
    assert set(told) == {
        "message.elements.0.url",
        "message.elements.0.height",
        "notification.badge.value",
    }
    assert all(id.startswith("field.") for id in told.values())


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("image", {"url", "uuid", "width", "height"}),
        ("file", {"url", "uuid"}),
        ("sound", {"url", "uuid"}),
        (
            "video",
            {"url", "uuid", "thumb_url", "thumb_uuid", "thumb_width", "thumb_height"},
        ),
        ("location", {"latitude", "longitude"}),
        ("face", {"index"}),
    ],
)
def test_each_field_that_an_element_lacks_is_named_where_it_is_filled_in(
    kind: str, fields: set[str]
) -> None:
    found = examined(
        chat_draft(message__elements=[element("text", text="Look"), element(kind)])
    ).errors
    assert {finding.field for finding in found} == {f"message.elements.1.{name}" for name in fields}
    assert {(finding.id, finding.params["kind"]) for finding in found} == {
        ("chat.element.missing", kind)
    }


def test_practice_is_easy_and_not_bound_to_the_hours_of_people() -> None:
    app = chat_app(kind="practice", url="http://127.0.0.1:4711")
    found = examine_chat(chat_draft(), chat_context(app=app, now=NOW + timedelta(hours=13)))
    assert (found.level, found.findings) == (0, ())


def test_the_same_words_to_the_same_people_are_the_same_push_whenever_and_however_long() -> None:
    first = examined(chat_draft("tags", audience__tags={"any": ["a", "b"], "all": []}))
    again = examined(
        chat_draft(
            "tags", audience__tags={"any": ["b", "a"], "all": []}, message__life_s="60", name="x"
        )
    )
    other = examined(chat_draft("tags", audience__tags={"any": [], "all": ["a", "b"]}))
    assert first.fingerprints == again.fingerprints
    assert first.audience.digest == again.audience.digest
    assert first.fingerprints != other.fingerprints
    assert first.audience.digest != other.audience.digest
    at = (NOW + timedelta(hours=9)).strftime("%Y-%m-%dT%H:%M")
    now = examined(chat_draft(), "timpush_chat")
    later = examined(chat_draft(schedule={"kind": "at", "at": at}), "timpush_chat")
    assert now.fingerprints == later.fingerprints
    assert now.bodies != later.bodies


def test_what_is_kept_for_later_is_the_very_push_in_its_envelope() -> None:
    at = (NOW + timedelta(hours=9)).strftime("%Y-%m-%dT%H:%M")
    for kind, told in (("all", "All"), ("tags", "Tag"), ("users", "User")):
        now = examined(chat_draft(kind), "timpush_chat").bodies["chat"]
        later = examined(chat_draft(kind, schedule={"kind": "at", "at": at}), "timpush_chat")
        envelope = json.loads(later.bodies["chat"])
        assert envelope.pop("Content") == json.loads(now)
        assert now in later.bodies["chat"]
        assert envelope == {
            "Sdkappid": 1400000001,
            "Type": told,
            "SchedAt": at.replace("T", " ") + ":00",
        }


def test_a_held_push_stands_in_the_way_of_its_twin_however_old_it_is() -> None:
    said = examined(chat_draft()).fingerprints["chat"]
    held = recent(platform="chat", fingerprint=said, state="held", at=NOW - timedelta(days=3))
    assert [f.id for f in examined(chat_draft(), recent=(held,)).errors] == ["dup.recent"]
