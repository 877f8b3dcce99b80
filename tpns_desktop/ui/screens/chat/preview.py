"""The preview: the message in the chat, the notification on phones, the exact JSON, the checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QTabWidget, QWidget

from tpns_desktop.model.chat_dialects import ALL_MEMBER_PUSH, Dialect
from tpns_desktop.model.chat_draft import chat_body
from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.checks_list import ChecksList
from tpns_desktop.ui.forms.json_part import JsonPart
from tpns_desktop.ui.screens.chat.phone_part import PhonePart
from tpns_desktop.ui.widgets.chat_bubbles import ChatBubbles
from tpns_desktop.ui.words.chat_elements import bubbles_of, own_words
from tpns_desktop.ui.words.numbers import duration

if TYPE_CHECKING:
    from tpns_desktop.send.examination import Examination
    from tpns_desktop.store.chat_apps import ChatApp


class ChatPreview(QTabWidget):
    """The last tab tells how many checks there are."""

    def __init__(self, binding: DraftBinding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chat.preview")
        self.setDocumentMode(True)
        self._binding = binding
        self._app: ChatApp | None = None
        self._dialect: Dialect = ALL_MEMBER_PUSH
        self.chat = ChatBubbles()
        self.phone = PhonePart(binding)
        self.json = JsonPart(only_copy=True)
        self.checks = ChecksList()
        for part in (self.chat, self.phone, self.json, self.checks):
            self.addTab(part, "")
        binding.edited.connect(self._on_edited)
        binding.replaced.connect(self.show_draft)
        self._show_words()

    def set_app(self, app: ChatApp | None, dialect: Dialect) -> None:
        """Show pushes of this app."""
        self._app, self._dialect = app, dialect
        self.setTabVisible(self.indexOf(self.chat), dialect.has_message)
        name = app.name if app is not None else ""
        self.phone.set_app(name, message=dialect.has_message)
        self.show_draft()

    def show_examination(self, examination: Examination) -> None:
        """Show JSON and checks of this examination."""
        self.json.show_examination(examination)
        self.checks.show_examination(examination)
        self._show_words()

    @Slot()
    def show_draft(self) -> None:
        """Draw the message and the notification as they stand."""
        draft = {name: self._binding.value(name) for name in ("message", "notification")}
        message = chat_body(draft, self._dialect, 0).get("MsgBody", [])
        sender = draft["message"]["sender"].strip()
        if not sender and self._app is not None:
            sender = self._app.identifier
        self.chat.show_chat(sender, bubbles_of(message), self._kept(draft["message"]))
        self.phone.set_own_words(own_words(message))

    def open_checks(self) -> None:
        """Bring the checks to the front."""
        self.setCurrentWidget(self.checks)

    def show_phone(self, style: str) -> None:
        """Bring the phone to the front, this one."""
        self.phone.show_style(style)
        self.setCurrentWidget(self.phone)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
            self.show_draft()
        super().changeEvent(event)

    @Slot(str)
    def _on_edited(self, path: str) -> None:
        if path.startswith(("message", "notification")):
            self.show_draft()

    def _kept(self, message: dict[str, str]) -> str:
        if not self._dialect.keeps:
            if message["online_only"]:
                return self.tr("Only for users who are online. Nothing is kept.")
            return self.tr("Stays in the chat history and counts as unread.")
        life = message["life_s"].strip()
        if not life.isascii() or not life.isdigit():
            return ""
        if int(life) == 0:
            return self.tr("Only for users who are online. Nothing is kept.")
        return self.tr("Kept {0} for users who are offline.").format(duration(int(life)))

    def _show_words(self) -> None:
        self.setAccessibleName(self.tr("Preview"))
        self.json.set_more(
            self.tr("MsgRandom is 0 until Review: it gets a number there, a new one each time.")
        )
        pressing = sum(self.checks.counts()[:2])
        checks = self.tr("Checks {0}").format(pressing) if pressing else self.tr("Checks")
        words = (self.tr("Chat"), self.tr("Notification"), self.tr("JSON"), checks)
        for place, said in enumerate(words):
            if self.tabText(place) != said:  # setting the same lays out all tabs anew
                self.setTabText(place, said)
