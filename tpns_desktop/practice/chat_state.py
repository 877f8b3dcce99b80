"""What the Chat service of practice remembers: pushes, quotas, scheduled tasks.

Who receives what is worked out from a user's number and the push, so asking twice gives the same
and later is never less. Nothing is written to disk.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from typing import Any, Final, Literal

from tpns_desktop.model.limits import SERVICE_ZONE

from . import bits
from .chat_auth import ChatKeys
from .chat_codes import TEXTS, ChatRefusal
from .chat_frequency import ChatFrequency
from .chat_people import ChatPeople
from .chat_rules import ChatOrder, Fields
from .rules import Rules
from .timeline import Timeline

PUSHES_A_DAY: Final = {"free": 10, "standard": 100, "advanced": 100}
"""Edition → pushes to all, by tag and by attribute."""
APART_S: Final = 1.0
"""Between two pushes, and between two withdrawals."""
WITHDRAW_S: Final = 24 * 3600
TASKS_KEPT: Final = 500
KNOWN_S: Final = 7 * 86_400
"""For how long statistics and traces are told."""

_ROAMING_SPEED: Final = 200
"""Users a simulated second, where messages are kept (im-all-member-push.md 9)."""

SLOW: Final = "slow"
CUT: Final = "cut"
CHAT_ACTS: Final = frozenset({"", SLOW, CUT, *map(str, TEXTS)})
"""Bad days of the Chat service alone; see `ChatApp.play`."""

Service = Literal["all_member_push", "timpush"]


@dataclass(eq=False, slots=True)
class ChatPush:
    """A push that was taken in. Instants are seconds since 1970."""

    task_id: str
    service: Service
    order: ChatOrder
    at: float
    users: int
    """Whom it means, as a set of ``bits``."""
    withdrawn_at: float | None = None
    taps: dict[int, float] = field(default_factory=dict)
    """User → when a person tapped it on their drawn phone. The service tells no figure of it."""

    @property
    def planned(self) -> int:
        """How many it means."""
        return self.users.bit_count()

    @property
    def kept_s(self) -> float:
        """How long it waits for users who are offline, in simulated seconds."""
        if self.service == "all_member_push":
            return self.order.life_s
        # The newer service's messages roam like any other; a notification alone is not kept.
        return KNOWN_S if self.order.message and not self.order.online_only else 0.0

    @property
    def notifies(self) -> bool:
        """Whether phones show a notification while the app is not open."""
        return self.order.notification is not None and self.order.notification.get("PushFlag") != 1


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

    @property
    def words(self) -> str:
        """What a keyword is looked for in."""
        return f"{self.task_id} {json.dumps(self.content, ensure_ascii=False)}"


@dataclass
class ChatApp:
    """One Chat app: its keys, users, and everything that was pushed."""

    keys: ChatKeys
    people: ChatPeople
    timeline: Timeline
    rules: Rules = field(default_factory=Rules)
    act: str = ""
    """What happens to every push, acted out for a person who practises; see `play`."""
    pushes: dict[str, ChatPush] = field(default_factory=dict)
    tasks: dict[int, ChatTask] = field(default_factory=dict)
    frequency: ChatFrequency = field(init=False)
    _by_random: dict[tuple[int, str], tuple[float, ChatPush]] = field(default_factory=dict)
    _last_push: float = float("-inf")
    _last_withdrawal: float = float("-inf")
    _pushed: deque[float] = field(default_factory=deque)
    _numbers: int = 0

    def __post_init__(self) -> None:
        self.frequency = ChatFrequency(self.rules)

    def play(self, act: str) -> bool:
        """Act out one bad day from now on; whether there is such a one.

        A published code (``"90045"``) refuses every push. ``"slow"``: it is taken in, and the
        answer comes after three seconds as 60008. ``"cut"``: it is taken in, and the connection
        ends without an answer. ``""``: all is well again.
        """
        if act not in CHAT_ACTS:
            return False
        self.act = act
        return True

    def let_push(self) -> None:
        """Raise the `ChatRefusal` that is acted out, before the push is looked at."""
        if self.act.isdigit():
            raise ChatRefusal(int(self.act))

    # Pushes ----------------------------------------------------------------------------

    def push(
        self, order: ChatOrder, service: Service, *, now: float, scheduled: bool = False
    ) -> ChatPush:
        """Take a push in. Raises `ChatRefusal`: 90008, 90012, 90024, 90047.

        The same push with the same ``MsgRandom`` is one for a while. A push to named users counts
        for no quota, a scheduled one keeps no distance: the service starts those itself.
        """
        if order.sender and not self._known(order.sender):
            raise ChatRefusal(90008)
        key = (order.random, repr(order))
        again = self.rules.chat_repeat_s
        self._by_random = {
            one: found for one, found in self._by_random.items() if now - found[0] < again
        }
        if key in self._by_random:
            return self._by_random[key][1]
        users = self._meant(order, service)
        wide, rules = not order.accounts, self.rules
        counted = wide or rules.chat_quota == "with_named"
        counted = counted and not (scheduled and rules.chat_task_quota == "free")
        if wide and not scheduled:
            self._check_apart(now)
        if counted:
            self._check_quota(now)
            self._pushed.append(now)
        if wide:
            self._last_push = max(now, self._last_push) if scheduled else now
        push = ChatPush(self._task_id(service, order, now), service, order, now, users)
        self.pushes[push.task_id] = push
        self._by_random[key] = (now, push)
        while len(self.pushes) > TASKS_KEPT:
            del self.pushes[next(iter(self.pushes))]
        return push

    def _meant(self, order: ChatOrder, service: Service) -> int:
        people = self.people
        if not order.accounts:
            return people.meant(order.condition, self.rules)
        devices = service == "timpush"
        found = [people.number(one, devices=devices) for one in order.accounts]
        numbers = [number for number in found if number is not None]
        if not numbers and self.rules.chat_named == "refused":
            raise ChatRefusal(90012)
        return people.owners(bits.of_indexes(numbers, 2 * people.count))

    def _check_apart(self, now: float) -> None:
        passed = now - self._last_push
        enough = self.rules.chat_second == "enough" and passed == APART_S
        if self.rules.limits and 0 <= passed <= APART_S and not enough:
            raise ChatRefusal(90024)

    def _check_quota(self, now: float) -> None:
        if self.rules.limits and self.left_today(now) <= 0:
            raise ChatRefusal(90047)

    def left_today(self, now: float) -> int:
        """Pushes that the service's day still has (UTC+8, inferred)."""
        zone = _zone(self.rules.chat_day)
        today = datetime.fromtimestamp(now, zone).date()
        while self._pushed and datetime.fromtimestamp(self._pushed[0], zone).date() < today:
            self._pushed.popleft()
        return PUSHES_A_DAY[self.rules.chat_edition] - len(self._pushed)

    def _known(self, account: str) -> bool:
        return account in self.keys.administrators or self.people.user(account) is not None

    def _task_id(self, service: Service, order: ChatOrder, now: float) -> str:
        self._numbers += 1
        app = self.keys.sdkappid
        if service == "all_member_push":
            return f"{app}_{144115212910570000 + self._numbers}_{int(now)}_{order.random}"
        made = f"{int(now):x}_{app:x}_{0x200000000000000 + self._numbers:x}_{order.random:x}"
        return f"batch_{made}" if order.accounts else made

    # Who has got it --------------------------------------------------------------------

    def arrivals(self, push: ChatPush) -> Iterator[tuple[int, float]]:
        """Each user whom a push reaches some day, and after how many simulated seconds.

        Who is online is served in turn; the others when they are back, while it is kept. A
        notification alone goes to phones by their makers, where the phone has given its token.
        """
        sent = self.timeline.between(0.0, push.at)
        for turn, (user, wait) in enumerate(self.people.waits(bits.indexes(push.users), sent)):
            after = self._arrival(push, user, wait, turn)
            if after is not None:
                yield user, after

    def arrival(self, push: ChatPush, user: int) -> tuple[float, float | None]:
        """The wait of one user whom a push means, and after how long it reaches them, or None.

        Simulated seconds, as in `arrivals`.
        """
        ((_user, wait),) = self.people.waits([user], self.timeline.between(0.0, push.at))
        turn = (push.users & bits.everyone(user)).bit_count()
        return wait, self._arrival(push, user, wait, turn)

    def _arrival(self, push: ChatPush, user: int, wait: float, turn: int) -> float | None:
        speed = _ROAMING_SPEED if push.service == "timpush" and push.kept_s else 0
        a_user = 1 / speed if speed else self.rules.chat_handing_over_s / max(push.planned, 1)
        if wait <= push.kept_s:
            return max(wait, turn * a_user)
        by_maker = not push.order.message and self.by_maker(push, user)
        return turn * a_user if by_maker else None

    def by_maker(self, push: ChatPush, user: int) -> bool:
        """Whether a user who is offline is shown a notification by their phone's maker."""
        alone = not push.order.message
        lost = alone and self.rules.chat_notification == "online"
        return push.notifies and has_token(user) and not lost

    def received(self, push: ChatPush, now: float) -> tuple[int, ...]:
        """The users who have got a push by an instant, in ascending order."""
        until = now if push.withdrawn_at is None else min(now, push.withdrawn_at)
        passed = self.timeline.between(push.at, until)
        return tuple(user for user, after in self.arrivals(push) if after <= passed)

    def withdraw(self, task_id: str, *, told: bool, now: float) -> None:
        """Take a push back. Raises `ChatRefusal` 90049 to 90053."""
        if self.rules.limits and 0 <= now - self._last_withdrawal < APART_S:
            raise ChatRefusal(90051)
        push = self.pushes.get(task_id)
        if push is None or push.service != "timpush":
            raise ChatRefusal(90049)
        if push.withdrawn_at is not None:
            raise ChatRefusal(90050)
        if now - push.at > WITHDRAW_S:
            raise ChatRefusal(90052)
        which = self.rules.chat_withdrawing == "nothing_kept"
        if not told and (not push.order.message or push.order.online_only == which):
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

    def due(self, now: float) -> list[ChatTask]:
        """Tasks whose time has come and that have not run, the earliest first."""
        waiting = [
            task
            for task in self.tasks.values()
            if task.push is None and not task.fault and self.instant_of(task.at) <= now
        ]
        return sorted(waiting, key=lambda task: task.at)

    def instant_of(self, wall: str) -> float:
        """Seconds since 1970 of ``YYYY-MM-DD HH:MM:SS`` (UTC+8, inferred). Raises `ValueError`."""
        if len(wall) != 19:
            raise ValueError("not a wall clock text")  # Without its zeros it would not sort.
        moment = datetime.strptime(wall, "%Y-%m-%d %H:%M:%S")
        return moment.replace(tzinfo=_zone(self.rules.chat_zone)).timestamp()


