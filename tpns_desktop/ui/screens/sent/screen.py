"""The Sent page: every push of the chosen app, or of any, ours and others', as list or calendar.

Only what is looked at is read (`SentModel`); what a person searches for or narrows the list to is
asked of the desk, which begins the list anew. While the page is visible the service is asked now
and then what it remembers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QSignalBlocker,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.model.states import OPEN_STATES
from tpns_desktop.ui.exporting import Exporting
from tpns_desktop.ui.screens.sent.filter_bar import FilterBar
from tpns_desktop.ui.screens.sent.found_words import FoundWords
from tpns_desktop.ui.screens.sent.record_page import RecordPage
from tpns_desktop.ui.screens.sent.row_menu import RowMenu
from tpns_desktop.ui.screens.sent.sent_model import (
    RECORD_ROLE,
    Column,
    SentModel,
    figure,
    is_unsettled,
)
from tpns_desktop.ui.screens.sent.window_reader import WindowReader
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.widgets.empty_state import EmptyState
from tpns_desktop.ui.widgets.record_table import RecordTable
from tpns_desktop.ui.widgets.search_line import SearchLine
from tpns_desktop.ui.widgets.segmented import Segmented
from tpns_desktop.ui.words.numbers import BEIJING, grouped
from tpns_desktop.ui.words.records import line_words
from tpns_desktop.ui.words.results import ask_trouble

if TYPE_CHECKING:
    from tpns_desktop.send.drafts import Again
    from tpns_desktop.send.records import Change, Line, Listing, Refreshed, Told, Wanted
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.drafts import DraftRow
    from tpns_desktop.store.plans import Plan
    from tpns_desktop.ui.background import Handle
    from tpns_desktop.ui.screens.sent.calendar_page import CalendarPage

_TYPED_MS = 120
"""After the last key the search begins."""
_PAINTED_MS = 60
"""After the first lines came the rest is counted: they are painted by then."""
_ASK_MS = 60_000
"""How often the service is asked while the page is visible."""

_WIDTHS = {
    Column.WHEN: 172,  # "2026年11月23日 14:00"
    Column.WHO: 162,
    Column.STATUS: 162,
    Column.ARRIVED: 74,
    Column.TAPPED: 70,
    Column.PLAN: 84,
    Column.MADE_BY: 152,
}


class SentScreen(QWidget):
    """Search, filters, the table or the calendar, and an empty state with the way out of it.

    Signals:
        batch_chosen(str): show the result of this push.
        again_asked(str): begin a draft from this push.
        new_push_asked: write a push.
        mend_asked(str): show what can still be done about this push.
        moved(DraftRow): a planned push was cancelled to be moved; review this draft.
        draft_asked(DraftRow): open this draft.
    """

    batch_chosen = Signal(str)
    again_asked = Signal(str)
    new_push_asked = Signal()
    mend_asked = Signal(str)
    moved = Signal(object)
    draft_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self._listing: Listing | None = None
        self._handle: Handle | None = None
        self._complete = True
        self._growing = False
        self._trouble = ""
        self._calendar: CalendarPage | None = None
        self.setObjectName("sent")
        self._build()
        self._typed = QTimer(self, singleShot=True, interval=_TYPED_MS)
        self._typed.timeout.connect(self._open)
        self._painted = QTimer(self, singleShot=True, interval=_PAINTED_MS)
        self._painted.timeout.connect(self._grow)
        self._ask_again = QTimer(self, interval=_ASK_MS)
        self._ask_again.timeout.connect(self._ask)
        session.opened.connect(self._on_stale)
        session.app_changed.connect(self._on_app_changed)
        session.batch_changed.connect(self._on_batch_changed)
        self._show_words()

    # ------------------------------------------------------------------------------------- layout

    def _build(self) -> None:
        self.banner = Banner("ok")
        self.banner.set_dismissible(True)
        self.banner.dismissed.connect(self.banner.hide)
        self.banner.hide()
        self.exporting = Exporting(self._session, self, self.banner)
        self._listed = QWidget()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self.banner)
        column.addLayout(self._head())
        self._bodies = QStackedLayout()
        column.addLayout(self._bodies, 1)  # before its parts: the first is shown as it is added
        self._bodies.addWidget(self._list_body())
        self.empty = EmptyState("sent.write", "sent")
        self.empty.acted.connect(self.new_push_asked)
        self.others = QPushButton()
        self.others.setObjectName("sent.others")
        self.others.setProperty("kind", "link")
        self.others.clicked.connect(self._on_others_clicked)
        self.empty.add_below(self.others)
        self.record = RecordPage(self._session)
        self.record.left.connect(self._on_record_left)
        self._pages = QStackedLayout(self)
        for page in (self._listed, self.empty, self.record):
            self._pages.addWidget(page)
        QShortcut(QKeySequence.StandardKey.Find, self, self._on_find)

    def _head(self) -> QHBoxLayout:
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._count = QLabel()
        self._count.setObjectName("sent.count")
        self._count.setProperty("role", "muted")
        self.view = Segmented((("list", ""), ("calendar", "")))
        self.view.setObjectName("sent.view")
        self.view.set_value("list")
        self.view.chosen.connect(self._on_view)
        self.search = SearchLine()
        self.search.setObjectName("sent.filter")
        self.search.setMinimumWidth(220)
        self.search.setMaximumWidth(320)
        self.search.textChanged.connect(self._on_typed)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self._title)
        titles.addWidget(self._count)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addLayout(titles, 1)
        head.addWidget(self.view)
        head.addWidget(self.search, 1)
        return head

    def _list_body(self) -> QWidget:
        self.filters = FilterBar()
        self.filters.changed.connect(self._load)
        self.filters.all_apps_changed.connect(self._on_all_apps)
        self.unsettled, self.all_apps = self.filters.unsettled, self.filters.all_apps
        self.model = SentModel(self)
        self.table = RecordTable(RECORD_ROLE)
        self.table.setObjectName("sent.table")
        self.table.setModel(self.model)
        self._found = FoundWords(self.table)
        self.table.set_widths({int(one): width for one, width in _WIDTHS.items()}, Column.WHAT)
        self.table.opened.connect(self._on_opened)
        self.table.selectionModel().selectionChanged.connect(self._show_actions)
        self._reader = WindowReader(self._session, self.table, self.model)
        self._reader.came.connect(self._show_actions)
        self._reader.failed.connect(self._on_no_lines)
        self.table.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._nothing = EmptyState("sent.everything_again", "search")
        self._nothing.setObjectName("sent.nothing")
        self._nothing.acted.connect(self._on_nothing)
        card = QFrame()
        card.setProperty("role", "card")
        self._inside = QStackedLayout(card)
        self._inside.setContentsMargins(10, 6, 10, 10)
        self._inside.addWidget(self.table)
        self._inside.addWidget(self._nothing)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.filters)
        column.addWidget(card, 1)
        column.addLayout(self._actions())
        self.row_menu = RowMenu(self.table, (self.open, self.again, self.template))
        self.row_menu.mend_asked.connect(self.mend_asked)
        return body

    def _actions(self) -> QHBoxLayout:
        self.refresh = QPushButton()
        self.export = QPushButton()
        self.template = QPushButton()
        self.again = QPushButton()
        self.open = QPushButton()
        self.open.setProperty("kind", "primary")
        self._asked = QLabel()
        self._asked.setObjectName("sent.asked")
        self._asked.setProperty("role", "muted")
        self._asked.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.refresh)
        row.addWidget(self._asked, 1)
        for button, name, slot in (
            (self.refresh, "refresh", self._on_refresh),
            (self.export, "export", self._on_export),
            (self.template, "template", self._on_template),
            (self.again, "again", self._on_again_clicked),
            (self.open, "open", self._on_open_clicked),
        ):
            button.setObjectName(f"sent.{name}")
            button.clicked.connect(slot)
            if button is not self.refresh:
                row.addWidget(button)
        return row

    # ------------------------------------------------------------------------------ what is shown

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_again.start()
        if self._stale:
            self._load()
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ask_again.stop()

    @Slot()
    def _on_stale(self) -> None:
        self._stale = True
        if self.isVisible():
            self._load()
            self._ask()

    @Slot(object)
    def _on_app_changed(self, _app: App | None) -> None:
        self._listing = None
        self._reader.begin(None, partial(self.model.show_lines, 0, ()))
        with QSignalBlocker(self.search), QSignalBlocker(self.filters):
            self.search.clear()
            self.filters.reset()
            self.all_apps.setChecked(False)
        self._trouble = ""
        self.record.left.emit()
        self._show_page()
        self._on_stale()

    @Slot()
    def _on_others_clicked(self) -> None:
        self.all_apps.setChecked(True)
        self.all_apps.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_all_apps(self) -> None:
        self._on_stale()

    @Slot(str)
    def _on_batch_changed(self, batch_id: str) -> None:
        desk, listing = self._session.desk, self._listing
        if not self.isVisible() or desk is None or listing is None:
            self._stale = True
            return
        self._session.run(
            desk.records.touched(listing, batch_id), self, partial(self._on_touched, listing)
        )
        self._count_unsettled()

    def _on_touched(self, listing: Listing, change: Change | None) -> None:
        if change is not None and listing is self._listing:
            self.model.take(change)
            self._show_page()

    @Slot()
    def _load(self) -> None:
        desk = self._session.desk
        if desk is None:
            return
        self._stale = False
        self._open()
        self._count_unsettled()
        app = self._session.app
        if app is not None:
            self._session.run(desk.plan_book.all(app.id, True), self, self._on_plans)

    @Slot()
    def _open(self) -> None:
        """Begin the list anew, by what a person typed and chose."""
        desk = self._session.desk
        if desk is None:
            return
        self._typed.stop()
        if self._handle is not None:
            self._handle.cancel()  # of an earlier word
        wanted = self._wanted()
        self._handle = self._session.run(
            desk.records.open(wanted), self, partial(self._on_told, wanted)
        )

    def _wanted(self) -> Wanted:
        from tpns_desktop.send.records import Wanted

        narrowed = self.filters.narrowed(datetime.now(UTC))
        return Wanted(
            app_id=self._whose,
            words=self.search.text(),
            kind=narrowed.kind,
            elsewhere=narrowed.elsewhere,
            plan_id=narrowed.plan_id,
            since=narrowed.since,
        )

    @property
    def _whose(self) -> str | None:
        """Id of the app whose pushes are meant, None for those of every app."""
        app = self._session.app
        # With no app there are only those of removed ones.
        return app.id if app is not None and not self.all_apps.isChecked() else None

    def _on_told(self, wanted: Wanted, told: Told) -> None:
        if replace(wanted, since=None) != replace(self._wanted(), since=None):
            return  # something else was asked for meanwhile
        chosen = self.table.current_record() if self.table.selectionModel().hasSelection() else None
        top = self.table.verticalScrollBar().value()
        again = self._listing is not None and self._listing.asked == told.listing.asked
        self._listing, self._complete = told.listing, told.complete
        self._growing = False
        self.model.name_apps(wanted.app_id is None)
        words = told.listing.asked.words
        self._reader.begin(
            told.listing, partial(self.model.show_lines, told.count, told.first, words)
        )
        delegate = self._found if words else self.table.itemDelegate()
        for column in (Column.WHAT, Column.PLAN):
            # Cells painted by Python cost more: only where and while words are searched for.
            if self.table.itemDelegateForIndex(self.model.index(0, column)) is not delegate:
                self.table.setItemDelegateForColumn(column, delegate)
        if again:
            self.table.verticalScrollBar().setValue(top)
        if chosen is not None:
            self._choose(chosen, told.first)
        self._show_page()
        if wanted.words or self.filters.is_narrowed():
            announce(self.table, self._count.text())
        if not told.complete:
            self._painted.start()

    def _choose(self, chosen: Line, first: Sequence[Line]) -> None:
        """Keep a push chosen that is still among the first ones."""
        place = next((n for n, line in enumerate(first) if line.id == chosen.id), None)
        if place is not None:
            # Not `setCurrentIndex`: it would scroll there.
            self.table.selectionModel().setCurrentIndex(
                self.model.index(place, 0),
                self.table.selectionModel().SelectionFlag.ClearAndSelect
                | self.table.selectionModel().SelectionFlag.Rows,
            )

    @Slot()
    def _grow(self) -> None:
        desk, listing = self._session.desk, self._listing
        if desk is None or listing is None or self._growing or self._complete:
            return
        self._growing = True
        self._session.run(desk.records.grow(listing), self, self._on_grown, self._on_no_lines)

    def _on_grown(self, told: Told) -> None:
        if told.listing is self._listing:
            self._growing = False
            self._complete = told.complete
            self.model.grow(told.count)
            self._show_page()

    @Slot()
    def _on_scrolled(self) -> None:
        bar = self.table.verticalScrollBar()
        if not self._complete and bar.value() >= bar.maximum() - bar.pageStep():
            self._grow()

    @Slot(object)
    def _on_no_lines(self, error: BaseException) -> None:
        self._growing = False
        self._session.failed.emit("batches", error)

    def _on_plans(self, plans: Sequence[Plan]) -> None:
        self.filters.show_plans(plans)

    def _count_unsettled(self) -> None:
        desk = self._session.desk
        if desk is not None:
            self._session.run(
                desk.records.unsettled(self._whose), self, self.filters.show_unsettled
            )

    def _show_page(self) -> None:
        found, app = self.model.rowCount(), self._session.app
        searched = bool(self.search.text().strip())
        asked = self.all_apps.isChecked() or self.filters.is_narrowed() or searched
        for way in (self.all_apps, self.others):
            way.setVisible(app is not None)
        if self._pages.currentWidget() is not self.record:
            calendar = self.view.value() == "calendar"
            listed = found or asked or calendar
            self._pages.setCurrentWidget(self._listed if listed else self.empty)
        self._inside.setCurrentWidget(self.table if found else self._nothing)
        self._show_actions()
        self._show_nothing(searched)
        counted = QCoreApplication.translate("SentScreen", "%Ln push(es)", None, found)
        if not self._complete:
            counted = self.tr("{0}+ pushes").format(grouped(found))
        self._count.setText(counted if found else "")

    def _show_nothing(self, searched: bool) -> None:
        narrowed = self.filters.is_narrowed()
        if self.unsettled.isChecked() and not searched:
            hint = self.tr("No push is unsettled here: of each it is known what became of it.")
        elif searched:
            hint = self.tr("No push has these words in its name, title, text or plan.")
        else:
            hint = self.tr("No push is like this.")
        if searched or narrowed:
            self._nothing.set_texts(self.tr("Nothing found"), hint, self.tr("Show everything"))
        else:
            self._nothing.set_texts(self.tr("Nothing sent yet"), "", self.tr("Write a push"))

    # ---------------------------------------------------------------------- asking the service

    @Slot()
    def _ask(self) -> None:
        self._ask_service(by_person=False)

    @Slot()
    def _on_refresh(self) -> None:
        self.refresh.setEnabled(False)
        self._ask_service(by_person=True)

    def _ask_service(self, *, by_person: bool) -> None:
        desk, app = self._session.desk, self._session.app
        if desk is None or app is None or not self.isVisible():
            self.refresh.setEnabled(True)
            return
        self._session.run(
            desk.records.refresh(app.id, by_person=by_person),
            self,
            self._on_refreshed,
            self._on_not_refreshed,
        )

    def _on_refreshed(self, refreshed: Refreshed) -> None:
        self.refresh.setEnabled(True)
        self._trouble = refreshed.trouble or ""
        self._show_asked()
        if refreshed.changed:
            self._load()

    def _on_not_refreshed(self, error: BaseException) -> None:
        self.refresh.setEnabled(True)
        self._session.failed.emit("batches", error)

    def _show_asked(self) -> None:
        said = ""
        if self._trouble:
            said = self.tr("Pushes made elsewhere could not be asked for. {0}").format(
                ask_trouble(self._trouble, None)
            )
        self._asked.setText(said)

    # --------------------------------------------------------------------------- what a person does

    @Slot()
    def _on_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self._typed.start()

    @Slot()
    def _on_nothing(self) -> None:
        if not self.search.text().strip() and not self.filters.is_narrowed():
            self.new_push_asked.emit()
            return
        with QSignalBlocker(self.search), QSignalBlocker(self.filters):
            self.search.clear()
            self.filters.reset()
        self._load()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_view(self, view: str) -> None:
        if view == "calendar" and self._calendar is None:
            self._calendar = self._make_calendar()
            self._bodies.addWidget(self._calendar)
        self.search.setVisible(view == "list")
        if self._calendar is not None:
            self._bodies.setCurrentIndex(1 if view == "calendar" else 0)
        self._show_page()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_calendar(self) -> CalendarPage:
        from tpns_desktop.ui.screens.sent.calendar_page import CalendarPage

        page = CalendarPage(self._session)
        page.batch_asked.connect(self.batch_chosen)
        page.moved.connect(self.moved)
        page.draft_asked.connect(self.draft_asked)
        return page

    @Slot()
    def _show_actions(self) -> None:
        line = self.table.current_record() if self.table.selectionModel().hasSelection() else None
        ours = line is not None and not line.elsewhere
        app = self._session.app is not None
        self.open.setEnabled(line is not None)
        # A draft belongs to an app. Before a push has ended nothing is sent again.
        ended = line is not None and line.state not in OPEN_STATES and not is_unsettled(line)
        self.again.setEnabled(ours and ended and app)
        self.template.setEnabled(ours and app)
        why = (
            self.tr("It was not written in this program.") if line is not None and not ours else ""
        )
        for button in (self.again, self.template):
            button.setToolTip(why)
        self.export.setEnabled(self.model.rowCount() > 0)

    @Slot()
    def _on_open_clicked(self) -> None:
        line = self.table.current_record()
        if line is not None:
            self._on_opened(line)

    @Slot()
    def _on_again_clicked(self) -> None:
        line = self.table.current_record()
        if line is not None and line.batch_id is not None:
            self.again_asked.emit(line.batch_id)

    @Slot(object)
    def _on_opened(self, line: Line) -> None:
        if line.batch_id is not None:
            self.batch_chosen.emit(line.batch_id)
            return
        self.record.show_line(line)
        self._pages.setCurrentWidget(self.record)
        self.record.back.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_record_left(self) -> None:
        if self._pages.currentWidget() is self.record:
            self._pages.setCurrentWidget(self._listed)
            self._show_page()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_all(self) -> None:
        """Show the list or the calendar, not the page of a push made elsewhere."""
        if self._pages.currentWidget() is self.record:
            self._pages.setCurrentWidget(self._listed)
            self._show_page()

    @Slot()
    def _on_template(self) -> None:
        desk, app, line = self._session.desk, self._session.app, self.table.current_record()
        if desk is None or app is None or line is None or line.batch_id is None:
            return
        self._session.run(
            desk.again(line.batch_id, app.id), self, partial(self._on_again_told, app.id)
        )

    def _on_again_told(self, app_id: str, again: Again | None) -> None:
        desk = self._session.desk
        if desk is not None and again is not None:
            self._session.run(
                desk.save_template(app_id, again.draft), self, self._on_template_saved
            )

    def _on_template_saved(self, row: DraftRow) -> None:
        name = row.name or row.title
        self.banner.set_tone("ok")
        self.banner.set_text(
            lambda: self.tr("“{0}” is a template now. It is in Drafts & templates.").format(name),
            announce=True,
        )
        self.banner.show()

    @Slot()
    def _on_export(self) -> None:
        desk = self._session.desk
        if desk is None:
            return
        wanted, header = self._wanted(), self._csv_header()
        self.exporting.save_by(
            self.tr("Sent pushes") + ".csv",
            lambda path: desk.records.export(wanted, path, header, self._csv_cells),
        )

    def _csv_header(self) -> tuple[str, ...]:
        heading = self.model.heading
        return (
            heading(Column.WHEN),
            self.tr("Name"),
            self.tr("Title"),
            self.tr("Text"),
            heading(Column.WHO),
            heading(Column.STATUS),
            heading(Column.ARRIVED),
            heading(Column.TAPPED),
            heading(Column.PLAN),
            heading(Column.MADE_BY),
            self.tr("App"),
        )

    def _csv_cells(self, line: Line) -> tuple[str, ...]:
        # Called on the background's thread: it only reads, and translating is safe on any.
        arrived, tapped = figure(line, "arrived"), figure(line, "tapped")
        return (
            # For spreadsheets and scripts, whatever the language.
            line.when.astimezone(BEIJING).isoformat(timespec="seconds"),
            line.name,
            line.title,
            line.content,
            self.model.who(line),
            line_words(line).text,
            "" if arrived is None else str(arrived),
            "" if tapped is None else str(tapped),
            line.plan_name,
            self.model.made_by(line),
            line.app_name,
        )

    # ------------------------------------------------------------------------------ words and looks

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        elif event.type() == QEvent.Type.PaletteChange:
            self.model.refresh_words()  # its icons are drawn in the look's colours
        super().changeEvent(event)

    def _show_words(self) -> None:
        self._title.setText(self.tr("Sent"))
        self.view.set_choices((("list", self.tr("List")), ("calendar", self.tr("Calendar"))))
        self.view.setAccessibleName(self.tr("How sent pushes are shown"))
        self.search.setPlaceholderText(self.tr("Find in name, title, text or plan"))
        self.search.setAccessibleName(self.tr("Find in name, title, text or plan"))
        self.search.setToolTip(self.tr("A whole push ID finds its push, too."))
        self.table.setAccessibleName(self.tr("Sent pushes"))
        self.table.setAccessibleDescription(self.tr("Enter opens the result of a push"))
        self.others.setText(self.tr("Show the pushes of all apps"))
        self.refresh.setText(self.tr("Ask TPNS"))
        self.refresh.setAccessibleName(self.tr("Ask TPNS what it remembers now"))
        self.export.setText(self.tr("Export…"))
        self.export.setAccessibleName(self.tr("Write what is listed to a file for spreadsheets"))
        self.template.setText(self.tr("Save as template"))
        self.template.setAccessibleName(self.tr("Save the chosen push as a template"))
        self.again.setText(self.tr("Send again…"))
        self.again.setAccessibleName(self.tr("Begin a new draft from the chosen push"))
        self.open.setText(self.tr("Show the result"))
        self.open.setAccessibleName(self.tr("Show the result of the chosen push"))
        self.empty.set_texts(
            self.tr("Nothing sent yet"),
            self.tr("Every push you confirm is listed here, with what became of it."),
            self.tr("Write a push"),
        )
        self.model.refresh_words()
        self._show_asked()
        self._show_page()
