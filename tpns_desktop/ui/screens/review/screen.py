"""The Review page: what will leave, read back from the frozen bytes, and the way to confirm it.

Owns what a person is asked here and the order of it. What may be confirmed is decided by the desk;
this page only collects ticks and words, and never sends by Enter or Space. An edit makes a review
void: the window goes back to Compose, and another review takes this one's place.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.plate import IOS_TEST, LIVE, PRACTICE, plate_words
from tpns_desktop.ui.screens.review import read_back
from tpns_desktop.ui.screens.review.chat_card import ChatCard
from tpns_desktop.ui.screens.review.checks_card import ChecksCard, push_of
from tpns_desktop.ui.screens.review.confirm_dialog import ConfirmDialog
from tpns_desktop.ui.screens.review.group import Group
from tpns_desktop.ui.screens.review.list_part import ListPart
from tpns_desktop.ui.screens.review.phones_card import PhonesCard
from tpns_desktop.ui.screens.review.technical import Technical
from tpns_desktop.ui.screens.review.tried_card import TriedCard
from tpns_desktop.ui.screens.review.typed import TypedWords
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.widgets.deliberate_button import ARM_MS, DeliberateButton
from tpns_desktop.ui.widgets.pill import Pill
from tpns_desktop.ui.words.checks import fix_text, sentence
from tpns_desktop.ui.words.review import (
    VOID_REASONS,
    confirm_refusal,
    confirm_trouble,
)
from tpns_desktop.ui.words.sentences import together

if TYPE_CHECKING:
    from tpns_desktop.send.audiences import Reach
    from tpns_desktop.send.examination import Finding
    from tpns_desktop.send.rehearsal import Rehearsal
    from tpns_desktop.send.results import Batch
    from tpns_desktop.send.review import FrozenPush, Review
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.chat_apps import ChatApp

_TONES = {PRACTICE: "practice", IOS_TEST: "warn", LIVE: "live"}
_STEPS = {"who": "who", "what": "message", "when": "when"}
"""Group → step of Compose that changes it."""
_NARROW = 900
"""Below this width the two columns stand one above the other."""
_DIALOG_LEVEL = 2


class ReviewScreen(QWidget):
    """Shows one review at a time.

    Signals:
        change_asked(str): change a step: "who", "message", "when", "sms" or "plan".
        back_asked: back to Compose.
        confirmed(str): the push was written down and is held; the batch's id.
        batch_asked(str): a check leads to this earlier push.
        test_asked(Review): a test of this review's draft is to be sent.
        practice_asked: practice is needed for a rehearsal; `rehearse` when it runs.
    """

    change_asked = Signal(str)
    back_asked = Signal()
    confirmed = Signal(str)
    batch_asked = Signal(str)
    test_asked = Signal(object)
    practice_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._review: Review | None = None
        self._void = False
        self._busy = False
        self._leads_to = ""
        self._refused = ""
        self._dialog: ConfirmDialog | None = None
        self._testing = False
        self._reach: Reach | None = None
        self.setObjectName("review")
        self._build()
        session.app_changed.connect(self._on_app_changed)
        session.chat_app_changed.connect(self._on_chat_app_changed)
        session.sending_on.connect(self._on_sending_on)
        session.batch_changed.connect(self._on_batch_changed)
        self._show_words()

    def _build(self) -> None:
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._subtitle = QLabel()
        self._subtitle.setProperty("role", "muted")
        self._subtitle.setWordWrap(True)
        self.plate = Pill()
        self.plate.setObjectName("review.plate")
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self._title)
        titles.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.addLayout(titles, 1)
        head.addWidget(self.plate)

        self.groups = {key: Group(key, n) for n, key in enumerate(_STEPS, 1)}
        self.groups["when"].body.addLayout(self._more_changes())
        self.list = ListPart(self._session)
        self.groups["who"].body.addWidget(self.list)
        self.checks = ChecksCard()
        self.tried = TriedCard()
        self.phones = PhonesCard()
        self.chat = ChatCard()
        self.technical = Technical()
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(14)
        for group in self.groups.values():
            left.addWidget(group)
            group.change_asked.connect(partial(self._on_change, _STEPS[group.key]))
            group.ticked.connect(self._on_given)
        QWidget.setTabOrder(self.change_sms, self.groups["when"].tick)
        left.addStretch(1)
        right.addWidget(self.checks)
        right.addWidget(self.tried)
        right.addWidget(self.phones)
        right.addWidget(self.chat)
        right.addStretch(1)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(16)
        self._columns.addLayout(left, 5)
        self._columns.addLayout(right, 4)

        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(self._columns)
        column.addWidget(self.technical)
        column.addStretch(1)
        self._page = QScrollArea()
        self._page.setObjectName("review.page")
        self._page.setWidgetResizable(True)
        self._page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The page scrolls with its focus; by itself it is no tab stop.
        self._page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page.setWidget(inner)

        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._page, 1)
        page.addWidget(self._build_bottom())
        self.checks.ticked.connect(self._on_given)
        self.checks.push_asked.connect(self.batch_asked)
        self.checks.test_asked.connect(self._on_test_asked)
        self.tried.test_asked.connect(self._on_test_asked)
        self.tried.rehearse_asked.connect(self._on_rehearse_asked)
        test_keys = QShortcut(QKeySequence("Ctrl+Shift+T"), self, self.tried.test.click)
        test_keys.setAutoRepeat(False)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._on_back)

    def _more_changes(self) -> QHBoxLayout:
        self.change_plan = QPushButton()
        self.change_plan.setObjectName("review.change.plan")
        self.change_plan.clicked.connect(partial(self._on_change, "plan"))
        self.change_sms = QPushButton()
        self.change_sms.setObjectName("review.change.sms")
        self.change_sms.clicked.connect(partial(self._on_change, "sms"))
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addStretch(1)
        for button in (self.change_plan, self.change_sms):
            button.setProperty("kind", "link")
            line.addWidget(button)
        return line

    def _build_bottom(self) -> QFrame:
        self.name = TypedWords("review.name")
        self.override = TypedWords("review.override")
        self.night = TypedWords("review.night", "warn")
        for typed in (self.name, self.override, self.night):
            typed.edited.connect(self._on_given)
            typed.hide()
        self.problem = Banner("danger")
        self.problem.setObjectName("review.problem")
        self.problem.add_action("review.problem.open", "", self._on_open_push).hide()
        self.problem.hide()
        self.back = QPushButton()
        self.back.setObjectName("review.back")
        self.back.clicked.connect(self._on_back)
        self._keys = QLabel()
        self._keys.setProperty("role", "hint")
        self.send = DeliberateButton()
        self.send.setObjectName("review.send")
        self.send.clicked.connect(self._on_send_clicked)
        # The second click of a double click on Compose's button would fall on this one.
        self._armed = QTimer(self, singleShot=True, interval=ARM_MS)
        self._armed.timeout.connect(self._on_armed)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self._keys)
        buttons.addWidget(self.send)
        bottom = QFrame()
        bottom.setProperty("role", "bar")
        column = self._bottom = QVBoxLayout(bottom)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(10)
        for part in (self.problem, self.night, self.override, self.name):
            column.addWidget(part)
        column.addLayout(buttons)
        return bottom

    # What is shown

    def add_above_bottom(self, part: QWidget) -> None:
        """Put this above the buttons at the bottom."""
        self._bottom.insertWidget(0, part)

    def show_review(self, review: Review) -> None:
        """Put this review on the page; nothing on it is ticked or typed yet."""
        self._close_dialog()
        self._review = review
        self._reach = None
        self._void = False
        self._busy = False
        self._refused = ""
        self._testing = False
        self._read_reach(review)
        for key, group in self.groups.items():
            group.want_tick(review.ready and key in review.required_ticks)
        self.checks.show_examination(review.examination)
        self.name.ask(review.ready and review.must_type_name)
        self.override.ask(review.ready and review.must_override)
        self.night.ask(review.ready and review.night)
        if _is_chat(review):
            self.tried.hide()
        else:
            self.tried.show_review(review)
        self.technical.show_rows(review.rows)
        self.list.show_review(review)
        self.problem.hide()
        self._show_words()
        self._page.verticalScrollBar().setValue(0)
        self.send.setEnabled(False)
        self._armed.start()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        if not review.ready:
            self._refuse("not_ready")

    def _read_reach(self, review: Review) -> None:
        """Read what is kept of how many people this is; nobody is asked for it here."""
        desk = self._session.desk
        wide = review.examination.audience.kind in ("all", "tag")
        if desk is not None and wide and not _is_chat(review):
            self._session.run(
                desk.audiences.reach(review.app_id, review.examination.draft),
                self,
                partial(self._on_reach, review),
                lambda _error: None,
            )

    def _on_reach(self, review: Review, reach: Reach | None) -> None:
        if review is self._review and review.rows:
            self._reach = reach
            self.groups["who"].facts.show_facts(read_back.who_lines(review, reach))

    @property
    def review(self) -> Review | None:
        """The review on the page."""
        return self._review

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        narrow = self.width() < _NARROW
        self._columns.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
            self.checks.retranslate()
            self.technical.retranslate()
            self.tried.retranslate()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self._title.setText(self.tr("Review before sending"))
        self._subtitle.setText(
            self.tr("Nothing has been sent yet. In practice nothing leaves this computer.")
            if self._review is not None and self._review.practice
            else self.tr(
                "Nothing has been sent yet. This is exactly what will leave this computer."
            )
        )
        change = self.tr("Change")
        missing = self.tr("Tick this to go on.")
        texts = {
            "who": (
                self.tr("Who"),
                self.tr("Change who gets it"),
                self.tr("I checked who gets this"),
            ),
            "what": (
                self.tr("What"),
                self.tr("Change the message"),
                self.tr("I checked what it says"),
            ),
            "when": (
                self.tr("When and how"),
                self.tr("Change when it leaves"),
                self.tr("I checked when and how it goes out"),
            ),
        }
        for key, (title, change_name, tick) in texts.items():
            self.groups[key].set_texts(title, change, change_name, tick, missing)
        self.change_plan.setText(self.tr("Change the plan"))
        self.change_sms.setText(self.tr("Change the text message"))
        self.back.setText(self.tr("Go back"))
        self.back.setToolTip(self.tr("Esc"))
        self._keys.setText(self.tr("Click, or press Alt+S"))
        self.send.setAccessibleDescription(
            self.tr("Enter and Space don't press it. Click it, or press Alt+S.")
        )
        if self._review is not None:
            self._show_facts(self._review)

    def _show_facts(self, review: Review) -> None:
        plate, tone = self._plate(review)
        self.plate.set(plate, tone)
        self.plate.setAccessibleName(plate)
        self.name.set_texts(
            self.tr("To confirm, type the name of the app:"),
            review.app_name,
        )
        self.override.set_texts(
            self.tr("To send it a second time, type SEND AGAIN:"), self.tr("SEND AGAIN")
        )
        settings = self._session.settings
        self.night.set_texts(
            self.tr("It goes out in quiet hours ({0} to {1}). Why does it have to?").format(
                settings.quiet_from, settings.quiet_to
            ),
            "",
        )
        for group in self.groups.values():
            group.setVisible(bool(review.rows))
        self.technical.setVisible(bool(review.rows))
        app = self._session.app
        colour = app.colour if app is not None and app.id == review.app_id else ""
        chat = read_back.chat_facts(review)
        if chat is None:
            self.phones.show_review(review, colour)
        else:
            self.chat.show_facts(chat, review.app_name)
        self.phones.setVisible(bool(review.rows) and chat is None)
        self.chat.setVisible(chat is not None)
        for button in (self.change_plan, self.change_sms):
            button.setVisible(chat is None)
        if not review.rows:
            self.send.setText(self.tr("Send"))
            return
        self.groups["who"].facts.show_facts(read_back.who_lines(review, self._reach))
        self.groups["what"].facts.show_facts(read_back.what_lines(review))
        self.groups["when"].facts.show_facts(read_back.when_lines(review, datetime.now(UTC)))
        said = read_back.button_words(review)
        self.send.setText(f"{said} · {plate}" if review.live else said)
        self._set_kind("danger" if review.live else "primary")

    def _set_kind(self, kind: str) -> None:
        if self.send.property("kind") != kind:
            self.send.setProperty("kind", kind)
            self.send.style().unpolish(self.send)
            self.send.style().polish(self.send)

    def _plate(self, review: Review) -> tuple[str, str]:
        environment = PRACTICE if review.practice else LIVE if review.live else IOS_TEST
        return plate_words(environment), _TONES[environment]

    # What is still wanted

    def _first_missing(self, review: Review) -> QWidget | None:
        """Mark what is still wanted and give the first of it; None when all is there."""
        # Loaded long ago, with the desk that made the review.
        from tpns_desktop.send.confirm import OVERRIDE_WORDS, folded

        wanted: list[QWidget] = []
        for group in self.groups.values():
            open_tick = not group.tick.isHidden() and not group.tick.isChecked()
            group.mark_missing(open_tick)
            if open_tick:
                wanted.append(group.tick)
        self.checks.mark_missing()
        wanted += self.checks.missing()
        if not self.night.isHidden() and not self.night.text().strip():
            self.night.show_problem(self.tr("Write a reason to go on. It stays with the push."))
            wanted.append(self.night.field)
        if review.must_override and folded(self.override.text()) not in {
            folded(words) for words in OVERRIDE_WORDS
        }:
            self.override.show_problem(self.tr("Type the words as they stand here."))
            wanted.append(self.override.field)
        if review.must_type_name and folded(self.name.text()) != folded(review.app_name):
            self.name.show_problem(
                self.tr("This is not the name yet.")
                if self.name.text()
                else self.tr("Type the name to go on.")
            )
            wanted.append(self.name.field)
        return wanted[0] if wanted else None

    def _ticked(self) -> set[str]:
        ticked = {key for key, group in self.groups.items() if group.tick.isChecked()}
        return ticked | self.checks.ticked_ids()

    @Slot()
    def _on_given(self) -> None:
        if not self._void and self._review is not None and self._review.ready:
            self.problem.hide()

    # Tests and rehearsals

    @Slot()
    def _on_test_asked(self) -> None:
        review = self._review
        if review is None or _is_chat(review):
            return
        if review.rows and not self._busy:
            self._testing = True
            self.test_asked.emit(review)

    @Slot(str)
    def _on_batch_changed(self, _batch_id: str) -> None:
        if self._testing:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read anew what is known of this very push: its tests, and what the checks say now.

        What was ticked and typed stays as long as the requests are the same.
        """
        desk, review = self._session.desk, self._review
        if desk is None or review is None or self._void or self._busy or _is_chat(review):
            return
        self._session.run(
            desk.review(review.app_id, review.draft_id, review.examination.draft),
            self,
            self._on_refreshed,
            _ignore,
        )

    def _on_refreshed(self, fresh: Review) -> None:
        review = self._review
        if review is None or self._void or self._busy or self._dialog is not None:
            return
        same = (fresh.draft_id, fresh.draft_rev, fresh.rows, fresh.level) == (
            review.draft_id,
            review.draft_rev,
            review.rows,
            review.level,
        )
        # What leaves is what was read: another request would be another review.
        if not same or not fresh.ready or fresh.must_override != review.must_override:
            return
        self._review = fresh
        if fresh.night and self.night.isHidden():
            self.night.ask(True)
        self.checks.show_again(fresh.examination)
        self.tried.show_tests(fresh)

    @Slot()
    def _on_rehearse_asked(self) -> None:
        desk = self._session.desk
        if desk is None or self._review is None:
            return
        self.tried.asking()
        rows = self._review.rows
        self._session.run(
            desk.rehearse(self._review),
            self,
            partial(self._on_rehearsed, rows),
            partial(self._on_not_rehearsed, rows),
        )

    @Slot()
    def rehearse(self) -> None:
        """Practice runs now: rehearse what was asked for."""
        desk = self._session.desk
        if desk is not None and self._review is not None:
            self._session.run(
                desk.rehearse(self._review),
                self,
                partial(self._on_rehearsed, self._review.rows),
                self.rehearsal_failed,
            )

    def _on_rehearsed(self, rows: tuple[FrozenPush, ...], rehearsal: Rehearsal) -> None:
        if self._shows(rows):
            self.tried.show_rehearsal(rehearsal)

    def _on_not_rehearsed(self, rows: tuple[FrozenPush, ...], error: BaseException) -> None:
        if not self._shows(rows):
            return
        if getattr(error, "reason", "") == "no_practice":
            self.practice_asked.emit()
        else:
            self.rehearsal_failed(error)

    def _shows(self, rows: tuple[FrozenPush, ...]) -> bool:
        """Whether the page is still about these very requests: an answer is about no others."""
        return self._review is not None and self._review.rows == rows

    def rehearsal_failed(self, error: BaseException) -> None:
        """Say why there was no rehearsal."""
        self.tried.show_rehearsal(error)

    # Ways out

    def _on_change(self, step: str) -> None:
        self.change_asked.emit(step)

    @Slot()
    def _on_back(self) -> None:
        self.back_asked.emit()

    @Slot()
    def _on_armed(self) -> None:
        review = self._review
        self.send.setEnabled(
            review is not None and review.ready and not self._void and not self._busy
        )

    @Slot()
    def _on_send_clicked(self) -> None:
        if self.send.hasFocus():
            # Not on the switcher of apps, where Qt would take it.
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.send.setEnabled(False)
        review = self._review
        if review is None or self._void or self._busy or not review.ready:
            return
        missing = self._first_missing(review)
        if missing is not None:
            self.send.setEnabled(True)
            self._page.ensureWidgetVisible(missing, 0, 40)
            missing.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, missing.accessibleDescription(), urgent=True)
            return
        if review.level < _DIALOG_LEVEL:
            self._confirm(review)
            return
        dialog = ConfirmDialog(review, self._plate(review), datetime.now(UTC), self)
        dialog.finished.connect(self._on_dialog_finished)
        self._dialog = dialog
        dialog.open()

    @Slot(int)
    def _on_dialog_finished(self, result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is None:
            return
        dialog.deleteLater()
        review = self._review
        if result == QDialog.DialogCode.Accepted and review is not None and not self._void:
            self._confirm(review)
        else:
            self.send.setEnabled(not self._void)
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self, review: Review) -> None:
        desk = self._session.desk
        if desk is None:
            return
        self._busy = True
        given = (review, self._ticked(), self.name.text(), self.override.text())
        reuse = self.list.wants_reuse()
        if not self.night.isHidden():
            confirming = desk.confirm(*given, reuse, self.night.text().strip())
        else:
            confirming = desk.confirm(*given, *((True,) if reuse else ()))
        self._session.run(
            confirming,
            self,
            self._on_confirmed,
            self._on_confirm_failed,
        )

    def _on_confirmed(self, batch: Batch) -> None:
        self._busy = False
        # One confirmation a review: what comes next is a new one.
        self._void = True
        self.confirmed.emit(batch.id)

    def _on_confirm_failed(self, error: BaseException) -> None:
        self._busy = False
        from tpns_desktop.send.confirm import ConfirmRefused

        if not isinstance(error, ConfirmRefused):
            self._void = True
            self._say(confirm_trouble())
            self._session.failed.emit("confirm", error)
            return
        reason = error.reason
        if reason == "ticks" and not set(error.missing) <= self._known_ticks():
            reason = "changed_checks"  # the checks of this moment ask for what the page does not
        if reason == "night":
            self._ask_reason()
        self._refuse(reason, error.findings, error.code)

    def _ask_reason(self) -> None:
        """Quiet hours began while the page was read."""
        if self.night.isHidden():
            self.night.ask(True)
        self.night.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _known_ticks(self) -> set[str]:
        return set(self._review.required_ticks) if self._review is not None else set()

    def _refuse(
        self, reason: str, findings: tuple[Finding, ...] = (), code: str | None = None
    ) -> None:
        self._void = reason in VOID_REASONS
        self._refused = reason
        self.send.setEnabled(not self._void)
        said = [confirm_refusal(reason, code), *(sentence(finding) for finding in findings)]
        leads = [batch_id for finding in findings if (batch_id := push_of(finding))]
        self._say(together(said), leads[0] if leads else "")

    @Slot()
    def _on_open_push(self) -> None:
        self.batch_asked.emit(self._leads_to)

    def _say(self, text: str, leads_to: str = "") -> None:
        self._leads_to = leads_to
        self.problem.set_action_text(
            "review.problem.open", fix_text("open_push") if leads_to else ""
        )
        self.problem.set_text(text)
        self.problem.show()
        announce(self, text, urgent=True)

    # The program

    @Slot()
    def _on_sending_on(self) -> None:
        """What kept sending off was seen: it is no longer true that it is off."""
        if self._refused == "storage":
            self._refused = ""
            self.problem.hide()

    @Slot(object)
    def _on_app_changed(self, app: App | None) -> None:
        review = self._review
        if review is not None and not _is_chat(review):
            self._switched(review, app.id if app is not None else None)

    @Slot(object)
    def _on_chat_app_changed(self, app: ChatApp | None) -> None:
        review = self._review
        if review is not None and _is_chat(review):
            self._switched(review, app.id if app is not None else None)

    def _switched(self, review: Review, app_id: str | None) -> None:
        if not self._void and app_id != review.app_id:
            self._close_dialog()
            self._refuse("other_app")

    def _close_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.reject()


def _is_chat(review: Review) -> bool:
    return review.chat is not None


def _ignore(_error: BaseException) -> None:
    """What the page says stays as true as it was."""
