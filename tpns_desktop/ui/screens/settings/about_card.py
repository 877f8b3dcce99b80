"""The card *About*: version, where the data is, and what the program stands on."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from tpns_desktop import __version__
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.disclosure import Disclosure

OWN_LICENCE = "Apache-2.0"

_BREAKS = re.compile(r"([/\\])")

STANDS_ON = (
    ("Qt, PySide6", "LGPL-3.0"),
    ("Python", "PSF-2.0"),
    ("SQLite", "public domain"),
    ("SQLAlchemy, Alembic", "MIT"),
    ("httpx, httpcore", "BSD-3-Clause"),
    ("pydantic", "MIT"),
    ("keyring", "MIT"),
    ("truststore", "MIT"),
    ("platformdirs", "MIT"),
    ("NumPy", "BSD-3-Clause"),
    ("PyQtGraph, Colorama", "MIT, BSD-3-Clause"),
    ("psutil", "BSD-3-Clause"),
    ("Starlette, uvicorn", "BSD-3-Clause"),
    ("python-multipart", "Apache-2.0"),
)
"""What is delivered with the program, by its own name → licence (SPDX). A test holds the names
against `pyproject.toml`."""


class AboutCard(Card):
    """`open_folder` shows the data folder in the system's own window."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self.version = QLabel()
        self.version.setObjectName("settings.version")
        self.where = QLabel()
        self.where.setProperty("role", "muted")
        self.folder = QLabel()
        self.folder.setObjectName("settings.folder")
        self.folder.setTextFormat(Qt.TextFormat.PlainText)
        self.folder.setWordWrap(True)
        self.open_folder = QPushButton()
        self.open_folder.setObjectName("settings.open_folder")
        self.open_folder.clicked.connect(self._on_open_clicked)
        line = QHBoxLayout()
        line.addWidget(self.folder, 1)
        line.addWidget(self.open_folder)
        self.licences = Disclosure("settings.licences")
        self.list = QLabel("\n".join(f"{name} — {licence}" for name, licence in STANDS_ON))
        self.list.setProperty("role", "muted")
        self.list.setWordWrap(True)
        self.licences.body.addWidget(self.list)
        self.body.addWidget(self.version)
        self.body.addWidget(self.where)
        self.body.addLayout(line)
        self.body.addWidget(self.licences)
        session.opened.connect(self._show_folder)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_folder()

    @Slot()
    def _show_folder(self) -> None:
        desk = self._session.desk
        if desk is not None:
            # It may break after each separator, so that a long path is not cut.
            self.folder.setText(_BREAKS.sub("\\1\u200b", str(desk.data_dir)))
        self.open_folder.setEnabled(desk is not None)

    @Slot()
    def _on_open_clicked(self) -> None:
        if self._session.desk is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._session.desk.data_dir)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(self.tr("About"))
        self.version.setText(
            self.tr("TPNS Desktop {0} · licence {1}").format(__version__, OWN_LICENCE)
        )
        self.where.setText(self.tr("Drafts, plans, lists and history are kept on this computer:"))
        self.open_folder.setText(self.tr("Open the folder"))
        self.open_folder.setAccessibleName(self.tr("Open the data folder"))
        self.licences.set_text(self.tr("What it stands on, and the licences"))
