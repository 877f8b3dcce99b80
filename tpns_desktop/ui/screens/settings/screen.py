"""The Settings screen. It shows and collects; the window's owner acts on its signals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.screens.settings.about_card import AboutCard
from tpns_desktop.ui.screens.settings.apps_card import AppsCard
from tpns_desktop.ui.screens.settings.chat_apps_card import ChatAppsCard
from tpns_desktop.ui.screens.settings.cloud_card import CloudCard
from tpns_desktop.ui.screens.settings.help_card import HelpCard
from tpns_desktop.ui.screens.settings.look_card import LookCard
from tpns_desktop.ui.screens.settings.messages_card import MessagesCard
from tpns_desktop.ui.screens.settings.moving_card import MovingCard
from tpns_desktop.ui.screens.settings.network_card import NetworkCard
from tpns_desktop.ui.screens.settings.practice_card import PracticeCard
from tpns_desktop.ui.screens.settings.privacy_card import PrivacyCard
from tpns_desktop.ui.screens.settings.safety_card import SafetyCard
from tpns_desktop.ui.screens.settings.sections import WIDTH, Sections
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.card import Card

if TYPE_CHECKING:
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.chat_apps import ChatApp

NARROW = 560 + WIDTH
"""Below this width the cards need the room of the list of sections."""


class SettingsScreen(QWidget):
    """Sections at the left, one card a section at the right.

    Signals:
    language_chosen(str), look_chosen(str): take it into use and remember it.
    connect_asked: another app is to be connected.
    change_asked(App): name, region or keys of this app are to be changed.
    remove_asked(App): this app is to be removed.
    connect_chat_asked, change_chat_asked(ChatApp), remove_chat_asked(ChatApp): the same of a Chat
        app.
    speak_asked(ChatApp, str): practice's Chat app is to use this generation of the service.
    chat_setup_asked: what must be ready before a Chat push.
    report_asked: a report for support is to be saved.
    pace_chosen(float): time in practice runs so much faster from now on.
    silent_changed(bool): in-app and silent messages are offered from now on, or no more.
    sms_setup_asked: what must be ready before texts can follow a push.
    books_changed: pushes were cleared, or things of another computer came in.
    """

    language_chosen = Signal(str)
    look_chosen = Signal(str)
    connect_asked = Signal()
    change_asked = Signal(object)
    remove_asked = Signal(object)
    connect_chat_asked = Signal()
    change_chat_asked = Signal(object)
    remove_chat_asked = Signal(object)
    speak_asked = Signal(object, str)
    chat_setup_asked = Signal()
    report_asked = Signal()
    silent_changed = Signal(bool)
    pace_chosen = Signal(float)
    sms_setup_asked = Signal()
    books_changed = Signal()

    def __init__(self, session: Session, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("settings")
        self.apps_card = AppsCard()
        self.chat_apps = ChatAppsCard()
        self.safety_card = SafetyCard(session)
        self.practice_card = PracticeCard(session)
        self.look_card = LookCard(session, language)
        self.messages_card = MessagesCard(session)
        self.cloud = CloudCard(session)
        self.network = NetworkCard(session)
        self.privacy = PrivacyCard(session)
        self.moving = MovingCard(session)
        self.help = HelpCard()
        self.about = AboutCard(session)
        self.cards: dict[str, Card] = {
            "apps": self.apps_card,
            "chat_apps": self.chat_apps,
            "safety": self.safety_card,
            "practice": self.practice_card,
            "look": self.look_card,
            "messages": self.messages_card,
            "texts": self.cloud,
            "network": self.network,
            "privacy": self.privacy,
            "moving": self.moving,
            "help": self.help,
            "about": self.about,
        }
        self._build()
        self.connect_app = self.apps_card.connect_app
        self.language, self.look = self.look_card.language, self.look_card.look
        self.version = self.about.version
        self.hold, self.until_i_say = self.safety_card.hold, self.safety_card.until_i_say
        self.apps_card.connect_asked.connect(self.connect_asked)
        self.apps_card.change_asked.connect(self.change_asked)
        self.apps_card.remove_asked.connect(self.remove_asked)
        self.chat_apps.connect_asked.connect(self.connect_chat_asked)
        self.chat_apps.change_asked.connect(self.change_chat_asked)
        self.chat_apps.remove_asked.connect(self.remove_chat_asked)
        self.chat_apps.speak_asked.connect(self.speak_asked)
        self.chat_apps.setup_asked.connect(self.chat_setup_asked)
        self.look_card.language_chosen.connect(self.language_chosen)
        self.look_card.look_chosen.connect(self.look_chosen)
        self.messages_card.silent_changed.connect(self.silent_changed)
        self.practice_card.pace_chosen.connect(self.pace_chosen)
        self.cloud.setup_asked.connect(self.sms_setup_asked)
        self.privacy.cleared.connect(self.books_changed)
        self.moving.arrived.connect(self.books_changed)
        self.help.report_asked.connect(self.report_asked)
        self.retranslate()

    def _build(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(820)
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 16, 24, 24)
        column.setSpacing(14)
        for card in self.cards.values():
            column.addWidget(card)
        # So that the last card, too, comes to the top when it is chosen.
        column.addStretch(1)
        self.page = QScrollArea()
        self.page.setObjectName("settings.page")
        self.page.setWidgetResizable(True)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls with its focus
        self.page.setWidget(inner)
        self.page.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.sections = Sections()
        self.sections.chosen.connect(self.show_section)
        self.sections.entered.connect(self.enter_section)
        left = QVBoxLayout()
        left.setContentsMargins(24, 16, 0, 16)
        left.addWidget(self.sections, 1)
        left.addStretch(0)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(left)
        across.addWidget(self.page, 1)
        # A jump is over when the page has come to rest.
        self._jumping = QTimer(self, singleShot=True, interval=0)

    def set_apps(self, apps: Sequence[App]) -> None:
        """List these apps."""
        self.apps_card.set_apps(apps)

    def set_chat_apps(self, apps: Sequence[ChatApp]) -> None:
        """List these Chat apps."""
        self.chat_apps.set_apps(apps)

    # Sections

    @Slot(str)
    def show_section(self, key: str) -> None:
        """Bring a section's card to the top of the page."""
        self.sections.mark(key)
        self._jumping.start()
        card = self.cards[key]
        self.page.verticalScrollBar().setValue(max(0, card.y() - 16))

    @Slot(str)
    def enter_section(self, key: str) -> None:
        """Put the focus on the first thing in a section's card."""
        self.show_section(key)
        for child in self.cards[key].findChildren(QWidget):
            reached = child.isVisible() and child.isEnabled()
            if reached and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                child.setFocus(Qt.FocusReason.TabFocusReason)
                return

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        if self._jumping.isActive():
            return
        keys = list(self.cards)
        passed = [key for key in keys if self.cards[key].y() <= value + 60]
        at_end = value == self.page.verticalScrollBar().maximum() > 0
        self.sections.mark(keys[-1] if at_end else passed[-1] if passed else keys[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sections.setVisible(event.size().width() >= NARROW)

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.sections.setAccessibleName(self.tr("Sections of the settings"))
        self.sections.setAccessibleDescription(self.tr("Enter goes into a section"))
        self.sections.show_sections(
            [
                ("apps", self.tr("Apps")),
                ("chat_apps", self.tr("Chat apps")),
                ("safety", self.tr("Safety")),
                ("practice", self.tr("Practice")),
                ("look", self.tr("Language and look")),
                ("messages", self.tr("Messages")),
                ("texts", self.tr("Text messages")),
                ("network", self.tr("Network")),
                ("privacy", self.tr("Privacy")),
                ("moving", self.tr("Another computer")),
                ("help", self.tr("Report for support")),
                ("about", self.tr("About")),
            ]
        )
