"""The check that a wide push was seen on a phone before. Source: design/checks.md, test.none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any, Final

from tpns_desktop.send.differences import digests_as_test
from tpns_desktop.send.examination import Context
from tpns_desktop.send.facts import Facts, value_at
from tpns_desktop.send.levels import WIDE, level_of
from tpns_desktop.send.rule import Check, Found

TEST_WINDOW: Final = timedelta(hours=24)


def _none(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if context.app.practice or not _is_wide(draft, context, facts):
        return
    missing = [platform for platform in facts.bodies if not _seen(platform, context, facts)]
    if not missing:
        return
    if len(missing) == len(facts.bodies):
        yield Found("message.title")
        return
    for platform in missing:
        yield Found("message.title", {"state": "platform"}, platform=platform)


def _is_wide(draft: Mapping[str, Any], context: Context, facts: Facts) -> bool:
    # Test builds of an iOS app alone are nobody's phones.
    if facts.platforms == ("ios",) and context.app.ios_environment == "dev":
        return False
    level = level_of(
        practice=False,
        kind=facts.audience.kind,
        count=facts.audience.count,
        sms=bool(value_at(draft, "sms", "on")),
        live=True,
    )
    return facts.audience.kind is not None and level >= WIDE


def _seen(platform: str, context: Context, facts: Facts) -> bool:
    """Whether the service took this very content for a test device of this system."""
    lately = {
        test.digest
        for test in context.tests
        if test.platform == platform and facts.now - test.at < TEST_WINDOW
    }
    return bool(lately) and not lately.isdisjoint(digests_as_test(facts.bodies[platform]))


CHECKS = (Check("test.none", "W", _none, "send_test"),)
