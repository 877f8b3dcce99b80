"""The phones of practice beside the result of a push: what stands on them, and a tap on one.

Owns when they are asked for: once a second while they are on the screen, until nothing more happens
to any of them. A real push has no phones here, nor one of an earlier practice service.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tpns_desktop.ui.forms.act_out import ActOut
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.phone_wall import PhoneWall, WallPicture
from tpns_desktop.ui.widgets.segmented import Segmented
from tpns_desktop.ui.words.phone_wall import changes, clock_words, pictures

if TYPE_CHECKING:
    from tpns_desktop.model.phone_wall import PhonesSeen
    from tpns_desktop.send.results import Batch
    from tpns_desktop.ui.background import Handle

_STEP_MS = 1000
_AFTER_TROUBLE_MS = 4000


class WallPart(QFrame):
    """`show_batch` shows the phones of a push, or nothing.

    Signals:
        tapped: a tap was counted; the figures of the push have one more.
    """

    tapped = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._batch: Batch | None = None
        self._seen: PhonesSeen | None = None
        self._pictures: list[tuple[str, WallPicture]] = []
        self._asking: Handle | None = None
        self._news = self._lost = False
        self.setObjectName("result.wall")
        self.setProperty("role", "card")
        self._title = QLabel()
        self._title.setProperty("role", "card-title")
        self.head_layout = QHBoxLayout()
        """Room for what else belongs at the head of the card, before the switch."""
        self.head_layout.setSpacing(12)
        self.head_layout.addWidget(self._title)
        self.head_layout.addStretch(1)
        self.act = ActOut(session, "result.act")
        self.head_layout.addWidget(self.act)
        # With its words to come: Tab is to find its segments before the phones.
        self.place = Segmented([("lock", ""), ("shade", "")])
        self.place.setObjectName("wall.place")
        self.place.chosen.connect(self._on_place_chosen)
        self.head_layout.addWidget(self.place)
        self._about = QLabel()
        self._about.setObjectName("wall.about")
        self._about.setProperty("role", "hint")
        self._about.setWordWrap(True)
        self.wall = PhoneWall()
        self.wall.pressed.connect(self._on_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 18)
        column.setSpacing(8)
        column.addLayout(self.head_layout)
        column.addWidget(self._about)
        column.addWidget(self.wall)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)
        self.hide()
        self._show_words()
        self.place.set_value("lock")

    def show_batch(self, batch: Batch | None) -> None:
        """Show the phones of this push; None: of no push."""
        if batch is None or self._batch is None or batch.id != self._batch.id:
            self._forget()
        self._batch = batch
        if batch is not None and batch.practice:
            # What is being answered may be what was before this.
            self._news = self._asking is not None
            self._ask()

    @property
    def following(self) -> bool:
        """Whether the phones are being asked for, or will be in a moment."""
        return self._asking is not None or self._timer.isActive()

    @property
    def settled(self) -> bool:
        """Whether nothing more happens on the phones by itself."""
        return self._seen is not None and self._seen.settled

    def _forget(self) -> None:
        self._timer.stop()
        if self._asking is not None:
            self._asking.cancel()
        self._asking = self._seen = None
        self._pictures, self._news, self._lost = [], False, False
        self.hide()

    # Asking

    @Slot()
    def _ask(self) -> None:
        desk, batch = self._session.desk, self._batch
        page = self.parentWidget()
        seen = page is not None and page.isVisible()
        if desk is None or batch is None or self._asking is not None or not seen:
            return
        self._timer.stop()
        self._asking = self._session.run(
            desk.phone_wall.look(batch.id),
            self,
            partial(self._on_seen, batch.id),
            partial(self._on_failed, batch.id),
        )

    @Slot(str)
    def _on_pressed(self, phone: str) -> None:
        desk, batch = self._session.desk, self._batch
        if desk is None or batch is None or not self.wall.phones[phone].picture.tappable:
            return
        if self._asking is not None:
            self._asking.cancel()
        self._timer.stop()
        self._asking = self._session.run(
            desk.phone_wall.tap(batch.id, phone),
            self,
            partial(self._on_tapped, batch.id),
            partial(self._on_failed, batch.id),
        )

    def _on_tapped(self, batch_id: str, seen: PhonesSeen | None) -> None:
        self._on_seen(batch_id, seen)
        if seen is not None and self._batch is not None and batch_id == self._batch.id:
            self.tapped.emit()

    def _on_seen(self, batch_id: str, seen: PhonesSeen | None) -> None:
        if self._batch is None or batch_id != self._batch.id:
            return
        self._asking, self._lost = None, False
        self._seen = seen
        if seen is not None and not seen.settled:
            self._timer.start(_STEP_MS)
        self._show()
        self.setVisible(seen is not None and bool(seen.phones))
        if self._news:
            self._news = False
            self._ask()

    def _on_failed(self, batch_id: str, _error: BaseException) -> None:
        if self._batch is None or batch_id != self._batch.id:
            return
        self._asking, self._lost = None, True
        if self._seen is not None:
            self._show()
        self._timer.start(_AFTER_TROUBLE_MS)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.settled and not self._timer.isActive():
            self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        # Nobody looks: what happens meanwhile is there when somebody does.
        self._timer.stop()
        super().hideEvent(event)

    # What is shown

    @Slot(str)
    def _on_place_chosen(self, _place: str) -> None:
        self._show()

    def _show(self) -> None:
        batch, seen = self._batch, self._seen
        if batch is None or seen is None:
            return
        app = self._session.app
        colour = app.colour if app is not None and app.id == batch.app_id else ""
        before, self._pictures = self._pictures, pictures(seen, batch, batch.app_name, colour)
        self.wall.show_pictures(self._pictures, shade=self.place.value() == "shade")
        self._about.setText(self._about_words(batch, seen))
        announce(self, changes(before, self._pictures))

    def _about_words(self, batch: Batch, seen: PhonesSeen) -> str:
        if self._lost:
            return self.tr("The practice service does not answer. The phones show what was last.")
        if all(one.state == "idle" for one in seen.phones):
            return self.tr("Six phones of the practice world. What is sent appears on them.")
        if seen.settled:
            about = self.tr("Six phones of the practice world. Nothing more happens by itself.")
        else:
            about = self.tr("Six phones of the practice world. Click a notification to tap it.")
        clock = self.tr("Practice clock {0}.").format(clock_words(seen.now, batch.when))
        if seen.pace != 1:
            clock = self.tr("Practice clock {0}, time runs {1} times faster.").format(
                clock_words(seen.now, batch.when), f"{seen.pace:g}"
            )
        return f"{about} {clock}"

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self._title.setText(self.tr("Phones"))
        self.setAccessibleName(self._title.text())
        self.place.setAccessibleName(self.tr("What the phones show"))
        self.place.set_choices(
            [("lock", self.tr("Lock screen")), ("shade", self.tr("Notification list"))]
        )
        self._show()
