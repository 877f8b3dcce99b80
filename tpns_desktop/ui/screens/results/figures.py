"""The figures of a push: four cards, the way from planned to tapped, and the table by channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.screens.results.channel_model import ChannelModel, Column
from tpns_desktop.ui.screens.results.course_part import CoursePart
from tpns_desktop.ui.screens.results.picture import details, file_name, picture_of
from tpns_desktop.ui.widgets.bar_track import BarTrack
from tpns_desktop.ui.widgets.charts.card import png_of
from tpns_desktop.ui.widgets.charts.series import csv_bytes
from tpns_desktop.ui.widgets.figure_card import FigureCard
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.channels import channel_name
from tpns_desktop.ui.words.figure_notes import compared, outlook_words, standing_words
from tpns_desktop.ui.words.numbers import grouped, percent, time_of
from tpns_desktop.ui.words.results import share
from tpns_desktop.ui.words.review import systems

if TYPE_CHECKING:
    from tpns_desktop.send.courses import Course
    from tpns_desktop.send.results import Batch, ChannelFigures, Figures

FUNNEL = {
    "planned": "accent",
    "delivered": "accent",
    "arrived": "ok",
    "tapped": "warn",
    "dismissed": "faint",
}
"""Step → token of its bar's colour."""
CARDS = ("planned", "delivered", "arrived", "tapped")
_ROW_HEIGHT = 36
_ROWS_SHOWN = 14
_NARROW = 940
"""Below this width the table stands below the bars."""


