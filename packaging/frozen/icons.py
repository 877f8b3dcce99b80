#!/usr/bin/env python3
"""Draws the program's icon in all sizes: PNG for Linux, .ico for Windows, .icns for macOS.

    python icons.py FOLDER

Run by the build's own Python, which has Qt; nothing else is needed to draw.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Of the hicolor theme."""
ICO_SIZES = (16, 24, 32, 48, 64, 256)
ICNS_KINDS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}
SOURCE = Path(__file__).resolve().parents[2] / "resources" / "icons" / "tpns-desktop.svg"


def main(arguments: list[str]) -> int:
    """Draw them into the folder; gives the exit code."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    drawn = {size: png(SOURCE, size) for size in SIZES}
    for size, data in drawn.items():
        (folder / f"{size}.png").write_bytes(data)
    (folder / "tpns-desktop.ico").write_bytes(ico({size: drawn[size] for size in ICO_SIZES}))
    (folder / "tpns-desktop.icns").write_bytes(icns({size: drawn[size] for size in ICNS_KINDS}))
    return 0


def png(source: Path, size: int) -> bytes:
    """A drawing as a square PNG of this edge."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(source)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Windows' file of icons, each picture a PNG."""
    place = 6 + 16 * len(pictures)
    entries, data = b"", b""
    for size, picture in sorted(pictures.items()):
        edge = size % 256  # 0 says 256
        entries += struct.pack("<4B2H2I", edge, edge, 0, 0, 1, 32, len(picture), place + len(data))
        data += picture
    return struct.pack("<3H", 0, 1, len(pictures)) + entries + data


def icns(pictures: dict[int, bytes]) -> bytes:
    """Apple's file of icons, each picture a PNG."""
    data = b"".join(
        ICNS_KINDS[size] + struct.pack(">I", len(picture) + 8) + picture
        for size, picture in sorted(pictures.items())
    )
    return b"icns" + struct.pack(">I", len(data) + 8) + data


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
