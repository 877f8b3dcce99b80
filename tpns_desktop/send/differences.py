"""What differs between two frozen requests, field by field: the last test and what goes out now.

Owns which fields a test has in common with its push (what the phone shows and how it gets there),
and when two of them are the same content. To whom and when they go is not compared: a test goes to
other people, now. Gives paths and values; `ui` has the words.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

Kind = Literal["changed", "added", "removed"]

PREFIXES: Final = ("【预览】", "[Preview] ")
"""What may stand before a test's title. Never 测试: makers of phones hold such messages back."""

CONTENT: Final = ("message_type", "message", "ntf_wt_attrs", "supply_inapp_msg")
"""Fields that decide what a phone shows (tpns-rest 5.1)."""

WAY: Final = ("environment", "expire_time", "channel_rules", "tpns_online_push_type")
"""Fields that decide how it gets to the phone."""


@dataclass(frozen=True)
class Difference:
    """One field that is not the same."""

    path: str
    """As on the wire: "message.title", "message.android.action.browser.url"."""
    kind: Kind
    """Seen from the older one."""
    old: Any = None
    new: Any = None
    """The values, where there are any: text, number, bool or a list."""


def differences(old: bytes, new: bytes) -> tuple[Difference, ...]:
    """What changed from `old` to `new`, in the order of the fields.

    A prefix of a test's title is no difference. Raises ValueError for bytes without a JSON object.
    """
    before, after = _read(old), _read(new)
    _unprefixed(before, after)
    found: list[Difference] = []
    for name in (*CONTENT, *WAY):
        found.extend(_differing(name, before.get(name), after.get(name)))
    return tuple(found)


def content_digest(body: bytes) -> str:
    """SHA-256 (hex) of what a phone shows of this request."""
    return _digest(_read(body))


def digests_as_test(body: bytes) -> frozenset[str]:
    """The digests that a test of this very content has, without a prefix and with each."""
    data = _read(body)
    found = {_digest(data)}
    message = data.get("message")
    if isinstance(message, dict) and isinstance(title := message.get("title"), str) and title:
        found |= {
            _digest({**data, "message": {**message, "title": prefix + title}})
            for prefix in PREFIXES
        }
    return frozenset(found)


def _unprefixed(old: dict[str, Any], new: Mapping[str, Any]) -> None:
    """Take the prefix from the older title where it is all that was put before the newer one."""
    message, other = old.get("message"), new.get("message")
    if not isinstance(message, dict) or not isinstance(other, dict):
        return
    title, wanted = message.get("title"), other.get("title")
    if not isinstance(title, str) or title == wanted:
        return
    for prefix in PREFIXES:
        # Without the prefix it may still be another title; with it, it would be in any case.
        if title.startswith(prefix) and not str(wanted).startswith(prefix):
            message["title"] = title.removeprefix(prefix)


def _differing(path: str, old: Any, new: Any) -> Iterator[Difference]:
    if isinstance(old, dict) and isinstance(new, dict):
        for name in dict.fromkeys((*old, *new)):
            yield from _differing(f"{path}.{name}", old.get(name), new.get(name))
    elif isinstance(old, dict) or isinstance(new, dict):
        # A part that came or went as a whole is told by what stands in it.
        whole = old if isinstance(old, dict) else new
        for name in whole:
            part_old = old.get(name) if isinstance(old, dict) else None
            part_new = new.get(name) if isinstance(new, dict) else None
            yield from _differing(f"{path}.{name}", part_old, part_new)
    elif old != new or type(old) is not type(new):
        kind: Kind = "added" if old is None else "removed" if new is None else "changed"
        yield Difference(path, kind, old, new)


def _digest(data: Mapping[str, Any]) -> str:
    told = {name: data[name] for name in CONTENT if name in data}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _read(body: bytes) -> dict[str, Any]:
    data = json.loads(body)
    if not isinstance(data, dict):
        raise ValueError("a push is a JSON object")
    return data
