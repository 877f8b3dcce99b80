"""Checks of who gets a push: nobody, too many, entries that look wrong (design/checks.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tpns_desktop.model.account_types import fits
from tpns_desktop.model.draft import ids_of, named_devices
from tpns_desktop.model.limits import ACCOUNTS_MAX, TOKEN_LENGTH, TOKENS_MAX
from tpns_desktop.model.tags import OWN
from tpns_desktop.send.check_files import points_of
from tpns_desktop.send.examination import Context
from tpns_desktop.send.facts import Facts, text_at
from tpns_desktop.send.rule import Check, Found

KINDS = ("all", "tag", "account", "device", "file")
IDS_MAX = {"account": ACCOUNTS_MAX, "device": TOKENS_MAX}

_TOKEN = re.compile(rf"[0-9a-f]{{{TOKEN_LENGTH}}}")
_FIELDS = {
    "tag": "audience.tag.groups",
    "account": "audience.account.text",
    "device": "audience.device.text",
    "file": "audience.file.list_id",
}


def _none(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if facts.audience.kind not in KINDS:
        yield Found("audience.kind")
    elif facts.audience.kind == "file" and facts.chosen is None:
        # None was chosen, or it was removed since.
        yield Found("audience.file.list_id")


def _zero(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    kind = facts.audience.kind
    nobody = (kind == "tag" and not facts.audience.groups) or (
        kind in ("account", "device") and not facts.ids
    )
    if facts.chosen is not None:
        # A list that needs something first is told as that (check_files): one reason is enough.
        nobody = facts.chosen.accounts < 1 and not any(points_of(facts.chosen))
    if kind is not None and nobody:
        yield Found(_FIELDS[kind])


def _list_max(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    kind = facts.audience.kind or ""
    limit = IDS_MAX.get(kind)
    if limit is not None and len(facts.ids) > limit:
        yield Found(_FIELDS[kind], {"count": len(facts.ids), "limit": limit})


def _unknown_size(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    # Nobody is there in practice.
    if facts.audience.kind != "tag" or not facts.audience.groups or context.app.practice:
        return
    known = context.tags or {}
    if any(known.get(tag) is None for tag in _tags(facts)):
        yield Found("audience.tag.groups")


def _new_tag(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    # Of the service's own kinds nobody keeps a book.
    if facts.audience.kind != "tag" or context.tags is None:
        return
    new = [tag for kind, tag in _tags(facts) if kind == OWN and (kind, tag) not in context.tags]
    if new:
        yield Found("audience.tag.groups", {"tags": tuple(new), "count": len(new)})


def _tags(facts: Facts) -> list[tuple[str, str]]:
    """Kind and text of every chosen tag, once each."""
    rows = (row for group in facts.audience.groups for row in group)
    return list(dict.fromkeys((row["tag_type"], tag) for row in rows for tag in row["tags"]))


def _platform(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if facts.audience.kind == "device":
        typed = ids_of(text_at(draft, "audience", "device", "text"))[0]
        chosen = text_at(draft, "audience", "device", "platform")
        strangers = [
            name for own, _, name in named_devices(dict(draft)) if own not in context.app.platforms
        ]
        if strangers:
            yield Found("audience.device.named", {"name": strangers[0]}, fix="")
        # Beside named devices, typed ones of no known system would stay behind without a word.
        if (typed and chosen not in context.app.platforms) or not (facts.platforms or strangers):
            yield Found("audience.device.platform")
    if facts.audience.kind == "file" and not facts.platforms:
        yield Found("audience.file.platform")


def _format(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    kind = facts.audience.kind
    if kind == "device":
        # What is in the device book was looked at there.
        typed = ids_of(text_at(draft, "audience", "device", "text"))[0]
        odd = [text for text in typed if not _TOKEN.fullmatch(text)]
    elif kind == "account" and facts.audience.account_type is not None:
        number = facts.audience.account_type
        odd = [text for text in facts.ids if not fits(number, text)]
    else:
        return
    if odd:
        params = {
            "count": len(odd),
            "total": len(facts.ids),
            "first": odd[0],
            "line": _line_of(text_at(draft, "audience", kind, "text"), odd[0]),
            "account_type": facts.audience.account_type,
        }
        yield Found(_FIELDS[kind], params)


def _line_of(text: str, wanted: str) -> int:
    """Line (from 1) in the box where an id stands first."""
    for number, line in enumerate(text.splitlines(), 1):
        if ids_of(line)[0] == [wanted]:
            return number
    return 1


def _test_builds_only(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    everyone = facts.audience.kind == "all" and "ios" in facts.platforms
    if everyone and context.app.ios_environment == "dev" and not context.app.practice:
        yield Found("audience.kind", platform="ios")


CHECKS = (
    Check("target.none", "E", _none, "choose"),
    Check("target.zero", "E", _zero),
    Check("target.list_max", "E", _list_max, "to_list"),
    Check("target.unknown_size", "W", _unknown_size),
    Check("target.platform", "E", _platform, "choose"),
    Check("target.format", "W", _format),
    Check("tag.new", "N", _new_tag),
    Check("env.mismatch", "W", _test_builds_only, "switch_app"),
)
