"""What changed between two requests, and what did not."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpns_desktop.send.differences import (
    CONTENT,
    PREFIXES,
    Difference,
    content_digest,
    differences,
    digests_as_test,
)

MESSAGE: dict[str, Any] = {"title": "Sale", "content": "Tonight"}


def body(message: dict[str, Any] = MESSAGE, **fields: Any) -> bytes:
    return json.dumps(
        {"audience_type": "all", "message_type": "notify", "message": message, **fields}
    ).encode()


def test_equal_requests_do_not_differ_whoever_gets_them() -> None:
    test = body(audience_type="token_list", token_list=["a"])
    assert differences(test, body(send_time="2026-12-01 09:30:00", plan_id="3")) == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ({}, {"title": "Sale!"}, Difference("message.title", "changed", "Sale", "Sale!")),
        ({}, {"xg_media_resources": "u"},
         Difference("message.xg_media_resources", "added", None, "u")),
        ({"thread_id": "t"}, {}, Difference("message.thread_id", "removed", "t", None)),
        ({"android": {"ring": 1}}, {"android": {"ring": 0}},
         Difference("message.android.ring", "changed", 1, 0)),
        ({}, {"android": {"action": {"browser": {"url": "u"}}}},
         Difference("message.android.action.browser.url", "added", None, "u")),
        ({"ios": {"aps": {"sound": "x"}}}, {},
         Difference("message.ios.aps.sound", "removed", "x", None)),
        ({"android": {"ring": 1}}, {"android": {"ring": True}},
         Difference("message.android.ring", "changed", 1, True)),
    ],
)  # fmt: skip
def test_each_field_is_told_with_its_path(
    old: dict[str, Any], new: dict[str, Any], told: Difference
) -> None:
    assert differences(body(MESSAGE | old), body(MESSAGE | new)) == (told,)


def test_the_way_to_the_phone_counts_as_well() -> None:
    found = differences(body(expire_time=86400), body(expire_time=3600))
    assert [(d.path, d.old, d.new) for d in found] == [("expire_time", 86400, 3600)]
    off = [{"channel": "hw", "disable": True}]
    assert [d.path for d in differences(body(), body(channel_rules=off))] == ["channel_rules"]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_prefix_of_a_test_is_no_difference(prefix: str) -> None:
    test = body(MESSAGE | {"title": prefix + "Sale"})
    assert differences(test, body()) == ()
    (found,) = differences(test, body(MESSAGE | {"title": "Sold"}))
    assert (found.old, found.new) == ("Sale", "Sold")
    assert differences(test, body(MESSAGE | {"title": prefix + "Sale"})) == ()


VALUES = st.dictionaries(
    st.sampled_from(["title", "content", "android", "thread_id"]),
    st.text(max_size=3) | st.dictionaries(st.sampled_from("abc"), st.integers(0, 3)),
)


@given(VALUES, VALUES)
def test_nothing_differs_exactly_where_the_content_is_the_same(
    one: dict[str, Any], two: dict[str, Any]
) -> None:
    old, new = body(one), body(two)
    told = differences(old, new)
    if content_digest(old) in digests_as_test(new):
        assert told == ()
    for found in told:
        assert found.path.split(".")[0] in CONTENT
        assert (found.kind == "added") == (found.old is None)
        assert (found.kind == "removed") == (found.new is None)


@pytest.mark.parametrize("odd", [b"", b"[]", b"{", b"null"])
def test_what_is_no_request_is_not_compared(odd: bytes) -> None:
    with pytest.raises(ValueError, match=r"JSON|Expecting"):
        differences(odd, body())
    with pytest.raises(ValueError, match=r"JSON|Expecting"):
        content_digest(odd)
