"""The Linux packages: they depend on what the files need; words and menu entry are right."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import identity
import pytest
from dev_system import Stop
from linux import elf, libraries, tree
from linux.elf import Elf

HERE = Path(__file__).parent.parent.parent / "packaging" / "linux"

OBJDUMP = """\

/x/libone.so:     file format elf64-x86-64

Dynamic Section:
  NEEDED               libtwo.so.2
  NEEDED               libc.so.6
  SONAME               libone.so.1

Version definitions:
1 0x01 0x0b5e7a0a libone.so.1
2 0x00 0x0b5e7a0a GLIBC_2.99

Version References:
  required from libc.so.6:
    0x069691b4 0x00 03 GLIBC_2.34
    0x09691a75 0x00 02 GLIBC_2.2.5
    0x09691a76 0x00 02 GLIBC_PRIVATE
  required from libstdc++.so.6:
    0x0297f870 0x00 12 GLIBCXX_3.4.30

/x/two:     file format elf64-x86-64

Dynamic Section:
  NEEDED               libone.so.1
"""


def test_what_a_file_needs_is_read() -> None:
    found = elf.parse(OBJDUMP)
    one = found[Path("/x/libone.so")]
    assert (one.soname, one.needed) == ("libone.so.1", {"libtwo.so.2", "libc.so.6"})
    # What it defines itself does not count, nor does the C library's private version.
    assert one.versions == {"GLIBC": (2, 34), "GLIBCXX": (3, 4, 30)}
    assert found[Path("/x/two")].needed == {"libone.so.1"}
    assert elf.newest(found.values(), "GLIBC") == (2, 34)
    assert elf.newest(found.values(), "GCC") == ()


def test_versions_are_compared_by_their_numbers() -> None:
    elves = [Elf(versions={"GLIBC": (2, 9)}), Elf(versions={"GLIBC": (2, 34)})]
    assert elf.newest(elves, "GLIBC") == (2, 34)


def test_what_a_dropped_plugin_brought_is_not_reached() -> None:
    files = {
        "plugin.so": Elf(needed=frozenset({"liba.so.1"})),
        "liba.so.1": Elf(needed=frozenset({"libb.so.1", "libc.so.6"})),
        "libb.so.1": Elf(needed=frozenset({"liba.so.1"})),
        "libgtk.so.0": Elf(needed=frozenset({"libpango.so.0"})),
        "libpango.so.0": Elf(),
    }
    reached = libraries.reachable(files, ["plugin.so"])
    assert reached == {"plugin.so", "liba.so.1", "libb.so.1"}


@pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("objdump") is None, reason="needs objdump"
)
def test_a_real_file_is_read() -> None:
    (found,) = elf.read([Path(sys.executable).resolve(), Path(__file__)]).values()
    assert "libc.so.6" in found.needed
    assert elf.newest([found], "GLIBC") >= (2, 2)


def test_a_library_without_a_package_stops_the_build() -> None:
    made = [Elf(needed=frozenset({"libc.so.6", "libunheard.so.7"}))]
    with pytest.raises(Stop, match=r"libunheard\.so\.7"):
        libraries.debian_depends(made, ())


def test_the_floors_stand_in_what_the_packages_depend_on() -> None:
    versions = {"GLIBC": (2, 35), "GLIBCXX": (3, 4, 29)}
    needed = frozenset({"libc.so.6", "libGL.so.1", "libstdc++.so.6", "libinside.so.1"})
    made, inside = [Elf("", needed, versions)], {"libinside.so.1"}
    assert libraries.debian_depends(made, inside) == [
        *("libc6 (>= 2.35)", "libgl1", "libstdc++6 (>= 11)"),
    ]
    required = libraries.rpm_requires(made, inside)
    assert "libc.so.6(GLIBC_2.35)(64bit)" in required
    assert "libstdc++.so.6(GLIBCXX_3.4.29)(64bit)" in required
    assert not any("libinside" in one for one in required)


# ----------------------------------------------------------------------------------- what is said


def test_the_menu_entry_is_whole_in_both_languages() -> None:
    entry = configparser.RawConfigParser()
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(HERE / "tpns-desktop.desktop", "utf-8")
    group = entry["Desktop Entry"]
    assert (group["Exec"], group["Icon"]) == (identity.NAME, identity.NAME)
    for key in ("GenericName", "Comment", "Keywords"):
        assert group[key]
        assert group[f"{key}[zh_CN]"]


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="not installed")
def test_the_menu_entry_is_valid() -> None:
    command = ["desktop-file-validate", str(HERE / "tpns-desktop.desktop")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_words_for_software_centres_name_the_same_program() -> None:
    root = ElementTree.fromstring(tree.metainfo())
    assert root.findtext("id") == identity.APP_ID
    assert root.findtext("launchable") == f"{identity.NAME}.desktop"
    releases = [one.get("version") for one in root.iter("release")]
    assert releases[0] == identity.version()


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="not installed")
def test_the_words_for_software_centres_are_valid(tmp_path: Path) -> None:
    file = tmp_path / f"{identity.APP_ID}.metainfo.xml"
    file.write_text(tree.metainfo(), "utf-8")
    command = ["appstreamcli", "validate", "--no-net", str(file)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_a_template_with_a_gap_stops_the_build(tmp_path: Path) -> None:
    template = tmp_path / "template"
    template.write_text("@NAME@ @UNHEARD@")
    with pytest.raises(Stop, match="@UNHEARD@"):
        identity.filled(template)
