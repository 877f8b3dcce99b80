"""One plan: what it has achieved, and its pushes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.screens.plans.overview_part import OverviewPart
from tpns_desktop.ui.screens.plans.plan_menu import PlanMenu
from tpns_desktop.ui.screens.plans.tasks_model import RECORD_ROLE, Column, TasksModel
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.elided_label import ElidedLabel
from tpns_desktop.ui.widgets.empty_state import EmptyState
from tpns_desktop.ui.widgets.record_table import RecordTable
from tpns_desktop.ui.widgets.segmented import Segmented
from tpns_desktop.ui.words.plans import (
    default_description,
    default_fixed,
    default_plan,
    ids_words,
    missing_words,
)
from tpns_desktop.ui.words.results import ask_trouble

if TYPE_CHECKING:
    from tpns_desktop.send.plan_overview import PlanOverview, PlanSum
    from tpns_desktop.send.results import Batch

PAGE = 50
"""Pushes read at a time."""

_WIDTHS = {
    Column.WHEN: 136,
    Column.WHO: 160,
    Column.STATUS: 190,
    Column.DELIVERED: 92,
    Column.ARRIVED: 92,
    Column.TAPPED: 92,
}


class DetailsPage(QWidget):
    """`show_plan` shows a plan.

    Signals:
        back_asked: to the list of plans.
        push_asked(PlanSum): write a push in this plan.
        batch_chosen(str): show the result of this push.
        export_asked(str, bytes): as a chart's card.
    """

    back_asked = Signal()
    push_asked = Signal(object)
    batch_chosen = Signal(str)
    export_asked = Signal(str, bytes)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._sum: PlanSum | None = None
        self._others: Sequence[PlanSum] = ()
        self._overview: PlanOverview | None = None
        self._trouble: tuple[str, int | None] | None = None
        self._more = False
        self._build()
        self._show_words()

    def _build(self) -> None:
        self.back = QPushButton()
        self.back.setObjectName("plan.back_to_list")
        self.back.setProperty("kind", "link")
        self.back.clicked.connect(self.back_asked)
        self._title = ElidedLabel()
        self._title.setObjectName("plan.title")
        self._title.setProperty("role", "title")
        self._said = ElidedLabel()
        self._said.setObjectName("plan.said")
        self._said.setProperty("role", "muted")
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self._title)
        titles.addWidget(self._said)
        self.menu = PlanMenu("plan")
        self.push = QPushButton()
        self.push.setObjectName("plan.push")
        self.push.setProperty("kind", "primary")
        self.push.clicked.connect(self._on_push_clicked)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addLayout(titles, 1)
        head.addWidget(self.menu.button)
        head.addWidget(self.push)
        self._ids = QLabel()
        self._ids.setObjectName("plan.ids")
        self._ids.setProperty("role", "hint")
        self._ids.setWordWrap(True)
        self.tabs = Segmented([("overview", ""), ("tasks", "")])
        self.tabs.setObjectName("plan.tabs")
        self.tabs.set_value("overview")
        self.tabs.chosen.connect(self._on_tab)
        first = QHBoxLayout()
        first.addWidget(self.back)
        first.addStretch(1)
        second = QHBoxLayout()
        second.addWidget(self.tabs)
        second.addStretch(1)
        self.overview = OverviewPart()
        second.addWidget(self.overview.controls)
        self.overview.read_asked.connect(self._read)
        self.overview.export_asked.connect(self.export_asked)
        self.model = TasksModel(self)
        self.table = RecordTable(RECORD_ROLE)
        self.table.setObjectName("plan.tasks")
        self.table.setModel(self.model)
        self.table.set_widths({int(c): width for c, width in _WIDTHS.items()}, Column.WHAT)
        self.table.opened.connect(self._on_opened)
        self.older = QPushButton()
        self.older.setObjectName("plan.older")
        self.older.clicked.connect(self._on_older)
        self.older.hide()
        listed = QFrame()
        listed.setProperty("role", "card")
        inside = QVBoxLayout(listed)
        inside.setContentsMargins(10, 6, 10, 10)
        inside.addWidget(self.table, 1)
        older = QHBoxLayout()
        older.addStretch(1)
        older.addWidget(self.older)
        older.addStretch(1)
        inside.addLayout(older)
        self.empty = EmptyState("plan.first_push", "plans")
        self.empty.acted.connect(self._on_push_clicked)
        tasks = QWidget()
        self._tasks = QStackedLayout(tasks)
        self._tasks.addWidget(listed)
        self._tasks.addWidget(self.empty)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.overview)
        self._pages.addWidget(tasks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(first)
        column.addLayout(head)
        column.addWidget(self._ids)
        column.addLayout(second)
        column.addWidget(pages, 1)

    # What is shown

    def show_plan(self, of: PlanSum, others: Sequence[PlanSum]) -> None:
        """Show another plan, or what is new of this one; `others`: every plan of the app."""
        new = self._sum is None or _id(self._sum) != _id(of)
        self._sum, self._others = of, others
        if new:
            self._overview = self._trouble = None
            self.model.show_batches([])
            self.overview.show_overview(None)
            self.overview.period.set_value("week")
            self.tabs.set_value("overview")
            self._on_tab("overview")
        self._show_head()
        self._load(ask=new)

    @property
    def plan_id(self) -> str | None:
        """Local id of the plan that is shown; None for the default plan, or none at all."""
        return _id(self._sum) if self._sum is not None else None

    def forget(self) -> None:
        """Show no plan."""
        self._sum = None

    def _load(self, ask: bool = False) -> None:
        desk, app, of = self._session.desk, self._session.app, self._sum
        if desk is None or app is None or of is None:
            return
        plan_id = _id(of)
        self._session.run(
            desk.plan_book.overview(app.id, plan_id),
            self,
            partial(self._on_overview, plan_id, ask),
            self._on_failed,
        )
        self._load_tasks()

    def _load_tasks(self) -> None:
        desk, app, of = self._session.desk, self._session.app, self._sum
        if desk is None or app is None or of is None:
            return
        plan_id, count = _id(of), max(PAGE, len(self.model.batches()))
        self._session.run(
            desk.plan_book.tasks(app.id, plan_id, count),
            self,
            partial(self._on_tasks, plan_id, count),
        )

    def _on_overview(self, plan_id: str | None, ask: bool, overview: PlanOverview) -> None:
        if self._sum is None or plan_id != _id(self._sum):
            return
        self._overview = overview
        self._show_overview()
        if ask and overview.week is None and overview.seven.pushes and plan_id is not None:
            self._read()

    @Slot()
    def _read(self) -> None:
        desk, app, of = self._session.desk, self._session.app, self._sum
        if desk is None or app is None or of is None or of.plan is None:
            return
        self.overview.set_reading(True)
        self._session.run(
            desk.plan_book.read(app.id, of.plan.id),
            self,
            partial(self._on_read, of.plan.id),
            partial(self._on_unread, of.plan.id),
        )

    def _on_read(self, plan_id: str, overview: PlanOverview) -> None:
        self.overview.set_reading(False)
        if plan_id == self.plan_id:
            self._trouble = None
            self._overview = overview
            self._show_overview()
            self._load_tasks()  # their own figures were read as well

    def _on_unread(self, plan_id: str, error: BaseException) -> None:
        self.overview.set_reading(False)
        if plan_id == self.plan_id:
            self._trouble = (str(getattr(error, "reason", "")), getattr(error, "code", None))
            self._show_overview()

    def _on_failed(self, error: BaseException) -> None:
        if getattr(error, "reason", "") == "gone":
            self.back_asked.emit()
        else:
            self._session.failed.emit("plans", error)

    def _on_tasks(self, plan_id: str | None, count: int, batches: list[Batch]) -> None:
        if self._sum is None or plan_id != _id(self._sum):
            return
        if batches != self.model.batches():
            chosen = self.table.currentIndex().row()
            self.model.show_batches(batches)
            self.table.setCurrentIndex(self.model.index(max(chosen, 0), 0))
        self._show_older(len(batches) == count)

    def _show_older(self, more: bool) -> None:
        self._more = more
        self.older.setVisible(more)
        self._tasks.setCurrentIndex(0 if self.model.rowCount() else 1)

    @Slot()
    def _on_older(self) -> None:
        desk, app, of, shown = (
            self._session.desk, self._session.app, self._sum, self.model.batches(),
        )  # fmt: skip
        if desk is None or app is None or of is None or not shown:
            return
        self.older.setEnabled(False)
        asking = desk.plan_book.tasks(app.id, _id(of), PAGE, shown[-1].id)
        self._session.run(asking, self, partial(self._on_older_read, _id(of)), self._on_no_older)

    def _on_older_read(self, plan_id: str | None, batches: list[Batch]) -> None:
        self.older.setEnabled(True)
        if self._sum is not None and plan_id == _id(self._sum):
            self.model.add_older(batches)
            self._show_older(len(batches) == PAGE)

    def _on_no_older(self, error: BaseException) -> None:
        self.older.setEnabled(True)
        self._session.failed.emit("plans", error)

    def _show_overview(self) -> None:
        trouble = ""
        if self._trouble is not None:
            trouble = self.tr("TPNS could not be asked. {0}").format(ask_trouble(*self._trouble))
        self.overview.show_overview(self._overview, self._others, trouble)

    def _show_head(self) -> None:
        of = self._sum
        plan = of.plan if of is not None else None
        name = plan.name if plan is not None else default_plan()
        said = plan.description if plan is not None else default_description()
        self._title.setText(name)
        self._said.setText(" ".join(said.split()))
        self._said.setVisible(bool(said.strip()))
        if plan is None or of is None:
            ids = default_fixed()
        else:
            hidden = self.tr("Hidden: not offered for new pushes") if plan.hidden else ""
            parts = (ids_words(plan), missing_words(of.missing), hidden)
            ids = " · ".join(part for part in parts if part)
        self._ids.setText(ids)
        self.menu.show_plan(of)
        self.setAccessibleName(name)

    # What a person does

    @Slot(str)
    def _on_tab(self, key: str) -> None:
        self._pages.setCurrentIndex(int(key == "tasks"))
        self.overview.controls.setVisible(key != "tasks")

    @Slot()
    def _on_push_clicked(self) -> None:
        if self._sum is not None:
            self.push_asked.emit(self._sum)

    @Slot(object)
    def _on_opened(self, batch: Batch) -> None:
        self.batch_chosen.emit(batch.id)

    # Words and looks

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        elif event.type() == QEvent.Type.PaletteChange:
            self.model.refresh_words()  # its icons are drawn in the look's colours
        super().changeEvent(event)

    def _show_words(self) -> None:
        self.back.setText(self.tr("All plans"))
        self.push.setText(self.tr("New push in this plan"))
        self.tabs.set_choices([("overview", self.tr("Overview")), ("tasks", self.tr("Pushes"))])
        self.tabs.setAccessibleName(self.tr("Part of the page"))
        self.table.setAccessibleName(self.tr("Pushes of this plan"))
        self.table.setAccessibleDescription(self.tr("Enter opens the result of a push"))
        self.older.setText(self.tr("Show older pushes"))
        self.empty.set_texts(
            self.tr("No push in this plan yet"),
            self.tr("Pushes that are confirmed with this plan are listed here."),
            self.tr("New push in this plan"),
        )
        self.model.refresh_words()
        self._show_head()
        self._show_overview()


def _id(of: PlanSum) -> str | None:
    return of.plan.id if of.plan is not None else None
