"""The card of the plan: hidden plans, and many of them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.send import builders
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.store.plans import Plan
from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.screens.compose.plan_card import MANY, PlanCard


def plans(count: int) -> list[Plan]:
    return [builders.plan(id=f"p{n}", name=f"Plan {n:02}") for n in range(count)]


@pytest.fixture
def binding() -> DraftBinding:
    return DraftBinding(empty_draft())


@pytest.fixture
def card(qtbot: QtBot, binding: DraftBinding) -> PlanCard:
    made = PlanCard(Fields(binding))
    qtbot.addWidget(made)
    made.show()
    return made


def offered(card: PlanCard) -> list[str]:
    return [card.plan.itemText(n) for n in range(card.plan.count())]


def test_a_hidden_plan_is_offered_only_where_the_draft_names_it(
    card: PlanCard, binding: DraftBinding
) -> None:
    card.set_plans([*plans(1), builders.plan(id="old", name="Old", hidden=True)])
    assert offered(card) == ["Default plan", "Plan 00 — 48 / 49"]
    binding.set_value("plan", "old")
    card.plan.set_value("old")
    assert card.plan.currentText() == "Old — 48 / 49 (hidden)"
    assert card.plan.value() == "old"
    card.plan.set_value(None)
    assert card.plan.currentText() == "Default plan"


def test_many_plans_are_searched_and_the_chosen_one_stays(
    card: PlanCard, binding: DraftBinding, qtbot: QtBot
) -> None:
    card.set_plans(plans(MANY))
    assert not card.search.isVisible()
    card.set_plans(plans(MANY + 1))
    assert card.search.isVisible()
    binding.set_value("plan", "p3")
    card.plan.set_value("p3")
    qtbot.keyClicks(card.search, "05")
    assert offered(card)[1:] == ["Plan 03 — 48 / 49", "Plan 05 — 48 / 49"]
    assert card.plan.value() == binding.value("plan") == "p3"
    card.search.clear()
    assert len(offered(card)) == MANY + 2
