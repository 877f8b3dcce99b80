"""The slim step list at the top: where one is, what is done, and a jump to each card."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from tpns_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from tpns_desktop.send.examination import Examination

STEPS = ("who", "message", "when", "sms", "plan")
"""The cards in order; `Alt+1…5` jump to them."""

_FIELDS = {
    "audience": "who",
    "message": "message",
    "schedule": "when",
    "sms": "sms",
    "plan": "plan",
    "name": "plan",
}


class Steps(QWidget):
    """Signal `chosen(str)`: the step to jump to. It never locks."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = FlowLayout(self, spacing=4)
        line.setContentsMargins(0, 0, 0, 0)
        self._marks: dict[str, str] = dict.fromkeys(STEPS, "")
        self._buttons: dict[str, QPushButton] = {}
        for step in STEPS:
            button = QPushButton()
            button.setObjectName(f"step.{step}")
            button.setProperty("kind", "quiet")
            button.clicked.connect(partial(self._on_clicked, step))
            # Not the button's own shortcut: that presses it a moment later, when somebody quick is
            # typing already.
            keys = QShortcut(QKeySequence(f"Alt+{len(self._buttons) + 1}"), button)
            keys.activated.connect(partial(self._on_clicked, step))
            self._buttons[step] = button
            line.addWidget(button)
        self._show_words()

    def show_examination(self, examination: Examination) -> None:
        """Mark each step: "!" where something must be mended, "✓" where nothing must."""
        broken = {_FIELDS.get(f.field.split(".")[0], "who") for f in examination.errors}
        draft = examination.draft
        filled = {
            "who": draft["audience"]["kind"] is not None,
            "message": bool(draft["message"]["title"] or draft["message"]["content"]),
            "when": True,
            "sms": draft["sms"]["on"],
            "plan": draft["plan"] is not None,
        }
        marks = {s: "!" if s in broken else "✓" if filled[s] else "" for s in STEPS}
        if marks != self._marks:
            self._marks = marks
            self._show_words()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _words(self) -> Mapping[str, str]:
        return {
            "who": self.tr("Who"),
            "message": self.tr("Message"),
            "when": self.tr("When"),
            "sms": self.tr("SMS"),
            "plan": self.tr("Plan"),
        }

    def _show_words(self) -> None:
        states = {"": self.tr("empty"), "!": self.tr("something to mend"), "✓": self.tr("done")}
        words = self._words()
        for number, step in enumerate(STEPS, start=1):
            mark = self._marks[step]
            button = self._buttons[step]
            button.setText(f"{number}  {words[step]}  {mark}".rstrip())
            button.setAccessibleName(
                self.tr("Step {0}, {1}: {2}").format(number, words[step], states[mark])
            )
            keys = QKeySequence(f"Alt+{number}").toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(keys)
            button.setAccessibleDescription(keys)

    def _on_clicked(self, step: str, _checked: bool = False) -> None:
        self.chosen.emit(step)
