"""Every check has a sentence of its own, and what is told in it is told in full."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tpns_desktop.send.checks import CHECKS
from tpns_desktop.send.examination import Finding
from tpns_desktop.ui.words.checks import ANY_OTHER, SENTENCES, sentence

AT = datetime(2026, 11, 17, 2, 30, tzinfo=UTC)


def test_every_check_has_a_sentence() -> None:
    said = {key.partition("@")[0] for key in SENTENCES}
    assert {check.id for check in CHECKS} - said == set()


@pytest.mark.parametrize(
    ("id", "params", "shown"),
    [
        ("dup.unknown", {"at": AT, "minutes": 3, "batch_id": "b", "state": "unknown"}, "2026"),
        ("time.clock", {"minutes": 4}, "4"),
        ("time.clock_off", {"minutes": 40}, "40"),
    ],
)
def test_its_facts_are_in_it_the_day_included(
    qapp: Any, id: str, params: dict[str, Any], shown: str
) -> None:
    told = sentence(Finding(id, "E", "message.title", params))
    assert shown in told
    assert told != ANY_OTHER


def test_what_is_only_on_hold_is_not_called_sent(qapp: Any) -> None:
    params = {"at": AT, "minutes": 3, "batch_id": "b", "state": "held"}
    told = sentence(Finding("dup.recent", "E", "message.title", params))
    assert "on hold" in told
    assert "2026" in told
    assert "sent exactly" not in told
    told = sentence(Finding("dup.recent", "E", "message.title", params | {"state": "accepted"}))
    assert "sent exactly" in told


def test_an_address_of_another_kind_is_told_why_and_a_bare_one_how_it_starts() -> None:
    params = {"url": "ftp://a.b", "state": "other", "scheme": "ftp:"}
    assert "not ftp:" in sentence(Finding("link.scheme", "E", "message.tap.url", params))
    bare = sentence(Finding("link.scheme", "E", "message.tap.url", {"url": "a.b"}))
    assert "starts with https://" in bare
