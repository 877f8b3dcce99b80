"""The Result page of one push: the hold with its Cancel, the endings, the figures.

Owns what is shown in which state, and what a person says about a push of which nobody knows; which
figures are asked for when, sending, taking back and looking up belong to the desk. There is no way
here to send a push a second time: "Send again" only opens its text in Compose.
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
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.exporting import Exporting
from tpns_desktop.ui.screens.results.chat_part import ChatPart
from tpns_desktop.ui.screens.results.ending_card import EndingCard
from tpns_desktop.ui.screens.results.figures import FiguresPart
from tpns_desktop.ui.screens.results.mend_menu import MendCard
from tpns_desktop.ui.screens.results.sent_card import SentCard
from tpns_desktop.ui.screens.results.settle_dialog import SettleDialog
from tpns_desktop.ui.screens.results.settle_part import SettlePart
from tpns_desktop.ui.screens.results.sms_part import SmsPart
from tpns_desktop.ui.screens.results.wall_part import WallPart
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.widgets.hold_bar import HoldBar
from tpns_desktop.ui.widgets.pill import Pill
from tpns_desktop.ui.widgets.tab_order import follow
from tpns_desktop.ui.words.audience import short_label
from tpns_desktop.ui.words.chat_results import chat_short_label, chat_state_words
from tpns_desktop.ui.words.lists import upload_words
from tpns_desktop.ui.words.numbers import when_named
from tpns_desktop.ui.words.records import status_words
from tpns_desktop.ui.words.results import ask_trouble, look_trouble
from tpns_desktop.ui.words.states import UNSETTLED, StateWords, batch_words, reason_words

if TYPE_CHECKING:
    from tpns_desktop.send.courses import Course
    from tpns_desktop.send.records import Refreshed
    from tpns_desktop.send.results import Batch
    from tpns_desktop.store.history import PushRow
    from tpns_desktop.ui.background import Handle

_HELD = frozenset({"confirmed", "held"})
_ORDER = (
    "unknown",
    "not_found",
    "rejected",
    "not_sent",
    "withdrawn",
    "sending",
    "confirmed",
    "held",
    "accepted",
)
"""Endings from the top: what a person has to see to first, what has figures below it last."""
_WIDE = frozenset({"all", "tag"})
"""Audiences of which the service takes one push a second."""
_MOVES = frozenset({"PUSH_INIT", "PUSH_WAIT", "PUSH_STARTED"})
"""How the service says that a push stands which is not at its end (tpns-rest 12.1)."""
_STANDING_SOON_MS = 61_000
"""The desk reads records no oftener; a push that was just made is in none."""
_STANDING_MS = 600_000
_LEFT = frozenset({"sending", "accepted", "rejected", "unknown", "not_found"})
"""The request left, or may have."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class ResultScreen(QWidget):
    """Shows one push and follows it.

    Signals:
        back_to_draft_asked(str): open this draft again.
        again_asked(str): begin a draft from this push.
        new_push_asked: write another push.
        phone_asked(Batch): why did one phone not get this push?
        setup_asked: show what must be ready for pushes to a Chat app.
    """

    back_to_draft_asked = Signal(str)
    again_asked = Signal(str)
    new_push_asked = Signal()
    phone_asked = Signal(object)
    setup_asked = Signal()

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
        self._course: Course | None = None
        self._standing_timer = QTimer(self)
        self._standing_timer.setSingleShot(True)
        self._standing_timer.timeout.connect(self._on_standing_due)
        self._back = ""
        """What is told of a Chat push beside its row: "withdrawn" or "deleted"."""
        self._unanswered = ""
        """Why what a person asked got no answer, until something does."""
        self._cancelling = False
        self._checking: Handle | None = None
        self._dialog: SettleDialog | None = None
        self.setObjectName("result")
        self._build()
        session.apps_changed.connect(self._on_apps_changed)
        session.batch_changed.connect(self._on_batch_changed)
        session.opened.connect(self._load)
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
        self.again = QPushButton()
        self.again.setObjectName("result.again")
        self.again.clicked.connect(self._on_again_clicked)
        self.again.hide()
        self.mend = MendCard(self._session)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self._title)
        titles.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addLayout(titles, 1)
        head.addWidget(self.state)
        head.addWidget(self.mend.jump)
        head.addWidget(self.again)
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
        self.wall = WallPart(self._session)
        self.wall.tapped.connect(self._on_refresh_asked)
        self.figures = FiguresPart()
        self.figures.hide()
        self.figures.refresh_asked.connect(self._on_refresh_asked)
        self.saved = Banner("ok")
        self.saved.setObjectName("result.saved")
        self.saved.set_dismissible(True)
        self.saved.hide()
        self.exporting = Exporting(self._session, self, self.saved)
        self.figures.export_asked.connect(self.exporting.save)
        self.chat = ChatPart(self._session, self._now)
        self.chat.export_asked.connect(self.exporting.save)
        self.chat.told.connect(self._on_chat_told)
        self.texts = SmsPart(self._session)
        self.sent = SentCard()
        self.sent.hide()
        self.why = QPushButton()
        self.why.setObjectName("result.why")
        self.why.setProperty("kind", "link")
        self.why.clicked.connect(self._on_why_clicked)
        self.why.hide()

        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.problem)
        column.addWidget(self.hold)
        column.addWidget(self._cards_box)
        column.addWidget(self.wall)
        column.addWidget(self.saved)
        column.addWidget(self.figures)
        column.addWidget(self.chat)
        column.addWidget(self.mend)
        column.addWidget(self.texts)
        column.addWidget(self.sent)
        column.addWidget(self.why, 0, Qt.AlignmentFlag.AlignLeft)
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
            self._course = None
            self._back = ""
            self._unanswered = ""
            self._cancelling = False
            self._stop_asking()
            self._checking = None
            self._close_dialog()
            self.problem.hide()
            self.hold.hide()
            self.figures.hide()
            self.figures.show_trouble("")
            self.figures.show_course(None)
            self.saved.hide()
            self.wall.show_batch(None)
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
        if before is not None and before.counters_at != batch.counters_at:
            self._unanswered = ""
        if before is None or _told(before) != _told(batch):
            self._show_endings(batch)
        if before is None:
            self._show_sent(batch)
        begins = before is None or not _accepted(before)
        if _accepted(batch) and begins and not _is_chat(batch):
            self._ask_standing(batch)
        if _is_chat(batch):
            self.mend.show_nothing()
        else:
            self.mend.show_batch(batch)
        self.chat.show_batch(batch)
        self._show_head(batch)
        self._show_hold(batch)
        self._show_settle(batch)
        self._show_figures(batch)
        self.texts.show_batch(batch)
        self.wall.show_batch(batch)
        self._watch()

    def _show_head(self, batch: Batch) -> None:
        words = self._state_words(batch)
        title = batch.title or batch.content
        self._title.setText(title)
        self._page.setAccessibleName(title)
        chat, count = _is_chat(batch), batch.audience.get("count")
        parts = [
            when_named(batch.when),
            f"{chat_short_label(batch.audience_kind, count)} · {batch.app_name}"
            if chat
            else short_label(batch.audience_kind, count, batch.app_name),
        ]
        if batch.plan_name:
            parts.append(self.tr("plan {0}").format(batch.plan_name))
        self._subtitle.setText(" · ".join(parts))
        self._show_state(batch)
        # Before it has ended nothing is sent again; what was refused is mended in its own draft.
        chosen = self._session.chat_app if chat else self._session.app
        self.again.setVisible(batch.state == "accepted" and chosen is not None)
        own = not chat and chosen is not None and chosen.id == batch.app_id
        self.why.setVisible(own and any(row.state == "accepted" for row in batch.rows))
        if words.text != self._said_state:
            if self._said_state:
                ends = [card.accessibleName() for card in self._endings]
                announce(self, " ".join(ends) or words.text, urgent=True)
            self._said_state = words.text

    def _show_state(self, batch: Batch) -> None:
        """As in the list of all: what this program knows, then what the service says of it."""
        words, standing = self._state_words(batch), self._course.standing if self._course else None
        in_doubt = any(row.settled_by in ("query", "person") for row in batch.rows)
        if standing is not None and batch.state == "accepted" and not in_doubt:
            words = status_words(standing.status)
        self.state.set(words.text, words.tone)
        self.state.setAccessibleName(words.text)
        self.state.show()

    def _state_words(self, batch: Batch) -> StateWords:
        if _is_chat(batch):
            return chat_state_words(batch.rows[0], self._back)
        return batch_words(batch)

    @Slot(str)
    def _on_chat_told(self, back: str) -> None:
        if back != self._back and self._batch is not None:
            self._back = back
            self._show_head(self._batch)
            self.wall.show_batch(self._batch)

    def _show_sent(self, batch: Batch) -> None:
        app = self._session.app
        colour = app.colour if app is not None and app.id == batch.app_id else ""
        replaced = self._course.replaced if self._course is not None else ""
        self.sent.show_batch(batch, colour, replaced)
        self.sent.show()

    def _show_hold(self, batch: Batch) -> None:
        if batch.state in _HELD:
            if not self._cancelling and batch.state == "confirmed":
                self.hold.load(upload_words(batch.upload))
            elif not self._cancelling:
                listed = batch.audience_kind == "file"
                queued = listed or _is_chat(batch) or batch.audience_kind in _WIDE
                self.hold.start(batch.hold_until, queued, listed)
            if self.hold.isHidden():
                self.hold.show()
                self.hold.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.hold.isHidden():
            if self.hold.has_focus():
                # By itself the focus would go to the next button, and a second Enter press it.
                self._page.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hold.hide()

    def _show_endings(self, batch: Batch) -> None:
        focused = self.window().focusWidget()
        if focused is not None and self._cards_box.isAncestorOf(focused):
            # By itself the focus would go to another button.
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._clear_endings()
        rows = sorted(batch.rows, key=lambda row: (_ORDER.index(row.state), _ending_of(row)))
        groups = [tuple(group) for _, group in groupby(rows, key=_ending_of)]
        for group in groups:
            if group[0].state in _HELD:
                continue
            card = EndingCard(group, batch.rows, self._now, batch.out_of_reach)
            card.draft_asked.connect(self.back_to_draft_asked)
            card.setup_asked.connect(self.setup_asked)
            if card.settle is not None:
                card.settle.check_asked.connect(self._on_check_asked)
                card.settle.saw_asked.connect(self._on_saw_asked)
                card.settle.gone_asked.connect(self._on_gone_asked)
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
        told = _accepted(batch) and not _is_chat(batch)
        self.figures.setVisible(told)
        if told:
            self.figures.show_batch(batch)

    # When nobody knows

    @property
    def settle(self) -> SettlePart | None:
        """The part for a push of which nobody knows; None when it is settled."""
        return next((card.settle for card in self._endings if card.settle is not None), None)

    def _show_settle(self, batch: Batch) -> None:
        rows = tuple(row for row in batch.rows if row.state in UNSETTLED)
        if not rows:
            self._close_dialog()
        elif self.settle is not None:
            # Chat can't be asked whether it has a push: only a person can tell.
            reach = "chat" if _is_chat(batch) else batch.out_of_reach
            self.settle.show_rows(rows, batch.next_look_at, reach)

    @Slot()
    def _on_apps_changed(self) -> None:
        """A key may be at hand now, or an app that can ask may have come or gone."""
        if self.settle is not None:
            self.settle.show_trouble("")
            self._load()

    @Slot()
    def _on_check_asked(self) -> None:
        desk, batch_id, settle = self._session.desk, self._batch_id, self.settle
        if desk is None or batch_id is None or settle is None or self._checking is not None:
            return
        if settle.check.hasFocus():
            # Not on the next button, where a second key would press what cannot be undone.
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        settle.set_checking(True)
        self._checking = self._session.run(
            desk.check_now(batch_id),
            self,
            partial(self._on_checked, batch_id),
            partial(self._on_check_failed, batch_id),
        )

    def _on_checked(self, batch_id: str, batch: Batch | None) -> None:
        if batch_id == self._batch_id:
            self._end_check()
            self._on_batch(batch)

    def _on_check_failed(self, batch_id: str, error: BaseException) -> None:
        if batch_id != self._batch_id:
            return
        self._end_check()
        if self.settle is not None:
            reason = str(getattr(error, "reason", None) or getattr(error, "code", "failed"))
            code = getattr(error, "code", None)
            self.settle.show_trouble(look_trouble(reason, code if isinstance(code, int) else None))
        self._load()

    def _end_check(self) -> None:
        self._checking = None
        settle = self.settle
        if settle is not None:
            settle.set_checking(False)
            if self._page.hasFocus():
                settle.check.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_saw_asked(self) -> None:
        self._ask_person(seen=True)

    @Slot()
    def _on_gone_asked(self) -> None:
        self._ask_person(seen=False)

    def _ask_person(self, *, seen: bool) -> None:
        if self._batch is None or self._dialog is not None or self.settle is None:
            return
        dialog = SettleDialog(self._batch, seen, self)
        dialog.finished.connect(self._on_dialog_finished)
        self._dialog = dialog
        dialog.open()

    @Slot(int)
    def _on_dialog_finished(self, result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is None:
            return
        dialog.deleteLater()
        desk, batch_id = self._session.desk, self._batch_id
        if result != QDialog.DialogCode.Accepted or desk is None or batch_id is None:
            return
        if self.settle is not None:
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)
            self.settle.set_waiting(True)
        said = desk.saw_it(batch_id) if dialog.seen else desk.did_not_go(batch_id)
        self._session.run(said, self, self._on_batch, partial(self._on_settle_failed, batch_id))

    def _on_settle_failed(self, batch_id: str, error: BaseException) -> None:
        self._session.failed.emit("settle", error)
        if batch_id != self._batch_id:
            return
        if self.settle is not None:
            self.settle.set_waiting(False)
        reason = getattr(error, "code", None) or getattr(error, "reason", None) or "failed"
        self._say(
            self.tr("It could not be written down, so the push is still unsettled. {0}").format(
                reason_words(str(reason))
            )
        )
        self._load()

    def _close_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.reject()

    @Slot()
    def _on_again_clicked(self) -> None:
        if self._batch_id is not None:
            self.again_asked.emit(self._batch_id)

    @Slot()
    def _on_why_clicked(self) -> None:
        if self._batch is not None:
            self.phone_asked.emit(self._batch)

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
        self._on_standing_due()

    def hideEvent(self, event: QHideEvent) -> None:
        self._watch()
        super().hideEvent(event)

    def _watch(self) -> None:
        """Let the desk ask for what is on the page, and take what it knows of it."""
        desk, batch = self._session.desk, self._batch
        if desk is None:
            return
        tpns = batch is not None and not _is_chat(batch)
        shown = tpns and batch is not None and self.isVisible() and _accepted(batch)
        watched = [batch.id] if shown and batch is not None else []
        self._session.run(desk.watching.look_at(*watched), self)
        if watched:
            self._session.run(
                desk.watching.course(watched[0]), self, partial(self._on_course, watched[0])
            )

    def _on_course(self, batch_id: str, course: Course | None) -> None:
        if batch_id != self._batch_id or course is None:
            return
        before, self._course = self._course, course
        trouble = course.outlook.trouble
        own = ask_trouble(trouble.reason, trouble.code) if trouble else ""
        # What the desk asks by itself does not take away what a person was just told.
        self.figures.show_trouble(self._unanswered or own)
        self.figures.show_course(course)
        if self._batch is not None:
            self._show_state(self._batch)
        if self._batch is not None and course.replaced != (before.replaced if before else ""):
            self._show_sent(self._batch)

    def _ask_standing(self, batch: Batch) -> None:
        """Let the desk read how the service says that it stands, if that is due."""
        desk = self._session.desk
        if desk is not None:
            self._session.run(
                desk.records.refresh(batch.app_id), self, partial(self._on_standing, batch.id)
            )

    def _on_standing(self, batch_id: str, _refreshed: Refreshed) -> None:
        if batch_id == self._batch_id:
            self._watch()
            known = self._course is not None and self._course.standing is not None
            self._standing_timer.start(_STANDING_MS if known else _STANDING_SOON_MS)

    @Slot()
    def _on_standing_due(self) -> None:
        batch, standing = self._batch, self._course.standing if self._course else None
        moves = standing is None or standing.status in _MOVES
        tpns = batch is not None and not _is_chat(batch)
        if tpns and batch is not None and self.isVisible() and _accepted(batch) and moves:
            self._ask_standing(batch)

    @Slot()
    def _on_refresh_asked(self) -> None:
        desk = self._session.desk
        if desk is None or self._batch_id is None or self._asking is not None:
            return
        self._asking = self._session.run(
            desk.refresh(self._batch_id), self, self._on_refreshed, self._on_refresh_failed
        )

    def _on_refreshed(self, batch: Batch) -> None:
        self._asking = None
        self._unanswered = ""
        self.figures.show_trouble("")
        self._on_batch(batch)

    def _on_refresh_failed(self, error: BaseException) -> None:
        self._asking = None
        code = getattr(error, "code", None)
        self._unanswered = ask_trouble(str(getattr(error, "reason", "failed")), code)
        self.figures.show_trouble(self._unanswered)

    def _stop_asking(self) -> None:
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
        self.again.setText(self.tr("Send again…"))
        self.again.setAccessibleName(self.tr("Begin a new draft from this push"))
        self.why.setText(self.tr("Why did one phone not get it?"))
        if self._batch is not None:
            self._show_endings(self._batch)
            self._show_settle(self._batch)
            if self._checking is not None and self.settle is not None:
                self.settle.set_checking(True)
            self._show_sent(self._batch)
            self._show_head(self._batch)


def _accepted(batch: Batch) -> bool:
    """Whether there are figures: without a push id there is nothing to ask for."""
    return any(row.state == "accepted" and row.push_ids for row in batch.rows)


def _is_chat(batch: Batch) -> bool:
    return batch.rows[0].is_chat


def _ending_of(row: PushRow) -> tuple[str, int, str, str, int]:
    """What makes two rows end alike. Those of which nobody knows are settled together."""
    if row.state in UNSETTLED:
        return row.state, 0, "", "", 0
    tries = row.attempts if row.state == "sending" else 0
    return row.state, row.code or 0, row.reason or "", row.settled_by or "", tries


def _told(batch: Batch) -> tuple[object, ...]:
    """All of a batch that the endings tell; figures and the look-up's course are no part of it."""
    return batch.out_of_reach, *(
        (
            *_ending_of(row),
            row.reason,
            row.code,
            row.text,
            row.push_ids,
            row.schedule_at,
            row.settled_at,
            min(len(row.matches), 2),
        )
        for row in batch.rows
    )
