"""What the model refuses is told at the field of the form that mends it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.send.builders import context, draft, plan
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.model.options import OPTIONS
from tpns_desktop.send.blame import draft_path
from tpns_desktop.send.checks import examine


def at(path: str) -> Any:
    """Whatever stands at a draft's path; a KeyError names a path that no draft has."""
    place: Any = empty_draft()
    for name in path.split("."):
        place = place[name]
    return place


def errors(made: dict[str, Any]) -> dict[str, str]:
    examined = examine(made, context())
    return {f.field: f.id for f in examined.errors if f.id.startswith("field.")}


@pytest.mark.parametrize(
    ("wire", "platform", "path"),
    [
        (".".join(option.wire_on(platform)), platform, option.path)
        for option in OPTIONS
        for platform in option.platforms
    ],
)
def test_each_option_is_led_to_its_own_field(wire: str, platform: str, path: str) -> None:
    assert draft_path(wire, platform) == path
    assert isinstance(at(path), str)


LOOP = {"every": "2", "days": ["0"], "times": ["09:00"], "start": "2027-01-16", "end": "2027-02-15"}


def looped(**changes: Any) -> dict[str, Any]:
    start = context().now.date()
    days = {"start": str(start), "end": str(start.replace(day=28))}
    return {"schedule__kind": "loop", "schedule__loop": {**LOOP, **days, **changes}}


def tapped(**tap: Any) -> dict[str, Any]:
    return {"message__tap": {**empty_draft()["message"]["tap"], **tap}}


def personal(**texts: Any) -> dict[str, Any]:
    given = {"on": True, "title": "a", "content": "b", "subtitle": ""}
    return {"message__personal": {**given, **texts}}


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"message__kind": "popup"}, "message.kind", "not_allowed"),
        ({"message__custom": [["", "1"]]}, "message.custom", "empty_key"),
        ({"message__custom": [["a", "1"], ["a", "2"]]}, "message.custom", "repeated_key"),
        ({"message__custom": [["a", "{", "json"]]}, "message.custom", "bad_format"),
        ({"message__accept": [{"start": "9", "end": "21:00"}]}, "message.accept", "bad_format"),
        (
            {"message__accept": [{"start": "09:00", "end": "09:00"}]},
            "message.accept",
            "not_allowed",
        ),
        (personal(title=""), "message.personal.title", "required"),
        (personal(content=" "), "message.personal.content", "required"),
        (tapped(kind="activity"), "message.tap.activity", "required"),
        (
            tapped(kind="activity", activity="A", intent_flags="x"),
            "message.tap.intent_flags",
            "bad_type",
        ),
        (
            tapped(kind="activity", activity="A", pending_flags="x"),
            "message.tap.pending_flags",
            "bad_type",
        ),
        ({"message__picture": "http://a.example/b.png"}, "message.picture", "not_allowed"),
        ({"message__audio": "a.mp3"}, "message.audio", "bad_format"),
        (
            {"message__group": {"id": "", "summary": "3 orders"}},
            "message.group.id",
            "required",
        ),
        ({"message__foreground": "3"}, "message.foreground", "not_allowed"),
        ({"message__android__ring_raw": "a"}, "message.android.n_ch_id", "required"),
        ({"message__android__icon_type": "1"}, "message.android.icon_res", "required"),
        ({"message__android__badge_type": "100"}, "message.android.badge_type", "too_large"),
        ({"message__android__icon_color": "red"}, "message.android.icon_color", "bad_type"),
        ({"message__ios__badge_type": "-3"}, "message.ios.badge_type", "too_small"),
        (
            {"message__ios__interruption_level": "loud"},
            "message.ios.interruption_level",
            "not_allowed",
        ),
        (looped(every="4"), "schedule.loop.every", "not_allowed"),
        (looped(days=[]), "schedule.loop.days", "required"),
        (looped(days=["7"]), "schedule.loop.days", "not_allowed"),
        (looped(times=[]), "schedule.loop.times", "required"),
        (looped(times=["9"]), "schedule.loop.times", "bad_format"),
        (looped(start=""), "schedule.loop.start", "required"),
        (looped(end="2020-01-01"), "schedule.loop.end", "too_early"),
        ({"schedule__speed": "10"}, "schedule.speed", "too_small"),
        ({"schedule__channels_off": ["pigeon"]}, "schedule.channels_off", "not_allowed"),
        ({"schedule__online_type": "2"}, "schedule.online_type", "not_allowed"),
        (
            {"schedule__replaces": {"android": "x", "ios": "1", "title": ""}},
            "schedule.replaces.android",
            "bad_type",
        ),
        (
            {"schedule__replaces": {"android": "1", "ios": "0", "title": ""}},
            "schedule.replaces.ios",
            "too_small",
        ),
    ],
)
def test_a_refusal_is_told_where_it_is_mended(
    changes: dict[str, Any], field: str, reason: str
) -> None:
    at(field)
    # A named check may say it better, at the same field.
    examined = examine(draft(**changes), context(plan=plan()))
    found = {finding.field: finding.id for finding in examined.errors}
    assert field in found
    assert found[field] == f"field.{reason}" or not found[field].startswith("field.")
    assert set(found) == {field}


def test_a_field_of_one_platform_names_it() -> None:
    (finding,) = [
        f
        for f in examine(draft(message__android__ring="2"), context()).errors
        if f.field == "message.android.ring"
    ]
    assert finding.platform == "android"
