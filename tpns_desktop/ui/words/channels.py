"""Names of the delivery channels, by the codes in which the service counts them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP

CHANNELS: dict[str, str] = {
    "xg": QT_TRANSLATE_NOOP("Channels", "TPNS's own"),
    "hw": QT_TRANSLATE_NOOP("Channels", "Huawei"),
    "xm": QT_TRANSLATE_NOOP("Channels", "Xiaomi"),
    "mz": QT_TRANSLATE_NOOP("Channels", "Meizu"),
    "oppo": QT_TRANSLATE_NOOP("Channels", "OPPO"),
    "vivo": QT_TRANSLATE_NOOP("Channels", "vivo"),
    "honor": QT_TRANSLATE_NOOP("Channels", "Honor"),
    "apns": QT_TRANSLATE_NOOP("Channels", "Apple (APNs)"),
    "fcm": QT_TRANSLATE_NOOP("Channels", "Google (FCM)"),
    "rog": QT_TRANSLATE_NOOP("Channels", "ROG"),
    "all": QT_TRANSLATE_NOOP("Channels", "All channels"),
}
"""Code of a channel → its name; the service may add others (tpns-rest.md 12.4)."""


def channel_name(channel: str) -> str:
    """What people call a channel; the service's code for one that is new to us."""
    text = CHANNELS.get(channel)
    return QCoreApplication.translate("Channels", text) if text else channel
