"""The strip's line about the questions that the service still answers this hour, when few are left.

How many were asked is counted for all windows together (`send.budget`): the line looks each minute,
and after each push that has news.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Slot
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from tpns_desktop.ui.session import Session

FEW = 40
"""As many as the program never uses up by itself (`send.budget.PERSONS`)."""
_LOOK_MS = 60_000


class QuestionsLeft(QLabel):
    """Hidden while there are enough."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._left: int | None = None
        self.looking = False
        """Whether it is being counted."""
        self.setObjectName("window.questions")
        self.setProperty("role", "hint")
        self.hide()
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(_LOOK_MS)
        session.opened.connect(self.look)
        session.app_changed.connect(self.look)
        session.batch_changed.connect(self.look)

    @Slot()
    def look(self) -> None:
        """Count anew."""
        desk, app = self._session.desk, self._session.app
        if desk is None or app is None:
            self._on_counted(None)
        elif not self.looking:
            self.looking = True
            self._session.run(desk.watching.left(app.id), self, self._on_counted, self._on_failed)

    def _on_counted(self, left: int | None) -> None:
        self.looking = False
        self._left = left
        self._show()

    def _on_failed(self, _error: BaseException) -> None:
        self.looking = False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        left = self._left
        few = left is not None and left < FEW
        self.setVisible(few)
        if not few or left is None:
            return
        self.setText(
            QCoreApplication.translate(
                "QuestionsLeft", "%Ln question(s) to TPNS left this hour", None, left
            )
        )
        self.setToolTip(
            self.tr(
                "TPNS answers 200 questions an hour about pushes and devices, for all windows "
                "together. The last ones are kept for what you ask; figures update less often."
            )
        )
