"""The book of lists: what is kept, what is usable, and that nothing is left behind."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.send.builders import context
from tests.send.conftest import Outside, Run
from tests.send.packages import (
    ACCOUNTS,
    confirmed,
    file_draft,
    file_of,
    left_over,
    reached,
    to_review,
)
from tpns_desktop.send.checks import examine
from tpns_desktop.send.desk import Compared, Desk, ListRefused, ListRow


def copies(world: Outside) -> set[str]:
    return {path.name for path in (world.folder / "data" / "lists").iterdir()}


def found_in(row: ListRow | None, **changes: Any) -> dict[str, str]:
    """Ids of what the checks say about a list → their levels."""
    told = examine(file_draft(row, **changes), context(chosen=row)).findings
    return {f.id: f.level for f in told if f.id.startswith(("file.", "target."))}


def test_a_checked_list_is_kept_with_its_copy(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        seen: list[tuple[int, int]] = []
        path = file_of(tmp_path)
        row = await desk.add_list(path, progress=lambda done, size: seen.append((done, size)))
        assert (row.outcome, row.code, row.usable) == ("accept", "ok", True)
        assert (row.rows, row.accounts, row.duplicates) == (4, 4, 0)
        assert row.path.read_bytes() == path.read_bytes()
        assert row.path.name == f"{row.sha256}.txt"
        assert row.first[0] == "us…01"
        assert seen[-1][0] >= row.size_bytes == seen[-1][1]
        assert await desk.lists() == [row]
        # The same again is the same list.
        assert (await desk.add_list(path)).id == row.id
        assert left_over(world) == []

    run(story)


def test_a_refused_file_leaves_nothing(world: Outside, run: Run[Any], tmp_path: Path) -> None:
    async def story(desk: Desk) -> None:
        with pytest.raises(ListRefused) as refused:
            await desk.add_list(file_of(tmp_path, "alice\ncontr\x01ol"))
        assert refused.value.code == "control"
        assert refused.value.verdict is not None
        assert refused.value.verdict["findings"][0]["row"] == 2
        with pytest.raises(ListRefused) as refused:
            await desk.add_list(file_of(tmp_path, name="list.exe"))
        assert refused.value.code == "ext"
        assert await desk.lists() == []
        assert copies(world) == set()

    run(story)


def test_windows_line_ends_are_uploaded_as_lf(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row = await desk.add_list(file_of(tmp_path, "alice01\r\nbob_02\r\n"))
        assert row.path.read_bytes() == b"alice01\nbob_02\n"
        assert row.usable
        assert "crlf" in row.notes
        assert not row.original_changed
        assert (await desk.recheck_list(row.id)).notes == row.notes
        assert left_over(world) == []

    run(story)


def test_an_original_that_changes_is_only_noted(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        path = file_of(tmp_path)
        row = await desk.add_list(path)
        path.write_text("mallory")
        now = await desk.list_row(row.id)
        assert now is not None
        assert now.usable
        assert "original-changed" in now.notes
        assert found_in(now) == {"file.original": "N"}
        row.path.unlink()
        gone = await desk.list_row(row.id)
        assert gone is not None
        assert not gone.usable
        assert found_in(gone)["file.changed"] == "E"

    run(story)


def test_only_answered_asks_make_a_list_usable(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row = await desk.add_list(file_of(tmp_path, "account\nalice01\n1.38E+10\n"))
        assert (row.asks, row.usable) == (("heading", "sci"), False)
        assert found_in(row) == {"file.header": "E", "file.sci": "E"}
        row = await desk.answer_list(row.id, {"heading"})
        assert (row.open_asks, row.usable) == (("sci",), False)
        assert found_in(row) == {"file.header": "W", "file.sci": "E"}
        row = await desk.answer_list(row.id, {"heading", "sci", "length"})
        assert (row.answers, row.usable) == (("heading", "sci"), True)
        assert found_in(row) == {"file.header": "W", "file.sci": "W"}
        row = await desk.recheck_list(row.id, 3)
        assert (row.answers, row.usable) == ((), False)
        # What only a copy can mend is never answered away.
        short = await desk.add_list(file_of(tmp_path, "account\nalice01\nx\n"))
        short = await desk.answer_list(short.id, {"heading", "length"})
        assert not short.usable
        assert found_in(short)["file.row_length"] == "E"

    run(story)


def test_another_account_type_is_another_check(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row = await desk.add_list(file_of(tmp_path))
        found = found_in(row, audience__file__account_type="1002")
        assert found == {"file.unchecked": "E"}
        row = await desk.recheck_list(row.id, 1002)
        assert not row.usable
        assert row.verdict["invalid"]["type"] == 4
        found = found_in(row, audience__file__account_type="1002")
        assert found == {"file.account_type": "E"}

    run(story)


def test_a_list_that_is_not_chosen_or_gone_from_the_book_reaches_nobody() -> None:
    assert found_in(None) == {"target.none": "E"}


def test_a_list_of_tokens_belongs_to_one_platform(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        tokens = file_of(tmp_path, "04cac74a714f61bf089987a986363d88aaaa\n")
        row = await desk.add_list(tokens, "token")
        assert found_in(row) == {"target.platform": "E"}
        told = examine(file_draft(row, audience__file__platform="ios"), context(chosen=row))
        assert list(told.bodies) == ["ios"]
        assert b'"audience_type":"package_token_push","upload_id":0' in told.bodies["ios"]
        assert b"account_type" not in told.bodies["ios"]
        assert told.level == 3

    run(story)


def test_a_mended_copy_is_a_list_of_its_own(world: Outside, run: Run[Any], tmp_path: Path) -> None:
    async def story(desk: Desk) -> None:
        path = file_of(tmp_path, "account\nalice01\nx\n\nalice01\n", "list.csv")
        row = await desk.add_list(path)
        assert not row.usable
        before = path.read_bytes()
        mended = await desk.mend_list(
            row.id, {"drop_first": True, "drop_bad": True, "drop_repeats": True}
        )
        assert mended.path == tmp_path / "list (clean).csv"
        assert mended.path.read_bytes() == b"alice01\n"
        assert (mended.row.usable, mended.row.accounts) == (True, 1)
        assert mended.row.id != row.id
        assert path.read_bytes() == before
        with pytest.raises(ListRefused) as refused:
            await desk.mend_list(row.id, {"drop_bad": True}, mended.path)
        assert refused.value.code == "exists"
        assert len(await desk.lists()) == 2
        assert sorted(p.name for p in tmp_path.glob("*.csv")) == ["list (clean).csv", "list.csv"]
        assert not list(tmp_path.glob(".*.part"))

    run(story)


def test_problem_rows_are_saved_whole_or_not_at_all(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row = await desk.add_list(file_of(tmp_path, "alice01\nx\ny\n"))
        target = tmp_path / "problems.csv"
        assert await desk.save_problems(row.id, target) == 2
        assert len(target.read_text("utf-8-sig").splitlines()) == 3
        before = target.read_bytes()
        with pytest.raises(ListRefused) as refused:
            await desk.save_problems(row.id, target)
        assert refused.value.code == "exists"
        assert target.read_bytes() == before
        assert not list(tmp_path.glob(".*.part"))

    run(story)


def test_lists_are_compared_and_asked_for_single_accounts(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        one = await desk.add_list(file_of(tmp_path))
        two = await desk.add_list(file_of(tmp_path, "user000001\nzoe\n", "two.txt"))
        assert await desk.compare_lists(one.id, two.id) == Compared(1, 3, 1)
        assert await desk.list_contains(one.id, [ACCOUNTS[2], "zoe"]) == [True, False]
        with pytest.raises(ListRefused) as refused:
            await desk.list_contains("nobody", ["zoe"])
        assert refused.value.code == "list_gone"

    run(story)


def test_a_list_that_an_open_push_needs_is_not_removed(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row = await desk.add_list(file_of(tmp_path))
        twin = await desk.add_list(file_of(tmp_path, name="twin.txt"))
        assert twin.path == row.path
        review = await to_review(desk, world, row)
        assert await desk.list_needed_by(row.id) == []  # a draft needs nothing
        batch = await confirmed(desk, review)
        for state in ("confirmed", "held"):
            assert (await reached(desk, batch.id, state)).state == state
            assert await desk.list_needed_by(row.id) == [batch.title]
            with pytest.raises(ListRefused) as refused:
                await desk.remove_list(row.id)
            assert (refused.value.code, refused.value.detail) == (
                "list_in_use",
                {"titles": [batch.title]},
            )
        assert await desk.list_row(row.id) is not None
        # The push names the other list of the two; the copy they share stays.
        assert await desk.list_needed_by(twin.id) == []
        assert await desk.remove_list(twin.id)
        assert row.path.exists()
        await desk.cancel(batch.id)
        assert await desk.list_needed_by(row.id) == []
        assert await desk.remove_list(row.id)
        assert not await desk.remove_list(row.id)
        assert copies(world) == set()

    run(story)


@pytest.mark.parametrize(("settled", "needed"), [("unknown", True), ("accepted", False)])
def test_a_list_is_needed_until_its_pushes_are_settled(
    world: Outside, run: Run[Any], tmp_path: Path, settled: str, needed: bool
) -> None:
    async def lost(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v3/push/app" and needed:
            raise httpx.ReadError("lost")
        return await httpx.ASGITransport(world.service).handle_async_request(request)

    async def story(desk: Desk) -> None:
        row = await desk.add_list(file_of(tmp_path))
        review = await to_review(desk, world, row)
        world.answer = lost
        batch = await confirmed(desk, review)
        await reached(desk, batch.id, settled, clock=world.clock)
        assert bool(await desk.list_needed_by(row.id)) is needed
        if needed:
            with pytest.raises(ListRefused, match="list_in_use"):
                await desk.remove_list(row.id)
            await desk.did_not_go(batch.id)
        assert await desk.remove_list(row.id)

    run(story)


def test_pasted_rows_become_a_list_without_any_file_of_theirs(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        seen: list[tuple[int, int]] = []
        row = await desk.add_pasted(
            "+8613800138000\n\nanna\n", "account", 1002, "VIP/1", lambda *at: seen.append(at)
        )
        assert (row.name, row.original, row.account_type) == ("VIP_1.txt", None, 1002)
        assert (row.asks, row.fixes, row.accounts) == (("type",), ("blank",), 2)
        assert row.path.read_bytes() == b"+8613800138000\n\nanna\n"
        assert row.path.stat().st_mode & 0o077 == 0
        assert seen
        assert not row.original_changed
        # Its clean copy is private too.
        mended = await desk.mend_list(row.id, {"drop_misfits": True})
        assert (mended.path, mended.row.name) == (None, "VIP_1 (clean).txt")
        assert mended.row.path.read_bytes() == b"+8613800138000\n"
        assert mended.row.original is None
        assert mended.row.usable
        # The same again is the same list; nothing else was written anywhere.
        assert (await desk.add_pasted("+8613800138000\n", "account", 1002, "x.txt")).id != row.id
        assert left_over(world) == []
        assert [path.name for path in tmp_path.glob("*.txt")] == []

    run(story)


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("al\x01ice\n", "a", "control"),
        ("a\n", "a", "length"),
        ("", "a", "empty"),
        ("lone \ud800 half\n", "a", "encoding"),
        ("alice\n", "", "name"),
        ("alice\n", "x" * 97, "name"),
        ("alice\n", "turned\u202e", "name"),
    ],
    ids=["control", "short", "empty", "surrogate", "no name", "long name", "odd name"],
)
def test_pasted_rows_that_are_refused_leave_nothing(
    world: Outside, run: Run[Any], text: str, name: str, code: str
) -> None:
    async def story(desk: Desk) -> None:
        with pytest.raises(ListRefused) as refused:
            await desk.add_pasted(text, "account", 0, name)
        assert refused.value.code == code
        assert await desk.lists() == []
        assert not (world.folder / "data" / "lists").exists() or copies(world) == set()

    run(story)


def test_a_list_keeps_its_new_name(world: Outside, run: Run[Any], tmp_path: Path) -> None:
    async def story(desk: Desk) -> None:
        path = file_of(tmp_path)
        row = await desk.add_list(path)
        named = await desk.rename_list(row.id, " 会员 2024 ")
        assert (named.id, named.name, named.sha256) == (row.id, "会员 2024.txt", row.sha256)
        assert (await desk.rename_list(row.id, "VIP.TXT")).name == "VIP.TXT"
        assert (await desk.rename_list(row.id, "a.csv")).name == "a.csv.txt"
        for name in ("", "x" * 97, "a\u202e.txt", "a\n.txt"):
            with pytest.raises(ListRefused, match="name"):
                await desk.rename_list(row.id, name)
        with pytest.raises(ListRefused, match="list_gone"):
            await desk.rename_list("nobody", "a")
        # The same file chosen again is this list, whatever it is called by now.
        again = await desk.add_list(path)
        assert (again.id, again.name) == (row.id, "a.csv.txt")
        assert len(await desk.lists()) == 1
        # What is sent from now on goes by the new name.
        await reached(desk, (await confirmed(desk, await to_review(desk, world, again))).id, "held")
        assert all(b'filename="a.csv.txt"' in body for body in world.bodies)

    run(story)


def test_a_copy_in_which_nothing_would_be_left_is_not_made(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row = await desk.add_list(file_of(tmp_path), account_type=1002)
        with pytest.raises(ListRefused) as refused:
            await desk.mend_list(row.id, {"drop_misfits": True})
        assert refused.value.code == "nothing_left"
        assert [path.name for path in tmp_path.glob("*vip*")] == ["vip.txt"]
        assert left_over(world) == []

    run(story)


def test_a_table_whose_column_is_to_be_chosen_is_said_as_that_alone(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row = await desk.add_list(file_of(tmp_path, "1;anna\n2;bob\n", "table.csv"))
        assert row.code == "columns"
        assert found_in(replace(row, accounts=0)) == {"file.columns": "E"}
        assert found_in(row) == {"file.columns": "E"}
        refused = replace(row, accounts=0, verdict={"outcome": "refuse", "code": "length"})
        assert found_in(refused) == {"file.row_length": "E"}
        strange = replace(row, verdict={"outcome": "fix", "code": "something new"})
        assert found_in(strange) == {"file.unusable": "E"}
        nobody = replace(row, accounts=0, verdict={"outcome": "accept", "code": "ok"})
        assert found_in(nobody) == {"target.zero": "E"}

    run(story)


@pytest.mark.parametrize("by", ["the book", "its caller"])
def test_work_that_is_cancelled_leaves_nothing(
    world: Outside, run: Run[Any], tmp_path: Path, by: str
) -> None:
    path = file_of(tmp_path, "\n".join(f"account{n:09}" for n in range(400_000)))

    async def story(desk: Desk) -> None:
        begun = asyncio.Event()
        work = asyncio.get_running_loop().create_task(
            desk.add_list(path, progress=lambda *_: begun.set())
        )
        await begun.wait()
        if by == "the book":
            await desk.cancel_list_work()
            with pytest.raises(ListRefused) as refused:
                await work
            assert refused.value.code == "cancelled"
        else:
            work.cancel()
            with pytest.raises(asyncio.CancelledError):
                await work
        assert copies(world) == set()
        assert await desk.lists() == []

    run(story)


def test_a_start_leaves_the_work_of_another_copy_alone_and_clears_that_of_a_dead_one(
    world: Outside, run: Run[Any]
) -> None:
    lists = world.folder / "data" / "lists"
    at_work, from_before_a_restart, dead = (
        lists / f"work-{pid}-{what}"
        for pid, what in ((os.getppid(), "now"), (os.getppid(), "old"), (2**22 + 1, "dead"))
    )
    for folder in (at_work, from_before_a_restart, dead):
        folder.mkdir(parents=True)
        (folder / "half.part").write_bytes(b"alice")
    # Before the process began that has the number now.
    os.utime(from_before_a_restart, (1_000_000_000, 1_000_000_000))

    async def story(desk: Desk) -> None:
        assert copies(world) == {at_work.name}

    run(story)


POINTS = ("copying", "checking", "mending", "uploading")


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
@pytest.mark.parametrize("point", POINTS)
def test_a_kill_leaves_no_partial_file_after_the_next_start_and_sends_nothing(
    world: Outside, run: Run[Any], tmp_path: Path, point: str
) -> None:
    chosen = tmp_path / "chosen"
    chosen.mkdir()
    lines = "\n".join(f"account{n:09}" for n in range(200_000))
    path = file_of(chosen, f"{lines}\nx" if point == "mending" else lines)
    life = subprocess.Popen(
        [sys.executable, "-m", "tests.send.life_of_lists", str(world.folder), str(path), point],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        start_new_session=True,
    )
    assert life.stdout is not None
    try:
        assert life.stdout.readline().strip() == point
    finally:
        # With its child, as when the computer stops.
        os.killpg(life.pid, signal.SIGKILL)
        life.communicate()

    async def story(desk: Desk) -> None:
        assert left_over(world) == []
        assert [p.name for p in chosen.iterdir()] == ["vip.txt"]
        kept = {row.path.name for row in await desk.lists()}
        assert copies(world) == kept
        for app in await desk.apps():
            for batch in await desk.batches(app.id):
                assert {(r.state, r.reason) for r in batch.rows} == {("withdrawn", "restart")}

    run(story)
