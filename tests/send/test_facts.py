"""What counts as the same push, whom the devices are, and when a repeated push goes out."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.send.builders import NOW, TOKEN, context, draft
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.send.facts import facts_about

OTHER = "05a305f6b71abb3a6b8c759fd1bc56b4bb44"


def prints(kind: str = "all", **changes: Any) -> dict[str, str]:
    found = facts_about(draft(kind, **changes), context())
    assert found.bodies, found.problems
    return dict(found.fingerprints)


@pytest.mark.parametrize(
    "changes",
    [
        {"schedule__speed": "5000"},
        {"schedule__expire_s": "3600"},
        {"schedule__channels_off": ["hw"]},
        {"schedule__online_type": "1"},
        {"schedule__replaces": {"android": "7", "ios": "8", "title": "Sale"}},
        {"message__accept": [{"start": "09:00", "end": "21:00"}]},
        {"message__in_app_too": True},
    ],
)
def test_how_and_when_it_goes_does_not_make_another_push(changes: dict[str, Any]) -> None:
    assert prints(**changes) == prints()


@pytest.mark.parametrize(
    "changes",
    [
        {"message__custom": [["order", "1"]]},
        {"message__picture": "https://img.example.com/a.png"},
        {"message__kind": "message"},
        {"schedule__all_packages": True},
    ],
)
def test_other_words_or_people_do(changes: dict[str, Any]) -> None:
    assert prints(**changes)["android"] != prints()["android"]


def test_bad_tokens_left_out_are_the_same_people() -> None:
    device = {**empty_draft()["audience"]["device"], "text": TOKEN, "platform": "android"}
    skipping = {**device, "skip_bad": True}
    assert prints("device", audience__device=skipping) == prints("device", audience__device=device)


def test_typed_and_named_devices_are_counted_for_each_platform() -> None:
    device = {
        "text": f"{TOKEN}\n{TOKEN}",
        "platform": "android",
        "named": [
            {"name": "Office", "token": TOKEN, "platform": "android"},
            {"name": "Wang", "token": OTHER, "platform": "ios"},
            {"name": "Li", "token": OTHER, "platform": "android"},
        ],
        "skip_bad": False,
    }
    found = facts_about(draft("device", audience__device=device), context())
    audience = found.audience
    assert audience.by_platform == {"android": 2, "ios": 1}
    assert (audience.count, audience.repeats) == (3, 2)
    assert audience.named == ("Office", "Wang", "Li")
    assert audience.platforms == found.platforms == ("android", "ios")
    assert set(found.bodies) == {"android", "ios"}
    assert audience.as_dict()["by_platform"] == {"android": 2, "ios": 1}


def test_a_repeated_push_tells_its_next_runs() -> None:
    today = NOW.astimezone(SERVICE_ZONE).date()
    loop = {"every": "1", "days": [], "times": ["23:59"], "start": str(today), "end": ""}
    found = facts_about(draft(schedule__kind="loop", schedule__loop=loop), context())
    assert len(found.runs) == 5
    assert found.sends_on == found.runs[0]
    assert NOW < found.runs[0] <= NOW + timedelta(days=1)
    assert found.send_at is None


@pytest.mark.parametrize("kind", ["account", "device"])
def test_what_a_hidden_field_holds_is_no_run(kind: str) -> None:
    loop = {"every": "1", "days": [], "times": ["09:00"], "start": "", "end": ""}
    assert (
        facts_about(draft(kind, schedule__kind="loop", schedule__loop=loop), context()).runs == ()
    )
    assert facts_about(draft(schedule__loop=loop), context()).runs == ()
