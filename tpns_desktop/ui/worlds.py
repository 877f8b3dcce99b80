"""Practice worlds: saved under a name, gone on with, called otherwise, removed, begun afresh.

Owns the dialogs of it. Another world is another run of the practice service, so what is held in
practice does not leave; that is said before.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from tpns_desktop.store.settings import PACES
from tpns_desktop.ui.widgets.verb_dialog import VerbDialog

if TYPE_CHECKING:
    from tpns_desktop.send.practice_worlds import PracticeWorlds, SavedWorld
    from tpns_desktop.ui.screens.settings.worlds_part import WorldsPart
    from tpns_desktop.ui.session import Session
    from tpns_desktop.ui.window import MainWindow

NAME_MAX = 60


class WorldControl(Protocol):
    """The part of the practice service's control that is needed here."""

    @property
    def worlds(self) -> PracticeWorlds | None: ...

    def save_world(self, name: str) -> Coroutine[Any, Any, None]: ...

    def begin_world(self, world_id: str | None) -> Coroutine[Any, Any, None]: ...

    def set_pace(self, pace: float) -> Coroutine[Any, Any, None]: ...


class Worlds(QObject):
    """Made with the settings.

    Signals:
    begun: practice is to be opened again: its service has ended, and starts in another world.
    pace_told: time runs at the pace of the world that was opened.
    """

    begun = Signal()
    pace_told = Signal()

    def __init__(
        self, window: MainWindow, session: Session, practice: WorldControl, part: WorldsPart
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._practice = practice
        self._part = part
        part.save_asked.connect(self._on_save_asked)
        part.fresh_asked.connect(self._on_fresh_asked)
        part.open_asked.connect(self._on_open_asked)
        part.rename_asked.connect(self._on_rename_asked)
        part.remove_asked.connect(self._on_remove_asked)
        session.app_changed.connect(self._on_app_changed)
        self._on_app_changed(session.app)

    @Slot(object)
    def _on_app_changed(self, app: object) -> None:
        practising = self._session.app is not None and self._session.app.practice
        self._part.save.setEnabled(practising)
        self._part.fresh.setEnabled(practising)
        self._read()

    @Slot()
    def _read(self) -> None:
        worlds = self._practice.worlds
        if worlds is not None:
            self._session.run(worlds.all(), self, self._part.show_worlds)

    # What is asked

    @Slot()
    def _on_save_asked(self) -> None:
        dialog = _NameDialog(self._window)
        dialog.set_words(
            self.tr("Save this practice world"),
            self.tr("Save"),
            self.tr(
                "Kept are your pushes, plans, tags and bindings, the pace and what is acted out."
            ),
        )
        dialog.answered.connect(partial(self._save, dialog))
        dialog.open()

    def _save(self, dialog: _NameDialog, name: str) -> None:
        self._ask(dialog, self._practice.save_world(name), self._read)

    @Slot(object)
    def _on_rename_asked(self, world: SavedWorld) -> None:
        dialog = _NameDialog(self._window, world.name)
        dialog.set_words(self.tr("Rename “{0}”").format(world.name), self.tr("Rename"))
        dialog.answered.connect(partial(self._rename, dialog, world))
        dialog.open()

    def _rename(self, dialog: _NameDialog, world: SavedWorld, name: str) -> None:
        if (worlds := self._practice.worlds) is not None:
            self._ask(dialog, worlds.rename(world.id, name), self._read)

    @Slot(object)
    def _on_remove_asked(self, world: SavedWorld) -> None:
        dialog = _AskDialog("worlds.ask", self._window)
        dialog.set_words(
            self.tr("Remove “{0}”?").format(world.name),
            self.tr("Remove"),
            self.tr("The saved world is gone then. The world you practise in stays as it is."),
        )
        dialog.agreed.connect(partial(self._remove, dialog, world))
        dialog.open()

    def _remove(self, dialog: VerbDialog, world: SavedWorld) -> None:
        if (worlds := self._practice.worlds) is not None:
            self._ask(dialog, worlds.remove(world.id), self._read)

    @Slot()
    def _on_fresh_asked(self) -> None:
        dialog = _AskDialog("worlds.ask", self._window)
        dialog.set_words(
            self.tr("Begin practice afresh?"), self.tr("Begin afresh"), self._parting_words()
        )
        dialog.agreed.connect(partial(self._begin, dialog, None))
        dialog.open()

    @Slot(object)
    def _on_open_asked(self, world: SavedWorld) -> None:
        dialog = _AskDialog("worlds.ask", self._window)
        dialog.set_words(
            self.tr("Go on in “{0}”?").format(world.name),
            self.tr("Open this world"),
            self._parting_words(),
        )
        dialog.agreed.connect(partial(self._begin, dialog, world))
        dialog.open()

    def _parting_words(self) -> str:
        return self.tr(
            "What you did in the present practice world is gone unless you save it first, and "
            "practice pushes that wait do not leave. Your drafts, templates and lists stay."
        )

    # What is done

    def _begin(self, dialog: VerbDialog, world: SavedWorld | None) -> None:
        begin = self._practice.begin_world(world.id if world is not None else None)
        self._ask(dialog, begin, partial(self._on_begun, world))

    def _on_begun(self, world: SavedWorld | None) -> None:
        self._session.choose_bad_day(world.act if world is not None else "", world is None)
        pace = f"{world.pace:g}" if world is not None else ""
        if pace in PACES:
            self._session.settings.practice_pace = pace
            self._session.save_settings()
            self._session.run(self._practice.set_pace(float(pace)), self)
            self.pace_told.emit()
        self.begun.emit()

    def _ask(
        self, dialog: VerbDialog, work: Coroutine[Any, Any, object], done: Callable[[], None]
    ) -> None:
        dialog.wait(True)

        def finished(_answer: object) -> None:
            dialog.wait(False)
            dialog.accept()
            done()

        def failed(_error: BaseException) -> None:
            dialog.wait(False)
            dialog.show_error(
                self.tr("That did not work. Look whether the disk is full, then try again.")
            )

        self._session.run(work, dialog, finished, failed)


class _AskDialog(VerbDialog):
    """Signal `agreed`: the verb was pressed. Enter goes back: what is lost does not come again."""

    agreed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.do.setAutoDefault(False)
        self.do.setDefault(False)
        self.back.setDefault(True)
        self.back.setFocus()

    def act(self) -> None:
        self.agreed.emit()


class _NameDialog(VerbDialog):
    """Signal `answered(str)`: a name that can be used."""

    answered = Signal(str)

    def __init__(self, parent: QWidget, name: str = "") -> None:
        super().__init__("worlds.name", parent)
        self.name = QLineEdit(name)
        self.name.setMaxLength(NAME_MAX)
        self.name.selectAll()
        self.add_field("worlds.name.text", self.tr("Name"), self.name)

    def act(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.show_error(self.tr("Give the world a name, so that you find it again."), self.name)
            return
        self.answered.emit(name)
