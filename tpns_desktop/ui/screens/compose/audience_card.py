"""Card 1: who gets the push. Nothing is chosen until a person chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.forms.editors import ChoiceEditor, SegmentEditor, TextEditor
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.screens.compose.file_panel import FilePanel
from tpns_desktop.ui.screens.compose.tag_builder import TagBuilder
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.words.audience import (
    account_type_choices,
    counted_accounts,
    counted_devices,
    tag_sentence,
)
from tpns_desktop.ui.words.lists import counted as counted_in_list
from tpns_desktop.ui.words.numbers import grouped

if TYPE_CHECKING:
    from tpns_desktop.send.examination import AudienceSummary, Examination
    from tpns_desktop.store.apps import App
    from tpns_desktop.ui.session import Session


class AudienceCard(Card):
    """Signal `examples_asked`: the person wants made-up targets of the practice service."""

    examples_asked = Signal()

    def __init__(self, fields: Fields, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", "", 1, parent)
        self._fields = fields
        self._app: App | None = None
        self._summary: AudienceSummary | None = None
        self._size: tuple[int, int] | None = None

        self.kind = SegmentEditor()
        kind_field = fields.add(self.body, "audience.kind", self.kind)
        kind_field.label.hide()

        self.everyone = Banner("danger")
        self.tags = TagBuilder(fields.binding)
        self.accounts = self._account_page()
        self.devices = self._device_page()
        self.file = FilePanel(fields, session)
        self._pages: dict[str, QWidget] = {
            "all": self.everyone,
            "tag": self.tags,
            "account": self.accounts,
            "file": self.file,
            "device": self.devices,
        }
        for page in self._pages.values():
            self.body.addWidget(page)

        foot = QHBoxLayout()
        self.reach = QLabel()
        self.reach.setObjectName("audience.reach")
        self.reach.setWordWrap(True)
        self.reach.setProperty("role", "muted")
        self.examples = QPushButton()
        self.examples.setObjectName("audience.examples")
        self.examples.setProperty("kind", "link")
        self.examples.clicked.connect(self.examples_asked)
        foot.addWidget(self.reach, 1)
        foot.addWidget(self.examples)
        self.body.addLayout(foot)

        fields.binding.edited.connect(self._on_draft_edited)
        fields.binding.replaced.connect(self._show_page)
        fields.binding.examined.connect(self._on_examined)
        self.retranslate()
        self._show_page()

    def _account_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.account_text = TextEditor(lines=3)
        self._fields.add(column, "audience.account.text", self.account_text)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.account_type = ChoiceEditor()
        self._fields.add(row, "audience.account.account_type", self.account_type)
        self.push_type = SegmentEditor()
        self._fields.add(row, "audience.account.push_type", self.push_type)
        row.setStretch(0, 1)
        column.addLayout(row)
        return page

    def _device_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.device_platform = SegmentEditor()
        self._platform_field = self._fields.add(
            column, "audience.device.platform", self.device_platform
        )
        self.device_text = TextEditor(lines=3)
        self._fields.add(column, "audience.device.text", self.device_text)
        return page

    def set_app(self, app: App | None) -> None:
        """Speak of this app; offer practice examples only in practice."""
        self._app = app
        self._size = None
        self.file.set_app(app)
        self._show_page()

    def set_size(self, total: int, peak: int) -> None:
        """How many devices "everyone" was yesterday: ever installed, online at the day's peak."""
        self._size = (total, peak)
        self._show_texts()

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(
            self.tr("Who gets it"), self.tr("Choose the people or devices this push goes to")
        )
        self.kind.set_choices(
            [
                ("all", self.tr("Everyone")),
                ("tag", self.tr("By tag")),
                ("account", self.tr("A few accounts")),
                ("file", self.tr("A file of accounts")),
                ("device", self.tr("Devices")),
            ]
        )
        self.account_type.set_choices(account_type_choices())
        self.push_type.set_choices(
            [("0", self.tr("Latest device only")), ("1", self.tr("All their devices"))]
        )
        self.device_platform.set_choices([("android", "Android"), ("ios", "iPhone")])
        self.examples.setText(self.tr("Use practice examples"))
        self.account_type.set_value(self._fields.binding.value("audience.account.account_type"))
        self._show_texts()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot(str)
    def _on_draft_edited(self, path: str) -> None:
        if path == "audience.kind":
            self._show_page()

    def _show_page(self) -> None:
        kind = self._fields.binding.value("audience.kind")
        for key, page in self._pages.items():
            page.setVisible(key == kind)
        # A file is an example of its own, see its panel.
        practice = self._app is not None and self._app.practice
        self.examples.setVisible(practice and kind != "file")
        self._show_texts()

    @Slot(object)
    def _on_examined(self, examination: Examination) -> None:
        self._summary = examination.audience
        self._show_texts()

    def _show_texts(self) -> None:
        name = self._app.name if self._app is not None else ""
        if self._size is None:
            self.everyone.set_text(self.tr("Everyone who installed {0}.").format(name))
        else:
            self.everyone.set_text(
                self.tr(
                    "Everyone who installed {0}: {1} devices in all, {2} online at "
                    "yesterday's peak."
                ).format(name, grouped(self._size[0]), grouped(self._size[1]))
            )
        text, badge = self._reach_words()
        self.reach.setText(text)
        self.set_badge(badge, "accent")

    def _reach_words(self) -> tuple[str, str]:
        summary = self._summary
        kind = self._fields.binding.value("audience.kind")
        if summary is None or summary.kind != kind:
            return "", ""
        if kind == "all":
            return (
                self.tr("Everyone: the exact number is known only afterwards."),
                self.tr("Everyone"),
            )
        if kind == "tag":
            said = tag_sentence(summary.groups)
            if not said:
                return self.tr("Add at least one tag."), ""
            return (
                said + "\n" + self.tr("TPNS cannot tell in advance how many people this is."),
                "",
            )
        if kind == "file" and summary.file is not None:
            if self.file.row is None or not self.file.row.usable:
                return "", ""
            counted = counted_in_list(str(summary.file["kind"]), summary.count or 0)
            return self.tr("{0} · exact, from {1}").format(counted, summary.file["name"]), counted
        if kind in ("account", "device") and summary.count:
            counted = (counted_accounts if kind == "account" else counted_devices)(summary.count)
            repeats = ""
            if summary.repeats:
                repeats = " · " + self.tr("{0} repeats removed").format(grouped(summary.repeats))
            return counted + repeats + " · " + self.tr("exact, as typed"), counted
        return "", ""
