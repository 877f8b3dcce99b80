"""Every place that the documents leave open has a switch, and every switch changes an answer."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Final

import pytest

from tpns_desktop.practice import readings
from tpns_desktop.practice.population import Population
from tpns_desktop.practice.readings import Readings
from tpns_desktop.practice.rules import Rules, choices, settings, switched
from tpns_desktop.practice.state import World

from .chat import KEYS, NEW, OLD, TEXT, Chat, user_sig
from .cloud import ask as cloud
from .cloud import code as cloud_code
from .cloud import headers_for
from .conftest import CREDENTIALS, TOKENS, Practice, basic, furnish, instant, notify, signed
from .test_packages import MULTIPART, form, upload
from .test_texts import APP, mobile_owners, sms, totals

UNSETTLED: Final = Path(readings.__file__).with_name("UNSETTLED.md").read_text("utf-8")
SECTIONS: Final = (
    "Log-in and answers",
    "Pushes",
    "Ending pushes (8)",
    "Devices",
    "Records and statistics (12)",
    "Texts that follow a push (5.6), and the SMS service of the cloud",
    "The Chat service's push to all users",
    "Ours, not the service's",
)
A, B = TOKENS
STRANGE: Final = "0" * 36


Case = tuple[str, Callable[[Practice], Any]]
"""Another value of a switch, and a question that it answers otherwise."""

# What a practice service says, one question a switch -----------------------------------------


def raw(practice: Practice, path: str, body: bytes, headers: dict[str, str]) -> Any:
    answer = practice.raw(path, body, headers)
    return answer.status_code, answer.json() if answer.content else None


def code(answer: Any) -> Any:
    return answer.get("ret_code", answer.get("retCode"))


def old_signature(practice: Practice) -> Any:
    headers = signed(CREDENTIALS["android"], b"{}", str(int(practice.clock.now) - 500))
    return raw(practice, "/v3/push/app", b"{}", headers)


def signed_upload(practice: Practice) -> Any:
    body = form(b"alice01\n")
    headers = signed(CREDENTIALS["android"], body, str(int(practice.clock.now)))
    return raw(practice, "/v3/push/package/upload", body, MULTIPART | headers)[1]["retCode"]


def plan(practice: Practice) -> Any:
    body = {"planName": "a", "planDescribe": "b"}
    answer = practice.post("/v3/push/plan/add_plan_push", body)
    return answer["errMsg"], answer["ErrMsg"]


def end(practice: Practice, call: str, push_id: Any) -> Any:
    return practice.post(f"/v3/push/{call}", {"pushId": push_id})


def short_name(practice: Practice) -> int:
    path = "/v3/statistics/get_push_stat_overview"
    return practice.raw(path, b"{}", basic(CREDENTIALS["android"])).status_code


def starts(practice: Practice, **target: Any) -> Any:
    answer = practice.push(notify(**target))
    if code(answer):
        return code(answer)
    ids = answer["push_id"] if isinstance(answer["push_id"], list) else [answer["push_id"]]
    return [practice.record(push_id)["date"] for push_id in ids]


LOOP: Final = {
    "startDate": "2026-01-16",
    "endDate": "2026-01-25",
    "loopType": 2,
    "loopDayIndexs": [0],
    "dayTimes": ["12:00:00"],
}
CLOSED: Final = [
    {"channel": channel, "disable": True}
    for channel in ("xg", "hw", "xm", "mz", "vivo", "oppo", "honor", "fcm")
]
TAGGED: Final = {"audience_type": "tag", "tag_list": {"tags": ["vip"], "op": "OR"}}


def two_kinds_at_once(practice: Practice) -> Any:
    other = {"title": "x", "content": "y"}
    return code(practice.push(notify())), code(practice.push(notify(**TAGGED) | {"message": other}))


def the_same_words_to_others(practice: Practice) -> Any:
    first = code(practice.push(notify()))
    practice.clock.advance(5)
    return first, code(practice.push(notify(**TAGGED)))


def two_packages(practice: Practice) -> int:
    for _ in range(2):
        upload(practice, form(b"alice01\n"))
    return len(practice.android.uploads)


def bad_line(practice: Practice) -> Any:
    return upload(practice, form(b"alice01\nx\n" + b"y" * 101 + b"\nbob01\n"))["retCode"]


def package_after_a_change(practice: Practice) -> Any:
    upload_id = upload(practice, form(b"account1\n"))["uploadId"]
    bind(practice, B, "account1")
    push = {"upload_id": upload_id, "account_push_type": 1}
    practice.push(notify("package_account_push", **push))
    return practice.android.pushes[-1].planned, len(planned(practice))


def planned(practice: Practice) -> list[int]:
    push = practice.android.pushes[-1]
    return [at for at in range(practice.android.fleet.size) if push.meant(at)]


def bind(practice: Practice, token: str, *accounts: str) -> Any:
    listed = [{"account": account, "account_type": at} for at, account in enumerate(accounts)]
    body = {"operator_type": 2, "token_accounts": [{"token": token, "account_list": listed}]}
    return practice.post("/v3/device/account/batchoperate", body)


def accounts_of(practice: Practice, *tokens: str) -> Any:
    body = {"operator_type": 2, "token_list": list(tokens)}
    return practice.post("/v3/device/account/query", body)


def sent(practice: Practice, **body: Any) -> str:
    """A push that has begun to arrive."""
    push_id: str = practice.push(notify(**body))["push_id"]
    practice.clock.advance(2)
    return push_id


def stopped_package(practice: Practice) -> Any:
    push_id = sent(practice, audience_type="package_account_push", upload_id=11231)
    return code(end(practice, "stop_push_msg", push_id))


def stopped_counts(practice: Practice) -> Any:
    push_id = sent(practice)
    end(practice, "stop_push_msg", push_id)
    practice.clock.advance(600)
    return practice.counters(push_id)


def stopped_late(practice: Practice) -> Any:
    push_id = sent(practice)
    practice.clock.advance(60)
    return code(end(practice, "stop_push_msg", push_id))


def cancelled_loop(practice: Practice) -> Any:
    ids = practice.push(notify(loop_param=LOOP | {"loopType": 1}))["push_id"]
    end(practice, "cancel_timing_task", ids[1])
    return [practice.record(push_id)["status"] for push_id in ids]


def stopped_twice(practice: Practice) -> Any:
    push_id = sent(practice)
    return [code(end(practice, "stop_push_msg", push_id)) for _ in range(2)]


def tag(practice: Practice, kind: int, tags: list[str], tokens: list[str]) -> Any:
    body = {"operator_type": kind, "tag_list": tags, "token_list": tokens}
    return code(practice.post("/v3/device/tag", body))


def pairs(practice: Practice) -> Any:
    body = {"operator_type": 9, "tag_token_list": [{"tag": "a", "token": A}] * 21}
    return code(practice.post("/v3/device/tag", body))


def tags_after_a_while(practice: Practice) -> Any:
    tag(practice, 6, ["new"], [A])
    practice.clock.advance(1)
    practice.post("/v3/device/tag", {})
    device = practice.android.fleet.device(A)
    assert device is not None
    return practice.android.fleet.tags.tags_of(device)


def unbound(practice: Practice) -> Any:
    named = [{"token": A, "account_list": [{"account": "nobody"}]}]
    body = {"operator_type": 3, "token_accounts": named}
    return practice.post("/v3/device/account/batchoperate", body)["result"]


def many_tokens(practice: Practice) -> Any:
    for at in range(100):
        practice.world.bind_account(0, "crowd", "android", practice.android.fleet.token(at))
    return bind(practice, B, "crowd")["result"]


def bound_many(practice: Practice) -> Any:
    named = [{"token": A, "account_list": [{"account": "a1"}]}] * 21
    body = {"operator_type": 2, "token_accounts": named}
    return code(practice.post("/v3/device/account/batchoperate", body))


def outer_type(practice: Practice) -> Any:
    body = {"operator_type": 1, "account_type": 1, "account_list": [{"account": "uin_alice"}]}
    return code(practice.post("/v3/device/account/query", body))


def attribute(practice: Practice, token: str = A) -> Any:
    body = {"cmd": 1, "token": token, "attributeInfo": {"attributeMap": {"age": "30"}}}
    answers = [practice.post("/v3/device/set_custom_attribute", body) for _ in range(2)]
    return [code(answer) for answer in answers]


def two_statistics(practice: Practice) -> Any:
    for _ in range(199):
        now = practice.world.timeline.between(0.0, practice.clock.now)
        practice.android.frequency.use_statistics("/v3/statistics/get_push_record", now)
    practice.report("get_push_record", {"pushId": "1"})
    return code(practice.report("get_push_task_stat_channel", {"pushId": "1"}))


def records(practice: Practice, day: str = "2026-01-15", **more: Any) -> Any:
    answer = practice.report("get_push_record", {"startDate": day, "endDate": day, **more})
    return answer["pushRecordData"]


def page(practice: Practice) -> int:
    for _ in range(51):
        practice.push(notify("token", token_list=[A]))
    return len(records(practice))


def made_today_for_tomorrow(practice: Practice, read: Callable[[Practice], Any]) -> Any:
    practice.push(notify(send_time="2026-01-16 09:00:00"))
    practice.clock.advance(86_400)
    return read(practice)


def totals_of_the_first_day(practice: Practice) -> Any:
    period = {"startDate": "20260115", "endDate": "20260115"}
    answer = practice.report("get_push_channel_stat_overview", period)
    return answer["pushDateChannelStat"][0]["channelDatas"][-1]["pushState"]["pushActiveUv"]


def all_row(practice: Practice) -> Any:
    push_id = sent(practice)
    practice.clock.advance(600)
    return practice.counters(push_id)["all"]["clickUv"]


def thirty_days_ago(practice: Practice) -> Any:
    period = {"startDate": "20251216", "endDate": "20260115"}
    return code(practice.report("get_push_channel_stat_overview", period))


def group(practice: Practice) -> Any:
    body = {"groupId": "48", "startDate": "20260115", "endDate": "20260115"}
    return code(practice.report("get_push_group_stat_channel", body))


def distribution(practice: Practice) -> Any:
    body = {"date": "20260115", "type": "city"}
    return code(practice.report("get_device_distribute_info", body))


def token_pushes(practice: Practice) -> Any:
    practice.push(notify("token_list", token_list=[A]))
    later = practice.push(notify(send_time="2026-01-15 10:30:00"))["push_id"]
    end(practice, "cancel_timing_task", later)
    practice.clock.advance(3600)
    rows = practice.post("/v3/toolbox/getPushListByToken", {"token": A})["pushTaskList"]
    return [row["pushTargetType"] for row in rows]


# Texts ---------------------------------------------------------------------------------------


def texted(practice: Practice, condition: int, wait_s: float = 1000.0, **body: Any) -> Any:
    """Totals after a push to people who have a number each."""
    push = {
        "audience_type": "account_list",
        "account_list": mobile_owners(practice, 300),
        "account_type": 1002,
        **body,
        **sms(condition),
    }
    push_id = practice.push(notify(**push))["push_id"]
    practice.clock.advance(wait_s)
    return push_id, totals(practice)


def just_before_the_wait_counts(practice: Practice) -> Any:
    # The wait is an hour; at sixty simulated seconds a second a minute has just passed.
    return texted(practice, 0, wait_s=60.2)[1]


def after_two_minutes(practice: Practice) -> Any:
    return texted(practice, 0, wait_s=2)[1]


def second_devices(practice: Practice) -> Any:
    people = practice.world.population.people
    numbers = [people.account(1002, person) for person in range(0, 600, 6)]
    named = [number for number in numbers if number]
    return texted(practice, 2, account_list=named, account_push_type=1, expire_time=0)[1]


def stopped_before_texts(practice: Practice) -> Any:
    push = notify("account_list", account_list=mobile_owners(practice, 300), account_type=1002)
    push_id = practice.push({**push, "expire_time": 86_400, **sms(2)})["push_id"]
    practice.clock.advance(2)
    assert code(end(practice, "stop_push_msg", push_id)) == 0
    practice.clock.advance(1000)
    return totals(practice)


def sms_info(practice: Practice) -> Any:
    wrong = sms(0, sms_app_id="1400009999")
    return code(practice.push(notify(**wrong)))


def send_text(practice: Practice, **fields: Any) -> Any:
    body = {
        "PhoneNumberSet": ["+8610000000001"],
        "SmsSdkAppId": APP,
        "TemplateId": "2103",
        "SignName": "演练商城",
        "TemplateParamSet": ["1234"],
        **fields,
    }
    answer = cloud(practice, "SendSms", body)
    return answer["SendStatusSet"][0]["Code"]


def over_midnight(practice: Practice) -> Any:
    practice.clock.advance(13.9 * 3600)
    for _ in range(10):
        practice.clock.advance(31)
        send_text(practice)
    practice.clock.advance(1800)
    return send_text(practice)


def advertised(practice: Practice) -> Any:
    practice.clock.advance(10.5 * 3600)
    return send_text(practice, TemplateId="2102", TemplateParamSet=["双十一"])


def hours(practice: Practice) -> Any:
    send_text(practice)
    period = {"BeginTime": "2026011509", "EndTime": "2026011511", "Limit": 0, "Offset": 0}
    return cloud(practice, "SendStatusStatistics", {**period, "SmsSdkAppId": APP})


def refused_by_the_cloud(practice: Practice) -> Any:
    return practice.raw("/", b"{}", headers_for(practice, "Nothing", b"{}")).status_code


def cloud_stamp(practice: Practice) -> Any:
    answer = cloud(
        practice,
        "DescribePhoneNumberInfo",
        {"PhoneNumberSet": ["+8610000000001"]},
        at=practice.clock.now - 300,
    )
    return cloud_code(answer)


def templates(practice: Practice) -> Any:
    answer = cloud(practice, "DescribeSmsTemplateList", {"International": 0})
    return len(answer["DescribeTemplateStatusSet"])


def pulled(practice: Practice) -> Any:
    send_text(practice)
    practice.clock.advance(60)
    answer = cloud(practice, "PullSmsSendStatus", {"SmsSdkAppId": APP, "Limit": 10})
    return cloud_code(answer), len(answer.get("PullSmsSendStatusSet", ()))


def words_of_receipts(practice: Practice) -> set[str]:
    people = practice.world.population.people
    named = [people.account(1002, person) for person in range(200)]
    numbers = [number for number in named if number]
    send_text(practice, PhoneNumberSet=numbers)
    practice.clock.advance(600)
    described = set()
    since = int(practice.clock.now) - 3600
    for number in numbers:
        body = {"SmsSdkAppId": APP, "PhoneNumber": number, "BeginTime": since}
        answer = cloud(
            practice, "PullSmsSendStatusByPhoneNumber", {**body, "Limit": 10, "Offset": 0}
        )
        described |= {row["Description"] for row in answer["PullSmsSendStatusSet"]}
    return described


# The Chat service ----------------------------------------------------------------------------

ONE, TWO = "user000001", "user000002"
CONTENT: Final = {"From_Account": "administrator", "MsgRandom": 5, "MsgBody": TEXT}


def asks(service: str, command: str, body: Any, **query: str) -> Callable[[Practice], Any]:
    """A question whose answer is its code."""
    return lambda practice: Chat(practice=practice).code(service, command, body, **query)


def tagged(tags: list[str], account: str = ONE, **fields: Any) -> dict[str, Any]:
    return {"UserTags": [{"To_Account": account, "Tags": tags}], **fields}


def with_a_strangers_sig(practice: Practice) -> int:
    signature = user_sig("somebody", practice.clock.now, key="another key")
    return Chat(practice=practice).code(OLD, "im_get_attr_name", {}, usersig=signature)


def method_of_chat(practice: Practice) -> int:
    chat = Chat(practice=practice)
    path = "/v4/timpush/push"
    return chat.raw(path, b"{}", chat.query(), method="GET").status_code


def words_of_chat(practice: Practice) -> Any:
    return Chat(practice=practice).post(OLD, "im_push", {})["ErrorInfo"]


def pushed_by_chat(practice: Practice, count: int, **first: Any) -> list[Any]:
    """Codes of pushes, each far enough from the last."""
    chat = Chat(practice=practice)
    return [chat.push(MsgRandom=number, **first)["ErrorCode"] for number in range(count)]


def said_again(practice: Practice) -> bool:
    chat = Chat(practice=practice)
    return bool(chat.push(MsgRandom=7)["TaskId"] == chat.push(MsgRandom=7)["TaskId"])


def over_midnight_of_chat(practice: Practice) -> Any:
    practice.clock.now = instant("2026-01-15 23:50:00")
    pushed_by_chat(practice, 10)
    practice.clock.now = instant("2026-01-16 00:10:00")
    return pushed_by_chat(practice, 1)


def to_named(practice: Practice, *accounts: str, random: int = 1) -> Any:
    body = {**CONTENT, "MsgRandom": random, "To_Account": [*accounts]}
    return Chat(practice=practice).post(NEW, "batch", body)


def after_pushes_to_named(practice: Practice) -> Any:
    for number in range(10):
        assert to_named(practice, ONE, random=number)["ErrorCode"] == 0
    return pushed_by_chat(practice, 1)


def a_second_later(practice: Practice) -> Any:
    chat = Chat(practice=practice)
    chat.push()
    chat.clock.advance(1.0)
    return chat.code(OLD, "im_push", {"MsgRandom": 2, "MsgBody": TEXT})


def told_of(practice: Practice, wait_s: float = 0.0, **fields: Any) -> Any:
    """The statistics of a push."""
    chat = Chat(practice=practice)
    task = chat.newer_push(1, **fields)
    chat.clock.advance(wait_s)
    window = {"StartTime": 0, "EndTime": int(chat.clock.now), "TaskID": [task]}
    answer = chat.post(NEW, "all_member_push_statistics", window)
    return [{**row, "TaskID": ""} for row in answer["Results"]]


def a_hundred_and_one_tags(practice: Practice) -> int:
    chat = Chat(practice=practice)
    hundred = [f"t{number}" for number in range(100)]
    assert chat.code(NEW, "add_tag", tagged(hundred, Replace=1)) == 0
    return chat.code(NEW, "add_tag", tagged(["one more"]))


def renamed(practice: Practice) -> Any:
    chat = Chat(practice=practice)
    rows = [{"To_Account": ONE, "Attrs": {"City": "x"}}]
    assert chat.code(OLD, "im_set_attr", {"UserAttrs": rows}) == 0
    assert chat.code(OLD, "im_set_attr_name", {"AttrNames": {"1": "Town"}}) == 0
    planned = [row["TargetUsers"] for row in told_of(practice, Condition=TOWN)]
    return chat.post(OLD, "im_get_attr", {"To_Account": [ONE]})["UserAttrs"], planned


TOWN: Final = {"AttrsOr": {"Town": "Beijing"}}


def tag_of_a_device(practice: Practice) -> Any:
    chat = Chat(practice=practice)
    assert chat.code(NEW, "add_tag", tagged(["tablet"], chat.people.device_id(0))) == 0
    return told_of(practice, Condition={"TagsOr": ["tablet"]})


def known_user_tag_on_a_device(practice: Practice) -> int:
    chat = Chat(practice=practice)
    return chat.code(NEW, "add_tag", tagged(["vip"], chat.people.device_id(0)))


def withdrawn(practice: Practice) -> int:
    chat = Chat(practice=practice)
    return chat.code(NEW, "revoke", {"TaskId": chat.newer_push(1)})


def notified(practice: Practice) -> Any:
    chat = Chat(practice=practice)
    body = {"From_Account": "administrator", "MsgRandom": 1, "OfflinePushInfo": {"Title": "T"}}
    task = str(chat.post(NEW, "push", body)["TaskId"])
    chat.clock.advance(60)
    window = {"StartTime": 0, "EndTime": int(chat.clock.now), "TaskID": [task]}
    return chat.post(NEW, "all_member_push_statistics", window)["Results"][0]["DeliveredUsers"]


def traced(practice: Practice) -> int:
    asked = {"TaskID": to_named(practice, ONE)["TaskId"], "UserID": TWO}
    return Chat(practice=practice).code(NEW, "all_member_push_trace", asked)


def kept(at: str = "2026-01-15 11:00:00", kind: str = "All", **content: Any) -> dict[str, Any]:
    return {"Sdkappid": KEYS.sdkappid, "Type": kind, "SchedAt": at, "Content": content}


def tasks_of(practice: Practice) -> Any:
    asked = {"Sdkappid": KEYS.sdkappid, "Offset": 0, "Want": 20}
    return Chat(practice=practice).post(NEW, "list_sched_task", asked)["Tasks"]


def tasks_listed(practice: Practice) -> Any:
    assert asks(NEW, "add_sched_task", kept(**CONTENT))(practice) == 0
    return tasks_of(practice)


def task_beyond_the_quota(practice: Practice) -> Any:
    assert asks(NEW, "add_sched_task", kept(**CONTENT))(practice) == 0
    pushed_by_chat(practice, 10)
    practice.clock.now = instant("2026-01-15 11:30:00")
    return [row["Status"] for row in tasks_of(practice)]


UNKNOWN_TASK: Final = {"Sdkappid": KEYS.sdkappid, "TaskID": 1, "Type": "All"}
NAMELESS: Final = {key: value for key, value in CONTENT.items() if key != "MsgRandom"}
BOTH_LISTS: Final = {"TagsOr": ["vip"], "TagsAnd": ["stock A"]}
NO_VALUE: Final = {"UserAttrs": [{"To_Account": ONE, "Attrs": {"City": ""}}]}
OTHER_TYPE: Final = {"AttrNames": {"1": "City"}, "AttrTypes": {"1": 1}}

CHAT_CASES: Final[dict[str, Case]] = {
    "chat_checks": ("log_in_first", asks(OLD, "im_push", b"{", usersig="x")),
    "chat_user_sig": ("signature_first", with_a_strangers_sig),
    "chat_not_admin": ("60010", asks(OLD, "im_get_attr_name", {}, identifier=ONE)),
    "chat_method_status": ("405", method_of_chat),
    "chat_refusal_text": ("empty", words_of_chat),
    "chat_edition": ("free", lambda p: pushed_by_chat(p, 11)),
    "chat_repeat_s": ("604800", said_again),
    "chat_day": ("utc", over_midnight_of_chat),
    "chat_quota": ("with_named", after_pushes_to_named),
    "chat_second": ("enough", a_second_later),
    "chat_lists": ("either", lambda p: told_of(p, Condition=BOTH_LISTS)),
    "chat_empty_condition": ("refused", lambda p: pushed_by_chat(p, 1, Condition={})),
    "chat_message_fault": ("one", asks(OLD, "im_push", {"MsgRandom": 1})),
    "chat_message_bytes": ("10", lambda p: pushed_by_chat(p, 1)),
    "chat_long_tag": ("90034", asks(OLD, "im_add_tag", tagged(["t" * 51]))),
    "chat_many_tags": ("90018", a_hundred_and_one_tags),
    "chat_attribute_length": ("90033", asks(OLD, "im_set_attr", NO_VALUE)),
    "chat_rename": ("wipes", renamed),
    "chat_attribute_type": ("kept", asks(NEW, "set_attr_name", OTHER_TYPE)),
    "chat_unknown": ("refused", asks(OLD, "im_get_tag", {"To_Account": [ONE, "nobody"]})),
    "chat_named": ("listed", lambda p: to_named(p, "nobody")["ErrorCode"]),
    "chat_other_kind": ("refused", known_user_tag_on_a_device),
    "chat_account_text": ("90001", asks(OLD, "im_get_tag", {"To_Account": [4711]})),
    "chat_devices": ("nobody", tag_of_a_device),
    "chat_withdrawing": ("kept", withdrawn),
    "chat_notification": ("online", notified),
    "chat_handing_over_s": ("4500", lambda p: told_of(p, 0.5, OnlineOnlyFlag=1)),
    "chat_statistics": ("bare", told_of),
    "chat_trace": ("refused", traced),
    "chat_zone": ("utc", asks(NEW, "add_sched_task", kept("2026-01-15 09:00:00", **CONTENT))),
    "chat_task_fault": ("one", asks(NEW, "delete_sched_task", UNKNOWN_TASK)),
    "chat_task_type": ("ignored", asks(NEW, "add_sched_task", kept(kind="User", **CONTENT))),
    "chat_task_random": ("needed", asks(NEW, "add_sched_task", kept(**NAMELESS))),
    "chat_task_quota": ("free", task_beyond_the_quota),
    "chat_task_rows": ("bare", tasks_listed),
}

# The table -----------------------------------------------------------------------------------

CASES: Final[dict[str, Case]] = {
    "login_failure_status": ("403", lambda p: raw(p, "/v3/push/app", b"{}", {})),
    "clock_skew_s": ("400", old_signature),
    "upload_signed": ("no_body", signed_upload),
    "refusal_data": ("empty", lambda p: p.report("get_push_record", {})),
    "refusal_text": ("published", lambda p: p.report("get_push_record", {})),
    "plan_err_msg": ("old", plan),
    "ending_envelope": ("snake", lambda p: end(p, "stop_push_msg", "1")),
    "short_names": ("off", short_name),
    "time_zone": ("utc", lambda p: starts(p, send_time="2026-01-15 12:00:00")),
    "late_send_time": ("at_once", lambda p: starts(p, send_time="2026-01-15 09:00:00")),
    "weekly_zero": ("monday", lambda p: starts(p, loop_param=LOOP)),
    "loop_elsewhere": (
        "ignored",
        lambda p: starts(p, audience_type="token", token_list=[A], loop_param=LOOP),
    ),
    "all_channels_closed": ("accepted", lambda p: code(p.push(notify(channel_rules=CLOSED)))),
    "unknown_ids": ("ignored", lambda p: code(p.push(notify(plan_id="999", collapse_id=7)))),
    "wide_pushes": ("each_kind", two_kinds_at_once),
    "same_content": ("words", the_same_words_to_others),
    "kept_uploads": ("1", two_packages),
    "bad_lines": ("skipped", bad_line),
    "package_accounts": ("when_uploaded", package_after_a_change),
    "ending_unknown": ("bad_value", lambda p: code(end(p, "stop_push_msg", "1"))),
    "stoppable": ("and_package", stopped_package),
    "stop_stops": ("own_channel", stopped_counts),
    "stop_until": ("handed_over", stopped_late),
    "recall": ("off", lambda p: code(end(p, "revoke_push_msg", sent(p)))),
    "cancellable": (
        "waiting",
        lambda p: code(end(p, "cancel_timing_task", p.push(notify())["push_id"])),
    ),
    "cancel_loop": ("all_runs", cancelled_loop),
    "end_again": ("accepted", stopped_twice),
    "tag_length": ("bytes", lambda p: tag(p, 1, ["好" * 50], [A])),
    "tag_pairs": ("500", pairs),
    "tag_limits": ("off", lambda p: tag(p, 3, [f"t{at}" for at in range(101)], [A])),
    "tag_unknown_token": ("skipped", lambda p: tag(p, 7, ["a"], [A, STRANGE])),
    "long_token": ("unknown", lambda p: tag(p, 1, ["a"], ["0" * 37])),
    "later_s": ("60.5", tags_after_a_while),
    "accounts_later": ("on", lambda p: (bind(p, A, "new"), accounts_of(p, A))),
    "absent_account": ("nobody", unbound),
    "account_tokens": ("unlimited", many_tokens),
    "binding_tokens": ("50", bound_many),
    "accounts_asked": ("1", lambda p: code(accounts_of(p, A, B))),
    "outer_account_type": ("ignored", outer_type),
    "told_accounts": ("with_type", lambda p: accounts_of(p, A)),
    "attributes_set": ("strict", attribute),
    "attribute_token": ("bad_value", lambda p: attribute(p, STRANGE)),
    "statistics_calls": ("each", two_statistics),
    "records_page": ("10", page),
    "record_day": (
        "starts",
        lambda p: made_today_for_tomorrow(p, lambda p: len(records(p))),
    ),
    "record_types": (
        "as_sent",
        lambda p: p.record(sent(p, audience_type="token", token_list=[A]))["pushType"],
    ),
    "all_row": ("own_arrivals", all_row),
    "counters_day": ("made", lambda p: made_today_for_tomorrow(p, totals_of_the_first_day)),
    "last_days": ("with_today", thirty_days_ago),
    "group_id": ("ignored", group),
    "distribution_today": ("off", distribution),
    "target_types": ("published", token_pushes),
    "token_pushes": ("all", token_pushes),
    "text_wait": ("start", just_before_the_wait_counts),
    "text_when_off": ("at_once", after_two_minutes),
    "text_whom": ("planned", lambda p: texted(p, 2, expire_time=86_400)[1]),
    "text_numbers": ("each_device", second_devices),
    "text_after_ending": ("sent", stopped_before_texts),
    "sms_info": ("account", sms_info),
    "texts_day": ("sliding", over_midnight),
    "marketing_until": ("20", advertised),
    "sms_hours": ("utc", hours),
    "cloud_refusal_status": ("400", refused_by_the_cloud),
    "cloud_skew_s": ("299", cloud_stamp),
    "templates_page": ("3", templates),
    "receipts_pulled": ("on", pulled),
    "receipt_words": ("carrier", words_of_receipts),
    **CHAT_CASES,
}
FEW: Final = frozenset({"chat_day", "chat_quota", "chat_task_quota"})
"""Switches of the pushes a day, of which there are ten in their cases."""
LIMITED: Final = FEW | {
    *("wide_pushes", "same_content", "statistics_calls", "chat_edition", "chat_second")
}
"""Switches of limits, which are off in the other cases."""


def service(rules: Rules) -> Practice:
    world = World(Population(devices=2000), rules, credentials=CREDENTIALS, chat_keys=KEYS)
    practice = Practice(world)
    furnish(practice.world, practice.clock.now)
    return practice


def test_every_switch_has_a_case():
    assert set(CASES) == {one.name for one in fields(Readings)}


@pytest.mark.parametrize("name", CASES)
def test_every_switch_changes_an_answer(name: str):
    value, ask = CASES[name]
    edition: Any = "free" if name in FEW else "standard"
    rules = replace(Rules(), limits=name in LIMITED, chat_edition=edition)
    before, again, after = (
        ask(service(one)) for one in (rules, rules, switched(rules, name, value))
    )
    assert before == again
    assert before != after


# The page ------------------------------------------------------------------------------------


def rows() -> list[tuple[str, str, str]]:
    """Section, what is open, and the switch, of the sections that this file answers for."""
    found, section = [], ""
    for line in UNSETTLED.splitlines():
        if line.startswith("## "):
            section = line[3:]
        elif line.startswith("| ") and section in SECTIONS:
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            assert len(cells) == 3, line
            if cells[2] != "Switch":
                found.append((section, cells[0], cells[2]))
    return found


def test_every_row_of_the_page_names_a_switch_that_there_is():
    names: set[str] = set()
    for _section, open_, switch in rows():
        match = re.match(r"`(--)?([a-z_-]+)`", switch)
        assert match, open_
        if not match[1]:
            assert match[2] in choices(), open_
            names.add(match[2])
            for value in re.findall(r": `([a-z_+0-9]+)`", switch):
                assert value in choices()[match[2]], open_
    assert names >= {one.name for one in fields(Readings)}
    assert {section for section, _open, _switch in rows()} == set(SECTIONS)


# As text -------------------------------------------------------------------------------------


def test_what_is_written_is_what_is_set():
    rules = Rules()
    for name, text in settings(rules).items():
        assert switched(rules, name, text) == rules
        for other in choices()[name]:
            assert settings(switched(rules, name, other))[name] == other


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("nothing", "on", "there is no switch 'nothing'"),
        ("pace", "0", "there is no switch 'pace'"),
        ("recall", "maybe", "recall is one of on, off"),
        ("recall", "", "recall is one of on, off"),
        ("time_zone", "utc+9", "time_zone is one of utc+8, utc"),
        ("later_s", "soon", "later_s is a number"),
        ("later_s", "nan", "later_s is a number from 0 to 1,000,000,000"),
        ("later_s", "-1", "later_s is a number from 0 to 1,000,000,000"),
        ("kept_uploads", "1.5", "kept_uploads is a number"),
        ("kept_uploads", "9" * 5000, "kept_uploads is a number"),
    ],
)
def test_what_cannot_be_set_is_said(name: str, text: str, words: str):
    with pytest.raises(ValueError, match="^" + re.escape(words) + "$"):
        switched(Rules(), name, text)


def test_the_body_of_a_refused_push_may_hold_an_empty_result():
    practice = service(switched(Rules(limits=False), "refusal_data", "empty"))
    answer = practice.push({})
    assert (answer["ret_code"], answer["result"]) == (1008002, "")
    assert json.dumps(answer)
