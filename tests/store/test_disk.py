"""Damaged files, full disks, two programs on one file: nothing unproven leaves, nothing vanishes.

"Given to a claim" means that the outbox's own claim takes the row for sending, with the promise a
person was given in memory. A file may be refused, set aside or used; it may not be replaced without
a word, and what stood in it stays readable byte for byte.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import random
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.store.rows import NOON, app, later, push
from tests.store.test_history import WAYS, in_state
from tpns_desktop.model.states import MAY_HAVE_LEFT, OPEN_STATES, STATES
from tpns_desktop.send.claim import Promise, claim
from tpns_desktop.send.clock import Mark
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.database import Database, open_database
from tpns_desktop.store.drafts import Drafts
from tpns_desktop.store.errors import DatabaseGone, StoreError
from tpns_desktop.store.files import whole
from tpns_desktop.store.history import History, PushRow

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Sound:
    """A database before it is damaged: the files as a killed program left them."""

    folder: Path
    rows: dict[str, PushRow]
    earlier: dict[str, bytes]
    """The same files some confirmations before."""


def body_of(number: int) -> bytes:
    dice = random.Random(number)
    words = "".join(dice.choice("今晚八点五折abc") for _ in range(dice.choice([20, 400, 9000])))
    return json.dumps({"audience_type": "all", "n": number, "content": words}).encode()


def confirmed(number: int, state: str) -> PushRow:
    body = body_of(number)
    digest = hashlib.sha256(body).hexdigest()
    return push(
        f"{state}-{number}",
        body=body,
        body_sha256=digest,
        fingerprint=hashlib.sha256(digest.encode()).hexdigest(),
        title=f"Title {number}",
    )


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    working = tmp_path_factory.mktemp("working") / "tpns.db"
    folder = tmp_path_factory.mktemp("sound")
    database = open_database(working)
    numbers = itertools.count()
    earlier: dict[str, bytes] = {}
    for half in range(2):
        with database.transaction() as conn:
            if half == 0:
                Apps(conn).add(app())
            for _, state in itertools.product(range(4), STATES):
                number = next(numbers)
                row = confirmed(number, state)
                in_state(
                    History(conn),
                    row.id,
                    state,
                    **{
                        name: getattr(row, name)
                        for name in ("body", "body_sha256", "fingerprint", "title")
                    },
                )
                Drafts(conn).save("app-1", f"d{number}", {"text": "四" * 300})
        if half == 0:
            checkpoint(working)
            earlier = {file.name: file.read_bytes() for file in working.parent.iterdir()}
    with database.reading() as conn:
        rows = {row.id: row for row in History(conn).in_state(*STATES)}
    for file in working.parent.iterdir():
        if not file.name.endswith("-shm"):
            shutil.copy(file, folder)
    database.close()
    assert (folder / "tpns.db-wal").stat().st_size > 50_000
    assert len(rows) == 8 * len(STATES)
    return Sound(folder, rows, earlier)


def checkpoint(path: Path) -> None:
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    conn.close()


# ---------------------------------------------------------------------------------- damage


def some_bytes(dice: random.Random, file: Path) -> None:
    data = bytearray(file.read_bytes())
    for _ in range(dice.choice([1, 1, 3, 20])):
        at = dice.randrange(len(data))
        length = dice.choice([1, 1, 4, 64, 4096])
        data[at : at + length] = dice.randbytes(min(length, len(data) - at))
    file.write_bytes(data)


def one_bit(dice: random.Random, file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    file.write_bytes(data)


def cut(dice: random.Random, file: Path) -> None:
    size = file.stat().st_size
    at = dice.choice([dice.randrange(size), dice.randrange(size // 4096 + 1) * 4096])
    file.write_bytes(file.read_bytes()[:at])


def swapped_pages(dice: random.Random, file: Path) -> None:
    data = file.read_bytes()
    pages = [data[at : at + 4096] for at in range(0, len(data), 4096)]
    one, two = dice.sample(range(len(pages)), 2)
    pages[one], pages[two] = pages[two], pages[one]
    file.write_bytes(b"".join(pages))


def zeroed_page(dice: random.Random, file: Path) -> None:
    data = bytearray(file.read_bytes())
    at = dice.randrange(len(data) // 4096) * 4096
    data[at : at + 4096] = bytes(4096)
    file.write_bytes(data)


def zeroed(dice: random.Random, file: Path) -> None:
    file.write_bytes(bytes(file.stat().st_size))


def emptied(dice: random.Random, file: Path) -> None:
    file.write_bytes(b"")


def lost(dice: random.Random, file: Path) -> None:
    file.unlink()


DAMAGE: list[tuple[str, Callable[[random.Random, Path], None]]] = [
    (name, what)
    for name, kinds in {
        "tpns.db": (
            some_bytes,
            some_bytes,
            one_bit,
            one_bit,
            cut,
            swapped_pages,
            zeroed_page,
            zeroed,
            emptied,
            lost,
        ),
        "tpns.db-wal": (some_bytes, one_bit, cut, swapped_pages, zeroed, emptied, lost),
    }.items()
    for what in kinds
]


def older(sound: Sound, folder: Path) -> None:
    """Put back the files of some confirmations ago, but for the marker."""
    (folder / "tpns.db-wal").unlink()
    (folder / "tpns.db").write_bytes(sound.earlier["tpns.db"])


def damaged_copy(sound: Sound, folder: Path, seed: int) -> tuple[Path, str]:
    """Copy the files into ``folder`` and damage them; gives the database's path and how."""
    dice = random.Random(seed)
    shutil.copytree(sound.folder, folder)
    path = folder / "tpns.db"
    if seed % 3 == 0:  # as a program that ended well left it
        conn = sqlite3.connect(path)
        conn.execute("SELECT count(*) FROM pushes").fetchone()
        conn.close()
    kinds = [(name, what) for name, what in DAMAGE if (folder / name).exists()]
    name, what = kinds[seed % len(kinds)] if seed % 10 else ("both", older)
    if what is older:
        if path.with_name("tpns.db-wal").exists():
            older(sound, folder)
        else:
            path.write_bytes(sound.earlier["tpns.db"])
    else:
        what(dice, folder / name)  # type: ignore[call-arg, arg-type]
    return path, f"{name} {what.__name__}"


