"""A job in a real child: its answer, its progress, its end when nobody wants it any more."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tpns_desktop.packages import worker
from tpns_desktop.packages.check import check
from tpns_desktop.packages.partial import sweep
from tpns_desktop.packages.verdict import Refusal


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Some megabytes, with something to mend in each block."""
    path = tmp_path / "mine" / "a.txt"
    path.parent.mkdir()
    path.write_bytes(
        b"".join(b"account-%07d\n" % n + b"\n" * (n % 50 == 0) for n in range(100_000))
    )
    return path


def job(kind: str, path: Path, **more: Any) -> dict[str, Any]:
    return {"job": kind, "path": str(path), "kind": "account", "account_type": 0, **more}


def test_the_child_takes_the_copy_and_gives_the_verdict(file: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    asked = job("check", file, folder=str(tmp_path / "lists"))
    said = asyncio.run(worker.run(asked, lambda done, size: told.append((done, size))))
    assert said["verdict"] == check(file).as_dict()
    assert Path(said["snapshot"]["path"]).read_bytes() == file.read_bytes()
    assert said["first"][0] == "ac…00"
    size = file.stat().st_size
    assert told[-1] == (size, size)
    assert all(0 < done <= size == whole for done, whole in told)


def test_each_kind_of_job_is_answered(file: Path, tmp_path: Path) -> None:
    def done(kind: str, **more: Any) -> dict[str, Any]:
        return asyncio.run(worker.run(job(kind, file, **more)))

    assert done("recheck")["verdict"]["blank"] == 2000
    mended = done("mend", target=str(tmp_path / "b.txt"), mending={})
    assert mended["changed"] == {"blank": 2000}
    assert done("problems", target=str(tmp_path / "p.csv"), mending={}) == {"rows": 2000}
    compared = done("compare", other=str(tmp_path / "b.txt"))
    assert compared == {"both": 100_000, "only_first": 0, "only_second": 0}
    assert done("find", values=["account-0000007", "nobody"]) == {"found": [True, False]}


@pytest.mark.parametrize("more", [{"kind": "people"}, {"account_type": 77}, {"account_type": None}])
def test_a_child_that_falls_over_is_a_refusal(file: Path, more: dict[str, Any]) -> None:
    with pytest.raises(Refusal) as refusal:
        asyncio.run(worker.run({**job("recheck", file), **more}))
    assert (refusal.value.code, refusal.value.detail) == ("damaged", {"unforeseen": "child"})


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_a_name_of_any_bytes_reaches_the_child(tmp_path: Path) -> None:
    file = tmp_path / "a\udcff.txt"
    file.write_bytes(b"alice01\n")
    said = asyncio.run(worker.run(job("recheck", file)))
    assert said["verdict"]["outcome"] == "accept"


def test_a_refusal_comes_with_its_code_and_detail(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7\n")
    with pytest.raises(Refusal) as refusal:
        asyncio.run(worker.run(job("find", tmp_path / "a.txt", values=["x"])))
    assert (refusal.value.code, refusal.value.detail) == ("disguised", {"kind": "pdf"})


@pytest.mark.parametrize("kind", ["check", "mend"])
def test_cancelling_kills_the_child_and_leaves_no_whole_file(
    file: Path, tmp_path: Path, kind: str
) -> None:
    lists, target = tmp_path / "lists", tmp_path / "clean.txt"

    async def cancelled() -> None:
        begun = asyncio.Event()
        asked = job(kind, file, folder=str(lists), target=str(target), mending={})
        async with asyncio.TaskGroup() as group:
            task = group.create_task(worker.run(asked, lambda done, size: begun.set()))
            await begun.wait()
            task.cancel()
        assert task.cancelled()

    asyncio.run(cancelled())
    _is_clean(lists, target, _whole(kind, file), file.read_bytes())


@pytest.mark.parametrize("kind", ["check", "mend", "problems"])
def test_a_kill_at_any_moment_leaves_nothing_half(
    file: Path, tmp_path: Path, kind: str, size: Callable[[int, int], int]
) -> None:
    whole = _whole(kind, file)
    kills = 0
    for lines in range(size(5, 40)):
        lists, target = tmp_path / "lists", tmp_path / "clean.txt"
        asked = job(kind, file, folder=str(lists), target=str(target), mending={})
        with subprocess.Popen(
            worker.command(),
            env=worker.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as child:
            assert child.stdin is not None
            assert child.stdout is not None
            child.stdin.write(json.dumps(asked).encode() + b"\n")
            child.stdin.flush()
            for _ in range(lines):
                child.stdout.readline()
            kills += child.poll() is None
            child.kill()
        _is_clean(lists, target, whole, file.read_bytes())
        target.unlink(missing_ok=True)
    print(f"{kind}: {kills} kills, nothing half under its name, nothing left after the sweep")
    assert kills > 0


def _whole(kind: str, file: Path) -> bytes:
    """What the job writes when nobody disturbs it; nothing for a check."""
    target = file.with_name("undisturbed.txt")
    if kind != "check":
        asyncio.run(worker.run(job(kind, file, target=str(target), mending={})))
    whole = target.read_bytes() if target.exists() else b""
    target.unlink(missing_ok=True)
    return whole


def _is_clean(lists: Path, target: Path, whole: bytes, original: bytes) -> None:
    """Whole under its name or not there; what is partial goes with the next start's sweep."""
    for folder in (lists, target.parent):
        sweep(folder)
    left = [path for path in target.parent.iterdir() if path.is_file()]
    assert left in ([], [target])
    assert not left or target.read_bytes() == whole != b""
    for copy in lists.iterdir() if lists.exists() else ():
        assert copy.read_bytes() == original
