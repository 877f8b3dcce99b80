"""How the figures of a push went: the line over time, and what explains them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from tpns_desktop.ui.widgets.charts.card import ChartCard
from tpns_desktop.ui.widgets.charts.series import Series
from tpns_desktop.ui.widgets.charts.time_chart import TimeChart
from tpns_desktop.ui.words.figure_notes import mark_words, note_words
from tpns_desktop.ui.words.numbers import beijing_clock

if TYPE_CHECKING:
    from tpns_desktop.send.courses import Course

LINES = {"delivered": "accent", "arrived": "ok", "tapped": "warn"}
"""Step → token of its line's colour, as in the bars."""
_LEAST = 2
"""One point is no line."""


class CoursePart(QWidget):
    """`show_course` shows it; None, before it is known, shows nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._course: Course | None = None
        self.chart = TimeChart()
        self.line = ChartCard("result.time", self.chart)
        self.line.hide()
        self.notes = QLabel()
        self.notes.setObjectName("result.notes")
        self.notes.setWordWrap(True)
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._notes_title = QLabel()
        self._notes_title.setProperty("role", "card-title")
        self.notes_card = QFrame()
        self.notes_card.setProperty("role", "card")
        self.notes_card.hide()
        inside = QVBoxLayout(self.notes_card)
        inside.setContentsMargins(18, 16, 18, 16)
        inside.setSpacing(8)
        inside.addWidget(self._notes_title)
        inside.addWidget(self.notes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.notes_card)
        column.addWidget(self.line)
        self._show_words()

    def show_course(self, course: Course | None) -> None:
        """Show this course."""
        self._course = course
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        about = self.tr("The figures as this program read them")
        if not beijing_clock(datetime.now(UTC)):
            about = self.tr("The figures as this program read them, by this computer's clock")
        self.line.set_texts(self.tr("Over time"), about)
        self._notes_title.setText(self.tr("About these figures"))
        self._show()

    def _show(self) -> None:
        course = self._course
        points = course.points if course is not None else ()
        names = {
            "delivered": self.tr("Delivered"),
            "arrived": self.tr("Arrived"),
            "tapped": self.tr("Tapped"),
        }
        self.chart.set_series(
            [
                Series(
                    key,
                    names[key],
                    colour,
                    tuple((point.at, getattr(point.figures, key)) for point in points),
                )
                for key, colour in LINES.items()
            ],
            {point.at: mark_words(point.marks) for point in points if point.marks},
        )
        self.line.refresh_table()
        self.line.setVisible(len(points) >= _LEAST)
        said = [note_words(note) for note in course.notes] if course is not None else []
        self.notes.setText("\n".join(f"• {one}" for one in said))
        self.notes_card.setVisible(bool(said))
        self.notes_card.setAccessibleName(" ".join([self._notes_title.text(), *said]))
