"""*Connect my app*: one page for name, region, keys and colour, with a test that sends nothing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.forms.editors import ChoiceEditor, SegmentEditor
from tpns_desktop.ui.keyring_panel import KeyringPanel
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.sheet import repolish
from tpns_desktop.ui.unlocking import WAITING_MS
from tpns_desktop.ui.widgets.secret_edit import SecretEdit
from tpns_desktop.ui.words.apps import (
    access_point_choices,
    colour_choices,
    problem_words,
    test_words,
    waiting_words,
)
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.checks import clock_words
from tpns_desktop.ui.words.sentences import together

if TYPE_CHECKING:
    from tpns_desktop.send.connect import AppForm, ConnectionTest, FieldProblem
    from tpns_desktop.send.desk import AppSaved
    from tpns_desktop.send.network import NetworkForm
    from tpns_desktop.store.apps import App


class _KeyLines(QFrame):
    """Access ID and Secret Key of one system, shown once its box is ticked."""

    def __init__(self, platform: str) -> None:
        super().__init__()
        self.platform = platform
        self.setProperty("role", "sunken")
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 12, 14, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        self.access_id = QLineEdit()
        self.secret_key = SecretEdit()
        self.errors: dict[str, QLabel] = {}
        self.editors: dict[str, QLineEdit] = {}
        names = {
            "access_id": self.tr("{0} Access ID").format(PLATFORMS[platform]),
            "secret_key": self.tr("{0} Secret Key").format(PLATFORMS[platform]),
        }
        editors: dict[str, QLineEdit] = {
            "access_id": self.access_id,
            "secret_key": self.secret_key,
        }
        for column, (key, editor) in enumerate(editors.items()):
            editor.setObjectName(f"connect.{platform}.{key}")
            editor.setAccessibleName(names[key])
            label = QLabel(names[key])
            label.setBuddy(editor)
            error = _error_label()
            self.errors[f"{platform}.{key}"] = error
            self.editors[f"{platform}.{key}"] = editor
            grid.addWidget(label, 0, column)
            grid.addWidget(editor, 1, column)
            grid.addWidget(error, 2, column)


class ConnectDialog(QDialog):
    """Signal `connected(AppSaved)`: the app is saved and its keys are put away."""

    connected = Signal(object)

    def __init__(
        self, session: Session, parent: QWidget | None = None, app: App | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._app = app
        self._errors: dict[str, QLabel] = {}
        self._editors: dict[str, QWidget] = {}
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(WAITING_MS)
        self._moment.timeout.connect(self._on_waiting)
        self.setObjectName("connect")
        self.setWindowTitle(self.tr("Connect my app"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 640)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls with its focus
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(28, 22, 28, 16)
        self._column.setSpacing(6)
        scroll.setWidget(inner)
        page.addWidget(scroll, 1)
        self._build_form()
        page.addWidget(self._buttons())
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        if app is not None:
            self._show_app(app)

    def _show_app(self, app: App) -> None:
        """Fill in what is known of an app that is changed. Its stored keys are never shown."""
        self.setWindowTitle(self.tr("Change {0}").format(app.name))
        self.name.setText(app.name)
        self.access_point.set_value(app.access_point)
        self.colour.set_value(app.colour)
        self.ios_environment.set_value(app.ios_environment)
        for platform in app.platforms:
            self.boxes[platform].setChecked(True)
            lines = self.keys[platform]
            lines.access_id.setText(app.access_id(platform) or "")
            lines.secret_key.setPlaceholderText(self.tr("Stored; leave empty to keep it"))

    def _build_form(self) -> None:
        heading = QLabel(self.tr("Connect my app"))
        heading.setProperty("role", "title")
        said = QLabel(self.tr("The keys are in the TPNS console under Product Management."))
        said.setWordWrap(True)
        said.setProperty("role", "muted")
        self._column.addWidget(heading)
        self._column.addWidget(said)
        self._column.addSpacing(10)
        self.keyring = KeyringPanel(self._session)
        self._column.addWidget(self.keyring)
        self.name = QLineEdit()
        self.name.textChanged.connect(partial(self._on_edited, "name"))
        self._line("name", self.tr("Name you will recognise"), self.name)
        self.access_point = ChoiceEditor()
        self.access_point.edited.connect(partial(self._on_edited, "access_point"))
        self.access_point.set_choices(access_point_choices())
        self._line("access_point", self.tr("Region"), self.access_point)

        self._column.addWidget(_heading(self.tr("This app is")))
        self.boxes: dict[str, QCheckBox] = {}
        self.keys: dict[str, _KeyLines] = {}
        boxes = QHBoxLayout()
        boxes.setSpacing(24)
        for platform, name in PLATFORMS.items():
            box = QCheckBox(name)
            box.setObjectName(f"connect.{platform}")
            box.setAccessibleName(self.tr("This app is for {0}").format(name))
            box.toggled.connect(self._show_platforms)
            box.toggled.connect(partial(self._on_edited, "android"))
            self.boxes[platform] = box
            boxes.addWidget(box)
            self.keys[platform] = _KeyLines(platform)
            self._errors.update(self.keys[platform].errors)
            for key, editor in self.keys[platform].editors.items():
                self._editors[key] = editor
                editor.textChanged.connect(partial(self._on_edited, key))
        boxes.addStretch(1)
        self._column.addLayout(boxes)
        error = self._errors["android"] = _error_label()
        self._column.addWidget(error)
        for lines in self.keys.values():
            self._column.addWidget(lines)
        self._editors["android"] = self.boxes["android"]
        self.ios_environment = SegmentEditor()
        self.ios_environment.edited.connect(partial(self._on_edited, "ios_environment"))
        self.ios_environment.set_choices(
            [
                ("product", self.tr("Production (App Store)")),
                ("dev", self.tr("Development (test builds)")),
            ]
        )
        self.environment_lines = QWidget()
        column = QVBoxLayout(self.environment_lines)
        column.setContentsMargins(0, 6, 0, 0)
        self._line("ios_environment", self.tr("iOS environment"), self.ios_environment, column)
        self._column.addWidget(self.environment_lines)
        self.colour = ChoiceEditor()
        self.colour.set_choices(colour_choices())
        self.colour.set_value(colour_choices()[0][0])
        self._line("colour", self.tr("Colour"), self.colour)
        self.network = QLabel()
        self.network.setObjectName("connect.network")
        self.network.setProperty("role", "hint")
        self.network.setWordWrap(True)
        self.network.hide()
        self._column.addSpacing(6)
        self._column.addWidget(self.network)
        self._column.addStretch(1)
        self._show_platforms()
        if self._session.desk is not None:
            self._session.run(self._session.desk.network(), self, self._show_network)
            # The look for a password store at the start may not have ended yet.
            looked = self._session.desk.keyring_looked()
            self._session.run(looked, self, lambda _place: self.keyring.look())

    def _show_network(self, form: NetworkForm | None) -> None:
        """Say which way the connection takes where that was set in Settings."""
        if form is None:
            return
        said = []
        if form.proxy == "own":
            said.append(self.tr("Through the proxy {0}.").format(form.proxy_address))
        if form.ca_file:
            name = Path(form.ca_file).name
            said.append(self.tr("Trusts the extra certificates in {0} as well.").format(name))
        if said:
            said.append(
                self.tr("Both are set under Settings, Network.")
                if len(said) == 2
                else self.tr("This is set under Settings, Network.")
            )
            self.network.setText(together(said))
            self.network.show()

    def _line(
        self, key: str, text: str, editor: QWidget, column: QVBoxLayout | None = None
    ) -> None:
        column = column if column is not None else self._column
        editor.setObjectName(f"connect.{key}")
        editor.setAccessibleName(text)
        label = _heading(text)
        label.setBuddy(editor)
        error = self._errors[key] = _error_label()
        self._editors[key] = editor
        column.addWidget(label)
        column.addWidget(editor)
        column.addWidget(error)

    def _buttons(self) -> QWidget:
        bar = QFrame()
        bar.setProperty("role", "bar")
        column = QVBoxLayout(bar)
        column.setContentsMargins(28, 12, 28, 14)
        self.outcome = QLabel()
        self.outcome.setObjectName("connect.result")
        self.outcome.setAccessibleName(self.tr("Result of the test"))
        self.outcome.setWordWrap(True)
        self.outcome.hide()
        column.addWidget(self.outcome)
        line = QHBoxLayout()
        self.back = QPushButton(self.tr("Go back"))
        self.back.setObjectName("connect.back")
        self.back.clicked.connect(self.reject)
        self.test = QPushButton(self.tr("Test the connection"))
        self.test.setObjectName("connect.test")
        self.test.clicked.connect(self._on_test_clicked)
        self.save = QPushButton(self.tr("Save"))
        self.save.setObjectName("connect.save")
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._on_save_clicked)
        self.leave = QPushButton(self.tr("Don't wait"))
        self.leave.setObjectName("connect.leave")
        self.leave.setAccessibleDescription(
            self.tr("The key is then kept until you close the program")
        )
        self.leave.clicked.connect(self._on_leave_clicked)
        self.leave.hide()
        line.addWidget(self.back)
        line.addStretch(1)
        line.addWidget(self.leave)
        line.addWidget(self.test)
        line.addWidget(self.save)
        column.addLayout(line)
        return bar

    def form(self) -> AppForm:
        """What was typed. The keys are wrapped at once; nothing else holds them."""
        from tpns_desktop.send.connect import AppForm  # loaded after the first paint
        from tpns_desktop.send.key_pair import KeyPair

        pairs = {
            platform: KeyPair(lines.access_id.text(), lines.secret_key.secret())
            for platform, lines in self.keys.items()
            if self.boxes[platform].isChecked()
        }
        return AppForm(
            name=self.name.text(),
            colour=self.colour.value() or colour_choices()[0][0],
            access_point=self.access_point.value() or "",
            android=pairs.get("android"),
            ios=pairs.get("ios"),
            ios_environment=self.ios_environment.value() if "ios" in pairs else None,
            app_id=self._app.id if self._app is not None else None,
        )

    def done(self, result: int) -> None:
        self.keyring.unlocking.leave()
        for lines in self.keys.values():
            lines.secret_key.forget()
        super().done(result)

    @Slot()
    def _show_platforms(self) -> None:
        for platform, lines in self.keys.items():
            lines.setVisible(self.boxes[platform].isChecked())
        self.environment_lines.setVisible(self.boxes["ios"].isChecked())

    @Slot()
    def _on_test_clicked(self) -> None:
        if self._session.desk is None:
            return
        self._busy(True)
        self._say(self.tr("Asking the service. Nothing is sent to anybody."), "muted")
        self._session.run(
            self._session.desk.test_connection(self.form()), self, self._on_tested, self._on_failed
        )

    @Slot()
    def _on_save_clicked(self) -> None:
        if self._session.desk is None:
            return
        self._busy(True)
        self._say(self.tr("Saving the keys…"), "muted")
        self._moment.start()
        self._session.run(
            self._session.desk.save_app(self.form()), self, self._on_saved, self._on_failed
        )

    def _on_tested(self, test: ConnectionTest) -> None:
        self._busy(False)
        self._show_problems(test.warnings)
        said = [test_words(one) for one in test.platforms]
        if test.minutes_off:
            said.append(clock_words(test.minutes_off))
        self._say("\n".join(said), "ok" if test.ok and not test.minutes_off else "error")

    @Slot()
    def _on_waiting(self) -> None:
        """The password store takes its time; nobody has to sit it out."""
        self._say(waiting_words(), "muted")
        self.leave.show()

    @Slot()
    def _on_leave_clicked(self) -> None:
        # The keys were handed over already; the store keeps them in memory and goes on by itself.
        for lines in self.keys.values():
            lines.secret_key.forget()
        self.hide()

    def _on_saved(self, saved: AppSaved) -> None:
        self._moment.stop()
        self.connected.emit(saved)
        self.accept()

    def _on_failed(self, error: BaseException) -> None:
        self._moment.stop()
        self.leave.hide()
        if self.isHidden():  # nobody waited for it, but there is something to mend
            self.open()
        self._busy(False)
        problems: tuple[FieldProblem, ...] = getattr(error, "problems", ())
        self._show_problems(problems)
        wrong = [key for key, label in self._errors.items() if label.text()]
        if wrong:
            first = self._editors[wrong[0]]
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(first, 0, 40)
        if problems:
            self._say(self.tr("Something is missing; see above."), "error")
        else:
            self._say(self.tr("That did not work. Nothing was saved."), "error")

    def _show_problems(self, problems: tuple[FieldProblem, ...]) -> None:
        said: Mapping[str, str] = {p.field: problem_words(p) for p in problems}
        odd = {p.field for p in problems if p.warning}
        for key in self._errors:
            self._show_problem(key, said.get(key, ""), wrong=key not in odd)

    def _show_problem(self, key: str, text: str, *, wrong: bool = True) -> None:
        label, editor = self._errors[key], self._editors[key]
        label.setText(text)
        label.setVisible(bool(text))
        editor.setAccessibleDescription(text)
        editor.setProperty("invalid", wrong and bool(text))
        repolish(editor)

    def _on_edited(self, key: str, *_news: object) -> None:
        """What was said of a field is no longer true once it is edited."""
        if not self._errors[key].text():
            return
        self._show_problem(key, "")
        if not any(label.text() for label in self._errors.values()):
            self.outcome.hide()

    def _say(self, text: str, role: str) -> None:
        self.outcome.setProperty("role", role)
        self.outcome.style().unpolish(self.outcome)
        self.outcome.style().polish(self.outcome)
        self.outcome.setText(text)
        self.outcome.show()

    def _busy(self, busy: bool) -> None:
        self.test.setEnabled(not busy)
        self.save.setEnabled(not busy)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setContentsMargins(0, 8, 0, 0)
    return label


def _error_label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("role", "error")
    label.hide()
    return label
