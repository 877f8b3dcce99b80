"""Icons take the colours of the look, also those that are shown already."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tpns_desktop import paths
from tpns_desktop.ui.theme import icons
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.theme.tokens import DARK, LIGHT

NAMES = sorted(path.stem for path in paths.icons_dir().glob("*.svg"))
OF_THEIR_OWN_COLOUR = {"tpns-desktop", "app"}
"""Drawn in fixed colours: the program's own mark."""


def colours(image: QImage) -> set[str]:
    """The colours of all opaque pixels."""
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("name", [name for name in NAMES if name not in OF_THEIR_OWN_COLOUR])
def test_an_icon_is_drawn_in_the_tokens_colour(theme: Theme, name: str) -> None:
    theme.apply("light")
    found = colours(icons.pixmap(name, "accent", 64).toImage())
    assert found == {LIGHT.accent}


def test_an_icon_that_does_not_exist_is_null(theme: Theme) -> None:
    theme.apply("light")
    assert icons.icon("no-such-icon").isNull()


def test_a_shown_icon_is_redrawn_when_the_look_changes(theme: Theme, qtbot: QtBot) -> None:
    theme.apply("light")
    button = QPushButton()
    qtbot.addWidget(button)
    button.setIcon(icons.icon("settings"))
    assert LIGHT.muted in colours(button.icon().pixmap(64).toImage())
    theme.apply("dark")
    assert DARK.muted in colours(button.icon().pixmap(64).toImage())


def test_an_icon_of_someone_else_is_left_alone(theme: Theme, qtbot: QtBot) -> None:
    theme.apply("light")
    button = QPushButton()
    qtbot.addWidget(button)
    button.setIcon(icons.pixmap("settings", "#123456", 18))
    theme.apply("dark")
    assert "#123456" in colours(button.icon().pixmap(18).toImage())


def test_a_checked_button_has_the_accent(theme: Theme) -> None:
    theme.apply("light")
    picture = icons.icon("settings")
    on = picture.pixmap(icons.icon_size(), 3.0, picture.Mode.Normal, picture.State.On)
    assert LIGHT.accent in colours(on.toImage())
