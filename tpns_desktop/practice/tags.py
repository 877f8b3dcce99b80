"""Tag rules: reading ``tag_rules`` and ``tag_list``, and which devices they mean.

An item is its tags joined with ``tags_operator``, negated by ``is_not``; a rule is its items
joined with ``items_operator``, negated by ``is_not``; the whole is the rules joined with
``operator``. ``items_operator`` and ``operator`` stand between an element and the one before it,
so the first one's value says nothing. AND binds tighter than OR (stated for items, inferred
between rules).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Literal

from tpns_desktop.model.limits import TAG_LIST_CHARACTERS_MAX

from .codes import invalid, missing
from .fields import Fields, flag, sequence, text, texts

Operator = Literal["AND", "OR"]

CUSTOM: Final = "xg_user_define"

TAG_TYPES: Final = frozenset(
    {
        CUSTOM,
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
    }
)
"""``xg_auto_verison``, which a published sample has, is a typing error and refused (inferred)."""


@dataclass(frozen=True, slots=True)
class TagItem:
    """Tags of one type."""

    tag_type: str
    tags: tuple[str, ...]
    tags_operator: Operator
    items_operator: Operator
    is_not: bool


@dataclass(frozen=True, slots=True)
class TagRule:
    """A group of items."""

    items: tuple[TagItem, ...]
    operator: Operator
    is_not: bool


Lookup = Callable[[str, str], int]
"""``(tag_type, tag) -> devices`` as a set of ``bits``."""


def read_tags(fields: Fields) -> tuple[TagRule, ...]:
    """The rules of a tag push; ``tag_list`` counts only where there are no ``tag_rules``.

    Raises ``Refusal`` 1008002 or 1008007, naming the field.
    """
    rules = sequence(fields, "tag_rules", "tag_rules")
    if rules:
        return tuple(_rule(rule, f"tag_rules[{at}]") for at, rule in enumerate(rules))
    legacy = fields.get("tag_list")
    if not legacy:
        raise missing("tag_rules")
    if not isinstance(legacy, dict):
        raise invalid("tag_list")
    return (_legacy_rule(legacy),)


def _operator(fields: Fields, key: str, path: str, *, optional: bool) -> Operator:
    value = text(fields, key, f"{path}.{key}")
    if value == "AND":
        return "AND"
    if value == "OR":
        return "OR"
    if value:
        raise invalid(f"{path}.{key}")
    if not optional:
        raise missing(f"{path}.{key}")
    return "OR"


def _rule(value: object, path: str) -> TagRule:
    if not isinstance(value, dict):
        raise invalid(path)
    items = sequence(value, "tag_items", f"{path}.tag_items")
    if not items:
        raise missing(f"{path}.tag_items")
    return TagRule(
        items=tuple(
            _item(item, f"{path}.tag_items[{at}]", first=at == 0) for at, item in enumerate(items)
        ),
        # Clients in the field leave these two out.
        operator=_operator(value, "operator", path, optional=True),
        is_not=flag(value, "is_not", f"{path}.is_not"),
    )


def _item(value: object, path: str, *, first: bool) -> TagItem:
    if not isinstance(value, dict):
        raise invalid(path)
    tags = texts(sequence(value, "tags", f"{path}.tags"), f"{path}.tags")
    if not tags:
        raise missing(f"{path}.tags")
    tag_type = text(value, "tag_type", f"{path}.tag_type")
    if not tag_type:
        raise missing(f"{path}.tag_type")
    if tag_type not in TAG_TYPES:
        raise invalid(f"{path}.tag_type")
    return TagItem(
        tag_type=tag_type,
        tags=tuple(tags),
        tags_operator=_operator(value, "tags_operator", path, optional=False),
        items_operator=_operator(value, "items_operator", path, optional=first),
        is_not=flag(value, "is_not", f"{path}.is_not"),
    )


def _legacy_rule(fields: Fields) -> TagRule:
    tags = texts(sequence(fields, "tags", "tag_list.tags"), "tag_list.tags")
    if not tags:
        raise missing("tag_list.tags")
    if sum(map(len, tags)) > TAG_LIST_CHARACTERS_MAX:
        raise invalid("tag_list.tags")
    operator = _operator(fields, "op", "tag_list", optional=False)
    item = TagItem(CUSTOM, tuple(tags), operator, "OR", is_not=False)
    return TagRule((item,), "OR", is_not=False)


def select(rules: Iterable[TagRule], lookup: Lookup, everyone: int) -> int:
    """The devices that ``rules`` mean, out of ``everyone``. Both are sets of ``bits``."""
    return _joined(
        [
            (rule.operator, _negated(_rule_set(rule, lookup, everyone), rule, everyone))
            for rule in rules
        ]
    )


def _rule_set(rule: TagRule, lookup: Lookup, everyone: int) -> int:
    return _joined(
        [
            (item.items_operator, _negated(_item_set(item, lookup), item, everyone))
            for item in rule.items
        ]
    )


def _item_set(item: TagItem, lookup: Lookup) -> int:
    sets = [lookup(item.tag_type, tag) for tag in item.tags]
    result = sets[0]
    for devices in sets[1:]:
        result = result & devices if item.tags_operator == "AND" else result | devices
    return result


def _negated(devices: int, element: TagItem | TagRule, everyone: int) -> int:
    return everyone ^ devices if element.is_not else devices


def _joined(elements: list[tuple[Operator, int]]) -> int:
    """Elements with the operator before each: a sum of products, since AND binds tighter."""
    alternatives: list[int] = []
    for position, (operator, devices) in enumerate(elements):
        if position and operator == "AND":
            alternatives[-1] &= devices
        else:
            alternatives.append(devices)
    result = 0
    for devices in alternatives:
        result |= devices
    return result
