"""A push to users of a Chat app as it will look: in the chat, and where the app is not open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from tpns_desktop.ui.widgets.chat_bubbles import ChatBubbles
from tpns_desktop.ui.widgets.phone_view import PhoneView
from tpns_desktop.ui.widgets.phones.content import PhoneContent
from tpns_desktop.ui.words.chat_elements import bubble_of
from tpns_desktop.ui.words.chat_read_back import sender_words

if TYPE_CHECKING:
    from tpns_desktop.send.chat_facts import ChatFacts

_CHAT_HEIGHT = 190
_PHONE_HEIGHT = 330
_PHONE = "android"


class ChatCard(QFrame):
    """Pictures of what the frozen bytes say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.chat")
        self.setProperty("role", "card")
        self._title = QLabel()
        self._title.setProperty("role", "card-title")
        self.bubbles = ChatBubbles()
        self.bubbles.setObjectName("review.bubbles")
        self.bubbles.setFixedHeight(_CHAT_HEIGHT)
        self.phone = PhoneView()
        self.phone.setObjectName("review.phone.chat")
        self.phone.setFixedHeight(_PHONE_HEIGHT)
        self._silent = QLabel()
        self._silent.setProperty("role", "hint")
        self._silent.setWordWrap(True)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 0)
        column.setSpacing(10)
        for part in (self._title, self.bubbles, self.phone, self._silent):
            column.addWidget(part)
        self.hide()

    def show_facts(self, facts: ChatFacts, app_name: str) -> None:
        """Draw what these facts say."""
        # Loaded long ago, with the desk that made the review.
        from tpns_desktop.send.chat_facts import shown_text

        self._title.setText(
            self.tr("In the chat and on the phones") if facts.elements else self.tr("On the phones")
        )
        self.setAccessibleName(self._title.text())
        self.bubbles.setVisible(bool(facts.elements))
        self.bubbles.show_chat(
            sender_words(facts), [bubble_of(one.kind, one.content) for one in facts.elements]
        )
        text = shown_text(facts)
        self.phone.setVisible(bool(text or facts.title) and facts.notifies)
        self.phone.show_content(
            _PHONE, PhoneContent(app_name, "", facts.title or app_name, text, opened=True)
        )
        self._silent.setText(
            self.tr("No notification appears on phones where the app is not open.")
        )
        self._silent.setVisible(self.phone.isHidden())
        self._column.setContentsMargins(18, 16, 18, 16 if self.phone.isHidden() else 0)
