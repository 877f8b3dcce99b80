"""Keeps in the draft what an SMS template said when a person chose it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from tpns_desktop.ui.forms.binding import DraftBinding

if TYPE_CHECKING:
    from tpns_desktop.send.sms_facts import SmsFacts


class TemplateWords(QObject):
    """Only a choice is kept, never what the book says later: that it changed must show."""

    def __init__(self, binding: DraftBinding, parent: QObject) -> None:
        super().__init__(parent)
        self._binding = binding
        self._book: SmsFacts | None = None
        self._chosen = False
        binding.edited.connect(self._on_edited)
        binding.replaced.connect(self._on_replaced)

    def show_book(self, book: SmsFacts | None) -> None:
        """The book was read: perhaps it has by now what was chosen."""
        self._book = book
        if self._chosen:
            self._keep()

    @Slot(str)
    def _on_edited(self, path: str) -> None:
        if path == "sms.template_id":
            self._chosen = True
            self._keep()

    @Slot()
    def _on_replaced(self) -> None:
        self._chosen = False

    def _keep(self) -> None:
        template_id = self._binding.value("sms.template_id").strip()
        found = self._book.template(template_id) if self._book is not None else None
        words = found.content if found is not None else ""
        self._chosen = not words
        self._binding.set_value("sms.template_text", words)
