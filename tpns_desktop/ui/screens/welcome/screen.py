"""The Welcome screen: practise first, or connect an app or a Chat app; language and look."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.i18n import LANGUAGES
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.flow_layout import FlowLayout
from tpns_desktop.ui.widgets.segmented import Segmented


class WelcomeScreen(QWidget):
    """The third way in, a Chat app, is for few: a line below the two.

    Signals: practise_chosen, connect_chosen, connect_chat_chosen, language_chosen(str code),
    look_chosen(str).
    """

    practise_chosen = Signal()
    connect_chosen = Signal()
    connect_chat_chosen = Signal()
    language_chosen = Signal(str)
    look_chosen = Signal(str)

    def __init__(self, language: str, look: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.said = QLabel()
        self.said.setProperty("role", "muted")
        self.practise, self.practise_card, self.practise_text = self._way("welcome.practise")
        self.practise.setProperty("kind", "primary")
        self.practise.setDefault(True)
        self.practise.clicked.connect(self.practise_chosen)
        self.connect_app, self.connect_card, self.connect_text = self._way("welcome.connect")
        self.connect_app.clicked.connect(self.connect_chosen)
        self.chat_said = QLabel()
        self.chat_said.setProperty("role", "muted")
        self.connect_chat = QPushButton()
        self.connect_chat.setObjectName("welcome.connect_chat")
        self.connect_chat.setProperty("kind", "link")
        self.connect_chat.clicked.connect(self.connect_chat_chosen)
        self.promise = QLabel()
        self.promise.setProperty("role", "strong")
        self.language = Segmented()
        self.language.setObjectName("welcome.language")
        self.language.set_choices(list(LANGUAGES.items()))
        self.language.set_value(language)
        self.language.chosen.connect(self.language_chosen)
        self.look = Segmented()
        self.look.setObjectName("welcome.look")
        self._look = look
        self.look.chosen.connect(self.look_chosen)
        self._lay_out()
        self.retranslate()

    def _way(self, name: str) -> tuple[QPushButton, Card, QLabel]:
        card = Card()
        text = QLabel()
        text.setWordWrap(True)
        text.setProperty("role", "muted")
        text.setMinimumHeight(64)
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        button = QPushButton()
        button.setObjectName(name)
        line = QHBoxLayout()
        line.addWidget(button)
        line.addStretch(1)
        card.body.addWidget(text, 1)
        card.body.addLayout(line)
        return button, card, text

    def _lay_out(self) -> None:
        page = QVBoxLayout()
        page.setSpacing(16)
        page.addStretch(2)
        page.addWidget(self.title)
        page.addWidget(self.said)
        cards = QHBoxLayout()
        cards.setSpacing(16)
        cards.addWidget(self.practise_card)
        cards.addWidget(self.connect_card)
        page.addLayout(cards)
        third = FlowLayout(spacing=8, line_spacing=0)
        third.addWidget(self.chat_said)
        third.addWidget(self.connect_chat)
        page.addLayout(third)
        page.addWidget(self.promise)
        choices = FlowLayout(spacing=24, line_spacing=8)
        self.language_label = QLabel()
        self.look_label = QLabel()
        for label, choice in ((self.language_label, self.language), (self.look_label, self.look)):
            label.setProperty("role", "hint")
            label.setBuddy(choice)
            pair = QWidget()
            line = QHBoxLayout(pair)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(8)
            line.addWidget(label)
            line.addWidget(choice, 1)
            choices.addWidget(pair)
        page.addLayout(choices)
        page.addStretch(5)
        column = QWidget()
        column.setLayout(page)
        column.setMaximumWidth(760)
        inner = QWidget()
        across = QHBoxLayout(inner)
        across.setContentsMargins(24, 24, 24, 24)
        across.addStretch(1)
        across.addWidget(column, 10)
        across.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.title.setText(self.tr("Welcome to TPNS Desktop"))
        self.said.setText(
            self.tr("Write a push, see exactly what will be sent, and send it to the right people.")
        )
        self.practise_card.set_texts(self.tr("Practise first"))
        self.practise_text.setText(
            self.tr(
                "Everything works, with made-up people, tags and results. A practice service on "
                "this computer plays Tencent's part."
            )
        )
        self.practise.setText(self.tr("Try it with practice data"))
        self.connect_card.set_texts(self.tr("Connect your app"))
        self.connect_text.setText(
            self.tr(
                "You need the Access ID and Secret Key of your app from the TPNS console, and its "
                "region. Keys go into this computer's password store."
            )
        )
        self.connect_app.setText(self.tr("Connect my TPNS app"))
        self.chat_said.setText(self.tr("You have a Tencent Cloud Chat (IM) app?"))
        self.connect_chat.setText(self.tr("Connect a Chat app"))
        self.promise.setText(self.tr("Nothing leaves this computer in practice."))
        self.language_label.setText(self.tr("Language"))
        self.language.setAccessibleName(self.tr("Language"))
        self.look_label.setText(self.tr("Look"))
        self.look.set_choices(
            [
                ("system", self.tr("As the system")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ]
        )
        self.look.set_value(self.look.value() or self._look)
        self.look.setAccessibleName(self.tr("Look"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
