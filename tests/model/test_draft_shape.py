"""A draft from outside has the shape that editors and requests rely on, or it is none."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.send.builders import draft
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.model.draft_shape import has_shape_of_draft


def full() -> dict[str, Any]:
    """A draft with something in each of its lists."""
    made = empty_draft()
    made["audience"]["tag"]["groups"] = [
        [{"tag_type": "xg_user_define", "match": "any", "tags": ["vip"]}]
    ]
    made["audience"]["device"]["named"] = [{"name": "Li", "token": "t" * 36, "platform": "ios"}]
    made["message"]["custom"] = [["k", "v"], ["n", "1", "json"]]
    made["message"]["accept"] = [{"start": "09:00", "end": "21:00"}]
    made["schedule"]["loop"].update(days=["1"], times=["09:30"])
    made["schedule"]["channels_off"] = ["hw"]
    made["sms"]["params"] = ["4711"]
    return made


def places(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Each place inside, those of groups and lists too."""
    if path:
        yield path
    inner: Any = ()
    if isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, list):
        inner = enumerate(value)
    for name, one in inner:
        yield from places(one, (*path, name))


def test_each_kind_of_draft_has_it() -> None:
    for kind in (None, "all", "tag", "account", "device", "file"):
        assert has_shape_of_draft(draft(kind)), kind
    assert has_shape_of_draft(full())
    assert has_shape_of_draft(empty_draft())
    older = json.loads(Path(__file__).with_name("older_drafts.json").read_text("utf-8"))
    assert all(has_shape_of_draft(case["draft"]) for case in older["cases"])


def test_what_is_missing_or_newer_is_no_fault() -> None:
    assert has_shape_of_draft({})
    made = full()
    del made["message"]["personal"], made["schedule"]["loop"]["every"]
    made["audience"]["weather"] = {"kind": 5}
    assert has_shape_of_draft(made)


@pytest.mark.parametrize("path", list(places(full())), ids=lambda path: ".".join(map(str, path)))
def test_a_value_of_another_kind_in_any_place_is_no_draft(path: tuple[str | int, ...]) -> None:
    made: Any = copy.deepcopy(full())
    *way, last = path
    at = made
    for name in way:
        at = at[name]
    at[last] = 7
    assert not has_shape_of_draft(made)


@pytest.mark.parametrize("value", [None, [], "draft", 1])
def test_what_is_no_group_at_all_is_no_draft(value: object) -> None:
    assert not has_shape_of_draft(value)


def test_rows_that_lack_a_part_are_no_draft() -> None:
    made = full()
    made["audience"]["tag"]["groups"] = [[{"tags": ["vip"]}]]
    assert not has_shape_of_draft(made)
    made = full()
    made["message"]["custom"] = [["only a key"]]
    assert not has_shape_of_draft(made)
