"""The technical view: where each request goes, and its exact bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.screens.review.curl import METHOD, PATH, curl_command
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.disclosure import Disclosure
from tpns_desktop.ui.widgets.json_view import JsonView
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.lists import EMPTY_SLOT, given_later
from tpns_desktop.ui.words.numbers import grouped

if TYPE_CHECKING:
    from tpns_desktop.send.review import FrozenPush

_SAID_MS = 2500
"""How long "Copied" stands."""
_HEIGHT = 260


class Technical(Disclosure):
    """Closed until asked for; one block a request."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("review.technical", parent)
        self._blocks: list[_Request] = []
        self.retranslate()

    def show_rows(self, rows: tuple[FrozenPush, ...]) -> None:
        """Show these requests, closed."""
        self.set_open(False)
        for block in self._blocks:
            block.hide()
            block.deleteLater()
        self._blocks = [_Request(row) for row in rows]
        for block in self._blocks:
            self.body.addWidget(block)

    def retranslate(self) -> None:
        """Say it in the present language."""
        self.set_text(self.tr("Technical view (JSON)"))
        for block in self._blocks:
            block.retranslate()


class _Request(QWidget):
    """One request: target, bytes, and copies of it for the clipboard."""

    def __init__(self, push: FrozenPush) -> None:
        super().__init__()
        self._push = push
        name = f"review.json.{push.platform}"
        self._target = QLabel()
        self._target.setProperty("role", "muted")
        self._target.setWordWrap(True)
        self.json = JsonView()
        self.json.setObjectName(name)
        self.json.setFixedHeight(_HEIGHT)
        self.json.set_json(push.body)
        self.copy_json = QPushButton()
        self.copy_json.setObjectName(f"{name}.copy")
        self.copy_json.clicked.connect(self._on_copy_json)
        self.copy_curl = QPushButton()
        self.copy_curl.setObjectName(f"{name}.curl")
        self.copy_curl.clicked.connect(self._on_copy_curl)
        self._copied = QLabel()
        self._copied.setProperty("role", "hint")
        self._timer = QTimer(self, singleShot=True, interval=_SAID_MS)
        self._timer.timeout.connect(self._copied.clear)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._target, 1)
        head.addWidget(self._copied)
        head.addWidget(self.copy_json)
        head.addWidget(self.copy_curl)
        if push.platform == "chat":
            # Its address has a signature in it: there is no command that could be run.
            self.copy_curl.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.json)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the present language."""
        platform = PLATFORMS.get(self._push.platform, self.tr("Chat"))
        self._target.setText(
            self.tr("{0}: {1} {2}{3} · {4} bytes · SHA-256 {5}…").format(
                platform,
                METHOD,
                self._push.url,
                _path_of(self._push),
                grouped(len(self._push.body)),
                self._push.body_sha256[:12],
            )
        )
        self.json.set_later(EMPTY_SLOT, given_later())
        self.json.setAccessibleName(self.tr("JSON for {0}").format(platform))
        self.copy_json.setText(self.tr("Copy JSON"))
        self.copy_json.setAccessibleName(self.tr("Copy JSON for {0}").format(platform))
        self.copy_curl.setText(self.tr("Copy as curl"))
        self.copy_curl.setAccessibleName(self.tr("Copy as curl for {0}").format(platform))
        self.copy_curl.setToolTip(self.tr("Without your keys: placeholders stand in their place"))

    @Slot()
    def _on_copy_json(self) -> None:
        self._copy(self._push.body.decode("utf-8"))

    @Slot()
    def _on_copy_curl(self) -> None:
        self._copy(curl_command(self._push))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._copied.setText(self.tr("Copied"))
        announce(self, self.tr("Copied"))
        self._timer.start()


def _path_of(push: FrozenPush) -> str:
    if push.platform != "chat":
        return PATH
    # Loaded long ago, with the desk that made the review.
    from tpns_desktop.model.chat_dialects import DIALECTS
    from tpns_desktop.send.chat_facts import command_of

    dialect: Any = push.environment
    return DIALECTS[dialect].path(command_of(push.body))
