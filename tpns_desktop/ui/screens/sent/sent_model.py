"""The Sent list as a table: a million rows, of which only those that are looked at are read.

The model knows how many lines there are; the lines themselves come in windows, read in the
background. Until a window is there its rows are empty but for a mark.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QGuiApplication, QIcon

from tpns_desktop.send.results import total_of
from tpns_desktop.ui.theme import icons
from tpns_desktop.ui.words.audience import short_label
from tpns_desktop.ui.words.numbers import grouped, when
from tpns_desktop.ui.words.records import audience_words, line_words, made_by, system_of
from tpns_desktop.ui.words.states import UNSETTLED

if TYPE_CHECKING:
    from tpns_desktop.send.records import Change, Line

RECORD_ROLE = Qt.ItemDataRole.UserRole + 1
WORDS_ROLE = Qt.ItemDataRole.UserRole + 2
"""The folded words that were searched for."""

WINDOW = 64
"""Lines of a window, as `send.records.WINDOW`."""
KEPT = 96
"""Windows that are kept, those looked at last."""
NEAR = 24
"""Rows beside those that are seen which are read before they are."""
WAITING = "…"

Index = QModelIndex | QPersistentModelIndex

_COLOURS = {"neutral": "muted"}
"""Tones that have no colour of their own name."""


class Column(IntEnum):
    """The columns from the left."""

    WHEN = 0
    WHAT = 1
    WHO = 2
    STATUS = 3
    ARRIVED = 4
    TAPPED = 5
    PLAN = 6
    MADE_BY = 7


_STANDS_OUT = frozenset({Column.WHAT, Column.STATUS})
"""Where an unsettled push is told by bold words, beside the icon."""
_NUMBERS = frozenset({Column.ARRIVED, Column.TAPPED})


_DISPLAY = Qt.ItemDataRole.DisplayRole
_DECORATION = Qt.ItemDataRole.DecorationRole
_ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
_FONT = Qt.ItemDataRole.FontRole
_ROLES = {int(role): role for role in (_DISPLAY, _DECORATION, _ALIGNMENT, _FONT)}
_UNSAID = frozenset(
    {
        int(Qt.ItemDataRole.BackgroundRole),
        int(Qt.ItemDataRole.ForegroundRole),
        int(Qt.ItemDataRole.CheckStateRole),
    }
)
"""A view asks for these of each cell it paints; answered first."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SentModel(QAbstractTableModel):
    """Over `Line`. `RECORD_ROLE` gives the line of a row, None while it is being read.

    Signals:
        wanted(int): the window of this number is looked at and not here.
    """

    wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._lines: dict[int, Line] = {}
        self._recent: deque[int] = deque(maxlen=KEPT)
        self._asked: set[int] = set()
        self._names_apps = False
        self._words: tuple[str, ...] = ()

    def name_apps(self, on: bool) -> None:
        """Say of each push whose it is, where those of several apps are shown."""
        self._names_apps = on

    def show_lines(self, count: int, first: Sequence[Line], words: tuple[str, ...] = ()) -> None:
        """Show a list of so many lines, of which the first ones are here, and no other.

        `words`: folded; found by them.
        """
        self.beginResetModel()
        self._count, self._words = count, words
        self._asked.clear()
        self._recent.clear()
        self._lines = dict(enumerate(first))
        self.endResetModel()

    def grow(self, count: int) -> None:
        """There are so many lines by now; none before them has changed."""
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self._asked.clear()
            self.endInsertRows()

    def put_window(self, number: int, lines: Sequence[Line]) -> None:
        """A window that was wanted is here."""
        self._asked.discard(number)
        self._recent.append(number)
        first = number * WINDOW
        if len(self._lines) > KEPT * WINDOW:
            kept = set(self._recent)
            self._lines = {n: line for n, line in self._lines.items() if n // WINDOW in kept}
        shown = lines[: max(0, self._count - first)]
        self._lines.update(enumerate(shown, first))
        if shown:
            end = self.index(first + len(shown) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(first, 0), end)

    def window_failed(self, number: int) -> None:
        """A window could not be read; it is wanted again when it is looked at again."""
        self._asked.discard(number)

    def take(self, change: Change) -> None:
        """Show the news of one push."""
        place, line = change.place, change.line
        if change.kind == "changed" and line is not None:
            if place in self._lines and self._lines[place] != line:
                self._lines[place] = line
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(Column) - 1))
        elif change.kind == "added" and line is not None and place <= self._count:
            self.beginInsertRows(QModelIndex(), place, place)
            self._lines = {n + (n >= place): one for n, one in self._lines.items()}
            self._lines[place] = line
            self._count += 1
            self.endInsertRows()
        elif change.kind == "gone" and place < self._count:
            self.beginRemoveRows(QModelIndex(), place, place)
            self._lines.pop(place, None)
            self._lines = {n - (n > place): one for n, one in self._lines.items()}
            self._count -= 1
            self.endRemoveRows()

    def look_at(self, first: int, last: int) -> bool:
        """These rows are about to be painted: want what is not here of them, or else near them.

        Gives whether all of them are here. `last` -1: the list ends before the view does.
        """
        first = max(0, first)
        last = min(first + WINDOW, self._count) - 1 if last < 0 else last
        here = True
        for row in (last, first):
            if row < self._count and row not in self._lines:
                self._want(row // WINDOW)
                here = False
        for row in (last + NEAR, first - NEAR) if here else ():
            if 0 <= row < self._count and row not in self._lines:
                self._want(row // WINDOW)
        return here

    def shown(self) -> Iterable[Line]:
        """The lines that are here, in no order."""
        return self._lines.values()

    def refresh_words(self) -> None:
        """Say it in the present language, drawn in the present look."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._count:
            end = self.index(self._count - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), end)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in _UNSAID or not index.isValid():
            return None
        row, column = index.row(), index.column()
        line = self._lines.get(row)
        if line is None:
            self._want(row // WINDOW)
            return WAITING if role == _DISPLAY and column == Column.WHAT else None
        if type(role) is int:
            role = _ROLES.get(role, role)
        # By identity: it paints several times faster than comparing.
        if role is _DISPLAY:
            return self._text(line, column)
        if role is _DECORATION:
            return self._icon(line, column)
        if role is _ALIGNMENT:
            return _RIGHT if column in _NUMBERS else None
        if role is _FONT:
            return _bold() if column in _STANDS_OUT and is_unsettled(line) else None
        if role == RECORD_ROLE:
            return line
        if role == WORDS_ROLE:
            return self._words
        if role == Qt.ItemDataRole.ToolTipRole and column == Column.WHAT:
            return "\n".join(part for part in (line.name, line.title, line.content) if part)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and Column(section) in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self.heading(section) if role == Qt.ItemDataRole.DisplayRole else None

    def heading(self, column: int) -> str:
        """What stands above a column."""
        return {
            Column.WHEN: self.tr("When"),
            Column.WHAT: self.tr("What"),
            Column.WHO: self.tr("Who"),
            Column.STATUS: self.tr("Status"),
            Column.ARRIVED: self.tr("Arrived"),
            Column.TAPPED: self.tr("Tapped"),
            Column.PLAN: self.tr("Plan"),
            Column.MADE_BY: self.tr("Sent by"),
        }[Column(column)]

    def who(self, line: Line) -> str:
        """Whom it went to, in a few words."""
        if line.elsewhere:
            # One line a system: the same push stands there twice.
            said = audience_words(line.audience_kind, line.count)
            system = system_of(line.access_id)
            return f"{system} · {said}" if system else said
        said = short_label(line.audience_kind, line.count, line.app_name)
        if line.is_test:
            said = self.tr("Test · {0}").format(said)
        if self._names_apps and line.audience_kind != "all":
            return f"{line.app_name} · {said}"
        return said

    def made_by(self, line: Line) -> str:
        """Who made it."""
        return made_by(line.source) if line.elsewhere else self.tr("This program")

    def _icon(self, line: Line, column: int) -> QIcon | None:
        if column == Column.STATUS:
            words = line_words(line)
            return icons.icon(words.icon, _COLOURS.get(words.tone, words.tone))
        return icons.icon("link") if column == Column.MADE_BY and line.elsewhere else None

    def _text(self, line: Line, column: int) -> str:
        if column == Column.WHEN:
            return when(line.when)
        if column == Column.WHAT:
            return what(line, self._words)
        if column == Column.WHO:
            return self.who(line)
        if column == Column.STATUS:
            return line_words(line).text
        if column == Column.PLAN:
            return line.plan_name
        if column == Column.MADE_BY:
            return self.made_by(line)
        value = figure(line, "arrived" if column == Column.ARRIVED else "tapped")
        return "–" if value is None else grouped(value)

    def _want(self, number: int) -> None:
        if number not in self._asked:
            self._asked.add(number)
            self.wanted.emit(number)


def _bold() -> QFont:
    bold = QFont(QGuiApplication.font())
    bold.setBold(True)
    return bold


_AROUND = 24
"""Characters of a text that are shown before a word that was found in it."""


def what(line: Line, words: Sequence[str] = ()) -> str:
    """What it says: its name and title; and where words were found elsewhere, that place too."""
    said = " ".join(line.title.split()) or " ".join(line.content.split())
    if line.name and line.name != said:
        said = f"{line.name} — {said}"
    lower = said.casefold()
    content = " ".join(line.content.split())
    for word in words:
        if word in lower:
            continue
        found = content.casefold().find(word)
        if found >= 0:
            start = max(0, found - _AROUND)
            return f"{said} · {WAITING if start else ''}{content[start : found + 80]}"
    return said


def is_unsettled(line: Line) -> bool:
    """Whether nobody knows of a part of it whether it went out."""
    return any(part.state in UNSETTLED for part in line.parts)


def figure(line: Line, name: str) -> int | None:
    """A sum over the systems, None where the service gave no number."""
    if not line.told_counters:
        return None
    totals = [total_of(channels) for channels in line.counters]
    if line.repeats and not any(total.planned for total in totals):
        return None  # before its first run it has reached nobody, and missed nobody
    values = [getattr(total, name) for total in totals]
    known = [value for value in values if value is not None]
    return sum(known) if known else None
