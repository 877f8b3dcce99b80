"""What a plan has achieved: cards, where the figures come from, and three charts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.screens.plans.plans_model import plan_name
from tpns_desktop.ui.screens.plans.step_bars import step_bars, step_names
from tpns_desktop.ui.widgets.charts.bars_chart import BarsChart
from tpns_desktop.ui.widgets.charts.card import ChartCard
from tpns_desktop.ui.widgets.figure_card import FigureCard
from tpns_desktop.ui.widgets.segmented import Segmented
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.channels import channel_name
from tpns_desktop.ui.words.numbers import day, grouped
from tpns_desktop.ui.words.plans import (
    default_plan,
    default_source,
    more_words,
    own_source,
    states_line,
    week_source,
)
from tpns_desktop.ui.words.results import share

if TYPE_CHECKING:
    from tpns_desktop.send.plan_overview import Period, PlanOverview, PlanSum
    from tpns_desktop.send.results import ChannelFigures, Figures

CARDS = ("pushes", "delivered", "arrived", "tapped")
_CHART_HEIGHT = 300
_LOW = 620
_LOW_PLOT = 132
"""Below this height a chart is as high as `_CHART_HEIGHT`, its plot so high: one fits at a time."""
_NO_LIMIT = (1 << 24) - 1
"""As Qt says that a height has none."""
_DAYS_MAX = 31
_WEEK = 7
_COMPARED_MAX = 8
_NARROW = 900
"""Below this width the charts by channel and of other plans stand one below the other."""


class OverviewPart(QScrollArea):
    """Signals: `read_asked`: the service is to be asked; `export_asked(str, bytes)`: as a chart."""

    read_asked = Signal()
    export_asked = Signal(str, bytes)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plan.overview")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._overview: PlanOverview | None = None
        self._others: Sequence[PlanSum] = ()
        self._trouble = ""
        self.period = Segmented([("week", ""), ("all", "")])
        self.period.setObjectName("plan.period")
        self.period.set_value("week")
        self.period.chosen.connect(self._on_period)
        self.read = QPushButton()
        self.read.setObjectName("plan.read")
        self.read.clicked.connect(self.read_asked)
        self.controls = QWidget()
        """Which pushes, and how fresh: for the line above, where there is room."""
        top = QHBoxLayout(self.controls)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(10)
        top.addWidget(self.period)
        top.addWidget(self.read)
        self.cards = {name: FigureCard() for name in CARDS}
        cards = QHBoxLayout()
        cards.setSpacing(14)
        for name, card in self.cards.items():
            card.setObjectName(f"plan.figure.{name}")
            cards.addWidget(card, 1)
        self.source = QLabel()
        self.source.setObjectName("plan.source")
        self.source.setProperty("role", "hint")
        self.source.setWordWrap(True)
        self.more = QLabel()
        self.more.setObjectName("plan.elsewhere")
        self.more.setProperty("role", "muted")
        self.more.setWordWrap(True)
        self.trouble = QLabel()
        self.trouble.setObjectName("plan.trouble")
        self.trouble.setProperty("role", "warn")
        self.trouble.setWordWrap(True)
        self.by_day, self.by_channel, self.compared = BarsChart(), BarsChart(), BarsChart()
        self.chart_cards: dict[str, ChartCard] = {}
        for name, chart in (
            ("days", self.by_day),
            ("channels", self.by_channel),
            ("compared", self.compared),
        ):
            shown = ChartCard(f"plan.{name}", chart)
            shown.setMinimumHeight(_CHART_HEIGHT)
            shown.export_asked.connect(self.export_asked)
            self.chart_cards[name] = shown
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(14)
        self._pair.addWidget(self.chart_cards["channels"], 1)
        self._pair.addWidget(self.chart_cards["compared"], 1)
        self._inside = QWidget()
        self._inside.setProperty("role", "page")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(cards)
        for label in (self.source, self.more, self.trouble):
            column.addWidget(label)
        column.addWidget(self.chart_cards["days"])
        column.addLayout(self._pair)
        column.addStretch(1)
        self.setWidget(self._inside)
        self._show_words()

    def show_overview(
        self, overview: PlanOverview | None, others: Sequence[PlanSum] = (), trouble: str = ""
    ) -> None:
        """Show this plan beside `others`; `trouble`: why the service could not be asked."""
        self._overview, self._others, self._trouble = overview, others, trouble
        self._show()

    def set_reading(self, reading: bool) -> None:
        """The service is being asked."""
        self.read.setEnabled(not reading)
        self.read.setText(self.tr("Reading…") if reading else self.tr("Read the figures again"))

    @property
    def _period(self) -> Period | None:
        if self._overview is None:
            return None
        return self._overview.all if self.period.value() == "all" else self._overview.seven

    @property
    def _counted(self) -> tuple[Figures, Sequence[ChannelFigures]] | None:
        """The figures of the period: the service's own where it was asked."""
        overview, period = self._overview, self._period
        if overview is None or period is None:
            return None
        if period is overview.seven and overview.week is not None:
            return overview.week.figures, overview.week.by_channel
        return period.figures, period.channels

    def _show(self) -> None:
        overview, period, counted = self._overview, self._period, self._counted
        self._inside.setVisible(overview is not None)
        if overview is None or period is None or counted is None:
            return
        figures, channels = counted
        week = overview.week if period is overview.seven else None
        self._show_cards(overview, period, figures)
        said = week_source(week) if week is not None else own_source(period)
        if overview.plan is None:
            said = f"{said} {default_source()}"
        self.source.setText(said)
        for label, text in (
            (self.more, more_words(overview) if week is not None else ""),
            (self.trouble, self._trouble),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.read.setVisible(overview.plan is not None)
        self._show_days(overview, period)
        self._show_channels(channels)
        self._show_compared(overview)
        for card in self.chart_cards.values():
            card.refresh_table()

    def _show_cards(self, overview: PlanOverview, period: Period, figures: Figures) -> None:
        sent = self.tr("sent from here in these 7 days")
        if period is overview.all:
            sent = self.tr("sent from here: {0}").format(states_line(overview.states))
        notes = {
            "pushes": sent if period.pushes else self.tr("sent from here"),
            "delivered": share(figures.delivered, figures.planned, self.tr("planned")),
            "arrived": share(figures.arrived, figures.delivered, self.tr("delivered")),
            "tapped": share(figures.tapped, figures.arrived, self.tr("arrived")),
        }
        values = {
            "pushes": period.pushes,
            "delivered": figures.delivered,
            "arrived": figures.arrived,
            "tapped": figures.tapped,
        }
        titles = {"pushes": self.tr("Pushes"), **step_names()}
        for name, card in self.cards.items():
            value = values[name]
            card.set_figure(titles[name], "–" if value is None else grouped(value), notes[name])

    def _show_days(self, overview: PlanOverview, period: Period) -> None:
        from tpns_desktop.send.results import Figures  # loaded by now, as the desk is

        figures = {one.day: one.figures for one in period.days[-_DAYS_MAX:]}
        if figures:
            # Days without a push have their place, too, as long as there is room for them.
            week = period is overview.seven
            first = overview.today - timedelta(days=_WEEK - 1) if week else min(figures)
            last = max(overview.today, max(figures)) if week else max(figures)
            between = [first + timedelta(days=n) for n in range((last - first).days + 1)]
            if len(between) <= _DAYS_MAX:
                nothing = Figures(None, 0, 0, 0, None)
                figures = {one: figures.get(one, nothing) for one in between}
        self.by_day.set_bars(
            [day(one) for one in figures], step_bars(list(figures.values())), self.tr("Day")
        )
        self.chart_cards["days"].setVisible(bool(figures))
        self.chart_cards["days"].set_texts(
            self.tr("By day"),
            self.tr("Pushes sent from here, under the day on which each began (Beijing time)"),
        )

    def _show_channels(self, channels: Sequence[ChannelFigures]) -> None:
        names = [channel_name(one.channel) for one in channels]
        groups = [
            # A name alone is cut less often; the system where two would be the same.
            f"{PLATFORMS.get(one.platform, one.platform)} · {name}"
            if names.count(name) > 1
            else name
            for one, name in zip(channels, names, strict=True)
        ]
        bars = step_bars([one.figures for one in channels])
        self.by_channel.set_bars(groups, bars, self.tr("Channel"))
        self.chart_cards["channels"].setVisible(bool(groups))
        self.chart_cards["channels"].set_texts(
            self.tr("By channel"), self.tr("The same figures, by the way to the phone")
        )

    def _show_compared(self, overview: PlanOverview) -> None:
        mine = overview.plan.id if overview.plan is not None else None
        used = [
            row
            for row in self._others
            if row.pushes and (row.plan.id if row.plan is not None else None) != mine
        ]
        used.sort(key=lambda row: row.last_at.timestamp() if row.last_at else 0, reverse=True)
        name = overview.plan.name if overview.plan is not None else default_plan()
        shown = [(name, overview.all.figures)]
        shown += [(plan_name(row), row.figures) for row in used[: _COMPARED_MAX - 1]]
        bars = step_bars([figures for _, figures in shown])
        self.compared.set_bars([name for name, _ in shown], bars, self.tr("Plan"))
        self.chart_cards["compared"].set_texts(
            self.tr("Plan against plan"),
            self.tr("All pushes sent from here; this plan first, then those used last"),
        )
        self.chart_cards["compared"].setVisible(len(shown) > 1 and overview.all.pushes > 0)

    @Slot(str)
    def _on_period(self, _key: str) -> None:
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._pair.setDirection(down if narrow else across)
        low = event.size().height() < _LOW
        for chart, card in zip(
            (self.by_day, self.by_channel, self.compared), self.chart_cards.values(), strict=True
        ):
            if low:
                chart.set_plot_height(_LOW_PLOT)
            else:
                chart.set_plot_height()
            card.setMaximumHeight(_CHART_HEIGHT if low else _NO_LIMIT)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self.setAccessibleName(self.tr("Overview"))
        self.period.set_choices([("week", self.tr("Last 7 days")), ("all", self.tr("All"))])
        self.period.setAccessibleName(self.tr("Pushes of"))
        self.set_reading(not self.read.isEnabled())
        self._show()
