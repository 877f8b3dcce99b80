"""What a Chat push shows on phones where the app is not open.

How makers cut it is in `chat_cuts`.
Source: im-all-member-push.md 7 (``OfflinePushInfo``).
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, Field

from tpns_desktop.model.values import JsonText, SecureLink, WebLink, Whole
from tpns_desktop.model.wire import Blame, WireModel, fault

TEXT_AND_EXTENSION_BYTES_MAX: Final = 3 * 1024
"""Of `Desc` and `Ext` together: APNs takes 4K in all."""

_Switch = Annotated[Literal[0, 1], Whole]
_Level = Annotated[Literal[1, 2, 16], Whole]
_Classified = Annotated[Literal[0, 1], Whole]


def _choice_of(*values: str) -> AfterValidator:
    def check(text: str) -> str:
        if text not in values:
            raise fault("value", "not_allowed")
        return text

    return AfterValidator(check)


class LanguageText(WireModel):
    """Words for phones of one language."""

    Language: str
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
    OPPOPrivateTitleParameters: dict[str, Any] | None = None
    OPPOPrivateContentParameters: dict[str, Any] | None = None
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
    MultiLanguageContent: tuple[LanguageText, ...] | None = None
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
    harmony = info.HarmonyInfo
    if harmony is not None and harmony.SoundDuration is not None and not harmony.Sound:
        blame.at((here, "HarmonyInfo", "Sound"), "missing", "required")
