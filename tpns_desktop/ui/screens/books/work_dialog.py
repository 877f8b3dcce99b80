"""Tags, accounts and attributes of one test device: looked at, and changed one by one.

Every change is asked for in a dialog that says what will happen, and its end is told as truly as it
is known. The service lists no tags of a device, so those that were set from here stand in their
place.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.model.unseen import shown
from tpns_desktop.ui.forms.editors import ChoiceEditor, LineEditor
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.chips import ChipsInput
from tpns_desktop.ui.widgets.verb_dialog import VerbDialog, plain, session_ends
from tpns_desktop.ui.words.audience import account_type_choices, account_type_name, listed, quoted
from tpns_desktop.ui.words.device_work import (
    end_words,
    question,
    refused_words,
    work_words,
)
from tpns_desktop.ui.words.phone import short_token
from tpns_desktop.ui.words.results import ask_trouble

if TYPE_CHECKING:
    from tpns_desktop.model.device_calls import Account
    from tpns_desktop.send.device_work import Order, Work
    from tpns_desktop.store.devices import Device

_WIDTH, _HEIGHT = 680, 620
_LINES = 12


class WorkDialog(QDialog):
    """One device of the book."""

    def __init__(self, session: Session, device: Device, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._device = device
        self._busy = False
        self.asking: VerbDialog | None = None
        self.setObjectName("work")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("“{0}”: tags, accounts, attributes").format(device.name))
        self.resize(_WIDTH, _HEIGHT)
        self._build()
        self._read()

    def _build(self) -> None:
        heading = plain("card-title")
        heading.setText(self.windowTitle())
        hint = plain("muted")
        hint.setText(
            self.tr("What TPNS keeps of this phone, {0}. Each change is asked for first.").format(
                short_token(self._device.token)
            )
        )
        self.state = plain("")
        self.state.setObjectName("work.state")
        self.state.hide()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for card in (self._tag_card(), self._account_card(), self._attribute_card()):
            column.addWidget(card)
        self.log = plain("muted")
        self.log.setObjectName("work.log")
        log = Card(self.tr("Changed from here"))
        log.body.addWidget(self.log)
        column.addWidget(log)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        self.done_button = QPushButton(self.tr("Close"))
        self.done_button.setObjectName("work.close")
        self.done_button.setAutoDefault(False)
        self.done_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.setSpacing(8)
        whole.addWidget(heading)
        whole.addWidget(hint)
        whole.addWidget(self.state)
        whole.addWidget(area, 1)
        whole.addLayout(foot)

    def _tag_card(self) -> Card:
        card = Card(
            self.tr("Tags"),
            self.tr("TPNS can't list the tags of a phone. What was set from here stands below."),
        )
        self.tags = ChipsInput()
        self._label(card, self.tr("Which tags"), "work.tags", self.tags)
        self._buttons(
            card,
            ("tags_added", self.tr("Add…")),
            ("tags_removed", self.tr("Remove…")),
            ("tags_overwritten", self.tr("Replace all by these…")),
            ("tags_cleared", self.tr("Remove all…")),
        )
        return card

    def _account_card(self) -> Card:
        card = Card(self.tr("Accounts"))
        self.bound = plain("")
        self.bound.setObjectName("work.bound")
        card.body.addWidget(self.bound)
        self.account = LineEditor()
        self._label(card, self.tr("Account"), "work.account", self.account)
        self.account_type = ChoiceEditor()
        self.account_type.set_choices(account_type_choices())
        self.account_type.set_value("0")
        self._label(card, self.tr("Account type"), "work.account_type", self.account_type)
        self._buttons(
            card,
            ("accounts_overwritten", self.tr("Bind…")),
            ("accounts_removed", self.tr("Unbind…")),
            ("accounts_cleared", self.tr("Unbind all…")),
        )
        return card

    def _attribute_card(self) -> Card:
        card = Card(
            self.tr("Attributes"),
            self.tr("They fill the blanks of personal texts. Names are declared in the console."),
        )
        self.attributes = plain("")
        self.attributes.setObjectName("work.attributes")
        card.body.addWidget(self.attributes)
        self.name = LineEditor()
        self._label(card, self.tr("Name"), "work.name", self.name)
        self.value = LineEditor()
        self._label(card, self.tr("Value"), "work.value", self.value)
        self._buttons(
            card,
            ("attributes_set", self.tr("Set…")),
            ("attributes_removed", self.tr("Remove…")),
            ("attributes_cleared", self.tr("Remove all…")),
        )
        return card

    def _label(self, card: Card, text: str, name: str, editor: QWidget) -> None:
        editor.setObjectName(name)
        editor.setAccessibleName(text)
        label = QLabel(text)
        label.setBuddy(editor)
        card.body.addWidget(label)
        card.body.addWidget(editor)

    def _buttons(self, card: Card, *verbs: tuple[str, str]) -> None:
        line = QHBoxLayout()
        for verb, text in verbs:
            button = QPushButton(text)
            button.setObjectName(f"work.{verb}")
            button.setAccessibleName(f"{card.title_text()}: {text}")
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._on_verb, verb))
            line.addWidget(button)
        line.addStretch(1)
        card.body.addLayout(line)

    # Looking

    def _read(self) -> None:
        desk = self._session.desk
        if desk is None:
            return
        asking = self.tr("Asking TPNS…")
        self.bound.setText(asking)
        self.attributes.setText(asking)
        run, work, id = self._session.run, desk.device_work, self._device.id
        run(work.accounts(id), self, self._on_accounts, partial(self._on_unread, self.bound))
        run(
            work.attributes(id),
            self,
            self._on_attributes,
            partial(self._on_unread, self.attributes),
        )
        run(work.done(id), self, self._on_log, lambda _error: None)

    def _on_accounts(self, accounts: tuple[Account, ...]) -> None:
        named = [
            quoted(one.name)
            if one.account_type is None
            else f"{quoted(one.name)} ({account_type_name(one.account_type)})"
            for one in accounts
        ]
        self.bound.setText(
            self.tr("Bound now: {0}").format(listed(named))
            if named
            else self.tr("No account is bound to this phone, as far as TPNS tells.")
        )

    def _on_attributes(self, values: dict[str, str]) -> None:
        self.attributes.setText(
            "\n".join(f"{name} = {value}" for name, value in values.items())
            if values
            else self.tr("This phone has no attributes.")
        )

    def _on_unread(self, label: QLabel, error: BaseException) -> None:
        reason = str(getattr(error, "reason", ""))
        label.setText(ask_trouble(reason, getattr(error, "code", None)))

    def _on_log(self, works: list[Work]) -> None:
        lines = [work_words(work) for work in works[:_LINES]]
        self.log.setText("\n".join(lines) or self.tr("Nothing yet."))

    def reject(self) -> None:
        # How a change ends would be told to nobody; only the end of a person's session goes before.
        if not self._busy or session_ends():
            super().reject()

    def _wait(self, waiting: bool) -> None:
        self._busy = waiting
        self.done_button.setEnabled(not waiting)

    # Changing

    def _on_verb(self, verb: str, _checked: bool = False) -> None:
        if self._busy:
            return
        self._say("")
        order = self._order(verb)
        if isinstance(order, str):
            self._say(order, "error")
            return
        self.asking = OrderDialog(order, self._device.name, self)
        self.asking.accepted.connect(partial(self._change, order))
        self.asking.open()

    def _order(self, verb: Any) -> Order | str:
        """What is wanted, or what is missing for it."""
        from tpns_desktop.model.device_calls import Account
        from tpns_desktop.send.device_work import Order  # loaded by now, as the desk is

        if verb.endswith("_cleared"):
            return Order(verb)
        if verb.startswith("tags_"):
            self.tags.commit()
            tags = tuple(self.tags.values())
            return Order(verb, tags) if tags else refused_words("no_tag")
        if verb.startswith("accounts_"):
            name = self.account.text().strip()
            account = Account(name, int(self.account_type.value() or 0))
            return Order(verb, accounts=(account,)) if name else refused_words("no_account")
        name, value = self.name.text().strip(), self.value.text().strip()
        if not name:
            return refused_words("no_attribute")
        return (
            Order(verb, values={name: value}) if verb == "attributes_set" else Order(verb, (name,))
        )

    def _change(self, order: Order) -> None:
        desk = self._session.desk
        if desk is None:
            return
        self._wait(True)
        self._say(self.tr("Asking TPNS…"))
        self._session.run(
            desk.device_work.change(self._device.id, order), self, self._on_done, self._on_refused
        )

    def _on_done(self, work: Work) -> None:
        self._wait(False)
        good = work.outcome == "done"
        self._say(self.tr("The change: {0}.").format(end_words(work)), "" if good else "error")
        if good:
            self.tags.set_values([])
            for line in (self.account, self.name, self.value):
                line.clear()
        self._read()

    def _on_refused(self, error: BaseException) -> None:
        self._wait(False)
        self._say(refused_words(str(getattr(error, "reason", ""))), "error")
        if not getattr(error, "reason", ""):
            self._session.failed.emit("device_work", error)

    def _say(self, text: str, role: str = "") -> None:
        self.state.setText(text)
        self.state.setVisible(bool(text))
        if self.state.property("role") != role:
            self.state.setProperty("role", role)
            self.state.style().unpolish(self.state)
            self.state.style().polish(self.state)


class OrderDialog(VerbDialog):
    """Says what a change will do, and asks for it. Enter goes back."""

    def __init__(self, order: Order, device_name: str, parent: QWidget | None = None) -> None:
        super().__init__("order", parent)
        words = question(order, device_name)
        self.set_words(words.title, words.verb, words.happens)
        self.do.setDefault(False)
        self.do.setAutoDefault(False)
        self.back.setDefault(True)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)


class DeleteTagDialog(VerbDialog):
    """Takes one tag off every phone of an app, once the app's name is typed."""

    def __init__(
        self, session: Session, app_id: str, app_name: str, tag: str, parent: QWidget | None = None
    ) -> None:
        super().__init__("delete_tag", parent)
        self._session = session
        self._app_id = app_id
        self._tag = tag
        self._over = False
        self.set_words(
            self.tr("Take the tag “{0}” off every phone of {1}?").format(shown(tag), app_name),
            self.tr("Take it off every phone"),
            self.tr(
                "Every customer's phone that has this tag loses it, and the app's tag list does. "
                "TPNS does it a little later. It can't be undone: nobody keeps a list of the "
                "phones that had it. Pushes to this tag, also those scheduled already, then reach "
                "nobody."
            ),
        )
        self.typed = LineEditor()
        self.add_field(
            "delete_tag.name",
            self.tr("To do it, type the app's name: {0}").format(app_name),
            self.typed,
        )
        self.typed.setPlaceholderText(app_name)
        self.do.setProperty("kind", "danger")
        self.do.setDefault(False)
        self.do.setAutoDefault(False)
        self.back.setDefault(True)

    def act(self) -> None:
        if self._over:
            self.accept()
            return
        desk = self._session.desk
        if desk is None:
            return
        self.wait(True)
        self.show_error("")
        self._session.run(
            desk.device_work.delete_tags(self._app_id, [self._tag], self.typed.text()),
            self,
            self._on_done,
            self._on_refused,
        )

    def _on_done(self, ends: dict[str, Work]) -> None:
        from tpns_desktop.ui.words.device_work import ends_words

        self._over = True
        self.wait(False)
        self.typed.setEnabled(False)
        self.hint.setText(ends_words(ends))
        self.back.hide()
        self.do.setText(self.tr("Close"))
        self.do.setFocus(Qt.FocusReason.OtherFocusReason)
        self._session.batch_changed.emit("")  # the books are read anew
        self.fit()

    @Slot(object)
    def _on_refused(self, error: BaseException) -> None:
        self.wait(False)
        reason = str(getattr(error, "reason", ""))
        self.show_error(refused_words(reason), self.typed)
        if not reason:
            self._session.failed.emit("delete_tag", error)
