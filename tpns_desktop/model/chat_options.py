"""The single choices about a Chat notification, as one table. Standard library only.

Whoever writes a body (`chat_body`) or shows the choices walks this table; there is no second list.
Source: im-all-member-push.md 7 (``OfflinePushInfo``).
"""

from __future__ import annotations

from typing import Any, Final

from tpns_desktop.model.options import Option

CHAT: Final = ("chat",)

_OFF_ON: Final = ("0", "1")
_ON: Final = ("1",)
"""Where saying no is not saying anything."""


def _android(name: str, field: str, group: str, **more: Any) -> Option:
    wire = ("OfflinePushInfo", "AndroidInfo", field)
    return Option(f"notification.android.{name}", wire, CHAT, group=group, **more)


def _ios(name: str, field: str, group: str, **more: Any) -> Option:
    wire = ("OfflinePushInfo", "ApnsInfo", field)
    return Option(f"notification.ios.{name}", wire, CHAT, group=group, **more)


def _template(name: str, field: str, **more: Any) -> Option:
    wire = ("OfflinePushInfo", field)
    return Option(f"notification.template.{name}", wire, CHAT, group="template", **more)


def _live(name: str, field: str, **more: Any) -> Option:
    wire = ("OfflinePushInfo", "ApnsInfo", "LiveActivity", field)
    return Option(f"notification.ios.live.{name}", wire, CHAT, group="live", **more)


def _parameters(name: str, field: str) -> Option:
    return _android(name, field, "vendor.oppo", kind="json", value="object")


def _harmony(name: str, field: str, **more: Any) -> Option:
    wire = ("OfflinePushInfo", "HarmonyInfo", field)
    return Option(f"notification.harmony.{name}", wire, CHAT, group="harmony", **more)


OPTIONS: Final[tuple[Option, ...]] = (
    _template("id", "PushTemplateId"),
    _template("parameters", "PushTemplateParam", kind="json", value="object"),
    # Every Android phone
    _android("sound", "Sound", "sound"),
    _android("style", "PushStyle", "look", kind="switch", choices=_OFF_ON, value="whole"),
    # One maker each
    _android("xiaomi_channel_id", "XiaoMiChannelID", "vendor.xiaomi"),
    _android("oppo_channel_id", "OPPOChannelID", "vendor.oppo"),
    _android("oppo_category", "OPPOCategory", "vendor.oppo"),
    _android(
        "oppo_notify_level",
        "OPPONotifyLevel",
        "vendor.oppo",
        kind="choice",
        choices=("1", "2", "16"),
        value="whole",
    ),
    _android("oppo_private_template", "OPPOPrivateMsgTemplateId", "vendor.oppo"),
    _parameters("oppo_private_title", "OPPOPrivateTitleParameters"),
    _parameters("oppo_private_text", "OPPOPrivateContentParameters"),
    _android("vivo_category", "VIVOCategory", "vendor.vivo"),
    _android(
        "vivo_classification",
        "VIVOClassification",
        "vendor.vivo",
        kind="choice",
        choices=_OFF_ON,
        value="whole",
    ),
    _android(
        "vivo_notify_type",
        "VIVONotifyType",
        "vendor.vivo",
        kind="choice",
        choices=("1", "2", "3", "4"),
    ),
    _android("huawei_channel_id", "HuaWeiChannelID", "vendor.huawei"),
    _android("huawei_category", "HuaWeiCategory", "vendor.huawei"),
    _android(
        "huawei_importance",
        "HuaWeiImportance",
        "vendor.huawei",
        kind="choice",
        choices=("LOW", "NORMAL"),
    ),
    _android("huawei_image", "HuaWeiImage", "vendor.huawei"),
    _android(
        "huawei_extension_intent",
        "ExtAsHuaweiIntentParam",
        "vendor.huawei",
        kind="switch",
        choices=_OFF_ON,
        value="whole",
    ),
    _android(
        "honor_importance",
        "HonorImportance",
        "vendor.honor",
        kind="choice",
        choices=("LOW", "NORMAL"),
    ),
    _android("honor_image", "HonorImage", "vendor.honor"),
    _android("google_channel_id", "GoogleChannelID", "vendor.fcm"),
    _android("google_image", "GoogleImage", "vendor.fcm"),
    _android(
        "google_priority",
        "GooglePriority",
        "vendor.fcm",
        kind="choice",
        choices=("normal", "high"),
    ),
    _android(
        "meizu_private",
        "MeiZuNoticeMsgType",
        "vendor.meizu",
        kind="switch",
        choices=_OFF_ON,
        value="whole",
    ),
    # iPhone
    _ios("title", "Title", "look"),
    _ios("subtitle", "SubTitle", "look"),
    _ios("image", "Image", "look"),
    _ios("sound", "Sound", "sound"),
    _ios("badge_mode", "BadgeMode", "badge", kind="choice", choices=_OFF_ON, value="whole"),
    _ios(
        "mutable_content",
        "MutableContent",
        "look",
        kind="switch",
        choices=_OFF_ON,
        value="whole",
    ),
    _ios(
        "interruption_level",
        "InterruptionLevel",
        "look",
        kind="choice",
        choices=("passive", "active", "time-sensitive", "critical"),
    ),
    _ios("silent", "ContentAvailable", "wake", kind="switch", choices=_ON, value="whole"),
    _ios("voip", "IsVoipPush", "wake", kind="switch", choices=_ON, value="whole"),
    _live("id", "LaId"),
    _live("event", "Event", kind="choice", choices=("update", "end")),
    _live("state", "ContentState", kind="json", value="object"),
    _live("dismissal", "DismissalDate", kind="number", value="whole"),
    # HarmonyOS
    _harmony("title", "Title"),
    _harmony("category", "Category"),
    _harmony("image", "Image"),
    _harmony("sound", "Sound"),
    _harmony("sound_duration", "SoundDuration", kind="number", value="whole"),
)
"""Every option, in the order in which a person meets them."""
