"""A small dialog: a question, lines below, what is to be mended, Go back and the verb."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.widgets.tab_order import put_last

WIDTH = 520


class VerbDialog(QDialog):
    """Accepted by its verb; Esc and closing go back."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name`: the beginning of its object names."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setMinimumWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._first: QWidget | None = None
        self._waiting = False
        self.heading = plain("card-title")
        self.hint = plain("muted")
        self.hint.hide()
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
        self.back.setAutoDefault(False)
        self.do.clicked.connect(self._on_do_clicked)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.do)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.hint)
        column.addLayout(self.lines)
        column.addWidget(self.error)
        column.addSpacing(8)
        column.addLayout(buttons)

    def set_words(self, title: str, verb: str, hint: str = "") -> None:
        """Ask this; offer this."""
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.do.setText(verb)

    def add_field(self, name: str, label_text: str, editor: QWidget, hint: str = "") -> None:
        """A label, its editor, and a hint below."""
        editor.setObjectName(name)
        editor.setAccessibleName(label_text)
        editor.setAccessibleDescription(hint)
        label = QLabel(label_text)
        label.setBuddy(editor)
        label.setContentsMargins(0, 6, 0, 0)
        self.lines.addWidget(label)
        self.lines.addWidget(editor)
        if self._first is None:
            self._first = editor
        if hint:
            note = plain("hint")
            note.setText(hint)
            self.lines.addWidget(note)

    def show_error(self, text: str, at: QWidget | None = None) -> None:
        """Say what is to be mended, or nothing with "", and lead there."""
        self.error.setText(text)
        self.error.setVisible(bool(text))
        if at is not None:
            at.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()

    def fit(self) -> None:
        """As high as its lines are at this width; by itself it takes them to be longer."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(layout.heightForWidth(self.width()), 0))

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        put_last(self, (self.back, self.do))
        super().showEvent(event)
        if self._first is not None and self.focusWidget() in (None, self.back, self.do):
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def wait(self, waiting: bool) -> None:
        """A request is under way that cannot be taken back, or it has ended.

        Until then Esc, Go back and the frame's cross stay: its end would be told to nobody.
        """
        self._waiting = waiting
        self.do.setEnabled(not waiting)
        self.back.setEnabled(not waiting)

    def reject(self) -> None:
        # The computer is not kept from ending a person's session.
        if not self._waiting or session_ends():
            super().reject()

    def act(self) -> None:
        """The verb was pressed. Overridden where more has to happen."""
        self.accept()

    def _on_do_clicked(self) -> None:
        self.act()


def session_ends() -> bool:
    """Whether the computer is ending the person's session: whoever refuses to close keeps it."""
    app = QGuiApplication.instance()
    return isinstance(app, QGuiApplication) and app.isSavingSession()


def plain(role: str) -> QLabel:
    """A label that wraps, and takes no name of a file for markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
