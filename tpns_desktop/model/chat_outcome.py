"""What the Chat service answers, as the program keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class ChatTask:
    """A push that the service took in."""

    task_id: str
    failed: Mapping[str, int] = field(default_factory=dict)
    """Account → why it was left out (``ErrorList``); only where the service named some."""


@dataclass(frozen=True, slots=True)
class UserTags:
    """The tags of one account."""

    account: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UserAttributes:
    """The attributes of one account, by their names."""

    account: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of the accounts that were asked for."""

    rows: tuple[Any, ...]
    """`UserTags` or `UserAttributes`, in the order asked for."""
    failed: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Loss:
    """So many of a push did not get through, for one reason."""

    stage: str
    """``ready`` before sending, ``delivered`` after it, ``platform``."""
    code: str
    count: int
    text: str


@dataclass(frozen=True, slots=True)
class DeviceTrace:
    """What became of a push on one device."""

    instance_id: str
    system: str
    pushed_at: str
    """Wall clock, as the service wrote it."""
    events: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ScheduledTask:
    """A push that the service keeps for later."""

    task_id: str
    kind: str
    """``All``, ``Tag`` or ``User``."""
    at: str
    """``YYYY-MM-DD HH:MM:SS``; the zone is not documented."""
    content: Mapping[str, Any]
    status: str = ""
    read_at: datetime | None = None

    @property
    def pending(self) -> bool:
        """Whether it can be changed: the words are not documented, so saying nothing is one."""
        return self.status in ("", "pending")
