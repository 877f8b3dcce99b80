"""A form with keys: lines with their errors, where keys will live, *Test* and *Save*.

Owns how such a form behaves: what is wrong is said at its line, a test sends nothing, nobody waits
for the password store, and typed keys leave the fields with the dialog. Which lines there are, and
what is asked of the desk, each dialog says.
"""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.keyring_panel import KeyringPanel
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.sheet import repolish
from tpns_desktop.ui.unlocking import WAITING_MS
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.secret_edit import SecretEdit
from tpns_desktop.ui.words.apps import waiting_words

if TYPE_CHECKING:
    from tpns_desktop.send.connect import FieldProblem
    from tpns_desktop.send.desk import Desk

WIDTH, HEIGHT = 640, 700


class KeyDialog(QDialog):
    """Lines go into `column` by `add_line`; then `finish` adds what every form ends with.

    Signal `saved(object)`: the desk's answer to what `save_step` asked.
    """

    saved = Signal(object)

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        """`name`: the beginning of its object names."""
        super().__init__(parent)
        self._session = session
        self._name = name
        self._secrets: list[SecretEdit] = []
        self._pressed: QWidget | None = None
        self.editors: dict[str, QWidget] = {}
        self.errors: dict[str, QLabel] = {}
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = self.screen().availableGeometry().size()
        self.resize(min(WIDTH, room.width() - 40), min(HEIGHT, room.height() - 40))
        self._moment = QTimer(self, singleShot=True, interval=WAITING_MS)
        self._moment.timeout.connect(self._on_waiting)
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(28, 22, 28, 16)
        self.column.setSpacing(6)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls with its focus
        self._scroll.setWidget(inner)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._scroll, 1)
        self.keyring = KeyringPanel(session)
        if session.desk is not None:
            # The look for a password store at the start may not have ended yet.
            looked = session.desk.keyring_looked()
            session.run(looked, self, lambda _place: self.keyring.look())

    # What each dialog says

    def form(self) -> Any:
        """What was typed. Keys are wrapped at once; nothing else holds them."""
        raise NotImplementedError

    def test_step(self, desk: Desk) -> Coroutine[Any, Any, Any]:
        """Ask the service something that changes nothing."""
        raise NotImplementedError

    def save_step(self, desk: Desk) -> Coroutine[Any, Any, Any]:
        """Keep it, and put the keys away."""
        raise NotImplementedError

    def show_test(self, test: Any) -> None:
        """Say how the test went, by `say`."""
        raise NotImplementedError

    def problem_words(self, problem: FieldProblem) -> str:
        """What is to be mended in one line."""
        raise NotImplementedError

    # Building

    def add_heading(self, title: str, said: str) -> None:
        """What the dialog is, and a sentence about it."""
        heading = QLabel(title)
        heading.setProperty("role", "title")
        self.column.addWidget(heading)
        self.column.addWidget(words_label(said, "muted"))
        self.column.addSpacing(10)
        self.column.addWidget(self.keyring)

    def add_line(
        self,
        key: str,
        text: str,
        editor: QWidget,
        hint: str = "",
        column: QVBoxLayout | None = None,
    ) -> None:
        """A label, its editor, a hint and the place for what is wrong about it."""
        column = column if column is not None else self.column
        editor.setObjectName(f"{self._name}.{key}")
        editor.setAccessibleName(text)
        if isinstance(editor, QComboBox) and (line := editor.lineEdit()) is not None:
            line.setAccessibleName(text)  # where the focus is
        if isinstance(editor, SecretEdit):
            self._secrets.append(editor)
        label = QLabel(text)
        label.setContentsMargins(0, 8, 0, 0)
        label.setBuddy(editor)
        error = self.errors[key] = words_label("", "error")
        error.hide()
        self.editors[key] = editor
        column.addWidget(label)
        column.addWidget(editor)
        if hint:
            column.addWidget(words_label(hint, "hint"))
        column.addWidget(error)

    def finish(self, test: str) -> None:
        """End the lines, and put the bar below; `test`: the words on that button."""
        self.column.addStretch(1)
        bar = QFrame()
        bar.setProperty("role", "bar")
        column = QVBoxLayout(bar)
        column.setContentsMargins(28, 12, 28, 14)
        self.outcome = words_label("", "muted")
        self.outcome.setObjectName(f"{self._name}.result")
        self.outcome.setAccessibleName(self.tr("Result of the test"))
        self.outcome.hide()
        self.details = words_label("", "hint")
        self.details.setObjectName(f"{self._name}.details")
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details.hide()
        self.lead = self._button("lead", "", None)
        self.lead.setProperty("kind", "link")
        self.lead.hide()
        column.addWidget(self.outcome)
        column.addWidget(self.details)
        column.addWidget(self.lead, 0, Qt.AlignmentFlag.AlignLeft)
        self.back = self._button("back", self.tr("Go back"), self.reject)
        self.leave = self._button("leave", self.tr("Don't wait"), self._on_leave_clicked)
        self.leave.setAccessibleDescription(
            self.tr("The key is then kept until you close the program")
        )
        self.leave.hide()
        self.test = self._button("test", test, self._on_test_clicked)
        self.save = self._button("save", self.tr("Save"), self._on_save_clicked)
        self.save.setProperty("kind", "primary")
        self.save.setAutoDefault(True)
        self.save.setDefault(True)
        line = QHBoxLayout()
        line.addWidget(self.back)
        line.addStretch(1)
        line.addWidget(self.leave)
        line.addWidget(self.test)
        line.addWidget(self.save)
        column.addLayout(line)
        layout = self.layout()
        assert layout is not None  # made with the dialog
        layout.addWidget(bar)

    def _button(self, key: str, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"{self._name}.{key}")
        button.setAutoDefault(False)
        if slot is not None:
            button.clicked.connect(slot)
        return button

    # What a person does

    def done(self, result: int) -> None:
        self.keyring.unlocking.leave()
        self._forget()
        super().done(result)

    def edited(self, key: str, *_news: object) -> None:
        """What was said of a line, or of the test, is no longer true once it is edited."""
        for said in (self.outcome, self.details, self.lead):
            said.hide()
        if self.errors[key].text():
            self._show_problem(key, "")

    @Slot()
    def _on_test_clicked(self) -> None:
        if self._session.desk is None:
            return
        self._busy(True)
        self.say(self.tr("Asking the service. Nothing is sent to anybody."), "muted")
        step = self.test_step(self._session.desk)
        self._session.run(step, self, self._on_tested, self._on_failed)

    def _on_tested(self, test: Any) -> None:
        self._busy(False)
        self._show_problems(getattr(test, "warnings", ()))
        self.show_test(test)

    @Slot()
    def _on_save_clicked(self) -> None:
        if self._session.desk is None:
            return
        self._busy(True)
        self.say(self.tr("Saving the keys…"), "muted")
        self._moment.start()
        step = self.save_step(self._session.desk)
        self._session.run(step, self, self._on_saved, self._on_failed)

    @Slot()
    def _on_waiting(self) -> None:
        """The password store takes its time; nobody has to sit it out."""
        self.say(waiting_words(), "muted")
        self.leave.show()

    @Slot()
    def _on_leave_clicked(self) -> None:
        # The keys were handed over already; the store keeps them in memory and goes on by itself.
        self._forget()
        self.hide()

    def _on_saved(self, saved: object) -> None:
        self._moment.stop()
        self.saved.emit(saved)
        self.accept()

    def _on_failed(self, error: BaseException) -> None:
        self._moment.stop()
        self.leave.hide()
        if self.isHidden():  # nobody waited for it, but there is something to mend
            self.open()
        self._busy(False)
        problems: Sequence[FieldProblem] = getattr(error, "problems", ())
        self._show_problems(problems)
        wrong = [key for key in self.editors if self.errors[key].text()]
        if wrong:
            first = self.editors[wrong[0]]
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            # Once the words below it have taken their room.
            QTimer.singleShot(0, self, partial(self._scroll.ensureWidgetVisible, first, 0, 60))
            self.say(self.tr("Something has to be mended; see above."), "error")
        else:
            self.say(self.tr("That did not work. Nothing was saved."), "error")

    def say(self, text: str, role: str, details: str = "", lead: str = "") -> None:
        """Say this above the buttons.

        `details`: the service's own words; `lead`: words of a way on.
        """
        self.outcome.setProperty("role", role)
        repolish(self.outcome)
        self.outcome.setText(text)
        self.outcome.show()
        self.details.setText(self.tr("Details: {0}").format(details) if details else "")
        self.details.setVisible(bool(details))
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))
        announce(self.outcome, text, urgent=role == "error")

    def _show_problems(self, problems: Sequence[FieldProblem]) -> None:
        said = {problem.field: self.problem_words(problem) for problem in problems}
        odd = {problem.field for problem in problems if problem.warning}
        for key in self.errors:
            self._show_problem(key, said.get(key, ""), wrong=key not in odd)

    def _show_problem(self, key: str, text: str, *, wrong: bool = True) -> None:
        self.errors[key].setText(text)
        self.errors[key].setVisible(bool(text))
        editor = self.editors[key]
        editor.setAccessibleDescription(text)
        editor.setProperty("invalid", wrong and bool(text))
        repolish(editor)

    def _forget(self) -> None:
        for secret in self._secrets:
            secret.forget()

    def _busy(self, busy: bool) -> None:
        if busy:
            self._pressed = self.focusWidget()
        for button in (self.test, self.save):
            button.setEnabled(not busy)
            # Switched off it lost the focus, perhaps to the other end of the form.
            if not busy and button is self._pressed:
                button.setFocus(Qt.FocusReason.OtherFocusReason)


def words_label(text: str, role: str) -> QLabel:
    """A label that wraps, and takes nothing for markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
