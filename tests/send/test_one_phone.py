"""Why a phone did not get it: what is known is told, and what nobody knows is called so."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.send.builders import TOKEN, draft
from tests.send.conftest import Outside, Run, settle
from tests.send.stations import Stations, live_app
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.desk import Desk, DeviceForm
from tpns_desktop.send.one_phone import FINDINGS, PhoneFinding, PhoneQuestion, PhoneStory

OTHER = "05a305f6b71abb3a6b8c759fd1bc56b4bb44"
BY_TOKEN = PhoneQuestion(TOKEN, platform="android")


def bound(*names: str, token: str = TOKEN) -> dict[str, Any]:
    accounts = [{"account": name} for name in names]
    return {"token_accounts": [{"token": token, "account_list": accounts}]}


def listed(*push_ids: str, at: int = 1_795_053_600) -> dict[str, Any]:
    rows = [{"pushId": int(one), "pushTime": at, "pushTargetType": "TAG_PUSH"} for one in push_ids]
    return {"pushTaskList": rows}


def ids(story: PhoneStory) -> list[str]:
    return [finding.id for finding in story.findings]


def finding(story: PhoneStory, id: str) -> PhoneFinding:
    (found,) = [one for one in story.findings if one.id == id]
    return found


@pytest.fixture
def service(world: Outside) -> Stations:
    return Stations(world, query=bound("ann"), getPushListByToken=listed())


def test_a_phone_says_whose_it_is_and_that_nothing_was_meant_for_it(
    service: Stations, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await live_app(desk)
        told = await desk.one_phone.look(app.id, BY_TOKEN)
        assert ids(told) == ["token_bound", "pushes_none", "notify_unknown"]
        assert finding(told, "token_bound").params["accounts"] == ("ann",)
        assert service.calls("query")[0]["token_list"] == [TOKEN]
        assert service.calls("getPushListByToken")[0]["token"] == TOKEN

    run(story)


def test_an_account_leads_to_its_phones(service: Stations, run: Run[Any]) -> None:
    service.answers["query"] = lambda asked: (
        {"account_tokens": [{"account": "ann", "token_list": [TOKEN, OTHER]}]}
        if asked["operator_type"] == 1
        else bound("ann", token=asked["token_list"][0])
    )

    async def story(desk: Desk) -> None:
        app = await live_app(desk)
        told = await desk.one_phone.look(app.id, PhoneQuestion("ann", account_type=1005))
        assert ids(told)[:2] == ["account_bound", "account_latest"]
        assert ids(told).count("token_bound") == 2
        assert service.calls("query")[0]["account_list"] == [
            {"account": "ann", "account_type": 1005}
        ]
        assert [one["token"] for one in service.calls("getPushListByToken")] == [TOKEN, OTHER]

    run(story)


@pytest.mark.parametrize(
    "answer", [{"retCode": 1008027, "result": ["10110008"]}, {"retCode": 10110008}, {}]
)
def test_an_account_without_a_phone_is_the_whole_story(
    service: Stations, run: Run[Any], answer: dict[str, Any]
) -> None:
    service.answers["query"] = answer

    async def story(desk: Desk) -> None:
        app = await live_app(desk)
        told = await desk.one_phone.look(app.id, PhoneQuestion("nobody", account_type=0))
        assert ids(told) == ["account_unbound"]
        assert service.calls("getPushListByToken") == []

    run(story)


def test_a_token_that_the_service_does_not_know_is_told_with_its_look(
    service: Stations, run: Run[Any]
) -> None:
    service.answers["query"] = {"retCode": 1008006}

    service.answers["getPushListByToken"] = {"retCode": 1008006}

    async def story(desk: Desk) -> None:
        app = await live_app(desk)
        told = await desk.one_phone.look(app.id, PhoneQuestion("04cac7**", platform="android"))
        assert ids(told) == ["token_odd", "token_unknown", "notify_unknown"]
        assert finding(told, "token_odd").params["look"] == "masked"

    run(story)


def test_a_step_without_an_answer_says_so_and_the_others_go_on(
    service: Stations, run: Run[Any]
) -> None:
    service.answers["getPushListByToken"] = httpx.Response(502)

    async def story(desk: Desk) -> None:
        app = await live_app(desk)
        told = await desk.one_phone.look(app.id, BY_TOKEN)
        assert ids(told) == ["token_bound", "notify_unknown", "not_asked"]
        missing = finding(told, "not_asked").params
        assert (missing["step"], missing["reason"]) == ("pushes", "http_status")

    run(story)


def test_each_system_is_looked_at_where_the_phones_is_not_known(
    service: Stations, run: Run[Any]
) -> None:
    service.answers["query"] = lambda asked: (
        {"retCode": 1008006} if asked["by"].startswith("1600") else bound("ann")
    )

    async def story(desk: Desk) -> None:
        app = await live_app(desk, "android", "ios")
        told = await desk.one_phone.look(app.id, PhoneQuestion(TOKEN))
        assert [one["by"][:4] for one in service.calls("query")] == ["1500", "1600"]
        assert ids(told) == ["token_bound", "pushes_none", "notify_unknown"]
        assert {one.params["platform"] for one in told.findings} == {"android"}

    run(story)


def test_an_unknown_app_is_told(run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        with pytest.raises(AskFailed) as failed:
            await desk.one_phone.look("nobody", BY_TOKEN)
        assert failed.value.reason == "app_gone"

    run(story)


def test_a_push_is_found_among_todays_or_not(
    world: Outside, service: Stations, run: Run[Any]
) -> None:
    service.answers["app"] = {"push_id": "4711"}

    async def story(desk: Desk) -> None:
        app = await live_app(desk)
        review = await desk.review(app.id, None, draft("tag"))
        batch = await desk.confirm(review, set(review.required_ticks))
        await desk.send_now(batch.id)
        await settle()
        asked = PhoneQuestion(TOKEN, platform="android", batch_id=batch.id)
        told = await desk.one_phone.look(app.id, asked)
        assert "push_not_meant" in ids(told)
        service.answers["getPushListByToken"] = listed("4711", "9")
        told = await desk.one_phone.look(app.id, asked)
        assert "push_meant" in ids(told)
        assert [(p.push_id, p.title, p.batch_id) for p in told.pushes] == [
            ("4711", "Sale tonight", batch.id),
            ("9", "", None),
        ]
        world.clock.leap(86_400)
        service.answers["getPushListByToken"] = listed()
        assert "push_other_day" in ids(await desk.one_phone.look(app.id, asked))

    run(story)


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        ({"pushActiveUv": 0, "pushOnlineUv": 0}, "notify_off"),
        ({"pushActiveUv": 1, "pushOnlineUv": 1, "arrivalUv": 0}, "notify_on"),
        ({"pushActiveUv": 1, "pushOnlineUv": 1, "arrivalUv": 1}, "arrived"),
        (None, "notify_unknown"),
    ],
)
def test_the_last_test_of_this_phone_alone_tells_of_its_notifications(
    service: Stations, run: Run[Any], counted: dict[str, int] | None, said: str
) -> None:
    service.answers["app"] = {"push_id": "4711"}
    service.answers["get_push_task_stat_channel"] = {
        "pushStatDataAll": [{"channel": "all", "pushState": counted or {}}]
    }

    async def story(desk: Desk) -> None:
        app = await live_app(desk)
        device = await desk.save_device(app.id, DeviceForm("Mi 14", "android", TOKEN))
        row = await desk.save_draft(app.id, None, draft())
        batch = await desk.send_test(app.id, row.id, draft(), [device.id])
        await settle()
        if counted is not None:
            await desk.refresh(batch.id)
        told = await desk.one_phone.look(app.id, BY_TOKEN)
        assert ids(told)[-1] == said

    run(story)


def test_findings_come_in_one_order() -> None:
    assert len(set(FINDINGS)) == len(FINDINGS)
