"""Every awkward, broken or malicious file of the table that is judged by its bytes and its name."""

from __future__ import annotations

import functools
import gzip
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tests.packages.zips import Part, Zip, zipped
from tpns_desktop.packages.check import check
from tpns_desktop.packages.verdict import Verdict

ACCEPT, FIX, REFUSE = "accept", "fix", "refuse"
GOOD = b"alice01\nbob_0002\n"


@dataclass(frozen=True)
class Case:
    """One row of the table."""

    id: str
    data: Callable[[], bytes]
    outcome: str
    code: str
    note: str = ""
    name: str = "a.txt"
    type: int = 0
    says: Callable[[Verdict], bool] = field(default=lambda verdict: True)


def case(id: str, data: bytes | Callable[[], bytes], outcome: str, code: str, **more: Any) -> Case:
    given = data if callable(data) else lambda: data
    return Case(id, given, outcome, code, **more)


def csv(id: str, text: bytes, outcome: str, code: str, **more: Any) -> Case:
    return case(id, text, outcome, code, name="a.csv", **more)


def packed(
    id: str, data: bytes | Callable[[], bytes], outcome: str, code: str, **more: Any
) -> Case:
    return case(id, data, outcome, code, name="a.zip", **more)


def row_is(row: int, reason: str) -> Callable[[Verdict], bool]:
    """The first finding of this reason is in that row."""
    return lambda verdict: next(
        (f.row == row for f in verdict.findings if f.reason == reason), False
    )


def blames(character: str) -> Callable[[Verdict], bool]:
    return lambda verdict: verdict.findings[0].character == character


def counted(**counts: int) -> Callable[[Verdict], bool]:
    return lambda verdict: all(getattr(verdict, name) == n for name, n in counts.items())


def _workbook() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        book.writestr("[Content_Types].xml", "x")
        book.writestr("xl/workbook.xml", "x")
    return out.getvalue()


@functools.cache
def _bomb() -> bytes:
    return zipped(text=b"alice01\n" * (300 << 17))


PLAIN = [
    case("A01", GOOD, ACCEPT, "ok", says=counted(rows=2, accounts=2)),
    csv("A02", GOOD, ACCEPT, "ok"),
    packed("A03", zipped(), ACCEPT, "ok", says=counted(accounts=2)),
    packed("A04", zipped(name=b"a.csv", method=0), ACCEPT, "ok"),
    case("A05", b"alice01\r\nbob_0002\r\n", ACCEPT, "ok", note="crlf", says=counted(rows=2)),
    case("A06", b"alice01\nbob_0002", ACCEPT, "ok", says=counted(rows=2, accounts=2)),
    case("A07", GOOD, ACCEPT, "ok", name="LIST.TXT"),
    packed("A07", zipped(name=b"A.TXT"), ACCEPT, "ok"),
    case("A08", GOOD, ACCEPT, "ok", name="双十一😀名单.txt"),
    packed("A08", zipped(name="名单.txt".encode(), flags=0x800), ACCEPT, "ok"),
    case("A09", "张三\n李四四\n".encode(), ACCEPT, "ok", says=counted(accounts=2)),
    case("A10", b"alice01\n", ACCEPT, "ok", says=counted(rows=1)),
    case("A11", b"ab\n" + b"x" * 100 + b"\n", ACCEPT, "ok"),
    case("A12", ("张" * 100 + "\n").encode(), ACCEPT, "ok"),
    packed("A13", Zip(comment=b"made for you").bytes(), ACCEPT, "ok"),
    case("A14", b"+8613800138000\n+8613800138001\n", ACCEPT, "ok", type=1002),
]

