"""What a clean copy of a list would change, and what a person may answer instead.

Owns the ticks and gives back the mending and the answers they stand for. What is offered follows
the list's verdict; writing the copy belongs to the desk.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from tpns_desktop.ui.widgets.tab_order import HOLDS_STOPS, follow
from tpns_desktop.ui.words import lists as words
from tpns_desktop.ui.words.numbers import grouped

if TYPE_CHECKING:
    from tpns_desktop.packages.preview import Preview
    from tpns_desktop.store.lists import ListRow

_MOBILE = 1002
COUNTRY_CODE = "+86"
_ALWAYS = ("utf16", "bom", "cr", "blank", "space", "quote", "entries", "folder")
"""What every copy mends, asked or not."""
_SAMPLE = 60


class Repairs(QWidget):
    """Ticks in the order of what weighs most.

    Signals:
        answered: an answer was ticked or taken back; see `answers`.
        changed: another repair was chosen; see `mending`.
    """

    answered = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(HOLDS_STOPS, True)
        self._row: ListRow | None = None
        self._preview: Preview | None = None
        self._ticks: dict[str, QCheckBox] = {}
        self._answers: dict[str, QCheckBox] = {}
        self._always: list[tuple[str, int]] = []
        self._ask_hints: list[QLabel] = []
        self._samples: list[str] = []
        self.heading = QLabel()
        self.heading.setProperty("role", "strong")
        self.always = QLabel()
        self.always.setObjectName("file.always")
        self.always.setWordWrap(True)
        self.always.setProperty("role", "muted")
        self.column_label = QLabel()
        self.column = QComboBox()
        self.column.setObjectName("file.column")
        self.column.activated.connect(self._on_column)
        self.column_label.setBuddy(self.column)
        self.first_rows = QLabel()
        self.first_rows.setObjectName("file.preview")
        self.first_rows.setWordWrap(True)
        self.first_rows.setProperty("role", "hint")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        for widget in (self.heading, self.always, self.column_label, self.column):
            self._lines.addWidget(widget)
        self._ticked = QVBoxLayout()
        self._ticked.setSpacing(8)
        self._lines.addLayout(self._ticked)
        self._lines.addWidget(self.first_rows)

    # What is offered

    def show_row(self, row: ListRow | None) -> None:
        """Offer what mends this list; nothing for None."""
        self._clear()
        self._row, self._preview = row, None
        if row is None or row.gone or row.outcome == "refuse":
            self.hide()
            return
        detail, invalid = row.verdict.get("detail") or {}, row.verdict.get("invalid") or {}
        self._always = [(fix, self._count(fix)) for fix in row.fixes if fix in _ALWAYS]
        if "encoding" in row.fixes:
            for encoding in detail.get("encodings") or ():
                self._tick(f"encoding:{encoding}", on=False)
        if "length" in row.fixes:
            self._tick("drop_bad")
        if "heading" in row.asks:
            self._tick("drop_first", on=False)
            self._answer("heading")
        if "type" in row.asks:
            if row.account_type == _MOBILE:
                self._tick("country_code", on=False)
            if invalid.get("type", 0) < row.accounts + (row.duplicates or 0):
                self._tick("drop_misfits", on=False)
            self._answer("type")
        if "sci" in row.asks:
            self._answer("sci")
        if "columns?" in row.asks:
            self._answer("columns?")
        if row.duplicates:
            self._tick("drop_repeats", on=False)
        self._show_words()
        self._order()
        self.setVisible(bool(self._always or self._ticks or self._answers or row.fixes))

    def show_preview(self, preview: Preview | None) -> None:
        """Show the first rows; where they are columns, let one be chosen."""
        self._preview = preview
        row = self._row
        if row is None:
            return
        table = preview is not None and bool(preview.delimiter)
        wanted = table and ("columns" in row.fixes or "columns?" in row.asks)
        self.column.clear()
        self._samples = []
        if preview is not None and wanted:
            for place in range(preview.columns):
                values = [line[place] for line in preview.rows if place < len(line)]
                self._samples.append(", ".join(filter(None, values))[:_SAMPLE])
            for place in range(-1, preview.columns):
                self.column.addItem("", place if place >= 0 else None)
            self.column.setCurrentIndex(0)
        self._show_words()
        self._order()

    @property
    def needs_preview(self) -> str | None:
        """The encoding in which the first rows should be shown; None where they say nothing."""
        row = self._row
        if row is None:
            return None
        detail = row.verdict.get("detail") or {}
        if {"encoding", "utf16"} & set(row.fixes):
            return str((detail.get("encodings") or ["utf-8"])[0])
        if "columns" in row.fixes or "columns?" in row.asks:
            return "utf-8"
        return None

    # What was chosen

    def mending(self) -> dict[str, Any]:
        """Fields of `packages.repair.Mending` as the ticks have them."""
        found: dict[str, Any] = {}
        for key, tick in self._ticks.items():
            if not tick.isChecked():
                continue
            name, _, value = key.partition(":")
            if name == "country_code":
                found[name] = COUNTRY_CODE
            else:
                found[name] = value or True
        if self._preview is not None and self.column.currentData() is not None:
            found["delimiter"] = self._preview.delimiter
            found["column"] = self.column.currentData()
        return found

    def answers(self) -> set[str]:
        """The asks that are answered with "use the rows as they are"."""
        return {ask for ask, tick in self._answers.items() if tick.isChecked()}

    def missing(self) -> QWidget | None:
        """What a copy still wants to be told; None when it can be written."""
        row = self._row
        if row is None:
            return None
        encodings = [tick for key, tick in self._ticks.items() if key.startswith("encoding:")]
        if encodings and not any(tick.isChecked() for tick in encodings):
            return encodings[0]
        if self._choosing_columns and "columns" in row.fixes and self.column.currentIndex() < 1:
            return self.column
        return None

    def first_open(self) -> QWidget | None:
        """The first tick of a question that is not answered; None where all are."""
        return next((tick for tick in self._answers.values() if not tick.isChecked()), None)

    @property
    def offers_a_copy(self) -> bool:
        """Whether there is anything that a copy would change, ticked or not."""
        return self._row is not None and (
            bool(self._row.fixes) or bool(self._ticks) or self._choosing_columns
        )

    @property
    def wants_a_copy(self) -> bool:
        """Whether a copy is needed, or was asked for by a tick."""
        return self._row is not None and (bool(self._row.fixes) or bool(self.mending()))

    def retranslate(self) -> None:
        """Say it in the present language."""
        self._show_words()

    # Helpers

    @property
    def _choosing_columns(self) -> bool:
        return self.column.count() > 0

    def _tick(self, key: str, *, on: bool = True) -> None:
        tick = QCheckBox()
        tick.setObjectName(f"file.repair.{key.partition(':')[0]}")
        tick.setChecked(on)
        tick.toggled.connect(self._on_repair)
        self._ticks[key] = tick
        self._ticked.addWidget(tick)

    def _answer(self, ask: str) -> None:
        tick = QCheckBox()
        tick.setObjectName(f"file.answer.{ask}")
        tick.setChecked(self._row is not None and ask in self._row.answers)
        tick.toggled.connect(self._on_answer)
        self._answers[ask] = tick
        self._ticked.addWidget(tick)
        if words.ask_hint(ask):
            hint = QLabel()
            hint.setWordWrap(True)
            hint.setProperty("role", "hint")
            hint.setProperty("ask", ask)
            self._ask_hints.append(hint)
            self._ticked.addWidget(hint)

    def _clear(self) -> None:
        for widget in (*self._ticks.values(), *self._answers.values(), *self._ask_hints):
            self._ticked.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._ticks, self._answers, self._always, self._ask_hints = {}, {}, [], []
        self._samples = []
        self.column.clear()

    def _order(self) -> None:
        follow(self, [self.column, *self._ticks.values(), *self._answers.values()])

    def _count(self, reason: str) -> int:
        assert self._row is not None
        told = self._row.verdict
        if reason == "blank":
            return int(told.get("blank") or 0)
        counts = {**(told.get("detail") or {}), **(told.get("invalid") or {})}
        count = counts.get(reason, 0)
        return count if isinstance(count, int) else 0

    def _show_words(self) -> None:
        row = self._row
        if row is None:
            return
        self.heading.setText(
            self.tr("If you like") if row.usable else self.tr("What to do about it")
        )
        said = [words.repair_words(fix, count) for fix, count in self._always]
        self.always.setText(self.tr("A clean copy does this:") + "\n" + _bullets(said))
        self.always.setVisible(bool(said))
        invalid = row.verdict.get("invalid") or {}
        counts = {
            "drop_bad": int(invalid.get("length", 0)),
            "drop_misfits": int(invalid.get("type", 0)),
            "drop_repeats": row.duplicates or 0,
        }
        for key, tick in self._ticks.items():
            repair, _, value = key.partition(":")
            name = words.encoding_name(value) if value else COUNTRY_CODE
            _name(tick, words.repair_words(repair, counts.get(repair, 0), name))
        for ask, tick in self._answers.items():
            _name(tick, words.ask_words(ask, row))
        for hint in self._ask_hints:
            hint.setText(words.ask_hint(str(hint.property("ask"))))
        choosing = self._choosing_columns
        self.column_label.setText(self.tr("The accounts are in this column"))
        self.column_label.setVisible(choosing)
        self.column.setAccessibleName(self.column_label.text())
        self.column.setVisible(choosing)
        if choosing:
            self.column.setItemText(0, self.tr("Choose a column"))
            for place, sample in enumerate(self._samples, 1):
                named = self.tr("Column {0}: {1}").format(grouped(place), sample)
                self.column.setItemText(place, named)
        self._show_first_rows()

    def _show_first_rows(self) -> None:
        preview = self._preview
        shown = preview is not None and self.needs_preview is not None
        self.first_rows.setVisible(shown)
        if preview is not None and shown:
            lines = ["   ".join(row) for row in preview.rows]
            self.first_rows.setText(
                self.tr("The first rows would then read: {0}").format("  ·  ".join(lines))
            )

    @Slot()
    def _on_repair(self) -> None:
        # One row can't be left out and kept.
        if self._is_on("drop_first"):
            self._take_back("heading")
        if self._is_on("drop_misfits") or self._is_on("country_code"):
            self._take_back("type")
        self.changed.emit()

    @Slot()
    def _on_answer(self) -> None:
        for ask, repairs in (
            ("heading", ("drop_first",)),
            ("type", ("drop_misfits", "country_code")),
        ):
            if ask in self.answers():
                for repair in repairs:
                    if self._is_on(repair):
                        self._ticks[repair].setChecked(False)
        self.answered.emit()

    @Slot()
    def _on_column(self) -> None:
        self.changed.emit()

    def _is_on(self, repair: str) -> bool:
        return repair in self._ticks and self._ticks[repair].isChecked()

    def _take_back(self, ask: str) -> None:
        if ask in self._answers:
            self._answers[ask].setChecked(False)


def _name(tick: QCheckBox, text: str) -> None:
    tick.setText(text)
    tick.setAccessibleName(text)


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"•  {line}" for line in lines)
