"""The service as a program: its first line, a stranger's request, and its end."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import select
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tpns_desktop.practice.command import main
from tpns_desktop.practice.process import PracticeFailed, PracticeProcess

COMMAND = [sys.executable, "-m", "tpns_desktop.practice", "--devices", "200"]
ROOT = Path(__file__).parents[2]
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def as_read(line: Mapping[str, Any]) -> Mapping[str, Any]:
    return line


def ask(base_url: str, path: str, body: bytes, headers: dict[str, str]) -> Any:
    request = urllib.request.Request(base_url + path, data=body, headers=headers, method="POST")
    with OPENER.open(request, timeout=10) as answer:
        return json.loads(answer.read())


def test_json_prints_one_line_first_and_ends_with_standard_input():
    with subprocess.Popen(
        [*COMMAND, "--json", "--until-stdin-closes"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        line = json.loads(child.stdout.readline())
        assert set(line) >= {"base_url", "tpns", "known"}
        assert set(line["tpns"]) == set(line["known"]["tokens"]) == {"android", "ios"}
        assert all(set(keys) == {"access_id", "secret_key"} for keys in line["tpns"].values())
        assert all(isinstance(text, str) for text in line["known"]["accounts"])
        child.stdin.close()
        assert child.wait(10) == 0
        assert child.stdout.read() == b""


def test_a_request_signed_by_hand_is_accepted_and_a_wrong_signature_refused():
    with PracticeProcess.start(as_read, devices=200) as process:
        info = process.info
        access_id = info["tpns"]["android"]["access_id"]
        secret_key = info["tpns"]["android"]["secret_key"]
        body = json.dumps(
            {
                "audience_type": "account_list",
                "account_list": info["known"]["accounts"][:3],
                "message_type": "notify",
                "message": {"title": "你好", "content": "<b> & co"},
            }
        ).encode()
        timestamp = str(int(time.time()))
        digest = hmac.new(
            secret_key.encode(), f"{timestamp}{access_id}".encode() + body, hashlib.sha256
        ).hexdigest()
        headers = {
            "Content-Type": "application/json",
            "AccessId": access_id,
            "TimeStamp": timestamp,
            "Sign": base64.b64encode(digest.encode()).decode(),
        }
        answer = ask(info["base_url"], "/v3/push/app", body, headers)
        assert answer["ret_code"] == 0
        assert answer["push_id"].isdigit()
        headers["Sign"] = base64.b64encode(bytes.fromhex(digest)).decode()
        assert ask(info["base_url"], "/v3/push/app", body, headers)["ret_code"] == 1008003


def test_the_child_ends_when_it_is_stopped():
    process = PracticeProcess.start(as_read, devices=200, seed=3, pace=1, limits=False)
    assert process.running
    process.stop()
    assert not process.running
    process.stop()


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_is_a_good_end(number: int):
    with subprocess.Popen(
        [*COMMAND], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline().startswith(b"Practice service at http://127.0.0.1:")
        child.send_signal(number)
        assert child.wait(10) == 0


KILLED_PARENT = """
import os, signal
from tpns_desktop.practice.process import PracticeProcess
process = PracticeProcess.start(lambda line: line, devices=200)
print(process._child.pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="waits for another's child by pidfd")
def test_no_orphan_survives_a_killed_parent():
    parent = subprocess.run(
        [sys.executable, "-c", KILLED_PARENT], cwd=ROOT, capture_output=True, check=False
    )
    try:
        child = os.pidfd_open(int(parent.stdout))
    except ProcessLookupError:
        return  # It has gone already.
    try:
        ended, _, _ = select.select([child], [], [], 10)
    finally:
        os.close(child)
    assert ended


def test_a_line_that_cannot_be_used_ends_the_child():
    def refuse(line: Mapping[str, Any]) -> None:
        raise ValueError("holds a secret")

    with pytest.raises(PracticeFailed) as failed:
        PracticeProcess.start(refuse, devices=200)
    assert failed.value.reason == "bad_line"
    assert failed.value.__cause__ is None
    assert failed.value.__suppress_context__


def test_a_service_that_cannot_start_is_reported():
    with pytest.raises(PracticeFailed) as failed:
        PracticeProcess.start(as_read, devices=1)
    assert failed.value.reason == "ended"


def test_a_service_that_does_not_answer_in_time_is_given_up():
    with pytest.raises(PracticeFailed) as failed:
        PracticeProcess.start(as_read, devices=200, timeout_s=0.0)
    assert failed.value.reason == "no_answer"


def test_a_taken_port_ends_with_a_plain_message(capsys: pytest.CaptureFixture[str]):
    with PracticeProcess.start(as_read, devices=200) as process:
        port = process.info["base_url"].rpartition(":")[2]
        assert main(["--port", port, "--devices", "200"]) == 1
    assert capsys.readouterr().err.endswith(f"cannot listen on 127.0.0.1:{port}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--port", "65536"],
        ["--devices", "9"],
        ["--pace", "0"],
        ["--pace", "nan"],
        ["--seed", "x"],
        ["--login-failure-status", "500"],
    ],
)
def test_wrong_arguments_are_named(arguments: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert arguments[0] in capsys.readouterr().err


def test_the_pace_is_changed_while_it_runs():
    with PracticeProcess.start(as_read, devices=200, pace=1, limits=False) as process:
        keys = process.info["tpns"]["android"]
        pair = f"{keys['access_id']}:{keys['secret_key']}".encode()
        headers = {"Authorization": f"Basic {base64.b64encode(pair).decode()}"}
        push = {
            "audience_type": "all",
            "message_type": "notify",
            "message": {"title": "a", "content": "b"},
        }

        def said(path: str, body: dict[str, Any]) -> Any:
            return ask(process.info["base_url"], path, json.dumps(body).encode(), headers)

        push_id = said("/v3/push/app", push)["push_id"]

        def status() -> str:
            answer = said("/v3/statistics/get_push_record", {"pushId": push_id})
            return str(answer["pushRecordData"][0]["status"])

        assert status() == "PUSH_WAIT"
        process.set_pace(86_400)
        # A second of this is a day: waiting in earnest would take half a minute.
        patience = time.monotonic() + 10
        while status() != "PUSH_FINISHED":
            assert time.monotonic() < patience
    process.set_pace(1)
