"""One life of the program, from its start to its end or its kill, through its public door alone.

    open → say what stands there → confirm again what hangs → write, confirm, hold, send → look up

Runs in a child process. Everything it has been told is reported to the parent over a socket, a JSON
object a line, after the call has returned: what the parent has heard, a person could have seen.
"""

from __future__ import annotations

import asyncio
import hashlib
import heapq
import itertools
import json
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import AsyncExitStack, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tests.crash.points import Points
from tests.send.builders import draft as faultless
from tests.send.chat_catalogue import chat_draft
from tpns_desktop.client import AccessPoint, Secret, TpnsClient
from tpns_desktop.client.chat import ChatClient
from tpns_desktop.model.chat_outcome import ChatTask
from tpns_desktop.model.outcome import PushAnswer
from tpns_desktop.paths import Paths
from tpns_desktop.send.core import open_core
from tpns_desktop.send.desk import AskFailed, Batch, ConfirmRefused, Desk, KeyPair, PracticeInfo
from tpns_desktop.store.backups import DailyBackups
from tpns_desktop.store.drafts import DraftRow
from tpns_desktop.store.history import PushRow
from tpns_desktop.store.secrets import SecretStore
from tpns_desktop.store.settings import Settings

APP: str = "practice"
CHAT_APP: str = "practice_chat"
HOLD_S = 3
STORIES = ("", "late", "copy", "backup", "one of several")
"""What else happens: nothing; the hold ends far too late; the program is opened once more in the
hold; the day's backup is taken meanwhile; this is one of several copies, which does what the parent
says."""
LATE_S = 700.0
"""Longer than a confirmation counts."""
PAUSE_MAX_S = 25.0
"""Pauses of the program that pass by themselves when a life waits for the end of a push."""
END_MAX_S = 90.0
"""Of real time: a push that has not ended by then never will."""
LOOKS_S = (5.0, 30.0, 120.0, 600.0)
"""When the program looks up what is unknown (sending.md 2.4)."""


class Told:
    """The way to the parent."""

    def __init__(self, way: socket.socket) -> None:
        self._way = way

    def orders(self) -> Iterator[bytes]:
        """What the parent says from now on, line by line."""
        with self._way.makefile("rb") as lines:
            yield from lines

    def __call__(self, event: str, **facts: Any) -> None:
        self._way.sendall(json.dumps({"event": event, **facts}).encode() + b"\n")


class LifeClock:
    """Time that passes when the life says so; holding on to it is a point of its own."""

    def __init__(self, start: datetime, points: Points) -> None:
        self._start = start
        self._points = points
        self._passed = 0.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = itertools.count()
        self.held = asyncio.Event()
        """Set when a hold has begun."""

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._passed)

    def unix(self) -> float:
        return self.now().timestamp()

    def monotonic(self) -> float:
        return self._passed

    async def sleep(self, seconds: float) -> None:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._passed + seconds, next(self._order), woken))
        if abs(seconds - HOLD_S) < 0.001:
            self._points.reach("hold")
            self.held.set()
        await woken

    def next_s(self) -> float | None:
        """Seconds until the next sleeper wakes."""
        while self._sleepers and self._sleepers[0][2].done():
            heapq.heappop(self._sleepers)
        return self._sleepers[0][0] - self._passed if self._sleepers else None

    def stand_still(self, seconds: float) -> None:
        """Let time pass without anybody being woken: the machine was busy elsewhere."""
        self._passed += seconds

    async def advance(self, seconds: float) -> None:
        """Let time pass, sleeper by sleeper."""
        end = self._passed + seconds
        while (left := self.next_s()) is not None and self._passed + left <= end:
            due, _, woken = heapq.heappop(self._sleepers)
            self._passed = max(self._passed, due)
            woken.set_result(None)
            await turns()
        self._passed = end


