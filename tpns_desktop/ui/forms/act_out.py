"""Choosing the bad day that practice acts out; the same choice wherever it is offered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from tpns_desktop.ui.forms.editors import ChoiceEditor
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.words.bad_days import BAD_DAYS


class ActOut(QWidget):
    """A label and a list of the days; what is chosen counts at once, everywhere."""

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        """`name`: object name of the list, such as "settings.act"."""
        super().__init__(parent)
        self._session = session
        self.label = QLabel()
        self.day = ChoiceEditor()
        self.day.setObjectName(name)
        self.day.setMinimumContentsLength(24)
        self.label.setBuddy(self.day)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.label)
        line.addWidget(self.day)
        line.addStretch(1)
        self.day.edited.connect(self._on_edited)
        session.bad_day_changed.connect(self._show)
        self._show_words()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self.label.setText(self.tr("Act out"))
        self.day.setAccessibleName(self.tr("What practice acts out"))
        self.day.set_choices([(day.key, day.name()) for day in BAD_DAYS])
        self._show()

    @Slot()
    def _show(self) -> None:
        self.day.set_value(self._session.bad_day)

    @Slot()
    def _on_edited(self) -> None:
        self._session.choose_bad_day(self.day.value() or "", self._session.bad_day_once)
