"""Whole blocks at once and rows one by one come to the same: counts, formats, repeats."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tpns_desktop.model.account_types import ACCOUNT_TYPES, fits
from tpns_desktop.packages.check import judge
from tpns_desktop.packages.repeats import Repeats
from tpns_desktop.packages.rules import rule_of
from tpns_desktop.packages.scan import HIDDEN_LEADS, Scanned, invisible, scan
from tpns_desktop.packages.source import opened

_ALPHABETS = ("0123456789", "0123456789abcdefABCDEF", "0123456789ABCDEF-", "+0123456789", "ab@.cn-")
_TRUE = {
    991: "12345678",
    992: "0123456789abcdef0123456789ABCDEF",
    993: "1E2DFA89-496A-47FD-9941-DF1FC4E6484A",
    995: "00:1A:2B:3C:4D:5E",
    997: "a1-B2",
    1000: "35395505053253a",
    1002: "+8613800138000",
    1005: "someone@example.com",
}


def _values(number: int) -> st.SearchStrategy[str]:
    """Right values, nearly right ones, and any."""
    true = _TRUE.get(number, "0123456789abcdef0123456789abcdef")
    altered = st.tuples(st.integers(0, len(true) - 1), st.sampled_from("0aAgG+-:@z")).map(
        lambda change: true[: change[0]] + change[1] + true[change[0] + 1 :]
    )
    cut = st.integers(0, len(true)).map(lambda length: true[:length])
    loose = st.sampled_from(_ALPHABETS).flatmap(lambda a: st.text(a, min_size=2, max_size=40))
    return st.one_of(st.just(true), altered, cut, loose, st.just(true * 2)).filter(
        lambda value: 2 <= len(value) <= 100 and value == value.strip()
    )


@pytest.mark.parametrize("number", [kind.number for kind in ACCOUNT_TYPES])
def test_a_block_and_a_single_value_agree_on_every_account_type(
    number: int, size: Callable[[int, int], int]
) -> None:
    @settings(max_examples=size(25, 500))
    @given(st.lists(_values(number), min_size=1, max_size=20))
    def agree(values: list[str]) -> None:
        data = "".join(f"{value}\n" for value in values).encode()
        found = scan(data, rule_of("account", number), csv=False)
        expected = [not fits(number, value) for value in values]
        assert found.counts.get("type", 0) == sum(expected)

    agree()


_VALUES = st.text(
    st.sampled_from('aZ09 \t\u00a0\u3000张é😀\u200b\x07\x85,;="'), min_size=0, max_size=12
) | st.sampled_from(["x" * 100, "x" * 101, "张" * 100, "张" * 101, "😀" * 100])
_SPACES = " \t\u00a0\u3000"


@given(st.lists(_VALUES, min_size=1, max_size=40))
def test_rows_are_judged_as_one_by_one(values: list[str]) -> None:
    data = "".join(f"{value}\n" for value in values).encode()
    found = scan(data, rule_of(), csv=False)

    bare = [value.strip(_SPACES) for value in values]
    filled = [value for value in bare if value]
    control = [bool(re.search("[\x00-\x1f\x7f\x80-\x9f\u200b]", value)) for value in filled]
    length = [not 2 <= len(value) <= 100 for value in filled]

    assert found.rows == len(values)
    assert found.blank == len(values) - len(filled)
    odd = [found.counts.get(reason, 0) for reason in ("control", "tab")]
    assert sum(odd) == sum(control)
    assert found.counts.get("length", 0) == sum(length)
    assert found.good == sum(not (bad or long) for bad, long in zip(control, length, strict=True))
    changed = sum(1 for value in values if value.strip(_SPACES) and value != value.strip(_SPACES))
    assert found.counts.get("space", 0) == changed


def _later(values: Sequence[object]) -> list[int]:
    """Row numbers of values that were there before, the slow way."""
    seen: set[object] = set()
    return [n for n, value in enumerate(values) if value in seen or seen.add(value)]


def _repeated(blocks: list[list[bytes]], **given: int) -> list[int] | None:
    texts = [b"".join(value + b"\n" for value in block) for block in blocks]
    repeats = Repeats(sum(map(len, texts)), **given)
    for text in texts:
        repeats.add(scan(text, rule_of(), csv=False))
    rows = repeats.rows(lambda: texts, csv=False)
    return None if rows is None else rows.tolist()


@given(
    st.lists(
        st.lists(st.sampled_from(["ab", "abc", "abcdefgh", "abcdefghi", "abcdefghj"]), min_size=1)
        | st.lists(st.text("ab", min_size=2, max_size=20), min_size=1, max_size=30),
        min_size=1,
        max_size=6,
    )
)
def test_repeats_are_found_exactly(blocks: list[list[str]]) -> None:
    values = [value for block in blocks for value in block]
    repeated = _repeated([[value.encode() for value in block] for block in blocks])
    assert repeated == _later(values)


def test_many_repeats_are_found_in_portions() -> None:
    chosen = random.Random(5)
    values = [b"account-%04d" % chosen.randrange(60) * chosen.randint(1, 3) for _ in range(500)]
    for at_once in (1, 7, 100, 10_000):
        assert _repeated([values[:200], values[200:]], at_once=at_once) == _later(values)


def _same_hash(scanned: Scanned) -> None:
    """All rows as if their hashes were equal."""
    scanned.keys = np.arange(scanned.rows, dtype=np.uint64) | np.uint64(2 << 58)


@pytest.mark.parametrize("at_once", [1, 4, 6, 1_000])
def test_equal_hashes_of_different_values_are_no_repeats(at_once: int) -> None:
    """Also where so many are equal that they are compared in parts."""
    values = [b"account-%04d" % (n % 3 if n % 5 else n) for n in range(40)]
    text = b"".join(value + b"\n" for value in values)
    scanned = scan(text, rule_of(), csv=False)
    _same_hash(scanned)
    repeats = Repeats(len(text), at_once=at_once)
    repeats.add(scanned)
    rows = repeats.rows(lambda: [text], csv=False)
    assert rows is not None
    assert rows.tolist() == _later(values)


def test_too_many_rows_are_not_compared_and_it_is_said(tmp_path: Path) -> None:  # B18
    file = tmp_path / "a.txt"
    file.write_bytes(b"ab\n" * 1001)
    with opened(file) as source:
        verdict = judge(source, rule_of(), compared_max=1000)
    assert (verdict.outcome, verdict.duplicates, verdict.accounts) == ("accept", None, 1001)
    assert "dup-skipped" in verdict.notes


def test_no_character_that_nobody_sees_begins_otherwise() -> None:
    for number in range(0x80, sys.maxunicode + 1):
        if invisible().match(chr(number)):
            assert chr(number).encode().startswith(HIDDEN_LEADS), hex(number)


@settings(max_examples=25)
@given(
    st.lists(
        st.sampled_from(["+8613800138000", "+60123456789", "+85291234567", "8613800138000", "+86"])
    )
)
def test_phone_numbers_are_counted_by_the_countries_that_texts_have_rules_for(
    values: list[str],
) -> None:
    data = "".join(f"{value}\n" for value in [*values, "+8613800138000"]).encode()
    for csv in (False, True):
        found = scan(data, rule_of("account", 1002), csv=csv).counts
        assert found["mainland"] == values.count("+8613800138000") + 1
        assert found["malaysia"] == values.count("+60123456789")
    assert "mainland" not in scan(data, rule_of("account", 0), csv=False).counts
