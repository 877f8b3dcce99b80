"""From any ``tag_rules`` (TPNS REST fact sheet, 5.7) to groups of rows as a draft has them.

Standard library only. A draft knows one form: any group fits, in it all rows, a row being "any
of", "all of" or "none of" some tags. Every rule can be said in that form; one that would need very
many rows cannot be read by a person either and is not taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from tpns_desktop.model.draft import Row
from tpns_desktop.model.options import TAG_TYPES

GROUPS_MAX: Final = 50
"""Of our own choice: more groups than that nobody can check by reading."""
ROWS_MAX: Final = 200
"""Of our own choice, in all groups together."""

_OPERATORS: Final = ("AND", "OR")

Groups = list[list[Row]]


class NotGroups(ValueError):
    """These rules cannot be taken. ``path`` is where and ``reason`` why, as in ``reading``."""

    def __init__(self, path: str, reason: str) -> None:
        """Keep both."""
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")


def groups_of(rules: object) -> Groups:
    """The groups that mean the same as ``rules``.

    A rule may lack ``operator`` and ``is_not``, as some clients send it (19).

    Raises:
        NotGroups: for what is no tag rule, and for one that would need more than ``GROUPS_MAX``
            groups or ``ROWS_MAX`` rows.
    """
    path = "tag_rules"
    return _chain(
        (
            (_operator(rule, "operator", f"{path}[{i}]", "OR"), _rule(rule, f"{path}[{i}]"))
            for i, rule in enumerate(_some(rules, path))
        ),
        negated=False,
    )


def plainly_said(rules: object) -> object:
    """``rules`` with all that the service does not read put the way we write it.

    That is the operator of each first element, and how the tags of an item with a single tag are
    joined. Equal results mean equal rules; anything that is no rule comes back as it stands.
    """
    if not isinstance(rules, list):
        return rules
    plain: list[object] = []
    for place, rule in enumerate(rules):
        if not isinstance(rule, Mapping) or not isinstance(rule.get("tag_items"), list):
            return rules
        said = {"operator": "OR", "is_not": False, **rule}
        if place == 0:
            said["operator"] = "OR"
        said["tag_items"] = [_plain_item(item, i) for i, item in enumerate(rule["tag_items"])]
        plain.append(said)
    return plain


def _plain_item(item: object, place: int) -> object:
    if not isinstance(item, Mapping):
        return item
    said: dict[str, Any] = dict(item)
    if place == 0:
        said["items_operator"] = "OR"
    tags = said.get("tags")
    if said.get("is_not") is True and isinstance(tags, list) and len(tags) == 1:
        said["tags_operator"] = "OR"
    return said


def _some(value: object, path: str) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise NotGroups(path, "not_allowed")
    return value


def _field(value: object, name: str, path: str, default: object = None) -> Any:
    if not isinstance(value, Mapping):
        raise NotGroups(path, "not_allowed")
    return value.get(name, default)


def _operator(value: object, name: str, path: str, default: str | None = None) -> str:
    operator = _field(value, name, path, default)
    if not isinstance(operator, str) or operator not in _OPERATORS:
        raise NotGroups(f"{path}.{name}", "not_allowed")
    return operator


def _truth(value: object, name: str, path: str, *, default: bool | None = None) -> bool:
    truth = _field(value, name, path, default)
    if not isinstance(truth, bool):
        raise NotGroups(f"{path}.{name}", "not_allowed")
    return truth


class _Part(NamedTuple):
    """A part of a rule: the groups it means, and those its opposite means."""

    plain: Groups
    opposite: Groups


def _rule(rule: object, path: str) -> _Part:
    items = [
        (_operator(item, "items_operator", at), _item(item, at))
        for i, item in enumerate(_some(_field(rule, "tag_items", path), f"{path}.tag_items"))
        for at in (f"{path}.tag_items[{i}]",)
    ]
    negated = _truth(rule, "is_not", path, default=False)
    # Nothing stands around rules, so nobody asks for the opposite of one.
    return _Part(_chain(items, negated=negated), [])


def _item(item: object, path: str) -> _Part:
    tags = _some(_field(item, "tags", path), f"{path}.tags")
    if not all(isinstance(tag, str) and tag.strip() for tag in tags):
        raise NotGroups(f"{path}.tags", "not_allowed")
    tag_type = _field(item, "tag_type", path)
    if not isinstance(tag_type, str) or tag_type not in TAG_TYPES:
        raise NotGroups(f"{path}.tag_type", "not_allowed")
    every = _operator(item, "tags_operator", path) == "AND"

    def row(match: str, chosen: Iterable[str]) -> Row:
        return {"tag_type": tag_type, "match": match, "tags": list(chosen)}

    given = [[row("all" if every else "any", tags)]]
    # Not all of them: one of them at least is not there.
    denied = [[row("none", [tag])] for tag in tags] if every else [[row("none", tags)]]
    if _truth(item, "is_not", path):
        given, denied = denied, given
    return _Part(given, denied)


def _chain(parts: Iterable[tuple[str, _Part]], *, negated: bool) -> Groups:
    """Parts joined by the operator before each; AND binds tighter than OR."""
    alternatives: list[list[_Part]] = []
    for operator, part in parts:
        if operator == "OR" or not alternatives:
            alternatives.append([])
        alternatives[-1].append(part)
    if not negated:
        return _any_of(_all_of(part.plain for part in chain) for chain in alternatives)
    return _all_of(_any_of(part.opposite for part in chain) for chain in alternatives)


def _any_of(choices: Iterable[Groups]) -> Groups:
    joined: Groups = []
    for groups in choices:
        joined += groups
        _not_too_many(joined)
    return joined


def _all_of(demands: Iterable[Groups]) -> Groups:
    joined: Groups = [[]]
    for groups in demands:
        joined = [[*before, *group] for before in joined for group in groups]
        _not_too_many(joined)
    return joined


def _not_too_many(groups: Groups) -> None:
    if len(groups) > GROUPS_MAX or sum(map(len, groups)) > ROWS_MAX:
        raise NotGroups("tag_rules", "too_deep")
