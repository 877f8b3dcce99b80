"""What shall be done with which users: chosen, copied and counted, then asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.forms.editors import CheckEditor, ChoiceEditor, TextEditor
from tpns_desktop.ui.screens.chat.attribute_rows import AttributesEditor
from tpns_desktop.ui.screens.chat.tag_field import TagsEditor
from tpns_desktop.ui.screens.chat.users_dialogs import BeginDialog
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.segmented import Segmented
from tpns_desktop.ui.widgets.verb_dialog import plain
from tpns_desktop.ui.words.chat_people import (
    kind_choices,
    kind_hint,
    over_long,
    reading_words,
    refused_words,
    speed_choices,
)
from tpns_desktop.ui.words.lists import encoding_name

if TYPE_CHECKING:
    from tpns_desktop.send.chat_job_kinds import ChatJob
    from tpns_desktop.send.chat_people import FileLook, JobSeen
    from tpns_desktop.store.chat_apps import ChatApp
    from tpns_desktop.store.lists import ListRow
    from tpns_desktop.ui.background import Handle

_ENCODINGS = ("utf-8", "gb18030")
_UTF8 = "UTF-8"
_SPEED = "10"
_TICK_MS = 200
"""How often it is shown anew how far a file is read."""


class WorkCard(Card):
    """Signal `begun(str)`: a job with this id goes."""

    begun = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._kinds: Sequence[str] = ()
        self._lists: Sequence[ListRow] = ()
        self._path: Path | None = None
        self._look: FileLook | None = None
        self._app_id: str | None = None
        self._preparing: Handle | None = None
        self._read = (0, 0)
        self._refusal: tuple[str, str, dict[str, Any]] | None = None
        self.dialog: BeginDialog | QFileDialog | None = None
        self.setObjectName("users.work")
        self._ticks = QTimer(self, interval=_TICK_MS)
        self._ticks.timeout.connect(self._show_busy)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self.kind = ChoiceEditor()
        self.kind.set_value("add_tags")
        self.kind.edited.connect(self._show_kind)
        self._kind_label = self._label(self.kind, "kind")
        self.hint = plain("hint")
        self.tags = TagsEditor()
        self.tags.edited.connect(self._show_sizes)
        self._tags_label = self._label(self.tags, "tags")
        self.values = AttributesEditor()
        self.values.setObjectName("users.values")
        self.values.edited.connect(self._show_sizes)
        self._values_label = QLabel()
        self.names = TagsEditor()
        self._names_label = self._label(self.names, "names")
        self.sizes = plain("error")
        self.sizes.setObjectName("users.sizes")
        self.sizes.hide()
        column = self.body
        column.setSpacing(8)
        what, speed = QVBoxLayout(), QVBoxLayout()
        self.speed = ChoiceEditor()
        self.speed.set_value(_SPEED)
        self._speed_label = self._label(self.speed, "speed")
        for place, widgets in (
            (what, (self._kind_label, self.kind)),
            (speed, (self._speed_label, self.speed)),
        ):
            place.setSpacing(4)
            for widget in widgets:
                place.addWidget(widget)
        first = QHBoxLayout()
        first.setSpacing(16)
        first.addLayout(what, 3)
        first.addLayout(speed, 2)
        column.addLayout(first)
        column.addWidget(self.hint)
        several: tuple[QWidget, ...] = (
            self._tags_label,
            self.tags,
            self._values_label,
            self.values,
            self._names_label,
            self.names,
            self.sizes,
        )
        for part in several:
            column.addWidget(part)
        self._build_who(column)
        self.go = self._button("go", self._on_go)
        self.go.setProperty("kind", "primary")
        self.cancel = self._button("cancel", self._on_cancel)
        self.state = plain("")
        self.state.setObjectName("users.state")
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.go)
        column.addLayout(foot)
        self._show_busy()

    def _build_who(self, column: QVBoxLayout) -> None:
        self._who_label = QLabel()
        self.source = Segmented()
        self.source.setObjectName("users.source")
        self.source.chosen.connect(self._on_source)
        line = QHBoxLayout()
        line.addWidget(self.source)
        line.addStretch(1)
        self.text = TextEditor(4)
        self.text.setObjectName("users.text")
        self.choose = self._button("choose", self._on_choose)
        self.file = plain("")
        self.file.setObjectName("users.file")
        self.encoding = ChoiceEditor()
        self.encoding.edited.connect(self._on_encoding)
        self._encoding_label = self._label(self.encoding, "encoding")
        self.column = ChoiceEditor()
        self._column_label = self._label(self.column, "column")
        self.heading = CheckEditor()
        self.heading.setObjectName("users.heading")
        self.preview = plain("mono")
        self.preview.setObjectName("users.preview")
        self.list = ChoiceEditor()
        self._list_label = self._label(self.list, "list")
        self._pages = QStackedWidget()
        self._pages.setSizePolicy(
            self._pages.sizePolicy().horizontalPolicy(),
            self._pages.sizePolicy().verticalPolicy().Maximum,
        )
        self._page_of = {
            "paste": self._page(self.text),
            "file": self._file_page(),
            "list": self._page(self._list_label, self.list),
        }
        for page in self._page_of.values():
            self._pages.addWidget(page)
        column.addWidget(self._who_label)
        column.addLayout(line)
        column.addWidget(self._pages)

    def _page(self, *widgets: QWidget) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        return page

    def _file_page(self) -> QWidget:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.choose)
        line.addWidget(self.file, 1)
        how = QHBoxLayout()
        how.setSpacing(10)
        for widget in (self._column_label, self.column, self._encoding_label, self.encoding):
            how.addWidget(widget)
        how.addWidget(self.heading)
        how.addStretch(1)
        page = self._page()
        column = page.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertLayout(0, line)
        column.insertLayout(1, how)
        column.insertWidget(2, self.preview)
        return page

    def _label(self, editor: QWidget, name: str) -> QLabel:
        editor.setObjectName(f"users.{name}")
        label = QLabel()
        label.setBuddy(editor)
        return label

    def _button(self, name: str, slot: Any) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"users.{name}")
        button.clicked.connect(slot)
        return button

    # What is offered

    def show_app(self, app: ChatApp | None) -> None:
        """What this app can do; what was begun about another one's users is dropped."""
        from tpns_desktop.send.chat_job_kinds import offered

        if self._app_id not in (None, app.id if app is not None else None):
            self._on_cancel()
            # One that was answered stays so: its job rests by itself.
            if isinstance(self.dialog, BeginDialog) and self.dialog.isVisible():
                self.dialog.reject()
        self._app_id = app.id if app is not None else None
        self._kinds = offered(app.dialect) if app is not None else ()
        if self.kind.value() not in self._kinds:
            self.kind.set_value("add_tags")
        self._refusal = None
        self.retranslate()

    def show_names(self, names: Sequence[str] | None) -> None:
        """Attributes that the app declares, as far as they were read."""
        self.values.set_names(names)
        self.names.set_suggestions(list(names or ()))

    def show_lists(self, rows: Sequence[ListRow]) -> None:
        """Lists of accounts that can be used."""
        self._lists = [row for row in rows if row.kind == "account" and row.usable]
        self._show_lists()

    def choose_file(self, path: Path) -> None:
        """Look at this file."""
        desk = self._session.desk
        self._path, self._look, self._refusal = path, None, None
        self._show_file()
        if desk is not None:
            looking = desk.chat.people.look(path)
            self._session.run(looking, self, self._on_looked, self._on_refused)

    # Acting

    @Slot(str)
    def _on_source(self, key: str) -> None:
        self.source.set_value(key)
        self._pages.setCurrentWidget(self._page_of[key])
        # As high as the page that is shown.
        for page in self._page_of.values():
            policy = page.sizePolicy()
            shown = page is self._page_of[key]
            policy.setVerticalPolicy(policy.Policy.Preferred if shown else policy.Policy.Ignored)
            page.setSizePolicy(policy)
        self._pages.adjustSize()

    @Slot()
    def _on_choose(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Choose a file of users"))
        dialog.setObjectName("users.dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Users (*.txt *.csv *.zip)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file_chosen)
        self.dialog = dialog
        dialog.open()

    @Slot(str)
    def _on_file_chosen(self, path: str) -> None:
        self.choose_file(Path(path))

    @Slot()
    def _on_encoding(self) -> None:
        desk = self._session.desk
        if desk is not None and self._path is not None:
            looking = desk.chat.people.look(self._path, self.encoding.value() or "")
            self._session.run(looking, self, self._on_looked, self._on_refused)

    def _on_looked(self, look: FileLook) -> None:
        self._look = look
        self.encoding.set_value(look.encoding)
        self.column.set_value(str(look.column))
        self.heading.set_value(bool(look.heading))
        self._show_file()

    @Slot()
    def _on_go(self) -> None:
        desk, app = self._session.desk, self._session.chat_app
        if desk is None or app is None or self._preparing is not None:
            return
        self._refusal = None
        job, twice = self._job(), self._named_twice()
        if job is None or twice:
            self._refusal = ("twice", twice, {}) if twice else ("no_users", "", {})
            self._show_busy()
            return
        self._read = (0, 0)
        preparing = desk.chat.people.prepare(app.id, job, self._on_progress)
        self._preparing = self._session.run(
            preparing, self, partial(self._on_prepared, app), self._on_refused
        )
        self._show_busy()

    def _job(self) -> ChatJob | None:
        """What is wanted; None: of no users."""
        from tpns_desktop.send.chat_job_kinds import ChatJob, FromFile, FromList, Pasted

        self.tags.commit()
        self.names.commit()
        kind: Any = self.kind.value() or "add_tags"
        source: Pasted | FromFile | FromList
        if self.source.value() == "file":
            if self._path is None or self._look is None:
                return None
            source = FromFile(
                self._path,
                encoding=self._look.encoding,
                delimiter=self._look.delimiter,
                column=int(self.column.value() or 0),
                drop_first=self.heading.value(),
            )
        elif self.source.value() == "list":
            chosen = self.list.value()
            if chosen is None:
                return None
            source = FromList(chosen)
        else:
            if not self.text.value().strip():
                return None
            source = Pasted(self.text.value())
        return ChatJob(
            kind,
            source,
            tags=tuple(self.tags.value()) if "tags" in kind else (),
            values=dict(self._rows()) if kind == "set_attributes" else {},
            names=tuple(self.names.value()) if kind == "remove_attributes" else (),
            calls_per_s=int(self.speed.value() or _SPEED),
        )

    def _rows(self) -> list[tuple[str, str]]:
        """Attributes with their values, trimmed as those of a push are."""
        rows = [(name.strip(), value.strip()) for name, value in self.values.value()]
        return [row for row in rows if any(row)]

    def _named_twice(self) -> str:
        """An attribute with two values, of which one would be lost without a word; or empty."""
        names = [name for name, _ in self._rows()] if self.kind.value() == "set_attributes" else []
        return next((name for name in names if name and names.count(name) > 1), "")

    def _on_progress(self, done: int, size: int) -> None:
        # On the background's thread: only kept here, shown by whoever paints next.
        self._read = (done, size)

    @Slot()
    def _on_cancel(self) -> None:
        if self._preparing is not None:
            self._preparing.cancel()
            self._preparing = None
            self._show_busy()

    def _on_prepared(self, app: ChatApp, seen: JobSeen) -> None:
        self._preparing = None
        self._show_busy()
        if app.id != self._app_id:
            self._forget(seen.row.id)
            return
        if seen.level == 0 and seen.row.kind == "read":
            self._begin(seen.row.id)
            return
        dialog = BeginDialog(seen, app.name, self.window())
        dialog.accepted.connect(partial(self._on_said, dialog, seen.row.id))
        dialog.rejected.connect(partial(self._forget, seen.row.id))
        self.dialog = dialog
        dialog.open()

    def _on_said(self, dialog: BeginDialog, job_id: str) -> None:
        self._begin(job_id, ticked=dialog.ticked(), typed=dialog.typed_text())

    def _begin(self, job_id: str, **said: Any) -> None:
        desk = self._session.desk
        if desk is not None:
            beginning = desk.chat.people.begin(job_id, **said)
            self._session.run(beginning, self, lambda _: self.begun.emit(job_id), self._on_refused)

    def _forget(self, job_id: str) -> None:
        desk = self._session.desk
        if desk is not None:
            self._session.run(desk.chat.people.remove(job_id), self)

    def _on_refused(self, error: BaseException) -> None:
        self._preparing = None
        reason = str(getattr(error, "reason", ""))
        if reason:
            self._refusal = (reason, str(getattr(error, "value", "")), getattr(error, "detail", {}))
        else:
            self._session.failed.emit("chat_users", error)
        self._show_busy()

    # Showing

    @Slot()
    def _show_kind(self) -> None:
        kind = self.kind.value() or ""
        with_tags = kind in ("add_tags", "remove_tags", "replace_tags")
        shown: dict[str, tuple[bool, QWidget, QWidget]] = {
            "tags": (with_tags, self._tags_label, self.tags),
            "values": (kind == "set_attributes", self._values_label, self.values),
            "names": (kind == "remove_attributes", self._names_label, self.names),
        }
        for on, label, editor in shown.values():
            label.setVisible(on)
            editor.setVisible(on)
        self.hint.setText(kind_hint(kind) if kind in self._kinds else "")
        self._show_sizes()

    @Slot()
    def _show_sizes(self) -> None:
        """What is longer than the service takes, while it is typed."""
        kind = self.kind.value() or ""
        told: list[str] = []
        if "tags" in kind:
            told = self.tags.values()
        elif kind == "set_attributes":
            told = [str(value) for _, value in self.values.value()]
        said = over_long(told)
        self.sizes.setText(said)
        self.sizes.setVisible(bool(said))

    def _show_file(self) -> None:
        look = self._look
        self.file.setText(self._path.name if self._path is not None else self.tr("No file yet."))
        for widget in (self.encoding, self._encoding_label, self.heading, self.preview):
            widget.setVisible(look is not None)
        several = look is not None and bool(look.delimiter)
        for widget in (self.column, self._column_label):
            widget.setVisible(several)
        if look is None:
            return
        width = max((len(row) for row in look.rows), default=1)
        head = look.heading
        self.column.set_choices(
            [
                (
                    str(place),
                    self.tr("Column {0}").format(place + 1)
                    if place >= len(head)
                    else self.tr("Column {0}: {1}").format(place + 1, head[place]),
                )
                for place in range(width)
            ]
        )
        shown = [head, *look.rows[1:]] if head else look.rows
        self.preview.setText("\n".join("   ".join(row) for row in shown))
        self._show_busy()

    def _show_lists(self) -> None:
        self.list.set_choices(
            [(row.id, self.tr("{0} ({1})").format(row.name, row.accounts)) for row in self._lists]
        )
        if self.list.value() is None and self._lists:
            self.list.set_value(self._lists[0].id)
        if not self._lists:
            self._list_label.setText(
                self.tr("There is no list of accounts yet. Lists are made under Lists & tags.")
            )
        else:
            self._list_label.setText(self.tr("List"))
        self.list.setVisible(bool(self._lists))

    def _show_busy(self) -> None:
        busy = self._preparing is not None
        self.go.setEnabled(not busy)
        self.cancel.setVisible(busy)
        if busy != self._ticks.isActive():
            (self._ticks.start if busy else self._ticks.stop)()
        role, said = "muted", ""
        if busy:
            said = reading_words(*self._read)
        elif self._refusal is not None:
            role, said = "error", refused_words(*self._refusal)
        self.state.setProperty("role", role)
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        self.state.setText(said)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.set_texts(
            self.tr("Look after users"),
            self.tr(
                "Tags and attributes decide who a push reaches. Change them for few or for all."
            ),
        )
        self.kind.set_choices(kind_choices(self._kinds))
        self.speed.set_choices(speed_choices())
        self.encoding.set_choices(
            [(name, _UTF8 if name == "utf-8" else encoding_name(name)) for name in _ENCODINGS]
        )
        self.source.set_choices(
            [
                ("paste", self.tr("Paste")),
                ("file", self.tr("A file")),
                ("list", self.tr("A list of Lists & tags")),
            ]
        )
        for label, editor, text in (
            (self._kind_label, self.kind, self.tr("What")),
            (self._speed_label, self.speed, self.tr("Speed")),
            (self._tags_label, self.tags, self.tr("Tags")),
            (self._values_label, self.values, self.tr("Attributes and their new values")),
            (self._names_label, self.names, self.tr("Attributes to remove")),
            (self._who_label, self.source, self.tr("Which users")),
            (self._encoding_label, self.encoding, self.tr("Text as")),
            (self._column_label, self.column, self.tr("Users are in")),
            (self._list_label, self.list, self.tr("List")),
        ):
            label.setText(text)
            editor.setAccessibleName(text)
        self.text.setAccessibleName(self.tr("Accounts, one a line"))
        self.text.setPlaceholderText(self.tr("Accounts, one a line"))
        self.heading.setText(self.tr("The first row names the columns"))
        self.heading.setAccessibleName(self.heading.text())
        self.preview.setAccessibleName(self.tr("First rows of the file"))
        self.choose.setText(self.tr("Choose a file…"))
        self.go.setText(self.tr("Go on…"))
        self.cancel.setText(self.tr("Cancel"))
        if self.source.value() is None:
            self._on_source("paste")
        self._show_file()
        self._show_lists()
        self._show_kind()
        self._show_busy()
