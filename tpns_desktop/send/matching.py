"""Which records of the service can be a push whose end nobody knows. Pure: no clock, no network.

A record is a **match** when nothing speaks against it and everything that has to be told is told;
it is a **doubt** when nothing speaks against it, but something is missing or not certain; it lies
**aside** when all is the same, but it was made some seconds before the push left, or long after.
Only a single match without any doubt beside it settles a push. A doubt never settles one, and
neither a doubt nor one aside lets anybody say "there is none": a push that stays unknown costs a
look at a phone, a wrong word costs a second push or none. Source: sending.md 2.4; records:
tpns-rest.md 12.1.

**Time.** ``createTime`` is cut to whole seconds and the skew between the clocks is known between
two bounds only (`skew.Skew`), so the instant of sending on the service's clock lies between two
bounds as well. A record whose second ended before the earlier bound is from before. One made in the
second of the later bound, or after it, was made after the push had left, as far as whole seconds
can tell. What lies between may be either: a doubt. So a look-alike is never taken that was made in
any second before that of the sending; within the same second nobody could tell them apart.
"""

from __future__ import annotations

import json
import math
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, Literal

from tpns_desktop.model.limits import SAME_BROADCAST_S, SERVICE_ZONE
from tpns_desktop.send.skew import SECOND, Skew

if TYPE_CHECKING:
    from tpns_desktop.model.outcome import Record
    from tpns_desktop.store.history import PushRow

WINDOW_S: Final = 300.0
"""A record made later than this after the claim lies aside. Three attempts of 30 s and the waiting
between them (sending.md 2.3) end well inside it."""

EARLY_S: Final = 5.0
"""A record made no longer before the claim lies aside: the clock that dates records may not be the
one that dates answers."""

REPEATED: Final = 10010018
"""The service's code for the same push again (tpns-rest.md 13): the one it means is from before,"""
REPEATED_S: Final = SAME_BROADCAST_S + 60.0
"""by up to an hour (tpns-rest.md 15). Whether it is ours is for a person to say."""

SCHEDULE_NEAR_S: Final = 60.0
"""Where the service tells no ``createTime``, the client falls back to ``date``, which may be the
planned time: a record that near to it does not tell when it was made."""

PREFIX_MIN: Final = 10
"""A text cut by the service that is at least so long may still be ours."""

Grade = Literal["match", "doubt", "aside", "no"]
Strength = Literal["exact", "strong", "weak"]
"""How much a match rests on: an upload id of its own; the targets, or an audience that no other
record shares; less than that."""

_SAME_TYPES: Final[dict[str, frozenset[str]]] = {
    "all": frozenset({"all"}),
    "tag": frozenset({"tag"}),
    "token": frozenset({"token", "token_list"}),
    "token_list": frozenset({"token", "token_list"}),
    "account": frozenset({"account", "account_list"}),
    "account_list": frozenset({"account", "account_list"}),
    "package_account_push": frozenset({"package_account_push"}),
    "package_token_push": frozenset({"package_token_push"}),
}
"""``audience_type`` of a push → ``pushType`` of its record. Single targets are not listed in the
documents, so the list's name stands for them as well."""

_ASKED: Final = {
    "all": "all",
    "tag": "tag",
    "token": "token",
    "token_list": "token",
    "account": "account",
    "account_list": "account",
}
"""``audience_type`` → ``pushType`` of the question; for packages none is documented."""

_TARGETS: Final = {
    "token": "token_list",
    "token_list": "token_list",
    "account": "account_list",
    "account_list": "account_list",
}


