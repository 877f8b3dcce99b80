"""What is being typed, stored raw, right or wrong; and the body that a platform gets of it.

Standard library only, so the first window can read it. A draft is never judged here:
:func:`push_body` writes down what was typed and ``push.parse_push`` says what is wrong with it.
Values that are missing, or of another type than :func:`empty_draft` shows, come out as a body that
is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

Draft = dict[str, Any]
"""Shape: :func:`empty_draft`."""

_LINES: Final = re.compile("\r\n|[\n\r\u2028\u2029]")
"""Ends of lines, Qt's two among them."""

_WHOLE: Final = re.compile(r"\s*[0-9]{1,18}\s*", re.ASCII)

_MATCHES: Final = {"any": ("OR", False), "all": ("AND", False), "none": ("OR", True)}
"""How a row of tags matches → ``tags_operator``, ``is_not``."""

EMPTY_SLOT: Final = 0
"""``upload_id`` of a body whose list is not uploaded yet; never sent."""

FILE_AUDIENCES: Final = {"account": "package_account_push", "token": "package_token_push"}
"""What a list holds → ``audience_type``."""


def empty_draft() -> Draft:
    """A new draft: nobody chosen, nothing written.

    Shape: numbers are the texts that stand in the fields. ``audience.kind`` is ``None``,
    ``"all"``, ``"tag"``, ``"account"``, ``"device"`` or ``"file"``; ``audience.tag.groups`` is a
    list of groups (any of them fits), a group a list of rows (all of them fit), a row
    ``{"tag_type", "match": "any"|"all"|"none", "tags": [text, …]}``. ``account.text`` and
    ``device.text`` have one id a line. ``file.list_id`` is the local id of a checked list or
    ``None``; ``file.platform`` counts for a list of device tokens alone. ``message.tap.kind`` is
    ``"app"``, ``"web"`` or ``"page"``. ``schedule.at`` is ``"2026-01-16T09:30"`` on the service's
    clock (UTC+8). ``plan`` is the local id of a push plan or ``None``.
    """
    return {
        "name": "",
        "audience": {
            "kind": None,
            "tag": {"groups": [[{"tag_type": "xg_user_define", "match": "any", "tags": []}]]},
            "account": {"text": "", "account_type": "0", "push_type": "0"},
            "device": {"text": "", "platform": None},
            "file": {"list_id": None, "account_type": "0", "push_type": "0", "platform": None},
        },
        "message": {
            "title": "",
            "content": "",
            "tap": {"kind": "app", "url": "", "page": ""},
        },
        "schedule": {"kind": "now", "at": "", "expire_s": "86400"},
        "plan": None,
        "sms": {
            "on": False,
            "delay_s": "3600",
            "trigger": "1",
            "template_id": "",
            "app_id": "",
            "sign_name": "",
            "params": [],
        },
    }


def ids_of(text: str) -> tuple[list[str], int]:
    """The ids that stand in ``text``, one a line, and how many repeats were left out.

    Lines are stripped, empty ones skipped, the order is kept.
    """
    lines = [line for line in map(str.strip, _LINES.split(text)) if line]
    ids = list(dict.fromkeys(lines))
    return ids, len(lines) - len(ids)


def platforms_of(
    draft: Draft, app_platforms: Iterable[str], file_kind: str | None = None
) -> tuple[str, ...]:
    """The platforms that get a request: all of the app's, but devices belong to one.

    Empty while devices are typed and their platform is not chosen, or is none of the app's; for a
    list of tokens (``file_kind``) as well, unless the app has one platform only.
    """
    platforms = tuple(app_platforms)
    kind = _at(draft, "audience", "kind")
    if kind == "file" and file_kind == "token":
        chosen = _at(draft, "audience", "file", "platform")
        if chosen is None and len(platforms) == 1:
            return platforms
    elif kind == "device":
        chosen = _at(draft, "audience", "device", "platform")
    else:
        return platforms
    return tuple(platform for platform in platforms if platform == chosen)


