"""One confirmed push as a person sees it: its rows joined, its figures added up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tpns_desktop.model.counters import FIGURES, TOTAL, totals_of
from tpns_desktop.model.states import joined_state

if TYPE_CHECKING:
    from tpns_desktop.model.outcome import ChannelCounters
    from tpns_desktop.send.upload import UploadProgress
    from tpns_desktop.store.history import PushRow


_LOOKS = ("several", "failed", "none")


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
    """At least one."""
    next_look_at: datetime | None = None
    """When the service is asked next, by itself, whether it has what is unknown; None: never."""
    upload: UploadProgress | None = None
    """How far the upload of its list is; None when none is under way."""
    out_of_reach: str | None = None
    """Why what is unknown can't be looked up here: "app_gone", "app_changed", "other_practice"."""

    @property
    def state(self) -> str:
        """The joined state of the rows, see `model.states.joined_state`."""
        return joined_state(row.state for row in self.rows)

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
        """Whether it was meant for the practice service."""
        return self.rows[0].practice

    @property
    def level(self) -> int:
        """The level it was confirmed at."""
        return self.rows[0].level

    @property
    def plan_name(self) -> str:
        """Name of its plan, or empty."""
        return self.rows[0].plan_name or ""

    @property
    def is_test(self) -> bool:
        """Whether it went to devices of the book, as a test."""
        return self.rows[0].purpose == "test"

    @property
    def name(self) -> str:
        """What the person calls it, or empty; never sent."""
        return self.rows[0].name

    @property
    def night_reason(self) -> str:
        """Why it was sent in quiet hours, or empty; never sent."""
        return self.rows[0].night_reason

    @property
    def audience(self) -> Mapping[str, Any]:
        """The summary as confirmed, see `AudienceSummary.as_dict`."""
        return self.rows[0].audience

    @property
    def audience_kind(self) -> str:
        """One of "all", "tag", "account", "device" and "file"."""
        return self.rows[0].audience_kind

    @property
    def platforms(self) -> tuple[str, ...]:
        """Its platforms, in the rows' order."""
        return tuple(row.platform for row in self.rows)

    @property
    def created_at(self) -> datetime:
        """When it was confirmed."""
        return self.rows[0].created_at

    @property
    def schedule_at(self) -> datetime | None:
        """When the service shall start it, or None for at once."""
        return self.rows[0].schedule_at

    @property
    def when(self) -> datetime:
        """The instant it is listed under: its schedule, else when it left, else confirmation."""
        sent = [row.sent_at for row in self.rows if row.sent_at is not None]
        return self.schedule_at or min(sent, default=self.created_at)

    @property
    def hold_until(self) -> datetime | None:
        """End of the hold; None when it waits for "send now", and once nothing is held."""
        return next((row.hold_until for row in self.rows if row.state == "held"), None)

    @property
    def push_ids(self) -> tuple[str, ...]:
        """All push ids of all rows."""
        return tuple(push_id for row in self.rows for push_id in row.push_ids)

    @property
    def unknown_rows(self) -> tuple[PushRow, ...]:
        """The rows of which nobody knows yet whether they went out."""
        return tuple(row for row in self.rows if row.state == "unknown")

    @property
    def looked_at(self) -> datetime | None:
        """When the service was last asked about every row that is meant by `look`; None: not yet.

        The oldest of their looks, so that none is older than it says.
        """
        looked = [row.looked_at for row in self._looked]
        return None if None in looked else min((at for at in looked if at), default=None)

    @property
    def look(self) -> str | None:
        """What the last looks found, the least settled first: "several", "failed" or "none".

        Of the unknown rows, and when there are none, of those that a look has settled. None: nobody
        has looked, or what was looked for was found.
        """
        looks = {row.look for row in self._looked}
        return next((look for look in _LOOKS if look in looks), None)

    @property
    def matches(self) -> tuple[str, ...]:
        """Push ids that may be unknown rows of this one, where the service has no single match."""
        return tuple(push_id for row in self.unknown_rows for push_id in row.matches)

    @property
    def _looked(self) -> tuple[PushRow, ...]:
        return self.unknown_rows or tuple(row for row in self.rows if row.settled_by == "query")

    @property
    def counters(self) -> Figures:
        """The funnel over all rows."""
        return added(total_of(row.counters) for row in self.rows if row.counters)

    @property
    def channels(self) -> tuple[ChannelFigures, ...]:
        """The funnel a platform and channel, in the service's order, without its totals."""
        return tuple(
            ChannelFigures(row.platform, str(counted.get("channel", "")), figures_of(counted))
            for row in self.rows
            for counted in row.counters or ()
            if counted.get("channel") != TOTAL
        )

    @property
    def counters_at(self) -> datetime | None:
        """When the oldest of these figures were read: none of them is older than it says."""
        read = [row.counters_at for row in self.rows if row.counters_at is not None]
        return min(read, default=None)


def snapshot(pushes: Iterable[Iterable[ChannelCounters]]) -> list[dict[str, Any]]:
    """The counters of a row as they are stored: one dict a channel, added up over its push ids.

    A row has several push ids only when it repeats (`loop_param`).
    """
    channels: dict[str, list[Figures]] = {}
    for counters in pushes:
        for counted in counters:
            channels.setdefault(counted.channel, []).append(figures_of(asdict(counted)))
    return [{"channel": channel, **asdict(added(found))} for channel, found in channels.items()]


def total_of(counters: Sequence[Mapping[str, Any]] | None) -> Figures:
    """The funnel of a row's counters as they are stored: the service's total, or the channels'."""
    return added(figures_of(counted) for counted in totals_of(counters))


def figures_of(counted: Mapping[str, Any]) -> Figures:
    """The funnel of one channel as it is stored."""
    return Figures(**{name: counted.get(name) for name in FIGURES})


def added(figures: Iterable[Figures]) -> Figures:
    """Added up; what no part knows stays unknown."""
    parts = list(figures)
    sums: dict[str, int | None] = {}
    for name in FIGURES:
        known = [value for part in parts if (value := getattr(part, name)) is not None]
        sums[name] = sum(known) if known else None
    return Figures(**sums)
