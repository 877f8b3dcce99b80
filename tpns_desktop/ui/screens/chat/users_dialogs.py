"""The last question before a job begins; whom it failed of; what was read of users."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.forms.editors import LineEditor
from tpns_desktop.ui.screens.chat.users_models import (
    FaultsModel,
    FoundModel,
    TableModel,
)
from tpns_desktop.ui.widgets.deliberate_dialog import DeliberateDialog, said
from tpns_desktop.ui.widgets.record_table import RecordTable
from tpns_desktop.ui.widgets.rows_model import RECORD_ROLE
from tpns_desktop.ui.widgets.verb_dialog import plain
from tpns_desktop.ui.words.chat_people import end_words, question, shown_first, what_words

if TYPE_CHECKING:
    from tpns_desktop.send.chat_people import JobSeen
    from tpns_desktop.store.chat_jobs import Fault

_WIDE, _TYPED = 3, 4
"""Levels from which a tick, and the app's name, are asked for (`send.levels`)."""


class BeginDialog(DeliberateDialog):
    """Says what will be done with how many; asks as much as that wants."""

    def __init__(self, seen: JobSeen, app_name: str, parent: QWidget | None = None) -> None:
        sweeping = seen.row.kind in ("remove_all_tags", "replace_tags")
        super().__init__("users.begin", danger=sweeping and seen.level > 0, parent=parent)
        words = question(seen, app_name)
        for line in words.happens:
            self.lines.addWidget(said("", line))
        self._app_name = app_name
        self._tick: QCheckBox | None = None
        self._name: LineEditor | None = None
        if seen.level >= _WIDE:
            self._tick = QCheckBox(self.tr("I checked which users and what"))
            self._tick.setObjectName("users.begin.tick")
            self._tick.toggled.connect(self._check)
            self.lines.addWidget(self._tick)
        if seen.level >= _TYPED:
            text = self.tr("To do it, type the Chat app's name: {0}").format(app_name)
            label = said("", text)
            self._name = LineEditor()
            self._name.setObjectName("users.begin.name")
            self._name.setAccessibleName(text)
            self._name.setPlaceholderText(app_name)
            self._name.textChanged.connect(self._check)
            label.setBuddy(self._name)
            self.lines.addWidget(label)
            self.lines.addWidget(self._name)
        self.set_words(words.title, words.verb)
        self._check()

    def ticked(self) -> bool:
        """Whether the tick is set."""
        return self._tick is not None and self._tick.isChecked()

    def typed_text(self) -> str:
        """What was typed for the app's name."""
        return self._name.text() if self._name is not None else ""

    @Slot()
    def _check(self) -> None:
        ticked = self._tick is None or self._tick.isChecked()
        typed = self._name is None or bool(self._name.text().strip())
        self.allow(ticked and typed)


class TableDialog(QDialog):
    """A table of what came of a job. Signal `save_asked`: let the person save all of it."""

    save_asked = Signal()

    def __init__(self, name: str, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 600)
        self.model = model
        model.setParent(self)
        self.heading = plain("card-title")
        self.said = plain("")
        self.said.setObjectName(f"{name}.said")
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.more = plain("muted")
        self.table = RecordTable(RECORD_ROLE)
        self.table.setObjectName(f"{name}.table")
        self.table.setModel(model)
        self.copy = self._button("copy", self._on_copy)
        self.save = self._button("save", self.save_asked.emit)
        self.close_button = self._button("close", self.accept)
        self.copied = QLabel()
        foot = QHBoxLayout()
        foot.setSpacing(10)
        for widget in (self.copy, self.save, self.copied):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        for widget in (self.heading, self.said, self.more):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def show_job(self, seen: JobSeen, rows: Sequence[Any], whole: int) -> None:
        """What a job came to, and the first of its rows; `whole`: how many there are."""
        words = what_words(seen.row.kind, seen.row.params)
        self.setWindowTitle(words)
        self.heading.setText(words)
        self.said.setText("\n".join(end_words(seen)))
        self.model.show_rows(rows)
        few = len(rows) < whole
        self.more.setText(shown_first(len(rows), whole) if few else "")
        self.more.setVisible(few)
        self.table.setVisible(bool(rows))
        for button in (self.copy, self.save):
            button.setEnabled(bool(rows) or seen.row.kind != "read")
        self.table.set_widths(self.model.widths(), self.model.stretched())
        self.table.setAccessibleName(words)
        self.copy.setText(self.tr("Copy"))
        self.save.setText(self.tr("Save as a table…"))
        self.close_button.setText(self.tr("Close"))
        self.close_button.setFocus()

    def _button(self, name: str, slot: Any) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"{self.objectName()}.{name}")
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.model.as_text())
        self.copied.setText(self.tr("Copied"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.model.refresh_words()
        super().changeEvent(event)


class ReportDialog(TableDialog):
    """Whom a job failed of."""

    def __init__(
        self, seen: JobSeen, faults: Sequence[Fault], parent: QWidget | None = None
    ) -> None:
        super().__init__("users.report", FaultsModel(), parent)
        self.show_job(seen, faults, seen.row.failed)


class FoundDialog(TableDialog):
    """What users have."""

    def __init__(
        self, seen: JobSeen, rows: Sequence[dict[str, Any]], parent: QWidget | None = None
    ) -> None:
        super().__init__("users.found", FoundModel(), parent)
        self.show_job(seen, rows, seen.row.done - seen.row.failed)
