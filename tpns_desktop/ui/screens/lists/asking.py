"""A dialog that asks a list something and shows the answer; the window never waits for it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from tpns_desktop.ui.screens.lists.troubles import trouble_words
from tpns_desktop.ui.screens.lists.work import TICK_MS
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.verb_dialog import VerbDialog

if TYPE_CHECKING:
    from tpns_desktop.ui.background import Handle


class AskingDialog(VerbDialog):
    """Going back while it still reads ends the reading."""

    def __init__(self, name: str, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.session = session
        self._handle: Handle | None = None
        self._at = (0, 0)
        self.bar = QProgressBar()
        self.bar.setObjectName(f"{name}.progress")
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Reading…"))
        self.bar.hide()
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self.back.setText(self.tr("Close"))
        self.finished.connect(self._on_finished)

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._handle is not None

    def progress(self, done: int, total: int) -> None:
        """As the desk tells it; called on the loop's thread."""
        self._at = (done, total)

    def ask(self, question: Coroutine[Any, Any, Any], done: Callable[[Any], None]) -> None:
        """Ask; `done` gets the answer. Nothing else is asked meanwhile."""
        self._at = (0, 0)
        self.do.setEnabled(False)
        self.show_error("")
        self._on_tick()
        self.bar.show()
        self._timer.start()

        def answered(answer: Any) -> None:
            self._rest()
            done(answer)

        self._handle = self.session.run(question, self, answered, self._on_failed)

    def _rest(self) -> None:
        self._handle = None
        self._timer.stop()
        self.bar.hide()
        self.do.setEnabled(True)

    def _on_failed(self, error: BaseException) -> None:
        self._rest()
        self.show_error(trouble_words(error))

    def _on_tick(self) -> None:
        done, total = self._at
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def _on_finished(self, _result: int) -> None:
        if self._handle is not None:
            self._handle.cancel()
