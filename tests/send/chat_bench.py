"""A database with one Chat app, and the practice Chat service behind real client objects."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
from starlette.applications import Starlette

from tests.send.builders import NOW
from tests.send.conftest import FakeClock
from tpns_desktop.client.chat import ChatClient
from tpns_desktop.client.chat_points import ChatPoint
from tpns_desktop.model.chat_dialects import DIALECTS, DialectId
from tpns_desktop.model.chat_draft import chat_body, empty_chat_draft
from tpns_desktop.model.chat_push import chat_json, parse_chat_push
from tpns_desktop.model.secret import Secret
from tpns_desktop.practice.chat_auth import ChatKeys
from tpns_desktop.practice.chat_people import ChatPeople
from tpns_desktop.practice.chat_service import ChatService
from tpns_desktop.practice.chat_state import ChatApp as Played
from tpns_desktop.practice.timeline import Timeline
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.chat_facts import chat_facts_of, command_of
from tpns_desktop.send.chat_results import ChatResults
from tpns_desktop.send.chat_tasks import ChatTasks
from tpns_desktop.store.chat_apps import ChatApp, ChatApps
from tpns_desktop.store.database import Database, open_database
from tpns_desktop.store.history import History, PushRow

URL = "http://127.0.0.1:4712"
KEYS = ChatKeys(1400000000, "5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e")

Answer = Callable[[httpx.Request], Awaitable[httpx.Response | None]]


class ChatBench:
    """What `ChatResults` and `ChatTasks` stand on."""

    def __init__(self, folder: Path, dialect: DialectId = "timpush_chat") -> None:
        self.clock = FakeClock()
        self.database: Database = open_database(folder / "tpns.db", self.clock.now)
        self.played = Played(KEYS, ChatPeople(300, seed=15), Timeline(60.0))
        self.service = Starlette(routes=ChatService(self.played, self.clock.unix).routes())
        self.app = ChatApp(
            id="chat-1",
            kind="practice",
            name="Aurora",
            sdkappid=KEYS.sdkappid,
            identifier="administrator",
            url=URL,
            dialect=dialect,
            created_at=NOW,
        )
        with self.database.transaction() as conn:
            ChatApps(conn).add(self.app)
        self.answer: Answer | None = None
        """Answers before practice does; None from it lets practice answer."""
        self.after: Answer | None = None
        """What comes back instead of practice's answer, which was given."""
        self.commands: list[str] = []
        self.told: list[str] = []
        self.no_client: AskFailed | None = None
        self.results = ChatResults(self.database, self.client_of, self.clock, self.told.append)
        self.tasks = ChatTasks(self.database, self.client_of, self.clock)
        self._rows = 0

    async def client_of(self, app_id: str) -> ChatClient:
        """As the desk gives one."""
        assert app_id == self.app.id
        if self.no_client is not None:
            raise self.no_client
        return ChatClient(
            ChatPoint(self.app.url),
            self.app.sdkappid,
            self.app.identifier,
            Secret(KEYS.secret_key),
            DIALECTS[self.app.dialect],
            clock=self.clock.unix,
            transport=_Wire(self),
        )

    def body(self, **changes: Any) -> bytes:
        """A frozen push to everyone, or as `changes` ("audience", "message") say."""
        draft = empty_chat_draft()
        draft["audience"]["kind"] = "all"
        draft["message"]["elements"] = [{"kind": "text", "text": "The sale opens"}]
        draft["notification"].update(title="Sale", text="Tonight")
        for name, values in changes.items():
            draft[name].update(values)
        dialect = DIALECTS[self.app.dialect]
        self._rows += 1
        return chat_json(parse_chat_push(chat_body(draft, dialect, self._rows), dialect))

    async def push(self, body: bytes | None = None) -> str:
        """Send one as the outbox would; gives the batch's id."""
        body = body or self.body()
        row = self.row(body)
        with self.database.transaction() as conn:
            History(conn).add([row])
            History(conn).move(row.id, "confirmed", "held", hold_until=self.clock.now())
            History(conn).move(row.id, "held", "sending", sent_at=self.clock.now())
        async with await self.client_of(self.app.id) as client:
            if command_of(body) == "add_task":
                given = json.loads(body)
                number = await client.add_task(given["Type"], given["SchedAt"], given["Content"])
                facts: dict[str, Any] = {"push_ids": (number,)}
            else:
                batch = command_of(body) == "batch"
                task = await (client.batch(body) if batch else client.push(body))
                facts = {"push_ids": (task.task_id,), "left_out": dict(task.failed) or None}
        with self.database.transaction() as conn:
            assert History(conn).move(
                row.id, "sending", "accepted", settled_at=self.clock.now(), **facts
            )
        return row.batch_id

    async def schedule(self, at: str, **changes: Any) -> str:
        """Let the service keep one for later; gives the batch's id."""
        fields = {
            "Sdkappid": self.app.sdkappid,
            "Type": "All",
            "SchedAt": at,
            "Content": json.loads(self.body(**changes)),
        }
        return await self.push(json.dumps(fields).encode())

    def row(self, body: bytes) -> PushRow:
        facts = chat_facts_of(body, self.app.dialect)
        return PushRow(
            id=f"row-{self._rows}",
            batch_id=f"batch-{self._rows}",
            draft_id=f"draft-{self._rows}",
            draft_rev=1,
            platform="chat",
            app_id=self.app.id,
            app_name=self.app.name,
            practice=True,
            access_point_url=URL,
            access_id=str(self.app.sdkappid),
            environment=self.app.dialect,
            body=body,
            body_sha256=hashlib.sha256(body).hexdigest(),
            title=facts.title,
            content=facts.text,
            audience_kind=facts.audience_kind,
            audience={"kind": facts.audience_kind, "count": None},
            level=0,
            schedule_at=facts.schedule_at,
            created_at=self.clock.now(),
            fingerprint="f" * 64,
            app_version="0.1.0",
        )

    def leap_to(self, moment: datetime) -> None:
        self.clock.leap((moment - self.clock.now()).total_seconds())


class _Wire(httpx.AsyncBaseTransport):
    def __init__(self, bench: ChatBench) -> None:
        self._bench = bench

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self._bench.commands.append(request.url.path.rsplit("/", 1)[-1])
        await request.aread()
        if self._bench.answer is not None and (given := await self._bench.answer(request)):
            return given
        answer = await httpx.ASGITransport(self._bench.service).handle_async_request(request)
        if self._bench.after is not None and (given := await self._bench.after(request)):
            return given
        return answer
