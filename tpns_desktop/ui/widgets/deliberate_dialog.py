"""A question before something that can't be undone. Going back is the easy way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.widgets.deliberate_button import ARM_MS, DeliberateButton

WIDTH = 540


class DeliberateDialog(QDialog):
    """Accepted by a click on its verb or by Alt+S; Enter, Space, Esc and closing go back.

    What it asks belongs to whoever fills it: `title`, `lines` below, and `keys`.
    """

    def __init__(self, name: str, *, danger: bool, parent: QWidget | None = None) -> None:
        """`name`: the beginning of its object names; `danger`: the verb is red."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setModal(True)
        self.setMinimumWidth(WIDTH)
        self.title = said("title")
        self.lines = QVBoxLayout()
        self.lines.setSpacing(8)
        self.keys = said("hint")
        self.back = QPushButton()
        self.back.setObjectName(f"{name}.back")
        self.back.setDefault(True)
        self.back.clicked.connect(self.reject)
        self.do = DeliberateButton()
        self.do.setObjectName(f"{name}.do")
        self.do.setProperty("kind", "danger" if danger else "primary")
        self.do.setEnabled(False)
        self.do.clicked.connect(self._on_do_clicked)
        self._may = True
        self._ready = False
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.do)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addLayout(self.lines)
        column.addWidget(self.keys)
        column.addSpacing(6)
        column.addLayout(buttons)
        self._armed = QTimer(self, singleShot=True, interval=ARM_MS)
        self._armed.timeout.connect(self._on_armed)

    def set_words(self, title: str, verb: str) -> None:
        """Ask this; offer this."""
        self.setWindowTitle(title)
        self.title.setText(title)
        self.do.setText(verb)
        self.back.setText(self.tr("Go back"))
        self.keys.setText(self.tr("Enter and Space don't do it. Click the button, or press Alt+S."))
        self.do.setAccessibleDescription(f"{title} {self.keys.text()}")

    def allow(self, may: bool) -> None:
        """Whether what is chosen can be done."""
        self._may = may
        self.do.setEnabled(self._may and self._ready)

    def fit(self) -> None:
        """As high as its sentences are at this width; by itself it takes them to be longer."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(layout.heightForWidth(self.width()), 0))

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        super().showEvent(event)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._armed.start()

    @Slot()
    def _on_armed(self) -> None:
        self._ready = True
        self.allow(self._may)

    @Slot()
    def _on_do_clicked(self) -> None:
        # First of all: a second click must find nothing to press.
        self.do.setEnabled(False)
        self.accept()


def said(role: str, text: str = "") -> QLabel:
    """A line of words that wraps, and takes no title of a push for markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
