"""Names that copies are given."""

from __future__ import annotations

import pytest

from tpns_desktop.packages.names import NAME_MAX, clean_name, file_trouble


@pytest.mark.parametrize(
    ("name", "copy"),
    [
        ("list.csv", "list (clean).csv"),
        ("list (clean).csv", "list (clean 2).csv"),
        ("list (clean 9).zip", "list (clean 10).zip"),
        ("clean.txt", "clean (clean).txt"),
        ("a (clean) b.txt", "a (clean) b (clean).txt"),
    ],
)
def test_a_copy_of_a_copy_is_counted(name: str, copy: str) -> None:
    assert clean_name(name) == copy


def test_the_copy_of_a_list_with_the_longest_name_has_a_name_that_can_be_sent() -> None:
    name = f"{'名' * (NAME_MAX - 4)}.csv"
    assert file_trouble(name) == ""
    for _ in range(12):
        copy = clean_name(name)
        assert len(copy) <= NAME_MAX
        assert copy != name
        name = copy
    assert name.endswith(" (clean 12).csv")
