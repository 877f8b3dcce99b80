"""A page of steps that lead to something being ready: a card a step, and pages of the web below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.theme.sheet import repolish
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.card import Card

_WIDTH = 860


class StepCard(Card):
    """One step. Its own parts go into `more`; `name` is the page's."""

    def __init__(self, name: str, step: str, number: int, parent: QWidget | None = None) -> None:
        super().__init__(number=number, parent=parent)
        self.step = step
        self.setObjectName(f"{name}.{step}")
        self.more = QVBoxLayout()
        self.more.setSpacing(8)
        self.links: list[QPushButton] = []

    def add_link_row(self, count: int) -> None:
        """Put buttons for pages of the web below everything else: Tab comes to them last."""
        line = QHBoxLayout()
        for number in range(count):
            button = QPushButton()
            button.setObjectName(f"{self.objectName()}.link{number}")
            button.clicked.connect(partial(self._on_link_clicked, button))
            line.addWidget(button)
            self.links.append(button)
        line.addStretch(1)
        self.body.addLayout(line)

    def show_links(self, pages: Sequence[tuple[str, str]]) -> None:
        """Let the buttons lead to these: words and address."""
        for button, (text, address) in zip(self.links, pages, strict=True):
            button.setText(self.tr("{0} ↗").format(text))
            button.setAccessibleName(self.tr("{0}, opens in the browser").format(text))
            button.setToolTip(address)

    def _on_link_clicked(self, button: QPushButton, _checked: bool = False) -> None:
        QDesktopServices.openUrl(QUrl(button.toolTip()))


class SetupPage(QWidget):
    """Subclasses make the cards, then call `lay_out`. `name` begins the names of its parts."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.page = QScrollArea()
        self.page.setObjectName(f"{name}.page")

    def button(self, key: str, slot: object) -> QPushButton:
        """A button of the page."""
        button = QPushButton()
        button.setObjectName(f"{self.objectName()}.{key}")
        button.clicked.connect(slot)
        return button

    def outcome(self, key: str) -> QLabel:
        """A line, hidden at first, for what came of a question: see `say`."""
        label = QLabel()
        label.setObjectName(f"{self.objectName()}.{key}")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(True)
        label.hide()
        return label

    def lay_out(
        self, words: QLayout, buttons: Iterable[QPushButton], cards: Iterable[StepCard]
    ) -> None:
        """Put the cards below a head of words and buttons."""
        inner = QWidget()
        inner.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(14)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addLayout(words, 1)
        for button in buttons:
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        self.page.setWidgetResizable(True)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls with its focus
        self.page.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)

    def say(self, label: QLabel, text: str, role: str) -> None:
        """Show what came of a question, and tell it to a screen reader."""
        label.setProperty("role", role)
        repolish(label)
        label.setText(text)
        label.show()
        announce(label, text, urgent=role == "error")
