"""Bad days of the service, acted out: what each answers, and what it has taken in afterwards."""

from __future__ import annotations

import asyncio
import json
import time

import pytest

from tests.practice.conftest import BASE_URL, CREDENTIALS, Make, Practice, notify, signed
from tpns_desktop.practice.acts import ACTS, SLOW_S, play
from tpns_desktop.practice.command import obey
from tpns_desktop.practice.rules import Platform
from tpns_desktop.practice.service import PracticeService


def code(practice: Practice, platform: Platform = "android") -> int:
    ios = {"title": "a", "content": "b", "ios": {"aps": {"alert": {}}}}
    body = notify(environment="product", message=ios) if platform == "ios" else notify()
    return int(practice.push(body, platform)["ret_code"])


def taken(practice: Practice) -> int:
    return len(practice.android.pushes) + len(practice.ios.pushes)


@pytest.mark.parametrize(
    ("name", "android", "ios"),
    [
        ("wrong_key", 1008003, 1008003),
        ("content", 1008019, 1008019),
        ("limit", 1008028, 1008028),
        ("repeated", 10010018, 10010018),
        ("certificate", 0, 1008023),
        ("unpaid", 1010001, 1010001),
        ("clock", 1008003, 1008003),
        ("upload", 0, 0),
        ("chat_edition", 0, 0),
    ],
)
def test_a_refused_push_is_not_taken_in(make: Make, name: str, android: int, ios: int) -> None:
    practice = make()
    assert play(practice.world, name)
    assert (code(practice), code(practice, "ios")) == (android, ios)
    assert taken(practice) == [android, ios].count(0)
    assert play(practice.world, "")
    practice.clock.advance(4000)  # the same text again, an hour later
    assert code(practice) == 0


def test_a_slow_answer_comes_and_its_push_is_taken_in(make: Make) -> None:
    practice = make()
    waited: list[float] = []

    async def wait(seconds: float) -> None:
        waited.append(seconds)

    practice.service = PracticeService(practice.world, clock=practice.clock, sleep=wait)
    play(practice.world, "slow")
    assert code(practice) == 0
    assert waited == [SLOW_S]


@pytest.mark.parametrize(("name", "count", "begun"), [("no_answer", 1, 0), ("cut", 0, 1)])
def test_without_an_answer_only_the_service_knows(
    make: Make, name: str, count: int, begun: int
) -> None:
    practice = make()
    play(practice.world, name)
    body = json.dumps(notify()).encode()
    headers = signed(CREDENTIALS["android"], body, str(int(practice.clock.now)))
    headers["Host"] = BASE_URL.removeprefix("http://")
    waiting = [{"type": "http.request", "body": body, "more_body": False}]
    answered: list[object] = []

    async def receive() -> dict[str, object]:
        # Whoever waits beyond the body waits for the client to go.
        return waiting.pop() if waiting else {"type": "http.disconnect"}

    async def send(message: object) -> None:
        answered.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/v3/push/app",
        "query_string": b"",
        "server": ("127.0.0.1", 4711),
        "headers": [(k.lower().encode(), v.encode()) for k, v in headers.items()],
    }
    asyncio.run(practice.service(scope, receive, send))  # type: ignore[arg-type]
    assert len(answered) == begun  # the head of an answer at most, and never its end
    assert taken(practice) == count


def test_a_refused_file_is_not_kept(make: Make) -> None:
    practice = make()
    play(practice.world, "upload")
    content = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
    body = content + b"user000001\r\n--x--\r\n"
    headers = signed(CREDENTIALS["android"], body, str(int(practice.clock.now)))
    answer = practice.raw(
        "/v3/push/package/upload",
        body,
        headers | {"Content-Type": "multipart/form-data; boundary=x"},
    )
    assert answer.json()["retCode"] == 1008011
    assert not practice.android.uploads


def test_the_parent_chooses_a_day_by_a_line_and_no_other_word_counts(make: Make) -> None:
    world = make().world
    for said, act, chat in (
        ('{"act":"cut"}', "cut", "cut"),
        ('{"act":"no such day"}', "cut", "cut"),
        ('{"act":7}', "cut", "cut"),
        ('{"act":"chat_edition"}', "chat_edition", "90045"),
        ('{"act":""}', "", ""),
    ):
        obey(world, said.encode(), now=time.time())
        assert world.act is ACTS[act]
        assert world.chat.act == chat
