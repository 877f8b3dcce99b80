"""The book of tags: what was used with the app, and what a person wrote down."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tpns_desktop.model.tags import OWN
from tpns_desktop.model.unseen import has_unseen
from tpns_desktop.ui.forms.editors import ChoiceEditor
from tpns_desktop.ui.screens.books.book_model import BookModel
from tpns_desktop.ui.screens.books.book_page import BookPage
from tpns_desktop.ui.screens.books.work_dialog import DeleteTagDialog
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.banner_stack import BannerStack
from tpns_desktop.ui.widgets.chips import ChipsInput
from tpns_desktop.ui.widgets.verb_dialog import VerbDialog, plain
from tpns_desktop.ui.words.audience import TAG_TYPES, tag_examples, tag_type_name
from tpns_desktop.ui.words.device_work import open_words, refused_words
from tpns_desktop.ui.words.numbers import grouped, when

if TYPE_CHECKING:
    from tpns_desktop.send.desk import Desk
    from tpns_desktop.send.device_work import OpenRemoval
    from tpns_desktop.store.tag_book import Tag


class Column(IntEnum):
    """The columns from the left."""

    TAG = 0
    KIND = 1
    USES = 2
    USED = 3


class TagsModel(BookModel):
    """Over `Tag`."""

    NUMBERS = (Column.USES,)

    def headers(self) -> Sequence[str]:
        return [self.tr("Tag"), self.tr("Kind"), self.tr("Pushes"), self.tr("Last used")]

    def text(self, row: Tag, column: int) -> str:
        if column == Column.TAG:
            return row.tag
        if column == Column.KIND:
            return tag_type_name(row.tag_type)
        if column == Column.USES:
            return grouped(row.uses)
        return when(row.used_at) if row.used_at is not None else self.tr("Not yet")

    def native(self, row: Tag, column: int) -> str | float | int:
        if column == Column.USES:
            return row.uses
        if column == Column.USED:
            return row.used_at.timestamp() if row.used_at is not None else 0.0
        return super().native(row, column)

    def found_by(self, row: Tag) -> str:
        return f"{row.tag}\n{tag_type_name(row.tag_type)}"


class TagsPage(BookPage):
    """Every tag of the chosen app."""

    def __init__(self, session: Session) -> None:
        widths = {int(Column.KIND): 190, int(Column.USES): 110, int(Column.USED): 190}
        super().__init__("tags", "lists", session, TagsModel(), widths)
        self.delete = self.button("delete", self._on_delete_clicked)
        foot = QHBoxLayout()
        foot.addWidget(self.delete)
        foot.addStretch(1)
        self.add_foot(foot)
        self.open = BannerStack(
            "tags.open", self._open_words, (("noted", lambda: self.tr("Understood")),)
        )
        self.open.acted.connect(self._on_noted)
        self.add_news(self.open)
        self.show_words()

    def load(self) -> None:
        super().load()
        desk, app = self.session.desk, self.session.app
        if desk is not None and app is not None:
            asking = desk.device_work.open_removals(app.id)
            self.session.run(asking, self, partial(self._on_open, app.id))

    def _on_open(self, app_id: str, removals: Sequence[OpenRemoval] | None) -> None:
        app = self.session.app
        self.open.show_rows(removals or () if app is not None and app.id == app_id else ())

    def _open_words(self, one: OpenRemoval) -> str:
        app = self.session.app
        return open_words(one, len(app.platforms) if app is not None else 1)

    @Slot(str, object)
    def _on_noted(self, _key: str, one: OpenRemoval) -> None:
        desk = self.session.desk
        if desk is not None:
            noting = desk.device_work.note_removal(one.number)
            self.session.run(
                noting, self, lambda _: self.load(), partial(self._on_not_done, "noted")
            )

    def asked(self, desk: Desk, app_id: str) -> Coroutine[Any, Any, list[Tag]]:
        return desk.tags(app_id)

    def removing(self, desk: Desk, row: Tag) -> Coroutine[Any, Any, Any]:
        return desk.remove_tag(row.app_id, row.tag_type, row.tag)

    def putting_back(self, desk: Desk, row: Tag) -> Coroutine[Any, Any, Any]:
        return desk.put_back_tag(row)

    def key(self, row: Tag) -> Any:
        return row.tag_type, row.tag

    def name_of(self, row: Tag) -> str:
        return row.tag

    def remove_hint(self) -> str:
        return self.tr("Only this book forgets it. Phones that have the tag keep it.")

    def counted(self, count: int) -> str:
        return QCoreApplication.translate("TagsPage", "%Ln tag(s)", None, count)

    @Slot()
    def ask_add(self) -> None:
        if self.session.app is None:
            return
        dialog = TagsDialog(self.session, self.session.app.id, self.window())
        dialog.kept.connect(self.choose_soon)
        self.dialog = dialog
        dialog.open()

    @Slot(object)
    def on_opened(self, row: Tag) -> None:
        """There is nothing behind a tag."""

    @Slot()
    def _on_delete_clicked(self) -> None:
        row, app = self.table.current_record(), self.session.app
        if row is not None and app is not None:
            self.dialog = DeleteTagDialog(self.session, app.id, app.name, row.tag, self.window())
            self.dialog.open()

    @Slot()
    def show_buttons(self) -> None:
        super().show_buttons()
        row = self.table.current_record()
        # TPNS makes the tags of all other kinds by itself.
        self.delete.setEnabled(row is not None and row.tag_type == OWN)

    def show_words(self) -> None:
        self.delete.setText(self.tr("Take off every phone…"))
        self.delete.setAccessibleDescription(
            self.tr("For tags of your own; the app's name is asked for first")
        )
        self.title.setText(self.tr("Tags"))
        self.add.setText(self.tr("Add tags…"))
        self.remove.setAccessibleName(self.tr("Remove the chosen tag"))
        self.table.setAccessibleName(self.tr("Tags"))
        self.table.setAccessibleDescription(self.tr("Delete removes a tag; that can be undone"))
        self.empty.set_texts(
            self.tr("No tags yet"),
            self.tr("Tags of every push you confirm are kept here, to complete from next time."),
            self.tr("Add tags…"),
        )
        super().show_words()


class TagsDialog(VerbDialog):
    """Asks for tags of one kind. Signal `kept((kind, tag))`: the first of them is in the book."""

    kept = Signal(object)

    def __init__(self, session: Session, app_id: str, parent: QWidget | None = None) -> None:
        super().__init__("add_tags", parent)
        self._session = session
        self._app_id = app_id
        self.set_words(self.tr("Add tags"), self.tr("Add"))
        self.tag_type = ChoiceEditor()
        self.tag_type.set_choices([(key, tag_type_name(key)) for key in TAG_TYPES])
        self.tag_type.set_value(OWN)
        self.tag_type.edited.connect(self._show_example)
        self.add_field("add_tags.tag_type", self.tr("Kind of tag"), self.tag_type)
        self.tags = ChipsInput()
        self.add_field("add_tags.tags", self.tr("Tags"), self.tags)
        self.hint = plain("hint")
        self.lines.addWidget(self.hint)
        self._show_example()

    def act(self) -> None:
        self.tags.commit()
        desk, tags = self._session.desk, self.tags.values()
        if not tags:
            self.show_error(self.tr("Write at least one tag."), self.tags)
        elif any(has_unseen(tag) for tag in tags):
            self.show_error(refused_words("tag_unseen"), self.tags)
        elif desk is not None:
            self.do.setEnabled(False)
            kind = self.tag_type.value() or OWN
            self._session.run(
                desk.add_tags(self._app_id, kind, tags),
                self,
                lambda _new: self._on_kept(kind, tags[0]),
                self._on_failed,
            )

    def _on_kept(self, kind: str, tag: str) -> None:
        self.kept.emit((kind, tag))
        self.accept()

    def _on_failed(self, error: BaseException) -> None:
        self.do.setEnabled(True)
        self.show_error(self.tr("The tags could not be kept. Try it again."))
        self._session.failed.emit("add_tags", error)

    @Slot()
    def _show_example(self) -> None:
        examples = tag_examples(self.tag_type.value() or OWN)
        said = self.tr("Such as {0}. Enter or a comma ends a tag.").format(examples)
        self.hint.setText(said)
        self.tags.setAccessibleDescription(said)
