"""Dialogs of push plans: make a new one, add one that exists already, change its words here.

Compose and the page of plans open the same ones.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from tpns_desktop.model.limits import PLAN_DESCRIPTION_MAX, PLAN_NAME_MAX, PLAN_NAME_WARN
from tpns_desktop.ui.forms.editors import TextEditor
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.sheet import repolish
from tpns_desktop.ui.widgets.verb_dialog import VerbDialog, plain
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.numbers import grouped
from tpns_desktop.ui.words.plans import left_words, plan_refusal

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from tpns_desktop.send.plan_book import IdUse
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.plans import Plan

_LOOK_MS = 250
"""A pause in typing an id after which the book is asked for it."""


class PlanDialog(VerbDialog):
    """What they share: name, description, a request, and what went wrong.

    Signals:
        plan_added(Plan): the plan is in the book as it was wanted.
        plan_kept(Plan): the plan is in the book, but not on every platform.
        known_asked(str): a person wants to add the plan of this name by its id.
    """

    plan_added = Signal(object)
    plan_kept = Signal(object)
    known_asked = Signal(str)

    def __init__(
        self, session: Session, app: App, title: str, verb: str, parent: QWidget | None
    ) -> None:
        super().__init__("plan", parent)
        self._session = session
        self._app = app
        self.do.setObjectName("plan.add")
        self.set_words(title, verb)
        self.name = QLineEdit()
        self.name_note = self._counted("plan.name", self.tr("Name"), self.name)
        self.name.textChanged.connect(self._show_counts)
        self.name.textEdited.connect(self._forget_error)
        self.description: QPlainTextEdit | None = None
        self.description_note = plain("hint")

    def add_description(self) -> None:
        """A field for what the plan is for."""
        editor = TextEditor(2)
        self.description = editor
        self.description_note = self._counted("plan.description", self.tr("What it is for"), editor)
        editor.textChanged.connect(self._show_counts)

    def _counted(self, name: str, label: str, editor: QWidget) -> QLabel:
        self.add_field(name, label, editor)
        note = plain("hint")
        note.setObjectName(f"{name}.count")
        self.lines.addWidget(note)
        return note

    def showEvent(self, event: Any) -> None:
        self._show_counts()
        super().showEvent(event)

    def said(self) -> str:
        """The description as typed."""
        return self.description.document().toRawText() if self.description is not None else ""

    @Slot()
    def _forget_error(self) -> None:
        # It speaks of what was there before; what is there now is judged when it is asked for.
        if self.error.text():
            self.show_error("")

    @Slot()
    def _show_counts(self) -> None:
        from tpns_desktop.model.plan import name_width

        width = name_width(self.name.text().strip())
        said, tone = (
            self.tr("{0} of {1} · a Chinese character counts as 2").format(width, PLAN_NAME_MAX),
            "hint",
        )
        if width > PLAN_NAME_MAX:
            said = self.tr("{0} of {1}: too long for TPNS. Shorten it.").format(
                grouped(width), PLAN_NAME_MAX
            )
            tone = "error"
        elif width > PLAN_NAME_WARN:
            said = self.tr("{0} of {1} · above {2} some pages of TPNS cut it").format(
                width, PLAN_NAME_MAX, PLAN_NAME_WARN
            )
            tone = "warn"
        self._note(self.name_note, self.name, said, tone)
        if self.description is not None:
            length = len(self.said().strip())
            long = length > PLAN_DESCRIPTION_MAX
            words = self.tr("{0} of {1}: too long for TPNS. Shorten it.") if long else "{0} / {1}"
            said = words.format(grouped(length), PLAN_DESCRIPTION_MAX)
            tone = "error" if long else "hint"
            self._note(self.description_note, self.description, said, tone)
        if self.isVisible():
            self.fit()

    @staticmethod
    def _note(label: QLabel, editor: QWidget, said: str, tone: str) -> None:
        label.setText(said)
        editor.setAccessibleDescription(said)
        if label.property("role") != tone:
            label.setProperty("role", tone)
            repolish(label)

    def request(self) -> Coroutine[Any, Any, Plan]:
        """The call that makes, adds or changes the plan. Overridden."""
        raise TypeError

    def act(self) -> None:
        if self._session.desk is None:
            return
        self.wait(True)  # first of all: a plan is not made twice
        self.show_error("")
        self._session.run(self.request(), self, self._on_done, self.refused)

    def _on_done(self, plan: Plan) -> None:
        self.plan_added.emit(plan)
        self.accept()

    def refused(self, error: BaseException) -> None:
        """Say why, with everything that was typed still there."""
        self.wait(False)
        reason = str(getattr(error, "reason", ""))
        field = {"name": self.name, "description": self.description}
        self.show_error(plan_refusal(error), field.get(reason.partition("_")[0]))
        if not reason:
            self._session.failed.emit("plan", error)


class NewPlanDialog(PlanDialog):
    """Asks for name and description, and makes the plan in the service.

    Where one platform has it and the other failed, the verb makes up for that: it is not made
    twice.
    """

    def __init__(self, session: Session, app: App, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("NewPlanDialog", "New plan")
        verb = QCoreApplication.translate("NewPlanDialog", "Create the plan")
        super().__init__(session, app, title, verb, parent)
        self._made: Plan | None = None
        self.add_description()
        self.left = plain("warn")
        self.left.setObjectName("plan.left")
        self.left.hide()
        self.lines.addWidget(self.left)
        self.by_id = QPushButton(self.tr("Add it by its ID…"))
        self.by_id.setObjectName("plan.by_id")
        self.by_id.setProperty("kind", "link")
        self.by_id.setAutoDefault(False)
        self.by_id.clicked.connect(self._on_by_id)
        self.by_id.hide()
        self.lines.addWidget(self.by_id)
        self.finished.connect(self._on_finished)
        desk = session.desk
        if desk is not None:
            session.run(desk.plan_book.left_today(app.id), self, self._on_left, _ignore)

    def request(self) -> Coroutine[Any, Any, Plan]:
        desk = self._session.desk
        assert desk is not None  # asked before
        if self._made is not None:
            return desk.plan_book.finish(self._made.id)
        return desk.plan_book.create(self._app.id, self.name.text(), self.said())

    def refused(self, error: BaseException) -> None:
        super().refused(error)
        unknown = getattr(error, "reason", "") == "unknown"
        self._made = getattr(error, "plan", None) or self._made
        self.by_id.setVisible(unknown and self._made is None)
        if unknown:
            # A held Enter key must not make it a second time.
            self.do.setDefault(False)
            self.do.setAutoDefault(False)
        if self._made is not None:
            # It has its words now; the page of plans changes them.
            self.name.setReadOnly(True)
            if self.description is not None:
                self.description.setReadOnly(True)
            platform = str(getattr(error, "platform", "") or "")
            self.do.setText(self.tr("Finish on {0}").format(PLATFORMS.get(platform, "")))
            # Asked again it would be made twice, if it is there after all.
            self.do.setVisible(not unknown)
        self.fit()

    def _on_left(self, left: int) -> None:
        self.left.setText(left_words(left))
        self.left.setVisible(bool(left_words(left)))
        self.fit()

    @Slot()
    def _on_by_id(self) -> None:
        name = self.name.text()
        self.reject()
        self.known_asked.emit(name)

    @Slot(int)
    def _on_finished(self, code: int) -> None:
        if self._made is not None and not code:
            self.plan_kept.emit(self._made)


class KnownPlanDialog(PlanDialog):
    """Asks for the name and the ID of a plan made in the console: TPNS cannot list them.

    `ids`: of a request that was imported, by platform.
    """

    def __init__(
        self,
        session: Session,
        app: App,
        parent: QWidget | None = None,
        name: str = "",
        ids: dict[str, str] | None = None,
    ) -> None:
        title = QCoreApplication.translate("KnownPlanDialog", "Add a plan you already have")
        verb = QCoreApplication.translate("KnownPlanDialog", "Add the plan")
        super().__init__(session, app, title, verb, parent)
        self.ids: dict[str, QLineEdit] = {}
        self.uses: dict[str, QLabel] = {}
        self._soon: dict[str, QTimer] = {}
        for platform in app.platforms:
            edit = QLineEdit()
            self.ids[platform] = edit
            self.add_field(
                f"plan.id.{platform}",
                self.tr("Plan ID for {0}").format(PLATFORMS[platform]),
                edit,
                self._id_hint(),
            )
            use = plain("ok")
            use.setObjectName(f"plan.use.{platform}")
            use.hide()
            self.uses[platform] = use
            self.lines.addWidget(use)
            soon = QTimer(self, singleShot=True, interval=_LOOK_MS)
            soon.timeout.connect(partial(self._look, platform))
            self._soon[platform] = soon
            edit.textChanged.connect(soon.start)
            edit.setText((ids or {}).get(platform, ""))
        self.name.setText(name)

    def request(self) -> Coroutine[Any, Any, Plan]:
        desk = self._session.desk
        assert desk is not None
        ids = {platform: edit.text().strip() or None for platform, edit in self.ids.items()}
        return desk.plan_book.add(
            self._app.id, self.name.text(), ids.get("android"), ids.get("ios")
        )

    def _id_hint(self) -> str:
        return self.tr("A number, shown in the TPNS console.")

    def _look(self, platform: str) -> None:
        desk, typed = self._session.desk, self.ids[platform].text().strip()
        if desk is not None:
            self._session.run(
                desk.plan_book.use_of(self._app.id, platform, typed),
                self,
                partial(self._on_use, platform, typed),
                _ignore,
            )

    def _on_use(self, platform: str, typed: str, use: IdUse) -> None:
        if typed != self.ids[platform].text().strip():
            return
        said = ""
        if use.plan is not None:
            said = QCoreApplication.translate(
                "Plans", "“{0}” in your book has this ID already."
            ).format(use.plan.name)
        elif use.pushes:
            said = QCoreApplication.translate(
                "Plans", "%Ln push(es) sent from here named it and come back with it.", None,
                use.pushes,
            )  # fmt: skip
        self._note(self.uses[platform], self.ids[platform], said, "warn" if use.plan else "ok")
        self.ids[platform].setAccessibleDescription(said or self._id_hint())
        self.uses[platform].setVisible(bool(said))
        self.fit()


class EditPlanDialog(PlanDialog):
    """Changes what a plan is called here, and takes the ID of a platform that lacks one."""

    def __init__(
        self, session: Session, app: App, plan: Plan, parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("EditPlanDialog", "Change “{0}”").format(plan.name)
        verb = QCoreApplication.translate("EditPlanDialog", "Save")
        super().__init__(session, app, title, verb, parent)
        self._plan = plan
        self.set_words(
            title,
            verb,
            self.tr(
                "These words are your own, in this program. TPNS keeps the words that the plan was "
                "made with."
            ),
        )
        self.add_description()
        self.name.setText(plan.name)
        if self.description is not None:
            self.description.setPlainText(plan.description)
        self.ids: dict[str, QLineEdit] = {}
        for platform in app.platforms:
            if plan.plan_id(platform) is None:
                self.ids[platform] = QLineEdit()
                self.add_field(
                    f"plan.id.{platform}",
                    self.tr("Plan ID for {0}, if it is there").format(PLATFORMS[platform]),
                    self.ids[platform],
                    self.tr("A number, shown in the TPNS console."),
                )

    def request(self) -> Coroutine[Any, Any, Plan]:
        desk = self._session.desk
        assert desk is not None
        ids = {platform: edit.text() for platform, edit in self.ids.items()}
        return desk.plan_book.edit(self._plan.id, self.name.text(), self.said(), ids)


def _ignore(_error: BaseException) -> None:
    """For what is nice to know and changes nothing when it is not known."""
