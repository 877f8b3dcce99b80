"""What the small dialogs of lists share: a question, lines below, Go back and the verb."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.forms.editors import ChoiceEditor, SegmentEditor
from tpns_desktop.ui.words.audience import account_type_choices

WIDTH = 520


class ListDialog(QDialog):
    """Accepted by its verb; Esc and closing go back."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name`: the beginning of its object names."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setMinimumWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
        if hint:
            note = plain("hint")
            note.setText(hint)
            self.lines.addWidget(note)

    def show_error(self, text: str) -> None:
        """Say what is missing, or nothing with ""."""
        self.error.setText(text)
        self.error.setVisible(bool(text))
        self.fit()

    def fit(self) -> None:
        """As high as its lines are at this width; by itself it takes them to be longer."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(layout.heightForWidth(self.width()), 0))

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        super().showEvent(event)

    def act(self) -> None:
        """The verb was pressed. Overridden where more has to happen."""
        self.accept()

    def _on_do_clicked(self) -> None:
        self.act()


class RoleChoice(QWidget):
    """What the rows of a list are: accounts of a type, or device tokens."""

    def __init__(self, name: str, kind: str = "account", account_type: int = 0) -> None:
        super().__init__()
        self.kind = SegmentEditor()
        self.kind.setObjectName(f"{name}.kind")
        self.account_type = ChoiceEditor()
        self.account_type.setObjectName(f"{name}.account_type")
        self._kind_label = QLabel()
        self._kind_label.setBuddy(self.kind)
        self._type_label = QLabel()
        self._type_label.setBuddy(self.account_type)
        self._type_label.setContentsMargins(0, 6, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        widgets = (self._kind_label, self.kind, self._type_label, self.account_type)
        for widget in widgets:
            column.addWidget(widget)
        self._show_words()
        self.kind.set_value(kind)
        self.account_type.set_value(str(account_type))
        self.kind.edited.connect(self._show_type)
        self._show_type()

    def value(self) -> tuple[str, int]:
        """``account`` or ``token``, and the account type (0 for tokens)."""
        kind = self.kind.value() or "account"
        return kind, int(self.account_type.value() or 0) if kind == "account" else 0

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_type(self) -> None:
        shown = self.kind.value() != "token"
        self._type_label.setVisible(shown)
        self.account_type.setVisible(shown)

    def _show_words(self) -> None:
        self._kind_label.setText(self.tr("Its rows are"))
        self.kind.setAccessibleName(self.tr("Its rows are"))
        self.kind.set_choices([("account", self.tr("Accounts")), ("token", self.tr("Devices"))])
        self._type_label.setText(self.tr("Account type"))
        self.account_type.setAccessibleName(self.tr("Account type"))
        self.account_type.set_choices(account_type_choices())


def plain(role: str) -> QLabel:
    """A label that wraps, and takes no name of a file for markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
