"""A service of the statistics and device calls that answers what a test puts in, path by path."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import httpx

from tests.send.conftest import Outside
from tpns_desktop.client import Secret
from tpns_desktop.send.connect import AppForm
from tpns_desktop.send.desk import Desk
from tpns_desktop.send.key_pair import KeyPair
from tpns_desktop.store.apps import App

Asked = dict[str, Any]
Answer = Mapping[str, Any] | Callable[[Asked], Mapping[str, Any]] | httpx.Response

KEY = "0123456789abcdef0123456789abcdef"
IDS = {"android": "1500012345", "ios": "1600012345"}


class Stations:
    """`answers`: end of a path → fields of the answer (code 0), or what makes them, or a response.

    `asked`: (end of the path, fields) in order.
    """

    def __init__(self, world: Outside, **answers: Answer) -> None:
        self.answers: dict[str, Answer] = dict(answers)
        self.asked: list[tuple[str, Asked]] = []
        self.broken = False
        """Whether every connection breaks after the request."""
        world.answer = self._answer

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        name = request.url.path.rpartition("/")[2]
        fields = json.loads(await request.aread())
        self.asked.append((name, {**fields, "by": request.headers["AccessId"]}))
        if self.broken:
            raise httpx.ReadError("broken")
        answer = self.answers.get(name, {})
        if isinstance(answer, httpx.Response):
            return answer
        told = answer(self.asked[-1][1]) if callable(answer) else answer
        return httpx.Response(200, json={"retCode": 0, **told})

    def calls(self, name: str) -> list[Asked]:
        return [fields for asked, fields in self.asked if asked == name]


async def live_app(desk: Desk, *platforms: str) -> App:
    """A made-up live app with these systems, Android alone when none is named."""
    keys = {name: KeyPair(IDS[name], Secret(KEY)) for name in platforms or ("android",)}
    form = AppForm(
        name="Demo Mall",
        colour="#2f7d6b",
        access_point="guangzhou",
        android=keys.get("android"),
        ios=keys.get("ios"),
        ios_environment="product" if "ios" in keys else None,
    )
    return (await desk.save_app(form)).app
