"""Card 1: which users of the Chat app receive it. Nothing is chosen until a person chooses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.model.draft import ids_of
from tpns_desktop.ui.forms.editors import ChoiceEditor, SegmentEditor, TextEditor
from tpns_desktop.ui.forms.fields import Field, Fields
from tpns_desktop.ui.forms.titles import hint_of
from tpns_desktop.ui.screens.chat.attribute_rows import AttributesEditor
from tpns_desktop.ui.screens.chat.tag_field import TagsEditor
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.words.audience import counted_accounts, repeats_removed
from tpns_desktop.ui.words.chat_audience import audience_sentence
from tpns_desktop.ui.words.numbers import when_inside

if TYPE_CHECKING:
    from tpns_desktop.model.chat_dialects import Dialect
    from tpns_desktop.store.chat_apps import ChatApp

KIND = "audience.kind"
TAGS = "audience.tags"
ATTRIBUTES = "audience.attributes"
USERS = "audience.users.text"
LISTS = ("all", "any")


class WhoCard(Card):
    """Signals.

    names_asked: read anew which attributes the app declares.
    users_asked: show where attributes are declared.
    setup_asked: show who can receive at all.
    """

    names_asked = Signal()
    users_asked = Signal()
    setup_asked = Signal()

    def __init__(self, fields: Fields, parent: QWidget | None = None) -> None:
        super().__init__("", "", 1, parent)
        self._binding = fields.binding
        self._names: Mapping[int, str] | None = None
        self._names_at: datetime | None = None
        self._app: ChatApp | None = None
        self._batch = False
        self.kind = SegmentEditor()
        fields.add(self.body, KIND, self.kind).label.hide()
        self.everyone = Banner("danger")
        self.body.addWidget(self.everyone)
        self._build_tags(fields)
        self._build_attributes(fields)
        self.users = TextEditor(lines=4)
        self._users_field = fields.add(self.body, USERS, self.users)
        self.read_back = QFrame()
        self.read_back.setProperty("banner", "ok")
        self.sentence = QLabel()
        self.sentence.setObjectName("chat.sentence")
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        inside = QHBoxLayout(self.read_back)
        inside.setContentsMargins(14, 8, 14, 8)
        inside.addWidget(self.sentence)
        self.body.addWidget(self.read_back)
        self.ready = self._link("chat.who_can_receive", self.setup_asked)
        self.body.addWidget(self.ready, 0, Qt.AlignmentFlag.AlignLeft)
        self._binding.edited.connect(self._on_edited)
        self._binding.replaced.connect(self._on_replaced)
        self.retranslate()

    def _build_tags(self, fields: Fields) -> None:
        self._tags = QWidget()
        column = QVBoxLayout(self._tags)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.tags = {which: TagsEditor() for which in ("any", "all")}
        for which, editor in self.tags.items():
            fields.add(column, f"{TAGS}.{which}", editor)
        self.body.addWidget(self._tags)

    def _build_attributes(self, fields: Fields) -> None:
        self._attributes = QWidget()
        column = QVBoxLayout(self._attributes)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._match_label = QLabel()
        self.match = ChoiceEditor()
        self.match.setObjectName("chat.match")
        self.match.set_value("all")
        self.match.setMinimumContentsLength(18)
        self.match.edited.connect(self._on_match)
        self._match_label.setBuddy(self.match)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._match_label)
        line.addWidget(self.match)
        line.addStretch(1)
        column.addLayout(line)
        self.rows = {which: AttributesEditor() for which in LISTS}
        self._lists: dict[str, Field] = {}
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(10)
        column.addLayout(self._blocks)
        for which, editor in self.rows.items():
            self._lists[which] = fields.add(self._blocks, f"{ATTRIBUTES}.{which}", editor)
        self.second = QPushButton()
        self.second.setObjectName("chat.second_list")
        self.second.setProperty("kind", "link")
        self.second.clicked.connect(self._on_second)
        self.read = QLabel()
        self.read.setObjectName("chat.names")
        self.read.setTextFormat(Qt.TextFormat.PlainText)
        self.read.setProperty("role", "hint")
        self.read.setWordWrap(True)
        self.read_again = self._link("chat.read_names", self.names_asked)
        self.declare = self._link("chat.declare", self.users_asked)
        foot = QHBoxLayout()
        foot.addWidget(self.read, 1)
        foot.addWidget(self.read_again)
        foot.addWidget(self.declare)
        column.addWidget(self.second, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(foot)
        self.body.addWidget(self._attributes)

    def _link(self, name: str, asked: object) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setProperty("kind", "link")
        button.clicked.connect(asked)
        return button

    def set_app(self, app: ChatApp | None, dialect: Dialect) -> None:
        """Offer what the app's dialect has."""
        self._app = app
        self._batch = dialect.batch
        self.retranslate()

    def set_names(self, names: Mapping[int, str] | None, at: datetime | None) -> None:
        """The attributes that the app declares (slot → name) as they were read at `at`."""
        self._names, self._names_at = names, at
        offered = None if names is None else [names[slot] for slot in sorted(names)]
        for editor in self.rows.values():
            editor.set_names(offered)
        self._show_words_of_names()

    def show_trouble(self, reason: str) -> None:
        """Say why the names could not be read."""
        self.read.setText(self.tr("The names could not be read. {0}").format(reason))

    def commit(self) -> None:
        """Make chips of what is being typed."""
        for editor in self.tags.values():
            editor.commit()

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(
            self.tr("Who receives it"),
            self.tr("Users of the Chat app who have logged in or were imported"),
        )
        kinds = [
            ("all", self.tr("Everyone")),
            ("tags", self.tr("Tags")),
            ("attributes", self.tr("Attributes")),
        ]
        # What was chosen for another app stays in sight.
        if self._batch or self._binding.value(KIND) == "users":
            kinds.append(("users", self.tr("Named users")))
        self.kind.set_choices(kinds)
        self.kind.setAccessibleName(self.tr("Who receives it"))
        name = self._app.name if self._app is not None else ""
        self.everyone.set_text(self.tr("Every user of {0} is meant.").format(name))
        self._match_label.setText(self.tr("Users for whom"))
        self.match.setAccessibleName(self.tr("How many of the attributes have to hold"))
        self.match.set_choices(
            [
                ("all", self.tr("all of these hold")),
                ("any", self.tr("at least one of these holds")),
            ]
        )
        self.read_again.setText(self.tr("Read names again"))
        self.declare.setText(self.tr("Declare one…"))
        self.ready.setText(self.tr("Who can receive it?"))
        self._show_words_of_names()
        self._show_values()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot(str)
    def _on_edited(self, path: str) -> None:
        if path.startswith("audience."):
            self._show_values()

    @Slot()
    def _on_replaced(self) -> None:
        only_any = self._rows_of("any") and not self._rows_of("all")
        self.match.set_value("any" if only_any else "all")
        self.retranslate()

    def _rows_of(self, which: str) -> list[list[str]]:
        rows: list[list[str]] = self._binding.value(f"{ATTRIBUTES}.{which}")
        return rows

    @Slot()
    def _on_match(self) -> None:
        # The rows stay where they are seen; what has to hold of them is another thing now.
        given = {which: self._rows_of(which) for which in LISTS}
        for which, other in zip(LISTS, reversed(LISTS), strict=True):
            self.rows[which].set_value(given[other])
            self._binding.set_value(f"{ATTRIBUTES}.{which}", given[other])
        self._show_values()

    @Slot()
    def _on_second(self) -> None:
        other = "any" if self.match.value() == "all" else "all"
        self.rows[other].add.click()

    @Slot()
    def _show_values(self) -> None:
        kind = self._binding.value(KIND)
        self.everyone.setVisible(kind == "all")
        self._tags.setVisible(kind == "tags")
        self._attributes.setVisible(kind == "attributes")
        self._users_field.setVisible(kind == "users")
        first = self.match.value() or "all"
        second = "any" if first == "all" else "all"
        if self._blocks.indexOf(self._lists[first]) != 0:
            self._blocks.removeWidget(self._lists[first])
            self._blocks.insertWidget(0, self._lists[first])
        self._lists[first].label.hide()
        self._lists[first].show()
        also = bool(self._rows_of(second))
        self._lists[second].setVisible(also)
        self._lists[second].label.show()
        self.second.setVisible(not also)
        self.second.setText(
            self.tr("+ and at least one of…") if first == "all" else self.tr("+ and all of…")
        )
        accounts, repeats = ids_of(self._binding.value(USERS))
        counted = counted_accounts(len(accounts)) if accounts else hint_of(USERS)
        self._users_field.set_hint(
            f"{counted} · {repeats_removed(repeats)}" if accounts and repeats else counted
        )
        said = audience_sentence(
            kind,
            tags_any=self._binding.value(f"{TAGS}.any"),
            tags_all=self._binding.value(f"{TAGS}.all"),
            attributes_any=[(row[0].strip(), row[1].strip()) for row in self._rows_of("any")],
            attributes_all=[(row[0].strip(), row[1].strip()) for row in self._rows_of("all")],
            users=len(accounts),
        )
        self.sentence.setText(said)
        self.read_back.setVisible(bool(said) and kind != "all")

    def _show_words_of_names(self) -> None:
        if self._names is None or self._names_at is None:
            said = self.tr("Which attributes the app declares was not read yet.")
        elif not self._names:
            said = self.tr("The app declares no attributes ({0}).").format(
                self.tr("read {0}").format(when_inside(self._names_at))
            )
        else:
            said = self.tr("Names read {0}. A value is at most 50 bytes.").format(
                when_inside(self._names_at)
            )
        self.read.setText(said)
