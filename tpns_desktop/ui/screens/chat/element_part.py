"""One element of the message: its fields, and what can be done with the whole of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from tpns_desktop.model.chat_draft import ELEMENTS
from tpns_desktop.ui.forms.editors import ChoiceEditor, LineEditor, TextEditor
from tpns_desktop.ui.forms.fields import Field, Fields
from tpns_desktop.ui.theme.icons import icon
from tpns_desktop.ui.widgets.emoji_picker import EmojiPicker
from tpns_desktop.ui.words.chat_elements import field_hint, kind_hint, kind_name
from tpns_desktop.ui.words.emoji import emoji_groups
from tpns_desktop.ui.words.lengths import counted_characters

PLACE = "message.elements"
_WIDE = frozenset({"text", "url", "thumb_url", "data"})
"""Fields that take a line for themselves."""
_COLUMNS = 2
_FORMATS = ("JPG", "GIF", "PNG", "BMP", "other")


class ElementPart(QFrame):
    """Signals.

    moved(int): up (-1) or down (1) was asked for.
    removed: it is to be taken out.
    """

    moved = Signal(int)
    removed = Signal()

    def __init__(self, fields: Fields, place: int, kind: str) -> None:
        """`place`: among the draft's elements, from 0."""
        super().__init__()
        self.setProperty("role", "code")
        self._place = place
        self._kind = kind
        self._all = fields
        self._fields: dict[str, Field] = {}
        self._emoji: EmojiPicker | None = None
        name = f"{PLACE}.{place}"
        self.heading = QLabel()
        self.heading.setProperty("role", "strong")
        self.hint = QLabel()
        self.hint.setProperty("role", "hint")
        self.hint.setWordWrap(True)
        self.up = self._button(f"{name}.up", "chevron-up")
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down = self._button(f"{name}.down", "chevron-down")
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove = self._button(f"{name}.remove", "cross")
        self.remove.clicked.connect(self.removed)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.heading)
        head.addWidget(self.hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        for at in range(_COLUMNS):
            self._grid.setColumnStretch(at, 1)
        column.addLayout(self._grid)
        self._add_fields()
        # Behind the fields, so that Tab comes to what is written first.
        for button in (self.up, self.down, self.remove):
            head.addWidget(button)
        self.retranslate()

    def _button(self, name: str, sign: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setIcon(icon(sign))
        button.setIconSize(QSize(16, 16))
        button.setFixedWidth(34)
        return button

    def _add_fields(self) -> None:
        row = at = 0
        for name in ELEMENTS.get(self._kind, {}):
            path = f"{PLACE}.{self._place}.{name}"
            field = self._all.add(self._grid, path, _editor(self._kind, name))
            self._grid.removeWidget(field)
            wide = name in _WIDE
            if wide and at:
                row, at = row + 1, 0
            self._grid.addWidget(field, row, at, 1, _COLUMNS if wide else 1)
            at += _COLUMNS if wide else 1
            if at >= _COLUMNS:
                row, at = row + 1, 0
            self._fields[name] = field
            if isinstance(field.editor, TextEditor):
                self._add_emoji(field, field.editor)

    def _add_emoji(self, field: Field, editor: TextEditor) -> None:
        editor.edited.connect(self._show_length)
        self._emoji = EmojiPicker(f"{field.path}.emoji")
        self._emoji.chosen.connect(editor.insertPlainText)
        self._emoji.chosen.connect(lambda _: editor.setFocus(Qt.FocusReason.OtherFocusReason))
        field.add_below(self._emoji)

    def leave(self) -> None:
        """Give the fields back; it is shown no longer."""
        for field in self._fields.values():
            self._all.remove(field.path)
        self._fields = {}

    def show_place(self, last: int) -> None:
        """Say whether it can go up and down among the elements; `last`: the place of the last."""
        self.up.setEnabled(self._place > 0)
        self.down.setEnabled(self._place < last)
        for button in (self.up, self.down):
            button.setVisible(last > 0)

    def first(self) -> Field | None:
        """The first field; None for an element without any."""
        return next(iter(self._fields.values()), None)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        name = kind_name(self._kind)
        self.heading.setText(f"{self._place + 1} · {name}")
        self.hint.setText(kind_hint(self._kind))
        for button, said in (
            (self.up, self.tr("Move {0} up")),
            (self.down, self.tr("Move {0} down")),
            (self.remove, self.tr("Remove {0}")),
        ):
            words = said.format(f"{name} {self._place + 1}")
            button.setAccessibleName(words)
            button.setToolTip(words)
        for name, field in self._fields.items():
            if isinstance(field.editor, ChoiceEditor):
                others = {"other": self.tr("Another")}
                formats = [(key, others.get(key, key)) for key in _FORMATS]
                field.editor.set_choices([("", self.tr("Not said")), *formats])
            hint = field_hint(self._kind, name)
            if hint is not None:
                field.set_hint(hint)
        self._show_length()
        if self._emoji is not None:
            self._emoji.set_words(self.tr("Insert an emoji"), emoji_groups())

    def _show_length(self) -> None:
        for field in self._fields.values():
            if isinstance(field.editor, TextEditor):
                field.set_hint(counted_characters(len(field.editor.value())))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _editor(kind: str, name: str) -> LineEditor | TextEditor | ChoiceEditor:
    if (kind, name) == ("image", "format"):
        return ChoiceEditor()
    return TextEditor(lines=3) if name == "text" else LineEditor()
