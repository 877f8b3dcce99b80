"""What the checks look at: one draft, read once, with the bodies that would leave.

Owns the audience's figures, the digest of an audience and the fingerprint of a push (sending.md
2.5). Judges nothing; the rules are in the `check_*` modules.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tpns_desktop.model import draft as drafts
from tpns_desktop.model.body import push_body
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.model.problem import Problem, PushRefused
from tpns_desktop.model.push import parse_push, push_json, push_template
from tpns_desktop.model.runs import next_runs
from tpns_desktop.send.examination import AudienceSummary, Context

if TYPE_CHECKING:
    from tpns_desktop.store.lists import ListRow

FIRST_SHOWN = 20
"""How many accounts or tokens a summary carries."""

_NOT_COUNTED = frozenset(
    {
        # When, how fast.
        *("send_time", "loop_param", "expire_time", "push_speed"),
        # On which way, and what it takes the place of.
        *("channel_rules", "tpns_online_push_type", "supply_inapp_msg"),
        *("collapse_id", "force_collapse", "ignore_invalid_token"),
        # Names that nobody sees.
        *("seq", "trace_id", "platform", "group_id"),
    }
)
"""Left out of a fingerprint: the same words to the same people an hour later, slower or over
another channel are the same push."""

_ID_LISTS = ("account_list", "token_list")


@dataclass(frozen=True)
class Facts:
    """One draft in one context, as far as it can be read without judging it."""

    audience: AudienceSummary
    ids: tuple[str, ...]
    """Typed accounts or tokens, then those of named devices, without repeats; a token counts once
    for each platform."""
    platforms: tuple[str, ...]
    bodies: Mapping[str, bytes]
    """Platform → exact bytes, where the model takes the body."""
    problems: Mapping[str, tuple[Problem, ...]]
    """Platform → what the model refused."""
    message_bytes: Mapping[str, int]
    """Platform → size of `message`, where the model found it too big."""
    fingerprints: Mapping[str, str]
    send_at: datetime | None
    """The chosen time (aware), None for now or for what is no time."""
    now: datetime
    chosen: ListRow | None = None
    """The list that the draft names, usable or not."""
    runs: tuple[datetime, ...] = ()
    """The next instants of a push that repeats (aware, the service's zone); empty for others, and
    for a repetition that never happens."""

    @property
    def sends_on(self) -> datetime:
        """The instant at which the service would start, on its own clock."""
        planned = self.send_at or next(iter(self.runs), None)
        moment = self.now if planned is None else planned
        try:
            return moment.astimezone(SERVICE_ZONE)
        except OverflowError:  # the year 1 or 9999; other checks speak of it
            return self.now.astimezone(SERVICE_ZONE)


def text_at(draft: object, *path: str) -> str:
    """The text at `path`; empty where there is none."""
    value = value_at(draft, *path)
    return value if isinstance(value, str) else ""


def value_at(draft: object, *path: str) -> Any:
    """Whatever is at `path`; None where the way is blocked."""
    for name in path:
        if not isinstance(draft, Mapping):
            return None
        draft = draft.get(name)
    return draft


def facts_about(draft: Mapping[str, Any], context: Context) -> Facts:
    """Read `draft` as a push of `context.app`. Raises for no draft of JSON values."""
    data = dict(draft)
    kind = value_at(data, "audience", "kind")
    chosen = _chosen(data, context) if kind == "file" else None
    listed = chosen.kind if chosen is not None else None
    platforms = drafts.platforms_of(data, context.app.platforms, listed)
    fits = chosen is not None and chosen.usable and checked_as(data, chosen)
    ids, repeats = _ids(data, kind)
    bodies: dict[str, bytes] = {}
    problems: dict[str, tuple[Problem, ...]] = {}
    sizes: dict[str, int] = {}
    fingerprints: dict[str, str] = {}
    for platform in platforms:
        body = push_body(
            data,
            platform=platform,
            ios_environment=context.app.ios_environment,
            plan_id=_plan_id(data, context, platform),
            file_kind=listed if fits else None,
        )
        made = _made if "upload_id" not in body else push_template
        try:
            exact = made(body, platform=_platform(platform), now=context.now)
        except PushRefused as refused:
            problems[platform] = refused.problems
            if any(problem.kind == "size" for problem in refused.problems):
                sizes[platform] = len(_canonical(body["message"], sort=False))
            continue
        problems[platform] = ()
        bodies[platform] = exact
        fingerprints[platform] = fingerprint(
            access_point=context.app.access_point,
            access_id=context.app.access_id(platform) or "",
            body=body,
            list_sha256=chosen.sha256 if chosen is not None else None,
        )
    return Facts(
        audience=_summary(data, kind, ids, repeats, platforms, chosen),
        ids=tuple(ids),
        platforms=platforms,
        bodies=bodies,
        problems=problems,
        message_bytes=sizes,
        fingerprints=fingerprints,
        send_at=_send_at(data, kind, listed),
        runs=_runs(data, kind, listed, context.now),
        now=context.now,
        chosen=chosen,
    )


def checked_as(draft: Mapping[str, Any], chosen: ListRow) -> bool:
    """Whether the list was checked as what the draft says its accounts are."""
    said = _whole(text_at(draft, "audience", "file", "account_type"))
    return chosen.kind != "account" or said == chosen.account_type


def fingerprint(
    *,
    access_point: str,
    access_id: str,
    body: Mapping[str, Any],
    list_sha256: str | None = None,
) -> str:
    """SHA-256 (hex) of what makes two pushes the same: where to, to whom, what; not when or how.

    `body` is a request's body as a dict. What counts: the access point, id and environment; the
    audience with which and how many of its devices (`account_push_type`, `multi_pkg`); the kind of
    message and all of `message` but its hours; personal text, plan and text message. What does
    not: times, hours and speed; channels, what is replaced, what becomes of bad tokens; numbers and
    names for the sender. The order of accounts and tokens does not matter; a list counts by the
    hash of its file, whatever id its upload gets. Source: sending.md 2.5; we leave out more of the
    options than it says, since a second push over another channel is a second push.
    """
    told = {key: value for key, value in body.items() if key not in _NOT_COUNTED}
    if isinstance(message := told.get("message"), dict):
        told["message"] = {k: v for k, v in message.items() if k != "accept_time"}
    if "upload_id" in told:
        told["upload_id"] = list_sha256
    for key in _ID_LISTS:
        if isinstance(told.get(key), list):
            told[key] = sorted(told[key])
    return _sha256([access_point, access_id, told])


def _made(body: Mapping[str, Any], *, platform: Any, now: datetime) -> bytes:
    return push_json(parse_push(body, platform=platform, now=now))


def _chosen(draft: Mapping[str, Any], context: Context) -> ListRow | None:
    found = context.chosen
    if found is None or value_at(draft, "audience", "file", "list_id") != found.id:
        return None
    return found


def _platform(name: str) -> Any:
    # The model's type is a Literal; an app has no other platforms.
    return name


def _plan_id(draft: Mapping[str, Any], context: Context, platform: str) -> str | None:
    plan = context.plan
    if plan is None or draft.get("plan") != plan.id:
        return None
    return plan.plan_id(platform)


def _ids(draft: Mapping[str, Any], kind: object) -> tuple[list[str], int]:
    if kind not in ("account", "device"):
        return [], 0
    ids, repeats = drafts.ids_of(text_at(draft, "audience", str(kind), "text"))
    if kind == "device":
        platform = text_at(draft, "audience", "device", "platform")
        known = {(platform, token) for token in ids}
        for own, token, _ in drafts.named_devices(dict(draft)):
            if (own, token) in known:
                repeats += 1
            else:
                known.add((own, token))
                ids.append(token)
    return ids, repeats


def _send_at(draft: Mapping[str, Any], kind: object, listed: str | None) -> datetime | None:
    # For typed accounts and devices there is no schedule; what a hidden field holds is not meant.
    if value_at(draft, "schedule", "kind") != "at" or not drafts.may_be_scheduled(kind, listed):
        return None
    try:
        found = datetime.fromisoformat(text_at(draft, "schedule", "at").strip())
    except ValueError:
        return None
    return found.replace(tzinfo=SERVICE_ZONE) if found.tzinfo is None else None


def _runs(
    draft: Mapping[str, Any], kind: object, listed: str | None, now: datetime
) -> tuple[datetime, ...]:
    loops = value_at(draft, "schedule", "kind") == "loop"
    if not loops or not drafts.may_be_scheduled(kind, listed):
        return ()
    return tuple(next_runs(value_at(draft, "schedule", "loop"), now))


def _summary(
    draft: Mapping[str, Any],
    kind: object,
    ids: list[str],
    repeats: int,
    platforms: tuple[str, ...],
    chosen: ListRow | None,
) -> AudienceSummary:
    if kind == "file":
        return _file_summary(draft, platforms, chosen)
    typed = kind in ("account", "device")
    groups = _groups(draft) if kind == "tag" else ()
    account_type = push_type = None
    if kind == "account":
        account_type = _whole(text_at(draft, "audience", "account", "account_type"))
        push_type = _whole(text_at(draft, "audience", "account", "push_type"))
    named = drafts.named_devices(dict(draft)) if kind == "device" else ()
    return AudienceSummary(
        kind=kind if isinstance(kind, str) else None,
        named=tuple(name for _, _, name in named),
        by_platform={p: len(drafts.tokens_of(dict(draft), p)) for p in platforms}
        if kind == "device"
        else {},
        count=len(ids) if typed else None,
        repeats=repeats,
        account_type=account_type,
        push_type=push_type,
        groups=groups,
        first=tuple(ids[:FIRST_SHOWN]),
        platforms=platforms,
        digest=_sha256([kind, sorted(ids), account_type, push_type, groups]),
    )


def _file_summary(
    draft: Mapping[str, Any], platforms: tuple[str, ...], chosen: ListRow | None
) -> AudienceSummary:
    if chosen is None:
        return AudienceSummary(kind="file", count=None, platforms=platforms)
    account_type = push_type = None
    if chosen.kind == "account":
        account_type = _whole(text_at(draft, "audience", "file", "account_type"))
        push_type = _whole(text_at(draft, "audience", "file", "push_type"))
    return AudienceSummary(
        kind="file",
        count=chosen.accounts,
        repeats=chosen.duplicates or 0,
        account_type=account_type,
        push_type=push_type,
        first=chosen.first[:FIRST_SHOWN],
        platforms=platforms,
        file={
            "id": chosen.id,
            "name": chosen.name,
            "kind": chosen.kind,
            "sha256": chosen.sha256,
            "size_bytes": chosen.size_bytes,
            "accounts": chosen.accounts,
        },
        digest=_sha256(["file", chosen.kind, chosen.sha256, account_type, push_type]),
    )


def _groups(draft: Mapping[str, Any]) -> tuple[tuple[Mapping[str, Any], ...], ...]:
    groups = value_at(draft, "audience", "tag", "groups")
    found = []
    for group in groups if isinstance(groups, list) else ():
        rows = tuple(
            {
                "tag_type": text_at(row, "tag_type"),
                "match": text_at(row, "match"),
                "tags": tags,
            }
            for row in (group if isinstance(group, list) else ())
            if (tags := _tags(row))
        )
        if rows:
            found.append(rows)
    return tuple(found)


def _tags(row: object) -> list[str]:
    tags = value_at(row, "tags")
    if not isinstance(tags, list):
        return []
    stripped = (tag.strip() for tag in tags if isinstance(tag, str))
    return [tag for tag in dict.fromkeys(stripped) if tag]


def _whole(text: str) -> int | None:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None


def _sha256(value: object) -> str:
    return hashlib.sha256(_canonical(value, sort=True)).hexdigest()


def _canonical(value: object, *, sort: bool) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=sort, default=str)
    # Half a surrogate pair may have been pasted; a digest must still come out.
    return text.encode("utf-8", "surrogatepass")
