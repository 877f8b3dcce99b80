"""The Settings screen. It shows and collects; the window's owner acts on its signals."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop import __version__
from tpns_desktop.store.settings import HOLD_S_MAX, HOLD_UNTIL_I_SAY
from tpns_desktop.ui.i18n import LANGUAGES
from tpns_desktop.ui.screens.settings.help_card import HelpCard
from tpns_desktop.ui.screens.settings.network_card import NetworkCard
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.segmented import Segmented
from tpns_desktop.ui.widgets.tab_order import follow
from tpns_desktop.ui.words.apps import region_name
from tpns_desktop.ui.words.audience import PLATFORMS

if TYPE_CHECKING:
    from tpns_desktop.store.apps import App


class _Seconds(QSpinBox):
    """The wheel scrolls the page past it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class SettingsScreen(QScrollArea):
    """What a person prefers.

    Signals:
    language_chosen(str), look_chosen(str): take it into use and remember it.
    connect_asked: another app is to be connected.
    change_asked(App): name, region or keys of this app are to be changed.
    remove_asked(App): this app is to be removed.
    report_asked: a report for support is to be saved.
    """

    language_chosen = Signal(str)
    look_chosen = Signal(str)
    connect_asked = Signal()
    change_asked = Signal(object)
    remove_asked = Signal(object)
    report_asked = Signal()

    def __init__(self, session: Session, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._apps: Sequence[App] = ()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls with its focus
        inner = QWidget()
        inner.setMaximumWidth(820)
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(14)
        self.setWidget(inner)
        self.look_card, self.safety, self.apps_card, self.about = Card(), Card(), Card(), Card()
        self.network, self.help = NetworkCard(session), HelpCard()
        self.help.report_asked.connect(self.report_asked)
        for card in (
            self.look_card,
            self.safety,
            self.apps_card,
            self.network,
            self.help,
            self.about,
        ):
            column.addWidget(card)
        column.addStretch(1)

        self.language = Segmented()
        self.language.setObjectName("settings.language")
        self.language.set_choices(list(LANGUAGES.items()))
        self.language.set_value(language)
        self.language.chosen.connect(self.language_chosen)
        self.look = Segmented()
        self.look.setObjectName("settings.look")
        self.look.chosen.connect(self.look_chosen)
        self.language_label = self._labelled(self.look_card, self.language)
        self.look_label = self._labelled(self.look_card, self.look)

        self.hold = _Seconds()
        self.hold.setObjectName("settings.hold")
        self.hold.setRange(0, HOLD_S_MAX)
        self.hold.setMaximumWidth(140)
        self.hold_label = self._labelled(self.safety, self.hold)
        self.until_i_say = QCheckBox()
        self.until_i_say.setObjectName("settings.until_i_say")
        self.safety.body.addWidget(self.until_i_say)
        self._show_hold()
        self.hold.valueChanged.connect(self._on_hold_changed)
        self.until_i_say.toggled.connect(self._on_hold_changed)

        self._apps_box = QWidget()
        self.app_lines = QVBoxLayout(self._apps_box)
        self.app_lines.setContentsMargins(0, 0, 0, 0)
        self.app_lines.setSpacing(8)
        self.apps_card.body.addWidget(self._apps_box)
        self.connect_app = QPushButton()
        self.connect_app.setObjectName("settings.connect")
        self.connect_app.clicked.connect(self.connect_asked)
        line = QHBoxLayout()
        line.addWidget(self.connect_app)
        line.addStretch(1)
        self.apps_card.body.addLayout(line)
        self.version = QLabel()
        self.version.setProperty("role", "muted")
        self.about.body.addWidget(self.version)
        self.retranslate()

    def set_apps(self, apps: Sequence[App]) -> None:
        """List these apps."""
        self._apps = apps
        while (item := self.app_lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for app in apps:
            self.app_lines.addWidget(self._app_line(app))
        follow(self._apps_box, self._apps_box.findChildren(QPushButton))

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.look_card.set_texts(self.tr("Language and look"))
        self.language_label.setText(self.tr("Language"))
        self.language.setAccessibleName(self.tr("Language"))
        self.look_label.setText(self.tr("Look"))
        self.look.set_choices(
            [
                ("system", self.tr("As the system")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ]
        )
        self.look.set_value(self._session.settings.look)
        self.look.setAccessibleName(self.tr("Look"))
        self.safety.set_texts(
            self.tr("Safety"),
            self.tr(
                "A confirmed push waits for a moment, so that you can cancel it. A push to "
                "everyone waits for at least 30 seconds."
            ),
        )
        self.hold_label.setText(self.tr("Hold for"))
        self.hold.setAccessibleName(self.tr("Hold for, in seconds"))
        self.hold.setSuffix(self.tr(" s"))
        self.until_i_say.setText(self.tr("Wait until I press “Send now”"))
        self.apps_card.set_texts(self.tr("Apps"))
        self.connect_app.setText(self.tr("Connect another app…"))
        self.about.set_texts(self.tr("About"))
        self.version.setText(self.tr("TPNS Desktop {0}").format(__version__))
        self.set_apps(self._apps)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _labelled(self, card: Card, widget: QWidget) -> QLabel:
        label = QLabel()
        label.setBuddy(widget)
        card.body.addWidget(label)
        card.body.addWidget(widget)
        return label

    def _app_line(self, app: App) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        systems = " · ".join(PLATFORMS[platform] for platform in app.platforms)
        where = self.tr("practice") if app.practice else region_name(app.access_point)
        line.addWidget(QLabel(f"{app.name} — {systems} · {where}"), 1)
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

    def _show_hold(self) -> None:
        hold = self._session.settings.hold_s
        manual = hold == HOLD_UNTIL_I_SAY
        with QSignalBlocker(self.hold), QSignalBlocker(self.until_i_say):
            self.until_i_say.setChecked(manual)
            self.hold.setEnabled(not manual)
            if not manual:
                self.hold.setValue(int(hold))

    @Slot()
    def _on_hold_changed(self) -> None:
        manual = self.until_i_say.isChecked()
        self.hold.setEnabled(not manual)
        settings = self._session.settings
        settings.hold_s = HOLD_UNTIL_I_SAY if manual else str(self.hold.value())
        self._session.save_settings()
