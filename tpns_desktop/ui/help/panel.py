"""The panel of the help: a search, the topics, and one topic's text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.help.topics import TOPICS, found
from tpns_desktop.ui.theme.icons import icon
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.search_line import SearchLine

WIDTH = 340
_ROWS = 6
_ROW_HEIGHT = 31


class HelpPanel(QFrame):
    """Shows one topic at a time.

    Signals:
    closed: Esc or the cross was pressed.
    tips_asked: the first tips are to be shown again; offered once `offer_tips` was called.
    """

    closed = Signal()
    tips_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.setProperty("role", "panel")
        self._topic = next(iter(TOPICS))
        self._heading = QLabel()
        self._heading.setProperty("role", "card-title")
        self.close_button = QToolButton()
        self.close_button.setObjectName("help.close")
        self.close_button.setIcon(icon("cross"))
        self.close_button.clicked.connect(self.closed)
        self.search = SearchLine()
        self.search.setObjectName("help.search")
        self.search.textChanged.connect(self._on_search)
        self.list = QListWidget()
        self.list.setObjectName("help.topics")
        self.list.setProperty("role", "sections")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(_ROWS * _ROW_HEIGHT)
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.nothing = QLabel()
        self.nothing.setObjectName("help.nothing")
        self.nothing.setProperty("role", "muted")
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self.title = QLabel()
        self.title.setObjectName("help.title")
        self.title.setProperty("role", "card-title")
        self.title.setWordWrap(True)
        self.text = QTextBrowser()
        self.text.setObjectName("help.text")
        self.text.setProperty("role", "plain")
        self.text.document().setDocumentMargin(2)
        self.text.setTabChangesFocus(True)
        self.tips = QPushButton()
        self.tips.setObjectName("help.tips")
        self.tips.setProperty("kind", "link")
        self.tips.clicked.connect(self.tips_asked)
        self.tips.hide()
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        column.addWidget(self.title)
        column.addWidget(self.text, 1)
        column.addWidget(self.tips, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_words()

    def show_topic(self, key: str) -> None:
        """Show this topic among all of them, and say its title aloud."""
        self._topic = key if key in TOPICS else next(iter(TOPICS))
        with QSignalBlocker(self.search):
            self.search.clear()
        self._list_topics()
        announce(self, TOPICS[self._topic].said_title())

    @property
    def topic(self) -> str:
        """Key of the topic that is shown."""
        return self._topic

    def offer_tips(self) -> None:
        """Offer to show the first tips again."""
        self.tips.show()

    # What a person does

    @Slot(str)
    def _on_search(self, _text: str) -> None:
        self._list_topics()

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current_changed(self, now: QListWidgetItem | None, _before: object) -> None:
        if now is not None:
            self._topic = str(now.data(Qt.ItemDataRole.UserRole))
            self._show_text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # What is shown

    def _list_topics(self) -> None:
        topics = found(self.search.text())
        with QSignalBlocker(self.list):
            self.list.clear()
            for topic in topics:
                item = QListWidgetItem(topic.said_title())
                item.setData(Qt.ItemDataRole.UserRole, topic.key)
                item.setSizeHint(QSize(0, _ROW_HEIGHT))
                self.list.addItem(item)
        keys = [topic.key for topic in topics]
        self.nothing.setVisible(not keys)
        for part in (self.title, self.text):
            part.setVisible(bool(keys))
        if keys:
            self.list.setCurrentRow(keys.index(self._topic) if self._topic in keys else 0)
            self._on_current_changed(self.list.currentItem(), None)

    def _show_text(self) -> None:
        topic = TOPICS[self._topic]
        self.title.setText(topic.said_title())
        self.text.setPlainText(topic.said_text())
        self.text.setAccessibleName(topic.said_title())
        self.text.setAccessibleDescription(topic.said_text())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self._heading.setText(self.tr("Help"))
        self.setAccessibleName(self.tr("Help"))
        self.close_button.setAccessibleName(self.tr("Close the help"))
        self.close_button.setToolTip(self.tr("Close the help"))
        self.search.setPlaceholderText(self.tr("Search in the help"))
        self.search.setAccessibleName(self.tr("Search in the help"))
        self.list.setAccessibleName(self.tr("Topics"))
        self.nothing.setText(self.tr("No topic has these words. Try fewer or other ones."))
        self.tips.setText(self.tr("Show tips"))
        self._list_topics()
