"""A push to all users of a Chat app, always valid, in any of the three dialects.

One body, three sets of fields: `MsgLifeTime` belongs to `all_member_push` alone, `OnlineOnlyFlag`
and `DataId` to `timpush`; a notification alone has no `MsgBody`. Source: im-all-member-push.md 3,
6, 7 and 9. The bytes made here are what is previewed, confirmed, stored and sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, ValidationInfo, model_validator

from tpns_desktop.model.chat_dialects import Dialect
from tpns_desktop.model.chat_message import MESSAGE_BYTES_MAX, CustomElement, Element
from tpns_desktop.model.chat_notification import Notification, notification_rules
from tpns_desktop.model.values import Said, Some, Whole
from tpns_desktop.model.wire import Blame, WireModel, json_bytes, validated

RANDOM_MAX: Final = 2**32 - 1
LIFE_S_MAX: Final = 604_800
"""Seven days."""
TAGS_MAX: Final = 10
BYTES_MAX: Final = 50
"""Of a tag, an attribute's name and a value, in UTF-8 (inferred to be bytes, not characters)."""
DATA_ID_BYTES_MAX: Final = 64
REQUEST_BYTES_MAX: Final = 10 * 1024
"""Of a whole `timpush` request."""
USERS_MAX: Final = 500
"""Of a batch."""


@dataclass(frozen=True, slots=True)
class ChatCircumstances:
    """What the rules must know beside the body."""

    dialect: Dialect
    names: frozenset[str] | None
    """Declared attributes; None: not known."""


class Meant(WireModel):
    """Whom it goes to. Tags and attributes do not go together."""

    TagsOr: Some[Said] | None = None
    TagsAnd: Some[Said] | None = None
    AttrsOr: dict[str, Said] | None = None
    AttrsAnd: dict[str, Said] | None = None


class ChatPush(WireModel):
    """The body of a push."""

    From_Account: Said | None = None
    """The sender that users see; the administrator without it."""
    To_Account: Some[Said] | None = None
    """The named users of a batch."""
    MsgRandom: Annotated[int, Field(ge=0, le=RANDOM_MAX)]
    MsgLifeTime: Annotated[int, Field(ge=0, le=LIFE_S_MAX)] | None = None
    """Seconds for which it is kept for offline users; 0: only those who are online."""
    OnlineOnlyFlag: Annotated[Literal[0, 1], Whole] | None = None
    Condition: Meant | None = None
    MsgBody: Some[Element] | None = None
    OfflinePushInfo: Notification | None = None
    DataId: str | None = None

    @model_validator(mode="after")
    def _rules(self, info: ValidationInfo) -> Self:
        known = info.context
        if not isinstance(known, ChatCircumstances):
            raise TypeError("the dialect is not known here: use parse_chat_push")
        blame = Blame()
        _fields_of_dialect(self, known.dialect, blame)
        _condition_rules(self, known.names, blame)
        if self.MsgBody is not None and sum(isinstance(e, CustomElement) for e in self.MsgBody) > 1:
            blame.at(("MsgBody",), "value", "repeated")
        if self.OfflinePushInfo is not None:
            notification_rules(self.OfflinePushInfo, blame)
        if self.DataId is not None and len(self.DataId.encode()) > DATA_ID_BYTES_MAX:
            blame.at(("DataId",), "value", "too_long")
        _sizes(self, known.dialect, blame)
        blame.settle()
        return self


def parse_chat_push(
    body: Mapping[str, Any], dialect: Dialect, names: frozenset[str] | None = None
) -> ChatPush:
    """The push that `body` describes, in one dialect.

    `names`: the attributes that were declared, where they are known. Raises `PushRefused` with
    every problem found; no value that was typed is in it.
    """
    return validated(ChatPush, body, ChatCircumstances(dialect, names))


def chat_json(push: ChatPush) -> bytes:
    """The body's bytes: compact JSON in UTF-8, the fields that were given, in the model's order."""
    return json_bytes(push)


def _fields_of_dialect(push: ChatPush, dialect: Dialect, blame: Blame) -> None:
    allowed = {
        "MsgBody": dialect.has_message,
        "MsgLifeTime": dialect.keeps,
        "OnlineOnlyFlag": not dialect.keeps and dialect.has_message,
        "DataId": not dialect.keeps,
        "To_Account": dialect.batch,
    }
    for name, may_stand in allowed.items():
        if name in push.model_fields_set and not may_stand:
            blame.at((name,), "value", "excluded")
    if dialect.has_message and push.MsgBody is None:
        blame.at(("MsgBody",), "missing", "required")
    if not dialect.has_message and push.OfflinePushInfo is None:
        blame.at(("OfflinePushInfo",), "missing", "required")
    if push.To_Account is not None:
        if len(push.To_Account) > USERS_MAX:
            blame.at(("To_Account",), "value", "too_many")
        if push.Condition is not None:
            blame.at(("Condition",), "value", "excluded")


def _condition_rules(push: ChatPush, names: frozenset[str] | None, blame: Blame) -> None:
    condition = push.Condition
    if condition is None:
        return
    lists = {"TagsOr": condition.TagsOr or (), "TagsAnd": condition.TagsAnd or ()}
    maps = {"AttrsOr": condition.AttrsOr or {}, "AttrsAnd": condition.AttrsAnd or {}}
    if not any(lists.values()) and not any(maps.values()):
        # An empty condition is not documented: everybody is meant by leaving it out.
        blame.at(("Condition",), "value", "empty")
    if any(lists.values()) and any(maps.values()):
        blame.at(("Condition",), "value", "excluded")
    if set(lists["TagsOr"]) & set(lists["TagsAnd"]):
        blame.at(("Condition", "TagsAnd"), "value", "repeated")
    for name, tags in lists.items():
        if len(tags) > TAGS_MAX:
            blame.at(("Condition", name), "value", "too_many")
        for place, tag in enumerate(tags):
            if len(tag.encode()) > BYTES_MAX:
                blame.at(("Condition", name, place), "value", "too_long")
    for name, values in maps.items():
        for attribute, value in values.items():
            if names is not None and attribute not in names:
                blame.at(("Condition", name, attribute), "value", "unknown_field")
            elif len(value.encode()) > BYTES_MAX:
                blame.at(("Condition", name, attribute), "value", "too_long")


def _sizes(push: ChatPush, dialect: Dialect, blame: Blame) -> None:
    if push.MsgBody is not None:
        size = sum(len(json_bytes(element)) + 1 for element in push.MsgBody) + 1
        if size > MESSAGE_BYTES_MAX:
            blame.at(("MsgBody",), "size", "too_long")
    if dialect.service == "timpush" and len(chat_json(push)) > REQUEST_BYTES_MAX:
        blame.at((), "size", "too_long")
