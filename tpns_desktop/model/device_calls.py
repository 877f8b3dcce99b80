"""What is asked of single devices: their tags, their accounts, their attributes.

Plain dataclasses, standard library only. Each is checked when it is made, so what exists may be
sent; which words it takes on the wire is the client's.

Sources: tpns-rest 9 (tags), 10 (accounts), 11 (attributes).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from tpns_desktop.model import limits
from tpns_desktop.model.unseen import has_unseen

REASONS: Final = frozenset(
    {
        "no_token",
        "no_tag",
        "no_account",
        "no_attribute",
        "not_for_this",
        "token_long",
        "tag_long",
        "tag_unseen",
        "attribute_long",
        "too_many_tokens",
        "too_many_tags",
        "too_many_pairs",
    }
)
"""Every `reason` of a `DeviceCallRefused`. Stable: the window's words refer to them."""


class DeviceCallRefused(ValueError):
    """The service would not take it, so it was never sent; `reason` is one of `REASONS`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TagWork(IntEnum):
    """The service's operators for tags (tpns-rest 9.1)."""

    ADD_ONE = 1
    REMOVE_ONE = 2
    ADD = 3
    REMOVE = 4
    CLEAR = 5
    OVERWRITE = 6
    ADD_TO_MANY = 7
    REMOVE_FROM_MANY = 8
    ADD_PAIRS = 9
    REMOVE_PAIRS = 10


_GIVING: Final = frozenset({TagWork.ADD_ONE, TagWork.ADD, TagWork.OVERWRITE, TagWork.ADD_TO_MANY})
_WITH_PAIRS: Final = frozenset({TagWork.ADD_PAIRS, TagWork.REMOVE_PAIRS})
_ONE_TAG: Final = frozenset(
    {TagWork.ADD_ONE, TagWork.REMOVE_ONE, TagWork.ADD_TO_MANY, TagWork.REMOVE_FROM_MANY}
)
_MANY_TOKENS: Final = frozenset({TagWork.ADD_TO_MANY, TagWork.REMOVE_FROM_MANY})


@dataclass(frozen=True, slots=True)
class TagChange:
    """One change of tags, as the service takes it in one call.

    The service would use only the first tag or token where more are not meant, and say nothing:
    here they are refused.

    Raises:
        DeviceCallRefused: something is missing, too long, too many, or not for this operator.
    """

    work: TagWork
    tokens: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    """Tag and token; for the two operators with pairs only."""

    def __post_init__(self) -> None:
        """Check all limits of tpns-rest 9.1."""
        if self.work in _WITH_PAIRS:
            _refuse(bool(self.tokens or self.tags), "not_for_this")
            _refuse(not self.pairs, "no_tag")
            _refuse(len(self.pairs) > limits.TAG_PAIRS_MAX, "too_many_pairs")
            _check_tags([tag for tag, _ in self.pairs], self.work is TagWork.ADD_PAIRS)
            _check_tokens(token for _, token in self.pairs)
            return
        _refuse(bool(self.pairs), "not_for_this")
        _refuse(not self.tokens, "no_token")
        _refuse(
            len(self.tokens) > (limits.TAG_CALL_MAX if self.work in _MANY_TOKENS else 1),
            "too_many_tokens",
        )
        _check_tokens(self.tokens)
        if self.work is TagWork.CLEAR:
            _refuse(bool(self.tags), "not_for_this")
            return
        _refuse(not self.tags, "no_tag")
        _refuse(
            len(self.tags) > (1 if self.work in _ONE_TAG else limits.TAGS_PER_DEVICE_MAX),
            "too_many_tags",
        )
        _check_tags(self.tags, self.work in _GIVING)


def tags_added(token: str, tags: Iterable[str]) -> TagChange:
    """Add tags to one device; at once."""
    return TagChange(TagWork.ADD, (token,), tuple(tags))


def tags_removed(token: str, tags: Iterable[str]) -> TagChange:
    """Take tags off one device; at once."""
    return TagChange(TagWork.REMOVE, (token,), tuple(tags))


def tags_overwritten(token: str, tags: Iterable[str]) -> TagChange:
    """Put these in the place of one device's tags; the service gets to it later.

    If each has a colon, only tags of the same classes are replaced.
    """
    return TagChange(TagWork.OVERWRITE, (token,), tuple(tags))


def tags_cleared(token: str) -> TagChange:
    """Take all tags off one device; the service gets to it later."""
    return TagChange(TagWork.CLEAR, (token,))


