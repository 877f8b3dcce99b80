"""Commands that read and change tags and attributes of users.

A call is looked through whole before it changes anything. Source: im-all-member-push.md 4, 5 and 9.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from .chat_calls import Answer, Call, LeftOut, texts
from .chat_codes import ChatRefusal
from .chat_people import DEVICE, SLOTS, USER, Kind
from .chat_rules import TAGS_MAX, check_tag

TAGS_OF_USER_MAX: Final = 100
TAGS_OF_APP_MAX: Final = 1000
NAME_BYTES_MAX: Final = 50
"""Of an attribute's name and of its value."""

# Attributes ----------------------------------------------------------------------------


def _set_names(call: Call) -> Answer:
    people, rules, names = call.app.people, call.app.rules, call.fields.get("AttrNames")
    if not isinstance(names, dict) or not names:
        raise ChatRefusal(90001)
    known, kinds = dict(people.names), dict(people.kinds)
    for name in names.values():
        if not isinstance(name, str) or not 0 < len(name.encode()) <= NAME_BYTES_MAX:
            raise ChatRefusal(rules.chat_attribute_length)
    known.update({_slot(slot): name for slot, name in names.items()})
    if len(set(known.values())) != len(known):
        raise ChatRefusal(90033, "the name of two")
    for slot, kind in _attribute_kinds(call).items():
        if kinds.setdefault(slot, kind) != kind and rules.chat_attribute_type == "refused":
            raise ChatRefusal(90033, "its type stays")
    if rules.chat_rename == "wipes":
        people.wipe(slot for slot, name in people.names.items() if known[slot] != name)
    people.names = dict(sorted(known.items()))
    people.kinds = {slot: kinds.get(slot, USER) for slot in people.names}
    return {}


def _attribute_kinds(call: Call) -> dict[int, Kind]:
    given = call.fields.get("AttrTypes") if call.newer else None
    if given is None:
        return {}
    if not isinstance(given, dict):
        raise ChatRefusal(90001, "AttrTypes")
    kinds: dict[int, Kind] = {}
    for slot, kind in given.items():
        if type(kind) is not int or kind not in (USER, DEVICE):
            raise ChatRefusal(90001, "AttrTypes")
        kinds[_slot(slot)] = DEVICE if kind else USER
    return kinds


def _slot(text: str) -> int:
    if text not in {str(slot) for slot in range(SLOTS)}:
        raise ChatRefusal(90030)
    return int(text)


def _names(call: Call) -> Answer:
    return {"AttrNames": {str(slot): name for slot, name in call.app.people.names.items()}}


def _declared(call: Call, name: str) -> int:
    slot = call.app.people.slot(name)
    if slot is None:
        raise ChatRefusal(90033, name)
    return slot


def _set_values(call: Call) -> Answer:
    people, left_out = call.app.people, LeftOut(call)
    changes: list[tuple[int, int, str]] = []
    for account, row in call.rows("UserAttrs"):
        values = row.get("Attrs")
        if not isinstance(values, dict):
            raise ChatRefusal(90001)
        slots = {_declared(call, name): value for name, value in values.items()}
        for value in slots.values():
            if not isinstance(value, str):
                raise ChatRefusal(90033)
            if not 0 < len(value.encode()) <= NAME_BYTES_MAX:
                raise ChatRefusal(call.app.rules.chat_attribute_length)
        number = left_out.number(account)
        if number is None:
            continue
        if any(people.kinds[slot] != people.kind(number) for slot in slots):
            left_out.of_other_kind(account)
            continue
        changes += [(number, slot, value) for slot, value in slots.items()]
    for change in changes:
        people.set_value(*change)
    return left_out.answer


def _remove_values(call: Call) -> Answer:
    left_out = LeftOut(call)
    changes: list[tuple[int, int]] = []
    for account, row in call.rows("UserAttrs"):
        slots = [_declared(call, name) for name in texts(row.get("Attrs"), SLOTS, 90033)]
        number = left_out.number(account)
        if number is not None:
            changes += [(number, slot) for slot in slots]
    for number, slot in changes:
        call.app.people.set_value(number, slot, None)
    return left_out.answer


def _values(call: Call) -> Answer:
    people, left_out = call.app.people, LeftOut(call)
    # Not in the order asked for, as the documents warn.
    rows = [
        {"To_Account": account, "Attrs": people.values(number)}
        for account in reversed(call.accounts())
        if (number := left_out.number(account)) is not None
    ]
    return {"UserAttrs": rows, **left_out.answer}


# Tags ----------------------------------------------------------------------------------


def _change_tags(change: Callable[[set[str], set[str]], set[str]]) -> Callable[[Call], Answer]:
    adds = change is set.union

    def work(call: Call) -> Answer:
        people, rules, left_out = call.app.people, call.app.rules, LeftOut(call)
        replaces = adds and call.newer and _replaces(call)
        most = TAGS_OF_USER_MAX if replaces else TAGS_MAX
        changes: dict[int, set[str]] = {}
        kinds = dict(people.tag_kinds)
        for account, row in call.rows("UserTags"):
            tags = set(texts(row.get("Tags"), most, 90032))
            for tag in tags:
                check_tag(tag, rules)
            number = left_out.number(account)
            if number is None:
                continue
            kind = people.kind(number)
            if adds and any(kinds.setdefault(tag, kind) != kind for tag in tags):
                left_out.of_other_kind(account)
                continue
            before = changes[number] if number in changes else people.tags(number)
            changes[number] = tags if replaces else change(before, tags)
            if len(changes[number]) > TAGS_OF_USER_MAX:
                raise ChatRefusal(rules.chat_many_tags)  # Not documented.
        if adds and call.newer:
            _check_room(call, changes)
        for number, wanted in changes.items():
            people.set_tags(number, wanted)
        return left_out.answer

    return work


def _replaces(call: Call) -> bool:
    value = call.fields.get("Replace", 0)
    if type(value) is not int or value not in (0, 1):
        raise ChatRefusal(90001, "Replace")
    return value == 1


def _check_room(call: Call, changes: Mapping[int, set[str]]) -> None:
    """Refuse where an app would have more than 1,000 different tags; the code is inferred."""
    known = call.app.people.tags_in_use()
    new = set[str]().union(*changes.values()) - known
    if new and len(known) + len(new) > TAGS_OF_APP_MAX:
        raise ChatRefusal(call.app.rules.chat_many_tags, "of the app")


def _tags(call: Call) -> Answer:
    people, left_out = call.app.people, LeftOut(call)
    rows = [
        {"To_Account": account, "Tags": sorted(people.tags(number))}
        for account in reversed(call.accounts())
        if (number := left_out.number(account)) is not None
    ]
    return {"UserTags": rows, **left_out.answer}


def _clear_tags(call: Call) -> Answer:
    left_out = LeftOut(call)
    found = [left_out.number(account) for account in call.accounts()]
    for number in found:
        if number is not None:
            call.app.people.set_tags(number, set())
    return left_out.answer


USER_CALLS: Final[Mapping[str, Callable[[Call], Answer]]] = {
    "set_attr_name": _set_names,
    "get_attr_name": _names,
    "set_attr": _set_values,
    "get_attr": _values,
    "remove_attr": _remove_values,
    "add_tag": _change_tags(set.union),
    "get_tag": _tags,
    "remove_tag": _change_tags(set.difference),
    "clear_all_tags": _clear_tags,
}
"""Command, as timpush calls it, → what answers it."""
