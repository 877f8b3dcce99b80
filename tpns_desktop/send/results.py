"""One confirmed push as a person sees it: its rows joined, its figures added up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tpns_desktop.store.history import PushRow


@dataclass(frozen=True)
class Figures:
    """The funnel of a push; None where the service gave no number."""

    planned: int | None = None
    delivered: int | None = None
    arrived: int | None = None
    tapped: int | None = None
    dismissed: int | None = None


@dataclass(frozen=True)
class ChannelFigures:
    """The funnel of one delivery channel of one platform."""

    platform: str
    channel: str
    figures: Figures


@dataclass(frozen=True)
class Batch:
    """One confirmed push: one row a platform, shown as one."""

    id: str
    rows: tuple[PushRow, ...]

    @property
    def state(self) -> str:
        """The joined state: that of the rows where they agree, else "sending", "held", "unknown",
        "partly" (some accepted, some not) or "rejected", in this order."""
        raise NotImplementedError

    @property
    def title(self) -> str:
        """The title as frozen."""
        return self.rows[0].title

    @property
    def content(self) -> str:
        """The text as frozen."""
        return self.rows[0].content

    @property
    def app_id(self) -> str:
        """The app it was confirmed for."""
        return self.rows[0].app_id

    @property
    def app_name(self) -> str:
        """The app's name at that time."""
        return self.rows[0].app_name

    @property
    def practice(self) -> bool:
        """Whether it went to the practice service."""
        return self.rows[0].practice

    @property
    def level(self) -> int:
        """The level it was confirmed at."""
        return self.rows[0].level

    @property
    def plan_name(self) -> str:
        """Name of its plan, or empty."""
        return self.rows[0].plan_name

    @property
    def audience(self) -> Mapping[str, Any]:
        """The summary as confirmed, see `AudienceSummary.as_dict`."""
        return self.rows[0].audience

    @property
    def audience_kind(self) -> str:
        """One of "all", "tag", "account" and "device"."""
        return self.rows[0].audience_kind

    @property
    def platforms(self) -> tuple[str, ...]:
        """Its platforms, in the rows' order."""
        return tuple(row.platform for row in self.rows)

    @property
    def when(self) -> datetime:
        """The instant it is listed under: its schedule, else when it left, else its confirmation
        (aware)."""
        raise NotImplementedError

    @property
    def created_at(self) -> datetime:
        """When it was confirmed."""
        return min(row.created_at for row in self.rows)

    @property
    def schedule_at(self) -> datetime | None:
        """When the service shall start it, or None for at once."""
        return self.rows[0].schedule_at

    @property
    def hold_until(self) -> datetime | None:
        """End of the hold; None when it waits for "send now" (or is over)."""
        raise NotImplementedError

    @property
    def push_ids(self) -> tuple[str, ...]:
        """All push ids of all rows."""
        return tuple(push_id for row in self.rows for push_id in row.push_ids)

    @property
    def counters(self) -> Figures:
        """The funnel over all rows and channels."""
        raise NotImplementedError

    @property
    def channels(self) -> tuple[ChannelFigures, ...]:
        """The funnel a platform and channel, in the service's order."""
        raise NotImplementedError

    @property
    def counters_at(self) -> datetime | None:
        """When the newest of these figures were read."""
        raise NotImplementedError
