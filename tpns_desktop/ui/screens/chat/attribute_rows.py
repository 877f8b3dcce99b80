"""Attributes of users as rows: a name that the app declares, and the value it has to have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLabel, QVBoxLayout

from tpns_desktop.ui.forms.editors import LineEditor
from tpns_desktop.ui.forms.row_editors import Row, RowsEditor


class AttributesEditor(RowsEditor):
    """Value: rows `[name, value]`."""

    def __init__(self) -> None:
        self._names: Sequence[str] | None = None
        super().__init__()

    def set_names(self, names: Sequence[str] | None) -> None:
        """Offer these; None: nobody has read yet what the app declares."""
        self._names = names
        for row in self.rows:
            if isinstance(row, _Attribute):
                row.set_names(names)
        self.retranslate()

    def add_words(self) -> str:
        return self.tr("+ attribute")

    def empty(self) -> list[str]:
        return ["", ""]

    def make(self, value: Any) -> Row:
        row = _Attribute([*(str(part) for part in value), "", ""][:2])
        row.set_names(self._names)
        return row


class _Attribute(Row):
    def __init__(self, value: Sequence[str]) -> None:
        super().__init__()
        self._names: Sequence[str] | None = None
        self.name = _NameBox()
        self.name.setCurrentText(value[0])
        self.equals = QLabel()
        self.text = LineEditor()
        self.text.set_value(value[1])
        self.unknown = QLabel()
        self.unknown.setProperty("role", "warn")
        self.unknown.setWordWrap(True)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.name)
        names.addWidget(self.unknown)
        top = Qt.AlignmentFlag.AlignTop
        self.line.addLayout(names, 3)
        self.line.addWidget(self.equals, 0, top)
        self.line.addWidget(self.text, 3, top)
        self.line.addWidget(self.remove, 0, top)
        self.equals.setFixedHeight(self.text.sizeHint().height())
        self.name.edited.connect(self._on_name)
        self.text.edited.connect(self.edited)

    def set_names(self, names: Sequence[str] | None) -> None:
        self._names = names
        self.name.offer(names or ())
        self._show_unknown()

    def value(self) -> list[str]:
        return [self.name.currentText(), self.text.value()]

    def stops(self) -> list[Any]:
        return [self.name, self.text, self.remove]

    def name_parts(self, name: str, place: int) -> None:
        self.name.setObjectName(f"{name}.{place}.name")
        self.text.setObjectName(f"{name}.{place}.value")
        self.remove.setObjectName(f"{name}.{place}.remove")
        self.equals.setText(self.tr("is"))
        said = self.tr("Attribute {0}").format(place + 1)
        self.name.setAccessibleName(said)
        line = self.name.lineEdit()
        if line is not None:
            line.setAccessibleName(said)
            line.setPlaceholderText(self.tr("Name"))
        self.text.setAccessibleName(self.tr("Value of attribute {0}").format(place + 1))
        self.text.setPlaceholderText(self.tr("Value"))
        self.remove.setAccessibleName(self.tr("Remove attribute {0}").format(place + 1))
        self.remove.setToolTip(self.tr("Remove attribute {0}").format(place + 1))
        self._show_unknown()

    def _on_name(self) -> None:
        self._show_unknown()
        self.edited.emit()

    def _show_unknown(self) -> None:
        written = self.name.currentText().strip()
        odd = bool(written) and self._names is not None and written not in self._names
        self.unknown.setText(self.tr("Not declared by the app, so look at the spelling"))
        self.unknown.setVisible(odd)


class _NameBox(QComboBox):
    """A name to choose or to type, that the wheel leaves alone."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        completer = self.completer()
        assert completer is not None
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseSensitive)
        self.currentTextChanged.connect(self.edited)

    def offer(self, names: Sequence[str]) -> None:
        if [self.itemText(place) for place in range(self.count())] == list(names):
            return
        written = self.currentText()
        with QSignalBlocker(self):
            self.clear()
            self.addItems(list(names))
            self.setCurrentIndex(self.findText(written))
            self.setEditText(written)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
