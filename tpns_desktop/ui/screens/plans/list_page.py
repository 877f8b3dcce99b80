"""The list of plans: search, table, and what can be done with the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.screens.plans.plan_menu import PlanMenu
from tpns_desktop.ui.screens.plans.plans_model import (
    RECORD_ROLE,
    Column,
    PlansFilter,
    PlansModel,
)
from tpns_desktop.ui.widgets.empty_state import EmptyState
from tpns_desktop.ui.widgets.flow_layout import FlowLayout
from tpns_desktop.ui.widgets.record_table import RecordTable
from tpns_desktop.ui.widgets.search_line import SearchLine
from tpns_desktop.ui.words.plans import default_fixed, left_words

if TYPE_CHECKING:
    from tpns_desktop.send.plan_book import PlanList
    from tpns_desktop.send.plan_overview import PlanSum

_WIDTHS = {
    Column.PLAN: 200,
    Column.PUSHES: 68,
    Column.DELIVERED: 86,
    Column.TAPPED: 126,
    Column.LAST: 148,
    Column.MARK: 156,
}


class ListPage(QWidget):
    """Shows what the page of plans gives it.

    Signals:
        opened(PlanSum): show what this plan has achieved.
        new_asked, known_asked: make a plan, or add one.
        days_asked: show all pushes of the app by day.
        push_asked(PlanSum): write a push in this plan.
    """

    opened = Signal(object)
    new_asked = Signal()
    known_asked = Signal()
    days_asked = Signal()
    push_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = ""
        self._build()
        self._show_words()

    def _build(self) -> None:
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._count = QLabel()
        self._count.setObjectName("plans.count")
        self._count.setProperty("role", "muted")
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self._title)
        titles.addWidget(self._count)
        self.search = SearchLine()
        self.search.setObjectName("plans.search")
        self.search.setMinimumWidth(180)
        self.search.setMaximumWidth(300)
        self.search.textChanged.connect(self._on_search)
        self.hidden = QCheckBox()
        self.hidden.setObjectName("plans.hidden")
        self.hidden.toggled.connect(self._on_hidden)
        self.known = QPushButton()
        self.known.setObjectName("plans.known")
        self.known.clicked.connect(self.known_asked)
        self.new = QPushButton()
        self.new.setObjectName("plans.new")
        self.new.setProperty("kind", "primary")
        self.new.clicked.connect(self.new_asked)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addLayout(titles, 1)
        head.addWidget(self.search, 1)
        head.addWidget(self.known)
        head.addWidget(self.new)
        self.open = QPushButton()
        self.open.setObjectName("plans.open")
        self.open.clicked.connect(self._on_open_clicked)
        self.push = QPushButton()
        self.push.setObjectName("plans.push")
        self.push.clicked.connect(self._on_push_clicked)
        self.menu = PlanMenu("plans")
        self.days = QPushButton()
        self.days.setObjectName("plans.days")
        self.days.clicked.connect(self.days_asked)
        self._fixed = QLabel()
        self._fixed.setObjectName("plans.fixed")
        self._fixed.setProperty("role", "hint")
        self.deeds = QWidget()
        flow = FlowLayout(self.deeds, spacing=8)
        for part in (
            self.open,
            self.push,
            self.menu.button,
            self.days,
            self._fixed,
            self.hidden,
        ):
            flow.addWidget(part)

        self.model = PlansModel(self)
        self.proxy = PlansFilter(self)
        self.proxy.setSourceModel(self.model)
        self.table = RecordTable(RECORD_ROLE)
        self.table.setObjectName("plans.table")
        self.table.setModel(self.proxy)
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicatorClearable(True)
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.table.set_widths({int(c): width for c, width in _WIDTHS.items()}, Column.DESCRIPTION)
        self.table.opened.connect(self.opened)
        self.table.selectionModel().selectionChanged.connect(self._show_deeds)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_context_menu)
        self._nothing = QLabel()
        self._nothing.setObjectName("plans.nothing")
        self._nothing.setProperty("role", "muted")
        self._nothing.hide()
        self.empty = EmptyState("plans.first", "plans")
        self.empty.acted.connect(self.new_asked)
        self.empty.hide()
        self._counts = QLabel()
        self._counts.setObjectName("plans.source")
        self._counts.setProperty("role", "hint")
        self._counts.setWordWrap(True)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(10, 6, 10, 10)
        inside.setSpacing(8)
        inside.addWidget(self.table, 1)
        inside.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(self.empty, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.deeds)
        column.addWidget(card, 1)
        column.addWidget(self._counts)

    # What is shown

    def show_list(self, listed: PlanList | None) -> None:
        """Show these plans; None while none are known."""
        chosen = self.chosen()
        rows = (listed.default, *listed.rows) if listed is not None else ()
        self._left = left_words(listed.left) if listed is not None else ""
        if list(rows) != self.model.rows():
            self.model.show_rows(rows)
            self.choose(chosen.plan.id if chosen is not None and chosen.plan is not None else None)
        self._show_page()

    def chosen(self) -> PlanSum | None:
        """The chosen plan."""
        row: PlanSum | None = self.table.current_record()
        return row

    def choose(self, plan_id: str | None) -> None:
        """Choose a plan; None for the default plan."""
        place = self.proxy.mapFromSource(self.model.index(self.model.place_of(plan_id), 0))
        self.table.setCurrentIndex(place if place.isValid() else self.proxy.index(0, 0))

    def seek(self) -> None:
        """Go to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _show_page(self) -> None:
        rows, found = self.model.rows(), self.proxy.rowCount()
        own = [row for row in rows if row.plan is not None]
        hidden = sum(row.plan.hidden for row in own if row.plan is not None)
        self.hidden.setVisible(hidden > 0)
        # That the default plan is built in is also said above the table.
        marked = any(row.missing or (row.plan and row.plan.hidden) for row in own)
        self.table.setColumnHidden(Column.MARK, not marked)
        self.hidden.setText(
            QCoreApplication.translate("PlansList", "Show %Ln hidden plan(s)", None, hidden)
        )
        self._nothing.setVisible(bool(rows) and not found)
        self.empty.setVisible(bool(rows) and not own and not self.search.text().strip())
        self._count.setText(
            QCoreApplication.translate("PlansList", "%Ln plan(s) of your own", None, len(own))
            if own
            else self.tr("Group pushes that serve one goal, and see them as one")
        )
        said = self.tr(
            "Delivered and tapped: the newest figures of every push sent from here, added up. "
            "Open a plan for what TPNS itself counts."
        )
        self._counts.setText(" ".join(part for part in (said, self._left) if part))
        self._show_deeds()

    @Slot()
    def _show_deeds(self) -> None:
        row = self.chosen()
        self.open.setEnabled(row is not None)
        self.push.setEnabled(row is not None)
        self.menu.show_plan(row)
        self._fixed.setVisible(row is not None and row.plan is None)

    # What a person does

    @Slot(str)
    def _on_search(self, text: str) -> None:
        self.proxy.setFilterFixedString(text.strip())
        self._show_page()

    @Slot(bool)
    def _on_hidden(self, shown: bool) -> None:
        self.proxy.show_hidden(shown)
        self._show_page()

    @Slot()
    def _on_open_clicked(self) -> None:
        if (row := self.chosen()) is not None:
            self.opened.emit(row)

    @Slot()
    def _on_push_clicked(self) -> None:
        if (row := self.chosen()) is not None:
            self.push_asked.emit(row)

    @Slot(QPoint)
    def _on_context_menu(self, at: QPoint) -> None:
        row = self.chosen()
        if row is not None and row.plan is not None:
            self.menu.popup(self.table.viewport().mapToGlobal(at))

    # Words and looks

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        elif event.type() == QEvent.Type.PaletteChange:
            self.model.refresh_words()  # its icons are drawn in the look's colours
        super().changeEvent(event)

    def _show_words(self) -> None:
        self._title.setText(self.tr("Push plans"))
        self.search.setPlaceholderText(self.tr("Find in name, description or ID"))
        self.search.setAccessibleName(self.tr("Find in name, description or ID"))
        self.known.setText(self.tr("Add one I already have…"))
        self.new.setText(self.tr("New plan…"))
        self.open.setText(self.tr("Details"))
        self.open.setAccessibleName(self.tr("Show what the chosen plan has achieved"))
        self.push.setText(self.tr("New push in this plan"))
        self.days.setText(self.tr("All pushes by day…"))
        self.table.setAccessibleName(self.tr("Push plans"))
        self.table.setAccessibleDescription(
            self.tr("Enter shows what a plan has achieved; the menu key has more")
        )
        self._fixed.setText(default_fixed())
        self._nothing.setText(self.tr("No plan has these words in its name, description or ID."))
        self.empty.set_texts(
            self.tr("No plan of your own yet"),
            self.tr(
                "A plan holds the pushes of a campaign or of one kind, and adds up what they "
                "achieve."
            ),
            self.tr("New plan…"),
        )
        self.model.refresh_words()
        self._show_page()
