"""Makes .deb, .rpm, the self-extracting .run and the AppDir of one installed tree.

Each takes the frozen folder, and gives back the file it made. What a tool prints is shown when it
fails. The tools come with the system and are named when they are missing.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import dev_setup
import dev_system
import identity
from dev_system import Stop
from frozen import environment, folder
from identity import NAME

from linux import libraries, tree

HERE = Path(__file__).resolve().parent
DIST = dev_setup.ROOT / "dist"
WORK = environment.BUILD / "linux"

TOOLS = {
    "dpkg-deb": "dpkg",
    "rpmbuild": "rpm",
    "makeself": "makeself",
    "mksquashfs": "squashfs-tools",
}
"""Tool → Debian's package of it."""

_MACHINES = {"x86_64": ("amd64", "x86_64"), "aarch64": ("arm64", "aarch64")}


def make(frozen: Path, wanted: list[str], *, fast: bool) -> list[Path]:
    """Make these of the frozen folder; `fast` compresses lightly. Raises `Stop`."""
    DIST.mkdir(exist_ok=True)
    made = []
    for kind in wanted:
        file = MAKERS[kind](frozen, fast)
        print(f"build.py: {file.name}: {_megabytes(file)}", flush=True)
        made.append(file)
    return made


def tools() -> list[str]:
    """Debian packages that a machine needs to build: what packs, and what comes along from it."""
    needed = {**dev_system.LIBRARIES, **dev_system.XCB_LIBRARIES}
    return sorted({"binutils", *TOOLS.values(), *needed.values()})


