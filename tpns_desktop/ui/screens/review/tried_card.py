"""What was tried before: the last test and what changed since, and a rehearsal in practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.flow_layout import FlowLayout
from tpns_desktop.ui.widgets.pill import Pill
from tpns_desktop.ui.words.rehearsal import (
    rehearsal_trouble,
    rehearsed_tone,
    rehearsed_words,
)
from tpns_desktop.ui.words.sentences import together
from tpns_desktop.ui.words.testing import (
    difference_lines,
    last_test_sentence,
    untested_sentence,
)

if TYPE_CHECKING:
    from tpns_desktop.send.rehearsal import Rehearsal
    from tpns_desktop.send.review import Review
    from tpns_desktop.send.test_send import LastTest

_SHOWN_MAX = 8
"""Differences that are named one by one."""


class TriedCard(QFrame):
    """Belongs to the review that it was shown last.

    Signals:
        test_asked: a test is to be sent.
        rehearse_asked: the requests are to be put to practice first.
    """

    test_asked = Signal()
    rehearse_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.tests")
        self.setProperty("role", "card")
        self._review: Review | None = None
        self._rehearsal: Rehearsal | BaseException | None = None
        self._asking = False
        self._title = QLabel()
        self._title.setProperty("role", "card-title")
        self._said = _text("")
        self._said.setObjectName("review.last_test")
        self._changes = QVBoxLayout()
        self._changes.setSpacing(8)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(8)
        self.test = QPushButton()
        self.test.setObjectName("review.test")
        self.test.clicked.connect(self.test_asked)
        self.rehearse = QPushButton()
        self.rehearse.setObjectName("review.rehearse")
        self.rehearse.clicked.connect(self.rehearse_asked)
        self._hint = _text("")
        self._hint.setProperty("role", "hint")
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=8, line_spacing=8)
        flow.addWidget(self.test)
        flow.addWidget(self.rehearse)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 18)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._said)
        column.addLayout(self._changes)
        column.addWidget(buttons)
        column.addWidget(self._hint)
        column.addLayout(self._answers)

    def show_review(self, review: Review) -> None:
        """Show what is known of this review's tests; nothing is rehearsed yet."""
        self._rehearsal = None
        self._asking = False
        self.show_tests(review)

    def show_tests(self, review: Review) -> None:
        """Show what is known now of the tests of the same review; what practice said stays."""
        self._review = review
        self.retranslate()

    def asking(self) -> None:
        """Practice is being asked."""
        self._asking = True
        self._rehearsal = None
        self.retranslate()

    def show_rehearsal(self, answer: Rehearsal | BaseException) -> None:
        """Show what practice said, or why nothing was asked."""
        self._asking = False
        self._rehearsal = answer
        self.retranslate()
        announce(self, self._spoken(), urgent=isinstance(answer, BaseException))

    def retranslate(self) -> None:
        """Say it in the present language."""
        self._title.setText(self.tr("Test and rehearsal"))
        self.setAccessibleName(self._title.text())
        self.test.setText(self.tr("Send a test…"))
        self.rehearse.setText(self.tr("Rehearse in practice"))
        self.rehearse.setEnabled(not self._asking)
        self._hint.setText(
            self.tr(
                "A rehearsal puts exactly these requests to the practice service on this computer. "
                "Nothing leaves it."
            )
        )
        review = self._review
        practice = review is not None and review.practice
        self.rehearse.setVisible(not practice)
        self._hint.setVisible(not practice)
        _clear(self._changes)
        _clear(self._answers)
        if review is not None:
            self.setVisible(bool(review.rows))
            self._show_last(review.last_test)
        self._show_answers()

    def _show_last(self, last: LastTest | None) -> None:
        if last is None:
            self._said.setText(self.tr("This draft was not tested yet."))
            return
        self._said.setText(last_test_sentence(last))
        if last.same:
            same = self.tr("Nothing changed since your test.")
            self._changes.addWidget(_line(self.tr("✓ Same"), "ok", same, ""))
            return
        for platform in last.untested:
            said = untested_sentence(platform)
            self._changes.addWidget(_line(self.tr("! New"), "warn", said, ""))
        lines = difference_lines(last.differences)
        for said, values in lines[:_SHOWN_MAX]:
            self._changes.addWidget(_line(self.tr("≠ Changed"), "warn", said, values))
        if len(lines) > _SHOWN_MAX:
            more = QCoreApplication.translate(
                "TriedCard", "and %Ln more", None, len(lines) - _SHOWN_MAX
            )
            self._changes.addWidget(_text(more))

    def _show_answers(self) -> None:
        answer = self._rehearsal
        if self._asking:
            self._answers.addWidget(_text(self.tr("Asking practice…")))
        elif isinstance(answer, BaseException):
            said = rehearsal_trouble(answer)
            self._answers.addWidget(_line(self.tr("! No rehearsal"), "danger", said, ""))
        elif answer is not None:
            for row in answer.rows:
                pill, tone = rehearsed_tone(row)
                line = _line(pill, tone, rehearsed_words(row), "")
                line.setObjectName(f"review.rehearsed.{row.platform}")
                self._answers.addWidget(line)

    def _spoken(self) -> str:
        answer = self._rehearsal
        if isinstance(answer, BaseException):
            return rehearsal_trouble(answer)
        return together(rehearsed_words(row) for row in answer.rows) if answer else ""


def _line(pill: str, tone: str, said: str, values: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(_text(said))
    if values:
        told = _text(values)
        told.setProperty("role", "hint")
        words.addWidget(told)
    line.addLayout(words, 1)
    line.addWidget(Pill(pill, tone), 0, Qt.AlignmentFlag.AlignTop)
    return row


def _text(said: str) -> QLabel:
    label = QLabel(said)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _clear(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
