"""How a push ended on one system, or on both alike: three plain answers, then the details."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.screens.results.copying import Copy
from tpns_desktop.ui.screens.results.settle_part import SettlePart
from tpns_desktop.ui.theme import icons
from tpns_desktop.ui.widgets.disclosure import Disclosure
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.chat_codes import leads_to_setup
from tpns_desktop.ui.words.chat_results import chat_ending_words, chat_state_words
from tpns_desktop.ui.words.numbers import day_and_time, grouped
from tpns_desktop.ui.words.results import DRAFT_STATES, again_warning, joined_answers
from tpns_desktop.ui.words.review import systems
from tpns_desktop.ui.words.states import rows_words

if TYPE_CHECKING:
    from tpns_desktop.store.history import PushRow

_QUESTION_WIDTH = 160
_IDS_SHOWN = 3
"""Push IDs of a system that stand there by themselves."""
_OPEN = frozenset({"confirmed", "held", "sending", "unknown"})
"""While a row is in one of these, its push is not sent again: its end is not known yet."""
_COLOURS = {"neutral": "muted"}
"""Tones that have no colour of their own name."""


class EndingCard(QFrame):
    """One ending, with what can be done about it.

    `settle` is the part for a push of which nobody knows, else None.

    Signals:
        draft_asked(str): open the draft of this id, to mend it or to send it again.
        setup_asked: show what must be ready for pushes to a Chat app.
    """

    draft_asked = Signal(str)
    setup_asked = Signal()

    def __init__(
        self,
        rows: tuple[PushRow, ...],
        whole: tuple[PushRow, ...],
        now: Callable[[], datetime],
        out_of_reach: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`rows`, of the push's `whole` rows, ended alike; `now` gives aware instants.

        `out_of_reach`: as in `Batch`.
        """
        super().__init__(parent)
        self._rows = rows
        self.settle: SettlePart | None = None
        self.setProperty("role", "card")
        self.setObjectName(f"result.ending.{'.'.join(row.platform for row in rows)}")
        chat = rows[0].is_chat
        state = chat_state_words(rows[0]) if chat else rows_words(rows, rows[0].state)
        answers = chat_ending_words(rows[0]) if chat else joined_answers(rows, out_of_reach)
        shape = QLabel()
        shape.setFixedSize(20, 20)
        shape.setPixmap(
            icons.pixmap(
                state.icon, _COLOURS.get(state.tone, state.tone), 20, self.devicePixelRatioF()
            )
        )
        said = state.text
        if len(rows) < len(whole):
            said = self.tr("{0}: {1}").format(systems([row.platform for row in rows]), said)
        self._title = QLabel(said)
        self._title.setProperty("role", "card-title")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(shape)
        head.addWidget(self._title, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 14, 18, 16)
        self._column.setSpacing(10)
        self._column.addLayout(head)
        if answers.was_sent:
            self._column.addLayout(self._answers(answers.happened, answers.was_sent, answers.to_do))
        elif answers.happened:
            self._column.addWidget(_text(answers.happened))
        for row in rows:
            if len(row.push_ids) > _IDS_SHOWN:
                self._column.addWidget(self._all_push_ids(row))
            else:
                for push_id in row.push_ids:
                    self._column.addLayout(self._push_id(row.platform, push_id))
            if row.state == "accepted" and not row.push_ids:
                for push_id in row.matches:
                    self._column.addLayout(self._push_id(row.platform, push_id, maybe=True))
        if rows[0].state == "unknown":
            self.settle = SettlePart(now)
            self._column.addWidget(self.settle)
        self.draft: QPushButton | None = None
        if chat and rows[0].state in ("rejected", "unknown") and leads_to_setup(rows[0].code):
            self._add_setup()
        if rows[0].state in DRAFT_STATES and not any(row.state in _OPEN for row in whole):
            self._add_draft(again_warning(whole))
        if answers.was_sent:
            self._column.addWidget(self._details())
        self.setAccessibleName(" ".join([said, *(answer for answer in answers if answer)]))

    def _add_setup(self) -> None:
        self.setup = QPushButton(self.tr("What must be ready…"))
        self.setup.setObjectName("result.setup")
        self.setup.clicked.connect(self.setup_asked)
        self._column.addWidget(self.setup, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_draft(self, warning: str) -> None:
        self.draft = QPushButton(self.tr("Open the draft"))
        self.draft.setObjectName("result.draft")
        if self._rows[0].state == "not_found":
            self.draft.setText(self.tr("Send again…"))
            self.draft.setObjectName("result.send_again")
            self.draft.setAccessibleDescription(
                self.tr("Opens the text in Compose. Nothing is sent before you review and confirm.")
            )
            self.draft.setToolTip(self.draft.accessibleDescription())
        if warning:
            said = _text(warning)
            said.setProperty("role", "error")
            self._column.addWidget(said)
        self.draft.clicked.connect(self._on_draft)
        self._column.addSpacing(2)
        self._column.addWidget(self.draft, 0, Qt.AlignmentFlag.AlignLeft)

    def _answers(self, happened: str, was_sent: str, to_do: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, _QUESTION_WIDTH)
        grid.setColumnStretch(1, 1)
        questions = (
            (self.tr("What happened"), happened),
            (self.tr("Was anything sent?"), was_sent),
            (self.tr("What to do"), to_do),
        )
        for line, (question, answer) in enumerate(questions):
            label = QLabel(question)
            label.setProperty("role", "muted")
            grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_text(answer), line, 1)
        return grid

    def _all_push_ids(self, row: PushRow) -> Disclosure:
        # Loaded long ago, with the desk that gave the push.
        from tpns_desktop.send.runs_of import plan_of, runs_of

        # One a run: a push that repeats for a month would bury its figures.
        platform = row.platform
        folded = Disclosure(f"result.ids.{platform}")
        folded.set_text(
            self.tr("{0}: {1} push IDs, one for each run").format(
                PLATFORMS[platform], grouped(len(row.push_ids))
            )
        )
        for run in runs_of(row, plan_of(row)):
            if run.push_id is not None:
                folded.body.addLayout(self._push_id(platform, run.push_id, run.at))
        return folded

    def _push_id(
        self, platform: str, push_id: str, at: datetime | None = None, *, maybe: bool = False
    ) -> QHBoxLayout:
        """`at`: when the run with this id starts, of a push that repeats."""
        words = self.tr("{0} push ID, perhaps") if maybe else self.tr("{0} push ID")
        if at is not None:
            words = self.tr("{0} (Beijing time)").format(day_and_time(at))
        if platform == "chat":
            words = self.tr("Task ID")
        said = QLabel(words.format(PLATFORMS.get(platform, "")))
        said.setProperty("role", "muted")
        said.setMinimumWidth(_QUESTION_WIDTH)
        copy = QPushButton(self.tr("Copy"))
        copy.setObjectName(f"result.match.{push_id}" if maybe else f"result.copy.{platform}")
        copy.setProperty("kind", "link")
        copy.setAccessibleName(self.tr("Copy push ID {0}").format(push_id))
        copied = QLabel()
        copied.setProperty("role", "hint")
        Copy(copy, copied, push_id)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(said)
        line.addWidget(_text(push_id))
        line.addWidget(copy)
        line.addWidget(copied, 1)
        return line

    def _details(self) -> Disclosure:
        names = ".".join(row.platform for row in self._rows)
        details = Disclosure(f"result.details.{names}")
        details.set_text(self.tr("Details for a developer"))
        text = details_text(self._rows)
        shown = _text(text)
        shown.setProperty("role", "muted")
        copy = QPushButton(self.tr("Copy the details"))
        copy.setObjectName(f"result.details.{names}.copy")
        copied = QLabel()
        copied.setProperty("role", "hint")
        Copy(copy, copied, text)
        line = QHBoxLayout()
        line.addWidget(copy)
        line.addWidget(copied, 1)
        details.body.addWidget(shown)
        details.body.addLayout(line)
        return details

    @Slot()
    def _on_draft(self) -> None:
        self.draft_asked.emit(self._rows[0].draft_id)


