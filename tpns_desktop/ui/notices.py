"""What the program has to say above the screens: how the last run ended, what became of the data.

Owns those banners and keeps them true while they stand. Whose page is shown next, the navigator
decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from tpns_desktop.ui.words.numbers import when
from tpns_desktop.ui.words.sentences import together
from tpns_desktop.ui.words.storage import note_words

if TYPE_CHECKING:
    from tpns_desktop.send.desk import Batch, Desk, Note
    from tpns_desktop.store.apps import App
    from tpns_desktop.ui.session import Session
    from tpns_desktop.ui.widgets.banner import Banner
    from tpns_desktop.ui.window import MainWindow

ROWS = 3
"""Pushes of one kind that the banner of a restart lists by themselves."""
TITLE_MAX = 40
"""Characters of a push's title in a row."""


class Notices(QObject):
    """Made once, with the window.

    Signals, where a link leads:
    batch_asked(str): to the result of this push.
    sent_asked(str): to the pushes in this state, "unknown" or "withdrawn".
    report_asked: save a report for support.
    """

    batch_asked = Signal(str)
    sent_asked = Signal(str)
    report_asked = Signal()

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._restart: Banner | None = None
        self._open: dict[str, tuple[str, ...]] = {}
        self._unseen: list[Banner] = []
        self._full: Banner | None = None
        self._fault: Banner | None = None
        self._settings_told = False
        session.batch_changed.connect(self._on_batch_changed)
        session.broke.connect(self.tell_fault)

    def tell(self, notes: Sequence[Note]) -> None:
        """Say what was found at the start: one banner for the pushes, one a thing of the data."""
        for note in notes:
            if note.kind in ("unsettled", "withdrawn"):
                self._open[note.kind] = note.batch_ids
            else:
                self._tell_storage(note)
        self._read_open()

    # How the last run ended

    def _read_open(self) -> None:
        desk = self._session.desk
        ids = {batch_id for kind in self._open.values() for batch_id in kind}
        if desk is not None and ids:
            self._session.run(_batches(desk, ids), self, self._show_restart)

    @Slot(str)
    def _on_batch_changed(self, batch_id: str) -> None:
        if any(batch_id in ids for ids in self._open.values()):
            self._read_open()

    def _show_restart(self, batches: dict[str, Batch]) -> None:
        """List what is still open of it; the banner goes once nothing is."""
        unknown = [
            batches[one]
            for one in self._open.get("unsettled", ())
            if one in batches and "unknown" in {row.state for row in batches[one].rows}
        ]
        withdrawn = [batches[one] for one in self._open.get("withdrawn", ()) if one in batches]
        self._open["unsettled"] = tuple(batch.id for batch in unknown)
        if not unknown and not withdrawn:
            self._end_restart()
            return
        if self._restart is None:
            self._restart = self._window.add_banner("")
            self._restart.dismissed.connect(self._end_restart)
        banner = self._restart
        banner.clear_rows()
        banner.set_text(partial(self._restart_words, len(unknown), len(withdrawn)))
        for kind, found in (("unknown", unknown), ("withdrawn", withdrawn)):
            for batch in found[:ROWS]:
                banner.add_row(
                    f"restart.{batch.id}",
                    partial(self._row_words, batch, kind),
                    partial(self._ask_batch, batch.id),
                )
            if len(found) > ROWS:
                banner.add_row(
                    f"restart.more.{kind}",
                    partial(_more_words, kind, len(found) - ROWS),
                    partial(self._ask_sent, kind),
                )

    @Slot()
    def _end_restart(self) -> None:
        self._open.clear()
        if self._restart is not None:
            self._restart.deleteLater()
            self._restart = None

    def _restart_words(self, unknown: int, withdrawn: int) -> str:
        said = []
        if unknown:
            said.append(
                QCoreApplication.translate(
                    "Notices",
                    "%Ln push(es) have no answer yet and may have gone out. Check before you send "
                    "again.",
                    None,
                    unknown,
                )
            )
        if withdrawn:
            said.append(
                QCoreApplication.translate(
                    "Notices",
                    "%Ln push(es) had not left when the program ended; nothing is sent by itself.",
                    None,
                    withdrawn,
                )
            )
        return together(said)

    def _row_words(self, batch: Batch, kind: str) -> str:
        title = batch.title if len(batch.title) <= TITLE_MAX else batch.title[:TITLE_MAX] + "…"
        words = {
            "unknown": self.tr("{2} · “{0}” – {1}: check whether it went out"),
            "withdrawn": self.tr("{2} · “{0}” – {1}: not sent, confirm again"),
        }
        sent_at = next((row.sent_at for row in batch.rows if row.sent_at), batch.created_at)
        return words[kind].format(title, batch.app_name, when(sent_at))

    def _ask_batch(self, batch_id: str) -> None:
        self.batch_asked.emit(batch_id)

    def _ask_sent(self, kind: str) -> None:
        self.sent_asked.emit(kind)

    # What became of the data

    def _tell_storage(self, note: Note) -> None:
        words = partial(note_words, note.kind, note.kept_at, note.taken_at)
        if words() is None:
            return
        banner = self._window.add_banner(lambda: words() or "", "danger")
        banner.set_dismissible(False)
        banner.add_action(
            f"note.seen.{note.kind}",
            lambda: self.tr("I have seen it"),
            partial(self._on_seen, banner),
        )
        self._unseen.append(banner)

    def _on_seen(self, banner: Banner) -> None:
        """Sending is on again once all of them were seen."""
        desk = self._session.desk
        if desk is None:
            return
        self._unseen.remove(banner)
        banner.hide()
        banner.deleteLater()
        if not self._unseen:
            self._session.run(
                desk.acknowledge_storage(), self, lambda _: self._session.sending_on.emit()
            )

    def tell_other_app(self, app: App) -> None:
        """Say which app is open, where the one that was open last is not in this history."""
        self._window.add_banner(
            lambda: self.tr(
                "You work with {0} now: the app that was open last is not in this history. Others "
                "are in the list above."
            ).format(app.name)
        )

    def tell_no_apps(self) -> None:
        """Say that what was restored has no app in it."""
        self._window.add_banner(
            lambda: self.tr("No app is connected in this backup. Connect yours again below.")
        )

    def tell_unsaved(self, *, full: bool) -> None:
        """Say that a draft is not stored, for want of room or otherwise; stays until `tell_room`.

        What is refused is tried again by itself.
        """
        if self._full is None:
            self._full = self._window.add_banner("", "danger")
            self._full.dismissed.connect(self._on_full_dismissed)
        self._full.set_text(self._full_words if full else self._unsaved_words, announce=True)

    def _full_words(self) -> str:
        return self.tr(
            "The disk is full. Your text stays on the screen and is saved as soon as there is "
            "room. Until then nothing can be sent."
        )

    def _unsaved_words(self) -> str:
        return self.tr(
            "Your draft could not be saved: the disk refused. The text stays on the screen, and "
            "saving is tried again every few seconds."
        )

    @Slot()
    def _on_full_dismissed(self) -> None:
        self._full = None

    @Slot()
    def tell_room(self) -> None:
        """Everything is saved again."""
        if self._full is not None:
            self._full.hide()
            self._full.deleteLater()
            self._full = None

    @Slot()
    def tell_settings(self) -> None:
        """Say that what a person prefers is not stored; once, however often it is tried."""
        if self._settings_told:
            return
        self._settings_told = True
        path = self._session.settings.path
        self._window.add_banner(
            lambda: self.tr(
                "Your settings could not be saved: {0} cannot be written. They count until you "
                "close the program. Allow writing to the file and its folder, then choose again."
            ).format(path),
            "danger",
        )

    # Everything else

    def tell_taken_back(self, batches: Sequence[Batch], *, removed: bool = False) -> None:
        """Say which pushes on hold did not leave: another app was chosen, or theirs `removed`."""
        words = self._removed_words if removed else self._taken_back_words
        for batch in batches:
            banner = self._window.add_banner(partial(words, batch))
            banner.add_action(
                "taken_back.show",
                lambda: self.tr("Show it"),
                partial(self._ask_batch, batch.id),
            )

    def tell_removed(self, batches: Sequence[Batch]) -> None:
        """Say which pushes on hold did not leave, since their app was removed."""
        self.tell_taken_back(batches, removed=True)

    def _taken_back_words(self, batch: Batch) -> str:
        return self.tr(
            "“{0}” to {1} was on hold and was taken back, because you went to another app. It "
            "was not sent; its text is among the drafts."
        ).format(batch.title, batch.app_name)

    def _removed_words(self, batch: Batch) -> str:
        return self.tr(
            "“{0}” to {1} was on hold and was taken back, because the app was removed. It was not "
            "sent."
        ).format(batch.title, batch.app_name)

    @Slot(str)
    def tell_fault(self, code: str) -> None:
        """Say that something in the program itself went wrong; once, however often it does.

        `code` is short and made of the fault's kind and place alone.
        """
        if self._fault is not None:
            return
        self._fault = self._window.add_banner(
            lambda: self.tr(
                "Something went wrong in the program (code {0}). Your text is kept. If it "
                "happens again, save a report and send it to support."
            ).format(code),
            "danger",
        )
        self._fault.add_action(
            "fault.report", lambda: self.tr("Save a report…"), self.report_asked.emit
        )
        self._fault.dismissed.connect(self._on_fault_dismissed)

    @Slot()
    def _on_fault_dismissed(self) -> None:
        self._fault = None


def _more_words(kind: str, number: int) -> str:
    if kind == "unknown":
        return QCoreApplication.translate("Notices", "and %Ln more to check", None, number)
    return QCoreApplication.translate("Notices", "and %Ln more not sent", None, number)


async def _batches(desk: Desk, ids: set[str]) -> dict[str, Batch]:
    found = [await desk.batch(batch_id) for batch_id in ids]
    return {batch.id: batch for batch in found if batch is not None}
