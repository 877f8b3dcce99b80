"""Files that were altered at random: never an unhandled error, never an altered row accepted."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from tests.packages.zips import Part, Zip
from tpns_desktop.packages.check import check
from tpns_desktop.packages.source import opened

_ROWS = b"".join(b"account-%05d\n" % n for n in range(40))
_SEEDS = (
    Zip([Part(text=_ROWS)]).bytes(),
    Zip([Part(text=_ROWS, method=0)], comment=b"a comment").bytes(),
    Zip([Part(text=_ROWS, descriptor=b"PK\x07\x08", name=b"b.csv")]).bytes(),
    Zip([Part(text=_ROWS), Part(name=b"__MACOSX/._a.txt", text=b"x")]).bytes(),
)


def _altered(chosen: random.Random, data: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(chosen.randint(1, 3)):
        place = chosen.randrange(len(out))
        match chosen.randrange(5):
            case 0:
                out[place] = chosen.randrange(256)
            case 1:
                out[place] ^= 1 << chosen.randrange(8)
            case 2:
                del out[place : place + chosen.randint(1, 40)]
            case 3:
                out[place:place] = chosen.randbytes(chosen.randint(1, 20))
            case _:
                start = chosen.randrange(len(out))
                out[place : place + 30] = out[start : start + 30]
        if not out:
            return b"P"
    return bytes(out)


def test_altered_zips_are_refused_or_give_the_very_rows(
    tmp_path: Path, size: Callable[[int, int], int]
) -> None:
    chosen = random.Random(20260116)
    file = tmp_path / "a.zip"
    count, taken = size(300, 10_000), 0
    for _ in range(count):
        file.write_bytes(_altered(chosen, chosen.choice(_SEEDS)))
        verdict = check(file)
        assert "unforeseen" not in verdict.detail
        if verdict.outcome != "refuse":
            taken += 1
            with opened(file) as source:
                assert b"".join(source.blocks()) == _ROWS
    print(f"{count} altered zips: {taken} still whole and taken, 0 unhandled, 0 altered rows taken")
    assert 0 < taken < count


def test_altered_texts_are_never_an_unhandled_error(
    tmp_path: Path, size: Callable[[int, int], int]
) -> None:
    chosen = random.Random(20260117)
    seeds = (
        _ROWS,
        "张三\n李四\n".encode() * 9,
        "张三\n李四\n".encode("gbk") * 9,
        b'"ab","c"\r\n' * 9,
    )
    count = size(150, 10_000)
    for number in range(count):
        file = tmp_path / ("a.csv" if number % 2 else "a.txt")
        file.write_bytes(_altered(chosen, chosen.choice(seeds)))
        assert "unforeseen" not in check(file).detail
    print(f"{count} altered texts: 0 unhandled")
