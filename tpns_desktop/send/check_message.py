"""Checks of what a push says (design/checks.md, ``text.*``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tpns_desktop.model.limits import (
    IOS_BANNER_HALF_WIDTHS,
    IOS_LOCK_SCREEN_HALF_WIDTHS,
    MESSAGE_BYTES_MAX,
)
from tpns_desktop.model.vendors import VENDORS, fit
from tpns_desktop.send import text as texts
from tpns_desktop.send.examination import Context, Level
from tpns_desktop.send.facts import Facts, text_at, value_at
from tpns_desktop.send.rule import Check, Found, notifies

FIELDS = ("title", "content")
ALL_FIELDS = (*FIELDS, "subtitle")
"""With the line that only iPhones show."""

_FALLING_BACK = tuple(vendor for vendor in VENDORS.values() if vendor.beyond == "own_channel")
"""Channels that do not deliver what is too long for them."""

_TAIL = 16
"""Characters before a cut that are quoted."""

_TESTISH = re.compile(r"(?:test(?:ing)?|测试|測試|[0-9])+")
_NOISE = re.compile(r"[\W_]+")
_CODE = re.compile(
    r"^\s*[{\[].{0,10}|\{\{.{0,20}|\$\{.{0,20}|%s|(?<![A-Za-z])(?:undefined|null)(?![A-Za-z])"
)


def code_in(text: str) -> str:
    """What of a text looks like code, or like a blank that nothing fills; else empty."""
    match = _CODE.search(text)
    return match[0].strip() if match else ""


def _each(draft: Mapping[str, Any], names: tuple[str, ...] = FIELDS) -> Iterator[tuple[str, str]]:
    for name in names:
        yield f"message.{name}", text_at(draft, "message", name)


def _empty(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    # What is silent on iPhones has no words (5.3).
    if facts.platforms == ("ios",) and not notifies(draft):
        return
    for field, text in _each(draft):
        if not text.strip():
            yield Found(field)


def _long(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if "android" not in facts.platforms or not notifies(draft):
        return
    title, content = (text for _, text in _each(draft))
    off = value_at(draft, "schedule", "channels_off")
    over: dict[str, list[tuple[str, int]]] = {"content": [], "title": []}
    for vendor in _FALLING_BACK:
        if isinstance(off, list) and vendor.id in off:
            continue
        found = fit(vendor.id, title, content)
        if found.over_content and vendor.content_max is not None:
            over["content"].append((vendor.id, vendor.content_max))
        if found.over_title and vendor.title_max is not None:
            over["title"].append((vendor.id, vendor.title_max))
    for name, vendors in over.items():
        if vendors:
            # One line and one tick for all of them; the first is shown.
            params = {"vendors": tuple(vendors), "vendor": vendors[0][0]}
            yield Found(f"message.{name}", params, platform="android")


def _size(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if facts.message_bytes:
        size = max(facts.message_bytes.values())
        yield Found("message.content", {"size": size, "limit": MESSAGE_BYTES_MAX})


def _cut_ios(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    content = text_at(draft, "message", "content")
    if "ios" not in facts.platforms or len(content) * 2 <= IOS_BANNER_HALF_WIDTHS:
        return
    if not notifies(draft):
        return
    width = texts.half_widths(content)
    if width > IOS_BANNER_HALF_WIDTHS:
        banner = texts.fitting(content, IOS_BANNER_HALF_WIDTHS)
        lock = texts.fitting(content, IOS_LOCK_SCREEN_HALF_WIDTHS)
        params = {
            "half_widths": width,
            "banner": banner,
            "lock": lock,
            "shown": _tail(banner),
            "lock_shown": _tail(lock) if len(lock) < len(content) else "",
            "vendor": "ios_banner",
        }
        yield Found("message.content", params, platform="ios")


def _tail(shown: str) -> str:
    tail = " ".join(shown[-_TAIL:].split())
    return tail if len(shown) <= _TAIL else f"…{tail}"


def _testish(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    for field, text in _each(draft):
        if _TESTISH.fullmatch(_NOISE.sub("", text.casefold())):
            yield Found(field, {"text": text.strip()})


def _code(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    personal = texts.is_personal(draft)
    for field, text in _each(draft, ALL_FIELDS):
        blanks = () if personal else texts.blanks(text)
        if blanks and notifies(draft):
            params = {"found": f"{{{{{blanks[0]}}}}}", "state": "blank"}
            yield Found(field, params, fix="personal_on")
        elif code := code_in(texts.without_blanks(text) if personal else text):
            yield Found(field, {"found": code})
    # What stands in for a missing value has no blanks that anybody fills.
    for name in ALL_FIELDS if personal else ():
        if blanks := texts.blanks(text_at(draft, "message", "personal", name)):
            yield Found(f"message.personal.{name}", {"found": f"{{{{{blanks[0]}}}}}"})


def _hidden(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    for field, text in _each(draft, ALL_FIELDS):
        count = len(texts.hidden(text))
        if count:
            # Half a character cannot be written in UTF-8 at all: no tick mends that.
            level: Level = "E" if texts.surrogates(text) else "W"
            yield Found(field, {"count": count}, level=level)


def _date(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    sent_on = facts.sends_on.date()
    for field, text in _each(draft):
        named = texts.other_day(text, sent_on)
        if named is not None:
            params = {
                "said": named.said,
                "said_weekday": named.weekday,
                "said_date": named.day,
                "date": sent_on,
                "weekday": sent_on.weekday(),
            }
            yield Found(field, params)


CHECKS = (
    Check("text.empty", "E", _empty),
    Check("text.size", "E", _size),
    Check("text.len", "W", _long, "show_cut"),
    Check("text.cut.ios", "N", _cut_ios, "show_cut"),
    Check("text.testish", "W", _testish),
    Check("text.code", "W", _code),
    Check("text.hidden", "W", _hidden, "remove_hidden"),
    Check("text.date", "W", _date),
)
