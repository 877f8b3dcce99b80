"""*Save a report for support*: where to, and how that went. What is in it, `send.support` knows."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QObject, QStandardPaths, Qt, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from tpns_desktop.ui.session import Session
    from tpns_desktop.ui.window import MainWindow


class Reporting(QObject):
    """Made once, with the window."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._dialog: QFileDialog | None = None

    @Slot()
    def ask(self) -> None:
        """Let a person choose the place, and write the report there."""
        from PySide6.QtWidgets import QFileDialog  # seldom met, and slow to load

        dialog = QFileDialog(self._window, self.tr("Save a report for support"))
        dialog.setObjectName("report")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Report (*.zip)"))
        dialog.setDefaultSuffix("zip")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog.setDirectory(folder)
        today = QDate.currentDate().toString("yyyy-MM-dd")
        dialog.selectFile(f"tpns-desktop-report-{today}.zip")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save)
        self._dialog = dialog
        dialog.open()

    @Slot(str)
    def save(self, path: str) -> None:
        """Write the report to this file."""
        desk = self._session.desk
        if desk is None:
            return
        self._session.run(desk.save_report(Path(path)), self, self._on_saved, self._on_failed)

    def _on_saved(self, path: Path) -> None:
        self._window.add_banner(partial(self._saved_words, path), "ok")

    def _saved_words(self, path: Path) -> str:
        return self.tr("The report is saved: {0}. Look at it before you pass it on.").format(path)

    def _on_failed(self, _error: BaseException) -> None:
        self._window.add_banner(
            lambda: self.tr("The report could not be saved there. Choose another folder."), "warn"
        )
