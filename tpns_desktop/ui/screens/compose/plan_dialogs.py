"""Two small dialogs: make a new push plan, or add one that exists already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.model.limits import PLAN_NAME_MAX, PLAN_NAME_WARN
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.tab_order import put_last
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.plans import plan_refusal

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from tpns_desktop.store.plans import Plan


class _PlanDialog(QDialog):
    """The part both share: lines of label and editor, an error below, Go back and the verb.

    Signal `plan_added(Plan)`: the plan is in the book.
    """

    plan_added = Signal(object)

    name: QLineEdit

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._session = session
        self.setMinimumWidth(440)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 20)
        self._column.setSpacing(8)
        self._heading = QLabel()
        self._heading.setProperty("role", "card-title")
        self._column.addWidget(self._heading)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(6)
        self._column.addLayout(self.lines)
        self.error = QLabel()
        self.error.setObjectName("plan.error")
        self.error.setWordWrap(True)
        self.error.setProperty("role", "error")
        self.error.hide()
        self._column.addWidget(self.error)
        self.back = QPushButton(self.tr("Go back"))
        self.back.setObjectName("plan.back")
        self.back.clicked.connect(self.reject)
        self.add = QPushButton()
        self.add.setObjectName("plan.add")
        self.add.setProperty("kind", "primary")
        self.add.setDefault(True)
        self.add.clicked.connect(self._on_add_clicked)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.add)
        self._column.addSpacing(8)
        self._column.addLayout(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        # As high as its lines are at this width; by itself it takes its hints to be longer.
        self.resize(self.width(), self.heightForWidth(self.width()))
        put_last(self, (self.back, self.add))
        super().showEvent(event)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_words(self, title: str, verb: str) -> None:
        self.setWindowTitle(title)
        self._heading.setText(title)
        self.add.setText(verb)

    def line(self, name: str, label_text: str, hint: str = "") -> QLineEdit:
        """A labelled line of text."""
        edit = QLineEdit()
        self._labelled(name, label_text, edit, hint)
        return edit

    def _labelled(self, name: str, label_text: str, edit: QWidget, hint: str) -> None:
        edit.setObjectName(name)
        edit.setAccessibleName(label_text)
        edit.setAccessibleDescription(hint)
        label = QLabel(label_text)
        label.setBuddy(edit)
        label.setContentsMargins(0, 6, 0, 0)
        self.lines.addWidget(label)
        self.lines.addWidget(edit)
        if hint:
            note = QLabel(hint)
            note.setWordWrap(True)
            note.setProperty("role", "hint")
            self.lines.addWidget(note)

    def request(self) -> Coroutine[Any, Any, Plan]:
        """The call that makes or adds the plan. Overridden."""
        raise TypeError

    def _on_add_clicked(self) -> None:
        self.add.setEnabled(False)  # first of all: a plan is not made twice
        self.error.hide()
        self._session.run(self.request(), self, self._on_added, self._on_failed)

    def _on_added(self, plan: Plan) -> None:
        self.plan_added.emit(plan)
        self.accept()

    def _on_failed(self, error: BaseException) -> None:
        self.add.setEnabled(True)
        self.error.setText(plan_refusal(error))
        self.error.show()


class NewPlanDialog(_PlanDialog):
    """Asks for name and description, and makes the plan in the service."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._set_words(self.tr("New plan"), self.tr("Create the plan"))
        self.name = self.line(
            "plan.name",
            self.tr("Name"),
            self.tr("Up to {0} characters; above {1} some pages of TPNS cut it.").format(
                PLAN_NAME_MAX, PLAN_NAME_WARN
            ),
        )
        self.description = QPlainTextEdit()
        self.description.setTabChangesFocus(True)
        self.description.setMaximumHeight(84)
        self._labelled("plan.description", self.tr("What it is for"), self.description, "")

    def request(self) -> Coroutine[Any, Any, Plan]:
        desk, app = self._session.desk, self._session.app
        assert desk is not None  # the dialog opens only then
        assert app is not None
        return desk.plan_book.create(app.id, self.name.text(), self.description.toPlainText())


class KnownPlanDialog(_PlanDialog):
    """Asks for the name and the ID of a plan made in the console: TPNS cannot list them."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._set_words(self.tr("Add a plan you already have"), self.tr("Add the plan"))
        self.name = self.line("plan.name", self.tr("Name"))
        self.ids: dict[str, QLineEdit] = {}
        app = session.app
        for platform in app.platforms if app is not None else ():
            self.ids[platform] = self.line(
                f"plan.id.{platform}",
                self.tr("Plan ID for {0}").format(PLATFORMS[platform]),
                self.tr("A number, shown in the TPNS console."),
            )

    def request(self) -> Coroutine[Any, Any, Plan]:
        desk, app = self._session.desk, self._session.app
        assert desk is not None
        assert app is not None
        ids = {platform: edit.text().strip() or None for platform, edit in self.ids.items()}
        return desk.plan_book.add(app.id, self.name.text(), ids.get("android"), ids.get("ios"))
