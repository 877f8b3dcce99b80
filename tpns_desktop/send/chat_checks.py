"""The checks of a Chat draft, as data, and the one function that runs them.

As `checks` does for TPNS: ids, levels and rules; the page beside the form, the review page and the
confirmation all run this list. What the model refuses beyond it is told as "field.<reason>".
Source: im-all-member-push.md 3, 6, 7 and 9; sending.md 2.5 and 6.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from tpns_desktop.model.chat_cuts import LIMITS, shown
from tpns_desktop.model.chat_dialects import DIALECTS, Dialect
from tpns_desktop.model.chat_draft import ELEMENTS
from tpns_desktop.model.chat_message import MESSAGE_BYTES_MAX
from tpns_desktop.model.chat_notification import TEXT_AND_EXTENSION_BYTES_MAX
from tpns_desktop.model.chat_push import (
    BYTES_MAX,
    DATA_ID_BYTES_MAX,
    LIFE_S_MAX,
    REQUEST_BYTES_MAX,
    TAGS_MAX,
    USERS_MAX,
)
from tpns_desktop.model.draft import ids_of
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.model.typed import text_of
from tpns_desktop.model.unseen import has_unseen
from tpns_desktop.send import text as texts
from tpns_desktop.send.chat_blame import refusals_of, untold
from tpns_desktop.send.chat_context import PUSHES_A_DAY, ChatContext
from tpns_desktop.send.chat_requests import ChatRequest, request_of
from tpns_desktop.send.check_message import code_in
from tpns_desktop.send.check_sending import (
    SIMILAR_WINDOW,
    about,
    newest_of,
    same_push,
    unproven,
    unsettled,
)
from tpns_desktop.send.check_timing import AHEAD_MIN, CLOCK_OFF_S, NIGHT
from tpns_desktop.send.connect import CLOCK_WARN_S
from tpns_desktop.send.examination import Examination, Finding, Level
from tpns_desktop.send.facts import FIRST_SHOWN, text_at, value_at
from tpns_desktop.send.levels import level_of
from tpns_desktop.send.rule import Found
from tpns_desktop.store.history import CHAT

__all__ = ["CHECKS", "ChatCheck", "examine_chat"]

QUOTA_LOW: Final = 10
"""With fewer pushes left of a day a person is told; ours."""


@dataclass(frozen=True)
class Seen:
    """What a rule looks at."""

    draft: Mapping[str, Any]
    context: ChatContext
    request: ChatRequest
    dialect: Dialect

    @property
    def kind(self) -> str | None:
        """Whom it is for, None while nothing is chosen."""
        return self.request.audience.kind

    @property
    def now(self) -> datetime:
        """The moment of the examination."""
        return self.context.now

    def texts(self, *path: str) -> list[str]:
        """The texts of a list, trimmed, empty ones left out, each as often as it stands there."""
        value = value_at(self.draft, *path)
        rows = value if isinstance(value, list) else []
        return [text for row in rows if (text := text_of(row))]

    def pairs(self, match: str) -> list[tuple[str, str]]:
        """The rows of attributes in "any" or "all" in which something was written."""
        value = value_at(self.draft, "audience", "attributes", match)
        rows = value if isinstance(value, list) else []
        found = [
            (text_of(row[0]), text_of(row[1]))
            for row in rows
            if isinstance(row, list) and len(row) == 2
        ]
        return [row for row in found if any(row)]

    @property
    def elements(self) -> list[Mapping[str, Any]]:
        """The elements of the message; none where the dialect sends a notification alone."""
        value = value_at(self.draft, "message", "elements") if self.dialect.has_message else None
        return [row for row in (value or ()) if isinstance(row, Mapping)]

    @property
    def notifies(self) -> bool:
        """Whether a notification is asked for; where it is all there is, it always is."""
        return not self.dialect.has_message or bool(value_at(self.draft, "notification", "on"))

    def told(self, name: str) -> str:
        """A text of the notification."""
        return text_at(self.draft, "notification", name).strip()


Rule = Callable[[Seen], Iterable[Found]]

_MATCHES: Final = ("any", "all")


# Whom ----------------------------------------------------------------------------------


def _nobody(seen: Seen) -> Iterator[Found]:
    if seen.kind is None:
        yield Found("audience.kind")


def _empty(seen: Seen) -> Iterator[Found]:
    if seen.kind == "tags" and not any(seen.texts("audience", "tags", m) for m in _MATCHES):
        yield Found("audience.tags.any", {"kind": "tags"})
    if seen.kind == "attributes" and not any(seen.pairs(match) for match in _MATCHES):
        yield Found("audience.attributes.any", {"kind": "attributes"})
    if seen.kind == "users" and seen.dialect.batch and not seen.request.audience.count:
        yield Found("audience.users.text", {"kind": "users"})


def _batch(seen: Seen) -> Iterator[Found]:
    if seen.kind == "users" and not seen.dialect.batch:
        yield Found("audience.kind")


def _many_users(seen: Seen) -> Iterator[Found]:
    count = seen.request.audience.count or 0
    if count > USERS_MAX:
        yield Found("audience.users.text", {"count": count, "most": USERS_MAX})


def _repeats(seen: Seen) -> Iterator[Found]:
    if seen.request.audience.repeats:
        yield Found("audience.users.text", {"repeats": seen.request.audience.repeats})


def _unused(seen: Seen) -> Iterator[Found]:
    """Tags and attributes do not go together: what is not chosen counts for nothing."""
    if seen.kind == "tags" and any(seen.pairs(match) for match in _MATCHES):
        yield Found("audience.attributes.any", {"kind": "attributes"})
    if seen.kind == "attributes" and any(seen.texts("audience", "tags", m) for m in _MATCHES):
        yield Found("audience.tags.any", {"kind": "tags"})


def _many_tags(seen: Seen) -> Iterator[Found]:
    for match in _MATCHES if seen.kind == "tags" else ():
        count = len(set(seen.texts("audience", "tags", match)))
        if count > TAGS_MAX:
            yield Found(f"audience.tags.{match}", {"count": count, "most": TAGS_MAX})


def _long_tags(seen: Seen) -> Iterator[Found]:
    for match in _MATCHES if seen.kind == "tags" else ():
        for tag in dict.fromkeys(seen.texts("audience", "tags", match)):
            if (size := _bytes(tag)) > BYTES_MAX:
                params = {"tag": tag, "bytes": size, "most": BYTES_MAX}
                yield Found(f"audience.tags.{match}", params)


def _both_tags(seen: Seen) -> Iterator[Found]:
    if seen.kind == "tags":
        every = set(seen.texts("audience", "tags", "all"))
        both = [tag for tag in dict.fromkeys(seen.texts("audience", "tags", "any")) if tag in every]
        if both:
            yield Found("audience.tags.all", {"tags": tuple(both)})


_HIDDEN: Final = frozenset("\u00ad\u200b\u2060\ufeff")
"""Beside those of `model.unseen`: they come along with text that was copied from a page."""


def _unseen(seen: Seen) -> Iterator[Found]:
    # It looks like the right one, and silently reaches nobody.
    texts: dict[str, Iterable[str]] = {}
    if seen.kind == "users":
        texts["audience.users.text"] = ids_of(text_at(seen.draft, "audience", "users", "text"))[0]
    for match in _MATCHES if seen.kind in ("tags", "attributes") else ():
        path = f"audience.{seen.kind}.{match}"
        rows = [said for row in seen.pairs(match) for said in row]
        texts[path] = seen.texts("audience", "tags", match) if seen.kind == "tags" else rows
    for field, written in texts.items():
        odd = [_made_visible(text) for text in dict.fromkeys(written) if any(map(_hides, text))]
        if odd:
            yield Found(field, {"names": tuple(odd[:FIRST_SHOWN])})


def _hides(c: str) -> bool:
    return c in _HIDDEN or has_unseen(c)


def _made_visible(text: str) -> str:
    return "".join(f"‹U+{ord(c):04X}›" if _hides(c) else c for c in text)


def _unknown_names(seen: Seen) -> Iterator[Found]:
    names = seen.context.names
    for match in _MATCHES if seen.kind == "attributes" and names is not None else ():
        known = set((names or {}).values())
        strange = [name for name, _ in seen.pairs(match) if name and name not in known]
        if strange:
            params = {"names": tuple(dict.fromkeys(strange)), "known": tuple(sorted(known))}
            yield Found(f"audience.attributes.{match}", params)


def _names_unread(seen: Seen) -> Iterator[Found]:
    if seen.kind == "attributes" and seen.context.names is None:
        yield Found("audience.attributes.any")


def _half(seen: Seen) -> Iterator[Found]:
    for match in _MATCHES if seen.kind == "attributes" else ():
        for name, value in seen.pairs(match):
            if not name or not value:
                params = {"name": name, "state": "value" if name else "name"}
                yield Found(f"audience.attributes.{match}", params)


def _long_values(seen: Seen) -> Iterator[Found]:
    for match in _MATCHES if seen.kind == "attributes" else ():
        for name, value in seen.pairs(match):
            if (size := _bytes(value)) > BYTES_MAX:
                params = {"name": name, "bytes": size, "most": BYTES_MAX}
                yield Found(f"audience.attributes.{match}", params)


def _repeated_names(seen: Seen) -> Iterator[Found]:
    # One value a name on the wire: of two rows one would be lost without a word.
    for match in _MATCHES if seen.kind == "attributes" else ():
        names = [name for name, _ in seen.pairs(match) if name]
        twice = [name for name in dict.fromkeys(names) if names.count(name) > 1]
        if twice:
            yield Found(f"audience.attributes.{match}", {"names": tuple(twice)})


# What ----------------------------------------------------------------------------------


def _no_message(seen: Seen) -> Iterator[Found]:
    if seen.dialect.has_message and not any(_filled(row) for row in seen.elements):
        yield Found("message.elements" if not seen.elements else _first_field(seen.elements[0]))


def _missing(seen: Seen) -> Iterator[Found]:
    if not any(_filled(row) for row in seen.elements):
        return
    for refusal in refusals_of(seen.draft, seen.request.problems):
        if refusal.place is not None and refusal.reason == "required":
            kind = text_of(seen.elements[refusal.place].get("kind"))
            yield Found(refusal.field, {"place": refusal.place + 1, "kind": kind})


def _two_customs(seen: Seen) -> Iterator[Found]:
    customs = [n for n, row in enumerate(seen.elements) if row.get("kind") == "custom"]
    if len(customs) > 1:
        yield Found(f"message.elements.{customs[1]}", {"count": len(customs)})


def _silent_custom(seen: Seen) -> Iterator[Found]:
    kinds = {row.get("kind") for row in seen.elements}
    if not seen.notifies or kinds != {"custom"} or seen.told("text"):
        return
    if not any(text_of(row.get("description")) for row in seen.elements):
        yield Found("notification.text")


def _message_size(seen: Seen) -> Iterator[Found]:
    for refusal in refusals_of(seen.draft, seen.request.problems):
        if refusal.wire == "MsgBody" and refusal.reason == "too_long":
            yield Found("message.elements", {"most": MESSAGE_BYTES_MAX})


def _request_size(seen: Seen) -> Iterator[Found]:
    for refusal in refusals_of(seen.draft, seen.request.problems):
        if refusal.wire == "" and refusal.reason == "too_long":
            yield Found("message.elements", {"most": REQUEST_BYTES_MAX})


def _life(seen: Seen) -> Iterator[Found]:
    text = text_at(seen.draft, "message", "life_s").strip()
    if not seen.dialect.keeps or not text:
        return
    kept = int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None
    if kept is None or kept > LIFE_S_MAX:
        yield Found("message.life_s", {"days": LIFE_S_MAX // 86_400})


def _online(seen: Seen) -> Iterator[Found]:
    if seen.dialect.keeps:
        text = text_at(seen.draft, "message", "life_s").strip()
        if not text.strip("0"):
            yield Found("message.life_s")
    elif value_at(seen.draft, "message", "online_only"):
        yield Found("message.online_only")


def _sender(seen: Seen) -> Iterator[Found]:
    sender = text_at(seen.draft, "message", "sender").strip()
    known = {seen.context.app.identifier, *seen.context.senders}
    if sender and sender not in known:
        yield Found("message.sender", {"sender": sender})


# The notification ----------------------------------------------------------------------


def _no_notification(seen: Seen) -> Iterator[Found]:
    alone = not seen.dialect.has_message
    template = text_at(seen.draft, "notification", "template", "id").strip()
    if alone and not (seen.told("title") or seen.told("text") or template):
        yield Found("notification.text")


def _switched_off(seen: Seen) -> Iterator[Found]:
    if not seen.notifies:
        yield Found("notification.on")


def _cut(name: str, place: int) -> Rule:
    def rule(seen: Seen) -> Iterator[Found]:
        text = seen.told(name)
        if not seen.notifies or not text:
            return
        long = text_at(seen.draft, "notification", "android", "style") == "1"
        makers = []
        for maker in LIMITS:
            parts = shown(maker, text, text, long=long)
            if parts[place] != text:
                makers.append((maker, parts[place]))
        if makers:
            params = {
                "makers": tuple(maker for maker, _ in makers),
                "shown": tuple(part for _, part in makers),
            }
            yield Found(f"notification.{name}", params)

    return rule


def _notification_size(seen: Seen) -> Iterator[Found]:
    size = _bytes(seen.told("text")) + _bytes(seen.told("extension"))
    if seen.notifies and size > TEXT_AND_EXTENSION_BYTES_MAX:
        params = {"bytes": size, "most": TEXT_AND_EXTENSION_BYTES_MAX}
        yield Found("notification.text", params)


def _data_id(seen: Seen) -> Iterator[Found]:
    size = _bytes(seen.told("data_id"))
    if not seen.dialect.keeps and size > DATA_ID_BYTES_MAX:
        yield Found("notification.data_id", {"bytes": size, "most": DATA_ID_BYTES_MAX})


# When ----------------------------------------------------------------------------------


def _not_scheduled(seen: Seen) -> Iterator[Found]:
    # A time chosen before the dialect changed is never dropped silently: it would leave at once.
    if seen.request.scheduled and not seen.dialect.schedules:
        yield Found("schedule.kind")


def _no_time(seen: Seen) -> Iterator[Found]:
    if seen.request.scheduled and seen.dialect.schedules and seen.request.send_at is None:
        yield Found("schedule.at")


def _past(seen: Seen) -> Iterator[Found]:
    at = seen.request.send_at if seen.dialect.schedules else None
    if at is not None and at <= seen.now + AHEAD_MIN:
        yield Found("schedule.at", {"at": at})


def _zone(seen: Seen) -> Iterator[Found]:
    if seen.dialect.schedules and seen.request.send_at is not None:
        yield Found("schedule.at", {"at": seen.request.send_at})


def _night(seen: Seen) -> Iterator[Found]:
    if seen.context.app.practice or not seen.notifies or seen.request.body is None:
        return
    moment = (seen.request.send_at or seen.now).astimezone(SERVICE_ZONE).time()
    quiet = seen.context.quiet
    # Settings ask for a reason in hours of a person's own choice: that says it already.
    if NIGHT.holds(moment) and not (quiet is not None and quiet.holds(moment)):
        yield Found("schedule.kind", {"time": f"{moment:%H:%M}"})


def _clock(seen: Seen) -> Iterator[Found]:
    off_s = abs(seen.context.clock_skew_s or 0.0)
    if CLOCK_WARN_S < off_s <= CLOCK_OFF_S:
        yield Found("schedule.kind", {"minutes": max(1, round(off_s / 60))})


def _clock_off(seen: Seen) -> Iterator[Found]:
    off_s = abs(seen.context.clock_skew_s or 0.0)
    if off_s > CLOCK_OFF_S:
        yield Found("schedule.kind", {"minutes": round(off_s / 60)})


# Sent before ---------------------------------------------------------------------------


def _quota_low(seen: Seen) -> Iterator[Found]:
    if seen.kind != "users" and 0 < seen.context.left_today <= QUOTA_LOW:
        yield Found("audience.kind", {"left": seen.context.left_today, "most": PUSHES_A_DAY})


def _quota_none(seen: Seen) -> Iterator[Found]:
    # More of them can be bought, and another computer may count otherwise: the service decides.
    if seen.kind != "users" and seen.context.left_today == 0:
        yield Found("audience.kind", {"most": PUSHES_A_DAY})


_WORDS_AT: Final = "message.elements"


def _unsettled(seen: Seen) -> Iterator[Found]:
    earlier = unsettled(seen.context.recent, [seen.request.fingerprint])
    if seen.request.fingerprint and earlier is not None:
        yield Found(_WORDS_AT, about(earlier, seen.now))


def _recent(seen: Seen) -> Iterator[Found]:
    # What is unsettled must be settled first, and cannot be overruled: that speaks alone.
    if not seen.request.fingerprint or any(_unsettled(seen)):
        return
    earlier = same_push(seen.context.recent, [seen.request.fingerprint], seen.now)
    if earlier is not None:
        yield Found(_WORDS_AT, about(earlier, seen.now))


def _again(seen: Seen) -> Iterator[Found]:
    if not seen.request.fingerprint or any(_unsettled(seen)):
        return
    last = unproven(seen.context.recent, seen.request.fingerprint, seen.now)
    if last is not None:
        yield Found(_WORDS_AT, about(last, seen.now))


def _similar(seen: Seen) -> Iterator[Found]:
    title = seen.told("title")
    if not title or seen.kind is None or any(_unsettled(seen)) or any(_recent(seen)):
        return
    digest = seen.request.audience.digest
    earlier = newest_of(
        seen.context.recent,
        seen.now,
        SIMILAR_WINDOW,
        lambda push: push.audience_digest == digest and push.title.strip() == title,
    )
    if earlier is not None:
        yield Found("notification.title", about(earlier, seen.now))


# What people read -----------------------------------------------------------------------


def _read(seen: Seen) -> Iterator[tuple[str, str]]:
    for place, row in enumerate(seen.elements):
        if row.get("kind") == "text":
            yield f"message.elements.{place}.text", text_at(row, "text")
    if seen.notifies:
        for name in ("title", "text"):
            yield f"notification.{name}", text_at(seen.draft, "notification", name)


def _code(seen: Seen) -> Iterator[Found]:
    for field, text in _read(seen):
        if code := code_in(text):
            yield Found(field, {"found": code})


def _hidden(seen: Seen) -> Iterator[Found]:
    for field, text in _read(seen):
        # Half a character is refused by the model, with its own words.
        if (count := len(texts.hidden(text))) and not texts.surrogates(text):
            yield Found(field, {"count": count})


@dataclass(frozen=True)
class ChatCheck:
    """One line of the table of checks."""

    id: str
    level: Level
    rule: Rule
    fix: str | None = None
    """Id of the button that mends it."""


CHECKS: Final[tuple[ChatCheck, ...]] = (
    ChatCheck("chat.who.none", "E", _nobody),
    ChatCheck("chat.who.empty", "E", _empty),
    ChatCheck("chat.who.batch", "E", _batch),
    ChatCheck("chat.who.many", "E", _many_users),
    ChatCheck("chat.who.repeats", "N", _repeats),
    ChatCheck("chat.who.unused", "N", _unused),
    ChatCheck("chat.who.unseen", "W", _unseen),
    ChatCheck("chat.tags.many", "E", _many_tags),
    ChatCheck("chat.tags.long", "E", _long_tags),
    ChatCheck("chat.tags.both", "E", _both_tags),
    ChatCheck("chat.attributes.unknown", "E", _unknown_names, "read_names"),
    ChatCheck("chat.attributes.unread", "W", _names_unread, "read_names"),
    ChatCheck("chat.attributes.half", "E", _half),
    ChatCheck("chat.attributes.long", "E", _long_values),
    ChatCheck("chat.attributes.repeated", "E", _repeated_names),
    ChatCheck("chat.message.none", "E", _no_message),
    ChatCheck("chat.element.missing", "E", _missing),
    ChatCheck("chat.custom.two", "E", _two_customs),
    ChatCheck("chat.custom.silent", "W", _silent_custom),
    ChatCheck("chat.message.size", "E", _message_size),
    ChatCheck("chat.request.size", "E", _request_size),
    ChatCheck("chat.life", "E", _life),
    ChatCheck("chat.life.online", "N", _online),
    ChatCheck("chat.sender.unknown", "N", _sender),
    ChatCheck("chat.notification.none", "E", _no_notification),
    ChatCheck("chat.notification.off", "N", _switched_off),
    ChatCheck("chat.cut.title", "N", _cut("title", 0)),
    ChatCheck("chat.cut.text", "N", _cut("text", 1)),
    ChatCheck("chat.notification.size", "E", _notification_size),
    ChatCheck("chat.data_id", "E", _data_id),
    ChatCheck("chat.time.dialect", "E", _not_scheduled, "send_now"),
    ChatCheck("chat.time.none", "E", _no_time, "pick_time"),
    ChatCheck("chat.time.past", "E", _past, "pick_time"),
    ChatCheck("chat.time.zone", "N", _zone),
    ChatCheck("chat.time.night", "W", _night),
    ChatCheck("chat.clock", "W", _clock, "check_clock"),
    ChatCheck("chat.clock_off", "E", _clock_off, "check_clock"),
    ChatCheck("chat.quota.low", "N", _quota_low),
    ChatCheck("chat.quota.none", "W", _quota_none),
    ChatCheck("text.code", "W", _code),
    ChatCheck("text.hidden", "W", _hidden, "remove_hidden"),
    ChatCheck("dup.unknown", "E", _unsettled, "open_push"),
    ChatCheck("dup.recent", "E", _recent, "open_push"),
    ChatCheck("dup.again", "W", _again, "open_push"),
    ChatCheck("dup.similar", "W", _similar, "open_push"),
)
"""Every check; the last six are those of TPNS, with their words."""

_CARDS: Final = ("audience", "message", "notification", "schedule")
_LEVELS: Final = ("E", "W", "N")
_AS_TYPED: Final = {"users": "account"}


def examine_chat(draft: Mapping[str, Any], context: ChatContext) -> Examination:
    """Everything the checks say about `draft` at `context.now`.

    Its one body is that of platform "chat", with ``MsgRandom`` 0: the number is made for the
    review. Pure and quick (it runs at every pause in typing).
    """
    request = request_of(draft, context.app, context.names)
    seen = Seen(draft, context, request, DIALECTS[context.app.dialect])
    found = [
        Finding(
            check.id,
            one.level or check.level,
            one.field,
            one.params,
            (check.fix if one.fix is None else one.fix) or None,
        )
        for check in CHECKS
        for one in check.rule(seen)
    ]
    found.extend(untold(draft, request.problems, found))
    made = request.body is not None
    return Examination(
        draft=draft,
        bodies={CHAT: request.body} if request.body is not None else {},
        problems={CHAT: request.problems},
        findings=tuple(sorted(found, key=_place)),
        audience=request.audience,
        level=level_of(
            practice=context.app.practice,
            # Typed accounts are people, exactly counted.
            kind=_AS_TYPED.get(request.audience.kind or "", request.audience.kind),
            count=request.audience.count,
            sms=False,
            live=not context.app.practice,
        ),
        fingerprints={CHAT: request.fingerprint} if made else {},
    )


def _place(finding: Finding) -> tuple[int, int]:
    card = finding.field.partition(".")[0]
    place = _CARDS.index(card) if card in _CARDS else len(_CARDS)
    return place, _LEVELS.index(finding.level)


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _filled(row: Mapping[str, Any]) -> bool:
    """Whether anything was written into an element."""
    fields = ELEMENTS.get(text_of(row.get("kind")), {})
    return any(text_of(row.get(name)) for name in fields)


def _first_field(row: Mapping[str, Any]) -> str:
    name = next(iter(ELEMENTS.get(text_of(row.get("kind")), {})), "")
    return f"message.elements.0.{name}" if name else "message.elements"
