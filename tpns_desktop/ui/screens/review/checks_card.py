"""The checks of a review: each warning with a tick of its own, then the notes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.widgets.pill import Pill
from tpns_desktop.ui.words.checks import fix_text, sentence

if TYPE_CHECKING:
    from tpns_desktop.send.examination import Examination, Finding


class ChecksCard(QFrame):
    """A line a finding, a tick a warning.

    Signals:
        ticked: a warning was ticked, or its tick taken away.
        push_asked(str): show the earlier push, of this batch id, that a finding is about.
        test_asked: a finding wants a test.
    """

    ticked = Signal()
    push_asked = Signal(str)
    test_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.checks")
        self.setProperty("role", "card")
        self._examination: Examination | None = None
        self._ticks: dict[str, list[QCheckBox]] = {}
        self._title = QLabel()
        self._title.setProperty("role", "card-title")
        self._said = QLabel()
        self._said.setProperty("role", "hint")
        self._said.setWordWrap(True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self._missing = QLabel()
        self._missing.setProperty("role", "error")
        self._missing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 18)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._said)
        column.addLayout(self._rows)
        column.addWidget(self._missing)

    def show_examination(self, examination: Examination) -> None:
        """Show these findings; nothing is ticked yet."""
        self._examination = examination
        self._missing.hide()
        self._rebuild(frozenset())

    def show_again(self, examination: Examination) -> None:
        """Show what is found now of the same push; ticks stay where the finding does."""
        self._examination = examination
        self._rebuild(self.ticked_ids())

    def retranslate(self) -> None:
        """Say it in the present language; ticks stay."""
        if self._examination is not None:
            self._rebuild(self.ticked_ids())

    def ticked_ids(self) -> frozenset[str]:
        """Ids of the warnings of which every line is ticked."""
        return frozenset(
            id for id, boxes in self._ticks.items() if all(box.isChecked() for box in boxes)
        )

    def missing(self) -> list[QCheckBox]:
        """The ticks that are still wanted, from the top."""
        return [box for boxes in self._ticks.values() for box in boxes if not box.isChecked()]

    def mark_missing(self) -> None:
        """Say that ticks are still wanted, if they are."""
        self._missing.setVisible(bool(self.missing()))
        for boxes in self._ticks.values():
            for box in boxes:
                box.setAccessibleDescription("" if box.isChecked() else self._missing.text())

    def _rebuild(self, ticked: frozenset[str]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._ticks = {}
        self._title.setText(self.tr("Checks"))
        self.setAccessibleName(self.tr("Checks"))
        self._missing.setText(self.tr("Tick each of these to go on."))
        examination = self._examination
        if examination is None:
            return
        self._said.setText(self._summary(examination))
        for finding in examination.errors:
            self._rows.addWidget(self._line(finding, self.tr("Stop"), "danger"))
        for finding in examination.warnings:
            self._rows.addWidget(self._warning(finding, finding.id in ticked))
        for finding in examination.notes:
            self._rows.addWidget(self._line(finding, self.tr("Note"), "neutral"))
        if not examination.findings:
            self._rows.addWidget(self._good())

    def _summary(self, examination: Examination) -> str:
        count = len(examination.warnings)
        if not count:
            return self.tr("Run again at the moment you confirm.")
        return QCoreApplication.translate(
            "ChecksCard",
            "%Ln to confirm with a tick. Run again at the moment you confirm.",
            None,
            count,
        )

    def _warning(self, finding: Finding, ticked: bool) -> QWidget:
        row, line = _row()
        said = sentence(finding)
        box = QCheckBox()
        boxes = self._ticks.setdefault(finding.id, [])
        more = f".{len(boxes) + 1}" if boxes else ""
        box.setObjectName(f"review.tick.{finding.id}{more}")
        box.setChecked(ticked)
        box.setAccessibleName(self.tr("I know: {0}").format(said))
        box.toggled.connect(self._on_toggled)
        boxes.append(box)
        text = _text(said)
        text.setBuddy(box)
        line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text, 1)
        batch_id = push_of(finding)
        if batch_id:
            line.addWidget(self._open_push(finding, batch_id), 0, Qt.AlignmentFlag.AlignTop)
        if finding.fix == "send_test":
            line.addWidget(self._send_test(finding, more), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Pill(self.tr("! Confirm"), "warn"), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _line(self, finding: Finding, word: str, tone: str) -> QWidget:
        row, line = _row()
        line.addWidget(_text(sentence(finding), 0), 1)
        batch_id = push_of(finding)
        if batch_id:
            line.addWidget(self._open_push(finding, batch_id), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(Pill(word, tone), 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _open_push(self, finding: Finding, batch_id: str) -> QPushButton:
        button = QPushButton(fix_text("open_push"))
        button.setObjectName(f"review.open.{finding.id}")
        button.setProperty("kind", "link")
        button.setAccessibleDescription(sentence(finding))
        button.clicked.connect(partial(self._on_open_push, batch_id))
        return button

    def _send_test(self, finding: Finding, more: str) -> QPushButton:
        button = QPushButton(fix_text(finding.fix))
        button.setObjectName(f"review.fix.{finding.id}{more}")
        button.setProperty("kind", "link")
        button.setAccessibleDescription(sentence(finding))
        button.clicked.connect(self.test_asked)
        return button

    def _on_open_push(self, batch_id: str, _checked: bool = False) -> None:
        self.push_asked.emit(batch_id)

    def _good(self) -> QWidget:
        row, line = _row()
        line.addWidget(Pill("✓", "ok"), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(_text(self.tr("Nothing to confirm here."), 0), 1)
        return row

    @Slot()
    def _on_toggled(self) -> None:
        if not self._missing.isHidden():
            self.mark_missing()
        self.ticked.emit()


def push_of(finding: Finding) -> str:
    """Batch id of the earlier push that a finding leads to, or empty."""
    return str(finding.params.get("batch_id", "")) if finding.fix == "open_push" else ""


def _row() -> tuple[QWidget, QHBoxLayout]:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    return row, line


def _text(said: str, above: int = 3) -> QLabel:
    label = QLabel(said)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setContentsMargins(0, above, 0, 0)
    if above:
        label.setAlignment(Qt.AlignmentFlag.AlignTop)  # beside a taller button too
    return label
