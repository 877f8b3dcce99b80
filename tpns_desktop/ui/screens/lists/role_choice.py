"""What the rows of a list are, as a person says it: accounts of a type, or device tokens."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tpns_desktop.ui.forms.editors import ChoiceEditor, SegmentEditor
from tpns_desktop.ui.words.audience import account_type_choices


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
