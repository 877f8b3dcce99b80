"""What a person reads and confirms: the exact bytes of each request, frozen with their hash.

Owns the frozen requests and the facts read back from them, so that the page shows what will leave
and not what the form held. Leaves the checks to `checks.py` and the sending to `outbox.py`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tpns_desktop.send.examination import Examination

WIDE_TICKS = ("who", "what", "when")
"""Ticks asked for at level 3 and above, besides one for each warning."""


@dataclass(frozen=True)
class TagRow:
    """One row of a tag rule, as the wire has it."""

    tag_type: str
    tags: tuple[str, ...]
    match: str
    """"any", "all" or "none"."""


@dataclass(frozen=True)
class SmsFacts:
    """The supplementary SMS of a frozen request."""

    delay_s: int
    trigger: int
    """0 notifications off, 1 not arrived, 2 not tapped."""
    template_id: str
    app_id: str
    sign_name: str
    params: tuple[str, ...]


@dataclass(frozen=True)
class PushFacts:
    """What one frozen body says, read back from its bytes."""

    audience_type: str
    """As on the wire: "all", "tag", "account_list", "token_list"."""
    count: int | None
    """Accounts or tokens in the body; None for everyone and tags."""
    first: tuple[str, ...]
    """The first accounts or tokens, at most 20."""
    account_type: int | None
    account_push_type: int | None
    tag_groups: tuple[tuple[TagRow, ...], ...]
    """Rows of a group all hold; one of the groups suffices."""
    title: str
    content: str
    link: str | None
    """Web address or page of the app opened on tapping; None opens the app."""
    link_kind: str
    """"app", "web" or "page"."""
    send_time: datetime | None
    """Aware, in the service's zone; None sends at once."""
    expire_s: int | None
    environment: str | None
    sms: SmsFacts | None
    plan_id: str | None
    size_bytes: int
    """Of the whole body."""


@dataclass(frozen=True)
class FrozenPush:
    """One request, ready to be confirmed: nothing in it changes any more."""

    platform: str
    url: str
    """Address of the access point, without path."""
    access_id: str
    environment: str | None
    body: bytes
    body_sha256: str
    fingerprint: str

    @property
    def facts(self) -> PushFacts:
        """What these very bytes say."""
        return facts_of(self.body)


@dataclass(frozen=True)
class Review:
    """One draft revision put before a person. Any later edit makes it void."""

    draft_id: str
    draft_rev: int
    app_id: str
    app_name: str
    practice: bool
    live: bool
    """False for practice and where only test builds of an iOS app can be reached."""
    plan_name: str
    rows: tuple[FrozenPush, ...]
    """One a platform; empty while `examination` has errors that stop."""
    examination: Examination
    level: int
    hold_s: int | None
    """None: held until the person says "send now"."""
    created_at: datetime

    @property
    def ready(self) -> bool:
        """Whether it may be confirmed at all (perhaps with an override)."""
        return bool(self.rows) and self.examination.can_review

    @property
    def required_ticks(self) -> tuple[str, ...]:
        """Ids that `confirm` wants ticked.

        "who", "what" and "when" at level 3 and above, then the id of each warning, once.
        """
        ids = list(WIDE_TICKS) if self.level >= 3 else []
        ids.extend(dict.fromkeys(finding.id for finding in self.examination.warnings))
        return tuple(ids)

    @property
    def must_type_name(self) -> bool:
        """Whether the app's name has to be typed (level 4)."""
        return self.level >= 4

    @property
    def must_override(self) -> bool:
        """Whether SEND AGAIN / 再次发送 has to be typed (`dup.recent`)."""
        return any(finding.overridable for finding in self.examination.errors)

    @property
    def target_urls(self) -> tuple[str, ...]:
        """Where the requests will go, each address once."""
        return tuple(dict.fromkeys(row.url for row in self.rows))


def facts_of(body: bytes) -> PushFacts:
    """Read one frozen body back. Raises `ValueError` for bytes that are no JSON object."""
    data: Mapping[str, Any] = json.loads(body)
    raise NotImplementedError(data)
