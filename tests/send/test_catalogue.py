"""The whole catalogue of checks: each speaks where it should, and not a step further."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.send.builders import NOW, app, context, draft
from tests.send.catalogue import ALSO, CASES, NIGHT, PERSONAL, Case, at, listed, loop, row, sms, tap
from tpns_desktop.send.check_links import inward
from tpns_desktop.send.check_timing import by_day
from tpns_desktop.send.checks import CHECKS, Finding, examine
from tpns_desktop.send.quiet import QuietHours

LEVELS = {check.id: check.level for check in CHECKS}


def found(id: str, case: Case) -> Finding:
    findings = examine(*case.speaking()).findings
    here = [one for one in findings if (one.id, one.field) == (id, case.field)]
    assert len(here) == 1, [(one.id, one.field) for one in findings]
    return here[0]


def test_the_table_holds_every_check() -> None:
    assert set(CASES) == {check.id for check in CHECKS}
    assert {id for id, _ in ALSO} <= set(CASES)


@pytest.mark.parametrize("id", CASES)
def test_it_speaks_at_its_field_and_level_and_is_silent_one_step_away(id: str) -> None:
    case = CASES[id]
    assert found(id, case).level == (case.level or LEVELS[id])
    assert id not in {one.id for one in examine(*case.silent()).findings}


@pytest.mark.parametrize(("id", "case"), ALSO)
def test_it_speaks_of_every_way_to_get_it_wrong(id: str, case: Case) -> None:
    found(id, case)


@pytest.mark.parametrize(("id", "case"), [*CASES.items(), *ALSO])
def test_what_stops_is_said_once_and_by_name(id: str, case: Case) -> None:
    examined = examine(*case.speaking())
    errors = [one for one in examined.errors if one.field == case.field]
    if LEVELS[id] == "E" and (case.level or "E") == "E":
        assert [one.id for one in errors] == [id]
    # What the model refuses is said in words of its own, wherever there are any.
    assert not [one.id for one in examined.errors if one.id.startswith("field.")]


# ------------------------------------------------------------------------------ what is not said


def told(made: dict[str, Any], **around: Any) -> set[str]:
    return {one.id for one in examine(made, context(**around)).findings}


def test_nobody_sleeps_or_pays_in_practice() -> None:
    practice = app(kind="practice")
    made = draft("tag", **sms())
    assert not told(made, app=practice, now=NIGHT) & {
        "time.night",
        "sms.cost",
        "target.unknown_size",
        "test.none",
    }
    assert {"time.night", "sms.cost", "target.unknown_size"} <= told(made, now=NIGHT)


def test_a_night_for_which_settings_ask_a_reason_is_not_said_twice() -> None:
    from datetime import time

    quiet = QuietHours(time(22), time(8))
    assert "time.night" not in told(draft(), now=NIGHT, quiet=quiet)
    # Outside of these hours it is still night.
    assert "time.night" in told(draft(), now=NIGHT, quiet=QuietHours(time(1), time(5)))


def test_a_night_ends_at_eight_and_begins_at_ten() -> None:
    for clock, asleep in (("21:59", False), ("22:00", True), ("07:59", True), ("08:00", False)):
        made = draft(schedule__kind="at", schedule__at=f"2026-11-25T{clock}")
        assert ("time.night" in told(made)) == asleep, clock


@pytest.mark.parametrize(
    ("sent", "moved"),
    [("2026-11-20T23:30", "2026-11-21T09:00"), ("2026-11-20T00:10", "2026-11-20T09:00")],
)
def test_a_night_is_moved_to_the_morning_after_it(sent: str, moved: str) -> None:
    case = Case("schedule.kind", {"schedule__kind": "at", "schedule__at": sent})
    assert found("time.night", case).params["to"] == moved


def test_of_a_repetition_only_the_nightly_times_move_and_none_twice() -> None:
    assert by_day(["10:00", "23:00", "05:30", "soon"]) == ["10:00", "09:00", "soon"]
    assert by_day(None) == []


def test_typed_ids_cannot_be_moved_to_the_morning_so_nobody_offers_it() -> None:
    case = Case("schedule.kind", kind="account", wrong_context={"now": NIGHT})
    assert found("time.night", case).fix is None
    assert found("time.night", CASES["time.night"]).fix == "move_to_morning"


def test_a_message_without_a_notification_has_no_tap_no_cut_and_wakes_nobody() -> None:
    made = draft(
        message__kind="message",
        message__content="a" * 200,
        message__custom=[["a", "1"]],
        **tap(kind="web", url="no address"),
    )
    assert told(made, now=NIGHT) == {"silent.limit", "plan.none", "test.none"}


def test_what_is_silent_on_iphones_needs_no_words() -> None:
    made = draft(
        message__kind="message",
        message__title="",
        message__content="",
        message__custom=[["a", "1"]],
    )
    examined = examine(made, context(app=app(android_access_id=None)))
    assert examined.can_review
    # In an app on Android somebody may read them.
    assert "text.empty" in told(made)


def test_makers_that_are_left_out_do_not_count() -> None:
    case = Case("message.content", {"message__content": "a" * 101})
    assert [id for id, _ in found("text.len", case).params["vendors"]] == ["hw", "mz"]
    fewer = replace(case, both={"schedule__channels_off": ["hw"]})
    assert found("text.len", fewer).params["vendors"] == (("mz", 100),)


def test_chinese_counts_double_for_vivo_alone() -> None:
    case = Case("message.content", {"message__content": "中" * 65})
    assert found("text.len", case).params["vendors"] == (("vivo", 128),)


def test_blanks_are_no_code_where_they_are_filled_in() -> None:
    made = draft(message__content="{{name}}, hello", message__personal=PERSONAL)
    assert "text.code" not in told(made)
    assert found("text.code", CASES["text.code"]).fix == "personal_on"


@pytest.mark.parametrize(
    ("host", "why"),
    [
        ("localhost", "inside"),
        ("shop", "inside"),
        ("wiki.corp", "inside"),
        ("a.test", "inside"),
        ("127.0.0.1", "inside"),
        ("10.1.2.3", "inside"),
        ("::1", "inside"),
        ("fd00::1", "inside"),
        ("8.8.8.8", ""),
        ("test.shop.com", "trial"),
        ("shop-uat.example.com", "trial"),
        ("dev2.example.com", "trial"),
        ("shop.example.com", ""),
        ("contest.com", ""),
        ("latest.shop.com", ""),
        ("devices.shop.com", ""),
        ("test.com", "trial"),
        ("商店.中国", ""),
    ],
)
def test_addresses_that_only_insiders_open_are_known_by_their_names(host: str, why: str) -> None:
    assert inward(host) == why


@pytest.mark.parametrize("answer", [200, 301, "network"])
def test_a_page_that_answers_or_could_not_be_asked_is_not_spoken_of(answer: Any) -> None:
    url = "https://shop.example.com/a"
    assert "link.dead" not in told(draft(**tap(kind="web", url=url)), links={url: answer})


def test_the_number_of_texts_is_that_of_the_audience_and_says_where_it_comes_from() -> None:
    file = listed(row(), both={"audience__file__list_id": "list1", **sms()}, field="sms.on")
    cases = {
        "account": (Case("sms.on", sms(), kind="account"), 2),
        "device": (Case("sms.on", sms(), kind="device"), 1),
        "file": (file, 9),
        "unknown": (Case("sms.on", sms(), kind="tag"), 0),
    }
    for state, (case, count) in cases.items():
        params = found("sms.cost", case).params
        assert (params["state"], params["count"]) == (state, count)


def test_times_of_a_push_that_leaves_at_once_are_not_looked_at() -> None:
    made = draft(**loop(times=["23:00"], start="2020-01-01") | {"schedule__kind": "now"})
    assert told(made) == {"link.none", "plan.none", "test.none"}
    made = draft("account", schedule__speed="7", schedule__replaces__android="x")
    assert "time.speed" not in told(made)


def test_a_time_that_is_none_is_not_called_a_night() -> None:
    assert "time.night" not in told(draft(schedule__kind="at", schedule__at=""), now=NIGHT)
    assert "time.night" not in told(draft(**at(NOW)), now=NOW)
