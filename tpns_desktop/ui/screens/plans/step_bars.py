"""The bars of every chart of plans: delivered, arrived, tapped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.widgets.charts.series import Bars

if TYPE_CHECKING:
    from tpns_desktop.send.results import Figures

_COLOURS = {"delivered": "accent", "arrived": "ok", "tapped": "warn"}
"""Step → token of its bar's colour."""


def step_names() -> dict[str, str]:
    """Step → its name."""
    translate = QCoreApplication.translate
    return {
        "delivered": translate("PlanSteps", "Delivered"),
        "arrived": translate("PlanSteps", "Arrived"),
        "tapped": translate("PlanSteps", "Tapped"),
    }


def step_bars(figures: Sequence[Figures]) -> list[Bars]:
    """One group of bars for each of these."""
    names = step_names()
    return [
        Bars(step, names[step], colour, tuple(getattr(one, step) for one in figures))
        for step, colour in _COLOURS.items()
    ]
