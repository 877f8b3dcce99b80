"""What practice is asked can be watched, kept without keys, and asked again to the same answers."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shlex
import ssl
import stat
import subprocess
import sys
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest

from tpns_desktop.practice.command import Log, main, obey, start_line
from tpns_desktop.practice.guide import guide
from tpns_desktop.practice.history import give_past
from tpns_desktop.practice.phone_wall_calls import PATH, TAP_PATH
from tpns_desktop.practice.population import Population
from tpns_desktop.practice.record import Exchange, Recorder, request_clock, secrets_in
from tpns_desktop.practice.replay import CannotReplay, Replayed, first_line, replay
from tpns_desktop.practice.rules import Rules, settings, switched
from tpns_desktop.practice.service import PracticeService
from tpns_desktop.practice.state import World

from .chat import TEXT, user_sig
from .cloud import headers_for
from .conftest import BASE_URL, CREDENTIALS, Credentials, Practice, basic, notify, signed
from .test_packages import MULTIPART, form

ROOT = Path(__file__).parents[2]


async def no_wait(_seconds: float) -> None:
    """What takes long in earnest."""


class Recorded:
    """A service that is recorded, of a month ago: its clock is the real one."""

    def __init__(self, rules: Rules) -> None:
        self.began = request_clock()
        self.world = World(Population(devices=500), rules)
        give_past(self.world, now=self.began)
        self.exchanges: list[Exchange] = []
        self.first = first_line(
            self.world, devices=500, past=True, began=self.began, switches=settings(rules)
        )
        self.line = start_line(self.world, BASE_URL)
        service = PracticeService(self.world, clock=request_clock, sleep=no_wait)
        self.app = Recorder(service, self.world, secrets_in(self.line), self.exchanges.append)

    def ask(self, path: str, body: bytes, headers: Mapping[str, str], method: str = "POST") -> Any:
        async def one() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url=BASE_URL) as client:
                return await client.request(method, path, content=body, headers=dict(headers))

        return asyncio.run(one())

    def log(self) -> list[str]:
        return [self.first, *(exchange.line() for exchange in self.exchanges)]


def replayed(lines: list[str]) -> tuple[int, list[Replayed]]:
    told: list[Replayed] = []
    return replay(lines, told.append), told


def asked_everything(rules: Rules) -> Recorded:
    """A service after one request of each kind, right and wrong."""
    recorded = Recorded(rules)
    credentials = recorded.world.applications["android"].credentials
    open_ = basic(credentials)
    now = int(request_clock())

    def ask(path: str, value: Any, headers: Mapping[str, str] | None = None) -> Any:
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        return recorded.ask(path, body, open_ if headers is None else headers)

    push = json.dumps(notify()).encode()
    push_id = ask("/v3/push/app", push, signed(credentials, push, str(now - 5))).json()["push_id"]
    ask("/v3/push/app", push)
    ask("/v3/push/app", b"{", {})
    ask("/v3/push/app", push, signed(credentials, push, str(now - 5000)))
    ask("/v3/push/app", push, basic(CREDENTIALS["ios"]))
    ask("/v3/push/app", push, open_ | {"Authorization": "Basic ****"})
    ask("/v3/push/app", b'{"a": "\xff"}')
    ask("/v3/statistics/get_push_task_stat_channel", {"pushId": push_id})
    ask("/v3/statistics/get_push_record", {"pushId": push_id})
    upload = ask("/v3/push/package/upload", form(b"user000001\nuser000002\n"), MULTIPART | open_)
    package = {"upload_id": upload.json()["uploadId"]}
    ask("/v3/push/app", notify("package_account_push", **package))
    ask("/v3/push/nothing", b"{}")
    practice = Practice(recorded.world)
    practice.clock.now = request_clock()
    for action in ("DescribeSmsSignList", "Nothing"):
        body = json.dumps({"International": 0}).encode()
        ask("/", body, headers_for(practice, action, body))
    ask("/", body, headers_for(practice, "DescribeSmsSignList", body, secret_key="0" * 32))
    return recorded


@pytest.mark.parametrize(
    "rules",
    [
        Rules(),
        Rules(limits=False, pace=600),
        switched(Rules(), "login_failure_status", "403"),
        switched(switched(Rules(), "refusal_text", "published"), "time_zone", "utc"),
    ],
)
def test_everything_that_was_asked_is_answered_the_same_again(rules: Rules):
    recorded = asked_everything(rules)
    differ, told = replayed(recorded.log())
    assert [one.words() for one in told if not one.same] == []
    assert differ == 0
    assert len(told) == len(recorded.exchanges) == 15


def asked_of_chat(rules: Rules) -> Recorded:
    """A service after requests to Chat, right and wrong, and a task that came due."""
    recorded = Recorded(rules)
    keys, now = recorded.world.chat.keys, request_clock()
    ours = {"key": keys.secret_key, "TLS.sdkappid": keys.sdkappid}
    right = user_sig("administrator", now, **ours)

    def ask(path: str, body: object, signature: str = right, **query: object) -> Any:
        fields = {"sdkappid": keys.sdkappid, "identifier": "administrator", "usersig": signature}
        fields |= {"random": 1, "contenttype": "json", **query}
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        return recorded.ask(f"/v4/{path}?{urlencode(fields)}", raw, {}).json()

    window = {"StartTime": int(now) - 9, "EndTime": int(now) + 9, "TaskID": []}
    task = {"Sdkappid": keys.sdkappid, "Type": "All", "SchedAt": "2099-01-15 09:00:00"}
    content = {"From_Account": "administrator", "MsgRandom": 1, "MsgBody": TEXT}
    assert ask("all_member_push/im_push", content)["ErrorCode"] == 0
    push_id = ask("timpush/batch", {**content, "To_Account": ["user000001", "x"]})["TaskId"]
    ask("timpush/revoke", {"TaskId": push_id})
    ask("timpush/all_member_push_statistics", window)
    made = ask("timpush/add_sched_task", {**task, "Content": content})
    ask("timpush/list_sched_task", {**task, "Offset": 0, "Want": 9})
    ask("timpush/delete_sched_task", {**task, "TaskID": made["TaskID"]})
    ask("timpush/get_attr", {"To_Account": ["user000001", "user000002"]})
    ask("timpush/push", b"{")
    ask("timpush/nothing", {})
    ask("timpush/push", content, user_sig("user000001", now, **ours), identifier="user000001")
    for changed in (
        {"key": "another key"},
        {"TLS.identifier": "somebody"},
        {"TLS.sdkappid": 1400999999},
        {"TLS.time": 1},
    ):
        ask("timpush/push", content, user_sig("administrator", now, **{**ours, **changed}))
    for broken in ("", "nothing"):
        ask("timpush/push", content, broken)
    ask("timpush/push", content, sdkappid=1)
    ask("timpush/push", {**content, "UserSig": right}, UserSig=right)
    recorded.ask(f"/v4/{right}/{keys.secret_key}", b"{}", {})
    return recorded


@pytest.mark.parametrize(
    "rules", [Rules(), Rules(chat_checks="log_in_first", chat_user_sig="signature_first")]
)
def test_chat_is_replayed_and_neither_its_key_nor_a_usersig_is_kept(rules: Rules):
    recorded = asked_of_chat(rules)
    differ, told = replayed(recorded.log())
    assert [one.words() for one in told if not one.same] == []
    assert (differ, len(told)) == (0, 20)
    codes = {json.loads(one.answer)["ErrorCode"] for one in recorded.exchanges}
    assert codes >= {0, 60009, 70001, 70002, 70003, 70009, 70013, 70014, 70020, 90001, 90009}
    refused = [one for one in recorded.exchanges if not one.right]
    assert len(refused) == 8
    kept = "\n".join((*recorded.log(), *(one.words() for one in recorded.exchanges)))
    assert recorded.world.chat.keys.secret_key not in kept
    assert "usersig=***" in kept
    assert not re.search(r"eJ[\w*-]{40}", kept)


def test_a_bad_day_is_replayed_as_it_was():
    recorded = Recorded(Rules(limits=False))
    headers = basic(recorded.world.applications["android"].credentials)
    headers["Host"] = BASE_URL.removeprefix("http://")
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/v3/push/app",
        "query_string": b"",
        "server": ("127.0.0.1", 4711),
        "headers": [(k.lower().encode(), v.encode()) for k, v in headers.items()],
    }
    body = {"type": "http.request", "body": json.dumps(notify()).encode(), "more_body": False}
    lines = recorded.log()
    for act in ("content", "slow", "no_answer", "cut", ""):
        done = obey(recorded.world, json.dumps({"act": act}).encode(), now=request_clock())
        lines.append(json.dumps({"at": request_clock(), **done}))
        waiting = [body]

        async def receive(waiting: list[Any] = waiting) -> Any:
            # A client that goes when its request is told.
            return waiting.pop() if waiting else {"type": "http.disconnect"}

        async def send(_message: object) -> None:
            pass

        asyncio.run(recorded.app(scope, receive, send))
        lines.append(recorded.exchanges[-1].line())
    differ, told = replayed(lines)
    assert [one.words() for one in told if not one.same] == []
    assert (differ, [one.status for one in told]) == (0, [200, 200, 0, 200, 200])
    assert "no answer" in recorded.exchanges[2].words()
    differ, _told = replayed([line for line in lines if '"act"' not in line])
    assert differ == 5  # what was taken in besides gives the others other ids


def test_no_key_and_no_signature_is_kept():
    recorded = asked_everything(Rules())
    kept = "\n".join((*recorded.log(), *(one.words() for one in recorded.exchanges)))
    for secret in secrets_in(recorded.line):
        assert len(secret) > 20
        assert secret not in kept
    assert not re.search(r"(?i)authorization|signature=|\"sign\":|[A-Za-z0-9+/]{40}==", kept)
    assert {one.scheme for one in recorded.exchanges} == {"sign", "basic", "tc3", "none"}


def test_keys_in_bodies_answers_and_addresses_are_masked():
    recorded = Recorded(Rules())
    key = recorded.world.applications["ios"].credentials.secret_key
    body = json.dumps({"seq": 1, "platform": key}).encode()
    recorded.ask(f"/v3/push/app?usersig={'s' * 40}&a=b&key={key}", body, {})
    (one,) = recorded.exchanges
    assert (one.query, one.scheme) == ("usersig=***&a=b&key=***", "usersig")
    assert json.loads(one.body or "") == {"seq": 1, "platform": "***"}


def test_who_looks_at_the_phones_each_second_does_not_fill_the_log():
    recorded = Recorded(Rules())
    open_ = basic(recorded.world.applications["android"].credentials)
    for path in (PATH, TAP_PATH):
        answer = recorded.ask(path, b'{"pushIds": ["1"], "phone": "huawei"}', open_)
        assert answer.status_code == 200
    assert [one.path for one in recorded.exchanges] == [TAP_PATH]


def test_a_changed_service_is_found_out():
    recorded = asked_everything(Rules())
    lines = recorded.log()
    about = json.loads(lines[0])
    about["practice"]["switches"]["refusal_text"] = "published"
    about["practice"]["switches"]["login_failure_status"] = "403"
    differ, told = replayed([json.dumps(about), *lines[1:]])
    assert differ == sum(not one.same for one in told) >= 4
    words = next(one for one in told if not one.same).words()
    assert words.startswith("differs: POST /v3/push/app\n  then 200 {")
    assert "\n  now  403" in words


def test_a_change_of_pace_is_replayed():
    recorded = Recorded(Rules(limits=False))
    open_ = basic(recorded.world.applications["android"].credentials)
    push_id = recorded.ask("/v3/push/app", json.dumps(notify()).encode(), open_).json()["push_id"]
    at = request_clock()
    recorded.world.timeline.set_pace(86_400.0, now=at)
    body = json.dumps({"pushId": push_id}).encode()
    recorded.ask("/v3/statistics/get_push_task_stat_channel", body, open_)
    lines = recorded.log()
    lines.insert(2, json.dumps({"at": at, "pace": 86_400.0}))
    assert replayed(lines)[0] == 0


def test_what_cannot_be_asked_again_is_said():
    recorded = Recorded(Rules())
    open_ = basic(recorded.world.applications["android"].credentials)
    recorded.ask("/v3/push/app", b"{}", open_ | {"Origin": "http://example.com"})
    recorded.ask("/v3/push/package/upload", form(b"user000001\n" * 100_000), MULTIPART | open_)
    differ, told = replayed(recorded.log())
    assert differ == 0
    assert [one.words() for one in told] == [
        "not asked again: POST /v3/push/app, it was refused before it was read",
        "not asked again: POST /v3/push/package/upload, its body was too long to be kept",
    ]


GOOD = Recorded(Rules())
FIRST = GOOD.first
LINE = {
    "at": 1.5,
    "method": "POST",
    "path": "/v3/push/app",
    "query": "",
    "headers": {},
    "scheme": "basic",
    "platform": "android",
    "right": True,
    "age_s": 0,
    "body": "{}",
    "base64": False,
    "status": 200,
    "answer": "{}",
    "seconds": 0.1,
}


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["nothing"],
        ["[" * 100_000],
        ["{}"],
        ['{"practice": {"version": 2}}'],
        ['{"practice": {"version": 1, "pace": 1, "switches": {"x": "y"}, "seed": 1}}'],
        [FIRST.replace('"devices":500', '"devices":5')],
        [FIRST.replace('"pace":60.0', '"pace":NaN')],
        [FIRST.replace('"pace":60.0', f'"pace":{"9" * 400}')],
        [FIRST, "null"],
        [FIRST, "{}"],
        [FIRST, '{"pace": 0, "at": 1}'],
        [FIRST, '{"pace": 1}'],
        [FIRST, json.dumps({**LINE, "body": 7})],
        [FIRST, json.dumps({**LINE, "at": "now"})],
        [FIRST, json.dumps({**LINE, "at": 1e300})],
        [FIRST, json.dumps({**LINE, "headers": {"a": 7}})],
        [FIRST, json.dumps({**LINE, "headers": {"a": "字"}})],
        [FIRST, json.dumps({**LINE, "query": "字"})],
        [FIRST, json.dumps({**LINE, "base64": True, "body": "x"})],
        [FIRST, json.dumps({**LINE, "more": 1})],
        [FIRST, json.dumps({**LINE, "platform": "symbian"})],
        [FIRST, json.dumps({**LINE, "platform": []})],
        [FIRST.replace('"sdkappid":', '"number":')],
        [FIRST, '{"act": "rain"}'],
        [FIRST, json.dumps({**LINE, "query": "usersig=***", "answer": "[" * 100_000})],
    ],
)
def test_what_is_no_log_is_said_to_be_none(lines: list[str]):
    with pytest.raises(CannotReplay):
        replayed(lines)


# The command -----------------------------------------------------------------------------------


def test_the_command_keeps_a_log_speaks_https_and_replays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    kept = tmp_path / "practice.log"
    with subprocess.Popen(
        [
            *(sys.executable, "-m", "tpns_desktop.practice", "--devices", "200", "--json", "--tls"),
            *("--until-stdin-closes", "--log", str(kept), "--set", "refusal_text=published"),
            *("--act", "upload"),
        ],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stderr is not None
        line = json.loads(child.stdout.readline())
        keys = line["tpns"]["android"]
        assert line["base_url"].startswith("https://127.0.0.1:")
        trusted = ssl.create_default_context(cafile=line["certificate"])
        opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=trusted)
        )
        pair = basic(Credentials(**keys))
        for body in (json.dumps(notify()).encode(), b"{}"):
            request = urllib.request.Request(line["base_url"] + "/v3/push/app", body, pair)
            with opener.open(request, timeout=10) as answer:
                said = json.loads(answer.read())
        assert said["err_msg"] == "missing parameter"
        words = shlex.split(guide(line, now=request_clock()).splitlines()[2])
        assert words[words.index("--cacert") + 1] == line["certificate"]
        asked = urllib.request.Request(words[-1], words[words.index("-d") + 1].encode())
        with opener.open(asked, timeout=10) as answer:
            assert json.loads(answer.read())["ErrorCode"] == 0
        distrusting = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with pytest.raises(OSError, match="CERTIFICATE_VERIFY_FAILED"):
            distrusting.open(request, timeout=10)
        folder = Path(line["certificate"]).parent
        child.stdin.close()
        assert child.wait(10) == 0
        watched = child.stderr.read().decode()
    assert not folder.exists()
    assert watched.count("POST /v3/push/app (android, basic): 200") == 2
    assert keys["secret_key"] not in watched + kept.read_text("utf-8")
    assert json.loads(kept.read_text("utf-8").splitlines()[1])["act"] == "upload"
    assert line["chat"]["secret_key"] not in watched + kept.read_text("utf-8")
    assert "POST /v4/all_member_push/im_push?sdkappid=" in watched
    assert "usersig=***" in watched
    if os.name != "nt":
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert main(["--replay", str(kept)]) == 0
    asked_again = "same: POST /v3/push/app, 200\n" * 2
    asked_again += "same: POST /v4/all_member_push/im_push, 200\n"
    assert capsys.readouterr().out == asked_again
    kept.write_text(kept.read_text("utf-8").replace("missing parameter", "missing"), "utf-8")
    assert main(["--replay", str(kept)]) == 1
    assert "differs" in capsys.readouterr().out


def test_a_log_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    there = tmp_path / "there.log"
    there.write_text("mine", "utf-8")
    assert main(["--devices", "200", "--log", str(there)]) == 1
    assert str(there) in capsys.readouterr().err
    assert there.read_text("utf-8") == "mine"


class Full:
    """A file on a disk that has no room."""

    def write(self, text: str) -> int:
        raise OSError(28, "No space left on device")

    def flush(self) -> None:
        """Nothing to do."""


def test_a_full_disk_ends_the_log_and_nothing_else(capsys: pytest.CaptureFixture[str]):
    log = Log(Full())  # type: ignore[arg-type]
    exchange = Exchange(**LINE)  # type: ignore[arg-type]
    log.keep(exchange)
    log.keep(exchange)
    said = capsys.readouterr().err
    assert said.count("the log is kept no further: No space left on device") == 1
    assert said.count("POST /v3/push/app (android, basic): 200") == 2


def test_a_file_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["--replay", str(tmp_path / "nothing.log")]) == 2
    assert "nothing.log" in capsys.readouterr().err


def test_switches_are_listed(capsys: pytest.CaptureFixture[str]):
    assert main(["--switches"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert len(listed) == len(settings(Rules()))
    assert any(re.fullmatch(r"weekly_zero=sunday +or monday", line) for line in listed)


@pytest.mark.parametrize("text", ["recall", "recall=maybe", "nothing=on", "=", ""])
def test_a_switch_that_there_is_not_is_said(text: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        main(["--set", text])
    assert ended.value.code == 2
    assert "--set" in capsys.readouterr().err


@pytest.mark.parametrize("option", [("--act", "rain"), ("--chat-act", "12345")])
def test_a_bad_day_that_there_is_not_is_said(
    option: tuple[str, str], capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit) as ended:
        main(option)
    assert ended.value.code == 2
    assert option[0] in capsys.readouterr().err


# The guide ---------------------------------------------------------------------------------------


def test_the_guide_tells_every_kind_of_client_what_to_set():
    line = {**start_line(GOOD.world, BASE_URL)}
    text = guide(line, now=0)
    keys = GOOD.world.applications["android"].credentials
    assert f"curl -u {keys.access_id}:{keys.secret_key} -H" in text
    assert f"{BASE_URL}/v3/push/app" in text
    assert "endpoint   127.0.0.1:4711, protocol http\n" in text
    assert "--tls" in text
    chat = GOOD.world.chat.keys
    assert f"address    {BASE_URL} in place of https://console.tim.qq.com\n" in text
    assert f"  query      sdkappid={chat.sdkappid}&identifier=administrator\n" in text
    secure = guide({**line, "certificate": "/tmp/a b.pem"}, now=0)
    assert secure.count("--cacert '/tmp/a b.pem'") == 2
    assert "start again with --tls" not in secure


def test_the_commands_of_the_guide_work():
    """Their bodies and addresses, as a shell would read them."""
    text = guide(start_line(GOOD.world, BASE_URL), now=request_clock())
    push, chat = (shlex.split(one) for one in text.splitlines() if one.startswith("  curl "))
    access_id, _, key = push[push.index("-u") + 1].partition(":")
    for words, headers, name in (
        (push, basic(Credentials(access_id, key)), "ret_code"),
        (chat, {}, "ErrorCode"),
    ):
        body = words[words.index("-d") + 1].encode()
        answer = GOOD.ask(words[-1].removeprefix(BASE_URL), body, headers)
        assert answer.json()[name] == 0