class WatchedKeys(Mapping[str, KeyPair]):
    """The practice keys; asking for one is a point."""

    def __init__(self, keys: Mapping[str, KeyPair], points: Points) -> None:
        self._keys = keys
        self._points = points
        self.asked_for_sending = False

    def __getitem__(self, platform: str) -> KeyPair:
        if self.asked_for_sending:
            self._points.reach("key")
        return self._keys[platform]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class WatchedClient(TpnsClient):
    """Lets its life know when a push is under way: no time passes meanwhile but real time."""

    life: Life

    async def push(self, body: bytes) -> PushAnswer:
        self.life.in_flight += 1
        try:
            return await super().push(body)
        finally:
            self.life.in_flight -= 1
            self.life.news.set()


class WatchedChatClient(ChatClient):
    """The same of a Chat app."""

    life: Life

    async def push(self, body: bytes) -> ChatTask:
        self.life.in_flight += 1
        try:
            return await super().push(body)
        finally:
            self.life.in_flight -= 1
            self.life.news.set()


async def turns() -> None:
    """Let every task run until it waits for something outside."""
    for _ in range(20):
        await asyncio.sleep(0)


class Life:
    """What one process does. `job` is as `chain.Job.as_dict` shapes it."""

    def __init__(
        self,
        job: Mapping[str, Any],
        told: Told,
        points: Points | None = None,
        secrets: SecretStore | None = None,
    ) -> None:
        self.job = job
        self.told = told
        self.points = points or Points(told, job["point"], job["nth"])
        self.clock = LifeClock(datetime.fromisoformat(job["start"]), self.points)
        self.secrets = secrets or SecretStore(choose=lambda: None)
        self.keys: WatchedKeys | None = None
        """Once it practises."""
        home = Path(job["home"])
        self.paths = Paths(home / "data", home / "logs", home / "settings.ini")
        self.news = asyncio.Event()
        """Set when a batch has news and when a request of a push has ended."""
        self.in_flight = 0
        """Requests of pushes that are under way."""

    # ------------------------------------------------------------------------------- what it does

    async def live(self) -> None:
        async with AsyncExitStack() as stack:
            desk = await self.opened(stack)
            await self.tell_all(desk)
            await self.practise(desk)
            if self.job["story"] == "one of several":
                await self.obey(desk)
                return
            if self.job["story"] == "backup":
                self.back_up(stack)
            if self.job["again"]:
                await self.confirm_again(desk)
            for number, kind in enumerate(self.job["pushes"]):
                await self.write_and_send(desk, number, kind)
            if self.job["look"]:
                await self.look_up(desk)
        self.told("closed")

    async def obey(self, desk: Desk) -> None:
        """Save or send what the parent says, a line at a time, until it kills."""
        self.told("ready")
        # Nothing else goes on between two orders, so it may block.
        for line in self.told.orders():
            order = json.loads(line)
            if order["kind"] == "reopen":
                await self.open_once_more()
                self.told("done")
                continue
            data = _draft(order["kind"], order["name"])
            if order["save_as"] is None:
                await self.send(desk, APP, order["draft_id"], data)
            else:
                draft = await desk.save_draft(APP, order["save_as"], data)
                self.told("kept", draft_id=draft.id, name=order["name"])
            self.told("done")

    async def opened(self, stack: AsyncExitStack) -> Desk:
        """The desk on this life's folder; what it settles at its start are points."""
        desk = await open_core(
            self.paths,
            Settings(self.paths.settings_file, hold_s=str(HOLD_S)),
            clock=self.clock,
            client=self.client,
            secrets=self.secrets,
            chat_client=self.chat_client,
        )
        stack.push_async_callback(desk.close)
        self.points.reach("start.after")
        self.points.starting = False
        desk.subscribe(self._on_news)
        return desk

    async def practise(self, desk: Desk) -> None:
        """With the one service that the parent runs."""
        info = PracticeInfo.from_line(self.job["line"])
        self.keys = WatchedKeys(info.keys, self.points)
        await desk.use_practice(PracticeInfo(info.base_url, self.keys, chat=info.chat))
        await desk.chat.use(CHAT_APP)

    async def tell_all(self, desk: Desk) -> None:
        """Report every push as the program shows it."""
        batches = [
            batch for app in await desk.apps() for batch in await desk.batches(app.id, limit=500)
        ]
        for chat in await desk.chat.apps():
            batches += await desk.chat.history(chat.id, limit=500)
        rows = [_shown(row) for batch in batches for row in batch.rows]
        notes = [note.kind for note in desk.notes if note.kind not in ("unsettled", "withdrawn")]
        self.told("opened", rows=rows, notes=notes)

    def back_up(self, stack: AsyncExitStack) -> None:
        """Take the day's backup beside everything else, as the program does after a while."""
        done = threading.Event()
        file = self.paths.database_file
        daily = DailyBackups(file, self.clock.now, looked=done.set, first_look_s=0.0)
        stack.callback(daily.close)
        stack.callback(done.wait, 20)
        daily.start()

    async def confirm_again(self, desk: Desk) -> None:
        """What a hasty person does: send what hangs once more, but never SEND AGAIN."""
        for app_id in (APP, CHAT_APP):
            listed = desk.batches if app_id == APP else desk.chat.history
            newest = [batch for batch in await listed(app_id, limit=6) if self.hangs(batch)]
            hanging = [batch for batch in newest if batch.state != "accepted"][:3]
            for batch in (*hanging, *(b for b in newest[:1] if b not in hanging)):
                draft = await _kept(desk, batch.rows[0].draft_id)
                await self.send(desk, app_id, draft.id, draft.data, instead_of=batch.id)

    def hangs(self, batch: Batch) -> bool:
        """Whether sending it once more must not lead to a second one.

        What was accepted more than a day ago may rightly be sent again; what nobody knows of may
        not, however old it is.
        """
        day_ago = self.clock.now() - timedelta(hours=24)
        return batch.state == "unknown" or batch.created_at > day_ago

    async def write_and_send(self, desk: Desk, number: int, kind: str) -> None:
        """A draft, typed in three goes, then sent."""
        draft_id, app_id = None, CHAT_APP if kind == "chat" else APP
        save_draft = desk.chat.save_draft if kind == "chat" else desk.save_draft
        for version in (1, 2, 3):
            name = f"life {self.job['life']} draft {number} version {version}"
            self.told("typing", name=name)
            data = _draft(kind, name)
            row = await save_draft(app_id, draft_id, data)
            self.points.reach("draft.after")
            draft_id = row.id
            self.told("kept", draft_id=draft_id, name=name)
        await self.send(desk, app_id, draft_id, data)

    async def send(
        self,
        desk: Desk,
        app_id: str,
        draft_id: str | None,
        data: Mapping[str, Any],
        instead_of: str | None = None,
    ) -> None:
        """Review, confirm, hold, send, and wait for the end.

        `instead_of`: a push that hangs; no longer, and there is nothing to do.
        """
        asked = desk.chat.review if app_id == CHAT_APP else desk.review
        review = await asked(app_id, draft_id, data)
        shown = [[row.access_id, row.body_sha256] for row in review.rows]
        self.told("shown", rows=shown, at=self.clock.unix())
        if instead_of is not None:
            # Nothing can come between this and the confirmation: neither waits for anything.
            hanging = await desk.batch(instead_of)
            if hanging is None or not self.hangs(hanging):
                return
        self.clock.held.clear()
        try:
            batch = await desk.confirm(review, set(review.required_ticks))
        except ConfirmRefused as refused:
            found = [finding.id for finding in refused.findings]
            self.told("refused", rows=shown, reason=refused.reason, findings=found)
            return
        self.points.reach("confirm.after")
        self.told("confirmed", rows=[_shown(row) for row in batch.rows])
        with self._asking_for_keys():
            await self.hold(desk, batch)
            done = await self.end_of(desk, batch.id)
        self.told("ended", rows=[_shown(row) for row in done.rows])

    async def hold(self, desk: Desk, batch: Batch) -> None:
        """Wait until the hold is over."""
        await self.clock.held.wait()
        if self.job["story"] == "copy":
            await self.second_copy(batch)
        if self.job["story"] == "late":
            self.clock.stand_still(LATE_S)
        await self.clock.advance(HOLD_S)

    async def second_copy(self, batch: Batch) -> None:
        """Open the same folder once more, where the person finds the push taken back.

        So it is confirmed again and sent from there, before the first copy's hold is over.
        """
        await self.open_once_more(batch.rows[0].draft_id)

    async def open_once_more(self, draft_id: str | None = None) -> None:
        """Open the same folder once more and send this draft again, or whatever hangs there."""
        other = Life({**self.job, "story": "", "point": ""}, self.told)
        async with AsyncExitStack() as stack:
            desk = await other.opened(stack)
            await other.practise(desk)
            if draft_id is None:
                await other.confirm_again(desk)
            else:
                draft = await _kept(desk, draft_id)
                await other.send(desk, draft.app_id, draft.id, draft.data)

    async def look_up(self, desk: Desk) -> None:
        """Look up what is unknown: first by hand, then as time passes."""
        newest = await desk.batches(APP, limit=20)
        for batch in [batch for batch in newest if batch.state == "unknown"][:2]:
            try:
                found = await desk.check_now(batch.id)
            except AskFailed as failed:
                self.told("not_looked", reason=failed.reason)
                continue
            self.points.reach("look.after")
            self.told("looked", rows=[_shown(row) for row in found.rows])
        for seconds in LOOKS_S:
            await self.clock.advance(seconds)

    # ----------------------------------------------------------------------------------- its parts

    def client(self, point: AccessPoint, access_id: str, key: Secret, **options: Any) -> TpnsClient:
        """A client over real sockets, whose clock is the life's."""
        if self.keys is not None and self.keys.asked_for_sending:
            self.points.reach("claim.after")
        client = WatchedClient(point, access_id, key, **{**options, "clock": self.clock.unix})
        client.life = self
        return client

    def chat_client(self, *asker: Any) -> ChatClient:
        """The same of a Chat app."""
        if self.keys is not None and self.keys.asked_for_sending:
            self.points.reach("claim.after")
        client = WatchedChatClient(*asker, clock=self.clock.unix)
        client.life = self
        return client

    async def end_of(self, desk: Desk, batch_id: str) -> Batch:
        """The batch once nothing of it is held or under way."""
        async with asyncio.timeout(END_MAX_S):
            while True:
                self.news.clear()
                found = await desk.batch(batch_id)
                assert found is not None
                if found.state not in ("confirmed", "held", "sending"):
                    return found
                await turns()
                pause_s = self.clock.next_s()
                if self.in_flight or self.news.is_set():
                    await self.news.wait()
                elif pause_s is not None and pause_s <= PAUSE_MAX_S:
                    await self.clock.advance(pause_s)

    def _on_news(self, _: str) -> None:
        self.points.told()
        self.news.set()

    @contextmanager
    def _asking_for_keys(self) -> Iterator[None]:
        assert self.keys is not None
        self.keys.asked_for_sending = True
        try:
            yield
        finally:
            self.keys.asked_for_sending = False


