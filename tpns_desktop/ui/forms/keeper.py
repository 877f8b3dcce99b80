"""Keeps the draft on the page stored, each under an id of its own and in its own app.

Owns the ids and the moments of saving. A draft has its id before its first save, so no answer has
to be waited for: saves may follow each other, and another draft may come, while one is on its way;
the background takes them in their order. What the disk refuses is kept here and tried again, by
itself as well: room is often made while nobody types.
Leaves words to the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from tpns_desktop.send.desk import Desk
    from tpns_desktop.store.drafts import DraftRow
    from tpns_desktop.ui.forms.binding import DraftBinding
    from tpns_desktop.ui.session import Session

RETRY_S = 5.0
"""Between two tries to save what the disk refused, in seconds."""

_APP_GONE = "unknown_app"
"""Code of the store's error when the draft's app was removed: there is nowhere to save it."""


class Book(Protocol):
    """What keeps drafts."""

    def save_draft(
        self, app_id: str, draft_id: str | None, data: dict[str, Any], /
    ) -> Coroutine[Any, Any, Any]:
        """Keep a draft under its id."""


class DraftKeeper(QObject):
    """Saves the draft of `binding`.

    Signals:
        saved(DraftRow): the draft on the page is stored as the row says.
        refused(error): a save failed; told once until one succeeds again.
        recovered: everything that was refused is stored now.
    """

    saved = Signal(object)
    refused = Signal(object)
    recovered = Signal()

    def __init__(
        self,
        session: Session,
        binding: DraftBinding,
        parent: QObject | None = None,
        retry_s: float = RETRY_S,
        *,
        book: Callable[[Desk], Book] = lambda desk: desk,
    ) -> None:
        """`book`: what of the desk keeps the drafts."""
        super().__init__(parent)
        self._book = book
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(round(retry_s * 1000))
        self._again.timeout.connect(self.save_edits)
        self._session = session
        self._binding = binding
        self._app_id: str | None = None
        self._ids: dict[str, str] = {}  # app → id of the draft on the page there
        self._edits = 0
        self._asked = 0  # edits that were handed over to be saved
        self._serial = 0
        self._left: dict[str, tuple[str, dict[str, Any]]] = {}  # id → what the disk refused
        self._failing = False
        self._saving = 0  # saves that are on their way
        binding.edited.connect(self._on_edited)
        binding.save_due.connect(self.save)

    @property
    def serial(self) -> int:
        """Another number for every draft that comes on the page."""
        return self._serial

    @property
    def draft_id(self) -> str | None:
        """Id of the draft on the page in the app it belongs to, None until it is to be stored."""
        return self._ids.get(self._app_id or "")

    def new_id(self) -> str:
        """As `draft_id`, made now where there is none. An app must have been entered."""
        from tpns_desktop.store.ids import new_id

        assert self._app_id is not None
        return self._ids.setdefault(self._app_id, new_id())

    def begin(self, draft: dict[str, Any], row: DraftRow | None = None) -> bool:
        """Put another draft on the page: `row`'s, or a new one; what was there is saved.

        False when `row` is on the page already. The page is then newer than any row, and stays.
        """
        self.save_edits()
        if row is not None and self._ids.get(row.app_id) == row.id and row.app_id == self._app_id:
            return False
        self._ids = {} if row is None else {row.app_id: row.id}
        if row is not None and row.id in self._left:
            draft = self._left[row.id][1]
        self._serial += 1
        self._asked = self._edits
        self._binding.replace(draft)
        return True

    def forget(self, draft_id: str) -> bool:
        """The stored draft was removed by a person: nothing of it is saved any more.

        True when it is the one on the page; the caller puts another there.
        """
        self._left.pop(draft_id, None)
        if draft_id != self.draft_id:
            return False
        self._ids = {}
        self.taken()
        return True

    def enter(self, app_id: str | None) -> bool:
        """Go on in another app; what was typed is saved in the one before. False: it is the same.

        The draft stays on the page. In the other app it is another draft, so that neither app
        loses its own.
        """
        if app_id is None or app_id == self._app_id:
            self.save_edits()
            return False
        if self._app_id is not None:
            self.save_edits()
        self._app_id = app_id
        self.save_edits()  # typed while there was no app yet
        return True

    @Slot()
    def save(self) -> None:
        """Save the draft as it stands, and what was refused before."""
        desk = self._session.desk
        if desk is None or self._app_id is None:
            return
        draft_id, draft = self.new_id(), self._binding.draft
        self.taken()
        self._left.pop(draft_id, None)
        self._save(self._app_id, draft_id, draft)
        self._retry()

    @Slot()
    def save_edits(self) -> None:
        """As `save`, if something was typed since the last save or could not be saved."""
        if self._asked != self._edits:
            self.save()
        else:
            self._retry()

    def taken(self) -> None:
        """The draft as it stands was handed over to be saved."""
        self._binding.saved()
        self._asked = self._edits

    def untaken(self) -> None:
        """It could not be saved after all."""
        self._asked = -1

    @Slot()
    def _on_edited(self) -> None:
        self._edits += 1

    def _retry(self) -> None:
        left, self._left = self._left, {}
        for draft_id, (app_id, draft) in left.items():
            self._save(app_id, draft_id, draft)

    def _save(self, app_id: str, draft_id: str, draft: dict[str, Any]) -> None:
        desk = self._session.desk
        if desk is None:
            self._left[draft_id] = app_id, draft
            return
        self._saving += 1
        self._session.run(
            self._book(desk).save_draft(app_id, draft_id, draft),
            self,
            self._on_saved,
            partial(self._on_refused, app_id, draft_id, draft),
        )

    def _on_saved(self, row: DraftRow) -> None:
        self._saving -= 1
        if self._failing and not self._left and not self._saving and self._asked >= 0:
            self._failing = False
            self.recovered.emit()
        if row.id == self.draft_id:
            self.saved.emit(row)

    def _on_refused(
        self, app_id: str, draft_id: str, draft: dict[str, Any], error: BaseException
    ) -> None:
        self._saving -= 1
        if getattr(error, "code", None) == _APP_GONE:
            if draft_id in self._ids.values():
                self.untaken()  # the next app that is chosen takes it
            return
        if draft_id == self.draft_id:
            self.untaken()  # the page has it, perhaps newer by now
        else:
            self._left.setdefault(draft_id, (app_id, draft))
        self._again.start()
        if not self._failing:
            self._failing = True
            self.refused.emit(error)
