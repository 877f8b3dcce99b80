"""A label whose words change often does not disturb the page around it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.widgets.steady_label import SteadyLabel


class Layouts(QObject):
    """Counts how often a page is asked to lay itself out anew."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.asked = 0
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.asked += event.type() == QEvent.Type.LayoutRequest
        return super().eventFilter(watched, event)


def test_only_a_wider_text_has_the_page_laid_out_anew(theme: Theme, qtbot: QtBot) -> None:
    page, label, plain = QWidget(), SteadyLabel(), QLabel("Reading… 1 %")
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(label)
    column.addWidget(plain)
    label.setText("Reading… 88 %")
    page.show()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    layouts = Layouts(page)

    for text in ("Reading… 11 %", "Reading… 9 %", "Reading… 88 %"):
        label.setText(text)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        assert label.text() == text
    assert layouts.asked == 0
    assert label.findChild(QLabel).isVisible()

    plain.setText("Reading… 2 %")
    qtbot.waitUntil(lambda: layouts.asked == 1)
    label.setText("Reading the whole of a long list… 100 %")
    qtbot.waitUntil(lambda: layouts.asked == 2)
    inside = label.findChild(QLabel)
    qtbot.waitUntil(lambda: inside.width() >= inside.sizeHint().width())


def test_it_gives_room_back_once_the_words_are_others(theme: Theme, qtbot: QtBot) -> None:
    label = SteadyLabel()
    qtbot.addWidget(label)
    label.setText("Uploading your list… 100 %")
    wide = label.sizeHint().width()
    label.setText("上传 1 %")
    assert label.sizeHint().width() == wide
    label.changeEvent(QEvent(QEvent.Type.LanguageChange))
    assert label.sizeHint().width() < wide
