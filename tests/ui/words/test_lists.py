"""Whatever the check of a file can say has words, and none of them shows a whole account."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.send.builders import context
from tests.send.packages import file_draft
from tpns_desktop.packages.verdict import CODES, NOTES, REASONS
from tpns_desktop.send.checks import examine
from tpns_desktop.send.examination import Finding
from tpns_desktop.send.lists import OWN_CODES
from tpns_desktop.store.lists import ASKS, FIXES, ListRow
from tpns_desktop.ui.words import checks
from tpns_desktop.ui.words import lists as words
from tpns_desktop.ui.words.console import verdict_sentences

_BY_HAND = ("many",)
"""Codes of the window's own: several files were dropped."""
_REFUSED = (*CODES, *OWN_CODES, *_BY_HAND)
_UNFORESEEN = words.refusal_sentence("no such code")


@pytest.mark.parametrize("code", _REFUSED)
def test_every_refusal_has_a_sentence_and_says_what_to_do(code: str) -> None:
    assert code in words.known_refusals()
    happened, to_do = words.refusal_words(code)
    assert happened.endswith(".")
    assert to_do.endswith(".")
    if code != "damaged":
        assert words.refusal_sentence(code) != _UNFORESEEN


def test_each_refusal_has_a_sentence_of_its_own() -> None:
    said = {code: words.refusal_words(code).happened for code in _REFUSED}
    assert len(set(said.values())) == len(said)
    print(f"{len(said)} codes, {len(set(said.values()))} sentences")


def row_of(outcome: str, code: str, *notes: str) -> ListRow:
    now = datetime(2026, 11, 20, tzinfo=UTC)
    return ListRow(
        id="a",
        kind="account",
        name="a.txt",
        account_type=0,
        path=Path("a.txt"),
        sha256="aa" * 32,
        size_bytes=9,
        rows=9,
        accounts=0 if outcome == "refuse" else 2,
        duplicates=0,
        verdict={"outcome": outcome, "code": code, "notes": list(notes)},
        created_at=now,
        checked_at=now,
        original=None,
    )


def test_every_code_that_stops_a_push_is_told_by_the_checks(qapp: Any) -> None:
    stops = [("refuse", code) for code in CODES] + [("fix", code) for code in (*FIXES, *ASKS)]
    for outcome, code in stops:
        row = row_of(outcome, code)
        found = examine(file_draft(row), context(chosen=row)).errors
        about = [one for one in found if one.id.startswith(("file.", "target."))]
        assert len(about) == 1, code
        assert checks.sentence(about[0]) != checks.sentence(Finding("no.such", "E", "message"))


def test_every_note_and_question_is_said(qapp: Any) -> None:
    row = row_of("fix", "heading")
    said = [words.note_words(note, row) for note in (*NOTES, "original-changed")]
    assert said.count("") == 1  # how many repeats there are is said beside the count
    asked = [words.ask_words(ask, row) for ask in ASKS]
    assert len(set(asked)) == len(ASKS)


def test_a_disguised_file_is_named_by_what_it_is() -> None:
    assert "Excel" in words.refusal_sentence("disguised", {"kind": "workbook"})
    assert "row 7" in words.refusal_sentence("longline", {"row": 7})
    assert "a.txt, b.txt" in words.refusal_sentence("entries", {"names": ["a.txt", "b.txt"]})


def test_every_repair_and_reason_has_words_of_its_own() -> None:
    assert set(REASONS) <= words.known_reasons()
    said = [words.problem_words({"reason": reason}) for reason in REASONS]
    assert len(set(said)) == len(said)
    fixes = [fix for fix in FIXES if fix not in ("length", "columns", "encoding", "folder")]
    repairs = [*fixes, "encoding", "column", "drop_first", "drop_bad", "drop_misfits"]
    made = [words.repair_words(repair, 3, "GBK") for repair in repairs]
    assert len(set(made)) == len(made)
    assert len(ASKS) == 4


def test_a_list_says_how_it_is_encoded_and_where_it_came_from(qapp: Any) -> None:
    assert words.kept_words(row_of("accept", "ok")) == "9 bytes · TXT · UTF-8 · pasted here"
    row = row_of("fix", "encoding")
    row.verdict["detail"] = {"encodings": ["gb18030"]}
    said = words.kept_words(replace(row, original=Path("/home/li/a.txt")))
    assert said == "9 bytes · TXT · GBK / GB18030"
    assert words.facts_words(row).startswith("9 bytes · TXT · GBK / GB18030 · checked ")


@pytest.mark.parametrize(
    ("invalid", "detail", "words_of_it"),
    [
        ({"columns": 2}, {"trailing": 1}, "Keep only the column"),
        ({}, {}, "Keep only the column"),
        ({}, {"trailing": 2}, "Take away a comma at the end of 2"),
        ({}, {"preamble": 1}, "Take away the line for Excel"),
    ],
)
def test_what_a_copy_does_about_columns_is_said(
    invalid: dict[str, int], detail: dict[str, int], words_of_it: str
) -> None:
    verdict = row_of("fix", "columns").verdict
    verdict |= {"invalid": invalid, "detail": detail, "accounts": 2, "duplicates": 0}
    assert words.verdict_lines(verdict, "account")[2].startswith(f"- {words_of_it}")


def test_the_command_line_has_plurals_without_a_translation() -> None:
    verdict = {"outcome": "accept", "code": "ok", "notes": ["crlf"], "duplicates": 1}
    said = verdict_sentences({**verdict, "accounts": 1204}, "token")
    assert said[0].replace(",", "").startswith("1204 devices · 1 repeat each")
    assert len(said) == 2
    assert verdict_sentences({**verdict, "accounts": 1}, "account")[0].startswith("1 account ")


def test_a_table_says_nothing_of_how_many_it_holds_before_its_column_is_chosen(qapp: Any) -> None:
    row = replace(row_of("fix", "columns"), accounts=0)
    assert "0" not in words.choice_words(row).partition(",")[0]
    assert "Needs a clean copy" in words.choice_words(row)
    verdict = {"outcome": "fix", "code": "columns", "notes": [], "accounts": 0, "duplicates": 0}
    lines = words.verdict_lines(verdict, "account")
    assert lines[0].startswith("This list can't be sent as it is.")


def test_one_question_and_several_are_told_apart(qapp: Any) -> None:
    row = row_of("fix", "heading", "sci")
    assert words.not_ready_words(row) == "A few questions before this list can be sent."
    one = replace(row, answers=("heading",))
    assert words.not_ready_words(one) == "One question before this list can be sent."
