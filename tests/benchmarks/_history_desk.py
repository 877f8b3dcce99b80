"""What the desk does for a person and by itself, over 1,000 and over 1,000,000 pushes.

The second part of `history`: no window, one loop, as on the background thread. The newest of the
pushes are of this very minute, so the last day and the last month are as full as a minute's pace
fills them. For each piece of work: how long it takes, and the longest time for which the loop could
do nothing else, hence for which a push had to wait. In seconds of the thread's processor, so that
other programs do not count. Reach: nothing holds the loop for more than 50 ms.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

import httpx

from tpns_desktop.client import AccessPoint, Secret, TpnsClient
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.paths import Paths
from tpns_desktop.send.core import open_core
from tpns_desktop.send.desk import Desk
from tpns_desktop.send.records import Wanted
from tpns_desktop.store.apps import App, Apps
from tpns_desktop.store.columns import utc_now
from tpns_desktop.store.database import open_database
from tpns_desktop.store.plans import Plan, Plans
from tpns_desktop.store.secrets import SecretStore
from tpns_desktop.store.settings import Settings

HELD_MS = 50.0
APP, ACCESS_ID, PLAN = "app", "1500001048", "plan"

Taken = tuple[float, float]
"""Milliseconds of the thread's processor: all of it, and the longest piece without a pause."""


def measure(folders: tuple[Path, Path], rounds: int) -> None:
    """Measure both and print one table; the first folder has the fewer pushes."""
    found = [asyncio.run(_measured(folder, rounds)) for folder in folders]
    print("\nthe desk, ms of its thread: all and longest piece, of fewer and of more; ratio")
    for what, (whole, piece) in found[1].items():
        small, first = found[0].get(what, (0.0, 0.0))
        over = "   MORE THAN 50 AT A TIME" if piece > HELD_MS else ""
        print(
            f"{what:34}{small:9.1f}{first:9.1f}   {whole:9.1f}{piece:9.1f}"
            f"{whole / max(small, 0.1):9.2f}{over}",
            flush=True,
        )