def may_be_scheduled(kind: object, file_kind: str | None = None) -> bool:
    """Whether TPNS plans a push to such an audience: everyone, tags, a list of accounts (5.2)."""
    return kind in ("all", "tag") or (kind == "file" and file_kind != "token")


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
        draft: see :func:`empty_draft`.
        platform: ``"android"`` or ``"ios"``.
        ios_environment: ``"product"`` or ``"dev"``; read for iOS only.
        plan_id: the service's id of the chosen push plan on this platform.
        file_kind: ``"account"`` or ``"token"``, what the chosen list holds; ``None`` when none is
            chosen that may be used. The body has ``EMPTY_SLOT`` for the id of its upload.

    An empty selection gives a body without ``audience_type``, which is refused: only the kind
    ``"all"`` ever reaches everyone. Devices typed for another platform are such a selection.
    """
    body = _audience(draft, platform, file_kind)
    if platform == "ios" and ios_environment is not None:
        body["environment"] = ios_environment
    body["message_type"] = "notify"
    body["message"] = _message(draft, platform)
    kind = _at(draft, "schedule", "kind")
    # TPNS schedules only broadcasts; for ids the time is not on the screen, so it is not meant.
    if kind != "now" and may_be_scheduled(_at(draft, "audience", "kind"), file_kind):
        body["send_time"] = _send_time(_at(draft, "schedule", "at"), known=kind == "at")
    body["expire_time"] = _number(_at(draft, "schedule", "expire_s"))
    if plan_id is not None:
        body["plan_id"] = plan_id
    if _at(draft, "sms", "on"):
        body["resend_by_sms"] = True
        body["sms_info"] = _sms(draft)
    return body


def _at(draft: object, *path: str) -> Any:
    """The value at ``path``; ``None`` where the way is blocked."""
    for name in path:
        if not isinstance(draft, dict):
            return None
        draft = draft.get(name)
    return draft


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _number(value: object) -> object:
    """``value`` as an integer if its text is one, else as it stands, to be refused."""
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return int(value)
    return value


def _audience(draft: Draft, platform: str, file_kind: str | None) -> dict[str, Any]:
    match _at(draft, "audience", "kind"):
        case "all":
            return {"audience_type": "all"}
        case "tag":
            rules = _tag_rules(_at(draft, "audience", "tag", "groups"))
            return {"audience_type": "tag", "tag_rules": rules} if rules else {}
        case "account":
            accounts, _ = ids_of(_text(_at(draft, "audience", "account", "text")))
            if not accounts:
                return {}
            return {
                "audience_type": "account_list",
                "account_list": accounts,
                "account_type": _number(_at(draft, "audience", "account", "account_type")),
                "account_push_type": _number(_at(draft, "audience", "account", "push_type")),
            }
        case "device":
            tokens, _ = ids_of(_text(_at(draft, "audience", "device", "text")))
            if not tokens or _at(draft, "audience", "device", "platform") != platform:
                return {}
            return {"audience_type": "token_list", "token_list": tokens}
        case "file" if file_kind is not None:
            body: dict[str, Any] = {
                "audience_type": FILE_AUDIENCES.get(file_kind, file_kind),
                "upload_id": EMPTY_SLOT,
            }
            if file_kind != "token":
                body["account_type"] = _number(_at(draft, "audience", "file", "account_type"))
                body["account_push_type"] = _number(_at(draft, "audience", "file", "push_type"))
            return body
    return {}


def _tag_rules(groups: object) -> list[dict[str, Any]]:
    """Empty only if no tag is chosen at all.

    A row without tags stays in its group and is refused: without it the group would reach more
    people than its author sees. A group without rows reaches nobody and is left out.
    """
    if not isinstance(groups, list):
        return []
    rules: list[dict[str, Any]] = [
        {
            "tag_items": [_tag_item(row, i) for i, row in enumerate(rows)],
            "operator": "OR",
            "is_not": False,
        }
        for rows in groups
        if isinstance(rows, list) and rows
    ]
    chosen = any(item["tags"] for rule in rules for item in rule["tag_items"])
    return rules if chosen else []


def _tags(tags: object) -> list[object]:
    """Stripped, without blank ones and repeats; what is no text stays and is refused."""
    kept: list[object] = []
    given: list[object] = tags if isinstance(tags, list) else []
    for tag in given:
        item = tag.strip() if isinstance(tag, str) else tag
        if item != "" and item not in kept:
            kept.append(item)
    return kept


def _tag_item(row: object, place: int) -> dict[str, Any]:
    match_ = _at(row, "match")
    # An unknown word goes on as the operator and is refused there.
    operator, is_not = _MATCHES.get(match_ if isinstance(match_, str) else "", (match_, False))
    return {
        "tags": _tags(_at(row, "tags")),
        "tags_operator": operator,
        "items_operator": "AND" if place else "OR",
        "is_not": is_not,
        "tag_type": _at(row, "tag_type"),
    }


def _message(draft: Draft, platform: str) -> dict[str, Any]:
    message: dict[str, Any] = {
        "title": _at(draft, "message", "title"),
        "content": _at(draft, "message", "content"),
    }
    if platform == "ios":
        # TPNS has no tap action on iOS.
        message["ios"] = {
            "aps": {"alert": {}, "badge_type": -2, "sound": "default", "mutable-content": 1}
        }
    else:
        action = _action(draft)
        if action is not None:
            message["android"] = {"action": action}
    return message


def _action(draft: Draft) -> dict[str, Any] | None:
    match _at(draft, "message", "tap", "kind"):
        case None | "app":
            return None
        case "web":
            url = _text(_at(draft, "message", "tap", "url"))
            return {"action_type": 2, "browser": {"url": url, "confirm": 0}}
        case "page":
            return {"action_type": 3, "intent": _text(_at(draft, "message", "tap", "page"))}
        case other:
            return {"action_type": other}


def _send_time(at: object, *, known: bool) -> object:
    """``2026-01-16T09:30`` → ``2026-01-16 09:30:00``; anything else as it stands, to be refused."""
    if not known or not isinstance(at, str):
        return ""
    found = re.fullmatch(
        r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2})(:[0-9]{2})?", at.strip()
    )
    if found is None:
        return at
    day, minute, second = found.groups(":00")
    return f"{day} {minute}{second}"


def _sms(draft: Draft) -> dict[str, Any]:
    info: dict[str, Any] = {
        "delay_trigger_time": _number(_at(draft, "sms", "delay_s")),
        "trigger_condition": _number(_at(draft, "sms", "trigger")),
        "sms_template_id": _text(_at(draft, "sms", "template_id")),
        "sms_app_id": _text(_at(draft, "sms", "app_id")),
    }
    sign_name = _text(_at(draft, "sms", "sign_name"))
    if sign_name:
        info["sms_sign_name"] = sign_name
    params = _at(draft, "sms", "params")
    if params:
        info["sms_template_params"] = list(params) if isinstance(params, list) else params
    return info
