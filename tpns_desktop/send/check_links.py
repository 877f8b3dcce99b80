"""Checks of where a tap leads, and of what a phone has to fetch (design/checks.md, ``link.*``).

Whether a page answers was asked before (`Context.links`); here nothing is asked over the network.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from tpns_desktop.send import refused
from tpns_desktop.send.examination import Context
from tpns_desktop.send.facts import Facts, text_at
from tpns_desktop.send.rule import Check, Found, notifies

_WEB = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\d)")
_PLAIN_HTTP = re.compile(r"http://(?=[^\s/?#])", re.IGNORECASE)

_INSIDE: Final = frozenset(
    {"localhost", "local", "internal", "intranet", "lan", "corp", "home", "test", "invalid"}
)
"""Last parts of names that only a network of one's own knows (RFC 2606, 6761, 6762, 8375)."""
_TRIAL: Final = re.compile(r"(?:^|[.-])(?:test|testing|staging|uat|sit|dev)[0-9]*(?=[.-])")

_ADDRESSES: Final = ("message.picture", "message.audio")
"""What phones fetch by themselves."""
_ICON: Final = "message.android.icon_res"
_SAID: Final = frozenset({"inside", "certificate", "redirects"})
"""Reasons of a look (`client.links`) with words of their own; any other is no answer."""
_NOTHING_KNOWN: Final = frozenset({"", "ok", "network"})
"""Of these nothing follows for the page: this computer's own network stood in the way."""
FAILED: Final = 400
"""The first status of HTTP that is an error."""


def _tap(draft: Mapping[str, Any]) -> str:
    """What a tap opens; "" for what has no tap."""
    return text_at(draft, "message", "tap", "kind") or "app" if notifies(draft) else ""


def _scheme(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if _tap(draft) != "web":
        return
    url = text_at(draft, "message", "tap", "url").strip()
    if not _WEB.match(url):
        mendable = bool(url) and not _SCHEME.match(url)
        params = {"url": url}
        if url and not mendable:
            params |= {"state": "other", "scheme": url.split(":", 1)[0] + ":"}
        yield Found("message.tap.url", params, fix="add_https" if mendable else "")


def _page(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if _tap(draft) == "page" and not text_at(draft, "message", "tap", "page").strip():
        yield Found("message.tap.page")


def _opens_app(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if _tap(draft) == "app":
        yield Found("message.tap.kind")


def _dead(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if not notifies(draft):
        return
    fields = ("message.tap.url",) if _tap(draft) == "web" else ()
    for field in (*fields, *_ADDRESSES):
        url = text_at(draft, *field.split(".")).strip()
        if not _WEB.match(url):
            continue
        host = _host(url)
        state = inward(host)
        if state:
            yield Found(field, {"url": url, "state": state, "host": host}, fix="")
            continue
        answer = context.links.get(url)
        if isinstance(answer, int) and answer >= FAILED:
            state = "missing" if answer in (404, 410) else "refused"
            yield Found(field, {"url": url, "state": state, "status": str(answer)})
        elif isinstance(answer, str) and answer not in _NOTHING_KNOWN:
            state = answer if answer in _SAID else "silent"
            yield Found(field, {"url": url, "state": state, "host": host})


def inward(host: str) -> str:
    """Why phones outside cannot open a host: "inside", "trial" where its name says so, or "".

    "inside" are this computer, names and numbers of a private network.
    """
    labels = host.split(".")
    if labels[-1] in _INSIDE or (len(labels) == 1 and ":" not in host):
        return "inside"
    if host[-1:].isdigit() or ":" in host:
        try:
            return "" if ipaddress.ip_address(host).is_global else "inside"
        except ValueError:
            return ""
    return "trial" if _TRIAL.search(host) else ""


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").rstrip(".").lower()
    except ValueError:  # half of an IPv6 address; the model blames it
        return "?.?"


def _secure(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    for refusal in refused.refusals(draft, facts.problems, _ADDRESSES):
        if refusal.reason in ("not_allowed", "bad_format"):
            url = text_at(draft, *refusal.field.split(".")).strip()
            mendable = _PLAIN_HTTP.match(url) or (url and not _SCHEME.match(url))
            yield Found(
                refusal.field, fix="add_https" if mendable else "", platform=refusal.platform
            )


def _icon(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    for refusal in refused.refusals(draft, facts.problems, (_ICON,)):
        if refusal.reason in ("required", "bad_format"):
            url = text_at(draft, *_ICON.split(".")).strip()
            mendable = "." in url and not _SCHEME.match(url)
            yield Found(_ICON, {"state": refusal.reason}, fix="add_https" if mendable else "")


CHECKS = (
    Check("link.scheme", "E", _scheme, "add_https"),
    Check("link.page", "E", _page),
    Check("link.activity", "E", refused.at("message.tap.activity", reasons={"required"})),
    Check(
        "link.flags",
        "E",
        refused.at("message.tap.intent_flags", "message.tap.pending_flags", reasons={"bad_type"}),
    ),
    Check("link.dead", "W", _dead, "open_link"),
    Check("link.none", "N", _opens_app),
    Check("picture.scheme", "E", _secure, "add_https"),
    Check("icon.url", "E", _icon, "add_https"),
)
