"""The card *Text messages*: the account by which signatures, templates and totals are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from tpns_desktop.ui.screens.settings.cloud_dialog import CloudDialog
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.sheet import repolish
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.verb_dialog import VerbDialog
from tpns_desktop.ui.words.apps import session_words
from tpns_desktop.ui.words.sms_account import account_words, details_words, found_words

if TYPE_CHECKING:
    from tpns_desktop.send.sms_desk import CloudAccount, CloudSaved, SmsTest


class CloudCard(Card):
    """A line about the account, and what can be done with it.

    Signals:
    setup_asked: the page that walks through what must be ready first.
    changed: the account is another one now.
    """

    setup_asked = Signal()
    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._account: CloudAccount | None = None
        self._known = False
        self._tested: SmsTest | None = None
        self._note = ""
        self.dialog: CloudDialog | None = None
        self.question: VerbDialog | None = None
        self.state = QLabel()
        self.state.setObjectName("settings.cloud.state")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.change = self._button("change", self._on_change_clicked)
        self.test = self._button("test", self._on_test_clicked)
        self.remove = self._button("remove", self._on_remove_clicked)
        self.setup = self._button("setup", self.setup_asked.emit)
        self.setup.setProperty("kind", "link")
        self.outcome = QLabel()
        self.outcome.setObjectName("settings.cloud.outcome")
        self.outcome.setTextFormat(Qt.TextFormat.PlainText)
        self.outcome.setWordWrap(True)
        self.outcome.hide()
        self.details = QLabel()
        self.details.setObjectName("settings.cloud.details")
        self.details.setTextFormat(Qt.TextFormat.PlainText)
        self.details.setProperty("role", "hint")
        self.details.setWordWrap(True)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details.hide()
        line = QHBoxLayout()
        line.addWidget(self.change)
        line.addWidget(self.test)
        line.addWidget(self.remove)
        line.addStretch(1)
        line.addWidget(self.setup)
        self.body.addWidget(self.state)
        self.body.addLayout(line)
        self.body.addWidget(self.outcome)
        self.body.addWidget(self.details)
        session.opened.connect(self._read)
        self.retranslate()

    def _button(self, key: str, slot: object) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"settings.cloud.{key}")
        button.clicked.connect(slot)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    @Slot()
    def _read(self) -> None:
        if self._session.desk is not None:
            self._session.run(self._session.desk.sms.account(), self, self._on_read)

    def _on_read(self, account: CloudAccount | None) -> None:
        self._account, self._known = account, True
        self._show_state()

    @Slot()
    def _on_change_clicked(self) -> None:
        self.dialog = CloudDialog(self._session, self._account, self.window())
        self.dialog.saved.connect(self._on_saved)
        self.dialog.open()

    @Slot(object)
    def _on_saved(self, saved: CloudSaved) -> None:
        self._tested = None
        self._note = "disk" if not saved.kept else saved.secret_place
        self._on_read(saved.account)
        self._say_note()
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    @Slot()
    def _on_test_clicked(self) -> None:
        if self._session.desk is None or self._account is None:
            return
        from tpns_desktop.send.sms_account import CloudForm  # loaded after the first paint

        self.test.setEnabled(False)
        self._say(self.tr("Asking the service. Nothing is sent to anybody."), "muted")
        form = CloudForm(self._account.site, self._account.region)
        self._session.run(
            self._session.desk.sms.test_account(form), self, self._on_tested, self._on_failed
        )

    def _on_tested(self, test: SmsTest) -> None:
        self.test.setEnabled(True)
        self._tested, self._note = test, ""
        self._say_test()

    def _on_failed(self, _error: BaseException) -> None:
        self.test.setEnabled(True)
        self._say(self.tr("That did not work. Try again."), "error")

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.question = VerbDialog("settings.cloud.question", self.window())
        self.question.set_words(
            self.tr("Remove the account for text messages?"),
            self.tr("Remove"),
            self.tr(
                "Its keys leave this computer. Signatures and templates stay in the local book, "
                "and TPNS goes on sending texts with its own keys."
            ),
        )
        self.question.accepted.connect(self._on_remove_agreed)
        self.question.open()

    @Slot()
    def _on_remove_agreed(self) -> None:
        if self._session.desk is not None:
            step = self._session.desk.sms.remove_account()
            self._session.run(step, self, self._on_removed, self._on_failed)

    def _on_removed(self, gone: bool) -> None:
        self._tested = None
        self._note = "removed" if gone else "left"
        if gone:
            self._account = None
            self._show_state()
        self._say_note()
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    # Words

    def _show_state(self) -> None:
        there = self._account is not None
        self.state.setText(account_words(self._account) if self._known else "")
        self.state.setVisible(self._known)
        self.change.setText(self.tr("Change…") if there else self.tr("Set up an account…"))
        self.test.setVisible(there)
        self.remove.setVisible(there)

    def _say_test(self) -> None:
        test = self._tested
        if test is not None and self._account is not None:
            good = test.ok and not test.nothing_found and not test.minutes
            said = found_words(test, self._account.region)
            self._say(said, "ok" if good else "error", "" if test.ok else details_words(test))

    def _say_note(self) -> None:
        said = {
            "keyring": self.tr("Saved. The keys are in this computer's password store."),
            "memory": session_words(),
            "disk": self.tr("The disk refused: this counts until you close the program."),
            "removed": self.tr("The account was removed from this computer."),
            "left": self.tr(
                "The password store did not give the keys up. Open it and remove the entries "
                "“tpns-desktop/cloud” there."
            ),
        }.get(self._note)
        if said:
            self._say(said, "error" if self._note in ("disk", "left") else "ok")

    def _say(self, text: str, role: str, details: str = "") -> None:
        self.outcome.setProperty("role", role)
        repolish(self.outcome)
        self.outcome.setText(text)
        self.outcome.setVisible(bool(text))
        self.details.setText(self.tr("Details: {0}").format(details) if details else "")
        self.details.setVisible(bool(details))
        announce(self.outcome, text, urgent=role == "error")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(
            self.tr("Text messages"),
            self.tr(
                "A Tencent Cloud account, to choose signatures and templates and to see what "
                "became of texts."
            ),
        )
        self.test.setText(self.tr("Test"))
        self.test.setAccessibleName(self.tr("Test the account for text messages"))
        self.remove.setText(self.tr("Remove…"))
        self.remove.setAccessibleName(self.tr("Remove the account for text messages…"))
        self.setup.setText(self.tr("What must be ready first?"))
        self._show_state()
        if not self.outcome.isHidden():
            self._say_test()
            self._say_note()