def deb(frozen: Path, fast: bool) -> Path:
    """Debian, Ubuntu and their kin."""
    root = tree.lay_out(frozen, WORK / "deb")
    size = sum(p.stat().st_size for p in root.rglob("*") if p.is_file() and not p.is_symlink())
    # Read before DEBIAN/ is there: it is in the package and not among its files.
    sums = _md5sums(root)
    words = identity.filled(
        HERE / "control",
        ARCHITECTURE=machine()[0],
        SIZE=str(size // 1024),
        DEPENDS=", ".join(
            [*libraries.debian_depends(*libraries.of_folder(frozen)), "ca-certificates"]
        ),
        PARAGRAPHS=_wrapped(identity.DESCRIPTION),
    )
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(words, "utf-8")
    (root / "DEBIAN" / "md5sums").write_text(sums, "utf-8")
    tree.settle(root)
    file = DIST / f"{NAME}_{identity.version()}_{machine()[0]}.deb"
    how = ["-Zgzip", "-z1"] if fast else ["-Zxz", "-z6"]
    _run(["dpkg-deb", "--root-owner-group", *how, "--build", str(root), str(file)])
    return file


def rpm(frozen: Path, fast: bool) -> Path:
    """Fedora, openSUSE and their kin."""
    root = tree.lay_out(frozen, WORK / "rpm-tree")
    top = WORK / "rpm"
    shutil.rmtree(top, ignore_errors=True)
    top.mkdir(parents=True)
    requires = [*libraries.rpm_requires(*libraries.of_folder(frozen)), "ca-certificates"]
    words = identity.filled(
        HERE / f"{NAME}.spec",
        TREE=str(root),
        REQUIRES="\n".join(f"Requires: {one}" for one in requires),
        PAYLOAD="w1.gzdio" if fast else "w19.zstdio",
    )
    (top / f"{NAME}.spec").write_text(words, "utf-8")
    _run(["rpmbuild", "-bb", "--define", f"_topdir {top}", str(top / f"{NAME}.spec")])
    (built,) = top.glob("RPMS/*/*.rpm")
    return Path(shutil.copy(built, DIST / built.name))


def run(frozen: Path, fast: bool) -> Path:
    """One file for any Linux: it unpacks itself and installs for the person who runs it."""
    root = tree.lay_out(frozen, WORK / "run")
    shutil.copy(HERE / "install.sh", root / "install.sh")
    (root / "install.sh").chmod(0o755)
    tree.settle(root)
    file = DIST / f"{NAME}-{identity.version()}-{machine()[1]}.run"
    date = f"@{folder.source_date()}"
    how = ["--gzip", "--complevel", "1"] if fast else ["--xz", "--complevel", "6"]
    same = f"--sort=name --mtime={date} --owner=0 --group=0 --numeric-owner"
    command = ["makeself", *how, "--sha256", "--nomd5", "--nocrc", "--tar-quietly"]
    command += ["--packaging-date", date, "--tar-extra", same, str(root), str(file)]
    _run([*command, f"{identity.TITLE} {identity.version()}", "./install.sh"])
    return file


def appdir(frozen: Path, fast: bool) -> Path:
    """The folder that becomes an AppImage."""
    root = tree.lay_out(frozen, WORK / f"{NAME}.AppDir")
    (root / "AppRun").symlink_to(Path("usr", "bin", NAME))
    share = Path("usr", "share")
    (root / f"{NAME}.desktop").symlink_to(share / "applications" / f"{NAME}.desktop")
    icon = share / "icons" / "hicolor" / "256x256" / "apps" / f"{NAME}.png"
    (root / f"{NAME}.png").symlink_to(icon)
    (root / ".DirIcon").symlink_to(icon)
    return root


def appimage(frozen: Path, fast: bool) -> Path:
    """The AppImage: AppImage's static runtime with the AppDir behind it.

    The runtime is a file named by TPNS_DESKTOP_APPIMAGE_RUNTIME; nothing is fetched here.
    """
    runtime = os.environ.get("TPNS_DESKTOP_APPIMAGE_RUNTIME", "")
    if not Path(runtime).is_file():
        raise Stop("TPNS_DESKTOP_APPIMAGE_RUNTIME names no file (see packaging/RELEASING.md).")
    root = appdir(frozen, fast)
    packed = WORK / "appimage.squashfs"
    packed.unlink(missing_ok=True)
    how = ["-comp", "zstd", "-Xcompression-level", "1" if fast else "19"]
    same = ["-all-root", "-no-xattrs", "-no-progress", "-quiet", "-no-exports"]
    # mksquashfs takes the date from SOURCE_DATE_EPOCH.
    _run(["mksquashfs", str(root), str(packed), *how, *same])
    file = DIST / f"{NAME}-{identity.version()}-{machine()[1]}.AppImage"
    file.write_bytes(Path(runtime).read_bytes() + packed.read_bytes())
    file.chmod(0o755)
    return file


MAKERS: dict[str, Callable[[Path, bool], Path]] = {
    "deb": deb,
    "rpm": rpm,
    "run": run,
    "appdir": appdir,
    "appimage": appimage,
}
USUAL = ("deb", "rpm", "run", "appdir")
"""An AppImage wants a file that this repository does not have."""


def machine() -> tuple[str, str]:
    """This machine as Debian and as the kernel call it. Raises `Stop` for others than two."""
    name = platform.machine()
    if name not in _MACHINES:
        raise Stop(f"there is no package for machines of the kind {name!r}.")
    return _MACHINES[name]


def _md5sums(root: Path) -> str:
    lines = []
    for file in sorted(p for p in root.rglob("*") if p.is_file() and not p.is_symlink()):
        digest = hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()
        lines.append(f"{digest}  {file.relative_to(root).as_posix()}\n")
    return "".join(lines)


def _wrapped(text: str) -> str:
    import textwrap

    return "\n".join(f" {line}" for line in textwrap.wrap(text, 78))


def _megabytes(file: Path) -> str:
    if file.is_dir():
        return f"{folder.weigh(file).all / 1e6:.1f} MB"
    return f"{file.stat().st_size / 1e6:.1f} MB"


def _run(command: list[str]) -> None:
    tool = command[0]
    if shutil.which(tool) is None:
        raise Stop(f"{tool} is missing; on Debian: apt-get install {TOOLS[tool]}")
    variables = {**os.environ, "SOURCE_DATE_EPOCH": folder.source_date(), "LC_ALL": "C.UTF-8"}
    variables["GZIP"] = "-n"  # it would write down the time of day
    done = subprocess.run(
        command,
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if done.returncode != 0:
        raise Stop(f"{tool} did not go well:\n{done.stdout[-2000:]}")
