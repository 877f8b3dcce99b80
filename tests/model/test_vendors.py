"""Limits of the phone makers, as the service's own page states them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpns_desktop.model.vendors import VENDORS, fit
from tpns_desktop.model.widths import first

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize(
    ("vendor", "title", "content"),
    [
        ("xg", 20, None),
        ("xm", 50, 128),
        ("hw", 40, 80),
        ("mz", 32, 100),
        ("oppo", 32, 200),
    ],
)
@pytest.mark.parametrize("letter", ["a", "双"])
def test_a_chinese_character_counts_one(
    vendor: str, title: int, content: int | None, letter: str
) -> None:
    room = content or 5000
    assert fit(vendor, letter * title, letter * room).fits
    assert fit(vendor, letter * (title + 3), "").over_title == 3
    if content is not None:
        over = fit(vendor, "", letter * (content + 1))
        assert (over.over_content, len(over.content)) == (1, content)


@pytest.mark.parametrize(
    ("vendor", "title", "content"),
    [("apns", 40, 110), ("ios_banner", 40, 62), ("vivo", 40, 128)],
)
def test_where_half_widths_count_a_chinese_character_takes_two(
    vendor: str, title: int, content: int
) -> None:
    assert fit(vendor, "a" * title, "a" * content).fits
    assert fit(vendor, "双" * (title // 2), "双" * (content // 2)).fits
    over = fit(vendor, "双" * (title // 2 + 1), "双" * (content // 2 + 2))
    assert (over.over_title, over.over_content) == (1, 2)


@pytest.mark.parametrize("vendor", ["honor", "fcm"])
def test_without_a_published_limit_everything_fits_and_it_is_said(vendor: str) -> None:
    assert fit(vendor, "a" * 500, "b" * 3000).fits
    assert not VENDORS[vendor].published
    assert VENDORS[vendor].source == "no published limit"


def test_only_tpns_itself_and_iphones_cut() -> None:
    cutting = {vendor.id for vendor in VENDORS.values() if vendor.beyond == "cut"}
    assert cutting == {"xg", "apns", "ios_banner"}


def test_a_cut_ends_inside_no_emoji() -> None:
    assert fit("xg", "a" * 18 + FAMILY, "").title == "a" * 18
    assert first("e\u0301e\u0301", 3) == "e\u0301"


@given(st.sampled_from(sorted(VENDORS)), st.text(max_size=60), st.text(max_size=260))
def test_what_is_shown_is_the_beginning_and_fits(vendor: str, title: str, content: str) -> None:
    found = fit(vendor, title, content)
    assert title.startswith(found.title)
    assert content.startswith(found.content)
    assert len(found.title) + found.over_title == len(title)
    again = fit(vendor, found.title, found.content)
    assert again.fits
