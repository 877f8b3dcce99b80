"""The account of texts: site, region and two keys, with a test that only reads."""

from __future__ import annotations

from collections.abc import Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from tpns_desktop.ui.key_dialog import KeyDialog, words_label
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.secret_edit import SecretEdit
from tpns_desktop.ui.widgets.segmented import Segmented
from tpns_desktop.ui.words.sms_account import (
    account_problem_words,
    details_words,
    found_words,
    site_choices,
)

if TYPE_CHECKING:
    from tpns_desktop.send.connect import FieldProblem
    from tpns_desktop.send.desk import Desk
    from tpns_desktop.send.sms_desk import CloudAccount, CloudForm, SmsTest

REGIONS = {
    "china": ("ap-guangzhou", "ap-beijing", "ap-shanghai", "ap-hongkong", "ap-singapore"),
    "international": ("ap-singapore", "ap-guangzhou", "ap-hongkong"),
}
"""Regions to suggest at each site; a test holds them against `send.sms_account`."""

WIDTH, HEIGHT = 580, 560


class CloudDialog(KeyDialog):
    """`saved` carries a `CloudSaved`: the account is kept and its keys are put away."""

    def __init__(
        self, session: Session, account: CloudAccount | None, parent: QWidget | None = None
    ) -> None:
        """`account`: as it is set up now; its keys are never shown."""
        super().__init__(session, "cloud", parent)
        self.resize(min(self.width(), WIDTH), min(self.height(), HEIGHT))
        self.setWindowTitle(self.tr("Account for text messages"))
        self.site = Segmented()
        self.site.set_choices(site_choices())
        self.site.chosen.connect(self._on_site_chosen)
        self.region = QComboBox()
        self.region.setEditable(True)
        self.region.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.secret_id, self.secret_key = SecretEdit(), SecretEdit()
        self._build()
        site = account.site if account is not None else session.settings.sms_site
        self.site.set_value(site)
        self._suggest(site, account.region if account is not None else session.settings.sms_region)
        if account is not None and account.ready:
            for editor in (self.secret_id, self.secret_key):
                editor.setPlaceholderText(self.tr("Stored; leave empty to keep it"))
        self.region.editTextChanged.connect(partial(self.edited, "region"))
        for key, editor in (("secret_id", self.secret_id), ("secret_key", self.secret_key)):
            editor.textChanged.connect(partial(self.edited, key))
        self.secret_id.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        why = self.tr(
            "With it the program reads your signatures, templates and totals. It never sends "
            "a text: TPNS does that, with keys of its own."
        )
        self.column.addWidget(words_label(why, "muted"))
        self.column.addWidget(self.keyring)
        self.add_line("site", self.tr("Site"), self.site)
        hint = self.tr("Where the signatures were applied for; others can be typed in.")
        self.add_line("region", self.tr("Region"), self.region, hint)
        self.add_line("secret_id", self.tr("SecretId"), self.secret_id)
        self.add_line("secret_key", self.tr("SecretKey"), self.secret_key)
        self.finish(self.tr("Test"))

    # What `KeyDialog` asks for

    def form(self) -> CloudForm:
        from tpns_desktop.send.sms_account import CloudForm  # loaded after the first paint

        return CloudForm(
            site=self.site.value() or "china",
            region=self.region.currentText(),
            secret_id=self.secret_id.secret() if self.secret_id.text() else None,
            secret_key=self.secret_key.secret() if self.secret_key.text() else None,
        )

    def test_step(self, desk: Desk) -> Coroutine[Any, Any, Any]:
        return desk.sms.test_account(self.form())

    def save_step(self, desk: Desk) -> Coroutine[Any, Any, Any]:
        return desk.sms.save_account(self.form())

    def show_test(self, test: SmsTest) -> None:
        good = test.ok and not test.nothing_found and not test.minutes
        details = "" if test.ok else details_words(test)
        self.say(found_words(test, self.region.currentText()), "ok" if good else "error", details)

    def problem_words(self, problem: FieldProblem) -> str:
        return account_problem_words(problem)

    # What a person does

    @Slot(str)
    def _on_site_chosen(self, site: str) -> None:
        self._suggest(site, "")
        self.edited("site")

    def _suggest(self, site: str, region: str) -> None:
        self.region.clear()
        self.region.addItems(REGIONS[site])
        self.region.setCurrentText(region or REGIONS[site][0])
