"""What tests of the window share."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication

from tpns_desktop.ui.i18n import Languages
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.theme.tokens import LIGHT, set_current_tokens


def forget_widgets() -> None:
    """Destroy the widgets that earlier tests let go of, here and now.

    A sheet is laid over every widget there is; one that waits for its end may have lost its window.
    """
    if (focused := QApplication.focusWidget()) is not None:
        focused.clearFocus()  # while everything that is told of it is still whole
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """A theme of this test's own, light at first; the application is plain again afterwards."""
    forget_widgets()
    style, font, palette = qapp.style().objectName(), qapp.font(), qapp.palette()
    theme = Theme(qapp)
    theme.apply("light")
    yield theme
    forget_widgets()
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.setStyle(style)
    set_current_tokens(LIGHT)
    theme.deleteLater()


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    """The languages of this test; afterwards texts are those of the source again."""
    before = QLocale()
    languages = Languages(qapp)
    yield languages
    QLocale.setDefault(before)
    shiboken6.delete(languages)  # and with it the translators that are installed


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Numbers and dates as an English window writes them, whatever other tests left behind."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture(autouse=True)
def _collected_here(collected_on_this_thread: None) -> None:
    """Widgets that nobody holds any more are destroyed on the window's thread."""
