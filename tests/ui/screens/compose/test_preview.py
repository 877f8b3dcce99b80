"""The preview: the push on a phone, its exact bytes, and the checks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.send import builders
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.send.checks import examine
from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.screens.compose.preview import Preview
from tpns_desktop.ui.theme.theme import Theme


@pytest.fixture
def binding(qapp: QApplication) -> Iterator[DraftBinding]:
    made = DraftBinding(empty_draft())
    yield made
    # Here and now: left to Python's collector, it might go on another thread, with its timers.
    shiboken6.delete(made)


@pytest.fixture
def preview(binding: DraftBinding, qtbot: QtBot, theme: Theme) -> Preview:
    made = Preview(binding)
    qtbot.addWidget(made)
    made.set_app(builders.app())
    made.resize(380, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(preview: Preview, binding: DraftBinding, kind: str, **changes: Any) -> Any:
    draft = builders.draft(kind, **changes)
    binding.replace(draft)
    examination = examine(draft, builders.context())
    preview.show_examination(examination)
    return examination


@pytest.mark.parametrize("platform", ["android", "ios"])
def test_devices_are_shown_on_a_phone_of_their_system(
    preview: Preview, binding: DraftBinding, platform: str
) -> None:
    show(preview, binding, "device", audience__device__platform=platform)
    assert preview.phone.platform.value() == platform
    assert preview.phone.json.isVisible()


def test_the_phone_follows_the_system_chosen_for_devices(
    preview: Preview, binding: DraftBinding
) -> None:
    show(preview, binding, "device", audience__device__platform="android")
    binding.set_value("audience.device.platform", "ios")
    assert preview.phone.platform.value() == "ios"


def test_for_others_the_chosen_phone_stays(preview: Preview, binding: DraftBinding) -> None:
    show(preview, binding, "all")
    preview.phone.platform.choose("ios")
    binding.set_value("message.title", "New")
    assert preview.phone.platform.value() == "ios"


def test_the_json_is_the_bodys_own_for_each_system(preview: Preview, binding: DraftBinding) -> None:
    examination = show(preview, binding, "all")
    preview.setCurrentWidget(preview.json)
    assert set(examination.bodies) == {"android", "ios"}
    for platform in ("android", "ios"):
        preview.json.platform.choose(platform)
        shown = preview.json.json.toPlainText()
        assert ('"environment"' in shown) == (platform == "ios")


def test_no_json_stands_where_nothing_can_be_sent_yet(
    preview: Preview, binding: DraftBinding
) -> None:
    show(preview, binding, "account", audience__account__text="")
    preview.setCurrentWidget(preview.json)
    assert not preview.json.json.isVisible()
    assert preview.json.note.text()
    preview.setCurrentWidget(preview.phone)
    assert not preview.phone.json.isVisible()


def test_the_tab_of_checks_counts_what_wants_doing(preview: Preview, binding: DraftBinding) -> None:
    show(preview, binding, "all")
    assert preview.tabText(2) == "Checks"
    show(preview, binding, "account", audience__account__text="", message__title="")
    pressing = sum(preview.checks.counts()[:2])
    assert preview.tabText(2) == f"Checks {pressing}"
