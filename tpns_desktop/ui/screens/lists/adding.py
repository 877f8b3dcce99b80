"""Where a new list comes from: a file that a person chooses, or rows that they paste."""

from __future__ import annotations

import contextlib
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from tpns_desktop.ui.screens.lists.files import choose_file, choose_target, documents, free_name

_NO_NAME = frozenset('\\/:*?"<>|')
"""Characters that no name of a file has on every system."""


class Adding(QObject):
    """The questions before a check.

    Signals:
        opened(QDialog): a question to be shown.
        given(Path, str, int, object): a file, its kind and account type, and what is to be called
            when it becomes no list, or None.
        failed(object): gives the words for why nothing came of it.
    """

    opened = Signal(object)
    given = Signal(object, str, int, object)
    failed = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page

    @Slot()
    def ask_file(self) -> None:
        """Let a person choose a file, and then say what its rows are."""
        self.opened.emit(choose_file(self._page, self.ask_role))

    @Slot(str)
    def ask_role(self, path: str) -> None:
        """Ask what the rows of this file are, then have it checked."""
        from tpns_desktop.ui.screens.lists.check_dialogs import RoleDialog

        file = Path(path)
        dialog = RoleDialog(file.name, parent=self._page.window())
        dialog.accepted.connect(lambda: self.given.emit(file, *dialog.role.value(), None))
        self.opened.emit(dialog)

    @Slot()
    def ask_pasted(self) -> None:
        """Let a person paste the rows of a new list, and say where its file shall be."""
        from tpns_desktop.ui.screens.lists.check_dialogs import PasteDialog

        dialog = PasteDialog(self._page.window())
        dialog.accepted.connect(
            lambda: self._ask_place(dialog.name.text(), dialog.rows(), *dialog.role.value())
        )
        self.opened.emit(dialog)

    def _ask_place(self, name: str, rows: str, kind: str, account_type: int) -> None:
        plain = "".join("_" if char in _NO_NAME else char for char in name.strip())
        target = free_name(documents() / f"{plain}.txt")
        save = partial(self.add_pasted, rows=rows, kind=kind, account_type=account_type)
        words = self.tr("Where to keep the file of this list")
        kinds = self.tr("Text (*.txt)")
        self.opened.emit(choose_target(self._page, words, target, kinds, save))

    def add_pasted(self, path: str, rows: str, kind: str, account_type: int) -> None:
        """Write pasted rows to a new file, and have that checked."""
        file = Path(path)
        try:
            with file.open("xb") as new:
                # What is no character is for the check to refuse.
                new.write(rows.encode("utf-8", "surrogatepass"))
        except OSError as error:
            there = isinstance(error, FileExistsError)
            if not there:
                _unlink(file)
            self.failed.emit(partial(self._not_written, file.name, there=there))
            return
        # Refused or cancelled, it leaves no file that nobody asked for.
        self.given.emit(file, kind, account_type, partial(_unlink, file))

    def _not_written(self, name: str, *, there: bool) -> str:
        if there:
            return self.tr("“{0}” is there already. Choose another name.").format(name)
        return self.tr("“{0}” could not be written there. Choose another folder.").format(name)


def _unlink(file: Path) -> None:
    with contextlib.suppress(OSError):
        file.unlink()
