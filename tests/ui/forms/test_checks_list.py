"""The list of checks beside a form."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.send.chat_catalogue import chat_app, chat_context, chat_draft
from tpns_desktop.send.chat_checks import examine_chat
from tpns_desktop.ui.forms.checks_list import ChecksList
from tpns_desktop.ui.theme.theme import Theme


def test_a_long_word_does_not_push_the_way_to_its_field_out_of_sight(
    qtbot: QtBot, theme: Theme
) -> None:
    draft = chat_draft("tags", audience__tags__any=["x" * 300, "微" * 120])
    checks = ChecksList()
    qtbot.addWidget(checks)
    checks.resize(360, 500)
    checks.show()
    checks.show_examination(examine_chat(draft, chat_context(app=chat_app())))

    def seen() -> bool:
        buttons = checks.findChildren(QPushButton, "check.chat.tags.long")
        right = [one.mapTo(checks, one.rect().topRight()).x() for one in buttons]
        return len(right) == 2 and max(right) < checks.width()

    qtbot.waitUntil(seen)
