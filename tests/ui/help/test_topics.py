"""Every topic can be found, by its place and by its words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from tpns_desktop.ui.help.places import NAMES, SCREENS, topic_of
from tpns_desktop.ui.help.topics import TOPICS, found

NEEDED = {
    "who", "message", "when", "sms", "plan", "file", "review", "hold", "result", "unknown",
    "practice", "keys",
}  # fmt: skip


def test_what_a_newcomer_meets_has_its_topic() -> None:
    assert set(TOPICS) >= NEEDED
    assert {topic for _, topic in NAMES} | set(SCREENS.values()) <= set(TOPICS)


@pytest.mark.parametrize("key", list(TOPICS))
def test_a_topic_is_short_and_says_no_technical_word(key: str) -> None:
    topic = TOPICS[key]
    assert 80 < len(topic.text) < 800
    assert len(topic.title) <= 30
    for word in ("token_list", "payload", "null", "HTTP", "ret_code", "invalid", "!", "audience"):
        assert word not in topic.text


@pytest.mark.parametrize(
    ("search", "first"),
    [
        ("hold", "hold"),
        ("TEMPLATE pin", "drafts"),
        ("\uff0etxt", "file"),
        ("twice everybody", "unknown"),
        ("secret key", "keys"),
    ],
)
def test_a_topic_is_found_by_its_words(search: str, first: str) -> None:
    assert found(search)[0].key == first


def test_without_words_all_are_listed_and_with_strange_ones_none() -> None:
    assert [topic.key for topic in found("  ")] == list(TOPICS)
    assert found("xyzzy") == []


@pytest.mark.parametrize(
    ("name", "topic"),
    [
        ("audience.tag.groups.0.0.tags", "who"),
        ("audience.file.choose", "file"),
        ("message.title", "message"),
        ("schedule.kind", "when"),
        ("result.check_now", "unknown"),
        ("result.cancel", "hold"),
        ("settings.clear_whose", "history"),
        ("planet", "start"),
        ("", "start"),
    ],
)
def test_a_place_has_its_topic(name: str, topic: str) -> None:
    around, inside = QObject(), QObject()
    inside.setParent(around)
    around.setObjectName(name)
    assert topic_of(inside, "compose") == topic


def test_the_inner_place_counts_before_the_outer_one() -> None:
    around, inside = QObject(), QObject()
    inside.setParent(around)
    around.setObjectName("settings")
    inside.setObjectName("moving.export")
    assert topic_of(inside, "settings") == "moving"
