"""The book of lists: files of accounts or tokens, checked, mended, compared, and kept as copies.

Owns the private copies in one folder and what the database says of them. The heavy part runs in a
child process (`packages.worker`), so everything here can be cancelled. What a verdict means for a
push is `check_files`'s; the upload is `upload`'s. Source: hostile-packages.md, ground rules.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
from collections.abc import (
    Awaitable,
    Callable,
    Collection,
    Coroutine,
    Iterable,
    Iterator,
    Mapping,
)
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from tpns_desktop.packages import names, partial, snapshot, worker
from tpns_desktop.packages.snapshot import Snapshot
from tpns_desktop.packages.verdict import Refusal
from tpns_desktop.store.files import publish
from tpns_desktop.store.ids import new_id
from tpns_desktop.store.lists import FIXES, ListRow, Lists

if TYPE_CHECKING:
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.store.database import Database

__all__ = ["Compared", "ListBook", "ListMended", "ListRefused", "ListRow"]

T = TypeVar("T")

FOLDER: Final = "lists"
"""Beside the database."""
AT_ONCE: Final = 2
"""Children at work; each may use two cores."""

OWN_CODES: Final = ("list_gone", "list_in_use", "nothing_left", "cancelled")
"""Of a refusal, beside those of `packages.verdict.CODES`: no such list, or its copy is gone; an
open or unsettled push needs it ("titles" in the detail); no row would be in the mended copy; ended
by a person."""

_WORK: Final = "work-"
_ELSEWHERE: Final = "elsewhere.txt"
_CLOCKS_S: Final = 2.0
"""By so much the clocks of processes and files may differ."""
_NO_NAME: Final = frozenset('\\/:*?"<>|')
"""Characters that no name of a file has on every system."""

Progress = Callable[[int, int], None]
Run = Callable[[Mapping[str, Any], Progress | None], Awaitable[dict[str, Any]]]


class ListRefused(Exception):
    """A list cannot be used, or what was asked of it cannot be done; nothing was changed.

    `code` as in the table of hostile packages ("control", "disguised", "size", …), or one of
    `OWN_CODES`. `detail` has what a sentence needs; `verdict` the whole verdict (a dict as in
    `ListRow.verdict`) where the file could be read, with its first findings.
    """

    def __init__(
        self,
        code: str,
        detail: Mapping[str, Any] | None = None,
        verdict: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.detail = dict(detail or {})
        self.verdict = None if verdict is None else dict(verdict)


@dataclass(frozen=True)
class ListMended:
    """A mended copy, added as a list of its own after its own check."""

    row: ListRow
    path: Path | None
    """The copy a person can see, beside the original or where they chose; None: of a list that
    was pasted there is only the private one."""
    rows_before: int
    rows_after: int
    changed: Mapping[str, int]
    """Rows by what happened to them, see `packages.repair.Mended`."""


@dataclass(frozen=True)
class Compared:
    """How many different accounts two lists hold."""

    both: int
    only_first: int
    only_second: int


class ListBook:
    """Every list of this person. Belongs to the loop and thread that use it."""

    def __init__(self, database: Database, clock: Clock, run: Run = worker.run) -> None:
        """`run` does a job of `packages.jobs` in a child process."""
        self._database = database
        self._clock = clock
        self._run = run
        self._tasks: set[asyncio.Task[Any]] = set()
        self._turns = asyncio.Semaphore(AT_ONCE)
        self.folder = database.path.parent / FOLDER
        """Where the private copies are."""

    # -------------------------------------------------------------------------------- start, end

    def start(self) -> None:
        """Remove what a run that was cut off left behind, and copies that nothing refers to.

        Raises StoreError.
        """
        with self._database.reading() as conn:
            lists = Lists(conn)
            kept, in_use = lists.paths(), lists.hashes_in_use()
        if not self.folder.is_dir():
            return
        for found in self.folder.iterdir():
            if found.is_dir() and found.name.startswith(_WORK):
                if not _is_at_work(found):
                    _clear(found)
            elif found not in kept and found.stem not in in_use:
                _unlink(found)

    async def close(self) -> None:
        """End all work; nothing of it stays."""
        self.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def cancel(self) -> None:
        """End every job under way; their callers get ListRefused("cancelled")."""
        for task in self._tasks:
            task.cancel()

    # --------------------------------------------------------------------------------------- rows

    async def all(self) -> list[ListRow]:
        """Every list, the last added first, as its files are now. Raises StoreError."""
        with self._database.reading() as conn:
            rows = Lists(conn).all()
        return await asyncio.to_thread(lambda: [_as_it_is(row) for row in rows])

    async def row(self, list_id: str | None) -> ListRow | None:
        """One list as its files are now, None when there is none. Raises StoreError."""
        if list_id is None:
            return None
        with self._database.reading() as conn:
            row = Lists(conn).get(list_id)
        return None if row is None else await asyncio.to_thread(_as_it_is, row)

    async def answer(self, list_id: str, answers: Collection[str]) -> ListRow:
        """Keep what a person answered, see `Desk.answer_list`. Raises ListRefused, StoreError."""
        with self._database.transaction() as conn:
            row = _found(Lists(conn), list_id)
            given = tuple(ask for ask in row.asks if ask in answers)
            Lists(conn).update(replace(row, answers=given))
        return await self._again(list_id)

    async def rename(self, list_id: str, name: str) -> ListRow:
        """Call a list otherwise, see `Desk.rename_list`. Raises ListRefused, StoreError."""
        with self._database.transaction() as conn:
            row = _found(Lists(conn), list_id)
            Lists(conn).update(replace(row, name=_named(name, row.path.suffix)))
        return await self._again(list_id)

    async def needed_by(self, list_id: str) -> list[str]:
        """Titles of the pushes that keep a list from being removed. Raises StoreError."""
        with self._database.reading() as conn:
            return Lists(conn).titles_of_pushes_to(list_id)

    async def remove(self, list_id: str) -> bool:
        """Forget a list and its copy, see `Desk.remove_list`. Raises ListRefused, StoreError."""
        with self._database.transaction() as conn:
            lists = Lists(conn)
            row = lists.get(list_id)
            if row is None:
                return False
            # In one transaction with the removal: a confirmation comes before it or finds no list.
            if titles := lists.titles_of_pushes_to(list_id):
                raise ListRefused("list_in_use", {"titles": titles})
            lists.remove(list_id)
            needed = row.path in lists.paths() or row.sha256 in lists.hashes_in_use()
        if not needed:
            _unlink(row.path)
        return True

    # --------------------------------------------------------------------------------------- work

    async def add(
        self, path: Path, kind: str, account_type: int, progress: Progress | None
    ) -> ListRow:
        """Copy, check and keep a file, see `Desk.add_list`. Raises ListRefused, StoreError."""
        return await self._doing(self._add(path, kind, account_type, progress))

    async def add_pasted(
        self, text: str, kind: str, account_type: int, name: str, progress: Progress | None
    ) -> ListRow:
        """Check and keep pasted rows, see `Desk.add_pasted`. Raises ListRefused, StoreError."""
        return await self._doing(self._add_pasted(text, kind, account_type, name, progress))

    async def recheck(
        self,
        list_id: str,
        account_type: int | None,
        kind: str | None,
        progress: Progress | None,
    ) -> ListRow:
        """Check a copy again, see `Desk.recheck_list`. Raises ListRefused, StoreError."""
        return await self._doing(self._recheck(list_id, account_type, kind, progress))

    async def mend(
        self,
        list_id: str,
        mending: Mapping[str, Any],
        target: Path | None,
        progress: Progress | None,
    ) -> ListMended:
        """Write a mended copy and add it, see `Desk.mend_list`. Raises ListRefused, StoreError."""
        return await self._doing(self._mend(list_id, mending, target, progress))

    async def save_problems(self, list_id: str, target: Path, mending: Mapping[str, Any]) -> int:
        """Write the problem rows to a new CSV. Raises ListRefused, StoreError."""
        return await self._doing(self._save_problems(list_id, target, mending))

    async def compare(self, first_id: str, second_id: str, progress: Progress | None) -> Compared:
        """Count what two lists share. Raises ListRefused, StoreError."""
        first, second = await self._there(first_id), await self._there(second_id)
        job = {"job": "compare", "path": str(first.path), "other": str(second.path)}
        return Compared(**await self._doing(self._child(job, progress)))

    async def contains(self, list_id: str, values: Iterable[str]) -> list[bool]:
        """Tell of each value whether the list holds it. Raises ListRefused, StoreError."""
        row = await self._there(list_id)
        job = {"job": "find", "path": str(row.path), "values": list(values)}
        found: list[bool] = (await self._doing(self._child(job, None)))["found"]
        return found

    async def _doing(self, work: Coroutine[Any, Any, T]) -> T:
        """Do `work` as a task that `cancel` reaches; refusals come out as ListRefused."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            # Nobody wants it any more; it tidies up before anybody goes on.
            task.cancel()
            await asyncio.wait({task})
            if not task.cancelled():
                task.exception()
            raise
        finally:
            self._tasks.discard(task)
        try:
            return task.result()
        except asyncio.CancelledError:
            raise ListRefused("cancelled") from None
        except Refusal as refusal:
            raise ListRefused(refusal.code, refusal.detail) from None
        except OSError as error:
            full = error.errno in snapshot.FULL
            raise ListRefused("diskfull" if full else "unreadable") from None

    async def _child(self, job: Mapping[str, Any], progress: Progress | None) -> dict[str, Any]:
        async with self._turns:
            return await self._run(job, progress)

    async def _add_pasted(
        self, text: str, kind: str, account_type: int, name: str, progress: Progress | None
    ) -> ListRow:
        name = _named(name, ".txt")
        with self._work_folder() as folder:
            path = folder / "pasted.txt"
            await asyncio.to_thread(_write, path, text)
            return await self._add(path, kind, account_type, progress, pasted_as=name)

    async def _add(
        self,
        path: Path,
        kind: str,
        account_type: int,
        progress: Progress | None,
        pasted_as: str | None = None,
    ) -> ListRow:
        """`pasted_as`: what a list is called whose file is none of the person's own."""
        job = {"job": "check", "path": str(path), "kind": kind, "account_type": account_type}
        with self._work_folder() as folder:
            copies = folder / "copies"
            said = await self._child({**job, "folder": str(copies)}, progress)
            copy = chosen = Snapshot.from_dict(said["snapshot"])
            if _wants_lf(said["verdict"]):
                said = await self._with_lf(job, chosen, folder, said, progress)
                copy = Snapshot.from_dict(said["snapshot"])
            verdict = said["verdict"]
            if verdict["outcome"] == "refuse":
                raise ListRefused(verdict["code"], verdict["detail"], verdict)
            row = ListRow(
                id=new_id(),
                kind=kind,
                name=pasted_as or chosen.name,
                account_type=account_type,
                path=self.folder / f"{copy.sha256}{copy.path.suffix}",
                sha256=copy.sha256,
                size_bytes=copy.size_bytes,
                created_at=self._clock.now(),
                original=None if pasted_as else chosen.original,
                original_mtime_ns=0 if pasted_as else chosen.original_mtime_ns,
                original_size_bytes=0 if pasted_as else chosen.size_bytes,
                **_of_verdict(said, self._clock.now()),
            )
            copy.path.replace(row.path)
        return await self._again(self._keep(row))

    async def _with_lf(
        self,
        job: Mapping[str, Any],
        chosen: Snapshot,
        folder: Path,
        said: Mapping[str, Any],
        progress: Progress | None,
    ) -> dict[str, Any]:
        """The copy with LF for CRLF, checked in its turn: what is checked is what is uploaded.

        The service does not say what it makes of a CR (hostile packages, A05).
        """
        target = folder / "lf" / chosen.name
        target.parent.mkdir()
        mending = {"kind": job["kind"], "account_type": job["account_type"]}
        await self._child(
            {
                "job": "mend",
                "path": str(chosen.path),
                "target": str(target),
                "mending": mending,
            },
            None,
        )
        again = await self._child(
            {**job, "path": str(target), "folder": str(folder / "again")}, progress
        )
        then, now = said["verdict"], again["verdict"]
        if any(then[name] != now[name] for name in ("rows", "accounts", "duplicates")):
            raise Refusal("damaged", unforeseen="crlf")
        now["notes"] = [*now["notes"], "crlf"]
        return again

    def _keep(self, row: ListRow) -> str:
        """Keep a checked list; the very same file in the very same role stays one list."""
        with self._database.transaction() as conn:
            lists = Lists(conn)
            for other in lists.all():
                if _same(other, row):
                    answers = tuple(ask for ask in other.answers if ask in row.asks)
                    kept = replace(
                        row,
                        id=other.id,
                        name=other.name,
                        created_at=other.created_at,
                        used_at=other.used_at,
                        answers=answers,
                    )
                    lists.update(kept)
                    return kept.id
            lists.add(row)
        return row.id

    async def _recheck(
        self, list_id: str, account_type: int | None, kind: str | None, progress: Progress | None
    ) -> ListRow:
        row = await self._there(list_id)
        kind = kind or row.kind
        number = row.account_type if account_type is None else account_type
        await asyncio.to_thread(_verify, row)
        job = {"job": "recheck", "path": str(row.path), "kind": kind, "account_type": number}
        said = await self._child(job, progress)
        if "crlf" in row.verdict.get("notes", ()) and "crlf" not in said["verdict"]["notes"]:
            said["verdict"]["notes"] = [*said["verdict"]["notes"], "crlf"]
        same = (kind, number) == (row.kind, row.account_type)
        with self._database.transaction() as conn:
            now = _found(Lists(conn), list_id)
            checked = replace(
                now,
                kind=kind,
                account_type=number,
                answers=now.answers if same else (),
                **_of_verdict(said, self._clock.now()),
            )
            Lists(conn).update(checked)
        return await self._again(list_id)

    async def _mend(
        self,
        list_id: str,
        mending: Mapping[str, Any],
        target: Path | None,
        progress: Progress | None,
    ) -> ListMended:
        row = await self._there(list_id)
        with self._work_folder() as folder:
            pasted_as = None
            if target is None and row.original is None:
                # It was pasted: no file of it is beside anything, and its copy gets none either.
                pasted_as = names.clean_name(row.name)
                place = folder / f"clean{row.path.suffix}"
            else:
                place = target or free_name((row.original or row.path).with_name(row.name))
                _note_partial(folder, place.with_name(f".{place.name}{snapshot.PARTIAL}"))
            job = {
                "job": "mend",
                "path": str(row.path),
                "target": str(place),
                "mending": {**mending, "kind": row.kind, "account_type": row.account_type},
            }
            try:
                said = await self._child(job, progress)
            except Refusal as refusal:
                if refusal.code == "empty":  # of the copy; the list itself has its rows
                    raise Refusal("nothing_left") from None
                raise
            try:
                added = await self._add(place, row.kind, row.account_type, progress, pasted_as)
            except asyncio.CancelledError:
                _unlink(place)
                raise
        shown = None if pasted_as else place
        return ListMended(
            added, shown, said["rows_before"], said["rows_after"], dict(said["changed"])
        )

    async def _save_problems(self, list_id: str, target: Path, mending: Mapping[str, Any]) -> int:
        row = await self._there(list_id)
        unfinished = target.with_name(f".{target.name}{snapshot.PARTIAL}")
        job = {
            "job": "problems",
            "path": str(row.path),
            "target": str(unfinished),
            "mending": {**mending, "kind": row.kind, "account_type": row.account_type},
        }
        with self._work_folder() as folder:
            _note_partial(folder, unfinished)
            try:
                said = await self._child(job, None)
                if not publish(unfinished, target):
                    raise Refusal("exists")
            finally:
                _unlink(unfinished)
        return int(said["rows"])

    # ------------------------------------------------------------------------------------ helpers

    @contextlib.contextmanager
    def _work_folder(self) -> Iterator[Path]:
        """A folder of one job's own; it goes with the job, or at the next start."""
        folder = self.folder / f"{_WORK}{os.getpid()}-{new_id()[:8]}"
        folder.mkdir(mode=0o700, parents=True)
        try:
            yield folder
        finally:
            _clear(folder)

    async def _there(self, list_id: str) -> ListRow:
        """A list whose copy is there. Raises ListRefused."""
        row = await self.row(list_id)
        if row is None or row.gone:
            raise ListRefused("list_gone")
        return row

    async def _again(self, list_id: str) -> ListRow:
        row = await self.row(list_id)
        if row is None:
            raise ListRefused("list_gone")
        return row


