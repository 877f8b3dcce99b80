"""What can be done about a push of which nobody knows: look for it, or say what one saw.

Owns the words about the look-up and the buttons; asking and writing down are the desk's. Sending
again stands here too, off, with the reason why.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.screens.results.copying import Copy
from tpns_desktop.ui.theme import icons
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.widgets.flow_layout import FlowLayout
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.results import conflict_words, look_words
from tpns_desktop.ui.words.states import is_conflict

if TYPE_CHECKING:
    from tpns_desktop.store.history import PushRow


class SettlePart(QWidget):
    """Shows how far the look-up is; made anew for other rows and another language.

    Signals:
        check_asked: look for it now.
        saw_asked: the person saw it on a phone.
        gone_asked: the person says that it did not go.
    """

    check_asked = Signal()
    saw_asked = Signal()
    gone_asked = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        """`now` gives aware instants."""
        super().__init__(parent)
        self._now = now
        self._rows: tuple[PushRow, ...] = ()
        self._next: datetime | None = None
        self._checking = False
        self._out_of_reach = False
        self.conflict = Banner("danger")
        self.conflict.setObjectName("result.conflict")
        self.conflict.hide()
        self._matches = QVBoxLayout()
        self._matches.setSpacing(4)
        self._shape = QLabel()
        self._shape.setFixedSize(16, 16)
        self.said = QLabel()
        self.said.setObjectName("result.look")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.trouble = QLabel()
        self.trouble.setObjectName("result.look.trouble")
        self.trouble.setProperty("role", "error")
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.check = QPushButton(self.tr("Check now"))
        self.check.setObjectName("result.check_now")
        self.check.setProperty("kind", "primary")
        self.check.setAccessibleDescription(
            self.tr("Asks the service whether it has this push. Nothing is sent.")
        )
        self.check.clicked.connect(self.check_asked)
        self.saw = QPushButton(self.tr("I saw it on a phone"))
        self.saw.setObjectName("result.saw_it")
        self.saw.clicked.connect(self.saw_asked)
        self.gone = QPushButton(self.tr("It did not go"))
        self.gone.setObjectName("result.did_not_go")
        self.gone.clicked.connect(self.gone_asked)
        self.again = QPushButton(self.tr("Send again…"))
        self.again.setObjectName("result.send_again")
        self.again.setEnabled(False)
        self._why = QLabel(
            self.tr("Send again stays off until this is settled: people could get it twice.")
        )
        self._why.setProperty("role", "hint")
        self._why.setWordWrap(True)
        self.again.setAccessibleDescription(self._why.text())
        self.again.setToolTip(self._why.text())
        self._build()
        self._show_shape()

    def _build(self) -> None:
        look = QHBoxLayout()
        look.setSpacing(8)
        look.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        look.addWidget(self.said, 1)
        line = QWidget()
        buttons = FlowLayout(line, spacing=10)
        for button in (self.check, self.saw, self.gone, self.again):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.conflict)
        column.addLayout(self._matches)
        column.addLayout(look)
        column.addWidget(self.trouble)
        column.addWidget(line)
        column.addWidget(self._why)

    def show_rows(
        self,
        rows: tuple[PushRow, ...],
        next_look_at: datetime | None,
        out_of_reach: str | None = None,
    ) -> None:
        """Show how far the look-up of these unsettled rows is; `out_of_reach` as in `Batch`."""
        if [row.looks for row in rows] != [row.looks for row in self._rows] and not any(
            row.look == "failed" for row in rows
        ):
            self.show_trouble("")  # what kept the look before from it is over
        self._out_of_reach = out_of_reach is not None
        self.check.setVisible(not self._out_of_reach)
        same = self._matches_of(rows) == self._matches_of(self._rows)
        self._rows, self._next = rows, next_look_at
        if not same:
            self._show_matches()
        said = conflict_words(rows)
        self.conflict.set_tone("danger" if any(is_conflict(row) for row in rows) else "warn")
        self.conflict.set_text(said)
        self.conflict.setVisible(bool(said))
        self._show_look()

    def set_checking(self, on: bool) -> None:
        """Say that it is being looked for, and take no second question meanwhile."""
        self._checking = on
        self.check.setEnabled(not on)
        if on:
            self.show_trouble("")
        self._show_look()

    def set_waiting(self, on: bool) -> None:
        """Take no word of a person while one is being written down."""
        for button in (self.saw, self.gone):
            button.setEnabled(not on)

    def show_trouble(self, said: str) -> None:
        """Say why the last look told nothing; the empty text says nothing."""
        self.trouble.setText(said)
        self.trouble.setVisible(bool(said))
        announce(self.trouble, said, urgent=True)

    def text(self) -> str:
        """What it says about the look-up."""
        return self.said.text()

    def _show_look(self) -> None:
        said = (
            self.tr("Looking for it…")
            if self._checking
            else self.tr("It can't be looked up here.")
            if self._out_of_reach
            else look_words(self._rows, self._next, self._now())
        )
        if said != self.said.text():
            self.said.setText(said)
            announce(self.said, said)

    def _show_shape(self) -> None:
        self._shape.setPixmap(icons.pixmap("search", "muted", 16, self.devicePixelRatioF()))

    @staticmethod
    def _matches_of(rows: tuple[PushRow, ...]) -> list[tuple[str, str]]:
        return [(row.platform, push_id) for row in rows for push_id in row.matches]

    def _show_matches(self) -> None:
        while (item := self._matches.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for platform, push_id in self._matches_of(self._rows):
            self._matches.addWidget(self._match(platform, push_id))

    def _match(self, platform: str, push_id: str) -> QWidget:
        box = QWidget()
        said = QLabel(self.tr("{0} push ID").format(PLATFORMS[platform]))
        said.setProperty("role", "muted")
        said.setMinimumWidth(160)
        number = QLabel(push_id)
        number.setTextFormat(Qt.TextFormat.PlainText)
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = QPushButton(self.tr("Copy"))
        copy.setObjectName(f"result.match.{push_id}")
        copy.setProperty("kind", "link")
        copy.setAccessibleName(self.tr("Copy push ID {0}").format(push_id))
        copied = QLabel()
        copied.setProperty("role", "hint")
        Copy(copy, copied, push_id)
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(said)
        line.addWidget(number)
        line.addWidget(copy)
        line.addWidget(copied, 1)
        return box
