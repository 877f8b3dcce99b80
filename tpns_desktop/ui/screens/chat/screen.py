"""The Chat screen: a push to users of a Chat app is written here, and looked after beside it.

Owns the draft's life on the screen: examining it as it is typed, leading to what is missing. Leaves
the cards to their modules, saving to the keeper, the other pages and everything after Review to
others.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from tpns_desktop.model.chat_dialects import ALL_MEMBER_PUSH, DIALECTS, Dialect
from tpns_desktop.model.chat_draft import empty_chat_draft
from tpns_desktop.ui.forms import fixes
from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.bottom_bar import BottomBar
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.forms.form_sides import FormSides
from tpns_desktop.ui.forms.keeper import DraftKeeper
from tpns_desktop.ui.screens.chat.examples import example_draft
from tpns_desktop.ui.screens.chat.header import NEW, SCHEDULED, SENT, USERS, Header
from tpns_desktop.ui.screens.chat.notification_card import NotificationCard
from tpns_desktop.ui.screens.chat.preview import ChatPreview
from tpns_desktop.ui.screens.chat.what_card import WhatCard
from tpns_desktop.ui.screens.chat.when_card import WhenCard
from tpns_desktop.ui.screens.chat.who_card import ATTRIBUTES, KIND, WhoCard
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.empty_state import EmptyState
from tpns_desktop.ui.words.chat_level import level_words
from tpns_desktop.ui.words.numbers import clock
from tpns_desktop.ui.words.states import reason_words

if TYPE_CHECKING:
    from tpns_desktop.send.chat_context import ChatContext
    from tpns_desktop.send.desk import Review
    from tpns_desktop.send.examination import Examination, Finding
    from tpns_desktop.store.chat_apps import ChatApp, NamesRead
    from tpns_desktop.store.drafts import DraftRow

REFRESH_MS = 60_000
"""How often checks that depend on the clock are run again while nobody types."""


class ChatScreen(QWidget):
    """Signals.

    review_ready(Review): everything is frozen; show the review page.
    connect_asked: no Chat app is connected, and one is wanted.
    setup_asked: show what must be ready before anybody receives a push.
    batch_asked(str): show the result of this push.
    """

    review_ready = Signal(object)
    connect_asked = Signal()
    setup_asked = Signal()
    batch_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._context: ChatContext | None = None
        self._app: ChatApp | None = None
        self._reading = 0
        self._stale = False
        self._reviewing = False
        self._review_wanted: int | None = None
        self._level: int | None = None
        self._names_asked: str | None = None
        self._gone: tuple[str, int] | None = None
        """A draft that was deleted while it stood on the page, and what stands there since."""
        self._pages: dict[str, QWidget] = {}
        self.binding = DraftBinding(empty_chat_draft(), self, empty=empty_chat_draft)
        self.keeper = DraftKeeper(session, self.binding, self, book=lambda desk: desk.chat)
        self.fields = Fields(self.binding, self)
        self._build()
        self.binding.examine_due.connect(self.examine)
        self.binding.edited.connect(self._on_edited)
        self.binding.replaced.connect(self._show_name)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.refused.connect(self._on_save_failed)
        session.chat_app_changed.connect(self._on_app_changed)
        session.chat_apps_changed.connect(self._on_apps_changed)
        session.batch_changed.connect(self._on_batch_changed)
        session.opened.connect(self._on_opened)
        self._clock = QTimer(self, interval=REFRESH_MS)
        self._clock.timeout.connect(self.binding.examine_soon)
        self._clock.timeout.connect(self.keeper.save_edits)
        self._clock.start()
        self._on_apps_changed()
        self._on_app_changed(session.chat_app)

    def _build(self) -> None:
        self.header = Header()
        self.who = WhoCard(self.fields)
        self.what = WhatCard(self.fields)
        self.notification = NotificationCard(self.fields)
        self.when = WhenCard(self.fields)
        self._cards: dict[str, Card] = {
            "who": self.who,
            "what": self.what,
            "notification": self.notification,
            "when": self.when,
        }
        self.preview = ChatPreview(self.binding)
        self.sides = FormSides("chat", self._cards.values(), self.preview)
        self.header.tools.insertWidget(2, self.sides.turn)
        self.bottom = BottomBar(extras=False)
        writing = QWidget()
        column = QVBoxLayout(writing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sides, 1)
        column.addWidget(self.bottom)
        self.nobody = EmptyState("chat.connect", "chat")
        self.nobody.acted.connect(self.connect_asked)
        self.setup = QPushButton()
        self.setup.setObjectName("chat.setup")
        self.setup.setProperty("kind", "link")
        self.setup.clicked.connect(self.setup_asked)
        self.nobody.add_below(self.setup)
        self.places = QStackedWidget()
        self.places.addWidget(writing)
        self.places.addWidget(self.nobody)
        self._pages[NEW] = writing
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.header)
        page.addWidget(self.places, 1)
        self._connect()
        self._show_words()

    def _connect(self) -> None:
        self.header.tab_chosen.connect(self.show_tab)
        self.header.app_chosen.connect(self._on_app_chosen)
        self.header.drafts_asked.connect(self._on_drafts_asked)
        self.header.example_asked.connect(self._on_example)
        self.who.names_asked.connect(self.read_names)
        self.who.users_asked.connect(partial(self.show_tab, USERS))
        self.who.setup_asked.connect(self.setup_asked)
        self.notification.phone_asked.connect(self._on_phone_asked)
        self.preview.checks.fix_asked.connect(self._on_fix_asked)
        self.bottom.show_asked.connect(self.lead_to)
        self.bottom.review_asked.connect(self._on_review_asked)

    # What stands on the page

    def start_new(self, draft: dict[str, Any] | None = None) -> None:
        """Put an empty draft (or the given one, unsaved) on the page; what was there is saved."""
        self.show_tab(NEW)
        self.header.set_saved("")
        self.keeper.begin(draft if draft is not None else empty_chat_draft())

    def open_draft(self, row: DraftRow) -> None:
        """Go on with a stored draft; with another app's, in a copy of it."""
        self.show_tab(NEW)
        if self.keeper.begin(dict(row.data), row):
            mine = self._app is not None and row.app_id == self._app.id
            said = self.tr("Saved {0}").format(clock(row.updated_at))
            self.header.set_saved(said if mine else "")

    @property
    def draft_id(self) -> str | None:
        """Id of the stored draft on the page, None until its first save."""
        return self.keeper.draft_id

    @property
    def settled(self) -> bool:
        """Whether everything shown follows from the draft as it stands, and nothing is read."""
        examined = self.binding.examination is not None
        return examined and not (self.binding.has_unexamined_edits or self._reading)

    @property
    def cards(self) -> dict[str, Card]:
        """The cards, by their steps: who, what, notification, when."""
        return self._cards

    @Slot(str)
    def show_tab(self, tab: str) -> None:
        """One of the pages: "new", "sent", "scheduled" or "users"."""
        if tab not in self._pages:
            page = self._make_page(tab)
            if page is None:
                return
            self._pages[tab] = page
            self.places.addWidget(page)
        if tab == NEW and self.places.currentWidget() is not self._pages[NEW]:
            self._read_context()  # attributes were declared on another page, say
        self.header.set_tab(tab)
        self._show_page()

    def _make_page(self, tab: str) -> QWidget | None:
        # Loaded when they are first wanted.
        if tab == SENT:
            from tpns_desktop.ui.screens.chat.sent_page import ChatSentPage

            sent = ChatSentPage(self._session)
            sent.batch_asked.connect(self.batch_asked)
            sent.new_asked.connect(partial(self.show_tab, NEW))
            return sent
        if tab == SCHEDULED:
            from tpns_desktop.ui.screens.chat.tasks_page import ChatTasksPage

            tasks = ChatTasksPage(self._session)
            tasks.batch_asked.connect(self.batch_asked)
            tasks.new_asked.connect(partial(self.show_tab, NEW))
            return tasks
        if tab == USERS:
            from tpns_desktop.ui.screens.chat.users_page import ChatUsersPage

            users = ChatUsersPage(self._session)
            users.connect_asked.connect(self.connect_asked)
            return users
        return None

    def _show_page(self) -> None:
        tab = self.header.tabs.value() or NEW
        page = self._pages[tab] if self._app is not None else self.nobody
        self.header.setVisible(self._app is not None)
        self.places.setCurrentWidget(page)

    def show_card(self, step: str) -> None:
        """Scroll to a card and put the focus into it; "who", "what", "notification" or "when"."""
        self.show_tab(NEW)
        self.sides.show_card(self._cards.get(step, self.who))

    def regions(self) -> Sequence[QWidget]:
        """What F6 goes through: the form, the preview, the checks."""
        if self.places.currentWidget() is not self._pages[NEW]:
            return [self._pages[self.header.tabs.value() or NEW]]
        return [self.sides.form, self.preview, self.preview.checks]

    def show_region(self, region: QWidget) -> None:
        """Bring one of these in sight."""
        if region is self.sides.form:
            self.sides.show_form()
        else:
            self.sides.show_preview()
        if region is self.preview.checks:
            self.preview.open_checks()

    def lead_to(self, finding: Finding) -> None:
        """Put the focus where a finding is to be mended."""
        path = finding.field
        self.notification.open_at(path)
        while path:
            field = self.fields.field(path) if self.fields.has(path) else None
            if field is not None and field.isVisibleTo(self.sides):
                self.sides.show_part(field, field.editor)
                return
            if path.startswith(ATTRIBUTES):
                shown = self.who.rows[self.who.match.value() or "all"]
                if shown.isVisibleTo(self.sides):
                    self.sides.show_part(shown, shown)
                    return
            path = path.rpartition(".")[0]
        steps = {"audience": "who", "message": "what", "notification": "notification"}
        self.sides.show_card(self._cards[steps.get(finding.field.split(".")[0], "when")])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.fields.retranslate()
            self._show_words()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._read_context()
        if self.focusWidget() is None:
            self.who.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        self.keeper.save_edits()
        super().hideEvent(event)

    def _show_words(self) -> None:
        self.nobody.set_texts(
            self.tr("No Chat app yet"),
            self.tr(
                "A push to all users belongs to an app of Tencent Chat (IM). Connect yours, or try "
                "it in practice: nothing leaves this computer there."
            ),
            self.tr("Connect a Chat app…"),
        )
        self.setup.setText(self.tr("What must be ready"))
        self._show_level()

    # The app

    @property
    def dialect(self) -> Dialect:
        """The dialect of the app that is written for."""
        return DIALECTS[self._app.dialect] if self._app is not None else ALL_MEMBER_PUSH

    @Slot()
    def _on_opened(self) -> None:
        self._on_app_changed(self._session.chat_app)

    @Slot()
    def _on_apps_changed(self) -> None:
        self.header.set_apps(self._session.chat_apps)

    @Slot(object)
    def _on_app_changed(self, app: ChatApp | None) -> None:
        self._context = None
        self._review_wanted = None
        self._app = app
        self.header.set_app(app, self.dialect)
        self.who.set_app(app, self.dialect)
        self.who.set_names(None, None)
        self.what.set_dialect(self.dialect)
        self.what.set_administrator(app.identifier if app is not None else "")
        self.notification.set_dialect(self.dialect)
        self.notification.set_left(None, 0)
        self.when.set_dialect(self.dialect)
        self.preview.set_app(app, self.dialect)
        if self.header.tabs.value() is None or not self.dialect.schedules:
            tab = self.header.tabs.value()
            self.header.set_tab(NEW if tab in (None, SCHEDULED) else tab)
        self._show_page()
        if app is None or self._session.desk is None:
            return
        self.keeper.enter(app.id)
        self._read_context()

    @Slot(str)
    def _on_app_chosen(self, app_id: str) -> None:
        found = (app for app in self._session.chat_apps if app.id == app_id)
        if (app := next(found, None)) is not None:
            self._session.choose_chat_app(app)

    @Slot(str)
    def _on_batch_changed(self, _batch_id: str) -> None:
        if self.isVisible():
            self._read_context()
        else:
            self._stale = True

    @Slot()
    def _read_context(self) -> None:
        desk, app = self._session.desk, self._app
        if desk is None or app is None:
            return
        self._reading += 1
        self._session.run(
            desk.chat.context(app.id), self, self._on_context, self._on_context_failed
        )

    def _on_context_failed(self, error: BaseException) -> None:
        self._reading -= 1
        if getattr(error, "reason", "") != "app_gone":  # then another is chosen in a moment
            self._session.failed.emit("context", error)

    def _on_context(self, context: ChatContext) -> None:
        self._reading -= 1
        if self._app is None or context.app.id != self._app.id:
            return
        self._context = context
        self.who.set_names(context.names, context.names_at)
        self.notification.set_left(context.left_today, context.left_today + context.used_today)
        self.binding.examine_soon()
        self._want_names()
        if self._reading:
            return  # a newer one is on its way
        wanted, self._review_wanted = self._review_wanted, None
        if wanted == self.keeper.serial and self.isVisible():
            self._on_review_asked()

    @Slot()
    def read_names(self) -> None:
        """Ask the service anew which attributes the app declares."""
        desk, app = self._session.desk, self._app
        if desk is not None and app is not None:
            self.who.read_again.setEnabled(False)
            self._session.run(
                desk.chat.refresh_names(app.id),
                self,
                partial(self._on_names, app.id),
                self._on_names_failed,
            )

    def _on_names(self, app_id: str, _read: NamesRead) -> None:
        self.who.read_again.setEnabled(True)
        if self._app is not None and app_id == self._app.id:
            self._read_context()

    def _on_names_failed(self, error: BaseException) -> None:
        self.who.read_again.setEnabled(True)
        self.who.show_trouble(reason_words(getattr(error, "reason", None)))

    # The draft

    @Slot(str)
    def _on_edited(self, path: str) -> None:
        if path == "name":
            self._show_name()
        if path == KIND:
            self._want_names()

    @Slot()
    def _show_name(self) -> None:
        self.header.set_name(self.binding.value("name"))
        self._want_names()

    def _want_names(self) -> None:
        """Read the names of attributes where they are needed and nobody ever did; once an app."""
        context = self._context
        if context is None or context.names is not None or context.app.id == self._names_asked:
            return
        if self.binding.value(KIND) == "attributes":
            self._names_asked = context.app.id
            self.read_names()

    @Slot()
    def examine(self) -> Examination | None:
        """Examine the draft now; None while the app's context is still being read."""
        if self._context is None:
            return None
        from tpns_desktop.send.chat_checks import examine_chat  # loaded by now

        examination = examine_chat(self.binding.draft, self._context.at(datetime.now(UTC)))
        self.binding.set_examination(examination)
        self.preview.show_examination(examination)
        self.bottom.show_examination(examination)
        self._level = examination.level
        self._show_level()
        return examination

    def _show_level(self) -> None:
        self.bottom.set_ready(level_words(self._level) if self._level is not None else "")

    @Slot(object)
    def _on_saved(self, row: DraftRow) -> None:
        self.header.set_saved(self.tr("Saved {0}").format(clock(row.updated_at)))

    @Slot(object)
    def _on_save_failed(self, error: BaseException) -> None:
        self.header.set_saved(self.tr("Not saved: the disk refused. Your text is kept here."))
        self._session.failed.emit("save_draft", error)

    @Slot()
    def _on_drafts_asked(self) -> None:
        if self._session.desk is None or self._app is None:
            return
        from tpns_desktop.ui.screens.chat.drafts_dialog import DraftsDialog

        self.keeper.save_edits()
        dialog = DraftsDialog(self._session, self._app, self)
        dialog.opened.connect(self.open_draft)
        dialog.new_asked.connect(self.start_new)
        dialog.removed.connect(self._on_draft_removed)
        dialog.restored.connect(self._on_draft_restored)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _on_draft_removed(self, row: DraftRow) -> None:
        # Left on the page it would be stored again by the next key.
        if self.keeper.forget(row.id):
            self.start_new()
            self._gone = row.id, self.keeper.serial

    @Slot(object)
    def _on_draft_restored(self, row: DraftRow) -> None:
        if self._gone == (row.id, self.keeper.serial):
            self.open_draft(row)

    @Slot(str)
    def _on_example(self, name: str) -> None:
        self.start_new(example_draft(name))
        self.keeper.save()

    @Slot(str)
    def _on_phone_asked(self, style: str) -> None:
        self.sides.show_preview()
        self.preview.show_phone(style)

    # Review and fixes

    @Slot()
    def _on_review_asked(self) -> None:
        self.who.commit()  # by keys nobody has left the tag that is being typed
        desk, app = self._session.desk, self._app
        if desk is None or app is None or self._reviewing:
            return
        examination = self.examine()
        if examination is None or self._reading:
            self._review_wanted = self.keeper.serial
            return
        self.fields.reveal_all()
        if not examination.can_review:
            self.preview.open_checks()
            if examination.errors:
                self.lead_to(examination.errors[0])
            return
        self._reviewing = True
        self.bottom.review.setEnabled(False)
        self.keeper.taken()
        self._session.run(
            desk.chat.review(app.id, self.keeper.new_id(), self.binding.draft),
            self,
            partial(self._on_reviewed, self.keeper.serial),
            self._on_review_failed,
        )

    def _on_reviewed(self, serial: int, review: Review) -> None:
        self._reviewing = False
        self.bottom.review.setEnabled(True)
        # Another draft, app or screen was chosen while it was made: nobody waits for it any more.
        mine = self._app is not None and review.app_id == self._app.id
        if serial == self.keeper.serial and mine and self.isVisible():
            self.review_ready.emit(review)

    def _on_review_failed(self, error: BaseException) -> None:
        self._reviewing = False
        self.bottom.review.setEnabled(True)
        self.keeper.untaken()
        self._session.failed.emit("review", error)

    @Slot(object)
    def _on_fix_asked(self, finding: Finding) -> None:
        if finding.fix == "open_push" and "batch_id" in finding.params:
            self.batch_asked.emit(str(finding.params["batch_id"]))
            return
        if finding.id.startswith("chat.cut."):
            self._on_phone_asked(str(next(iter(finding.params.get("makers", ())), "android")))
            return
        outside: dict[str, Callable[[], object]] = {
            "read_names": self.read_names,
            "check_clock": self._check_clock,
        }
        if finding.fix in outside:
            outside[finding.fix]()
            return
        changes = fixes.mended(finding, self.binding)
        for path, value in changes:
            self.binding.set_value(path, value)
            self.fields.show_value(path)
        if changes:
            self.examine()
            finding = replace(finding, field=changes[0][0])
        self.lead_to(finding)

    def _check_clock(self) -> None:
        # Reading names asks the service, and its answer, a refusal too, tells the time there.
        desk, app = self._session.desk, self._app
        if desk is not None and app is not None:
            self._tell(self.tr("Asking the service for its time…"))
            self._session.run(
                desk.chat.refresh_names(app.id), self, self._on_clock, self._on_clock_unknown
            )

    def _on_clock(self, _read: NamesRead) -> None:
        self._tell(self.tr("The clock was checked."))
        self._read_context()

    def _on_clock_unknown(self, error: BaseException) -> None:
        reason = reason_words(getattr(error, "reason", None))
        self._tell(self.tr("The clock could not be checked. {0}").format(reason))
        self._read_context()

    def _tell(self, said: str) -> None:
        self.header.set_saved(said)
        announce(self, said)
