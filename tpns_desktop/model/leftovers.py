"""What of a body says nothing, what is never taken into a draft, and what came out otherwise.

Standard library only. The facts behind ``reading``: TPNS REST fact sheet, 5.1 to 5.8, 16 and 19.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from tpns_desktop.model.body import CHANNELS

DEPTH_MAX: Final = 24
"""Levels of nesting that are read; the deepest field of a push stands at level 7."""

NEVER_TAKEN: Final[Mapping[str, str]] = {
    "tag_list": "retired",
    "group_id": "retired",
    "seq": "retired",
    "platform": "retired",
    "trace_id": "retired",
    "loop_times": "retired",
    "loop_interval": "retired",
    "stat_tag": "retired",
    "push_id": "retired",
    "message.android.n_id": "retired",
    "message.ios.xg": "retired",
    "environment": "of_the_app",
    "plan_id": "needs_plan",
    "upload_id": "needs_list",
    "message.ios.aps.alert.loc-key": "not_offered",
    "message.ios.aps.alert.loc-args": "not_offered",
    "message.ios.aps.alert.title-loc-key": "not_offered",
    "message.ios.aps.alert.title-loc-args": "not_offered",
    "message.ios.aps.alert.subtitle-loc-key": "not_offered",
    "message.ios.aps.alert.subtitle-loc-args": "not_offered",
    "message.ios.aps.alert.action-loc-key": "not_offered",
}
"""Fields that a draft has no place for, or that only a person can fill → the reason."""

OTHER_SPELLINGS: Final = (
    (("loop_param",), "DayTimes", "dayTimes"),
    (("message",), "Title", "title"),
    (("message", "ios"), "custom", "custom_content"),
)
"""As SDKs and samples write it (16, 5.4): where, their name, the page's name."""

_WITHOUT_EFFECT: Final = frozenset(
    {
        "account_type",
        "account_push_type",
        "sms_info",
        "message.ios.aps.alert.title",
        "message.ios.aps.alert.body",
    }
)
"""Fields of the service that are read only beside others."""

_OBJECTS: Final = frozenset({"message", "message.android", "message.ios", "message.ios.aps"}) | {
    "message.ios.aps.alert"
}
"""Objects; where something else stands, nothing in it can be read."""

_ZERO_SAYS_NOTHING: Final = frozenset(
    {
        "upload_id",
        "collapse_id",
        "push_speed",
        "seq",
        "ignore_invalid_token",
        "account_type",
        "account_push_type",
    }
)
"""Here 0 is "not set" (16, 19), or the default."""

_KNOWN_CHANNELS: Final = tuple(name for names in CHANNELS.values() for name in names)
_KNOWN_KEY: Final = re.compile(r"[A-Za-z0-9_-]{1,40}", re.ASCII)


def too_deep(value: object) -> bool:
    """Whether ``value`` is nested deeper than any push, so that reading it is not even begun."""
    waiting = [(value, 0)]
    while waiting:
        item, depth = waiting.pop()
        if depth > DEPTH_MAX:
            return True
        if isinstance(item, Mapping):
            waiting.extend((inner, depth + 1) for inner in item.values())
        elif isinstance(item, list):
            waiting.extend((inner, depth + 1) for inner in item)
    return False


def cleaned(body: Mapping[str, Any]) -> dict[str, Any]:
    """A copy without what says the same as its absence.

    ``null``, ``""``, ``[]`` and ``{}`` anywhere, on top also ``false`` and 0 where they are the
    default, and channels that are left on. Lists are shared with ``body``.
    """
    kept = {}
    for key, value in _without_blanks(body).items():
        zero = key in _ZERO_SAYS_NOTHING and type(value) is int and value == 0
        if value is not False and not zero:
            kept[key] = value
    if isinstance(kept.get("channel_rules"), list):
        kept["channel_rules"] = [r for r in kept["channel_rules"] if not _leaves_on(r)]
        if not kept["channel_rules"]:
            del kept["channel_rules"]
    return kept


def _without_blanks(body: Mapping[str, Any]) -> dict[str, Any]:
    kept = {}
    for key, value in body.items():
        # What is in custom data is the app's own business.
        if isinstance(value, Mapping) and key not in ("custom_content", "custom"):
            value = _without_blanks(value)
        if value is not None and value not in ("", [], {}):
            kept[str(key)] = value
    return kept


def _leaves_on(rule: object) -> bool:
    return (
        isinstance(rule, Mapping)
        and rule.get("channel") in _KNOWN_CHANNELS
        and rule.get("disable") is False
    )


def copied(body: Mapping[str, Any]) -> dict[str, Any]:
    """A copy whose objects may be taken apart; lists are shared."""
    return {
        key: copied(value) if isinstance(value, Mapping) else value for key, value in body.items()
    }


def unread(rest: Mapping[str, Any], platform: str) -> Iterator[tuple[str, str]]:
    """Path and reason (as in ``reading.Left``) of everything in ``rest``.

    The part for the other platform is named as a whole.
    """
    other = "message.ios" if platform == "android" else "message.android"
    for path in _leaves(rest, other, ""):
        if path in _WITHOUT_EFFECT or path == other:
            yield path, "unused"
        elif path in _OBJECTS:
            yield path, "not_allowed"
        else:
            yield path, NEVER_TAKEN.get(path, "unknown")


def _leaves(rest: Mapping[str, Any], other: str, path: str) -> Iterator[str]:
    for key, value in rest.items():
        here = _joined(path, key)
        if not isinstance(value, Mapping):
            yield here
        elif here == other or here in _WITHOUT_EFFECT or here in NEVER_TAKEN:
            if any(True for _ in _leaves(value, other, here)):
                yield here
        else:
            yield from _leaves(value, other, here)


def differences(
    given: Mapping[str, Any], again: Mapping[str, Any], path: str = ""
) -> Iterator[tuple[str, str]]:
    """Path and reason of what ``given`` has and ``again`` has not, or says otherwise."""
    for key, value in given.items():
        here = _joined(path, key)
        other = again.get(key)
        if isinstance(value, Mapping) and (isinstance(other, Mapping) or not value):
            yield from differences(value, other or {}, here)
        elif key not in again:
            yield here, "unused"
        elif json.dumps(value, sort_keys=True) != json.dumps(other, sort_keys=True):
            # As JSON, for 1, true and "1" are three things.
            yield here, "rewritten"


def _joined(path: str, key: str) -> str:
    # Somebody typed the key: a strange one is not repeated.
    name = key if _KNOWN_KEY.fullmatch(key) else "?"
    return f"{path}.{name}" if path else name
