"""The language of the window, changed while it runs.

English is the source language; its own file holds the plural forms, zh_CN's everything. Qt's own
words (of date editors, say) come from the files that PySide6 brings along.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from tpns_desktop.paths import translations_dir

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
"""Code → the language's own name."""


def system_language() -> str:
    """The code of the system's language if the program speaks it, else English."""
    return "zh_CN" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def plural(context: str, text: str, n: int) -> str:
    """`text` with its "%n" (grouped: "%Ln") as `n`, in the form that the language has for it.

    lupdate does not see through this function: mark `text` with QT_TRANSLATE_N_NOOP where it
    stands, or call `QCoreApplication.translate` there. `QObject.tr` takes the wrong context for
    "%n" in subclasses.
    """
    return QCoreApplication.translate(context, text, None, n)


class Languages(QObject):
    """Installs translators; every live widget gets a LanguageChange event from Qt."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._installed: list[QTranslator] = []
        self.current = "en"

    def apply(self, language: str) -> None:
        """Speak this language ("en", "zh_CN") from now on; "" is the system's."""
        code = language if language in LANGUAGES else system_language()
        self.current = code
        # Numbers and dates follow the words, whatever the system is set to.
        QLocale.setDefault(QLocale(code if code != "en" else "en_US"))
        translators = [self._loaded(f"tpns_desktop_{code}", str(translations_dir()))]
        if code != "en":
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            translators.append(self._loaded(f"qtbase_{code}", folder))
        old, self._installed = self._installed, [t for t in translators if t is not None]
        for translator in old:
            self._app.removeTranslator(translator)
        for window in self._app.topLevelWidgets():
            window.unsetLocale()  # spin boxes and date editors keep the one they were made with
        for translator in self._installed:
            self._app.installTranslator(translator)

    def _loaded(self, name: str, folder: str) -> QTranslator | None:
        translator = QTranslator(self)
        return translator if translator.load(name, folder) else None
