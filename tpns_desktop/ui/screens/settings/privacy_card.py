"""The card *Privacy*: clearing the local history, with exactly what goes and what stays."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QPushButton, QWidget

from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.sheet import repolish
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.segmented import Segmented
from tpns_desktop.ui.words.clearing import cleared_words, goes_words, stays_words

if TYPE_CHECKING:
    from tpns_desktop.send.clearing import Clearing
    from tpns_desktop.store.apps import App


class PrivacyCard(Card):
    """Signal `cleared`: pushes are gone from the history."""

    cleared = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._box: QMessageBox | None = None
        self._done: Clearing | None = None
        self.goes, self.stays, self.backups = QLabel(), QLabel(), QLabel()
        for label in (self.goes, self.stays, self.backups):
            label.setWordWrap(True)
            self.body.addWidget(label)
        self.backups.setProperty("role", "hint")
        self.whose = Segmented()
        self.whose.setObjectName("settings.clear_whose")
        self.clear = QPushButton()
        self.clear.setObjectName("settings.clear")
        self.clear.clicked.connect(self._on_clear_clicked)
        self.outcome = QLabel()
        self.outcome.setObjectName("settings.cleared")
        self.outcome.setWordWrap(True)
        self.outcome.hide()
        line = QHBoxLayout()
        line.addWidget(self.clear)
        line.addStretch(1)
        self.body.addWidget(self.whose)
        self.body.addLayout(line)
        self.body.addWidget(self.outcome)
        session.app_changed.connect(self._on_app_changed)
        self.retranslate()
        self.whose.set_value("app" if session.app is not None else "all")

    @Slot(object)
    def _on_app_changed(self, app: App | None) -> None:
        self._show_choices()
        self.whose.set_value("app" if app is not None else "all")
        self.outcome.hide()
        self._done = None

    # Asking once, then doing it

    @Slot()
    def _on_clear_clicked(self) -> None:
        desk, app = self._session.desk, self._session.app
        if desk is None:
            return
        app = app if self.whose.value() == "app" else None
        self.clear.setEnabled(False)
        self._session.run(
            desk.look_at_history(app.id if app is not None else None),
            self,
            partial(self._on_looked, app),
            self._on_failed,
        )

    def _on_looked(self, app: App | None, found: Clearing) -> None:
        self.clear.setEnabled(True)
        if not found.pushes:
            self._show_done(found)
            return
        title = (
            self.tr("Clear the history of {0} on this computer?").format(app.name)
            if app is not None
            else self.tr("Clear the history of all apps on this computer?")
        )
        box = QMessageBox(self.window())
        box.setObjectName("clear")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(title)
        box.setText(title)
        said = [*goes_words(found), *stays_words(found)]
        said.append(self.tr("It cannot be undone. Nothing changes in TPNS or on phones."))
        box.setInformativeText("\n\n".join(said))
        do = box.addButton(self.tr("Clear the history"), QMessageBox.ButtonRole.DestructiveRole)
        back = box.addButton(self.tr("Go back"), QMessageBox.ButtonRole.RejectRole)
        do.setObjectName("clear.do")
        back.setObjectName("clear.back")
        box.setDefaultButton(back)
        box.setEscapeButton(back)
        do.clicked.connect(partial(self._clear, app))
        self._box = box
        box.open()

    def _clear(self, app: App | None, _checked: bool = False) -> None:
        desk = self._session.desk
        if desk is None:
            return
        self.clear.setEnabled(False)
        self._session.run(
            desk.clear_history(app.id if app is not None else None),
            self,
            self._on_cleared,
            self._on_failed,
        )

    def _on_cleared(self, done: Clearing) -> None:
        self.clear.setEnabled(True)
        self._show_done(done)
        self.cleared.emit()

    def _on_failed(self, error: BaseException) -> None:
        self.clear.setEnabled(True)
        self._session.failed.emit("clear_history", error)
        self._done = None
        self._say(
            self.tr("It could not be cleared: the disk refused. Nothing was changed."), "error"
        )

    def _show_done(self, done: Clearing) -> None:
        self._done = done
        self._say(cleared_words(done), "ok" if done.pushes else "muted")

    def _say(self, text: str, role: str) -> None:
        self.outcome.setProperty("role", role)
        repolish(self.outcome)
        self.outcome.setText(text)
        self.outcome.show()
        announce(self.outcome, text, urgent=role == "error")

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_choices(self) -> None:
        app = self._session.app
        choices = [("all", self.tr("All apps"))]
        if app is not None:
            choices.insert(0, ("app", self.tr("Only {0}").format(app.name)))
        self.whose.set_choices(choices)
        self.whose.setAccessibleName(self.tr("Whose history"))

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(
            self.tr("Privacy"),
            self.tr("What this computer remembers of the pushes that were sent from it."),
        )
        self.goes.setText(
            self.tr(
                "Clearing the local history takes away pushes that have ended and are older than "
                "24 hours: titles, texts, people, figures, and the drafts they were sent from."
            )
        )
        self.stays.setText(
            self.tr(
                "What stays: pushes of the last 24 hours, by which the program notices that the "
                "same push is sent twice; pushes on hold, unsettled or still to go out; drafts, "
                "templates, plans, lists, tags and devices."
            )
        )
        self.backups.setText(
            self.tr(
                "The last seven daily backups in the data folder hold the earlier state until "
                "newer ones take their place."
            )
        )
        self._show_choices()
        self.clear.setText(self.tr("Clear local history…"))
        if self._done is not None:
            self.outcome.setText(cleared_words(self._done))
