#!/usr/bin/env python3
"""Gathers the licences of all that the frozen program brings, with their texts, and an SBOM.

    python licences.py FOLDER SBOM

Run by the build's own Python, whose environment holds exactly what is frozen. In FOLDER:
`NOTICE.txt` (who, which version, which licence, where from, and how Qt is replaced), and a file of
texts a library. The SBOM is CycloneDX 1.6 as JSON.
"""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import sqlite3
import ssl
import subprocess
import sys
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import Distribution, PackageMetadata, distribution, version
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import identity

from frozen import contents

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "packaging" / "licences"
"""Texts that no wheel brings: Qt's."""

_QT_NOTICE = """\
Qt and PySide6 {version} are used under the GNU Lesser General Public License, version 3. Its text
is in LGPL-3.0.txt, that of the GNU General Public License, to which it refers, in GPL-3.0.txt.
Both are used as their makers built them; nothing in them was changed. Their source is at
https://code.qt.io and https://download.qt.io, under this version's number.

You may replace them: they lie as separate libraries in the folder PySide6 beside this program's
other files, are loaded at its start, and any build of the same version with the same interface can
be put in their place. You may take the program apart to mend what you changed in them.
"""

# Wheels that name their licence in words or not at all.
_KNOWN = {
    "pyside6-essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
    "colorama": "BSD-3-Clause",
    "numpy": "BSD-3-Clause",
}
_WORDS = {
    "MIT License": "MIT",
    "MIT": "MIT",
    "BSD License": "BSD-3-Clause",
    "BSD 3-Clause License": "BSD-3-Clause",
    "BSD": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
NATIVE: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    "linux": (
        ("libxcb-cursor", "libxcb-cursor0", "X11", "https://xcb.freedesktop.org"),
        ("libxcb-icccm", "libxcb-icccm4", "X11", "https://xcb.freedesktop.org"),
        ("libxcb-image", "libxcb-image0", "X11", "https://xcb.freedesktop.org"),
        ("libxcb-keysyms", "libxcb-keysyms1", "X11", "https://xcb.freedesktop.org"),
        ("libxcb-render-util", "libxcb-render-util0", "X11", "https://xcb.freedesktop.org"),
        ("libxcb-util", "libxcb-util1", "X11", "https://xcb.freedesktop.org"),
        ("libxcb", "libxcb-randr0", "X11", "https://xcb.freedesktop.org"),
        ("libxkbcommon", "libxkbcommon0", "MIT", "https://xkbcommon.org"),
        ("libffi", "libffi8", "MIT", "https://sourceware.org/libffi"),
        ("liblzma", "liblzma5", "0BSD", "https://tukaani.org/xz"),
        ("libbz2", "libbz2-1.0", "bzip2-1.0.6", "https://sourceware.org/bzip2"),
    ),
    "win32": (),
    "darwin": (),
}
"""What comes from the machine that builds: name, Debian package, licence, address. The ICU in Qt
and the OpenBLAS in NumPy are told by these themselves."""

