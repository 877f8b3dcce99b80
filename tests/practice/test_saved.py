"""A practice world that was saved and made again has everything in it that was done to it."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.practice.conftest import CREDENTIALS, Clock, Make, Practice, notify, signed
from tpns_desktop.practice.acts import play
from tpns_desktop.practice.history import give_past
from tpns_desktop.practice.process import PracticeFailed, PracticeProcess
from tpns_desktop.practice.rules import Rules
from tpns_desktop.practice.saved import CannotOpen, open_world, save_world
from tpns_desktop.practice.state import Credentials

RULES = Rules(pace=60.0)


def again(path: Path, clock: Clock) -> Practice:
    """The saved world, served with the same made-up keys so that the test can ask it."""
    world = open_world(path, RULES)
    for platform, application in world.applications.items():
        given = Credentials(CREDENTIALS[platform].access_id, CREDENTIALS[platform].secret_key)
        application.credentials = given
        world._by_access_id[given.access_id] = application
    return Practice(world, clock)


def upload(practice: Practice, accounts: list[str]) -> int:
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
    body = head + "\n".join(accounts).encode() + b"\r\n--x--\r\n"
    headers = signed(CREDENTIALS["android"], body, str(int(practice.clock.now)))
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    return int(practice.raw("/v3/push/package/upload", body, headers | kind).json()["uploadId"])


def test_pushes_plans_tags_files_and_taps_are_there_again(make: Make, tmp_path: Path) -> None:
    practice = make(pace=60.0)
    practice.world.began = practice.clock.now
    give_past(practice.world, now=practice.clock.now)
    known = practice.world.population.known()
    token = known.tokens["android"][0]
    plan = practice.post("/v3/push/plan/add_plan_push", {"planName": "a", "planDescribe": "b"})
    tag = {"operator_type": 1, "tag_list": ["made by hand"], "token_list": [token]}
    assert practice.post("/v3/device/tag", tag)["ret_code"] == 0
    listed = upload(practice, list(known.accounts))
    practice.clock.advance(5)
    ids = [
        practice.push(body)["push_id"]
        for body in (
            notify("account_list", account_list=[known.accounts[0]]),
            notify("package_account_push", upload_id=listed),
        )
    ]
    practice.clock.advance(600)
    play(practice.world, "content")
    path = tmp_path / "a.world"
    assert save_world(practice.world, path, "Before the sale", now=practice.clock.now) == 2

    other = again(path, practice.clock)
    assert [push.push_id for push in other.android.pushes[-2:]] == ids
    for push_id in ids:
        assert other.counters(push_id) == practice.counters(push_id)
    assert set(other.android.plans) == set(practice.android.plans)
    assert plan["result"]["planId"] in other.android.plans
    told = {"operator_type": 1, "tag_list": ["made by hand"], "token_list": [token]}
    assert other.post("/v3/device/tag", told)["ret_code"] == 0
    assert other.world.act is not practice.world.act  # whoever opens it chooses the day
    assert save_world(other.world, path, "again", now=other.clock.now) == 2


def test_nothing_secret_is_in_it(make: Make, tmp_path: Path) -> None:
    practice = make()
    practice.push(notify())
    path = tmp_path / "a.world"
    save_world(practice.world, path, "a", now=practice.clock.now)
    said = gzip.decompress(path.read_bytes()).decode()
    world = practice.world
    for secret in (
        *(one.secret_key for one in CREDENTIALS.values()),
        world.cloud_keys.secret_key,
        world.chat.keys.secret_key,
    ):
        assert secret not in said


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"devices": 10**9},
        {"seed": "x"},
        {"began": None},
    ],
)
def test_a_file_that_is_none_is_refused(
    make: Make, tmp_path: Path, change: Mapping[str, Any]
) -> None:
    path = tmp_path / "a.world"
    save_world(make().world, path, "a", now=0.0)
    head = json.loads(gzip.decompress(path.read_bytes()))
    path.write_bytes(gzip.compress(json.dumps(head | change).encode()))
    with pytest.raises(CannotOpen):
        open_world(path, RULES)
    path.write_bytes(b"no gzip")
    with pytest.raises(CannotOpen):
        open_world(path, RULES)


def test_the_parent_has_it_saved_and_starts_with_it(tmp_path: Path) -> None:
    path = tmp_path / "a.world"
    with PracticeProcess.start(dict, devices=50) as practice:
        assert practice.save(path, "Before the sale") == 0
        with pytest.raises(PracticeFailed) as failed:
            practice.save(tmp_path / "nowhere" / "a.world", "x")
        assert failed.value.reason == "not_saved"
    head = json.loads(gzip.decompress(path.read_bytes()).splitlines()[0])
    assert (head["name"], head["devices"]) == ("Before the sale", 50)
    assert time.time() - head["began"] < 600
    with PracticeProcess.start(dict, world=path) as practice:
        assert practice.running


def test_a_world_that_cannot_be_opened_ends_the_service_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.world"
    path.write_bytes(b"")
    command = [sys.executable, "-m", "tpns_desktop.practice", "--world", str(path)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert "not a saved world" in ended.stderr
