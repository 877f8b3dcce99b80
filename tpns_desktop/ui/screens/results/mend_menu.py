"""Make it right: what can still be done about a push, why the rest can't, and what was done.

A card and no menu that folds out: who has sent something wrong looks for the way, not for a button,
and an entry that can't be chosen has room to say why. Each is asked about in a dialog; the desk
does it, and tells what came of it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.screens.results.mend_dialogs import MendDialog
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.deliberate_dialog import said
from tpns_desktop.ui.widgets.fact_rows import FactRows
from tpns_desktop.ui.words.mending import (
    deed_rows,
    effect_words,
    entry_words,
    taken_back_words,
    verb_words,
    why_not_words,
)

if TYPE_CHECKING:
    from tpns_desktop.send.mending import Story
    from tpns_desktop.send.results import Batch
    from tpns_desktop.store.drafts import DraftRow
    from tpns_desktop.ui.background import Handle

KINDS = ("cancel", "stop", "replace", "correct")
_BUTTON_WIDTH = 176
_KEPT_MS = 2000
"""So long the card stays in sight after a person was led to it, whatever comes in above it."""


class MendCard(QFrame):
    """Follows one push; hidden while TPNS has not taken it.

    `jump` is a button for the page's head that leads here. Signal `draft_ready(DraftRow)`: a draft
    that replaces or corrects it is kept, to be opened.
    """

    draft_ready = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._batch_id: str | None = None
        self._story: Story | None = None
        self._asking: Handle | None = None
        self._dialog: MendDialog | None = None
        self._leading = ""
        self._kept = QTimer(self, singleShot=True, interval=_KEPT_MS)
        self.setObjectName("result.mend")
        self.setProperty("role", "card")
        self._title = QLabel()
        self._title.setProperty("role", "card-title")
        self.taken = said("strong")
        self.taken.setObjectName("result.mend.taken")
        self.error = said("error")
        self.error.setObjectName("result.mend.error")
        self.buttons: dict[str, QPushButton] = {}
        self.says: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, kind in enumerate(KINDS):
            button = QPushButton()
            button.setObjectName(f"result.mend.{kind}")
            button.setMinimumWidth(_BUTTON_WIDTH)
            button.clicked.connect(partial(self._on_chosen, kind))
            says = said("muted")
            self.buttons[kind], self.says[kind] = button, says
            grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(says, row, 1, Qt.AlignmentFlag.AlignVCenter)
        self._done_title = QLabel()
        self._done_title.setProperty("role", "overline")
        self.deeds = FactRows()
        self.deeds.setObjectName("result.mend.deeds")
        self.check = QPushButton()
        self.check.setObjectName("result.mend.check")
        self.check.clicked.connect(self._on_check)
        self.jump = QPushButton()
        self.jump.setObjectName("result.mend.jump")
        self.jump.clicked.connect(self.show_entries)
        self.jump.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 18)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self.taken)
        column.addLayout(grid)
        column.addWidget(self.error)
        column.addWidget(self._done_title)
        column.addWidget(self.deeds)
        column.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)
        self.error.hide()
        self.hide()
        session.batch_changed.connect(self._on_batch_changed)
        session.app_changed.connect(self._load)
        self._show_words()

    # What is shown

    def show_batch(self, batch: Batch) -> None:
        """Follow this push."""
        if batch.id != self._batch_id:
            self._batch_id = batch.id
            self._story = None
            self._stop()
            self.error.hide()
            self.hide()
            self.jump.hide()
            self._load()

    def show_nothing(self) -> None:
        """Follow no push: what is on the page is none of TPNS."""
        self._batch_id = self._story = None
        self._stop()
        self.hide()
        self.jump.hide()

    @Slot()
    def _load(self) -> None:
        desk, batch_id, app = self._session.desk, self._batch_id, self._session.app
        if desk is not None and batch_id is not None:
            told = desk.mending.story(batch_id, app.id if app is not None else "")
            self._session.run(told, self, partial(self._on_story, batch_id))

    @Slot(str)
    def _on_batch_changed(self, batch_id: str) -> None:
        if batch_id in ("", self._batch_id) or self._follows(batch_id):
            self._load()

    def _follows(self, batch_id: str) -> bool:
        """Whether that push came of what was done about this one."""
        deeds = self._story.deeds if self._story is not None else ()
        return any(deed.batch_id == batch_id or deed.batch_id is None for deed in deeds)

    def _on_story(self, batch_id: str, story: Story | None) -> None:
        if batch_id != self._batch_id or story is None:
            return
        before, self._story = self._story, story
        accepted = any(row.state == "accepted" for row in story.batch.rows)
        self.setVisible(accepted)
        self.jump.setVisible(accepted)
        self._show_story(story)
        if self._leading == batch_id:
            self._leading = ""
            self.show_entries()
        if before is not None and before.deeds != story.deeds:
            rows = deed_rows(story.deeds)
            announce(self, " ".join(part for part in rows[-1][1:] if part), urgent=True)

    def lead(self, batch_id: str) -> None:
        """`show_entries` of this push, as soon as it is known what they are."""
        if self._story is not None and self._story.batch.id == batch_id:
            self.show_entries()
        else:
            self._leading = batch_id

    @Slot()
    def show_entries(self) -> None:
        """Bring the card into sight, with the focus on the first entry that can be chosen."""
        self._bring_into_sight()
        self._kept.start()
        for button in self.buttons.values():
            if button.isEnabled():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self._kept.isActive():  # figures came in above it meanwhile
            QTimer.singleShot(0, self, self._bring_into_sight)

    @Slot()
    def _bring_into_sight(self) -> None:
        at: QWidget | None = self.parentWidget()
        while at is not None and not isinstance(at, QScrollArea):
            at = at.parentWidget()
        if at is not None:
            at.ensureWidgetVisible(self, 0, 20)

    def _show_story(self, story: Story) -> None:
        for kind in KINDS:
            entry = story.entry(kind)
            words = entry_words(entry)
            self.says[kind].setText(words)
            self.buttons[kind].setEnabled(bool(entry.possible) and self._asking is None)
            self.buttons[kind].setAccessibleDescription(words)
            self.buttons[kind].setToolTip(words if entry.reason else effect_words(kind))
        # A button that is off is no stop for Tab: the card says why to those who hear it.
        off = [self.says[kind].text() for kind in KINDS if not story.entry(kind).possible]
        self.setAccessibleDescription(" ".join(off))
        self.taken.setText("\n".join(taken_back_words(one) for one in story.taken_back))
        self.taken.setVisible(bool(story.taken_back))
        rows = deed_rows(story.deeds)
        self.deeds.show_facts(rows)
        self.deeds.setVisible(bool(rows))
        self._done_title.setVisible(bool(rows))
        self.check.setVisible(any(deed.action.outcome == "unknown" for deed in story.deeds))
        self.check.setEnabled(self._asking is None)

    # What a person does

    def _on_chosen(self, kind: str, _checked: bool = False) -> None:
        story = self._story
        if story is None or self._dialog is not None or self._asking is not None:
            return
        if not story.entry(kind).possible:
            return
        dialog = MendDialog(story, kind, self)
        dialog.finished.connect(self._on_finished)
        self._dialog = dialog
        dialog.open()

    @Slot(int)
    def _on_finished(self, result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is None:
            return
        dialog.deleteLater()
        desk, batch_id, app = self._session.desk, self._batch_id, self._session.app
        if result != QDialog.DialogCode.Accepted or desk is None or batch_id is None:
            return
        done = partial(self._on_done, batch_id)
        failed = partial(self._on_failed, batch_id)
        if dialog.kind == "cancel":
            work = desk.mending.cancel(batch_id, dialog.push_ids())
        elif dialog.kind == "stop":
            work = desk.mending.stop(batch_id, dialog.push_ids())
        elif app is not None:
            self._begin()
            prepared = desk.mending.prepare(dialog.kind, batch_id, app.id)
            self._asking = self._session.run(
                prepared, self, partial(self._on_draft, batch_id), failed
            )
            return
        else:
            return
        self._begin()
        self._asking = self._session.run(work, self, done, failed)

    @Slot()
    def _on_check(self) -> None:
        desk, batch_id = self._session.desk, self._batch_id
        if desk is None or batch_id is None or self._asking is not None:
            return
        self._begin()
        self._asking = self._session.run(
            desk.mending.check(batch_id),
            self,
            partial(self._on_done, batch_id),
            partial(self._on_failed, batch_id),
        )

    def _begin(self) -> None:
        self.error.hide()
        for button in (*self.buttons.values(), self.check):
            button.setEnabled(False)

    def _on_done(self, batch_id: str, story: Story) -> None:
        if batch_id == self._batch_id:
            self._asking = None
            self._on_story(batch_id, story)

    def _on_draft(self, batch_id: str, row: DraftRow) -> None:
        if batch_id == self._batch_id:
            self._asking = None
            self._load()
        self.draft_ready.emit(row)

    def _on_failed(self, batch_id: str, error: BaseException) -> None:
        if batch_id != self._batch_id:
            return
        self._asking = None
        reason = str(getattr(error, "reason", None) or getattr(error, "code", "failed"))
        code = getattr(error, "code", None)
        words = why_not_words(reason, code if isinstance(code, int) else None)
        self.error.setText(words)
        self.error.show()
        announce(self, words, urgent=True)
        self._load()

    def _stop(self) -> None:
        # The desk goes on and writes the end down; only this page does not wait for it.
        self._asking = None
        if self._dialog is not None:
            self._dialog.reject()

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self._title.setText(self.tr("Make it right"))
        self.setAccessibleName(self._title.text())
        for kind in KINDS:
            self.buttons[kind].setText(verb_words(kind))
        self.jump.setText(self.tr("Make it right…"))
        self.jump.setAccessibleDescription(
            self.tr("Shows what can still be cancelled, stopped, replaced or corrected.")
        )
        self._done_title.setText(self.tr("What was done"))
        self.check.setText(self.tr("Check now"))
        self.check.setAccessibleDescription(
            self.tr("Asks TPNS how the push stands. Nothing is cancelled or sent.")
        )
        if self._story is not None:
            self._show_story(self._story)
