"""A pasted request becomes a draft; what it could not take is said, and why."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from PySide6.QtCore import QCoreApplication, QMimeData, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.forms.editors import SegmentEditor
from tpns_desktop.ui.theme.theme import code_font
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.json_lines import json_lines
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.reading import left_sentence, taken_sentences

if TYPE_CHECKING:
    from tpns_desktop.model.reading import Left, Reading
    from tpns_desktop.store.plans import Plan

READ_AFTER_MS = 200
"""A pause in typing after which the text is read."""
_LONGEST = 200_000
"""Characters. A push to a thousand accounts of the longest kind has half of that."""
_DEEPEST = 60
"""Levels of JSON; a push has seven."""
_SIZE = (620, 640)
_SHOWN = 60
"""Parts left out that are named one by one."""


class ImportDialog(QDialog):
    """A request in, a draft out.

    Signals:
        draft_chosen(dict): a person wants this draft on the page.
        plan_asked(str, str): and the plan of this platform and id in the book, which lacks it.
    """

    draft_chosen = Signal(object)
    plan_asked = Signal(str, str)

    def __init__(
        self, platform: str, parent: QWidget | None = None, plans: Sequence[Plan] = ()
    ) -> None:
        """`platform`: the system that is meant unless the request says otherwise.

        `plans`: those of the book, to which the request may belong.
        """
        super().__init__(parent)
        self.setObjectName("import")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Make a draft of a request"))
        self._reading: Reading | None = None
        self._plans = plans
        self._chosen_by_hand = False
        self.resize(*_SIZE)
        heading = QLabel(self.tr("Make a draft of a request"))
        heading.setProperty("role", "card-title")
        hint = QLabel(
            self.tr("Paste the JSON of a push request. Nothing is sent, and no key belongs in it.")
        )
        hint.setWordWrap(True)
        hint.setProperty("role", "muted")
        self.platform = SegmentEditor()
        self.platform.setObjectName("import.platform")
        self.platform.setAccessibleName(self.tr("The request is for"))
        self.platform.set_choices(list(PLATFORMS.items()))
        self.platform.set_value(platform)
        self.platform.edited.connect(self._on_platform_chosen)
        platform_label = QLabel(self.tr("The request is for"))
        platform_label.setBuddy(self.platform)
        self.text = _PasteEdit()
        self.text.setObjectName("import.text")
        self.text.setAccessibleName(self.tr("JSON of the request"))
        self.text.setTabChangesFocus(True)
        self.text.setFont(code_font())
        self.text.setMinimumHeight(110)
        self.text.textChanged.connect(self._on_typed)
        self.text.too_long.connect(self._on_too_long)
        text_label = QLabel(self.tr("JSON of the request"))
        text_label.setBuddy(self.text)
        self.answer = QLabel()
        self.answer.setObjectName("import.answer")
        self.answer.setWordWrap(True)
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        self.found = QVBoxLayout()
        self.found.setSpacing(6)
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.addLayout(self.found)
        rows.addStretch(1)
        self.results = QScrollArea()
        self.results.setObjectName("import.results")
        self.results.setAccessibleName(self.tr("What was taken, and what was not"))
        self.results.setWidgetResizable(True)
        self.results.setWidget(inner)
        self.results.hide()
        self.plan = QCheckBox()
        self.plan.setObjectName("import.plan")
        self.plan.setChecked(True)
        self.plan.hide()
        self.back = QPushButton(self.tr("Go back"))
        self.back.setObjectName("import.back")
        self.back.clicked.connect(self.reject)
        self.use = QPushButton(self.tr("Use it"))
        self.use.setObjectName("import.use")
        self.use.setProperty("kind", "primary")
        self.use.setEnabled(False)
        self.use.clicked.connect(self._on_use)
        kept = QLabel(self.tr("The draft on the page is kept under Drafts & templates."))
        kept.setProperty("role", "hint")
        kept.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addWidget(kept, 1)
        buttons.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        for widget in (heading, hint, platform_label, self.platform, text_label):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
        column.addWidget(self.answer)
        column.addWidget(self.results, 3)
        column.addWidget(self.plan)
        column.addLayout(buttons)
        self._timer = QTimer(self, singleShot=True, interval=READ_AFTER_MS)
        self._timer.timeout.connect(self.read)
        self.text.setFocus()

    @Slot()
    def read(self) -> None:
        """Read what was pasted and say what became of it."""
        self._timer.stop()
        self._reading = None
        text = self.text.document().toRawText().replace("\u2029", "\n").strip()
        problem = ""
        if text:
            try:
                self._reading = self._read(text)
            except _NotReadable as error:
                problem = str(error)
        self._show(problem)

    def _read(self, text: str) -> Reading:
        from tpns_desktop.model.reading import draft_of

        if len(text) > _LONGEST:
            raise _NotReadable(self._too_long())
        try:
            body = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_once)
        except _Twice as error:
            raise _NotReadable(
                self.tr("The name {0} stands twice in one place. Keep one of the two.").format(
                    str(error)
                )
            ) from None
        except json.JSONDecodeError as error:
            raise _NotReadable(
                self.tr(
                    "Line {0}, character {1} is not JSON. Paste the whole body, from {2}."
                ).format(error.lineno, error.colno, "{ … }")
            ) from None
        except (ValueError, RecursionError):
            raise _NotReadable(self.tr("This JSON holds a value that no request has.")) from None
        if not isinstance(body, dict) or _depth(body) > _DEEPEST:
            raise _NotReadable(
                self.tr(
                    "This is JSON, but no push request: one begins with {0} and has a message."
                ).format("{")
            )
        if not self._chosen_by_hand and (meant := _platform_of(body)):
            self.platform.set_value(meant)
        return self._with_plan(draft_of(body, self.platform.value() or "android"))

    def _with_plan(self, reading: Reading) -> Reading:
        """The plan of the book that has the request's id; else it is offered to add it."""
        from dataclasses import replace

        platform = self.platform.value() or "android"
        found = (one for one in self._plans if one.plan_id(platform) == reading.plan_id)
        plan = next(found, None) if reading.plan_id else None
        if plan is None:
            return reading
        draft = {**reading.draft, "plan": plan.id}
        left = tuple(one for one in reading.left if one.reason != "needs_plan")
        return replace(reading, draft=draft, left=left, plan_id="")

    def _show(self, problem: str) -> None:
        while (item := self.found.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        reading = self._reading
        self.use.setEnabled(reading is not None)
        self.results.setVisible(reading is not None)
        unknown = reading.plan_id if reading is not None else ""
        self.plan.setVisible(bool(unknown))
        self.plan.setText(self.tr("Add plan {0} to the book, for this push").format(unknown))
        self.answer.setProperty("role", "error" if problem else "strong")
        self.answer.style().unpolish(self.answer)
        self.answer.style().polish(self.answer)
        self.answer.setText(problem)
        self.answer.setVisible(bool(problem))
        if reading is None:
            announce(self, problem)
            return
        self._heading(self.tr("Taken"), "import.taken")
        for sentence in taken_sentences(reading.draft):
            self._row("✓ " + sentence)
        self._heading(
            self.tr("Left out") if reading.left else self.tr("Nothing was left out"), "import.left"
        )
        for left in reading.left[:_SHOWN]:
            self._row("✗ " + self._left(left))
        if len(reading.left) > _SHOWN:
            self._row(self.tr("and {0} more").format(len(reading.left) - _SHOWN))
        count = len(reading.left)
        announce(
            self, QCoreApplication.translate("ImportDialog", "%Ln part(s) left out", None, count)
        )

    def _left(self, left: Left) -> str:
        name = left.path or self.tr("The whole request")
        return self.tr("{0}: {1}").format(name, left_sentence(left))

    def _heading(self, text: str, name: str) -> None:
        label = QLabel(text)
        label.setObjectName(name)
        label.setProperty("role", "strong")
        label.setContentsMargins(0, 6, 0, 0)
        self.found.addWidget(label)

    def _row(self, text: str) -> None:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.found.addWidget(label)

    @Slot()
    def _on_typed(self) -> None:
        self.use.setEnabled(False)
        self._timer.start()

    @Slot()
    def _on_too_long(self) -> None:
        self._reading = None
        self._show(self._too_long())

    def _too_long(self) -> str:
        return self.tr("This is longer than any push request. Paste the body of one request.")

    @Slot()
    def _on_platform_chosen(self) -> None:
        self._chosen_by_hand = True
        self.read()

    @Slot()
    def _on_use(self) -> None:
        if self._reading is not None:
            reading = self._reading
            self.draft_chosen.emit(reading.draft)
            self.accept()
            if reading.plan_id and self.plan.isChecked():
                self.plan_asked.emit(self.platform.value() or "android", reading.plan_id)


class _PasteEdit(QPlainTextEdit):
    """Takes JSON in lines, and nothing that would hold up the window.

    Signal `too_long`: what was pasted is no request, and was not taken.
    """

    too_long = Signal()

    def __init__(self) -> None:
        super().__init__()
        # Wrapping one long line takes time by the square of its length.
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if len(text) > _LONGEST:
            self.too_long.emit()
            return
        self.insertPlainText(_in_lines(text))


def _in_lines(text: str) -> str:
    """JSON of one line in many; everything else as it stands."""
    try:
        json.loads(text)
        data = text.strip().encode("utf-8")
    except (ValueError, RecursionError):
        return text
    return "\n".join(str(line) for line in json_lines(data))


class _NotReadable(Exception):
    """Says why in a sentence."""


class _Twice(Exception):
    """A name of an object that stands in it twice: a parser would drop one of the values."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Twice(next(name for name in names if names.count(name) > 1))
    return made


def _no_constant(_name: str) -> NoReturn:
    raise ValueError


def _depth(value: Any) -> int:
    """Levels of containers, by a loop: what is pasted may be deeper than Python's stack."""
    deepest, waiting = 0, [(value, 1)]
    while waiting:
        one, level = waiting.pop()
        deepest = max(deepest, level)
        inner = one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        waiting += [(part, level + 1) for part in inner]
    return deepest


def _platform_of(body: dict[str, Any]) -> str:
    """The system that a request is for, as far as it says so; else empty."""
    message = body.get("message")
    if "environment" in body or (isinstance(message, dict) and "ios" in message):
        return "ios"
    if isinstance(message, dict) and "android" in message:
        return "android"
    return ""
