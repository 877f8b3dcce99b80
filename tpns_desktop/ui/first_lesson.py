"""The first lesson: three tips on the way to a first push, and the lists to try beside them.

Owns when each tip is shown, and the end of the lesson: after one push that was taken, or when all
three were put away. Help brings it back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable

    from tpns_desktop.send.desk import Batch
    from tpns_desktop.ui.screens.compose.screen import ComposeScreen
    from tpns_desktop.ui.screens.review.screen import ReviewScreen
    from tpns_desktop.ui.session import Session
    from tpns_desktop.ui.widgets.coach_mark import CoachMark
    from tpns_desktop.ui.window import MainWindow

PICK, CHECK, SEND = "pick", "check", "send"

_TIPS = {
    PICK: QT_TRANSLATE_NOOP(
        "FirstLesson",
        "1 of 3: Pick people. Choose a few accounts; “Use practice examples” fills in some that "
        "exist here.",
    ),
    CHECK: QT_TRANSLATE_NOOP(
        "FirstLesson",
        "2 of 3: Check. Review reads back who gets what, and when. It sends nothing.",
    ),
    SEND: QT_TRANSLATE_NOOP(
        "FirstLesson",
        "3 of 3: Send. In practice nothing leaves this computer; six drawn phones show the push.",
    ),
}


class FirstLesson(QObject):
    """Made once, with the window."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._marks: dict[str, CoachMark] = {}
        self._put_away: set[str] = set()
        self._asked = False
        self._awaited: str | None = None
        session.app_changed.connect(self._on_app_changed)
        session.batch_changed.connect(self._on_batch_changed)
        window.screen_shown.connect(self._on_screen_shown)

    @property
    def on(self) -> bool:
        """Whether there is a lesson now: in practice, or wherever it was asked for."""
        app = self._session.app
        return self._session.settings.tips and app is not None and (app.practice or self._asked)

    @Slot()
    def begin_again(self) -> None:
        """Show the tips again, from the first."""
        self._asked = True
        self._put_away.clear()
        self._keep(True)
        self._window.show_screen("compose")

    def await_end(self, batch_id: str) -> None:
        """This push is on its way; once it is taken, the lesson is over."""
        if self.on:
            self._awaited = batch_id
            self._on_batch_changed(batch_id)  # it may have been taken already

    # When each is shown

    @Slot(object)
    def _on_app_changed(self, _app: object) -> None:
        self._show()

    @Slot(str)
    def _on_screen_shown(self, key: str) -> None:
        if self.on:
            if key == "compose":
                self._place_on_compose()
            elif key == "review":
                self._place_on_review()
        self._show()

    @Slot()
    def _show(self) -> None:
        on = self.on
        if on and not self._marks and self._window.has_screen("compose"):
            self._place_on_compose()
        if not self._marks:
            return
        chosen = bool(self._compose.binding.value("audience.kind"))
        due = {PICK: not chosen, CHECK: chosen, SEND: self._window.place_of("review") == "compose"}
        for key, mark in self._marks.items():
            if on and due[key] and key not in self._put_away:
                mark.tell()
            else:
                mark.hide()
        self._compose.audience.file.offer_trials(on)

    # Where they stand

    @property
    def _compose(self) -> ComposeScreen:
        return cast("ComposeScreen", self._window.screen_widget("compose"))

    def _place_on_compose(self) -> None:
        if PICK in self._marks:
            return
        compose = self._compose
        pick, check = self._mark(PICK), self._mark(CHECK, right=True)
        compose.sides.add_above(pick)
        compose.add_above_bottom(check)
        _tab_before(pick, compose.audience)
        _tab_before(check, compose.bottom)
        for mark in (pick, check):
            keys = QShortcut(QKeySequence(Qt.Key.Key_Escape), mark, mark.dismiss)
            keys.setContext(Qt.ShortcutContext.WindowShortcut)
        compose.binding.edited.connect(self._on_edited)
        compose.binding.replaced.connect(self._show)

    def _place_on_review(self) -> None:
        if SEND in self._marks:
            return
        review = cast("ReviewScreen", self._window.screen_widget("review"))
        mark = self._mark(SEND, right=True)
        review.add_above_bottom(mark)
        _tab_before(mark, review.back)

    def _mark(self, key: str, *, right: bool = False) -> CoachMark:
        from tpns_desktop.ui.widgets.coach_mark import CoachMark  # no first paint needs it

        mark = CoachMark(f"tip.{key}", _words(key), right=right)
        mark.dismissed.connect(lambda: self._on_dismissed(key))
        self._marks[key] = mark
        return mark

    @Slot(str)
    def _on_edited(self, path: str) -> None:
        if path == "audience.kind":
            self._show()

    # Its end

    def _on_dismissed(self, key: str) -> None:
        self._put_away.add(key)
        if self._put_away >= set(_TIPS):
            self._keep(False)

    @Slot(str)
    def _on_batch_changed(self, batch_id: str) -> None:
        desk = self._session.desk
        if desk is not None and batch_id and batch_id == self._awaited:
            self._session.run(desk.batch(batch_id), self, self._look)

    def _look(self, batch: Batch | None) -> None:
        if batch is None or batch.id != self._awaited:
            return
        if any(row.state == "accepted" for row in batch.rows):
            self._awaited = None
            self._keep(False)

    def _keep(self, tips: bool) -> None:
        if self._session.settings.tips != tips:
            self._session.settings.tips = tips
            self._session.save_settings()
        self._show()


def _words(key: str) -> Callable[[], str]:
    return lambda: QCoreApplication.translate("FirstLesson", _TIPS[key])


def _tab_before(mark: CoachMark, anchor: QWidget) -> None:
    """Let Tab come to the mark before what it points at."""
    before: QWidget | None = anchor.previousInFocusChain()
    while before is not None and before is not anchor:
        if before.focusPolicy() & Qt.FocusPolicy.TabFocus and not mark.isAncestorOf(before):
            QWidget.setTabOrder(before, mark.banner.cross)
            return
        before = before.previousInFocusChain()
