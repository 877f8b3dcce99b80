"""The private files of jobs: their accounts, and what was read of them.

One folder, beside the database; only its owner may read what is in it. A file of accounts is whole
or not there; what was read grows by a batch at a time, and counts as far as the database says.
"""

from __future__ import annotations

import asyncio
import contextlib
import csv
import io
import json
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from tpns_desktop.packages import worker
from tpns_desktop.packages.cells import safe
from tpns_desktop.packages.partial import PARTIAL, private
from tpns_desktop.store.files import sync_folder

FOLDER: Final = "chat-jobs"
"""Beside the database."""

_PAGE: Final = 5000
"""Rows held at once."""

Progress = Callable[[int, int], None]
Run = Callable[[Mapping[str, Any], Progress | None], Awaitable[dict[str, Any]]]


class JobFiles:
    """The folder."""

    def __init__(self, folder: Path, run: Run = worker.run) -> None:
        """`run` does a job of `packages.jobs` in a child process."""
        self.folder = folder
        self.run = run

    def accounts(self, job_id: str) -> Path:
        """Where the accounts of a job are, a line each."""
        return self.folder / f"{job_id}.txt"

    def found(self, job_id: str) -> Path:
        """Where what was read is, a JSON line an account."""
        return self.folder / f"{job_id}.found"

    def sweep(self, kept: Iterable[str]) -> None:
        """Remove what belongs to no job."""
        ids = set(kept)
        if self.folder.is_dir():
            for path in self.folder.iterdir():
                if path.name.partition(".")[0] not in ids or path.suffix == PARTIAL:
                    with contextlib.suppress(OSError):
                        path.unlink()

    def remove(self, job_id: str) -> None:
        """Remove the files of a job."""
        for path in (self.accounts(job_id), self.found(job_id)):
            with contextlib.suppress(OSError):
                path.unlink()

    async def take(
        self,
        job_id: str,
        path: Path,
        mending: Mapping[str, Any],
        progress: Progress | None,
    ) -> dict[str, Any]:
        """Copy the accounts of ``path``, see ``packages.accounts.take``. Raises Refusal, OSError.

        A child process does it: files may be large.
        """
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        target = self.accounts(job_id)
        making = target.with_name(f"{job_id}{PARTIAL}")
        job = {"job": "accounts", "path": str(path), "target": str(making), "mending": {**mending}}
        try:
            said = await self.run(job, progress)
            making.replace(target)
            sync_folder(self.folder)
        finally:
            for left in self.folder.glob(f"{job_id}*-clean*"):
                left.unlink(missing_ok=True)
            making.unlink(missing_ok=True)
        return said

    async def take_text(self, job_id: str, text: str) -> dict[str, Any]:
        """The same for accounts that were pasted."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self.folder / f"{job_id}-pasted.txt"
        for mark in ",;\t\uff0c\uff1b\u3001":
            text = text.replace(mark, "\n")
        try:
            await asyncio.to_thread(_write, path, text)
            return await self.take(job_id, path, {"encoding": "utf-8"}, None)
        finally:
            path.unlink(missing_ok=True)

    def append(self, job_id: str, upto: int, rows: Iterable[Mapping[str, Any]]) -> int:
        """Put what was read behind the first ``upto`` bytes; gives how many count now.

        Down to the disk. Raises OSError.
        """
        flags = os.O_CREAT | os.O_RDWR | getattr(os, "O_BINARY", 0)
        number = os.open(self.found(job_id), flags, 0o600)
        with os.fdopen(number, "r+b") as file:
            # What a run that died wrote after its last batch does not count.
            file.truncate(upto)
            file.seek(upto)
            for row in rows:
                file.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
            file.flush()
            os.fsync(file.fileno())
            return file.tell()

    def page(
        self, job_id: str, place: int, upto: int, limit: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Rows of what was read, from byte ``place`` on, and where the next ones begin.

        Raises OSError.
        """
        found: list[dict[str, Any]] = []
        if place >= upto:
            return found, place
        with self.found(job_id).open("rb") as file:
            file.seek(place)
            while len(found) < limit and place < upto and (line := file.readline()):
                found.append(json.loads(line))
                place += len(line)
        return found, place

    async def save_found(
        self, job_id: str, upto: int, path: Path, head: Sequence[str], part: str
    ) -> None:
        """What was read as a CSV: account, tags (by ``part``), an attribute a column.

        ``head``: what the first two columns are called. Raises OSError.
        """
        names = await asyncio.to_thread(self.attribute_names, job_id, upto)

        async def pages() -> AsyncIterator[list[Sequence[str]]]:
            place = 0
            while place < upto:
                rows, place = await asyncio.to_thread(self.page, job_id, place, upto, _PAGE)
                if not rows:
                    break
                yield [_cells(row, names, part) for row in rows]

        await save_table(path, [[*head, *names]], pages())

    def attribute_names(self, job_id: str, upto: int) -> list[str]:
        """Names of the attributes that occur in what was read, as they first come."""
        names: dict[str, None] = {}
        place = 0
        while place < upto:
            rows, place = self.page(job_id, place, upto, _PAGE)
            if not rows:
                break
            for row in rows:
                names.update(dict.fromkeys(row.get("attributes") or ()))
        return list(names)


async def save_table(
    path: Path, head: Iterable[Sequence[str]], pages: AsyncIterator[list[Sequence[str]]]
) -> None:
    """Write rows that come page by page to a CSV, whole or not at all. Raises OSError."""
    making = path.with_name(f".{path.name}{PARTIAL}")
    making.unlink(missing_ok=True)
    try:
        with private(making) as file:
            await asyncio.to_thread(file.write, b"\xef\xbb\xbf" + _lines(head))
            async for page in pages:
                await asyncio.to_thread(file.write, _lines(page))
        # The person was asked whether to replace it.
        making.replace(path)
    finally:
        making.unlink(missing_ok=True)


def _lines(rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([safe(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8", "replace")


def _cells(row: Mapping[str, Any], names: Sequence[str], part: str) -> list[str]:
    values = row.get("attributes") or {}
    told = [str(row.get("account", "")), part.join(row.get("tags") or ())]
    return told + [str(values.get(name, "")) for name in names]


def _write(path: Path, text: str) -> None:
    with private(path) as file:
        file.write(text.encode("utf-8", "surrogatepass"))
