"""Choose a template, a signature or an SMS app of the book, or type one in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QWidget

from tpns_desktop.ui.screens.compose.sms_shelf import SmsShelf
from tpns_desktop.ui.screens.compose.sms_type_dialog import TypeDialog
from tpns_desktop.ui.theme.icons import icon
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.search_line import SearchLine
from tpns_desktop.ui.widgets.tab_order import follow
from tpns_desktop.ui.widgets.verb_dialog import VerbDialog, plain
from tpns_desktop.ui.words.numbers import time_of
from tpns_desktop.ui.words.sms_account import nothing_words, trouble_words
from tpns_desktop.ui.words.sms_book import Pick, app_pick, signature_pick, template_pick

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

    from tpns_desktop.send.desk import Desk
    from tpns_desktop.ui.screens.compose.sms_shelf import Held

WIDTH = 640
ROOM = 4 * 66 + 8
ROW_HEIGHT = {"template": 66, "signature": 46, "app": 46}
_SHAPES = {"ok": "ok", "warn": "warn", "danger": "danger", "neutral": "compose"}


class PickDialog(VerbDialog):
    """What can be used comes first; the rest says why it cannot.

    Signals:
    picked(str): the key of the row that is to be used; "" for "no signature".
    account_asked: the account of texts is to be set up.
    """

    picked = Signal(str)
    account_asked = Signal()

    def __init__(
        self, what: str, shelf: SmsShelf, chosen: str, parent: QWidget | None = None
    ) -> None:
        """`what`: "template", "signature" or "app"; `chosen`: what the draft names now."""
        super().__init__("sms.pick", parent)
        self.setMinimumWidth(WIDTH)
        self._what = what
        self._shelf = shelf
        self._chosen = chosen
        self._own = what == "app"
        self.search = SearchLine()
        self.rows = QListWidget()
        self.rows.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setFixedHeight(ROOM)
        self.rows.setIconSize(QSize(18, 18))
        self.state = plain("hint")
        self.state.setObjectName("sms.pick.state")
        self.refresh = self._button("refresh", self._on_refresh_clicked)
        self.type_in = self._button("type", self._on_type_clicked)
        self.change = self._button("change", self._on_change_clicked)
        self.remove = self._button("remove", self._on_remove_clicked)
        self.account = self._button("account", self._on_account_clicked)
        titles = {
            "template": (self.tr("Which template?"), self.tr("Templates")),
            "signature": (self.tr("Which signature?"), self.tr("Signatures")),
            "app": (self.tr("Which SMS app?"), self.tr("SMS apps")),
        }
        self.add_field("sms.pick.search", self.tr("Find by name, ID or words"), self.search)
        self.add_field("sms.pick.rows", titles[what][1], self.rows)
        self.set_words(titles[what][0], self.tr("Use it"), self._hint())
        self._lay_out()
        self.search.textChanged.connect(self._on_sought)
        self.rows.currentItemChanged.connect(self._on_selected)
        self.rows.itemActivated.connect(self.act)
        shelf.changed.connect(self._on_changed)
        self._asked = False
        if shelf.held is None:
            shelf.read()
        self._on_changed()

    def _button(self, name: str, slot: object) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"sms.pick.{name}")
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _hint(self) -> str:
        if self._own:
            return self.tr("No service lists SMS apps: those that were used or typed stand here.")
        return self.tr("Only approved ones can be sent with, and those that you typed in.")

    def _lay_out(self) -> None:
        self.refresh.setText(self.tr("Read balances") if self._own else self.tr("Refresh"))
        self.refresh.setIcon(icon("refresh"))
        signature = self._what == "signature"
        self.type_in.setText(self.tr("Type one in…") if signature else self.tr("Type an ID…"))
        self.change.setText(self.tr("Change…"))
        self.remove.setText(self.tr("Remove…"))
        self.account.setText(self.tr("Set up the account"))
        self.account.setProperty("kind", "link")
        tools = QHBoxLayout()
        tools.setSpacing(8)
        stops: list[QWidget] = [self.refresh, self.type_in, self.change, self.remove]
        for button in stops:
            tools.addWidget(button)
        tools.addStretch(1)
        self.lines.addLayout(tools)
        told = QHBoxLayout()
        told.addWidget(self.state, 1)
        told.addWidget(self.account)
        self.lines.addLayout(told)
        follow(self.rows, [*stops, self.account])

    @Slot()
    def _on_changed(self) -> None:
        self._show()
        held = self._shelf.held
        if held is None or self._asked:
            return
        # A book that nobody has read yet is read when it is opened, where that is possible.
        self._asked = True
        if self._can_ask(held) and not self._own and self._never_read(held):
            self._shelf.refresh()

    @staticmethod
    def _can_ask(held: Held) -> bool:
        return held.account is not None and held.account.ready

    @staticmethod
    def _never_read(held: Held) -> bool:
        books = (held.templates, held.signatures)
        return all(b is None or (b.read_at is None and not b.nothing_found) for b in books)

    # What is shown

    def _picks(self) -> list[Pick]:
        held = self._shelf.held
        if held is None:
            return []
        if self._own:
            return [app_pick(row) for row in held.apps]
        if self._what == "template":
            found = [template_pick(row) for row in held.templates.rows] if held.templates else []
        else:
            nothing = Pick(
                "",
                self.tr("No signature"),
                (self.tr("Only for texts outside the Chinese mainland."),),
                True,
            )
            rows = held.signatures.rows if held.signatures else ()
            found = [*(signature_pick(row) for row in rows), nothing]
        # What can be used first; otherwise in the book's own order.
        return sorted(found, key=lambda pick: not pick.usable)

    def _show(self) -> None:
        current = self._pick()
        wanted = (current.key, current.international) if current is not None else None
        sought = self.search.text().strip().casefold()
        self.rows.clear()
        for pick in self._picks():
            if sought not in pick.words.casefold():
                continue
            item = QListWidgetItem(
                icon(_SHAPES[pick.tone], "muted" if pick.tone == "neutral" else pick.tone),
                pick.words,
            )
            # As wide as the list: long lines are elided.
            item.setSizeHint(QSize(0, ROW_HEIGHT[self._what]))
            item.setToolTip(pick.words)
            item.setData(Qt.ItemDataRole.UserRole, pick)
            self.rows.addItem(item)
            chosen = bool(self._chosen) and pick.key == self._chosen
            here = (pick.key, pick.international) == wanted if wanted else chosen
            if here and self.rows.currentItem() is None:
                self.rows.setCurrentItem(item)
        if self.rows.currentItem() is None and self.rows.count():
            self.rows.setCurrentRow(0)
        self._on_selected()
        self._show_state()

    def _show_state(self) -> None:
        held, shelf = self._shelf.held, self._shelf
        self.refresh.setEnabled(held is not None and self._can_ask(held) and not shelf.busy)
        missing = held is not None and held.account is None
        self.account.setVisible(missing)
        self.account.setAccessibleName(self.account.text())
        self.state.setText(self._state(held))
        self.state.setVisible(bool(self.state.text()))
        self.fit()

    def _state(self, held: Held | None) -> str:
        if self._shelf.busy:
            return self.tr("Asking the account…")
        if held is None:
            return self.tr("Reading your book…")
        if self._own:
            failed = held.balance.trouble if held.balance is not None else None
            return trouble_words(failed) if failed is not None else ""
        if held.account is None:
            return self.tr(
                "Without a cloud account, type in what you use. With one, Settings ▸ Text messages "
                "lets this list fill itself."
            )
        book = held.templates if self._what == "template" else held.signatures
        if book is None:
            return ""
        said = []
        if book.trouble is not None:
            said.append(trouble_words(book.trouble))
        elif book.nothing_found:
            said.append(nothing_words(book.region, book.other_region))
        if book.read_at is not None:
            said.append(self.tr("Last read: {0}.").format(time_of(book.read_at)))
        return "\n".join(said)

    @Slot(str)
    def _on_sought(self, _text: str) -> None:
        self._show()
        count = self.rows.count()
        announce(self, QCoreApplication.translate("PickDialog", "%Ln found", None, count))

    def _pick(self) -> Pick | None:
        item = self.rows.currentItem()
        pick: Pick | None = None
        if item is not None:
            pick = item.data(Qt.ItemDataRole.UserRole)
        return pick

    @Slot()
    def _on_selected(self, *_items: object) -> None:
        pick = self._pick()
        self.do.setEnabled(pick is not None and pick.usable)
        row = pick is not None and pick.row is not None
        signature = self._what == "signature"
        self.change.setEnabled(row and pick is not None and (pick.typed or not signature))
        self.remove.setEnabled(row and pick is not None and (pick.typed or pick.gone))
        why = ""
        if pick is not None and not pick.usable:
            why = self.tr("This one can't be used. {0}").format(pick.status)
        self.show_error(why)

    # What is done

    def act(self) -> None:
        pick = self._pick()
        if pick is not None and pick.usable:
            self.picked.emit(pick.key)
            self.accept()

    @Slot()
    def _on_refresh_clicked(self) -> None:
        held = self._shelf.held
        if self._own and held is not None:
            self._shelf.read_balances(tuple(app.sms_app_id for app in held.apps))
        else:
            self._shelf.refresh()

    @Slot()
    def _on_type_clicked(self) -> None:
        sought = self.search.text().strip()
        named = self._what == "signature" or sought.isdigit()
        self._open_typing(TypeDialog(self._what, self._shelf, self, key=sought if named else ""))

    @Slot()
    def _on_change_clicked(self) -> None:
        self._open_typing(TypeDialog(self._what, self._shelf, self, known=self._pick()))

    def _open_typing(self, dialog: TypeDialog) -> None:
        dialog.kept.connect(self._on_kept)
        dialog.open()

    @Slot(str)
    def _on_kept(self, key: str) -> None:
        self.search.clear()
        for number in range(self.rows.count()):
            pick = self.rows.item(number).data(Qt.ItemDataRole.UserRole)
            if pick.key == key:
                self.rows.setCurrentRow(number)
                break
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_remove_clicked(self) -> None:
        pick = self._pick()
        if pick is None:
            return
        question = VerbDialog("sms.remove", self)
        question.set_words(
            self.tr("Remove “{0}” from your book?").format(pick.title),
            self.tr("Remove it"),
            self.tr("Only here: the SMS console keeps what it has. Drafts keep the ID."),
        )
        question.accepted.connect(partial(self._forget, pick))
        question.open()

    def _forget(self, pick: Pick) -> None:
        def change(desk: Desk) -> Coroutine[Any, Any, bool]:
            return desk.sms.remove(
                self._shelf.app_id, self._what, pick.key, international=pick.international
            )

        self._shelf.write(change, self._on_removed, self._on_not_removed)

    def _on_removed(self) -> None:
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_not_removed(self, _error: BaseException) -> None:
        self.show_error(self.tr("It could not be removed. Try again."))

    @Slot()
    def _on_account_clicked(self) -> None:
        self.reject()
        self.account_asked.emit()
