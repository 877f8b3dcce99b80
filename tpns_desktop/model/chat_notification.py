"""What a Chat push shows on phones where the app is not open.

How makers cut it is in `chat_cuts`.
Source: im-all-member-push.md 7 (``OfflinePushInfo``).
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from tpns_desktop.model.values import (
    JsonText,
    Natural,
    Said,
    SecureLink,
    Some,
    WebLink,
    Whole,
    json_text,
)
from tpns_desktop.model.wire import Blame, WireModel, fault

TEXT_AND_EXTENSION_BYTES_MAX: Final = 3 * 1024
"""Of `Desc` and `Ext` together: APNs takes 4K in all."""
LIVE_ID_BYTES_MAX: Final = 64

_Switch = Annotated[Literal[0, 1], Whole]
_Level = Annotated[Literal[1, 2, 16], Whole]
_Classified = Annotated[Literal[0, 1], Whole]


def _no_object(value: object) -> object:
    """What was typed for an object and is none: its text says why."""
    if isinstance(value, str):
        json_text(value)
        raise fault("value", "not_json")
    return value


def _named(value: dict[str, Any]) -> dict[str, Any]:
    if "" in value:
        raise fault("value", "empty_key")
    return value


JsonObject = Annotated[dict[str, Any], BeforeValidator(_no_object), AfterValidator(_named)]
"""An object whose names the app or a maker decides."""


def _choice_of(*values: str) -> AfterValidator:
    def check(text: str) -> str:
        if text not in values:
            raise fault("value", "not_allowed")
        return text

    return AfterValidator(check)


class LanguageText(WireModel):
    """Words for phones of one language."""

    Language: Said
    Title: str | None = None
    Desc: str | None = None


class OnAndroid(WireModel):
    """``AndroidInfo``: a channel or category given here wins over the console's."""

    Sound: str | None = None
    PushStyle: _Switch | None = None
    XiaoMiChannelID: str | None = None
    OPPOChannelID: str | None = None
    OPPOCategory: str | None = None
    OPPONotifyLevel: _Level | None = None
    OPPOPrivateMsgTemplateId: str | None = None
    OPPOPrivateTitleParameters: JsonObject | None = None
    OPPOPrivateContentParameters: JsonObject | None = None
    VIVOClassification: _Classified | None = None
    VIVOCategory: str | None = None
    VIVONotifyType: Annotated[str, _choice_of("1", "2", "3", "4")] | None = None
    HuaWeiChannelID: str | None = None
    HuaWeiImportance: Annotated[str, _choice_of("LOW", "NORMAL")] | None = None
    HuaWeiCategory: str | None = None
    HuaWeiImage: SecureLink | None = None
    ExtAsHuaweiIntentParam: _Switch | None = None
    HonorImportance: Annotated[str, _choice_of("LOW", "NORMAL")] | None = None
    HonorImage: SecureLink | None = None
    GoogleChannelID: str | None = None
    GoogleImage: WebLink | None = None
    GooglePriority: Annotated[str, _choice_of("normal", "high")] | None = None
    MeiZuNoticeMsgType: _Switch | None = None


class Live(WireModel):
    """What a live activity on an iPhone is told."""

    LaId: Said
    Event: Annotated[str, _choice_of("update", "end")]
    ContentState: JsonObject | None = None
    DismissalDate: Natural | None = None
    """Unix time in seconds."""


class OnIos(WireModel):
    """``ApnsInfo``."""

    Sound: str | None = None
    BadgeMode: _Switch | None = None
    Title: str | None = None
    SubTitle: str | None = None
    Image: WebLink | None = None
    MutableContent: _Switch | None = None
    InterruptionLevel: (
        Annotated[str, _choice_of("active", "critical", "passive", "time-sensitive")] | None
    ) = None
    ContentAvailable: Annotated[Literal[1], Whole] | None = None
    IsVoipPush: Annotated[Literal[1], Whole] | None = None
    LiveActivity: Live | None = None


class OnHarmony(WireModel):
    """``HarmonyInfo``."""

    Title: str | None = None
    Category: str | None = None
    Image: SecureLink | None = None
    Sound: str | None = None
    SoundDuration: Annotated[int, Field(ge=1, le=60)] | None = None


class Notification(WireModel):
    """``OfflinePushInfo``."""

    PushFlag: _Switch | None = None
    """0 notification; 1 none."""
    Title: str | None = None
    Desc: str | None = None
    """The text; without it the message's own."""
    Ext: JsonText | None = None
    """JSON as a text: some makers drop the push otherwise."""
    MultiLanguageContent: Some[LanguageText] | None = None
    PushTemplateId: Said | None = None
    """As in `1400000000-1`."""
    PushTemplateParam: JsonObject | None = None
    """Name of a blank in the template → its text."""
    BadgeAddNum: Annotated[int, Field(ge=1, le=99)] | None = None
    BadgeSetNum: Annotated[int, Field(ge=0, le=999)] | None = None
    AndroidInfo: OnAndroid | None = None
    ApnsInfo: OnIos | None = None
    HarmonyInfo: OnHarmony | None = None


def notification_rules(info: Notification, blame: Blame) -> None:
    """Rules between fields; blamed below ``OfflinePushInfo``."""
    here = "OfflinePushInfo"
    size = len(((info.Desc or "") + (info.Ext or "")).encode())
    if size > TEXT_AND_EXTENSION_BYTES_MAX:
        blame.at((here, "Desc"), "size", "too_long")
    if info.BadgeAddNum is not None and info.BadgeSetNum is not None:
        blame.at((here, "BadgeAddNum"), "value", "excluded")
    android = info.AndroidInfo
    if android is not None and android.OPPONotifyLevel is not None and not android.OPPOCategory:
        blame.at((here, "AndroidInfo", "OPPOCategory"), "missing", "required")
    if info.PushTemplateParam is not None and info.PushTemplateId is None:
        blame.at((here, "PushTemplateId"), "missing", "required")
    _language_rules(info, blame)
    live = info.ApnsInfo.LiveActivity if info.ApnsInfo is not None else None
    if live is not None and len(live.LaId.encode()) > LIVE_ID_BYTES_MAX:
        blame.at((here, "ApnsInfo", "LiveActivity", "LaId"), "value", "too_long")
    harmony = info.HarmonyInfo
    if harmony is not None and harmony.SoundDuration is not None and not harmony.Sound:
        blame.at((here, "HarmonyInfo", "Sound"), "missing", "required")


def _language_rules(info: Notification, blame: Blame) -> None:
    place = ("OfflinePushInfo", "MultiLanguageContent")
    rows = info.MultiLanguageContent or ()
    if len({row.Language.lower() for row in rows}) < len(rows):
        blame.at(place, "value", "repeated")
    for number, row in enumerate(rows):
        if not row.Title and not row.Desc:
            blame.at((*place, number), "missing", "required")
        size = len(((row.Desc or "") + (info.Ext or "")).encode())
        if size > TEXT_AND_EXTENSION_BYTES_MAX:
            blame.at((*place, number, "Desc"), "size", "too_long")
