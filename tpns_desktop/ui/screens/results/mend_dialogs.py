"""The question before a push is cancelled, stopped, replaced or corrected: what, and for whom."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Slot
from PySide6.QtWidgets import QButtonGroup, QComboBox, QRadioButton, QWidget

from tpns_desktop.ui.widgets.deliberate_dialog import DeliberateDialog, said
from tpns_desktop.ui.words.audience import PLATFORMS, short_label
from tpns_desktop.ui.words.mending import both_rows, effect_words, left_out_rows, why_not_words
from tpns_desktop.ui.words.numbers import day_and_time
from tpns_desktop.ui.words.review import systems

if TYPE_CHECKING:
    from tpns_desktop.send.mending import Entry, Story

_SHOWN = 60
"""Characters of a title that the question repeats."""


class MendDialog(DeliberateDialog):
    """For one entry of a push. `push_ids` are those that are meant once it is accepted."""

    def __init__(self, story: Story, kind: str, parent: QWidget | None = None) -> None:
        super().__init__("mend", danger=kind in ("cancel", "stop"), parent=parent)
        self.kind = kind
        self._batch = story.batch
        self._entry = story.entry(kind)
        self._whom = said("")
        self._what = said("")
        self._both = said("muted")
        self._others = said("muted")
        self._final = said("")
        for label in (self._what, self._whom, self._both, self._others):
            self.lines.addWidget(label)
        self._runs = _runs(self._entry)
        self.one = QRadioButton()
        self.run = QComboBox()
        self.every = QRadioButton()
        if kind == "cancel" and len(self._runs) > 1:
            self._add_runs()
        self.lines.addWidget(self._final)
        self._show_words()

    def push_ids(self) -> list[str]:
        """The ids that are meant."""
        at = self.run.currentData() if self.one.isChecked() else None
        return [
            target.push_id
            for target in self._entry.possible
            if target.push_id is not None and (at is None or target.at == at)
        ]

    def _add_runs(self) -> None:
        self.one.setObjectName("mend.one")
        self.run.setObjectName("mend.run")
        self.every.setObjectName("mend.every")
        self._choice = QButtonGroup(self)
        for button in (self.one, self.every):
            self._choice.addButton(button)
        self.one.setChecked(True)
        for at in self._runs:
            self.run.addItem("", at)
        for widget in (self.one, self.run, self.every):
            self.lines.addWidget(widget)
        self.one.toggled.connect(self._on_chosen)

    @Slot()
    def _on_chosen(self) -> None:
        self.run.setEnabled(self.one.isChecked())
        self._show_verb()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        batch = self._batch
        self._what.setText(effect_words(self.kind))
        whom = short_label(batch.audience_kind, batch.audience.get("count"), batch.app_name)
        pattern = (
            self.tr("It is meant for {0}, on {1}.")
            if self.kind == "cancel"
            else self.tr("It went to {0}, on {1}.")
        )
        self._whom.setText(pattern.format(whom, systems(self._entry.platforms)))
        self._both.setText(self._both_words())
        self._both.setVisible(bool(self._both.text()))
        self._others.setText(
            "\n".join(
                self.tr("Not on {0}: {1}").format(PLATFORMS[name], why_not_words(reason))
                for name, reason in self._entry.others.items()
            )
        )
        self._others.setVisible(bool(self._others.text()))
        self.one.setText(self.tr("Only this run:"))
        self.run.setAccessibleName(self.tr("The run to cancel"))
        for row, at in enumerate(self._runs[: self.run.count()]):
            self.run.setItemText(row, day_and_time(at))
        self.every.setText(
            QCoreApplication.translate(
                "MendDialog", "All %Ln run(s) still due", None, len(self._runs)
            )
        )
        self._final.setText(self._final_words())
        self._show_verb()

    def _show_verb(self) -> None:
        title = self._batch.title
        short = title if len(title) <= _SHOWN else title[:_SHOWN] + "…"
        runs = len(self._runs)
        verbs = {
            "cancel": (self.tr("Cancel “{0}” at Tencent?"), self.tr("Cancel the push")),
            "stop": (self.tr("Stop the rest of “{0}”?"), self.tr("Stop the rest")),
            "replace": (self.tr("Write a push that replaces “{0}”?"), self.tr("Write it")),
            "correct": (self.tr("Write a correction of “{0}”?"), self.tr("Write it")),
        }
        question, verb = verbs[self.kind]
        if self.kind == "cancel" and runs > 1:
            verb = (
                self.tr("Cancel this run")
                if self.one.isChecked()
                else QCoreApplication.translate("MendDialog", "Cancel %Ln run(s)", None, runs)
            )
        self.set_words(question.format(short), verb)

    def _both_words(self) -> str:
        if self.kind != "replace" or "android" not in self._entry.platforms:
            return ""
        counted = [
            (one.channel, one.figures.delivered)
            for one in self._batch.channels
            if one.platform == "android"
        ]
        lines = []
        without = self.tr(
            "These phones keep the old text and do not get the new push, unless you have it sent "
            "to OPPO and vivo phones, too, in Compose; then they show both:"
        )
        both = self.tr("These phones may show both, the old text and the new one:")
        for head, rows in ((without, left_out_rows(counted)), (both, both_rows(counted))):
            if rows:
                lines += [head, *(self.tr("• {0}").format(row) for row in rows)]
        return "\n".join(lines)

    def _final_words(self) -> str:
        if self.kind == "cancel":
            return self.tr(
                "This can't be undone: to send it after all, it has to be reviewed and confirmed "
                "again."
            )
        if self.kind == "stop":
            return self.tr("This can't be undone. Who has it keeps it; for the others it is lost.")
        return self.tr(
            "Nothing is sent now. Compose opens with the text; the new push is reviewed and "
            "confirmed like any other."
        )


def _runs(entry: Entry) -> list[datetime]:
    """When the runs start that are still due, in order; empty for a push without repetition."""
    times = {target.at for target in entry.possible if target.at is not None}
    return sorted(times)
