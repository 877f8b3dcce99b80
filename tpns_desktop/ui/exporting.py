"""A table or a picture of the page in a file of the person's choice, and how that went."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from tpns_desktop.ui.session import Session
    from tpns_desktop.ui.widgets.banner import Banner

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
"""What some system refuses in a file's name."""
_NAME_MAX_BYTES = 200
"""Most systems take 255; what is being written has some more letters."""
_TAKEN = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{name}{n}" for name in ("COM", "LPT") for n in range(1, 10))}
)
"""Names that Windows keeps for itself, with any ending."""


class Exporting(QObject):
    """Belongs to a page; tells in the page's `banner` where the file is, or why there is none."""

    def __init__(self, session: Session, page: QWidget, banner: Banner) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._banner = banner
        self.dialog: QFileDialog | None = None
        self._writer: Callable[[Path], Coroutine[Any, Any, object]] | None = None

    @Slot(str, bytes)
    def save(self, name: str, content: bytes) -> None:
        """Let a person choose a place, with this file name suggested, and write `content` there."""
        self.save_by(name, partial(_written, content=content))

    def save_by(self, name: str, writer: Callable[[Path], Coroutine[Any, Any, object]]) -> None:
        """The same for what is too long to be held: `writer` puts it into the file."""
        from PySide6.QtWidgets import QFileDialog  # seldom met, and slow to load

        if self.dialog is not None:
            self.dialog.reject()
        stem, _, ending = name.rpartition(".")
        dialog = QFileDialog(self._page.window(), self.tr("Save"))
        dialog.setObjectName("export")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        picture = ending == "png"
        kind = self.tr("Picture (*.png)") if picture else self.tr("Table for a spreadsheet (*.csv)")
        dialog.setNameFilter(kind)
        dialog.setDefaultSuffix(ending)
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog.setDirectory(folder)
        dialog.selectFile(safe_name(stem, ending))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.write)
        dialog.finished.connect(self._on_finished)
        self._writer = writer
        self.dialog = dialog
        dialog.open()

    @Slot(str)
    def write(self, path: str) -> None:
        """Write what was to be saved into this file."""
        if self._writer is None:
            return
        place = Path(path)
        self._session.run(
            self._writer(place), self, lambda _: self._on_saved(place), self._on_failed
        )

    @Slot(int)
    def _on_finished(self, _result: int) -> None:
        self.dialog = None

    def _on_saved(self, path: Path) -> None:
        self._say(lambda: self.tr("Saved: {0}").format(path), "ok")

    def _on_failed(self, _error: BaseException) -> None:
        self._say(lambda: self.tr("It could not be saved there. Choose another folder."), "warn")

    def _say(self, words: Callable[[], str], tone: str) -> None:
        self._banner.set_tone(tone)
        self._banner.set_text(words, announce=True)
        self._banner.show()


def safe_name(stem: str, ending: str) -> str:
    """A file's name that every system takes."""
    fit = " ".join(_UNFIT.sub(" ", stem).split())
    fit = fit.encode()[:_NAME_MAX_BYTES].decode(errors="ignore").strip(" .")
    if not fit or fit.partition(".")[0].strip().upper() in _TAKEN:
        fit = f"TPNS {fit}".strip()
    return f"{fit}.{ending}"


async def _written(path: Path, content: bytes) -> Path:
    # Whole or not there: a spreadsheet may have the old one open.
    await asyncio.to_thread(partial(_replace, path, content))
    return path


def _replace(path: Path, content: bytes) -> None:
    making = path.with_name(f".{path.name}.part")
    try:
        making.write_bytes(content)
        making.replace(path)
    finally:
        making.unlink(missing_ok=True)
