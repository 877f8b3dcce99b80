"""Whom a push of the Chat service means, and who has got it when.

Whom it means is worked out here once more, from what the service tells of each user.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tests.practice.chat import NEW, OLD, TEXT, WEEK_S, Chat

PACE = 60.0
Attributes = Mapping[str, str]


@pytest.fixture(scope="module")
def chat() -> Chat:
    return Chat(pace=PACE, limits=False)


@pytest.fixture(scope="module")
def users(chat: Chat) -> dict[str, tuple[set[str], Attributes]]:
    """Account → its tags and attributes, of everybody whom Chat knows."""
    everybody = chat.everybody()
    tags = {
        row["To_Account"]: set(row["Tags"])
        for row in chat.told("im_get_tag", "UserTags", everybody)
    }
    attributes = {
        row["To_Account"]: row["Attrs"] for row in chat.told("im_get_attr", "UserAttrs", everybody)
    }
    return {account: (tags[account], attributes[account]) for account in everybody}


def _platinum_in_shenzhen(_tags: set[str], attributes: Attributes) -> bool:
    return attributes.get("Membership") == "platinum" and attributes.get("City") == "Shenzhen"


_EXAMPLES: dict[str, tuple[Any, Callable[[set[str], Attributes], bool]]] = {
    "everyone": (None, lambda tags, attributes: True),
    "stock A or stock B": (
        {"TagsOr": ["stock A", "stock B"]},
        lambda tags, attributes: "stock A" in tags or "stock B" in tags,
    ),
    "platinum members in Shenzhen": (
        {"AttrsAnd": {"Membership": "platinum", "City": "Shenzhen"}},
        _platinum_in_shenzhen,
    ),
    "vip who follow a stock": (
        {"TagsAnd": ["vip"], "TagsOr": ["stock A", "沪深300"]},
        lambda tags, attributes: "vip" in tags and bool(tags & {"stock A", "沪深300"}),
    ),
    "women, or whoever lives in Beijing": (
        {"AttrsOr": {"Gender": "f", "City": "Beijing"}},
        lambda tags, attributes: (
            attributes.get("Gender") == "f" or attributes.get("City") == "Beijing"
        ),
    ),
    "gold, and music or travel": (
        {"AttrsAnd": {"Membership": "gold"}, "AttrsOr": {"兴趣": "音乐", "City": "Shanghai"}},
        lambda tags, attributes: (
            attributes.get("Membership") == "gold"
            and (attributes.get("兴趣") == "音乐" or attributes.get("City") == "Shanghai")
        ),
    ),
    "a tag that nobody has": ({"TagsOr": ["nobody's"]}, lambda tags, attributes: False),
}


@pytest.mark.parametrize("name", _EXAMPLES)
def test_a_push_kept_for_a_week_reaches_exactly_whom_it_means(
    chat: Chat, users: dict[str, tuple[set[str], Attributes]], name: str
) -> None:
    condition, wanted = _EXAMPLES[name]
    meant = {account for account, told in users.items() if wanted(*told)}
    assert bool(meant) == (name != "a tag that nobody has")
    fields = {} if condition is None else {"Condition": condition}
    task = chat.push(MsgRandom=1, MsgLifeTime=WEEK_S, **fields)["TaskId"]
    before: set[str] = set()
    for _ in range(8):
        got = chat.received(task)
        assert before <= got <= meant
        before = got
        chat.clock.advance(WEEK_S / PACE / 7)
    assert chat.received(task) == meant


@pytest.mark.parametrize("name", ["everyone", "stock A or stock B"])
def test_a_push_that_is_not_kept_reaches_only_those_who_are_online(
    chat: Chat, users: dict[str, tuple[set[str], Attributes]], name: str
) -> None:
    condition, wanted = _EXAMPLES[name]
    meant = {account for account, told in users.items() if wanted(*told)}
    fields = {} if condition is None else {"Condition": condition}
    task = chat.push(MsgRandom=2, **fields)["TaskId"]
    chat.clock.advance(60 / PACE)
    got = chat.received(task)
    assert set() < got < meant
    chat.clock.advance(WEEK_S / PACE)
    assert chat.received(task) == got
    # Whoever is online is so for the newer service, too: its traces say who.
    newer = chat.newer_push(3, OnlineOnlyFlag=1, **fields)
    chat.clock.advance(3600 / PACE)
    online = chat.received(newer)
    for account in sorted(meant)[:40]:
        asked = {"TaskID": newer, "UserID": account}
        trace = chat.post(NEW, "all_member_push_trace", asked)["InstanceTrace"][0]
        assert trace["IMCommitStat"]["IMStat"]["PushStatus"] == (account in online)


def test_two_pushes_at_an_instant_find_the_same_users_online(chat: Chat) -> None:
    first = chat.push(MsgRandom=4)["TaskId"]
    second = chat.post(OLD, "im_push", {"MsgRandom": 5, "MsgBody": TEXT})["TaskId"]
    chat.clock.advance(10)
    assert chat.received(first) == chat.received(second)


def test_who_never_opened_the_chat_gets_nothing_and_is_not_known(
    chat: Chat, users: dict[str, tuple[set[str], Attributes]]
) -> None:
    people = chat.world.population.people
    everybody = {people.account(0, number) for number in range(people.count)}
    strangers = sorted(everybody - set(users), key=str)
    assert 0 < len(strangers) < people.count / 10
    left_out = chat.post(NEW, "get_tag", {"To_Account": strangers[:3]})["ErrorList"]
    assert {row["To_Account"]: row["ErrorCode"] for row in left_out} == dict.fromkeys(
        strangers[:3], 70107
    )
    task = chat.push(MsgRandom=6, MsgLifeTime=WEEK_S)["TaskId"]
    chat.clock.advance(WEEK_S / PACE)
    assert not chat.received(task) & set(strangers)
    assert set(chat.world.population.known().accounts) <= set(users)


def test_tags_and_attributes_count_from_the_push_after_they_changed() -> None:
    chat = Chat(limits=False)
    one, other = "user000001", "user000002"
    chat.post(OLD, "im_remove_all_tags", {"To_Account": [one, other]})
    chat.post(OLD, "im_add_tag", {"UserTags": [{"To_Account": one, "Tags": ["秒杀"]}]})
    task = chat.push(MsgLifeTime=WEEK_S, Condition={"TagsAnd": ["秒杀"]})["TaskId"]
    chat.post(OLD, "im_remove_tag", {"UserTags": [{"To_Account": one, "Tags": ["秒杀"]}]})
    chat.post(OLD, "im_add_tag", {"UserTags": [{"To_Account": other, "Tags": ["秒杀"]}]})
    later = chat.push(MsgRandom=2, MsgLifeTime=WEEK_S, Condition={"TagsAnd": ["秒杀"]})["TaskId"]
    chat.post(OLD, "im_set_attr", {"UserAttrs": [{"To_Account": one, "Attrs": {"City": "拉萨"}}]})
    third = chat.push(MsgLifeTime=WEEK_S, Condition={"AttrsAnd": {"City": "拉萨"}})["TaskId"]
    chat.clock.advance(WEEK_S)
    assert (chat.received(task), chat.received(later)) == ({one}, {other})
    assert chat.received(third) == {one}


def test_a_change_of_pace_moves_no_figure_back() -> None:
    chat = Chat(pace=600.0)
    task = chat.push(MsgLifeTime=WEEK_S)["TaskId"]
    chat.clock.advance(30)
    before = chat.received(task)
    chat.world.timeline.set_pace(1.0, now=chat.clock.now)
    assert chat.received(task) == before
    chat.clock.advance(5)
    assert before <= chat.received(task)
    assert len(chat.received(task)) < len(before) + 10


def test_a_notification_alone_reaches_phones_that_gave_their_token_and_the_rest_is_told() -> None:
    chat = Chat(limits=False)
    body = {"MsgRandom": 1, "From_Account": "administrator", "OfflinePushInfo": {"Title": "T"}}
    task = chat.post(NEW, "push", body)["TaskId"]
    chat.clock.advance(WEEK_S / PACE)
    window = {
        "StartTime": int(chat.clock.now) - WEEK_S,
        "EndTime": int(chat.clock.now),
        "TaskID": [task],
    }
    told = chat.post(NEW, "all_member_push_statistics", window)["Results"][0]
    lost = chat.post(NEW, "all_member_push_loss", window)["Results"][0]
    count = sum(row["ErrCount"] for row in lost["ReadyToSendLoss"])
    assert lost["PostSendDeliveredLoss"] == []
    assert 0 < count < told["TargetUsers"] / 5
    assert told["DeliveredUsers"] + count == told["TargetUsers"] == chat.people.count
    total = chat.post(NEW, "all_member_push_statistics", {**window, "TaskID": []})["Results"]
    assert total == [{**told, "TaskID": ""}]


def test_a_withdrawn_push_reaches_nobody_any_more(chat: Chat) -> None:
    task = chat.newer_push(8)
    chat.clock.advance(10)
    assert chat.post(NEW, "revoke", {"TaskId": task})["ErrorCode"] == 0
    got = chat.received(task)
    chat.clock.advance(WEEK_S / PACE)
    assert chat.received(task) == got
    assert len(got) < chat.people.count
