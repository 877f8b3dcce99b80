"""The lines of the three groups, from a review's frozen bytes and nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from tpns_desktop.model.draft import named_devices, value_at
from tpns_desktop.ui.words import chat_read_back, reach, read_back
from tpns_desktop.ui.words import review as words
from tpns_desktop.ui.words.audience import PLATFORMS, device_words
from tpns_desktop.ui.words.checks import sentence
from tpns_desktop.ui.words.sms_text import length_words, not_known

if TYPE_CHECKING:
    from tpns_desktop.send.audiences import Reach
    from tpns_desktop.send.chat_facts import ChatFacts
    from tpns_desktop.send.review import Review, SmsFacts
    from tpns_desktop.ui.words.read_back import Line, Told

translate = QCoreApplication.translate


def chat_facts(review: Review) -> ChatFacts | None:
    """What a push to users of a Chat app says; None for every other."""
    row = next(iter(review.rows), None)
    if row is None or row.platform != "chat":
        return None
    # Loaded long ago, with the desk that made the review.
    from tpns_desktop.send.chat_facts import chat_facts_of

    dialect: Any = row.environment
    return chat_facts_of(row.body, dialect)


def button_words(review: Review) -> str:
    """The verb and the number on the button."""
    chat = chat_facts(review)
    return words.send_words(review) if chat is None else chat_read_back.send_words(review, chat)


def question_words(review: Review, now: datetime) -> str:
    """The question of the confirmation."""
    chat = chat_facts(review)
    if chat is None:
        return words.question_words(review, now)
    return chat_read_back.question_words(review, chat, now)


def message_words(review: Review) -> str:
    """Title and text, as the confirmation repeats them."""
    chat = chat_facts(review)
    if chat is None:
        facts = review.rows[0].facts
        return translate("ConfirmDialog", "“{0}”").format(facts.title) + f"\n{facts.content}"
    from tpns_desktop.send.chat_facts import message_words as said_in

    title = translate("ConfirmDialog", "“{0}”").format(chat.title) if chat.title else ""
    return "\n".join(part for part in (title, said_in(chat) or chat.text) if part)


def told_of(review: Review) -> tuple[Told, ...]:
    """Its requests, taken apart."""
    return tuple(read_back.tell(row.platform, row.body) for row in review.rows)


def who_lines(review: Review, known: Reach | None = None) -> list[Line]:
    """Which app, which systems, who, and how sure the number is.

    `known`: how many devices that is, as far as it was read.
    """
    chat = chat_facts(review)
    if chat is not None:
        return chat_read_back.who_lines(chat, review.app_name, review.rows[0].access_id)
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
        *_count_lines(known),
        *_list_lines(review),
        (translate("ReadBack", "On"), words.devices_sentence(facts), ""),
        (translate("ReadBack", "Among them"), _first(review), repeats),
        *read_back.people_lines(told_of(review)),
    ]


def _count_lines(known: Reach | None) -> list[Line]:
    """How many, with the source and its age; none for audiences that are counted exactly."""
    if known is None or known.kind not in ("all", "tag"):
        return []
    name = translate("ReadBack", "How many")
    if known.kind == "all":
        source = reach.everyone_source(known)
        count = reach.everyone_count(known)
        return [(name, count, source) if count else (name, source, "")]
    return [(name, "\n".join(reach.tag_lines(known)), "")]


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


def _list_lines(review: Review) -> list[Line]:
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


def what_lines(review: Review) -> list[Line]:
    """What it says, what a tap does, and every choice besides; a system where they differ."""
    named = str(value_at(dict(review.examination.draft), "name") or "").strip()
    chat = chat_facts(review)
    if chat is not None:
        return chat_read_back.what_lines(chat, named)
    facts, told = [row.facts for row in review.rows], told_of(review)
    return [
        (translate("ReadBack", "Your name for it"), named, ""),
        read_back.kind_line(told),
        (translate("ReadBack", "Title"), _by_system(review, [f.title for f in facts]), ""),
        (translate("ReadBack", "Text"), _by_system(review, [f.content for f in facts]), ""),
        read_back.tap_line(told),
        *read_back.message_lines(told),
    ]


def when_lines(review: Review, now: datetime) -> list[Line]:
    """When it leaves and starts, how it is delivered, the text message and the plan."""
    chat = chat_facts(review)
    if chat is not None:
        return chat_read_back.when_lines(chat, now, review.hold_s)
    facts, told = review.rows[0].facts, told_of(review)
    replaced = value_at(dict(review.examination.draft), "schedule", "replaces", "title")
    return [
        (
            translate("ReadBack", "Leaves"),
            read_back.repeats_sentence(told[0]) or words.leaves_sentence(facts, now),
            _start_hint(review, now),
        ),
        (translate("ReadBack", "Keep trying for"), words.expiry_sentence(facts.expire_s), ""),
        *read_back.how_lines(told, facts.count, replaced if isinstance(replaced, str) else ""),
        (
            translate("ReadBack", "Plan"),
            words.plan_sentence(
                review.plan_name, {row.platform: row.facts.plan_id for row in review.rows}
            ),
            "",
        ),
        *_text_lines(review, facts.sms),
    ]


def _text_lines(review: Review, sms: SmsFacts | None) -> list[Line]:
    """When a text follows, how it reads, and what it may cost."""
    name = translate("ReadBack", "Text message")
    if sms is None:
        return [(name, translate("ReadBack", "None"), "")]
    source = words.sms_source(sms)
    reads, length = words.sms_values(sms), not_known()
    if review.text is not None:
        reads, length = review.text.text, length_words(review.text)
    found = [one for one in review.examination.findings if one.id == "sms.cost"]
    cost = sentence(found[0]) if found else ""
    if review.practice:
        cost = translate("ReadBack", "Nothing: practice charges nobody.")
    return [
        (name, words.sms_sentence(sms), source),
        (translate("ReadBack", "It will read"), reads or "…", length),
        (translate("ReadBack", "Cost of texts"), cost, ""),
    ]


def _start_hint(review: Review, now: datetime) -> str:
    facts = review.rows[0].facts
    said = [
        read_back.runs_sentence(told_of(review)[0], now),
        words.own_clock_sentence(facts.send_time) if facts.send_time is not None else "",
        words.hold_sentence(review.hold_s),
    ]
    return "\n".join(part for part in said if part)


def _by_system(review: Review, told: list[str]) -> str:
    if len(set(told)) == 1:
        return told[0]
    # A silent message has no texts on an iPhone.
    return "\n".join(
        translate("ReadBack", "{0}: {1}").format(PLATFORMS[row.platform], text)
        for row, text in zip(review.rows, told, strict=True)
        if text
    )
