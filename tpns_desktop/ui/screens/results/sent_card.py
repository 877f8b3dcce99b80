"""What was confirmed, read back from the bytes that are kept: words at the left, phones beside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tpns_desktop.ui.widgets.chat_bubbles import ChatBubbles
from tpns_desktop.ui.widgets.fact_rows import FactRows
from tpns_desktop.ui.widgets.phone_view import PhoneView
from tpns_desktop.ui.widgets.phones.content import PhoneContent
from tpns_desktop.ui.words import chat_read_back, read_back
from tpns_desktop.ui.words import review as words
from tpns_desktop.ui.words.audience import listed
from tpns_desktop.ui.words.chat_elements import bubble_of
from tpns_desktop.ui.words.numbers import when_named
from tpns_desktop.ui.words.phones import FIRST, shown
from tpns_desktop.ui.words.read_back import tell

if TYPE_CHECKING:
    from tpns_desktop.send.results import Batch
    from tpns_desktop.send.review import PushFacts
    from tpns_desktop.store.history import PushRow

_PHONE = (200, 280)
"""Width and height of a phone's picture."""
_CHAT = (270, 250)
"""The same of a chat's."""


class SentCard(QFrame):
    """The same for every state: what is on hold, was sent, or was taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("result.sent")
        self.setProperty("role", "card")
        self._title = QLabel()
        self._title.setProperty("role", "card-title")
        self.facts = FactRows()
        self._phones = QHBoxLayout()
        self._phones.setSpacing(12)
        left = QVBoxLayout()
        left.setContentsMargins(0, 16, 0, 18)
        left.setSpacing(12)
        left.addWidget(self._title)
        left.addWidget(self.facts)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setContentsMargins(0, 16, 0, 0)
        right.addLayout(self._phones)
        right.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 0, 18, 0)
        line.setSpacing(18)
        line.addLayout(left, 1)
        line.addLayout(right)

    def show_batch(self, batch: Batch, colour: str, replaced: str = "") -> None:
        """Read this push back; `colour` is its app's, `replaced` the title of what it replaced."""
        if batch.rows[0].is_chat:
            self._show_chat(batch)
            return
        facts = _facts(batch.rows[0])
        self._title.setText(self.tr("The push"))
        self.setAccessibleName(self._title.text())
        apart = [tell(row.platform, row.body) for row in batch.rows]
        self.facts.show_facts(
            [
                (self.tr("Your name for it"), batch.name, ""),
                read_back.kind_line(apart),
                (self.tr("Title"), facts.title, ""),
                (self.tr("Text"), facts.content, ""),
                read_back.tap_line(apart),
                *read_back.message_lines(apart),
                (
                    self.tr("To"),
                    self._devices(batch) or words.who_sentence(facts, batch.app_name),
                    words.first_masked(facts),
                ),
                *read_back.people_lines(apart),
                (self.tr("Why in quiet hours"), batch.night_reason, ""),
                (self.tr("List"), _list_of(batch), ""),
                (self.tr("On"), words.systems(batch.platforms), ""),
                (self.tr("Confirmed"), when_named(batch.created_at), ""),
                (
                    self.tr("Starts"),
                    words.time_sentence(facts.send_time, batch.created_at)
                    if facts.send_time is not None
                    else read_back.repeats_sentence(apart[0]),
                    "",
                ),
                *read_back.how_lines(apart, facts.count, replaced),
                (self.tr("Plan"), batch.plan_name, ""),
                (
                    self.tr("Text message"),
                    words.sms_sentence(facts.sms) if facts.sms is not None else "",
                    words.sms_details(facts.sms) if facts.sms is not None else "",
                ),
            ]
        )
        self._clear_phones()
        for one in apart:
            phone = PhoneView()
            phone.setObjectName(f"result.phone.{one.platform}")
            phone.setMinimumSize(*_PHONE)
            phone.setFixedSize(*_PHONE)
            style = FIRST[one.platform]
            seen = shown(one.draft, style, batch.app_name, colour)
            phone.show_content(style, seen.content)
            self._phones.addWidget(phone)

    def _show_chat(self, batch: Batch) -> None:
        # Loaded long ago, with the desk that gave the batch.
        from tpns_desktop.send.chat_facts import chat_facts_of, shown_text

        row = batch.rows[0]
        dialect: Any = row.environment
        facts = chat_facts_of(row.body, dialect)
        self._title.setText(self.tr("The push"))
        self.setAccessibleName(self._title.text())
        starts = facts.schedule_at
        self.facts.show_facts(
            [
                *chat_read_back.what_lines(facts, batch.name),
                *chat_read_back.who_lines(facts, batch.app_name, row.access_id),
                (self.tr("Why in quiet hours"), batch.night_reason, ""),
                (self.tr("Confirmed"), when_named(batch.created_at), ""),
                (
                    self.tr("Starts"),
                    words.time_sentence(starts, batch.created_at) if starts is not None else "",
                    chat_read_back.zone_sentence() if starts is not None else "",
                ),
                *chat_read_back.how_lines(facts),
            ]
        )
        self._clear_phones()
        if facts.elements:
            bubbles = ChatBubbles()
            bubbles.setObjectName("result.bubbles")
            bubbles.setFixedSize(_CHAT[0], _CHAT[1])
            bubbles.show_chat(
                chat_read_back.sender_words(facts),
                [bubble_of(one.kind, one.content) for one in facts.elements],
            )
            self._phones.addWidget(bubbles, 0, Qt.AlignmentFlag.AlignTop)
        text = shown_text(facts)
        if facts.notifies and (text or facts.title):
            phone = PhoneView()
            phone.setObjectName("result.phone.chat")
            phone.setMinimumSize(*_PHONE)
            phone.setFixedSize(*_PHONE)
            title = facts.title or batch.app_name
            phone.show_content(
                FIRST["android"], PhoneContent(batch.app_name, "", title, text, opened=True)
            )
            self._phones.addWidget(phone)

    def _clear_phones(self) -> None:
        while (item := self._phones.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def _devices(self, batch: Batch) -> str:
        """The test devices by their names; empty for what is no test."""
        if not batch.is_test:
            return ""
        names = [str(name) for name in batch.audience.get("devices") or ()]
        return self.tr("Test devices: {0}").format(listed(names))


def _facts(row: PushRow) -> PushFacts:
    # Loaded long ago, with the desk that gave the batch.
    from tpns_desktop.send.review import facts_of

    facts = facts_of(row.body)
    # The body of a push to a list has no accounts to count.
    return facts if row.list_accounts is None else replace(facts, count=row.list_accounts)


def _list_of(batch: Batch) -> str:
    """Name, size and hash of the list it went to; empty for every other push."""
    row = batch.rows[0]
    if row.list_sha256 is None:
        return ""
    name = str((batch.audience.get("file") or {}).get("name", ""))
    return words.list_sentence(name, row.list_bytes or 0, row.list_sha256)
