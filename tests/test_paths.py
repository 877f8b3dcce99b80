"""Where files are: in one given folder, in the system's places, in the source tree."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from tpns_desktop import paths


def test_a_given_home_holds_everything(tmp_path: Path):
    found = paths.find_paths(tmp_path)
    assert found.data_dir == tmp_path / "data"
    assert found.log_dir == tmp_path / "logs"
    assert found.settings_file == tmp_path / "settings.ini"
    assert found.database_file.parent == found.data_dir


def test_a_given_home_wins_over_the_variable(tmp_path: Path, home: Path):
    assert paths.find_paths(tmp_path / "other").data_dir == tmp_path / "other" / "data"
    assert paths.find_paths().data_dir == home / "data"


def test_without_either_the_system_decides(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv(paths.HOME_VARIABLE)
    found = paths.find_paths()
    for path in (found.data_dir, found.log_dir, found.settings_file):
        assert path.is_absolute()
        assert paths.APP_FOLDER in path.parts


def test_an_empty_variable_counts_as_none(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(paths.HOME_VARIABLE, "")
    assert paths.find_paths().data_dir.is_absolute()


def test_nothing_is_created_until_asked(home: Path):
    found = paths.find_paths()
    assert not home.exists()
    found.make()
    found.make()
    assert found.data_dir.is_dir()
    assert found.log_dir.is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permission bits")
def test_the_folders_are_for_this_person_alone(home: Path):
    found = paths.find_paths()
    found.make()
    assert stat.S_IMODE(found.data_dir.stat().st_mode) == 0o700


def test_resources_of_the_source_tree_lie_beside_the_package():
    folder = Path(paths.__file__).parent.parent / "resources"
    assert paths.resources_dir() == folder
    assert paths.translations_dir().parent == paths.icons_dir().parent == folder
