"""The card *Messages*: which kinds of message Compose offers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.card import Card


class MessagesCard(Card):
    """Signal `silent_changed(bool)`: kept already; what is open may show it."""

    silent_changed = Signal(bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self.silent = QCheckBox()
        self.silent.setObjectName("settings.silent")
        self.silent.setChecked(session.settings.silent)
        self.silent.toggled.connect(self._on_toggled)
        self.hint = QLabel()
        self.hint.setProperty("role", "hint")
        self.hint.setWordWrap(True)
        self.body.addWidget(self.silent)
        self.body.addWidget(self.hint)
        self.retranslate()

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        self._session.settings.silent = on
        self._session.save_settings()
        self.silent_changed.emit(on)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(self.tr("Messages"))
        self.silent.setText(self.tr("Offer in-app and silent messages in Compose"))
        self.hint.setText(
            self.tr(
                "Nobody sees them by themselves: the app receives them and decides what to show. "
                "Ask the app's developers whether it does before you use them."
            )
        )
        self.silent.setAccessibleDescription(self.hint.text())
