"""How a push is delivered, for those who need it: channels, packages, replacing an earlier push.

Closed until somebody opens it. What the app's systems do not have is not offered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.model.body import CHANNELS
from tpns_desktop.ui.forms.editors import CheckEditor, SegmentEditor
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.forms.sending_editors import LeftOutEditor
from tpns_desktop.ui.forms.titles import title_of
from tpns_desktop.ui.widgets.disclosure import Disclosure
from tpns_desktop.ui.words.channels import channel_name

if TYPE_CHECKING:
    from tpns_desktop.store.apps import App

REPLACES = "schedule.replaces"
_INSIDE = frozenset(
    f"schedule.{name}" for name in ("channels_off", "online_type", "force_replace", "all_packages")
)
INSIDE = (
    "schedule.channels_off",
    "schedule.online_type",
    REPLACES,
    "schedule.force_replace",
    "schedule.all_packages",
)
NOTHING = {"android": "", "ios": "", "title": ""}
"""Of `schedule.replaces` while no push is replaced."""


class DeliveryPart(Disclosure):
    """Signal `replace_asked`: the person wants to choose the push that this one replaces."""

    replace_asked = Signal()

    def __init__(self, fields: Fields, parent: QWidget | None = None) -> None:
        super().__init__("schedule.more", parent)
        self._fields = fields
        self._binding = fields.binding
        self._platforms: tuple[str, ...] = ("android", "ios")
        self._may_replace = True
        self.channels = LeftOutEditor()
        self.channels.setObjectName("schedule.channels_off")
        self._channels_field = fields.add(self.body, "schedule.channels_off", self.channels)
        self.online = SegmentEditor()
        self._online_field = fields.add(self.body, "schedule.online_type", self.online)
        self.replaces = _Replaces()
        self._replaces_title = QLabel()
        self._replaces_title.setBuddy(self.replaces.choose)
        self.body.addWidget(self._replaces_title)
        self.body.addWidget(self.replaces)
        self.replaces.choose.clicked.connect(self.replace_asked)
        self.replaces.keep.clicked.connect(self._on_keep)
        self.force = CheckEditor()
        self._force_field = fields.add(self.body, "schedule.force_replace", self.force)
        self._force_field.label.hide()
        self.packages = CheckEditor()
        self._packages_field = fields.add(self.body, "schedule.all_packages", self.packages)
        self._packages_field.label.hide()
        self._binding.edited.connect(self._on_draft_edited)
        self._binding.replaced.connect(self._on_draft_replaced)
        self.retranslate()

    def lead_to(self, path: str) -> bool:
        """Open what hides the field at `path`; True where the focus is in it, as it is no field."""
        replaced = path.startswith(REPLACES)
        if replaced or path in _INSIDE:
            self.set_open(True)
        if replaced:
            button = self.replaces.choose
            if not button.isVisible():
                button = self.replaces.keep
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        return replaced

    def set_app(self, app: App | None) -> None:
        """Offer the channels of the app's systems."""
        self._platforms = tuple(app.platforms) if app is not None else ("android", "ios")
        self.retranslate()

    def open_at(self, path: str) -> None:
        """Open it, if the field at `path` is in here."""
        if path.startswith(INSIDE):
            self.set_open(True)

    def set_may_replace(self, possible: bool) -> None:
        """Whether TPNS replaces pushes to such people at all."""
        self._may_replace = possible
        self._show_values()

    def set_replaced(self, ids: dict[str, str], title: str) -> None:
        """Replace the push with these ids of the service, one a platform."""
        self._binding.set_value(REPLACES, {**NOTHING, **ids, "title": title})

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_text(self.tr("More about delivery"))
        self.online.set_choices(
            [
                ("", self.tr("As TPNS does it")),
                ("0", self.tr("TPNS's own channel first")),
                ("1", self.tr("The maker's channel")),
            ]
        )
        self.force.setText(title_of("schedule.force_replace"))
        self.packages.setText(title_of("schedule.all_packages"))
        self._replaces_title.setText(title_of(REPLACES))
        self.replaces.choose.setText(self.tr("Choose a push…"))
        self.replaces.keep.setText(self.tr("Don't replace"))
        self.replaces.choose.setAccessibleName(self.tr("Choose the push that this one replaces"))
        self._show_values()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot(str)
    def _on_draft_edited(self, path: str) -> None:
        if path.startswith("schedule.") or path == "message.kind":
            self._show_values()

    @Slot()
    def _on_draft_replaced(self) -> None:
        # What was decided in here must not be overlooked because its line is closed.
        self.set_open(self.is_open or self._is_used())
        self._show_values()

    def _is_used(self) -> bool:
        given = (path for path in INSIDE if path != REPLACES)
        return self._replaced() or any(self._binding.value(path) for path in given)

    def _replaced(self) -> bool:
        told = self._binding.value(REPLACES)
        return any(told.get(platform) for platform in ("android", "ios"))

    @Slot()
    def _on_keep(self) -> None:
        self._binding.set_value(REPLACES, dict(NOTHING))

    @Slot()
    def _show_values(self) -> None:
        android = "android" in self._platforms
        # An in-app message on Android knows TPNS's own channel only.
        notify = self._binding.value("message.kind") == "notify"
        choosing = [one for one in self._platforms if notify or one != "android"]
        names = dict.fromkeys(name for one in choosing for name in CHANNELS.get(one, ()))
        self.channels.set_choices([(name, channel_name(name)) for name in names])
        for field in (self._channels_field, self._online_field):
            field.setVisible(bool(choosing))
        replaced = self._replaced()
        offered = self._may_replace or replaced
        self._replaces_title.setVisible(offered)
        self.replaces.setVisible(offered)
        self.replaces.keep.setVisible(replaced)
        title = self._binding.value(REPLACES).get("title") or self.tr("an earlier push")
        self.replaces.said.setText(
            self.tr(
                "Replaces “{0}” on phones that still show it. OPPO and vivo phones, and Huawei "
                "ones before EMUI 10, keep the old one."
            ).format(title)
            if replaced
            else self.tr("None. It is shown beside earlier ones.")
        )
        self._force_field.setVisible(android and replaced)
        self._packages_field.setVisible(android)


class _Replaces(QWidget):
    """What is replaced in words, and the buttons for it."""

    def __init__(self) -> None:
        super().__init__()
        self.said = QLabel()
        self.said.setObjectName("schedule.replaces.said")
        self.said.setWordWrap(True)
        self.choose = QPushButton()
        self.choose.setObjectName("schedule.replaces.choose")
        self.keep = QPushButton()
        self.keep.setObjectName("schedule.replaces.keep")
        self.keep.setProperty("kind", "link")
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.choose)
        line.addWidget(self.keep)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.said)
        column.addLayout(line)
