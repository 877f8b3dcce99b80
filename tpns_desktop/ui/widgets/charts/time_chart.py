"""Lines over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tpns_desktop.ui.widgets.charts.chart import Chart, figure
from tpns_desktop.ui.widgets.charts.series import MARKS, Series, Table
from tpns_desktop.ui.words.numbers import when, when_inside

if TYPE_CHECKING:
    from tpns_desktop.ui.widgets.charts.plot import Plot


class TimeChart(Chart):
    """`set_series` shows these lines. Give their names again when the language changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series: tuple[Series, ...] = ()
        self._times: list[datetime] = []
        self._values: list[dict[datetime, int | None]] = []
        self._named: Mapping[datetime, str] = {}
        self._minutes: Counter[datetime] = Counter()
        self._refresh()

    def set_series(
        self, series: Sequence[Series], named: Mapping[datetime, str] | None = None
    ) -> None:
        """Show these lines. `named` says of an instant what it was ("24 hours mark")."""
        named = named or {}
        if (tuple(series), named) == (self._series, self._named):
            return
        self._named = named
        self._series = tuple(series)
        self._times = sorted({at for line in self._series for at, _ in line.points})
        self._values = [dict(line.points) for line in self._series]
        self._minutes = Counter(at.replace(second=0, microsecond=0) for at in self._times)
        self._refresh()

    def table(self) -> Table:
        return self._table(when)

    def csv_table(self) -> Table:
        return self._table(_spreadsheet_time)

    def places(self) -> int:
        return len(self._times)

    def _table(self, say: Callable[[datetime], str]) -> Table:
        rows = [(self._word(at, say), tuple(v.get(at) for v in self._values)) for at in self._times]
        return Table((self.tr("Time"), *(line.name for line in self._series)), tuple(rows))

    def _word(self, at: datetime, say: Callable[[datetime], str]) -> str:
        name, said = self._named.get(at), say(at)
        minute = at.replace(second=0, microsecond=0)
        if say is when and self._minutes[minute] > 1:
            said = f"{said}:{at.second:02}"  # several in a minute are told apart
        return f"{said} · {name}" if name else said

    def _x_of(self, place: int) -> float:
        return self._times[place].timestamp()

    def _place_at(self, x: float) -> int:
        return min(range(len(self._times)), key=lambda n: abs(self._times[n].timestamp() - x))

    def _entries(self, place: int | None) -> tuple[str, list[tuple[str, str, str, str]]]:
        at = None if place is None else self._times[place]
        entries = []
        for number, line in enumerate(self._series):
            shown = self._values[number].get(at) if at is not None else _last(line)
            shape = MARKS[number % len(MARKS)]
            entries.append((shape, line.colour, line.name, figure(shown)))
        return ("" if at is None else self._word(at, when)), entries

    def _sentence(self) -> str:
        said = []
        for line in self._series:
            known = [(at, value) for at, value in line.points if value is not None]
            if not known:
                said.append(self.tr("{0}: no figure yet.").format(line.name))
                continue
            (first_at, first), (last_at, last) = known[0], known[-1]
            highest_at, highest = max(known, key=lambda point: point[1])
            said.append(
                self.tr("{0}: {1} at first ({2}), {3} at last ({4}), highest {5} ({6}).").format(
                    line.name,
                    figure(first),
                    when_inside(first_at),
                    figure(last),
                    when_inside(last_at),
                    figure(highest),
                    when_inside(highest_at),
                )
            )
        said += [f"{when(at)}: {name}." for at, name in sorted(self._named.items())]
        return "\n".join(said)

    def _draw(self, plot: Plot) -> None:
        plot.show_lines(self._series)


def _last(line: Series) -> int | None:
    return next((value for _, value in reversed(line.points) if value is not None), None)


def _spreadsheet_time(at: datetime) -> str:
    return at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
