"""The panel of a list in a file: choose it, see how many it holds and what is wrong, mend it.

Owns the way from a path to a list that the draft names. The check, the copies and what is kept of
them belong to the desk; nothing here reads a file or waits for one.
"""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.packages.names import clean_name
from tpns_desktop.ui.forms.editors import ChoiceEditor, SegmentEditor
from tpns_desktop.ui.screens.compose.file_panel_drop import DropZone
from tpns_desktop.ui.screens.compose.file_panel_problems import Problems
from tpns_desktop.ui.screens.compose.file_panel_repairs import Repairs
from tpns_desktop.ui.screens.compose.file_trials import Trials
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.widgets.segmented import Segmented
from tpns_desktop.ui.widgets.steady_label import SteadyLabel
from tpns_desktop.ui.words import lists as words
from tpns_desktop.ui.words.audience import account_type_choices
from tpns_desktop.ui.words.sentences import together

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from PySide6.QtWidgets import QFileDialog

    from tpns_desktop.packages.preview import Preview
    from tpns_desktop.send.examination import Finding
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.lists import ListRow
    from tpns_desktop.ui.background import Handle
    from tpns_desktop.ui.forms.fields import Fields
    from tpns_desktop.ui.session import Session

_LIST = "audience.file.list_id"
_TYPE = "audience.file.account_type"
EXAMPLE = "alice0001\nbob0002\n+8613711112222\n"


