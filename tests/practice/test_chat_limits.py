"""The numbers of the Chat service: each is taken, and one more is not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.practice.chat import KEYS, NEW, OLD, TEXT, Chat
from tests.practice.conftest import instant

ONE, TWO = "user000001", "user000002"


@pytest.fixture
def chat() -> Chat:
    return Chat(devices=2000)


def users(count: int) -> list[str]:
    return [f"user{number:06d}" for number in range(1, count + 1)]


def tagged(*tags: str, account: str = ONE, **fields: Any) -> dict[str, Any]:
    return {"UserTags": [{"To_Account": account, "Tags": [*tags]}], **fields}


def test_lengths_count_bytes(chat: Chat) -> None:
    for fits, too_long in (("t" * 50, "t" * 51), ("标" * 16, "标" * 17), ("😀" * 12, "😀" * 13)):
        assert chat.code(OLD, "im_add_tag", tagged(fits)) == 0
        assert chat.code(OLD, "im_add_tag", tagged(too_long)) == 90020
        chat.clock.advance(2)
        assert chat.push(Condition={"TagsOr": [fits]})["ErrorCode"] == 0
        assert chat.push(Condition={"TagsOr": [too_long]})["ErrorCode"] == 90020
        assert chat.code(OLD, "im_set_attr_name", {"AttrNames": {"9": fits}}) == 0
        assert chat.code(OLD, "im_set_attr_name", {"AttrNames": {"9": too_long}}) == 90030
        for value, code in ((fits, 0), (too_long, 90030), ("", 90030)):
            rows = [{"To_Account": ONE, "Attrs": {"City": value}}]
            assert chat.code(OLD, "im_set_attr", {"UserAttrs": rows}) == code


def test_a_call_takes_a_hundred_accounts(chat: Chat) -> None:
    for count, code in ((100, 0), (101, 90018)):
        rows = [{"To_Account": one, "Tags": ["x"]} for one in users(count)]
        assert chat.code(OLD, "im_add_tag", {"UserTags": rows}) == code
        assert chat.code(OLD, "im_remove_tag", {"UserTags": rows}) == code
        assert chat.code(OLD, "im_remove_all_tags", {"To_Account": users(count)}) == code
        assert chat.code(OLD, "im_get_tag", {"To_Account": users(count)}) == code
        values = [{"To_Account": one, "Attrs": {"City": "x"}} for one in users(count)]
        assert chat.code(OLD, "im_set_attr", {"UserAttrs": values}) == code
        names = [{"To_Account": one, "Attrs": ["City"]} for one in users(count)]
        assert chat.code(OLD, "im_remove_attr", {"UserAttrs": names}) == code


def test_a_batch_takes_five_hundred_accounts_and_counts_for_no_quota(chat: Chat) -> None:
    body = {"From_Account": "administrator", "OfflinePushInfo": {"Title": "T"}}
    for number, (count, code) in enumerate(((500, 0), (501, 90011))):
        told = {**body, "MsgRandom": number, "To_Account": users(count)}
        assert chat.code(NEW, "batch", told) == code
    assert chat.code(NEW, "batch", {**body, "MsgRandom": 5, "To_Account": [ONE]}) == 0
    assert chat.code(OLD, "im_push", {"MsgRandom": 1, "MsgBody": TEXT}) == 0
    unsigned = {"MsgRandom": 5, "To_Account": [ONE], "OfflinePushInfo": {"Title": "T"}}
    assert chat.code(NEW, "batch", unsigned) == 90008


def test_a_user_has_a_hundred_tags_ten_added_at_a_time(chat: Chat) -> None:
    chat.post(OLD, "im_remove_all_tags", {"To_Account": [ONE]})
    for start in range(0, 100, 10):
        ten = [f"t{number}" for number in range(start, start + 10)]
        assert chat.code(OLD, "im_add_tag", tagged(*ten)) == 0
    assert chat.code(OLD, "im_add_tag", tagged("t100")) == 90032
    assert chat.code(OLD, "im_add_tag", tagged("t99")) == 0
    assert chat.code(OLD, "im_add_tag", tagged(*(f"s{number}" for number in range(11)))) == 90032
    found = chat.post(OLD, "im_get_tag", {"To_Account": [ONE]})["UserTags"][0]["Tags"]
    assert len(found) == 100


def test_replacing_gives_up_to_a_hundred_tags_and_no_others(chat: Chat) -> None:
    hundred = [f"t{number}" for number in range(100)]
    assert chat.code(NEW, "add_tag", tagged(*hundred, Replace=1)) == 0
    assert chat.code(NEW, "add_tag", tagged(*hundred, "more", Replace=1)) == 90032
    assert chat.code(NEW, "add_tag", tagged("one", Replace=1)) == 0
    assert chat.post(NEW, "get_tag", {"To_Account": [ONE]})["UserTags"][0]["Tags"] == ["one"]
    assert chat.code(NEW, "add_tag", tagged("one", Replace=2)) == 90001
    # The older service knows no such word.
    assert chat.code(OLD, "im_add_tag", tagged("two", Replace=1)) == 0
    found = chat.post(OLD, "im_get_tag", {"To_Account": [ONE]})["UserTags"][0]["Tags"]
    assert found == ["one", "two"]


def test_an_app_of_the_newer_service_has_a_thousand_tags(chat: Chat) -> None:
    left = 1000 - len(chat.people.tags_in_use())
    for start in range(0, left, 100):
        chat.clock.advance(1)
        tags = [f"n{number}" for number in range(start, min(start + 100, left))]
        account = users(20)[start // 100]
        assert chat.code(NEW, "add_tag", tagged(*tags, account=account, Replace=1)) == 0
    chat.clock.advance(1)
    assert chat.code(NEW, "add_tag", tagged("beyond", account=users(30)[29])) == 90032
    assert chat.code(NEW, "add_tag", tagged("n1", account=users(30)[29])) == 0
    # One that nobody has any more leaves room.
    assert chat.code(NEW, "remove_tag", tagged("n0")) == 0
    assert chat.code(NEW, "add_tag", tagged("beyond", account=users(30)[29])) == 0


def test_what_one_call_says_twice_of_a_user_adds_up(chat: Chat) -> None:
    chat.post(OLD, "im_remove_all_tags", {"To_Account": [ONE]})
    rows = [{"To_Account": ONE, "Tags": [tag]} for tag in ("a", "b")]
    assert chat.code(OLD, "im_add_tag", {"UserTags": rows}) == 0
    assert chat.post(OLD, "im_get_tag", {"To_Account": [ONE]})["UserTags"][0]["Tags"] == ["a", "b"]


def test_a_refused_call_changes_nothing(chat: Chat) -> None:
    before = chat.post(OLD, "im_get_tag", {"To_Account": [ONE]})
    rows = [{"To_Account": ONE, "Tags": ["x"]}, {"To_Account": TWO, "Tags": ["t" * 51]}]
    assert chat.code(OLD, "im_add_tag", {"UserTags": rows}) == 90020
    assert chat.post(OLD, "im_get_tag", {"To_Account": [ONE]}) == before


def test_the_type_of_an_attribute_stays_and_each_account_fits_one_type(chat: Chat) -> None:
    named = {"AttrNames": {"5": "model"}, "AttrTypes": {"5": 1}}
    assert chat.code(NEW, "set_attr_name", named) == 0
    assert chat.code(NEW, "set_attr_name", {**named, "AttrTypes": {"5": 0}}) == 90033
    assert chat.code(NEW, "set_attr_name", {"AttrNames": {"5": "phone"}}) == 0
    device = chat.people.device_id(0)
    rows = [{"To_Account": one, "Attrs": {"phone": "P9"}} for one in (device, TWO)]
    answer = chat.post(NEW, "set_attr", {"UserAttrs": rows})
    assert answer["ErrorList"] == [{"ErrorCode": 90035, "To_Account": TWO}]
    found = chat.post(NEW, "get_attr", {"To_Account": [device]})["UserAttrs"]
    assert found == [{"To_Account": device, "Attrs": {"phone": "P9"}}]
    # A device stands for its user.
    task = chat.newer_push(1, Condition={"AttrsAnd": {"phone": "P9"}})
    chat.clock.advance(604_800)
    assert chat.received(task) == {ONE}
    assert chat.code(OLD, "im_get_attr", {"To_Account": [device]}) == 0
    assert chat.post(OLD, "im_get_attr", {"To_Account": [device]})["UserAttrs"] == []


def test_the_same_name_cannot_stand_in_two_slots_but_two_can_change_places(chat: Chat) -> None:
    assert chat.code(NEW, "set_attr_name", {"AttrNames": {"7": "City"}}) == 90033
    assert chat.code(NEW, "set_attr_name", {"AttrNames": {"0": "City", "1": "Membership"}}) == 0
    assert (
        chat.code(OLD, "im_set_attr_name", {"AttrNames": {str(n): f"n{n}" for n in range(10)}}) == 0
    )


def test_sizes_of_a_message_and_of_a_request(chat: Chat) -> None:
    def text(size: int) -> list[dict[str, Any]]:
        frame = len(json.dumps([{"MsgType": "TIMTextElem", "MsgContent": {"Text": ""}}]))
        content = {"Text": "x" * (size - frame)}
        return [{"MsgType": "TIMTextElem", "MsgContent": content}]

    assert chat.push(MsgBody=text(8192))["ErrorCode"] == 0
    assert chat.push(MsgBody=text(8193))["ErrorCode"] == 93000
    chat.clock.advance(2)
    body = {"MsgRandom": 1, "MsgBody": TEXT, "OfflinePushInfo": {"Ext": ""}}
    for size, code in ((10_240, 0), (10_241, 90056)):
        chat.clock.advance(2)
        padded = json.loads(json.dumps(body))
        padded["OfflinePushInfo"]["Ext"] = "x" * (size - len(json.dumps(body)))
        assert chat.code(NEW, "push", padded) == code
    chat.clock.advance(2)
    assert chat.code(NEW, "push", {**body, "DataId": "x" * 64}) == 0


def test_a_hundred_pushes_a_day_of_beijing(chat: Chat) -> None:
    chat.clock.now = instant("2026-01-15 23:00:00")
    codes = [chat.push(MsgRandom=number)["ErrorCode"] for number in range(101)]
    assert (set(codes[:100]), codes[100]) == ({0}, 90047)
    # Both services and every kind of condition count together, what was refused does not.
    assert chat.code(NEW, "push", {"MsgRandom": 1, "MsgBody": TEXT}) == 90047
    chat.clock.now = instant("2026-01-16 00:00:00")
    assert chat.push()["ErrorCode"] == 0
    assert chat.app.left_today(chat.clock.now) == 99


def test_without_limits_none_holds() -> None:
    chat = Chat(devices=200, limits=False)
    body = {"MsgRandom": 1, "MsgBody": TEXT}
    codes = {chat.code(OLD, "im_push", {**body, "MsgRandom": number}) for number in range(102)}
    assert codes == {0}


def test_pushes_stand_more_than_a_second_apart(chat: Chat) -> None:
    assert chat.push(MsgRandom=1)["ErrorCode"] == 0
    for gap_s, code in ((1.0, 90024), (0.01, 0), (0.5, 90024)):
        chat.clock.advance(gap_s)
        body = {"MsgRandom": 2, "MsgBody": TEXT, "MsgLifeTime": int(gap_s * 100)}
        assert chat.code(OLD, "im_push", body) == code


@pytest.mark.parametrize(("known_s", "later_s", "same"), [(1, 2, False), (604_800, 86_400, True)])
def test_the_same_random_is_the_same_push_for_as_long_as_either_reading_says(
    known_s: int, later_s: int, same: bool
) -> None:
    chat = Chat(devices=200, chat_repeat_s=known_s)
    first = chat.push(MsgRandom=7)
    chat.clock.advance(later_s)
    second = chat.push(MsgRandom=7)
    assert (first["TaskId"] == second["TaskId"]) == same
    assert chat.push(MsgRandom=8)["TaskId"] not in (first["TaskId"], second["TaskId"])


def test_a_push_can_be_withdrawn_for_a_day(chat: Chat) -> None:
    task, other = chat.newer_push(1), chat.newer_push(2)
    chat.clock.advance(86_398)
    assert chat.code(NEW, "revoke", {"TaskId": task}) == 0
    chat.clock.advance(3)
    assert chat.code(NEW, "revoke", {"TaskId": other}) == 90052
    # What the older service sent cannot be taken back at all.
    older = chat.push()["TaskId"]
    assert chat.code(NEW, "revoke", {"TaskId": older}) == 90049


def test_calls_of_a_second_are_counted_by_command(chat: Chat) -> None:
    window = {"StartTime": 0, "EndTime": int(chat.clock.now), "TaskID": []}
    for command in ("all_member_push_statistics", "all_member_push_loss"):
        assert [chat.code(NEW, command, window) for _ in range(2)] == [0, 60007]
    asked = {"Sdkappid": KEYS.sdkappid, "Offset": 0, "Want": 20}
    assert [chat.code(NEW, "list_sched_task", asked) for _ in range(6)] == [0] * 5 + [60007]
    chat.clock.advance(1)
    assert chat.code(NEW, "all_member_push_loss", window) == 0
    six = {**window, "TaskID": ["a"] * 6}
    chat.clock.advance(1)
    assert chat.code(NEW, "all_member_push_loss", six) == 70402


def test_statistics_and_traces_are_known_for_seven_days(chat: Chat) -> None:
    task = chat.newer_push(1)
    start = int(chat.clock.now) - 10
    for later_s, known in ((7 * 86_400, True), (1, False)):
        chat.clock.advance(later_s)
        window = {"StartTime": start, "EndTime": int(chat.clock.now), "TaskID": [task]}
        for command in ("all_member_push_statistics", "all_member_push_loss"):
            assert bool(chat.post(NEW, command, window)["Results"]) == known
        asked = {"TaskID": task, "UserID": ONE}
        assert bool(chat.post(NEW, "all_member_push_trace", asked)["InstanceTrace"]) == known


def test_a_trace_is_of_one_user_whom_the_push_meant(chat: Chat) -> None:
    batch = {
        "From_Account": "administrator",
        "MsgRandom": 1,
        "MsgBody": TEXT,
        "To_Account": [ONE],
        "OfflinePushInfo": {"Title": "T"},
    }
    task = chat.post(NEW, "batch", batch)["TaskId"]
    chat.clock.advance(604_000 / 60)
    traces = {}
    for account in (ONE, TWO):
        chat.clock.advance(1)
        asked = {"TaskID": task, "UserID": account}
        traces[account] = chat.post(NEW, "all_member_push_trace", asked)["InstanceTrace"]
    assert traces[TWO] == []
    assert traces[ONE][0]["IMCommitStat"]["IMStat"]["PushStatus"] == 1
    assert chat.code(NEW, "all_member_push_trace", {"TaskID": "x", "UserID": ONE}) == 60007
    chat.clock.advance(1)
    assert chat.code(NEW, "all_member_push_trace", {"TaskID": "x", "UserID": ONE}) == 90049


# Scheduled tasks -----------------------------------------------------------------------


def scheduled(at: str, **fields: Any) -> dict[str, Any]:
    content = {"From_Account": "administrator", "MsgRandom": 5, "MsgBody": TEXT}
    return {
        "Sdkappid": KEYS.sdkappid,
        "Type": "All",
        "SchedAt": at,
        "Content": {**content, **fields},
    }


def listed(chat: Chat, **fields: Any) -> list[tuple[str, str]]:
    chat.clock.advance(1)
    asked = {"Sdkappid": KEYS.sdkappid, "Offset": 0, "Want": 20, "Asc": True, **fields}
    rows = chat.post(NEW, "list_sched_task", asked)["Tasks"]
    return [(row["SchedAt"], row["Status"]) for row in rows]


def test_tasks_start_at_their_time_and_only_a_pending_one_can_be_changed_or_deleted(
    chat: Chat,
) -> None:
    times = [f"2026-01-15 1{hour}:00:00" for hour in (1, 2, 3)]
    ids = [chat.post(NEW, "add_sched_task", scheduled(at))["TaskID"] for at in times]
    assert listed(chat) == [(at, "pending") for at in times]
    chat.clock.now = instant("2026-01-15 11:30:00")
    changed = {**scheduled("2026-01-15 14:00:00"), "TaskID": ids[1]}
    gone = {"Sdkappid": KEYS.sdkappid, "TaskID": ids[2], "Type": "All"}
    assert chat.code(NEW, "modify_sched_task", changed) == 0
    assert chat.code(NEW, "delete_sched_task", gone) == 0
    assert chat.code(NEW, "delete_sched_task", gone) == 90049
    for command in ("modify_sched_task", "delete_sched_task"):
        assert chat.code(NEW, command, {**changed, "TaskID": ids[0]}) == 90050
    assert listed(chat) == [(times[0], "done"), ("2026-01-15 14:00:00", "pending")]
    (push,) = chat.app.pushes.values()
    assert push.at == instant(times[0])
    assert listed(chat, Offset=1) == [("2026-01-15 14:00:00", "pending")]
    assert listed(chat, Asc=False, Want=1) == [("2026-01-15 14:00:00", "pending")]
    assert listed(chat, EndTime="2026-01-15 12:00:00") == [(times[0], "done")]
    assert listed(chat, Keyword="no such word") == []
    assert len(listed(chat, Keyword="Flash")) == 2


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"SchedAt": "2026-01-15 10:00:00"}, 70402),
        ({"SchedAt": "2026-01-16"}, 70402),
        ({"SchedAt": "2026-1-16 9:00:00"}, 70402),
        ({"SchedAt": "2026-02-30 09:00:00"}, 70402),
        ({"SchedAt": 1768532400}, 70402),
        ({"Type": "Everyone"}, 70402),
        ({"Type": ["All"]}, 70402),
        ({"Type": "User"}, 70402),
        ({"Sdkappid": 1400000001}, 70402),
        ({"Content": "x"}, 70402),
        ({"Content": {"MsgRandom": 1}}, 90002),
        ({"Content": {"MsgBody": TEXT, "Condition": {"TagsOr": [""]}}}, 90040),
    ],
)
def test_a_task_that_cannot_start_is_refused_at_once(
    chat: Chat, fields: dict[str, Any], code: int
) -> None:
    task = {**scheduled("2026-01-16 09:00:00"), **fields}
    assert chat.code(NEW, "add_sched_task", task) == code
    assert listed(chat) == []


def test_a_task_for_named_users_and_one_beyond_the_quota(chat: Chat) -> None:
    at = "2026-01-15 11:00:00"
    named = {**scheduled(at, To_Account=[ONE, TWO]), "Type": "User"}
    chat.post(NEW, "add_sched_task", named)
    for number in range(100):
        chat.push(MsgRandom=number)
    chat.clock.advance(2)
    chat.post(NEW, "add_sched_task", scheduled("2026-01-15 11:00:01"))
    chat.clock.now = instant("2026-01-15 12:00:00")
    assert listed(chat) == [(at, "done"), ("2026-01-15 11:00:01", "failed")]
    (batch,) = [push for push in chat.app.pushes.values() if push.order.accounts]
    assert batch.planned == 2
