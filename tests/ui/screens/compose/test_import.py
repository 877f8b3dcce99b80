"""From a pasted request to the draft on the page, and the way back to the draft before."""

from __future__ import annotations

import json
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui.pushes import FakeDesk, draft_row
from tpns_desktop.model.body import push_body
from tpns_desktop.ui.screens.compose.import_dialog import ImportDialog
from tpns_desktop.ui.screens.compose.screen import ComposeScreen
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme


@pytest.fixture
def screen(session: Session, desk: FakeDesk, qtbot: QtBot, theme: Theme) -> ComposeScreen:
    desk.answers.update(
        **{"plan_book.all": []},
        context=builders.context(),
        save_draft=lambda app_id, draft_id, data: draft_row(id=draft_id or "draft1", data=data),
    )
    made = ComposeScreen(session)
    qtbot.addWidget(made)
    made.resize(1080, 800)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.binding.examination is not None)
    return made


def saved(desk: FakeDesk) -> dict[str, Any]:
    """Id of a draft → the draft as it was last saved."""
    return {draft_id: data for _, draft_id, data in desk.calls("save_draft")}


def test_an_imported_request_is_the_draft_and_the_one_before_is_kept(
    screen: ComposeScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    screen.binding.set_value("message.title", "Half written")
    screen.preview.setCurrentWidget(screen.preview.json)
    qtbot.keyClick(screen.preview.json.from_json, Qt.Key.Key_Space)
    (dialog,) = screen.findChildren(ImportDialog)
    body = push_body(builders.draft("tag"), platform="android", ios_environment=None, plan_id=None)
    dialog.text.setPlainText(json.dumps(body))
    qtbot.waitUntil(dialog.use.isEnabled)
    qtbot.keyClick(dialog.use, Qt.Key.Key_Space)
    assert screen.fields.field("message.title").editor.value() == "Sale tonight"
    qtbot.waitUntil(lambda: len(saved(desk)) == 2)
    titles = {data["message"]["title"] for data in saved(desk).values()}
    assert titles == {"Half written", "Sale tonight"}

    def examined() -> bool:
        examination = screen.binding.examination
        return examination is not None and json.loads(examination.bodies["android"]) == body

    qtbot.waitUntil(examined)
