"""The attributes that a Chat app declares: ten places, each with a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from tpns_desktop.ui.forms.editors import ChoiceEditor, LineEditor
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.deliberate_dialog import DeliberateDialog, said
from tpns_desktop.ui.widgets.verb_dialog import plain
from tpns_desktop.ui.words.chat_codes import chat_refusal_words
from tpns_desktop.ui.words.chat_people import names_line, over_long, refused_words
from tpns_desktop.ui.words.numbers import when
from tpns_desktop.ui.words.results import ask_trouble

if TYPE_CHECKING:
    from tpns_desktop.store.chat_apps import ChatApp, NamesRead

SLOTS = 10


class NamesCard(Card):
    """Signal `names_shown(object)`: the names known now, or None."""

    names_shown = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._app: ChatApp | None = None
        self._read: NamesRead | None = None
        self._trouble: tuple[str, int | None] | None = None
        self._asking = False
        self.dialog: NamesDialog | None = None
        self.setObjectName("users.names_card")
        self.known = plain("")
        self.known.setObjectName("users.known")
        self.age = plain("hint")
        self.read = self._button("read_names", self._on_read)
        self.change = self._button("change_names", self._on_change)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        for button in (self.read, self.change):
            foot.addWidget(button)
        foot.addStretch(1)
        self.body.addWidget(self.known)
        self.body.addWidget(self.age)
        self.body.addLayout(foot)
        self.retranslate()

    def _button(self, name: str, slot: Any) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"users.{name}")
        button.clicked.connect(slot)
        return button

    def show_app(self, app: ChatApp | None) -> None:
        """The names of this app; what was asked about another one's is dropped."""
        same = self._app is None or (app is not None and app.id == self._app.id)
        if not same and self.dialog is not None and self.dialog.isVisible():
            self.dialog.reject()
        self._app, self._read, self._trouble = app, None, None
        desk = self._session.desk
        if desk is not None and app is not None:
            asking = desk.chat.names(app.id)
            self._session.run(asking, self, partial(self._on_names, app.id), self._on_trouble)
        self._show()

    @Slot()
    def _on_read(self) -> None:
        desk, app = self._session.desk, self._app
        if desk is not None and app is not None:
            self._asking, self._trouble = True, None
            self._show()
            asking = desk.chat.refresh_names(app.id)
            self._session.run(asking, self, partial(self._on_names, app.id), self._on_trouble)

    def _on_names(self, app_id: str, read: NamesRead | None) -> None:
        if self._app is None or self._app.id != app_id:
            return
        self._asking, self._read = False, read
        self._show()
        self.names_shown.emit(None if read is None else list(read.names.values()))

    def _on_trouble(self, error: BaseException) -> None:
        self._asking = False
        reason = str(getattr(error, "reason", ""))
        if reason:
            self._trouble = (reason, getattr(error, "code", None))
        else:
            self._session.failed.emit("chat_names", error)
        self._show()

    @Slot()
    def _on_change(self) -> None:
        app, read = self._app, self._read
        if app is None or read is None:
            return
        self.dialog = NamesDialog(app, read.names, self.window())
        self.dialog.accepted.connect(partial(self._set, app, self.dialog))
        self.dialog.open()

    def _set(self, app: ChatApp, dialog: NamesDialog) -> None:
        desk = self._session.desk
        if desk is None or self._app is None or self._app.id != app.id:
            return
        self._asking, self._trouble = True, None
        self._show()
        setting = desk.chat.set_names(app.id, dialog.changed(), dialog.types())
        self._session.run(setting, self, partial(self._on_names, app.id), self._on_trouble)

    def _show(self) -> None:
        read = self._read
        if self._asking:
            self.known.setText(self.tr("Asking the Chat service…"))
        elif self._trouble is not None:
            reason, code = self._trouble
            words = chat_refusal_words(code) if reason == "refused" else None
            self.known.setText(
                f"{words.happened} {words.to_do}"
                if words is not None
                else ask_trouble(reason, code)
            )
        elif read is None:
            self.known.setText(self.tr("Nobody has read yet which attributes this app declares."))
        elif not read.names:
            self.known.setText(self.tr("This app declares no attributes yet."))
        else:
            self.known.setText(names_line(read.names))
        self.age.setText(self.tr("Read: {0}").format(when(read.at)) if read is not None else "")
        self.age.setVisible(read is not None)
        self.read.setEnabled(self._app is not None and not self._asking)
        self.change.setEnabled(read is not None and not self._asking)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.set_texts(
            self.tr("Attribute names"),
            self.tr("Ten at most for the whole app. A user has one value of each, or none."),
        )
        self.read.setText(self.tr("Read them now"))
        self.change.setText(self.tr("Change the names…"))
        self._show()


