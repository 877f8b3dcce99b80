"""The page *Lists & tags*: the lists, the book of tags and the book of test devices, as tabs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tpns_desktop.ui.screens.books.devices_page import DevicesPage
from tpns_desktop.ui.screens.books.tags_page import TagsPage
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.segmented import Segmented


class BooksScreen(QWidget):
    """One of three tabs at a time; the lists are a screen of their own and come from outside.

    Signal `phone_asked(Device | None)`: see `DevicesPage`.
    """

    phone_asked = Signal(object)

    def __init__(self, session: Session, lists: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("books")
        self.lists = lists
        self.tags = TagsPage(session)
        self.devices = DevicesPage(session)
        self.devices.phone_asked.connect(self.phone_asked)
        self._tabs = {"lists": lists, "tags": self.tags, "devices": self.devices}
        self.tabs = Segmented()
        self.tabs.setObjectName("books.tabs")
        self.tabs.chosen.connect(self.show_tab)
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 24, 0)
        head.addWidget(self.tabs)
        head.addStretch(1)
        self._pages = QStackedWidget()
        for page in self._tabs.values():
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        self._show_words()
        self.show_tab("lists")

    @Slot(str)
    def show_tab(self, key: str) -> None:
        """Show "lists", "tags" or "devices"."""
        self.tabs.set_value(key)
        self._pages.setCurrentWidget(self._tabs[key])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self.tabs.set_choices(
            [
                ("lists", self.tr("Lists")),
                ("tags", self.tr("Tags")),
                ("devices", self.tr("Test devices")),
            ]
        )
        self.tabs.setAccessibleName(self.tr("Lists & tags"))
