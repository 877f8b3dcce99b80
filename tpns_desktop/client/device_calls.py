"""The calls about single devices: tags, accounts, attributes, and the pushes of today.

What a change may hold is checked by `tpns_desktop.model.device_calls` before anything leaves; here
it gets its names on the wire.

Sources: tpns-rest.md 9 (tags), 10 (accounts), 11 (attributes), 12.7 (pushes of a token).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tpns_desktop.client import answers, endpoints
from tpns_desktop.client.caller import Caller
from tpns_desktop.model.device_calls import (
    Account,
    AccountChange,
    AttributeWork,
    TagChange,
    checked_attributes,
    checked_tags,
)
from tpns_desktop.model.outcome import TokenPush

_TOKENS_OF_ACCOUNTS = 1
_ACCOUNTS_OF_TOKENS = 2
_ASK_FOR_ATTRIBUTES = 5


class DeviceCalls(Caller):
    """Questions raise `BadAnswer`, changes `MaybeSent`, when no usable answer came.

    A refused change may have been done in part; `Refused.codes` then says what became of each token
    or account (1008026, 1008027).
    """

    async def change_tags(self, change: TagChange) -> tuple[str, ...]:
        """Change tags; the codes that the service named beside its yes, mostly none."""
        return await self._change(endpoints.TAG_PATH, _tag_fields(change), answers.codes)

    async def delete_tags(self, tags: Iterable[str]) -> None:
        """Take tags off every device and out of the app's list; the service gets to it later.

        Raises:
            DeviceCallRefused: no tag, more than 100, or one too long; nothing left.
        """
        fields = {"tag_list": list(checked_tags(tags))}
        await self._change(endpoints.TAG_DELETE_PATH, fields, answers.codes)

    async def change_accounts(self, change: AccountChange) -> tuple[str, ...]:
        """Change bindings; a code a token or account, in order. Taken in now, done later."""
        return await self._change(endpoints.ACCOUNT_PATH, _account_fields(change), answers.codes)

    async def accounts_of(self, tokens: Iterable[str]) -> Mapping[str, tuple[Account, ...]]:
        """The accounts bound to each token; a token that the service left out is not there.

        Ask about one at a time where each counts: a single unknown one makes the whole answer a
        refusal (1008026).
        """
        fields = {"operator_type": _ACCOUNTS_OF_TOKENS, "token_list": list(tokens)}
        return await self._ask(endpoints.ACCOUNT_QUERY_PATH, fields, answers.accounts_of_tokens)

    async def tokens_of(self, accounts: Iterable[Account]) -> Mapping[str, tuple[str, ...]]:
        """The tokens that each account is bound to, by the account's name; see `accounts_of`."""
        fields = {
            "operator_type": _TOKENS_OF_ACCOUNTS,
            "account_list": [_account(account) for account in accounts],
        }
        return await self._ask(endpoints.ACCOUNT_QUERY_PATH, fields, answers.tokens_of_accounts)

    async def attributes(self, token: str) -> dict[str, str]:
        """The attributes of one device, name to value."""
        fields = {"cmd": _ASK_FOR_ATTRIBUTES, "token": token}
        return await self._ask(endpoints.ATTRIBUTE_PATH, fields, answers.attributes)

    async def change_attributes(
        self, token: str, work: AttributeWork, values: Mapping[str, str]
    ) -> tuple[str, ...]:
        """Change attributes of one device; the names that were left out, as nobody declared them.

        For `AttributeWork.DELETE` only the names of `values` count.

        Raises:
            DeviceCallRefused: see `checked_attributes`; nothing left.
        """
        checked_attributes(token, work, values)
        fields: dict[str, Any] = {"cmd": int(work), "token": token}
        if values:
            fields["attributeInfo"] = {"attributeMap": dict(values)}
        return await self._change(endpoints.ATTRIBUTE_PATH, fields, answers.unknown_attributes)

    async def pushes_of_token(self, token: str) -> list[TokenPush]:
        """Today's pushes for one token, in the service's order."""
        return await self._ask(endpoints.TOKEN_PUSHES_PATH, {"token": token}, answers.token_pushes)


def _tag_fields(change: TagChange) -> dict[str, Any]:
    fields: dict[str, Any] = {"operator_type": int(change.work)}
    if change.tags:
        fields["tag_list"] = list(change.tags)
    if change.tokens:
        fields["token_list"] = list(change.tokens)
    if change.pairs:
        fields["tag_token_list"] = [{"tag": tag, "token": token} for tag, token in change.pairs]
    return fields


def _account_fields(change: AccountChange) -> dict[str, Any]:
    fields: dict[str, Any] = {"operator_type": int(change.work)}
    if change.bindings:
        fields["token_accounts"] = [
            {"token": token, "account_list": [_account(account) for account in accounts]}
            for token, accounts in change.bindings.items()
        ]
    if change.tokens:
        fields["token_list"] = list(change.tokens)
    if change.accounts:
        fields["account_list"] = [_account(account) for account in change.accounts]
    return fields


def _account(account: Account) -> dict[str, Any]:
    fields: dict[str, Any] = {"account": account.name}
    if account.account_type is not None:
        fields["account_type"] = account.account_type
    return fields
