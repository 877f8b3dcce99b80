"""The bar of the hold: how long there is left to take it back, and the button that does.

Numbers only, no motion. It counts by the clock it is given; when the time is up it waits to be
told what became of it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.deliberate_button import DeliberateButton
from tpns_desktop.ui.widgets.steady_label import SteadyLabel

_TICK_MS = 200


def _utc_now() -> datetime:
    return datetime.now(UTC)


class HoldBar(QFrame):
    """Words, Cancel, and "Send now" where the hold has no clock.

    Signals:
        cancelled: the person wants it back.
        send_now_asked: the person ends a hold that has no clock.
    """

    cancelled = Signal()
    send_now_asked = Signal()

    def __init__(
        self, now: Callable[[], datetime] = _utc_now, parent: QWidget | None = None
    ) -> None:
        """`now` gives aware instants."""
        super().__init__(parent)
        self._now = now
        self._until: datetime | None = None
        self._stopping = False
        self._queued = False
        self._upload = ""
        self._uploaded = False
        self.setProperty("role", "hold")
        self._said = SteadyLabel()
        self._said.setObjectName("hold.said")
        self.send_now = DeliberateButton()
        self.send_now.setObjectName("result.send_now")
        self.send_now.setProperty("kind", "onbar")
        self.send_now.clicked.connect(self._on_send_now)
        self.cancel = QPushButton()
        self.cancel.setObjectName("result.cancel")
        self.cancel.setProperty("kind", "onbar")
        self.cancel.setMinimumWidth(120)
        self.cancel.clicked.connect(self._on_cancel)
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 10, 12, 10)
        line.setSpacing(10)
        line.addWidget(self._said, 1)
        line.addWidget(self.send_now)
        line.addWidget(self.cancel)
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._show_time)
        self._show_words()

    def load(self, said: str) -> None:
        """Say how far the upload before the hold is; no time counts down yet."""
        fresh = not self._upload
        self._upload, self._until = said, None
        self._timer.stop()
        self.send_now.hide()
        if not self._stopping:
            self.cancel.setEnabled(True)
        self._show_words()
        if fresh:
            announce(self, self._said.text(), urgent=True)

    def start(self, until: datetime | None, queued: bool = False, uploaded: bool = False) -> None:
        """Count down to `until` (aware); None: held until the person says so.

        `queued`: after the hold it may have to wait until others like it have left. `uploaded`: a
        list went ahead of it.
        """
        self._queued = queued
        self._upload, self._uploaded = "", uploaded
        fresh = until != self._until or self.isHidden()
        self._until = until
        self._stopping = False
        self.cancel.setEnabled(True)
        self.send_now.setEnabled(True)
        if self.hasFocus():
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.send_now.setVisible(until is None)
        self._show_words()
        if until is not None:
            self._timer.start()
        if fresh:
            announce(self, self._said.text(), urgent=True)

    def left_s(self) -> int | None:
        """Whole seconds left, rounded up; None where there is no clock."""
        if self._until is None:
            return None
        return max(math.ceil((self._until - self._now()).total_seconds()), 0)

    def has_focus(self) -> bool:
        """Whether the keyboard is in it."""
        focused = self.window().focusWidget()
        return focused is self or (focused is not None and self.isAncestorOf(focused))

    def text(self) -> str:
        """What it says."""
        return self._said.text()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_time()
        if self._until is not None:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setAccessibleDescription(
            self.tr("No push has been requested yet. Ctrl+Z.")
            if self._upload or self._uploaded
            else self.tr("Nothing has left this computer. Ctrl+Z.")
        )
        self.cancel.setToolTip(self.tr("Ctrl+Z"))
        self.send_now.setText(self.tr("Send now"))
        self.send_now.setAccessibleDescription(
            self.tr("Enter and Space do not press it. Click it, or press Alt+S.")
        )
        self.send_now.setToolTip(self.tr("Alt+S"))
        self._show_time()

    @Slot()
    def _show_time(self) -> None:
        left = self.left_s()
        if self._stopping:
            said = self.tr("Taking it back…")
        elif self._upload:
            said = self._upload
        elif left is None and self._uploaded:
            said = self.tr(
                "Your list is uploaded. No push has been requested yet: it is on hold until you "
                "say so."
            )
        elif left is None:
            said = self.tr("On hold until you say so. Nothing has left this computer.")
        elif left == 0 and self._queued:
            said = self.tr("The hold is over. Waiting for its turn: TPNS takes one a second.")
        elif left == 0:
            said = self.tr("The hold is over. Sending…")
        elif self._uploaded:
            said = QCoreApplication.translate(
                "HoldBar",
                "Your list is uploaded. No push has been requested yet. Sending in %Ln s.",
                None,
                left,
            )
        else:
            said = QCoreApplication.translate(
                "HoldBar", "On hold — sending in %Ln s. Nothing has left this computer.", None, left
            )
        if left == 0:
            self._timer.stop()
        if said != self._said.text():
            self._said.setText(said)
            self.setAccessibleName(said)

    @Slot()
    def _on_cancel(self) -> None:
        if self.cancel.hasFocus():
            # Here until it is known what became of it, not on whatever comes next.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cancel.setEnabled(False)
        self.send_now.setEnabled(False)
        self._stopping = True
        self._show_time()
        self.cancelled.emit()

    @Slot()
    def _on_send_now(self) -> None:
        self.send_now.setEnabled(False)
        self.send_now_asked.emit()
