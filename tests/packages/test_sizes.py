"""Large files: the limits to the byte, memory that stays bounded (hostile packages, S, B18, Z)."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from tests.packages.zips import zipped
from tpns_desktop.packages import archive
from tpns_desktop.packages.check import check
from tpns_desktop.packages.snapshot import take
from tpns_desktop.packages.source import SIZE_MAX, opened
from tpns_desktop.packages.verdict import Refusal

ROOT = Path(__file__).parent.parent.parent
MIB = 1 << 20


def _rows(size_bytes: int) -> bytes:
    """Different rows of 97 characters."""
    some = b"".join(b"#%088d!\n" % n for n in range(1000))
    count = size_bytes // (1000 * 98) + 1
    return b"".join(some.replace(b"#", b"%08d" % n) for n in range(count))[:size_bytes]


def test_sizes_are_held_to_the_byte(tmp_path: Path) -> None:  # S01, S02, S03
    file = tmp_path / "a.txt"
    file.write_bytes(_rows(SIZE_MAX))
    for size_bytes, notes in (
        (SIZE_MAX, ("over-decimal",)),
        (SIZE_MAX - 1, ("over-decimal",)),
        (100_000_001, ("over-decimal",)),
        (100_000_000, ()),
    ):
        os.truncate(file, size_bytes)
        with file.open("r+b") as end:
            end.seek(-3, os.SEEK_END)
            end.write(b"xyz")  # wherever it was cut, the last row is one
        verdict = check(file)
        assert (verdict.outcome, verdict.code, verdict.notes) == ("accept", "ok", notes)
        assert verdict.accounts == verdict.rows >= size_bytes // 100


@pytest.mark.parametrize("size_bytes", [SIZE_MAX + 1, 5 << 30])
def test_what_is_too_large_is_refused_without_reading_or_copying(
    tmp_path: Path, size_bytes: int
) -> None:  # S04, S05
    file, folder = tmp_path / "a.txt", tmp_path / "lists"
    with file.open("wb") as sparse:
        sparse.truncate(size_bytes)
    verdict = check(file)
    # Read, it would have been refused for its NULs.
    assert (verdict.outcome, verdict.code) == ("refuse", "size")
    assert verdict.detail == {"size_bytes": size_bytes}
    with pytest.raises(Refusal) as refusal:
        take(file, folder)
    assert refusal.value.code == "size"
    assert not folder.exists()


def test_a_zip_may_hold_more_text_than_a_file(tmp_path: Path) -> None:  # S06
    file, rows = tmp_path / "a.zip", SIZE_MAX // 98 + 1
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed,
        packed.open("a.txt", "w") as entry,
    ):
        entry.write(_rows(rows * 98))
    assert file.stat().st_size < SIZE_MAX
    verdict = check(file)
    assert (verdict.outcome, verdict.notes) == ("accept", ("large-unpacked",))
    assert verdict.accounts == rows


PEAK = """
import json, re, sys
from pathlib import Path
from tpns_desktop.packages.check import check
verdict = check(Path(sys.argv[1]))
kib = re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())[1]
print(json.dumps([verdict.outcome, verdict.code, verdict.notes, verdict.rows, verdict.duplicates,
                  int(kib) // 1024]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
def test_35_million_rows_of_two_characters(tmp_path: Path) -> None:  # B18
    file, rows = tmp_path / "a.txt", 34_900_000
    file.write_bytes(b"ab\n" * rows)
    command = [sys.executable, "-c", PEAK, str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    *verdict, peak_mib = json.loads(done.stdout)
    notes = ["over-decimal", "dup-skipped"]
    assert verdict == ["accept", "ok", notes, rows, None]
    print(f"{rows} rows of two characters: peak {peak_mib} MiB, {peak_mib / 100:.1f} of the file")
    assert peak_mib <= 600


def test_text_that_grows_beyond_a_gibibyte_is_left_there(
    size: Callable[[int, int], int],
) -> None:  # Z21
    """It declares exactly the limit, does not pack too tightly, and goes on."""
    most = size(128 * MIB, archive.UNPACKED_MAX)
    assert archive.UNPACKED_MAX == 1 << 30
    chosen = random.Random(3)
    piece = b"".join(b"%012d\n" % chosen.randrange(40) for _ in range(80_660))[:MIB]
    packer = zlib.compressobj(1, zlib.DEFLATED, -15)
    packed = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
    assert len(packed) * archive.RATIO_MAX > MIB
    count = most // MIB + 76
    file = BytesIO(packed * count)
    declared = archive.Entry("a.txt", 8, 0, len(packed) * count, most, 0)
    came = 0
    with pytest.raises(Refusal) as refusal:  # noqa: PT012 - what came before it counts too
        for block in archive.stream(file, declared, unpacked_max=most):
            came += len(block)
    assert refusal.value.code == "bomb"
    assert most - MIB < came <= most


def test_any_byte_of_a_zip_may_be_changed(
    tmp_path: Path, size: Callable[[int, int], int]
) -> None:  # Z37
    chosen = random.Random(37)
    text = b"".join(b"account-%05d\n" % n for n in range(150))
    whole = zipped(text=text, name=b"list.txt")
    file = tmp_path / "a.zip"
    refused, count = 0, size(250, 1_000)
    for _ in range(count):
        data = bytearray(whole)
        data[chosen.randrange(len(data))] ^= chosen.randrange(1, 256)
        file.write_bytes(data)
        verdict = check(file)
        assert "unforeseen" not in verdict.detail
        if verdict.outcome == "refuse":
            refused += 1
            continue
        with opened(file) as source:
            assert b"".join(source.blocks()) == text
    print(f"{count} single changes: {refused} refused, {count - refused} with the very rows")
    assert refused > count // 2
