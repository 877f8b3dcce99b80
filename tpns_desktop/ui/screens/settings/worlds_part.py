"""The part *World* of the card Practice: begin afresh, save it under a name, go on with one.

It shows and collects; the window's owner acts on its signals.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.widgets.tab_order import follow
from tpns_desktop.ui.words.numbers import when_inside

if TYPE_CHECKING:
    from tpns_desktop.send.practice_worlds import SavedWorld


class WorldsPart(QWidget):
    """Two buttons, and a line for each world that was saved.

    Signals:
    fresh_asked, save_asked: begin anew, or keep the world as it stands.
    open_asked(SavedWorld), rename_asked(SavedWorld), remove_asked(SavedWorld): of this one.
    """

    fresh_asked = Signal()
    save_asked = Signal()
    open_asked = Signal(object)
    rename_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worlds: Sequence[SavedWorld] = ()
        self.save = QPushButton()
        self.save.setObjectName("worlds.save")
        self.save.clicked.connect(self.save_asked)
        self.fresh = QPushButton()
        self.fresh.setObjectName("worlds.fresh")
        self.fresh.clicked.connect(self.fresh_asked)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.fresh)
        buttons.addStretch(1)
        self._box = QWidget()
        self._lines = QVBoxLayout(self._box)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(buttons)
        column.addWidget(self._box)
        self._show_words()

    def show_worlds(self, worlds: Sequence[SavedWorld]) -> None:
        """List these."""
        self._worlds = worlds
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for world in worlds:
            self._lines.addWidget(self._line(world))
        self._box.setVisible(bool(worlds))
        follow(self._box, self._box.findChildren(QPushButton))

    def _line(self, world: SavedWorld) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        pushes = QCoreApplication.translate("WorldsPart", "%Ln push(es)", None, world.pushes)
        told = self.tr("Saved {0} · {1}").format(when_inside(world.saved_at), pushes)
        for text, role in ((world.name, ""), (told, "hint")):
            said = QLabel(text)
            said.setTextFormat(Qt.TextFormat.PlainText)
            said.setWordWrap(True)
            said.setProperty("role", role)
            words.addWidget(said)
        line.addLayout(words, 1)
        for key, text, name, signal in (
            ("open", self.tr("Open…"), self.tr("Open {0}…"), self.open_asked),
            ("rename", self.tr("Rename…"), self.tr("Rename {0}…"), self.rename_asked),
            ("remove", self.tr("Remove…"), self.tr("Remove {0}…"), self.remove_asked),
        ):
            button = QPushButton(text)
            button.setObjectName(f"worlds.{key}.{world.id}")
            button.setAccessibleName(name.format(world.name))
            button.clicked.connect(partial(signal.emit, world))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self.save.setText(self.tr("Save this world…"))
        self.fresh.setText(self.tr("Begin afresh…"))
        self.show_worlds(self._worlds)