def held_bytes(path: Path) -> dict[str, bytes]:
    """Database and log, by ending; what SQLite rebuilds by itself is left out."""
    return {
        file.name.removeprefix(path.name): file.read_bytes()
        for file in whole(path)
        if file.exists() and not file.name.endswith("-shm")
    }


def frozen_facts(row: PushRow) -> tuple[object, ...]:
    return (row.body, row.access_id, row.access_point_url, row.environment, row.platform)


def given_to_a_claim(database: Database, sound: Sound) -> list[PushRow]:
    """Try to send every row that was ever confirmed, as the window that promised it would."""
    moment = Mark(NOON, 0.0)
    got = []
    with database.reading() as conn:
        waiting = {row.id for row in History(conn).in_state("confirmed", "held")}
    for row_id, row in sound.rows.items():
        if row_id not in waiting and row.state not in {"confirmed", "held"}:
            continue  # a claim begins by finding that it does not wait
        promise = Promise.of(row, [], moment)
        try:
            with database.transaction() as conn:
                history = History(conn)
                if row.state == "confirmed":
                    history.move(row_id, "confirmed", "held", hold_until=NOON, expires_at=later(9))
                claimed = claim(
                    history, row_id, promise, now=moment, released=moment, app_id="app-1"
                )
        except StoreError:
            continue  # an error, and nothing is sent
        if claimed is not None and claimed.reason is None:
            got.append(claimed.row)
    return got