_SPDX = re.compile(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*")


class Unknown(Exception):
    """A library whose licence nobody told; it must not be shipped."""


@dataclass(frozen=True)
class Part:
    """One thing that is shipped."""

    name: str
    version: str
    licence: str
    """SPDX."""
    address: str = ""
    purl: str = ""
    texts: tuple[Path, ...] = field(default=())


def main(arguments: list[str]) -> int:
    """Write both; gives the exit code."""
    folder, sbom_file = Path(arguments[0]), Path(arguments[1])
    parts = all_parts()
    write_texts(parts, folder)
    sbom_file.parent.mkdir(parents=True, exist_ok=True)
    sbom_file.write_text(json.dumps(sbom(parts), indent=2, ensure_ascii=False) + "\n", "utf-8")
    print(f"licences of {len(parts)} parts")
    return 0


def all_parts() -> list[Part]:
    """Distributions by the lock, Python, and what Python brings along. Raises `Unknown`."""
    names = contents.distributions(ROOT / "packaging" / "requirements.txt")
    return [_part(distribution(name)) for name in names] + [
        Part(
            "Python",
            platform.python_version(),
            "PSF-2.0",
            "https://www.python.org",
            f"pkg:generic/python@{platform.python_version()}",
            tuple(_pythons_text()),
        ),
        Part(
            "SQLite",
            sqlite3.sqlite_version,
            "blessing",
            "https://sqlite.org",
            f"pkg:generic/sqlite@{sqlite3.sqlite_version}",
        ),
        Part(
            "OpenSSL",
            ssl.OPENSSL_VERSION.split()[1],
            "Apache-2.0",
            "https://openssl-library.org",
            f"pkg:generic/openssl@{ssl.OPENSSL_VERSION.split()[1]}",
        ),
        Part(
            "PyInstaller bootloader",
            version("pyinstaller"),
            "GPL-2.0-or-later WITH Bootloader-exception",
            "https://pyinstaller.org",
            f"pkg:pypi/pyinstaller@{version('pyinstaller')}",
        ),
        *(_native(*row) for row in NATIVE[sys.platform]),
    ]


def _native(name: str, package: str, licence: str, address: str) -> Part:
    known = ""
    if shutil.which("dpkg-query"):
        query = ["dpkg-query", "-W", "-f", "${Version}", package]
        known = subprocess.run(query, capture_output=True, text=True).stdout
    place = Path("/usr/share/doc", package, "copyright")
    text = (place,) if place.is_file() else ()
    return Part(name, known or "as on the machine that built it", licence, address, "", text)


def _part(found: Distribution) -> Part:
    meta = found.metadata
    name = re.sub(r"[-_.]+", "-", meta["Name"]).lower()
    return Part(
        meta["Name"],
        found.version,
        licence_of(name, _said(meta, "License-Expression", "License"), _all(meta, "Classifier")),
        _address(_said(meta, "Home-page"), _all(meta, "Project-URL")),
        f"pkg:pypi/{name}@{found.version}",
        tuple(_texts(found)),
    )


def _said(meta: PackageMetadata, *keys: str) -> str:
    return next((str(meta[key]) for key in keys if key in meta), "")


def _all(meta: PackageMetadata, key: str) -> list[str]:
    return [str(one) for one in meta.get_all(key) or []]


def licence_of(name: str, said: str, classifiers: list[str]) -> str:
    """A distribution's licence as SPDX, by what its metadata says. Raises `Unknown`."""
    if name in _KNOWN:
        return _KNOWN[name]
    said = _WORDS.get(said.strip(), said.strip())
    if _SPDX.fullmatch(said) and "\n" not in said:
        return said
    for line in classifiers:
        kind, _, words = line.rpartition(" :: ")
        if kind.startswith("License") and words in _WORDS:
            return _WORDS[words]
    raise Unknown(f"{name} does not say its licence in a known way: {said[:60]!r}")


def write_texts(parts: list[Part], folder: Path) -> None:
    """NOTICE.txt and the texts."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for text in sorted(TEXTS.glob("*.txt")):
        shutil.copy(text, folder / text.name)
    shutil.copy(ROOT / "LICENSE", folder / "TPNS-Desktop.txt")
    qt = next((p.version for p in parts if p.name.lower().startswith("pyside6")), "")
    lines = [
        f"{identity.TITLE} {identity.version()} is licensed under {identity.LICENCE} "
        "(TPNS-Desktop.txt).",
        "It stands on what others made, and brings it along:",
        "",
        *(f"  {p.name} {p.version}: {p.licence}  {p.address}".rstrip() for p in parts),
        "",
        _QT_NOTICE.format(version=qt),
    ]
    (folder / "NOTICE.txt").write_text("\n".join(lines), "utf-8")
    for part in parts:
        said = [t.read_text("utf-8", errors="replace").strip() for t in part.texts]
        if said:
            whole = f"\n\n{'-' * 72}\n\n".join(said)
            (folder / f"{part.name}.txt").write_text(whole + "\n", "utf-8")


def sbom(parts: list[Part]) -> dict[str, Any]:
    """CycloneDX 1.6. The same parts give the same document."""
    seed = "|".join(f"{p.name} {p.version}" for p in parts) + identity.version()
    when = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, seed)}",
        "version": 1,
        "metadata": {
            "timestamp": when.isoformat().replace("+00:00", "Z"),
            "component": {
                "type": "application",
                "bom-ref": identity.NAME,
                "name": identity.NAME,
                "version": identity.version(),
                "licenses": [{"expression": identity.LICENCE}],
            },
        },
        "components": [
            {
                "type": "library",
                "bom-ref": _ref(part),
                "name": part.name,
                "version": part.version,
                **({"purl": part.purl} if part.purl else {}),
                "licenses": [{"expression": part.licence}],
            }
            for part in parts
        ],
        "dependencies": [{"ref": identity.NAME, "dependsOn": [_ref(part) for part in parts]}],
    }


def _ref(part: Part) -> str:
    return part.purl or f"native/{part.name}"


def _texts(found: Distribution) -> list[Path]:
    named = re.compile(r"(?i)(licen[cs]e|copying|notice)[^/]*$")
    files = [f for f in found.files or [] if ".dist-info/" in str(f) and named.search(str(f))]
    return sorted(Path(str(f.locate())) for f in files if Path(str(f.locate())).is_file())


def _pythons_text() -> list[Path]:
    base = Path(sys.base_prefix)
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    places = [base / "LICENSE.txt", base / "lib" / version / "LICENSE.txt"]
    return [place for place in places if place.is_file()][:1]


def _address(page: str, addresses: list[str]) -> str:
    named = dict(line.split(", ", 1) for line in addresses if ", " in line)
    for key in ("Homepage", "homepage", "Home", "Source", "Repository", "source", "GitHub"):
        if key in named:
            return named[key]
    return page or next(iter(named.values()), "")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Unknown as unknown:
        sys.exit(f"licences.py: {unknown}")
