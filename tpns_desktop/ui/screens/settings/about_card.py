"""The card *About*: version, where the data is, and what the program stands on."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl, Slot, qVersion
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QWidget

from tpns_desktop import __version__
from tpns_desktop.paths import licences_dir
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.disclosure import Disclosure
from tpns_desktop.ui.words.updates import (
    newest_words,
    problem_words,
    release_words,
    state_words,
)

if TYPE_CHECKING:
    from tpns_desktop.client.updates import Release

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
    ("cryptography", "Apache-2.0 OR BSD-3-Clause"),
    ("Starlette, uvicorn", "BSD-3-Clause"),
    ("python-multipart", "Apache-2.0"),
)
"""What is delivered with the program, by its own name → licence (SPDX). A test holds the names
against `pyproject.toml`."""


class AboutCard(Card):
    """`open_folder` shows the data folder in the system's own window, `open_licences` the texts.

    `updates` is whether to look for newer versions; it can be changed where that is the person's to
    decide, and is hidden elsewhere.
    """

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
        self._state = ""
        self._outcome: Callable[[], str] = str
        self._page = ""
        self.updates = QCheckBox()
        self.updates.setObjectName("settings.updates")
        self.updates.clicked.connect(self._on_updates_clicked)
        self.updates_said = QLabel()
        self.updates_said.setObjectName("settings.updates_said")
        self.updates_said.setProperty("role", "hint")
        self.updates_said.setWordWrap(True)
        self.look_now = QPushButton()
        self.look_now.setObjectName("settings.look_now")
        self.look_now.clicked.connect(self._on_look_clicked)
        self.outcome = QLabel()
        self.outcome.setObjectName("settings.looked")
        self.outcome.setWordWrap(True)
        self.page = QPushButton()
        self.page.setObjectName("settings.what_is_new")
        self.page.setProperty("kind", "link")
        self.page.clicked.connect(self._on_page_clicked)
        looking = QHBoxLayout()
        looking.addWidget(self.look_now)
        looking.addWidget(self.outcome, 1)
        looking.addWidget(self.page)
        for one in (self.updates, self.look_now, self.outcome, self.page):
            one.hide()
        self.licences = Disclosure("settings.licences")
        self.list = QLabel("\n".join(f"{name} — {licence}" for name, licence in STANDS_ON))
        self.list.setProperty("role", "muted")
        self.list.setWordWrap(True)
        self.qt = QLabel()
        self.qt.setObjectName("settings.qt")
        self.qt.setWordWrap(True)
        self.open_licences = QPushButton()
        self.open_licences.setObjectName("settings.open_licences")
        self.open_licences.clicked.connect(self._on_licences_clicked)
        self.open_licences.setVisible(False)
        texts = QHBoxLayout()
        texts.addWidget(self.open_licences)
        texts.addStretch(1)
        self.licences.body.addWidget(self.list)
        self.licences.body.addWidget(self.qt)
        self.licences.body.addLayout(texts)
        self.body.addWidget(self.version)
        self.body.addWidget(self.where)
        self.body.addLayout(line)
        self.body.addWidget(self.updates)
        self.body.addWidget(self.updates_said)
        self.body.addLayout(looking)
        self.body.addWidget(self.licences)
        session.opened.connect(self._on_opened)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_opened()

    @Slot()
    def _on_opened(self) -> None:
        self._show_folder()
        # Where the program runs from source nothing was gathered.
        self.open_licences.setVisible(licences_dir().is_dir())
        desk = self._session.desk
        if desk is not None:
            self._session.run(desk.updates.state(), self, self._on_state)

    # Newer versions

    def _on_state(self, state: str | None) -> None:
        self._state = state or "nowhere"
        mine = self._state in ("ask", "on", "off")
        self.updates.setVisible(mine)
        self.updates.setChecked(self._state == "on")
        self.look_now.setVisible(self._state == "on")
        if not mine:
            self._tell(str)
        self.updates_said.setText(state_words(self._state))

    @Slot(bool)
    def _on_updates_clicked(self, on: bool) -> None:
        self._session.settings.updates = "on" if on else "off"
        self._session.save_settings()
        self._on_state(self._session.settings.updates)
        self._tell(str)

    @Slot()
    def _on_look_clicked(self) -> None:
        desk = self._session.desk
        if desk is not None:
            self.look_now.setEnabled(False)
            self._session.run(desk.updates.look(True), self, self._on_looked, self._on_not_looked)

    def _on_looked(self, release: Release | None) -> None:
        self.look_now.setEnabled(True)
        if release is None:
            self._tell(newest_words)
        else:
            self._tell(partial(release_words, release), release.page)

    def _on_not_looked(self, error: BaseException) -> None:
        self.look_now.setEnabled(True)
        self._tell(partial(problem_words, str(getattr(error, "reason", "no_answer"))))

    def _tell(self, words: Callable[[], str], page: str = "") -> None:
        self._outcome, self._page = words, page
        self.outcome.setText(words())
        self.outcome.setVisible(bool(words()))
        self.page.setVisible(bool(page))
        if words():
            announce(self.outcome, words())

    @Slot()
    def _on_page_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl(self._page))

    @Slot()
    def _on_licences_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(licences_dir())))

    # Where things are

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
        self.updates.setText(self.tr("Look once a day whether there is a newer version"))
        self.look_now.setText(self.tr("Look now"))
        self.look_now.setAccessibleName(self.tr("Look now for a newer version"))
        self.page.setText(self.tr("What is new"))
        self.updates_said.setText(state_words(self._state) if self._state else "")
        self.outcome.setText(self._outcome())
        self.licences.set_text(self.tr("What it stands on, and the licences"))
        self.qt.setText(
            self.tr(
                "Qt {0} and PySide6 are used under the LGPL, version 3, unchanged. They lie as "
                "separate files beside the program, and you may put your own build in their place. "
                "Their source is at code.qt.io."
            ).format(qVersion())
        )
        self.open_licences.setText(self.tr("Open the licences"))
        self.open_licences.setAccessibleName(self.tr("Open the folder with all licences"))