@dataclass(frozen=True)
class Sought:
    """One row as its record would look, and when it would have been made."""

    audience_type: str
    environment: str
    """Empty on Android."""
    title: str
    content: str
    message_type: str
    targets: frozenset[str]
    """Of lists; empty for all others."""
    tags: frozenset[tuple[str, str]]
    """(type, tag) of a tag push, the words between them left out: a record has no room for all."""
    upload_id: int | None
    sent_from: float
    """Unix seconds on the service's clock: not sent earlier."""
    sent_before: float
    """Sent earlier than this."""
    schedule_at: float | None
    repeated: bool
    """The service called it a repetition."""
    alone: bool = False
    """No other push ever left with its upload id: a record that names it can be no other's."""

    @property
    def asked_type(self) -> str | None:
        """The ``pushType`` to ask for."""
        return _ASKED.get(self.audience_type)

    @property
    def until(self) -> float:
        """Later records lie aside (Unix seconds)."""
        return self.sent_before + WINDOW_S

    @property
    def since(self) -> float:
        """Records whose second ended before have nothing to do with it (Unix seconds)."""
        return self.sent_from - (REPEATED_S if self.repeated else EARLY_S)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day under which it may be listed, by the service's calendar.

        Nobody says whether a planned push is listed by the day it was made or the day it starts.
        """
        last = max(self.until, self.schedule_at or 0.0)
        return _service_day(self.since - SECOND), _service_day(last)

    def grade(self, record: Record) -> Grade:
        """Whether the record can be this push."""
        if self.alone and record.upload_id is not None and record.upload_id == self.upload_id:
            # Whatever the clocks say. Other words would be strange, so they are for a person.
            return "doubt" if False in self._told(record) else "match"
        when = self._when(record.created_at)
        if when == "no":
            return "no"
        told = self._told(record)
        if False in told:
            return "no"
        return "doubt" if None in told and when == "match" else when

    def strength(self, record: Record) -> Strength:
        """What a match with this record would rest on."""
        if self.alone and record.upload_id == self.upload_id:
            return "exact"
        return "weak" if None in self._told(record) else "strong"

    def _when(self, created_at: datetime | None) -> Grade:
        if created_at is None:
            return "doubt"
        second = created_at.timestamp()
        if self.schedule_at is not None and abs(second - self.schedule_at) <= SCHEDULE_NEAR_S:
            return "doubt"
        if second + SECOND <= self.since:
            return "no"
        if second + SECOND <= self.sent_from or second > self.until:
            return "aside"
        return "match" if second >= math.ceil(self.sent_before) - SECOND else "doubt"

    def _told(self, record: Record) -> tuple[bool | None, ...]:
        """True for the same, False for another, None for what the record does not tell."""
        wide = not self.targets and self.upload_id is None
        source = (record.source == "api") if record.source else (None if wide else True)
        return (
            _type(self.audience_type, record.push_type),
            self._environment(record.environment),
            source,
            self._words(record),
            self._audience(record),
            _message_type(self.message_type, record.message_type),
        )

    def _environment(self, told: str) -> bool | None:
        if not self.environment:
            return told in ("", "product")
        return told == self.environment if told else None

    def _words(self, record: Record) -> bool | None:
        if not self.title and not self.content:
            # A silent message has no words to know it by, unless its targets do.
            return (not record.title and not record.content) and (True if self.targets else None)
        ours, theirs = (self.title, self.content), (record.title, record.content)
        if ours == theirs:
            return True
        alike = all(_alike(one, other) for one, other in zip(ours, theirs, strict=True))
        return None if alike else False

    def _audience(self, record: Record) -> bool | None:
        if self.upload_id is not None:
            return record.upload_id == self.upload_id if record.upload_id else None
        if self.targets:
            told = frozenset(record.target_list)
            if told == self.targets:
                return True
            # Fewer than ours: bad tokens may have been left out.
            return None if told < self.targets else False
        if self.audience_type == "tag":
            told_tags = _record_tags(record.tag_set)
            return None if not told_tags or not self.tags else told_tags == self.tags
        return True


@dataclass(frozen=True)
class Verdict:
    """What the records say about one row."""

    kind: Literal["one", "several", "none"]
    push_ids: tuple[str, ...] = ()
    """Of the one match, or of everything that may be it, oldest first."""
    strength: Strength | None = None


def sought(row: PushRow, skew: Skew, *, alone: bool = False) -> Sought:
    """What to look for; `alone`: no other push ever left with the row's upload id.

    Raises ValueError for a row that was never sent or has no JSON body.
    """
    if row.sent_at is None:
        raise ValueError("never sent")
    body = json.loads(row.body)
    if not isinstance(body, dict):
        raise ValueError("no object")
    kind = str(body.get("audience_type", ""))
    sent = row.sent_at.timestamp()
    upload_id = body.get("upload_id")
    return Sought(
        audience_type=kind,
        environment=str(body.get("environment") or ""),
        title=_message(body, "title"),
        content=_message(body, "content"),
        message_type=str(body.get("message_type", "")),
        targets=frozenset(map(str, body.get(_TARGETS.get(kind, ""), ()) or ())),
        tags=_body_tags(body) if kind == "tag" else frozenset(),
        upload_id=upload_id if isinstance(upload_id, int) and upload_id else None,
        sent_from=sent - skew.high_s,
        sent_before=sent - skew.low_s,
        schedule_at=row.schedule_at.timestamp() if row.schedule_at is not None else None,
        repeated=row.code == REPEATED,
        alone=alone and row.upload_id is not None,
    )


def verdict(
    wanted: Sought,
    records: Iterable[Record],
    *,
    taken: Collection[str] = (),
    rivals: Sequence[Sought] = (),
) -> Verdict:
    """What all the records of the period say.

    `taken`: push ids that are recorded for other rows. `rivals`: other rows without a push id that
    may be waiting for the same record; what fits one of them as well is a doubt for both.
    """
    sure: dict[str, Record] = {}
    maybe: dict[str, Record] = {}
    aside: dict[str, Record] = {}
    for record in records:
        if record.push_id in taken:
            continue
        grade = wanted.grade(record)
        if grade == "no":
            continue
        if grade == "match" and any(r.grade(record) in ("match", "doubt") for r in rivals):
            grade = "doubt"
        {"match": sure, "doubt": maybe, "aside": aside}[grade][record.push_id] = record
    if len(sure) == 1 and not maybe:
        ((push_id, record),) = sure.items()
        return Verdict("one", (push_id,), wanted.strength(record))
    open_ = {**sure, **maybe} or aside
    if open_:
        return Verdict("several", tuple(sorted(open_, key=lambda id: _age(open_[id]))))
    return Verdict("none")


def _age(record: Record) -> tuple[float, str]:
    made = record.created_at
    return (made.timestamp() if made is not None else math.inf, record.push_id)


def _type(wanted: str, told: str) -> bool | None:
    return told in _SAME_TYPES.get(wanted, frozenset({wanted})) if told else None


def _message_type(wanted: str, told: str) -> bool:
    # The English table of the documents says "notification" where its sample says "notify".
    return not told or {"notification": "notify"}.get(told, told) == wanted


def _message(body: dict[str, Any], name: str) -> str:
    message = body.get("message")
    text = message.get(name) if isinstance(message, dict) else None
    return text if isinstance(text, str) else ""


def _alike(ours: str, theirs: str) -> bool:
    """Whether the service may have cut, trimmed or normalised our text into theirs."""
    one, other = (" ".join(unicodedata.normalize("NFKC", t).split()) for t in (ours, theirs))
    return one == other or (len(other) >= PREFIX_MIN and one.startswith(other.rstrip(".… ")))


def _body_tags(body: dict[str, Any]) -> frozenset[tuple[str, str]]:
    found = set()
    for rule in body.get("tag_rules") or ():
        for item in rule.get("tag_items") or ():
            found |= {(str(item.get("tag_type", "")), str(tag)) for tag in item.get("tags") or ()}
    if not found:
        listed = (body.get("tag_list") or {}).get("tags") or ()
        found = {("xg_user_define", str(tag)) for tag in listed}
    return frozenset(found)


def _record_tags(tag_set: Any) -> frozenset[tuple[str, str]]:
    """Empty where the record does not tell them."""
    rows = tag_set.get("tagWithType") if tag_set is not None else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return frozenset()
    pairs = ((row.get("tagTypeName", ""), row.get("tagValue", "")) for row in rows)
    return frozenset((str(kind), str(value)) for kind, value in pairs)


def _service_day(instant: float) -> date:
    return (
        (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=instant))
        .astimezone(SERVICE_ZONE)
        .date()
    )
