"""The single choices about a message that TPNS takes, as one table. Standard library only.

Whoever writes a body (``body``), reads one back (``reading``) or shows the choices walks this
table; there is no second list. Facts of the TPNS REST fact sheet, 5.4 and 5.5. Parts that are made
of several fields (where a tap leads, custom data, windows of the day) are not here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from tpns_desktop.model.limits import COLOUR_MAX

ANDROID: Final = ("android",)
IOS: Final = ("ios",)
BOTH: Final = ("android", "ios")

Kind = Literal["text", "choice", "number", "switch", "colour", "json"]
"""What an editor offers. A switch's texts are its ``choices``: off, then on, or on alone; those of
"json" are a JSON object written out."""

WireType = Literal["text", "whole", "truth", "any", "object"]
"""What a text becomes in the body: itself, an integer, a boolean, or (``any``, where no source
tells the type) whichever of them it looks like; an object where it holds one as JSON."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: where it stands in the draft and in the body."""

    path: str
    """In the draft, e.g. ``message.android.hw_ch_id``. The value is a text; ``""`` is not given,
    then the body lacks the field."""
    wire: tuple[str, ...]
    """In the body, e.g. ``("message", "android", "hw_ch_id")``."""
    platforms: tuple[str, ...]
    kind: Kind = "text"
    choices: tuple[str, ...] = ()
    """The texts that may stand in the draft; ``""`` besides."""
    group: str = ""
    """``look``, ``sound``, ``badge``, ``grouping``, ``foreground``, ``channel`` or
    ``vendor.<name>``: what is shown together."""
    value: WireType = "text"
    default: str = ""
    """The text in a new draft."""
    wire_ios: tuple[str, ...] = ()
    """Where it stands in an iOS body, if elsewhere than ``wire``."""

    def wire_on(self, platform: str) -> tuple[str, ...]:
        """Where it stands in the body for ``platform``."""
        return self.wire_ios if platform == "ios" and self.wire_ios else self.wire


TAG_TYPES: Final = (
    "xg_user_define",
    "xg_auto_version",
    "xg_auto_province",
    "xg_auto_city",
    "xg_auto_active",
    "xg_auto_sdkversion",
    "xg_auto_systemversion",
    "xg_auto_systemlanguage",
    "xg_auto_country",
    "xg_auto_devicebrand",
    "xg_auto_deviceversion",
)
"""Kinds of tags (5.7)."""

_ON_OFF: Final = ("0", "1")
_NO_YES: Final = ("false", "true")


def _message(path: str, field: str, platforms: tuple[str, ...], group: str, **more: Any) -> Option:
    return Option(f"message.{path}", ("message", field), platforms, group=group, **more)


def _android(field: str, group: str, **more: Any) -> Option:
    return Option(
        f"message.android.{field}", ("message", "android", field), ANDROID, group=group, **more
    )


def _ios(name: str, field: tuple[str, ...], group: str, **more: Any) -> Option:
    wire = ("message", "ios", "aps", *field)
    return Option(f"message.ios.{name}", wire, IOS, group=group, **more)


