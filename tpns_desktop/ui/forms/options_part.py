"""The choices about a message that few need, made from the one table of them.

One line a group that opens; what the app's systems do not have is not offered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tpns_desktop.model.options import ANDROID, BOTH, IOS, OPTIONS, Option
from tpns_desktop.ui.forms.colour_editor import ColourEditor
from tpns_desktop.ui.forms.editors import ChoiceEditor, LineEditor
from tpns_desktop.ui.forms.fields import Field, Fields
from tpns_desktop.ui.forms.json_editor import JsonEditor
from tpns_desktop.ui.forms.titles import title_of
from tpns_desktop.ui.widgets.disclosure import Disclosure
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.options import choice_words, group_words

if TYPE_CHECKING:
    from tpns_desktop.store.apps import App

COLUMNS = 2
_ORDER = (BOTH, ANDROID, IOS)
ELSEWHERE = frozenset({"message.picture"})
"""Options that stand on the card itself."""


class OptionsPart(QWidget):
    """All groups. A group that holds something is opened when a draft is loaded."""

    def __init__(
        self,
        fields: Fields,
        parent: QWidget | None = None,
        *,
        options: Sequence[Option] = OPTIONS,
        place: str = "message",
        headings: Callable[[str], str] = group_words,
    ) -> None:
        """`options`: the table; `place` begins the names of its groups, `headings` words them."""
        super().__init__(parent)
        self._fields = fields
        self._binding = fields.binding
        self._platforms = tuple({one: None for option in options for one in option.platforms})
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.groups: dict[str, _Group] = {}
        offered = [option for option in options if option.path not in ELSEWHERE]
        order = list(dict.fromkeys(option.group for option in offered))
        offered.sort(key=lambda option: order.index(option.group))
        for name, ones in groupby(offered, key=lambda option: option.group):
            group = _Group(f"{place}.options.{name}", headings, name, ones, fields, self)
            self.groups[name] = group
            column.addWidget(group)
        self._binding.replaced.connect(self._open_used)
        self.retranslate()
        self._open_used()

    def set_app(self, app: App | None) -> None:
        """Offer what the app's systems have."""
        self._platforms = tuple(app.platforms) if app is not None else ("android", "ios")
        self.retranslate()

    def part_for(self, path: str) -> Disclosure | None:
        """The group in which the field at `path` stands."""
        return next((one for one in self.groups.values() if one.has(path)), None)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        for group in self.groups.values():
            group.retranslate(self._platforms)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @property
    def is_used(self) -> bool:
        """Whether anything but what a new draft has is chosen."""
        return any(group.is_used() for group in self.groups.values())

    @Slot()
    def _open_used(self) -> None:
        for group in self.groups.values():
            group.set_open(group.is_open or group.is_used())


class _Group(Disclosure):
    """One heading and its fields, two side by side."""

    def __init__(
        self,
        object_name: str,
        headings: Callable[[str], str],
        name: str,
        options: Iterable[Option],
        fields: Fields,
        parent: QWidget,
    ) -> None:
        super().__init__(object_name, parent)
        self._headings = headings
        self._name = name
        self._platforms: tuple[str, ...] = BOTH
        self._all_fields = fields
        self._binding = fields.binding
        # What both systems have comes first, then what one has, so that a system stands together.
        self._options = sorted(options, key=_system)
        self._fields: dict[str, Field] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        for place in range(COLUMNS):
            self._grid.setColumnStretch(place, 1)
        self.body.setContentsMargins(0, 4, 0, 10)
        # In its place first: a field that is laid out nowhere would be a window of its own.
        self.body.addLayout(self._grid)
        self.toggled.connect(self._on_group_toggled)

    @Slot(bool)
    def _on_group_toggled(self, shown: bool) -> None:
        # Some forty editors that most people never see: made when they are asked for.
        if not shown or self._fields:
            return
        for option in self._options:
            field = self._all_fields.add(self._grid, option.path, _editor(option))
            self._fields[option.path] = field
        self.retranslate(self._platforms)

    def has(self, path: str) -> bool:
        return any(option.path == path for option in self._options)

    def is_used(self) -> bool:
        """Whether it holds anything that a new draft does not."""
        return any(self._binding.value(one.path) != one.default for one in self._options)

    def _lay_out(self) -> None:
        """Show the fields of the app's systems."""
        shown = []
        for option in self._options:
            field = self._fields[option.path]
            self._grid.removeWidget(field)
            offered = bool(set(option.platforms) & set(self._platforms))
            field.setVisible(offered)
            if offered:
                shown.append(field)
        for place, field in enumerate(shown):
            self._grid.addWidget(field, place // COLUMNS, place % COLUMNS)

    def retranslate(self, platforms: tuple[str, ...]) -> None:
        """Show all words in the present language, for an app of these systems."""
        self._platforms = platforms
        heading = self._headings(self._name)
        self.set_text(heading)
        self.setVisible(any(set(option.platforms) & set(platforms) for option in self._options))
        if not self._fields:
            return
        # Where a whole group is of one system, its heading says so (a maker's name, say).
        mixed = len({option.platforms for option in self._options}) > 1
        for option in self._options:
            field = self._fields[option.path]
            if isinstance(field.editor, ChoiceEditor):
                keys = ("", *option.choices)
                field.editor.set_choices([(key, choice_words(option.path, key)) for key in keys])
            told = mixed and len(option.platforms) == 1 and len(platforms) > 1
            field.set_title_suffix(PLATFORMS[option.platforms[0]] if told else "")
            # The heading has said it already.
            field.label.setVisible(title_of(option.path) != heading or told)
        self._lay_out()


def _system(option: Option) -> int:
    return _ORDER.index(option.platforms) if option.platforms in _ORDER else 0


def _editor(option: Option) -> QWidget:
    if option.choices:
        return ChoiceEditor()
    if option.kind == "json":
        return JsonEditor()
    return ColourEditor() if option.kind == "colour" else LineEditor()
