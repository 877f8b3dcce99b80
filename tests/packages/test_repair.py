"""A cleaned copy: what it holds, what is said of it, and that it is accepted in its turn."""

from __future__ import annotations

import hashlib
import random
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.packages.zips import Part, Zip
from tpns_desktop.packages.check import check
from tpns_desktop.packages.repair import Mended, Mending, mend
from tpns_desktop.packages.verdict import ASKS, Refusal


def mended(folder: Path, data: bytes, name: str = "a.txt", **asked: Any) -> tuple[bytes, Mended]:
    """The copy's bytes; the original is seen to be untouched, and nothing else to be left."""
    file, target = folder / name, folder / f"clean-{name}"
    file.write_bytes(data)
    before = file.stat().st_mtime_ns
    done = mend(file, target, Mending(**asked))
    assert (file.read_bytes(), file.stat().st_mtime_ns) == (data, before)
    assert {p.name for p in folder.iterdir() if p.is_file()} == {name, target.name}
    assert done.rows_after == _text(target).count(b"\n")
    return _text(target), done


def _text(path: Path) -> bytes:
    if path.suffix != ".zip":
        return path.read_bytes()
    with zipfile.ZipFile(path) as packed:
        (name,) = packed.namelist()
        return packed.read(name)


@pytest.mark.parametrize(
    ("data", "asked", "copy", "changed"),
    [
        (b"\xef\xbb\xbfalice\nbob\n", {}, b"alice\nbob\n", {"bom": 1}),
        (b"alice\r\nbob\r\n", {}, b"alice\nbob\n", {"crlf": 2}),
        (b"alice\rbob\rcarol\r\n", {}, b"alice\nbob\ncarol\n", {"cr": 2, "crlf": 1}),
        (b"alice\n\nbob\n\n\n", {}, b"alice\nbob\n", {"blank": 3}),
        (b"alice\nbob", {}, b"alice\nbob\n", {}),
        (b" alice\nbob\t\n\xc2\xa0carol\xe3\x80\x80\n", {}, b"alice\nbob\ncarol\n", {"space": 3}),
        ("张三\nbob\n".encode("utf-16"), {}, "张三\nbob\n".encode(), {"encoding": 2}),
        (
            "张三\n李四\n".encode("gbk"),
            {"encoding": "gb18030"},
            "张三\n李四\n".encode(),
            {"encoding": 2},
        ),
        (b"account\nalice\n", {"drop_first": True}, b"alice\n", {"heading": 1}),
        (b"a\nalice\nbo\x07b\n", {"drop_bad": True}, b"alice\n", {"bad": 2}),
        (b"alice\nbob\nalice\n", {"drop_repeats": True}, b"alice\nbob\n", {"repeat": 1}),
        (
            b"bob\n alice\nalice \nbob\n",
            {"drop_repeats": True},
            b"bob\nalice\n",
            {"repeat": 2, "space": 2},
        ),
        (
            b"13800138000\n+8613800138001\n008613800138002\n8613800138003\nalice\n",
            {"account_type": 1002, "country_code": "+86", "drop_misfits": True},
            b"+8613800138000\n+8613800138001\n+8613800138002\n+8613800138003\n",
            {"country_code": 3, "type": 1},
        ),
    ],
)
def test_a_text_is_mended(
    tmp_path: Path, data: bytes, asked: dict[str, Any], copy: bytes, changed: dict[str, int]
) -> None:
    text, done = mended(tmp_path, data, **asked)
    assert (text, done.changed) == (copy, changed)


@pytest.mark.parametrize(
    ("data", "asked", "copy", "changed"),
    [
        (b"a1,x\nb2,y\n", {"delimiter": ","}, b"a1\nb2\n", {"columns": 2}),
        (b'1;"a;1"\n2;b2\n', {"delimiter": ";", "column": 1}, b"a;1\nb2\n", {"columns": 2}),
        (b"1\ta1\n2\tb2\n", {"delimiter": "\t", "column": 1}, b"a1\nb2\n", {"columns": 2}),
        (
            b"a1\tAnn\n\tBob\nc3\t\n",  # nobody's name is taken for an account
            {"delimiter": "\t", "column": 0},
            b"a1\nc3\n",
            {"columns": 3, "blank": 1},
        ),
        (
            b"Ann\ta1\n\tb2\n",
            {"delimiter": "\t", "column": 1},
            b"a1\nb2\n",
            {"columns": 2},
        ),
        (b"alice,\nbob,\n", {}, b"alice\nbob\n", {"columns": 2}),
        (b'"alice"\n"bob"\n', {}, b"alice\nbob\n", {"quote": 2}),
        (b"sep=,\nalice\nbob\n", {}, b"alice\nbob\n", {"heading": 1}),
        (b"sep=,\naccount\nalice\n", {"drop_first": True}, b"alice\n", {"heading": 2}),
        (b'alice\n"bob\n', {"drop_bad": True}, b"alice\n", {"bad": 1}),
        (b'alice\n"bo""b"\n', {"drop_bad": True}, b"alice\n", {"bad": 1, "quote": 1}),
        (b"only\n1,a1\n", {"delimiter": ",", "column": 1}, b"a1\n", {"blank": 1, "columns": 1}),
    ],
)
def test_a_table_is_mended(
    tmp_path: Path, data: bytes, asked: dict[str, Any], copy: bytes, changed: dict[str, int]
) -> None:
    text, done = mended(tmp_path, data, "a.csv", **asked)
    assert (text, done.changed) == (copy, changed)


