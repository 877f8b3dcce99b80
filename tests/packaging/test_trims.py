"""What stays out of the frozen program, and that nothing needed is on that list."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from dev_system import Stop
from frozen import contents, feed, folder, notes, trims

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/plugins/tls/qopensslbackend.dll",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/translations/qtbase_de.qm",
        "numpy/_core/tests/test_api.py",
        "numpy/_core/_simd.cpython-311-x86_64-linux-gnu.so",
        "certifi-2026.10.18.dist-info/RECORD",
    ],
)
def test_what_nothing_uses_is_dropped(path: str) -> None:
    assert trims.is_dropped(path)


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/imageformats/libqwebp.so",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "tpns_desktop/resources/i18n/tpns_desktop_zh_CN.qm",
        "tpns_desktop/store/migrations/versions/r0001_first.py",
        "numpy/_core/_multiarray_umath.cpython-311-x86_64-linux-gnu.so",
        "numpy/random/mtrand.cpython-311-x86_64-linux-gnu.so",
        "certifi-2026.10.18.dist-info/METADATA",
        "tpns_desktop/resources/licences/certifi.txt",
        "PySide6/Qt/lib/libQt6DBus.so.6",
    ],
)
def test_what_people_use_stays(path: str) -> None:
    assert not trims.is_dropped(path)


def test_the_machines_own_graphics_and_compilers_run_time_are_left_to_it() -> None:
    for name in ("libstdc++.so.6", "libGL.so.1", "libX11.so.6", "libfontconfig.so.1"):
        assert trims.is_systems(name)
    for name in ("libxcb-cursor.so.0", "libsqlite3.so.0", "libssl.so.3", "libQt6Core.so.6"):
        assert not trims.is_systems(name)


def test_no_module_that_the_program_imports_is_excluded() -> None:
    dropped = set(trims.DROPPED_MODULES)
    for file in (ROOT / "tpns_desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{a.name}" for a in node.names)]
            for name in names:
                parts = name.split(".")
                prefixes = {".".join(parts[: n + 1]) for n in range(len(parts))}
                assert not prefixes & dropped, f"{file.name} imports {name}"


def frozen(place: Path, *paths: str) -> Path:
    for path in (*trims.kept("linux"), *paths):
        file = place / "_internal" / path.replace("*", "x")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"1234")
    return place


def test_a_folder_is_right_when_all_is_there_and_nothing_too_much(tmp_path: Path) -> None:
    assert folder.look(frozen(tmp_path), "linux") == []


def test_what_is_missing_or_too_much_is_named(tmp_path: Path) -> None:
    made = frozen(tmp_path, "libGL.so.1", "PySide6/Qt/plugins/tls/libqopensslbackend.so")
    (made / "_internal/PySide6/Qt/plugins/platforms/libqxcb.so").unlink()
    problems = "\n".join(folder.look(made, "linux"))
    assert "libqopensslbackend.so was to be dropped" in problems
    assert "nothing is like PySide6/Qt/plugins/platforms/libqxcb.so" in problems
    assert "libGL.so.1 belongs to the system" in problems


def test_the_weight_tells_the_data_libraries_apart(tmp_path: Path) -> None:
    made = frozen(tmp_path, "numpy/a.so", "numpy.libs/b.so", "other.so")
    (made / "link").symlink_to("_internal/other.so")
    weight = folder.weigh(made)
    # pyqtgraph/__init__.py is kept and counts among them.
    assert weight.data_libraries == 3 * 4
    assert weight.all == 4 * (len(trims.kept("linux")) + 3)


def test_only_what_is_locked_is_listed(tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text("pytest==8.0.0 \\\n    --hash=sha256:00\nnot-here-at-all==1.0\n")
    assert list(contents.distributions(lock)) == ["pytest"]


def test_the_changelog_becomes_the_words_of_a_release() -> None:
    text = (
        "# Changelog\n\n## Unreleased\n\n- Later.\n\n## 1.2.0 (2026-12-01)\n\n- New.\n\n## 1.1.0\n"
    )
    assert notes.of("1.2.0", text) == "- New."
    for version in ("1.3.0", "1.1.0"):
        with pytest.raises(Stop, match=version):
            notes.of(version, text)


def test_where_updates_are_told_is_written_only_for_a_publisher(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "resources" / "updates.json"
    monkeypatch.delenv(feed.ADDRESS, raising=False)
    monkeypatch.delenv(feed.KEY, raising=False)
    assert not feed.write(file)
    assert not file.exists()
    monkeypatch.setenv(feed.ADDRESS, "https://example.com/updates.json")
    monkeypatch.setenv(feed.KEY, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
    assert feed.write(file)
    from tpns_desktop.send.updates import source

    read = source(file)
    assert read is not None
    assert read.key == bytes(range(32))
    for name, wrong in ((feed.ADDRESS, "http://example.com"), (feed.KEY, "c2hvcnQ=")):
        with monkeypatch.context() as once:
            once.setenv(name, wrong)
            with pytest.raises(Stop, match=name):
                feed.write(file)