ROWS = [
    case("B01", b"a\nbob_0002\n", FIX, "length", says=row_is(1, "length")),
    case("B01", b"a\nb\n", REFUSE, "length"),
    case("B02", b"bob_0002\n" + b"x" * 101 + b"\n", FIX, "length", says=row_is(2, "length")),
    case("B03", ("😀" * 100 + "\nbob_0002\n").encode(), ACCEPT, "ok", note="astral"),
    case("B04", b"alice01\n\nbob_0002\n", FIX, "blank", says=counted(rows=3, blank=1, accounts=2)),
    case("B05", b"alice01\nbob_0002\n\n\n", FIX, "blank", says=counted(blank=2)),
    case("B06", b"\n\n\n", REFUSE, "empty"),
    case("B06", b"\r\n\r\n", REFUSE, "empty"),
    case("B07", b"", REFUSE, "empty"),
    *(
        case("B08", before.encode() + b"alice01\nbob_0002" + after.encode() + b"\n", FIX, "space")
        for before, after in ((" ", ""), ("", "  "), ("\t", ""), ("\xa0", ""), ("", "\u3000"))
    ),
    case("B09", b"alice01\nbo\tb\n", REFUSE, "control", says=row_is(2, "control")),
    case("B09", b"al\x07ice\n", REFUSE, "control", says=blames("U+0007")),
    csv("B09", b"alice01\nbo\tb\ncarol\n", REFUSE, "control", says=row_is(2, "control")),
    # Spreadsheet programs part the columns of their "Unicode text" by tabs.
    case("D02", b"alice\tAnn\nbob\tBob\n", FIX, "columns", says=row_is(1, "columns")),
    case(
        "B09",
        b"alice\tAnn\nbob\tBob\nca\x07rol\tCarol\n",
        REFUSE,
        "control",
        says=counted(invalid={"columns": 2, "control": 1}),
    ),
    *(
        case("B10", f"al{c}ice\nbob\n".encode(), REFUSE, "control", says=blames(f"U+{ord(c):04X}"))
        for c in "\u200b\u200d\u202e\u2066\ufeff\u00ad"
    ),
    *(
        case("B11", f"al{c}ice\nbob\n".encode(), REFUSE, "control", says=counted(rows=2))
        for c in "\u2028\u2029\u0085\v\f"
    ),
    case(
        "B12",
        b"a\x1b\n",
        REFUSE,
        "control",
        says=lambda verdict: "\x1b" not in str(verdict.as_dict()["findings"]),
    ),
    case("B13", b"alice01\nbob\nalice01\n", ACCEPT, "ok", note="dup", says=counted(duplicates=1)),
    case(
        "B13",
        b"a-longer-account\nbob\na-longer-account\n" * 2,
        ACCEPT,
        "ok",
        note="dup",
        says=counted(duplicates=4, accounts=2),
    ),
    case("B14", b"=alice\n@bob\n", ACCEPT, "ok", note="formula"),
    case("B15", b"1.38E+10\n13800138000\n", FIX, "sci", note="sci"),
    case("B16", b"account\nalice01\n", FIX, "heading", note="heading"),
    case("B16", "账号\nalice01\n".encode(), FIX, "heading", note="heading"),
    case("B17", b"alice01\nbob\n+8613800138000\n", FIX, "type", note="type", type=1002),
    case("B19", lambda: b"x" * 50_000_000, REFUSE, "longline"),
    case("B20", b"alice,1\nbob,2\ncarol\n", FIX, "columns?", note="columns?"),
    case("B20", b"alice;1\nbob;2\n", FIX, "columns?", note="columns?"),
    case("B21", "e\u0301mile\némile\n".encode(), ACCEPT, "ok", note="unicode"),
]

ENCODINGS = [
    case("C01", b"\xef\xbb\xbf" + GOOD, FIX, "bom", says=counted(accounts=2)),
    case("C02", "alice01\n张三\n".encode("utf-16"), FIX, "utf16", says=counted(accounts=2)),
    case("C02", b"\xfe\xff" + "alice01\n".encode("utf-16-be"), FIX, "utf16"),
    case("C03", "alice01\nbob\n".encode("utf-16-le"), REFUSE, "nul"),
    case("C04", "alice01\nbob\n".encode("utf-32"), REFUSE, "utf16"),
    case("C05", "张三\n李四\n上海用户\n".encode("gbk"), FIX, "encoding", says=counted(accounts=3)),
    case("C06", "Müller\nGarçon\n".encode("latin-1"), REFUSE, "encoding"),
    case("C07", b"ab\xed\xa0\x80cd\nbob\n", REFUSE, "encoding"),
    case("C08", b"ab\xc0\xafcd\nbob\n", REFUSE, "encoding"),
    case("C09", b"alice01\nb\xe5\xbc", REFUSE, "encoding"),
    case("C10", lambda: b"a" * 47 + b"\n" * 1 + ("张" * 50 + "\n").encode() * 20_000, ACCEPT, "ok"),
    case("C11", b"ali\0ce\nbob\n", REFUSE, "nul", says=lambda v: v.detail["offset"] == 3),
    case("C12", b"alice01\rbob_0002\r", FIX, "cr", says=counted(rows=2)),
    case("C13", b"alice01\rbob\ncarol\r\n", FIX, "cr", says=counted(rows=3)),
    case(
        "C14",
        lambda: b"x" * 14 + b"\r\n" + (b"x" * 15 + b"\r\n") * 131_072,
        ACCEPT,
        "ok",
        note="crlf",
        says=counted(rows=131_073),
    ),
    packed("C15", zipped(text=b"\xef\xbb\xbf" + GOOD), FIX, "bom"),
]

