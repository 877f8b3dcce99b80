"""Bad days of the Chat service, acted out for a person who practises; and how it is reached."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from starlette.applications import Starlette

from tests.practice.chat import NEW, OLD, TEXT, Chat, user_sig
from tests.practice.conftest import BASE_URL
from tpns_desktop.model.secret import Secret
from tpns_desktop.practice.chat_service import ChatService
from tpns_desktop.practice.command import obey, start_line
from tpns_desktop.practice.process import PracticeProcess
from tpns_desktop.send.practice_app import PracticeInfo

PUSH = {"MsgRandom": 1, "MsgBody": TEXT}


@pytest.fixture
def chat() -> Chat:
    return Chat(devices=200)


def test_a_slow_push_is_taken_in_and_answered_with_a_timeout_after_the_services_three_seconds(
    chat: Chat,
) -> None:
    waited: list[float] = []

    async def wait(seconds: float) -> None:
        waited.append(seconds)

    service = Starlette(routes=ChatService(chat.app, chat.clock, wait).routes())

    async def ask(path: str, body: Any) -> int:
        transport = httpx.ASGITransport(service)
        async with httpx.AsyncClient(transport=transport, base_url=BASE_URL) as client:
            answer = await client.post(f"/v4/{path}?{urlencode(chat.query())}", json=body)
        return int(answer.json()["ErrorCode"])

    assert chat.app.play("slow")
    assert asyncio.run(ask("all_member_push/im_get_attr_name", {})) == 0
    assert waited == []
    assert asyncio.run(ask("all_member_push/im_push", PUSH)) == 60008
    assert len(waited) == 1
    assert waited[0] > 3
    assert len(chat.app.pushes) == 1
    # What is refused is so at once.
    chat.clock.advance(2)
    assert asyncio.run(ask("all_member_push/im_push", {})) == 90005
    assert len(waited) == 1
    chat.app.play("")
    assert asyncio.run(ask("all_member_push/im_push", {**PUSH, "MsgRandom": 2})) == 0


def test_a_scheduled_push_meets_the_bad_day_at_its_time(chat: Chat) -> None:
    task = {
        "Sdkappid": chat.app.keys.sdkappid,
        "Type": "All",
        "SchedAt": "2026-01-15 11:00:00",
        "Content": PUSH,
    }
    assert chat.code(NEW, "add_sched_task", task) == 0
    assert chat.app.play("90047")
    assert chat.code(NEW, "add_sched_task", task) == 90047
    chat.clock.advance(3600)
    asked = {"Sdkappid": chat.app.keys.sdkappid, "Offset": 0, "Want": 20}
    assert [row["Status"] for row in chat.post(NEW, "list_sched_task", asked)["Tasks"]] == [
        "failed"
    ]
    assert not chat.app.pushes


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ('{"chat_act":"90045"}', "90045"),
        ('{"chat_act":"slow"}', "slow"),
        ('{"chat_act":"cut","pace":90}', "cut"),
        ('{"chat_act":""}', ""),
        ('{"chat_act":"no such"}', "91000"),
        ('{"chat_act":90045}', "91000"),
        ('{"pace":60}', "91000"),
        ("[]", "91000"),
        ("{", "91000"),
    ],
)
def test_the_parent_chooses_the_bad_day(chat: Chat, line: str, act: str) -> None:
    chat.app.play("91000")
    obey(chat.world, line.encode(), now=chat.clock.now)
    assert chat.app.act == act
    assert chat.world.timeline.pace == (90 if "90}" in line else 60)


def test_the_first_line_says_how_the_chat_is_reached(chat: Chat) -> None:
    line: dict[str, Any] = json.loads(json.dumps(start_line(chat.world, BASE_URL)))
    info = PracticeInfo.from_line(line)
    assert info.chat is not None
    told = line["chat"]
    assert (info.chat.url, told["url"]) == (BASE_URL, BASE_URL)
    assert (info.chat.sdkappid, info.chat.identifier) == (told["sdkappid"], told["identifier"])
    assert info.chat.secret_key == Secret(told["secret_key"])
    assert told["secret_key"] not in repr(info)
    # Another address in that line is not believed, and a line without a Chat app is fine.
    elsewhere = {**told, "url": "http://127.0.0.1:1"}
    again = PracticeInfo.from_line({**line, "chat": elsewhere}).chat
    assert again is not None
    assert again.url == BASE_URL
    for missing in (None, {}, {"sdkappid": "1400000000"}, {"sdkappid": True}):
        assert PracticeInfo.from_line({**line, "chat": missing}).chat is None


def test_who_starts_it_by_hand_reads_how_the_chat_is_reached() -> None:
    command = [sys.executable, "-m", "tpns_desktop.practice", "--devices", "200"]
    ended = subprocess.run(
        [*command, "--until-stdin-closes"],
        cwd=Path(__file__).parents[2],
        input=b"",
        capture_output=True,
        timeout=60,
        check=True,
    )
    lines = ended.stdout.decode().splitlines()
    told = lines[lines.index("Chat app, at the same address:") :][1:4]
    assert told[0].startswith("  SDKAppID   1400")
    assert told[2].startswith("  account    administrator, ")


def test_a_running_service_acts_out_what_its_parent_says(chat: Chat) -> None:
    with PracticeProcess.start(PracticeInfo.from_line, devices=200, limits=False) as process:
        keys = process.info.chat
        assert keys is not None
        signature = chat_signature(keys.sdkappid, keys.secret_key)

        async def codes(wanted: int) -> int:
            query = {**chat.query(), "sdkappid": str(keys.sdkappid), "usersig": signature}
            async with httpx.AsyncClient(base_url=keys.url, trust_env=False) as client:
                code = -1
                # What the parent says comes by another way than the push.
                for _ in range(2000):
                    answer = await client.post(f"/v4/{OLD}/im_push?{urlencode(query)}", json=PUSH)
                    code = int(answer.json()["ErrorCode"])
                    if code == wanted:
                        break
                return code

        assert asyncio.run(codes(0)) == 0
        process.act_chat("90045")
        assert asyncio.run(codes(90045)) == 90045
        process.act_chat("")
        assert asyncio.run(codes(0)) == 0
    process.act_chat("90045")


def chat_signature(sdkappid: int, key: Secret) -> str:
    """A UserSig for another app than the tests', of now."""
    return user_sig("administrator", time.time(), key=key.reveal(), **{"TLS.sdkappid": sdkappid})