def test_a_zip_is_packed_anew_with_the_text_alone(tmp_path: Path) -> None:
    junk = Part(name=b"__MACOSX/._a.txt", text=b"x")
    data = Zip([Part(name="名单.txt".encode("gbk"), text=b"alice\r\nbob\r\n"), junk]).bytes()
    text, done = mended(tmp_path, data, "a.zip")
    assert (text, done.changed) == (b"alice\nbob\n", {"crlf": 2, "zip": 1})
    verdict = check(tmp_path / "clean-a.zip")
    assert (verdict.outcome, verdict.notes, verdict.detail["entry"]) == ("accept", (), "名单.txt")


def test_repeats_far_apart_are_found_by_their_hashes(tmp_path: Path) -> None:
    chosen = random.Random(8)
    values = [b"account-%05d" % chosen.randrange(60_000) for _ in range(90_000)]
    text, done = mended(
        tmp_path, b"".join(v + b"\n" for v in values), drop_repeats=True, drop_bad=True
    )
    once = list(dict.fromkeys(values))
    assert text == b"".join(value + b"\n" for value in once)
    assert done.changed == {"repeat": len(values) - len(once)}


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"alice\n")
    (tmp_path / "b.txt").write_bytes(b"mine")
    with pytest.raises(Refusal) as refused:
        mend(tmp_path / "a.txt", tmp_path / "b.txt", Mending())
    assert refused.value.code == "exists"
    assert (tmp_path / "b.txt").read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"a\nb\n", "empty"), (b"alice\nb\0b\n", "nul"), (b"alice\n" + b"x" * 9000, "longline")],
)
def test_what_cannot_be_mended_leaves_no_file(tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(Refusal) as refused:
        mend(tmp_path / "a.txt", tmp_path / "b.txt", Mending(drop_bad=True))
    assert refused.value.code == code
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["a.txt"]


# ------------------------------------------------------------------------------- any file

_WORDS = st.text(st.sampled_from("abZ09+ \t\u00a0张😀\u200b\x07.=@'\","), max_size=9)
_ROWS = st.lists(
    _WORDS
    | st.sampled_from(["alice01", "bob_0002", "account", "1.3E+10", "x" * 101, '"quoted"', "a,"]),
    min_size=1,
    max_size=25,
)


@given(
    rows=_ROWS,
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    name=st.sampled_from(["a.txt", "a.csv"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    picked=st.booleans(),
    heading=st.booleans(),
    repeats=st.booleans(),
)
def test_what_was_mended_is_accepted_or_only_asked_about(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[str],
    end: str,
    name: str,
    encoding: str,
    picked: bool,
    heading: bool,
    repeats: bool,
) -> None:
    folder = tmp_path_factory.mktemp("any")
    file, target = folder / name, folder / f"clean-{name}"
    file.write_bytes("".join(row + end for row in rows).encode(encoding))
    was = hashlib.sha256(file.read_bytes()).digest()
    asked = Mending(
        drop_bad=True,
        drop_first=heading,
        drop_repeats=repeats,
        delimiter="," if picked else "",
    )
    try:
        done = mend(file, target, asked)
    except Refusal as refusal:
        assert refusal.code == "empty"  # noqa: PT017
        assert [path.name for path in folder.iterdir()] == [name]
        return
    verdict = check(target)
    assert verdict.outcome == "accept" or verdict.code in ASKS
    assert {"blank", "space", "length", "cr", "bom", "quote"}.isdisjoint(verdict.notes)
    assert (verdict.rows, verdict.blank, verdict.invalid.get("length", 0)) == (
        done.rows_after,
        0,
        0,
    )
    assert not repeats or verdict.duplicates == 0
    assert hashlib.sha256(file.read_bytes()).digest() == was
