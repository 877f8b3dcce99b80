"""What the small dialogs of the books share: fields, a line that says what to mend, two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

WIDTH = 520


class BookDialog(QDialog):
    """Esc and Go back leave everything as it was."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name`: the beginning of its object names."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setMinimumWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heading = plain("card-title")
        self.lines = QVBoxLayout()
        self.lines.setSpacing(6)
        self.error = plain("error")
        self.error.setObjectName(f"{name}.error")
        self.error.hide()
        self.back = QPushButton(self.tr("Go back"))
        self.back.setObjectName(f"{name}.back")
        self.back.clicked.connect(self.reject)
        self.do = QPushButton()
        self.do.setObjectName(f"{name}.do")
        self.do.setProperty("kind", "primary")
        self.do.setDefault(True)
        self.do.clicked.connect(self._on_do)
        self.back.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.do)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addLayout(self.lines)
        column.addWidget(self.error)
        column.addSpacing(8)
        column.addLayout(buttons)

    def set_words(self, title: str, verb: str) -> None:
        """Ask this; offer this."""
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.do.setText(verb)

    def add_field(self, name: str, said: str, editor: QWidget) -> None:
        """A label and its editor."""
        editor.setObjectName(name)
        editor.setAccessibleName(said)
        label = QLabel(said)
        label.setBuddy(editor)
        label.setContentsMargins(0, 6, 0, 0)
        self.lines.addWidget(label)
        self.lines.addWidget(editor)

    def show_error(self, text: str, at: QWidget | None = None) -> None:
        """Say what is to be mended, or nothing with "", and lead there."""
        self.error.setText(text)
        self.error.setVisible(bool(text))
        if at is not None:
            at.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()

    def fit(self) -> None:
        """As high as its lines are at this width."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(layout.heightForWidth(self.width()), 0))

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        super().showEvent(event)

    def act(self) -> None:
        """The verb was pressed."""
        raise NotImplementedError

    def _on_do(self) -> None:
        self.act()


def plain(role: str) -> QLabel:
    """A label that wraps and takes no name for markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
