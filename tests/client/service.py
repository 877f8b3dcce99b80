"""A service that answers every request with the same thing, and keeps the requests."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import httpx

from tpns_desktop.client import Secret, TpnsClient, access_point

KEY_TEXT = "0123456789abcdef0123456789abcdef"
NOW_S = 1700000000.9

Vectors = Callable[[str], Any]
"""The fixture that reads a file of vectors."""


class Service:
    """Answers every request with `answer`, and keeps the requests."""

    def __init__(self, answer: Any, *, status: int = 200) -> None:
        self.content = b"" if answer is None else json.dumps(answer).encode()
        self.status = status
        self.requests: list[httpx.Request] = []

    def client(self, access_id: str = "1500012345", **given: Any) -> TpnsClient:
        return TpnsClient(
            access_point("singapore"),
            access_id,
            Secret(KEY_TEXT),
            **{"clock": lambda: NOW_S, "transport": httpx.MockTransport(self._handle), **given},
        )

    def _handle(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(self.status, content=self.content)

    def call(
        self, call: Callable[[TpnsClient], Any], access_id: str = "1500012345", **given: Any
    ) -> Any:
        async def run() -> Any:
            async with self.client(access_id, **given) as client:
                return await call(client)

        return asyncio.run(run())

    @property
    def asked(self) -> Any:
        (request,) = self.requests
        return json.loads(request.content)
