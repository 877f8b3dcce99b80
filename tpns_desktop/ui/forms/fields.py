"""A field: its label above, its editor, and one line below that is a hint, or says what to mend.

Owns where label, hint and error stand and how a screen reader meets them. The words come from
`titles`, the value from the `DraftBinding`, the error from the draft's examination.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.editors import Editor
from tpns_desktop.ui.forms.titles import hint_of, title_of
from tpns_desktop.ui.theme.sheet import repolish
from tpns_desktop.ui.words.checks import sentence

if TYPE_CHECKING:
    from tpns_desktop.send.checks import Examination, Finding


class Field(QWidget):
    """Label, editor and the line below. `path` is the editor's place in the draft."""

    def __init__(self, path: str, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.editor = editor
        self.touched = False
        self._error = ""
        self._hint: str | None = None
        self._suffix = ""
        self.setObjectName(f"field.{path}")
        editor.setObjectName(path)
        self.label = QLabel()
        self.label.setBuddy(editor)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setProperty("role", "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._line = QHBoxLayout()
        self._line.setSpacing(6)
        self._line.addWidget(editor, 1)
        self._below = QHBoxLayout()
        self._below.setSpacing(8)
        self._below.addWidget(self.note, 1)
        column.addWidget(self.label)
        column.addLayout(self._line)
        column.addLayout(self._below)
        column.addStretch(1)  # beside a taller field the label stays on top
        self.retranslate()

    def retranslate(self) -> None:
        """Show label and hint in the present language."""
        was = self.editor.accessibleName()
        title = title_of(self.path) + (f" · {self._suffix}" if self._suffix else "")
        self.label.setText(title)
        self.editor.setAccessibleName(title)
        proxy = self.editor.focusProxy()
        # One that has a name of its own says more than the field does.
        if proxy is not None and proxy.accessibleName() in ("", was):
            proxy.setAccessibleName(title)
        self._show_note()

    def add_beside(self, widget: QWidget) -> None:
        """Put `widget` right of the editor (a button that does something with the value)."""
        self._line.addWidget(widget)

    def add_below(self, widget: QWidget) -> None:
        """Put `widget` right of the line below."""
        self._below.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def set_title_suffix(self, text: str) -> None:
        """Say behind the label for whom the field is (one of two systems, say)."""
        self._suffix = text
        self.retranslate()

    def set_hint(self, text: str) -> None:
        """Replace the table's hint by a live one (a counter, say)."""
        self._hint = text
        self._show_note()

    def set_error(self, text: str) -> None:
        """Show what is to be mended instead of the hint; the empty text takes it away."""
        self._error = text
        self._show_note()

    @property
    def error(self) -> str:
        """The error shown at present, or the empty text."""
        return self._error

    def _show_note(self) -> None:
        text = self._error or (hint_of(self.path) if self._hint is None else self._hint)
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.editor.setAccessibleDescription(text)
        role = "error" if self._error else "hint"
        if self.note.property("role") != role:
            self.note.setProperty("role", role)
            self.editor.setProperty("invalid", bool(self._error))
            repolish(self.note)
            repolish(self.editor)


class Fields(QObject):
    """Makes fields by path and keeps each in step with the draft."""

    def __init__(self, binding: DraftBinding, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.binding = binding
        self._fields: dict[str, Field] = {}
        self._reveal_all = False
        binding.replaced.connect(self._on_replaced)
        binding.examined.connect(self._on_examined)

    def add(self, layout: QLayout, path: str, editor: QWidget) -> Field:
        """Put a field for `path` into `layout`; its editor follows the draft from now on."""
        field = Field(path, editor)
        layout.addWidget(field)
        self._fields[path] = field
        like = cast(Editor, editor)
        like.set_value(self.binding.value(path))
        like.edited.connect(partial(self.write, field))
        for widget in (editor, editor.focusProxy()):
            if widget is not None:
                widget.installEventFilter(self)
        if self.binding.examination is not None:  # made late, it has as much to say as the others
            self._on_examined(self.binding.examination)
        return field

    def remove(self, path: str) -> None:
        """Take the field for `path` away."""
        field = self._fields.pop(path)
        field.hide()
        field.deleteLater()

    def field(self, path: str) -> Field:
        """The field that was added for `path`."""
        return self._fields[path]

    def has(self, path: str) -> bool:
        """Whether there is a field for `path`."""
        return path in self._fields

    def show_value(self, path: str) -> None:
        """Show the draft's value at `path` in its editor (the program changed it)."""
        if path in self._fields:
            cast(Editor, self._fields[path].editor).set_value(self.binding.value(path))

    def reveal_all(self) -> None:
        """From now on show every field's error, touched or not (Review was pressed)."""
        self._reveal_all = True
        if self.binding.examination is not None:
            self._on_examined(self.binding.examination)

    def retranslate(self) -> None:
        """Show all labels, hints and errors in the present language."""
        for field in self._fields.values():
            field.retranslate()
        if self.binding.examination is not None:
            self._on_examined(self.binding.examination)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and isinstance(watched, QWidget):
            for field in self._fields.values():
                if watched in (field.editor, field.editor.focusProxy()):
                    field.touched = field.touched or _was_filled_in(field, self.binding)
        return False

    def write(self, field: Field) -> None:
        """Take the editor's value into the draft."""
        field.touched = True
        self.binding.set_value(field.path, cast(Editor, field.editor).value())

    def _on_replaced(self) -> None:
        self._reveal_all = False
        for path, field in self._fields.items():
            field.touched = False
            field.set_error("")
            cast(Editor, field.editor).set_value(self.binding.value(path))

    def _on_examined(self, examination: Examination) -> None:
        errors: dict[str, Finding] = {}
        for finding in examination.findings:
            if finding.level == "E":
                errors.setdefault(finding.field, finding)
        for path, field in self._fields.items():
            finding_here = errors.get(path)
            shown = finding_here is not None and (field.touched or self._reveal_all)
            field.set_error(sentence(finding_here) if shown and finding_here else "")


def _was_filled_in(field: Field, binding: DraftBinding) -> bool:
    # Leaving an empty field is no mistake yet: a person may only be passing through.
    return bool(binding.value(field.path))
