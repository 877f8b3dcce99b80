"""What can still be put right: a row a rule, and the reason where it can't."""

from __future__ import annotations

from typing import Any

import pytest

from tpns_desktop.send.mend_rules import KINDS, RULES, Facts, why_not

WAITING: dict[str, Any] = {"audience": "all", "platform": "android", "state": "accepted"}
SCHEDULED = WAITING | {"timing": "ahead", "scheduled": True}
GONE_OUT = WAITING | {"timing": "begun", "scheduled": False}

CASES: list[tuple[str, dict[str, Any], str | None]] = [
    # What the service offers.
    ("cancel", SCHEDULED, None),
    ("cancel", SCHEDULED | {"audience": "tag"}, None),
    ("cancel", SCHEDULED | {"audience": "package_account_push"}, None),
    ("cancel", SCHEDULED | {"platform": "ios"}, None),
    ("cancel", SCHEDULED | {"repeats": True}, None),
    ("stop", GONE_OUT, None),
    ("stop", GONE_OUT | {"audience": "tag"}, None),
    ("stop", GONE_OUT | {"audience": "account_list"}, None),
    ("stop", GONE_OUT | {"scheduled": True, "repeats": True}, None),
    ("replace", GONE_OUT, None),
    ("replace", GONE_OUT | {"platform": "ios"}, None),
    ("replace", GONE_OUT | {"audience": "package_account_push", "timing": "over"}, None),
    ("replace", GONE_OUT | {"scheduled": True, "status": "PUSH_FINISHED"}, None),
    ("correct", GONE_OUT, None),
    ("correct", GONE_OUT | {"audience": "token_list", "timing": "forgotten"}, None),
    ("correct", GONE_OUT | {"has_id": False}, None),
    ("correct", GONE_OUT | {"status": "PUSH_DELETED_PUSH_MSG"}, None),
    # Before there is a push.
    ("cancel", SCHEDULED | {"state": "confirmed"}, "on_hold"),
    ("cancel", SCHEDULED | {"state": "held"}, "on_hold"),
    ("correct", GONE_OUT | {"state": "sending"}, "leaving"),
    ("stop", GONE_OUT | {"state": "unknown"}, "unsettled"),
    ("replace", GONE_OUT | {"state": "rejected"}, "not_accepted"),
    ("correct", GONE_OUT | {"state": "not_sent"}, "not_accepted"),
    ("cancel", SCHEDULED | {"state": "withdrawn"}, "not_accepted"),
    ("cancel", SCHEDULED | {"state": "not_found"}, "not_accepted"),
    ("correct", GONE_OUT | {"test": True, "audience": "token_list"}, "test"),
    ("cancel", SCHEDULED | {"has_id": False}, "no_id"),
    # What was done before.
    ("cancel", SCHEDULED | {"earlier": "begun"}, "under_way"),
    ("stop", GONE_OUT | {"earlier": "unknown"}, "not_known"),
    ("cancel", SCHEDULED | {"earlier": "done"}, "cancelled"),
    ("cancel", SCHEDULED | {"earlier": "refused"}, None),
    ("stop", GONE_OUT | {"earlier": "not_sent"}, None),
    ("stop", GONE_OUT | {"earlier": "done"}, "stopped"),
    ("correct", GONE_OUT | {"status": "PUSH_CANCELED"}, "cancelled"),
    ("stop", GONE_OUT | {"status": "PUSH_DELETED_PUSH_MSG"}, "stopped"),
    ("replace", GONE_OUT | {"status": "PUSH_REVOKED"}, "recalled"),
    ("stop", GONE_OUT | {"status": "PUSH_COLLAPSED"}, "replaced"),
    ("cancel", SCHEDULED | {"status": "PUSH_DELETED"}, "deleted"),
    ("stop", GONE_OUT | {"status": "PUSH_FAILED"}, "failed"),
    # Who, on which system, when.
    ("cancel", GONE_OUT, "not_scheduled"),
    ("cancel", GONE_OUT | {"timing": "over"}, "not_scheduled"),
    ("cancel", SCHEDULED | {"audience": "package_token_push"}, "cancel_audience"),
    ("cancel", SCHEDULED | {"timing": "begun"}, "dispatched"),
    ("cancel", SCHEDULED | {"timing": "forgotten"}, "dispatched"),
    ("cancel", SCHEDULED | {"status": "PUSH_STARTED"}, "dispatched"),
    ("stop", GONE_OUT | {"platform": "ios"}, "stop_system"),
    ("stop", GONE_OUT | {"audience": "account"}, "stop_audience"),
    ("stop", GONE_OUT | {"audience": "token_list"}, "stop_audience"),
    ("stop", GONE_OUT | {"audience": "package_account_push"}, "stop_audience"),
    ("stop", GONE_OUT | {"timing": "over"}, "over"),
    ("stop", GONE_OUT | {"timing": "forgotten"}, "over"),
    ("stop", SCHEDULED, "not_begun"),
    ("replace", GONE_OUT | {"audience": "account_list"}, "replace_audience"),
    ("replace", GONE_OUT | {"audience": "token"}, "replace_audience"),
    ("replace", GONE_OUT | {"repeats": True}, "replace_repeats"),
    ("replace", GONE_OUT | {"timing": "forgotten"}, "forgotten"),
    ("replace", SCHEDULED, "not_begun"),
    ("correct", SCHEDULED, "not_begun"),
    ("correct", GONE_OUT | {"app": "gone"}, "app_gone"),
    ("replace", GONE_OUT | {"app": "other"}, "other_app"),
    ("cancel", SCHEDULED | {"app": "other"}, None),
]


@pytest.mark.parametrize(("kind", "facts", "reason"), CASES)
def test_it_is_possible_or_says_why_not(
    kind: str, facts: dict[str, Any], reason: str | None
) -> None:
    assert why_not(kind, Facts(**facts)) == reason


def test_every_rule_decides_a_case() -> None:
    deciding = {
        next(n for n, rule in enumerate(RULES) if rule.holds(kind, Facts(**facts)))
        for kind, facts, reason in CASES
        if reason is not None
    }
    assert deciding == set(range(len(RULES)))


def test_nothing_is_possible_twice_over() -> None:
    """What has not begun is cancelled, never stopped; what has begun is never cancelled."""
    for facts in (SCHEDULED, GONE_OUT, GONE_OUT | {"scheduled": True}):
        possible = {kind for kind in KINDS if why_not(kind, Facts(**facts)) is None}
        assert not {"cancel", "stop"} <= possible