def checked_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags to take off every device (tpns-rest 9.2).

    Raises:
        DeviceCallRefused: none, more than a call takes, or one too long.
    """
    found = tuple(tags)
    _refuse(not found, "no_tag")
    _refuse(len(found) > limits.TAGS_DELETED_MAX, "too_many_tags")
    _check_tags(found)
    return found


@dataclass(frozen=True, slots=True)
class Account:
    """An account as it is bound to devices."""

    name: str
    account_type: int | None = None
    """Of tpns-rest 14. ``None``: not told; the service takes 0 then."""


class AccountWork(IntEnum):
    """The service's operators for accounts (tpns-rest 10.1)."""

    ADD = 1
    """Since 2020 the service does the same as for `OVERWRITE`."""
    OVERWRITE = 2
    REMOVE = 3
    CLEAR = 4
    REMOVE_EVERYWHERE = 5


_PER_TOKEN: Final = frozenset({AccountWork.ADD, AccountWork.OVERWRITE, AccountWork.REMOVE})


@dataclass(frozen=True, slots=True)
class AccountChange:
    """One change of bindings between accounts and devices, as one call takes it.

    Raises:
        DeviceCallRefused: something is missing, too long, too many, or not for this operator.
    """

    work: AccountWork
    bindings: Mapping[str, tuple[Account, ...]] = field(default_factory=dict)
    """Token to its accounts; for the first three operators."""
    tokens: tuple[str, ...] = ()
    """For `AccountWork.CLEAR`."""
    accounts: tuple[Account, ...] = ()
    """For `AccountWork.REMOVE_EVERYWHERE`."""

    def __post_init__(self) -> None:
        """Check the limits of tpns-rest 10.1."""
        clear = self.work is AccountWork.CLEAR
        everywhere = self.work is AccountWork.REMOVE_EVERYWHERE
        _refuse(bool(self.bindings) and self.work not in _PER_TOKEN, "not_for_this")
        _refuse(bool(self.tokens) and not clear, "not_for_this")
        _refuse(bool(self.accounts) and not everywhere, "not_for_this")
        if everywhere:
            _check_accounts(self.accounts)
            return
        tokens = self.tokens if clear else tuple(self.bindings)
        _refuse(not tokens, "no_token")
        _refuse(len(tokens) > limits.ACCOUNT_CALL_MAX, "too_many_tokens")
        _check_tokens(tokens)
        for accounts in self.bindings.values():
            _check_accounts(accounts)


def accounts_overwritten(token: str, accounts: Iterable[Account]) -> AccountChange:
    """Put these in the place of one device's accounts."""
    return AccountChange(AccountWork.OVERWRITE, {token: tuple(accounts)})


def accounts_removed(token: str, accounts: Iterable[Account]) -> AccountChange:
    """Unbind these accounts from one device."""
    return AccountChange(AccountWork.REMOVE, {token: tuple(accounts)})


def accounts_cleared(token: str) -> AccountChange:
    """Unbind every account from one device."""
    return AccountChange(AccountWork.CLEAR, tokens=(token,))


class AttributeWork(IntEnum):
    """The service's commands that change attributes (tpns-rest 11; 5 is the question)."""

    ADD = 1
    UPDATE = 2
    DELETE = 3
    DELETE_ALL = 4


def checked_attributes(token: str, work: AttributeWork, values: Mapping[str, str]) -> None:
    """Check one change of attributes.

    Raises:
        DeviceCallRefused: no token, none or (for `AttributeWork.DELETE_ALL`) any attributes, or a
            name or value of more than 50 bytes.
    """
    _refuse(not token, "no_token")
    _check_tokens((token,))
    if work is AttributeWork.DELETE_ALL:
        _refuse(bool(values), "not_for_this")
        return
    _refuse(not values or not all(values), "no_attribute")
    for text in (*values, *values.values()):
        _refuse(len(text.encode("utf-8", "replace")) > limits.ATTRIBUTE_BYTES_MAX, "attribute_long")


def _check_tokens(tokens: Iterable[str]) -> None:
    for token in tokens:
        _refuse(not token, "no_token")
        _refuse(len(token) > limits.TOKEN_LENGTH, "token_long")


def _check_tags(tags: Iterable[str], giving: bool = False) -> None:
    # An old tag with a character that nobody sees can still be taken off.
    for tag in tags:
        _refuse(not tag, "no_tag")
        _refuse(len(tag) > limits.TAG_LENGTH_MAX, "tag_long")
        _refuse(giving and has_unseen(tag), "tag_unseen")


def _check_accounts(accounts: tuple[Account, ...]) -> None:
    _refuse(not accounts or not all(account.name for account in accounts), "no_account")


def _refuse(condition: bool, reason: str) -> None:
    if condition:
        raise DeviceCallRefused(reason)
