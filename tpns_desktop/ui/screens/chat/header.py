"""The head of the Chat screen: what is written, for which app, and the pages beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.forms.editors import ChoiceEditor, SegmentEditor
from tpns_desktop.ui.screens.chat.examples import EXAMPLES, example_name
from tpns_desktop.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tpns_desktop.model.chat_dialects import Dialect
    from tpns_desktop.store.chat_apps import ChatApp

NEW, SENT, SCHEDULED, USERS = "new", "sent", "scheduled", "users"
NARROW = 760
"""Below this width the pages stand beside the title, above the other buttons."""


class Header(QWidget):
    """Signals.

    tab_chosen(str): new, sent, scheduled or users.
    app_chosen(str): the id of another Chat app.
    drafts_asked: the list of drafts is wanted.
    example_asked(str): begin from this example (a key of `examples.EXAMPLES`).
    """

    tab_chosen = Signal(str)
    app_chosen = Signal(str)
    drafts_asked = Signal()
    example_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app: ChatApp | None = None
        self._schedules = False
        self._name = ""
        self._saved = ""
        self.title = ElidedLabel()
        self.title.setObjectName("chat.title")
        self.title.setProperty("role", "heading")
        self.line = ElidedLabel()
        self.line.setObjectName("chat.line")
        self.line.setProperty("role", "hint")
        self.apps = ChoiceEditor()
        self.apps.setObjectName("chat.apps")
        self.apps.setMinimumContentsLength(18)
        self.apps.edited.connect(self._on_app)
        self.tabs = SegmentEditor()
        self.tabs.setObjectName("chat.tabs")
        self.tabs.set_value(NEW)
        self.tabs.edited.connect(self._on_tab)
        self.drafts = QPushButton()
        self.drafts.setObjectName("chat.drafts")
        self.drafts.clicked.connect(self.drafts_asked)
        self.examples = QPushButton()
        self.examples.setObjectName("chat.examples")
        self.menu = QMenu(self)
        self.examples.setMenu(self.menu)
        self._actions = {name: QAction(self) for name in EXAMPLES}
        for name, action in self._actions.items():
            self.menu.addAction(action)
            action.setObjectName(f"chat.example.{name}")
            action.triggered.connect(partial(self._on_example, name))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.line)
        self._upper = upper = QHBoxLayout()
        upper.setSpacing(10)
        upper.addLayout(words, 1)
        upper.addWidget(self.apps)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        self.tools.addWidget(self.tabs)
        self.tools.addStretch(1)
        self.tools.addWidget(self.examples)
        self.tools.addWidget(self.drafts)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 6)
        column.setSpacing(8)
        column.addLayout(upper)
        column.addLayout(self.tools)
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_tabs(event.size().width())

    def _place_tabs(self, width: int) -> None:
        # The pages are what a narrow window must not lose: the words beside them give way.
        narrow = width < NARROW
        above = self._upper.indexOf(self.tabs) >= 0
        if narrow and not above:
            self._upper.addWidget(self.tabs)
        elif above and not narrow:
            self.tools.insertWidget(0, self.tabs)
        self.tabs.setMinimumWidth(self.tabs.sizeHint().width() if narrow else 0)

    def set_app(self, app: ChatApp | None, dialect: Dialect) -> None:
        """Write for this app."""
        self._app, self._schedules = app, dialect.schedules
        self.apps.set_value(app.id if app is not None else None)
        self.retranslate()

    def set_apps(self, apps: Sequence[ChatApp]) -> None:
        """Offer these to change to."""
        self.apps.set_choices([(app.id, app.name) for app in apps])
        self.apps.setVisible(len(apps) > 1)

    def set_name(self, name: str) -> None:
        """The draft is called this."""
        self._name = name
        self._show_head()

    def set_saved(self, said: str) -> None:
        """What is said of its being stored."""
        self._saved = said
        self._show_head()

    def set_tab(self, tab: str) -> None:
        """Show which page is open."""
        self.tabs.set_value(tab)
        self._show_tools()

    def retranslate(self) -> None:
        """Show all words in the present language."""
        tabs = [(NEW, self.tr("New push")), (SENT, self.tr("Sent"))]
        if self._schedules:
            tabs.append((SCHEDULED, self.tr("Scheduled")))
        tabs.append((USERS, self.tr("Users")))
        self.tabs.set_choices(tabs)
        self.tabs.setAccessibleName(self.tr("Page"))
        self.apps.setAccessibleName(self.tr("Chat app"))
        self.drafts.setText(self.tr("Drafts…"))
        self.examples.setText(self.tr("Start from an example"))
        for name, action in self._actions.items():
            action.setText(example_name(name))
        self._show_head()
        self._show_tools()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_head(self) -> None:
        self.title.setText(self._name.strip() or self.tr("Push to all users"))
        app = self._app
        if app is None:
            self.line.setText("")
            return
        said = self.tr("Chat app {0} · {1}").format(app.sdkappid, app.identifier)
        self.line.setText(f"{said} · {self._saved}" if self._saved else said)

    def _show_tools(self) -> None:
        writing = self.tabs.value() == NEW
        self.drafts.setVisible(writing)
        # What is made up reaches nobody only there.
        self.examples.setVisible(writing and self._app is not None and self._app.practice)

    @Slot()
    def _on_tab(self) -> None:
        self._show_tools()
        self.tab_chosen.emit(self.tabs.value() or NEW)

    @Slot()
    def _on_app(self) -> None:
        self.app_chosen.emit(self.apps.value() or "")

    def _on_example(self, name: str, _checked: bool = False) -> None:
        self.example_asked.emit(name)
