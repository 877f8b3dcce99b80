"""The values that fill the blanks of a text: a line a blank, with its rule.

Knows the template's words where the book has them, and then shows one line for each of its blanks.
What was typed for a blank that the template does not have stays until a person takes it away.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.model import sms_text
from tpns_desktop.ui.theme.icons import icon
from tpns_desktop.ui.theme.sheet import repolish
from tpns_desktop.ui.widgets.tab_order import follow
from tpns_desktop.ui.words.sms_book import around

if TYPE_CHECKING:
    from tpns_desktop.store.sms_book import SmsTemplate

COLUMNS = 2


class ValuesEditor(QWidget):
    """Value: list of str in the order of the blanks. Signal `edited`."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._template: SmsTemplate | None = None
        self._values: list[str] = []
        self._lines: list[QLineEdit] = []
        self._notes: list[QLabel] = []
        self._crosses: dict[int, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._above = QWidget()
        self._rows = QGridLayout(self._above)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(14)
        self._rows.setVerticalSpacing(8)
        column.addWidget(self._above)
        self.add = QPushButton()
        self.add.setObjectName("sms.params.add")
        self.add.setProperty("kind", "link")
        self.add.clicked.connect(self._on_add_clicked)
        bottom = QHBoxLayout()
        bottom.addWidget(self.add)
        bottom.addStretch(1)
        column.addLayout(bottom)
        self.retranslate()

    @property
    def blanks(self) -> int | None:
        """How many blanks the template has; None where its words are not known."""
        if self._template is None or not self._template.content:
            return None
        return len(sms_text.blanks(self._template.content))

    @property
    def spare(self) -> int:
        """How many values with text no blank of the template takes."""
        blanks = self.blanks
        return 0 if blanks is None else sum(bool(one.strip()) for one in self._values[blanks:])

    def value(self) -> list[str]:
        return list(self._values)

    def set_value(self, value: list[str]) -> None:
        if value != self._values or not self._shows_all():
            self._values = list(value)
            self._rebuild()

    def set_template(self, template: SmsTemplate | None) -> None:
        """Show the blanks of this template, whatever was typed before; does not emit."""
        if template != self._template:
            self._template = template
            self._rebuild()

    def fitted(self) -> list[str]:
        """The values as the template wants them: one a blank, and what would be lost besides."""
        blanks = self.blanks
        if blanks is None:
            return self.value()
        kept = [*self._values, *([""] * (blanks - len(self._values)))]
        while len(kept) > blanks and not kept[-1].strip():
            kept.pop()
        return kept

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.add.setText(self.tr("+ Add a value"))
        self._rebuild()

    def _shows_all(self) -> bool:
        return len(self._lines) == max(len(self._values), self.blanks or 0)

    def _rebuild(self) -> None:
        focused = next((n for n, line in enumerate(self._lines) if line.hasFocus()), None)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._lines, self._notes, self._crosses = [], [], {}
        blanks = self.blanks
        count = max(len(self._values), blanks or 0)
        for place in range(count):
            text = self._values[place] if place < len(self._values) else ""
            cell = self._cell(place, text, spare=blanks is not None and place >= blanks)
            self._rows.addWidget(cell, place // COLUMNS, place % COLUMNS)
        for column in range(COLUMNS):
            self._rows.setColumnStretch(column, 1 if column < max(count, 1) else 0)
        self._above.setVisible(bool(count))
        # Where the template tells how many there are, nobody has to add one.
        self.add.setVisible(blanks is None)
        self._order()
        for place in range(count):
            self._show_rule(place)
        if focused is not None and focused < count:
            self._lines[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _order(self) -> None:
        stops: list[QWidget] = []
        for place, line in enumerate(self._lines):
            stops += [line, self._crosses[place]] if place in self._crosses else [line]
        self.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes none, the stubs do not say so
        follow(self._above, stops)
        # Tab enters by the proxy: it must be the first there is.
        first = self._lines[0] if self._lines else self.add
        self.setFocusProxy(first)
        self.add.setAccessibleName(self.add.text())  # a field names its proxy after itself
        if self._lines:
            first.setAccessibleName(self._name(0))

    def _name(self, place: int) -> str:
        return self.tr("Value for blank {0}").format(f"{{{place + 1}}}")

    def _cell(self, place: int, text: str, *, spare: bool) -> QWidget:
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        edit = QLineEdit(text)
        edit.setObjectName(f"sms.params.{place + 1}")
        edit.setAccessibleName(self._name(place))
        edit.textChanged.connect(partial(self._on_typed, place))
        label = QLabel(self._label(place))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(edit)
        note = QLabel()
        note.setObjectName(f"sms.params.{place + 1}.note")
        note.setProperty("role", "hint")
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(edit, 1)
        column.addWidget(label)
        column.addLayout(line)
        column.addWidget(note)
        column.addStretch(1)
        if spare or self.blanks is None:
            line.addWidget(self._cross(place))
        self._lines.append(edit)
        self._notes.append(note)
        return cell

    def _cross(self, place: int) -> QPushButton:
        remove = QPushButton()
        remove.setIcon(icon("cross"))
        remove.setIconSize(QSize(16, 16))
        remove.setFixedWidth(34)
        remove.setObjectName(f"sms.params.{place + 1}.remove")
        remove.setAccessibleName(self.tr("Remove value {0}").format(place + 1))
        remove.setToolTip(remove.accessibleName())
        remove.clicked.connect(partial(self._remove, place))
        self._crosses[place] = remove
        return remove

    def _label(self, place: int) -> str:
        mark = f"{{{place + 1}}}"
        near = around(self._template.content, place + 1) if self._template is not None else ""
        return near or mark

    def _show_rule(self, place: int) -> None:
        note, edit = self._notes[place], self._lines[place]
        text, wrong = self._rule(place, edit.text())
        note.setText(text)
        note.setVisible(bool(text))
        near = around(self._template.content, place + 1) if self._template is not None else ""
        edit.setAccessibleDescription("\n".join(part for part in (near, text) if part))
        role = "error" if wrong else "hint"
        if note.property("role") != role:
            note.setProperty("role", role)
            edit.setProperty("invalid", wrong)
            repolish(note)
            repolish(edit)

    def _rule(self, place: int, text: str) -> tuple[str, bool]:
        """What may stand in a blank, and whether that is to be mended."""
        blanks = self.blanks
        if blanks is not None and place >= blanks:
            return self.tr("The template has no such blank. Kept until you remove it."), True
        if self._template is not None and self._template.kind == "code":
            said = self.tr("{0} to {1} digits, nothing else.").format(0, sms_text.CODE_DIGITS_MAX)
            return said, not sms_text.fits_code(text)
        if sms_text.has_url(text):
            return self.tr("A web address may not stand here. Take it out."), True
        if len(text) > sms_text.INDIVIDUAL_VALUE_MAX:
            said = self.tr("No web address. An individual's SMS account takes at most {0} here.")
            return said.format(sms_text.INDIVIDUAL_VALUE_MAX), False
        return self.tr("No web address."), False

    def _on_typed(self, place: int, text: str) -> None:
        self._values += [""] * (place + 1 - len(self._values))
        self._values[place] = text
        self._values = self.fitted()
        self._show_rule(place)
        self.edited.emit()

    @Slot()
    def _on_add_clicked(self) -> None:
        self._values.append("")
        self._rebuild()
        self._lines[-1].setFocus()
        self.edited.emit()

    def _remove(self, place: int, _checked: bool = False) -> None:
        del self._values[place]
        self._rebuild()
        # The cross that was pressed is gone: the focus must not be lost.
        near = self._lines[min(place, len(self._lines) - 1)] if self._lines else self.add
        near.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
