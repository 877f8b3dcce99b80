"""The page *Why did this phone not get it?*: a question, and all that is known as an answer.

Owns which phone is asked about and how the answer is laid out. What can be asked, and what an
answer means, is the desk's and `words.phone`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.screens.books.book_model import RECORD_ROLE, BookModel
from tpns_desktop.ui.screens.books.phone_finding import FindingCard
from tpns_desktop.ui.screens.books.phone_form import PhoneForm
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.record_table import ROW_HEIGHT, RecordTable
from tpns_desktop.ui.widgets.verb_dialog import plain
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.numbers import when, when_inside
from tpns_desktop.ui.words.phone import short_token
from tpns_desktop.ui.words.results import ask_trouble

if TYPE_CHECKING:
    from tpns_desktop.send.one_phone import PhonePush, PhoneQuestion, PhoneStory
    from tpns_desktop.send.results import Batch
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.devices import Device

_ROWS_SHOWN = 8


class PushesModel(BookModel):
    """Over `PhonePush`."""

    def headers(self) -> Sequence[str]:
        return [self.tr("Push"), self.tr("When"), self.tr("Phone"), self.tr("Made")]

    def text(self, row: PhonePush, column: int) -> str:
        if column == 0:
            return row.title or self.tr("ID {0}").format(row.push_id)
        if column == 1:
            return when(row.at) if row.at is not None else "–"
        if column == 2:
            return f"{PLATFORMS.get(row.platform, '')} {short_token(row.token)}"
        return self.tr("Here") if row.batch_id is not None else self.tr("Elsewhere")

    def found_by(self, row: PhonePush) -> str:
        return row.title


class PhoneScreen(QWidget):
    """Asks and answers.

    Signals:
        batch_asked(str): the person wants to see the result of this push, or to go back to it.
        back_asked: back to the book of devices.
    """

    batch_asked = Signal(str)
    back_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._story: PhoneStory | None = None
        self._batch: Batch | None = None
        self._turn = 0
        self.cards: list[FindingCard] = []
        self.setObjectName("phone")
        self._build()
        session.app_changed.connect(self._on_app_changed)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._on_back)
        self._show_words()

    def _build(self) -> None:
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._subtitle = plain("muted")
        self.back = QPushButton()
        self.back.setObjectName("phone.back")
        self.back.clicked.connect(self._on_back)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self._title)
        titles.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.addLayout(titles, 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self.about = Banner("accent")
        self.about.setObjectName("phone.about")
        self.about.hide()
        self.form = PhoneForm()
        self.form.asked.connect(self._on_asked)
        self.state = plain("muted")
        self.state.setObjectName("phone.state")
        self.trouble = Banner("warn")
        self.trouble.hide()
        self._answers = QVBoxLayout()
        self._answers.setSpacing(10)
        self.model = PushesModel(self)
        self.table = RecordTable(RECORD_ROLE)
        self.table.setObjectName("phone.pushes")
        self.table.setModel(self.model)
        self.table.set_widths({1: 170, 2: 190, 3: 110}, 0)
        self.table.opened.connect(self._on_opened)
        self.today = Card()
        self.today.body.addWidget(self.table)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addLayout(head)
        for widget in (self.about, self.form, self.state, self.trouble):
            column.addWidget(widget)
        column.addLayout(self._answers)
        column.addWidget(self.today)
        column.addStretch(1)
        page = QScrollArea()
        page.setWidgetResizable(True)
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self._show_story(None)

    # What is asked

    def begin(self, device: Device | None = None, batch: Batch | None = None) -> None:
        """A new question: about this device, or why this push did not come."""
        self._batch = batch
        self.form.set_batch(batch.id if batch is not None else None)
        self._show_story(None)
        self._read_devices()
        self.form.by_device()
        if batch is not None and batch.audience_kind == "account":
            self.form.choose_account(batch.audience)
        if device is not None:
            self.form.choose(device)
            self.form.ask()
        self._show_words()
        self.form.look.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_app_changed(self, _app: App | None) -> None:
        self.form.set_devices([])
        self.begin()

    def _read_devices(self) -> None:
        desk, app = self._session.desk, self._session.app
        if desk is not None and app is not None:
            self._session.run(desk.devices(app.id), self, partial(self._on_devices, app.id))

    def _on_devices(self, app_id: str, devices: list[Device]) -> None:
        if self._session.app is not None and self._session.app.id == app_id:
            self.form.set_devices(devices)
            if not devices:
                kind = self._batch.audience_kind if self._batch is not None else ""
                self.form.without_devices("token" if kind == "device" else "account")

    @Slot()
    def _on_back(self) -> None:
        if self._batch is not None:
            self.batch_asked.emit(self._batch.id)
        else:
            self.back_asked.emit()

    @Slot(object)
    def _on_asked(self, question: PhoneQuestion) -> None:
        desk, app = self._session.desk, self._session.app
        if desk is None or app is None:
            return
        self._turn += 1
        self._show_story(None)
        self.form.look.setEnabled(False)
        self.state.setText(self.tr("Asking TPNS…"))
        self._session.run(
            desk.one_phone.look(app.id, question),
            self,
            partial(self._on_story, self._turn),
            partial(self._on_failed, self._turn),
        )

    def _on_story(self, turn: int, story: PhoneStory) -> None:
        if turn == self._turn:
            self.form.look.setEnabled(True)
            self._show_story(story)
            announce(self, self.state.text())

    def _on_failed(self, turn: int, error: BaseException) -> None:
        if turn != self._turn:
            return
        self.form.look.setEnabled(True)
        self.state.clear()
        self.trouble.set_text(
            ask_trouble(str(getattr(error, "reason", "")), getattr(error, "code", None))
        )
        self.trouble.show()

    # What is answered

    def _show_story(self, story: PhoneStory | None) -> None:
        self._story = story
        self.trouble.hide()
        for card in self.cards:
            self._answers.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [FindingCard(finding) for finding in story.findings] if story else []
        for card in self.cards:
            self._answers.addWidget(card)
        pushes = list(story.pushes) if story is not None else []
        self.model.show_rows(pushes)
        self.today.setVisible(bool(pushes))
        rows = min(len(pushes), _ROWS_SHOWN) + 1
        self.table.setFixedHeight(rows * ROW_HEIGHT + 8)
        self.state.setText(
            self.tr("Looked at {0}.").format(when_inside(story.asked_at))
            if story is not None
            else ""
        )

    @Slot(object)
    def _on_opened(self, push: PhonePush) -> None:
        if push.batch_id is not None:
            self.batch_asked.emit(push.batch_id)

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
            for card in self.cards:
                card.show_words()
            self.model.refresh_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self._title.setText(self.tr("Why did this phone not get it?"))
        self._subtitle.setText(
            self.tr("TPNS is asked what it knows of one phone. Nothing is sent or changed.")
        )
        self.back.setText(
            self.tr("Back to the result")
            if self._batch is not None
            else self.tr("Back to the devices")
        )
        self.about.setVisible(self._batch is not None)
        if self._batch is not None:
            self.about.set_text(
                self.tr("About the push “{0}”, {1}.").format(
                    self._batch.title, when_inside(self._batch.when)
                )
            )
        self.today.set_texts(
            self.tr("Today's pushes for this phone"),
            self.tr("By TPNS. Enter opens the result of one that was made here."),
        )
        self.table.setAccessibleName(self.tr("Today's pushes for this phone"))
        if self._story is not None:
            self.state.setText(self.tr("Looked at {0}.").format(when_inside(self._story.asked_at)))
