"""The page *What must be ready*: edition, users, keys, and practice as long as they are not.

Owns what is shown of each step. Whether the service answers is asked only when a person presses
*Test*; whether pushing is switched on no question tells, a push alone does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.screens.chat_setup.step_card import StepCard
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.setup_page import SetupPage
from tpns_desktop.ui.words.chat_apps import (
    chat_app_words,
    chat_test_words,
    clock_off_words,
)
from tpns_desktop.ui.words.chat_setup import EDITIONS, STEPS, edition_rows

if TYPE_CHECKING:
    from tpns_desktop.send.chat_apps import ChatTest


class SetupScreen(SetupPage):
    """Asks nothing by itself.

    Signals:
    back_asked: to the push that is being written.
    connect_asked: a Chat app is to be connected.
    change_asked(ChatApp): the chosen one is to be changed.
    practise_asked: practice is to be opened, at its Chat app.
    """

    back_asked = Signal()
    connect_asked = Signal()
    change_asked = Signal(object)
    practise_asked = Signal()

    def __init__(
        self, session: Session, *, alone: bool = False, parent: QWidget | None = None
    ) -> None:
        """`alone`: above a form, from which nothing leads away."""
        super().__init__("chat_setup", parent)
        self._session = session
        self._alone = alone
        self._tested: ChatTest | None = None
        self._busy = False
        self.back = self.button("back", self.back_asked.emit)
        self.cards = {step: StepCard(step, number) for number, step in enumerate(STEPS, start=1)}
        self._build_edition()
        self._build_keys()
        self._build_practice()
        words = QVBoxLayout()
        words.addWidget(self.title)
        for card in self.cards.values():
            card.add_links()
        self.lay_out(words, [self.back], self.cards.values())
        session.chat_app_changed.connect(self._on_app_changed)
        self.retranslate()

    def _build_edition(self) -> None:
        self._rows = [[QLabel() for _ in range(3)] for _ in EDITIONS]
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        for row, labels in enumerate(self._rows):
            for column, label in enumerate(labels):
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setProperty("role", ("muted", "strong", "hint")[column])
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                grid.addWidget(label, row, column)
        self.cards["edition"].middle.addLayout(grid)

    def _build_keys(self) -> None:
        self.known = QLabel()
        self.known.setObjectName("chat_setup.known")
        self.known.setTextFormat(Qt.TextFormat.PlainText)
        self.known.setWordWrap(True)
        self.change = self.button("change", self._on_change_clicked)
        self.test = self.button("test", self._on_test_clicked)
        self.told = self.outcome("outcome")
        line = QHBoxLayout()
        line.addWidget(self.change)
        line.addWidget(self.test)
        line.addStretch(1)
        more = self.cards["keys"].more
        more.addWidget(self.known)
        more.addLayout(line)
        more.addWidget(self.told)

    def _build_practice(self) -> None:
        self.practise = self.button("practise", self.practise_asked.emit)
        line = QHBoxLayout()
        line.addWidget(self.practise)
        line.addStretch(1)
        self.cards["practice"].more.addLayout(line)

    # What a person does

    @Slot(object)
    def _on_app_changed(self, _app: object) -> None:
        self._tested = None
        self.told.hide()
        self._show_app()

    @Slot()
    def _on_change_clicked(self) -> None:
        app = self._session.chat_app
        if app is None or app.practice:
            self.connect_asked.emit()
        else:
            self.change_asked.emit(app)

    @Slot()
    def _on_test_clicked(self) -> None:
        desk, app = self._session.desk, self._session.chat_app
        if desk is None or app is None or self._busy:
            return
        from tpns_desktop.send.chat_apps import ChatForm  # loaded after the first paint

        self._busy = True
        self.say(self.told, self.tr("Asking the service. Nothing is sent to anybody."), "muted")
        form = ChatForm(
            name=app.name,
            sdkappid=str(app.sdkappid),
            identifier=app.identifier,
            key=None,
            host=app.url,
            dialect=app.dialect,
            app_id=app.id,
        )
        self._session.run(desk.chat.test(form), self, self._on_tested, self._on_failed)

    def _on_tested(self, test: ChatTest) -> None:
        self._busy = False
        self._tested = test
        self._say_test()

    def _on_failed(self, _error: BaseException) -> None:
        self._busy = False
        self.say(self.told, self.tr("That did not work. Try again."), "error")

    def _say_test(self) -> None:
        test = self._tested
        if test is None:
            return
        said = chat_test_words(test)
        details = " · ".join(str(part) for part in (test.code, test.text) if part)
        if details:
            said += "\n" + self.tr("Details: {0}").format(details)
        good = test.ok and not clock_off_words(test.skew_s)
        self.say(self.told, said, "ok" if good else "error")

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_app(self) -> None:
        app = self._session.chat_app
        real = app is not None and not app.practice
        if app is None:
            self.known.setText(self.tr("No Chat app is connected yet."))
        elif app.practice:
            self.known.setText(self.tr("In practice all of this is ready."))
        else:
            self.known.setText(f"{app.name} · {chat_app_words(app)}")
        self.change.setText(self.tr("Change…") if real else self.tr("Connect a Chat app…"))
        self.change.setVisible(not self._alone)
        self.test.setVisible(real and not self._alone)
        self.known.setVisible(not self._alone)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.title.setText(self.tr("What must be ready before a push to all users"))
        self.page.setAccessibleName(self.title.text())
        self.back.setText(self.tr("Go back") if self._alone else self.tr("Back to the push"))
        for labels, words in zip(self._rows, edition_rows(), strict=True):
            for label, text in zip(labels, words, strict=True):
                label.setText(text)
        self.test.setText(self.tr("Test"))
        self.test.setAccessibleName(self.tr("Test the Chat app"))
        self.practise.setText(self.tr("Try it in practice"))
        for card in self.cards.values():
            card.retranslate()
        self.cards["practice"].setVisible(not self._alone)
        self._show_app()
        if not self.told.isHidden():
            self._say_test()
