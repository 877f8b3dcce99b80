"""Binds and unbinds tags of devices, and takes tags off all of them (tpns-rest 9)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from tpns_desktop.model.limits import (
    TAG_CALL_MAX,
    TAG_LENGTH_MAX,
    TAGS_DELETED_MAX,
    TAGS_PER_APP_MAX,
    TAGS_PER_DEVICE_MAX,
    TOKEN_LENGTH,
)

from .codes import BAD_TOKEN, UNKNOWN_TOKEN, Refusal, invalid, missing
from .fields import Fields, integer, sequence, text, texts
from .registered import device_of
from .rules import Rules
from .state import Application
from .tag_book import TagBook, overwritten

_ADD_ONE, _REMOVE_ONE, _ADD, _REMOVE, _CLEAR, _OVERWRITE = 1, 2, 3, 4, 5, 6
_ADD_TO_MANY, _REMOVE_FROM_MANY, _ADD_PAIRS, _REMOVE_PAIRS = 7, 8, 9, 10

_ONE_TAG: Final = frozenset({_ADD_ONE, _REMOVE_ONE, _ADD_TO_MANY, _REMOVE_FROM_MANY})
_ONE_TOKEN: Final = frozenset({_ADD_ONE, _REMOVE_ONE, _ADD, _REMOVE, _CLEAR, _OVERWRITE})
_PAIRS: Final = frozenset({_ADD_PAIRS, _REMOVE_PAIRS})
_ADDS: Final = frozenset({_ADD_ONE, _ADD, _ADD_TO_MANY, _ADD_PAIRS})

_Changes = list[tuple[int, Sequence[str]]]
"""Devices with the tags that they get or lose."""


def change_tags(application: Application, fields: Fields, now: float) -> dict[str, object]:
    """``/v3/device/tag``: types 1 to 4 and 7 to 10 at once, 5 and 6 a while later.

    Raises ``Refusal``: 1008002, 1008007 (also beyond 100 tags a device or 10,000 an app, inferred),
    1008029 or 1008006 for a token. A refused call changes nothing.
    """
    kind = integer(fields, "operator_type", "operator_type", low=1, high=10)
    if kind is None:
        raise missing("operator_type")
    book = application.fleet.tags
    if kind in _PAIRS:
        changes = _pairs(application, fields)
    else:
        tokens = _tokens(application.rules, fields)
        if kind in _ONE_TOKEN:
            tokens = tokens[:1]
        tags = [] if kind == _CLEAR else _tags(application.rules, fields, TAG_CALL_MAX)
        if kind in _ONE_TAG:
            tags = tags[:1]
        several = len(tokens) > 1
        found = [
            _device(application, token, f"token_list[{at}]", several)
            for at, token in enumerate(tokens)
        ]
        changes = [(device, tags) for device in found if device is not None]
    if kind == _CLEAR:
        device, _none = changes[0]
        application.do_later(lambda: book.remove(device, book.tags_of(device)), now=now)
    elif kind == _OVERWRITE:
        device, new = changes[0]
        _check_room(application, {device: overwritten(book.tags_of(device), new)})
        application.do_later(partial(book.overwrite, device, new), now=now)
    else:
        change = book.remove
        if kind in _ADDS:
            _check_room(application, _after(book, changes))
            change = book.add
        for device, some in changes:
            change(device, some)
    return {}


def delete_tags(application: Application, fields: Fields, now: float) -> dict[str, object]:
    """``/v3/device/tag/delete_all_device``: works a while later; unknown tags are no fault.

    Raises ``Refusal`` 1008002 or 1008007.
    """
    tags = _tags(application.rules, fields, TAGS_DELETED_MAX)
    application.do_later(partial(application.fleet.tags.delete, tags), now=now)
    return {"result": ""}


def _device(application: Application, token: str, path: str, several: bool) -> int | None:
    """The device of a token; ``None`` for an unknown one among several, where these are skipped."""
    try:
        return device_of(application, token, path)
    except Refusal as refusal:
        skips = several and application.rules.tag_unknown_token == "skipped"
        if skips and refusal.code == UNKNOWN_TOKEN:
            return None
        raise


def _tokens(rules: Rules, fields: Fields) -> list[str]:
    values = sequence(fields, "token_list", "token_list")
    if not values:
        raise missing("token_list")
    if len(values) > TAG_CALL_MAX:
        raise invalid("token_list")
    tokens = texts(values, "token_list")
    for at, token in enumerate(tokens):
        if len(token) > TOKEN_LENGTH and rules.long_token == "not_valid":
            raise Refusal(BAD_TOKEN, f"token_list[{at}]")
    return tokens


def _tags(rules: Rules, fields: Fields, most: int) -> list[str]:
    values = sequence(fields, "tag_list", "tag_list")
    if not values:
        raise missing("tag_list")
    if len(values) > most:
        raise invalid("tag_list")
    tags = texts(values, "tag_list")
    for at, tag in enumerate(tags):
        _check_tag(rules, tag, f"tag_list[{at}]")
    return tags


def _pairs(application: Application, fields: Fields) -> _Changes:
    path = "tag_token_list"
    values = sequence(fields, path, path)
    if not values:
        raise missing(path)
    if len(values) > application.rules.tag_pairs:
        raise invalid(path)
    changes: _Changes = []
    for at, pair in enumerate(values):
        if not isinstance(pair, dict):
            raise invalid(f"{path}[{at}]")
        tag = text(pair, "tag", f"{path}[{at}].tag")
        token = text(pair, "token", f"{path}[{at}].token")
        for key, value in (("tag", tag), ("token", token)):
            if not value:
                raise missing(f"{path}[{at}].{key}")
        _check_tag(application.rules, tag, f"{path}[{at}].tag")
        device = _device(application, token, f"{path}[{at}].token", len(values) > 1)
        if device is not None:
            changes.append((device, [tag]))
    return changes


def _check_tag(rules: Rules, tag: str, path: str) -> None:
    # Characters, as the page of the call says; the guide says bytes.
    length = len(tag) if rules.tag_length == "characters" else len(tag.encode())
    if not 1 <= length <= TAG_LENGTH_MAX:
        raise invalid(path)


def _after(book: TagBook, changes: _Changes) -> dict[int, set[str]]:
    after: dict[int, set[str]] = {}
    for device, tags in changes:
        after.setdefault(device, book.tags_of(device)).update(tags)
    return after


def _check_room(application: Application, after: dict[int, set[str]]) -> None:
    if not application.rules.tag_limits:
        return
    book = application.fleet.tags
    if any(len(tags) > TAGS_PER_DEVICE_MAX for tags in after.values()):
        raise invalid("tag_list")
    if len(book.names.union(*after.values())) > TAGS_PER_APP_MAX:
        raise invalid("tag_list")
