"""Whatever the check of a file can say has words, and none of them shows a whole account."""

from __future__ import annotations

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
