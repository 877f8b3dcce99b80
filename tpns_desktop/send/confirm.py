"""Whether a reviewed push may be confirmed, and the rows that a confirmation writes.

Owns the last look before anything is written down: the draft is still what was reviewed, the app
is still the same, the checks are run again against what has been sent meanwhile, and the person
gave what the level asks for. Writing and sending is the outbox's.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from tpns_desktop import __version__
from tpns_desktop.send.chat_facts import chat_facts_of, message_words
from tpns_desktop.send.chat_requests import dialect_of
from tpns_desktop.send.check_timing import AHEAD_MIN
from tpns_desktop.send.examination import Examination, Finding
from tpns_desktop.send.facts import text_at
from tpns_desktop.send.levels import EVERYONE, asked_level
from tpns_desktop.send.quiet import REASON_MAX
from tpns_desktop.send.review import FrozenPush, Review, freeze, required_ticks
from tpns_desktop.store.apps import App
from tpns_desktop.store.chat_apps import ChatApp
from tpns_desktop.store.drafts import DraftRow
from tpns_desktop.store.history import CHAT, PushRow
from tpns_desktop.store.ids import new_id

OVERRIDE_WORDS: Final = ("SEND AGAIN", "再次发送")
"""What a person types to send the same push again within a day."""

CLAIM_MARGIN: Final = timedelta(seconds=30)
"""Between the end of the hold and the claim: a keyring may be slow, other wide pushes may have
their turn first."""


class ConfirmRefused(ValueError):
    """Nothing was confirmed.

    `reason`: "not_ready" (errors stand; `findings` has them), "changed" (the draft is not what was
    reviewed), "confirmed_before", "app_gone", "app_changed" (its keys, region or environment, or
    the practice service), "ticks" (`missing` has the ids), "name" (the app's name was not typed),
    "override" (SEND AGAIN was not typed; `findings` has why), "night" (it would go out in quiet
    hours and no reason was given), "storage" (sending is off
    because of the data: `code` is `Desk.sending_off`), "failed" (it could not be
    written down; `code` of the store's error).
    """

    def __init__(
        self,
        reason: str,
        *,
        findings: tuple[Finding, ...] = (),
        missing: tuple[str, ...] = (),
        code: str | None = None,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.findings = findings
        self.missing = missing
        self.code = code


def folded(text: str) -> str:
    """Typed words as they are compared: full width, case, spaces and edges do not matter."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@dataclass(frozen=True)
class Typed:
    """What the person gave at the confirmation."""

    ticked: frozenset[str]
    name: str = ""
    override: str = ""
    night_reason: str = ""


def check(
    review: Review,
    typed: Typed,
    *,
    app: App | ChatApp | None,
    url: str | None,
    draft: DraftRow | None,
    examination: Examination | None,
    levels: str = "standard",
    night: bool = False,
    frozen: Callable[[Examination, Any, str], tuple[FrozenPush, ...]] = freeze,
) -> None:
    """Raise `ConfirmRefused` unless this very push may be confirmed now.

    `app`, `url` (where its requests go now, None without a practice service), `draft` and
    `examination` are of this moment; the last is None without an app. So are `levels` (the
    person's preference, see `levels.asked_level`) and `night`: whether it leaves in quiet hours.
    `frozen` freezes as the review did.
    """
    if app is None or examination is None:
        raise ConfirmRefused("app_gone")
    if draft is None or draft.app_id != review.app_id or draft.revision != review.draft_rev:
        raise ConfirmRefused("changed")
    if not examination.can_review or not review.rows:
        raise ConfirmRefused("not_ready", findings=examination.errors)
    now = frozen(examination, app, url or "")
    if app.name != review.app_name or [_where(row) for row in now] != [
        _where(row) for row in review.rows
    ]:
        raise ConfirmRefused("app_changed")
    if now != review.rows:
        raise ConfirmRefused("changed")
    _check_person(review, typed, examination, asked_level(examination.level, levels))
    if (night or review.night) and not typed.night_reason.strip():
        raise ConfirmRefused("night")


def _where(row: FrozenPush) -> tuple[str, str, str, str | None]:
    return row.platform, row.url, row.access_id, row.environment


def _check_person(review: Review, typed: Typed, examination: Examination, asked: int) -> None:
    # Checks of this moment may ask for more than the page did, never for less.
    level = max(review.level, asked)
    missing = tuple(id for id in required_ticks(level, examination) if id not in typed.ticked)
    if missing:
        raise ConfirmRefused("ticks", missing=missing)
    if level >= EVERYONE and folded(typed.name) != folded(review.app_name):
        raise ConfirmRefused("name")
    overruled = tuple(finding for finding in examination.errors if finding.overridable)
    if overruled and folded(typed.override) not in {folded(words) for words in OVERRIDE_WORDS}:
        raise ConfirmRefused("override", findings=overruled)


def _check_time(review: Review, now: datetime) -> None:
    ahead = AHEAD_MIN + timedelta(seconds=review.hold_s or 0) + CLAIM_MARGIN
    for frozen in review.rows:
        at = _said(frozen)[2]
        if at is not None and at < now + ahead:
            past = "chat.time.past" if frozen.platform == CHAT else "time.past"
            finding = Finding(past, "E", "schedule.at", {"at": at}, "pick_time")
            raise ConfirmRefused("not_ready", findings=(finding,))


def rows_of(review: Review, now: datetime, night_reason: str = "") -> tuple[PushRow, ...]:
    """The rows of one new batch, in state "confirmed".

    `night_reason`: what the person gave for a push in quiet hours.

    Raises `ConfirmRefused` ("not_ready", with `time.past`) when the time of a schedule would be too
    near once the hold is over: then the claim would only withdraw it (sending.md 6). `again_of` is
    filled in by the outbox, in the transaction of the confirmation.
    """
    _check_time(review, now)
    batch_id = new_id()
    audience = review.examination.audience
    return tuple(
        PushRow(
            id=new_id(),
            batch_id=batch_id,
            draft_id=review.draft_id,
            draft_rev=review.draft_rev,
            platform=frozen.platform,
            app_id=review.app_id,
            app_name=review.app_name,
            practice=review.practice,
            access_point_url=frozen.url,
            access_id=frozen.access_id,
            environment=frozen.environment,
            body=frozen.body,
            body_sha256=frozen.body_sha256,
            title=said[0],
            content=said[1],
            audience_kind=audience.kind or "",
            audience=audience.as_dict(),
            level=review.level,
            plan_name=review.plan_name or None,
            plan_id=review.plan_id,
            schedule_at=said[2],
            created_at=now,
            fingerprint=frozen.fingerprint,
            list_id=frozen.list_id,
            list_sha256=frozen.list_sha256,
            list_bytes=frozen.list_bytes,
            list_accounts=frozen.list_accounts,
            app_version=__version__,
            name=text_at(review.examination.draft, "name").strip(),
            night_reason=night_reason.strip()[:REASON_MAX],
        )
        for frozen in review.rows
        for said in [_said(frozen)]
    )


def _said(frozen: FrozenPush) -> tuple[str, str, datetime | None]:
    """Title, text and time of a request, read back from its bytes."""
    if frozen.platform != CHAT:
        facts = frozen.facts
        return facts.title, facts.content, facts.send_time
    told = chat_facts_of(frozen.body, dialect_of(frozen))
    words = told.text or message_words(told)
    # A chat message has no title; what it begins with stands for one.
    return told.title or words.partition("\n")[0], words, told.schedule_at