TABLES = [
    csv("D01", b"alice,1\nbob,2\n", FIX, "columns"),
    csv("D02", b"alice;1\nbob;2\n", FIX, "columns"),
    csv("D02", b"alice\t1\nbob\t2\n", FIX, "columns"),
    csv("D03", b"alice01,\nbob_0002,\n", FIX, "columns", says=counted(accounts=2)),
    csv("D04", b'"alice01"\n"bob_0002"\n', FIX, "quote", says=counted(accounts=2)),
    csv("D05", b'"ali\nce"\n"bob"\n', REFUSE, "quote"),
    csv("D06", b'alice01\n"bob\n', REFUSE, "quote", says=row_is(2, "broken")),
    csv("D07", b"a" * (128 * 1024 + 1) + b"\nbob\n", REFUSE, "longline"),
    csv("D08", b"sep=,\nalice01\nbob\n", FIX, "columns", says=counted(accounts=2)),
]

KINDS = [
    csv("E01", _workbook(), REFUSE, "disguised", says=lambda v: v.detail["kind"] == "workbook"),
    csv("E02", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), REFUSE, "disguised"),
    case("E02", b"%PDF-1.7\n", REFUSE, "disguised"),
    case("E02", gzip.compress(GOOD), REFUSE, "disguised"),
    case("E03", zipped(), REFUSE, "disguised", says=lambda v: v.detail["kind"] == "zip"),
    packed("E04", GOOD, REFUSE, "notzip"),
    packed("E05", b"Rar!\x1a\x07\0" + bytes(30), REFUSE, "notzip"),
    packed("E05", b"7z\xbc\xaf\x27\x1c" + bytes(30), REFUSE, "notzip"),
    case("E06", GOOD, REFUSE, "ext", name="accounts"),
    *(case("E07", GOOD, REFUSE, "ext", name=name) for name in ("a.txt.exe", "a.tar", "a.xlsx")),
    case("E08", GOOD, REFUSE, "ext", name=".txt"),
    case("E09", GOOD, ACCEPT, "ok", name="n" * 96 + ".txt"),
    case("E09", GOOD, REFUSE, "name", name="n" * 97 + ".txt"),
    *(case("E10", GOOD, REFUSE, "name", name=f"a{c}.txt") for c in '"\n\u202e'),
    *(case("E11", GOOD, REFUSE, "name", name=f"a.txt{c}") for c in ". "),
]

_JUNK = Part(name=b"__MACOSX/._a.txt", text=b"x")
_FOLDER = Part(name=b"d/", text=b"", method=0, mode=0o040755)
_MARK = b"\x01\0\x10\0" + bytes(16)

