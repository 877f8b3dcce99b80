"""A chart in a card: its heading, Chart or Table, and the menu that saves either."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QEvent, QIODevice, Signal, Slot
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QMenu, QPushButton, QStackedLayout, QWidget

from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.charts.chart import Chart
from tpns_desktop.ui.widgets.charts.series import csv_of
from tpns_desktop.ui.widgets.charts.table_model import FiguresTable
from tpns_desktop.ui.widgets.segmented import Segmented

_HEAD_ROOM = 112
"""Heading and margins: a layout with words that wrap gives less than its parts need."""


class ChartCard(Card):
    """Shows `chart`, or its figures as a table.

    Signal `export_asked(str, bytes)`: a person wants this content in a file; the suggested name,
    and what is to be in it. Connect it to `ui.exporting.Exporting.save`.
    """

    export_asked = Signal(str, bytes)
    _whole = False
    _subject = ""
    _details = ""

    def __init__(self, name: str, chart: Chart, parent: QWidget | None = None) -> None:
        """`name` is the object name, "result.time"; `set_texts` gives the heading."""
        super().__init__(parent=parent)
        self.setObjectName(name)
        self.chart = chart
        chart.setObjectName(f"{name}.chart")
        self.table = FiguresTable()
        self.table.setObjectName(f"{name}.table")
        self.switch = Segmented([("chart", ""), ("table", "")])
        self.switch.setObjectName(f"{name}.switch")
        self.switch.set_value("chart")
        self.switch.chosen.connect(self._on_chosen)
        self.save = QPushButton()
        self.save.setObjectName(f"{name}.save")
        menu = QMenu(self.save)
        self.save_table = QAction(menu)
        self.save_table.setObjectName(f"{name}.save_table")
        self.save_table.triggered.connect(self._on_save_table)
        self.save_picture = QAction(menu)
        self.save_picture.setObjectName(f"{name}.save_picture")
        self.save_picture.triggered.connect(self._on_save_picture)
        menu.addActions([self.save_table, self.save_picture])
        self.save.setMenu(menu)
        self.extras.addWidget(self.switch)
        self.extras.addWidget(self.save)
        self._stack = QStackedLayout()
        self.body.addLayout(self._stack, 1)  # before its parts: the first is shown as it is added
        self._stack.addWidget(chart)
        self._stack.addWidget(self.table)
        self.setMinimumHeight(chart.minimumHeight() + _HEAD_ROOM)
        self._whole = True
        self._show_words()

    def set_texts(self, title: str, subtitle: str = "") -> None:
        """Show these words; they name the chart and its table as well."""
        super().set_texts(title, subtitle)
        if self._whole:  # the base says its words while it is made
            self._name_parts()

    def set_subject(self, title: str, details: str = "") -> None:
        """Whose figures these are, for who has only the saved picture; the page says it above."""
        self._subject, self._details = title, details

    def show_table(self, shown: bool) -> None:
        """Show the figures, or the chart."""
        self.switch.set_value("table" if shown else "chart")
        if shown:
            self.table.rows.show_table(self.chart.table())
        self._stack.setCurrentIndex(int(shown))

    def refresh_table(self) -> None:
        """Take the chart's newest figures into the table; call it after the chart got them."""
        if self._stack.currentIndex():
            self.table.rows.show_table(self.chart.table())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self.switch.set_choices([("chart", self.tr("Chart")), ("table", self.tr("Table"))])
        self.save.setText(self.tr("Save"))
        self.save_table.setText(self.tr("Save table (CSV)…"))
        self.save_picture.setText(self.tr("Save picture (PNG)…"))
        self._name_parts()
        self.refresh_table()

    def _name_parts(self) -> None:
        title = self.title_text()
        self.chart.setAccessibleName(title)
        self.table.setAccessibleName(title)
        self.switch.setAccessibleName(self.tr("{0}: chart or table").format(title))
        self.save.setAccessibleName(self.tr("Save {0}").format(title))

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self.show_table(key == "table")

    @Slot()
    def _on_save_table(self) -> None:
        self.export_asked.emit(f"{self.title_text()}.csv", csv_of(self.chart.csv_table()))

    @Slot()
    def _on_save_picture(self) -> None:
        title = " · ".join(part for part in (self._subject, self.title_text()) if part)
        picture = self.chart.image(title, self._details)
        self.export_asked.emit(f"{self.title_text()}.png", png_of(picture))


def png_of(picture: QImage) -> bytes:
    """A picture as a file holds it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
