"""A held row is claimed once, by one, and only if it still may leave."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.send.bench import URL, Bench, confirm, confirmed_row
from tests.send.builders import NOW
from tpns_desktop.send.claim import Claim, Promise, claim, same_as
from tpns_desktop.send.clock import Mark
from tpns_desktop.store.database import Database
from tpns_desktop.store.history import History, PushRow

# -------------------------------------------------------------------------------------- once


PROGRAMS = 8


def test_eight_programs_that_reach_for_the_same_push_claim_it_once(
    tmp_path: Path, size: Callable[[int, int], int]
) -> None:
    bench = Bench(tmp_path)
    ids = [f"r{n}" for n in range(size(40, 300))]
    with bench.database().transaction() as conn:
        History(conn).add(confirmed_row(row_id, state="held") for row_id in ids)
    bench.close()
    won: Counter[int] = Counter()
    twice = 0
    with contextlib.ExitStack() as stack:
        programs = [stack.enter_context(_program(bench.path)) for _ in range(PROGRAMS)]
        assert [_said(program) for program in programs] == ["ready"] * PROGRAMS
        for row_id in ids:
            for program in programs:
                assert program.stdin is not None
                program.stdin.write(f"{row_id}\n")
                program.stdin.flush()
            answers = [_said(program) for program in programs]
            ours = [n for n, answer in enumerate(answers) if answer == "ours"]
            assert sorted(answers) == ["no"] * (PROGRAMS - 1) + ["ours"]
            won[ours[0]] += 1
            twice += len(ours) - 1
    assert [program.returncode for program in programs] == [0] * PROGRAMS
    print(
        f"\n{PROGRAMS} programs x {len(ids)} rows: {won.total()} claims, {twice} twice; "
        f"shares {sorted(won.values())}"
    )
    assert won.total() == len(ids)


def _program(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.send.claiming", str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def _said(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()


# --------------------------------------------------------------------------------- and only if


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


@pytest.fixture
def database(bench: Bench) -> Database:
    return bench.database()


HELD: dict[str, Any] = {"state": "held", "expires_at": NOW + timedelta(minutes=10)}
AT = Mark(NOW, 100.0)


def later(seconds: float) -> Mark:
    return Mark(NOW + timedelta(seconds=seconds), 100.0 + seconds)


def promised(database: Database, row: PushRow) -> Promise:
    """Keep a row as held; gives what the program remembers of it."""
    with database.transaction() as conn:
        history = History(conn)
        promise = Promise.of(row, same_as(history, row), AT)
        history.add([row])
    return promise


def claimed(database: Database, promise: Promise, **changes: Any) -> Claim | None:
    values: dict[str, Any] = {"now": later(10), "released": later(10), "app_id": None} | changes
    with database.transaction() as conn:
        return claim(History(conn), "r1", promise, **values)


def kept(database: Database, row_id: str = "r1") -> PushRow:
    with database.reading() as conn:
        row = History(conn).row(row_id)
    assert row is not None
    return row


def sent_before(
    database: Database, row_id: str, state: str, age: timedelta = timedelta(minutes=5), **same: Any
) -> None:
    """A push that left `age` before the claim and ended in `state`."""
    at = later(10).wall - age
    facts = {"settled_by": "query"} if state == "not_found" else {}
    way = {
        "held": [],
        "sending": ["sending"],
        "withdrawn": ["withdrawn"],
        "not_found": ["sending", "unknown", "not_found"],
    }.get(state, ["sending", state])
    with database.transaction() as conn:
        history = History(conn)
        history.add([confirmed_row(row_id, **{"state": "held", "created_at": at} | same)])
        now = "held"
        for step in way:
            extra = {"sent_at": at} if step == "sending" else {}
            history.move(row_id, now, step, **extra, **(facts if step == state else {}))
            now = step


def test_a_held_row_becomes_ours(database: Database) -> None:
    promise = promised(database, confirmed_row(**HELD))
    got = claimed(database, promise)
    assert got is not None
    assert got.reason is None
    row = kept(database)
    assert (row.state, row.sent_at, row.attempts) == ("sending", later(10).wall, 1)
    assert claimed(database, promise) is None


@pytest.mark.parametrize(
    "hand",
    [
        "UPDATE pushes SET body = CAST('{}' AS BLOB)",
        "UPDATE pushes SET body = CAST('{}' AS BLOB), body_sha256 = "
        "'44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'",
        "UPDATE pushes SET body_sha256 = upper(body_sha256)",
        "UPDATE pushes SET access_point_url = 'https://api.tpns.sgp.tencent.com'",
        "UPDATE pushes SET access_id = '1500099999'",
        "UPDATE pushes SET environment = 'product'",
        "UPDATE pushes SET practice = 1",
        "UPDATE pushes SET app_id = 'other'",
        "UPDATE pushes SET schedule_at = '2027-01-01T00:00:00.000000Z'",
        "UPDATE pushes SET fingerprint = 'x'",
    ],
)
def test_what_is_not_as_confirmed_stays(bench: Bench, database: Database, hand: str) -> None:
    promise = promised(database, confirmed_row(**HELD))
    bench.tamper(hand)
    got = claimed(database, promise)
    assert got is not None
    assert got.reason == "changed"
    assert (kept(database).state, kept(database).settled_by) == ("withdrawn", "program")


@pytest.mark.parametrize(
    ("wall_s", "monotonic_s", "reason"),
    [
        (599, 599, None),
        (601, 601, "expired"),
        (601, 575, "expired"),  # the later of the two clocks counts
        (575, 601, "expired"),
        (100, 65, "slept"),
        (-40, 10, "slept"),  # the clock was set back
        (39, 10, None),
    ],
)
def test_a_confirmation_counts_for_ten_minutes_of_waking_time(
    database: Database, wall_s: float, monotonic_s: float, reason: str | None
) -> None:
    promise = promised(database, confirmed_row(**HELD))
    now = Mark(NOW + timedelta(seconds=wall_s), 100 + monotonic_s)
    got = claimed(database, promise, now=now)
    assert got is not None
    assert got.reason == reason


@pytest.mark.parametrize(("after_s", "reason"), [(599, None), (601, "expired")])
def test_without_a_set_hold_the_count_begins_with_the_word(
    database: Database, after_s: float, reason: str | None
) -> None:
    promise = promised(database, confirmed_row(**HELD | {"expires_at": None}))
    got = claimed(database, promise, released=later(7200), now=later(7200 + after_s))
    assert got is not None
    assert got.reason == reason


@pytest.mark.parametrize(("ahead_s", "reason"), [(300, None), (299, "schedule_passed")])
def test_a_schedule_less_than_five_minutes_ahead_stays(
    database: Database, ahead_s: float, reason: str | None
) -> None:
    at = later(10).wall + timedelta(seconds=ahead_s)
    promise = promised(database, confirmed_row(**HELD, schedule_at=at))
    got = claimed(database, promise)
    assert got is not None
    assert got.reason == reason


@pytest.mark.parametrize(
    ("app_id", "reason"), [(None, None), ("shop", None), ("practice", "app_switched")]
)
def test_a_push_of_an_app_the_person_left_stays(
    database: Database, app_id: str | None, reason: str | None
) -> None:
    got = claimed(database, promised(database, confirmed_row(**HELD)), app_id=app_id)
    assert got is not None
    assert got.reason == reason


# ------------------------------------------------------------------------------- the same again


SAME = {"fingerprint": confirmed_row().fingerprint}


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("sending", "duplicate"),
        ("accepted", "duplicate"),
        ("unknown", "unsettled"),
        ("held", None),
        ("rejected", None),
        ("not_sent", None),
        ("withdrawn", None),
        ("not_found", None),
    ],
)
def test_the_same_push_sent_since_the_confirmation_keeps_this_one_back(
    database: Database, state: str, reason: str | None
) -> None:
    promise = promised(database, confirmed_row(**HELD))
    sent_before(database, "r0", state, **SAME)
    got = claimed(database, promise)
    assert got is not None
    assert got.reason == reason


@pytest.mark.parametrize(
    ("state", "reason"), [("accepted", None), ("sending", None), ("unknown", "unsettled")]
)
def test_the_same_push_that_was_overruled_does_not_unless_nobody_knows_its_end(
    database: Database, state: str, reason: str | None
) -> None:
    sent_before(database, "r0", state, **SAME)
    got = claimed(database, promised(database, confirmed_row(**HELD)))
    assert got is not None
    assert got.reason == reason


@pytest.mark.parametrize(
    ("state", "age", "reason"),
    [
        ("accepted", timedelta(hours=23), "duplicate"),
        ("accepted", timedelta(hours=25), None),
        ("unknown", timedelta(days=400), "unsettled"),
    ],
)
def test_the_same_push_counts_for_a_day_and_for_ever_while_its_end_is_not_known(
    database: Database, state: str, age: timedelta, reason: str | None
) -> None:
    promise = promised(database, confirmed_row(**HELD))
    sent_before(database, "r0", state, age, **SAME)
    got = claimed(database, promise)
    assert got is not None
    assert got.reason == reason


def test_another_push_keeps_nothing_back(database: Database) -> None:
    promise = promised(database, confirmed_row(**HELD))
    for state in ("sending", "accepted", "unknown"):
        sent_before(database, state, state)
    got = claimed(database, promise)
    assert got is not None
    assert got.reason is None


@pytest.mark.parametrize(
    ("earlier", "age", "reason"),
    [
        ({}, timedelta(minutes=59), "duplicate"),
        ({}, timedelta(minutes=61), None),
        ({"title": "Other"}, timedelta(minutes=5), None),
        ({"audience_kind": "tag"}, timedelta(minutes=5), None),
        ({"access_id": "1600012345"}, timedelta(minutes=5), None),
    ],
)
def test_the_same_text_goes_to_everyone_once_an_hour(
    database: Database, earlier: dict[str, Any], age: timedelta, reason: str | None
) -> None:
    """Even where all else differs, and where it was there when this one was confirmed."""
    everyone = {"audience_kind": "all", "title": "Sale", "content": "Now"}
    sent_before(database, "r0", "accepted", age, **everyone | earlier)
    got = claimed(database, promised(database, confirmed_row(**HELD, **everyone)))
    assert got is not None
    assert got.reason == reason


def test_a_broadcast_that_was_held_long_counts_from_when_it_left(database: Database) -> None:
    everyone = {"audience_kind": "all", "title": "Sale", "content": "Now"}
    with database.transaction() as conn:
        history = History(conn)
        old = confirmed_row("r0", **everyone, state="held", created_at=NOW - timedelta(hours=3))
        history.add([old])
        history.move("r0", "held", "sending", sent_at=NOW)
        history.move("r0", "sending", "accepted")
    got = claimed(database, promised(database, confirmed_row(**HELD, **everyone)))
    assert got is not None
    assert got.reason == "duplicate"


# ------------------------------------------------------------------------ in two copies at once


def test_of_two_copies_with_the_same_push_the_first_one_sends_it(bench: Bench) -> None:
    async def story() -> None:
        one, other = bench.outbox(), bench.outbox()
        confirm(one, confirmed_row("r1"), hold_s=10)
        confirm(other, confirmed_row("r2", **SAME), hold_s=5)
        await bench.clock.advance(60)
        assert (bench.row("r2").state, bench.row("r1").reason) == ("accepted", "duplicate")
        assert [body for _, _, body in bench.wire.tried] == [bench.row("r2").body]
        await one.close()
        await other.close()

    bench.play(story())


def test_a_copy_that_starts_withdraws_what_others_hold_and_nothing_of_it_leaves(
    bench: Bench,
) -> None:
    async def story() -> None:
        one = bench.outbox()
        confirm(one, confirmed_row("r1"), hold_s=10)
        other = bench.outbox()
        assert (bench.row("r1").state, bench.row("r1").reason) == ("withdrawn", "restart")
        await bench.clock.advance(600)
        assert bench.wire.tried == []
        assert bench.row("r1").access_point_url == URL
        await one.close()
        await other.close()

    bench.play(story())


def test_sending_again_names_the_push_that_was_not_found(bench: Bench) -> None:
    async def story() -> None:
        database = bench.database()
        sent_before(database, "r-old", "not_found", timedelta(hours=3), **SAME)
        sent_before(database, "r-new", "not_found", timedelta(hours=2), **SAME)
        sent_before(database, "r-other", "not_found", timedelta(hours=1))
        outbox = bench.outbox()
        confirm(outbox, confirmed_row("r1"))
        confirm(outbox, confirmed_row("r2"))
        assert bench.row("r1").again_of == "r-new"
        assert bench.row("r2").again_of is None
        await outbox.close()

    bench.play(story())
