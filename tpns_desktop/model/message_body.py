"""The part of a body that people see: ``message`` of a draft (TPNS REST fact sheet, 5.3 to 5.6).

Standard library only. The rest of the body is in ``body``.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from tpns_desktop.model.draft import Draft, value_at
from tpns_desktop.model.options import OPTIONS, Option, wire_value
from tpns_desktop.model.typed import given, number_of, text_of

MIDNIGHT: Final = "00:00"
LAST_MINUTE: Final = "23:59"
"""``accept_time`` knows no 24:00."""

_FLAGS: Final = re.compile(r"\s*(-?[0-9]{1,18}|0[xX][0-9A-Fa-f]{1,8})\s*", re.ASCII)
_TIME: Final = re.compile(r"([0-9]{2}):([0-9]{2})", re.ASCII)


def message_body(draft: Draft, platform: str) -> dict[str, Any]:
    """A notification (5.4, 5.5)."""
    body: dict[str, Any] = {"message": _words(draft)}
    if platform == "ios":
        # TPNS has no tap action on iOS.
        body["message"]["ios"] = {"aps": {"alert": {}}}
    else:
        action = _action(draft)
        if action is not None:
            _put(body, ("message", "android", "action"), action)
        windows = accept_time(value_at(draft, "message", "accept"))
        if windows:
            body["message"]["accept_time"] = windows
    for option in OPTIONS:
        if platform in option.platforms:
            value = _option_value(draft, option)
            if given(value):
                _put(body, option.wire_on(platform), wire_value(option, value))
    custom = custom_json(value_at(draft, "message", "custom"))
    if custom is not None:
        _put(body, ("message", platform, "custom_content"), custom)
    personal = value_at(draft, "message", "personal")
    if value_at(personal, "on"):
        for name in ("title", "content", "subtitle"):
            if given(text := value_at(personal, name)):
                body["message"][f"default_{name}"] = text
    message: dict[str, Any] = body["message"]
    return message


def silent_body(draft: Draft, platform: str) -> dict[str, Any]:
    """In-app on Android, silent on iOS: they take custom data, and little besides (5.3)."""
    custom = custom_json(value_at(draft, "message", "custom"))
    data = {} if custom is None else {"custom_content": custom}
    if platform == "ios":
        return {"ios": {"aps": {"content-available": 1}, **data}}
    windows = accept_time(value_at(draft, "message", "accept"))
    return {
        **_words(draft),
        **({"accept_time": windows} if windows else {}),
        **({"android": data} if data else {}),
    }


def _words(draft: Draft) -> dict[str, Any]:
    return {name: value_at(draft, "message", name) for name in ("title", "content")}


def _put(body: dict[str, Any], path: tuple[str, ...], value: object) -> None:
    *parents, last = path
    for name in parents:
        body = body.setdefault(name, {})
    body[last] = value


def _option_value(draft: object, option: Option) -> object:
    for name in option.path.split("."):
        if not isinstance(draft, dict) or name not in draft:
            return option.default
        draft = draft[name]
    return draft


def _action(draft: Draft) -> dict[str, Any] | None:
    tap = value_at(draft, "message", "tap")
    match value_at(tap, "kind"):
        case None | "app":
            return None
        case "web":
            confirm = 1 if value_at(tap, "confirm") else 0
            url = text_of(value_at(tap, "url"))
            return {"action_type": 2, "browser": {"url": url, "confirm": confirm}}
        case "page":
            return {"action_type": 3, "intent": text_of(value_at(tap, "page"))}
        case "activity":
            action: dict[str, Any] = {
                "action_type": 1,
                "activity": text_of(value_at(tap, "activity")),
            }
            flags = {
                field: number_of(value, _FLAGS)
                for field, name in (("if", "intent_flags"), ("pf", "pending_flags"))
                if given(value := value_at(tap, name))
            }
            return {**action, "aty_attr": flags} if flags else action
        case other:
            return {"action_type": other}


def custom_json(rows: object) -> object:
    """The text of ``custom_content`` that ``rows`` of the draft make; ``None`` for no rows.

    Rows that are blank throughout are none yet. A key that is empty or stands twice is written as
    it stands, for the model to refuse: readers differ in which of two they believe.
    """
    if not isinstance(rows, list):
        return rows
    parts = []
    for row in rows:
        if not isinstance(row, list) or len(row) not in (2, 3):
            return rows
        key, value, *form = row
        if not isinstance(key, str) or not isinstance(value, str):
            return rows
        if key.strip() or value.strip():
            written = value.strip() if form == ["json"] else _json(value)
            parts.append(f"{_json(key.strip())}:{written}")
    return "{" + ",".join(parts) + "}" if parts else None


def _json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def accept_time(windows: object) -> object:
    """``accept_time`` of the draft's windows; one over midnight becomes two (inferred, 5.4)."""
    if not isinstance(windows, list):
        return windows
    written: list[object] = []
    for window in windows:
        start, end = text_of(value_at(window, "start")), text_of(value_at(window, "end"))
        times = _TIME.fullmatch(start) and _TIME.fullmatch(end)
        if times and end < start and (start, end) != (LAST_MINUTE, MIDNIGHT):
            # A part of no length would have the whole list refused.
            if start != LAST_MINUTE:
                written.append(_window(start, LAST_MINUTE))
            if end != MIDNIGHT:
                written.append(_window(MIDNIGHT, end))
        else:
            written.append(_window(start, end))
    return written


def _window(start: str, end: str) -> dict[str, dict[str, str]]:
    # What is no time goes on and is refused.
    return {
        name: dict(zip(("hour", "min"), (*text.split(":", 1), ""), strict=False))
        for name, text in (("start", start), ("end", end))
    }