def details_text(rows: tuple[PushRow, ...]) -> str:
    """What a developer or the service's support asks for. No key is in it, none is at hand."""
    blocks = []
    for row in rows:
        facts = {
            "platform": row.platform,
            "state": row.state,
            "code": row.code,
            "service said": row.text,
            "reason": row.reason,
            "attempts": row.attempts,
            "settled by": row.settled_by,
            "look-ups": row.looks,
            "last look-up": row.look,
            "request": f"POST {row.access_point_url}{_path_of(row)}",
            "access id": row.access_id,
            "environment": row.environment,
            "sent at": row.sent_at.isoformat() if row.sent_at is not None else None,
            "body sha-256": row.body_sha256,
            "program": row.app_version,
        }
        blocks.append("\n".join(f"{name}: {fact}" for name, fact in facts.items() if fact))
    return "\n\n".join(blocks)


def _path_of(row: PushRow) -> str:
    if not row.is_chat:
        return "/v3/push/app"
    # Loaded long ago, with the desk that gave the push.
    from tpns_desktop.model.chat_dialects import DIALECTS
    from tpns_desktop.send.chat_facts import command_of

    dialect: Any = row.environment
    return DIALECTS[dialect].path(command_of(row.body))


def _text(said: str) -> QLabel:
    label = QLabel(said)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
