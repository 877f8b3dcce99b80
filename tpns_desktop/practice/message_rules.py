"""The rules of ``message``: what a notification, an in-app or a silent message must hold.

Unknown keys are accepted, here as everywhere in ``message``. Lengths for vendors are none of the
service's refusals: above them that vendor's delivery fails (see ``routing``).
"""

from __future__ import annotations

import re
from typing import Final

from tpns_desktop.model.limits import (
    ACCEPT_HOUR_MAX,
    ACCEPT_MINUTE_MAX,
    ANDROID_BADGE_MAX,
    ANDROID_BADGE_MIN,
    COLOUR_MAX,
    IOS_BADGE_MIN,
    MESSAGE_BYTES_MAX,
)

from .codes import invalid, missing
from .envelope import compact_bytes
from .fields import Fields, given, integer, mapping, sequence, text, whole_number
from .rules import Platform

_INT32_MAX: Final = 2**31 - 1

_ANDROID_NUMBERS: Final[dict[str, tuple[int, int]]] = {
    "n_importance": (1, 4),
    "hw_biz_type": (0, 1),
    "hw_importance": (0, 2),
    "n_id": (-1, _INT32_MAX),
    "builder_id": (0, _INT32_MAX),
    "badge_type": (ANDROID_BADGE_MIN, ANDROID_BADGE_MAX),
    "ring": (0, 1),
    "vibrate": (0, 1),
    "lights": (0, 1),
    "clearable": (0, 1),
    "icon_type": (0, 1),
    "style_id": (0, 1),
    "icon_color": (0, COLOUR_MAX),
    "show_type": (1, 2),
}
"""Numbers of ``message.android`` with their range (spec 5.4)."""

_ANDROID_TEXTS: Final = (
    "n_ch_id",
    "n_ch_name",
    "n_category",
    "xm_ch_id",
    "fcm_ch_id",
    "hw_ch_id",
    "hw_category",
    "oppo_ch_id",
    "vivo_category",
    "vivo_ch_id",
    "ring_raw",
    "icon_res",
    "small_icon",
    "custom_content",
)

_URGENCIES: Final = frozenset({"", "HIGH", "NORMAL"})
_INTERRUPTION_LEVELS: Final = frozenset({"", "passive", "active", "time-sensitive", "critical"})
_WEB_ADDRESS: Final = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_SILENT_FORBIDS: Final = ("alert", "sound", "badge_type")


def check_message(
    message: Fields, *, platform: Platform, message_type: str, personalised: bool
) -> None:
    """Raises ``Refusal`` 1008002 or 1008007 for the first rule that ``message`` breaks."""
    if len(compact_bytes(message)) > MESSAGE_BYTES_MAX:
        raise invalid("message")
    silent = platform == "ios" and message_type == "message"
    for key in ("title", "content"):
        value = message.get(key)
        # Empty is not refused: the vendors fail, the own channel tries.
        if value is None and not silent:
            raise missing(f"message.{key}")
        if value is not None and not isinstance(value, str):
            raise invalid(f"message.{key}")
    if platform == "android":
        _check_android(message)
    else:
        _check_ios(message, silent=silent)
    if personalised:
        _check_personalised(message, platform)


def _check_personalised(message: Fields, platform: Platform) -> None:
    if not text(message, "default_content", "message.default_content"):
        raise missing("message.default_content")
    if platform == "android" and not text(message, "default_title", "message.default_title"):
        raise missing("message.default_title")


# Android -------------------------------------------------------------------------------


def _check_android(message: Fields) -> None:
    _check_accept_time(message)
    android = mapping(message, "android", "message.android")
    if android is None:
        return
    path = "message.android"
    for key in _ANDROID_TEXTS:
        text(android, key, f"{path}.{key}")
    for key, (low, high) in _ANDROID_NUMBERS.items():
        integer(android, key, f"{path}.{key}", low=low, high=high)
    if text(android, "urgency", f"{path}.urgency") not in _URGENCIES:
        raise invalid(f"{path}.urgency")
    action = mapping(android, "action", f"{path}.action")
    if action is not None:
        _check_action(action, f"{path}.action")


def _check_action(action: Fields, path: str) -> None:
    kind = integer(action, "action_type", f"{path}.action_type", low=1, high=3, default=1)
    if kind == 2:
        browser = mapping(action, "browser", f"{path}.browser")
        if browser is None:
            raise missing(f"{path}.browser")
        url = text(browser, "url", f"{path}.browser.url")
        if not url:
            raise missing(f"{path}.browser.url")
        if _WEB_ADDRESS.match(url) is None:
            raise invalid(f"{path}.browser.url")
        integer(browser, "confirm", f"{path}.browser.confirm", low=0, high=1)
    if kind == 3 and not text(action, "intent", f"{path}.intent"):
        raise missing(f"{path}.intent")


def _check_accept_time(message: Fields) -> None:
    path = "message.accept_time"
    for window in sequence(message, "accept_time", path):
        if not isinstance(window, dict):
            raise invalid(path)
        for side in ("start", "end"):
            moment = window.get(side)
            if not isinstance(moment, dict):
                raise invalid(path)
            hour, minute = whole_number(moment.get("hour")), whole_number(moment.get("min"))
            if hour is None or not 0 <= hour <= ACCEPT_HOUR_MAX:
                raise invalid(path)
            if minute is None or not 0 <= minute <= ACCEPT_MINUTE_MAX:
                raise invalid(path)


# iOS -----------------------------------------------------------------------------------


def _check_ios(message: Fields, *, silent: bool) -> None:
    ios = mapping(message, "ios", "message.ios")
    if ios is None:
        raise missing("message.ios")
    # Official SDKs send `custom` where the page says `custom_content`.
    for key in ("custom_content", "custom"):
        text(ios, key, f"message.ios.{key}")
    path = "message.ios.aps"
    aps = ios.get("aps")
    if aps is None:
        raise missing(path)
    if not isinstance(aps, dict):
        raise invalid(path)
    # `alert` is not asked for: title and content win over it, and clients leave it out.
    if given(aps.get("alert")) and not isinstance(aps["alert"], dict | str):
        raise invalid(f"{path}.alert")
    for key in ("sound", "category"):
        text(aps, key, f"{path}.{key}")
    integer(aps, "badge_type", f"{path}.badge_type", low=IOS_BADGE_MIN, high=_INT32_MAX)
    integer(aps, "mutable-content", f"{path}.mutable-content", low=0, high=1)
    if text(aps, "interruption-level", f"{path}.interruption-level") not in _INTERRUPTION_LEVELS:
        raise invalid(f"{path}.interruption-level")
    available = integer(
        aps, "content-available", f"{path}.content-available", low=1, high=1, default=0
    )
    if silent:
        if not available:
            raise missing(f"{path}.content-available")
        if any(given(aps.get(key)) for key in _SILENT_FORBIDS):
            raise invalid(path)
    elif available:
        raise invalid(f"{path}.content-available")
