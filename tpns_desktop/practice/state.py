"""What the practice service remembers while it runs: keys, plans, uploads and pushes.

Plain data with the few steps that change it; nothing of it is ever written to disk. Requests are
read elsewhere (``order``), figures worked out in ``course``.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from .acts import NORMAL
from .audience import Audience, find_audience, looked_up
from .chat_auth import ChatKeys, new_chat_keys
from .chat_people import ChatPeople
from .chat_state import ChatApp
from .codes import invalid
from .course import Counts, Course, Halt, Terms
from .envelope import compact_bytes
from .form import UploadedFile
from .frequency import Frequency
from .journal import Journal
from .order import PushOrder
from .packages import Upload, package_of, read_package
from .population import Population
from .push import Ending, Push, PushPlan
from .routing import Stratum, route
from .rules import PLATFORMS, Platform, Rules
from .schedule import service_day
from .sms_account import CloudKeys, new_keys
from .taps import tapped_too
from .timeline import WAIT_S, Timeline

if TYPE_CHECKING:
    from .texts import Texts

Clock = Callable[[], float]
"""Seconds since 1970, as ``time.time``."""

_ACCESS_ID_START: Final[dict[Platform, str]] = {"android": "1500", "ios": "1600"}

_DISPATCH_LEAST_S: Final = 20.0
_DISPATCH_SPEED: Final = 20_000
"""Devices a simulated second that a push without ``push_speed`` reaches."""

_NEVER_RAN: Final = frozenset({"PUSH_CANCELED", "PUSH_FAILED"})

_COURSES_KEPT: Final = 64
"""Courses kept ready; others are played again when asked for, to the same figures."""

_SETS_BITS_MAX: Final = 8 * 64 * 1024 * 1024
"""Room for the audiences of pushes to many; beyond it the oldest are forgotten first."""

_FIRST_COLLAPSE_ID: Final = 1_000_001
_FIRST_PLAN_ID: Final = 101
_FIRST_UPLOAD_ID: Final[dict[Platform, int]] = {"android": 1_000_001, "ios": 2_000_001}
"""Far apart: an id of the other platform's is then unknown, as it would be in earnest."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """An AccessId with its SecretKey, made up for this run. Never shown by ``repr``."""

    access_id: str
    secret_key: str = field(repr=False)


