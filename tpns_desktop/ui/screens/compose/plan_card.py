"""Card 5: the push plan, and the push's own name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from tpns_desktop.ui.forms.editors import ChoiceEditor, LineEditor
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.forms.titles import hint_of
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.search_line import SearchLine
from tpns_desktop.ui.words.plans import default_plan

if TYPE_CHECKING:
    from tpns_desktop.store.plans import Plan

DEFAULT_PLAN = ""
"""The key that stands for "no plan": TPNS then counts the push under its default plan."""
MANY = 7
"""Above so many plans there is a field to find one."""


class PlanEditor(ChoiceEditor):
    """Value: a plan's local id, or None for the default plan.

    A hidden plan is offered only while it is the value.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plans: Sequence[Plan] = ()
        self._sought = ""

    def value(self) -> str | None:
        return super().value() or None

    def set_value(self, value: str | None) -> None:
        super().set_value(value or DEFAULT_PLAN)
        if self.currentIndex() < 0:  # it may be one that is not offered otherwise
            self._show_plans()

    def set_plans(self, plans: Sequence[Plan]) -> None:
        """Offer the default plan and these."""
        self._plans = plans
        self._show_plans()

    def seek(self, text: str) -> None:
        """Offer only plans with these words, and the one that is chosen."""
        self._sought = text.strip().casefold()
        self._show_plans()

    def found(self) -> int:
        """How many plans are offered."""
        return self.count() - 1

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self._show_plans()

    def _show_plans(self) -> None:
        choices = [(DEFAULT_PLAN, default_plan())]
        for plan in self._plans:
            chosen = plan.id == self.value()
            told = f"{plan.name}\n{plan.description}".casefold()
            if chosen or (not plan.hidden and self._sought in told):
                ids = " / ".join(i for i in (plan.android_plan_id, plan.ios_plan_id) if i)
                words = f"{plan.name} — {ids}" if ids else plan.name
                if plan.hidden:
                    words = self.tr("{0} (hidden)").format(words)
                choices.append((plan.id, words))
        self.set_choices(choices)


class PlanCard(Card):
    """Signals `new_plan_asked`, `known_plan_asked`: a dialog is wanted."""

    new_plan_asked = Signal()
    known_plan_asked = Signal()

    def __init__(self, fields: Fields, parent: QWidget | None = None) -> None:
        super().__init__("", "", 5, parent)
        self._binding = fields.binding
        self.search = SearchLine()
        self.search.setObjectName("plan.search")
        self.search.textChanged.connect(self._on_sought)
        self.search.hide()
        self.body.addWidget(self.search)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.plan = PlanEditor()
        self._field = fields.add(row, "plan", self.plan)
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
        self.plan.set_plans(plans)
        self.plan.set_value(self._binding.value("plan"))
        many = sum(not plan.hidden for plan in plans) > MANY
        self.search.setVisible(many)
        if not many:
            self.search.clear()

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(self.tr("Plan"), self.tr("Group this push with others"))
        self.new_plan.setText(self.tr("New plan…"))
        self.known_plan.setText(self.tr("Add one I already have…"))
        self.search.setPlaceholderText(self.tr("Find a plan"))
        self.search.setAccessibleName(self.tr("Find a plan"))
        self.plan.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot(str)
    def _on_sought(self, text: str) -> None:
        self.plan.seek(text)
        self._field.set_hint(
            QCoreApplication.translate("PlanCard", "%Ln plan(s) found", None, self.plan.found())
            if text.strip()
            else hint_of("plan")
        )
