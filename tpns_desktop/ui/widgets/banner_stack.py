"""Banners below each other, one for each thing that waits for a person's word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.widgets.banner import Banner, Words
from tpns_desktop.ui.widgets.tab_order import follow

MOST = 3
"""Shown at a time; the next come as these are answered."""


class BannerStack(QWidget):
    """Hidden while nothing waits.

    Signals:
        acted(str, object): the button of this key was pressed on the banner of this row.
    """

    acted = Signal(str, object)

    def __init__(
        self,
        name: str,
        words_of: Callable[[Any], str],
        actions: Sequence[tuple[str, Words]],
        parent: QWidget | None = None,
    ) -> None:
        """`name`: the beginning of its object names; `actions`: key and words of each button."""
        super().__init__(parent)
        self.setObjectName(name)
        self._words_of = words_of
        self._actions = tuple(actions)
        self._rows: list[Any] = []
        self.banners: list[Banner] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Let these wait, the first on top."""
        shown = list(rows[:MOST])
        if shown != self._rows:
            for old in self.banners:
                self._column.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._rows = shown
            self.banners = [self._banner(row) for row in shown]
            follow(self, [b for one in self.banners for b in one.findChildren(QPushButton)])
        self.setVisible(bool(shown))

    def _banner(self, row: Any) -> Banner:
        banner = Banner("warn", partial(self._words_of, row))
        banner.set_plain()
        banner.setObjectName(f"{self.objectName()}.banner")
        for key, words in self._actions:
            name = f"{self.objectName()}.{key}"
            banner.add_action(name, words, partial(self._on_acted, key, row))
        self._column.addWidget(banner)
        return banner

    def _on_acted(self, key: str, row: Any, _checked: bool = False) -> None:
        self.acted.emit(key, row)
