"""What is being typed, stored raw, right or wrong: its shape, its ids, the platforms it is for.

Standard library only, so the first window can read it. A draft is never judged here:
``body.push_body`` writes down what was typed and ``push.parse_push`` says what is wrong with it.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

from tpns_desktop.model.options import OPTIONS

Draft = dict[str, Any]
"""Shape: :func:`empty_draft`."""

Row = dict[str, Any]
"""A row of tags: ``{"tag_type", "match", "tags"}``."""

_LINES: Final = re.compile("\r\n|[\n\r\u2028\u2029]")
"""Ends of lines, Qt's two among them."""


def empty_draft() -> Draft:
    """A new draft: nobody chosen, nothing written.

    Shape: numbers are the texts that stand in the fields; ``""``, ``[]`` and ``False`` are "not
    given".

    - ``audience.kind`` is ``None``, ``"all"``, ``"tag"``, ``"account"``, ``"device"`` or
      ``"file"``. ``tag.groups`` is a list of groups (any of them fits), a group a list of rows
      (all of them fit), a row ``{"tag_type", "match": "any"|"all"|"none", "tags": [text, …]}``.
      ``account.text`` and ``device.text`` have one id a line; ``device.platform`` is theirs.
      ``device.named`` are ``{"name", "token", "platform"}`` of the device book, copied.
      ``file.list_id`` is the local id of a checked list or ``None``; ``file.platform`` counts for
      a list of device tokens alone.
    - ``message.kind`` is ``"notify"`` or ``"message"`` (in-app on Android, silent on iOS).
      ``tap.kind`` is ``"app"``, ``"web"``, ``"page"`` or ``"activity"``. ``custom`` has rows
      ``[key, text]``, or ``[key, JSON, "json"]`` for a value that is no text. ``accept`` has
      windows ``{"start": "09:00", "end": "21:00"}``, over midnight if the end is the earlier.
      ``personal`` are the texts for phones without a value. ``android``, ``ios``, ``picture``,
      ``group`` and the like: see ``options``.
    - ``schedule.kind`` is ``"now"``, ``"at"`` or ``"loop"``. ``at`` is ``"2026-01-16T09:30"`` on
      the service's clock (UTC+8). ``loop.every`` is ``"1"`` daily, ``"2"`` weekly, ``"3"`` monthly;
      ``days`` are ``"0"`` (Sunday) to ``"6"`` or days of the month, ``times`` ``"09:30"``,
      ``start`` and ``end`` ``"2026-01-16"``. ``channels_off`` are names such as ``"hw"``,
      ``replaces`` the service's ids of the push that is replaced, one a platform.
    - ``sms.template_text`` are the template's words when it was chosen, which nothing sends: they
      tell whether the template is still the one that was meant.
    - ``plan`` is the local id of a push plan or ``None``.
    """
    draft: Draft = {
        "name": "",
        "audience": {
            "kind": None,
            "tag": {"groups": [[{"tag_type": "xg_user_define", "match": "any", "tags": []}]]},
            "account": {"text": "", "account_type": "0", "push_type": "0"},
            "device": {"text": "", "platform": None, "named": [], "skip_bad": False},
            "file": {"list_id": None, "account_type": "0", "push_type": "0", "platform": None},
        },
        "message": {
            "kind": "notify",
            "title": "",
            "content": "",
            "subtitle": "",
            "tap": {
                "kind": "app",
                "url": "",
                "confirm": False,
                "page": "",
                "activity": "",
                "intent_flags": "",
                "pending_flags": "",
            },
            "picture": "",
            "audio": "",
            "group": {"id": "", "summary": ""},
            "foreground": "",
            "custom": [],
            "accept": [],
            "personal": {"on": False, "title": "", "content": "", "subtitle": ""},
            "in_app_too": False,
            "android": {},
            "ios": {},
        },
        "schedule": {
            "kind": "now",
            "at": "",
            "loop": {"every": "1", "days": [], "times": [], "start": "", "end": ""},
            "expire_s": "86400",
            "speed": "",
            "channels_off": [],
            "online_type": "",
            "replaces": {"android": "", "ios": "", "title": ""},
            "force_replace": False,
            "all_packages": False,
        },
        "plan": None,
        "sms": {
            "on": False,
            "delay_s": "3600",
            "trigger": "1",
            "template_id": "",
            "template_text": "",
            "app_id": "",
            "sign_name": "",
            "params": [],
        },
    }
    for option in OPTIONS:
        *parents, last = option.path.split(".")
        at: Any = draft
        for name in parents:
            at = at[name]
        at[last] = option.default
    return draft


