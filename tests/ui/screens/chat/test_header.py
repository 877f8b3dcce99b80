"""The head of the Chat screen in narrow windows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.send.chat_catalogue import chat_app
from tpns_desktop.model.chat_dialects import DIALECTS, DialectId
from tpns_desktop.ui.screens.chat.header import Header
from tpns_desktop.ui.theme.theme import Theme


@pytest.mark.parametrize(("dialect", "count"), [("all_member_push", 3), ("timpush_chat", 4)])
def test_every_page_can_be_chosen_however_narrow_the_window(
    dialect: DialectId, count: int, qtbot: QtBot, theme: Theme
) -> None:
    header = Header()
    qtbot.addWidget(header)
    header.set_app(chat_app(dialect=dialect), DIALECTS[dialect])
    header.show()
    for width in (1160, 484, 697, 1160):
        header.resize(width, 90)
        qtbot.waitUntil(lambda: shown(header) == count)


def shown(header: Header) -> int:
    """How many of the pages can be clicked in their middle, side by side."""
    pages = [one for one in header.tabs.findChildren(QAbstractButton) if one.isVisible()]
    places = [QRect(one.mapTo(header, one.rect().topLeft()), one.size()) for one in pages]
    if len({place.top() for place in places}) != 1:
        return 0
    return sum(
        header.rect().contains(place) and header.childAt(place.center()) is page
        for page, place in zip(pages, places, strict=True)
    )
