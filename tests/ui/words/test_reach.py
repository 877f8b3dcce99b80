"""Numbers of people in words: never without a source and an age."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.ui.pushes import NOW
from tpns_desktop.send.audiences import Reach, TagReach
from tpns_desktop.ui.i18n import Languages
from tpns_desktop.ui.words.reach import (
    everyone_count,
    everyone_source,
    everyone_words,
    tag_lines,
)

DAY = date(2026, 11, 18)
"""The day before `NOW` in the service's zone."""
OWN, PROVINCE = "xg_user_define", "xg_auto_province"


def everyone(day: date = DAY) -> Reach:
    return Reach("all", 1_200_000, 310_000, day, NOW)


def counted(tag: str, devices: int) -> TagReach:
    return TagReach(PROVINCE, tag, devices, "distribution", DAY, NOW)


def test_everyone_is_told_with_the_day_of_its_peak(languages: Languages) -> None:
    languages.apply("en")
    assert everyone_words("Demo Mall", everyone(), NOW) == (
        "Everyone who installed Demo Mall: about 1,200,000 devices (total ever), 310,000 online "
        "at yesterday's peak."
    )
    older = everyone_count(everyone(DAY - timedelta(days=3)), NOW)
    assert older.endswith("the peak of Sun 15 Nov")
    assert everyone_source(everyone(), NOW).startswith("TPNS statistics of yesterday, read ")


@pytest.mark.parametrize("reach", [None, Reach("all")])
def test_nothing_known_is_no_number(languages: Languages, reach: Reach | None) -> None:
    languages.apply("en")
    assert everyone_words("Demo Mall", reach, NOW) == "Everyone who installed Demo Mall."
    if reach is not None:
        assert everyone_count(reach, NOW) == ""
        assert "not known" in everyone_source(reach, NOW)


def test_each_tag_has_its_source(languages: Languages) -> None:
    languages.apply("en")
    tags = (
        counted("guangdong", 12_300),
        TagReach(OWN, "vip", 840, "last_push", at=NOW),
        TagReach(OWN, "new"),
        TagReach("xg_auto_country", "CN"),
    )
    first, second, third, fourth, last = tag_lines(Reach("tag", tags=tags), NOW)
    assert first.startswith("“guangdong”: 12,300 device")
    assert " · TPNS statistics of yesterday, read " in first
    assert second.startswith("“vip”: the last push to it reached 840 device")
    assert ", counted " in second
    assert third.startswith("“new”: unknown.")
    assert fourth == "“CN”: unknown. No statistics were read for Country."
    assert last.endswith("only TPNS knows.")


def test_tags_that_add_up_are_told_together(languages: Languages) -> None:
    languages.apply("en")
    tags = (counted("guangdong", 12_300), counted("hunan", 820))
    lines = tag_lines(Reach("tag", tags=tags, together=13_120), NOW)
    assert lines[0].startswith("Together about 13,120 device")
    assert len(lines) == 2


def test_many_tags_are_not_all_named(languages: Languages) -> None:
    languages.apply("en")
    tags = tuple(counted(f"p{n}", n) for n in range(9))
    (first, _) = tag_lines(Reach("tag", tags=tags), NOW)
    assert "“p5”" in first
    assert "“p6”" not in first
    assert "and 3 more" in first
