"""More ids than a push takes: a line that says so, and offers to make a list of them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from tpns_desktop.model.limits import ACCOUNTS_MAX, TOKENS_MAX
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.words.lists import refusal_sentence
from tpns_desktop.ui.words.numbers import grouped

if TYPE_CHECKING:
    from tpns_desktop.store.lists import ListRow
    from tpns_desktop.ui.session import Session

_MAX = {"account": ACCOUNTS_MAX, "token": TOKENS_MAX}


class ListOffer(Banner):
    """Hidden while the ids fit.

    Signals:
        asked: a list is wanted of what is typed.
        made(ListRow): there it is.
    """

    asked = Signal()
    made = Signal(object)

    def __init__(self, kind: str, session: Session, parent: QWidget | None = None) -> None:
        """`kind`: "account" or "token"."""
        super().__init__("warn", "", parent)
        self._kind = kind
        self._session = session
        self._count = 0
        self._trouble = ""
        self._busy = False
        self.setObjectName(f"audience.offer.{kind}")
        self.button = self.add_action(f"audience.to_list.{kind}", self._verb, self.asked.emit)
        self.hide()

    def show_count(self, count: int) -> None:
        """So many different ids are typed now."""
        if count != self._count:
            self._count, self._trouble = count, ""
        self._show()

    def make(self, text: str, account_type: int) -> None:
        """Make a list of these ids; `made` tells when it is there."""
        desk = self._session.desk
        if desk is None or self._busy:
            return
        self._busy, self._trouble = True, ""
        self._show()
        now = datetime.now()
        name = self.tr("Typed in {0}").format(now.strftime("%Y-%m-%d %H.%M.%S"))
        self._session.run(
            desk.add_pasted(text, self._kind, account_type, name),
            self,
            self._on_made,
            self._on_failed,
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _on_made(self, row: ListRow) -> None:
        self._busy = False
        self._show()
        self.made.emit(row)

    def _on_failed(self, error: BaseException) -> None:
        self._busy = False
        detail = getattr(error, "detail", None)
        if isinstance(detail, dict):
            self._trouble = refusal_sentence(str(getattr(error, "code", "")), detail)
        else:
            self._trouble = self.tr("The list could not be made. What you typed is still here.")
            self._session.failed.emit("list", error)
        self._show()

    def _verb(self) -> str:
        return self.tr("Turn into a list")

    def _show(self) -> None:
        limit = _MAX[self._kind]
        self.setVisible(self._count > limit or self._busy or bool(self._trouble))
        self.button.setEnabled(not self._busy)
        self.set_tone("danger" if self._trouble else "warn")
        if self._busy:
            said = self.tr("Making a list of what you typed…")
        elif self._trouble:
            said = self._trouble
        else:
            said = self.tr("TPNS takes at most {0} typed ones in a push; a list holds more.")
            said = said.format(grouped(limit))
        self.set_text(said)
