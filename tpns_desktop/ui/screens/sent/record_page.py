"""A push that this program did not make: what the service's record tells of it, and its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tpns_desktop.ui.theme import icons
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.fact_rows import FactRows
from tpns_desktop.ui.words.channels import channel_name
from tpns_desktop.ui.words.numbers import day_and_time, duration, grouped, when_inside
from tpns_desktop.ui.words.records import (
    audience_words,
    made_by,
    message_words,
    status_words,
    system_of,
    tags_words,
)
from tpns_desktop.ui.words.results import ask_trouble

if TYPE_CHECKING:
    from tpns_desktop.send.records import Line
    from tpns_desktop.store.records import RecordRow
    from tpns_desktop.ui.session import Session

_WIDTH = 760
_LOOK_MS = 15_000
"""While it is shown, the desk is asked for news so often; it asks TPNS less often."""


class RecordPage(QWidget):
    """One record at a time.

    Signals:
        left: back to the list.
    """

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._line: Line | None = None
        self._record: RecordRow | None = None
        self._trouble = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._follow)
        self.setObjectName("sent.record")
        self.back = QPushButton()
        self.back.setObjectName("sent.record.back")
        self.back.setProperty("kind", "link")
        self.back.clicked.connect(self.left)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.left.emit)
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._made = QLabel()
        self._made.setObjectName("sent.record.made")
        self._made.setProperty("role", "muted")
        self._made.setWordWrap(True)
        self.facts = FactRows()
        self.figures = FactRows()
        self._none = QLabel()
        self._none.setObjectName("sent.record.figures")
        self._none.setProperty("role", "muted")
        self._none.setWordWrap(True)
        self.read = QPushButton()
        self.read.setObjectName("sent.record.read")
        self.read.clicked.connect(self._on_read)
        self._told, self._counted = Card(), Card()
        self._told.body.addWidget(self.facts)
        self._counted.body.addWidget(self.figures)
        self._counted.body.addWidget(self._none)
        self._counted.body.addWidget(self.read, 0, Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch()
        inside = QWidget()
        inside.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 20)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._title)
        column.addWidget(self._made)
        column.addWidget(self._told)
        column.addWidget(self._counted)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._show_words()

    def show_line(self, line: Line) -> None:
        """Show this push; its record is read beside it."""
        self._line, self._record, self._trouble = line, None, ""
        self._show()
        desk = self._session.desk
        if desk is not None and line.push_id is not None:
            self.read.setEnabled(True)
            self._session.run(
                desk.records.record(line.access_id, line.push_id), self, self._on_record
            )

    def _on_record(self, record: RecordRow | None) -> None:
        line = self._line
        if record is not None and line is not None and record.push_id == line.push_id:
            self._record = record
            self._show()

    @Slot()
    def _follow(self) -> None:
        """Take the newest figures; the desk knows when it is time to ask for them."""
        desk, line = self._session.desk, self._line
        if desk is not None and line is not None and line.push_id is not None:
            self._session.run(
                desk.records.follow(line.access_id, line.push_id),
                self,
                self._on_followed,
                self._on_trouble,
            )

    def _on_followed(self, record: RecordRow | None) -> None:
        known = self._record.counters_at if self._record is not None else None
        if record is not None and record.counters_at != known:
            self._trouble = ""
        self._on_record(record)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    @Slot()
    def _on_read(self) -> None:
        desk, line = self._session.desk, self._line
        if desk is None or line is None or line.push_id is None:
            return
        self.read.setEnabled(False)
        self._session.run(
            desk.records.read_counters(line.access_id, line.push_id),
            self,
            self._on_counted,
            self._on_trouble,
        )

    def _on_counted(self, record: RecordRow) -> None:
        self.read.setEnabled(True)
        self._trouble = ""
        self._on_record(record)

    def _on_trouble(self, error: BaseException) -> None:
        self.read.setEnabled(True)
        reason = getattr(error, "reason", None)
        if reason is None:
            self._session.failed.emit("counters", error)
            return
        self._trouble = ask_trouble(reason, getattr(error, "code", None))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
            self._show()
        elif event.type() == QEvent.Type.PaletteChange:
            self.back.setIcon(icons.icon("chevron-left", "accent"))
        super().changeEvent(event)

    def _show_words(self) -> None:
        self.back.setText(self.tr("Sent"))
        self.back.setAccessibleName(self.tr("Back to the list"))
        self.back.setIcon(icons.icon("chevron-left", "accent"))
        self._told.set_texts(self.tr("What TPNS tells of it"), "")
        self._counted.set_texts(self.tr("Figures"), "")
        self.read.setText(self.tr("Read the figures"))

    def _show(self) -> None:
        line, record = self._line, self._record
        if line is None:
            return
        title = " ".join(line.title.split()) or " ".join(line.content.split())
        self._title.setText(title or self.tr("A push without words"))
        self._made.setText(
            self.tr("This push was not made in this program: it can only be looked at here.")
        )
        self.facts.show_facts(self._facts(line, record))
        counters = record.counters if record is not None else None
        self.figures.show_facts(self._figures(counters or []))
        self.figures.setVisible(bool(counters))
        read_at = record.counters_at if record is not None else None
        said = (
            self.tr("Read {0}.").format(when_inside(read_at))
            if counters and read_at is not None
            else self.tr("The figures of this push have not been read yet.")
        )
        self._none.setText(f"{said} {self._trouble}".strip())

    def _facts(self, line: Line, record: RecordRow | None) -> list[tuple[str, str, str]]:
        facts = [
            (self.tr("Status"), status_words(line.status).text, ""),
            (self.tr("Made"), day_and_time(line.when), self.tr("Beijing time")),
            (self.tr("Made by"), made_by(line.source), ""),
            (self.tr("Title"), line.title, ""),
            (self.tr("Text"), line.content, ""),
            (self.tr("Who"), audience_words(line.audience_kind, line.count), ""),
            (self.tr("On"), system_of(line.access_id), ""),
        ]
        if record is not None:
            environment = {
                "product": self.tr("Live"),
                "dev": self.tr("iOS development environment"),
            }
            facts += [
                (self.tr("Tags"), tags_words(record.tags), ""),
                (self.tr("Kind"), message_words(record), ""),
                (self.tr("Environment"), environment.get(record.environment, ""), ""),
                (
                    self.tr("Kept for phones"),
                    duration(record.expire_s) if record.expire_s else "",
                    "",
                ),
                (self.tr("Access ID"), record.access_id, ""),
                (self.tr("Push ID"), record.push_id, ""),
                (self.tr("Asked"), when_inside(record.seen_at), ""),
            ]
        return facts

    def _figures(self, counters: list[dict[str, object]]) -> list[tuple[str, str, str]]:
        rows = []
        for counted in sorted(counters, key=lambda one: one.get("channel") != "all"):
            channel = str(counted.get("channel", ""))
            said = self.tr("Planned {0} · Delivered {1} · Arrived {2} · Tapped {3}").format(
                *(
                    _number(counted.get(name))
                    for name in ("planned", "delivered", "arrived", "tapped")
                )
            )
            name = self.tr("All channels") if channel == "all" else channel_name(channel)
            rows.append((name, said, ""))
        return rows


def _number(value: object) -> str:
    return grouped(value) if isinstance(value, int) else "–"
