"""The desk: the one door from the screens to everything that is not a screen.

Composes store, client, checks and outbox. Every method runs on the background loop and gives back
data; what a person must be told comes as codes, as findings, or as one of the errors named here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tpns_desktop.send.connect import (
    AppForm,
    ConnectionTest,
    FieldProblem,
    FormRefused,
    KeyPair,
    PlatformTest,
)
from tpns_desktop.send.examination import Context, Finding
from tpns_desktop.send.practice_app import PracticeInfo
from tpns_desktop.send.results import Batch, ChannelFigures, Figures
from tpns_desktop.send.review import FrozenPush, PushFacts, Review

if TYPE_CHECKING:
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.drafts import DraftRow
    from tpns_desktop.store.plans import Plan
    from tpns_desktop.store.settings import Settings

__all__ = [
    "AppForm",
    "AppSaved",
    "AudienceSize",
    "Batch",
    "ChannelFigures",
    "ConfirmRefused",
    "ConnectionTest",
    "Desk",
    "FieldProblem",
    "Figures",
    "FormRefused",
    "FrozenPush",
    "KeyPair",
    "Note",
    "PlanRefused",
    "PlatformTest",
    "PracticeInfo",
    "PushFacts",
    "Review",
]


class ConfirmRefused(ValueError):
    """Nothing was confirmed.

    `reason`: "not_ready" (errors stand; `findings` has them), "changed" (the draft has a newer
    revision), "confirmed_before", "app_changed", "app_gone", "expired", "ticks" (`missing` has
    the ids), "name", "override", "no_key", "failed" (the program could not write it down).
    """

    def __init__(
        self, reason: str, *, findings: tuple[Finding, ...] = (), missing: tuple[str, ...] = ()
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.findings = findings
        self.missing = missing


class PlanRefused(ValueError):
    """No plan was made or added.

    `reason`: "name_required", "name_too_long", "description_required", "description_too_long",
    "id_required", "id_digits", "refused" (with `code` and the service's `text`), "not_sent",
    "unknown" (the plan may exist all the same); `platform` where only one request is meant.
    """

    def __init__(
        self,
        reason: str,
        *,
        platform: str | None = None,
        code: int | None = None,
        text: str | None = None,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.platform = platform
        self.code = code
        self.text = text


@dataclass(frozen=True)
class AppSaved:
    """An app as saved, and where its keys went."""

    app: App
    secret_place: str
    """"keyring" or "memory"."""
    warnings: tuple[FieldProblem, ...] = ()


@dataclass(frozen=True)
class AudienceSize:
    """Roughly how many "everyone" is, by the service's daily statistics."""

    total: int | None
    """Devices ever, over the app's platforms."""
    peak: int | None
    """Online at once at that day's peak."""
    day: date | None


@dataclass(frozen=True)
class Note:
    """Something about the store that a person has to know."""

    kind: str
    """"damaged", "newer", or "unsettled" (pushes whose end is not known since the last run)."""
    kept_at: Path | None = None
    batch_ids: tuple[str, ...] = ()


class Desk:
    """The one door. All coroutine methods belong to the background loop."""

    settings: Settings
    notes: tuple[Note, ...]
    practice: PracticeInfo | None
    """The practice service in use, or None."""

    @property
    def secret_place(self) -> str:
        """Where a key saved now would live: "keyring" or "memory"."""
        raise NotImplementedError

    def subscribe(self, callback: Callable[[str], None]) -> Callable[[], None]:
        """Call `callback(batch_id)` on the loop's thread whenever a batch has news; gives back
        the function that ends it."""
        raise NotImplementedError

    # apps
    async def apps(self) -> list[App]:
        raise NotImplementedError  # noqa: E704

    async def test_connection(self, form: AppForm) -> ConnectionTest:
        raise NotImplementedError  # noqa: E704

    async def save_app(self, form: AppForm) -> AppSaved:
        raise NotImplementedError  # noqa: E704

    async def remove_app(self, app_id: str) -> None:
        raise NotImplementedError  # noqa: E704

    async def use_practice(self, info: PracticeInfo | Mapping[str, Any]) -> App:
        raise NotImplementedError  # noqa: E704

    # drafts
    async def save_draft(
        self, app_id: str, draft_id: str | None, data: Mapping[str, Any]
    ) -> DraftRow:
        raise NotImplementedError  # noqa: E704

    async def drafts(self, app_id: str) -> list[DraftRow]:
        raise NotImplementedError  # noqa: E704

    async def draft(self, draft_id: str) -> DraftRow | None:
        raise NotImplementedError  # noqa: E704

    async def remove_draft(self, draft_id: str) -> None:
        raise NotImplementedError  # noqa: E704

    # plans
    async def plans(self, app_id: str) -> list[Plan]:
        raise NotImplementedError  # noqa: E704

    async def create_plan(self, app_id: str, name: str, description: str) -> Plan:
        raise NotImplementedError  # noqa: E704

    async def add_plan(
        self, app_id: str, name: str, android_plan_id: str | None, ios_plan_id: str | None
    ) -> Plan:
        raise NotImplementedError  # noqa: E501, E704

    # sending
    async def context(self, app_id: str, plan_id: str | None) -> Context:
        raise NotImplementedError  # noqa: E704

    async def review(self, app_id: str, draft_id: str | None, data: Mapping[str, Any]) -> Review:
        raise NotImplementedError  # noqa: E704

    async def confirm(
        self, review: Review, ticked: set[str], typed: str = "", override: str = ""
    ) -> Batch:
        raise NotImplementedError  # noqa: E501, E704

    async def cancel(self, batch_id: str) -> bool:
        raise NotImplementedError  # noqa: E704

    async def send_now(self, batch_id: str) -> bool:
        raise NotImplementedError  # noqa: E704

    # results
    async def batches(
        self, app_id: str | None, limit: int = 256, before: datetime | None = None
    ) -> list[Batch]:
        raise NotImplementedError  # noqa: E501, E704

    async def batch(self, batch_id: str) -> Batch | None:
        raise NotImplementedError  # noqa: E704

    async def refresh(self, batch_id: str) -> Batch:
        raise NotImplementedError  # noqa: E704

    async def audience_size(self, app_id: str) -> AudienceSize:
        raise NotImplementedError  # noqa: E704

    async def close(self) -> None:
        raise NotImplementedError  # noqa: E704
