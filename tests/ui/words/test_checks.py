"""Every check has a sentence of its own, and what is told in it is told in full."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import tpns_desktop.model
from tests.send.builders import context, draft
from tests.send.catalogue import ALSO, CASES, Case
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.model.wire import _PYDANTIC_FAULTS
from tpns_desktop.send.blame import _PATHS, draft_path
from tpns_desktop.send.checks import CHECKS, examine
from tpns_desktop.send.examination import Finding
from tpns_desktop.ui.words.checks import ANY_OTHER, FIXES, SENTENCES, fix_text, label_of, sentence

AT = datetime(2026, 11, 17, 2, 30, tzinfo=UTC)


def test_every_check_has_a_sentence() -> None:
    said = {key.partition("@")[0] for key in SENTENCES}
    assert {check.id for check in CHECKS} - said == set()


@pytest.mark.parametrize(("id", "case"), [*CASES.items(), *ALSO])
def test_what_a_check_finds_is_said_in_full(qapp: Any, id: str, case: Case) -> None:
    said = {sentence(one) for one in examine(*case.speaking()).findings if one.id == id}
    for text in said:
        assert text != ANY_OTHER
        assert text[-1] in ".?" or id in ("text.code", "target.format", "tag.new")
        # No word of the wire, and nothing that was left open.
        for never in ("token_list", "payload", "null", "None", "invalid", "!", "{}"):
            assert never not in text, text


def test_every_button_has_words_and_every_word_a_button() -> None:
    cases = [*CASES.values(), *(case for _, case in ALSO)]
    offered = {one.fix for case in cases for one in examine(*case.speaking()).findings}
    offered |= {check.fix for check in CHECKS}
    assert offered - {None} <= FIXES.keys()
    assert FIXES.keys() - offered == {"go"}
    assert all(len(fix_text(fix)) <= 24 for fix in FIXES)


@cache
def reasons() -> frozenset[str]:
    """Every reason for which the model refuses, as its source writes them down."""
    folder = Path(tpns_desktop.model.__file__).parent
    found = {reason for _, reason in _PYDANTIC_FAULTS.values()}
    for file in folder.glob("*.py"):
        for part in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(part, ast.FunctionDef) and not part.name.endswith("_warnings"):
                found |= set(_written(part))
    return frozenset(found - {""})


def _written(function: ast.FunctionDef) -> Iterator[str]:
    for part in ast.walk(function):
        if isinstance(part, ast.Call):
            name = getattr(part.func, "id", getattr(part.func, "attr", ""))
            if name in ("fault", "at", "Problem") and isinstance(part.args[-1], ast.Constant):
                yield part.args[-1].value
        elif (
            isinstance(part, ast.Assign)
            and isinstance(part.value, ast.Constant)
            and getattr(part.targets[0], "id", "") == "reason"
        ):
            yield part.value.value


def test_whatever_the_model_refuses_has_a_sentence_of_its_own() -> None:
    known = reasons()
    assert {"required", "excluded", "repeated_key", "not_json", "surrogate"} <= known
    assert {f"field.{reason}" for reason in known} <= SENTENCES.keys()
    print(f"{len(known)} reasons, {len(CHECKS)} checks, {len(SENTENCES)} sentences")


@pytest.mark.parametrize("platform", ["android", "ios"])
def test_a_refusal_names_its_field_by_the_label_and_says_how_to_mend_it(
    qapp: Any, platform: str
) -> None:
    for path in {draft_path(wire, platform) for wire in _PATHS}:
        label = label_of(path)
        assert label
        assert "." not in label  # words, no path
        for reason in reasons():
            said = sentence(Finding(f"field.{reason}", "E", path))
            assert said != ANY_OTHER
            assert label in said or f"field.{reason}@{path}" in SENTENCES
            assert said.count(". ") >= 1  # what is wrong, and what to do


def test_only_a_place_without_an_editor_is_called_by_its_part() -> None:
    parts = {label_of(f"{part}.nothing") for part in ("audience", "message", "schedule", "sms")}
    assert len(parts) == 4
    named = [label_of(path) for path in paths(empty_draft()) if label_of(path) in parts]
    assert len(named) <= 12, named


def paths(value: Any, way: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, f"{way}.{key}" if way else key)
    else:
        yield way


def test_makers_are_named_with_their_limits_and_sizes_are_never_rounded_down(qapp: Any) -> None:
    (long,) = (one for one in found(message__content="a" * 101) if one.id == "text.len")
    assert "Huawei (80), Meizu (100)" in sentence(long)
    big = Finding("text.size", "E", "message.content", {"size": 4097, "limit": 4096})
    assert "4.1 of 4 KB" in sentence(big)


def found(**changes: Any) -> tuple[Finding, ...]:
    return examine(draft(**changes), context()).findings


@pytest.mark.parametrize(
    ("id", "params", "shown"),
    [
        ("dup.unknown", {"at": AT, "minutes": 3, "batch_id": "b", "state": "unknown"}, "2026"),
        ("time.clock", {"minutes": 4}, "4"),
        ("time.clock_off", {"minutes": 40}, "40"),
    ],
)
def test_its_facts_are_in_it_the_day_included(
    qapp: Any, id: str, params: dict[str, Any], shown: str
) -> None:
    told = sentence(Finding(id, "E", "message.title", params))
    assert shown in told
    assert told != ANY_OTHER


def test_what_is_only_on_hold_is_not_called_sent(qapp: Any) -> None:
    params = {"at": AT, "minutes": 3, "batch_id": "b", "state": "held"}
    told = sentence(Finding("dup.recent", "E", "message.title", params))
    assert "on hold" in told
    assert "2026" in told
    assert "sent exactly" not in told
    told = sentence(Finding("dup.recent", "E", "message.title", params | {"state": "accepted"}))
    assert "sent exactly" in told


def test_an_address_of_another_kind_is_told_why_and_a_bare_one_how_it_starts() -> None:
    params = {"url": "ftp://a.b", "state": "other", "scheme": "ftp:"}
    assert "not ftp:" in sentence(Finding("link.scheme", "E", "message.tap.url", params))
    bare = sentence(Finding("link.scheme", "E", "message.tap.url", {"url": "a.b"}))
    assert "starts with https://" in bare


def test_a_finding_of_no_field_is_still_said(qapp: Any) -> None:
    assert sentence(Finding("time.far", "E", "")) == "At most 90 days ahead."
    assert label_of("") == "Message"
