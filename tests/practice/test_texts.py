"""The texts that follow a push: whom they reach is computed here by itself, person by person."""

from __future__ import annotations

from typing import Any

import pytest

from tests.practice.cloud import ask
from tests.practice.conftest import Make, Practice, notify
from tpns_desktop.practice import bits

APP = "1400006666"
HOURS = {"BeginTime": "2026011500", "EndTime": "2026012300", "Limit": 0, "Offset": 0}
WAIT_S = 3600
LATER_S = 1000.0
"""Real seconds in which, at 60 simulated seconds each, every wait of these tests is over."""


def sms(condition: int, **fields: Any) -> dict[str, Any]:
    return {
        "resend_by_sms": True,
        "sms_info": {
            "delay_trigger_time": WAIT_S,
            "trigger_condition": condition,
            "sms_sign_name": "演练商城",
            "sms_template_id": "2101",
            "sms_template_params": ["会员", "50元券", "周日"],
            "sms_app_id": APP,
            **fields,
        },
    }


def mobile_owners(practice: Practice, count: int) -> list[str]:
    """Accounts of people who have a number and one Android device, the first ones."""
    people, found = practice.world.population.people, []
    person = 0
    while len(found) < count:
        number = people.account(1002, person)
        if number is not None and len(people.devices(1002, number, "android")) == 1:
            found.append(number)
        person += 1
    return found


def seen_in_90_days(practice: Practice, numbers: list[str]) -> list[int]:
    """The devices of these people that a push may still reach, one by one."""
    fleet, people = practice.android.fleet, practice.world.population.people
    devices = [people.devices(1002, number, "android")[0] for number in numbers]
    return [device for device in devices if fleet.days_since_seen[device] <= 90]


def totals(practice: Practice) -> dict[str, int]:
    answer = ask(practice, "SendStatusStatistics", {**HOURS, "SmsSdkAppId": APP})
    return answer["SendStatusStatistics"]


def receipts(practice: Practice) -> dict[str, int]:
    answer = ask(practice, "CallbackStatusStatistics", {**HOURS, "SmsSdkAppId": APP})
    return answer["CallbackStatusStatistics"]


def test_three_pushes_one_a_trigger_send_the_expected_texts(make: Make) -> None:
    for condition, event in ((0, ""), (1, "arrivalUv"), (2, "clickUv")):
        practice = make()
        numbers = mobile_owners(practice, 300)
        fleet, devices = practice.android.fleet, seen_in_90_days(practice, numbers)
        off = [device for device in devices if not bits.has(fleet.reachable, device)]
        answer = practice.push(
            notify(
                "account_list",
                account_list=numbers,
                account_type=1002,
                expire_time=86_400,
                **sms(condition),
            )
        )
        assert answer["ret_code"] == 0
        # Delivery begins half a simulated minute after the start; the wait counts from there.
        practice.clock.advance((30 + WAIT_S) / 60)
        got = practice.counters(answer["push_id"])["all"]
        expected = len(off) if condition == 0 else len(devices) - got.get(event, 0)
        assert 0 < expected < len(devices)
        assert totals(practice)["RequestCount"] == expected, condition
        # Asked again much later it is the same: each number gets one.
        practice.clock.advance(LATER_S)
        assert totals(practice) == {
            "FeeCount": expected,
            "RequestCount": expected,
            "RequestSuccessCount": expected,
        }


def test_no_text_leaves_before_its_wait_is_over(practice: Practice) -> None:
    practice.push(notify("all", **sms(0)))
    practice.clock.advance((30 + WAIT_S) / 60 - 0.1)
    assert totals(practice)["RequestCount"] == 0
    practice.clock.advance(0.2)
    assert totals(practice)["RequestCount"] > 0


