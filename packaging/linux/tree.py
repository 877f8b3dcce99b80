"""The frozen folder as it lies on an installed Linux, with what makes it known to the desktop.

usr/lib/tpns-desktop/                        the frozen folder
usr/bin/tpns-desktop                         a link to its program
usr/share/applications/…  metainfo/…         menu entry, words for software centres
usr/share/icons/hicolor/<size>/apps/…        the icon in all sizes
usr/share/doc/tpns-desktop/                  copyright, licences, changelog
"""

from __future__ import annotations

import gzip
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import dev_setup
import identity
from frozen import folder
from identity import NAME

HERE = Path(__file__).resolve().parent
LIBRARY = Path("usr", "lib", NAME)
DOC = Path("usr", "share", "doc", NAME)


def lay_out(frozen: Path, target: Path) -> Path:
    """Make the tree anew in `target`; gives it back. Everything in it has the source's date."""
    shutil.rmtree(target, ignore_errors=True)
    (target / "usr" / "lib").mkdir(parents=True)
    # Hard links: the same files again would cost 200 MB a package.
    shutil.copytree(frozen, target / LIBRARY, symlinks=True, copy_function=_link)
    _put_link(target / "usr" / "bin" / NAME, Path("..", "lib", NAME, NAME))
    share = target / "usr" / "share"
    _write(
        share / "applications" / f"{NAME}.desktop", (HERE / f"{NAME}.desktop").read_text("utf-8")
    )
    _write(share / "metainfo" / f"{identity.APP_ID}.metainfo.xml", metainfo())
    _icons(share / "icons" / "hicolor")
    _write(target / DOC / "copyright", copyright_words())
    changes = (dev_setup.ROOT / "CHANGELOG.md").read_bytes()
    (target / DOC / "changelog.gz").write_bytes(gzip.compress(changes, 9, mtime=0))
    settle(target)
    return target


def settle(target: Path) -> None:
    """Give every file and folder the rights of an installed one, and the source's date."""
    when = int(folder.source_date())
    for path in sorted(target.rglob("*"), reverse=True):
        if not path.is_symlink():
            runs = path.is_dir() or os.access(path, os.X_OK)
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (when, when), follow_symlinks=False)
    target.chmod(0o755)
    os.utime(target, (when, when))


def metainfo() -> str:
    """The words for software centres (AppStream)."""
    date = datetime.fromtimestamp(int(folder.source_date()), UTC).date().isoformat()
    return identity.filled(HERE / "metainfo.xml", DATE=date)


def copyright_words() -> str:
    """Debian's file `copyright`: ours, and where everybody else's is."""
    return (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        f"Upstream-Name: {identity.TITLE}\n\n"
        "Files: *\n"
        "Copyright: TPNS Desktop maintainers\n"
        f"License: {identity.LICENCE}\n"
        " On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.\n"
        "Comment:\n"
        " The libraries that come along, Qt (LGPL-3.0) among them, keep their own licences. They\n"
        " are listed, with their texts, in\n"
        f" /{LIBRARY}/_internal/tpns_desktop/resources/licences.\n"
    )


def _icons(theme: Path) -> None:
    for picture in sorted((folder.MADE / "icons").glob("*.png")):
        place = theme / f"{picture.stem}x{picture.stem}" / "apps" / f"{NAME}.png"
        place.parent.mkdir(parents=True)
        shutil.copy(picture, place)
    drawn = theme / "scalable" / "apps" / f"{NAME}.svg"
    drawn.parent.mkdir(parents=True)
    shutil.copy(dev_setup.ROOT / "resources" / "icons" / f"{NAME}.svg", drawn)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def _put_link(place: Path, leads_to: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(leads_to)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another disk
        shutil.copy2(source, target)
