"""The card *Chat apps*: what is connected, where its key is; connecting, changing, removing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.forms.editors import ChoiceEditor
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.tab_order import follow
from tpns_desktop.ui.words.chat_apps import GENERATIONS, chat_app_words, generation_name

if TYPE_CHECKING:
    from tpns_desktop.store.chat_apps import ChatApp


GENERATION_WIDTH = 250


class ChatAppsCard(Card):
    """Two lines a Chat app.

    Signals:
    connect_asked: another one is to be connected.
    change_asked(ChatApp), remove_asked(ChatApp): this one is to be changed or removed.
    speak_asked(ChatApp, str): practice's is to use this generation of the service.
    setup_asked: what must be ready first.
    """

    connect_asked = Signal()
    change_asked = Signal(object)
    remove_asked = Signal(object)
    speak_asked = Signal(object, str)
    setup_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._apps: Sequence[ChatApp] = ()
        self._box = QWidget()
        self.lines = QVBoxLayout(self._box)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(8)
        self.connect_app = QPushButton()
        self.connect_app.setObjectName("settings.chat.connect")
        self.connect_app.clicked.connect(self.connect_asked)
        self.setup = QPushButton()
        self.setup.setObjectName("settings.chat.setup")
        self.setup.setProperty("kind", "link")
        self.setup.clicked.connect(self.setup_asked)
        line = QHBoxLayout()
        line.addWidget(self.connect_app)
        line.addStretch(1)
        line.addWidget(self.setup)
        self.body.addWidget(self._box)
        self.body.addLayout(line)
        self.retranslate()

    def set_apps(self, apps: Sequence[ChatApp]) -> None:
        """List these Chat apps."""
        self._apps = apps
        while (item := self.lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for app in apps:
            self.lines.addWidget(self._line(app))
        self._box.setVisible(bool(apps))
        self.connect_app.setText(
            self.tr("Connect another Chat app…") if apps else self.tr("Connect a Chat app…")
        )
        follow(
            self._box, [*self._box.findChildren(QComboBox), *self._box.findChildren(QPushButton)]
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(
            self.tr("Chat apps"),
            self.tr("Apps of Tencent Cloud Chat (IM), for pushes to all of their users."),
        )
        self.setup.setText(self.tr("What must be ready first?"))
        self.set_apps(self._apps)

    def _line(self, app: ChatApp) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        for text, role in ((app.name, ""), (chat_app_words(app), "hint")):
            said = QLabel(text)
            said.setTextFormat(Qt.TextFormat.PlainText)
            said.setWordWrap(True)
            said.setProperty("role", role)
            words.addWidget(said)
        line.addLayout(words, 1)
        if app.practice:
            line.addWidget(self._generation(app), 0, Qt.AlignmentFlag.AlignTop)
            return row
        for key, text, name, slot in (
            ("change", self.tr("Change…"), self.tr("Change {0}…"), self._on_change_clicked),
            ("remove", self.tr("Remove…"), self.tr("Remove {0}…"), self._on_remove_clicked),
        ):
            button = QPushButton(text)
            button.setObjectName(f"settings.chat.{key}.{app.id}")
            button.setAccessibleName(name.format(app.name))
            button.clicked.connect(partial(slot, app))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _generation(self, app: ChatApp) -> ChoiceEditor:
        """Practice plays every generation: which one is tried is chosen here."""
        choice = ChoiceEditor()
        choice.setObjectName("settings.chat.generation")
        choice.setAccessibleName(self.tr("Kind of push in practice"))
        choice.set_choices([(key, generation_name(key)) for key in GENERATIONS])
        choice.set_value(app.dialect)
        choice.setMinimumWidth(GENERATION_WIDTH)
        choice.edited.connect(lambda: self.speak_asked.emit(app, choice.value()))
        return choice

    def _on_change_clicked(self, app: ChatApp, _checked: bool = False) -> None:
        self.change_asked.emit(app)

    def _on_remove_clicked(self, app: ChatApp, _checked: bool = False) -> None:
        self.remove_asked.emit(app)
