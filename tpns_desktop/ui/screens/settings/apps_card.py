"""The card *Apps*: what is connected, and the ways to change that."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.tab_order import follow
from tpns_desktop.ui.words.apps import region_name
from tpns_desktop.ui.words.audience import PLATFORMS

if TYPE_CHECKING:
    from tpns_desktop.store.apps import App


class AppsCard(Card):
    """A line an app.

    Signals:
    connect_asked: another app is to be connected.
    change_asked(App): name, region or keys of this app are to be changed.
    remove_asked(App): this app is to be removed.
    """

    connect_asked = Signal()
    change_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._apps: Sequence[App] = ()
        self._box = QWidget()
        self.lines = QVBoxLayout(self._box)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(8)
        self.body.addWidget(self._box)
        self.connect_app = QPushButton()
        self.connect_app.setObjectName("settings.connect")
        self.connect_app.clicked.connect(self.connect_asked)
        line = QHBoxLayout()
        line.addWidget(self.connect_app)
        line.addStretch(1)
        self.body.addLayout(line)
        self.retranslate()

    def set_apps(self, apps: Sequence[App]) -> None:
        """List these apps."""
        self._apps = apps
        while (item := self.lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for app in apps:
            self.lines.addWidget(self._line(app))
        follow(self._box, self._box.findChildren(QPushButton))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(self.tr("Apps"))
        self.connect_app.setText(self.tr("Connect another app…"))
        self.set_apps(self._apps)

    def _line(self, app: App) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        systems = " · ".join(PLATFORMS[platform] for platform in app.platforms)
        where = self.tr("practice") if app.practice else region_name(app.access_point)
        said = QLabel(f"{app.name} — {systems} · {where}")
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        line.addWidget(said, 1)
        if not app.practice:
            change = QPushButton(self.tr("Change…"))
            change.setObjectName(f"settings.change.{app.id}")
            change.setAccessibleName(self.tr("Change {0}…").format(app.name))
            change.clicked.connect(partial(self._on_change_clicked, app))
            line.addWidget(change)
            remove = QPushButton(self.tr("Remove…"))
            remove.setObjectName(f"settings.remove.{app.id}")
            remove.setAccessibleName(self.tr("Remove {0}…").format(app.name))
            remove.clicked.connect(partial(self._on_remove_clicked, app))
            line.addWidget(remove)
        return row

    def _on_change_clicked(self, app: App, _checked: bool = False) -> None:
        self.change_asked.emit(app)

    def _on_remove_clicked(self, app: App, _checked: bool = False) -> None:
        self.remove_asked.emit(app)