def ids_of(text: str) -> tuple[list[str], int]:
    """The ids that stand in ``text``, one a line, and how many repeats were left out.

    Lines are stripped, empty ones skipped, the order is kept.
    """
    ids, repeats = _ids_of(text)
    return list(ids), repeats


@lru_cache(maxsize=2)  # each pause in typing reads the same thousand lines five times
def _ids_of(text: str) -> tuple[tuple[str, ...], int]:
    lines = [line for line in lines_of(text) if line]
    ids = tuple(dict.fromkeys(lines))
    return ids, len(lines) - len(ids)


def lines_of(text: str) -> list[str]:
    """The lines of ``text``, stripped, the empty ones too."""
    # Read at every pause in typing: with plain ends of lines thirty times as fast.
    plain = text.isascii() and "\r" not in text
    return [line.strip() for line in (text.split("\n") if plain else _LINES.split(text))]


def platforms_of(
    draft: Draft, app_platforms: Iterable[str], file_kind: str | None = None
) -> tuple[str, ...]:
    """The platforms that get a request: all of the app's, but devices belong to one.

    Empty while devices are typed and their platform is not chosen, or is none of the app's; for a
    list of tokens (``file_kind``) as well, unless the app has one platform only. Named devices
    bring their own platforms.
    """
    platforms = tuple(app_platforms)
    kind = value_at(draft, "audience", "kind")
    wanted: set[object] = set()
    if kind == "file" and file_kind == "token":
        chosen = value_at(draft, "audience", "file", "platform")
        if chosen is None and len(platforms) == 1:
            return platforms
    elif kind == "device":
        chosen = value_at(draft, "audience", "device", "platform")
        wanted = {platform for platform, _, _ in named_devices(draft)}
        if wanted and not _typed_tokens(draft):
            chosen = None
    else:
        return platforms
    return tuple(platform for platform in platforms if platform == chosen or platform in wanted)


def named_devices(draft: Draft) -> tuple[tuple[str, str, str], ...]:
    """The chosen devices of the device book: platform, token, name. What is no device is left."""
    rows = value_at(draft, "audience", "device", "named")
    found = []
    for row in rows if isinstance(rows, list) else ():
        platform, token, name = (value_at(row, key) for key in ("platform", "token", "name"))
        if isinstance(platform, str) and isinstance(token, str) and token.strip():
            found.append((platform, token.strip(), name if isinstance(name, str) else ""))
    return tuple(found)


def tokens_of(draft: Draft, platform: str) -> tuple[str, ...]:
    """The device tokens of the request to ``platform``: the typed ones, then the named, once."""
    typed = value_at(draft, "audience", "device", "platform") == platform
    tokens = _typed_tokens(draft) if typed else []
    tokens += [token for own, token, _ in named_devices(draft) if own == platform]
    return tuple(dict.fromkeys(tokens))


def _typed_tokens(draft: Draft) -> list[str]:
    text = value_at(draft, "audience", "device", "text")
    return ids_of(text)[0] if isinstance(text, str) else []


OF_THE_APP: Final = ("plan", "schedule.replaces", "audience.device.named")
"""Places whose values mean something in one app only: ids that TPNS or its books gave there."""


def for_another_app(draft: Draft) -> Draft:
    """A copy without what belongs to the app it was written for."""
    made, empty = copy.deepcopy(draft), empty_draft()
    for path in OF_THE_APP:
        *parents, last = path.split(".")
        place = value_at(made, *parents)
        if isinstance(place, dict) and last in place:
            place[last] = value_at(empty, *parents, last)
    return made


def may_be_scheduled(kind: object, file_kind: str | None = None) -> bool:
    """Whether TPNS plans a push to such an audience: everyone, tags, a list of accounts (5.2)."""
    return kind in ("all", "tag") or (kind == "file" and file_kind != "token")


def value_at(draft: object, *path: str) -> Any:
    """The value at ``path``; ``None`` where the way is blocked."""
    for name in path:
        if not isinstance(draft, dict):
            return None
        draft = draft.get(name)
    return draft
