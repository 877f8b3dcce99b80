"""Two lists side by side: how many accounts are in both, and in one of them only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from tpns_desktop.ui.forms.editors import ChoiceEditor
from tpns_desktop.ui.screens.lists.asking import AskingDialog
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.figure_card import FigureCard
from tpns_desktop.ui.words.lists import choice_words
from tpns_desktop.ui.words.numbers import grouped

if TYPE_CHECKING:
    from tpns_desktop.send.lists import Compared
    from tpns_desktop.store.lists import ListRow


class CompareDialog(AskingDialog):
    """Asks for the other list and shows three figures."""

    def __init__(
        self,
        session: Session,
        row: ListRow,
        others: Sequence[ListRow],
        parent: QWidget | None = None,
    ) -> None:
        """`others` holds at least one list."""
        super().__init__("compare", session, parent)
        self._row = row
        self._names = {other.id: other.name for other in others}
        self.set_words(
            self.tr("Compare “{0}” with another list").format(row.name),
            self.tr("Compare"),
            self.tr("Rows that are no accounts do not count, and each account counts once."),
        )
        self.other = ChoiceEditor()
        self.other.set_choices([(other.id, choice_words(other)) for other in others])
        self.other.set_value(others[0].id)
        self.other.edited.connect(self._on_other_chosen)
        self.add_field("compare.other", self.tr("The other list"), self.other)
        self.lines.addWidget(self.bar)
        self._figures = QWidget()
        across = QHBoxLayout(self._figures)
        across.setContentsMargins(0, 8, 0, 0)
        across.setSpacing(10)
        self.both, self.first, self.second = FigureCard(), FigureCard(), FigureCard()
        for name, card in (("both", self.both), ("first", self.first), ("second", self.second)):
            card.setObjectName(f"compare.{name}")
            across.addWidget(card, 1)
        self._figures.hide()
        self.lines.addWidget(self._figures)
        self.setMinimumWidth(640)

    def act(self) -> None:
        desk, other = self.session.desk, self.other.value()
        if desk is None or other is None or self.busy:
            return
        self._on_other_chosen()
        self.ask(desk.compare_lists(self._row.id, other, self.progress), self._on_compared)

    def _on_other_chosen(self) -> None:
        self._figures.hide()  # they were of another pair
        self.fit()

    def _on_compared(self, found: Compared) -> None:
        other = self._names.get(self.other.value() or "", "")
        self.both.set_figure(self.tr("In both"), grouped(found.both), "")
        self.first.set_figure(self.tr("Only here"), grouped(found.only_first), self._row.name)
        self.second.set_figure(self.tr("Only there"), grouped(found.only_second), other)
        self._figures.show()
        self.fit()
        announce(
            self,
            self.tr("{0} in both, {1} only here, {2} only there").format(
                *map(grouped, (found.both, found.only_first, found.only_second))
            ),
        )
