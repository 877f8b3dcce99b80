"""Reading a frozen Chat push back says what it is, whom it meets and which command sends it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tpns_desktop.model.chat_dialects import ALL_MEMBER_PUSH, TIMPUSH_CHAT, TIMPUSH_PUSH, Dialect
from tpns_desktop.model.chat_draft import chat_body, empty_chat_draft, new_element
from tpns_desktop.model.chat_push import chat_json, parse_chat_push
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.send.chat_facts import chat_facts_of, command_of, message_words


def frozen(dialect: Dialect, **audience: Any) -> bytes:
    draft = empty_chat_draft()
    draft["audience"].update(audience or {"kind": "all"})
    draft["message"]["elements"] = [
        {"kind": "text", "text": "The sale opens"},
        {**new_element("location"), "latitude": "22.5", "longitude": "114"},
        {"kind": "text", "text": "tonight"},
    ]
    draft["message"]["sender"] = "aurora_service"
    draft["notification"].update(title="Preview sale", text="Tonight")
    return chat_json(parse_chat_push(chat_body(draft, dialect, 7), dialect))


def test_a_push_to_everyone_says_so_and_leaves_as_a_push() -> None:
    body = frozen(ALL_MEMBER_PUSH)
    facts = chat_facts_of(body, "all_member_push")
    assert command_of(body) == "push"
    assert (facts.audience_kind, facts.sender, facts.random) == ("all", "aurora_service", 7)
    assert (facts.life_s, facts.online_only, facts.notifies) == (86_400, False, True)
    assert [one.kind for one in facts.elements] == ["text", "location", "text"]
    assert message_words(facts) == "The sale opens\ntonight"
    assert (facts.title, facts.text, facts.schedule_at) == ("Preview sale", "Tonight", None)
    assert facts.size_bytes == len(body)


def test_tags_and_attributes_are_told_apart() -> None:
    tags = chat_facts_of(
        frozen(ALL_MEMBER_PUSH, kind="tags", tags={"any": ["a", "b"], "all": ["c"]}),
        "all_member_push",
    )
    assert (tags.audience_kind, tags.tags_any, tags.tags_all) == ("tags", ("a", "b"), ("c",))
    attributes = {"any": [], "all": [["Membership", "platinum"], ["City", "Shenzhen"]]}
    told = chat_facts_of(
        frozen(ALL_MEMBER_PUSH, kind="attributes", attributes=attributes), "all_member_push"
    )
    assert told.audience_kind == "attributes"
    assert told.attributes_all == (("Membership", "platinum"), ("City", "Shenzhen"))
    assert told.attributes_any == ()


def test_named_users_leave_as_a_batch() -> None:
    body = frozen(TIMPUSH_CHAT, kind="users", users={"text": "anna\nben"})
    facts = chat_facts_of(body, "timpush_chat")
    assert command_of(body) == "batch"
    assert (facts.audience_kind, facts.users) == ("users", ("anna", "ben"))
    assert (facts.life_s, facts.online_only) == (None, False)


def test_a_scheduled_push_is_read_out_of_its_task() -> None:
    inner = json.loads(frozen(TIMPUSH_PUSH, kind="tags", tags={"any": ["a"], "all": []}))
    body = json.dumps(
        {"Sdkappid": 1, "Type": "Tag", "SchedAt": "2026-11-23 09:00:00", "Content": inner}
    ).encode()
    facts = chat_facts_of(body, "timpush_push")
    assert command_of(body) == "add_task"
    assert (facts.audience_kind, facts.tags_any, facts.title) == ("tags", ("a",), "Preview sale")
    assert facts.schedule_at is not None
    assert facts.schedule_at.isoformat() == "2026-11-23T09:00:00+08:00"
    assert facts.schedule_at.tzinfo is SERVICE_ZONE


@pytest.mark.parametrize(
    ("dialect", "online_only", "notifies"),
    [("timpush_chat", False, False), ("timpush_push", True, True)],
)
def test_the_same_flag_means_no_notification_or_only_who_is_online(
    dialect: Any, online_only: bool, notifies: bool
) -> None:
    body = json.dumps({"MsgRandom": 1, "OfflinePushInfo": {"PushFlag": 1}}).encode()
    facts = chat_facts_of(body, dialect)
    assert (facts.online_only, facts.notifies) == (online_only, notifies)


def test_what_is_no_object_is_no_push() -> None:
    with pytest.raises(ValueError, match="JSON object"):
        chat_facts_of(b"[]", "all_member_push")
