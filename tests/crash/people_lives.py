"""Lives of the program that tag many users of a Chat app until they are killed.

Started as ``python -m tests.crash.people_lives``: reads jobs, a JSON line each, forks a life for
each and says its process id; a life says what it has come to, in the same way; last comes how it
ended.

A job: {"home": folder of the program, "file": of accounts, "chat": what the practice service says
of its Chat app, "point": one of `POINTS` or "", "nth": the how manyth time}
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import signal
import sys
import threading
import traceback
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from tpns_desktop.client.chat import ChatClient
from tpns_desktop.client.chat_points import ChatPoint
from tpns_desktop.model.chat_dialects import DIALECTS
from tpns_desktop.model.secret import Secret
from tpns_desktop.send.chat_job_kinds import CALLS_PER_S_MAX, ChatJob, FromFile
from tpns_desktop.send.chat_people import ChatPeople
from tpns_desktop.send.clock import SystemClock
from tpns_desktop.store.chat_apps import ChatApp, ChatApps
from tpns_desktop.store.database import open_database

TAG: Final = "stock_c"
POINTS: Final = ("copying", "copied", "begun", "kept", "asking", "answering")
"""The service strikes at the last two: a call has come in, and it is done but not answered."""


def client(chat: Mapping[str, Any]) -> ChatClient:
    """A client of the practice service."""
    return ChatClient(
        ChatPoint(chat["url"]),
        chat["sdkappid"],
        chat["identifier"],
        Secret(chat["secret_key"]),
        DIALECTS["all_member_push"],
    )


class PeopleLife:
    """What one process does: begins the job, or goes on with it."""

    def __init__(self, job: Mapping[str, Any]) -> None:
        self.job = job
        self.reached = 0

    def reach(self, point: str) -> None:
        """This is `point`; if it is the one, the life is over."""
        if point == self.job["point"]:
            self.reached += 1
            if self.reached >= self.job["nth"]:
                os.kill(os.getpid(), signal.SIGKILL)

    async def live(self) -> None:
        chat = self.job["chat"]
        database = open_database(Path(self.job["home"]) / "drafts.db", SystemClock().now)
        with database.transaction() as conn:
            apps = ChatApps(conn)
            if apps.get("chat") is None:
                apps.add(
                    ChatApp(
                        "chat",
                        "practice",
                        "Demo",
                        chat["sdkappid"],
                        chat["identifier"],
                        chat["url"],
                        "all_member_push",
                        datetime(2026, 1, 5, tzinfo=UTC),
                    )
                )

        async def client_of(_app_id: str) -> ChatClient:
            return client(chat)

        people = ChatPeople(database, client_of, SystemClock())
        people.start()
        news = asyncio.Event()

        def on_news(_job_id: str) -> None:
            news.set()
            self.reach("kept")

        _say(begun=True)
        jobs = await people.jobs("chat")
        if jobs:
            job_id = jobs[0].row.id
            assert jobs[0].row.state in ("paused", "done"), "a job went on by itself"
        else:
            source = FromFile(Path(self.job["file"]))
            job = ChatJob("add_tags", source, tags=(TAG,), calls_per_s=CALLS_PER_S_MAX)
            seen = await people.prepare("chat", job, lambda *_: self.reach("copying"))
            self.reach("copied")
            job_id = seen.row.id
        people.subscribe(on_news)
        if not jobs:
            await people.begin(job_id)
        elif jobs[0].row.state == "paused":
            await people.resume(job_id)
        self.reach("begun")
        while (seen := await people.job(job_id)).row.state not in ("done", "paused"):
            await news.wait()
            news.clear()
        await people.report(
            job_id, Path(self.job["home"]) / "report.csv", (), lambda f: (f.account, str(f.code))
        )
        await people.close()
        database.close()
        told = asdict(seen.row)
        _say(
            end={
                name: told[name]
                for name in (
                    "state",
                    "reason",
                    "code",
                    "accounts",
                    "done",
                    "failed",
                    "repeats",
                    "repeated",
                    "unsure",
                )
            }
        )


def _say(**facts: Any) -> None:
    # In one write, as several processes have this end of the pipe.
    os.write(1, json.dumps(facts).encode() + b"\n")


def main() -> None:
    """Be the mother of lives."""
    # What is loaded late is loaded once.
    import sqlalchemy.dialects.sqlite  # noqa: F401

    import tpns_desktop.store.migrations  # noqa: F401

    assert threading.active_count() == 1, "a fork would leave threads behind"
    gc.collect()
    gc.freeze()
    _say(warm=True)
    while order := sys.stdin.buffer.readline():
        pid = os.fork()
        if pid == 0:
            try:
                asyncio.run(PeopleLife(json.loads(order)).live())
            except BaseException:
                _say(broken=traceback.format_exc())
            finally:
                os._exit(0)
        _say(pid=pid)
        os.waitpid(pid, 0)
        _say(dead=pid)


if __name__ == "__main__":
    main()
