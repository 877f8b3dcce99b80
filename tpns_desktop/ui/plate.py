"""The environment plate: where a push would go, in words, shape and colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.widgets.pill import Pill
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from tpns_desktop.store.apps import App

PRACTICE, IOS_TEST, LIVE = "practice", "ios_test", "live"

_PLATES = {
    PRACTICE: (QT_TRANSLATE_NOOP("Plate", "◇ PRACTICE"), "practice"),
    IOS_TEST: (QT_TRANSLATE_NOOP("Plate", "△ iOS TEST"), "warn"),
    LIVE: (QT_TRANSLATE_NOOP("Plate", "■ LIVE"), "live"),
}


def environment_of(app: App) -> str:
    """PRACTICE, IOS_TEST (nothing but test builds of an iOS app can be reached) or LIVE."""
    if app.practice:
        return PRACTICE
    if app.ios_environment == "dev" and app.platforms == ("ios",):
        return IOS_TEST
    return LIVE


def plate_words(environment: str) -> str:
    """Shape and words of a plate, in the present language."""
    return QCoreApplication.translate("Plate", _PLATES[environment][0])


class Plate(Pill):
    """The plate as a pill; hidden while no app is chosen."""

    def show_environment(self, environment: str | None) -> None:
        """Show where pushes go; None while nothing is chosen."""
        self.setVisible(environment is not None)
        if environment is not None:
            self.set(plate_words(environment), _PLATES[environment][1])
            self.setAccessibleName(plate_words(environment))
