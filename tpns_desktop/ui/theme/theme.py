"""The look of the whole program, switchable while it runs.

Owns which tokens are shown and the order in which the parts of Qt learn of them. The system's
colour scheme is an input to it; how things look is in `tokens`, `palette` and `sheet`.
"""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal, Slot
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from tpns_desktop.ui.theme import icons
from tpns_desktop.ui.theme.palette import palette
from tpns_desktop.ui.theme.sheet import ARROWS, sheet
from tpns_desktop.ui.theme.tokens import DARK, LIGHT, TYPE_BODY, Tokens

LOOKS = ("system", "light", "dark")

_NAMELESS = {"", "sans", "sans serif", "sans-serif", "dejavu sans", "bitstream vera sans"}
"""What a Linux without a chosen interface face answers; a face drawn for screens is better."""

_MONOSPACED = (
    "SF Mono",
    "Menlo",
    "Cascadia Mono",
    "Consolas",
    "DejaVu Sans Mono",
    "Noto Sans Mono",
)
_CJK = ("PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC")


class Theme(QObject):
    """Signal `changed`: everything has the other look now.

    The sheet is written for Fusion: make the application with `-style fusion`.
    """

    changed = Signal()

    _pictures: ClassVar[QTemporaryDir | None] = None

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._look = "system"
        self._tokens: Tokens | None = None
        self._sheet_of: Tokens | None = None
        # A style sheet takes pictures only from files, and these are in the look's colours. The
        # application's, as the sheet is: it outlives this object, and with it its folder.
        if Theme._pictures is None:
            Theme._pictures = QTemporaryDir()
        application.setFont(interface_font())
        application.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    @property
    def look(self) -> str:
        """As it was asked for: "system", "light" or "dark"."""
        return self._look

    @property
    def tokens(self) -> Tokens:
        """The colours shown at present."""
        return self._tokens if self._tokens is not None else LIGHT

    def prepare(self, look: str) -> None:
        """Take the colours of a look before any widget is made; `apply` lays on the sheet later.

        For the start: under a sheet Qt polishes a part anew each time it is put into another one;
        a sheet that comes last goes over the finished window once.
        """
        self._look = look if look in LOOKS else "system"
        self._take_colours(self._wanted())

    def apply(self, look: str) -> None:
        """Show "light", "dark", or what the system shows now and later ("system")."""
        self._look = look if look in LOOKS else "system"
        self._show(self._wanted())

    def close(self) -> None:
        """Take away what was written for the sheet; the program ends."""
        if Theme._pictures is not None:
            Theme._pictures.remove()
            Theme._pictures = None

    def _wanted(self) -> Tokens:
        if self._look == "system":
            scheme = self._application.styleHints().colorScheme()
            return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._look == "dark" else LIGHT

    def _take_colours(self, tokens: Tokens) -> None:
        if tokens is self._tokens:
            return
        self._tokens = tokens
        # Tokens and icons first: the palette's and the sheet's change events make things repaint.
        icons.set_tokens(tokens)
        self._application.setPalette(palette(tokens))

    def _show(self, tokens: Tokens) -> None:
        if tokens is self._sheet_of:
            return
        self._take_colours(tokens)
        self._sheet_of = tokens
        self._application.setStyleSheet(sheet(tokens, self._draw_arrows(tokens)))
        self.changed.emit()

    def _draw_arrows(self, tokens: Tokens) -> str:
        assert Theme._pictures is not None  # nothing is drawn after the end
        folder = Theme._pictures.path()
        for name, colour in ARROWS:
            with open(f"{folder}/{name}-{colour}-{tokens.name}.svg", "wb") as file:
                file.write(icons.svg(name, colour))
        return folder

    @Slot(Qt.ColorScheme)
    def _on_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        self._show(self._wanted())


def interface_font() -> QFont:
    """The system's interface face, then faces that surely hold Chinese; 13 pixels."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    named = [] if system.lower() in _NAMELESS else [system]
    font = QFont()
    font.setFamilies([*named, "Inter", *_CJK, "Sans Serif"])
    font.setPixelSize(TYPE_BODY)
    return font


def code_font(size: int = 12) -> QFont:
    """A face of equal widths, for JSON and ids."""
    font = QFont()
    font.setFamilies([*_MONOSPACED, *_CJK])
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setFixedPitch(True)
    font.setPixelSize(size)
    return font
