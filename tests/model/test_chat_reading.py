"""A Chat push read back from its body makes the same body again."""

from __future__ import annotations

import json

import pytest

from tests.model.chat_drafts import full
from tpns_desktop.model.chat_dialects import DIALECTS, Dialect
from tpns_desktop.model.chat_draft import chat_body, empty_chat_draft, new_element
from tpns_desktop.model.chat_reading import chat_draft_of
from tpns_desktop.model.draft_shape import has_shape_of_chat_draft


@pytest.mark.parametrize("kind", ["all", "tags", "attributes", "users"])
@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=lambda one: one.id)
def test_every_field_comes_back(dialect: Dialect, kind: str) -> None:
    body = json.loads(json.dumps(chat_body(full(kind), dialect, 7)))
    draft, exact = chat_draft_of(body, dialect)
    assert exact
    assert chat_body(draft, dialect, 7) == body
    assert has_shape_of_chat_draft(draft)


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=lambda one: one.id)
def test_what_the_form_cannot_show_is_said_to_be_left(dialect: Dialect) -> None:
    body = chat_body(full("all"), dialect, 7)
    body["OfflinePushInfo"]["OfALaterYear"] = "1"
    draft, exact = chat_draft_of(body, dialect)
    assert not exact
    assert draft["notification"]["title"] == "Tonight"


def test_what_is_no_body_gives_an_empty_draft() -> None:
    for nothing in (None, [], "x"):
        assert chat_draft_of(nothing, DIALECTS["all_member_push"]) == (empty_chat_draft(), False)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("audience.tags.any", "vip"),
        ("audience.tags.any", [1]),
        ("audience.attributes.all", [["City"]]),
        ("message.elements", [{"kind": "poem"}]),
        ("message.elements", [{"kind": "text", "text": 1}]),
        ("message.elements", ["text"]),
        ("message.life_s", 60),
        ("notification.on", "yes"),
        ("notification.languages", [{"language": "en"}]),
        ("notification.ios.live", "x"),
        ("schedule", []),
    ],
)
def test_what_comes_from_outside_in_another_shape_is_no_draft(path: str, value: object) -> None:
    draft = full("tags")
    assert has_shape_of_chat_draft(draft)
    assert has_shape_of_chat_draft({"message": {"elements": [new_element("face")]}, "later": 1})
    place = draft
    *way, last = path.split(".")
    for name in way:
        place = place[name]
    place[last] = value
    assert not has_shape_of_chat_draft(draft)


def test_without_a_message_the_flag_means_phones_that_are_online() -> None:
    push = DIALECTS["timpush_push"]
    body = chat_body(full("all"), push, 7)
    assert (body["OfflinePushInfo"]["PushFlag"], body["OfflinePushInfo"]["Title"]) == (1, "Tonight")
    draft, exact = chat_draft_of(body, push)
    assert exact
    assert draft["message"]["online_only"]
    assert draft["notification"]["on"]
