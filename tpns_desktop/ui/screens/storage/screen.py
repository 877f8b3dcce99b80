"""The page that stands where the program would be when its data cannot be opened.

Says what happened, what could be lost and what there is to do: try again, a backup, an empty
history. It decides nothing: whoever made it acts on its signals.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.theme.sheet import repolish
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.tab_order import follow
from tpns_desktop.ui.words.storage import backup_words, trouble_words

if TYPE_CHECKING:
    from tpns_desktop.send.storage import StorageTrouble

BACKUPS_SHOWN = 7
"""As many as are kept."""


class StorageScreen(QWidget):
    """One trouble at a time.

    Signals, what a person wants to do about it:
    restore_asked(Backup): go on with a copy of this backup.
    afresh_asked: go on with an empty history; the person knows what that means.
    retry_asked: open it again.
    quit_asked: end the program.
    """

    restore_asked = Signal(object)
    afresh_asked = Signal()
    retry_asked = Signal()
    quit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trouble: StorageTrouble | None = None
        self._box: QMessageBox | None = None
        self.setObjectName("storage")
        self.title = QLabel()
        self.title.setObjectName("storage.title")
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.happened = QLabel()
        self.happened.setObjectName("storage.happened")
        self.happened.setWordWrap(True)
        self.to_do = QLabel()
        self.to_do.setObjectName("storage.to_do")
        self.to_do.setProperty("role", "strong")
        self.to_do.setWordWrap(True)
        self.folder = QLabel()
        self.folder.setObjectName("storage.folder")
        self.folder.setProperty("role", "muted")
        self.folder.setWordWrap(True)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open_folder = self._button("storage.open_folder", "link")
        self.backups = Card()
        self.backups.setObjectName("storage.backups")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.backups.body.addLayout(self._lines)
        self.anew = Card()
        self.anew.setObjectName("storage.anew")
        self.afresh = self._button("storage.afresh")
        line = QHBoxLayout()
        line.addWidget(self.afresh)
        line.addStretch(1)
        self.anew.body.addLayout(line)
        self.outcome = QLabel()
        self.outcome.setObjectName("storage.outcome")
        self.outcome.setWordWrap(True)
        self.outcome.hide()
        self.quit = self._button("storage.quit")
        self.retry = self._button("storage.retry", "primary")
        self.open_folder.clicked.connect(self._on_open_folder)
        self.afresh.clicked.connect(self._on_afresh_clicked)
        self.quit.clicked.connect(self.quit_asked)
        self.retry.clicked.connect(self._on_retry_clicked)
        self._lay_out()
        self.retranslate()

    def _button(self, name: str, kind: str = "") -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setProperty("kind", kind)
        return button

    def _lay_out(self) -> None:
        page = QVBoxLayout()
        page.setSpacing(12)
        page.addStretch(1)
        page.addWidget(self.title)
        page.addWidget(self.happened)
        page.addWidget(self.to_do)
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self.open_folder, 0, Qt.AlignmentFlag.AlignTop)
        page.addLayout(place)
        page.addWidget(self.backups)
        page.addWidget(self.anew)
        page.addWidget(self.outcome)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.quit)
        buttons.addWidget(self.retry)
        page.addLayout(buttons)
        page.addStretch(2)
        column = QWidget()
        column.setLayout(page)
        column.setMaximumWidth(760)
        inner = QWidget()
        across = QHBoxLayout(inner)
        across.setContentsMargins(24, 24, 24, 24)
        across.addStretch(1)
        across.addWidget(column, 10)
        across.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def show_trouble(self, trouble: StorageTrouble) -> None:
        """Say this, and offer what can be done about it."""
        self._trouble = trouble
        self.set_busy(False)
        self.retranslate()
        announce(self, f"{self.title.text()}. {self.happened.text()}", urgent=True)
        first = self._backup_buttons()[0] if trouble.backups else self.retry
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_failed(self) -> None:
        """Say that what was asked for did not work; everything is as it was."""
        self.set_busy(False)
        self._say(
            self.tr("That did not work, and nothing was changed. Choose another way."), "error"
        )

    def set_busy(self, busy: bool) -> None:
        """Keep a second press from starting a second thing."""
        buttons = [self.retry, self.afresh, self.quit, *self._backup_buttons()]
        for button in buttons:
            button.setEnabled(not busy)
        if busy:
            self._say(self.tr("One moment…"), "muted")
        else:
            self.outcome.hide()

    def retranslate(self) -> None:
        """Show all words in the present language."""
        trouble = self._trouble
        words = trouble_words(trouble.kind if trouble is not None else "failed")
        choosable = trouble is not None and trouble.choosable
        self.title.setText(words.title)
        self.happened.setText(words.happened)
        self.to_do.setText(words.to_do)
        self.setAccessibleName(words.title)
        folder = str(trouble.folder) if trouble is not None else ""
        self.folder.setText(self.tr("Folder: {0}").format(folder))
        self.open_folder.setText(self.tr("Open the folder"))
        self.backups.set_texts(
            self.tr("Go on with a backup"),
            self.tr(
                "Your apps, drafts and history as they were then. A push that was sent after "
                "the backup was made is missing in it, and you would not be warned if you send "
                "it again."
            ),
        )
        self.anew.set_texts(
            self.tr("Or begin with an empty history"),
            self.tr(
                "The program forgets what was sent, its drafts and its apps. Backups stay where "
                "they are."
            ),
        )
        self.afresh.setText(self.tr("Start with an empty history…"))
        self.quit.setText(self.tr("Quit"))
        self.retry.setText(self.tr("Try again"))
        self._show_backups()
        self.retry.setProperty("kind", "" if trouble is not None and trouble.backups else "primary")
        repolish(self.retry)
        self.backups.setVisible(choosable)
        self.anew.setVisible(choosable)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_backups(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        backups = self._trouble.backups[:BACKUPS_SHOWN] if self._trouble is not None else ()
        for number, backup in enumerate(backups):
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            words = backup_words(backup.taken_at)
            line.addWidget(QLabel(words), 1)
            button = QPushButton(self.tr("Use this backup"))
            button.setObjectName(f"storage.restore.{number}")
            button.setAccessibleName(self.tr("Use the backup of {0}").format(words))
            button.setProperty("kind", "" if number else "primary")  # the newest loses least
            button.clicked.connect(partial(self._on_restore_clicked, backup))
            line.addWidget(button)
            self._lines.addWidget(row)
        if not backups:
            none = QLabel(self.tr("There is no backup in the folder."))
            none.setProperty("role", "muted")
            self._lines.addWidget(none)
        follow(
            self,
            [
                self.open_folder,
                *self._backup_buttons(),
                self.afresh,
                self.quit,
                self.retry,
            ],
        )

    def _backup_buttons(self) -> list[QPushButton]:
        items = (self._lines.itemAt(n) for n in range(self._lines.count()))
        rows = [item.widget() for item in items if item is not None]
        return [button for row in rows if row for button in row.findChildren(QPushButton)]

    def _say(self, text: str, role: str) -> None:
        self.outcome.setProperty("role", role)
        repolish(self.outcome)
        self.outcome.setText(text)
        self.outcome.show()
        announce(self.outcome, text, urgent=role == "error")

    @Slot()
    def _on_open_folder(self) -> None:
        if self._trouble is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._trouble.folder)))

    @Slot()
    def _on_retry_clicked(self) -> None:
        self.set_busy(True)
        self.retry_asked.emit()

    def _on_restore_clicked(self, backup: object, _checked: bool = False) -> None:
        self.set_busy(True)
        self.restore_asked.emit(backup)

    @Slot()
    def _on_afresh_clicked(self) -> None:
        box = QMessageBox(self.window())
        box.setObjectName("afresh")
        question = self.tr("Start with an empty history?")
        box.setWindowTitle(question)
        box.setText(question)
        box.setInformativeText(
            self.tr(
                "The program will not know any push that was sent before. If you send one of "
                "them again, nothing warns you, and people get it twice. Apps have to be "
                "connected again, and drafts are gone."
            )
        )
        start = box.addButton(self.tr("Start empty"), QMessageBox.ButtonRole.DestructiveRole)
        start.setObjectName("afresh.start")
        back = box.addButton(self.tr("Go back"), QMessageBox.ButtonRole.RejectRole)
        back.setObjectName("afresh.back")
        box.setDefaultButton(back)
        box.setEscapeButton(back)
        start.clicked.connect(self._on_afresh_chosen)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._box = box
        box.open()

    @Slot()
    def _on_afresh_chosen(self) -> None:
        self.set_busy(True)
        self.afresh_asked.emit()
