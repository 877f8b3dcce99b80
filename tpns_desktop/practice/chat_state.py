"""What the Chat service of practice remembers: pushes, quotas, scheduled tasks.

Who receives what is worked out from a user's number and the push, so asking twice gives the same
and later is never less. Nothing is written to disk.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal

from tpns_desktop.model.limits import SERVICE_ZONE

from .chat_auth import ChatKeys
from .chat_codes import ChatRefusal
from .chat_people import ChatPeople
from .chat_rules import ChatOrder, Fields
from .schedule import service_day
from .timeline import Timeline

PUSHES_A_DAY: Final = 100
APART_S: Final = 1.0
"""Between two pushes, and between two withdrawals."""
WITHDRAW_S: Final = 24 * 3600
TASKS_KEPT: Final = 500

Service = Literal["all_member_push", "timpush"]


@dataclass(eq=False, slots=True)
class ChatPush:
    """A push that was taken in. Instants are seconds since 1970."""

    task_id: str
    service: Service
    order: ChatOrder
    at: float
    users: tuple[int, ...]
    """Whom it means."""
    withdrawn_at: float | None = None


@dataclass(slots=True)
class ChatTask:
    """A push kept for later."""

    task_id: int
    kind: str
    at: str
    content: Fields
    push: ChatPush | None = None
    """What became of it, once its time has come."""
    fault: int = 0
    """The code that refused it then."""


@dataclass
class ChatApp:
    """One Chat app: its keys, users, and everything that was pushed."""

    keys: ChatKeys
    people: ChatPeople
    timeline: Timeline
    limits: bool = True
    enabled: bool = True
    """False: the edition does not have the push to all users (90045)."""
    broken: int = 0
    """A code that every push gets, acted out for a person who practises; 0: none."""
    pushes: dict[str, ChatPush] = field(default_factory=dict)
    tasks: dict[int, ChatTask] = field(default_factory=dict)
    _by_random: dict[tuple[int, str], tuple[float, ChatPush]] = field(default_factory=dict)
    _last_push: float = float("-inf")
    _last_withdrawal: float = float("-inf")
    _pushed: deque[float] = field(default_factory=deque)
    _numbers: int = 0

    # Pushes ----------------------------------------------------------------------------

    def push(self, order: ChatOrder, service: Service, *, now: float) -> ChatPush:
        """Take a push in. Raises `ChatRefusal`: 90045, 90008, 90024, 90047, or what is acted out.

        The same ``MsgRandom`` within a second is the same push (the newer reading of the two).
        """
        if not self.enabled:
            raise ChatRefusal(90045)
        if self.broken:
            raise ChatRefusal(self.broken)
        if order.sender and not self._known(order.sender):
            raise ChatRefusal(90008)
        key = (order.random, repr(order))
        if key in self._by_random and now - self._by_random[key][0] < APART_S:
            return self._by_random[key][1]
        if self.limits:
            if now - self._last_push < APART_S:
                raise ChatRefusal(90024)
            if self.left_today(now) <= 0:
                raise ChatRefusal(90047)
        self._last_push = now
        self._pushed.append(now)
        users = (
            tuple(user for one in order.accounts if (user := self.people.user(one)) is not None)
            if order.accounts
            else tuple(self.people.meant(order.condition))
        )
        push = ChatPush(self._task_id(service, order, now), service, order, now, users)
        self.pushes[push.task_id] = push
        self._by_random = {
            one: found for one, found in self._by_random.items() if now - found[0] < APART_S
        } | {key: (now, push)}
        while len(self.pushes) > TASKS_KEPT:
            del self.pushes[next(iter(self.pushes))]
        return push

    def left_today(self, now: float) -> int:
        """Pushes that the service's day still has (UTC+8, inferred)."""
        today = service_day(now)
        while self._pushed and service_day(self._pushed[0]) < today:
            self._pushed.popleft()
        return PUSHES_A_DAY - len(self._pushed)

    def _known(self, account: str) -> bool:
        return account in self.keys.administrators or self.people.user(account) is not None

    def _task_id(self, service: Service, order: ChatOrder, now: float) -> str:
        self._numbers += 1
        app = self.keys.sdkappid
        if service == "all_member_push":
            return f"{app}_{144115212910570000 + self._numbers}_{int(now)}_{order.random}"
        made = f"{int(now):x}_{app:x}_{0x200000000000000 + self._numbers:x}_{order.random:x}"
        return f"batch_{made}" if order.accounts else made

    def received(self, push: ChatPush, now: float) -> tuple[int, ...]:
        """The users who have got a push by an instant: online then, or back while it is kept."""
        passed = self.timeline.between(push.at, now)
        if push.withdrawn_at is not None:
            passed = min(passed, self.timeline.between(push.at, push.withdrawn_at))
        kept = push.order.life_s if push.service == "all_member_push" else _roams_s(push)
        until = min(passed, kept)
        return tuple(
            user
            for user in push.users
            if self.people.online_after_s(user, push.task_id) <= max(until, 0.0)
        )

    def withdraw(self, task_id: str, *, told: bool, now: float) -> None:
        """Take a push back. Raises `ChatRefusal` 90049 to 90053."""
        if self.limits and now - self._last_withdrawal < APART_S:
            raise ChatRefusal(90051)
        push = self.pushes.get(task_id)
        if push is None or push.service != "timpush":
            raise ChatRefusal(90049)
        if push.withdrawn_at is not None:
            raise ChatRefusal(90050)
        if now - push.at > WITHDRAW_S:
            raise ChatRefusal(90052)
        if not told and (push.order.online_only or not push.order.message):
            raise ChatRefusal(90053)
        self._last_withdrawal = now
        push.withdrawn_at = now

    # Scheduled tasks -------------------------------------------------------------------

    def add_task(self, kind: str, at: str, content: Fields) -> ChatTask:
        """Keep a push for later."""
        self._numbers += 1
        task = ChatTask(1_000_000 + self._numbers, kind, at, content)
        self.tasks[task.task_id] = task
        return task

    def due(self, now: float) -> Iterable[ChatTask]:
        """Tasks whose time has come and that have not run."""
        return [
            task
            for task in self.tasks.values()
            if task.push is None and not task.fault and instant_of(task.at) <= now
        ]


def instant_of(wall: str) -> float:
    """Seconds since 1970 of ``YYYY-MM-DD HH:MM:SS`` (UTC+8, inferred). Raises `ValueError`."""
    moment = datetime.strptime(wall, "%Y-%m-%d %H:%M:%S")
    return moment.replace(tzinfo=SERVICE_ZONE).timestamp()


def _roams_s(push: ChatPush) -> float:
    """How long the newer service waits: its messages roam like any other for seven days."""
    return 0.0 if push.order.online_only else 7 * 86_400.0


def trace_of(app: ChatApp, push: ChatPush, user: int, now: float) -> list[dict[str, Any]]:
    """What became of a push on a user's device, as ``InstanceTrace``."""
    if user not in push.users:
        return []
    got = user in app.received(push, now)
    wall = datetime.fromtimestamp(push.at, SERVICE_ZONE).strftime("%Y-%m-%d %H:%M:%S")
    told = {
        "PushStatus": 1 if got else 0,
        "ErrorCode": 0,
        "ErrorInfo": "success" if got else "waiting",
        "EventTime": wall,
    }
    return [
        {
            "InstanceId": str(74_000_000 + user),
            "PushTime": wall,
            "System": "Android" if user % 3 else "iOS",
            "EventType": 1,
            "PushPlatform": 1,
            "NotificationStatus": 1,
            "IMCommitStat": {"IMStat": told},
        }
    ]
