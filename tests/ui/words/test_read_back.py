"""Whatever a draft decides is said in words before it leaves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.send import builders
from tests.ui import pushes
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.model.options import OPTIONS, Option
from tpns_desktop.model.reading import Left
from tpns_desktop.send.review import Review
from tpns_desktop.ui.screens.review import read_back as page
from tpns_desktop.ui.words import read_back as words
from tpns_desktop.ui.words.options import OPTION_WORDS, choice_words

pytestmark = pytest.mark.usefixtures("qapp")

GIVEN: dict[str, str] = {
    "message.picture": "https://img.example.com/sale.png",
    "message.audio": "https://img.example.com/bell.mp3",
    "message.android.icon_res": "https://img.example.com/icon.png",
    "message.android.icon_color": "#01e240",
    "message.android.vivo_category": "IM",
    "message.android.hw_category": "IM",
    "message.android.n_category": "promo",
}
"""Options that take more than any text → one they take."""


def lines(review: Review) -> list[tuple[str, str, str]]:
    told = [
        *page.who_lines(review),
        *page.what_lines(review),
        *page.when_lines(review, pushes.NOW),
    ]
    return [line for line in told if line[1]]


def said(draft: Mapping[str, Any]) -> str:
    review = pushes.review(draft)
    assert review.rows, [finding.id for finding in review.examination.errors]
    return "\n".join("\n".join(line) for line in lines(review))


def value_of(option: Option) -> str:
    if option.path in GIVEN:
        return GIVEN[option.path]
    if option.choices:
        return next(choice for choice in reversed(option.choices) if choice != option.default)
    return "7" if option.kind == "number" else "given_text"


def shown_as(option: Option, value: str) -> str:
    return choice_words(option.path, value) if option.choices else value


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.path)
def test_each_option_is_read_back_by_its_label(option: Option) -> None:
    value = value_of(option)
    draft = builders.draft("all", **{option.path.replace(".", "__"): value})
    if option.path == "message.android.ring_raw":
        draft["message"]["android"]["n_ch_id"] = "sales"
    if option.path.endswith("icon_res"):
        draft["message"]["android"]["icon_type"] = "1"
    if option.path == "message.group.summary":
        draft["message"]["group"]["id"] = "sales"
    if option.path == "message.android.icon_type":
        draft["message"]["android"]["icon_res"] = GIVEN["message.android.icon_res"]
    found = said(draft)
    label = OPTION_WORDS[option.path].title
    of_option = [line for line in found.splitlines() if label in line]
    assert of_option
    assert shown_as(option, value) in found
    assert "Also sent" not in found
    assert found != said(builders.draft("all"))


DECISIONS: list[tuple[dict[str, Any], list[str]]] = [
    ({"name": "Winter sale"}, ["Winter sale"]),
    ({"message__title": "Only today"}, ["Only today"]),
    ({"message__content": "Come at eight."}, ["Come at eight."]),
    (
        {"message__tap": {"kind": "web", "url": "https://a.example.com/x", "confirm": True}},
        ["https://a.example.com/x", "Asks before"],
    ),
    ({"message__tap": {"kind": "page", "page": "shop://orders"}}, ["shop://orders"]),
    (
        {
            "message__tap": {
                "kind": "activity",
                "activity": "com.shop.Orders",
                "intent_flags": "41",
                "pending_flags": "42",
            }
        },
        ["com.shop.Orders", "Intent flags: 41", "PendingIntent flags: 42"],
    ),
    (
        {"message__custom": [["order", "4711"], ["rows", '{"a": 1}', "json"]]},
        ["order: 4711", 'rows: {"a":1}'],
    ),
    (
        {"message__accept": [{"start": "22:00", "end": "07:30"}]},
        ["22:00 to 07:30"],
    ),
    (
        {
            "message__title": "For {{name}}",
            "message__personal": {
                "on": True,
                "title": "For you",
                "content": "All of you",
                "subtitle": "Even so",
            },
        },
        ["For {{name}}", "For you", "All of you", "Even so", "filled with what is known"],
    ),
    ({"message__in_app_too": True}, ["banner"]),
    (
        {
            "message__kind": "message",
            "message__custom": [["sync", "now"]],
        },
        ["In-app message", "Silent message", "sync: now"],
    ),
    ({"schedule__kind": "at", "schedule__at": "2026-11-19T18:00"}, ["18:00"]),
    ({"schedule__expire_s": "7200"}, ["2 hour"]),
    ({"schedule__speed": "5000"}, ["At most 5,000 a second"]),
    ({"schedule__channels_off": ["hw", "apns"]}, ["Huawei", "Apple (APNs)"]),
    ({"schedule__online_type": "0"}, ["TPNS's own channel first"]),
    ({"schedule__online_type": "1"}, ["the maker's channel"]),
    (
        {
            "schedule__replaces": {"android": "4711", "ios": "4712", "title": "Wrong price"},
            "schedule__force_replace": True,
        },
        ["Wrong price", "4711", "4712", "OPPO and vivo"],
    ),
    ({"schedule__all_packages": True}, ["All packages"]),
    (
        {
            "sms": {
                "on": True,
                "delay_s": "600",
                "trigger": "2",
                "template_id": "110011",
                "app_id": "1400123456",
                "sign_name": "Mall",
                "params": ["4711"],
            }
        },
        ["10 minute", "nobody tapped", "110011", "1400123456", "Mall", "4711"],
    ),
]
"""Changes of a draft → words that say them."""

ELSEWHERE = (
    "audience",  # the tests below, and those of `words.review`
    "schedule.loop",
    "plan",
    "sms.template_text",  # never sent: what the template said when it was chosen
)
"""Parts of a draft that are read back in other tests, or by nobody."""


@pytest.mark.parametrize(("changes", "words_said"), DECISIONS)
def test_each_other_decision_is_read_back(
    changes: Mapping[str, Any], words_said: list[str]
) -> None:
    found = said(builders.draft("all", **changes))
    assert [part for part in words_said if part not in found] == []


@pytest.mark.parametrize(
    ("every", "days", "first"),
    [
        ("1", [], "Every day at 09:30, 20:00"),
        ("2", ["1", "0"], "Every week on Monday, Sunday, at 09:30, 20:00"),
        ("3", ["1", "15"], "Every month on day 1, 15, at 09:30, 20:00"),
    ],
)
def test_a_repeated_push_says_its_days_and_next_runs(
    every: str, days: list[str], first: str
) -> None:
    loop = {
        "every": every,
        "days": days,
        "times": ["09:30", "20:00"],
        "start": "2026-11-20",
        "end": "2026-12-20",
    }
    review = pushes.review(builders.draft("all", schedule__kind="loop", schedule__loop=loop))
    (leaves,) = (line for line in lines(review) if line[0] == "Leaves")
    assert leaves[1].startswith(first)
    assert "20 Nov 2026" in leaves[1]
    assert "20 Dec 2026" in leaves[1]
    assert leaves[2].splitlines()[0].count("; ") >= 3


def test_devices_are_named_and_wrong_tokens_skipped() -> None:
    draft = builders.draft("device")
    draft["audience"]["device"] = {
        "text": "",
        "platform": None,
        "named": [{"name": "Li's phone", "token": builders.TOKEN, "platform": "android"}],
        "skip_bad": True,
    }
    found = said(draft)
    assert "Li's phone" in found
    assert "Skipped" in found


def test_a_sound_taken_away_is_said() -> None:
    assert "Sound: none" in said(builders.draft("all", message__ios__sound=""))


@pytest.mark.parametrize("kind", ["all", "tag", "account", "device"])
def test_an_ordinary_push_has_nothing_without_words(kind: str) -> None:
    review = pushes.review(builders.draft(kind))
    assert "Also sent" not in [name for name, _, _ in lines(review)]


def test_what_has_no_words_is_named_as_it_stands() -> None:
    body = b'{"audience_type": "all", "message": {"title": "a", "android": {"brandnew": 5}}}'
    told = words.tell("android", body)
    assert told.left == (Left("message.android.brandnew", "unknown"),)
    told_lines = {name: fact for name, fact, _ in words.message_lines([told])}
    assert told_lines["Also sent"] == "message.android.brandnew: 5"


def test_no_place_of_a_draft_is_forgotten_here() -> None:
    tested = {option.path for option in OPTIONS}
    for changes, _ in DECISIONS:
        for path, value in changes.items():
            whole = path.replace("__", ".")
            tested |= {f"{whole}.{name}" for name in value} if isinstance(value, dict) else {whole}
    assert [
        path for path in places(empty_draft()) if path not in tested and not is_elsewhere(path)
    ] == []


def places(draft: Mapping[str, Any], path: str = "") -> Iterator[str]:
    for name, value in draft.items():
        here = f"{path}.{name}" if path else name
        if isinstance(value, dict):
            yield from places(value, here)
        else:
            yield here


def is_elsewhere(path: str) -> bool:
    return any(path == part or path.startswith(f"{part}.") for part in ELSEWHERE)
