"""The look in use. The system's scheme is an input here, never relied on to repaint."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from tpns_desktop.ui.theme import icons
from tpns_desktop.ui.theme.palette import palette
from tpns_desktop.ui.theme.sheet import sheet
from tpns_desktop.ui.theme.tokens import DARK, LIGHT, TYPE_BODY, Tokens


FAMILIES = ("Inter", "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC")
"""After the system's own interface face: a Latin one if that is missing, then CJK by name."""


class Theme(QObject):
    """Signal `changed`: colours are others now; whoever paints by hand repaints."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._look = "system"
        self.tokens: Tokens = LIGHT
        app.setStyle("Fusion")
        app.setFont(_interface_font())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def apply(self, look: str) -> None:
        """Take a look into use: "system", "light" or "dark"."""
        self._look = look
        dark = look == "dark" or (look == "system" and _system_is_dark())
        self.tokens = DARK if dark else LIGHT
        icons.set_tokens(self.tokens)
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(sheet(self.tokens))
        self._app.setProperty("tokens", self.tokens.name)
        self.changed.emit()

    @Slot()
    def _on_scheme_changed(self) -> None:
        if self._look == "system":
            self.apply("system")


def tokens_in_use() -> Tokens:
    """The tokens of the running application's look; light where no theme was applied."""
    app = QApplication.instance()
    return DARK if app is not None and app.property("tokens") == DARK.name else LIGHT


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _interface_font() -> QFont:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    first = system.family()
    # Bare Linux desktops answer with a placeholder that may be a serif or bitmap face.
    known = first in QFontDatabase.families() and first.lower() not in ("sans", "sans serif")
    font = QFont()
    font.setFamilies([*([first] if known else []), *FAMILIES])
    font.setPixelSize(TYPE_BODY)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