ZIPS = [
    packed(
        "Z01",
        Zip([Part(), Part(name=b"b.txt")]).bytes(),
        REFUSE,
        "entries",
        says=lambda v: v.detail["names"] == ["a.txt", "b.txt"],
    ),
    packed("Z02", Zip([Part(), Part()]).bytes(), REFUSE, "entries"),
    packed("Z03", Zip([Part(), _JUNK]).bytes(), FIX, "entries", says=counted(accounts=2)),
    packed("Z03", Zip([Part(name=b".DS_Store"), Part()]).bytes(), FIX, "entries"),
    packed("Z04", zipped(name=b"d/a.txt"), FIX, "folder"),
    packed("Z05", Zip([_FOLDER, Part(name=b"d/a.txt")]).bytes(), FIX, "entries"),
    packed("Z06", Zip([_FOLDER]).bytes(), REFUSE, "folder"),
    packed("Z07", zipped(name=b"../../a.txt"), REFUSE, "folder"),
    *(
        packed("Z08", zipped(name=n), REFUSE, "folder")
        for n in (b"/etc/a.txt", rb"\\host\a.txt", rb"x\a.txt")
    ),
    *(
        packed("Z09", zipped(name=n), REFUSE, "entryname")
        for n in (b"C:a.txt", b"a.txt:stream", b"con.txt", b"LPT1.csv")
    ),
    *(
        packed("Z10", zipped(name=n.encode()), REFUSE, "entryname")
        for n in ("a\0.txt", "a\x1b.txt", "a\u202e.txt")
    ),
    packed("Z11", zipped(name=b"n" * 96 + b".txt"), ACCEPT, "ok"),
    packed("Z11", zipped(name=b"n" * 97 + b".txt"), REFUSE, "entryname"),
    packed("Z12", zipped(name=b"b.zip"), REFUSE, "entryext"),
    *(packed("Z13", zipped(name=n), REFUSE, "entryext") for n in (b"a.exe", b"a.xlsx", b"a")),
    packed("Z14", zipped(mode=0o120777), REFUSE, "zlink"),
    *(packed("Z15", zipped(flags=f), REFUSE, "encrypted") for f in (0x1, 0x41, 0x2000)),
    packed("Z15", zipped(method=99), REFUSE, "encrypted"),
    *(packed("Z16", zipped(method=m), REFUSE, "method") for m in (9, 12, 14, 93)),
    packed("Z17", zipped(crc=1), REFUSE, "damaged"),
    packed("Z18", zipped(local_name=b"b.txt"), REFUSE, "damaged"),
    packed("Z18", zipped(local_size=3), REFUSE, "damaged"),
    packed("Z18", zipped(local_method=0), REFUSE, "damaged"),
    packed("Z19", zipped(size=5, local_size=5), REFUSE, "damaged"),
    packed(
        "Z20",
        _bomb,
        REFUSE,
        "bomb",
        says=lambda v: v.detail["size_bytes"] <= 52 << 20,
    ),
    packed("Z21", zipped(size=(1 << 30) + 1, local_size=(1 << 30) + 1), REFUSE, "bomb"),
    packed(
        "Z22",
        Zip([Part(name=b"%d.txt" % n, offset=0) for n in range(5000)]).bytes(),
        REFUSE,
        "entries",
    ),
    packed(
        "Z23",
        Zip([Part(name=b"%d.txt" % n, text=b"") for n in range(60_000)]).bytes(),
        REFUSE,
        "entries",
    ),
    packed("Z24", Zip([Part(), Part()], end={"here": 1, "count": 1}).bytes(), REFUSE, "entries"),
    packed("Z25", Zip(end={"here": 0xFFFF, "count": 0xFFFF}).bytes(), REFUSE, "zip64"),
    packed("Z25", zipped(extra=_MARK), REFUSE, "zip64"),
    packed("Z25", zipped(local_extra=_MARK), REFUSE, "zip64"),
    packed("Z26", Zip(end={"disk": 1}).bytes(), REFUSE, "multidisk"),
    packed("Z27", Zip([]).bytes(), REFUSE, "noentry"),
    packed("Z28", Zip(before=b"MZ\x90").bytes(), REFUSE, "notzip"),
    packed("Z29", Zip(after=b"more").bytes(), REFUSE, "trailing"),
    packed("Z30", Zip().bytes() * 2, REFUSE, "layout"),
    packed("Z32", Zip(comment=b"PK\x05\x06" + bytes(18)).bytes(), ACCEPT, "ok"),
    packed("Z32", Zip(comment=b"PK\x05\x06 not the end").bytes(), ACCEPT, "ok"),
    packed(
        "Z33",
        zipped(text=b"al\x07ice\n"),
        REFUSE,
        "control",
        says=lambda v: v.detail["entry"] == "a.txt",
    ),
    packed("Z33", zipped(name=b"a.csv", text=b"a1,b\nc1,d\n"), FIX, "columns"),
    packed("Z34", zipped(text=b""), REFUSE, "empty"),
    packed("Z35", zipped(descriptor=b"PK\x07\x08"), ACCEPT, "ok"),
    packed("Z35", zipped(descriptor=b""), ACCEPT, "ok"),
    packed("Z36", zipped(name="名单.txt".encode("gbk")), ACCEPT, "ok", note="entry-encoding"),
]

CASES = [*PLAIN, *ROWS, *ENCODINGS, *TABLES, *KINDS, *ZIPS]


@pytest.mark.parametrize("case", CASES, ids=[f"{n:03d}-{case.id}" for n, case in enumerate(CASES)])
def test_the_file_gets_the_outcome_of_the_table(case: Case, tmp_path: Path) -> None:
    file = tmp_path / case.name
    data = case.data()
    file.write_bytes(data)

    verdict = check(file, account_type=case.type)

    assert (verdict.outcome, verdict.code) == (case.outcome, case.code)
    assert "unforeseen" not in verdict.detail
    assert not case.note or case.note in verdict.notes
    assert case.says(verdict)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [case.name]
    assert file.read_bytes() == data


def test_every_prefix_of_a_good_zip_is_refused(
    tmp_path: Path, size: Callable[[int, int], int]
) -> None:  # Z31
    text = b"".join(b"account-%05d\n" % n for n in range(size(2, 300)))
    zips = (
        zipped(text=text),
        zipped(text=text, method=0, name=b"a.csv"),
        Zip([Part(text=text, descriptor=b"PK\x07\x08")], comment=b"made for you").bytes(),
    )
    file = tmp_path / "a.zip"
    for whole in zips:
        for length in range(len(whole)):
            file.write_bytes(whole[:length])
            verdict = check(file)
            assert verdict.outcome == "refuse"
            assert "unforeseen" not in verdict.detail
        file.write_bytes(whole)
        assert check(file).outcome == "accept"
    print(f"{sum(map(len, zips))} prefixes of {len(zips)} good zips: all refused, 0 unhandled")
