"""The body that a platform gets of a draft: every field that was given, nothing that is not taken.

Standard library only. Nothing is judged here: :func:`push_body` writes down what was typed and
``push.parse_push`` says what is wrong with it. Values that are missing, or of another type than
``draft.empty_draft`` shows, come out as a body that is refused; places that a draft of an earlier
version lacks count as new ones do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from tpns_desktop.model.draft import Draft, ids_of, may_be_scheduled, tokens_of, value_at
from tpns_desktop.model.message_body import message_body, silent_body
from tpns_desktop.model.typed import given, number_of, text_of

EMPTY_SLOT: Final = 0
"""``upload_id`` of a body whose list is not uploaded yet; never sent."""

FILE_AUDIENCES: Final = {"account": "package_account_push", "token": "package_token_push"}
"""What a list holds → ``audience_type``."""

MATCHES: Final = {"any": ("OR", False), "all": ("AND", False), "none": ("OR", True)}
"""How a row of tags matches → ``tags_operator``, ``is_not``."""

CHANNELS: Final = {
    "android": ("xg", "hw", "honor", "xm", "oppo", "vivo", "mz", "fcm"),
    "ios": ("xg", "apns"),
}
"""Platform → the channels over which its devices are reached (5.6)."""

_KNOWN_CHANNELS: Final = frozenset(name for names in CHANNELS.values() for name in names)
_TIME: Final = re.compile(r"([0-9]{2}):([0-9]{2})", re.ASCII)


def push_body(
    draft: Draft,
    *,
    platform: str,
    ios_environment: str | None,
    plan_id: str | None,
    file_kind: str | None = None,
) -> dict[str, Any]:
    """The raw body of the request to ``platform``, to be judged by ``parse_push``; never raises.

    Args:
        draft: see ``draft.empty_draft``.
        platform: ``"android"`` or ``"ios"``.
        ios_environment: ``"product"`` or ``"dev"``; read for iOS only.
        plan_id: the service's id of the chosen push plan on this platform.
        file_kind: ``"account"`` or ``"token"``, what the chosen list holds; ``None`` when none is
            chosen that may be used. The body has ``EMPTY_SLOT`` for the id of its upload.

    An empty selection gives a body without ``audience_type``, which is refused: only the kind
    ``"all"`` ever reaches everyone. Devices of another platform are such a selection.
    """
    body = _audience(draft, platform, file_kind)
    if platform == "ios" and ios_environment is not None:
        body["environment"] = ios_environment
    notify = _is_notification(draft)
    body["message_type"] = "notify" if notify else value_at(draft, "message", "kind")
    body["message"] = message_body(draft, platform) if notify else silent_body(draft, platform)
    if notify and value_at(draft, "message", "personal", "on"):
        body["ntf_wt_attrs"] = True
    if notify and value_at(draft, "message", "in_app_too"):
        body["supply_inapp_msg"] = True
    # TPNS schedules, slows down and replaces only broadcasts; for ids none of it is on the
    # screen, so it is not meant.
    if may_be_scheduled(value_at(draft, "audience", "kind"), file_kind):
        body.update(_timing(draft, platform))
    body["expire_time"] = number_of(value_at(draft, "schedule", "expire_s"))
    body.update(_delivery(draft, platform, notify=notify))
    if plan_id is not None:
        body["plan_id"] = plan_id
    if value_at(draft, "sms", "on"):
        body["resend_by_sms"] = True
        body["sms_info"] = _sms(draft)
    return body


def _is_notification(draft: Draft) -> bool:
    # An earlier version had no kinds of messages.
    return value_at(draft, "message", "kind") in (None, "notify")


# Who --------------------------------------------------------------------------------------


def _audience(draft: Draft, platform: str, file_kind: str | None) -> dict[str, Any]:
    match value_at(draft, "audience", "kind"):
        case "all":
            return {"audience_type": "all"}
        case "tag":
            rules = _tag_rules(value_at(draft, "audience", "tag", "groups"))
            return {"audience_type": "tag", "tag_rules": rules} if rules else {}
        case "account":
            accounts, _ = ids_of(text_of(value_at(draft, "audience", "account", "text")))
            if not accounts:
                return {}
            return {
                "audience_type": "account_list",
                "account_list": accounts,
                "account_type": number_of(value_at(draft, "audience", "account", "account_type")),
                "account_push_type": number_of(value_at(draft, "audience", "account", "push_type")),
            }
        case "device":
            tokens = list(tokens_of(draft, platform))
            if not tokens:
                return {}
            skip_bad = bool(value_at(draft, "audience", "device", "skip_bad"))
            return {
                "audience_type": "token_list",
                "token_list": tokens,
                **({"ignore_invalid_token": 1} if skip_bad else {}),
            }
        case "file" if file_kind is not None:
            body: dict[str, Any] = {
                "audience_type": FILE_AUDIENCES.get(file_kind, file_kind),
                "upload_id": EMPTY_SLOT,
            }
            if file_kind != "token":
                file = value_at(draft, "audience", "file")
                body["account_type"] = number_of(value_at(file, "account_type"))
                body["account_push_type"] = number_of(value_at(file, "push_type"))
            return body
    return {}


def _tag_rules(groups: object) -> list[dict[str, Any]]:
    """Empty only if no tag is chosen at all.

    A row without tags stays in its group and is refused: without it the group would reach more
    people than its author sees. A group without rows reaches nobody and is left out.
    """
    if not isinstance(groups, list):
        return []
    rules = tag_rules(rows for rows in groups if isinstance(rows, list) and rows)
    chosen = any(item["tags"] for rule in rules for item in rule["tag_items"])
    return rules if chosen else []


def tag_rules(groups: Iterable[list[Any]]) -> list[dict[str, Any]]:
    """``tag_rules`` (5.7) of groups of rows: any group fits, in it all rows."""
    return [
        {
            "tag_items": [_tag_item(row, i) for i, row in enumerate(rows)],
            "operator": "OR",
            "is_not": False,
        }
        for rows in groups
    ]


def _tags(tags: object) -> list[object]:
    """Stripped, without blank ones and repeats; what is no text stays and is refused."""
    kept: list[object] = []
    chosen: list[object] = tags if isinstance(tags, list) else []
    for tag in chosen:
        item = tag.strip() if isinstance(tag, str) else tag
        if item != "" and item not in kept:
            kept.append(item)
    return kept


def _tag_item(row: object, place: int) -> dict[str, Any]:
    match_ = value_at(row, "match")
    # An unknown word goes on as the operator and is refused there.
    operator, is_not = MATCHES.get(match_ if isinstance(match_, str) else "", (match_, False))
    return {
        "tags": _tags(value_at(row, "tags")),
        "tags_operator": operator,
        "items_operator": "AND" if place else "OR",
        "is_not": is_not,
        "tag_type": value_at(row, "tag_type"),
    }


# When and how -----------------------------------------------------------------------------


def _timing(draft: Draft, platform: str) -> dict[str, Any]:
    """Start, repetition, speed and replacing."""
    timing: dict[str, Any] = {}
    schedule = value_at(draft, "schedule")
    match value_at(schedule, "kind"):
        case "now":
            pass
        case "at":
            timing["send_time"] = _send_time(value_at(schedule, "at"))
        case "loop":
            timing["loop_param"] = _loop(value_at(schedule, "loop"))
        case _:
            # A kind that nobody knows does not mean now.
            timing["send_time"] = ""
    if given(speed := value_at(schedule, "speed")):
        timing["push_speed"] = number_of(speed)
    if given(replaced := value_at(schedule, "replaces", platform)):
        timing["collapse_id"] = number_of(replaced)
        if platform == "android" and value_at(schedule, "force_replace"):
            timing["force_collapse"] = True
    return timing


def _send_time(at: object) -> object:
    """``2026-01-16T09:30`` → ``2026-01-16 09:30:00``; anything else as it stands, to be refused."""
    if not isinstance(at, str):
        return ""
    found = re.fullmatch(
        r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2})(:[0-9]{2})?", at.strip()
    )
    if found is None:
        return at
    day, minute, second = found.groups(":00")
    return f"{day} {minute}{second}"


def _loop(loop: object) -> dict[str, Any]:
    every = number_of(value_at(loop, "every"))
    days, times = value_at(loop, "days"), value_at(loop, "times")
    return {
        "startDate": text_of(value_at(loop, "start")),
        "endDate": text_of(value_at(loop, "end")),
        "loopType": every,
        "loopDayIndexs": [0] if every == 1 else _each(days, number_of),
        "dayTimes": _each(times, _day_time),
    }


def _each(items: object, written: Callable[[object], object]) -> object:
    return [written(item) for item in items] if isinstance(items, list) else items


def _day_time(time: object) -> object:
    text = text_of(time)
    return f"{text}:00" if _TIME.fullmatch(text) else time


def _delivery(draft: Draft, platform: str, *, notify: bool) -> dict[str, Any]:
    """Channels and packages. An in-app message knows its own channel only (5.3)."""
    schedule = value_at(draft, "schedule")
    delivery: dict[str, Any] = {}
    if platform == "android" and value_at(schedule, "all_packages"):
        delivery["multi_pkg"] = True
    if platform == "android" and not notify:
        return delivery
    off = value_at(schedule, "channels_off")
    if given(off):
        rules = [
            {"channel": name, "disable": True}
            for name in (off if isinstance(off, list) else [off])
            if _serves(name, platform)
        ]
        if rules:
            delivery["channel_rules"] = rules
    if given(first := value_at(schedule, "online_type")):
        delivery["tpns_online_push_type"] = number_of(first)
    return delivery


def _serves(channel: object, platform: str) -> bool:
    """Whether a rule for it belongs here; one that nobody knows belongs everywhere, refused."""
    known = isinstance(channel, str) and channel in _KNOWN_CHANNELS
    return not known or channel in CHANNELS.get(platform, ())


# Text messages ----------------------------------------------------------------------------


def _sms(draft: Draft) -> dict[str, Any]:
    info: dict[str, Any] = {
        "delay_trigger_time": number_of(value_at(draft, "sms", "delay_s")),
        "trigger_condition": number_of(value_at(draft, "sms", "trigger")),
        "sms_template_id": text_of(value_at(draft, "sms", "template_id")),
        "sms_app_id": text_of(value_at(draft, "sms", "app_id")),
    }
    sign_name = text_of(value_at(draft, "sms", "sign_name"))
    if sign_name:
        info["sms_sign_name"] = sign_name
    params = value_at(draft, "sms", "params")
    if params:
        info["sms_template_params"] = list(params) if isinstance(params, list) else params
    return info