class _Pulse:
    """Ticks as often as the loop lets it, and notes the longest gap."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def beat(self) -> None:
        last = time.thread_time()
        while True:
            await asyncio.sleep(0)
            now = time.thread_time()
            self.longest, last = max(self.longest, now - last), now


async def _taken(work: Callable[[], Awaitable[Any]]) -> Taken:
    pulse = _Pulse()
    beating = asyncio.get_running_loop().create_task(pulse.beat())
    await asyncio.sleep(0)
    pulse.longest, begun = 0.0, time.thread_time()
    await work()
    await asyncio.sleep(0)
    whole = time.thread_time() - begun
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    return whole * 1000, pulse.longest * 1000


async def _measured(folder: Path, rounds: int) -> dict[str, Taken]:
    file = folder / "data" / "tpns-desktop.db"
    _connect(file)
    paths = Paths(folder / "data", folder / "log", folder / "settings.ini")
    secrets = SecretStore(choose=lambda: None)
    await secrets.look()
    await secrets.save(APP, "android", Secret("0" * 32))
    desks: list[Desk] = []

    async def start() -> None:
        settings = Settings.load(paths.settings_file)
        desks.append(await open_core(paths, settings, client=_client, secrets=secrets))

    found = {"start of the program": await _taken(start)}
    [desk] = desks
    try:
        found["what it begins by itself"] = await _taken(lambda: asyncio.sleep(1.0))
        # Asks about figures beside everything else: not what is measured here.
        await desk.watching.close()
        for what, work in _pieces(desk).items():
            taken = [await _taken(work) for _ in range(rounds)]
            found[what] = (
                median(whole for whole, _ in taken),
                median(piece for _, piece in taken),
            )
        found |= await _one_push(desk, rounds)
    finally:
        await desk.close(0)
        _disconnect(file)
    return found


def _pieces(desk: Desk) -> dict[str, Callable[[], Awaitable[Any]]]:
    today = utc_now().astimezone(SERVICE_ZONE).date()
    monday = today - timedelta(days=today.weekday())
    newest: list[str] = []

    async def deep() -> None:
        page = await desk.plan_book.tasks(APP, PLAN, 50)
        await desk.plan_book.tasks(APP, PLAN, 50, page[-1].id)

    async def result() -> None:
        if not newest:
            newest.append((await desk.batches(APP, 1))[0].id)
        await desk.watching.course(newest[0])

    return {
        "Plans: the list": lambda: desk.plan_book.listed(APP),
        "Plans: overview of a plan": lambda: desk.plan_book.overview(APP, PLAN),
        "Plans: overview of the default": lambda: desk.plan_book.overview(APP, None),
        "Plans: two pages of pushes": deep,
        "Plans: pushes of the default": lambda: desk.plan_book.tasks(APP, None, 50),
        "Sent: opened": lambda: desk.records.open(Wanted(app_id=APP)),
        "Sent: of a plan": lambda: desk.records.open(Wanted(app_id=APP, plan_id=PLAN)),
        "Sent: unsettled ones": lambda: desk.records.unsettled(APP),
        "the newest pushes": lambda: desk.batches(APP, 50),
        "the newest pushes of all apps": lambda: desk.batches(None, 50),
        "a push's result": result,
        "calendar: a week": lambda: desk.agenda.between(APP, monday, 7),
        "drafts": lambda: desk.drafts(APP),
        "Compose: context": lambda: desk.context(APP, PLAN),
        "Compose: what can be replaced": lambda: desk.replaceable(APP),
        "what an app has open": lambda: desk.open_batches(APP),
        "clearing: a look": lambda: desk.look_at_history(APP),
        "clearing: a look, all apps": lambda: desk.look_at_history(None),
        "next question about figures": lambda: desk.watching.outlook(newest[0]),
    }


async def _one_push(desk: Desk, rounds: int) -> dict[str, Taken]:
    taken: dict[str, list[Taken]] = {}
    for number in range(rounds):
        data = empty_draft()
        data["plan"] = PLAN
        data["audience"]["kind"] = "account"
        data["audience"]["account"]["text"] = f"bench-{number}-{time.time_ns()}"
        data["message"].update(title="Benchmark", content=f"Round {time.time_ns()}")
        kept: list[Any] = []

        async def review(data: dict[str, Any] = data, kept: list[Any] = kept) -> None:
            kept.append(await desk.review(APP, None, data))

        async def confirm(kept: list[Any] = kept) -> None:
            review = kept[0]
            ticks = {finding.id for finding in review.examination.findings}
            kept.append(await desk.confirm(review, ticks | set(review.required_ticks), "Demo Mall",
                                           night_reason="measured"))  # fmt: skip

        async def send(kept: list[Any] = kept) -> None:
            news = asyncio.Event()
            end = desk.subscribe(lambda _: news.set())
            await desk.send_now(kept[1].id)
            while (batch := await desk.batch(kept[1].id)) and batch.state in ("held", "sending"):
                news.clear()
                await news.wait()
            end()
            if batch is None or batch.state != "accepted":
                raise SystemExit(f"history: the push ended as {batch and batch.state}")

        for what, work in {
            "Review": review,
            "Confirm: duplicates looked for": confirm,
            "one push sent and accepted": send,
        }.items():
            taken.setdefault(what, []).append(await _taken(work))
    return {
        what: (median(whole for whole, _ in times), median(piece for _, piece in times))
        for what, times in taken.items()
    }


# ------------------------------------------------------------------------------------- outside


def _client(point: AccessPoint, access_id: str, key: Secret) -> TpnsClient:
    return TpnsClient(point, access_id, key, transport=httpx.MockTransport(_answer))


def _answer(request: httpx.Request) -> httpx.Response:
    """As a service that takes every push, and tells nothing else."""
    asked = json.loads(request.content or b"{}")
    told: dict[str, Any] = {"seq": asked.get("seq", 0), "ret_code": 0, "err_msg": ""}
    if request.url.path == "/v3/push/app":
        told |= {"push_id": str(time.time_ns()), "environment": "product"}
    else:
        told |= {"ret_code": 10101, "err_msg": "not here"}
    return httpx.Response(200, json=told)


def _connect(file: Path) -> None:
    """The pushes belong to an app, and some of them to a plan of it."""
    database = open_database(file)
    with database.transaction() as conn:
        apps = Apps(conn)
        if apps.get(APP) is None:
            apps.add(
                App(APP, "tpns", "Demo Mall", "teal", "guangzhou", ACCESS_ID, None, None, utc_now())
            )
            Plans(conn).add(Plan(PLAN, APP, "双11", "", "48", None, utc_now()))
    database.close()


def _disconnect(file: Path) -> None:
    """So that the page is measured as nobody's app."""
    database = open_database(file)
    with database.transaction() as conn:
        Apps(conn).remove(APP)
    database.close()
