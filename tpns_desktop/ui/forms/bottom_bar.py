"""The bar at the bottom: what is missing, a way there, a test, and Review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from tpns_desktop.ui.widgets.elided_label import ElidedLabel
from tpns_desktop.ui.widgets.pill import Pill
from tpns_desktop.ui.words.checks import sentence

if TYPE_CHECKING:
    from tpns_desktop.send.examination import Examination, Finding


TEST_KEYS = "Ctrl+Shift+T"
"""Asks for a test, here and on Review (design/flows, section 8)."""


class BottomBar(QFrame):
    """Says what is missing and leads on.

    Signals:
    show_asked(Finding): lead me to the first thing that is missing.
    test_asked: a test is to be sent.
    review_asked: Review was pressed. It never sends.
    template_asked: keep the draft as it stands as a template.
    """

    show_asked = Signal(object)
    test_asked = Signal()
    review_asked = Signal()
    template_asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, extras: bool = True) -> None:
        """`extras`: whether tests and templates are offered."""
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._ready = ""
        self._first: Finding | None = None
        self._errors = 0
        self.template = QPushButton()
        self.template.setObjectName("bottom.template")
        self.template.clicked.connect(self.template_asked)
        self.pill = Pill("", "danger")
        self.said = ElidedLabel()
        self.said.setObjectName("bottom.said")
        self.show_me = QPushButton()
        self.show_me.setObjectName("bottom.show_me")
        self.show_me.setProperty("kind", "link")
        self.show_me.clicked.connect(self._on_show_clicked)
        self.test = QPushButton()
        self.test.setObjectName("bottom.test")
        test_keys = QShortcut(QKeySequence(TEST_KEYS), self.test)
        test_keys.setAutoRepeat(False)
        test_keys.activated.connect(self.test.click)
        self.test.clicked.connect(self.test_asked)
        self.review = QPushButton()
        self.review.setObjectName("bottom.review")
        self.review.setProperty("kind", "primary")
        # Not the button's own shortcut: its words take that away each time they are set.
        keys = QShortcut(self.review)
        keys.setKeys([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        keys.setAutoRepeat(False)
        keys.activated.connect(self.review.click)
        self.review.clicked.connect(self.review_asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 10, 24, 10)
        line.setSpacing(10)
        line.addWidget(self.template)
        line.addWidget(self.pill)
        line.addWidget(self.said, 1)
        line.addWidget(self.show_me)
        line.addSpacing(12)
        line.addWidget(self.test)
        line.addWidget(self.review)
        for button in (self.template, self.test):
            button.setVisible(extras)
            button.setEnabled(extras)
        self._show_words()

    def show_examination(self, examination: Examination) -> None:
        """Say how much is missing and name the first of it."""
        self._errors = len(examination.errors)
        self._first = examination.errors[0] if examination.errors else None
        self._show_words()

    def set_ready(self, said: str) -> None:
        """What to say while nothing is missing."""
        self._ready = said
        self._show_words()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self.template.setText(self.tr("Save as template"))
        self.template.setAccessibleName(self.tr("Save as template"))
        self.test.setText(self.tr("Send a test…"))
        keys = QKeySequence(TEST_KEYS)
        self.test.setToolTip(keys.toString(QKeySequence.SequenceFormat.NativeText))
        self.review.setText(self.tr("Review…"))
        self.show_me.setText(self.tr("Show me"))
        self.pill.setVisible(self._errors > 0)
        self.show_me.setVisible(self._errors > 0)
        if self._first is None:
            self.said.setText(self._ready)
            self.pill.setText("")
            return
        self.pill.setText(
            QCoreApplication.translate("BottomBar", "%Ln thing(s) to fix", None, self._errors)
        )
        self.said.setText(sentence(self._first))

    def _on_show_clicked(self) -> None:
        if self._first is not None:
            self.show_asked.emit(self._first)
