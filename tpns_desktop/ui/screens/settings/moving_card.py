"""The card *Moving to another computer*: one file out, and one file in."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from tpns_desktop.ui.screens.settings.arrival_dialog import ArrivalDialog
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.sheet import repolish
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.words.moving import arrived_words, refused_words, written_words

if TYPE_CHECKING:
    from tpns_desktop.send.moving import Merged
    from tpns_desktop.send.moving_read import Book


class MovingCard(Card):
    """Signal `arrived`: drafts, plans, tags or devices came in."""

    arrived = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._file: QFileDialog | None = None
        self._dialog: ArrivalDialog | None = None
        self.inside, self.outside = QLabel(), QLabel()
        for label in (self.inside, self.outside):
            label.setWordWrap(True)
            self.body.addWidget(label)
        self.take_out = QPushButton()
        self.take_out.setObjectName("moving.export")
        self.take_out.clicked.connect(self._on_export_clicked)
        self.bring_in = QPushButton()
        self.bring_in.setObjectName("moving.import")
        self.bring_in.clicked.connect(self._on_import_clicked)
        line = QHBoxLayout()
        line.addWidget(self.take_out)
        line.addWidget(self.bring_in)
        line.addStretch(1)
        self.body.addLayout(line)
        self.outcome = QLabel()
        self.outcome.setObjectName("moving.outcome")
        self.outcome.setTextFormat(Qt.TextFormat.PlainText)
        self.outcome.setWordWrap(True)
        self.outcome.hide()
        self.body.addWidget(self.outcome)
        self.retranslate()

    # Out

    @Slot()
    def _on_export_clicked(self) -> None:
        dialog = self._choose(self.tr("Save the file for another computer"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        today = QDate.currentDate().toString("yyyy-MM-dd")
        dialog.selectFile(f"tpns-desktop-{today}.json")
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    @Slot(str)
    def export_to(self, path: str) -> None:
        """Write the file here."""
        desk = self._session.desk
        if desk is None:
            return
        self._set_busy(True)

        def written(counts: Counter[str]) -> None:
            self._set_busy(False)
            self._say(written_words(path, counts), "ok")

        self._session.run(desk.export_book(Path(path)), self, written, self._on_not_written)

    def _on_not_written(self, _error: BaseException) -> None:
        self._set_busy(False)
        self._say(self.tr("It could not be saved there. Choose another folder."), "error")

    # In

    @Slot()
    def _on_import_clicked(self) -> None:
        dialog = self._choose(self.tr("Choose the file from the other computer"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.import_from)
        dialog.open()

    @Slot(str)
    def import_from(self, path: str) -> None:
        """Read the file, and ask before anything of it is taken."""
        desk = self._session.desk
        if desk is None:
            return
        self._set_busy(True)
        self._session.run(desk.open_book(Path(path)), self, self._on_opened, self._on_refused)

    def _on_opened(self, opened: tuple[Book, Merged]) -> None:
        self._set_busy(False)
        book, found = opened
        dialog = ArrivalDialog(found, self.window())
        dialog.accepted.connect(lambda: self._take(book))
        self._dialog = dialog
        dialog.open()

    def _take(self, book: Book) -> None:
        desk = self._session.desk
        if desk is not None:
            self._set_busy(True)
            self._session.run(desk.import_book(book), self, self._on_taken, self._on_refused)

    def _on_taken(self, merged: Merged) -> None:
        self._set_busy(False)
        self._say(arrived_words(merged), "ok")
        self.arrived.emit()

    def _on_refused(self, error: BaseException) -> None:
        self._set_busy(False)
        self._say(refused_words(str(getattr(error, "reason", "failed"))), "error")

    # Parts

    def _choose(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self.window(), title)
        dialog.setObjectName("moving.file")
        dialog.setNameFilters([self.tr("TPNS Desktop (*.json)"), self.tr("All files (*)")])
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog.setDirectory(folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._file = dialog
        return dialog

    def _set_busy(self, busy: bool) -> None:
        self.take_out.setEnabled(not busy)
        self.bring_in.setEnabled(not busy)

    def _say(self, text: str, role: str) -> None:
        self.outcome.setProperty("role", role)
        repolish(self.outcome)
        self.outcome.setText(text)
        self.outcome.show()
        announce(self.outcome, text, urgent=role == "error")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.outcome.hide()  # said once, in the language that was spoken then
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(
            self.tr("Moving to another computer"),
            self.tr("One file that you carry over yourself. It can be read with any editor."),
        )
        self.inside.setText(
            self.tr(
                "In it: drafts, templates, plans, tags and named devices, with everything typed in "
                "them, such as accounts and device tokens. Keep it as safe as those."
            )
        )
        self.outside.setText(
            self.tr(
                "Not in it: keys and passwords, lists, settings, and what was sent. Connect the "
                "same apps on the other computer first."
            )
        )
        self.take_out.setText(self.tr("Save to a file…"))
        self.take_out.setAccessibleName(self.tr("Save drafts, plans, tags and devices to a file…"))
        self.bring_in.setText(self.tr("Bring in a file…"))
        self.bring_in.setAccessibleName(self.tr("Bring in a file from another computer…"))
