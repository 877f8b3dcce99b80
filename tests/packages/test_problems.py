"""Problem rows as a CSV: all of them, in the words of the check, harmless in a spreadsheet."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpns_desktop.packages.cells import safe
from tpns_desktop.packages.problems import save_problems
from tpns_desktop.packages.rules import rule_of
from tpns_desktop.packages.verdict import Refusal


def saved(folder: Path, data: bytes, name: str = "a.txt", number: int = 0) -> list[list[str]]:
    (folder / name).write_bytes(data)
    target = folder / "problems.csv"
    written = save_problems(folder / name, target, rule_of("account", number))
    with target.open(encoding="utf-8-sig", newline="") as file:
        heading, *rows = csv.reader(file)
    assert heading == ["row", "reason", "value"]
    assert written == len(rows)
    return rows


def test_each_problem_row_is_written_with_its_number(tmp_path: Path) -> None:
    data = 'alice\nb\n\nca\u200brol\n=1+1\n"q,\n'.encode()
    assert saved(tmp_path, data, number=1005) == [
        ["1", "type", "alice"],
        ["2", "length", "b"],
        ["3", "blank", ""],
        ["4", "control", "ca\\u{200b}rol"],
        ["5", "type", "'=1+1"],
        ["6", "type", '"q,'],
    ]


def test_rows_are_numbered_as_in_the_file_below_a_preamble(tmp_path: Path) -> None:
    assert saved(tmp_path, b"sep=,\nalice\nb\n", "a.csv") == [["3", "length", "b"]]


def test_all_of_them_are_written_not_only_the_ones_shown(tmp_path: Path) -> None:
    rows = saved(tmp_path, b"alice\nb\n" * 60_000)
    assert len(rows) == 60_000
    assert rows[-1] == ["120000", "length", "b"]


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"b\n")
    (tmp_path / "mine.csv").write_bytes(b"mine")
    with pytest.raises(Refusal):
        save_problems(tmp_path / "a.txt", tmp_path / "mine.csv", rule_of())
    assert (tmp_path / "mine.csv").read_bytes() == b"mine"
    assert len(list(tmp_path.iterdir())) == 2


@given(st.text(st.sampled_from("=+-@＝＋－＠\t\r\n \u200b'\"ab"), max_size=6))  # noqa: RUF001
def test_no_cell_begins_as_a_formula(value: str) -> None:
    cell = safe(value)
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))  # noqa: RUF001
    assert all(c.isprintable() for c in cell)
