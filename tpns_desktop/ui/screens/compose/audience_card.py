"""Card 1: who gets the push. Nothing is chosen until a person chooses."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.forms.editors import SegmentEditor
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.screens.compose.reach_reader import ReachReader
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.tab_order import made_behind
from tpns_desktop.ui.words.audience import (
    counted_accounts,
    device_words,
    repeats_removed,
    tag_sentence,
)
from tpns_desktop.ui.words.lists import counted as counted_in_list
from tpns_desktop.ui.words.reach import (
    everyone_source,
    everyone_words,
    tag_lines,
    trouble_line,
)

if TYPE_CHECKING:
    from tpns_desktop.send.audiences import Reach
    from tpns_desktop.send.examination import AudienceSummary, Examination
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.devices import Device
    from tpns_desktop.store.lists import ListRow
    from tpns_desktop.store.tag_book import Tag
    from tpns_desktop.ui.screens.compose.account_page import AccountPage
    from tpns_desktop.ui.screens.compose.device_page import DevicePage
    from tpns_desktop.ui.screens.compose.file_panel import FilePanel
    from tpns_desktop.ui.screens.compose.tag_builder import TagBuilder
    from tpns_desktop.ui.session import Session


class AudienceCard(Card):
    """Complete once `finish` has made its pages, which nobody sees before a choice is made.

    Signals:
    examples_asked: the person wants made-up targets of the practice service.
    book_asked: the person wants to see the device book.
    counted(Reach): how many devices there are is known, or known anew.
    answered: the service was asked for it, and its answer also said what time it is there.
    list_changed: what is known of the chosen list changed, for the checks.
    """

    examples_asked = Signal()
    book_asked = Signal()
    counted = Signal(object)
    answered = Signal()
    list_changed = Signal()

    tags: TagBuilder
    accounts: AccountPage
    devices: DevicePage
    file: FilePanel

    def __init__(
        self,
        fields: Fields,
        session: Session,
        parent: QWidget | None = None,
        *,
        staged: bool = False,
    ) -> None:
        """`staged`: `finish` is called later, after the first paint."""
        super().__init__("", "", 1, parent)
        self._fields = fields
        self._session = session
        self._app: App | None = None
        self._summary: AudienceSummary | None = None
        self._reach: Reach | None = None
        self._unread = False
        self.numbers = ReachReader(fields.binding, session, self)
        self.numbers.known.connect(self._on_reach)
        self.numbers.answered.connect(self.answered)
        self.numbers.failed.connect(self._on_unread)

        self.kind = SegmentEditor()
        kind_field = fields.add(self.body, "audience.kind", self.kind)
        kind_field.label.hide()

        self.everyone = Banner("danger")
        self._pages: dict[str, QWidget] = {"all": self.everyone}
        self._places = QVBoxLayout()
        self._places.addWidget(self.everyone)
        self.body.addLayout(self._places)

        self.read_back = QFrame()
        self.read_back.setProperty("banner", "ok")
        self.sentence = QLabel()
        self.sentence.setObjectName("audience.sentence")
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        inside = QHBoxLayout(self.read_back)
        inside.setContentsMargins(14, 8, 14, 8)
        inside.addWidget(self.sentence)
        self.body.addWidget(self.read_back)
        foot = QHBoxLayout()
        self.reach = QLabel()
        self.reach.setObjectName("audience.reach")
        self.reach.setTextFormat(Qt.TextFormat.PlainText)
        self.reach.setWordWrap(True)
        self.reach.setProperty("role", "muted")
        self.examples = QPushButton()
        self.examples.setObjectName("audience.examples")
        self.examples.setProperty("kind", "link")
        self.examples.clicked.connect(self.examples_asked)
        self.read_again = QPushButton()
        self.read_again.setObjectName("audience.read_again")
        self.read_again.setProperty("kind", "link")
        self.read_again.clicked.connect(self.numbers.ask_again)
        foot.addWidget(self.reach, 1)
        foot.addWidget(self.read_again, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.examples, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(foot)

        fields.binding.edited.connect(self._on_draft_edited)
        fields.binding.replaced.connect(self._show_page)
        fields.binding.examined.connect(self._on_examined)
        session.opened.connect(self._read_books)
        session.batch_changed.connect(self._read_books)  # a confirmed push uses its tags
        self.retranslate()
        self._show_page()
        if not staged:
            self.finish()

    def finish(self) -> None:
        """Make the page of each kind of audience; once, and before an app is chosen."""
        from tpns_desktop.ui.screens.compose.account_page import AccountPage
        from tpns_desktop.ui.screens.compose.device_page import DevicePage
        from tpns_desktop.ui.screens.compose.file_panel import FilePanel
        from tpns_desktop.ui.screens.compose.tag_builder import TagBuilder

        fields, session = self._fields, self._session
        with made_behind(self.everyone):
            self.tags = TagBuilder(fields.binding)
            self.accounts = AccountPage(fields, session)
            self.accounts.list_made.connect(self._on_list_made)
            self.devices = DevicePage(fields, session)
            self.devices.list_made.connect(self._on_list_made)
            self.devices.book_asked.connect(self.book_asked)
            self.file = FilePanel(fields, session)
            self.file.list_changed.connect(self.list_changed)
            self._pages |= {
                "tag": self.tags,
                "account": self.accounts,
                "file": self.file,
                "device": self.devices,
            }
            for page in self._pages.values():
                page.setVisible(False)
                self._places.addWidget(page)
        self._show_page()

    @property
    def finished(self) -> bool:
        """Whether all pages are there."""
        return "file" in self._pages

    def set_app(self, app: App | None) -> None:
        """Speak of this app; offer practice examples only in practice."""
        self._app = app
        self._reach = None
        self._unread = False
        if self.finished:
            self.file.set_app(app)
            self.tags.set_book(None)
            self.devices.named.set_devices(())
        self._read_books()
        self._show_page()
        self.numbers.set_app(app)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(
            self.tr("Who gets it"), self.tr("Choose the people or devices this push goes to")
        )
        self.kind.set_choices(
            [
                ("all", self.tr("Everyone")),
                ("tag", self.tr("By tag")),
                ("account", self.tr("A few accounts")),
                ("file", self.tr("A file of accounts")),
                ("device", self.tr("Devices")),
            ]
        )
        self.examples.setText(self.tr("Use practice examples"))
        self.read_again.setText(self.tr("Count again"))
        self.read_again.setAccessibleDescription(
            self.tr("Asks TPNS anew how many devices there are; sends nothing")
        )
        self._show_texts()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_books()  # they may have been changed on their own page

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _read_books(self, _batch_id: str = "") -> None:
        desk, app = self._session.desk, self._app
        if desk is not None and app is not None:
            self._session.run(desk.tags(app.id), self, partial(self._on_tags, app.id))
            self._session.run(desk.devices(app.id), self, partial(self._on_devices, app.id))

    def _on_tags(self, app_id: str, tags: list[Tag]) -> None:
        if self._app is not None and app_id == self._app.id:
            self.tags.set_book(tags)

    def _on_devices(self, app_id: str, devices: list[Device]) -> None:
        if self._app is not None and app_id == self._app.id:
            self.devices.named.set_devices(devices)

    @Slot(object)
    def _on_list_made(self, row: ListRow) -> None:
        binding = self._fields.binding
        push_type = binding.value("audience.account.push_type")
        platform = binding.value("audience.device.platform")
        self.file.take(row)
        changes = {"audience.kind": "file"}
        if row.kind == "account":
            changes["audience.file.push_type"] = push_type
        elif platform is not None:
            changes["audience.file.platform"] = platform
        for path, value in changes.items():
            binding.set_value(path, value)
            self._fields.show_value(path)
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def make_list(self) -> None:
        """Make a list of the typed accounts, and have the push go to that."""
        self.accounts.make_list()

    @Slot(str)
    def _on_draft_edited(self, path: str) -> None:
        if path == "audience.kind":
            self._show_page()

    def _show_page(self) -> None:
        kind = self._fields.binding.value("audience.kind")
        for key, page in self._pages.items():
            page.setVisible(key == kind)
        # A file is an example of its own, see its panel.
        practice = self._app is not None and self._app.practice
        self.examples.setVisible(practice and kind != "file")
        self._show_texts()

    @Slot(object)
    def _on_examined(self, examination: Examination) -> None:
        self._summary = examination.audience
        self.numbers.look()
        self._show_texts()

    @Slot(object)
    def _on_reach(self, reach: Reach) -> None:
        self._reach = reach
        self._unread = self._unread and reach.stale
        self._show_texts()
        self.counted.emit(reach)

    @Slot()
    def _on_unread(self) -> None:
        self._unread = True
        self._show_texts()

    def _show_texts(self) -> None:
        name = self._app.name if self._app is not None else ""
        self.everyone.set_text(everyone_words(name, self._reach))
        self.read_again.setVisible(self._fields.binding.value("audience.kind") in ("all", "tag"))
        said = self._tag_words()
        self.sentence.setText(said)
        self.read_back.setVisible(bool(said))
        text, badge = self._reach_words()
        self.reach.setText(text)
        self.set_badge(badge, "accent")

    def _tag_words(self) -> str:
        """The chosen tags read back, empty for every other audience."""
        summary = self._summary
        kind = self._fields.binding.value("audience.kind")
        if summary is None or kind != "tag" or summary.kind != kind:
            return ""
        return tag_sentence(summary.groups)

    def _reach_words(self) -> tuple[str, str]:
        summary = self._summary
        kind = self._fields.binding.value("audience.kind")
        if summary is None or summary.kind != kind:
            return "", ""
        trouble = [trouble_line()] if self._unread else []
        if kind == "all":
            lines = [everyone_source(self._reach), *trouble]
            return "\n".join(line for line in lines if line), self.tr("Everyone")
        if kind == "tag":
            if not self._tag_words():
                return self.tr("Add at least one tag."), ""
            return "\n".join([*tag_lines(self._reach), *trouble]), ""
        if kind == "file" and summary.file is not None:
            if self.file.row is None or not self.file.row.usable:
                return "", ""
            counted = counted_in_list(str(summary.file["kind"]), summary.count or 0)
            return self.tr("{0} · exact, from {1}").format(counted, summary.file["name"]), counted
        if kind in ("account", "device") and summary.count:
            counted = counted_accounts(summary.count)
            said = counted
            if kind == "device":
                counted = device_words(summary.count, ())
                said = device_words(summary.count, summary.named)
            repeats = ""
            if summary.repeats:
                repeats = " · " + repeats_removed(summary.repeats)
            return said + repeats + " · " + self.tr("exact, as typed"), counted
        return "", ""
