"""The Compose screen: cards on the left, preview on the right, one bar at the bottom.

Owns the draft's life on the screen: examining it as it is typed, leading to what is missing. Leaves
the cards to their modules, saving to the keeper, and everything after Review to others.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.model.draft import OF_THE_APP, empty_draft, for_another_app, value_at
from tpns_desktop.ui.forms import fixes
from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.bottom_bar import BottomBar
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.forms.form_sides import FormSides
from tpns_desktop.ui.forms.keeper import DraftKeeper
from tpns_desktop.ui.screens.compose.audience_card import AudienceCard
from tpns_desktop.ui.screens.compose.message_card import MessageCard
from tpns_desktop.ui.screens.compose.plan_card import PlanCard
from tpns_desktop.ui.screens.compose.preview import Preview
from tpns_desktop.ui.screens.compose.sms_card import SmsCard
from tpns_desktop.ui.screens.compose.sms_recheck import Choice, Rechecked, SmsRecheck
from tpns_desktop.ui.screens.compose.steps import Steps
from tpns_desktop.ui.screens.compose.template_words import TemplateWords
from tpns_desktop.ui.screens.compose.timing_card import TimingCard
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.words.numbers import clock
from tpns_desktop.ui.words.states import reason_words

if TYPE_CHECKING:
    from tpns_desktop.send.audiences import Reach
    from tpns_desktop.send.desk import Review
    from tpns_desktop.send.examination import Context, Examination, Finding
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.drafts import DraftRow
    from tpns_desktop.store.plans import Plan
    from tpns_desktop.ui.forms.plan_dialogs import PlanDialog
    from tpns_desktop.ui.screens.compose.test_dialog import SendTestDialog

REFRESH_MS = 60_000
"""How often checks that depend on the clock are run again while nobody types."""


class ComposeScreen(QWidget):
    """One page on which a push is written.

    Signals:
    review_ready(Review): everything is frozen; show the review page.
    status_changed(str): what the status strip should say ("Saved 10:42").
    batch_asked(str): a check leads to this earlier push.
    book_asked: show the device book.
    app_page_asked: show the page on which the app's environment is chosen.
    sms_setup_asked: show what must be ready before a text can follow a push.
    sms_account_asked: show where the account of texts is set up.
    """

    review_ready = Signal(object)
    status_changed = Signal(str)
    batch_asked = Signal(str)
    book_asked = Signal()
    app_page_asked = Signal()
    sms_setup_asked = Signal()
    sms_account_asked = Signal()

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, staged: bool = False
    ) -> None:
        """`staged`: `finish` is called later, after the first paint."""
        super().__init__(parent)
        self._session = session
        self._context: Context | None = None
        self._reach: Reach | None = None
        self._plans: list[Plan] = []
        self._own_of: dict[str, dict[str, Any]] = {}
        self._app_id: str | None = None
        self._reviewing = False
        self._reading = 0
        self._stale = False
        self._review_wanted: int | None = None
        self._recheck_of: int | None = None
        self._dialog: PlanDialog | None = None
        self._test_dialog: SendTestDialog | None = None
        self._examples: dict[str, list[str]] = {}

        self.binding = DraftBinding(empty_draft(), self)
        self.keeper = DraftKeeper(session, self.binding, self)
        self.fields = Fields(self.binding, self)
        self._build()
        if not staged:
            self.finish()

        self.binding.examine_due.connect(self._on_examine_due)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.refused.connect(self._on_save_failed)
        self.binding.edited.connect(self._on_edited)
        session.app_changed.connect(self._on_app_changed)
        session.batch_changed.connect(self._on_batch_changed)
        self._clock = QTimer(self, interval=REFRESH_MS)
        self._clock.timeout.connect(self.binding.examine_soon)
        self._clock.timeout.connect(self.keeper.save_edits)
        self._clock.start()
        self._on_app_changed(session.app)

    def _build(self) -> None:
        self.audience = AudienceCard(self.fields, self._session, staged=True)
        self.audience.counted.connect(self._on_counted)
        self.audience.answered.connect(self._read_context)
        self.message = MessageCard(self.fields, staged=True)
        self.timing = TimingCard(self.fields)
        self.sms = SmsCard(self.fields, self._session)
        self.recheck = SmsRecheck(self._session, self.binding, self)
        self.recheck.answered.connect(self._on_rechecked)
        self._template_words = TemplateWords(self.binding, self)
        self.plan = PlanCard(self.fields)
        self._cards: dict[str, Card] = {
            "who": self.audience,
            "message": self.message,
            "when": self.timing,
            "sms": self.sms,
            "plan": self.plan,
        }
        self.steps = Steps()
        head = QWidget()
        steps_row = QHBoxLayout(head)
        steps_row.setContentsMargins(24, 10, 16, 6)
        steps_row.addWidget(self.steps, 1)
        self.preview = Preview(self.binding)
        self.sides = FormSides("compose", self._cards.values(), self.preview, head)
        self.form = self.sides.form
        steps_row.addWidget(self.sides.turn)
        self.bottom = BottomBar()

        page = self._column = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.sides, 1)
        page.addWidget(self.bottom)

        self.steps.chosen.connect(self.show_card)
        self.bottom.show_asked.connect(self.lead_to)
        self.bottom.review_asked.connect(self._on_review_asked)
        self.bottom.test_asked.connect(self._on_test_asked)
        self.bottom.template_asked.connect(self._on_template_asked)
        self.preview.checks.fix_asked.connect(self._on_fix_asked)
        self.preview.import_asked.connect(self._on_import_asked)
        self.audience.list_changed.connect(self._read_context)
        self.audience.examples_asked.connect(self._on_examples_asked)
        self.audience.book_asked.connect(self.book_asked)
        self.timing.list_asked.connect(self.audience.make_list)
        self.timing.delivery.replace_asked.connect(self._on_replace_asked)
        self.sms.fix_asked.connect(self._on_fix_asked)
        self.sms.book_changed.connect(self._read_context)
        self.sms.setup_asked.connect(self.sms_setup_asked)
        self.sms.account_asked.connect(self.sms_account_asked)
        self.message.link_asked.connect(self._on_link_asked)
        self.message.phone_asked.connect(self._on_phone_asked)
        self.plan.new_plan_asked.connect(self._on_new_plan_asked)
        self.plan.known_plan_asked.connect(self._on_known_plan_asked)

    @Slot()
    def finish(self) -> None:
        """Make what nobody sees at first. Once, before an app is chosen."""
        self.audience.finish()
        self.message.more.finish()

    def add_above_bottom(self, part: QWidget) -> None:
        """Put this between the form and the bar at the bottom."""
        room = QVBoxLayout()
        room.setContentsMargins(24, 0, 24, 0)
        room.addWidget(part)
        self._column.insertLayout(1, room)

    # Drafts

    def start_new(self, draft: dict[str, Any] | None = None) -> None:
        """Put an empty draft (or the given one, unsaved) on the page; what was there is saved."""
        self._own_of = {}
        self.keeper.begin(draft if draft is not None else empty_draft())
        self.status_changed.emit("")

    def open_draft(self, row: DraftRow) -> None:
        """Go on with a stored draft; with another app's, in a copy of it."""
        draft = dict(row.data)
        if row.app_id != self._app_id:
            draft = for_another_app(draft)
        if not self.keeper.begin(draft, row):
            return
        own = {path: value_at(row.data, *path.split(".")) for path in OF_THE_APP}
        self._own_of = {row.app_id: {path: one for path, one in own.items() if one is not None}}
        said = self.tr("Saved {0}").format(clock(row.updated_at))
        self.status_changed.emit(said if row.app_id == self._app_id else "")
        self._read_context()

    @property
    def settled(self) -> bool:
        """Whether everything shown follows from the draft as it stands, and nothing is read."""
        examined = self.binding.examination is not None
        return examined and not (self.binding.has_unexamined_edits or self._reading)

    def set_examples(
        self, accounts: list[str], tokens: dict[str, list[str]], tags: list[str]
    ) -> None:
        """What the practice service knows, for completion and "Use practice examples"."""
        self._examples = {"account": accounts, **tokens}
        self.audience.tags.set_suggestions(tags)
        self._examples["tag"] = tags
        self.audience.file.set_examples(accounts)

    @property
    def cards(self) -> dict[str, Card]:
        """The cards, by their steps: who, message, when, sms, plan."""
        return self._cards

    @property
    def draft_id(self) -> str | None:
        """Id of the stored draft on the page, None until its first save."""
        return self.keeper.draft_id

    # What the page shows

    def show_card(self, step: str) -> None:
        """Scroll to a card and put the focus into it."""
        self.sides.show_card(self._cards[step])

    def regions(self) -> Sequence[QWidget]:
        """What F6 goes through: the form, the preview, the checks."""
        return [self.form, self.preview, self.preview.checks]

    def show_region(self, region: QWidget) -> None:
        """Bring one of these in sight."""
        if region is self.form:
            self.sides.show_form()
        else:
            self.sides.show_preview()
        if region is self.preview.checks:
            self.preview.open_checks()

    def lead_to(self, finding: Finding) -> None:
        """Put the focus where a finding is to be mended."""
        path = finding.field
        self.sides.show_form()
        part_of_file = self.audience.file.part_for(finding)
        if part_of_file is not None and part_of_file.isVisible():
            self.sides.show_part(part_of_file, part_of_file)
            return
        self.message.more.open_at(path)
        self.timing.delivery.open_at(path)
        if self.timing.delivery.lead_to(path):
            self.form.ensureWidgetVisible(self.timing.delivery.replaces, 0, 60)
            return
        if self.fields.has(path):
            field = self.fields.field(path)
            if field.isVisible():
                self.sides.show_part(field, field.editor)
                return
        part = path.split(".")[0]
        steps = {"audience": "who", "message": "message", "schedule": "when", "sms": "sms"}
        self.show_card(steps.get(part, "plan"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.fields.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._read_context()
        if self.focusWidget() is None:
            self.audience.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        self.keeper.save_edits()
        super().hideEvent(event)

    # Slots

    @Slot(object)
    def _on_app_changed(self, app: App | None) -> None:
        self._context = None
        self._reach = None
        self._review_wanted = None
        self.audience.set_app(app)
        self.message.set_app(app)
        self.timing.set_app(app)
        self.sms.set_app()
        self.preview.set_app(app)
        desk = self._session.desk
        if app is None or desk is None:
            return
        self._enter(app)
        self._session.run(desk.plan_book.all(app.id, True), self, partial(self._on_plans, app.id))
        self._read_context()

    def _enter(self, app: App) -> None:
        if not self.keeper.enter(app.id):
            return
        # Coming back to an app, the draft has what it had there: its plan, say.
        if self._app_id is not None:
            self._own_of[self._app_id] = {path: self.binding.value(path) for path in OF_THE_APP}
        self._app_id = app.id
        own, nothing = self._own_of.get(app.id, {}), empty_draft()
        for path in OF_THE_APP:
            self.binding.set_value(path, own.get(path, value_at(nothing, *path.split("."))))
            self.fields.show_value(path)

    @Slot(str)
    def _on_batch_changed(self, _batch_id: str) -> None:
        # An upload has news several times a second, and nobody sees this page meanwhile.
        if self.isVisible():
            self._read_context()
        else:
            self._stale = True

    @Slot(str)
    def _on_edited(self, path: str) -> None:
        if path in ("plan", "audience.file.list_id"):
            self._read_context()

    def _on_plans(self, app_id: str, plans: list[Plan]) -> None:
        if app_id == self._app_id:
            self._plans = plans
            self.plan.set_plans(plans)

    @Slot(object)
    def _on_counted(self, reach: Reach) -> None:
        self._reach = reach
        self.binding.examine_soon()
        if reach.total is not None:
            self.timing.set_size(reach.total)

    @Slot()
    def _read_context(self) -> None:
        desk, app = self._session.desk, self._session.app
        if desk is not None and app is not None:
            plan = self.binding.value("plan")
            list_id = self.binding.value("audience.file.list_id")
            self._reading += 1
            self._session.run(
                desk.context(app.id, plan, list_id),
                self,
                self._on_context,
                self._on_context_failed,
            )

    def _on_context_failed(self, error: BaseException) -> None:
        self._reading -= 1
        self._session.failed.emit("context", error)

    def _on_context(self, context: Context) -> None:
        self._reading -= 1
        if self._session.app is not None and context.app.id == self._session.app.id:
            self._context = context
            self._template_words.show_book(context.sms)
            self.binding.examine_soon()
            if self._reading:
                return  # a newer one is on its way
            wanted, self._review_wanted = self._review_wanted, None
            if wanted == self.keeper.serial and self.isVisible():
                self._on_review_asked()

    @Slot()
    def _on_examine_due(self) -> None:
        self.examine()

    def examine(self) -> Examination | None:
        """Examine the draft now; None while the core is still loading."""
        if self._context is None:
            return None
        from tpns_desktop.send.checks import examine  # loaded by now, after the first paint
        from tpns_desktop.send.sms_facts import text_of_draft

        context = self._context.at(datetime.now(UTC)).reaching(self._reach)
        examination = examine(self.binding.draft, context)
        self.binding.set_examination(examination)
        self.preview.show_examination(examination)
        made = text_of_draft(self.binding.draft, self._context.sms)
        self.sms.show_examination(examination, made)
        self.preview.show_text(made)
        self.steps.show_examination(examination)
        self.bottom.show_examination(examination)
        return examination

    # Saving

    @Slot(object)
    def _on_saved(self, row: DraftRow) -> None:
        self.status_changed.emit(self.tr("Saved {0}").format(clock(row.updated_at)))

    @Slot(object)
    def _on_save_failed(self, error: BaseException) -> None:
        self.status_changed.emit(self.tr("Not saved: the disk refused. Your text is kept here."))
        self._session.failed.emit("save_draft", error)

    @Slot()
    def _on_template_asked(self) -> None:
        self.audience.tags.commit()
        desk, app = self._session.desk, self._session.app
        if desk is not None and app is not None:
            self._session.run(
                desk.save_template(app.id, self.binding.draft),
                self,
                self._on_template_saved,
                self._on_save_failed,
            )

    def _on_template_saved(self, _row: DraftRow) -> None:
        said = self.tr("Saved as a template. The draft goes on by itself.")
        self.status_changed.emit(said)
        announce(self, said)

    def rename(self, draft_id: str, name: str) -> None:
        """The draft of this id has another name now; the page says so if it is the one."""
        if draft_id == self.draft_id:
            self.binding.set_value("name", name)
            if self.fields.has("name"):
                self.fields.show_value("name")

    # Review

    @Slot()
    def _on_review_asked(self) -> None:
        self._prepare_review(None)

    def _prepare_review(self, asked_about: Choice | None) -> None:
        """`asked_about`: the template and signature that the account was asked about just now."""
        self.audience.tags.commit()  # by keys nobody has left the tag that is being typed
        desk, app = self._session.desk, self._session.app
        if desk is None or app is None or self._reviewing:
            return
        examination = self.examine()
        if examination is None or self._reading:
            # What the checks have to know is still being read (a plan chosen just now): then, not
            # never.
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
        choice = self.recheck.choice()
        if choice is not None and choice != asked_about:
            self._recheck_of = self.keeper.serial
            self.status_changed.emit(self.tr("Reading the text's template again…"))
            self.recheck.ask(choice)
            return
        self.keeper.taken()
        self._session.run(
            desk.review(app.id, self.keeper.new_id(), self.binding.draft),
            self,
            partial(self._on_reviewed, self.keeper.serial),
            self._on_review_failed,
        )

    @Slot(object)
    def _on_rechecked(self, found: Rechecked) -> None:
        self._reviewing = False
        self.bottom.review.setEnabled(True)
        self.status_changed.emit("")
        # Another draft, app or screen was chosen meanwhile: nobody waits for it any more.
        here = self._recheck_of == self.keeper.serial and found.choice.app_id == self._app_id
        if not here or not self.isVisible():
            return
        self.sms.show_changed(self.recheck.words(found), stops=bool(found.changes))
        if found.changes:
            self.sms.shelf.read()
            self._read_context()
            self.show_card("sms")
        else:
            self._prepare_review(found.choice)

    def _on_reviewed(self, serial: int, review: Review) -> None:
        self._reviewing = False
        self.bottom.review.setEnabled(True)
        # Another draft, app or screen was chosen while it was made: nobody waits for it any more.
        here = serial == self.keeper.serial and review.app_id == self._app_id
        if here and self.isVisible():
            self.review_ready.emit(review)

    def _on_review_failed(self, error: BaseException) -> None:
        self._reviewing = False
        self.bottom.review.setEnabled(True)
        self.keeper.untaken()
        self.status_changed.emit(self.tr("The review could not be prepared. Your text is kept."))
        self._session.failed.emit("review", error)

    # Tests

    @Slot()
    def _on_test_asked(self) -> None:
        self.audience.tags.commit()
        app = self._session.app
        if self._session.desk is None or app is None or self._app_id != app.id:
            return
        # Here and below: the dialogs are loaded when first wanted, not before the first paint.
        from tpns_desktop.ui.screens.compose.test_dialog import SendTestDialog

        self._test_dialog = SendTestDialog(
            self._session, app, self.keeper.new_id(), self.binding.draft, self
        )
        self._test_dialog.open()

    # Fixes, examples, plans

    @Slot(object)
    def _on_fix_asked(self, finding: Finding) -> None:
        if finding.fix == "open_push" and "batch_id" in finding.params:
            self.batch_asked.emit(str(finding.params["batch_id"]))
            return
        outside: dict[str, Callable[[], object]] = {
            "check_clock": self._check_clock,
            "send_test": self._on_test_asked,
            "to_list": self._turn_into_list,
            "show_cut": partial(self._show_cut, str(finding.params.get("vendor", ""))),
            "open_link": partial(self._open_link, str(finding.params.get("url", ""))),
            "switch_app": self.app_page_asked.emit,
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

    def _turn_into_list(self) -> None:
        typed = self.binding.value("audience.kind") == "account"
        (self.audience.accounts if typed else self.audience.devices).make_list()

    def _show_cut(self, channel: str) -> None:
        self.sides.show_preview()
        self.preview.show_channel(channel)

    def _open_link(self, url: str) -> None:
        QDesktopServices.openUrl(QUrl(url))

    @Slot()
    def _on_replace_asked(self) -> None:
        from tpns_desktop.ui.screens.compose.replace_dialog import ReplaceDialog

        if self._session.app is not None:
            dialog = ReplaceDialog(self._session, self._session.app.id, self)
            dialog.push_chosen.connect(self.timing.delivery.set_replaced)
            dialog.open()

    @Slot(str)
    def _on_phone_asked(self, style: str) -> None:
        self.sides.show_preview()
        self.preview.show_phone(style)

    @Slot(str)
    def _on_link_asked(self, url: str) -> None:
        desk = self._session.desk
        if desk is not None:
            self._session.run(
                desk.check_link(url),
                self,
                partial(self._on_link_found, url),
                partial(self._on_link_unasked, url),
            )

    def _on_link_found(self, url: str, found: int | str) -> None:
        self.message.show_link(url, found)
        self._read_context()

    def _on_link_unasked(self, url: str, _error: BaseException) -> None:
        self.message.show_link(url, None)

    def _check_clock(self) -> None:
        desk, app = self._session.desk, self._session.app
        if desk is not None and app is not None:
            self.status_changed.emit(self.tr("Asking the service for its time…"))
            self._session.run(
                desk.measure_clock(app.id), self, self._on_clock_checked, self._on_clock_unknown
            )

    def _on_clock_checked(self, _skew_s: object) -> None:
        self.status_changed.emit(self.tr("The clock was checked."))
        self.read_again()

    def _on_clock_unknown(self, error: BaseException) -> None:
        reason = reason_words(getattr(error, "reason", None))
        self.status_changed.emit(self.tr("The clock could not be checked. {0}").format(reason))
        self.read_again()

    def read_again(self) -> None:
        """Examine anew with what is known now of the app, its plans and the service."""
        desk, app = self._session.desk, self._session.app
        if desk is not None and app is not None:
            self._session.run(
                desk.plan_book.all(app.id, True), self, partial(self._on_plans, app.id)
            )
        self._read_context()

    @Slot()
    def _on_examples_asked(self) -> None:
        kind = self.binding.value("audience.kind") or "account"
        if kind == "all":
            kind = "account"
        self.binding.set_value("audience.kind", kind)
        if kind == "account":
            self.binding.set_value(
                "audience.account.text", "\n".join(self._examples.get("account", [])[:3])
            )
        elif kind == "device":
            platform = self.binding.value("audience.device.platform") or "android"
            self.binding.set_value("audience.device.platform", platform)
            self.binding.set_value(
                "audience.device.text", "\n".join(self._examples.get(platform, [])[:3])
            )
        else:
            row = {
                "tag_type": "xg_user_define",
                "match": "any",
                "tags": self._examples.get("tag", [])[:2],
            }
            self.binding.set_value("audience.tag.groups", [[row]])
        for path in ("kind", "account.text", "device.platform", "device.text"):
            self.fields.show_value(f"audience.{path}")

    @Slot()
    def _on_import_asked(self) -> None:
        from tpns_desktop.ui.screens.compose.import_dialog import ImportDialog

        platform = self.preview.phone.platform.value() or "android"
        dialog = ImportDialog(platform, self, self._plans)
        dialog.draft_chosen.connect(self._on_imported)
        dialog.plan_asked.connect(self._on_imported_plan)
        dialog.open()

    @Slot(object)
    def _on_imported(self, draft: dict[str, Any]) -> None:
        self.start_new(draft)  # what was on the page is saved by this
        self.keeper.save()
        self._read_context()
        self.status_changed.emit(self.tr("Your earlier draft is under Drafts & templates."))

    @Slot(str, str)
    def _on_imported_plan(self, platform: str, plan_id: str) -> None:
        from tpns_desktop.ui.forms.plan_dialogs import KnownPlanDialog

        if self._session.app is not None:
            ids = {platform: plan_id}
            self._open(KnownPlanDialog(self._session, self._session.app, self, ids=ids))

    @Slot()
    def _on_new_plan_asked(self) -> None:
        from tpns_desktop.ui.forms.plan_dialogs import NewPlanDialog

        if self._session.app is not None:
            dialog = NewPlanDialog(self._session, self._session.app, self)
            dialog.known_asked.connect(self._on_known_plan_asked)
            self._open(dialog)

    @Slot()
    @Slot(str)
    def _on_known_plan_asked(self, name: str = "") -> None:
        from tpns_desktop.ui.forms.plan_dialogs import KnownPlanDialog

        if self._session.app is not None:
            self._open(KnownPlanDialog(self._session, self._session.app, self, name))

    def _open(self, dialog: PlanDialog) -> None:
        self._dialog = dialog
        dialog.plan_added.connect(self._on_plan_added)
        dialog.plan_kept.connect(self._on_plan_kept)
        dialog.open()

    @Slot(object)
    def _on_plan_added(self, plan: Plan) -> None:
        if plan.app_id != self._app_id:
            return
        self._on_plan_kept(plan)
        self.binding.set_value("plan", plan.id)
        self.fields.show_value("plan")

    @Slot(object)
    def _on_plan_kept(self, plan: Plan) -> None:
        if plan.app_id == self._app_id:
            others = [one for one in self._plans if one.id != plan.id]
            self._on_plans(plan.app_id, [plan, *others])
