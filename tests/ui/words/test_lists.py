"""Whatever the check of a file can say has words, and none of them shows a whole account."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tpns_desktop.packages as packages
from tpns_desktop.store.lists import ASKS, FIXES
from tpns_desktop.ui.words import lists as words

_SOURCES = "\n".join(path.read_text("utf-8") for path in Path(packages.__path__[0]).glob("*.py"))
_CODES = sorted({*re.findall(r'Refusal\(\s*"([a-z0-9_]+)"', _SOURCES), "ext", "name", "link"})
_UNFORESEEN = words.refusal_sentence("no such code")


@pytest.mark.parametrize("code", [*_CODES, "control", "quote", "length", "empty", "many"])
def test_every_refusal_has_a_sentence_and_says_what_to_do(code: str) -> None:
    assert code in words.known_refusals()
    happened, to_do = words.refusal_words(code)
    assert happened.endswith(".")
    assert to_do.endswith(".")
    if code != "damaged":
        assert words.refusal_sentence(code) != _UNFORESEEN


def test_a_disguised_file_is_named_by_what_it_is() -> None:
    assert "Excel" in words.refusal_sentence("disguised", {"kind": "workbook"})
    assert "row 7" in words.refusal_sentence("longline", {"row": 7})
    assert "a.txt, b.txt" in words.refusal_sentence("entries", {"names": ["a.txt", "b.txt"]})


def test_every_repair_and_reason_has_words_of_its_own() -> None:
    reasons = ("length", "control", "type", "columns", "broken", "quote", "blank", "space")
    assert set(reasons) <= words.known_reasons()
    said = [words.problem_words({"reason": reason}) for reason in reasons]
    assert len(set(said)) == len(said)
    fixes = [fix for fix in FIXES if fix not in ("length", "columns", "encoding", "folder")]
    repairs = [*fixes, "encoding", "column", "drop_first", "drop_bad", "drop_misfits"]
    made = [words.repair_words(repair, 3, "GBK") for repair in repairs]
    assert len(set(made)) == len(made)
    assert len(ASKS) == 4
