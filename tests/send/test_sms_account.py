"""The cloud account: where its keys are, what a test of them says, and that none of it gets out."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from email.utils import formatdate
from typing import Any

import httpx
import pytest

from tests.send.conftest import Outside, Run
from tests.store.keyrings import RaisingKeyring, StubbornKeyring
from tpns_desktop.client import Secret
from tpns_desktop.model.sms_codes import GROUPS
from tpns_desktop.send.connect import FormRefused
from tpns_desktop.send.desk import Desk
from tpns_desktop.send.sms_account import REGIONS
from tpns_desktop.send.sms_desk import CloudForm, SmsFailed

ID, KEY = "AKIDcanary0canary0canary0canary0cana", "SKcanary1canary1canary1canary1ca"
FORM = CloudForm("china", "ap-guangzhou", Secret(ID), Secret(KEY))

Answer = Callable[[httpx.Request], Awaitable[httpx.Response]]


def cloud(
    rows: dict[str, dict[str, Any]] | None = None, *, error: str = "", date: str = ""
) -> Answer:
    """Answers each action with what `rows` has for it, or everything with an error."""

    async def answer(request: httpx.Request) -> httpx.Response:
        response: dict[str, Any] = {"RequestId": "r-1"}
        if error:
            response["Error"] = {"Code": error, "Message": "no"}
        else:
            asked = json.loads(await request.aread())
            given = (rows or {}).get(request.headers["X-TC-Action"], {})
            response |= {key: _of(value, asked) for key, value in given.items()}
        headers = {"Date": date} if date else {}
        return httpx.Response(200, json={"Response": response}, headers=headers)

    return answer


def _of(value: Any, asked: dict[str, Any]) -> Any:
    if not isinstance(value, list) or "International" not in asked:
        return value
    kinds = (asked["International"], 3)
    return (
        [row for row in value if row.get("International") in kinds] if not asked["Offset"] else []
    )


LISTS = {
    "DescribeSmsSignList": {
        "DescribeSignListStatusSet": [
            {"SignId": 1, "International": 0, "StatusCode": 0, "SignName": "腾讯云"},
            {"SignId": 2, "International": 1, "StatusCode": 1, "SignName": "Acme"},
        ]
    },
    "DescribeSmsTemplateList": {
        "DescribeTemplateStatusSet": [
            {"TemplateId": 10, "International": 0, "StatusCode": 0, "TemplateContent": "a {1}"},
            {"TemplateId": 11, "International": 3, "StatusCode": -1, "TemplateContent": "b"},
        ]
    },
}


def test_keys_go_into_the_keyring_and_nowhere_else(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> Any:
        assert await desk.sms.account() is None
        saved = await desk.sms.save_account(FORM)
        assert (saved.secret_place, saved.kept) == ("keyring", True)
        return await desk.sms.account()

    account = run(story)
    assert (account.site, account.region, account.ready) == ("china", "ap-guangzhou", True)
    assert world.keyring is not None
    assert sorted(world.keyring.kept.values()) == sorted([ID, KEY])
    for path in world.folder.rglob("*"):
        if path.is_file():
            assert ID.encode() not in path.read_bytes(), path
            assert KEY.encode() not in path.read_bytes(), path
    assert KEY not in repr(FORM)
    assert ID not in repr(FORM)


def test_the_account_is_there_in_the_next_run(world: Outside, run: Run[Any]) -> None:
    run(lambda desk: desk.sms.save_account(FORM))
    account = run(lambda desk: desk.sms.account())
    assert account is not None
    assert account.ready


def test_without_a_keyring_it_is_asked_for_each_time(world: Outside, run: Run[Any]) -> None:
    world.keyring = None

    async def story(desk: Desk) -> Any:
        return await desk.sms.save_account(FORM), await desk.sms.account()

    saved, account = run(story)
    assert saved.secret_place == "memory"
    assert account.ready
    later = run(lambda desk: desk.sms.account())
    assert (later.ready, later.reason) == (False, "no_key")


def test_a_locked_keyring_is_called_locked(world: Outside, run: Run[Any]) -> None:
    run(lambda desk: desk.sms.save_account(FORM))

    class KeyringLocked(Exception):
        pass

    locked = RaisingKeyring(KeyringLocked())
    world.keyring = locked  # type: ignore[assignment]  # another kind of keyring
    account = run(lambda desk: desk.sms.account())
    assert (account.ready, account.reason) == (False, "keyring_locked")


def test_keys_are_forgotten_and_one_that_stays_is_said(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> Any:
        await desk.sms.save_account(FORM)
        return await desk.sms.remove_account(), await desk.sms.account()

    assert run(story) == (True, None)
    assert world.keyring is not None
    assert not world.keyring.kept
    world.keyring = StubbornKeyring()  # type: ignore[assignment]  # another kind of keyring
    gone, account = run(story)
    assert not gone
    assert account is not None


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"site": "mars"}, ("site", "unknown")),
        ({"region": " "}, ("region", "required")),
        ({"region": "guangzhou"}, ("region", "region")),
        ({"secret_id": Secret("")}, ("secret_id", "required")),
        ({"secret_key": None}, ("secret_key", "required")),
        ({"secret_key": Secret("a\nb")}, ("secret_key", "control")),
        ({"secret_id": Secret("AKID ")}, ("secret_id", "space")),
        ({"secret_id": Secret("AKIDé")}, ("secret_id", "non_ascii")),
        ({"secret_key": Secret("k" * 300)}, ("secret_key", "length")),
    ],
)
def test_what_cannot_be_right_is_named_before_anything_is_kept_or_asked(
    changes: dict[str, Any], problem: tuple[str, str], world: Outside, run: Run[Any]
) -> None:
    values = {"site": FORM.site, "region": FORM.region, "secret_id": FORM.secret_id}
    form = CloudForm(**values | {"secret_key": FORM.secret_key} | changes)

    async def story(desk: Desk) -> list[Any]:
        found = []
        for step in (desk.sms.save_account, desk.sms.test_account):
            with pytest.raises(FormRefused) as refused:
                await step(form)
            found.append([(one.field, one.reason) for one in refused.value.problems])
        return found

    assert run(story) == [[problem], [problem]]
    assert world.keyring is not None
    assert not world.keyring.kept
    assert not world.requests


def test_another_region_keeps_the_stored_keys(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> Any:
        await desk.sms.save_account(FORM)
        saved = await desk.sms.save_account(CloudForm("international", "AP-Singapore "))
        world.answer = cloud(LISTS)
        await desk.sms.refresh_book(None)
        return saved

    saved = run(story)
    assert (saved.account.site, saved.account.region) == ("international", "ap-singapore")
    assert {(r.url.host, r.headers["X-TC-Region"]) for r in world.requests} == {
        ("sms.intl.tencentcloudapi.com", "ap-singapore")
    }


def test_a_test_counts_what_is_there_and_only_reads(world: Outside, run: Run[Any]) -> None:
    world.answer = cloud(LISTS)
    test = run(lambda desk: desk.sms.test_account(FORM))
    assert (test.ok, test.nothing_found) == (True, False)
    assert (test.signatures, test.usable_signatures) == (2, 1)
    # The one for both kinds of numbers is listed twice.
    assert (test.templates, test.usable_templates) == (2, 1)
    actions = {request.headers["X-TC-Action"] for request in world.requests}
    assert actions == {"DescribeSmsSignList", "DescribeSmsTemplateList"}
    assert world.keyring is not None
    assert not world.keyring.kept


def test_nothing_found_names_another_region(world: Outside, run: Run[Any]) -> None:
    world.answer = cloud({})
    test = run(lambda desk: desk.sms.test_account(FORM))
    assert (test.ok, test.nothing_found) == (True, True)
    assert test.other_region in REGIONS["china"]
    assert test.other_region != "ap-guangzhou"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("AuthFailure.SecretIdNotFound", "key"),
        ("AuthFailure.SignatureFailure", "key"),
        ("FailedOperation.NotEnterpriseCertification", "individual"),
        ("FailedOperation.ProhibitSubAccountUse", "sub_account"),
        ("UnsupportedOperation.UnsuportedRegion", "region"),
        ("Something.New", "unknown"),
    ],
)
def test_a_refusal_is_told_by_its_kind_with_the_services_own_words(
    code: str, reason: str, world: Outside, run: Run[Any]
) -> None:
    world.answer = cloud(error=code)
    test = run(lambda desk: desk.sms.test_account(FORM))
    assert (test.ok, test.reason, test.code, test.text) == (False, reason, code, "no")
    assert test.request_id == "r-1"
    assert reason in GROUPS


@pytest.mark.parametrize(("ahead_s", "minutes"), [(420, 7), (-420, -7), (30, 0)])
def test_a_clock_that_is_off_is_told_in_minutes(
    ahead_s: int, minutes: int, world: Outside, run: Run[Any]
) -> None:
    date = formatdate(world.clock.unix() - ahead_s, usegmt=True)
    world.answer = cloud(error="AuthFailure.SignatureExpire", date=date)
    test = run(lambda desk: desk.sms.test_account(FORM))
    assert (test.ok, test.reason, test.minutes) == (False, "clock", minutes)


def test_a_network_that_is_down_is_not_called_a_refusal(world: Outside, run: Run[Any]) -> None:
    async def gone(_request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no")

    world.answer = gone
    test = run(lambda desk: desk.sms.test_account(FORM))
    assert (test.ok, test.code) == (False, "")
    assert test.reason not in GROUPS


# ------------------------------------------------------------------------------------- practice


def test_practice_asks_its_own_service_with_its_own_keys(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> Any:
        await desk.sms.save_account(FORM)
        app = await desk.use_practice(world.line)
        account = await desk.sms.account(app.id)
        read = await desk.sms.refresh_book(app.id)
        return account, read, await desk.sms.templates(None)

    account, read, own = run(story)
    assert account.practice
    assert account.ready
    assert read.templates.trouble is None
    assert {row.site for row in read.templates.rows} == {"practice"}
    assert len(read.templates.rows) == 8
    # Nothing of it stands among the person's own, and nobody real was asked.
    assert own.rows == ()
    assert {request.url.host for request in world.requests} == {"127.0.0.1"}


def test_a_real_app_never_asks_practice(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> Any:
        await desk.use_practice(world.line)
        with pytest.raises(SmsFailed) as failed:
            await desk.sms.number_info(None, ["+8613711112222"])
        return failed.value.reason

    world.requests.clear()
    assert run(story) == "no_account"
    assert not [r for r in world.requests if "X-TC-Action" in r.headers]
