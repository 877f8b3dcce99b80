"""What narrows the Sent list, in a row: whose, how it stands, who made it, its plan, since when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QWidget

from tpns_desktop.ui.widgets.flow_layout import FlowLayout, flowing
from tpns_desktop.ui.words.numbers import grouped
from tpns_desktop.ui.words.records import KINDS, kind_words

if TYPE_CHECKING:
    from tpns_desktop.store.plans import Plan

UNSETTLED = "unsettled"
_DAYS = (0, 1, 7, 30, 365)
"""Periods in days, today included; 0: any time."""
_PLAN_WIDTH = 150


@dataclass(frozen=True)
class Narrowed:
    """What a person chose."""

    kind: str = ""
    elsewhere: bool | None = None
    plan_id: str | None = None
    since: datetime | None = None


class FilterBar(QWidget):
    """Combines all of its choices.

    Signals:
        changed: something is chosen otherwise.
        all_apps_changed: the pushes of every app, or of one only.
    """

    changed = Signal()
    all_apps_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plans: list[Plan] = []
        self._unsettled_count = 0
        self.all_apps = QCheckBox()
        self.all_apps.setObjectName("sent.all_apps")
        self.all_apps.toggled.connect(self.all_apps_changed)
        self.unsettled = QCheckBox()
        self.unsettled.setObjectName("sent.unsettled")
        self.unsettled.toggled.connect(self._on_unsettled)
        self.kind, self.made, self.plan, self.period = (QComboBox() for _ in range(4))
        for name, combo in (
            ("kind", self.kind),
            ("made", self.made),
            ("plan", self.plan),
            ("period", self.period),
        ):
            combo.setObjectName(f"sent.{name}")
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.currentIndexChanged.connect(self._on_chosen)
        self.plan.setMaximumWidth(_PLAN_WIDTH)
        self.everything = QPushButton()
        self.everything.setObjectName("sent.everything")
        self.everything.setProperty("kind", "link")
        self.everything.clicked.connect(self.reset)
        flow = FlowLayout(self, spacing=10, line_spacing=6, centred=True)
        for widget in (self.all_apps, self.unsettled, self.kind, self.made, self.plan, self.period):
            flow.addWidget(widget)
        flow.addWidget(self.everything)
        self.setSizePolicy(flowing())
        self._show_words()

    def narrowed(self, now: datetime) -> Narrowed:
        """What is chosen; `now` is the present instant, aware."""
        days = _DAYS[max(0, self.period.currentIndex())]
        midnight = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        return Narrowed(
            kind=self.kind.currentData() or "",
            elsewhere=self.made.currentData(),
            plan_id=self.plan.currentData(),
            since=midnight - timedelta(days=days - 1) if days else None,
        )

    def is_narrowed(self) -> bool:
        """Whether anything but the app is left out."""
        return any(
            combo.currentIndex() > 0 for combo in (self.kind, self.made, self.plan, self.period)
        )

    def show_plans(self, plans: Sequence[Plan]) -> None:
        """Offer these plans; the chosen one stays when it is among them."""
        self._plans = list(plans)
        self._fill_plans()

    def show_unsettled(self, count: int) -> None:
        """Say how many are unsettled."""
        self._unsettled_count = count
        self._name_unsettled()

    @Slot()
    def reset(self) -> None:
        """Leave nothing out, but for the app."""
        was = self.is_narrowed()
        with QSignalBlocker(self):
            for combo in (self.kind, self.made, self.plan, self.period):
                combo.setCurrentIndex(0)
        self._show_way_back()
        if was:
            self.changed.emit()

    @Slot(bool)
    def _on_unsettled(self, only: bool) -> None:
        place = self.kind.findData(UNSETTLED if only else "")
        if only or self.kind.currentData() == UNSETTLED:
            self.kind.setCurrentIndex(place)

    @Slot()
    def _on_chosen(self) -> None:
        with QSignalBlocker(self.unsettled):
            self.unsettled.setChecked(self.kind.currentData() == UNSETTLED)
        self._show_way_back()
        self.changed.emit()

    def _show_way_back(self) -> None:
        with QSignalBlocker(self.unsettled):
            self.unsettled.setChecked(self.kind.currentData() == UNSETTLED)
        self.everything.setVisible(self.is_narrowed())
        self.plan.setVisible(bool(self._plans))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self.all_apps.setText(self.tr("All apps"))
        self.all_apps.setAccessibleDescription(
            self.tr("Shows the pushes of every app, those of removed apps too")
        )
        self.unsettled.setAccessibleDescription(
            self.tr("Shows only pushes of which nobody knows yet whether they went out")
        )
        self._name_unsettled()
        _fill(self.kind, [(kind_words(kind), kind) for kind in KINDS])
        _fill(
            self.made,
            [
                (self.tr("Made anywhere"), None),
                (self.tr("Made here"), False),
                (self.tr("Made elsewhere"), True),
            ],
        )
        self._fill_plans()
        periods = {
            0: self.tr("Any time"),
            1: self.tr("Today"),
            7: self.tr("Last 7 days"),
            30: self.tr("Last 30 days"),
            365: self.tr("Last 12 months"),
        }
        _fill(self.period, [(periods[days], days) for days in _DAYS])
        for combo, name in (
            (self.kind, self.tr("Only of this status")),
            (self.made, self.tr("Only made here or elsewhere")),
            (self.plan, self.tr("Only of this plan")),
            (self.period, self.tr("Only of this time")),
        ):
            combo.setAccessibleName(name)
            combo.setToolTip(name)
        self.everything.setText(self.tr("Show everything"))
        self.everything.setAccessibleDescription(self.tr("Takes all filters away"))
        self._show_way_back()

    def _name_unsettled(self) -> None:
        self.unsettled.setText(
            self.tr("Only unsettled ({0})").format(grouped(self._unsettled_count))
            if self._unsettled_count
            else self.tr("Only unsettled")
        )

    def _fill_plans(self) -> None:
        _fill(
            self.plan,
            [
                (self.tr("Any plan"), None),
                (self.tr("No plan"), ""),
                *((plan.name, plan.id) for plan in self._plans),
            ],
        )
        self._show_way_back()


def _fill(combo: QComboBox, choices: Sequence[tuple[str, object]]) -> None:
    """Offer these choices; what was chosen stays chosen when it is among them."""
    before = combo.currentData()
    with QSignalBlocker(combo):
        combo.clear()
        for text, value in choices:
            combo.addItem(text, value)
        values = [value for _, value in choices]
        combo.setCurrentIndex(values.index(before) if before in values else 0)
