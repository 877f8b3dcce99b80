"""From a fault on the wire of a Chat push to the field of the form that mends it.

As `blame` does for TPNS. Elements are lists on the wire and in the draft, so a path may hold a
place: ``message.elements.0.url``, from 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from tpns_desktop.model.chat_draft import FIELDS
from tpns_desktop.model.chat_options import OPTIONS
from tpns_desktop.model.problem import Problem
from tpns_desktop.model.typed import text_of
from tpns_desktop.send.examination import Finding
from tpns_desktop.send.facts import value_at

_PATHS: Final[Mapping[str, str]] = {
    "From_Account": "message.sender",
    "To_Account": "audience.users.text",
    "MsgLifeTime": "message.life_s",
    "OnlineOnlyFlag": "message.online_only",
    "Condition.TagsOr": "audience.tags.any",
    "Condition.TagsAnd": "audience.tags.all",
    "Condition.AttrsOr": "audience.attributes.any",
    "Condition.AttrsAnd": "audience.attributes.all",
    "MsgBody": "message.elements",
    "OfflinePushInfo": "notification.text",
    "OfflinePushInfo.PushFlag": "notification.on",
    "OfflinePushInfo.Title": "notification.title",
    "OfflinePushInfo.Desc": "notification.text",
    "OfflinePushInfo.Ext": "notification.extension",
    "OfflinePushInfo.MultiLanguageContent": "notification.languages",
    "OfflinePushInfo.BadgeAddNum": "notification.badge.value",
    "OfflinePushInfo.BadgeSetNum": "notification.badge.value",
    "DataId": "notification.data_id",
    **{".".join(option.wire): option.path for option in OPTIONS},
}
"""Beginning of a path on the wire → path in the draft; the longest beginning counts."""

_LONGEST_FIRST: Final = sorted(_PATHS, key=len, reverse=True)

_ELEMENT: Final = re.compile(
    # The model names the kind of element on its way, and the kind of number it expected at the end.
    r"MsgBody\[(\d+)\](?:\.TIM\w+)?(?:\.MsgContent)?(?:\.([\w\[\].]+?)(?:\.(?:int|float))?)?"
)
_PICTURE: Final = {
    "ImageInfoArray[0].URL": "url",
    "ImageInfoArray[0].Width": "width",
    "ImageInfoArray[0].Height": "height",
    "ImageInfoArray[0].Size": "size",
    "UUID": "uuid",
    "ImageFormat": "format",
}
_BLANK_REASONS: Final = frozenset({"bad_format", "bad_type", "empty", "too_short", "missing"})


@dataclass(frozen=True)
class Refusal:
    """One fault, where it is mended."""

    field: str
    """Draft path."""
    reason: str
    """As in `Problem`; "required" where nothing was entered."""
    wire: str
    place: int | None
    """Of the element that has it, from 0."""


def refusals_of(draft: Mapping[str, Any], problems: Iterable[Problem]) -> list[Refusal]:
    """The model's faults by the draft's fields, in the order found."""
    every = tuple(problems)
    found = []
    for problem in every:
        parts = (problem.field + ".", problem.field + "[")
        if problem.field and any(other.field.startswith(parts) for other in every):
            continue  # a part of what is blamed here is blamed as well: the part says it better
        field, place = _draft_path(problem.field, draft)
        reason = problem.reason
        if reason in _BLANK_REASONS and _blank(_at(draft, field)):
            reason = "required"
        found.append(Refusal(field, reason, problem.field, place))
    return found


def untold(
    draft: Mapping[str, Any], problems: Iterable[Problem], told: Iterable[Finding]
) -> Iterator[Finding]:
    """Findings, id "field.<reason>", for the model's problems that no error in `told` covers.

    An error covers its own field, one about the audience the whole audience, and one about the
    message as a whole each of its elements.
    """
    covered = {finding.field for finding in told if finding.level == "E"}
    audience = any(field.startswith("audience.") for field in covered)
    message = "message.elements" in covered
    for refusal in refusals_of(draft, problems):
        field = refusal.field
        if field in covered or (audience and field.startswith("audience.")):
            continue
        if message and field.startswith("message.elements"):
            continue
        covered.add(field)
        yield Finding(f"field.{refusal.reason}", "E", field)


def _draft_path(wire: str, draft: Mapping[str, Any]) -> tuple[str, int | None]:
    element = _ELEMENT.fullmatch(wire)
    if element is not None:
        return _element_path(int(element[1]), element[2] or "", draft)
    for beginning in _LONGEST_FIRST:
        if wire == beginning or wire.startswith((beginning + ".", beginning + "[")):
            return _PATHS[beginning], None
    if wire.startswith("Condition"):
        kind = text_of(value_at(draft, "audience", "kind"))
        return f"audience.{kind}.any", None
    return "message.elements", None


def _element_path(n: int, wire: str, draft: Mapping[str, Any]) -> tuple[str, int | None]:
    elements = value_at(draft, "message", "elements")
    rows = [
        (place, row)
        for place, row in enumerate(elements if isinstance(elements, list) else [])
        if isinstance(row, Mapping)
    ]
    if n >= len(rows):
        return "message.elements", None
    place, row = rows[n]
    kind = text_of(row.get("kind"))
    if kind == "text":
        name: str | None = "text"
    elif kind == "image":
        name = _PICTURE.get(wire)
    else:
        name = next((own for own, told, _ in FIELDS.get(kind, ()) if told == wire), None)
    path = f"message.elements.{place}"
    return (f"{path}.{name}" if name else path), place


def _at(draft: object, path: str) -> object:
    """Whatever is at a draft path that may hold places; None where the way is blocked."""
    value = draft
    for name in path.split("."):
        if isinstance(value, list) and name.isdigit() and int(name) < len(value):
            value = value[int(name)]
        elif isinstance(value, Mapping):
            value = value.get(name)
        else:
            return None
    return value


def _blank(value: object) -> bool:
    if isinstance(value, list):
        return all(_blank(item) for item in value)
    return not isinstance(value, str | Mapping) or not value or not str(value).strip()
