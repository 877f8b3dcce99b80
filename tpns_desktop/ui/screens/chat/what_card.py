"""Card 2: the chat message, who sends it, and how long it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from tpns_desktop.ui.forms.editors import CheckEditor, LineEditor
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.forms.sending_editors import KeepEditor
from tpns_desktop.ui.forms.titles import hint_of, title_of
from tpns_desktop.ui.screens.chat.elements_part import ElementsPart
from tpns_desktop.ui.widgets.card import Card

if TYPE_CHECKING:
    from tpns_desktop.model.chat_dialects import Dialect

LIFE = "message.life_s"
ONLINE = "message.online_only"
SENDER = "message.sender"


class WhatCard(Card):
    """Where a notification alone is sent, only who sends it."""

    def __init__(self, fields: Fields, parent: QWidget | None = None) -> None:
        super().__init__("", "", 2, parent)
        self._message = True
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        self.sent_by = LineEditor()
        grid.addWidget(fields.add(self.body, SENDER, self.sent_by), 0, 0)
        self.life = KeepEditor()
        self._life_field = fields.add(self.body, LIFE, self.life)
        self.online = CheckEditor()
        self._online_field = fields.add(self.body, ONLINE, self.online)
        self._online_field.label.hide()
        grid.setColumnStretch(0, 1)
        self.body.insertLayout(0, grid)
        self.elements = ElementsPart(fields)
        self.body.addWidget(self.elements)
        self.retranslate()

    def set_dialect(self, dialect: Dialect) -> None:
        """Offer what the app's dialect has."""
        self._message = dialect.has_message
        self._life_field.setVisible(dialect.keeps)
        self._online_field.setVisible(not dialect.keeps)
        self.elements.setVisible(dialect.has_message)
        self.retranslate()

    def set_administrator(self, account: str) -> None:
        """Who sends it where nobody is named."""
        self.sent_by.setPlaceholderText(account)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        if self._message:
            self.set_texts(self.tr("What they get"), self.tr("A chat message from a sender"))
        else:
            self.set_texts(self.tr("Sender"), self.tr("This app sends notifications alone"))
        title, hint = title_of(ONLINE), hint_of(ONLINE)
        if not self._message:
            title = self.tr("Only for phones that are online")
            hint = self.tr("With a tick, phones that are offline get nothing from their makers.")
        self.online.setText(title)
        self.online.setAccessibleName(title)
        self._online_field.set_hint(hint)
        self.life.set_choices(
            [
                ("0", self.tr("Not kept")),
                ("3600", self.tr("1 hour")),
                ("86400", self.tr("1 day")),
                ("259200", self.tr("3 days")),
                ("604800", self.tr("7 days")),
            ],
            self.tr("Other…"),
        )
        self.life.set_unit_words(
            self.tr("minutes"),
            self.tr("hours"),
            self.tr("days"),
            self.tr("How long it is kept"),
            self.tr("Unit of that time"),
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
