"""A stranger's client of the Chat service of practice, written from the documents alone."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import zlib
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import httpx

from tests.practice.conftest import BASE_URL, CREDENTIALS, DEVICES, Clock, Practice
from tpns_desktop.practice.chat_auth import ChatKeys
from tpns_desktop.practice.chat_people import ChatPeople
from tpns_desktop.practice.chat_state import ChatApp
from tpns_desktop.practice.population import Population
from tpns_desktop.practice.rules import Rules
from tpns_desktop.practice.service import PracticeService
from tpns_desktop.practice.state import World

KEYS = ChatKeys(1400000000, "5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e")
OLD, NEW = "all_member_push", "timpush"
TEXT = [{"MsgType": "TIMTextElem", "MsgContent": {"Text": "Flash sale starts at 20:00"}}]
NAMES = {"0": "membership", "1": "city", "2": "sex"}
"""Attribute names of the documents' examples; practice begins with others."""
WEEK_S = 604_800


def user_sig(identifier: str, now: float, **changed: Any) -> str:
    """A UserSig; ``changed`` fields are told, and ``key`` signs, other than is right."""
    key = str(changed.pop("key", KEYS.secret_key))
    told = {
        "TLS.ver": "2.0",
        "TLS.identifier": identifier,
        "TLS.sdkappid": KEYS.sdkappid,
        "TLS.expire": 86_400,
        "TLS.time": int(now),
        **changed,
    }
    names = ("identifier", "sdkappid", "time", "expire")
    signed = "".join(f"TLS.{name}:{told[f'TLS.{name}']}\n" for name in names)
    digest = hmac.new(key.encode(), signed.encode(), hashlib.sha256).digest()
    told.setdefault("TLS.sig", base64.b64encode(digest).decode())
    return packed(told)


def packed(told: object) -> str:
    """As a UserSig is written."""
    text = base64.b64encode(zlib.compress(json.dumps(told).encode())).decode()
    return text.replace("+", "*").replace("/", "-").replace("=", "_")


class Chat:
    """A practice service, its clock, and what a client of its Chat app does.

    ``practice`` is one that is there already, with ``KEYS``.
    """

    def __init__(
        self, *, devices: int = DEVICES, practice: Practice | None = None, **rules: Any
    ) -> None:
        if practice is None:
            population, chosen = Population(devices=devices), Rules(**rules)
            practice = Practice(
                World(population, chosen, credentials=CREDENTIALS, chat_keys=KEYS), Clock()
            )
        self.clock = practice.clock
        self.world = practice.world
        self.service: PracticeService = practice.service

    @property
    def app(self) -> ChatApp:
        return self.world.chat

    @property
    def people(self) -> ChatPeople:
        return self.world.chat.people

    def raw(
        self,
        path: str,
        body: bytes,
        query: Mapping[str, str],
        *,
        method: str = "POST",
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """One request exactly as given."""

        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self.service)
            async with httpx.AsyncClient(transport=transport, base_url=BASE_URL) as client:
                return await client.request(
                    method, f"{path}?{urlencode(query)}", content=body, headers=dict(headers or {})
                )

        return asyncio.run(ask())

    def query(self, **query: str) -> dict[str, str]:
        """What stands behind the address, but for what is given."""
        identifier = query.get("identifier", "administrator")
        return {
            "sdkappid": str(KEYS.sdkappid),
            "identifier": identifier,
            "usersig": user_sig(identifier, self.clock.now),
            "random": "99999999",
            "contenttype": "json",
            **query,
        }

    def post(self, service: str, command: str, body: Any, **query: str) -> dict[str, Any]:
        """A call; its answer, which is HTTP 200 and says one thing only."""
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        answer = self.raw(f"/v4/{service}/{command}", raw, self.query(**query))
        assert answer.status_code == 200
        fields: dict[str, Any] = answer.json()
        assert (fields["ActionStatus"] == "OK") == (fields["ErrorCode"] == 0)
        assert isinstance(fields["ErrorInfo"], str)
        return fields

    def code(self, service: str, command: str, body: Any, **query: str) -> int:
        """The code of a call."""
        return int(self.post(service, command, body, **query)["ErrorCode"])

    def push(self, **fields: Any) -> dict[str, Any]:
        """An older push, far enough from the last one."""
        self.clock.advance(2)
        return self.post(OLD, "im_push", {"MsgRandom": 1, "MsgBody": TEXT, **fields})

    def newer_push(self, random: int, **fields: Any) -> str:
        """The task of a push of timpush, far enough from the last one."""
        self.clock.advance(2)
        body = {"From_Account": "administrator", "MsgRandom": random, "MsgBody": TEXT, **fields}
        return str(self.post(NEW, "push", body)["TaskId"])

    def received(self, task_id: str) -> set[str]:
        """Who has got a push by now, as the service counts."""
        push = self.app.pushes[task_id]
        return {self.people.account(user) for user in self.app.received(push, self.clock.now)}

    def everybody(self) -> list[str]:
        """The accounts that the app has, found out by asking for those of all people."""
        people = self.world.population.people
        accounts = [people.account(0, number) or "" for number in range(people.count)]
        return [row["To_Account"] for row in self.told("im_get_tag", "UserTags", accounts)]

    def told(self, command: str, key: str, accounts: Sequence[str]) -> list[dict[str, Any]]:
        """What a question answers about accounts, asked a hundred at a time."""
        rows: list[dict[str, Any]] = []
        for start in range(0, len(accounts), 100):
            self.clock.advance(0.1)
            rows += self.post(OLD, command, {"To_Account": accounts[start : start + 100]})[key]
        return rows
