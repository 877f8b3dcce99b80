"""Choose the earlier push that a new one replaces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.verb_dialog import VerbDialog
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.numbers import day_and_time
from tpns_desktop.ui.words.states import reason_words

if TYPE_CHECKING:
    from tpns_desktop.send.desk import Replaceable

ROWS_SHOWN = 5
ROW_HEIGHT = 44


class ReplaceDialog(VerbDialog):
    """Signal `push_chosen(dict, str)`: platform → the service's id of that push, and its title."""

    push_chosen = Signal(dict, str)

    def __init__(self, session: Session, app_id: str, parent: QWidget | None = None) -> None:
        super().__init__("replace", parent)
        self._session = session
        self.pushes = QListWidget()
        self.pushes.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.pushes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pushes.setFixedHeight(ROWS_SHOWN * ROW_HEIGHT + 8)
        self.add_field(
            "replace.pushes",
            self.tr("Pushes of the last 30 days"),
            self.pushes,
            self.tr(
                "OPPO and vivo phones cannot replace, Huawei phones only from EMUI 10 on: what "
                "they show already stays, and the new one comes beside it."
            ),
        )
        self.pushes.itemSelectionChanged.connect(self._on_selected)
        self.pushes.itemActivated.connect(self.act)
        self.set_words(
            self.tr("Which push does this one replace?"),
            self.tr("Replace it"),
            self.tr("Looking…"),
        )
        self.do.setEnabled(False)
        desk = session.desk
        if desk is not None:
            session.run(desk.replaceable(app_id), self, self._on_pushes, self._on_failed)

    @Slot()
    def act(self) -> None:
        push, desk = self._chosen(), self._session.desk
        if push is None or desk is None or not self.do.isEnabled():
            return
        self.do.setEnabled(False)
        self.show_error("")
        self._session.run(
            desk.collapse_ids(push.batch_id),
            self,
            lambda ids: self._on_ids(push, ids),
            self._on_failed,
        )

    def _on_pushes(self, pushes: Sequence[Replaceable]) -> None:
        for push in pushes:
            systems = self.tr(", ").join(PLATFORMS[platform] for platform in push.platforms)
            when = self.tr("{0} · {1}").format(day_and_time(push.at), systems)
            item = QListWidgetItem(f"{push.title}\n{when}")
            item.setSizeHint(QSize(0, ROW_HEIGHT))  # as wide as the list: long titles are elided
            item.setToolTip(push.title)
            item.setData(Qt.ItemDataRole.UserRole, push)
            self.pushes.addItem(item)
        self.hint.setText(
            self.tr("Beijing time, UTC+8.")
            if pushes
            else self.tr(
                "There is none: only pushes to everyone, by tag or to a file of accounts that went "
                "out from here in the last 30 days can be replaced."
            )
        )
        if pushes:
            self.pushes.setCurrentRow(0)
        self.fit()

    def _on_ids(self, push: Replaceable, ids: dict[str, str]) -> None:
        self._on_selected()
        if not ids:
            self.show_error(
                self.tr("TPNS cannot replace this push. It may be too old, or not yet finished.")
            )
            return
        self.push_chosen.emit(ids, push.title)
        self.accept()

    def _on_failed(self, error: BaseException) -> None:
        self._on_selected()
        self.show_error(reason_words(getattr(error, "reason", None)))

    @Slot()
    def _on_selected(self) -> None:
        self.do.setEnabled(self._chosen() is not None)

    def _chosen(self) -> Replaceable | None:
        item = self.pushes.currentItem()
        push: Replaceable | None = None
        if item is not None:
            push = item.data(Qt.ItemDataRole.UserRole)
        return push
