"""Removing an app, or a Chat app, from this computer: the question, and what it takes with it."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from tpns_desktop.ui.session import Session
from tpns_desktop.ui.window import MainWindow
from tpns_desktop.ui.words.removal import open_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from tpns_desktop.send.desk import Batch, Desk


class Removable(Protocol):
    """An app, or a Chat app."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


class Removal(QObject):
    """Of apps. Made once, with the window.

    Signals:
    taken_back(list of Batch): what was on hold for the app, and did not leave.
    removed(object): this app is gone.
    """

    taken_back = Signal(object)
    removed = Signal(object)

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._question: QDialog | None = None

    # What is different of a Chat app

    def open_batches(self, desk: Desk, app_id: str) -> Coroutine[Any, Any, list[Batch]]:
        """What the app has on hold, under way or unsettled."""
        return desk.open_batches(app_id)

    def remove_step(self, desk: Desk, app_id: str) -> Coroutine[Any, Any, bool]:
        """Remove it; gives whether its keys are surely gone."""
        return desk.remove_app(app_id)

    def said(self) -> str:
        """What goes with it, and what stays."""
        return self.tr(
            "Its keys, drafts and plans are removed here. What was sent stays in the list of "
            "sent pushes, and nothing changes in TPNS."
        )

    # The steps

    @Slot(object)
    def ask(self, app: Removable) -> None:
        """Ask before anything is removed."""
        desk = self._session.desk
        if desk is not None:
            self._session.run(self.open_batches(desk, app.id), self, partial(self._ask, app))

    def _ask(self, app: Removable, open_ones: Sequence[Batch]) -> None:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setObjectName("remove")
        box.setWindowTitle(self.tr("Remove {0} from this computer?").format(app.name))
        box.setText(self.tr("Remove {0} from this computer?").format(app.name))
        box.setInformativeText("\n\n".join([*open_words(open_ones), self.said()]))
        remove = box.addButton(
            self.tr("Remove {0}").format(app.name), QMessageBox.ButtonRole.DestructiveRole
        )
        back = box.addButton(self.tr("Go back"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(back)
        box.setEscapeButton(back)
        remove.clicked.connect(lambda: self._remove(app))
        self._question = box
        box.open()

    def _remove(self, app: Removable) -> None:
        desk = self._session.desk
        if desk is not None:
            self._session.run(self._removed(desk, app.id), self, partial(self._on_removed, app))

    async def _removed(self, desk: Desk, app_id: str) -> tuple[bool, list[Batch]]:
        held = [one for one in await self.open_batches(desk, app_id) if one.state == "held"]
        keys_gone = await self.remove_step(desk, app_id)
        after = [await desk.batch(batch.id) for batch in held]
        return keys_gone, [one for one in after if one is not None and one.state == "withdrawn"]

    def _on_removed(self, app: Removable, ended: tuple[bool, list[Batch]]) -> None:
        keys_gone, taken_back = ended
        self.taken_back.emit(taken_back)
        if not keys_gone:
            self._window.add_banner(
                self.tr(
                    "{0} was removed, but its keys may still be in this computer's password "
                    "store. Remove them there."
                ).format(app.name)
            )
        self.removed.emit(app)


class ChatRemoval(Removal):
    """Of Chat apps."""

    def open_batches(self, desk: Desk, app_id: str) -> Coroutine[Any, Any, list[Batch]]:
        return desk.chat.open_batches(app_id)

    def remove_step(self, desk: Desk, app_id: str) -> Coroutine[Any, Any, bool]:
        return desk.chat.remove(app_id)

    def said(self) -> str:
        return self.tr(
            "Its key, its drafts and the unfinished work on its users are removed here. What was "
            "sent stays in the history, and nothing changes at the Chat service."
        )