class NamesDialog(DeliberateDialog):
    """Ten lines for names; asked deliberately, since they count for the whole app."""

    def __init__(
        self, app: ChatApp, names: Mapping[int, str], parent: QWidget | None = None
    ) -> None:
        super().__init__("users.names_dialog", danger=not app.practice, parent=parent)
        self._before = dict(names)
        newer = app.dialect != "all_member_push"
        self.lines.addWidget(
            said(
                "",
                self.tr(
                    "Names count for the whole app and everybody who pushes with it. A name may be "
                    "50 bytes long; a Chinese character is 3."
                ),
            )
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        self.editors: list[LineEditor] = []
        self.kinds: list[ChoiceEditor] = []
        for slot in range(SLOTS):
            text = self.tr("Attribute {0}").format(slot)
            editor = LineEditor()
            editor.setObjectName(f"users.names_dialog.{slot}")
            editor.setAccessibleName(text)
            editor.set_value(names.get(slot, ""))
            editor.textChanged.connect(self._check)
            label = QLabel(text)
            label.setBuddy(editor)
            grid.addWidget(label, slot, 0)
            grid.addWidget(editor, slot, 1)
            self.editors.append(editor)
            if newer:
                kind = ChoiceEditor()
                kind.setObjectName(f"users.names_dialog.{slot}.kind")
                kind.setAccessibleName(self.tr("Attribute {0} is kept for").format(slot))
                kind.set_choices([("0", self.tr("users")), ("1", self.tr("devices"))])
                kind.set_value("0")
                kind.setEnabled(slot not in names)
                grid.addWidget(kind, slot, 2)
                self.kinds.append(kind)
        self.lines.addLayout(grid)
        if newer:
            self.lines.addWidget(
                said(
                    "hint",
                    self.tr(
                        "Whether an attribute is kept for users or for devices is settled with its "
                        "name and can't be changed later."
                    ),
                )
            )
        self.warning = said("warn")
        self.warning.setObjectName("users.names_dialog.warning")
        self.trouble = said("error")
        self.trouble.setObjectName("users.names_dialog.trouble")
        self.lines.addWidget(self.warning)
        self.lines.addWidget(self.trouble)
        self.set_words(
            self.tr("Which attributes does {0} have?").format(app.name), self.tr("Set the names")
        )
        self._check()

    def changed(self) -> dict[int, str]:
        """Slots with another name than before."""
        return {
            slot: name
            for slot, name in enumerate(self._names())
            if name and name != self._before.get(slot, "")
        }

    def types(self) -> dict[int, int] | None:
        """Of the new ones: 0 for users, 1 for devices; None where the app has no such thing."""
        if not self.kinds:
            return None
        return {
            slot: int(self.kinds[slot].value() or 0)
            for slot in self.changed()
            if slot not in self._before
        }

    def _names(self) -> Sequence[str]:
        return [editor.value().strip() for editor in self.editors]

    @Slot()
    def _check(self) -> None:
        names, changed = self._names(), self.changed()
        renamed = [self._before[slot] for slot in changed if slot in self._before]
        self.warning.setText(
            self.tr(
                "What becomes of the values that users have under a name that is changed is not "
                "documented. Changed: {0}."
            ).format(", ".join(renamed))
        )
        self.warning.setVisible(bool(renamed))
        trouble = over_long(names)
        filled = [name for name in names if name]
        twice = next((name for name in filled if filled.count(name) > 1), None)
        emptied = [name for slot, name in self._before.items() if not names[slot]]
        if not trouble and twice is not None:
            trouble = refused_words("twice", twice)
        if not trouble and emptied:
            trouble = self.tr("A name can be changed, not taken away: {0}.").format(
                ", ".join(emptied)
            )
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.allow(bool(changed) and not trouble)
        self.fit()
