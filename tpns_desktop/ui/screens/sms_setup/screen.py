"""The page *Before a text can follow a push*: four steps, how far each is, and where it is done.

Owns what is shown of each step and the buttons. What is done is told by the desk from what this
computer knows; where no service tells, a person may tick it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.screens.sms_setup.step_card import StepCard
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.setup_page import SetupPage
from tpns_desktop.ui.words.numbers import grouped
from tpns_desktop.ui.words.sms_account import (
    account_words,
    details_words,
    nothing_words,
    trouble_words,
)
from tpns_desktop.ui.words.sms_setup import STEPS, developer_note

if TYPE_CHECKING:
    from tpns_desktop.send.sms_desk import Balance, BookRead, SmsSetup
    from tpns_desktop.store.apps import App


class SetupScreen(SetupPage):
    """Reads anew whenever it is shown.

    Signals:
    back_asked: to the push that is being written.
    account_asked: the account of texts is to be set up or changed, in the settings.
    """

    back_asked = Signal()
    account_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("sms_setup", parent)
        self._session = session
        self._setup: SmsSetup | None = None
        # A flag, since a button that is switched off loses the focus to another one.
        self._busy = False
        self.cards = {step: StepCard(step, number) for number, step in enumerate(STEPS, start=1)}
        self.account = QLabel()
        self.account.setObjectName("sms_setup.account")
        self.account.setProperty("role", "muted")
        self.account.setTextFormat(Qt.TextFormat.PlainText)
        self.account.setWordWrap(True)
        self.change = self.button("account.change", self.account_asked.emit)
        self.back = self.button("back", self.back_asked.emit)
        # Step by step, since Tab goes in the order in which things are made.
        for step, build in {
            "numbers": self._build_numbers,
            "authorise": self._build_authorise,
            "texts": self._build_texts,
            "package": self._build_package,
        }.items():
            build()
            self.cards[step].add_links(session.settings.sms_site)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.account)
        self.lay_out(words, [self.change, self.back], self.cards.values())
        session.opened.connect(self._read)
        session.app_changed.connect(self._on_app_changed)
        self.retranslate()

    def _build_numbers(self) -> None:
        self.bound = QCheckBox()
        self.bound.setObjectName("sms_setup.bound")
        self.bound.clicked.connect(self._on_ticked)
        self.copy = self.button("copy", self._on_copy_clicked)
        self.copied = self.outcome("numbers.outcome")
        self.copied.setWordWrap(False)  # beside its button
        line = QHBoxLayout()
        line.addWidget(self.copy)
        line.addWidget(self.copied)
        line.addStretch(1)
        more = self.cards["numbers"].more
        more.addWidget(self.bound)
        more.addLayout(line)

    def _build_authorise(self) -> None:
        self.authorised = QCheckBox()
        self.authorised.setObjectName("sms_setup.authorised")
        self.authorised.clicked.connect(self._on_ticked)
        self.cards["authorise"].more.addWidget(self.authorised)

    def _build_texts(self) -> None:
        self.read = self.button("read", self._on_read_clicked)
        self.texts_outcome = self.outcome("texts.outcome")
        line = QHBoxLayout()
        line.addWidget(self.read)
        line.addStretch(1)
        more = self.cards["texts"].more
        more.addLayout(line)
        more.addWidget(self.texts_outcome)

    def _build_package(self) -> None:
        self.app_label = QLabel()
        self.sms_app = QLineEdit()
        self.sms_app.setObjectName("sms_setup.sms_app")
        self.sms_app.setMaximumWidth(200)
        self.sms_app.setPlaceholderText("1400006666")
        self.sms_app.returnPressed.connect(self._on_balance_clicked)
        self.app_label.setBuddy(self.sms_app)
        self.balance = self.button("balance", self._on_balance_clicked)
        self.package_outcome = self.outcome("package.outcome")
        line = QHBoxLayout()
        line.addWidget(self.app_label)
        line.addWidget(self.sms_app)
        line.addWidget(self.balance)
        line.addStretch(1)
        more = self.cards["package"].more
        more.addLayout(line)
        more.addWidget(self.package_outcome)

    # What is known

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    @property
    def _app_id(self) -> str | None:
        return self._session.app.id if self._session.app is not None else None

    @Slot(object)
    def _on_app_changed(self, _app: App | None) -> None:
        for label in (self.texts_outcome, self.package_outcome):
            label.hide()
        self.sms_app.clear()
        self._read()

    @Slot()
    def _read(self) -> None:
        if self._session.desk is not None and self.isVisible():
            step = self._session.desk.sms.setup(self._app_id)
            self._session.run(step, self, self._on_setup)

    def _on_setup(self, setup: SmsSetup | None) -> None:
        if setup is None:
            return
        self._setup = setup
        for card in self.cards.values():
            card.show_setup(setup)
        self.bound.setChecked(setup.bound)
        self.authorised.setChecked(setup.authorised)
        for box in (self.bound, self.authorised):
            box.setVisible(not setup.practice)
        if not self.sms_app.text() and setup.apps:
            self.sms_app.setText(setup.apps[0].sms_app_id)
        self._show_account()

    # What a person does

    @Slot()
    def _on_ticked(self) -> None:
        settings = self._session.settings
        settings.sms_bound = self.bound.isChecked()
        settings.sms_authorised = self.authorised.isChecked()
        self._session.save_settings()
        self._read()

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(developer_note())
        self.say(self.copied, self.tr("Copied. Send it to a developer."), "ok")

    @Slot()
    def _on_read_clicked(self) -> None:
        if self._session.desk is None or self._busy:
            return
        self._busy = True
        self.say(self.texts_outcome, self.tr("Reading the account…"), "muted")
        step = self._session.desk.sms.refresh_book(self._app_id)
        self._session.run(step, self, self._on_book, self._on_failed)

    def _on_book(self, read: BookRead) -> None:
        self._busy = False
        book = read.templates
        if book.trouble is not None:
            details = details_words(book.trouble)
            said = trouble_words(book.trouble)
            said += "\n" + self.tr("Details: {0}").format(details) if details else ""
            self.say(self.texts_outcome, said, "error")
        elif book.nothing_found:
            self.say(self.texts_outcome, nothing_words(book.region, book.other_region), "error")
        else:
            self.texts_outcome.hide()
        self._read()

    @Slot()
    def _on_balance_clicked(self) -> None:
        if self._session.desk is None or self._busy:
            return
        sms_app_id = self.sms_app.text().strip()
        if not sms_app_id.isdecimal():
            said = self.tr("Enter the SMS app's ID first: digits, from the SMS console.")
            self.say(self.package_outcome, said, "error")
            self.sms_app.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._busy = True
        self.say(self.package_outcome, self.tr("Reading the account…"), "muted")
        step = self._session.desk.sms.balance(self._app_id, sms_app_id)
        self._session.run(step, self, self._on_balance, self._on_failed)

    def _on_balance(self, balance: Balance) -> None:
        self._busy = False
        if balance.trouble is not None:
            details = details_words(balance.trouble)
            said = trouble_words(balance.trouble)
            said += "\n" + self.tr("Details: {0}").format(details) if details else ""
            self.say(self.package_outcome, said, "error")
        else:
            left = self.tr("Messages left: {0}").format(grouped(balance.left or 0))
            self.say(self.package_outcome, left, "ok" if balance.left else "error")
        self._read()

    def _on_failed(self, _error: BaseException) -> None:
        self._busy = False
        said = self.tr("That did not work. Try again.")
        for label in (self.texts_outcome, self.package_outcome):
            if not label.isHidden():
                self.say(label, said, "error")

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            for label in (self.copied, self.texts_outcome, self.package_outcome):
                label.hide()
        super().changeEvent(event)

    def _show_account(self) -> None:
        setup = self._setup
        account = setup.account if setup is not None else None
        self.account.setText(account_words(account) if setup is not None else "")
        self.change.setText(
            self.tr("Change the account…") if account else self.tr("Set up an account…")
        )
        self.change.setVisible(setup is not None and not setup.practice)
        self.read.setEnabled(account is not None)
        self.balance.setEnabled(account is not None)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.title.setText(self.tr("Before a text can follow a push"))
        self.page.setAccessibleName(self.title.text())
        self.back.setText(self.tr("Back to the push"))
        self.bound.setText(self.tr("The app does this already"))
        self.bound.setAccessibleName(self.tr("The app binds mobile numbers already"))
        self.copy.setText(self.tr("Copy a note for a developer"))
        self.authorised.setText(self.tr("TPNS has the keys"))
        self.read.setText(self.tr("Read the account"))
        self.read.setAccessibleName(self.tr("Read signatures and templates of the account"))
        self.app_label.setText(self.tr("SMS app ID"))
        self.sms_app.setAccessibleName(self.tr("SMS app ID"))
        self.balance.setText(self.tr("Read what is left"))
        for card in self.cards.values():
            card.retranslate()
        self._show_account()
