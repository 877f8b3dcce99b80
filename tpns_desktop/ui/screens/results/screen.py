"""The Result page of one push: the hold with its Cancel, the endings, the figures.

Owns what is shown in which state and how often figures are asked for. Sending, taking back and
asking belong to the desk. There is no way here to send a push a second time.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.screens.results.ending_card import EndingCard
from tpns_desktop.ui.screens.results.figures import FiguresPart
from tpns_desktop.ui.screens.results.polling import wait_s
from tpns_desktop.ui.screens.results.sent_card import SentCard
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.widgets.hold_bar import HoldBar
from tpns_desktop.ui.widgets.pill import Pill
from tpns_desktop.ui.widgets.tab_order import follow
from tpns_desktop.ui.words.audience import short_label
from tpns_desktop.ui.words.numbers import when
from tpns_desktop.ui.words.results import ask_trouble, forgotten
from tpns_desktop.ui.words.states import state_words

if TYPE_CHECKING:
    from tpns_desktop.send.results import Batch
    from tpns_desktop.store.history import PushRow
    from tpns_desktop.ui.background import Handle

_HELD = frozenset({"confirmed", "held"})
_LEFT = frozenset({"sending", "accepted", "rejected", "unknown", "not_found"})
"""The request left, or may have."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class ResultScreen(QWidget):
    """Shows one push and follows it.

    Signals:
        back_to_draft_asked(str): open this draft again.
        new_push_asked: write another push.
    """

    back_to_draft_asked = Signal(str)
    new_push_asked = Signal()

    def __init__(
        self,
        session: Session,
        now: Callable[[], datetime] = _utc_now,
        parent: QWidget | None = None,
    ) -> None:
        """`now` gives aware instants."""
        super().__init__(parent)
        self._session = session
        self._now = now
        self._batch_id: str | None = None
        self._batch: Batch | None = None
        self._endings: list[EndingCard] = []
        self._said_state = ""
        self._asking: Handle | None = None
        self._unchanged = 0
        self._over = False
        self._cancelling = False
        self.setObjectName("result")
        self._build()
        session.batch_changed.connect(self._on_batch_changed)
        session.opened.connect(self._load)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._ask)
        self._show_words()

    def _build(self) -> None:
        self._title = QLabel()
        self._title.setObjectName("result.title")
        self._title.setProperty("role", "title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._subtitle = QLabel()
        self._subtitle.setObjectName("result.subtitle")
        self._subtitle.setProperty("role", "muted")
        self._subtitle.setTextFormat(Qt.TextFormat.PlainText)
        self._subtitle.setWordWrap(True)
        self.state = Pill()
        self.state.setObjectName("result.state")
        self.new_push = QPushButton()
        self.new_push.setObjectName("result.new_push")
        self.new_push.clicked.connect(self.new_push_asked)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self._title)
        titles.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addLayout(titles, 1)
        head.addWidget(self.state)
        head.addWidget(self.new_push)

        self.hold = HoldBar(self._now)
        self.hold.setObjectName("result.hold")
        self.hold.hide()
        self.hold.cancelled.connect(self._on_cancelled)
        self.hold.send_now_asked.connect(self._on_send_now)
        self._undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        self._undo.activated.connect(self._on_undo)
        self.problem = Banner("warn")
        self.problem.setObjectName("result.problem")
        self.problem.hide()
        self._cards_box = QWidget()
        self._cards = QVBoxLayout(self._cards_box)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(12)
        self._cards_box.hide()
        self.figures = FiguresPart()
        self.figures.hide()
        self.sent = SentCard()
        self.sent.hide()

        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.problem)
        column.addWidget(self.hold)
        column.addWidget(self._cards_box)
        column.addWidget(self.figures)
        column.addWidget(self.sent)
        column.addStretch(1)
        page = self._page = QScrollArea()
        page.setObjectName("result.page")
        page.setWidgetResizable(True)
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    # What is shown

    def show_batch(self, batch_id: str) -> None:
        """Show this push and follow it."""
        if batch_id != self._batch_id:
            self._batch_id = batch_id
            self._batch = None
            self._said_state = ""
            self._unchanged = 0
            self._over = False
            self._cancelling = False
            self._stop_asking()
            self.problem.hide()
            self.hold.hide()
            self.figures.hide()
            self.figures.show_trouble("")
            self.sent.hide()
            self._clear_endings()
            self._title.setText("")
            self._subtitle.setText("")
            self.state.hide()
            # On no button: a key pressed a moment too late must not leave the page.
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._load()

    @property
    def batch_id(self) -> str | None:
        """Id of the push on the page."""
        return self._batch_id

    @Slot()
    def _load(self) -> None:
        desk = self._session.desk
        if desk is not None and self._batch_id is not None:
            self._session.run(desk.batch(self._batch_id), self, self._on_batch)

    @Slot(str)
    def _on_batch_changed(self, batch_id: str) -> None:
        if batch_id == self._batch_id:
            self._load()

    def _on_batch(self, batch: Batch | None) -> None:
        if batch is None or batch.id != self._batch_id:
            return
        before, self._batch = self._batch, batch
        if before is None or _told(before) != _told(batch):
            self._show_endings(batch)
        if before is None:
            self._show_sent(batch)
        self._show_head(batch)
        self._show_hold(batch)
        self._show_figures(batch)
        self._plan_asking()

    def _show_head(self, batch: Batch) -> None:
        words = state_words(batch.state)
        self._title.setText(batch.title)
        self._page.setAccessibleName(batch.title)
        parts = [
            when(batch.when),
            short_label(batch.audience_kind, batch.audience.get("count"), batch.app_name),
        ]
        if batch.plan_name:
            parts.append(self.tr("plan {0}").format(batch.plan_name))
        self._subtitle.setText(" · ".join(parts))
        self.state.set(words.text, words.tone)
        self.state.setAccessibleName(words.text)
        self.state.show()
        if batch.state != self._said_state:
            if self._said_state:
                ends = [card.accessibleName() for card in self._endings]
                announce(self, " ".join(ends) or words.text, urgent=True)
            self._said_state = batch.state

    def _show_sent(self, batch: Batch) -> None:
        app = self._session.app
        colour = app.colour if app is not None and app.id == batch.app_id else ""
        self.sent.show_batch(batch, colour)
        self.sent.show()

    def _show_hold(self, batch: Batch) -> None:
        if batch.state in _HELD:
            if not self._cancelling:
                self.hold.start(batch.hold_until)
            if self.hold.isHidden():
                self.hold.show()
                self.hold.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.hold.isHidden():
            if self.hold.has_focus():
                # By itself the focus would go to the next button, and a second Enter press it.
                self._page.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hold.hide()

    def _show_endings(self, batch: Batch) -> None:
        self._clear_endings()
        rows = sorted(batch.rows, key=_ending_of)
        groups = [tuple(group) for _, group in groupby(rows, key=_ending_of)]
        for group in groups:
            if group[0].state in _HELD:
                continue
            card = EndingCard(group, named=len(groups) > 1)
            card.draft_asked.connect(self.back_to_draft_asked)
            self._endings.append(card)
            self._cards.addWidget(card)
        self._cards_box.setVisible(bool(self._endings))
        follow(self._cards_box, self._cards_box.findChildren(QPushButton))

    def _clear_endings(self) -> None:
        for card in self._endings:
            card.hide()
            card.deleteLater()
        self._endings = []

    def _show_figures(self, batch: Batch) -> None:
        self.figures.setVisible(_accepted(batch))
        if _accepted(batch):
            self.figures.show_batch(batch)

    # Taking it back

    @Slot()
    def _on_undo(self) -> None:
        if not self.hold.isHidden() and self.hold.cancel.isEnabled():
            self.hold.cancel.click()

    @Slot()
    def _on_cancelled(self) -> None:
        desk, batch_id = self._session.desk, self._batch_id
        if desk is None or batch_id is None:
            return
        self._cancelling = True
        self._session.run(
            desk.cancel(batch_id),
            self,
            partial(self._on_cancel_answer, batch_id),
            partial(self._on_cancel_failed, batch_id),
        )

    def _on_cancel_answer(self, batch_id: str, withdrawn: bool) -> None:
        desk = self._session.desk
        if batch_id != self._batch_id or desk is None:
            return
        self._cancelling = False
        if withdrawn:
            self._load()
        else:
            self._session.run(desk.batch(batch_id), self, self._on_nothing_withdrawn)

    def _on_nothing_withdrawn(self, batch: Batch | None) -> None:
        # It may have been withdrawn by something else: then nothing left.
        left = batch is not None and any(row.state in _LEFT for row in batch.rows)
        if batch is not None and batch.id == self._batch_id and left:
            self._say(self.tr("Too late to cancel: the request had already left."))
        self._on_batch(batch)

    def _on_cancel_failed(self, batch_id: str, error: BaseException) -> None:
        self._session.failed.emit("cancel", error)
        if batch_id != self._batch_id:
            return
        self._cancelling = False
        self._say(
            self.tr(
                "It could not be taken back. Close the program before the time is up: what is on "
                "hold then is not sent."
            )
        )
        self._load()

    @Slot()
    def _on_send_now(self) -> None:
        desk = self._session.desk
        if desk is not None and self._batch_id is not None:
            self._session.run(desk.send_now(self._batch_id), self, self._on_send_now_answer)

    def _on_send_now_answer(self, _ended: bool) -> None:
        self._load()

    def _say(self, text: str) -> None:
        self.problem.set_text(text)
        self.problem.show()
        announce(self, text, urgent=True)

    # Asking for figures

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._load()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def _plan_asking(self) -> None:
        batch = self._batch
        if batch is None or self._over or self._asking is not None or not self.isVisible():
            return
        if not _accepted(batch) or self._timer.isActive():
            return
        wait = self._wait_s(batch)
        if wait is None:
            return
        due = 0.0
        if batch.counters_at is not None:
            due = wait - (self._now() - batch.counters_at).total_seconds()
        self._timer.start(round(min(max(due, 0.0), wait) * 1000))

    def _wait_s(self, batch: Batch) -> int | None:
        age = (self._now() - batch.when).total_seconds()
        return wait_s(practice=batch.practice, age_s=age, unchanged=self._unchanged)

    @Slot()
    def _ask(self) -> None:
        desk = self._session.desk
        if desk is None or self._batch_id is None or not self.isVisible():
            return
        self._asking = self._session.run(
            desk.refresh(self._batch_id), self, self._on_refreshed, self._on_refresh_failed
        )

    def _on_refreshed(self, batch: Batch) -> None:
        self._asking = None
        if batch.id != self._batch_id:
            return
        old = self._batch
        same = old is not None and (old.counters, old.channels) == (batch.counters, batch.channels)
        self._unchanged = self._unchanged + 1 if same else 0
        self.figures.show_trouble("")
        self._on_batch(batch)

    def _on_refresh_failed(self, error: BaseException) -> None:
        self._asking = None
        batch = self._batch
        reason = str(getattr(error, "reason", "failed"))
        code = getattr(error, "code", None)
        self._over = forgotten(reason, code)
        self.figures.show_trouble(ask_trouble(reason, code))
        wait = self._wait_s(batch) if batch is not None else None
        if wait is not None and not self._over and self.isVisible():
            self._timer.start(max(wait, 30) * 1000)

    def _stop_asking(self) -> None:
        self._timer.stop()
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self.new_push.setText(self.tr("Write another push"))
        if self._batch is not None:
            self._show_endings(self._batch)
            self._show_sent(self._batch)
            self._show_head(self._batch)


def _accepted(batch: Batch) -> bool:
    return any(row.state == "accepted" for row in batch.rows)


def _ending_of(row: PushRow) -> tuple[str, int, str]:
    """What makes two rows end alike."""
    return row.state, row.code or 0, row.reason or ""


def _told(batch: Batch) -> tuple[object, ...]:
    """All of a batch that the endings tell; figures are no part of it."""
    return tuple((*_ending_of(row), row.text, row.push_ids, row.schedule_at) for row in batch.rows)