def snapshot_of(row: ListRow) -> Snapshot:
    """The private copy of a list, to be read with `packages.snapshot.read_verified`."""
    return Snapshot(
        row.path,
        row.name,
        row.size_bytes,
        row.sha256,
        row.original or row.path,
        row.original_mtime_ns,
    )


def free_name(path: Path) -> Path:
    """A free name for a mended copy: ``list.csv`` becomes ``list (clean).csv``."""
    found = path.with_name(names.clean_name(path.name))
    while found.exists():
        found = found.with_name(names.clean_name(found.name))
    return found


def _found(lists: Lists, list_id: str) -> ListRow:
    row = lists.get(list_id)
    if row is None:
        raise ListRefused("list_gone")
    return row


def _wants_lf(verdict: Mapping[str, Any]) -> bool:
    """Whether only its line ends keep the file from being uploaded as it is."""
    points = {verdict["code"], *verdict["notes"]}
    return verdict["outcome"] != "refuse" and "crlf" in points and not points & set(FIXES)


def _of_verdict(said: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    verdict = said["verdict"]
    return {
        "rows": verdict["rows"],
        "accounts": verdict["accounts"],
        "duplicates": verdict["duplicates"],
        "verdict": verdict,
        "first": tuple(said.get("first", ())),
        "checked_at": now,
    }


def _same(one: ListRow, other: ListRow) -> bool:
    """Whether it is the same content in the same role, under its name or since called otherwise."""

    def role(row: ListRow) -> tuple[str, ...]:
        return row.sha256, row.kind, str(row.account_type), str(row.path)

    chosen_again = one.original is not None and one.original == other.original
    return role(one) == role(other) and (one.name == other.name or chosen_again)


def _named(name: str, ending: str) -> str:
    """The name of a list as a person typed it, with its ending. Raises ListRefused "name"."""
    plain = "".join("_" if char in _NO_NAME else char for char in name.strip())
    if plain and names.ending(plain) != ending.lower():
        plain += ending
    if not plain or names.file_trouble(plain):
        raise ListRefused("name")
    return plain


def _write(path: Path, text: str) -> None:
    """Raises OSError."""
    with partial.private(path) as file:
        # What is no character is for the check to refuse.
        file.write(text.encode("utf-8", "surrogatepass"))


def present(row: ListRow | None) -> ListRow | None:
    """The row with what its copy says now; the original, which may be far away, is not asked."""
    if row is None:
        return None
    try:
        gone = row.path.stat().st_size != row.size_bytes
    except OSError:
        gone = True
    return replace(row, gone=gone)


def _as_it_is(row: ListRow) -> ListRow:
    """The row with what its files say now."""
    row = present(row) or row
    if row.original is None:
        return row
    try:
        found = row.original.stat()
        changed = (found.st_size, found.st_mtime_ns) != (
            row.original_size_bytes,
            row.original_mtime_ns,
        )
    except OSError:
        changed = True
    return replace(row, original_changed=changed)


def _verify(row: ListRow) -> None:
    """Raises Refusal: the copy is not the one that was checked."""
    for _ in snapshot.read_verified(snapshot_of(row)):
        pass


def _note_partial(folder: Path, unfinished: Path) -> None:
    """Note for the next start, should there be no end of this one, what lies elsewhere."""
    (folder / _ELSEWHERE).write_text(str(unfinished), "utf-8", "surrogateescape")


def _clear(folder: Path) -> None:
    with contextlib.suppress(OSError):
        noted = Path((folder / _ELSEWHERE).read_text("utf-8", "surrogateescape"))
        # Only ever what a child of ours writes.
        if noted.name.startswith(".") and noted.name.endswith(snapshot.PARTIAL):
            _unlink(noted)
    shutil.rmtree(folder, ignore_errors=True)


def _is_at_work(folder: Path) -> bool:
    """Whether another copy of the program still works there."""
    number = folder.name.removeprefix(_WORK).partition("-")[0]
    if not number.isdigit() or int(number) == os.getpid():
        return False
    import psutil  # only here: hardly ever is anything left behind

    try:
        # Since a restart of the computer, the number may be another process's.
        began = psutil.Process(int(number)).create_time()
        return bool(began <= folder.stat().st_mtime + _CLOCKS_S)
    except (psutil.Error, OSError, OverflowError):
        return False


def _unlink(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
