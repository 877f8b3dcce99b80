"""The Plans page: the plans of the chosen app, and what each has achieved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from tpns_desktop.ui.exporting import Exporting
from tpns_desktop.ui.forms.plan_dialogs import (
    EditPlanDialog,
    KnownPlanDialog,
    NewPlanDialog,
    PlanDialog,
)
from tpns_desktop.ui.screens.plans.days_dialog import DaysDialog
from tpns_desktop.ui.screens.plans.details_page import DetailsPage
from tpns_desktop.ui.screens.plans.list_page import ListPage
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.widgets.banner_stack import BannerStack
from tpns_desktop.ui.widgets.undo_bar import UndoBar
from tpns_desktop.ui.words.plans import ids_words, open_words, plan_refusal

if TYPE_CHECKING:
    from tpns_desktop.send.plan_book import PlanList
    from tpns_desktop.send.plan_overview import PlanSum
    from tpns_desktop.send.plans import OpenCreation
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.plans import Plan


NEWS_MS = 300
"""Pushes have news several times a second while they are under way; the sums are made once."""


class PlansScreen(QWidget):
    """The list of plans, or one of them.

    Signals:
        push_asked(str): write a push in the plan of this local id; "" for the default plan.
        batch_chosen(str): show the result of this push.
        book_changed: a plan was added, changed or removed.
    """

    push_asked = Signal(str)
    batch_chosen = Signal(str)
    book_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._listed: PlanList | None = None
        self._removed: Plan | None = None
        self._wanted: str | None = None
        """Local id of the plan to choose once it is listed."""
        self._dialog: PlanDialog | None = None
        self._soon = QTimer(self, singleShot=True, interval=NEWS_MS)
        self._soon.timeout.connect(self._on_stale)
        self.setObjectName("plans")
        self.list = ListPage()
        self.details = DetailsPage(session)
        self.list.opened.connect(self.show_details)
        self.list.new_asked.connect(self._on_new_asked)
        self.list.known_asked.connect(self._on_known_asked)
        self.list.push_asked.connect(self._on_push_asked)
        self.list.days_asked.connect(self._on_days_asked)
        self.details.push_asked.connect(self._on_push_asked)
        self.details.batch_chosen.connect(self.batch_chosen)
        self.details.back_asked.connect(self.show_list)
        for menu in (self.list.menu, self.details.menu):
            menu.chosen.connect(self._on_deed)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.details)
        self.undo = UndoBar("plans.undo")
        self.undo.undo_asked.connect(self._on_undo)
        self.undo.ended.connect(self._on_undo_ended)
        self.banner = Banner("accent", "")
        self.banner.setObjectName("plans.banner")
        self.banner.set_dismissible(True)
        self.banner.dismissed.connect(self.banner.hide)
        self.banner.hide()
        self.open = BannerStack(
            "plans.open",
            self._open_words,
            (
                ("add", lambda: self.tr("Add it by its ID…")),
                ("absent", lambda: self.tr("It is not there")),
            ),
        )
        self.open.acted.connect(self._on_open_acted)
        self.exporting = Exporting(session, self, self.banner)
        self.details.export_asked.connect(self.exporting.save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(self.undo)
        whole.addWidget(self.banner)
        whole.addWidget(self.open)
        whole.addWidget(pages, 1)
        for keys, deed in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self._on_undo_keys),
            (QKeySequence(QKeySequence.StandardKey.Find), self._on_find_keys),
            (QKeySequence(QKeySequence.StandardKey.Back), self.show_list),
        ):
            QShortcut(keys, self).activated.connect(deed)
        session.opened.connect(self._on_stale)
        session.app_changed.connect(self._on_app_changed)
        session.batch_changed.connect(self._on_batch_changed)

    # What is shown

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._load()

    @Slot()
    def _on_stale(self) -> None:
        if self.isVisible():
            self._load()

    @Slot(str)
    def _on_batch_changed(self, _batch_id: str) -> None:
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    @Slot(object)
    def _on_app_changed(self, _app: App | None) -> None:
        self._listed = self._removed = None
        self.undo.end()
        self.list.search.clear()
        self.list.show_list(None)
        self.open.show_rows(())
        self.show_list()
        self._on_stale()

    def _load(self) -> None:
        desk, app = self._session.desk, self._session.app
        if desk is not None and app is not None:
            self._session.run(desk.plan_book.listed(app.id), self, partial(self._on_listed, app.id))

    def _on_listed(self, app_id: str, listed: PlanList) -> None:
        app = self._session.app
        if app is None or app.id != app_id:
            return
        self._listed = listed
        self.list.show_list(listed)
        self.open.show_rows(listed.open)
        if self._wanted is not None:
            self.list.choose(self._wanted)
            self._wanted = None
        if self._pages.currentWidget() is self.details:
            self._show_news()

    def _show_news(self) -> None:
        listed, plan_id = self._listed, self.details.plan_id
        if listed is None:
            return
        rows = (listed.default, *listed.rows)
        ids = [row.plan.id if row.plan is not None else None for row in rows]
        if plan_id in ids:
            self.details.show_plan(rows[ids.index(plan_id)], rows)
        else:
            self.show_list()

    @Slot(object)
    def show_details(self, of: PlanSum) -> None:
        """Show one plan."""
        listed = self._listed
        others = (listed.default, *listed.rows) if listed is not None else ()
        self._pages.setCurrentWidget(self.details)
        self.details.show_plan(of, others)
        self.details.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def show_list(self) -> None:
        """Show all plans."""
        if self._pages.currentWidget() is self.list:
            return
        self._pages.setCurrentWidget(self.list)
        self.list.choose(self.details.plan_id)
        self.details.forget()
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # What a person does

    @Slot(object)
    def _on_push_asked(self, of: PlanSum) -> None:
        self.push_asked.emit(of.plan.id if of.plan is not None else "")

    @Slot()
    def _on_new_asked(self) -> None:
        if self._session.app is not None and self._session.desk is not None:
            dialog = NewPlanDialog(self._session, self._session.app, self)
            dialog.known_asked.connect(self._on_known_asked)
            self._open(dialog)

    @Slot()
    @Slot(str)
    def _on_known_asked(self, name: str = "") -> None:
        if self._session.app is not None and self._session.desk is not None:
            self._open(KnownPlanDialog(self._session, self._session.app, self, name))

    @Slot()
    def _on_days_asked(self) -> None:
        if self._session.app is not None and self._session.desk is not None:
            dialog = DaysDialog(self._session, self._session.app, self)
            dialog.export_asked.connect(self.exporting.save)
            dialog.open()

    def _open_words(self, one: OpenCreation) -> str:
        app = self._session.app
        return open_words(one, len(app.platforms) if app is not None else 1)

    @Slot(str, object)
    def _on_open_acted(self, key: str, one: OpenCreation) -> None:
        app = self._session.app
        if app is None:
            return
        if key == "absent":
            self._settle(one, made=False)
            return
        rows = self._listed.rows if self._listed is not None else ()
        # Another platform has it: the book must not have it twice.
        half = (
            row.plan
            for row in rows
            if row.plan is not None
            and row.plan.name == one.name
            and row.plan.plan_id(one.platform) is None
        )
        plan = next(half, None)
        dialog = (
            EditPlanDialog(self._session, app, plan, self)
            if plan is not None
            else KnownPlanDialog(self._session, app, self, one.name)
        )
        dialog.plan_added.connect(partial(self._on_found, one))
        self._open(dialog)

    def _on_found(self, one: OpenCreation, plan: Plan) -> None:
        if plan.plan_id(one.platform) is not None:
            self._settle(one, made=True)  # also where it was given another name

    def _settle(self, one: OpenCreation, *, made: bool) -> None:
        desk = self._session.desk
        if desk is not None:
            settling = desk.plan_book.settle(one.number, made)
            self._session.run(settling, self, self._on_changed, self._on_refused)

    def _open(self, dialog: PlanDialog) -> None:
        self._dialog = dialog
        dialog.plan_added.connect(self._on_kept)
        dialog.plan_kept.connect(self._on_kept)
        dialog.rejected.connect(self._load)  # it may leave a plan behind that may exist
        dialog.open()

    @Slot(object)
    def _on_kept(self, plan: Plan) -> None:
        self._wanted = plan.id
        self._on_changed()

    def _on_changed(self, _plan: object = None) -> None:
        self.book_changed.emit()
        self._load()

    @Slot(str, object)
    def _on_deed(self, deed: str, plan: Plan) -> None:
        desk, app = self._session.desk, self._session.app
        if desk is None or app is None:
            return
        book, run = desk.plan_book, self._session.run
        if deed == "edit":
            self._open(EditPlanDialog(self._session, app, plan, self))
        elif deed == "copy":
            self._copy(plan)
        elif deed == "hide":
            hiding = book.set_hidden(plan.id, not plan.hidden)
            run(hiding, self, self._on_hidden, self._on_refused)
        elif deed == "finish":
            run(book.finish(plan.id), self, self._on_finished, self._on_refused)
        elif deed == "remove":
            run(book.remove(plan.id), self, self._on_removed, self._on_refused)

    def _copy(self, plan: Plan) -> None:
        ids = [one for one in (plan.android_plan_id, plan.ios_plan_id) if one]
        QApplication.clipboard().setText(ids[0] if len(ids) == 1 else ids_words(plan))
        announce(self, self.tr("Copied: {0}").format(ids_words(plan)))

    def _on_hidden(self, plan: Plan) -> None:
        self._tell(
            self.tr("“{0}” is no longer offered for new pushes.").format(plan.name)
            if plan.hidden
            else self.tr("“{0}” is offered for new pushes again.").format(plan.name)
        )
        self._on_changed()

    def _on_finished(self, plan: Plan) -> None:
        self._tell(self.tr("“{0}” is on all systems of the app now.").format(plan.name))
        self._on_changed()

    def _on_refused(self, error: BaseException) -> None:
        self._tell(plan_refusal(error), "warn")
        if not getattr(error, "reason", ""):
            self._session.failed.emit("plans", error)
        self._on_changed()

    def _tell(self, said: str, tone: str = "accent") -> None:
        self.banner.set_tone(tone)
        self.banner.set_text(said)
        self.banner.show()
        announce(self, said)

    def _on_removed(self, plan: Plan) -> None:
        self._removed = plan
        self.show_list()
        self.banner.hide()
        self.undo.offer(
            self.tr("“{0}” left the book; its pushes and the plan in TPNS stay.").format(plan.name)
        )
        self._on_changed()

    @Slot()
    def _on_undo(self) -> None:
        desk, plan = self._session.desk, self._removed
        self._removed = None
        if desk is not None and plan is not None:
            self._session.run(desk.plan_book.put_back(plan), self, self._on_kept, self._on_refused)

    @Slot()
    def _on_undo_ended(self) -> None:
        self._removed = None

    @Slot()
    def _on_undo_keys(self) -> None:
        if not self.undo.isHidden():
            self.undo.undo.click()

    @Slot()
    def _on_find_keys(self) -> None:
        self.show_list()
        self.list.seek()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.banner.hide()  # what was done was said in the other language
        super().changeEvent(event)