class Application:
    """One AccessId of the service: one platform, and everything that is its own.

    ``add_plan``, ``add_upload`` and ``give_collapse_id`` also serve examples and tests that need
    certain ids to exist.
    """

    def __init__(
        self,
        platform: Platform,
        credentials: Credentials,
        population: Population,
        rules: Rules,
        timeline: Timeline | None = None,
    ) -> None:
        self.platform = platform
        self.credentials = credentials
        self.rules = rules
        self.timeline = timeline or Timeline(rules.pace)
        self.fleet = population.fleets[platform]
        self.frequency = Frequency(rules)
        self.plans: dict[str, PushPlan] = {}
        self.uploads: OrderedDict[int, Upload] = OrderedDict()
        self.people = population.people
        self._seed = population.seed
        self._pushes: OrderedDict[str, Push] = OrderedDict()
        self._courses: OrderedDict[str, Course] = OrderedDict()
        self._next_upload_id = _FIRST_UPLOAD_ID[platform]
        self._count = 0
        self.recall_past: Callable[[], None] | None = None
        """What there was before the world began, made when somebody first asks."""
        self._later: deque[tuple[float, Callable[[], None]]] = deque()
        self._sets: deque[list[Push]] = deque()
        self._collapse_ids: dict[int, str | None] = {}

    # Plans, uploads, collapse ids ------------------------------------------------------

    def add_plan(
        self, name: str, description: str, *, now: float, plan_id: str | None = None
    ) -> PushPlan:
        """Create a plan, with an id of its own unless ``plan_id`` is given."""
        if plan_id is None:
            number = _FIRST_PLAN_ID + len(self.plans)
            while str(number) in self.plans:
                number += 1
            plan_id = str(number)
        plan = PushPlan(plan_id, name, description, int(now))
        self.plans[plan_id] = plan
        return plan

    def add_upload(self, upload_id: int, lines: tuple[str, ...]) -> None:
        """Register a package as if it had been uploaded."""
        self.uploads[upload_id] = package_of(lines, people=self.people, fleet=self.fleet)

    def read_package(self, file: UploadedFile) -> Upload:
        """Look an uploaded file through, as ``packages.read_package``. Changes nothing."""
        skips = self.rules.bad_lines == "skipped"
        upload = read_package(file, people=self.people, fleet=self.fleet, skips_bad_lines=skips)
        if self.rules.package_accounts == "when_uploaded":
            upload = looked_up(upload, people=self.people, fleet=self.fleet)
        return upload

    def keep_upload(self, upload: Upload) -> int:
        """Remember a package; gives the id it got."""
        while self._next_upload_id in self.uploads:
            self._next_upload_id += 1
        upload_id = self._next_upload_id
        self._next_upload_id += 1
        self.uploads[upload_id] = upload
        while len(self.uploads) > self.rules.kept_uploads:
            self.uploads.popitem(last=False)
        return upload_id

    def give_collapse_id(self, collapse_id: int) -> None:
        """Register a ``collapse_id`` as if an earlier push had got it."""
        self._collapse_ids.setdefault(collapse_id, None)

    # What works later ------------------------------------------------------------------

    def do_later(self, work: Callable[[], None], *, now: float) -> None:
        """Have ``work`` done a while after the call that asked for it, in the calls' order."""
        self._later.append((now, work))

    def settle(self, now: float) -> None:
        """Do what is due; whoever asks at ``now`` asks after this."""
        if self.recall_past is not None:
            recall, self.recall_past = self.recall_past, None
            recall()
        while self._later and self.timeline.between(self._later[0][0], now) >= self.rules.later_s:
            self._later.popleft()[1]()

    # Pushes ----------------------------------------------------------------------------

    def accept(self, order: PushOrder, body: bytes, *, now: float) -> tuple[list[Push], Audience]:
        """Take a push in; gives its runs (one, unless it is a loop) and whom it means.

        Raises ``Refusal`` for an unknown plan or ``collapse_id`` (1008007), an audience that is not
        there, a repeated broadcast and too many a second. A refused push changes nothing.
        """
        if order.plan_id and order.plan_id not in self.plans:
            if self.rules.unknown_ids == "refused":
                raise invalid("plan_id")
            order = replace(order, plan_id="")
        if order.collapse_id and order.collapse_id not in self._collapse_ids:
            if self.rules.unknown_ids == "refused":
                raise invalid("collapse_id")
            order = replace(order, collapse_id=0)
        audience = self.audience(order, now=now)
        content = _broadcast_content(order, self.rules)
        wide = order.audience_type if order.wide else ""
        self.frequency.check_push(wide=wide, content=content, now=now)
        self.frequency.count_push(wide=wide, content=content, now=now)
        return self.take_in(order, body, audience, now=now), audience

    def audience(self, order: PushOrder, *, now: float) -> Audience:
        """Whom a push means now. Raises ``Refusal`` as ``find_audience``."""
        return find_audience(
            order,
            fleet=self.fleet,
            people=self.people,
            uploads=self.uploads,
            today=service_day(now),
        )

    def take_in(
        self, order: PushOrder, body: bytes, audience: Audience, *, now: float
    ) -> list[Push]:
        """Remember a push that is right, run by run."""
        strata = route(audience.devices, order, self.fleet)
        pushes = [self._take_in(order, body, strata, start, now) for start in order.starts]
        self._remember(pushes, audience)
        if order.plan_id:
            plan = self.plans[order.plan_id]
            plan.push_count += len(pushes)
            plan.last_push_at = int(now)
        return pushes

    def _remember(self, pushes: list[Push], audience: Audience) -> None:
        for push in pushes:
            push.few = audience.few
            if audience.few is None or push.order.sms is not None:
                push.devices = audience.devices
        if audience.few is not None or audience.devices == self.fleet.everyone:
            return
        self._sets.append(pushes)
        while len(self._sets) * self.fleet.size > _SETS_BITS_MAX and len(self._sets) > 1:
            for push in self._sets.popleft():
                if push.order.sms is None:
                    push.devices = None

    def _take_in(
        self,
        order: PushOrder,
        body: bytes,
        strata: tuple[Stratum, ...],
        starts_at: float,
        now: float,
    ) -> Push:
        self._count += 1
        # Nineteen digits, as real ones have: more than a float can hold.
        push_id = f"{int(now * 1000):013d}{PLATFORMS.index(self.platform) + 1}{self._count:05d}"
        digest = blake2b(body, digest_size=16).hexdigest()
        push = Push(
            push_id=push_id,
            number=self._count,
            order=order,
            body=body,
            created_at=now,
            starts_at=starts_at,
            strata=strata,
            key=f"{self._seed}/{self.platform}/{digest}/{self._count}",
            collapse_id=self._collapse(order, push_id, now),
        )
        self._pushes[push_id] = push
        while len(self._pushes) > self.rules.kept_pushes:
            self._pushes.popitem(last=False)
        return push

    def _collapse(self, order: PushOrder, push_id: str, now: float) -> int:
        """The push's ``collapseID``; what it replaces is ended."""
        if not order.replaceable:
            return 0
        collapse_id = order.collapse_id
        if collapse_id:
            older = self._pushes.get(self._collapse_ids[collapse_id] or "")
            if older is not None and older.ending is None:
                older.ending = Ending("PUSH_COLLAPSED", now)
        else:
            collapse_id = _FIRST_COLLAPSE_ID + len(self._collapse_ids)
            while collapse_id in self._collapse_ids:
                collapse_id += 1
        self._collapse_ids[collapse_id] = push_id
        return collapse_id

    def push(self, push_id: str) -> Push | None:
        """A push that is remembered."""
        return self._pushes.get(push_id)

    @property
    def pushes(self) -> list[Push]:
        """All that are remembered, oldest first."""
        return list(self._pushes.values())

    def course(self, push: Push) -> Course:
        """The course of a push, played once and kept while it is asked for."""
        course = self._courses.get(push.push_id)
        if course is None:
            terms = Terms(
                expire_s=push.order.expire_s,
                dispatch_s=dispatch_s(push),
                shown=push.order.message_type == "notify",
            )
            course = self._courses[push.push_id] = Course(push.strata, terms, push.key)
            while len(self._courses) > _COURSES_KEPT:
                self._courses.popitem(last=False)
        self._courses.move_to_end(push.push_id)
        return course

    def elapsed_s(self, push: Push, now: float) -> float:
        """Simulated seconds since the first delivery of a push was due; below 0 before it."""
        return self.timeline.between(push.starts_at, now) - WAIT_S

    def instant_at(self, push: Push, elapsed_s: float) -> float:
        """The real instant at which ``elapsed_s`` is reached; one ahead moves with the pace."""
        return self.timeline.after(push.starts_at, WAIT_S + elapsed_s)

    def counts(self, push: Push, now: float) -> dict[str, Counts]:
        """As ``_played_counts``, with what was tapped by hand."""
        return tapped_too(self, push, self._played_counts(push, now), now)

    def _played_counts(self, push: Push, now: float) -> dict[str, Counts]:
        """Counts of each channel at an instant; nothing before the first delivery was due."""
        elapsed = self.elapsed_s(push, now)
        # Somebody may ask what it was before.
        if push.final is not None and elapsed >= push.over_s:
            return push.final
        if elapsed < 0 or (push.ending is not None and push.ending.status in _NEVER_RAN):
            return {}
        halt = None
        if push.ending is not None:
            halt = Halt(
                at_s=self.elapsed_s(push, push.ending.at),
                own_only=self.ends_own_only(push),
                shown_stay=push.ending.status == "PUSH_DELETED_PUSH_MSG",
            )
        course = self.course(push)
        counts = course.at(elapsed, halt)
        if elapsed >= course.over_s:
            push.final, push.over_s = counts, course.over_s
        return counts

    def ends_own_only(self, push: Push) -> bool:
        """Whether the push's end concerns TPNS's own channel alone; what vendors have goes on."""
        status = push.ending.status if push.ending is not None else None
        stopped = status == "PUSH_DELETED_PUSH_MSG" and self.rules.stop_stops == "own_channel"
        return status == "PUSH_COLLAPSED" or stopped


