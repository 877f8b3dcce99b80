"""The page *Lists & tags*: every list of accounts or devices, and what can be done with it.

Owns the table, the actions and the work under way. What a list is and whether it may be sent, the
desk knows; whoever pushes to one goes on in Compose.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.packages.names import clean_name
from tpns_desktop.ui.screens.lists.files import choose_file, choose_target, documents, free_name
from tpns_desktop.ui.screens.lists.lists_model import (
    RECORD_ROLE,
    Column,
    ListsFilter,
    ListsModel,
)
from tpns_desktop.ui.screens.lists.state import can_be_cleaned, can_be_searched, has_problem_rows
from tpns_desktop.ui.screens.lists.troubles import trouble_words
from tpns_desktop.ui.screens.lists.work import Work, WorkLines
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.widgets.empty_state import EmptyState
from tpns_desktop.ui.widgets.flow_layout import FlowLayout
from tpns_desktop.ui.widgets.record_table import RecordTable
from tpns_desktop.ui.widgets.search_line import SearchLine
from tpns_desktop.ui.words.lists import (
    about,
    kept_words,
    mended_words,
    not_ready_words,
    notes_of,
    ready_words,
    refusal_sentence,
)

if TYPE_CHECKING:
    from tpns_desktop.send.lists import ListMended
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.lists import ListRow

_WIDTHS = {
    Column.COUNT: 96,
    Column.KIND: 186,
    Column.STATE: 178,
    Column.CHECKED: 132,
    Column.USED: 132,
    Column.AGE: 116,
}


class ListsScreen(QWidget):
    """A search, the table, its actions, and an empty state with the way out of it.

    Signal `push_asked(ListRow)`: write a push to this list.
    """

    push_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted: str | None = None
        self._dialog: QDialog | None = None
        self.setObjectName("lists")
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._load)
        self._build()
        session.opened.connect(self._on_stale)
        session.batch_changed.connect(self._on_stale)
        session.app_changed.connect(self._on_app_changed)
        self._show_words()

    def _build(self) -> None:
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._count = QLabel()
        self._count.setObjectName("lists.count")
        self._count.setProperty("role", "muted")
        self.search = SearchLine()
        self.search.setObjectName("lists.filter")
        self.search.setFixedWidth(240)
        self.search.textChanged.connect(self._on_filter)
        self.paste = self._button("paste", self._on_paste)
        self.add = self._button("add", self._on_add)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self._title)
        titles.addWidget(self._count)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addLayout(titles, 1)
        for widget in (self.search, self.paste, self.add):
            head.addWidget(widget)

        self.model = ListsModel(self)
        self.proxy = ListsFilter(self)
        self.proxy.setSourceModel(self.model)
        self.table = RecordTable(RECORD_ROLE)
        self.table.setObjectName("lists.table")
        self.table.setModel(self.proxy)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(Column.AGE, Qt.SortOrder.AscendingOrder)
        self.table.set_widths({int(column): width for column, width in _WIDTHS.items()}, 0)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_menu_asked)
        self.table.opened.connect(self._on_push)
        self.table.removed.connect(self._on_remove)
        self.table.selectionModel().selectionChanged.connect(self._show_actions)
        self._nothing = QLabel()
        self._nothing.setObjectName("lists.nothing")
        self._nothing.setProperty("role", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.said = QLabel()
        self.said.setObjectName("lists.said")
        self.said.setProperty("role", "muted")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(10, 6, 10, 10)
        inside.addWidget(self._nothing)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.said)

        self.push = self._button("push", partial(self._do, self._on_push))
        self.push.setProperty("kind", "primary")
        self.check = self._button("check", partial(self._do, self._on_check))
        self.compare = self._button("compare", partial(self._do, self._on_compare))
        self.find_accounts = self._button("find_accounts", partial(self._do, self._on_find))
        self.clean = self._button("clean", partial(self._do, self._on_clean))
        self.problems = self._button("problems", partial(self._do, self._on_problems))
        self.rename = self._button("rename", partial(self._do, self._on_rename))
        self.remove = self._button("remove", partial(self._do, self._on_remove))
        self.buttons = (
            self.push,
            self.check,
            self.compare,
            self.find_accounts,
            self.clean,
            self.problems,
            self.rename,
            self.remove,
        )
        foot = QWidget()
        flow = FlowLayout(foot, spacing=8)
        for button in self.buttons:
            flow.addWidget(button)

        self._listed = QWidget()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(card, 1)
        column.addWidget(foot)
        self.empty = EmptyState("lists.first", "lists")
        self.empty.acted.connect(self._on_add)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self._listed)
        self._pages.addWidget(self.empty)
        self.notice = Banner("ok")
        self.notice.setObjectName("lists.notice")
        self.notice.set_dismissible(True)
        self.notice.hide()
        self.work = WorkLines()
        self.work.cancelled.connect(self._on_cancel)
        self.work.ticked.connect(self._show_busy)
        # Above both pages: the first file is read while there is no list yet.
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(14)
        whole.addWidget(self.notice)
        whole.addWidget(self.work)
        whole.addLayout(head)
        whole.addWidget(pages, 1)

    def _button(self, name: str, slot: Callable[..., object]) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"lists.{name}")
        button.clicked.connect(slot)
        return button

    # What is shown

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()

    def show_list(self, list_id: str) -> None:
        """Choose this list once it is shown."""
        self._wanted = list_id
        self._load()

    @Slot()
    def _on_stale(self, _batch_id: str = "") -> None:
        if self.isVisible():
            self._soon.start()

    @Slot(object)
    def _on_app_changed(self, _app: App | None) -> None:
        self._show_actions()

    @Slot()
    def _load(self) -> None:
        desk = self._session.desk
        if desk is not None:
            self._session.run(desk.lists(), self, self._on_lists, self._on_failed)

    def _on_lists(self, rows: list[ListRow]) -> None:
        if rows != self.model.rows():
            current = self.table.current_record()
            wanted = self._wanted or (current.id if current is not None else None)
            self.model.show_rows(rows)
            self._choose(wanted)
        elif self._wanted:
            self._choose(self._wanted)
        self._wanted = None
        self._show_page()

    def _choose(self, list_id: str | None) -> None:
        places = [self.proxy.index(row, 0) for row in range(self.proxy.rowCount())]
        found = [place for place in places if place.data(RECORD_ROLE).id == list_id]
        if found or places:
            self.table.setCurrentIndex((found or places)[0])

    def _show_page(self) -> None:
        total, found = self.model.rowCount(), self.proxy.rowCount()
        self._pages.setCurrentWidget(self._listed if total else self.empty)
        self._nothing.setVisible(total > 0 and not found)
        for widget in (self.search, self.add):  # the empty page has a button of its own
            widget.setVisible(total > 0)
        self._count.setText(
            QCoreApplication.translate("ListsScreen", "%Ln list(s)", None, found) if total else ""
        )
        self._show_actions()

    @Slot()
    def _show_actions(self) -> None:
        row = self._chosen()
        here = row is not None and not row.gone
        idle = row is not None and row.id not in self._busy_ids()
        self.push.setEnabled(
            row is not None and here and row.outcome != "refuse" and self._session.app is not None
        )
        self.check.setEnabled(here and idle)
        self.compare.setEnabled(bool(self._others(row)))
        self.find_accounts.setEnabled(row is not None and can_be_searched(row))
        self.clean.setEnabled(row is not None and idle and can_be_cleaned(row))
        self.problems.setEnabled(row is not None and idle and has_problem_rows(row))
        for button in (self.rename, self.remove):
            button.setEnabled(row is not None and idle)
        if row is None:
            self.said.hide()
            return
        said = [ready_words(row) if row.usable else not_ready_words(row), *notes_of(row)]
        said.append(kept_words(row))
        self.said.setText("\n".join(said))
        self.said.show()

    def _chosen(self) -> ListRow | None:
        if not self.table.selectionModel().hasSelection():
            return None
        row: ListRow | None = self.table.current_record()
        return row

    def _others(self, row: ListRow | None) -> list[ListRow]:
        return [
            other
            for other in self.model.rows()
            if row is not None
            and other.id != row.id
            and other.kind == row.kind
            and can_be_searched(row)
            and can_be_searched(other)
        ]

    @Slot(str)
    def _on_filter(self, text: str) -> None:
        self.proxy.setFilterFixedString(text.strip())
        self._show_page()

    @Slot(QPoint)
    def _on_menu_asked(self, place: QPoint) -> None:
        """The actions of the chosen list, beside the mouse or (by key) beside its row."""
        if self._chosen() is None:
            return
        menu = QMenu(self)
        menu.setObjectName("lists.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self.buttons:
            action = menu.addAction(button.text())
            action.setObjectName(button.objectName())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.popup(self.table.viewport().mapToGlobal(place))

    # Work

    def _busy_ids(self) -> set[str]:
        return {work.list_id for work in self.work.works() if work.list_id is not None}

    @Slot()
    def _show_busy(self) -> None:
        works = self.work.works()
        self.model.show_busy({w.list_id: w.in_short() for w in works if w.list_id is not None})

    def _start(
        self,
        work: Work,
        asked: Coroutine[Any, Any, Any],
        done: Callable[[Any], None],
    ) -> None:
        """Work in the background."""

        def answered(answer: Any) -> None:
            self._rest(work)
            done(answer)

        def failed(error: BaseException) -> None:
            self._rest(work)
            name = work.name
            self._tell(lambda: about(name, trouble_words(error)), "danger")
            self._load()

        self.notice.hide()
        work.handle = self._session.run(asked, self, answered, failed)
        self.work.add(work)
        self._show_busy()
        self._show_actions()

    def _rest(self, work: Work) -> None:
        self.work.take(work)
        self._show_busy()
        self._show_actions()

    @Slot(object)
    def _on_cancel(self, work: Work) -> None:
        if work.handle is not None:
            work.handle.cancel()
        self._rest(work)
        self._tell(partial(refusal_sentence, "cancelled"), "neutral")
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, words: Callable[[], str], tone: str = "ok") -> None:
        self.notice.set_tone(tone)
        self.notice.set_text(words, announce=True)
        self.notice.show()

    def _on_failed(self, error: BaseException) -> None:
        self._tell(partial(trouble_words, error), "danger")

    @Slot(object)
    def _open(self, dialog: QDialog) -> None:
        self._dialog = dialog
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    @Slot(int)
    def _on_dialog_finished(self, _result: int) -> None:
        if self._dialog is self.sender():  # its answer may have opened another
            self._dialog = None

    # Adding

    @Slot()
    def _on_add(self) -> None:
        self._open(choose_file(self, self.ask_role))

    @Slot(str)
    def ask_role(self, path: str) -> None:
        """Ask what the rows of this file are, then have it checked."""
        from tpns_desktop.ui.screens.lists.role_dialog import RoleDialog

        file = Path(path)
        dialog = RoleDialog(file.name, parent=self.window())
        dialog.accepted.connect(lambda: self.add_file(file, *dialog.role.value()))
        self._open(dialog)

    def add_file(self, file: Path, kind: str, account_type: int) -> None:
        """Check a file and keep it as a list."""
        desk = self._session.desk
        if desk is None:
            return
        work = Work("check", file.name)
        asked = desk.add_list(file, kind, account_type, work.progress)
        self._start(work, asked, self._on_added)

    def _on_added(self, row: ListRow) -> None:
        said = ready_words if row.usable else not_ready_words
        self._tell(lambda: about(row.name, said(row)), "ok" if row.usable else "warn")
        self.search.clear()
        self.show_list(row.id)

    @Slot()
    def _on_paste(self) -> None:
        from tpns_desktop.ui.screens.lists.paste_dialog import PasteDialog

        dialog = PasteDialog(self._session, self.window())
        dialog.accepted.connect(lambda: self._on_pasted(dialog.added))
        self._open(dialog)

    def _on_pasted(self, row: ListRow | None) -> None:
        if row is not None:
            self._on_added(row)

    # What is done with one list

    def _do(self, action: Callable[[ListRow], None], _checked: bool = False) -> None:
        row = self._chosen()
        if row is not None:
            action(row)

    def _on_push(self, row: ListRow) -> None:
        if self.push.isEnabled():
            self.push_asked.emit(row)

    def _on_check(self, row: ListRow) -> None:
        from tpns_desktop.ui.screens.lists.role_dialog import RoleDialog

        dialog = RoleDialog(row.name, row.kind, row.account_type, again=True, parent=self.window())
        dialog.accepted.connect(lambda: self._check_as(row, *dialog.role.value()))
        self._open(dialog)

    def _check_as(self, row: ListRow, kind: str, account_type: int) -> None:
        desk = self._session.desk
        if desk is None:
            return
        work = Work("check", row.name, row.id)
        asked = desk.recheck_list(row.id, account_type, kind, work.progress)
        self._start(work, asked, self._on_added)

    def _on_compare(self, row: ListRow) -> None:
        from tpns_desktop.ui.screens.lists.compare_dialog import CompareDialog

        self._open(CompareDialog(self._session, row, self._others(row), self.window()))

    def _on_find(self, row: ListRow) -> None:
        from tpns_desktop.ui.screens.lists.find_dialog import FindDialog

        self._open(FindDialog(self._session, row, self.window()))

    def _on_clean(self, row: ListRow) -> None:
        from tpns_desktop.ui.screens.lists.clean_dialog import CleanDialog

        dialog = CleanDialog(row, self.window())
        dialog.accepted.connect(lambda: self._ask_clean_place(row, dialog.mending()))
        self._open(dialog)

    def _ask_clean_place(self, row: ListRow, mending: dict[str, Any]) -> None:
        if row.original is None:  # it was pasted; no file of it is anywhere
            self._mend(row, mending, None)
            return
        words = self.tr("Where to save the clean copy")
        target = free_name(row.original.with_name(clean_name(row.name)))
        kinds = self.tr("Lists (*{0})").format(target.suffix)
        self._open(choose_target(self, words, target, kinds, partial(self._mend, row, mending)))

    def _mend(self, row: ListRow, mending: dict[str, Any], path: str | None) -> None:
        desk = self._session.desk
        if desk is None:
            return
        work = Work("mend", row.name, row.id)
        asked = desk.mend_list(row.id, mending, None if path is None else Path(path), work.progress)
        self._start(work, asked, self._on_mended)

    def _on_mended(self, mended: ListMended) -> None:
        def words() -> str:
            said = mended_words(mended.changed, mended.rows_before, mended.rows_after)
            return about(mended.row.name, said)

        self._tell(words, "ok" if mended.row.usable else "warn")
        self.search.clear()
        self.show_list(mended.row.id)

    def _on_problems(self, row: ListRow) -> None:
        words = self.tr("Where to save the problem rows")
        problems = self.tr("{0} (problem rows)").format(Path(row.name).stem)
        target = free_name(documents() / f"{problems}.csv")
        kinds = self.tr("Table (*.csv)")
        save = partial(self._save_problems, row)
        self._open(choose_target(self, words, target, kinds, save))

    def _save_problems(self, row: ListRow, path: str) -> None:
        desk = self._session.desk
        if desk is None:
            return
        detail = row.verdict.get("detail") or {}
        encodings = detail.get("encodings") if row.code == "encoding" else None
        mending = {"encoding": encodings[0]} if encodings else {}
        work = Work("problems", row.name, row.id)
        asked = desk.save_problems(row.id, Path(path), mending)
        self._start(work, asked, partial(self._on_problems_saved, path))

    def _on_problems_saved(self, path: str, count: int) -> None:
        def words() -> str:
            said = QCoreApplication.translate(
                "ListsScreen", "%Ln problem row(s) saved", None, count
            )
            return about(said, path)

        self._tell(words)

    # Another name, removing

    def _on_rename(self, row: ListRow) -> None:
        from tpns_desktop.ui.screens.lists.rename_dialog import RenameDialog

        dialog = RenameDialog(self._session, row, self.window())
        dialog.accepted.connect(lambda: self._on_renamed(row.name, dialog.renamed))
        self._open(dialog)

    def _on_renamed(self, before: str, row: ListRow | None) -> None:
        if row is not None:
            self._tell(lambda: self.tr("“{0}” is called “{1}” now.").format(before, row.name))
            self.show_list(row.id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_remove(self, row: ListRow) -> None:
        desk = self._session.desk
        if desk is None or not self.remove.isEnabled():
            return
        asked = desk.list_needed_by(row.id)
        self._session.run(asked, self, partial(self._ask_remove, row), self._on_failed)

    def _ask_remove(self, row: ListRow, pushes: list[str]) -> None:
        if pushes:  # it would be refused, so nobody is asked
            words = partial(refusal_sentence, "list_in_use", {"titles": pushes})
            self._tell(lambda: about(row.name, words()), "warn")
            return
        from tpns_desktop.ui.screens.lists.remove_dialog import RemoveDialog

        dialog = RemoveDialog(row, self.window())
        dialog.accepted.connect(partial(self._remove, row))
        self._open(dialog)

    def _remove(self, row: ListRow) -> None:
        desk = self._session.desk
        if desk is None:
            return
        done = partial(self._on_removed, row)
        self._session.run(desk.remove_list(row.id), self, done, self._on_failed)

    def _on_removed(self, row: ListRow, _there: bool) -> None:
        def words() -> str:
            said = self.tr("“{0}” was removed. Your own file is as it was.")
            if row.original is None:
                said = self.tr("“{0}” was removed.")
            return said.format(row.name)

        self._tell(words)
        self._load()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Words and looks

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        elif event.type() == QEvent.Type.PaletteChange:
            self.model.refresh_words()  # its icons are drawn in the look's colours
        super().changeEvent(event)

    def _show_words(self) -> None:
        self._title.setText(self.tr("Lists"))
        self.search.setPlaceholderText(self.tr("Find in name or kind"))
        self.search.setAccessibleName(self.tr("Find in name or kind"))
        self._nothing.setText(self.tr("No list has these words in its name or kind."))
        self.paste.setText(self.tr("Paste accounts…"))
        self.paste.setAccessibleName(self.tr("Make a list from pasted accounts"))
        self.add.setText(self.tr("Add a file…"))
        self.push.setText(self.tr("Push to this list"))
        self.check.setText(self.tr("Check again…"))
        self.compare.setText(self.tr("Compare with…"))
        self.find_accounts.setText(self.tr("Find accounts…"))
        self.clean.setText(self.tr("Clean copy…"))
        self.clean.setAccessibleName(self.tr("Save a clean copy"))
        self.problems.setText(self.tr("Problem rows…"))
        self.problems.setAccessibleName(self.tr("Save the problem rows"))
        self.rename.setText(self.tr("Rename…"))
        self.remove.setText(self.tr("Remove…"))
        self.table.setAccessibleName(self.tr("Lists"))
        self.table.setAccessibleDescription(
            self.tr("Enter writes a push to a list, Delete removes it, the menu key offers more")
        )
        self.empty.set_texts(
            self.tr("No lists yet"),
            self.tr("One account per row, in a .txt, .csv or .zip file."),
            self.tr("Add a file…"),
        )
        self.model.refresh_words()
        self._show_page()