def same_pushes_missed(database: Database) -> list[str]:
    """Pushes that may have left and that the guard against sending twice would not find."""
    states = ", ".join(f"'{state}'" for state in sorted(MAY_HAVE_LEFT))
    with database.reading() as conn:
        stored = conn.execute(
            text(f"SELECT id, fingerprint FROM pushes NOT INDEXED WHERE state IN ({states})")
        ).all()
        history = History(conn)
        return [
            row_id
            for row_id, fingerprint in stored
            if row_id not in {row.id for row in history.same(fingerprint, later(-1))}
        ]


def ending_of(sound: Sound, folder: Path, seed: int) -> str:
    """Damage a copy, open it, and see that no promise is broken; gives what became of it."""
    path, how = damaged_copy(sound, folder, seed)
    before = held_bytes(path)
    try:
        database = open_database(path, clock=lambda: NOON)
    except DatabaseGone:
        assert held_bytes(path) == before, how
        return "gone"
    except StoreError as error:
        assert held_bytes(path) == before, how
        return f"error {error.code}"
    try:
        kinds = [note.kind for note in database.notes]
        for note in database.notes:
            if note.kept_at is not None:
                assert held_bytes(note.kept_at) == before, how
        with database.reading() as conn:
            count = conn.execute(text("SELECT count(*) FROM pushes NOT INDEXED")).scalar_one()
        if "damaged" in kinds:
            assert count == 0
        elif "restored" not in kinds:
            assert count == len(sound.rows), f"{how}: pushes vanished without a word"
            for state in OPEN_STATES | {"unknown"}:
                told = [row for note in database.notes for row in note.row_ids]
                with database.reading() as conn:
                    for row in History(conn).in_state(state):
                        known = sound.rows.get(row.id)
                        assert row.id in told or (known is not None and row.body == known.body), how
        assert same_pushes_missed(database) == [], how
        for row in given_to_a_claim(database, sound):
            assert frozen_facts(row) == frozen_facts(sound.rows[row.id]), how
        return ", ".join(kinds) or "used"
    finally:
        database.close()


def test_a_damaged_database_sends_nothing_unproven_and_is_never_reset_without_a_word(
    sound: Sound, tmp_path: Path, size: Callable[[int, int], int]
) -> None:
    count = size(30, 200)
    endings: Counter[str] = Counter()
    for seed in range(count):
        folder = tmp_path / str(seed)
        endings[ending_of(sound, folder, seed)] += 1
        shutil.rmtree(folder)
    print(f"{count} damaged databases: {dict(endings.most_common())}")
    assert {"gone", "damaged", "restored"} <= set(endings)


def test_the_sound_database_itself_gives_what_is_held_to_a_claim(
    sound: Sound, tmp_path: Path
) -> None:
    """The control: without damage there is something to send."""
    folder = tmp_path / "copy"
    shutil.copytree(sound.folder, folder)
    database = open_database(folder / "tpns.db")
    assert database.notes == ()
    got = given_to_a_claim(database, sound)
    assert {row.state for row in got} == {"held"}
    assert len(got) == 16
    assert set(WAYS) == set(STATES)
    database.close()


def test_one_changed_byte_in_a_held_push_keeps_it_here(sound: Sound, tmp_path: Path) -> None:
    """The control of the hash: SQLite's own checks do not see this damage."""
    folder = tmp_path / "copy"
    shutil.copytree(sound.folder, folder)
    path = folder / "tpns.db"
    checkpoint(path)
    row = next(r for r in sound.rows.values() if r.state == "held" and len(r.body) > 5000)
    data = path.read_bytes()
    at = data.index(row.body[100:300])
    path.write_bytes(data[:at] + b"X" + data[at + 1 :])
    conn = sqlite3.connect(path)
    assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    conn.close()
    database = open_database(path)
    assert [(note.kind, note.row_ids) for note in database.notes] == [("changed", (row.id,))]
    assert row.id not in {claimed.id for claimed in given_to_a_claim(database, sound)}
    database.close()


# ------------------------------------------------------------------------------- full disk


