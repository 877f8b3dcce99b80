"""The very bytes that would be sent, to read, to copy, to go on with in other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.forms.editors import CheckEditor, SegmentEditor
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.flow_layout import FlowLayout
from tpns_desktop.ui.widgets.json_view import JsonView
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.checks import sentence
from tpns_desktop.ui.words.lists import EMPTY_SLOT, given_later

if TYPE_CHECKING:
    from tpns_desktop.send.examination import Examination
    from tpns_desktop.store.apps import App

_SAID_MS = 2500
"""How long "Copied" stands."""


class JsonPart(QWidget):
    """One request a system. Signal `import_asked`: a person has JSON to begin from."""

    import_asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, only_copy: bool = False) -> None:
        """`only_copy`: of a chat push, whose address holds a login, just the JSON."""
        super().__init__(parent)
        self._only_copy = only_copy
        self._more = ""
        self._app: App | None = None
        self._examination: Examination | None = None
        self._shown: str | None = None
        self._stale = False
        self.platform = SegmentEditor()
        self.platform.setObjectName("preview.json.platform")
        self.platform.edited.connect(self._show)
        self.note = QLabel()
        self.note.setObjectName("preview.json.note")
        self.note.setWordWrap(True)
        self.note.setProperty("role", "muted")
        self.json = JsonView(fold=True, marks=True)
        self.json.setObjectName("preview.json")
        self.whole = CheckEditor()
        self.whole.setObjectName("preview.json.whole")
        self.whole.edited.connect(self._on_whole)
        self.copy = self._button("copy", self._on_copy)
        self.curl = self._button("curl", self._on_curl)
        self.python = self._button("python", self._on_python)
        self.from_json = self._button("import", self.import_asked.emit)
        self._copied = QLabel()
        self._copied.setProperty("role", "ok")
        self._timer = QTimer(self, singleShot=True, interval=_SAID_MS)
        self._timer.timeout.connect(self._copied.clear)
        self._copies = QWidget()
        copies = FlowLayout(self._copies, spacing=8)
        for button in (self.copy, self.curl, self.python):
            copies.addWidget(button)
        copies.addWidget(self._copied)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 12, 4, 4)
        column.setSpacing(8)
        column.addWidget(self.platform)
        column.addWidget(self.note)
        column.addWidget(self.json, 1)
        column.addWidget(self.whole)
        column.addWidget(self._copies)
        column.addWidget(self.from_json, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(0)
        for button in (self.curl, self.python, self.from_json):
            button.setVisible(not only_copy)
        self._show()

    def _button(self, name: str, slot: object) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"preview.json.{name}")
        button.clicked.connect(slot)
        return button

    def set_app(self, app: App | None) -> None:
        """Requests go to this app's access point."""
        self._app = app
        self._show()

    def set_more(self, said: str) -> None:
        """What else there is to say of the request, above it."""
        if said != self._more:
            self._more = said
            self._show()

    def show_examination(self, examination: Examination) -> None:
        """Show the bodies of this examination, now or once this part is looked at."""
        self._examination = examination
        if self.isVisible():
            self._show()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._show()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    @Slot()
    def _show(self) -> None:
        self._stale = False
        self._show_words()
        examination = self._examination
        body = None
        if examination is None:
            self.platform.hide()
            self.note.setText("")
        else:
            body = self._show_requests(examination)
        there = body is not None
        for widget in (self.json, self._copies):
            widget.setVisible(there)
        if body is None:
            self.whole.hide()
            self.json.set_json(b"", compare=False)
            self._shown = None
            return
        chosen = self.platform.value()
        self.json.set_later(EMPTY_SLOT, given_later())
        self.json.set_json(body, compare=chosen == self._shown)
        self._shown = chosen
        self.whole.setVisible(self.json.folds or self.whole.value())

    def _show_requests(self, examination: Examination) -> bytes | None:
        # A chat push is one request, for all phones.
        platforms = ("chat",) if self._only_copy else examination.audience.platforms
        chosen = self.platform.value()
        self.platform.set_choices([(p, PLATFORMS.get(p, p)) for p in platforms])
        if chosen not in platforms:
            chosen = platforms[0] if platforms else None
        self.platform.set_value(chosen)
        self.platform.setVisible(len(platforms) > 1)
        body = examination.bodies.get(chosen or "")
        if body is not None:
            said = (
                self.tr("JSON that will be sent: one request for Android, one for iPhone")
                if len(platforms) > 1
                else self.tr("JSON that will be sent")
            )
            self.note.setText("\n".join(part for part in (said, self._more) if part))
            return body
        errors = examination.errors
        self.note.setText(
            self.tr("The JSON appears when this is mended: {0}").format(sentence(errors[0]))
            if errors
            else ""
        )
        return None

    def _show_words(self) -> None:
        self.json.setAccessibleName(self.tr("JSON that will be sent"))
        self.platform.setAccessibleName(self.tr("Request to show"))
        self.whole.setText(self.tr("Show long lists whole"))
        self.copy.setText(self.tr("Copy"))
        self.copy.setAccessibleName(self.tr("Copy JSON"))
        self.curl.setText(self.tr("Copy as curl"))
        self.python.setText(self.tr("Copy as Python"))
        for button in (self.curl, self.python):
            button.setToolTip(self.tr("Without your keys: placeholders stand in their place"))
            button.setAccessibleDescription(button.toolTip())
        self.from_json.setText(self.tr("Import JSON…"))
        self.from_json.setAccessibleDescription(
            self.tr("Makes a draft of a request that you paste")
        )

    @Slot()
    def _on_whole(self) -> None:
        self.json.set_folding(not self.whole.value())

    @Slot()
    def _on_copy(self) -> None:
        self._copy(self.json.data().decode("utf-8"))

    @Slot()
    def _on_curl(self) -> None:
        from tpns_desktop.ui.words.request_code import curl_with_login

        self._copy(curl_with_login(self._url(), self.json.data()))

    @Slot()
    def _on_python(self) -> None:
        from tpns_desktop.ui.words.request_code import python_program

        self._copy(python_program(self._url(), self.json.data()))

    def _url(self) -> str:
        """Where the chosen app's requests go; a word in its place while there is none."""
        from tpns_desktop.client.endpoints import ACCESS_POINTS  # loaded by now, with the desk

        if self._app is None:
            return "https://<host>"
        if self._app.practice:
            return self._app.access_point
        urls = {point.id: point.url for point in ACCESS_POINTS}
        return urls.get(self._app.access_point, "https://<host>")

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._copied.setText(self.tr("Copied"))
        announce(self, self.tr("Copied"))
        self._timer.start()
