"""A small practice service in this process, its clock, and a stranger's client for it."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import httpx
import pytest

from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.practice.population import Population
from tpns_desktop.practice.rules import Platform, Rules
from tpns_desktop.practice.service import PracticeService
from tpns_desktop.practice.state import Application, Credentials, World

BASE_URL = "http://127.0.0.1:4711"
CREDENTIALS: dict[Platform, Credentials] = {
    "android": Credentials("1500012345", "0123456789abcdef0123456789abcdef"),
    "ios": Credentials("1600012345", "fedcba9876543210fedcba9876543210"),
}
DEVICES = 2000
TOKENS = ("04cac74a714f61bf089987a986363d88aaaa", "05a305f6b71abb3a6b8c759fd1bc56b4bb44")


def instant(beijing: str) -> float:
    """Seconds since 1970 of a wall clock text in Beijing."""
    return datetime.fromisoformat(beijing).replace(tzinfo=SERVICE_ZONE).timestamp()


@dataclass
class Clock:
    """Stands still until it is told."""

    now: float = instant("2026-01-15 10:00:00")

    def __call__(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds


def signed(credentials: Credentials, body: bytes, timestamp: str) -> dict[str, str]:
    """Headers of the signature scheme, written from the documents alone."""
    message = timestamp.encode() + credentials.access_id.encode() + body
    hexed = hmac.new(credentials.secret_key.encode(), message, hashlib.sha256).hexdigest()
    return {
        "AccessId": credentials.access_id,
        "TimeStamp": timestamp,
        "Sign": base64.b64encode(hexed.encode()).decode(),
    }


def basic(credentials: Credentials) -> dict[str, str]:
    pair = f"{credentials.access_id}:{credentials.secret_key}".encode()
    return {"Authorization": f"Basic {base64.b64encode(pair).decode()}"}


@dataclass
class Practice:
    """A service, its world and its clock; the methods are what a stranger's client does."""

    world: World
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self.service = PracticeService(self.world, clock=self.clock)

    @property
    def android(self) -> Application:
        return self.world.applications["android"]

    @property
    def ios(self) -> Application:
        return self.world.applications["ios"]

    def raw(
        self, path: str, body: bytes, headers: Mapping[str, str], method: str = "POST"
    ) -> httpx.Response:
        """One request exactly as given."""

        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self.service)
            async with httpx.AsyncClient(transport=transport, base_url=BASE_URL) as client:
                return await client.request(method, path, content=body, headers=dict(headers))

        return asyncio.run(ask())

    def post(self, path: str, value: Any, platform: Platform = "android") -> Any:
        """A signed request; the JSON answer."""
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        headers = signed(CREDENTIALS[platform], body, str(int(self.clock.now)))
        answer = self.raw(path, body, {"Content-Type": "application/json", **headers})
        assert answer.status_code == 200, answer.text
        return answer.json()

    def push(self, body: Any, platform: Platform = "android") -> Any:
        return self.post("/v3/push/app", body, platform)

    def report(self, name: str, body: Any, platform: Platform = "android") -> Any:
        return self.post(f"/v3/statistics/{name}", body, platform)

    def counters(self, push_id: str, platform: Platform = "android") -> dict[str, dict[str, int]]:
        answer = self.report("get_push_task_stat_channel", {"pushId": push_id}, platform)
        assert answer["retCode"] == 0
        return {row["channel"]: row["pushState"] for row in answer["pushStatDataAll"]}

    def record(self, push_id: str, platform: Platform = "android") -> Any:
        return self.report("get_push_record", {"pushId": push_id}, platform)["pushRecordData"][0]


Make = Callable[..., Practice]


@pytest.fixture
def make() -> Make:
    """`make(devices=…, seed=…, pace=…, limits=…)` gives back a service of its own."""

    def practice(*, devices: int = DEVICES, seed: int = 15, **rules: Any) -> Practice:
        population = Population(seed=seed, devices=devices)
        return Practice(World(population, Rules(**rules), credentials=CREDENTIALS))

    return practice


@pytest.fixture
def practice(make: Make) -> Practice:
    """A service with its limits on."""
    return make()


@pytest.fixture
def unlimited(make: Make) -> Practice:
    """A service without frequency limits, in which the examples of the vectors exist."""
    practice = make(limits=False)
    furnish(practice.world, practice.clock.now)
    return practice


def furnish(world: World, now: float) -> None:
    """What the vectors' bodies refer to: tokens, accounts, packages, a plan, a collapse id."""
    for platform, application in world.applications.items():
        for token in TOKENS:
            world.adopt_token(platform, token)
        for account_type, account in (
            (0, "account1"),
            (1, "uin_alice"),
            (991, "12345"),
            (1005, "alice@example.com"),
            (1005, "bob@example.com"),
        ):
            world.bind_account(account_type, account, platform, TOKENS[0])
        application.add_upload(11231, ("account1", "uin_alice"))
        application.add_upload(11232, TOKENS)
        application.add_plan("VIP_Level 15", "VIP member benefits", now=now, plan_id="48")
        application.give_collapse_id(1000123)


def notify(audience_type: str = "all", **fields: Any) -> dict[str, Any]:
    """A push body that is right for Android, with the fields given besides."""
    return {
        "audience_type": audience_type,
        "message_type": "notify",
        "message": {"title": "Order shipped", "content": "Parcel 4711 is on its way"},
        **fields,
    }
