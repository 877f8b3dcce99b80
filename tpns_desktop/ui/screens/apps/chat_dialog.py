"""*Connect a Chat app*: name, number, administrator, key, host and generation, with a test."""

from __future__ import annotations

from collections.abc import Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tpns_desktop.ui.forms.editors import ChoiceEditor
from tpns_desktop.ui.key_dialog import KeyDialog, words_label
from tpns_desktop.ui.screens.apps.generations import Generations
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.secret_edit import SecretEdit
from tpns_desktop.ui.words.chat_apps import (
    OTHER_HOST,
    chat_problem_words,
    chat_test_words,
    clock_off_words,
    host_choices,
    preset_of,
)
from tpns_desktop.ui.words.chat_codes import leads_to_setup

if TYPE_CHECKING:
    from tpns_desktop.model.chat_dialects import DialectId
    from tpns_desktop.send.chat_apps import ChatForm, ChatTest
    from tpns_desktop.send.connect import FieldProblem
    from tpns_desktop.send.desk import Desk
    from tpns_desktop.store.chat_apps import ChatApp

NAME = "chat_app"


class ChatDialog(KeyDialog):
    """Signal `setup_asked`: what must be ready is to be shown; the dialog stays as it is.

    `saved` carries a `send.chat_apps.ChatSaved`.
    """

    setup_asked = Signal()

    def __init__(
        self, session: Session, parent: QWidget | None = None, app: ChatApp | None = None
    ) -> None:
        """`app`: the one that is changed. Its stored key is never shown."""
        super().__init__(session, NAME, parent)
        self._app = app
        title = (
            self.tr("Connect a Chat app") if app is None else self.tr("Change {0}").format(app.name)
        )
        self.setWindowTitle(title)
        self.add_heading(
            title,
            self.tr(
                "SDKAppID and key are in the console of Tencent Cloud Chat (IM), on the page "
                "“Basic Configuration” of the app."
            ),
        )
        self.name = QLineEdit()
        self.sdkappid = QLineEdit()
        self.identifier = QLineEdit()
        self.key = SecretEdit()
        self.region = ChoiceEditor()
        self.region.set_choices(host_choices())
        self.host = QLineEdit()
        self.generation = Generations(f"{NAME}.dialect")
        self._build()
        if app is not None:
            self._show(app)
        else:
            self.region.set_value("china")
            self.identifier.setText("administrator")
            self.generation.set_value("all_member_push")
        self._show_host()
        for key, line in self._lines().items():
            line.textChanged.connect(partial(self.edited, key))
        self.region.edited.connect(self._on_region_chosen)
        self.generation.edited.connect(partial(self.edited, "dialect"))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lines(self) -> dict[str, QLineEdit]:
        return {
            "name": self.name,
            "sdkappid": self.sdkappid,
            "identifier": self.identifier,
            "key": self.key,
            "host": self.host,
        }

    def _build(self) -> None:
        self.add_line("name", self.tr("Name you will recognise"), self.name)
        pair = QHBoxLayout()
        pair.setSpacing(16)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(6)
            pair.addLayout(column, 1)
        self.sdkappid.setPlaceholderText("1400000001")
        self.add_line("sdkappid", self.tr("SDKAppID"), self.sdkappid, column=left)
        self.add_line(
            "identifier", self.tr("Administrator's account"), self.identifier, column=right
        )
        for column in (left, right):
            column.addStretch(1)
        self.column.addLayout(pair)
        self.add_line("key", self.tr("Secret key"), self.key)
        self.add_line("region", self.tr("Region in which the app was made"), self.region)
        self.host_lines = QWidget()
        column = QVBoxLayout(self.host_lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.host.setPlaceholderText("adminapisgp.im.qcloud.com")
        self.add_line(
            "host",
            self.tr("Host"),
            self.host,
            self.tr("One of Tencent's, as your developers use it."),
            column,
        )
        self.column.addWidget(self.host_lines)
        self.add_line("dialect", self.tr("Which kind of push does the app use?"), self.generation)
        self.column.addWidget(
            words_label(
                self.tr(
                    "Not sure? Choose the first and press Test. If the service doesn't know it or "
                    "says that it is not switched on, ask a developer whether the app uses the "
                    "push plug-in."
                ),
                "hint",
            )
        )
        self.finish(self.tr("Test"))
        self.lead.clicked.connect(self.setup_asked)

    def _show(self, app: ChatApp) -> None:
        self.name.setText(app.name)
        self.sdkappid.setText(str(app.sdkappid))
        self.identifier.setText(app.identifier)
        preset = preset_of(app.url)
        self.region.set_value(preset or OTHER_HOST)
        self.host.setText("" if preset else app.url.removeprefix("https://"))
        self.generation.set_value(app.dialect)
        self.key.setPlaceholderText(self.tr("Stored; leave empty to keep it"))

    # What `KeyDialog` asks for

    def form(self) -> ChatForm:
        from tpns_desktop.send.chat_apps import ChatForm  # loaded after the first paint

        region = self.region.value()
        return ChatForm(
            app_id=self._app.id if self._app is not None else None,
            name=self.name.text(),
            sdkappid=self.sdkappid.text(),
            identifier=self.identifier.text(),
            key=self.key.secret() if self.key.text() else None,
            host=self.host.text() if region == OTHER_HOST else region or "",
            dialect=cast("DialectId", self.generation.value()),
        )

    def test_step(self, desk: Desk) -> Coroutine[Any, Any, Any]:
        return desk.chat.test(self.form())

    def save_step(self, desk: Desk) -> Coroutine[Any, Any, Any]:
        return desk.chat.save(self.form())

    def show_test(self, test: ChatTest) -> None:
        good = test.ok and not clock_off_words(test.skew_s)
        self.say(
            chat_test_words(test),
            "ok" if good else "error",
            " · ".join(str(part) for part in (test.code, test.text) if part),
            self.tr("What must be ready first?") if leads_to_setup(test.code) else "",
        )

    def problem_words(self, problem: FieldProblem) -> str:
        return chat_problem_words(problem)

    # What a person does

    @Slot()
    def _on_region_chosen(self) -> None:
        self._show_host()
        self.edited("host")
        if self.region.value() == OTHER_HOST:
            self.host.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_host(self) -> None:
        self.host_lines.setVisible(self.region.value() == OTHER_HOST)
