"""The wheel carries the whole program: code, resources, translations, both ways to start."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SOURCE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="xx"><context><name>Bar</name>
<message><source>Send</source><translation>Xend</translation></message></context></TS>
"""

FIND_RESOURCES = """
from tpns_desktop import paths
print(paths.translations_dir() / "xx.qm", (paths.translations_dir() / "xx.qm").is_file())
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of a copy of the source tree, with one more language and one icon."""
    copy = tmp_path_factory.mktemp("source")
    leave_out = shutil.ignore_patterns("__pycache__", "*.qm")
    for name in ("packaging", "resources", "tpns_desktop"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=leave_out)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy / name)
    for name, text in {"i18n/xx.ts": SOURCE, "icons/of-the-test.svg": "<svg/>"}.items():
        file = copy / "resources" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    # The tools are installed here already; isolation would fetch them from an index.
    how = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet", "-w", str(copy / "made")]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *how, str(copy)], check=True)
    (made,) = (copy / "made").glob("*.whl")
    return made


def test_resources_and_translations_travel_inside_the_package(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()
    assert "tpns_desktop/resources/i18n/xx.qm" in names
    assert "tpns_desktop/resources/icons/of-the-test.svg" in names
    assert "tpns_desktop/py.typed" in names
    for source in (ROOT / "resources" / "i18n").glob("*.ts"):
        assert f"tpns_desktop/resources/i18n/{source.stem}.qm" in names


def test_every_file_of_the_package_is_there(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    files = (p for p in (ROOT / "tpns_desktop").glob("**/*") if p.is_file())
    ours = {p.relative_to(ROOT).as_posix() for p in files if "__pycache__" not in p.parts}
    assert ours <= names
    assert all(n.startswith(("tpns_desktop/", "tpns_desktop-")) for n in names)


def test_it_can_be_started_from_a_console_and_from_a_menu(wheel: Path):
    archive = zipfile.ZipFile(wheel)
    (name,) = (n for n in archive.namelist() if n.endswith("entry_points.txt"))
    entries = configparser.ConfigParser()
    entries.read_string(archive.read(name).decode("utf-8"))
    assert entries["console_scripts"]["tpns-desktop"] == "tpns_desktop.__main__:main"
    assert entries["gui_scripts"]["tpns-desktop-gui"] == "tpns_desktop.__main__:main"


def test_the_unpacked_wheel_finds_its_resources(wheel: Path, tmp_path: Path):
    zipfile.ZipFile(wheel).extractall(tmp_path)
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r})"]
    command[-1] += FIND_RESOURCES
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    expected = tmp_path / "tpns_desktop" / "resources" / "i18n" / "xx.qm"
    assert done.stdout.split() == [str(expected), "True"]
