"""Reads how many people the draft's audience is: what is kept at once, then what is newer.

Each kind of number is asked for once while an app is chosen, so that typing tags without a network
does not use up the hour's questions; a person may ask again.
"""

from __future__ import annotations

import copy
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.session import Session

if TYPE_CHECKING:
    from tpns_desktop.send.audiences import Reach
    from tpns_desktop.store.apps import App


class ReachReader(QObject):
    """Signals.

    known(Reach): what is known of the present audience has changed.
    answered: the service was asked, and its answer also said what time it is there.
    failed: the service could not be asked; what is known stays.
    """

    known = Signal(object)
    answered = Signal()
    failed = Signal()

    def __init__(self, binding: DraftBinding, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._binding = binding
        self._session = session
        self._app: App | None = None
        self._audience: dict[str, Any] = {}
        self._asked: set[frozenset[str]] = set()
        self._turn = 0

    def set_app(self, app: App | None) -> None:
        """Read for this app from now on."""
        self._app = app
        self._audience = {}
        self._asked.clear()
        self._turn += 1
        self.look()

    @Slot()
    def look(self) -> None:
        """Read what is kept of the audience as it stands, if it is another than before."""
        desk, app = self._session.desk, self._app
        audience = _audience(self._binding)
        if desk is None or app is None or audience == self._audience:
            return
        self._audience = audience
        self._turn += 1
        reading = desk.audiences.reach(app.id, _draft(audience))
        self._session.run(reading, self, partial(self._on_kept, self._turn), _ignore)

    @Slot()
    def ask_again(self) -> None:
        """Ask the service for all of it."""
        self._ask(anew=True)

    def _on_kept(self, turn: int, reach: Reach | None) -> None:
        if turn != self._turn or reach is None:
            return
        self.known.emit(reach)
        kinds = frozenset(tag.tag_type for tag in reach.tags)
        if reach.stale and kinds not in self._asked:
            self._asked.add(kinds)
            self._ask(anew=False)

    def _ask(self, *, anew: bool) -> None:
        desk, app = self._session.desk, self._app
        if desk is None or app is None:
            return
        asking = desk.audiences.read(app.id, _draft(self._audience), anew)
        done = partial(self._on_read, app.id, self._turn)
        self._session.run(asking, self, done, partial(self._on_failed, app.id))

    def _on_read(self, app_id: str, turn: int, reach: Reach | None) -> None:
        # Asked over the network: another app may have been chosen long ago.
        if self._app is None or self._app.id != app_id or reach is None:
            return
        if turn == self._turn:
            self.known.emit(reach)
        else:  # the audience is another by now, and its numbers may be kept since
            self._audience = {}
            self.look()
        self.answered.emit()

    def _on_failed(self, app_id: str, _error: BaseException) -> None:
        if self._app is not None and self._app.id == app_id:
            self.failed.emit()


def _audience(binding: DraftBinding) -> dict[str, Any]:
    kind = binding.value("audience.kind")
    groups = binding.value("audience.tag.groups") if kind == "tag" else None
    return {"kind": kind, "tag": {"groups": copy.deepcopy(groups)}}


def _draft(audience: dict[str, Any]) -> dict[str, Any]:
    return {"audience": copy.deepcopy(audience)}


def _ignore(_error: BaseException) -> None:
    """Without the kept numbers the line says that they are not known."""
