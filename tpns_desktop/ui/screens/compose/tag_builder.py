"""Tag rows in groups: rows of a group are joined by "and", groups by "or".

Shows and edits `audience.tag.groups` of the draft; grouping is all the precedence there is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.model.tags import ACTIVE, EXAMPLES, OWN, looks_odd, reaches_nobody
from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.editors import ChoiceEditor
from tpns_desktop.ui.theme.icons import icon
from tpns_desktop.ui.widgets.chips import ChipsInput
from tpns_desktop.ui.widgets.tab_order import follow
from tpns_desktop.ui.words.audience import (
    MATCHES,
    TAG_TYPES,
    listed,
    match_name,
    quoted,
    tag_examples,
    tag_type_name,
)

if TYPE_CHECKING:
    from datetime import datetime

    from tpns_desktop.store.tag_book import Tag

PATH = "audience.tag.groups"
NARROW = 560
"""Below this width of a row its tags stand on a line of their own."""

NEAR = 0.7
"""How much alike (0 to 1) a new tag and a known one are for the known one to be proposed."""

Known = Mapping[str, Sequence[str]]
"""Kind of tag → the tags that were used before, the last used first."""
Row = dict[str, Any]
"""{"tag_type": str, "match": "any" | "all" | "none", "tags": [str, …]}"""


def empty_row() -> Row:
    """A row as a person first meets it."""
    return {"tag_type": OWN, "match": "any", "tags": []}


class TagRow(QWidget):
    """One row: kind of tag, how it is matched, the tags, and what there is to look at in them.

    Signals: `edited`; `removed`: the cross was pressed.
    """

    edited = Signal()
    removed = Signal()

    def __init__(self, name: str, row: Row, known: Known | None) -> None:
        super().__init__()
        self._known = known
        self._narrow = False
        self.tag_type = ChoiceEditor()
        self.tag_type.setObjectName(f"{name}.tag_type")
        self.match = ChoiceEditor()
        self.match.setObjectName(f"{name}.match")
        self.match.setMinimumContentsLength(9)
        self.tags = ChipsInput()
        self.tags.setObjectName(f"{name}.tags")
        self.remove = QPushButton()
        self.remove.setObjectName(f"{name}.remove")
        self.remove.setIcon(icon("cross"))
        self.remove.setIconSize(QSize(16, 16))
        self.remove.setFixedWidth(34)
        self.note = QLabel()
        self.note.setObjectName(f"{name}.note")
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setProperty("role", "warn")
        self.note.setWordWrap(True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(self.tag_type, 0, 0)
        self._grid.addWidget(self.match, 0, 1)
        self._grid.addWidget(self.tags, 0, 2)
        self._grid.addWidget(self.remove, 0, 3)
        self._grid.addWidget(self.note, 2, 0, 1, 4)
        self.tag_type.set_value(row["tag_type"])
        self.match.set_value(row["match"])
        self.tags.set_values(row["tags"])
        self.retranslate()
        for editor in (self.tag_type, self.match, self.tags):
            editor.edited.connect(self._on_edited)
        self.remove.clicked.connect(self.removed)

    def row(self) -> Row:
        """The row as it stands."""
        return {
            "tag_type": self.tag_type.value() or OWN,
            "match": self.match.value() or "any",
            "tags": self.tags.values(),
        }

    def set_known(self, known: Known | None) -> None:
        """Tags to complete from; None while nobody knows what was used before."""
        self._known = known
        self._look()

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.tag_type.set_choices([(key, tag_type_name(key)) for key in TAG_TYPES])
        self.match.set_choices([(key, match_name(key)) for key in MATCHES])
        self.tag_type.setAccessibleName(self.tr("Kind of tag"))
        self.match.setAccessibleName(self.tr("How the tags are matched"))
        self.tags.setAccessibleName(self.tr("Tags"))
        self.remove.setAccessibleName(self.tr("Remove this row"))
        self.remove.setToolTip(self.tr("Remove this row"))
        self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            for widget in (self.tags, self.remove):
                self._grid.removeWidget(widget)
            self._grid.addWidget(self.tags, *((1, 0, 1, 3) if narrow else (0, 2, 1, 1)))
            self._grid.addWidget(self.remove, 1 if narrow else 0, 3)

    @Slot()
    def _on_edited(self) -> None:
        self._look()
        self.edited.emit()

    def _look(self) -> None:
        """Complete from what was used before, and say what there is to look at."""
        tag_type = self.tag_type.value() or OWN
        before = list((self._known or {}).get(tag_type, ()))
        self.tags.set_suggestions(before)
        example = self.tr("Such as {0}").format(tag_examples(tag_type))
        own = tag_type == OWN
        self.tags.set_placeholder(self.tr("Type a tag, then Enter") if own else example)
        tags = self.tags.values()
        odd = [tag for tag in tags if looks_odd(tag_type, tag)]
        # Every day is new once: whether it is one is all there is to look at.
        judged = self._known is not None and tag_type != ACTIVE
        spelt = before if own else [*before, *EXAMPLES.get(tag_type, ())]
        new = [tag for tag in tags if judged and tag not in spelt and tag not in odd]
        marks = dict.fromkeys(odd, example)
        marks |= dict.fromkeys(new, self.tr("new – check the spelling"))
        self.tags.set_marks(marks)
        said = []
        if new:
            said.append(self.tr("{0}: new – check the spelling").format(_quoted(new)))
            said += [
                self.tr("Did you mean “{0}”?").format(near[0])
                for tag in new
                if (near := _near(tag, spelt))
            ]
        if odd:
            like = self.tr("{0}: write it like {1}")
            said.append(like.format(_quoted(odd), tag_examples(tag_type)))
        if reaches_nobody(tag_type, self.match.value() or "any", len(tags)):
            said.append(self.tr("No phone has all of these at once: this row reaches nobody."))
        self.note.setText("\n".join(said))
        self.note.setVisible(bool(said))
        self.tags.setAccessibleDescription("\n".join([example, *said]))


class TagBuilder(QWidget):
    """All groups. Writes the whole list into the draft at each edit."""

    def __init__(self, binding: DraftBinding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._binding = binding
        self._suggestions: Sequence[str] = ()
        self._book: Sequence[Tag] | None = None
        self._rows: list[list[TagRow]] = []
        self._adders: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        binding.replaced.connect(self._rebuild)
        binding.edited.connect(self._on_draft_edited)
        self._rebuild()

    def set_suggestions(self, tags: Sequence[str]) -> None:
        """The app's own tags, where a service says which there are (practice does)."""
        self._suggestions = tuple(tags)
        self._tell_rows()

    def set_book(self, tags: Sequence[Tag] | None) -> None:
        """Tags that were used with the app before; None while they are not read yet."""
        self._book = tags
        self._tell_rows()

    def _known(self) -> Known | None:
        if self._book is None:
            return None
        known: dict[str, list[str]] = {}
        for tag in sorted(self._book, key=_last_used, reverse=True):
            known.setdefault(tag.tag_type, []).append(tag.tag)
        own = known.setdefault(OWN, [])
        own += [tag for tag in self._suggestions if tag not in own]
        return known

    def _tell_rows(self) -> None:
        known = self._known()
        for group in self._rows:
            for row in group:
                row.set_known(known)

    def groups(self) -> list[list[Row]]:
        """The groups as they stand on the screen."""
        return [[row.row() for row in group] for group in self._rows]

    def commit(self) -> None:
        """Take in the tags that are still being typed."""
        for group in self._rows:
            for row in group:
                row.tags.commit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._rebuild()
        super().changeEvent(event)

    @Slot(str)
    def _on_draft_edited(self, path: str) -> None:
        if path == PATH and self._binding.value(PATH) != self.groups():
            self._rebuild()

    def _rebuild(self) -> None:
        _clear(self._column)
        self._rows = []
        self._adders = []
        groups = self._binding.value(PATH) or [[empty_row()]]
        for number, group in enumerate(groups):
            if number:
                self._column.addWidget(_joint(self.tr("or")))
            self._column.addWidget(self._group_box(number, group))
        more = _link(f"{PATH}.add_group", self.tr("+ or another group"))
        more.clicked.connect(self._on_group_added)
        self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self._order_tabs(more)

    def _order_tabs(self, last: QWidget) -> None:
        """Let Tab go through what was just made where the builder stands."""
        stops: list[QWidget] = []
        for number, group in enumerate(self._rows):
            for row in group:
                stops += (row.tag_type, row.match, row.tags, row.remove)
            stops.append(self._adders[number])
        follow(self, [*stops, last])

    def _group_box(self, number: int, group: list[Row]) -> QWidget:
        box = QFrame()
        box.setProperty("role", "sunken")
        column = QVBoxLayout(box)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        widgets: list[TagRow] = []
        known = self._known()
        for place, row in enumerate(group or [empty_row()]):
            if place:
                column.addWidget(_joint(self.tr("and")))
            widget = TagRow(f"{PATH}.{number}.{place}", row, known)
            widget.edited.connect(self._on_edited)
            widget.removed.connect(partial(self.remove_row, widget))
            widgets.append(widget)
            column.addWidget(widget)
        more = _link(f"{PATH}.{number}.add_row", self.tr("+ and…"))
        more.clicked.connect(partial(self.add_row, number))
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows.append(widgets)
        self._adders.append(more)
        return box

    @Slot()
    def _on_edited(self) -> None:
        self._binding.set_value(PATH, self.groups())

    @Slot()
    def _on_group_added(self) -> None:
        self._put([*self.groups(), [empty_row()]])
        self._focus(-1, -1)

    def add_row(self, number: int, _checked: bool = False) -> None:
        """One more row at the end of group `number`."""
        groups = self.groups()
        groups[number].append(empty_row())
        self._put(groups)
        self._focus(number, -1)

    def remove_row(self, widget: TagRow) -> None:
        """Take a row away; a group without rows goes too, but one empty row always stays."""
        place = [row for group in self._rows for row in group].index(widget)
        groups = [[row.row() for row in group if row is not widget] for group in self._rows]
        self._put([group for group in groups if group] or [[empty_row()]])
        left = [row for group in self._rows for row in group]
        left[min(place, len(left) - 1)].tags.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus(self, group: int, row: int) -> None:
        # The button that was pressed is gone with the old rows: the focus must not be lost.
        self._rows[group][row].tags.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, groups: list[list[Row]]) -> None:
        self._binding.set_value(PATH, groups)
        self._rebuild()


def _last_used(tag: Tag) -> datetime:
    return tag.used_at or tag.added_at


def _near(tag: str, known: Sequence[str]) -> list[str]:
    """The known tag that was most likely meant; empty for none."""
    folded = {one.casefold(): one for one in reversed(known)}
    found = get_close_matches(tag.casefold(), list(folded), n=1, cutoff=NEAR)
    return [folded[one] for one in found]


def _quoted(tags: Sequence[str]) -> str:
    return listed([quoted(tag) for tag in tags])


def _joint(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "muted")
    return label


def _link(name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("kind", "link")
    return button


def _clear(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
