"""The question before a Chat push is taken back, and what notifications shall say in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from tpns_desktop.ui.widgets.deliberate_dialog import DeliberateDialog, said

if TYPE_CHECKING:
    from tpns_desktop.send.chat_results import ChatStory

_SHOWN = 60
"""Characters of a title that the question repeats."""


class WithdrawDialog(DeliberateDialog):
    """Accepted when the person stands by it; then `notification` is what is asked for with it."""

    def __init__(self, story: ChatStory, parent: QWidget | None = None) -> None:
        super().__init__("withdraw", danger=True, parent=parent)
        self._named = story.batch.title or story.batch.content
        self._needs = story.may.needs_words
        self._effect = said("")
        self._place = said("muted")
        self.lines.addWidget(self._effect)
        self.lines.addWidget(self._place)
        self.heading = self._field("withdraw.title", story.facts.title)
        self.text = self._field("withdraw.text", "")
        self._missing = said("error")
        self._missing.hide()
        self.lines.addWidget(self._missing)
        self._show_words()
        self._on_edited()

    def notification(self) -> dict[str, Any] | None:
        """``OfflinePushInfo`` that takes the place of what phones show; None: nothing does."""
        text = self.text.text().strip()
        if not text:
            return None
        title = self.heading.text().strip()
        return {**({"Title": title} if title else {}), "Desc": text}

    def _field(self, name: str, value: str) -> QLineEdit:
        label = QLabel()
        label.setObjectName(f"{name}.label")
        editor = QLineEdit(value)
        editor.setObjectName(name)
        editor.textChanged.connect(self._on_edited)
        label.setBuddy(editor)
        self.lines.addWidget(label)
        self.lines.addWidget(editor)
        return editor

    @Slot()
    def _on_edited(self) -> None:
        if not hasattr(self, "_missing"):
            return
        ready = not self._needs or bool(self.text.text().strip())
        self._missing.setVisible(not ready)
        self.allow(ready)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        short = self._named if len(self._named) <= _SHOWN else self._named[:_SHOWN] + "…"
        self._effect.setText(
            self.tr(
                "Who has not got it yet does not get it any more. An unread message is recalled; "
                "what was read was read."
            )
        )
        self._place.setText(
            self.tr(
                "Nothing of it was kept, so the service only puts another notification in its "
                "place: on iPhones, with Google's service, Huawei and Honor, where the app was "
                "not open."
            )
            if self._needs
            else self.tr(
                "If you write a text here, notifications that are shown say it instead: on "
                "iPhones, with Google's service, Huawei and Honor, where the app was not open."
            )
        )
        for editor, words in (
            (self.heading, self.tr("Title in its place")),
            (self.text, self.tr("Text in its place")),
        ):
            label = self.findChild(QLabel, f"{editor.objectName()}.label")
            if isinstance(label, QLabel):
                label.setText(words)
            editor.setAccessibleName(words)
        self._missing.setText(self.tr("Write a text, such as “This offer is over.”"))
        self.set_words(self.tr("Take “{0}” back?").format(short), self.tr("Take it back"))
