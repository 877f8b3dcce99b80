"""What a file from another computer holds, and what taking it in would do; asked once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.widgets.fact_rows import FactRows
from tpns_desktop.ui.words.moving import fact_words, left_out_words, made_words, taking_words

if TYPE_CHECKING:
    from tpns_desktop.send.moving import Merged

WIDTH = 540


class ArrivalDialog(QDialog):
    """Accepted by its verb; Esc and closing change nothing."""

    def __init__(self, found: Merged, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("arrival")
        self.setMinimumWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Bring this in?")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(_label(title, "card-title"))
        column.addWidget(_label(made_words(found), "muted"))
        self.facts = FactRows()
        self.facts.setObjectName("arrival.facts")
        self.facts.show_facts([(name, fact, "") for name, fact in fact_words(found)])
        column.addWidget(self.facts)
        for sentence in left_out_words(found):
            column.addWidget(_label(sentence, ""))
        if found.changes:
            column.addWidget(
                _label(
                    self.tr(
                        "What is here and newer stays as it is. Lists stay on the other computer: "
                        "a draft that goes to one asks for it again."
                    ),
                    "hint",
                )
            )
        self.back = QPushButton(self.tr("Go back") if found.changes else self.tr("Close"))
        self.back.setObjectName("arrival.back")
        self.back.clicked.connect(self.reject)
        self.do = QPushButton(taking_words(found))
        self.do.setObjectName("arrival.do")
        self.do.setProperty("kind", "primary")
        self.do.clicked.connect(self.accept)
        self.do.setVisible(bool(found.changes))
        self.back.setDefault(not found.changes)
        self.do.setDefault(bool(found.changes))
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.do)
        column.addSpacing(6)
        column.addLayout(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(layout.heightForWidth(self.width()), 0))
        super().showEvent(event)


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
