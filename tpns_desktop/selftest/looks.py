"""Checks that need Qt and no window: translations, icons, charts."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from tpns_desktop import paths
from tpns_desktop.selftest import Failed
from tpns_desktop.ui.i18n import Languages
from tpns_desktop.ui.theme import icons

ICONS_MIN: Final = 30
"""Fewer than these came along only if something was lost."""
FORMATS: Final = ("svg", "png", "jpg", "webp")
"""Pictures of a push that can be shown."""


def translations(app: QApplication, folder: Path | None = None) -> str:
    """Chinese is spoken, by the program and by Qt; English has its plurals."""
    folder = paths.translations_dir() if folder is None else folder
    for code in ("en", "zh_CN"):
        if not (folder / f"tpns_desktop_{code}.qm").is_file():
            raise Failed(f"tpns_desktop_{code}.qm is not in {folder}")
    languages, before = Languages(app), QLocale()
    try:
        languages.apply("zh_CN")
        ours = QCoreApplication.translate("Review", "Send in practice")
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qts = box.button(QDialogButtonBox.StandardButton.Cancel).text()
        box.deleteLater()
        languages.apply("en")
        one = QCoreApplication.translate(
            "Agenda", "Within an hour of %Ln other(s) to the same people.", None, 1
        )
    finally:
        languages.deleteLater()  # what it installed goes with it
        QLocale.setDefault(before)
    if not _is_chinese(ours):
        raise Failed(f"“Send in practice” stays {ours!r} in Chinese")
    if not _is_chinese(qts):
        where = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        raise Failed(f"Qt's “Cancel” stays {qts!r} in Chinese; its words belong into {where}")
    if "(s)" in one:
        raise Failed(f"English has no plurals: {one}")
    return f"“Send in practice” is {ours}, Qt's “Cancel” is {qts}"


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def pictures(app: QApplication, folder: Path | None = None) -> str:
    """Each icon is drawn, and the formats of pictures are known."""
    folder = paths.icons_dir() if folder is None else folder
    names = sorted(file.stem for file in folder.glob("*.svg"))
    if len(names) < ICONS_MIN:
        raise Failed(f"{len(names)} icons are in {folder}, at least {ICONS_MIN} belong there")
    for name in names:
        image = icons.pixmap(name, "text", 32).toImage()
        drawn = any(image.pixelColor(x, y).alpha() for x in range(32) for y in range(32))
        if not drawn:
            raise Failed(f"the icon {name}.svg stays empty")
    known = {bytes(one.data()).decode("ascii") for one in QImageReader.supportedImageFormats()}
    missing = [one for one in FORMATS if one not in known]
    if missing:
        raise Failed(f"pictures of these kinds cannot be read: {', '.join(missing)}")
    return f"{len(names)} icons drawn; pictures: {', '.join(FORMATS)}"


def charts(app: QApplication) -> str:
    """What draws the charts loads, statement by statement as the window does it."""
    from tpns_desktop.ui.widgets.charts.library import LIBRARY

    try:
        LIBRARY.wait()
        import numpy
        import pyqtgraph

        plot = pyqtgraph.PlotWidget()
        plot.plot(numpy.arange(4), numpy.arange(4) ** 2)
        plot.resize(200, 120)
        picture = plot.grab()
        plot.deleteLater()
    except Exception as error:
        raise Failed(f"charts cannot be drawn: {type(error).__name__}: {error}") from None
    if picture.isNull():
        raise Failed("a chart was drawn and nothing is to be seen")
    return f"pyqtgraph {pyqtgraph.__version__}, NumPy {numpy.__version__}"
