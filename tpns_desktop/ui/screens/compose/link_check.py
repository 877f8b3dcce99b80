"""A button beside a web address that asks whether it opens, and what was found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout

from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.fields import Field
from tpns_desktop.ui.theme.sheet import repolish
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.words.links import link_words


class LinkCheck(QObject):
    """Signal `asked(str)`: a person wants to know of this address."""

    asked = Signal(str)

    def __init__(self, field: Field, column: QVBoxLayout, binding: DraftBinding) -> None:
        """The button goes beside `field`, the answer into `column` below it."""
        super().__init__(field)
        self._field = field
        self._binding = binding
        self._url = ""
        self._found: int | str | None = None
        self.button = QPushButton()
        self.button.setObjectName(f"{field.path}.check")
        self.button.clicked.connect(self._on_clicked)
        field.add_beside(self.button)
        self.said = QLabel()
        self.said.setObjectName(f"{field.path}.found")
        self.said.setWordWrap(True)
        self.said.hide()
        column.addWidget(self.said)
        field.installEventFilter(self)
        binding.edited.connect(self._on_edited)
        binding.replaced.connect(self.show_values)
        self.retranslate()

    @Slot(str, object)
    def show_found(self, url: str, found: int | str | None) -> None:
        """Say what was found at `url`, if it is still the one; None: it could not be asked."""
        if url == self._url:
            self._found = "network" if found is None else found
            self.show_values()
            announce(self.said, self.said.text())

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.button.setText(self.tr("Check link"))
        name = self.tr("Check the link: {0}").format(self._field.editor.accessibleName())
        self.button.setAccessibleName(name)
        self.show_values()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.show_values()
        return False

    @Slot()
    def _on_clicked(self) -> None:
        self._url, self._found = self._typed, None
        self.show_values()
        self.asked.emit(self._url)

    @Slot(str)
    def _on_edited(self, path: str) -> None:
        if path == self._field.path:
            self.show_values()

    @property
    def _typed(self) -> str:
        return str(self._binding.value(self._field.path)).strip()

    @Slot()
    def show_values(self) -> None:
        """Show the answer while it is of what stands in the field."""
        typed = self._typed
        self.button.setEnabled(bool(typed))
        same = bool(typed) and typed == self._url
        self.said.setVisible(same and not self._field.isHidden())
        if not same:
            return
        if self._found is None:
            text, role = self.tr("Asking…"), "hint"
        else:
            text, role = link_words(self._found)
        self.said.setText(text)
        if self.said.property("role") != role:
            self.said.setProperty("role", role)
            repolish(self.said)