def test_a_person_with_two_phones_gets_one_text(practice: Practice) -> None:
    people = practice.world.population.people
    person = next(
        k
        for k in range(0, 600, 6)
        if people.account(1002, k)
        and len(people.devices(1002, people.account(1002, k), "android")) == 2
    )
    number = people.account(1002, person)
    for device in people.devices(1002, str(number), "android"):
        practice.android.fleet.reachable &= ~(1 << device)
    body = notify("account", account_list=[number], account_type=1002, account_push_type=1)
    practice.push({**body, **sms(0)})
    practice.clock.advance(LATER_S)
    seen = seen_in_90_days(practice, [str(number)])
    assert totals(practice)["RequestCount"] == (1 if seen else 0)


def test_a_number_bound_or_unbound_by_a_call_counts_for_later_texts(practice: Practice) -> None:
    people, fleet = practice.world.population.people, practice.android.fleet
    number = mobile_owners(practice, 1)[0]
    (device,) = people.devices(1002, number, "android")
    fleet.reachable &= ~(1 << device)
    fleet.recent |= 1 << device
    token = fleet.token(device)

    def texts_to(number: str) -> int:
        pushed = practice.push(notify("token", token_list=[token], **sms(0)))
        practice.clock.advance(LATER_S)
        sent = practice.world.texts.of_push(pushed["push_id"], practice.clock.now)
        assert sent is not None
        return int(int(number.removeprefix("+")) in sent.numbers)

    def bind(operator: int, account: str) -> None:
        accounts = [{"account": account, "account_type": 1002}]
        told = {"token": token, "account_list": accounts}
        answer = practice.post(
            "/v3/device/account/batchoperate", {"operator_type": operator, "token_accounts": [told]}
        )
        assert answer["ret_code"] == 0

    assert texts_to(number) == 1
    bind(3, number)
    assert texts_to(number) == 0
    bind(2, "+8613711112222")
    assert (texts_to(number), texts_to("+8613711112222")) == (0, 1)


def test_what_was_cancelled_stopped_or_replaced_in_time_sends_no_text(practice: Practice) -> None:
    pushed = practice.push(notify("tag", tag_rules=_everybody(), **sms(1)))
    practice.clock.advance(5)
    assert practice.post("/v3/push/stop_push_msg", {"pushId": pushed["push_id"]})["retCode"] == 0
    practice.clock.advance(LATER_S)
    assert totals(practice)["RequestCount"] == 0


def test_a_stop_after_the_texts_takes_none_of_them_back(practice: Practice) -> None:
    pushed = practice.push(notify("tag", tag_rules=_everybody(), **sms(0)))
    practice.clock.advance((30 + WAIT_S) / 60 + 1)
    practice.post("/v3/push/stop_push_msg", {"pushId": pushed["push_id"]})
    assert totals(practice)["RequestCount"] > 0


def _everybody() -> list[dict[str, Any]]:
    items = [
        {
            "tags": ["Android", "xg_user_define"],
            "tags_operator": "OR",
            "items_operator": "OR",
            "tag_type": "xg_auto_province",
            "is_not": True,
        }
    ]
    return [{"tag_items": items, "operator": "OR", "is_not": False}]


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"sms_template_id": "9999"}, "FailedOperation.TemplateUnapprovedOrNotExist"),
        ({"sms_template_id": "2104"}, "FailedOperation.TemplateUnapprovedOrNotExist"),
        ({"sms_sign_name": "双十一活动"}, "FailedOperation.SignatureIncorrectOrUnapproved"),
        ({"sms_sign_name": ""}, "FailedOperation.SignatureIncorrectOrUnapproved"),
        (
            {"sms_template_params": ["会员"]},
            "FailedOperation.TemplateParamSetNotMatchApprovedTemplate",
        ),
        (
            {"sms_template_params": ["会员", "https://a.example", "周日"]},
            "InvalidParameterValue.ProhibitedUseUrlInTemplateParameter",
        ),
        (
            {"sms_template_id": "2107", "sms_template_params": ["A1"]},
            "UnsupportedOperation.GlobalTemplateToChineseMainlandPhone",
        ),
        ({"sms_app_id": "1400000000"}, "UnauthorizedOperation.SmsSdkAppIdVerifyFail"),
    ],
)
def test_a_push_is_taken_whose_text_the_sms_service_refuses(
    practice: Practice, fields: dict[str, Any], refused: str
) -> None:
    pushed = practice.push(notify("all", **sms(0, **fields)))
    assert pushed["ret_code"] == 0
    practice.clock.advance(LATER_S)
    sent = practice.world.texts.of_push(pushed["push_id"], practice.clock.now)
    assert sent is not None
    assert list(sent.refused) == [refused]
    assert totals(practice)["FeeCount"] == 0


