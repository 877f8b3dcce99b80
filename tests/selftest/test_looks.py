"""The self-test's checks that need Qt, each seen going well and each seen broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tpns_desktop import paths
from tpns_desktop.selftest import Failed, looks

pytestmark = pytest.mark.usefixtures("collected_on_this_thread")


def test_both_languages_are_spoken(qapp: QApplication) -> None:
    assert "取消" in looks.translations(qapp)


@pytest.mark.parametrize("missing", ["tpns_desktop_en.qm", "tpns_desktop_zh_CN.qm"])
def test_a_language_that_was_forgotten_fails(
    qapp: QApplication, tmp_path: Path, missing: str
) -> None:
    for file in paths.translations_dir().glob("*.qm"):
        if file.name != missing:
            shutil.copy(file, tmp_path)
    with pytest.raises(Failed, match=missing):
        looks.translations(qapp, tmp_path)


def test_every_icon_is_drawn(qapp: QApplication) -> None:
    assert "icons drawn" in looks.pictures(qapp)


def test_icons_that_were_forgotten_fail(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(Failed, match="0 icons"):
        looks.pictures(qapp, tmp_path)


def test_an_icon_that_stays_empty_fails(qapp: QApplication, tmp_path: Path) -> None:
    for number in range(looks.ICONS_MIN):
        (tmp_path / f"not-there-{number}.svg").write_text("<svg/>")
    with pytest.raises(Failed, match="stays empty"):
        looks.pictures(qapp, tmp_path)


def test_charts_are_drawn(qapp: QApplication) -> None:
    assert "pyqtgraph" in looks.charts(qapp)
