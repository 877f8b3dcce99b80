"""Choosing files: which one to read, where to write one."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def choose_file(parent: QWidget, chosen: Callable[[str], None]) -> QFileDialog:
    """Ask for a list to read; `chosen` gets its path. To be opened by the caller."""
    translate = QCoreApplication.translate
    dialog = QFileDialog(parent.window(), translate("ListsScreen", "Add a list"))
    dialog.setObjectName("lists.file")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(
        [
            translate("ListsScreen", "Lists (*.txt *.csv *.zip)"),
            translate("ListsScreen", "All files (*)"),
        ]
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(chosen)
    return dialog


def choose_target(
    parent: QWidget, title: str, target: Path, kinds: str, chosen: Callable[[str], None]
) -> QFileDialog:
    """Ask for the place of a new file, `target` proposed; `chosen` gets the path."""
    dialog = QFileDialog(parent.window(), title)
    dialog.setObjectName("lists.target")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # Nothing is ever overwritten, so nobody is asked whether it may be.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setNameFilter(kinds)
    dialog.setDefaultSuffix(target.suffix.removeprefix("."))
    dialog.setDirectory(str(target.parent))
    dialog.selectFile(target.name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(chosen)
    return dialog


def documents() -> Path:
    """The person's own folder for documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place))


def free_name(path: Path) -> Path:
    """`path`, or with a number where it is taken: ``list.txt`` becomes ``list 2.txt``."""
    stems = itertools.chain([path.stem], (f"{path.stem} {n}" for n in itertools.count(2)))
    return next(free for stem in stems if not (free := path.with_stem(stem)).exists())
