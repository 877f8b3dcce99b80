"""The Android part of a message: ``message.android`` (TPNS REST fact sheet, 5.4).

Fields marked "newer" there are known by name for certain, by rule only second-hand: they are held
to what the names promise and no more. Lengths that a vendor sets are warnings elsewhere, never
rules here.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from tpns_desktop.model.limits import ANDROID_BADGE_MAX, ANDROID_BADGE_MIN, COLOUR_MAX
from tpns_desktop.model.values import (
    INT_MAX,
    JsonText,
    Natural,
    Number,
    Said,
    Scalar,
    Switch,
    WebLink,
    Whole,
    web_link,
)
from tpns_desktop.model.wire import Blame, WireModel, fault

OPEN_APP: Final = 1
OPEN_WEB_PAGE: Final = 2
OPEN_INTENT: Final = 3


def _upper(text: str) -> str:
    if text != text.upper():
        raise fault("value", "bad_format")
    return text


def _without_extension(text: str) -> str:
    if "." in text:
        raise fault("value", "bad_format")
    return text


class ActivityAttributes(WireModel):
    """Flags for opening an activity."""

    intent_flags: Number | None = Field(default=None, alias="if")
    pending_intent_flags: Number | None = Field(default=None, alias="pf")


class Browser(WireModel):
    """A web page to open."""

    url: WebLink
    confirm: Switch | None = None
    """1 asks the person first."""


class Action(WireModel):
    """What a tap does; without it the app is opened."""

    action_type: Annotated[Literal[1, 2, 3], Whole] | None = None
    """1 (default) app or activity, 2 web page, 3 intent."""
    activity: Said | None = None
    aty_attr: ActivityAttributes | None = None
    browser: Browser | None = None
    intent: Said | None = None

    @model_validator(mode="after")
    def _has_what_its_type_needs(self) -> Action:
        blame = Blame()
        if self.action_type == OPEN_WEB_PAGE and self.browser is None:
            blame.at(("browser",), "missing", "required")
        if self.action_type == OPEN_INTENT and self.intent is None:
            blame.at(("intent",), "missing", "required")
        blame.settle()
        return self


class AndroidMessage(WireModel):
    """``message.android``; every field may be left out."""

    n_ch_id: Said | None = None
    n_ch_name: Said | None = None
    n_category: Said | None = None
    n_importance: Annotated[Literal[1, 2, 3, 4], Whole] | None = None
    """1 min, 2 low, 3 default, 4 high."""
    xm_ch_id: Said | None = None
    fcm_ch_id: Said | None = None
    hw_ch_id: Said | None = None
    hw_biz_type: Switch | None = None
    hw_category: Said | None = None
    """An open list of Huawei: ``IM``, ``VOIP``, ``SUBSCRIPTION``, …"""
    hw_importance: Annotated[Literal[1, 2], Whole] | None = None
    urgency: Literal["HIGH", "NORMAL"] | None = None
    oppo_ch_id: Said | None = None
    oppo_top_notification_bar_show: bool | None = None
    oppo_senior_push: bool | None = None
    oppo_advertiser_id: Said | None = None
    vivo_category: Annotated[Said, AfterValidator(_upper)] | None = None
    """Upper case; a wrong one fails at vivo, not here."""
    vivo_ch_id: Literal["0", "1"] | None = None
    """``"0"`` operation, ``"1"`` system."""
    vivo_marketing: Scalar = None
    n_id: Annotated[int, Field(ge=-1, le=INT_MAX)] | None = None
    builder_id: Natural | None = None
    badge_type: Annotated[int, Field(ge=ANDROID_BADGE_MIN, le=ANDROID_BADGE_MAX)] | None = None
    ring: Switch | None = None
    ring_raw: Annotated[Said, AfterValidator(_without_extension)] | None = None
    """A file in ``raw``, without its extension."""
    vibrate: Switch | None = None
    lights: Switch | None = None
    clearable: Switch | None = None
    icon_type: Switch | None = None
    """0 an image of the app, 1 an address."""
    icon_res: Said | None = None
    style_id: Switch | None = None
    small_icon: Said | None = None
    icon_color: Annotated[int, Field(ge=0, le=COLOUR_MAX)] | None = None
    action: Action | None = None
    custom_content: JsonText | None = None
    show_type: Annotated[Literal[1, 2], Whole] | None = None
    """App in foreground: 1 do not show, 2 show."""

    @model_validator(mode="after")
    def _parts_belong_together(self) -> AndroidMessage:
        blame = Blame()
        if self.ring_raw is not None and self.n_ch_id is None:
            blame.at(("n_ch_id",), "missing", "required")
        if self.icon_type == 1:
            if self.icon_res is None:
                blame.at(("icon_res",), "missing", "required")
            else:
                try:
                    web_link(self.icon_res)
                except PydanticCustomError:
                    blame.at(("icon_res",), "value", "bad_format")
        blame.settle()
        return self
