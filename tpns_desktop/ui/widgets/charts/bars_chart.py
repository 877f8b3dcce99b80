"""Bars side by side, by group: by day, plan against plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tpns_desktop.ui.widgets.charts.chart import Chart, figure
from tpns_desktop.ui.widgets.charts.series import BAR_MARKS, Bars, Table

if TYPE_CHECKING:
    from tpns_desktop.ui.widgets.charts.plot import Plot


class BarsChart(Chart):
    """`set_bars` shows these. Give all names again when the language changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = ""
        self._groups: tuple[str, ...] = ()
        self._bars: tuple[Bars, ...] = ()
        self._refresh()

    def set_bars(self, groups: Sequence[str], bars: Sequence[Bars], what: str = "") -> None:
        """Show a bar of each kind for each group; `what` heads the groups in the table ("Day")."""
        if any(len(kind.values) != len(groups) for kind in bars):
            raise ValueError("as many values as groups")
        if (tuple(groups), tuple(bars), what) == (self._groups, self._bars, self._what):
            return
        self._groups, self._bars, self._what = tuple(groups), tuple(bars), what
        self._refresh()

    def table(self) -> Table:
        rows = [
            (name, tuple(kind.values[number] for kind in self._bars))
            for number, name in enumerate(self._groups)
        ]
        return Table((self._what, *(kind.name for kind in self._bars)), tuple(rows))

    def places(self) -> int:
        return len(self._groups)

    def _x_of(self, place: int) -> float:
        return float(place)

    def _place_at(self, x: float) -> int:
        return min(max(round(x), 0), len(self._groups) - 1)

    def _entries(self, place: int | None) -> tuple[str, list[tuple[str, str, str, str]]]:
        entries = []
        for number, kind in enumerate(self._bars):
            shape = BAR_MARKS[number % len(BAR_MARKS)]
            shown = "" if place is None else figure(kind.values[place])
            entries.append((shape, kind.colour, kind.name, shown))
        return ("" if place is None else self._groups[place]), entries

    def _sentence(self) -> str:
        said = []
        for kind in self._bars:
            known = [(n, value) for n, value in enumerate(kind.values) if value is not None]
            if not known:
                said.append(self.tr("{0}: no figure yet.").format(kind.name))
                continue
            (first_at, first), (last_at, last) = known[0], known[-1]
            highest_at, highest = max(known, key=lambda bar: bar[1])
            said.append(
                self.tr("{0}: {1} at first ({2}), {3} at last ({4}), highest {5} ({6}).").format(
                    kind.name,
                    figure(first),
                    self._groups[first_at],
                    figure(last),
                    self._groups[last_at],
                    figure(highest),
                    self._groups[highest_at],
                )
            )
        return "\n".join(said)

    def _draw(self, plot: Plot) -> None:
        plot.show_bars(self._groups, self._bars)
