"""Card 5: the push plan, and the push's own name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from tpns_desktop.ui.forms.editors import ChoiceEditor, LineEditor
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.widgets.card import Card

if TYPE_CHECKING:
    from tpns_desktop.store.plans import Plan

DEFAULT_PLAN = ""
"""The key that stands for "no plan": TPNS then counts the push under its default plan."""


class PlanEditor(ChoiceEditor):
    """Value: a plan's local id, or None for the default plan."""

    def value(self) -> str | None:
        return super().value() or None

    def set_value(self, value: str | None) -> None:
        super().set_value(value or DEFAULT_PLAN)


class PlanCard(Card):
    """Signals `new_plan_asked`, `known_plan_asked`: a dialog is wanted."""

    new_plan_asked = Signal()
    known_plan_asked = Signal()

    def __init__(self, fields: Fields, parent: QWidget | None = None) -> None:
        super().__init__("", "", 5, parent)
        self._binding = fields.binding
        self._plans: Sequence[Plan] = ()
        row = QHBoxLayout()
        row.setSpacing(8)
        self.plan = PlanEditor()
        fields.add(row, "plan", self.plan)
        row.setStretch(0, 1)
        self.body.addLayout(row)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.new_plan = QPushButton()
        self.new_plan.setObjectName("plan.new")
        self.new_plan.clicked.connect(self.new_plan_asked)
        self.known_plan = QPushButton()
        self.known_plan.setObjectName("plan.known")
        self.known_plan.clicked.connect(self.known_plan_asked)
        buttons.addWidget(self.new_plan)
        buttons.addWidget(self.known_plan)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.name = LineEditor()
        fields.add(self.body, "name", self.name)
        self.retranslate()

    def set_plans(self, plans: Sequence[Plan]) -> None:
        """Offer the default plan and these; the draft's plan stays chosen if it is there."""
        self._plans = plans
        self._show_plans()

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(self.tr("Plan"), self.tr("Group this push with others"))
        self.new_plan.setText(self.tr("New plan…"))
        self.known_plan.setText(self.tr("Add one I already have…"))
        self._show_plans()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_plans(self) -> None:
        choices = [(DEFAULT_PLAN, self.tr("Default plan"))]
        for plan in self._plans:
            ids = " / ".join(i for i in (plan.android_plan_id, plan.ios_plan_id) if i)
            choices.append((plan.id, f"{plan.name} — {ids}"))
        self.plan.set_choices(choices)
        self.plan.set_value(self._binding.value("plan"))
