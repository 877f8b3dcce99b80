"""All pushes of the app day by day, as TPNS counts them: in plans or not, here or elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tpns_desktop.ui.screens.plans.step_bars import step_bars
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.charts.bars_chart import BarsChart
from tpns_desktop.ui.widgets.charts.card import ChartCard
from tpns_desktop.ui.widgets.verb_dialog import VerbDialog
from tpns_desktop.ui.words.numbers import day, time_of
from tpns_desktop.ui.words.results import ask_trouble

if TYPE_CHECKING:
    from tpns_desktop.send.day_totals import DaySums
    from tpns_desktop.store.apps import App

_WIDTH = 760
_HEIGHT = 340


class DaysDialog(VerbDialog):
    """Asks when it opens, and again by its verb.

    Signals: `export_asked(str, bytes)`: as a chart.
    """

    export_asked = Signal(str, bytes)

    def __init__(self, session: Session, app: App, parent: QWidget | None = None) -> None:
        super().__init__("plan.all_days", parent)
        self._session = session
        self._app = app
        self.setMinimumWidth(_WIDTH)
        self.chart = BarsChart()
        self.card = ChartCard("plan.all_days", self.chart)
        self.card.setMinimumHeight(_HEIGHT)
        self.card.set_texts(self.tr("By day"), self.tr("Asking TPNS…"))
        self.card.export_asked.connect(self.export_asked)
        self.lines.addWidget(self.card)
        self.set_words(
            self.tr("All pushes of {0} by day").format(app.name),
            self.tr("Ask again"),
            self.tr(
                "As TPNS itself counts the last 30 days (Beijing time): pushes in plans and in "
                "none, made here and elsewhere."
            ),
        )
        self.act()

    def act(self) -> None:
        desk = self._session.desk
        if desk is not None:
            self.do.setEnabled(False)
            self._session.run(
                desk.day_totals.read(self._app.id), self, self._on_read, self._on_failed
            )

    def _on_read(self, sums: DaySums) -> None:
        self.do.setEnabled(True)
        self.show_error("")
        told = [(one, figures) for one, figures in sums.days if figures.planned]
        self.chart.set_bars(
            [day(one) for one, _ in told],
            step_bars([figures for _, figures in told]),
            self.tr("Day"),
        )
        read = self.tr("Read {0}").format(time_of(sums.read_at))
        if not told:
            read = self.tr("TPNS counted no push on these days.")
        self.card.set_texts(self.tr("By day"), read)
        self.card.refresh_table()

    def _on_failed(self, error: BaseException) -> None:
        self.do.setEnabled(True)
        reason = str(getattr(error, "reason", "failed"))
        self.show_error(ask_trouble(reason, getattr(error, "code", None)))
