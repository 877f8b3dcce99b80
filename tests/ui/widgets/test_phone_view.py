"""The drawn phone shows what fits, marks the cut, and says the same in words."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.widgets.phone_view import PhoneView

LONG = "Get online to claim your prize before midnight. " * 10


@pytest.fixture
def phone(qtbot: QtBot, theme: Theme) -> PhoneView:
    widget = PhoneView()
    qtbot.addWidget(widget)
    widget.resize(280, 420)
    widget.show()
    return widget


def test_a_short_text_is_whole(phone: PhoneView) -> None:
    phone.set_content("ios", "Demo Mall", "#0B62E5", "Congrats", "Claim your prize!")
    assert phone.cut_after is None


@pytest.mark.parametrize("platform", ["ios", "android"])
def test_a_long_text_is_cut_and_said_so(phone: PhoneView, platform: str) -> None:
    phone.set_content(platform, "Demo Mall", "", "Congrats", LONG)
    assert phone.cut_after is not None
    assert 20 < phone.cut_after < len(LONG)
    assert str(phone.cut_after) in phone.accessibleDescription()


def test_an_iphone_shows_more_of_a_text_than_an_android_phone(phone: PhoneView) -> None:
    phone.set_content("ios", "", "", "", LONG)
    on_iphone = phone.cut_after
    phone.set_content("android", "", "", "", LONG)
    assert on_iphone is not None
    assert phone.cut_after is not None
    assert phone.cut_after < on_iphone


def test_it_is_described_in_words(phone: PhoneView) -> None:
    phone.set_content("ios", "Demo Mall", "", "Congrats", "Claim it", "SMS after 1 h\n【A】Hello")
    assert "iPhone" in phone.accessibleName()
    said = phone.accessibleDescription()
    for part in ("Congrats", "Claim it", "SMS after 1 h", "【A】Hello"):
        assert part in said


def test_other_content_is_painted(phone: PhoneView) -> None:
    phone.set_content("ios", "A", "", "One", "Two")
    before = phone.grab().toImage()
    phone.set_content("ios", "A", "", "One", "Three")
    assert phone.grab().toImage() != before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.text(st.characters(exclude_categories=("Cs",))), st.sampled_from(["ios", "android"]))
def test_any_text_can_be_drawn(phone: PhoneView, text: str, platform: str) -> None:
    phone.set_content(platform, text, "no colour", text, text, text)
    assert not phone.grab().isNull()
