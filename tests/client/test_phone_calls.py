"""The calls of the practice service that nobody else has: read strictly, asked of nobody else."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from tests.client.service import KEY_TEXT, Service
from tpns_desktop.client import BadAnswer, Secret, TpnsClient
from tpns_desktop.client.endpoints import practice_access_point
from tpns_desktop.model.phone_wall import PhoneSeen

_PHONE = {
    "phone": "vivo",
    "platform": "android",
    "model": "vivo X100",
    "account": "user000002",
    "state": "tapped",
    "why": "",
    "pushId": "4711",
    "channel": "vivo",
    "away": False,
    "shownAt": 1_795_000_000.5,
    "tappedAt": 1_795_000_060,
    "goneAt": None,
    "text": "",
    "textAt": None,
    "textWhy": "",
    "settled": True,
}
_ANSWER = {"retCode": 0, "errMsg": "NO_ERROR", "now": 1_795_000_100, "pace": 60, "phones": [_PHONE]}


def ask(answer: Any, phone: str = "") -> tuple[Any, dict[str, Any]]:
    asked: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, json=answer)

    async def run() -> Any:
        point = practice_access_point("http://127.0.0.1:4711")
        transport = httpx.MockTransport(handle)
        async with TpnsClient(point, "1500012345", Secret(KEY_TEXT), transport=transport) as client:
            return await (client.tap_phone(["1"], phone) if phone else client.phones(["1", "2"]))

    seen = asyncio.run(run())
    return seen, json.loads(asked[0].content)


def test_what_the_phones_show_is_read() -> None:
    seen, asked = ask(_ANSWER)
    assert asked == {"pushIds": ["1", "2"]}
    (one,) = seen.phones
    assert isinstance(one, PhoneSeen)
    assert (one.name, one.state, one.channel, one.model) == ("vivo", "tapped", "vivo", "vivo X100")
    assert one.tapped_at == datetime.fromtimestamp(1_795_000_060, UTC)
    assert one.gone_at is None
    assert (seen.pace, seen.settled) == (60.0, True)


def test_a_tap_names_the_phone() -> None:
    assert ask(_ANSWER, "vivo")[1] == {"pushIds": ["1"], "phone": "vivo"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"now": None},
        {"now": -1},
        {"pace": "fast"},
        {"phones": "vivo"},
        {"phones": [None]},
        {"phones": [{**_PHONE, "phone": "nokia"}]},
        {"phones": [{**_PHONE, "state": "ringing"}]},
    ],
)
def test_an_answer_that_cannot_be_read_is_none(wrong: dict[str, Any]) -> None:
    with pytest.raises(BadAnswer) as error:
        ask(_ANSWER | wrong)
    assert error.value.reason == "bad_fields"


def test_no_real_service_is_asked_about_phones() -> None:
    service = Service(_ANSWER)
    for call in (
        lambda client: client.phones(["1"]),
        lambda client: client.tap_phone(["1"], "vivo"),
    ):
        with pytest.raises(ValueError, match="practice"):
            service.call(call)
    assert service.requests == []