def _zone(written: str) -> tzinfo:
    return UTC if written == "utc" else SERVICE_ZONE


def has_token(user: int) -> bool:
    """Whether a user's phone has given its maker's token to the app; one in ten has not."""
    return user % 10 != 9


def trace_of(app: ChatApp, push: ChatPush, user: int, now: float) -> list[dict[str, Any]]:
    """What became of a push on a user's device, as ``InstanceTrace``; nothing for others."""
    if not bits.has(push.users, user):
        return []
    (_user, wait), *_ = app.people.waits([user], app.timeline.between(0.0, push.at))
    got = user in app.received(push, now)
    came_at = min(app.timeline.after(push.at, wait), now)
    trace: dict[str, Any] = {
        "InstanceId": str(74_000_000 + user),
        "PushTime": _wall(push.at),
        "System": "Android" if user % 3 else "iOS",
        "EventType": 1,
        "PushPlatform": 1,
        "NotificationStatus": 1,
    }
    if push.order.message or not wait:
        trace["IMCommitStat"] = {"IMStat": _stat(got, _wall(came_at), "waiting")}
    if wait and push.notifies:
        told = app.by_maker(push, user)
        trace["OfflinePushStat"] = {
            "OfflineStat": _stat(told, _wall(push.at), "no token uploaded", -2)
        }
    return [trace]


def _stat(good: bool, wall: str, otherwise: str, code: int = 0) -> dict[str, object]:
    return {
        "PushStatus": int(good),
        "ErrorCode": 0 if good else code,
        "ErrorInfo": "success" if good else otherwise,
        "EventTime": wall,
    }


def _wall(instant: float) -> str:
    return datetime.fromtimestamp(instant, SERVICE_ZONE).strftime("%Y-%m-%d %H:%M:%S")
