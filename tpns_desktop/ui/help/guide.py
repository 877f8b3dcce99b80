"""The ways to the help, and back: F1 anywhere, the "?" of a card or of the window, Esc.

In the window the help stands beside the screen; where there is no room for it, and over a dialog
that has to be answered first, it is a small window of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from tpns_desktop.ui.help.places import topic_of
from tpns_desktop.ui.widgets.help_button import add_help
from tpns_desktop.ui.window import NARROW, MainWindow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tpns_desktop.ui.help.panel import HelpPanel
    from tpns_desktop.ui.widgets.card import Card

_SHORTCUT = "help.keys"


class Guide(QObject):
    """Made once, with the window.

    Signal `tips_asked`: the tips of the first lesson are to be shown again.
    """

    tips_asked = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.panel: HelpPanel | None = None
        self.dialog: QDialog | None = None
        self._came_from: QWidget | None = None
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), window)
        keys.activated.connect(self.ask)
        window.help.clicked.connect(self.ask_for_screen)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def add_to(self, cards: Mapping[str, Card], topics: Mapping[str, str]) -> None:
        """Give cards their "?"; `topics`: key of a card → topic."""
        for key, topic in topics.items():
            add_help(cards[key], topic).asked.connect(self.show_topic)

    # Opening

    @Slot()
    def ask(self) -> None:
        """Show the topic of the place that has the focus."""
        focused = QApplication.focusWidget()
        if self.panel is not None and focused is not None and self.panel.isAncestorOf(focused):
            return
        self.show_topic(topic_of(focused, self._window.current_screen))

    @Slot()
    def ask_for_screen(self) -> None:
        """Show the topic of the screen, or put the help away if it is open."""
        if self.panel is not None and self.panel.isVisible():
            self.close()
        else:
            self.show_topic(topic_of(None, self._window.current_screen))

    @Slot(str)
    def show_topic(self, topic: str) -> None:
        """Show a topic where there is room for it."""
        self._came_from = QApplication.focusWidget()
        modal = QApplication.activeModalWidget()
        if modal is not None:
            if modal is not self.dialog:
                self._open_dialog(modal, topic)
        elif self._window.width() < NARROW:
            self._open_dialog(self._window, topic)
        else:
            self._open_panel(topic)

    def _open_panel(self, topic: str) -> None:
        from tpns_desktop.ui.help.panel import WIDTH, HelpPanel  # few open it, and later

        if self.panel is None:
            self.panel = HelpPanel()
            self.panel.setFixedWidth(WIDTH)
            self.panel.closed.connect(self.close)
            self.panel.tips_asked.connect(self._on_tips_asked)
            self.panel.offer_tips()
            self._window.set_side(self.panel)
        self.panel.show()
        self.panel.show_topic(topic)
        self.panel.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_dialog(self, parent: QWidget, topic: str) -> None:
        from tpns_desktop.ui.help.panel import WIDTH, HelpPanel

        dialog = QDialog(parent)
        dialog.setObjectName("help.dialog")
        dialog.setWindowTitle(self.tr("Help"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        panel = HelpPanel(dialog)
        panel.closed.connect(dialog.reject)
        if parent is self._window:  # over a dialog there is no way to the tips
            panel.tips_asked.connect(dialog.reject)
            panel.tips_asked.connect(self._on_tips_asked)
            panel.offer_tips()
        column = QVBoxLayout(dialog)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        room = parent.screen().availableGeometry()
        dialog.resize(WIDTH + 60, min(620, room.height() - 40))
        panel.show_topic(topic)
        dialog.finished.connect(self._on_dialog_finished)
        self.dialog = dialog
        dialog.open()
        panel.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Closing

    @Slot()
    def close(self) -> None:
        """Put the help away; the focus goes back to where it was asked from."""
        if self.panel is not None and self.panel.isVisible():
            back = self._came_from
            self.panel.hide()
            if back is not None and shiboken6.isValid(back) and back.isVisible():
                back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None

    @Slot()
    def _on_tips_asked(self) -> None:
        self.close()
        self.tips_asked.emit()

    @Slot()
    def _on_dialog_finished(self) -> None:
        self.dialog = None

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """F1 of the window does not reach a dialog, so each gets its own when it comes up."""
        dialog = now.window() if now is not None else None
        if not isinstance(dialog, QDialog) or dialog.objectName() == "help.dialog":
            return
        if dialog.findChild(QShortcut, _SHORTCUT) is None:
            keys = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), dialog)
            keys.setObjectName(_SHORTCUT)
            keys.activated.connect(self.ask)
