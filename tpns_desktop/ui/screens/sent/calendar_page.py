"""The calendar of planned and repeating pushes: days drawn, the chosen day's entries as a list."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.screens.sent.calendar_model import RECORD_ROLE, Column, DayModel
from tpns_desktop.ui.screens.sent.calendar_move import MoveDialog
from tpns_desktop.ui.screens.sent.calendar_view import HOUR, CalendarView
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.icons import icon
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.widgets.record_table import ROW_HEIGHT, RecordTable
from tpns_desktop.ui.widgets.segmented import Segmented
from tpns_desktop.ui.words.agenda import span_words, untimed_words
from tpns_desktop.ui.words.mending import why_not_words
from tpns_desktop.ui.words.numbers import BEIJING, day

if TYPE_CHECKING:
    from tpns_desktop.send.agenda import Slot as Entry
    from tpns_desktop.send.agenda import Span
    from tpns_desktop.send.mending import Moved

_DAYS = {"day": 1, "week": 7}
_TICK_MS = 60_000
_ROWS_SHOWN = 3
_HEADER = 42
_WIDTHS = {Column.TIME: 66, Column.WHO: 290, Column.STATE: 190, Column.NOTES: 300}


class CalendarPage(QWidget):
    """Of the chosen app, on the service's clock.

    Signals:
        batch_asked(str): show the result of this push.
        moved(DraftRow): the old push is surely cancelled; review this draft with the new time.
        draft_asked(DraftRow): open this draft.
    """

    batch_asked = Signal(str)
    moved = Signal(object)
    draft_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._mode = "week"
        self._day: date | None = None
        self._span: Span | None = None
        self._stale = True
        self._placed = False
        self._asked = 0
        self._dialog: MoveDialog | None = None
        self._moving = False
        self.setObjectName("calendar")
        self._build()
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._load)
        session.opened.connect(self._on_stale)
        session.app_changed.connect(self._on_app_changed)
        session.batch_changed.connect(self._on_stale)
        self._show_words()

    def _build(self) -> None:
        self.earlier = QPushButton()
        self.earlier.setObjectName("calendar.earlier")
        self.earlier.clicked.connect(partial(self._turn, -1))
        self.today = QPushButton()
        self.today.setObjectName("calendar.today")
        self.today.clicked.connect(self._on_today)
        self.later = QPushButton()
        self.later.setObjectName("calendar.later")
        self.later.clicked.connect(partial(self._turn, 1))
        self._when = QLabel()
        self._when.setObjectName("calendar.span")
        self._when.setProperty("role", "card-title")
        self._zone = QLabel()
        self._zone.setProperty("role", "muted")
        self.mode = Segmented()
        self.mode.setObjectName("calendar.mode")
        self.mode.chosen.connect(self._on_mode)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.earlier)
        head.addWidget(self.today)
        head.addWidget(self.later)
        head.addSpacing(8)
        head.addWidget(self._when)
        head.addWidget(self._zone)
        head.addStretch(1)
        head.addWidget(self.mode)

        self.problem = Banner("warn")
        self.problem.setObjectName("calendar.problem")
        self.problem.hide()
        self.draft = self.problem.add_action("calendar.draft", "")
        self.draft.clicked.connect(self._on_draft)
        self._kept: object = None

        self.untimed = Banner("accent")
        self.untimed.setObjectName("calendar.untimed")
        self.untimed.hide()

        self.view = CalendarView()
        self.view.slot_opened.connect(self._on_opened)
        self.view.slot_chosen.connect(self._on_chosen)
        self.view.day_chosen.connect(self._on_day)
        self.view.turned.connect(self._turn)
        self.view.stepped_out.connect(self._on_stepped_out)
        self.view.move_asked.connect(self._ask_move)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("calendar.scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.view)
        # The days' names stay at the top of what is seen, so all of it is painted anew.
        self._scroll.verticalScrollBar().valueChanged.connect(self.view.update)
        drawn = QFrame()
        drawn.setProperty("role", "card")
        inside = QVBoxLayout(drawn)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._scroll)

        self._list_title = QLabel()
        self._list_title.setObjectName("calendar.day")
        self._list_title.setProperty("role", "label")
        self.open = QPushButton()
        self.open.setObjectName("calendar.open")
        self.open.clicked.connect(self._on_open_clicked)
        self.move_button = QPushButton()
        self.move_button.setObjectName("calendar.move")
        self.move_button.clicked.connect(self._on_move_clicked)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._list_title, 1)
        line.addWidget(self.move_button)
        line.addWidget(self.open)
        self.model = DayModel(self)
        self.table = RecordTable(RECORD_ROLE)
        self.table.setObjectName("calendar.table")
        self.table.setModel(self.model)
        self.table.set_widths({int(column): width for column, width in _WIDTHS.items()}, 1)
        self.table.opened.connect(self._on_opened)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self._nothing = QLabel()
        self._nothing.setObjectName("calendar.nothing")
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.hide()

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.problem)
        column.addWidget(self.untimed)
        column.addWidget(drawn, 1)
        column.addLayout(line)
        column.addWidget(self.table)
        column.addWidget(self._nothing)

    # What is shown

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick.start()
        if self._stale:
            self._load()

    def hideEvent(self, event: QHideEvent) -> None:
        self._tick.stop()
        self._stale = True
        super().hideEvent(event)

    @Slot()
    def _on_stale(self) -> None:
        self._stale = True
        if self.isVisible():
            self._load()

    @Slot()
    def _on_app_changed(self) -> None:
        self._span = None
        self._placed = False
        self.problem.hide()
        self._on_stale()

    @Slot()
    def _load(self) -> None:
        desk, app = self._session.desk, self._session.app
        if desk is None or app is None:
            return
        self._stale = False
        first, days = self._shown()
        self._asked += 1
        reading = desk.agenda.between(app.id, first, days)
        self._session.run(reading, self, partial(self._on_span, self._asked))

    def _shown(self) -> tuple[date, int]:
        """The first day shown, and how many."""
        if self._day is None:
            self._day = datetime.now(UTC).astimezone(BEIJING).date()
        days = _DAYS[self._mode]
        # Weeks begin on Monday, wherever: the whole team sees the same week.
        return self._day - timedelta(days=self._day.weekday() if days == 7 else 0), days

    def _on_span(self, asked: int, span: Span | None) -> None:
        if span is None or asked != self._asked or self._day is None:
            return
        self._span = span
        self.view.show_span(span, self._day)
        self._show_list()
        if not self._placed:
            self._placed = True
            self._scroll_to_sense(span)

    def _scroll_to_sense(self, span: Span) -> None:
        """So that the present hour, or else the first entry, is in sight."""
        now = span.now
        if span.first <= now.date() < span.first + timedelta(days=span.days):
            # What comes next is asked for more often than what went out in the morning.
            at = now.time()
        else:
            at = min((slot.at.time() for slot in span.slots), default=now.time())
        self._scroll.verticalScrollBar().setValue(max(self.view.top_of(at) - 3 * HOUR, 0))

    def _show_list(self) -> None:
        span, chosen = self._span, self._day
        if span is None or chosen is None:
            return
        slots = span.on(chosen)
        self.model.show_slots(slots)
        row = self.model.row_of(self.view.chosen.key) if self.view.chosen is not None else -1
        if row >= 0:
            self.table.selectRow(row)
        self.table.setFixedHeight(_HEADER + min(len(slots), _ROWS_SHOWN) * ROW_HEIGHT)
        self.table.setVisible(bool(slots))
        self._nothing.setVisible(not slots)
        self._show_texts()
        self._show_buttons()

    def _show_texts(self) -> None:
        first, days = self._shown()
        assert self._day is not None
        self._when.setText(span_words(first, days))
        waiting = untimed_words(self._span.untimed) if self._span is not None else ""
        self.untimed.set_text(waiting)
        self.untimed.setVisible(bool(waiting))
        self._list_title.setText(day(self._day))
        empty = self._span is not None and not self._span.slots
        self._nothing.setText(
            self.tr("Nothing is planned on these days. A push with a time, or one that repeats, "
                    "stands here once it is confirmed; what goes out at once is in the list.")
            if empty
            else self.tr("Nothing is planned on this day.")
        )  # fmt: skip
        self.view.setAccessibleName(self.tr("Calendar, {0}").format(self._when.text()))
        self.table.setAccessibleName(self.tr("Entries of {0}").format(day(self._day)))

    def _show_buttons(self) -> None:
        slot = self._chosen()
        self.open.setEnabled(slot is not None and slot.batch_id is not None)
        may = slot is not None and slot.movable and not self._moving
        self.move_button.setEnabled(may)
        why = ""
        if slot is not None and not slot.movable:
            why = (
                self.tr("It was made elsewhere. Move it where it was made.")
                if slot.batch_id is None
                else self.tr("Only what can still be cancelled at Tencent can be moved.")
            )
        self.move_button.setToolTip(why)
        self.move_button.setAccessibleDescription(why)

    def _chosen(self) -> Entry | None:
        if not self.table.selectionModel().hasSelection():
            return None
        slot: Entry | None = self.table.current_record()
        return slot

    # What a person does

    def show_day(self, chosen: date) -> None:
        """Show this day, in its week or alone."""
        self._day = chosen
        self._load()

    def _turn(self, by: int, _checked: bool = False) -> None:
        _, days = self._shown()
        assert self._day is not None
        self._day += timedelta(days=by * days)
        self._load()

    @Slot(int)
    def _on_stepped_out(self, by: int) -> None:
        assert self._day is not None  # days are shown
        self._day += timedelta(days=by)
        self._load()

    @Slot()
    def _on_today(self) -> None:
        self._day = None
        self._placed = False
        self._load()

    @Slot(str)
    def _on_mode(self, mode: str) -> None:
        self._mode = mode
        self._load()

    @Slot(object)
    def _on_day(self, chosen: date) -> None:
        self._day = chosen
        self._show_list()

    @Slot(object)
    def _on_chosen(self, slot: Entry | None) -> None:
        row = self.model.row_of(slot.key) if slot is not None else -1
        if row >= 0:
            self.table.selectRow(row)
            top = self.view.top_of(slot.at.time()) if slot is not None else 0
            self._scroll.ensureVisible(0, top, 0, 3 * HOUR)
        else:
            self.table.clearSelection()
        self._show_buttons()

    @Slot()
    def _on_selected(self) -> None:
        slot = self._chosen()
        self.view.choose(slot.key if slot is not None else "")
        self._show_buttons()

    @Slot()
    def _on_open_clicked(self) -> None:
        slot = self._chosen()
        if slot is not None:
            self._on_opened(slot)

    @Slot(object)
    def _on_opened(self, slot: Entry) -> None:
        if slot.batch_id is not None:
            self.batch_asked.emit(slot.batch_id)

    @Slot()
    def _on_move_clicked(self) -> None:
        slot = self._chosen()
        if slot is not None:
            self._ask_move(slot, None)

    @Slot(object, object)
    def _ask_move(self, slot: Entry, at: datetime | None) -> None:
        if self._dialog is not None or self._moving or self._span is None or not slot.movable:
            return
        self._dialog = MoveDialog(slot, at, self._span.now, self)
        self._dialog.finished.connect(self._on_move_finished)
        self._dialog.open()

    @Slot(int)
    def _on_move_finished(self, result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is None:
            return
        dialog.deleteLater()
        desk, app, at = self._session.desk, self._session.app, dialog.at()
        slot = dialog.slot
        accepted = result == QDialog.DialogCode.Accepted
        if not accepted or desk is None or app is None or at is None or slot.batch_id is None:
            return
        self._moving = True
        self.problem.hide()
        self._show_buttons()
        run = slot.at if slot.runs > 1 else None
        self._session.run(
            desk.mending.move(slot.batch_id, app.id, at, run),
            self,
            self._on_moved,
            self._on_move_failed,
        )

    def _on_moved(self, moved: Moved) -> None:
        self._moving = False
        self._load()
        if moved.ready:
            self.moved.emit(moved.draft)
            return
        self._kept = moved.draft
        self._say(
            self.tr(
                "It is not certain that the old push is cancelled on every system, so no new one "
                "is offered. Its text is kept as a draft without a time; the page of the push says "
                "what came of cancelling it."
            )
        )
        self.draft.show()

    def _on_move_failed(self, error: BaseException) -> None:
        self._moving = False
        reason = str(getattr(error, "reason", None) or getattr(error, "code", "failed"))
        self._kept = None
        self._say(self.tr("It was not moved. {0}").format(why_not_words(reason)))
        self.draft.hide()
        self._load()

    def _say(self, text: str) -> None:
        self.problem.set_text(text, announce=True)
        self.problem.show()

    @Slot()
    def _on_draft(self) -> None:
        if self._kept is not None:
            self.draft_asked.emit(self._kept)

    # Words and looks

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        elif event.type() == QEvent.Type.PaletteChange:
            self.model.refresh_words()  # its icons are drawn in the look's colours
            self.view.update()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self.mode.set_choices([("day", self.tr("Day")), ("week", self.tr("Week"))])
        self.mode.setAccessibleName(self.tr("How many days are shown"))
        self.mode.set_value(self._mode)
        self.earlier.setIcon(icon("chevron-left"))
        self.later.setIcon(icon("chevron-right"))
        for button, words in (
            (self.earlier, self.tr("The days before")),
            (self.later, self.tr("The days after")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self.today.setText(self.tr("Today"))
        self._zone.setText(self.tr("Beijing time, UTC+8"))
        self._zone.setToolTip(
            self.tr("Pushes with a time and repetitions. What went out at once is in the list.")
        )
        self.move_button.setText(self.tr("Move…"))
        self.move_button.setAccessibleName(self.tr("Move the chosen entry to another time"))
        self.open.setText(self.tr("Show the result"))
        self.open.setAccessibleName(self.tr("Show the result of the chosen entry"))
        self.problem.set_action_text("calendar.draft", self.tr("Open the draft"))
        self.table.setAccessibleDescription(self.tr("Enter opens the result of a push"))
        self.model.refresh_words()
        if self._span is not None:
            self._show_texts()
            self._show_buttons()
            self.view.update()
