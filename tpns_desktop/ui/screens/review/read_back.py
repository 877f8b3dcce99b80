"""The lines of the three groups, from a review's frozen bytes and nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tpns_desktop.model.draft import named_devices
from tpns_desktop.ui.words import review as words
from tpns_desktop.ui.words.audience import PLATFORMS, device_words

if TYPE_CHECKING:
    from tpns_desktop.send.review import PushFacts, Review

translate = QCoreApplication.translate

Lines = list[tuple[str, str, str]]
"""(name, fact, hint) a line; a line without a fact is not shown."""


def who_lines(review: Review) -> Lines:
    """Which app, which systems, who, and how sure the number is."""
    facts = review.rows[0].facts
    platforms = tuple(row.platform for row in review.rows)
    test_builds = [words.environment_sentence(row.facts.environment) for row in review.rows]
    repeats = words.repeats_sentence(review.examination.audience.repeats)
    return [
        (
            translate("ReadBack", "App"),
            f"{review.app_name} — {words.systems(platforms)}",
            "".join(test_builds),
        ),
        (
            translate("ReadBack", "To"),
            _to(review),
            words.reach_sentence(facts),
        ),
        *_list_lines(review),
        (translate("ReadBack", "On"), words.devices_sentence(facts), ""),
        (translate("ReadBack", "Among them"), _first(review), repeats),
    ]


def _to(review: Review) -> str:
    """Who; devices of the device book by the names they had when it was reviewed."""
    facts = review.rows[0].facts
    if words.kind_of(facts) != "device":
        return words.who_sentence(facts, review.app_name)
    tokens = {(row.platform, one) for row in review.rows for one in _tokens(row.body)}
    chosen = named_devices(dict(review.examination.draft))
    names = [name for platform, token, name in chosen if (platform, token) in tokens]
    return device_words(words.devices_in(review), names)


def _tokens(body: bytes) -> list[str]:
    found: list[str] = json.loads(body).get("token_list", [])
    return found


def _list_lines(review: Review) -> Lines:
    """Which file, and when it is uploaded; none for other audiences."""
    row, audience = review.rows[0], review.examination.audience
    if row.list_id is None:
        return []
    name = str((audience.file or {}).get("name", ""))
    return [
        (
            translate("ReadBack", "List"),
            words.list_sentence(name, row.list_bytes or 0, row.list_sha256 or ""),
            translate("ReadBack", "The checked copy is what is sent, whatever becomes of the file"),
        ),
        (
            translate("ReadBack", "Upload"),
            words.upload_sentence(),
            translate("ReadBack", "If the upload fails, nothing is sent"),
        ),
    ]


def _first(review: Review) -> str:
    row = review.rows[0]
    if words.kind_of(row.facts) == "device":
        first = tuple(one for row in review.rows for one in row.facts.first)
        return words.first_masked(replace(row.facts, first=first, count=words.devices_in(review)))
    if row.list_id is None:
        return words.first_masked(row.facts)
    return words.first_of_list(review.examination.audience.first, row.list_accounts or 0)


def what_lines(review: Review) -> Lines:
    """Title, text and what a tap does, a system where they differ."""
    facts = [row.facts for row in review.rows]
    lines: Lines = []
    for name, told in (
        (translate("ReadBack", "Title"), [f.title for f in facts]),
        (translate("ReadBack", "Text"), [f.content for f in facts]),
        (translate("ReadBack", "When tapped"), [words.tap_sentence(f) for f in facts]),
    ):
        lines.append((name, _by_system(review, told), ""))
    return lines


def when_lines(review: Review, now: datetime) -> Lines:
    """When it leaves and starts, how long it is tried, the text message and the plan."""
    facts = review.rows[0].facts
    lines: Lines = [
        (
            translate("ReadBack", "Leaves"),
            words.leaves_sentence(facts, now),
            _start_hint(facts, review.hold_s),
        ),
        (translate("ReadBack", "Keep trying for"), words.expiry_sentence(facts.expire_s), ""),
        (
            translate("ReadBack", "Plan"),
            words.plan_sentence(
                review.plan_name, {row.platform: row.facts.plan_id for row in review.rows}
            ),
            "",
        ),
        (
            translate("ReadBack", "Text message"),
            words.sms_sentence(facts.sms)
            if facts.sms is not None
            else translate("ReadBack", "None"),
            words.sms_values(facts.sms) if facts.sms is not None else "",
        ),
    ]
    return lines


def _start_hint(facts: PushFacts, hold_s: int | None) -> str:
    hold = words.hold_sentence(hold_s)
    if facts.send_time is None:
        return hold
    own = words.own_clock_sentence(facts.send_time)
    return f"{own}\n{hold}" if own else hold


def _by_system(review: Review, told: list[str]) -> str:
    if len(set(told)) == 1:
        return told[0]
    return "\n".join(
        translate("ReadBack", "{0}: {1}").format(PLATFORMS[row.platform], text)
        for row, text in zip(review.rows, told, strict=True)
    )
