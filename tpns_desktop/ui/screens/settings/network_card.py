"""The card *Network*: how the service is reached from this computer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.sheet import repolish
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.secret_edit import SecretEdit
from tpns_desktop.ui.widgets.segmented import Segmented
from tpns_desktop.ui.words.network import network_problem_words

if TYPE_CHECKING:
    from tpns_desktop.send.connect import FieldProblem
    from tpns_desktop.send.network import NetworkForm, NetworkSaved

_FIELDS = ("proxy_address", "proxy_user", "proxy_password", "ca_file")


class NetworkCard(Card):
    """Proxy and extra certificates; what is set counts once it is saved."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._shown: NetworkForm | None = None
        self._ca_file = ""
        self._forget = False
        self._touched = False
        self._dialog: QFileDialog | None = None
        self.proxy_label = QLabel()
        self.proxy = Segmented()
        self.proxy.setObjectName("network.proxy")
        self.proxy.chosen.connect(self._on_chosen)
        self.proxy_label.setBuddy(self.proxy)
        self.address = QLineEdit()
        self.user = QLineEdit()
        self.password = SecretEdit()
        self.forget = QPushButton()
        self.forget.setObjectName("network.forget")
        self.forget.setProperty("kind", "link")
        self.forget.clicked.connect(self._on_forget_clicked)
        self.gone = QLabel()
        self.gone.setObjectName("network.password_gone")
        self.gone.setProperty("role", "hint")
        self.gone.setWordWrap(True)
        self.gone.hide()
        self.own = QFrame()
        self.own.setProperty("role", "sunken")
        self._editors: dict[str, QWidget] = {
            "proxy_address": self.address,
            "proxy_user": self.user,
            "proxy_password": self.password,
        }
        self._labels = {key: QLabel() for key in self._editors}
        self.errors = {key: QLabel() for key in _FIELDS}
        for error in self.errors.values():
            error.setProperty("role", "error")
            error.setWordWrap(True)
            error.hide()
        self.hint = QLabel()
        self.hint.setProperty("role", "hint")
        self.hint.setWordWrap(True)
        self.ca_label = QLabel()
        self.ca_file = QLabel()
        self.ca_file.setObjectName("network.ca_file")
        self.ca_file.setProperty("role", "muted")
        self.ca_file.setWordWrap(True)
        self.choose = QPushButton()
        self.choose.setObjectName("network.choose")
        self.choose.clicked.connect(self._on_choose_clicked)
        self.remove = QPushButton()
        self.remove.setObjectName("network.remove")
        self.remove.clicked.connect(self._on_remove_clicked)
        self.save = QPushButton()
        self.save.setObjectName("network.save")
        self.save.setProperty("kind", "primary")
        self.save.clicked.connect(self._on_save_clicked)
        self.outcome = QLabel()
        self.outcome.setObjectName("network.outcome")
        self.outcome.setWordWrap(True)
        self._lay_out()
        session.opened.connect(self._read)
        self.retranslate()
        self.proxy.set_value("system")
        self._show_own()
        self._read()

    def _lay_out(self) -> None:
        grid = QGridLayout(self.own)
        grid.setContentsMargins(14, 12, 14, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, (key, editor) in enumerate(self._editors.items()):
            editor.setObjectName(f"network.{key}")
            self._labels[key].setBuddy(editor)
            grid.addWidget(self._labels[key], 0, column)
            grid.addWidget(editor, 1, column)
            grid.addWidget(self.errors[key], 2, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 2 if column == 0 else 1)
        grid.addWidget(self.forget, 3, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.gone, 4, 2, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.proxy_label)
        self.body.addWidget(self.proxy)
        self.body.addWidget(self.own)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.ca_label)
        line = QHBoxLayout()
        line.addWidget(self.ca_file, 1)
        line.addWidget(self.choose)
        line.addWidget(self.remove)
        self.body.addLayout(line)
        self.body.addWidget(self.errors["ca_file"])
        end = QHBoxLayout()
        end.addWidget(self.save)
        end.addWidget(self.outcome, 1)
        self.body.addLayout(end)

    # What is set

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._shown is None:
            self._read()

    @Slot()
    def _read(self) -> None:
        if self._session.desk is not None:
            self._session.run(self._session.desk.network(), self, self._on_read)

    def _on_read(self, form: NetworkForm | None) -> None:
        if not self._touched:  # what a person chose meanwhile stays
            self._show(form)

    def _show(self, form: NetworkForm | None) -> None:
        if form is None:
            return
        self._shown = form
        self._touched = False
        self._forget = False
        self.proxy.set_value(form.proxy)
        self.address.setText(form.proxy_address)
        self.user.setText(form.proxy_user)
        self.password.forget()
        self._ca_file = form.ca_file
        self._show_own()
        self._show_words_of_state()

    def form(self) -> NetworkForm:
        """What was entered. A password is wrapped at once; nothing else holds it."""
        from tpns_desktop.model.secret import Secret
        from tpns_desktop.send.network import NetworkForm  # loaded after the first paint

        password = self.password.secret() if self.password.text() else None
        if password is None and self._forget:
            password = Secret("")
        return NetworkForm(
            proxy=self.proxy.value() or "system",
            proxy_address=self.address.text(),
            proxy_user=self.user.text(),
            proxy_password=password,
            ca_file=self._ca_file,
        )

    # What a person does

    @Slot(str)
    def _on_chosen(self, _key: str) -> None:
        self._touched = True
        self._show_own()
        self.outcome.clear()

    @Slot()
    def _on_forget_clicked(self) -> None:
        self._forget = True
        self.password.forget()
        self._show_words_of_state()
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Choose a file of certificates"))
        dialog.setObjectName("network.file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Certificates (*.pem *.crt *.cer)"), self.tr("All files (*)")]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.choose_file)
        self._dialog = dialog
        dialog.open()

    @Slot(str)
    def choose_file(self, path: str) -> None:
        """Take this file of certificates; it counts once it is saved."""
        self._ca_file = path
        self._show_problem("ca_file", "")
        self.outcome.clear()
        self._show_words_of_state()

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.choose_file("")
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_save_clicked(self) -> None:
        if self._session.desk is None:
            return
        self.save.setEnabled(False)
        self._session.run(
            self._session.desk.save_network(self.form()), self, self._on_saved, self._on_refused
        )

    def _on_saved(self, saved: NetworkSaved) -> None:
        self.save.setEnabled(True)
        for key in _FIELDS:
            self._show_problem(key, "")
        self._show(saved.form)
        said = self.tr("Saved. It counts from the next connection on.")
        if saved.secret_place == "memory":
            said = self.tr(
                "Saved. The password is kept until you close the program; it is never written "
                "to a file."
            )
        if not saved.kept:
            said = self.tr("The disk refused: this counts until you close the program.")
        self._say(said, "ok" if saved.kept else "error")

    def _on_refused(self, error: BaseException) -> None:
        self.save.setEnabled(True)
        problems: tuple[FieldProblem, ...] = getattr(error, "problems", ())
        said = {problem.field: network_problem_words(problem) for problem in problems}
        for key in _FIELDS:
            self._show_problem(key, said.get(key, ""))
        wrong = [key for key in self._editors if key in said]
        if wrong:
            self._editors[wrong[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(self.tr("Nothing was saved; see above."), "error")

    def _show_problem(self, key: str, text: str) -> None:
        self.errors[key].setText(text)
        self.errors[key].setVisible(bool(text))
        editor = self._editors.get(key, self.choose)
        editor.setAccessibleDescription(text)
        editor.setProperty("invalid", bool(text))
        repolish(editor)

    def _say(self, text: str, role: str) -> None:
        self.outcome.setProperty("role", role)
        repolish(self.outcome)
        self.outcome.setText(text)
        announce(self.outcome, text, urgent=role == "error")

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_own(self) -> None:
        self.own.setVisible(self.proxy.value() == "own")

    def _show_words_of_state(self) -> None:
        stored = self._shown is not None and self._shown.has_password and not self._forget
        gone = stored and self._shown is not None and self._shown.password_gone
        self.password.setPlaceholderText(
            self.tr("Stored; leave empty to keep it") if stored and not gone else ""
        )
        # Longer than the field, so it stands below.
        self.gone.setText(
            self.tr("It was kept until the program was closed. Enter it again.") if gone else ""
        )
        self.gone.setVisible(gone)
        self.forget.setVisible(stored)
        self.ca_file.setText(
            self._ca_file or self.tr("None. The certificates of this computer are used.")
        )
        self.remove.setVisible(bool(self._ca_file))
        self.remove.setAccessibleName(
            self.tr("Remove the file {0}").format(Path(self._ca_file).name)
        )

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(
            self.tr("Network"),
            self.tr("How TPNS is reached from this computer. Practice never leaves it."),
        )
        value = self.proxy.value()
        self.proxy_label.setText(self.tr("Proxy"))
        self.proxy.setAccessibleName(self.tr("Proxy"))
        self.proxy.set_choices(
            [
                ("system", self.tr("As the system says")),
                ("none", self.tr("None")),
                ("own", self.tr("This one")),
            ]
        )
        self.proxy.set_value(value or "system")
        names = {
            "proxy_address": self.tr("Address"),
            "proxy_user": self.tr("User, if it asks for one"),
            "proxy_password": self.tr("Password"),
        }
        spoken = {
            "proxy_address": self.tr("Proxy address"),
            "proxy_user": self.tr("Proxy user"),
            "proxy_password": self.tr("Proxy password"),
        }
        for key, editor in self._editors.items():
            self._labels[key].setText(names[key])
            editor.setAccessibleName(spoken[key])
        self.address.setPlaceholderText("proxy.example.com:8080")
        self.forget.setText(self.tr("Forget the password"))
        self.hint.setText(
            self.tr(
                "HTTP proxies only. A PAC script is not read and SOCKS is not spoken: choose "
                "“This one” and enter the proxy that the script names."
            )
        )
        self.ca_label.setText(self.tr("Extra certificates, where a company looks into connections"))
        self.choose.setText(self.tr("Choose a file…"))
        self.choose.setAccessibleName(self.tr("Choose a file of certificates"))
        self.remove.setText(self.tr("Remove"))
        self.save.setText(self.tr("Save"))
        self.save.setAccessibleName(self.tr("Save the network settings"))
        self._show_words_of_state()
