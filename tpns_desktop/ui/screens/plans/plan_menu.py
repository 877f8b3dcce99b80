"""What can be done with a plan of the book, as the menu of a button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from tpns_desktop.ui.words.audience import PLATFORMS

if TYPE_CHECKING:
    from tpns_desktop.send.plan_overview import PlanOverview, PlanSum

DEEDS = ("edit", "finish", "hide", "copy", "remove")


class _MenuButton(QPushButton):
    """Tells of another language. Signal `language_changed`."""

    language_changed = Signal()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.language_changed.emit()
        super().changeEvent(event)


class PlanMenu(QObject):
    """`button` opens it; it is absent for the default plan, which nobody can change.

    Signal `chosen(str, Plan)`: one of `DEEDS`, and the plan it is meant for.
    """

    chosen = Signal(str, object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._of: PlanSum | PlanOverview | None = None
        self.button = _MenuButton()
        self.button.setObjectName(f"{name}.more")
        self.button.language_changed.connect(self._show_words)
        self._menu = QMenu(self.button)
        self.actions: dict[str, QAction] = {}
        for deed in DEEDS:
            action = QAction(self._menu)
            action.setObjectName(f"{name}.{deed}")
            action.triggered.connect(partial(self._on_triggered, deed))
            self.actions[deed] = action
            self._menu.addAction(action)
        self.button.setMenu(self._menu)
        self._show_words()

    def show_plan(self, of: PlanSum | PlanOverview | None) -> None:
        """Offer what can be done with this plan."""
        self._of = of
        self.button.setVisible(of is not None and of.plan is not None)
        self._show_words()

    def popup(self, at: QPoint) -> None:
        """Open it at a point of the screen."""
        self._menu.popup(at)

    def _on_triggered(self, deed: str, _checked: bool = False) -> None:
        if self._of is not None and self._of.plan is not None:
            self.chosen.emit(deed, self._of.plan)

    def _show_words(self) -> None:
        plan = self._of.plan if self._of is not None else None
        missing = self._of.missing if self._of is not None else ()
        hidden = plan is not None and plan.hidden
        words = {
            "edit": self.tr("Edit…"),
            "finish": self.tr("Finish on {0}").format(
                " / ".join(PLATFORMS[platform] for platform in missing)
            ),
            "hide": self.tr("Show again") if hidden else self.tr("Hide"),
            "copy": self.tr("Copy ID"),
            "remove": self.tr("Remove from the book"),
        }
        for deed, text in words.items():
            self.actions[deed].setText(text)
        self.actions["finish"].setVisible(bool(missing))
        self.actions["copy"].setEnabled(
            plan is not None and bool(plan.android_plan_id or plan.ios_plan_id)
        )
        self.button.setText(self.tr("More"))
        self.button.setAccessibleName(
            self.tr("More for “{0}”").format(plan.name) if plan is not None else self.tr("More")
        )