OPTIONS: Final[tuple[Option, ...]] = (
    Option("message.subtitle", ("message", "ios", "aps", "alert", "subtitle"), IOS, group="look"),
    _message("picture", "xg_media_resources", BOTH, "look"),
    _message("audio", "xg_media_audio_resources", ANDROID, "sound"),
    _message("group.id", "thread_id", BOTH, "grouping"),
    _message("group.summary", "thread_sumtext", ANDROID, "grouping"),
    Option(
        "message.foreground",
        ("message", "android", "show_type"),
        BOTH,
        "choice",
        ("1", "2"),
        "foreground",
        "whole",
        wire_ios=("message", "show_type"),
    ),
    # Android, every phone
    _android("ring", "sound", kind="switch", choices=_ON_OFF, value="whole"),
    _android("ring_raw", "sound"),
    _android("vibrate", "sound", kind="switch", choices=_ON_OFF, value="whole"),
    _android("lights", "sound", kind="switch", choices=_ON_OFF, value="whole"),
    _android("badge_type", "badge", kind="number", value="whole"),
    _android("clearable", "look", kind="switch", choices=_ON_OFF, value="whole"),
    _android("icon_type", "look", kind="choice", choices=_ON_OFF, value="whole"),
    _android("icon_res", "look"),
    _android("small_icon", "look"),
    _android("icon_color", "look", kind="colour", value="whole"),
    _android("style_id", "look", kind="choice", choices=_ON_OFF, value="whole"),
    _android("builder_id", "look", kind="number", value="whole"),
    # Android, TPNS's own channel
    _android("n_ch_id", "channel"),
    _android("n_ch_name", "channel"),
    _android("n_category", "channel"),
    _android("n_importance", "channel", kind="choice", choices=("1", "2", "3", "4"), value="whole"),
    # Android, one vendor each
    _android("hw_ch_id", "vendor.huawei"),
    _android("hw_category", "vendor.huawei"),
    _android("hw_importance", "vendor.huawei", kind="choice", choices=("1", "2"), value="whole"),
    _android("hw_biz_type", "vendor.huawei", kind="switch", choices=_ON_OFF, value="whole"),
    _android("urgency", "vendor.huawei", kind="choice", choices=("HIGH", "NORMAL")),
    _android("xm_ch_id", "vendor.xiaomi"),
    _android("oppo_ch_id", "vendor.oppo"),
    _android(
        "oppo_top_notification_bar_show",
        "vendor.oppo",
        kind="switch",
        choices=_NO_YES,
        value="truth",
    ),
    _android("oppo_senior_push", "vendor.oppo", kind="switch", choices=_NO_YES, value="truth"),
    _android("oppo_advertiser_id", "vendor.oppo"),
    _android("vivo_category", "vendor.vivo"),
    _android("vivo_ch_id", "vendor.vivo", kind="choice", choices=_ON_OFF),
    _android("vivo_marketing", "vendor.vivo", value="any"),
    _android("fcm_ch_id", "vendor.fcm"),
    # iPhone
    _ios("badge_type", ("badge_type",), "badge", kind="number", value="whole", default="-2"),
    _ios("sound", ("sound",), "sound", default="default"),
    _ios("category", ("category",), "look"),
    _ios(
        "interruption_level",
        ("interruption-level",),
        "look",
        kind="choice",
        choices=("passive", "active", "time-sensitive", "critical"),
    ),
    _ios(
        "mutable_content",
        ("mutable-content",),
        "look",
        kind="switch",
        choices=_ON_OFF,
        value="whole",
        default="1",
    ),
    _ios("launch_image", ("alert", "launch-image"), "look"),
)
"""Every option, in the order in which a person meets them."""

_WHOLE: Final = re.compile(r"\s*-?[0-9]{1,19}\s*", re.ASCII)
_COLOUR: Final = re.compile(r"\s*#([0-9A-Fa-f]{6})\s*", re.ASCII)
_TRUTHS: Final = {"false": False, "true": True}


def wire_value(option: Option, text: object) -> object:
    """What ``text`` of the draft becomes in the body; what does not fit goes as it stands.

    A colour is ``#01e240`` in the draft and the number 123456 in the body; digits alone are that
    number.
    """
    if not isinstance(text, str):
        return text
    stripped = text.strip()
    if option.value == "object":
        return _object(stripped)
    if option.kind == "colour" and (found := _COLOUR.fullmatch(text)):
        return int(found.group(1), 16)
    if option.value in ("whole", "any") and _WHOLE.fullmatch(text):
        return int(stripped)
    if option.value in ("truth", "any") and stripped in _TRUTHS:
        return _TRUTHS[stripped]
    return stripped


def draft_text(option: Option, value: object) -> str | None:
    """The text of the draft that stands for ``value`` of a body; ``None`` if none does.

    Numbers sent as text, and the other way round, are understood.
    """
    if isinstance(value, bool):
        text = "true" if value else "false"
    elif isinstance(value, int):
        colour = option.kind == "colour" and 0 <= value <= COLOUR_MAX
        text = f"#{value:06x}" if colour else str(value)
    elif isinstance(value, str):
        text = value.strip()
    elif isinstance(value, Mapping) and option.value == "object":
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    else:
        return None
    if option.choices:
        return text if text in option.choices else None
    whole = option.value == "whole" and type(wire_value(option, text)) is not int
    return None if whole else text


def _object(text: str) -> object:
    try:
        found = json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return text
    return found if isinstance(found, dict) else text


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    # Of a name that stands twice one value would be lost: the text is left to be refused.
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found
