"""The accounts of a file as a job for many users takes them."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import pytest

from tpns_desktop.packages.accounts import look, take
from tpns_desktop.packages.verdict import Refusal


def _file(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_each_account_is_taken_once_and_the_rest_is_counted(tmp_path: Path) -> None:
    path = _file(tmp_path, "users.txt", b"\xef\xbb\xbfann\r\nbob\r\n\r\n ann \r\nc\r\n")
    told = take(path, tmp_path / "job.txt", {})
    assert (tmp_path / "job.txt").read_bytes() == b"ann\nbob\nc\n"
    assert told == {"accounts": 3, "rows": 5, "repeats": 1, "bad": 0, "size_bytes": 10}
    assert stat.S_IMODE((tmp_path / "job.txt").stat().st_mode) == 0o600
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == ["job.txt", "users.txt"]


def test_a_column_of_a_table_in_gbk_is_found_and_taken(tmp_path: Path) -> None:
    rows = "会员,账号\n" + "".join(f"白金会员,用户{n:03}\n" for n in range(60))
    path = _file(tmp_path, "users.csv", rows.encode("gbk"))
    seen = look(path)
    assert (seen["encoding"], seen["delimiter"], seen["column"], seen["heading"]) == (
        "gb18030",
        ",",
        1,
        ["会员", "账号"],
    )
    mending = {"delimiter": ",", "column": 1, "drop_first": True}
    assert take(path, tmp_path / "job.txt", mending)["accounts"] == 60
    taken = (tmp_path / "job.txt").read_text("utf-8").splitlines()
    assert taken[0] == "用户000"
    assert taken[-1] == "用户059"


def test_an_account_of_gbk_late_in_the_file_is_no_surprise(tmp_path: Path) -> None:
    rows = b"".join(b"user%07d\n" % n for n in range(60_000)) + "深圳的用户\n".encode("gbk") * 3
    path = _file(tmp_path, "users.txt", rows)
    assert take(path, tmp_path / "job.txt", {})["accounts"] == 60_001


def test_a_zip_gives_plain_accounts(tmp_path: Path) -> None:
    path = tmp_path / "users.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("users.txt", "ann\nbob\n")
    assert take(path, tmp_path / "job.txt", {})["accounts"] == 2
    assert (tmp_path / "job.txt").read_bytes() == b"ann\nbob\n"


def test_what_no_account_may_hold_is_left_out_and_counted(tmp_path: Path) -> None:
    path = _file(tmp_path, "users.txt", b"ann\nb\x07b\n" + b"x" * 101 + b"\n")
    assert take(path, tmp_path / "job.txt", {})["bad"] == 2
    assert (tmp_path / "job.txt").read_bytes() == b"ann\n"


@pytest.mark.parametrize("content", [b"\n\n", b"\xff\xfe\xfd\x80\x81\n" * 4])
def test_nothing_stays_of_a_file_that_cannot_be_taken(tmp_path: Path, content: bytes) -> None:
    path = _file(tmp_path, "users.txt", content)
    with pytest.raises(Refusal):
        take(path, tmp_path / "job.txt", {})
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["users.txt"]