def small_disk(folder: Path) -> tuple[list[str], str]:
    """A command's beginning that puts a small disk at ``folder``, and what kind of disk it is.

    As root, a file system of 4 MiB that nobody else sees and that goes with the process; otherwise
    a limit on the size of files, which SQLite meets as a failing write.
    """
    if sys.platform == "win32":
        pytest.skip("neither small file systems nor limits on files, without an administrator")
    mounted = 'mount -t tmpfs -o size=4m tmpfs "$0" && exec "$@"'
    private = ["unshare", "--mount", "--propagation", "private", "sh", "-c", mounted, str(folder)]
    if sys.platform == "linux" and shutil.which("unshare"):
        tried = subprocess.run([*private, "true"], capture_output=True, check=False)
        if tried.returncode == 0:
            return private, "tmpfs"
    return [], "limit"


def test_a_disk_that_becomes_full_at_any_write_loses_nothing_that_was_acknowledged(
    tmp_path: Path, size: Callable[[int, int], int]
) -> None:
    begin, how = small_disk(tmp_path)
    command = [sys.executable, "-m", "tests.store.full_disk", str(tmp_path), how, "50"]
    done = subprocess.run(
        [*begin, *command, str(size(4, 1))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    points = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(points) == len(range(0, 50, size(4, 1)))
    errors = Counter(point["error"] for point in points)
    print(f"disk ({how}) full at {len(points)} write points: first errors {dict(errors)}")
    assert [point for point in points if point["broken"]] == []
    full = "disk_full" if how == "tmpfs" else "failed"
    assert errors[full] > len(points) * 0.8
    assert set(errors) <= {full, "disk_full", None}
    assert {point["work"] for point in points} == {"sending", "first_start", "upgrade"}


# ------------------------------------------------------------------------------ two copies


def test_of_two_running_copies_one_is_killed_and_nothing_of_either_is_lost(
    tmp_path: Path, size: Callable[[int, int], int]
) -> None:
    rounds = size(1, 10)
    path = tmp_path / "tpns.db"
    kept: dict[str, str] = {}
    for number in range(rounds):
        copies = [
            subprocess.Popen(
                [sys.executable, "-m", "tests.store.working_copy", str(path), f"{name}{number}"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                cwd=ROOT,
            )
            for name in ("killed", "ended")
        ]
        said = []
        for copy in copies:
            assert copy.stdin is not None
            assert copy.stdout is not None
            # No alarm at the start of a second copy, nor after a kill.
            assert copy.stdout.readline() == "ready\n"
            copy.stdin.write("go\n")
            copy.stdin.flush()
        for copy in copies:
            assert copy.stdout is not None
            said += [copy.stdout.readline() for _ in range(random.Random(number).randrange(5, 40))]
        copies[0].kill()
        for copy in copies:
            assert copy.stdin is not None
            assert copy.stdout is not None
            if copy is copies[1]:
                copy.stdin.write("end\n")
                copy.stdin.flush()
            # Not `communicate`: it does not see what `readline` has read ahead.
            said += copy.stdout.read().splitlines()
            copy.wait(60)
            copy.stdin.close()
            copy.stdout.close()
        assert copies[1].returncode == 0
        kept.update(line.split() for line in said)  # the last word on each row
    database = open_database(path)
    assert database.notes == ()
    with database.reading() as conn:
        stored = {row.id: row.state for row in History(conn).in_state(*STATES)}
        assert conn.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    # A killed copy may have committed one step more than it could say.
    ahead = {row_id for row_id in stored if stored[row_id] != kept.get(row_id)}
    for row_id in ahead:
        assert row_id.startswith("killed")
        before = kept.get(row_id)
        assert (before, stored[row_id]) in {
            (None, "held"),
            ("held", "sending"),
            ("sending", "accepted"),
        }
    assert len(ahead) <= rounds
    assert set(kept) <= set(stored)
    print(f"{rounds} copies killed beside another: {len(stored)} pushes kept, 0 lost")
    database.close()