def test_marketing_goes_out_from_eight_to_ten_only(practice: Practice) -> None:
    text = {"sms_template_id": "2102", "sms_template_params": ["会员"]}
    practice.clock.advance(11.5 * 3600)  # half past nine in the evening
    late = practice.push(notify("all", **sms(0, **text)))
    practice.clock.advance(LATER_S)
    sent = practice.world.texts.of_push(late["push_id"], practice.clock.now)
    assert sent is not None
    assert list(sent.refused) == ["FailedOperation.MarketingSendTimeConstraint"]


def test_a_number_gets_ten_texts_a_day_and_the_same_text_once_in_30_s(unlimited: Practice) -> None:
    number = mobile_owners(unlimited, 1)[0]
    call = {
        "PhoneNumberSet": [number],
        "SmsSdkAppId": APP,
        "TemplateId": "2101",
        "SignName": "演练商城",
    }

    def send(*params: str) -> str:
        answer = ask(unlimited, "SendSms", {**call, "TemplateParamSet": list(params)})
        return str(answer["SendStatusSet"][0]["Code"])

    assert send("会员", "券", "周一") == "Ok"
    assert send("会员", "券", "周一") == "LimitExceeded.PhoneNumberThirtySecondLimit"
    codes = [send("会员", "券", f"周{day}") for day in range(9)]
    assert codes == ["Ok"] * 9
    assert send("会员", "券", "周日") == "LimitExceeded.PhoneNumberDailyLimit"
    unlimited.clock.advance(86_400)
    assert send("会员", "券", "周日") == "Ok"


def test_long_texts_are_charged_by_the_piece_and_a_package_runs_out(unlimited: Practice) -> None:
    few = {"sms_app_id": "1400007777", "sms_template_params": ["会员", "券" * 120, "周日"]}
    pushed = unlimited.push(notify("all", **sms(0, **few)))
    unlimited.clock.advance(LATER_S)
    sent = unlimited.world.texts.of_push(pushed["push_id"], unlimited.clock.now)
    assert sent is not None
    assert sent.pieces == 3  # 142 characters, 67 a piece
    assert len(sent.numbers) == 100 // 3
    assert set(sent.refused) == {"FailedOperation.InsufficientBalanceInSmsPackage"}


def test_receipts_add_up_and_only_grow(practice: Practice) -> None:
    practice.push(notify("all", **sms(0)))
    practice.clock.advance((30 + WAIT_S) / 60)
    before = 0
    for _ in range(20):
        told = receipts(practice)
        assert told["CallbackSuccessCount"] + told["CallbackFailCount"] == told["CallbackCount"]
        reasons = {"Internal": "Error", "InvalidNumber": "", "Shutdown": "Error", "BlackList": ""}
        named = sum(told[f"{name}{rest}Count"] for name, rest in reasons.items())
        assert named + told["FrequencyLimitCount"] == told["CallbackFailCount"]
        assert before <= told["CallbackCount"] <= told["RequestSuccessCount"]
        before = told["CallbackCount"]
        practice.clock.advance(0.1)
    practice.clock.advance(60)
    done = receipts(practice)
    assert done["CallbackCount"] == done["RequestSuccessCount"] > 0
    assert receipts(practice) == done
