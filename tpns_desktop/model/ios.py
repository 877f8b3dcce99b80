"""The iOS part of a message: ``message.ios`` (TPNS REST fact sheet, 5.5).

``alert`` is an object although one SDK also sends text; ``custom`` and ``xg`` of the SDKs are not
sent by us. What a notification needs and a silent message forbids is decided here, too.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, model_validator

from tpns_desktop.model.limits import IOS_BADGE_MIN
from tpns_desktop.model.values import INT_MAX, JsonText, Many, Switch, Whole
from tpns_desktop.model.wire import Blame, WireModel, circumstances


class Alert(WireModel):
    """Apple's alert. ``title`` and ``body`` lose against the message's own title and content."""

    title: str | None = None
    subtitle: str | None = None
    body: str | None = None
    launch_image: str | None = Field(default=None, alias="launch-image")
    loc_key: str | None = Field(default=None, alias="loc-key")
    loc_args: Many[str] | None = Field(default=None, alias="loc-args")
    title_loc_key: str | None = Field(default=None, alias="title-loc-key")
    title_loc_args: Many[str] | None = Field(default=None, alias="title-loc-args")
    subtitle_loc_key: str | None = Field(default=None, alias="subtitle-loc-key")
    subtitle_loc_args: Many[str] | None = Field(default=None, alias="subtitle-loc-args")
    action_loc_key: str | None = Field(default=None, alias="action-loc-key")


class Aps(WireModel):
    """What goes to APNs."""

    alert: Alert | None = None
    badge_type: Annotated[int, Field(ge=IOS_BADGE_MIN, le=INT_MAX)] | None = None
    """-2 adds one, -1 keeps, 0 or more sets."""
    category: str | None = None
    sound: str | None = None
    """``default`` or a file of the bundle; empty is silent."""
    mutable_content: Switch | None = Field(default=None, alias="mutable-content")
    """1 or there is no arrival report."""
    interruption_level: Literal["passive", "active", "time-sensitive", "critical"] | None = Field(
        default=None, alias="interruption-level"
    )
    content_available: Annotated[Literal[1], Whole] | None = Field(
        default=None, alias="content-available"
    )
    """1, in silent messages only."""

    @model_validator(mode="after")
    def _fits_message_type(self, info: ValidationInfo) -> Aps:
        """A notification has an alert; a silent message has nothing to see or hear (5.3)."""
        blame = Blame()
        match circumstances(info).message_type:
            case "notify":
                if self.content_available is not None:
                    blame.at(("content-available",), "value", "excluded")
                if self.alert is None:
                    blame.at(("alert",), "missing", "required")
            case "message":
                if self.content_available is None:
                    blame.at(("content-available",), "missing", "required")
                if self.model_fields_set & {"alert", "sound", "badge_type"}:
                    blame.at((), "value", "excluded")
        blame.settle()
        return self


class IosMessage(WireModel):
    """``message.ios``."""

    aps: Aps
    custom_content: JsonText | None = None
