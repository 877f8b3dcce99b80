"""A Chat push read back from its body makes the same body again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tpns_desktop.model.chat_dialects import DIALECTS, Dialect
from tpns_desktop.model.chat_draft import ELEMENTS, chat_body, empty_chat_draft, new_element
from tpns_desktop.model.chat_options import OPTIONS
from tpns_desktop.model.chat_reading import chat_draft_of
from tpns_desktop.model.draft_shape import has_shape_of_chat_draft

NUMBERS = {"width", "height", "size", "seconds", "index", "thumb_width", "thumb_height"}
PLACES = {"latitude": "22.5", "longitude": "-114"}


def full(kind: str) -> dict[str, Any]:
    """A draft with something in every field."""
    draft = empty_chat_draft()
    draft["audience"]["kind"] = kind
    draft["audience"]["tags"] = {"any": ["a", "b"], "all": ["c"]}
    draft["audience"]["attributes"] = {"any": [["City", "深圳"]], "all": [["Level", "gold"]]}
    draft["audience"]["users"]["text"] = "amy\nbob"
    draft["message"].update(sender="shop", life_s="3600", online_only=True)
    draft["message"]["elements"] = [
        {"kind": kind_, **{name: of(name) for name in fields}} for kind_, fields in ELEMENTS.items()
    ]
    draft["notification"].update(
        title="Tonight", text="At eight", extension='{"a":1}', data_id="d1"
    )
    draft["notification"]["badge"] = {"kind": "set", "value": "3"}
    for option in OPTIONS:
        place = draft
        *way, last = option.path.split(".")
        for name in way:
            place = place[name]
        place[last] = option.choices[-1] if option.choices else "5" if option.value else "x"
    return draft


def of(name: str) -> str:
    if name == "format":
        return "PNG"
    return PLACES.get(name) or ("7" if name in NUMBERS or name.endswith("size") else f"some {name}")


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
    body["OfflinePushInfo"]["PushTemplateId"] = "1400000000-1"
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
