"""Of a push to a list: spare an upload, and ask whether one account is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.theme.sheet import repolish
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.words.lists import refusal_sentence
from tpns_desktop.ui.words.review import reuse_sentence

if TYPE_CHECKING:
    from tpns_desktop.send.review import Review
    from tpns_desktop.ui.session import Session


class ListPart(QWidget):
    """Below the facts of "who"; hidden for any push that goes to no list."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._list_id: str | None = None
        self._review: Review | None = None
        self._serial = 0
        self.reuse = QCheckBox()
        self.reuse.setObjectName("review.reuse")
        self._label = QLabel()
        self.account = QLineEdit()
        self.account.setObjectName("review.contains")
        self.account.returnPressed.connect(self._on_asked)
        self.account.textChanged.connect(self._on_typed)
        self._label.setBuddy(self.account)
        self.ask = QPushButton()
        self.ask.setObjectName("review.contains.ask")
        self.ask.clicked.connect(self._on_asked)
        self.answer = QLabel()
        self.answer.setObjectName("review.contains.answer")
        self.answer.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.account, 1)
        line.addWidget(self.ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.reuse)
        column.addWidget(self._label)
        column.addLayout(line)
        column.addWidget(self.answer)
        self._show_words()
        self.hide()

    def show_review(self, review: Review) -> None:
        """Ask about this review's list; nothing is ticked or typed yet."""
        self._serial += 1
        self._review = review
        self._list_id = review.rows[0].list_id if review.rows else None
        self.reuse.setChecked(False)
        self.account.clear()
        self._say("", "hint")
        self._show_words()
        self.reuse.setVisible(bool(review.reuse))
        self.setVisible(self._list_id is not None)

    def wants_reuse(self) -> bool:
        """Whether an upload that is there already is to be used again."""
        return self._list_id is not None and self.reuse.isChecked()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        said = reuse_sentence(self._review.reuse) if self._review is not None else ""
        self.reuse.setText(said)
        self.reuse.setAccessibleName(said)
        self._label.setText(self.tr("Is this account in the list?"))
        self.account.setAccessibleName(self._label.text())
        self.ask.setText(self.tr("Look"))
        self.ask.setAccessibleName(self.tr("Look whether it is in the list"))

    @Slot()
    def _on_typed(self) -> None:
        self._serial += 1
        self._say("", "hint")

    @Slot()
    def _on_asked(self) -> None:
        desk, value = self._session.desk, self.account.text().strip()
        if desk is None or self._list_id is None or not value:
            return
        self._serial += 1
        serial = self._serial
        self._say(self.tr("Looking…"), "hint")

        def found(answers: list[bool]) -> None:
            if serial == self._serial:
                self._show_answer(answers[0])

        def failed(error: BaseException) -> None:
            if serial == self._serial:
                code = str(getattr(error, "code", "damaged"))
                self._say(refusal_sentence(code), "error")

        self._session.run(desk.list_contains(self._list_id, [value]), self, found, failed)

    def _show_answer(self, there: bool) -> None:
        if there:
            self._say(self.tr("Yes, it is in the list."), "ok")
        else:
            self._say(self.tr("No, it is not in the list, letter by letter."), "error")

    def _say(self, text: str, role: str) -> None:
        self.answer.setText(text)
        self.answer.setVisible(bool(text))
        if self.answer.property("role") != role:
            self.answer.setProperty("role", role)
            repolish(self.answer)
        announce(self, text)
