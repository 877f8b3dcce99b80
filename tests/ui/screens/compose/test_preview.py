"""The preview: the push on a phone, its exact bytes, and the checks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.send.catalogue import book, sign, sms
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.send.checks import examine
from tpns_desktop.send.sms_facts import text_of_draft
from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.i18n import Languages
from tpns_desktop.ui.screens.compose.preview import Preview
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.widgets.phones.styles import OFFERED


@pytest.fixture
def binding(qapp: QApplication) -> Iterator[DraftBinding]:
    made = DraftBinding(empty_draft())
    yield made
    # Here and now: left to Python's collector, it might go on another thread, with its timers.
    shiboken6.delete(made)


@pytest.fixture
def preview(binding: DraftBinding, qtbot: QtBot, theme: Theme) -> Preview:
    made = Preview(binding)
    qtbot.addWidget(made)
    made.set_app(builders.app())
    made.resize(380, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(preview: Preview, binding: DraftBinding, kind: str, **changes: Any) -> Any:
    draft = builders.draft(kind, **changes)
    binding.replace(draft)
    examination = examine(draft, builders.context())
    preview.show_examination(examination)
    return examination


@pytest.mark.parametrize("platform", ["android", "ios"])
def test_devices_are_shown_on_a_phone_of_their_system(
    preview: Preview, binding: DraftBinding, platform: str
) -> None:
    show(preview, binding, "device", audience__device__platform=platform)
    assert preview.phone.platform.value() == platform
    assert preview.phone.json.isVisible()


def test_the_phone_follows_the_system_chosen_for_devices(
    preview: Preview, binding: DraftBinding
) -> None:
    show(preview, binding, "device", audience__device__platform="android")
    binding.set_value("audience.device.platform", "ios")
    assert preview.phone.platform.value() == "ios"


def test_for_others_the_chosen_phone_stays(preview: Preview, binding: DraftBinding) -> None:
    show(preview, binding, "all")
    preview.phone.platform.choose("ios")
    binding.set_value("message.title", "New")
    assert preview.phone.platform.value() == "ios"


def test_the_json_is_the_bodys_own_for_each_system(preview: Preview, binding: DraftBinding) -> None:
    examination = show(preview, binding, "all")
    preview.setCurrentWidget(preview.json)
    assert set(examination.bodies) == {"android", "ios"}
    for platform in ("android", "ios"):
        preview.json.platform.choose(platform)
        shown = preview.json.json.toPlainText()
        assert ('"environment"' in shown) == (platform == "ios")


def test_no_json_stands_where_nothing_can_be_sent_yet(
    preview: Preview, binding: DraftBinding
) -> None:
    show(preview, binding, "account", audience__account__text="")
    preview.setCurrentWidget(preview.json)
    assert not preview.json.json.isVisible()
    assert preview.json.note.text()
    preview.setCurrentWidget(preview.phone)
    assert not preview.phone.json.isVisible()


def test_the_tab_of_checks_counts_what_wants_doing(preview: Preview, binding: DraftBinding) -> None:
    show(preview, binding, "all")
    before = sum(preview.checks.counts()[:2])
    assert preview.tabText(3) == (f"Checks {before}" if before else "Checks")
    show(preview, binding, "account", audience__account__text="", message__title="")
    pressing = sum(preview.checks.counts()[:2])
    assert pressing >= 2
    assert preview.tabText(3) == f"Checks {pressing}"


# On the phones


def choose(preview: Preview, style: str) -> str:
    """The phone in words, and the line about its limits."""
    preview.phone.platform.choose("ios" if style.startswith("ios") else "android")
    preview.phone.strip.choose(style)
    phone = preview.phone.phone
    return f"{phone.accessibleName()}\n{phone.accessibleDescription()}\n{preview.phone.note.text()}"


LONG = "Everything is cheaper until midnight. " * 6


@pytest.mark.parametrize(
    ("style", "cut"),
    [
        ("ios_lock", 110),
        ("ios_banner", 62),
        ("huawei", 80),
        ("xiaomi", 128),
        ("oppo", 200),
        ("vivo", 128),
        ("meizu", 100),
        ("android", None),
        ("honor", None),
    ],
)
def test_each_phone_marks_its_own_limit(
    preview: Preview, binding: DraftBinding, style: str, cut: int | None
) -> None:
    show(preview, binding, "all", message__content=LONG)
    said = choose(preview, style)
    assert preview.phone.phone.cut_after == cut
    segment = preview.phone.strip.segment(style)
    assert ("too long" in segment.accessibleDescription()) == (cut is not None)
    if cut is not None:
        assert str(cut) in said


def test_beyond_a_makers_limit_it_is_said_which_way_the_push_goes(
    preview: Preview, binding: DraftBinding
) -> None:
    show(preview, binding, "all", message__content="a" * 141)
    said = choose(preview, "xiaomi")
    assert "141 / 128" in said
    assert "TPNS's own channel" in said
    assert "Xiaomi" in preview.phone.phone.accessibleName()


def test_without_a_published_limit_that_is_said(preview: Preview, binding: DraftBinding) -> None:
    show(preview, binding, "all")
    assert "no published limit" in choose(preview, "honor")


def test_what_comes_with_a_message_is_on_the_phone(preview: Preview, binding: DraftBinding) -> None:
    show(preview, binding, "all")
    binding.set_value("message.subtitle", "Members first")
    binding.set_value("message.picture", "https://img.example.com:8443/a/b.png")
    binding.set_value("message.group.id", "offers")
    binding.set_value("message.group.summary", "3 offers")
    binding.set_value("message.android.ring", "0")
    binding.set_value("message.ios.badge_type", "5")
    android = choose(preview, "android")
    for words in ("img.example.com", "3 offers", "Without a sound"):
        assert words in android
    assert "Members first" not in android
    iphone = choose(preview, "ios_lock")
    for words in ("img.example.com", "Members first", "3 offers", ": 5"):
        assert words in iphone
    assert "Without a sound" not in iphone


@pytest.mark.parametrize("style", ["ios_lock", "xiaomi"])
def test_a_message_that_shows_nothing_says_so(
    preview: Preview, binding: DraftBinding, style: str
) -> None:
    show(preview, binding, "all", message__kind="message")
    assert "Sale tonight" not in choose(preview, style)
    assert preview.phone.phone.accessibleDescription()


def test_every_phone_is_described_in_both_languages(
    preview: Preview, binding: DraftBinding, languages: Languages
) -> None:
    show(preview, binding, "all", message__content=LONG)
    for language in ("en", "zh_CN"):
        languages.apply(language)
        for styles in OFFERED.values():
            for style in styles:
                said = choose(preview, style)
                assert LONG.strip() in said
                assert preview.phone.strip.segment(style).accessibleName()


def test_the_phones_look_is_not_the_programs(
    preview: Preview, binding: DraftBinding, theme: Theme
) -> None:
    show(preview, binding, "all")

    def card() -> int:
        picture = preview.phone.phone.grab().toImage()
        return max(
            picture.pixelColor(picture.width() // 2 - 60, y).lightness()
            for y in range(100, picture.height() // 2, 3)
        )

    light = card()
    theme.apply("dark")
    assert card() == light
    preview.phone.look.choose("dark")
    assert card() < light


def test_a_phone_of_each_system_is_remembered(preview: Preview, binding: DraftBinding) -> None:
    show(preview, binding, "all")
    choose(preview, "oppo")
    choose(preview, "ios_banner")
    preview.phone.platform.choose("android")
    assert preview.phone.strip.value() == "oppo"


def test_by_keys_the_next_phone_is_chosen(
    preview: Preview, binding: DraftBinding, qtbot: QtBot
) -> None:
    show(preview, binding, "all")
    choose(preview, "huawei")
    segment = preview.phone.strip.segment("huawei")
    qtbot.keyClick(segment, Qt.Key.Key_Right)
    assert preview.phone.style_shown == "honor"


# The JSON


def test_lines_that_a_pause_changed_are_marked_until_the_next(
    preview: Preview, binding: DraftBinding
) -> None:
    show(preview, binding, "all")
    preview.setCurrentWidget(preview.json)
    view = preview.json.json
    assert not view.marked
    show(preview, binding, "all", message__title="Other words")
    (line,) = view.marked
    assert "Other words" in view.toPlainText().splitlines()[line]
    assert str(line + 1) in view.accessibleDescription()
    show(preview, binding, "all", message__title="Other words", message__content="New")
    assert [view.toPlainText().splitlines()[n].split()[0] for n in view.marked] == ['"content":']
    preview.json.platform.choose("ios")
    assert not view.marked


def test_long_lists_are_folded_and_shown_whole_when_asked(
    preview: Preview, binding: DraftBinding
) -> None:
    tokens = "\n".join(f"{n:036x}" for n in range(100))
    show(preview, binding, "device", audience__device__text=tokens)
    preview.setCurrentWidget(preview.json)
    assert "97 more" in preview.json.json.toPlainText()
    preview.json.whole.click()
    assert f"{99:036x}" in preview.json.json.toPlainText()


def test_the_json_is_copied_with_everything_that_is_folded(
    preview: Preview, binding: DraftBinding
) -> None:
    tokens = "\n".join(f"{n:036x}" for n in range(100))
    found = show(preview, binding, "device", audience__device__text=tokens)
    preview.setCurrentWidget(preview.json)
    preview.json.copy.click()
    assert QGuiApplication.clipboard().text().encode() == found.bodies["android"]


@pytest.mark.parametrize("button", ["curl", "python"])
def test_copies_for_developers_hold_the_address_and_no_key(
    preview: Preview, binding: DraftBinding, button: str
) -> None:
    show(preview, binding, "all")
    preview.setCurrentWidget(preview.json)
    getattr(preview.json, button).click()
    copied = QGuiApplication.clipboard().text()
    assert "https://api.tpns.tencent.com/v3/push/app" in copied
    assert "<SecretKey>" in copied
    assert "1500012345" not in copied


def test_a_request_of_ones_own_can_begin_a_draft(
    preview: Preview, binding: DraftBinding, qtbot: QtBot
) -> None:
    preview.setCurrentWidget(preview.json)
    with qtbot.waitSignal(preview.import_asked):
        preview.json.from_json.click()


@pytest.mark.parametrize(
    ("international", "text"), [(0, "【Acme】Won a tent."), (1, "[Acme]Won a tent.")]
)
def test_the_text_that_follows_is_on_a_phone_of_its_own_in_the_brackets_of_its_side(
    preview: Preview, binding: DraftBinding, international: int, text: str
) -> None:
    given = book(sign(international=international == 1), international=international)
    show(preview, binding, "all", **sms(sign_name="Acme", params=["a tent"]))
    preview.show_text(text_of_draft(binding.draft, given["sms"]))
    tab = preview.indexOf(preview.text)
    assert preview.isTabVisible(tab)
    preview.setCurrentIndex(tab)
    said = preview.text.phone.accessibleDescription()
    assert said.startswith("If it has not arrived after 1 hour")
    assert f"Text: {text}" in said
    assert text in preview.phone.phone.accessibleDescription()
    for platform, name in (("ios", "iPhone"), ("android", "Android")):
        preview.text.platform.set_value(platform)
        preview.text.platform.edited.emit()
        assert name in preview.text.phone.accessibleName()


def test_without_a_text_there_is_no_such_phone_and_without_its_words_it_says_so(
    preview: Preview, binding: DraftBinding
) -> None:
    show(preview, binding, "all")
    preview.show_text(None)
    assert not preview.isTabVisible(preview.indexOf(preview.text))
    show(preview, binding, "all", **sms(trigger="2"))
    preview.show_text(None)
    assert preview.isTabVisible(preview.indexOf(preview.text))
    said = preview.text.phone.accessibleDescription()
    assert said.startswith("If nobody tapped it after")
    assert "not in your book" in said
