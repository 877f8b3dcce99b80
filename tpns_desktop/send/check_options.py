"""Checks of what a message carries besides its words: data, personal text, single choices.

Where the model refuses something, its rule is only named here (`refused.at`). Source: TPNS REST
fact sheet, 5.3 to 5.6.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from tpns_desktop.model.draft import may_be_scheduled
from tpns_desktop.model.limits import ANDROID_BADGE_MAX, ANDROID_BADGE_MIN, IOS_BADGE_MIN
from tpns_desktop.send import refused
from tpns_desktop.send import text as texts
from tpns_desktop.send.examination import Context
from tpns_desktop.send.facts import Facts, text_at, value_at
from tpns_desktop.send.rule import Check, Found

ATTRIBUTES_MAX: Final = 5
"""Different blanks of a personal text in the console; of the API nothing is said (5.6)."""

_OUT_OF_BOUNDS: Final = frozenset({"bad_type", "too_small", "too_large"})


def has_custom(draft: Mapping[str, Any]) -> bool:
    """Whether any row of custom data is filled in."""
    rows = value_at(draft, "message", "custom")
    return any(
        isinstance(text, str) and text.strip()
        for row in (rows if isinstance(rows, list) else ())
        if isinstance(row, list)
        for text in row[:2]
    )


def _custom_replace(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    listed = facts.chosen.kind if facts.chosen is not None else None
    replaces = text_at(draft, "schedule", "replaces", "android").strip()
    if not replaces or not may_be_scheduled(facts.audience.kind, listed):
        return
    off = value_at(draft, "schedule", "channels_off")
    huawei = "android" in facts.platforms and not (isinstance(off, list) and "hw" in off)
    if huawei and has_custom(draft):
        yield Found("message.custom", platform="android")


def _personal_unused(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if texts.is_personal(draft) and not _blanks(draft):
        yield Found("message.personal.on")


def _personal_many(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    count = len(_blanks(draft)) if texts.is_personal(draft) else 0
    if count > ATTRIBUTES_MAX:
        yield Found("message.content", {"count": count, "limit": ATTRIBUTES_MAX})


def _blanks(draft: Mapping[str, Any]) -> set[str]:
    """Names of the blanks in title, text and subtitle."""
    names = ("title", "content", "subtitle")
    return {name for part in names for name in texts.blanks(text_at(draft, "message", part))}


def _silent(draft: Mapping[str, Any], facts: Facts) -> bool:
    return text_at(draft, "message", "kind") == "message" and "ios" in facts.platforms


def _silent_empty(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if _silent(draft, facts) and not has_custom(draft):
        yield Found("message.custom", platform="ios")


def _silent_limit(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if _silent(draft, facts):
        yield Found("message.kind", platform="ios")


def _badge(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    bounds = {
        "message.android.badge_type": (ANDROID_BADGE_MIN, ANDROID_BADGE_MAX),
        "message.ios.badge_type": (IOS_BADGE_MIN, None),
    }
    for refusal in refused.refusals(draft, facts.problems, bounds):
        if refusal.reason in _OUT_OF_BOUNDS:
            least, most = bounds[refusal.field]
            params = {"least": str(least), "most": str(most)}
            yield Found(refusal.field, params, platform=refusal.platform)


CHECKS = (
    Check("custom.empty_key", "E", refused.at("message.custom", reasons={"empty_key"})),
    Check("custom.repeated_key", "E", refused.at("message.custom", reasons={"repeated_key"})),
    Check("custom.value", "E", refused.at("message.custom", reasons={"bad_format", "bad_type"})),
    Check("custom.replace", "W", _custom_replace),
    Check(
        "personal.defaults",
        "E",
        refused.at("message.personal.title", "message.personal.content", reasons={"required"}),
    ),
    Check("personal.many", "W", _personal_many),
    Check("personal.unused", "N", _personal_unused, "personal_off"),
    Check("accept.times", "E", refused.at("message.accept", reasons={"bad_format", "not_allowed"})),
    Check("silent.empty", "W", _silent_empty),
    Check("silent.limit", "N", _silent_limit),
    Check("group.name", "E", refused.at("message.group.id", reasons={"required"})),
    Check("sound.channel", "E", refused.at("message.android.n_ch_id", reasons={"required"})),
    Check(
        "sound.file",
        "E",
        refused.at("message.android.ring_raw", reasons={"bad_format"}),
        "drop_ending",
    ),
    Check(
        "vivo.category",
        "E",
        refused.at("message.android.vivo_category", reasons={"bad_format"}),
        "capitals",
    ),
    Check("icon.colour", "E", refused.at("message.android.icon_color", reasons=_OUT_OF_BOUNDS)),
    Check("badge.bounds", "E", _badge),
)
