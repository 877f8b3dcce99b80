"""Binds and unbinds accounts of devices, and tells who has which (tpns-rest 10)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from tpns_desktop.model.account_types import account_type as known_account_type
from tpns_desktop.model.limits import ACCOUNT_TOKENS_MAX

from .codes import BAD_VALUE, NOBODY, NOT_AT_ALL, OK, PARTLY, Refusal, invalid, missing
from .fields import Fields, given, integer, sequence, text, texts, whole_number
from .registered import device_of
from .rules import Rules
from .state import Application

_ADD, _OVERWRITE, _REMOVE, _CLEAR, _REMOVE_EVERYWHERE = 1, 2, 3, 4, 5
_TOKENS_OF_ACCOUNTS, _ACCOUNTS_OF_TOKENS = 1, 2

_Account = tuple[int, str]
"""Type and text."""


# Binding -------------------------------------------------------------------------------


def change_accounts(application: Application, fields: Fields, now: float) -> dict[str, object]:
    """``/v3/device/account/batchoperate``: one code a token (types 1 to 4) or account (type 5).

    Raises ``Refusal`` 1008002 or 1008007 for the call as a whole; 1008026 or 1008027 with the codes
    when some or all of the items failed: 1008006 or 1008029 for a token, 10110008 for an account
    that nobody has, 1008007 for the 101st token of an account (inferred).
    """
    kind = integer(fields, "operator_type", "operator_type", low=1, high=5)
    if kind is None:
        raise missing("operator_type")
    works: Iterable[Callable[[], Callable[[], None]]]
    if kind == _REMOVE_EVERYWHERE:
        accounts = _accounts(application.rules, fields, "account_list", fields)
        works = [partial(_leave_everywhere, application, account) for account in accounts]
    elif kind == _CLEAR:
        tokens = _tokens(fields, application.rules.binding_tokens)
        works = [partial(_overwrite, application, token, {}) for token in tokens]
    else:
        work = _leave if kind == _REMOVE else _overwrite
        works = [
            partial(work, application, token, dict(accounts))
            for token, accounts in _token_accounts(application.rules, fields)
        ]
    codes: list[int] = []
    for prepare in works:
        try:
            change = prepare()
        except Refusal as refusal:
            codes.append(refusal.code)
            continue
        codes.append(OK)
        if application.rules.accounts_later:
            application.do_later(change, now=now)
        else:
            change()
    return _answered(codes, {})


def _overwrite(
    application: Application, token: str, accounts: Mapping[int, str]
) -> Callable[[], None]:
    device = device_of(application, token)
    people, platform = application.people, application.platform
    limited = application.rules.account_tokens == "limited"
    for account_type, account in accounts.items():
        holders = people.devices(account_type, account, platform)
        if limited and device not in holders and len(holders) >= ACCOUNT_TOKENS_MAX:
            raise Refusal(BAD_VALUE)
    return partial(people.sign_in, platform, device, accounts)


def _leave(application: Application, token: str, accounts: Mapping[int, str]) -> Callable[[], None]:
    device = device_of(application, token)
    if application.rules.absent_account == "nobody":
        has = application.people.accounts_of(application.platform, device)
        if any(account not in has.get(number, ()) for number, account in accounts.items()):
            raise Refusal(NOBODY)

    def change() -> None:
        for account_type, account in accounts.items():
            application.people.unbind(application.platform, device, account_type, account)

    return change


def _leave_everywhere(application: Application, account: _Account) -> Callable[[], None]:
    if not application.people.devices(*account, application.platform):
        raise Refusal(NOBODY)

    def change() -> None:
        for device in application.people.devices(*account, application.platform):
            application.people.unbind(application.platform, device, *account)

    return change


# Looking up ----------------------------------------------------------------------------


def query_accounts(application: Application, fields: Fields, now: float) -> dict[str, object]:
    """``/v3/device/account/query``: tokens of accounts, or accounts of tokens.

    Raises ``Refusal`` 1008002 or 1008007 for the call as a whole; 1008026 or 1008027 with the codes
    and what was found, 10110008 for each account or token that is not known.
    """
    kind = integer(fields, "operator_type", "operator_type", low=1, high=2)
    if kind is None:
        raise missing("operator_type")
    codes: list[int] = []
    rows: list[dict[str, object]] = []
    people, fleet, platform = application.people, application.fleet, application.platform
    if kind == _TOKENS_OF_ACCOUNTS:
        for account_type, account in _accounts(application.rules, fields, "account_list", fields):
            devices = people.devices(account_type, account, platform)
            codes.append(OK if devices else NOBODY)
            if devices:
                tokens = [fleet.token(device) for device in devices]
                rows.append({"account": account, "token_list": tokens})
        return _answered(codes, {"account_tokens": rows})
    for token in _tokens(fields, application.rules.accounts_asked):
        device = fleet.device(token)
        codes.append(OK if device is not None else NOBODY)
        if device is not None:
            accounts = [
                {"account": account}
                if application.rules.told_accounts == "bare"
                else {"account": account, "account_type": number}
                for number, bound in sorted(people.accounts_of(platform, device).items())
                for account in bound
            ]
            rows.append({"token": token, "account_list": accounts})
    return _answered(codes, {"token_accounts": rows})


# Shared --------------------------------------------------------------------------------


def _answered(codes: list[int], data: Mapping[str, object]) -> dict[str, object]:
    answer = {"result": [str(code) for code in codes], **data}
    if any(codes):
        raise Refusal(NOT_AT_ALL if all(codes) else PARTLY, data=answer)
    return answer


def _tokens(fields: Fields, most: int) -> list[str]:
    values = sequence(fields, "token_list", "token_list")
    if not values:
        raise missing("token_list")
    if len(values) > most:
        raise invalid("token_list")
    return texts(values, "token_list")


def _token_accounts(rules: Rules, fields: Fields) -> list[tuple[str, list[_Account]]]:
    path = "token_accounts"
    values = sequence(fields, path, path)
    if not values:
        raise missing(path)
    if len(values) > rules.binding_tokens:
        raise invalid(path)
    found: list[tuple[str, list[_Account]]] = []
    for at, value in enumerate(values):
        if not isinstance(value, dict):
            raise invalid(f"{path}[{at}]")
        token = text(value, "token", f"{path}[{at}].token")
        if not token:
            raise missing(f"{path}[{at}].token")
        found.append((token, _accounts(rules, value, f"{path}[{at}].account_list", fields)))
    return found


def _accounts(rules: Rules, holder: Fields, path: str, fields: Fields) -> list[_Account]:
    values = sequence(holder, "account_list", path)
    if not values:
        raise missing(path)
    if len(values) > rules.accounts_asked:
        raise invalid(path)
    found: list[_Account] = []
    for at, value in enumerate(values):
        if not isinstance(value, dict):
            raise invalid(f"{path}[{at}]")
        account = text(value, "account", f"{path}[{at}].account")
        if not account:
            raise missing(f"{path}[{at}].account")
        # The table has the type beside the list, samples have it inside.
        given_type = value.get("account_type")
        if not given(given_type) and rules.outer_account_type == "default":
            given_type = fields.get("account_type") or 0
        number = whole_number(given_type or 0)
        if number is None or known_account_type(number) is None:
            raise invalid(f"{path}[{at}].account_type")
        found.append((number, account))
    return found