class FiguresPart(QWidget):
    """`show_batch` shows the newest figures, `show_course` how they came about.

    Signals:
        refresh_asked: a person wants the newest figures now.
        export_asked(str, bytes): this content is wanted in a file; the suggested name comes first.
    """

    refresh_asked = Signal()
    export_asked = Signal(str, bytes)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._batch: Batch | None = None
        self._course: Course | None = None
        self._trouble = ""
        self.cards = {name: FigureCard() for name in CARDS}
        top = QHBoxLayout()
        top.setSpacing(14)
        for name, card in self.cards.items():
            card.setObjectName(f"result.figure.{name}")
            top.addWidget(card, 1)
        self.updated = QLabel()
        self.updated.setObjectName("result.updated")
        self.updated.setProperty("role", "hint")
        self.updated.setWordWrap(True)
        self._low = QHBoxLayout()
        self._low.setSpacing(14)
        self._low.addWidget(self._build_funnel(), 7)
        self._low.addWidget(self._build_table(), 13)
        self.course = CoursePart()
        self.course.line.export_asked.connect(self._on_line_export_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(top)
        column.addLayout(self._build_line())
        column.addLayout(self._low)
        column.addWidget(self.course)
        self._show_words()

    def _build_line(self) -> QHBoxLayout:
        self.refresh = QPushButton()
        self.refresh.setObjectName("result.refresh")
        self.refresh.setProperty("kind", "link")
        self.refresh.clicked.connect(self.refresh_asked)
        self.save = QPushButton()
        self.save.setObjectName("result.save")
        menu = QMenu(self.save)
        self.save_table = QAction(menu)
        self.save_table.setObjectName("result.save_table")
        self.save_table.triggered.connect(self._on_save_table)
        self.save_picture = QAction(menu)
        self.save_picture.setObjectName("result.save_picture")
        self.save_picture.triggered.connect(self._on_save_picture)
        menu.addActions([self.save_table, self.save_picture])
        self.save.setMenu(menu)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.updated, 1)
        line.addWidget(self.refresh)
        line.addWidget(self.save)
        return line

    def _build_funnel(self) -> QFrame:
        self._funnel_title = QLabel()
        self._funnel_title.setProperty("role", "card-title")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(1, 1)
        self._steps: dict[str, tuple[QLabel, BarTrack, QLabel, QLabel]] = {}
        self._share_of = QLabel()
        self._share_of.setProperty("role", "hint")
        self._share_of.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._share_of, 0, 1, 1, 3)
        for line, name in enumerate(FUNNEL, 1):
            title, bar, number, part = QLabel(), BarTrack(), QLabel(), QLabel()
            title.setProperty("role", "muted")
            part.setProperty("role", "hint")
            part.setMinimumWidth(46)
            for label in (number, part):
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for place, widget in enumerate((title, bar, number, part)):
                grid.addWidget(widget, line, place)
            self._steps[name] = (title, bar, number, part)
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 16, 18, 18)
        column.setSpacing(8)
        column.addWidget(self._funnel_title)
        column.addLayout(grid)
        column.addStretch(1)
        return card

    def _build_table(self) -> QFrame:
        self._table_title = QLabel()
        self._table_title.setProperty("role", "card-title")
        self.model = ChannelModel(self)
        self.table = QTableView()
        self.table.setObjectName("result.channels")
        self.table.setModel(self.model)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.CHANNEL, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(8)
        column.addWidget(self._table_title)
        column.addWidget(self.table)
        column.addStretch(1)
        return card

    def show_batch(self, batch: Batch) -> None:
        """Show these figures."""
        self._batch = batch
        self.course.line.set_subject(batch.title, " · ".join(details(batch)))
        self.model.show_channels([*batch.channels, *_totals(batch)])
        self._fit_table()
        self._show_figures()

    def show_course(self, course: Course | None) -> None:
        """Show how the figures went, and what they are compared with."""
        self._course = course
        self.course.show_course(course)
        self._show_figures()

    def _fit_table(self) -> None:
        rows = min(max(self.model.rowCount(), 1), _ROWS_SHOWN)
        head = self.table.horizontalHeader()
        height = rows * _ROW_HEIGHT + head.sizeHint().height() + 2 * self.table.frameWidth() + 4
        if head.length() > self.table.viewport().width():
            height += self.table.horizontalScrollBar().sizeHint().height()
        self.table.setFixedHeight(height)

    def show_trouble(self, trouble: str) -> None:
        """Say why newer figures could not be read; the empty text says nothing."""
        self._trouble = trouble
        self._show_updated()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        narrow = self.width() < _NARROW
        self._low.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._fit_table()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self._funnel_title.setText(self.tr("From planned to tapped"))
        self._share_of.setText(self.tr("share of planned"))
        self._table_title.setText(self.tr("By channel"))
        self.table.setAccessibleName(self.tr("Figures by channel"))
        self.refresh.setText(self.tr("Ask now"))
        self.refresh.setAccessibleName(self.tr("Ask for the newest figures now"))
        self.save.setText(self.tr("Save"))
        self.save.setAccessibleName(self.tr("Save these figures"))
        self.save_table.setText(self.tr("Save all figures (CSV)…"))
        self.save_picture.setText(self.tr("Save picture (PNG)…"))
        self.model.retranslate()
        self._show_figures()

    def _show_figures(self) -> None:
        names = {
            "planned": self.tr("Planned"),
            "delivered": self.tr("Delivered"),
            "arrived": self.tr("Arrived"),
            "tapped": self.tr("Tapped"),
            "dismissed": self.tr("Dismissed"),
        }
        figures = self._figures()
        values = {name: getattr(figures, name) if figures is not None else None for name in FUNNEL}
        notes = {
            "planned": self.tr("devices that TPNS means to reach"),
            "delivered": share(values["delivered"], values["planned"], self.tr("planned")),
            "arrived": share(values["arrived"], values["delivered"], self.tr("delivered")),
            "tapped": share(values["tapped"], values["arrived"], self.tr("arrived")),
        }
        for name, whole_name in (("delivered", "planned"), ("tapped", "arrived")):
            against = compared(self._course, figures, name, whole_name)
            notes[name] = " · ".join(part for part in (notes[name], against) if part)
        none_yet = self.tr("no figure yet")
        for name, card in self.cards.items():
            value = values[name]
            note = notes[name] if value is not None else none_yet
            card.set_figure(names[name], "–" if value is None else grouped(value), note)
        whole = values["planned"] or 0
        for name, (title, bar, number, part) in self._steps.items():
            value = values[name]
            title.setText(names[name])
            bar.set_share((value or 0) / whole if whole else 0.0, FUNNEL[name])
            number.setText("–" if value is None else grouped(value))
            number.setAccessibleName(f"{names[name]}: {number.text()}")
            part.setText(percent(value, whole) if value is not None and whole else "")
        self._show_updated()

    def _figures(self) -> Figures | None:
        return self._batch.counters if self._batch is not None else None

    def _show_updated(self) -> None:
        batch = self._batch
        at = batch.counters_at if batch is not None else None
        said = [self.tr("Updated {0}").format(time_of(at)) if at else self.tr("No figures yet.")]
        if batch is not None and at and (only := _only(batch)):
            said.append(self.tr("counts {0} only").format(systems(only)))
        if standing := standing_words(self._course.standing if self._course else None):
            said.append(standing)
        if self._trouble:
            said.append(self._trouble)
        elif going_on := outlook_words(self._course.outlook if self._course else None):
            said.append(going_on)
        self.updated.setText(" · ".join(said))

    @Slot()
    def _on_save_table(self) -> None:
        if self._batch is not None:
            name = file_name(self._batch, self.tr("Figures"), "csv")
            self.export_asked.emit(name, csv_bytes(self._all_rows()))

    @Slot()
    def _on_save_picture(self) -> None:
        if self._batch is None:
            return
        line = self.course.line
        controls = (self.refresh, self.save, line.switch, line.save)
        name = file_name(self._batch, self.tr("Figures"), "png")
        self.export_asked.emit(name, png_of(picture_of(self, self._batch, controls)))

    @Slot(str, bytes)
    def _on_line_export_asked(self, name: str, content: bytes) -> None:
        if self._batch is not None:
            ending = name.rpartition(".")[2]
            title = self.course.line.title_text()
            self.export_asked.emit(file_name(self._batch, title, ending), content)

    def _all_rows(self) -> list[tuple[str | int, ...]]:
        """Everything on the page: each system and channel, the sum, and each instant before."""
        titles = [self._steps[name][0].text() for name in FUNNEL]
        rows: list[tuple[str | int, ...]] = [
            (self.tr("Time"), self.tr("System"), self.tr("Channel"), *titles)
        ]
        batch = self._batch
        if batch is None:
            return rows
        at = batch.counters_at
        read = at.astimezone().strftime("%Y-%m-%d %H:%M:%S") if at is not None else ""
        for one in batch.channels:
            names = (PLATFORMS[one.platform], channel_name(one.channel))
            rows.append((read, *names, *_cells(one.figures)))
        everything = (self.tr("All"), self.tr("All channels"))
        rows.append((read, *everything, *_cells(batch.counters)))
        for point in self._course.points if self._course is not None else ():
            when = point.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
            rows.append((when, *everything, *_cells(point.figures)))
        return rows


def _cells(figures: Figures) -> list[str | int]:
    values = [getattr(figures, name) for name in FUNNEL]
    return ["" if value is None else value for value in values]


def _totals(batch: Batch) -> list[ChannelFigures]:
    """Each system's sum, where a push has two."""
    # Loaded long ago, with the desk that gave the batch.
    from tpns_desktop.model.counters import TOTAL
    from tpns_desktop.send.results import ChannelFigures, total_of

    counted = [row for row in batch.rows if row.counters]
    if len(counted) < 2:
        return []
    return [ChannelFigures(row.platform, TOTAL, total_of(row.counters)) for row in counted]


def _only(batch: Batch) -> list[str]:
    """The systems that the figures are of, where the push may be on the way to another as well."""
    rows = [row for row in batch.rows if row.state in ("accepted", "unknown")]
    counted = [row.platform for row in rows if row.counters]
    return counted if len(counted) < len(rows) else []
