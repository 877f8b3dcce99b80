"""Every phone can be drawn, reads well, and looks like no other."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.theme.pairs import CONTRAST_MIN
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.widgets.phone_view import PhoneView
from tpns_desktop.ui.widgets.phones.content import PhoneContent
from tpns_desktop.ui.widgets.phones.styles import (
    APP,
    BADGE,
    GROUP_COVERS,
    INKS,
    NOTHING_COVERS,
    OFFERED,
    ON_COLOUR,
    SMS_COVERS,
    STYLES,
    PhoneStyle,
)
from tpns_desktop.ui.words.apps import colour_choices
from tpns_desktop.ui.words.phones import CHANNEL_OF

FULL = PhoneContent(
    "Demo Mall",
    "#0B62E5",
    "Double 11 starts tonight",
    "Your cart is waiting: 30% off from 8 pm. " * 4,
    subtitle="Members first",
    title_limit=20,
    text_limit=100,
    picture="img.example.com",
    badge="+1",
    muted=True,
    grouped=True,
    summary="3 offers",
    sms="SMS after 1 h\n【A】Hello",
    opened=True,
)


def light(value: str) -> float:
    def part(share: float) -> float:
        return share / 12.92 if share <= 0.03928 else float(((share + 0.055) / 1.055) ** 2.4)

    colour = QColor(value)
    red, green, blue = colour.redF(), colour.greenF(), colour.blueF()
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.fixture
def phone(qtbot: QtBot, theme: Theme) -> PhoneView:
    widget = PhoneView()
    qtbot.addWidget(widget)
    widget.resize(280, 480)
    widget.show()
    return widget


@pytest.mark.parametrize("dark", [False, True])
def test_what_stands_on_a_card_reads_well(dark: bool) -> None:
    inks = INKS[dark]
    for ink in (inks.ink, inks.grey, inks.mark):
        assert contrast(ink, inks.card) >= CONTRAST_MIN


@pytest.mark.parametrize("style", STYLES.values(), ids=lambda style: style.id)
def test_white_words_read_well_where_they_stand_on_a_wallpaper(style: object) -> None:
    # Clock and date stand in its upper half.
    for colour in style.wallpaper[:2]:  # type: ignore[attr-defined]
        assert contrast(ON_COLOUR, colour) >= CONTRAST_MIN


@pytest.mark.parametrize("ground", [APP, BADGE, *(value for value, _ in colour_choices())])
def test_a_letter_reads_well_on_every_mark_of_an_app(ground: str) -> None:
    assert contrast(ON_COLOUR, ground) >= CONTRAST_MIN


def over(colour: str, covers: int, below: str) -> str:
    """`colour` laid over `below`; of 255, it covers so much."""
    parts = zip(QColor(colour).toTuple()[:3], QColor(below).toTuple()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round((a * covers + b * (255 - covers)) / 255) for a, b in parts)).name()


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("style", STYLES.values(), ids=lambda style: style.id)
def test_words_read_well_on_what_the_wallpaper_shines_through(
    style: PhoneStyle, dark: bool
) -> None:
    inks = INKS[dark]
    for colour in style.wallpaper:
        for covers in (GROUP_COVERS, SMS_COVERS):
            assert contrast(inks.ink, over(inks.card, covers, colour)) >= CONTRAST_MIN
        assert contrast(ON_COLOUR, over("#000000", NOTHING_COVERS, colour)) >= CONTRAST_MIN


def test_every_offered_phone_has_a_style_and_a_channel() -> None:
    for platform, styles in OFFERED.items():
        for style in styles:
            assert STYLES[style].platform == platform
            assert style in CHANNEL_OF


def test_no_phone_looks_like_another_light_or_dark(phone: PhoneView) -> None:
    seen: list[QImage] = []
    for dark in (False, True):
        phone.set_dark(dark)
        for styles in OFFERED.values():
            for style in styles:
                phone.show_content(style, FULL)
                picture = phone.grab().toImage()
                assert picture not in seen
                seen.append(picture)


@pytest.mark.parametrize("size", [(220, 200), (280, 330), (420, 900)])
def test_a_phone_of_any_size_is_drawn(phone: PhoneView, size: tuple[int, int]) -> None:
    phone.resize(*size)
    for style in STYLES:
        phone.show_content(style, FULL)
        assert not phone.grab().isNull()


def test_a_long_notification_stays_in_sight(phone: PhoneView) -> None:
    """What is cut is seen even on a low phone: the picture shrinks first."""
    phone.resize(280, 330)
    phone.show_content("oppo", FULL)
    with_mark = phone.grab().toImage()
    phone.show_content("oppo", PhoneContent(**{**vars(FULL), "limit_words": "other words"}))
    assert phone.grab().toImage() != with_mark
