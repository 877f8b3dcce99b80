"""The account of texts: site, region and two keys, with a test that only reads."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.keyring_panel import KeyringPanel
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.sheet import repolish
from tpns_desktop.ui.unlocking import WAITING_MS
from tpns_desktop.ui.widgets.announce import announce
from tpns_desktop.ui.widgets.secret_edit import SecretEdit
from tpns_desktop.ui.widgets.segmented import Segmented
from tpns_desktop.ui.words.apps import waiting_words
from tpns_desktop.ui.words.sms_account import (
    account_problem_words,
    details_words,
    found_words,
    site_choices,
)

if TYPE_CHECKING:
    from tpns_desktop.send.connect import FieldProblem
    from tpns_desktop.send.sms_desk import CloudAccount, CloudForm, CloudSaved, SmsTest

REGIONS = {
    "china": ("ap-guangzhou", "ap-beijing", "ap-shanghai", "ap-hongkong", "ap-singapore"),
    "international": ("ap-singapore", "ap-guangzhou", "ap-hongkong"),
}
"""Regions to suggest at each site; a test holds them against `send.sms_account`."""

WIDTH = 560


class CloudDialog(QDialog):
    """Signal `saved(CloudSaved)`: the account is kept and its keys are put away."""

    saved = Signal(object)

    def __init__(
        self, session: Session, account: CloudAccount | None, parent: QWidget | None = None
    ) -> None:
        """`account`: as it is set up now; its keys are never shown."""
        super().__init__(parent)
        self._session = session
        self._account = account
        self.setObjectName("cloud")
        self.setWindowTitle(self.tr("Account for text messages"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        self._moment = QTimer(self, singleShot=True, interval=WAITING_MS)
        self._moment.timeout.connect(self._on_waiting)
        self.keyring = KeyringPanel(session)
        self.site = Segmented()
        self.site.set_choices(site_choices())
        self.site.chosen.connect(self._on_site_chosen)
        self.region = QComboBox()
        self.region.setEditable(True)
        self.region.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.secret_id, self.secret_key = SecretEdit(), SecretEdit()
        self._editors: dict[str, QWidget] = {
            "site": self.site,
            "region": self.region,
            "secret_id": self.secret_id,
            "secret_key": self.secret_key,
        }
        self.errors = {key: QLabel() for key in self._editors}
        self._build()
        site = account.site if account is not None else session.settings.sms_site
        self.site.set_value(site)
        self._suggest(site, account.region if account is not None else session.settings.sms_region)
        if account is not None:
            stored = self.tr("Stored; leave empty to keep it") if account.ready else ""
            for editor in (self.secret_id, self.secret_key):
                editor.setPlaceholderText(stored)
        self.region.editTextChanged.connect(partial(self._on_edited, "region"))
        for key, editor in (("secret_id", self.secret_id), ("secret_key", self.secret_key)):
            editor.textChanged.connect(partial(self._on_edited, key))
        self.secret_id.setFocus(Qt.FocusReason.OtherFocusReason)
        if session.desk is not None:
            looked = session.desk.keyring_looked()
            session.run(looked, self, lambda _place: self.keyring.look())

    def _build(self) -> None:
        names = {
            "site": self.tr("Site"),
            "region": self.tr("Region"),
            "secret_id": self.tr("SecretId"),
            "secret_key": self.tr("SecretKey"),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(6)
        why = _words(
            self.tr(
                "With it the program reads your signatures, templates and totals. It never sends "
                "a text: TPNS does that, with keys of its own."
            ),
            "muted",
        )
        column.addWidget(why)
        column.addWidget(self.keyring)
        for key, editor in self._editors.items():
            editor.setObjectName(f"cloud.{key}")
            editor.setAccessibleName(names[key])
            if isinstance(editor, QComboBox) and (line := editor.lineEdit()) is not None:
                line.setAccessibleName(names[key])  # where the focus is
            label = QLabel(names[key])
            label.setBuddy(editor)
            column.addWidget(label)
            column.addWidget(editor)
            if key == "region":
                column.addWidget(
                    _words(
                        self.tr("Where the signatures were applied for; others can be typed in."),
                        "hint",
                    )
                )
            error = self.errors[key]
            error.setProperty("role", "error")
            error.setWordWrap(True)
            error.hide()
            column.addWidget(error)
            column.addSpacing(4)
        self.outcome = _words("", "muted")
        self.outcome.setObjectName("cloud.outcome")
        self.outcome.setAccessibleName(self.tr("Result of the test"))
        self.outcome.hide()
        self.details = _words("", "hint")
        self.details.setObjectName("cloud.details")
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details.hide()
        column.addWidget(self.outcome)
        column.addWidget(self.details)
        self.back = QPushButton(self.tr("Go back"))
        self.back.setObjectName("cloud.back")
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self.reject)
        self.leave = QPushButton(self.tr("Don't wait"))
        self.leave.setObjectName("cloud.leave")
        self.leave.setAccessibleDescription(
            self.tr("The keys are then kept until you close the program")
        )
        self.leave.clicked.connect(self._on_leave_clicked)
        self.leave.hide()
        self.test = QPushButton(self.tr("Test"))
        self.test.setObjectName("cloud.test")
        self.test.setAutoDefault(False)
        self.test.clicked.connect(self._on_test_clicked)
        self.save = QPushButton(self.tr("Save"))
        self.save.setObjectName("cloud.save")
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._on_save_clicked)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.test)
        buttons.addWidget(self.save)
        column.addSpacing(6)
        column.addLayout(buttons)

    def form(self) -> CloudForm:
        """What was typed. The keys are wrapped at once; nothing else holds them."""
        from tpns_desktop.send.sms_account import CloudForm  # loaded after the first paint

        return CloudForm(
            site=self.site.value() or "china",
            region=self.region.currentText(),
            secret_id=self.secret_id.secret() if self.secret_id.text() else None,
            secret_key=self.secret_key.secret() if self.secret_key.text() else None,
        )

    def done(self, result: int) -> None:
        self.keyring.unlocking.leave()
        self._forget()
        super().done(result)

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.LayoutRequest:
            return super().event(event)  # its own end among them
        done = super().event(event)
        layout = self.layout()
        # Words that wrap would otherwise be squeezed when more is said.
        needed = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        if needed > self.height():
            self.resize(self.width(), needed)
        return done

    def _forget(self) -> None:
        self.secret_id.forget()
        self.secret_key.forget()

    @Slot(str)
    def _on_site_chosen(self, site: str) -> None:
        self._suggest(site, "")
        self._on_edited("site")

    def _suggest(self, site: str, region: str) -> None:
        self.region.clear()
        self.region.addItems(REGIONS[site])
        self.region.setCurrentText(region or REGIONS[site][0])

    @Slot()
    def _on_test_clicked(self) -> None:
        if self._session.desk is None:
            return
        self._busy(True)
        self._say(self.tr("Asking the service. Nothing is sent to anybody."), "muted")
        step = self._session.desk.sms.test_account(self.form())
        self._session.run(step, self, self._on_tested, self._on_failed)

    def _on_tested(self, test: SmsTest) -> None:
        self._busy(False)
        said = found_words(test, self.region.currentText())
        good = test.ok and not test.nothing_found and not test.minutes
        self._say(said, "ok" if good else "error", "" if test.ok else details_words(test))

    @Slot()
    def _on_save_clicked(self) -> None:
        if self._session.desk is None:
            return
        self._busy(True)
        self._say(self.tr("Saving the keys…"), "muted")
        self._moment.start()
        step = self._session.desk.sms.save_account(self.form())
        self._session.run(step, self, self._on_saved, self._on_failed)

    @Slot()
    def _on_waiting(self) -> None:
        """The password store takes its time; nobody has to sit it out."""
        self._say(waiting_words(), "muted")
        self.leave.show()

    @Slot()
    def _on_leave_clicked(self) -> None:
        # The keys were handed over already; the store keeps them in memory and goes on by itself.
        self._forget()
        self.hide()

    def _on_saved(self, saved: CloudSaved) -> None:
        self._moment.stop()
        self.saved.emit(saved)
        self.accept()

    def _on_failed(self, error: BaseException) -> None:
        self._moment.stop()
        self.leave.hide()
        if self.isHidden():  # nobody waited for it, but there is something to mend
            self.open()
        self._busy(False)
        problems: tuple[FieldProblem, ...] = getattr(error, "problems", ())
        said = {problem.field: account_problem_words(problem) for problem in problems}
        for key in self.errors:
            self._show_problem(key, said.get(key, ""))
        wrong = [key for key in self._editors if key in said]
        if wrong:
            self._editors[wrong[0]].setFocus(Qt.FocusReason.OtherFocusReason)
            self._say(self.tr("Something is missing; see above."), "error")
        else:
            self._say(self.tr("That did not work. Nothing was saved."), "error")

    def _show_problem(self, key: str, text: str) -> None:
        self.errors[key].setText(text)
        self.errors[key].setVisible(bool(text))
        editor = self._editors[key]
        editor.setAccessibleDescription(text)
        editor.setProperty("invalid", bool(text))
        repolish(editor)

    def _on_edited(self, key: str, *_news: object) -> None:
        """What was said of a field, or of the test, is no longer true once it is edited."""
        self.outcome.hide()
        self.details.hide()
        if self.errors[key].text():
            self._show_problem(key, "")

    def _say(self, text: str, role: str, details: str = "") -> None:
        self.outcome.setProperty("role", role)
        repolish(self.outcome)
        self.outcome.setText(text)
        self.outcome.show()
        self.details.setText(self.tr("Details: {0}").format(details) if details else "")
        self.details.setVisible(bool(details))
        announce(self.outcome, text, urgent=role == "error")

    def _busy(self, busy: bool) -> None:
        self.test.setEnabled(not busy)
        self.save.setEnabled(not busy)


def _words(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
