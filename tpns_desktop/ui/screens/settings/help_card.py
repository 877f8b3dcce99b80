"""The card *Report for support*: a report for whoever helps, and what is and is not in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from tpns_desktop.ui.widgets.card import Card


class HelpCard(Card):
    """Signal `report_asked`: a place for the report is to be chosen."""

    report_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.inside = QLabel()
        self.outside = QLabel()
        for label in (self.inside, self.outside):
            label.setWordWrap(True)
            self.body.addWidget(label)
        self.report = QPushButton()
        self.report.setObjectName("settings.report")
        self.report.clicked.connect(self.report_asked)
        line = QHBoxLayout()
        line.addWidget(self.report)
        line.addStretch(1)
        self.body.addLayout(line)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(
            self.tr("Report for support"),
            self.tr("A report is one file on this computer. You decide who gets it."),
        )
        self.inside.setText(
            self.tr(
                "In it: versions of the program and the system, settings, how the last pushes "
                "ended, and the program's log."
            )
        )
        self.outside.setText(
            self.tr(
                "Not in it: keys and passwords, titles and texts, accounts, phone numbers and "
                "device tokens."
            )
        )
        self.report.setText(self.tr("Save a report…"))
        self.report.setAccessibleName(self.tr("Save a report for support…"))
