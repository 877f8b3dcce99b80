"""Lives of the program that work on lists until they are killed.

Started as ``python -m tests.crash.list_lives``: reads jobs, a JSON line each, forks a life for each
and says its process id; a life says where it is, in the same way; last comes how it ended. A life
is a process group of its own, with its child processes.

A job: {"home": folder of the program, "files": folder of a person, "name": …, "seed": n,
"story": one of `STORIES`, "point": one of `POINTS` or "", "group": whether a kill at a point takes
the child processes along, "line": what the practice service says of itself}
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, Final

from tests.send.builders import draft
from tpns_desktop.paths import Paths
from tpns_desktop.send.core import open_core
from tpns_desktop.send.desk import Desk, ListRow, PracticeInfo
from tpns_desktop.store.secrets import Place, SecretStore
from tpns_desktop.store.settings import Settings

ROWS: Final = 30_000
"""Of each list: some hundred kilobytes, several blocks."""
HOLD_S: Final = "120"
"""Longer than any life."""
STORIES: Final = ("add", "crlf", "paste", "recheck", "mend", "problems", "push")
POINTS: Final = {
    "copying": "add",
    "checking": "add",
    "added": "add",
    "made_plain": "crlf",
    "pasting": "paste",
    "pasted": "paste",
    "rechecking": "recheck",
    "mending": "mend",
    "mended": "mend",
    "saving": "problems",
    "saved": "problems",
    "confirmed": "push",
    "uploading": "push",
    "uploaded": "push",
    "held": "push",
}
"""Point → the story that comes by. The service strikes at "uploading" and "uploaded"."""


class NoKeyring(SecretStore):
    """Does not even look for one: that would start a thread, and threads do not survive a fork."""

    async def look(self) -> Place:
        return "memory"


def rows_of(seed: int, end: str = "\n") -> str:
    """The rows of a list of its own: good ones, then some to mend."""
    good = "".join(f"account-{seed}-{n:06}{end}" for n in range(ROWS))
    return f"{good}x{end}{end}y{end}"


def paths_of(home: Path) -> Paths:
    return Paths(home / "data", home / "logs", home / "settings.ini")


class ListLife:
    """What one process does."""

    def __init__(self, job: Mapping[str, Any]) -> None:
        self.job = job
        self.home, self.files = Path(job["home"]), Path(job["files"])

    def reach(self, point: str) -> None:
        """This is `point`; if it is the one, the life is over."""
        if point != self.job["point"]:
            return
        if self.job["group"]:
            os.killpg(0, signal.SIGKILL)
        os.kill(os.getpid(), signal.SIGKILL)

    def at(self, *points: str) -> Callable[[int, int], None]:
        """Progress that reaches one point after the other: each at its first news of a pass."""
        left = list(points)
        last = 0

        def progress(done: int, size: int) -> None:
            nonlocal last
            if left and (done <= last or not last):
                self.reach(left.pop(0))
            last = done

        return progress

    async def live(self) -> None:
        paths = paths_of(self.home)
        async with AsyncExitStack() as stack:
            desk = await open_core(
                paths,
                Settings(paths.settings_file, hold_s=HOLD_S),
                secrets=NoKeyring(choose=lambda: None),
            )
            stack.push_async_callback(desk.close, grace_s=0)
            _say(begun=True)
            await self.stories[self.job["story"]](self, desk)
            _say(end=True)
            if self.job["line"] is not None:
                await asyncio.Event().wait()

    def file(self, end: str = "\n") -> Path:
        path = self.files / f"{self.job['name']}.txt"
        path.write_text(rows_of(self.job["seed"], end), "utf-8", newline="")
        return path

    async def add(self, desk: Desk) -> ListRow:
        row = await desk.add_list(self.file(), progress=self.at("copying", "checking"))
        self.reach("added")
        return row

    async def crlf(self, desk: Desk) -> None:
        good = rows_of(self.job["seed"]).replace("\nx\n\ny\n", "\n").replace("\n", "\r\n")
        path = self.file()
        path.write_text(good, "utf-8", newline="")
        await desk.add_list(path, progress=self.at("", "", "made_plain"))

    async def paste(self, desk: Desk) -> None:
        rows = rows_of(self.job["seed"])
        await desk.add_pasted(rows, "account", 0, self.job["name"], self.at("pasting"))
        self.reach("pasted")

    async def recheck(self, desk: Desk) -> None:
        row = await self.add(desk)
        await desk.recheck_list(row.id, 3, None, self.at("rechecking"))

    async def mend(self, desk: Desk) -> ListRow:
        row = await self.add(desk)
        mended = await desk.mend_list(row.id, {"drop_bad": True}, None, self.at("mending"))
        self.reach("mended")
        return mended.row

    async def problems(self, desk: Desk) -> None:
        row = await self.add(desk)
        target = self.files / f"{self.job['name']} (problems).csv"
        saving = asyncio.get_running_loop().create_task(desk.save_problems(row.id, target))
        while not saving.done():
            if target.with_name(f".{target.name}.part").exists():
                self.reach("saving")
            await asyncio.sleep(0)
        await saving
        self.reach("saved")

    async def push(self, desk: Desk) -> None:
        row = await desk.add_pasted(
            rows_of(self.job["seed"]).replace("\nx\n\ny\n", "\n"), "account", 0, self.job["name"]
        )
        app = await desk.use_practice(PracticeInfo.from_line(self.job["line"]))
        data = draft("file", message__title=self.job["name"])
        data["audience"]["file"]["list_id"] = row.id
        review = await desk.review(app.id, None, data)
        batch = await desk.confirm(review, set(review.required_ticks))
        self.reach("confirmed")
        news = asyncio.Event()
        desk.subscribe(lambda _: news.set())
        while (found := await desk.batch(batch.id)) is not None and found.state == "confirmed":
            await news.wait()
            news.clear()
        assert found is not None
        assert found.state == "held"
        self.reach("held")

    stories: Final[Mapping[str, Callable[[ListLife, Desk], Awaitable[Any]]]] = {
        "add": add,
        "crlf": crlf,
        "paste": paste,
        "recheck": recheck,
        "mend": mend,
        "problems": problems,
        "push": push,
    }


def _say(**facts: Any) -> None:
    # In one write, as several processes have this end of the pipe.
    os.write(1, json.dumps(facts).encode() + b"\n")


def warm() -> None:
    """Live a whole life, so that what is loaded or worked out once is there."""
    with tempfile.TemporaryDirectory() as folder:
        job = {"home": folder, "files": folder, "name": "a", "seed": 0, "story": "add"}
        asyncio.run(ListLife({**job, "point": "", "group": False, "line": None}).live())
    for thread in threading.enumerate():
        if thread is not threading.main_thread():
            thread.join(10)  # one that has waited for a child process
    assert threading.active_count() == 1, "a fork would leave threads behind"
    gc.collect()
    gc.freeze()


def main() -> None:
    warm()
    _say(warm=True)
    while order := sys.stdin.buffer.readline():
        pid = os.fork()
        if pid == 0:
            os.setpgid(0, 0)
            try:
                asyncio.run(ListLife(json.loads(order)).live())
            except BaseException:
                _say(broken=traceback.format_exc())
            finally:
                os._exit(0)
        # Here too: whoever is first, the group is there before its number is told.
        os.setpgid(pid, pid)
        _say(pid=pid)
        os.waitpid(pid, 0)
        _say(dead=pid)


if __name__ == "__main__":
    main()
