"""Our own SVG icons, drawn in the colours of the present look.

The files use `currentColor`; a drawn icon is kept until the look changes.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from tpns_desktop.paths import icons_dir
from tpns_desktop.ui.theme.tokens import LIGHT, Tokens

_SIZES = (16, 20, 24, 32, 48)
_state: dict[str, Tokens] = {"tokens": LIGHT}


def set_tokens(tokens: Tokens) -> None:
    """Draw icons in this look from now on."""
    if _state["tokens"] is not tokens:
        _state["tokens"] = tokens
        icon.cache_clear()


@cache
def icon(name: str, colour: str = "") -> QIcon:
    """The icon of file `name`.svg; muted, and the accent when selected, unless `colour` is given."""
    tokens = _state["tokens"]
    made = QIcon()
    looks = {
        (QIcon.Mode.Normal, QIcon.State.Off): colour or tokens.muted,
        (QIcon.Mode.Normal, QIcon.State.On): colour or tokens.accent,
        (QIcon.Mode.Selected, QIcon.State.Off): colour or tokens.accent,
        (QIcon.Mode.Disabled, QIcon.State.Off): tokens.border_strong,
    }
    for (mode, state), value in looks.items():
        for size in _SIZES:
            made.addPixmap(pixmap(name, value, size), mode, state)
    return made


def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """The icon drawn once, `size` pixels square."""
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return QPixmap.fromImage(image)


@cache
def _source(name: str) -> str:
    path: Path = icons_dir() / f"{name}.svg"
    return path.read_text(encoding="utf-8")
