"""Checks of what a push says and where tapping it leads (design/checks.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tpns_desktop.model.limits import (
    IOS_BANNER_HALF_WIDTHS,
    IOS_LOCK_SCREEN_HALF_WIDTHS,
    MESSAGE_BYTES_MAX,
)
from tpns_desktop.send import text as texts
from tpns_desktop.send.examination import Context, Level
from tpns_desktop.send.facts import Facts, text_at
from tpns_desktop.send.rule import Check, Found

FIELDS = ("title", "content")

_TAIL = 16
"""Characters before a cut that are quoted."""

_TESTISH = re.compile(r"(?:test(?:ing)?|测试|測試|[0-9])+")
_NOISE = re.compile(r"[\W_]+")
_CODE = re.compile(
    r"^\s*[{\[].{0,10}|\{\{.{0,20}|\$\{.{0,20}|%s|(?<![A-Za-z])(?:undefined|null)(?![A-Za-z])"
)
_WEB = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\d)")


def _each(draft: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in FIELDS:
        yield f"message.{name}", text_at(draft, "message", name)


def _empty(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    for field, text in _each(draft):
        if not text.strip():
            yield Found(field)


def _size(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if facts.message_bytes:
        size = max(facts.message_bytes.values())
        yield Found("message.content", {"size": size, "limit": MESSAGE_BYTES_MAX})


def _cut_ios(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    content = text_at(draft, "message", "content")
    if "ios" not in facts.platforms or len(content) * 2 <= IOS_BANNER_HALF_WIDTHS:
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
    for field, text in _each(draft):
        match = _CODE.search(text)
        if match:
            yield Found(field, {"found": match[0].strip()})


def _hidden(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    for field, text in _each(draft):
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


def _scheme(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if text_at(draft, "message", "tap", "kind") != "web":
        return
    url = text_at(draft, "message", "tap", "url").strip()
    if not _WEB.match(url):
        mendable = bool(url) and not _SCHEME.match(url)
        params = {"url": url}
        if url and not mendable:
            params |= {"state": "other", "scheme": url.split(":", 1)[0] + ":"}
        yield Found("message.tap.url", params, fix="add_https" if mendable else "")


def _page(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    tap = text_at(draft, "message", "tap", "kind")
    if tap == "page" and not text_at(draft, "message", "tap", "page").strip():
        yield Found("message.tap.page")


def _opens_app(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if text_at(draft, "message", "tap", "kind") in ("", "app"):
        yield Found("message.tap.kind")


CHECKS = (
    Check("text.empty", "E", _empty),
    Check("text.size", "E", _size),
    Check("text.cut.ios", "N", _cut_ios),
    Check("text.testish", "W", _testish),
    Check("text.code", "W", _code),
    Check("text.hidden", "W", _hidden, "remove_hidden"),
    Check("text.date", "W", _date),
    Check("link.scheme", "E", _scheme),
    Check("link.page", "E", _page),
    Check("link.none", "N", _opens_app),
)
