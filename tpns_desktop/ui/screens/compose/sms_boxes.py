"""Boxes below the bubble: what the texts may cost, and whether they come in closed hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.words.checks import fix_text, sentence
from tpns_desktop.ui.words.numbers import grouped
from tpns_desktop.ui.words.sms_account import trouble_words
from tpns_desktop.ui.words.sms_book import balance_words

if TYPE_CHECKING:
    from tpns_desktop.send.examination import Examination, Finding
    from tpns_desktop.send.sms_facts import SmsText
    from tpns_desktop.ui.screens.compose.sms_shelf import Held


class SmsBoxes(QWidget):
    """Each box is hidden while it has nothing to say.

    Signals:
    fix_asked(Finding): the button beside closed hours was pressed.
    balance_asked: the SMS app's balance is to be read.
    """

    fix_asked = Signal(object)
    balance_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._examination: Examination | None = None
        self._made: SmsText | None = None
        self._held: Held | None = None
        self._sms_app_id = ""
        self._busy = False
        self._closed: Finding | None = None
        self.cost = Banner("warn")
        self.cost.setObjectName("sms.cost")
        self.read = self.cost.add_action("sms.balance", "", self.balance_asked.emit)
        self.hours = Banner("danger")
        self.hours.setObjectName("sms.hours")
        self.mend = self.hours.add_action("sms.hours.fix", "", self._on_mend_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.cost)
        column.addWidget(self.hours)
        self._show()

    def show_examination(self, examination: Examination, made: SmsText | None) -> None:
        """Show what follows from this examination and this text."""
        self._examination, self._made = examination, made
        self._show()

    def show_book(self, held: Held | None, sms_app_id: str, *, busy: bool) -> None:
        """Show what is known of this SMS app; `busy` while the account is being asked."""
        self._held, self._sms_app_id, self._busy = held, sms_app_id, busy
        self._show()

    @property
    def hours_text(self) -> str:
        """What is said of closed hours; empty while they are none."""
        return sentence(self._closed) if self._closed is not None else ""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _finding(self, id: str) -> Finding | None:
        found = self._examination.findings if self._examination is not None else ()
        return next((one for one in found if one.id == id), None)

    def _show(self) -> None:
        said = self._cost()
        self.cost.setVisible(bool(said))
        self.cost.set_text(said)
        self.cost.set_tone("danger" if self._finding("sms.balance") is not None else "warn")
        held, account = self._held, self._held.account if self._held is not None else None
        ready = held is not None and account is not None and account.ready and self._sms_app_id
        known = held is not None and held.app(self._sms_app_id)
        if not ready or self._busy:
            self.cost.set_action_text("sms.balance", "")
        else:
            again = (
                bool(known) and known is not None and getattr(known, "balance", None) is not None
            )
            self.cost.set_action_text(
                "sms.balance", self.tr("Read again") if again else self.tr("Read the balance")
            )
        self._closed = self._finding("sms.hours")
        self.hours.setVisible(self._closed is not None)
        if self._closed is not None:
            self.hours.set_tone("danger" if self._closed.level == "E" else "warn")
            self.hours.set_text(sentence(self._closed))
            self.hours.set_action_text("sms.hours.fix", fix_text(self._closed.fix))

    def _cost(self) -> str:
        """What it costs, each figure with where it comes from; empty where nothing is known."""
        if self._examination is None or self._examination.audience.kind is None:
            return ""
        parts = []
        if self._made is None and self._finding("sms.cost") is None:
            return ""
        if self._made is not None:
            parts.append(
                QCoreApplication.translate(
                    "SmsBoxes", "%Ln message(s) each", None, self._made.length.messages
                )
            )
        parts.append(self._most())
        if self._sms_app_id:
            app = self._held.app(self._sms_app_id) if self._held is not None else None
            parts.append(
                balance_words(app.balance, app.balance_at) if app else balance_words(None, None)
            )
        if self._finding("sms.balance") is not None:
            parts.append(self.tr("less than that"))
        balance = self._held.balance if self._held is not None else None
        asked = balance is not None and balance.sms_app_id == self._sms_app_id
        said = " · ".join(part for part in parts if part)
        if asked and balance is not None and balance.trouble is not None:
            said += "\n" + trouble_words(balance.trouble)
        return said

    def _most(self) -> str:
        """How many messages at most, and how that is known."""
        assert self._examination is not None
        finding, audience = self._finding("sms.cost"), self._examination.audience
        sources = {
            "account": self.tr("{0} accounts, exact, as typed"),
            "file": self.tr("{0} accounts, exact, from your file"),
            "device": self.tr("{0} devices, exact, as chosen"),
        }
        source = sources.get(audience.kind or "")
        if source is None or audience.count is None or self._made is None:
            # Where the figure is an estimate or unknown, the check has the words for it.
            if finding is not None:
                return sentence(finding).rstrip(".。")
            return self.tr("how many people that is, is not known")
        most = audience.count * self._made.length.messages
        if finding is not None:
            most = int(finding.params.get("total", most))
        pattern = (
            self.tr("at most {0} messages may be charged ({1})")
            if finding is not None
            else self.tr("at most {0} messages ({1}); practice charges nobody")
        )
        return pattern.format(grouped(most), source.format(grouped(audience.count)))

    @Slot()
    def _on_mend_clicked(self) -> None:
        if self._closed is not None:
            self.fix_asked.emit(self._closed)
