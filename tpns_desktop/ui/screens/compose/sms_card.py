"""Card 4: the text message that follows where the push did not get through. Off by default."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.forms.editors import CheckEditor, ChoiceEditor, DurationEditor
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.forms.titles import hint_of
from tpns_desktop.ui.screens.compose.sms_boxes import SmsBoxes
from tpns_desktop.ui.screens.compose.sms_bubble import SmsBubble
from tpns_desktop.ui.screens.compose.sms_picker import PickEditor
from tpns_desktop.ui.screens.compose.sms_shelf import SmsShelf
from tpns_desktop.ui.screens.compose.sms_values import ValuesEditor
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.words.sms_account import account_words
from tpns_desktop.ui.words.sms_book import (
    app_title,
    balance_words,
    signature_note,
    template_note,
    template_title,
)

if TYPE_CHECKING:
    from tpns_desktop.send.examination import Examination
    from tpns_desktop.send.sms_facts import SmsText

NARROW = 700
"""Below this width of the card, signature and SMS app stand below the template."""
PATHS = {"template": "sms.template_id", "signature": "sms.sign_name", "app": "sms.app_id"}


class SmsCard(Card):
    """Switch, trigger, wait, template, signature, app and the template's values.

    Signals:
    fix_asked(Finding): a box's button mends this.
    setup_asked: show what must be ready before a text can follow a push.
    account_asked: show where the account of texts is set up.
    book_changed: the book of texts is another one; the checks have to read it anew.
    """

    fix_asked = Signal(object)
    setup_asked = Signal()
    account_asked = Signal()
    book_changed = Signal()

    def __init__(self, fields: Fields, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", "", 4, parent)
        self._fields = fields
        self._binding = fields.binding
        self._narrow = False
        self._wrong: list[str] = []
        self.shelf = SmsShelf(session, self)
        self.on = CheckEditor()
        on_field = fields.add(self.body, "sms.on", self.on)
        on_field.label.hide()
        self.details = QWidget()
        self._column = QVBoxLayout(self.details)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._build_sentence()
        self._build_pickers()
        self.values = ValuesEditor()
        self._values_field = fields.add(self._column, "sms.params", self.values)
        self.bubble = SmsBubble()
        self._column.addWidget(self.bubble)
        self.boxes = SmsBoxes()
        self.boxes.fix_asked.connect(self.fix_asked)
        self.boxes.balance_asked.connect(self._on_balance_asked)
        self._column.addWidget(self.boxes)
        self._build_links()
        self.body.addWidget(self.details)
        self._binding.edited.connect(self._on_draft_edited)
        self._binding.replaced.connect(self._on_replaced)
        self.shelf.changed.connect(self._show_book)
        self.shelf.rewritten.connect(self.book_changed)
        session.opened.connect(self._read)
        self.retranslate()
        self._on_replaced()

    def _build_sentence(self) -> None:
        """Wait and trigger in a line: "After 1 hour send it if nobody tapped the push"."""
        self._before, self._between = QLabel(), QLabel()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._before)
        self.delay = DurationEditor()
        self.delay.number.setObjectName("sms.delay_s.number")
        self.delay.unit.setObjectName("sms.delay_s.unit")
        delay = self._fields.add(line, "sms.delay_s", self.delay)
        line.addWidget(self._between)
        self.trigger = ChoiceEditor()
        self.trigger.setMinimumContentsLength(18)
        trigger = self._fields.add(line, "sms.trigger", self.trigger)
        line.addStretch(1)
        self._column.addLayout(line)
        # In a sentence the words around it are the label, and what is said of it has a line below.
        for field in (delay, trigger):
            field.label.hide()
            self._column.addWidget(field.note)

    def _build_pickers(self) -> None:
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._column.addLayout(self._grid)
        self.template, self.sign, self.app = PickEditor(), PickEditor(), PickEditor()
        editors = {"template": self.template, "signature": self.sign, "app": self.app}
        for what, editor in editors.items():
            editor.asked.connect(partial(self._on_pick_asked, what))
            self._fields.add(self._grid, PATHS[what], editor)
        self._place_pickers()

    def _build_links(self) -> None:
        self.changed = Banner("warn")
        self.changed.setObjectName("sms.changed")
        self.changed.set_dismissible(True)
        self.changed.hide()
        self._column.insertWidget(0, self.changed)
        self.account = Banner("neutral")
        self.account.setObjectName("sms.account")
        self.account.add_action("sms.account.set_up", self._account_verb, self.account_asked.emit)
        self.account.hide()
        self._column.addWidget(self.account)
        self.setup = QPushButton()
        self.setup.setObjectName("sms.setup")
        self.setup.setProperty("kind", "link")
        self.setup.clicked.connect(self.setup_asked)
        self._column.addWidget(self.setup, 0, Qt.AlignmentFlag.AlignLeft)

    def _place_pickers(self) -> None:
        fields = [self._fields.field(path) for path in PATHS.values()]
        for field in fields:
            self._grid.removeWidget(field)
        if self._narrow:
            places = ((0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1))
        else:
            places = ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1))
        for field, place in zip(fields, places, strict=True):
            self._grid.addWidget(field, *place)
        for column, stretch in enumerate((1, 1, 0) if self._narrow else (4, 3, 3)):
            self._grid.setColumnStretch(column, stretch)

    # What is told from outside

    def set_app(self) -> None:
        """Another app was chosen: its book is another one."""
        self.shelf.forget()
        self.changed.hide()
        self._read()

    def show_text(self, made: SmsText | None) -> None:
        """Show how the text of the draft will read, None while nobody knows its template."""
        self.bubble.show_text(made)

    def show_examination(self, examination: Examination, made: SmsText | None) -> None:
        """Show what the texts cost and whether they come in closed hours."""
        self.show_text(made)
        self.boxes.show_examination(examination, made)
        delay = self._fields.field("sms.delay_s")
        if delay.error and delay.error == self.boxes.hours_text:
            delay.set_error("")  # the box says it, and mends it

    def show_changed(self, said: str, *, stops: bool) -> None:
        """Say above the form what was found as Review was asked for; "" takes it away.

        `stops`: whether a person has to look at it first.
        """
        self.changed.set_tone("danger" if stops else "neutral")
        self.changed.set_text(said, announce=True)
        self.changed.setVisible(bool(said))

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(
            self.tr("Text message backup"),
            self.tr("If the push doesn't get through, send a text message"),
        )
        self.on.setText(self.tr("Send a text message if the push doesn't get through"))
        # "After 1 hour send it if the push hasn't arrived"
        self._before.setText(self.tr("After"))
        self._between.setText(self.tr("send it if"))
        self.trigger.set_choices(
            [
                ("0", self.tr("notifications are off")),
                ("1", self.tr("the push hasn't arrived")),
                ("2", self.tr("nobody tapped the push")),
            ]
        )
        self.trigger.set_value(self._binding.value("sms.trigger"))
        self.delay.set_unit_words(self.tr("minutes"), self.tr("hours"), self.tr("days"))
        self.delay.unit.setAccessibleName(self.tr("Unit of the wait"))
        self.template.setPlaceholderText(self.tr("Choose a template"))
        self.sign.setPlaceholderText(self.tr("Choose a signature"))
        self.app.setPlaceholderText(self.tr("Choose an SMS app"))
        self.setup.setText(self.tr("What must be ready first?"))
        self.values.retranslate()
        self._show_switch()
        self._show_book()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self._place_pickers()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()  # the account may have been set up meanwhile

    def _account_verb(self) -> str:
        return self.tr("Set up the account")

    # The draft

    @Slot(str)
    def _on_draft_edited(self, path: str) -> None:
        if path == "sms.on":
            self._show_switch()
            self._read()
        elif path in PATHS.values():
            self._show_book()
        elif path == "sms.params":
            self._show_spare()

    @Slot()
    def _on_replaced(self) -> None:
        self.changed.hide()
        self._show_switch()
        self._show_book()
        self._read()

    @Slot()
    def _read(self) -> None:
        if self._binding.value("sms.on"):
            self.shelf.read()

    def _show_switch(self) -> None:
        on = self._binding.value("sms.on")
        self.details.setVisible(on)
        if on:
            self.set_badge(self.tr("On"), "ok")
        else:
            self.set_badge(self.tr("Off"), "neutral")

    # The book

    @Slot()
    def _show_book(self) -> None:
        held = self.shelf.held
        ids = {what: str(self._binding.value(path) or "") for what, path in PATHS.items()}
        template = held.template(ids["template"].strip()) if held is not None else None
        named = held.named(ids["signature"].strip()) if held is not None else ()
        app = held.app(ids["app"].strip()) if held is not None else None
        self.template.show_chosen(
            ids["template"], template_title(template) if template is not None else ""
        )
        self.sign.show_chosen(ids["signature"], "")
        self.app.show_chosen(ids["app"], app_title(app) if app is not None else "")
        missing = self.tr("Not in your book: its words and status are not known.")
        away = held is not None
        self._say(
            "template",
            template_note(template) if template is not None else missing if away else "",
            ids,
        )
        unknown = self.tr("Not in your book: whether it is approved is not known.")
        self._say("signature", signature_note(named) or (unknown if away else ""), ids)
        self._say(
            "app",
            _capital(balance_words(app.balance, app.balance_at))
            if app is not None
            else self.tr("Not in your book.")
            if away
            else "",
            ids,
        )
        self.values.set_template(template)
        # Nothing to fill in or to read before there is a template.
        begun = bool(ids["template"].strip())
        self._values_field.setVisible(begun or bool(self._binding.value("sms.params")))
        self.bubble.setVisible(begun)
        self._show_spare()
        self.boxes.show_book(held, ids["app"].strip(), busy=self.shelf.busy)
        account = held.account if held is not None else None
        practice = account is not None and account.practice
        self.account.setVisible(
            held is not None and not practice and not (account and account.ready)
        )
        self.account.set_text(account_words(account))

    def _say(self, what: str, said: str, ids: dict[str, str]) -> None:
        path = PATHS[what]
        chosen = ids[what].strip()
        self._fields.field(path).set_hint(said if chosen and said else hint_of(path))

    def _show_spare(self) -> None:
        count, blanks = self.values.spare, self.values.blanks
        if count:
            said = self.tr("The template has fewer blanks: what you typed is kept below.")
        elif blanks == 0:
            said = self.tr("This template has no blanks.")
        else:
            said = "" if blanks else hint_of("sms.params")
        self._values_field.set_hint(said)

    def _on_pick_asked(self, what: str) -> None:
        from tpns_desktop.ui.screens.compose.sms_pick_dialog import PickDialog

        dialog = PickDialog(what, self.shelf, str(self._binding.value(PATHS[what])), self)
        dialog.picked.connect(partial(self._on_picked, what))
        dialog.account_asked.connect(self.account_asked)
        dialog.open()

    def _on_picked(self, what: str, key: str) -> None:
        editor = {"template": self.template, "signature": self.sign, "app": self.app}[what]
        editor.choose(key)
        self.changed.hide()
        if what == "template":
            self._fit_values()
        elif what == "app":
            held = self.shelf.held
            ready = held is not None and held.account is not None and held.account.ready
            app = held.app(key) if held is not None else None
            if ready and app is not None and app.balance is None:
                self._on_balance_asked()

    def _fit_values(self) -> None:
        """One value a blank: as many as the template has, and none that was typed is lost."""
        self._binding.set_value("sms.params", self.values.fitted())
        self._fields.show_value("sms.params")
        self._show_spare()
        if self.values.spare:
            announce(self, self._values_field.note.text())

    @Slot()
    def _on_balance_asked(self) -> None:
        self.shelf.read_balances((str(self._binding.value("sms.app_id")).strip(),))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
