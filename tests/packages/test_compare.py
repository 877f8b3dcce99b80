"""Two lists beside each other, single values in a list: exact, whatever their line ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpns_desktop.packages.compare import Compared, compare, first_of, found_in

_LISTS = st.lists(st.text("ab", min_size=2, max_size=12), min_size=1, max_size=30)


@given(first=_LISTS, second=_LISTS, ends=st.tuples(*[st.sampled_from(["\n", "\r\n"])] * 2))
def test_what_two_lists_share_is_counted_as_by_sets(
    tmp_path_factory: pytest.TempPathFactory,
    first: list[str],
    second: list[str],
    ends: tuple[str, str],
) -> None:
    folder = tmp_path_factory.mktemp("two")
    one, other = folder / "one.txt", folder / "other.csv"
    one.write_bytes("".join(row + ends[0] for row in first).encode())
    other.write_bytes("".join(f' "{row}",{ends[1]}' for row in second).encode())
    a, b = set(first), set(second)
    assert compare(one, other) == Compared(len(a & b), len(a - b), len(b - a))


def test_progress_ends_at_the_whole(tmp_path: Path) -> None:
    one, told = tmp_path / "one.txt", []
    one.write_bytes(b"alice\nbob\n" * 9)
    compare(one, one, lambda done, size: told.append((done, size)))
    assert told[-1] == (270, 270)


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("alice", True),
        (" bob ", True),
        ("ali", False),
        ("lice", False),
        ("", False),
        ("张三", True),
    ],
)
def test_a_value_is_found_whole_or_not_at_all(tmp_path: Path, asked: str, held: bool) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes('\ufeff"alice"\r\n bob\r\n张三\r\n'.encode())
    assert found_in(file, [asked, "alice"]) == [held, True]


def test_the_first_values_are_shown_masked(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\nalice01\nbob_0002\ncarol\n")
    assert first_of(file, 2) == ["al…01", "bo…02"]
    file.write_bytes(b"ali\0ce\n")
    assert first_of(file, 2) == []
