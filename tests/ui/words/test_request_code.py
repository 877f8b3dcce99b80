"""Copied code runs once the keys are put in, and holds none before."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.ui.driving import PracticeHere
from tpns_desktop.ui.words.request_code import (
    ACCESS_ID,
    SECRET_KEY,
    curl_with_login,
    python_program,
)

TITLE = 'It\'s 8 pm: "双11" $HOME `date` \\ 100% 😀 {x}'


@pytest.fixture(scope="module")
def practice() -> Iterator[PracticeHere]:
    made = PracticeHere(limits=False)
    yield made
    made.close()


def body(practice: PracticeHere, title: str) -> bytes:
    value = {
        "audience_type": "account_list",
        "account_list": practice.info.accounts[:2],
        "message_type": "notify",
        "message": {"title": title, "content": "Line one\nline two", "android": {"n_ch_id": "a"}},
        "multi_pkg": False,
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def with_keys(practice: PracticeHere, code: str) -> str:
    keys = practice.world.applications["android"].credentials
    assert keys.secret_key not in code
    assert code.count(ACCESS_ID) == code.count(SECRET_KEY) == 1
    return code.replace(ACCESS_ID, keys.access_id).replace(SECRET_KEY, keys.secret_key)


def accepted(practice: PracticeHere, command: list[str], sent: bytes) -> None:
    done = subprocess.run(command, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout)["ret_code"] == 0, done.stdout.decode()
    assert practice.received("android")[-1] == sent


def test_the_python_program_is_accepted_and_sends_the_very_bytes(practice: PracticeHere) -> None:
    sent = body(practice, TITLE + " Python")
    code = with_keys(practice, python_program(practice.info.base_url, sent))
    accepted(practice, [sys.executable, "-I", "-c", code], sent)


def test_a_body_written_otherwise_is_sent_as_it_is(practice: PracticeHere) -> None:
    sent = body(practice, "Spaced").replace(b',"message":', b', "message" : ')
    code = with_keys(practice, python_program(practice.info.base_url, sent))
    compile(code, "copied", "exec")
    assert "Spaced" in code
    accepted(practice, [sys.executable, "-I", "-c", code], sent)


@pytest.mark.skipif(shutil.which("curl") is None, reason="no curl on this machine")
@pytest.mark.skipif(shutil.which("sh") is None, reason="no shell that takes the command")
def test_the_curl_command_is_accepted_and_sends_the_very_bytes(practice: PracticeHere) -> None:
    sent = body(practice, TITLE + " curl")
    code = with_keys(practice, curl_with_login(practice.info.base_url, sent))
    accepted(practice, ["sh", "-c", code], sent)


def test_an_upload_that_is_still_to_come_is_said() -> None:
    later = b'{"audience_type":"package_account_push","upload_id":0,"message":{}}'
    for code in (curl_with_login("https://x", later), python_program("https://x", later)):
        assert code.startswith("# upload_id")
    assert "# upload_id" not in python_program("https://x", b'{"upload_id":12}')
