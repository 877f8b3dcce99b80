"""What a clean copy of a list shall leave out or change; the list itself stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from tpns_desktop.ui.forms.editors import ChoiceEditor
from tpns_desktop.ui.widgets.verb_dialog import VerbDialog, plain
from tpns_desktop.ui.words.lists import encoding_name, repair_words

if TYPE_CHECKING:
    from tpns_desktop.store.lists import ListRow

_ALWAYS: Final = ("utf16", "bom", "cr", "crlf", "blank", "space", "quote", "entries", "folder")
"""What every copy mends, where it was met."""
_COUNTRY_CODE: Final = "+86"
_MOBILE: Final = 1002
COLUMNS_MAX: Final = 99


class CleanDialog(VerbDialog):
    """A tick for each thing that a person decides."""

    def __init__(self, row: ListRow, parent: QWidget | None = None) -> None:
        super().__init__("clean", parent)
        self._row = row
        self._points = {row.code, *row.notes}
        detail: dict[str, Any] = row.verdict.get("detail") or {}
        invalid: dict[str, int] = row.verdict.get("invalid") or {}
        self.set_words(
            self.tr("Save a clean copy of “{0}”").format(row.name),
            self.tr("Save the copy…"),
            self.tr("The copy becomes a list of its own. This list stays as it is."),
        )
        self.ticks: dict[str, QCheckBox] = {}
        self._encodings = [str(name) for name in detail.get("encodings") or ()]
        if "encoding" in self._points and self._encodings:
            self._add_encoding()
        self.delimiter: ChoiceEditor | None = None
        self.column: QSpinBox | None = None
        if not self._points.isdisjoint(("columns", "columns?")):
            self._add_columns()
        if "heading" in self._points:
            self._add_tick("drop_first", repair_words("drop_first"))
        if count := sum(invalid.get(reason, 0) for reason in ("length", "control", "broken")):
            self._add_tick("drop_bad", repair_words("drop_bad", count))
        self.country_code: QLineEdit | None = None
        if count := invalid.get("type", 0):
            if row.account_type == _MOBILE:
                self._add_country_code()
            self._add_tick("drop_misfits", repair_words("drop_misfits", count), on=False)
        if row.duplicates:
            self._add_tick("drop_repeats", repair_words("drop_repeats", row.duplicates))
        self._add_always({**detail, "blank": row.verdict.get("blank", 0)})

    def mending(self) -> dict[str, Any]:
        """What was agreed to, as `Desk.mend_list` takes it."""
        chosen: dict[str, Any] = {name: tick.isChecked() for name, tick in self.ticks.items()}
        if "encoding" in self._points and self._encodings:
            chosen["encoding"] = self._encodings[0]
        if self.delimiter is not None and self.column is not None and self.delimiter.value():
            chosen["delimiter"] = self.delimiter.value()
            chosen["column"] = self.column.value() - 1
        if self.country_code is not None and self.country_code.text().strip():
            chosen["country_code"] = self.country_code.text().strip()
        return chosen

    def act(self) -> None:
        code = self.mending().get("country_code", "+1")
        digits = code.removeprefix("+")
        if not (code.startswith("+") and digits.isascii() and digits.isdigit()):
            self.show_error(self.tr("A country code is a plus and digits, such as +86."))
            return
        self.accept()

    def _add_encoding(self) -> None:
        said = plain("")
        said.setText(repair_words("encoding", name=encoding_name(self._encodings[0])))
        self.lines.addWidget(said)

    def _add_tick(self, name: str, words: str, *, on: bool = True) -> None:
        tick = QCheckBox(words)
        tick.setObjectName(f"clean.{name}")
        tick.setChecked(on)
        self.ticks[name] = tick
        self.lines.addWidget(tick)

    def _add_columns(self) -> None:
        self.delimiter = ChoiceEditor()
        choices = [
            (",", self.tr("Commas")),
            (";", self.tr("Semicolons")),
            ("\t", self.tr("Tabs")),
        ]
        if "columns" not in self._points:
            choices.insert(0, ("", self.tr("Nothing: it is one column")))
        self.delimiter.set_choices(choices)
        self.delimiter.set_value(choices[0][0])
        self.add_field("clean.delimiter", self.tr("The columns are parted by"), self.delimiter)
        self.column = QSpinBox()
        self.column.setRange(1, COLUMNS_MAX)
        self.add_field("clean.column", self.tr("The column with the accounts"), self.column)

    def _add_country_code(self) -> None:
        self.country_code = QLineEdit(_COUNTRY_CODE)
        self.add_field(
            "clean.country_code",
            self.tr("Country code for numbers that have none"),
            self.country_code,
            self.tr("Leave it empty to add none."),
        )

    def _add_always(self, counts: dict[str, Any]) -> None:
        said = [
            repair_words(point, int(counts.get(point) or 0))
            for point in _ALWAYS
            if point in self._points
        ]
        if said:
            label = plain("muted")
            label.setContentsMargins(0, 6, 0, 0)
            label.setText("\n".join(f"✓ {line}" for line in said))
            self.lines.addWidget(label)