class FilePanel(QWidget):
    """Signal `list_changed`: what is known of the chosen list changed, for the checks."""

    list_changed = Signal()

    def __init__(self, fields: Fields, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = fields
        self._binding = fields.binding
        self._session = session
        self._app: App | None = None
        self._row: ListRow | None = None
        self._lists: list[ListRow] = []
        self._handle: Handle | None = None
        self._serial = 0
        self._progress = (0, 0)
        self._began = 0.0
        self._trouble: tuple[str, dict[str, Any], str | None] | None = None
        """Code, detail, and the name of the file that was to be chosen: empty for no single one,
        None where it is about the list that is chosen already."""
        self._refused_verdict: dict[str, Any] | None = None
        self._asked: str | None = None
        """Name of the file that is being read for the first time."""
        self._mended: tuple[dict[str, int], int, int, str] | None = None
        self._said = ""
        self._dialog: QFileDialog | None = None
        self._examples: list[str] = []
        self._trials = Trials()
        self._build()
        self._binding.edited.connect(self._on_edited)
        self._binding.replaced.connect(self._on_replaced)
        session.opened.connect(self._on_replaced)
        self.retranslate()
        self._show_state()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.holds = Segmented()
        self.holds.setObjectName("file.holds")
        self.holds.chosen.connect(self._on_kind)
        self._holds_label = QLabel()
        self._holds_label.setBuddy(self.holds)
        column.addWidget(self._holds_label)
        column.addWidget(self.holds)
        self.drop = DropZone()
        self.drop.chosen.connect(self.choose)
        self.drop.refused.connect(self._on_drop_refused)
        self.drop.example_asked.connect(self._on_example_asked)
        self.drop.trial_asked.connect(self._on_trial_asked)
        column.addWidget(self.drop)

        row = QHBoxLayout()
        row.setSpacing(12)
        self.known = ChoiceEditor()
        self._fields.add(row, _LIST, self.known)
        self.account_type = ChoiceEditor()
        self._type_field = self._fields.add(row, _TYPE, self.account_type)
        row.setStretch(0, 1)
        row.setStretch(1, 1)
        column.addLayout(row)
        self.push_type = SegmentEditor()
        self._push_field = self._fields.add(column, "audience.file.push_type", self.push_type)
        self.platform = SegmentEditor()
        self._platform_field = self._fields.add(column, "audience.file.platform", self.platform)
        self.problem = Banner("danger")
        self.problem.setObjectName("file.problem")
        self.problem.hide()
        column.addWidget(self.problem)
        # A file that was refused is not the list whose result stands below.
        self.refused = Problems("file.refused")
        self.refused.hide()
        column.addWidget(self.refused)
        column.addWidget(self._build_reading())
        column.addWidget(self._build_result())

    def _build_reading(self) -> QWidget:
        self.reading = QFrame()
        self.reading.setProperty("role", "panel")
        self._reading_words = SteadyLabel()
        self._reading_words.setObjectName("file.reading")
        self.bar = QProgressBar()
        self.bar.setObjectName("file.bar")
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.cancel = QPushButton()
        self.cancel.setObjectName("file.cancel")
        self.cancel.clicked.connect(self.stop)
        line = QHBoxLayout()
        line.addWidget(self._reading_words, 1)
        line.addWidget(self.cancel)
        column = QVBoxLayout(self.reading)
        column.setContentsMargins(14, 10, 14, 12)
        column.addLayout(line)
        column.addWidget(self.bar)
        return self.reading

    def _build_result(self) -> QWidget:
        self.result = QWidget()
        self.summary = Banner("ok")
        self.summary.setObjectName("file.summary")
        self.facts = QLabel()
        self.facts.setObjectName("file.facts")
        self.facts.setWordWrap(True)
        self.facts.setProperty("role", "hint")
        self.notes = QLabel()
        self.notes.setObjectName("file.notes")
        self.notes.setWordWrap(True)
        self.notes.setProperty("role", "muted")
        self.problems = Problems("file")
        self.repairs = Repairs()
        self.repairs.answered.connect(self._on_answered)
        self.repairs.changed.connect(self._show_buttons)
        self.mend = QPushButton()
        self.mend.setObjectName("file.mend")
        self.mend.setProperty("kind", "primary")
        self.mend.clicked.connect(self._on_mend)
        self.mend_as = QPushButton()
        self.mend_as.setObjectName("file.mend_as")
        self.mend_as.clicked.connect(self._on_mend_as)
        self.save_problems = QPushButton()
        self.save_problems.setObjectName("file.save_problems")
        self.save_problems.clicked.connect(self._on_save_problems)
        self.again = QPushButton()
        self.again.setObjectName("file.again")
        self.again.clicked.connect(self._on_again)
        self.kept = QLabel()
        self.kept.setWordWrap(True)
        self.kept.setProperty("role", "hint")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.mend, self.mend_as, self.save_problems, self.again):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self.result)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.summary, self.facts, self.problems, self.repairs):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addWidget(self.kept)
        column.addWidget(self.notes)
        return self.result

    # What others tell it

    @property
    def row(self) -> ListRow | None:
        """The chosen list as it was last read."""
        return self._row

    def set_app(self, app: App | None) -> None:
        """Speak of this app."""
        self._app = app
        self._show_state()

    def set_examples(self, accounts: list[str]) -> None:
        """Accounts for the example file; the practice service's own where one is used."""
        self._examples = accounts

    def offer_trials(self, on: bool) -> None:
        """Offer lists to try: one that is fine, one with mistakes, one that is empty."""
        self.drop.trials.setVisible(on)

    def take(self, row: ListRow) -> None:
        """Make this list, added elsewhere, the draft's."""
        self._mended = None
        self._take(row)
        self.refresh()

    def refresh(self) -> None:
        """Read the lists that there are, and the chosen one anew."""
        desk = self._session.desk
        if desk is not None:
            self._session.run(desk.lists(), self, self._on_lists, self._ignore)

    def part_for(self, finding: Finding) -> QWidget | None:
        """Where a finding about the file is mended; None for any other finding."""
        if not finding.field.startswith("audience.file."):
            return None
        if self._row is None or finding.fix == "choose" or finding.id == "file.changed":
            return self.drop.choose
        if finding.fix == "check_again":
            return self.again
        if finding.fix == "answer":
            return self.repairs.first_open()
        if finding.fix == "mend":
            return self.repairs.missing() or self.mend
        return None

    # Choosing

    @Slot(str)
    def choose(self, path: str) -> None:
        """Check this file and make it the draft's list; the earlier one stays until it is good."""
        desk = self._session.desk
        if desk is None:
            return
        self._mended = None
        kind, number = self._kind(), self._account_type()
        self._work(
            lambda progress: desk.add_list(Path(path), kind, number, progress),
            self._on_added,
            asked=Path(path).name,
        )

    @Slot()
    def stop(self) -> None:
        """End the reading; nothing of it stays."""
        if self._handle is not None:
            self._handle.cancel()
            self._ended()
            self._fail("cancelled", {})

    def _work(
        self,
        made: Callable[[Callable[[int, int], None]], Coroutine[Any, Any, Any]],
        done: Callable[[Any], None],
        asked: str | None = None,
    ) -> None:
        if self._handle is not None:
            self._handle.cancel()
        self._asked = asked
        self._trouble, self._refused_verdict = None, None
        self._serial += 1
        self._progress = (0, 0)
        self._began = time.monotonic()
        serial = self._serial
        background = self._session.background

        def progress(done_bytes: int, size: int) -> None:  # on the loop's thread
            background.to_window(partial(self._on_progress, serial, done_bytes, size))

        focused = self.window().focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        self._handle = self._session.run(made(progress), self, done, self._on_failed)
        self._show_state()
        if inside and self.isVisible():
            # By itself the focus would go on to the next card with what is hidden now.
            self.cancel.setFocus()
        announce(self, self._reading_words.text())

    def _on_progress(self, serial: int, done: int, size: int) -> None:
        if shiboken6.isValid(self) and serial == self._serial and self._handle is not None:
            self._progress = (done, size)
            self._show_progress()

    def _ended(self) -> None:
        if self.cancel.hasFocus():
            self.drop.choose.setFocus()
        self._handle = None
        self._serial += 1

    def _on_added(self, row: ListRow) -> None:
        self._ended()
        self._take(row)
        self.refresh()

    def _on_mended(self, mended: Any) -> None:
        self._ended()
        self._mended = (
            dict(mended.changed),
            mended.rows_before,
            mended.rows_after,
            mended.row.name if mended.path is None else mended.path.name,
        )
        self._take(mended.row)
        self.refresh()

    def _take(self, row: ListRow) -> None:
        """Make this the chosen list, in the draft too."""
        self._row = row
        self._asked = None
        self._trouble, self._refused_verdict = None, None
        if row.kind == "account":
            self._binding.set_value(_TYPE, str(row.account_type))
            self._fields.show_value(_TYPE)
        if all(known.id != row.id for known in self._lists):
            self._lists.insert(0, row)
        self._lists = [row if known.id == row.id else known for known in self._lists]
        self._show_choices()
        self._binding.set_value(_LIST, row.id)
        self._fields.show_value(_LIST)
        self.repairs.show_row(row)
        self._read_preview()
        self._show_state()
        self.list_changed.emit()
        announce(self, self.summary.text())

    def _on_failed(self, error: BaseException) -> None:
        self._ended()
        code = getattr(error, "code", None)
        detail = getattr(error, "detail", None)
        verdict = getattr(error, "verdict", None)
        if not isinstance(code, str) or detail is None:
            self._session.failed.emit("list", error)
            code = code if isinstance(code, str) and code in words.known_refusals() else "damaged"
        self._refused_verdict = verdict
        self._fail(code, dict(detail or {}), self._asked)

    def _fail(self, code: str, detail: dict[str, Any], asked: str | None = None) -> None:
        self._trouble = (code, detail, asked)
        self._show_state()
        announce(self, self.problem.text(), urgent=True)

    def _on_lists(self, lists: list[ListRow]) -> None:
        self._lists = lists
        self._show_choices()
        chosen = self._binding.value(_LIST)
        found = next((row for row in lists if row.id == chosen), None)
        if self._handle is None and found is not None and found != self._row:
            self._show_row(found)
        elif chosen is not None and found is None and self._row is not None:
            self._show_row(None)
            self._fail("list_gone", {})

    def _show_row(self, row: ListRow | None) -> None:
        self._row = row
        self.repairs.show_row(row)
        self._read_preview()
        self._show_state()
        self.list_changed.emit()

    @Slot(str)
    def _on_edited(self, path: str) -> None:
        if path == _LIST and (self._row is None or self._binding.value(_LIST) != self._row.id):
            self._mended = None
            self._on_known_chosen()
        elif path == _TYPE:
            self._recheck_if_needed()
        elif path == "audience.kind" and self._binding.value("audience.kind") == "file":
            self.refresh()

    def _on_known_chosen(self) -> None:
        chosen = self._binding.value(_LIST)
        row = next((known for known in self._lists if known.id == chosen), None)
        if row is not None:
            self._take(row)
        self.refresh()

    @Slot()
    def _on_replaced(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
            self._ended()
        self._row, self._trouble, self._mended = None, None, None
        self._refused_verdict = None
        self.repairs.show_row(None)
        self._show_state()
        if self._binding.value("audience.kind") == "file":
            self.refresh()

    @Slot(str)
    def _on_kind(self, kind: str) -> None:
        if self._row is not None and self._row.kind != kind:
            self._recheck(kind=kind)
        else:
            self._show_state()

    def _recheck_if_needed(self) -> None:
        row = self._row
        if row is not None and row.kind == "account" and self._account_type() != row.account_type:
            self._recheck()

    @Slot()
    def _on_again(self) -> None:
        self._recheck()

    def _recheck(self, kind: str | None = None) -> None:
        desk, row = self._session.desk, self._row
        if desk is None or row is None:
            return
        self._mended = None
        number = self._account_type()
        list_id = row.id
        self._work(
            lambda progress: desk.recheck_list(list_id, number, kind or self._kind(), progress),
            self._on_added,
        )

    def _kind(self) -> str:
        return self.holds.value() or "account"

    def _account_type(self) -> int:
        if self._kind() == "token":
            return 0
        value = self._binding.value(_TYPE)
        return int(value) if isinstance(value, str) and value.isdigit() else 0

    # Mending and answering

    @Slot()
    def _on_answered(self) -> None:
        desk, row = self._session.desk, self._row
        if desk is None or row is None:
            return
        answers = self.repairs.answers()
        self._session.run(
            desk.answer_list(row.id, answers), self, self._on_answer_kept, self._on_failed
        )
        self._show_buttons()

    def _on_answer_kept(self, row: ListRow) -> None:
        if self._row is None or row.id != self._row.id:
            return
        self._row = row
        self._lists = [row if known.id == row.id else known for known in self._lists]
        self._show_state()
        self.list_changed.emit()
        announce(self, self.summary.text())

    @Slot()
    def _on_mend(self) -> None:
        self._mend(None)

    def _mend(self, target: Path | None) -> None:
        desk, row = self._session.desk, self._row
        missing = self.repairs.missing()
        if missing is not None:
            missing.setFocus()
            announce(self, missing.accessibleName(), urgent=True)
            return
        if desk is None or row is None:
            return
        mending, list_id = self.repairs.mending(), row.id
        self._work(
            lambda progress: desk.mend_list(list_id, mending, target, progress), self._on_mended
        )

    @Slot()
    def _on_mend_as(self) -> None:
        if self._row is not None and self.repairs.missing() is None:
            name = clean_name(self._row.name)
            self._ask_where(self.tr("Save a clean copy"), name, self.mend_to)
        else:
            self._on_mend()  # leads to what is missing

    @Slot(str)
    def mend_to(self, path: str) -> None:
        """Write the clean copy to this place."""
        self._mend(Path(path))

    @Slot()
    def _on_save_problems(self) -> None:
        if self._row is not None:
            stem = self._row.name.rpartition(".")[0]
            self._ask_where(
                self.tr("Save the problem rows"), f"{stem} (problems).csv", self.save_problems_to
            )

    @Slot(str)
    def save_problems_to(self, path: str) -> None:
        """Write all problem rows to this CSV."""
        desk, row = self._session.desk, self._row
        if desk is None or row is None:
            return
        mending = self.repairs.mending()
        encodings = (row.verdict.get("detail") or {}).get("encodings") or ()
        if "encoding" in row.fixes and encodings:
            mending["encoding"] = encodings[0]
        name = Path(path).name
        self._session.run(
            desk.save_problems(row.id, Path(path), mending),
            self,
            partial(self._on_problems_saved, name),
            self._on_failed,
        )

    def _on_problems_saved(self, name: str, _count: int) -> None:
        self._said = self.tr("The problem rows are saved in {0}.").format(name)
        self._show_state()
        announce(self, self._said)

    @Slot()
    def _on_example_asked(self) -> None:
        self._ask_where(self.tr("Save an example"), self.tr("example.txt"), self.save_example_to)

    @Slot(str)
    def save_example_to(self, path: str) -> None:
        """Write an example of a list to this place."""
        accounts = self._examples[:5]
        text = "".join(f"{account}\n" for account in accounts) or EXAMPLE
        self._session.run(
            _written(Path(path), text),
            self,
            partial(self._on_example_saved, Path(path).name),
            self._on_example_failed,
        )

    @Slot(str)
    def _on_trial_asked(self, key: str) -> None:
        name = {
            "clean": self.tr("members.csv"),
            "faulty": self.tr("members with mistakes.csv"),
            "empty": self.tr("empty.csv"),
        }[key]
        writing = self._trials.written(key, name, self._examples)
        self._session.run(writing, self, self._on_trial_written, self._on_example_failed)

    def _on_trial_written(self, path: Path) -> None:
        self.choose(str(path))

    def _on_example_saved(self, name: str, _none: None) -> None:
        self._said = self.tr("The example is saved in {0}. Choose it to try it.").format(name)
        self._trouble = None
        self._show_state()
        announce(self, self._said)

    def _on_example_failed(self, error: BaseException) -> None:
        self._fail("exists" if isinstance(error, FileExistsError) else "unreadable", {})

    def _ask_where(self, title: str, name: str, chosen: Callable[[str], None]) -> None:
        from PySide6.QtWidgets import QFileDialog  # seldom met, and slow to load

        dialog = QFileDialog(self.window(), title)
        dialog.setObjectName("file.save_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Nothing is ever overwritten, so Qt need not ask about it.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        if self._row is not None and self._row.original is not None:
            dialog.setDirectory(str(self._row.original.parent))
        dialog.selectFile(name)
        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def _read_preview(self) -> None:
        row, encoding = self._row, self.repairs.needs_preview
        if row is not None and encoding is not None:
            self._session.run(
                _previewed(row.path, encoding),
                self,
                partial(self._on_preview, row.id),
                self._ignore,
            )

    def _on_preview(self, list_id: str, preview: Preview) -> None:
        if self._row is not None and self._row.id == list_id:
            self.repairs.show_preview(preview)
            self._show_buttons()

    @Slot(str)
    def _on_drop_refused(self, code: str) -> None:
        self._refused_verdict = None
        self._fail(code, {}, "")

    def _ignore(self, _error: BaseException) -> None:
        """For what is nice to know and changes nothing when it is not known."""

    # What is shown

    def showEvent(self, event: QShowEvent) -> None:
        # Meanwhile a list may have been removed, renamed or checked on another screen.
        if self._binding.value("audience.kind") == "file":
            self.refresh()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.holds.set_choices([("account", self.tr("Accounts")), ("token", self.tr("Devices"))])
        self._holds_label.setText(self.tr("The file holds"))
        self.holds.setAccessibleName(self._holds_label.text())
        if self.holds.value() is None:
            self.holds.set_value("account")
        self.drop.set_texts(
            self.tr(
                "Drop a .txt, .csv or .zip here, at most 100 MB. One account per row, 2 to 100 "
                "characters. TPNS calls it an account package."
            ),
            self.tr("Choose file…"),
            self.tr("Download an example"),
        )
        self.drop.set_trial_texts(
            self.tr("To try:"),
            {
                "clean": self.tr("a clean list"),
                "faulty": self.tr("one with mistakes"),
                "empty": self.tr("an empty one"),
            },
        )
        self.account_type.set_choices(account_type_choices())
        self.account_type.set_value(self._binding.value(_TYPE))
        self.push_type.set_choices(
            [("0", self.tr("Latest device only")), ("1", self.tr("All their devices"))]
        )
        self.platform.set_choices([("android", "Android"), ("ios", "iPhone")])
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setAccessibleDescription(self.tr("Nothing of the file is kept then."))
        self.mend.setText(self.tr("Save a clean copy"))
        self.mend_as.setText(self.tr("Save it elsewhere…"))
        self.save_problems.setText(self.tr("Save the problem rows…"))
        self.again.setText(self.tr("Check again"))
        self.kept.setText(words.original_kept())
        self.problems.retranslate()
        self.repairs.retranslate()
        self._show_choices()
        self._show_state()

    def _show_choices(self) -> None:
        self.known.set_choices([(row.id, words.choice_words(row)) for row in self._lists])
        some = bool(self._lists)
        self.known.setPlaceholderText(self.tr("Choose a list") if some else self.tr("None yet"))

    def _show_progress(self) -> None:
        done, size = self._progress
        self.bar.setValue(done * 1000 // size if size else 0)
        passed = time.monotonic() - self._began
        rate = done / passed if done and passed > 0.2 else None
        said = [words.reading_words(done, size), words.speed_words(rate)]
        text = " · ".join(part for part in said if part)
        self._reading_words.setText(text)
        self.bar.setAccessibleName(words.reading_words(0, 0))
        self.bar.setAccessibleDescription(text)

    def _show_state(self) -> None:
        row, reading = self._row, self._handle is not None
        shown = not reading and row is not None
        # Each widget that appears has the whole page laid out at once, unless it is inside of one
        # that is hidden. So the result goes first and comes last.
        if not shown:
            self.result.hide()
        self.reading.setVisible(reading)
        self._show_progress()
        if row is not None and not reading and self.holds.value() != row.kind:
            self.holds.set_value(row.kind)
        tokens = self._kind() == "token"
        self._type_field.setVisible(not tokens)
        self._push_field.setVisible(not tokens and row is not None)
        both = self._app is not None and len(self._app.platforms) > 1
        self._platform_field.setVisible(tokens and both)
        self._show_trouble()
        if row is not None:
            self.problems.show_verdict(row.verdict, row.kind)
            self._show_summary(row)
        self._show_buttons()
        if shown:
            self.result.show()

    def _show_trouble(self) -> None:
        if self._trouble is None:
            self.problem.setVisible(bool(self._said))
            self.problem.set_tone("neutral")
            self.problem.set_text(self._said)
            self._said = ""
            self.refused.hide()
            return
        self._said = ""
        code, detail, asked = self._trouble
        self.problem.set_tone("neutral" if code == "cancelled" else "danger")
        self.problem.set_text(self._trouble_words(code, detail, asked))
        self.problem.show()
        self.refused.show_verdict(self._refused_verdict or {}, self._kind())

    def _trouble_words(self, code: str, detail: dict[str, Any], asked: str | None) -> str:
        said = words.refusal_sentence(code, detail)
        if asked:
            said = words.about(asked, said)
        if asked is None or self._row is None:
            return said
        # Who let go of a file takes it for chosen, unless told otherwise.
        kept = self.tr("The list chosen before stays: {0}.").format(self._row.name)
        return together([said, kept])

    def _show_summary(self, row: ListRow) -> None:
        self.summary.set_tone(words.state_words(row)[1])
        said = words.ready_words(row) if row.usable else words.not_ready_words(row)
        if self._mended is not None:
            changed, before, after, name = self._mended
            mended = words.mended_words(changed, before, after)
            said += f" · {words.about(mended, name)}"
        self.summary.set_text(said)
        self.facts.setText(f"{row.name} · {words.facts_words(row)}")
        notes = words.notes_of(row)
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))

    @Slot()
    def _show_buttons(self) -> None:
        row = self._row
        mendable = row is not None and not row.gone
        offered = mendable and self.repairs.offers_a_copy
        wanted = mendable and self.repairs.wants_a_copy
        pasted = row is not None and row.original is None
        self.mend.setAccessibleDescription(
            self.tr("Kept here, under a name of its own")
            if pasted
            else self.tr("Beside the original, under a name of its own")
        )
        self.mend.setToolTip(self.mend.accessibleDescription())
        self.mend.setVisible(offered)
        self.mend_as.setVisible(offered)
        self.mend.setEnabled(wanted)
        self.mend_as.setEnabled(wanted)
        self.kept.setVisible(offered)
        self.save_problems.setVisible(
            mendable and row is not None and bool(row.verdict.get("findings"))
        )
        other = row is not None and row.kind == "account"
        self.again.setVisible(
            other
            and row is not None
            and self._account_type() != row.account_type
            and self._handle is None
        )


async def _previewed(path: Path, encoding: str) -> Preview:
    import asyncio

    from tpns_desktop.packages.preview import preview

    return await asyncio.to_thread(preview, path, encoding)


async def _written(path: Path, text: str) -> None:
    import asyncio

    def write() -> None:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)

    await asyncio.to_thread(write)
