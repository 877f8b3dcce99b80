"""Every case of the table of hostile packages has a test."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).parent.parent

TABLE = {"A": 16, "B": 21, "C": 15, "D": 8, "E": 11, "F": 18, "S": 6, "Z": 37, "U": 6}
"""Cases by section."""

ELSEWHERE = {
    "U01": ("client/test_upload.py", "test_u01_a_connection_lost_in_the_middle_may_be_tried_again"),
    "U02": ("client/test_upload.py", "test_u02_an_answer_that_is_lost_gives_no_id"),
    "U03": ("client/test_upload.py", "test_u03_anything_else_is_no_id"),
    "U04": ("send/test_upload.py", "test_a_start_withdraws_what_was_being_uploaded"),
    "U05": ("send/test_upload.py", "test_an_id_is_never_used_for_another_file_or_place"),
    "U06": ("send/test_upload.py", "test_what_changes_while_it_is_uploaded_withdraws_it"),
}
"""Cases that concern more than the file: where each is tested, and by what."""

_NAMED = re.compile(r"""(?:\b(?:case|csv|packed)\(\s*"|# |# .*, )([ABCDEFSZ]\d\d)\b""")


def test_each_of_the_138_cases_has_a_test() -> None:
    cases = {f"{letter}{n:02d}" for letter, most in TABLE.items() for n in range(1, most + 1)}
    assert len(cases) == 138
    named = set(ELSEWHERE)
    for file in (TESTS / "packages").glob("test_*.py"):
        text = file.read_text("utf-8")
        named |= set(_NAMED.findall(text))
        for comment in re.findall(r"# ((?:[A-Z]\d\d(?:, )?)+)$", text, re.MULTILINE):
            named |= set(comment.split(", "))
    assert sorted(cases - named) == []
    print(f"{len(cases & named)} of {len(cases)} cases have a test")


def test_the_tests_elsewhere_are_there() -> None:
    for file, name in ELSEWHERE.values():
        assert f"def {name}(" in (TESTS / file).read_text("utf-8")
