"""What is written for Windows and macOS and can be looked at here: scripts, lists, licences."""

from __future__ import annotations

import json
import plistlib
import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import identity
import pytest
from frozen import icons, licences
from frozen.licences import Part, Unknown, licence_of
from macos import image
from windows import setup

PACKAGING = Path(__file__).parent.parent.parent / "packaging"


# ---------------------------------------------------------------------------------------- macOS


def test_the_apps_list_is_whole() -> None:
    found = plistlib.loads(identity.filled(PACKAGING / "macos" / "Info.plist").encode())
    assert found["CFBundleIdentifier"] == identity.APP_ID
    assert found["CFBundleShortVersionString"] == identity.version()
    assert found["CFBundleLocalizations"] == ["en", "zh_CN"]
    # PySide6's wheels are built for it and later.
    assert found["LSMinimumSystemVersion"] == "13.0"


def test_the_app_is_allowed_one_thing_and_no_more() -> None:
    found = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    assert found == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_the_app_is_hardened_signed_and_looked_at_before_it_is_packed() -> None:
    seal, look = image.signing(Path("A.app"), "Developer ID Application: X")
    assert seal[seal.index("--options") + 1] == "runtime"
    assert "--timestamp" in seal
    assert look[:3] == ["codesign", "--verify", "--deep"]
    # Without a certificate it is signed for this machine alone, which wants no time stamp.
    ad_hoc = image.signing(Path("A.app"), "")[0]
    assert ad_hoc[ad_hoc.index("--sign") + 1] == "-"
    assert "--timestamp" not in ad_hoc


def test_the_image_is_notarised_stapled_and_assessed_in_this_order() -> None:
    commands = image.notarising(Path("a.dmg"), "X", "profile")
    assert [c[1] if c[0] == "xcrun" else c[0] for c in commands] == [
        *("codesign", "notarytool", "stapler", "spctl"),
    ]
    assert "--wait" in commands[1]


# -------------------------------------------------------------------------------------- Windows


def test_the_installer_says_everything_in_both_languages() -> None:
    script = (PACKAGING / "windows" / "tpns-desktop.nsi").read_text("utf-8")
    said = re.findall(r"^LangString (\w+) \$\{LANG_(\w+)\}", script, re.MULTILINE)
    english = {name for name, language in said if language == "ENGLISH"}
    assert english
    assert english == {name for name, language in said if language == "SIMPCHINESE"}
    assert english == set(re.findall(r"\$\(([A-Z_]+)\)", script))


def test_the_installer_needs_no_administrator_and_removes_no_folder_of_a_person() -> None:
    script = (PACKAGING / "windows" / "tpns-desktop.nsi").read_text("utf-8")
    assert "RequestExecutionLevel user" in script
    assert "HKLM" not in script
    assert set(re.findall(r"RMDir /r (.*)", script)) == {'"$INSTDIR\\_internal"'}


@pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS is not installed")
def test_the_installer_compiles_without_a_warning(tmp_path: Path) -> None:
    payload, icon = tmp_path / "payload", tmp_path / "icon.ico"
    (payload / "_internal").mkdir(parents=True)
    (payload / "_internal" / "a.txt").write_text("a")
    icon.write_bytes(icons.ico({size: icons.png(icons.SOURCE, size) for size in icons.ICO_SIZES}))
    made = setup.compile_script(payload, tmp_path, fast=True, version="1.2.3", icon=icon)
    assert made.read_bytes()[:2] == b"MZ"


@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("makensis") is None or not Path("/usr/lib/wine/wine64").exists(),
    reason="NSIS or Wine is not installed",
)
def test_the_installer_installs_upgrades_and_removes_under_wine() -> None:
    command = [sys.executable, str(PACKAGING / "windows" / "test_setup.py")]
    done = subprocess.run(command, capture_output=True, text=True)
    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr


def test_both_programs_and_the_installer_are_signed_alike() -> None:
    command = setup.signing("key.pfx", Path("a.exe"), Path("b.exe"))
    assert command[:4] == ["signtool", "sign", "/fd", "SHA256"]
    assert command[-2:] == ["a.exe", "b.exe"]
    assert "/tr" in command  # without a witnessed time it ends with the certificate


def test_an_icon_file_holds_its_pictures() -> None:
    made = icons.ico({16: b"sixteen", 256: b"two hundred"})
    assert struct.unpack("<3H", made[:6]) == (0, 1, 2)
    assert (made[6], made[22]) == (16, 0)  # 0 says 256
    length, place = struct.unpack("<2I", made[30:38])
    assert made[place : place + length] == b"two hundred"
    apple = icons.icns({128: b"picture"})
    assert struct.unpack(">4sI", apple[:8]) == (b"icns", len(apple))


# ------------------------------------------------------------------------------------- licences


@pytest.mark.parametrize(
    ("said", "classifiers", "licence"),
    [
        ("MIT", [], "MIT"),
        ("Apache-2.0 OR BSD-3-Clause", [], "Apache-2.0 OR BSD-3-Clause"),
        ("", ["License :: OSI Approved :: MIT License"], "MIT"),
        ("see LICENSE.txt for it", ["License :: OSI Approved :: BSD License"], "BSD-3-Clause"),
    ],
)
def test_a_licence_is_read(said: str, classifiers: list[str], licence: str) -> None:
    assert licence_of("some-library", said, classifiers) == licence


def test_a_library_that_tells_no_licence_is_not_shipped() -> None:
    with pytest.raises(Unknown, match="some-library"):
        licence_of("some-library", "all yours, friend", [])


PARTS = [
    Part("PySide6_Essentials", "6.11.3", "LGPL-3.0-only", "https://pyside.org", "pkg:pypi/p@6"),
    Part("libxcb", "1.15", "X11"),
]


def test_qts_duties_are_met_in_the_texts(tmp_path: Path) -> None:
    licences.write_texts(PARTS, tmp_path / "licences")
    names = {file.name for file in (tmp_path / "licences").iterdir()}
    assert {"NOTICE.txt", "LGPL-3.0.txt", "GPL-3.0.txt", "TPNS-Desktop.txt"} <= names
    notice = (tmp_path / "licences" / "NOTICE.txt").read_text("utf-8")
    assert "Qt and PySide6 6.11.3" in notice
    for duty in ("LGPL-3.0.txt", "code.qt.io", "replace them", "take the program apart"):
        assert duty in notice
    lesser = (tmp_path / "licences" / "LGPL-3.0.txt").read_text("utf-8")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in lesser


def test_the_list_of_parts_is_the_same_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    made = licences.sbom(PARTS)
    assert json.dumps(made) == json.dumps(licences.sbom(PARTS))
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    references = [one["bom-ref"] for one in made["components"]]
    assert len(set(references)) == len(PARTS)
    assert made["dependencies"][0]["dependsOn"] == references
