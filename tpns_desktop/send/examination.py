"""What the checks are told, and what they say: plain frozen data, no rules.

The rules are in `checks.py`; a finding carries an id and parameters, and `ui` finds the words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import field as with_default
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from tpns_desktop.model.problem import Problem
    from tpns_desktop.send.audiences import Reach
    from tpns_desktop.send.quiet import QuietHours
    from tpns_desktop.send.sms_facts import SmsFacts
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.lists import ListRow
    from tpns_desktop.store.plans import Plan

Level = Literal["E", "W", "N"]
"""E stops, W needs a tick, N is a note."""

OVERRIDABLE = frozenset({"dup.recent"})
"""Errors that a person may overrule by typing the words for it at the confirmation."""


@dataclass(frozen=True)
class Finding:
    """One thing a check has to say about a draft."""

    id: str
    """Stable id such as "text.cut.ios"; one without a check of its own is "field.<reason>"."""
    level: Level
    field: str
    """Path in the draft, e.g. "message.title"; where a link should set the focus."""
    params: Mapping[str, Any] = with_default(default_factory=dict)
    """Numbers and texts for the sentence; values are int, str, datetime or tuples of them."""
    fix: str | None = None
    """Id of the button that mends it, or None."""
    platform: str | None = None
    """Either "android" or "ios" when only that platform's request is meant."""

    @property
    def overridable(self) -> bool:
        """Whether typing "send again" may overrule this error."""
        return self.id in OVERRIDABLE


@dataclass(frozen=True)
class RecentPush:
    """What the duplicate guard has to know about an earlier push of the same app."""

    batch_id: str
    platform: str
    fingerprint: str
    audience_kind: str
    audience_digest: str
    title: str
    content: str
    state: str
    at: datetime
    """When it left; while it has not, when it was confirmed (aware, UTC)."""
    settled_by: str | None = None
    """As in `PushRow`."""


@dataclass(frozen=True)
class RecentTest:
    """A test that the service took for devices of the book."""

    platform: str
    digest: str
    """Of what the phone shows, see `differences.content_digest`."""
    at: datetime
    """When it left (aware, UTC)."""


@dataclass(frozen=True)
class Context:
    """Everything outside the draft that the checks look at; read once, used at every keystroke."""

    app: App
    plan: Plan | None
    now: datetime
    """Aware. Screens replace it at each examination with `at()`."""
    recent: tuple[RecentPush, ...] = ()
    """Of the last day; of any age what is still held, and where nobody knows whether it went
    out."""
    chosen: ListRow | None = None
    """The list that was asked for; counts only for a draft that names it."""
    clock_skew_s: float | None = None
    """This computer's clock minus the service's, in seconds; None while nothing is known of it."""
    tests: tuple[RecentTest, ...] = ()
    """Of the last day."""
    links: Mapping[str, int | str] = with_default(default_factory=dict)
    """Address → what the last check of it found: a status of HTTP, or a reason why nothing came
    back; "ok" and what is not here were found well, or never asked for."""
    tags: Mapping[tuple[str, str], int | None] | None = None
    """Kind and text of each tag in the app's book → how many it reached last, None where nobody
    knows; None as a whole: the book was not looked at."""
    quiet: QuietHours | None = None
    """The hours in which Settings ask for a reason; None while they are off."""
    sms: SmsFacts | None = None
    """The book of texts that the app sends from; None: it was not looked at."""
    reach: Reach | None = None
    """How many people the draft's tags, or everyone, are as far as it is kept; counts only for a
    draft with these tags. None: nobody looked."""

    def at(self, now: datetime) -> Context:
        """The same context at another instant."""
        return replace(self, now=now)

    def reaching(self, reach: Reach | None) -> Context:
        """The same context with what is known of how many people a draft reaches."""
        return replace(self, reach=reach)


@dataclass(frozen=True)
class AudienceSummary:
    """Who gets it, in figures a person can check."""

    kind: str | None
    """One of "all", "tag", "account", "device", "file", or None while nothing is chosen."""
    count: int | None
    """Exact number of accounts or devices; None where TPNS alone could know."""
    repeats: int = 0
    """Repeated lines that were left out."""
    account_type: int | None = None
    push_type: int | None = None
    """0 the latest device of each account, 1 all of them."""
    groups: tuple[tuple[Mapping[str, Any], ...], ...] = ()
    """Tag rows as in the draft, {"tag_type", "match", "tags"}, without empty ones."""
    first: tuple[str, ...] = ()
    """The first few accounts or tokens, in order; those of a list are masked."""
    platforms: tuple[str, ...] = ()
    file: Mapping[str, Any] | None = None
    """The chosen list: "id", "name", "kind" ("account" or "token"), "sha256" (hex), "size_bytes",
    "accounts"; None for every other audience."""
    named: tuple[str, ...] = ()
    """Names of the devices chosen from the book, in order; the typed ones have none."""
    by_platform: Mapping[str, int] = with_default(default_factory=dict)
    """Platform → how many devices its request names, typed and named; empty for other kinds."""
    digest: str = ""
    """SHA-256 (hex) of the whole audience: equal for equal people."""

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready form, stored with the history row."""
        return {
            "kind": self.kind,
            "count": self.count,
            "repeats": self.repeats,
            "account_type": self.account_type,
            "push_type": self.push_type,
            "groups": [[dict(row) for row in group] for group in self.groups],
            "first": list(self.first),
            "platforms": list(self.platforms),
            "digest": self.digest,
            **({"named": list(self.named)} if self.named else {}),
            **({"by_platform": dict(self.by_platform)} if self.by_platform else {}),
            **({"file": dict(self.file)} if self.file is not None else {}),
        }


@dataclass(frozen=True)
class Examination:
    """The whole answer of one run of the checks over one draft."""

    draft: Mapping[str, Any]
    bodies: Mapping[str, bytes]
    """Exact JSON bytes a platform; only platforms whose body is right."""
    problems: Mapping[str, tuple[Problem, ...]]
    """What the model refused, a platform; empty where the body is right."""
    findings: tuple[Finding, ...]
    """In reading order of the form, errors first among those of one card."""
    audience: AudienceSummary
    level: int
    """0 to 4, see `levels.py`."""
    fingerprints: Mapping[str, str]
    """A platform with a right body → SHA-256 (hex) of what makes two pushes "the same"."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What stops the push, the overridable ones included."""
        return tuple(f for f in self.findings if f.level == "E")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What needs a tick each."""
        return tuple(f for f in self.findings if f.level == "W")

    @property
    def notes(self) -> tuple[Finding, ...]:
        """What is only said."""
        return tuple(f for f in self.findings if f.level == "N")

    @property
    def can_review(self) -> bool:
        """True when every platform has a body and no error stands but overridable ones."""
        return (
            bool(self.bodies)
            and not any(self.problems.values())
            and all(f.overridable for f in self.errors)
        )
