"""Whether something from outside has the shape of a draft, place by place.

Editors, examination and requests take each value to be of its kind. What a file brings is looked at
here first: of another shape it is no draft, and nothing is guessed in its place. What it lacks an
empty draft has (an earlier version's does), and places of a later version are let be. Whether the
values make sense is another question. Standard library only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from tpns_desktop.model.chat_draft import ELEMENTS, empty_chat_draft
from tpns_desktop.model.draft import empty_draft

_Is = Callable[[object], bool]


def has_shape_of_draft(value: object) -> bool:
    """Whether each known place of a draft that is there holds a value of its kind."""
    return isinstance(value, dict) and _fits(value, empty_draft(), "")


def has_shape_of_chat_draft(value: object) -> bool:
    """As `has_shape_of_draft`, of a push to users of a Chat app."""
    return isinstance(value, dict) and _fits(value, empty_chat_draft(), "")


def _fits(given: Mapping[str, Any], known: Mapping[str, Any], path: str) -> bool:
    return all(
        _of_kind(given[name], value, f"{path}{name}")
        for name, value in known.items()
        if name in given
    )


def _of_kind(value: object, known: object, path: str) -> bool:
    if isinstance(known, dict):
        return isinstance(value, dict) and _fits(value, known, f"{path}.")
    if isinstance(known, list):
        return _LISTS[path](value)
    if known is None:
        return value is None or isinstance(value, str)
    return type(value) is type(known)  # a text or yes and no


def _text(value: object) -> bool:
    return isinstance(value, str)


def _list(each: _Is) -> _Is:
    return lambda value: isinstance(value, list) and all(map(each, value))


def _record(**each: _Is) -> _Is:
    return lambda value: (
        isinstance(value, dict)
        and all(name in value and fits(value[name]) for name, fits in each.items())
    )


def _pair(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_text, value))


def _element(value: object) -> bool:
    fields = ELEMENTS.get(value.get("kind", "")) if isinstance(value, dict) else None
    return fields is not None and isinstance(value, dict) and _fits(value, fields, "")


def _custom_row(value: object) -> bool:
    return isinstance(value, list) and len(value) in (2, 3) and all(map(_text, value))


_TEXTS: Final = _list(_text)
_TAG_ROW: Final = _record(tag_type=_text, match=_text, tags=_TEXTS)

_LISTS: Final[dict[str, _Is]] = {
    # Of a push to users of a Chat app.
    **{f"audience.tags.{match}": _list(_text) for match in ("any", "all")},
    **{f"audience.attributes.{match}": _list(_pair) for match in ("any", "all")},
    "message.elements": _list(_element),
    "notification.languages": _list(_record(language=_text, title=_text, text=_text)),
    # Of a push by TPNS.
    "audience.tag.groups": _list(_list(_TAG_ROW)),
    "audience.device.named": _list(_record(name=_text, token=_text, platform=_text)),
    "message.custom": _list(_custom_row),
    "message.accept": _list(_record(start=_text, end=_text)),
    "schedule.loop.days": _TEXTS,
    "schedule.loop.times": _TEXTS,
    "schedule.channels_off": _TEXTS,
    "sms.params": _TEXTS,
}
"""Path of a list → whether it holds what it may."""
