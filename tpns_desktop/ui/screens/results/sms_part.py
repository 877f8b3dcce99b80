"""The card *Texts that followed*: what became of the texts of one push, as far as it is told."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.sheet import repolish
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.disclosure import Disclosure
from tpns_desktop.ui.widgets.fact_rows import FactRows
from tpns_desktop.ui.widgets.text_phone import TextPhone
from tpns_desktop.ui.words.numbers import when_inside
from tpns_desktop.ui.words.sentences import together
from tpns_desktop.ui.words.sms_account import details_words, trouble_words
from tpns_desktop.ui.words.sms_after import (
    facts_of,
    hours_words,
    mixed_words,
    page_after,
    receipt_words,
    trigger_words,
    waiting_for,
)
from tpns_desktop.ui.words.states import reason_words

if TYPE_CHECKING:
    from tpns_desktop.model.cloud_sms import Receipt
    from tpns_desktop.send.results import Batch
    from tpns_desktop.send.sms_desk import SmsAfter
    from tpns_desktop.ui.background import Handle

AGAIN_MS = 10 * 60 * 1000
"""While figures still grow they are read anew so often, with the page in sight."""
PRACTICE_AGAIN_MS = 20 * 1000
"""Time runs faster there."""
SOONEST_MS = 1000
_PHONE = QSize(230, 250)

_NUMBER = re.compile(r"\+[1-9][0-9]{1,14}")


class SmsPart(Card):
    """Hidden for a push without texts, and until it was taken on."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._batch_id = ""
        self._after: SmsAfter | None = None
        self._asking: Handle | None = None
        self._receipts: list[Receipt] | None = None
        self.setObjectName("result.sms")
        self.state = self._label("state")
        self.hours = self._label("hours", "strong")
        self.facts = FactRows()
        self.facts.setObjectName("result.sms.facts")
        self.phone = TextPhone()
        self.phone.setObjectName("result.sms.phone")
        self.phone.setFixedSize(_PHONE)
        self.phone.hide()
        self.mixed = self._label("mixed", "hint")
        self.trouble = self._label("trouble", "error")
        self.details = self._label("details", "hint")
        self.read = QPushButton()
        self.read.setObjectName("result.sms.read")
        self.read.clicked.connect(self._ask)
        self.read_at = self._label("read_at", "hint")
        self.one = Disclosure("result.sms.one")
        self.number_label = QLabel()
        self.number = QLineEdit()
        self.number.setObjectName("result.sms.number")
        self.number.setPlaceholderText("+8613711112222")
        self.number.setMaximumWidth(220)
        self.number.returnPressed.connect(self._on_look_clicked)
        self.number_label.setBuddy(self.number)
        self.look = QPushButton()
        self.look.setObjectName("result.sms.look")
        self.look.clicked.connect(self._on_look_clicked)
        self.receipts = self._label("receipts")
        self.receipts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line = QHBoxLayout()
        line.addWidget(self.number_label)
        line.addWidget(self.number)
        line.addWidget(self.look)
        line.addStretch(1)
        self.one.body.addLayout(line)
        self.one.body.addWidget(self.receipts)
        foot = QHBoxLayout()
        foot.addWidget(self.read)
        foot.addWidget(self.read_at, 1)
        told = QVBoxLayout()
        told.setSpacing(self.body.spacing())
        for widget in (self.state, self.hours, self.facts, self.mixed, self.trouble, self.details):
            told.addWidget(widget)
        told.addStretch(1)
        beside = QHBoxLayout()
        beside.setSpacing(18)
        beside.addLayout(told, 1)
        beside.addWidget(self.phone, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(beside)
        self.body.addLayout(foot)
        self.body.addWidget(self.one)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._ask)
        self.hide()
        self.retranslate()

    def _label(self, name: str, role: str = "") -> QLabel:
        label = QLabel()
        label.setObjectName(f"result.sms.{name}")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if role:
            label.setProperty("role", role)
        label.hide()
        return label

    def show_batch(self, batch: Batch) -> None:
        """Show the texts of this push, or nothing where it has none."""
        if batch.id != self._batch_id:
            self._stop()
            self._batch_id = batch.id
            self._after, self._receipts = None, None
            self.number.clear()
            self.receipts.hide()
            self.hide()
        texted = any(row.state == "accepted" and b'"sms_info"' in row.body for row in batch.rows)
        if texted and self._after is None and self._asking is None:
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._plan()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _stop(self) -> None:
        self._timer.stop()
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    @Slot()
    def _ask(self) -> None:
        desk = self._session.desk
        if desk is None or not self._batch_id or self._asking is not None:
            return
        self.read.setEnabled(False)
        self._asking = self._session.run(
            desk.sms.after(self._batch_id), self, self._on_after, self._on_failed
        )

    def _on_after(self, after: SmsAfter | None) -> None:
        self._asking = None
        self.read.setEnabled(True)
        self._after = after
        self.setVisible(after is not None)
        self.retranslate()
        self._plan()

    def _on_failed(self, _error: BaseException) -> None:
        self._asking = None
        self.read.setEnabled(True)
        self._show(self.trouble, self.tr("That did not work. Try again."))
        self.show()

    def _plan(self) -> None:
        """Ask again when the first texts leave, and while the figures grow."""
        self._timer.stop()
        after = self._after
        if after is None or not self.isVisible():
            return
        if after.waiting and after.starts_at is not None:
            wait_s = (after.starts_at - datetime.now(UTC)).total_seconds()
            # They may have left while the answer was on its way.
            if wait_s < AGAIN_MS / 1000:
                self._timer.start(max(SOONEST_MS, int(wait_s * 1000) + SOONEST_MS))
                return
        if after.open or after.waiting:
            self._timer.start(PRACTICE_AGAIN_MS if after.practice else AGAIN_MS)

    # One number

    @Slot()
    def _on_look_clicked(self) -> None:
        desk, number = self._session.desk, self.number.text().strip()
        if desk is None:
            return
        if not _NUMBER.fullmatch(number):
            said = self.tr("Enter the number with + and country code, such as +8613711112222.")
            self._say_receipts(said, "error")
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.look.setEnabled(False)
        self._say_receipts(self.tr("Reading the account…"), "muted")
        self._session.run(
            desk.sms.receipts(self._batch_id, number), self, self._on_receipts, self._on_no_receipts
        )

    def _on_receipts(self, receipts: list[Receipt]) -> None:
        self.look.setEnabled(True)
        self._receipts = receipts
        self._show_receipts()

    def _on_no_receipts(self, error: BaseException) -> None:
        from tpns_desktop.send.sms_account import SmsFailed  # loaded after the first paint

        self.look.setEnabled(True)
        self._receipts = None
        said = trouble_words(error) if isinstance(error, SmsFailed) else reason_words(None)
        self._say_receipts(said, "error")

    def _show_receipts(self) -> None:
        if self._receipts is None:
            return
        lines = [receipt_words(one) for one in self._receipts]
        none = self.tr("No carrier reported a text to this number since then.")
        self._say_receipts("\n".join(lines) or none, "")

    def _say_receipts(self, text: str, role: str) -> None:
        self.receipts.setProperty("role", role)
        repolish(self.receipts)
        self._show(self.receipts, text)
        announce(self.receipts, text, urgent=role == "error")

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        after = self._after
        self.set_texts(
            self.tr("Texts that followed"), trigger_words(after) if after is not None else ""
        )
        self.read.setText(self.tr("Read now"))
        self.read.setAccessibleName(self.tr("Read what became of the texts now"))
        self.one.set_text(self.tr("Look up one number"))
        self.number_label.setText(self.tr("Phone number"))
        self.number.setAccessibleName(self.tr("Phone number"))
        self.look.setText(self.tr("Look up"))
        self.look.setAccessibleName(self.tr("Look up the texts to this number"))
        if after is not None:
            self._show_after(after)

    def _show_after(self, after: SmsAfter) -> None:
        asked = not after.waiting
        self._show(self.state, "" if asked else waiting_for(after))
        self._show(self.hours, hours_words(after))
        self.facts.setVisible(after.sent is not None or after.receipts is not None)
        self.facts.show_facts(facts_of(after))
        page = page_after(after)
        self.phone.setVisible(page is not None)
        if page is not None:
            self.phone.show_content(after.platform, page)
        self._show(self.mixed, mixed_words(after) if after.sent is not None else "")
        failed = after.trouble
        said = trouble_words(failed) if failed is not None else ""
        if failed is not None and after.sent is None:
            said = together([self.tr("What became of the texts is not known."), said])
        self._show(self.trouble, said)
        details = details_words(failed) if failed is not None else ""
        self._show(self.details, self.tr("Details: {0}").format(details) if details else "")
        read = self.tr("Read {0}.").format(when_inside(after.read_at)) if after.read_at else ""
        grows = self.tr("These hours still run; the figures will grow.") if after.open else ""
        self._show(self.read_at, together([one for one in (read, grows) if one]))
        self.read.setVisible(asked)
        self.one.setVisible(asked and after.trouble is None)
        self._show_receipts()

    @staticmethod
    def _show(label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))
