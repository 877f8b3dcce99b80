"""Icons: SVGs drawn with `currentColor`, rendered in a colour of the present look.

Owns the rendering, its cache and the recolouring of icons already shown. A button keeps the plain
QIcon it was given, so nothing of ours is called while it paints; when the look changes, `refresh`
gives every button and action that shows one of ours the same icon drawn anew.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from tpns_desktop import paths
from tpns_desktop.ui.theme.tokens import Tokens, current_tokens, set_current_tokens

ICON_SIZE = 18
"""Usual edge of an icon in a button or the rail, device-independent pixels."""

_RATIOS = (1, 2, 3)

_Recipe = tuple[str, str, str]
"""Name of the file, token of the colour, token of the colour when checked."""

_icons: dict[tuple[_Recipe, str], QIcon] = {}
_recipes: dict[int, _Recipe] = {}
"""QIcon.cacheKey() of every icon given out → how to make it again."""


def icon(name: str, colour: str = "muted", checked: str = "accent") -> QIcon:
    """The icon `resources/icons/<name>.svg` in the colour of a token, cached.

    `checked` is the token for a checked button; a disabled one is drawn faint. An icon that does
    not exist gives a null QIcon: a missing picture must not stop the program, a test finds it.
    """
    return _icon((name, colour, checked), current_tokens())


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """One picture of an icon. `colour` is a token's name or "#RRGGBB"; `size` in DIP."""
    edge = round(size * ratio)
    picture = QPixmap(edge, edge)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg(name, colour))).render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def svg(name: str, colour: str) -> bytes:
    """The SVG of an icon with its `currentColor` made a token's (or "#RRGGBB") colour."""
    value = colour if colour.startswith("#") else str(getattr(current_tokens(), colour))
    return _source(name).replace(b"currentColor", value.encode("ascii"))


def exists(name: str) -> bool:
    """Whether there is such an icon."""
    return bool(_source(name))


def set_tokens(tokens: Tokens) -> None:
    """Draw for this look from now on, and redraw what is already shown."""
    set_current_tokens(tokens)
    refresh()


def refresh() -> None:
    """Give every button and action that shows one of ours the icon of the present look."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    for widget in application.allWidgets():
        shown: list[QAbstractButton | QAction] = list(widget.actions())
        if isinstance(widget, QAbstractButton):
            shown.append(widget)
        for thing in shown:
            picture = thing.icon()
            recipe = None if picture.isNull() else _recipes.get(picture.cacheKey())
            if recipe is not None:
                thing.setIcon(_icon(recipe, current_tokens()))


def _icon(recipe: _Recipe, tokens: Tokens) -> QIcon:
    key = (recipe, tokens.name)
    if key not in _icons:
        _icons[key] = _draw(*recipe)
        _recipes[_icons[key].cacheKey()] = recipe
    return _icons[key]


def _draw(name: str, colour: str, checked: str) -> QIcon:
    result = QIcon()
    if not exists(name):
        return result
    for ratio in _RATIOS:
        for mode, state, token in (
            (QIcon.Mode.Normal, QIcon.State.Off, colour),
            (QIcon.Mode.Normal, QIcon.State.On, checked),
            (QIcon.Mode.Disabled, QIcon.State.Off, "faint"),
        ):
            result.addPixmap(pixmap(name, token, ICON_SIZE, ratio), mode, state)
    return result


def icon_size() -> QSize:
    """The usual size as Qt wants it."""
    return QSize(ICON_SIZE, ICON_SIZE)


@cache
def _source(name: str) -> bytes:
    try:
        return (paths.icons_dir() / f"{name}.svg").read_bytes()
    except OSError:
        return b""