def dispatch_s(push: Push) -> float:
    """Simulated seconds that handing over takes."""
    return _DISPATCH_LEAST_S + push.planned / (push.order.push_speed or _DISPATCH_SPEED)


def _broadcast_content(order: PushOrder, rules: Rules) -> str | None:
    """What makes two broadcasts the same: target, title and content (inferred).

    The limit is written for "all", its error code for "all" and "tag": both are held to it, a tag
    push together with its tags.
    """
    if order.audience_type not in ("all", "tag"):
        return None
    # A silent message has no words to compare.
    words: object = [order.title, order.content]
    if not order.title and not order.content:
        words = order.message
    target = repr(order.tag_rules) if rules.same_content == "target_and_words" else ""
    digest = blake2b(digest_size=16)
    digest.update(compact_bytes([order.environment, target, words]))
    return digest.hexdigest()


class World:
    """The whole practice service: a population and one AccessId a platform.

    Keys are made at each start; fixed ones can be given, for tests.
    """

    def __init__(
        self,
        population: Population,
        rules: Rules,
        *,
        credentials: dict[Platform, Credentials] | None = None,
        cloud_keys: CloudKeys | None = None,
        chat_keys: ChatKeys | None = None,
        began: float = 0.0,
    ) -> None:
        self.population = population
        self.rules = rules
        self.cloud_keys = cloud_keys or new_keys()
        self.timeline = Timeline(rules.pace)
        self.began = began
        """Seconds since 1970."""
        self.journal = Journal()
        """What changed it since."""
        self.act = NORMAL
        """What goes wrong with every request, acted out; see `acts.play`."""
        self.chat = ChatApp(
            chat_keys or new_chat_keys(),
            ChatPeople.of(population.people.count, population.seed),
            self.timeline,
            rules,
        )
        chosen = credentials if credentials is not None else _new_credentials()
        self.applications: dict[Platform, Application] = {
            platform: Application(platform, chosen[platform], population, rules, self.timeline)
            for platform in PLATFORMS
        }
        self._by_access_id = {
            application.credentials.access_id: application
            for application in self.applications.values()
        }

    @cached_property
    def texts(self) -> Texts:
        """What follows pushes as text messages. Made when first asked for: it loads numpy."""
        from .texts import Texts

        return Texts(self)

    def application(self, access_id: str) -> Application | None:
        """The side that an AccessId belongs to."""
        return self._by_access_id.get(access_id)

    def adopt_token(self, platform: Platform, token: str) -> int:
        """Let one of the devices have this token, for examples and tests."""
        return self.population.fleets[platform].adopt(token)

    def bind_account(self, account_type: int, account: str, platform: Platform, token: str) -> None:
        """Bind an account to a device, for examples and tests. Raises ``Refusal`` (1008007)."""
        index = self.population.fleets[platform].device(token)
        if index is None:
            raise invalid("token")
        self.population.people.bind(account_type, account, platform, index)


def _new_credentials() -> dict[Platform, Credentials]:
    return {
        platform: Credentials(
            access_id=f"{_ACCESS_ID_START[platform]}{secrets.randbelow(10**6):06d}",
            secret_key=secrets.token_hex(16),
        )
        for platform in PLATFORMS
    }
