"""The push as it will look, on one phone a system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tpns_desktop.ui.widgets.phone_view import PhoneView
from tpns_desktop.ui.widgets.text_phone import TextPhone
from tpns_desktop.ui.words.phones import FIRST, shown
from tpns_desktop.ui.words.read_back import tell
from tpns_desktop.ui.words.sms_text import page_of

if TYPE_CHECKING:
    from tpns_desktop.send.review import Review

_HEIGHT = 330
_TEXT_HEIGHT = 260


class PhonesCard(QFrame):
    """Pictures of what the frozen bytes say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.phones")
        self.setProperty("role", "card")
        self._title = QLabel()
        self._title.setProperty("role", "card-title")
        self._line = QHBoxLayout()
        self._line.setSpacing(12)
        self.text = TextPhone()
        self.text.setObjectName("review.text")
        self.text.setFixedHeight(_TEXT_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 0)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addLayout(self._line)
        column.addWidget(self.text)

    def show_review(self, review: Review, colour: str) -> None:
        """Draw one phone a request; `colour` is the app's."""
        while (item := self._line.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._title.setText(self.tr("On the phones"))
        self.setAccessibleName(self._title.text())
        for row in review.rows:
            style = FIRST[row.platform]
            draft = tell(row.platform, row.body).draft
            phone = PhoneView()
            phone.setObjectName(f"review.phone.{row.platform}")
            phone.setFixedHeight(_HEIGHT)
            seen = shown(draft, style, review.app_name, colour)
            phone.show_content(style, seen.content)
            self._line.addWidget(phone, 1)
        self._show_text(review)
        self.setVisible(bool(review.rows))

    def _show_text(self, review: Review) -> None:
        """The text that may follow, below the push."""
        sms = review.rows[0].facts.sms if review.rows else None
        self.text.setVisible(sms is not None)
        if sms is not None:
            page = page_of(review.text, sms.trigger, sms.delay_s)
            self.text.show_content(review.rows[0].platform, page)
