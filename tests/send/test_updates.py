"""When a newer version is looked for: where it may be, once a day, and what was put aside."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tpns_desktop import __version__
from tpns_desktop.client.network import Network
from tpns_desktop.client.updates import FeedProblem, Release
from tpns_desktop.send.updates import VARIABLE, Source, Updates, managed, source
from tpns_desktop.store.settings import Settings

NEWER = Release("99.0.0", date(2026, 12, 1), "https://example.com")
START = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.at = START

    def now(self) -> datetime:
        return self.at


class Feed:
    def __init__(self, answer: Release | FeedProblem = NEWER) -> None:
        self.answer = answer
        self.asked = 0

    async def fetch(self, address: str, key: bytes, network: object) -> Release:
        self.asked += 1
        if isinstance(self.answer, FeedProblem):
            raise self.answer
        return self.answer


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings.load(tmp_path / "settings.ini")
    made.updates = "on"
    return made


def made(settings: Settings, feed: Feed, clock: Clock | None = None, **more: Any) -> Updates:
    given: dict[str, Any] = {
        "source": lambda: Source("https://example.com", bytes(32)),
        "managed": lambda: False,
        "fetch": feed.fetch,
        **more,
    }
    return Updates(settings, Network(), clock or Clock(), **given)  # type: ignore[arg-type]


def look(updates: Updates, at_once: bool = False) -> Release | None:
    return asyncio.run(updates.look(at_once))


def test_a_newer_version_is_told(settings: Settings) -> None:
    assert look(made(settings, Feed())) == NEWER


def test_this_version_and_older_ones_are_not(settings: Settings) -> None:
    for version in (__version__, "0.0.1"):
        settings.updates_looked = ""
        assert look(made(settings, Feed(Release(version, NEWER.date, NEWER.page)))) is None


@pytest.mark.parametrize("answer", ["ask", "off"])
def test_nobody_is_asked_before_the_person_said_yes(settings: Settings, answer: str) -> None:
    settings.updates, feed = answer, Feed()
    assert look(made(settings, feed)) is None
    assert look(made(settings, feed), at_once=True) is None
    assert feed.asked == 0


def test_nobody_is_asked_on_a_managed_computer(settings: Settings) -> None:
    feed = Feed()
    updates = made(settings, feed, managed=lambda: True)
    assert asyncio.run(updates.state()) == "managed"
    assert look(updates, at_once=True) is None
    assert feed.asked == 0


def test_a_copy_without_a_publisher_asks_nobody(settings: Settings) -> None:
    feed = Feed()
    updates = made(settings, feed, source=lambda: None)
    assert asyncio.run(updates.state()) == "nowhere"
    assert look(updates, at_once=True) is None
    assert feed.asked == 0


def test_it_looks_once_a_day_across_starts(settings: Settings) -> None:
    feed, clock = Feed(), Clock()
    assert look(made(settings, feed, clock)) == NEWER
    again = Settings.load(settings.path)
    assert look(made(again, feed, clock)) is None
    assert feed.asked == 1
    clock.at += timedelta(days=1)
    assert look(made(again, feed, clock)) == NEWER
    assert feed.asked == 2


def test_a_clock_that_was_set_back_does_not_end_it(settings: Settings) -> None:
    feed, clock = Feed(), Clock()
    look(made(settings, feed, clock))
    clock.at -= timedelta(days=400)
    assert look(made(settings, feed, clock)) == NEWER


def test_what_was_put_aside_is_told_only_when_asked(settings: Settings) -> None:
    settings.updates_passed = NEWER.version
    assert look(made(settings, Feed())) is None
    assert look(made(settings, Feed()), at_once=True) == NEWER


def test_a_look_that_fails_is_silent_and_waits_a_day(settings: Settings) -> None:
    feed = Feed(FeedProblem("not_signed"))
    assert look(made(settings, feed)) is None
    assert look(made(settings, feed)) is None
    assert feed.asked == 1
    with pytest.raises(FeedProblem):
        look(made(settings, feed), at_once=True)


# ------------------------------------------------------------------------- whose decision it is


@pytest.mark.parametrize(
    ("environment", "platform", "there", "policy", "is_managed"),
    [
        ({}, "linux", (), None, False),
        ({}, "linux", ("/etc/krb5.keytab",), None, True),
        ({}, "darwin", ("/Library/Managed Preferences",), None, True),
        ({}, "win32", (), None, False),
        ({"USERDNSDOMAIN": "CORP.EXAMPLE"}, "win32", (), None, True),
        ({}, "linux", (), "[policy]\nupdates = off\n", True),
        ({}, "linux", ("/etc/krb5.keytab",), "[policy]\nupdates = ask\n", False),
        ({}, "linux", (), "[policy]\nother = 1\n", False),
        ({}, "linux", (), "no policy at all", True),
        ({VARIABLE: "off"}, "linux", (), "[policy]\nupdates = ask\n", True),
        ({VARIABLE: "ask"}, "linux", ("/etc/krb5.keytab",), "[policy]\nupdates = off\n", False),
        ({VARIABLE: "?"}, "linux", (), None, False),
    ],
)
def test_who_decides(
    tmp_path: Path,
    environment: Mapping[str, str],
    platform: str,
    there: tuple[str, ...],
    policy: str | None,
    is_managed: bool,
) -> None:
    file = tmp_path / "policy.ini"
    if policy is not None:
        file.write_text(policy, "utf-8")
    assert managed(environment, platform, there.__contains__, file) is is_managed


def test_where_updates_are_told_comes_with_the_installer(tmp_path: Path) -> None:
    file = tmp_path / "updates.json"
    assert source(file) is None
    key = bytes(range(32))
    said = {"feed": "https://example.com/u.json", "key": base64.b64encode(key).decode()}
    file.write_text(json.dumps(said), "utf-8")
    assert source(file) == Source("https://example.com/u.json", key)
    file.write_text('{"feed": 1}', "utf-8")
    assert source(file) is None


def test_a_copy_from_source_knows_no_feed() -> None:
    assert source() is None