async def _kept(desk: Desk, draft_id: str) -> DraftRow:
    draft = await desk.draft(draft_id) or await desk.chat.draft(draft_id)
    assert draft is not None, "a draft that was confirmed is there"
    return draft


def _draft(kind: str, name: str) -> dict[str, Any]:
    """A faultless draft of this name; everything in it follows from the two."""
    about = {"name": name, "message__title": name, "message__content": f"{name}: 半价 🎉 « — »"}
    match kind:
        case "device":
            token = hashlib.sha256(name.encode()).hexdigest()[:36]
            return faultless("device", **about, audience__device__text=token)
        case "large":
            accounts = "\n".join(f"{name.replace(' ', '_')}_{'x' * 20}_{i}" for i in range(900))
            return faultless("account", **about, audience__account__text=accounts)
        case "tag" | "account":
            return faultless(kind, **about)
        case "chat":
            return chat_draft(name=name, notification__title=name, notification__text=f"{name} 🎉")
    raise ValueError(kind)


def _shown(row: PushRow) -> dict[str, Any]:
    """What a person is told of a row."""
    return {
        "id": row.id,
        "draft_id": row.draft_id,
        "access_id": row.access_id,
        "state": row.state,
        "sha": row.body_sha256,
        "kept_sha": hashlib.sha256(row.body).hexdigest(),
        "push_ids": list(row.push_ids),
        "reason": row.reason,
        "by": row.settled_by,
    }
