"""Who a push means: from targets in the order to a set of devices of this AccessId's platform."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from tpns_desktop.model.limits import TOKEN_LENGTH

from . import bits
from .codes import BAD_TOKEN, BAD_UPLOAD, NO_TARGET, Refusal
from .fleet import Fleet
from .order import PushOrder
from .packages import Upload, accounts_to_ask_for, devices_of_accounts
from .people import People
from .tags import select


@dataclass(frozen=True, slots=True)
class Audience:
    """Who is meant."""

    devices: int
    """A set as in ``bits``."""
    skipped_tokens: tuple[str, ...] = ()
    """Unknown tokens left out because the push said so."""
    few: frozenset[int] | None = None
    """The same devices by number, where they were named one by one."""


def find_audience(
    order: PushOrder,
    *,
    fleet: Fleet,
    people: People,
    uploads: Mapping[int, Upload],
    today: date,
) -> Audience:
    """The devices that ``order`` means.

    Raises ``Refusal``: 1008029 for a token that is not registered, unless told to skip it; 10010005
    for accounts bound to no device here, for an unknown ``upload_id`` and when every token was
    skipped; 1008011 for a package of tokens with a line that has not a token's 36 characters (that
    they are tokens, only the push says). A token of a package that is not registered is skipped, a
    tag that nobody carries is accepted and reaches nobody (inferred: both are evaluated when the
    push runs).
    """
    match order.audience_type:
        case "all":
            return Audience(fleet.everyone)
        case "tag":
            return Audience(
                select(
                    order.tag_rules,
                    lambda tag_type, tag: fleet.tagged(tag_type, tag, today),
                    fleet.everyone,
                )
            )
        case "token" | "token_list":
            return _tokens(order, fleet)
        case "account" | "account_list":
            found = _of_accounts(
                order.accounts, order.account_type, order.all_devices, fleet, people
            )
            return _some(found, fleet)
        case "package_account_push":
            return _account_package(_upload(order, uploads), order, fleet, people)
        case "package_token_push":
            devices = _upload(order, uploads).tokens
            if devices is None:
                raise Refusal(BAD_UPLOAD)
            return _anybody(devices)


def _upload(order: PushOrder, uploads: Mapping[int, Upload]) -> Upload:
    upload = uploads.get(order.upload_id)
    if upload is None:
        raise Refusal(NO_TARGET, "upload_id")
    return upload


def _anybody(devices: int) -> Audience:
    if not devices:
        raise Refusal(NO_TARGET)
    return Audience(devices)


def _some(found: Iterable[int], fleet: Fleet, skipped: tuple[str, ...] = ()) -> Audience:
    few = frozenset(found)
    if not few:
        raise Refusal(NO_TARGET)
    return Audience(bits.of_indexes(few, fleet.size), skipped, few)


def _tokens(order: PushOrder, fleet: Fleet) -> Audience:
    found: list[int] = []
    skipped: list[str] = []
    for token in order.tokens:
        index = fleet.device(token) if len(token) <= TOKEN_LENGTH else None
        if index is not None:
            found.append(index)
        elif order.ignore_invalid_token:
            skipped.append(token)
        else:
            raise Refusal(BAD_TOKEN, "token_list")
    return _some(found, fleet, tuple(skipped))


def _of_accounts(
    accounts: Iterable[str], number: int, every: bool, fleet: Fleet, people: People
) -> Iterator[int]:
    for account in accounts:
        devices = people.devices(number, account, fleet.platform)
        if devices and not every:
            # The latest: seen last; of two seen on one day, the one bound first.
            devices = [min(devices, key=lambda index: fleet.days_since_seen[index])]
        yield from devices


def _account_package(upload: Upload, order: PushOrder, fleet: Fleet, people: People) -> Audience:
    if upload.found is not None:
        return _anybody(upload.found.get((order.account_type, order.all_devices), 0))
    return _anybody(_named_by(upload, order.account_type, order.all_devices, fleet, people))


def looked_up(upload: Upload, *, people: People, fleet: Fleet) -> Upload:
    """The package with the devices that its accounts have now, for pushes to come."""
    types = {*upload.persons, *upload.bound}
    found = {
        (number, every): _named_by(upload, number, every, fleet, people)
        for number in types
        for every in (False, True)
    }
    return replace(upload, found=found)


def _named_by(upload: Upload, number: int, every: bool, fleet: Fleet, people: People) -> int:
    devices = devices_of_accounts(upload, number, all_devices=every, people=people, fleet=fleet)
    asked = accounts_to_ask_for(upload, number, people)
    bound = _of_accounts(asked, number, every, fleet, people)
    return devices | bits.of_indexes(bound, fleet.size)
