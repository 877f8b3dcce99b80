"""Another language at any time, for what is shown already too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.i18n import LANGUAGES, Languages, plural, system_language


class Told(QWidget):
    count = 0

    def changeEvent(self, event: QEvent) -> None:
        self.count += event.type() == QEvent.Type.LanguageChange


def test_a_live_widget_is_told(languages: Languages, qtbot: QtBot) -> None:
    widget = Told()
    qtbot.addWidget(widget)
    widget.show()
    languages.apply("zh_CN")
    qtbot.waitUntil(lambda: widget.count > 0)


def test_qts_own_words_follow(languages: Languages) -> None:
    languages.apply("zh_CN")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    languages.apply("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_numbers_and_dates_follow(languages: Languages) -> None:
    languages.apply("zh_CN")
    assert QLocale().language() is QLocale.Language.Chinese
    languages.apply("en")
    assert QLocale().toString(48210) == "48,210"


@pytest.mark.parametrize("asked", ["", "tlh"])
def test_without_a_known_language_it_is_the_systems(languages: Languages, asked: str) -> None:
    languages.apply(asked)
    assert languages.current == system_language()
    assert languages.current in LANGUAGES


def test_a_plural_has_its_number(languages: Languages) -> None:
    languages.apply("en")
    assert "1,204" in plural("Anything", "and %Ln more", 1204)
