"""The request that a Chat draft becomes, read once: its exact bytes, or what is wrong with it.

Owns the fingerprint of a Chat push (sending.md 2.5), the envelope of one that the service keeps for
later, and the random number by which the service tells campaigns apart. Judges nothing.
Source: im-all-member-push.md 3 and 9.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from tpns_desktop.model.chat_dialects import DIALECTS, Dialect, DialectId
from tpns_desktop.model.chat_draft import chat_body
from tpns_desktop.model.chat_push import RANDOM_MAX, chat_json, parse_chat_push
from tpns_desktop.model.draft import ids_of
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.model.problem import Problem, PushRefused
from tpns_desktop.model.states import MAY_HAVE_LEFT
from tpns_desktop.send.chat_facts import chat_facts_of
from tpns_desktop.send.examination import AudienceSummary
from tpns_desktop.send.facts import FIRST_SHOWN, text_at, value_at
from tpns_desktop.store.history import CHAT

if TYPE_CHECKING:
    from tpns_desktop.send.review import FrozenPush
    from tpns_desktop.store.chat_apps import ChatApp
    from tpns_desktop.store.history import PushRow

KINDS: Final = ("all", "tags", "attributes", "users")

SAME_TASK: Final = timedelta(days=7)
"""So long the service takes an equal `MsgRandom` for the same campaign (sending.md 1)."""

_NOT_COUNTED: Final = frozenset(
    # When, how long, under which name.
    {"MsgRandom", "MsgLifeTime", "OnlineOnlyFlag", "DataId"}
)
"""Left out of a fingerprint: the same words to the same people an hour later are the same push."""


@dataclass(frozen=True)
class ChatRequest:
    """One draft for one Chat app, as far as it can be read without judging it."""

    audience: AudienceSummary
    body: bytes | None
    """Exact bytes, where the model takes them."""
    problems: tuple[Problem, ...]
    """What the model refused."""
    fingerprint: str
    """Empty without a body."""
    scheduled: bool
    """Whether a time was asked for."""
    send_at: datetime | None
    """The chosen time (aware); None for now, and for what is no time."""


def request_of(
    draft: Mapping[str, Any],
    app: ChatApp,
    names: Mapping[int, str] | None,
    random: int = 0,
) -> ChatRequest:
    """Read `draft` as a push of `app`. Raises for no draft of JSON values.

    `names`: declared attributes, where they are known. `random`: its ``MsgRandom``.
    """
    dialect = DIALECTS[app.dialect]
    kind = value_at(draft, "audience", "kind")
    body = chat_body(draft, dialect, random)
    if not dialect.keeps and "From_Account" not in body:
        # timpush demands a sender; the older service takes the administrator by itself.
        body = {"From_Account": app.identifier, **body}
    scheduled = value_at(draft, "schedule", "kind") == "at"
    send_at = _instant(text_at(draft, "schedule", "at")) if scheduled else None
    made: bytes | None = None
    problems: tuple[Problem, ...] = ()
    declared = frozenset(names.values()) if names is not None else None
    try:
        made = chat_json(parse_chat_push(body, dialect, declared))
    except PushRefused as refused:
        problems = refused.problems
    if made is not None and scheduled:
        made = _kept_for_later(app, body, made, send_at) if dialect.schedules else None
    return ChatRequest(
        audience=_audience(draft, kind, dialect),
        body=made,
        problems=problems,
        fingerprint=fingerprint(app, body) if made is not None else "",
        scheduled=scheduled,
        send_at=send_at,
    )


def fingerprint(app: ChatApp, body: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of what makes two pushes the same: where to, to whom, what; not when or how.

    `body` is that of the push itself, without an envelope. The order of tags, attributes and users
    does not matter, nor does the host: an SDKAppID has the same users behind each of them.
    """
    told = {key: value for key, value in body.items() if key not in _NOT_COUNTED}
    if told.get("From_Account") == app.identifier:
        del told["From_Account"]  # who sends where nobody is named
    if isinstance(condition := told.get("Condition"), dict):
        told["Condition"] = {
            key: sorted(value) if isinstance(value, list) else value
            for key, value in condition.items()
        }
    if isinstance(told.get("To_Account"), list):
        told["To_Account"] = sorted(told["To_Account"])
    return _sha256([app.url if app.practice else "", app.sdkappid, told])


def new_random() -> int:
    """A number for a campaign that never was."""
    return secrets.randbelow(RANDOM_MAX + 1)


def random_for(same: Iterable[PushRow], now: datetime, make: Callable[[], int] = new_random) -> int:
    """The ``MsgRandom`` of a push about to be reviewed; `same` says the same to the same people.

    A new one each time, but for the push that is sent again because the service showed nothing of
    it: should it have arrived after all, the service takes the second for the first (sending.md
    2.3).
    """
    left = [row for row in same if row.state in MAY_HAVE_LEFT | {"not_found"} and row.sent_at]
    last = max(left, key=lambda row: row.created_at, default=None)
    if last is None or last.state != "not_found" or now - last.created_at >= SAME_TASK:
        return make()
    try:
        return chat_facts_of(last.body, dialect_of(last)).random
    except ValueError:
        return make()


def dialect_of(row: PushRow | FrozenPush) -> DialectId:
    """The dialect in which a row of a Chat app was confirmed. Raises `ValueError` for none."""
    for known in DIALECTS:
        if known == row.environment:
            return known
    raise ValueError("no dialect")


def _kept_for_later(
    app: ChatApp, body: Mapping[str, Any], content: bytes, at: datetime | None
) -> bytes | None:
    if at is None:
        return None
    kind = "User" if "To_Account" in body else "Tag" if "Condition" in body else "All"
    told = {"Sdkappid": app.sdkappid, "Type": kind, "SchedAt": f"{at:%Y-%m-%d %H:%M:%S}"}
    # The content's own bytes, so that what is scheduled is what would be sent.
    return json.dumps(told, separators=(",", ":")).encode()[:-1] + b',"Content":' + content + b"}"


def _instant(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return found.replace(tzinfo=SERVICE_ZONE) if found.tzinfo is None else None


def _audience(draft: Mapping[str, Any], kind: object, dialect: Dialect) -> AudienceSummary:
    ids: list[str] = []
    repeats = 0
    if kind == "users" and dialect.batch:
        ids, repeats = ids_of(text_at(draft, "audience", "users", "text"))
    chosen = value_at(draft, "audience", str(kind)) if kind in ("tags", "attributes") else None
    lists = (
        {
            match: sorted(rows, key=str) if isinstance(rows, list) else []
            for match, rows in chosen.items()
        }
        if isinstance(chosen, Mapping)
        else {}
    )
    return AudienceSummary(
        kind=kind if kind in KINDS and isinstance(kind, str) else None,
        count=len(ids) if kind == "users" else None,
        repeats=repeats,
        first=tuple(ids[:FIRST_SHOWN]),
        platforms=(CHAT,),
        digest=_sha256([kind, sorted(ids), lists]),
    )


def _sha256(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=str)
    # Half a surrogate pair may have been pasted; a digest must still come out.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
