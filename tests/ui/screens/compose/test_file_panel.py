"""The panel of a file while it is read: it waits for nobody, and a cancel keeps nothing."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from tests.ui.pushes import FakeDesk
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.send.lists import ListRefused
from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.screens.compose.file_panel import FilePanel
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme


@pytest.fixture
def panel(session: Session, desk: FakeDesk, qtbot: QtBot, theme: Theme) -> FilePanel:
    desk.answers.update(lists=[])
    binding = DraftBinding(empty_draft())
    made = FilePanel(Fields(binding), session)
    made.binding = binding  # type: ignore[attr-defined]  # kept alive with it
    qtbot.addWidget(made)
    made.show()
    return made


def test_reading_shows_its_progress_and_a_cancel_ends_it(
    panel: FilePanel, desk: FakeDesk, qtbot: QtBot
) -> None:
    ended: list[str] = []

    async def slow(path: Path, kind: str, account_type: int, progress: Any) -> Any:
        progress(42, 100)
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            ended.append(path.name)
            raise

    desk.add_list = slow  # type: ignore[method-assign, assignment]
    panel.choose("/lists/members.csv")
    qtbot.waitUntil(lambda: "42 %" in panel._reading_words.text())
    assert panel.bar.value() == 420
    assert not panel.result.isVisible()
    panel.cancel.click()
    qtbot.waitUntil(lambda: ended == ["members.csv"])
    assert not panel.reading.isVisible()
    assert panel.problem.text().startswith("Cancelled.")
    assert panel.row is None


def test_a_refusal_says_why_and_what_to_do(panel: FilePanel, desk: FakeDesk, qtbot: QtBot) -> None:
    found = [{"row": 7, "reason": "control", "excerpt": "al…01", "character": "U+200B"}]
    verdict = {"findings": found, "invalid": {"control": 1}, "detail": {}, "blank": 0}
    desk.answers["add_list"] = ListRefused("control", {}, verdict)
    panel.choose("/lists/members.csv")
    qtbot.waitUntil(panel.problem.isVisible)
    assert "invisible characters" in panel.problem.text()
    assert "choose the file again" in panel.problem.text()
    assert panel.refused.model.index(0, 2).data() == "An invisible character inside (U+200B)"
    assert panel.refused.isVisible()
    assert not panel.mend.isVisible()


def test_what_is_no_single_local_file_never_reaches_the_check(
    panel: FilePanel, desk: FakeDesk, qtbot: QtBot
) -> None:
    for urls in ([QUrl("https://example.com/a.txt")], [QUrl.fromLocalFile("/a"), QUrl("file:/b")]):
        data = QMimeData()
        data.setUrls(urls)
        panel.drop.take(data)
        assert panel.problem.isVisible()
    assert desk.calls("add_list") == []


def test_a_draft_of_an_earlier_version_has_no_place_for_a_file_and_opens_all_the_same() -> None:
    draft = empty_draft()
    del draft["audience"]["file"]
    binding = DraftBinding(draft)
    assert binding.value("audience.file.list_id") is None
    binding.replace(draft)
    assert binding.value("audience.file.account_type") == "0"
