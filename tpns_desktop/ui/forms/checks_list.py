"""The checks beside the form: what must be mended, what needs a tick, what is only said."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tpns_desktop.ui.widgets.pill import Pill
from tpns_desktop.ui.words.checks import fix_text, sentence

if TYPE_CHECKING:
    from tpns_desktop.send.examination import Examination, Finding

_LONG = re.compile(r"[!-~]{20}(?=[!-~])")
"""Of a tag or an address: a label breaks lines between words alone, and would hide its button."""

TONES = {"E": "danger", "W": "warn", "N": "neutral"}


def breakable(said: str) -> str:
    """The same words; what is long and has no spaces may go on in the next line."""
    return _LONG.sub("\\g<0>\u200b", said)


class ChecksList(QScrollArea):
    """Signal `fix_asked(Finding)`: the person pressed the button beside a finding."""

    fix_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checks")
        self.setWidgetResizable(True)
        self._examination: Examination | None = None
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(4, 8, 4, 8)
        self._column.setSpacing(10)
        self.setWidget(self._inner)
        self._inner.setAutoFillBackground(False)  # setWidget turns it on; the panel shows through
        self.setAccessibleName(self.tr("Checks"))

    def show_examination(self, examination: Examination) -> None:
        """List the findings of this examination, errors first."""
        shown = self._examination
        self._examination = examination
        if shown is None or shown.findings != examination.findings:
            self._rebuild()

    def counts(self) -> tuple[int, int, int]:
        """How many must be fixed, need a tick, are notes."""
        if self._examination is None:
            return 0, 0, 0
        found = self._examination
        return len(found.errors), len(found.warnings), len(found.notes)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._examination is not None:
            self.setAccessibleName(self.tr("Checks"))
            self._rebuild()
        super().changeEvent(event)

    def _rebuild(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        examination = self._examination
        if examination is None:
            return
        if not examination.findings:
            self._column.addWidget(QLabel(self.tr("Nothing to mend. Ready for review.")))
        for level in "EWN":
            for finding in examination.findings:
                if finding.level == level:
                    self._column.addWidget(self._row(finding))
        self._column.addStretch(1)

    def _row(self, finding: Finding) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        said = sentence(finding)
        names = {"E": self.tr("Fix"), "W": self.tr("Confirm"), "N": self.tr("Note")}
        text = QLabel(breakable(said))
        text.setAccessibleName(said)
        text.setWordWrap(True)
        go = QPushButton(fix_text(finding.fix))
        go.setObjectName(f"check.{finding.id}")
        go.setProperty("kind", "link")
        go.setAccessibleDescription(said)
        go.clicked.connect(partial(self._on_go_clicked, finding))
        line.addWidget(Pill(names[finding.level], TONES[finding.level]))
        line.addWidget(text, 1)
        line.addWidget(go)
        return row

    def _on_go_clicked(self, finding: Finding, _checked: bool = False) -> None:
        self.fix_asked.emit(finding)
