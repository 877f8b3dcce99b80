"""Who receives a push: kinds of audience, tag rules, lists (TPNS REST fact sheet, 5.2 and 5.7).

Nothing here ever turns an empty choice into everyone: a list that is empty is refused, and a list
beside an audience that does not read it is refused as well, for its author meant those people and
not the others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from tpns_desktop.model.account_types import account_type, fits
from tpns_desktop.model.limits import (
    ACCOUNTS_MAX,
    TAG_LIST_CHARACTERS_MAX,
    TOKEN_LENGTH,
    TOKENS_MAX,
)
from tpns_desktop.model.problem import Problem
from tpns_desktop.model.values import Many, Said, Some
from tpns_desktop.model.wire import Blame, WireModel, fault

if TYPE_CHECKING:
    from tpns_desktop.model.push import Push

AudienceType = Literal[
    "all",
    "tag",
    "token",
    "token_list",
    "account",
    "account_list",
    "package_account_push",
    "package_token_push",
]
Operator = Literal["AND", "OR"]
TagType = Literal[
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
]

BROADCASTS: Final = frozenset({"all", "tag", "package_account_push"})
"""Audiences that may be scheduled, repeated, slowed down and replaced (5.1)."""

_SELECTIONS: Final[dict[str, frozenset[str]]] = {
    "token_list": frozenset({"token", "token_list"}),
    "account_list": frozenset({"account", "account_list"}),
    "tag_rules": frozenset({"tag"}),
    "tag_list": frozenset({"tag"}),
    "upload_id": frozenset({"package_account_push", "package_token_push"}),
}
"""The field that holds a selection → the audiences that read it."""

_TOKEN: Final = re.compile(r"[0-9a-f]{36}")


class TagItem(WireModel):
    """Some tags of one type; ``items_operator`` stands between this item and the one before."""

    tags: Some[Said]
    tags_operator: Operator
    items_operator: Operator
    is_not: bool
    tag_type: TagType


class TagRule(WireModel):
    """A group of items; ``operator`` stands between this rule and the one before."""

    tag_items: Some[TagItem]
    operator: Operator
    is_not: bool


def _not_too_many_characters(tags: tuple[str, ...]) -> tuple[str, ...]:
    if sum(map(len, tags)) > TAG_LIST_CHARACTERS_MAX:
        raise fault("value", "too_long")
    return tags


class TagList(WireModel):
    """The older form, without effect where ``tag_rules`` are given."""

    tags: Annotated[Some[Said], AfterValidator(_not_too_many_characters)]
    op: Operator


def _tokens(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Blames the list as a whole: one bad token fails the push, whichever it is."""
    if not tokens:
        raise fault("value", "empty")
    if any(not token.strip() for token in tokens):
        raise fault("token", "empty")
    if any(len(token) > TOKEN_LENGTH for token in tokens):
        raise fault("token", "too_long")
    return tokens


def _accounts(accounts: tuple[str, ...]) -> tuple[str, ...]:
    if not accounts or any(not account.strip() for account in accounts):
        raise fault("value", "empty")
    return accounts


def _number_of_text(value: object) -> object:
    # A published sample sends "991".
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,4}", value):
        return int(value)
    return value


def _in_the_table(number: int) -> int:
    if account_type(number) is None:
        raise fault("value", "not_allowed")
    return number


Tokens = Annotated[Many[str], Field(max_length=TOKENS_MAX), AfterValidator(_tokens)]
Accounts = Annotated[Many[str], Field(max_length=ACCOUNTS_MAX), AfterValidator(_accounts)]
AccountTypeNumber = Annotated[int, BeforeValidator(_number_of_text), AfterValidator(_in_the_table)]


def audience_rules(push: Push, blame: Blame) -> None:
    """Each audience has its selection, and no other is there (5.2)."""
    kind = push.audience_type
    for field, readers in _SELECTIONS.items():
        if getattr(push, field) is not None and kind not in readers:
            blame.at((field,), "value", "excluded")
    match kind:
        case "tag" if push.tag_rules is None and push.tag_list is None:
            blame.at(("tag_rules",), "missing", "required")
        case "token" | "token_list" if push.token_list is None:
            blame.at(("token_list",), "missing", "required")
        case "account" | "account_list" if push.account_list is None:
            blame.at(("account_list",), "missing", "required")
        case "package_account_push" | "package_token_push" if push.upload_id is None:
            blame.at(("upload_id",), "missing", "required")
        case _:
            pass


def audience_warnings(push: Push) -> list[Problem]:
    """Tokens and accounts that look wrong, though the service may know them."""
    found: list[Problem] = []
    for i, token in enumerate(push.token_list or ()):
        if not _TOKEN.fullmatch(token):
            reason = "masked" if "*" in token else "odd_format"
            found.append(Problem(f"token_list[{i}]", "token", reason))
    number = push.account_type or 0
    found += [
        Problem(f"account_list[{i}]", "value", "odd_format")
        for i, account in enumerate(push.account_list or ())
        if not fits(number, account)
    ]
    if push.audience_type == "token" and len(push.token_list or ()) > 1:
        found.append(Problem("token_list", "value", "unused"))
    if push.audience_type == "account" and len(push.account_list or ()) > 1:
        found.append(Problem("account_list", "value", "unused"))
    if push.tag_rules is not None and push.tag_list is not None:
        found.append(Problem("tag_list", "value", "unused"))
    return found
