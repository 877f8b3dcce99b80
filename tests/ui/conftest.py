"""What tests of the window share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.theme.tokens import LIGHT, set_current_tokens


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """A theme of this test's own, light at first; the application is plain again afterwards."""
    style, font, palette = qapp.style().objectName(), qapp.font(), qapp.palette()
    theme = Theme(qapp)
    theme.apply("light")
    yield theme
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.setStyle(style)
    set_current_tokens(LIGHT)
    theme.deleteLater()
