"""Files of lists as people have them, and the way by which they come into the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QTableView

from tests.ui.driving import Driver

_CLEAN = [f"user_{n:05}" for n in range(1, 1201)]
FILES = {
    "phones.txt": "".join(f"+8613{n:09}\n" for n in range(300)).encode(),
    "members.csv": "".join(f"{row}\n" for row in [*_CLEAN, *_CLEAN[:13]]).encode(),
    "会员.txt": "".join(f"会员{n}\n" for n in range(40)).encode("gb18030") + b"x\n" * 17,
    "export.csv": b"account\n" + "".join(f"{row}\n" for row in _CLEAN[1000:]).encode(),
}
"""Name → bytes: clean, with repeats, in GBK with rows that are too short, with a heading."""


def add(driver: Driver, file: Path, kind: str = "account", account_type: str = "0") -> None:
    """Add a file by the button, and wait until it is listed."""
    before = driver.table("lists.table") if driver.sees("lists.table") else []
    driver.click("lists.add" if before else "lists.first")
    choose_path(driver, file)
    driver.find("role.do")
    driver.segment("role.kind", kind)
    if account_type != "0":
        driver.choose("role.account_type", account_type)
    driver.click("role.do")
    driver.until_row("lists.table", file.name)


def choose_path(driver: Driver, file: Path) -> None:
    """Type a path into the dialog for files, and Enter."""
    driver.wait_until(lambda: isinstance(driver.window, QFileDialog))
    dialog = driver.window
    entry = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(entry, QLineEdit)
    entry.setText(str(file))
    QTest.keyClick(entry, Qt.Key.Key_Return)
    driver.wait_until(lambda: driver.window is not dialog)


def choose_row(driver: Driver, name: str) -> None:
    """Choose the list of this name by a click."""
    view = driver.find_as(QTableView, "lists.table")
    rows = range(view.model().rowCount())
    place = next(view.model().index(n, 0) for n in rows if view.model().index(n, 0).data() == name)
    middle = view.visualRect(place).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def answer(driver: Driver, button: str, verb: str) -> None:
    """Open a dialog and press its verb, everything else as it stands."""
    driver.click(button)
    driver.click(verb)
