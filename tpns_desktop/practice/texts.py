"""The texts that follow a push which did not get through, and what becomes of them.

For each push with ``sms_info``, once its wait is over: whose device has it not reached, as its
course tells; which of those have a bound number; what the SMS service refuses of that (rules of the
text, the same text within 30 s, ten a day, an empty package); and whom the rest reaches. A number
gets one text however many devices it has. Worked out once for each push, in the order in which
their waits end, so asking twice gives the same. Readings: UNSETTLED.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from tpns_desktop.model.limits import SMS_PER_NUMBER_AND_DAY, SMS_SAME_TEXT_S

from .cloud_answers import CloudRefusal
from .course import players
from .numbers import blocks, distinct, indexes, numbers_of
from .routing import routed
from .schedule import service_day
from .sms_account import PACKAGES
from .taps import tapped_before
from .text_rules import is_mainland, text_of
from .timeline import WAIT_S

if TYPE_CHECKING:
    from .numbers import Indexes
    from .order import SmsOrder
    from .push import Push
    from .rules import Rules
    from .state import Application, World

NOTIFICATIONS_OFF, NOT_ARRIVED, NOT_TAPPED = 0, 1, 2
"""``trigger_condition`` (tpns-rest.md 5.6)."""

_ARRIVED, _TAPPED = 1, 2
"""Places in a `Fate`."""

_DAY_S: Final = 86_400
_PER_SECOND: Final = 3000
_ON_ITS_WAY_S: Final = (3.0, 40.0)
"""Simulated seconds from handing over to the receipt."""

_TOO_SOON: Final = "LimitExceeded.PhoneNumberThirtySecondLimit"

ENDS: Final = (
    ("delivered", 0.955),
    ("shut_down", 0.02),
    ("invalid_number", 0.012),
    ("blacklisted", 0.008),
    ("internal", 0.005),
)
"""How texts end, and how many of them."""


@dataclass(slots=True)
class Sent:
    """The texts of one request: a push's, or a call of SendSms."""

    sms_app_id: str
    at: float
    """Real seconds since 1970."""
    words: str = ""
    pieces: int = 0
    numbers: Any = field(default_factory=lambda: np.zeros(0, np.int64))
    """Digits of those it was handed over for, ascending."""
    ends: Any = field(default_factory=lambda: np.zeros(0, np.int8))
    """Place in `ENDS` of each."""
    told_at: Any = field(default_factory=lambda: np.zeros(0))
    """When each one's receipt comes, real seconds since 1970."""
    refused: Counter[str] = field(default_factory=Counter)
    """Code → how many numbers got it."""

    @property
    def asked(self) -> int:
        """Numbers that it was meant for."""
        return len(self.numbers) + sum(self.refused.values())

    def end_of(self, number: str) -> tuple[str, float] | None:
        """How the text to a number ends, and when that is known; None where none was sent."""
        digits = int(number or 0)
        place = int(self.numbers.searchsorted(digits))
        if place >= len(self.numbers) or int(self.numbers[place]) != digits:
            return None
        return ENDS[int(self.ends[place])][0], float(self.told_at[place])


class Texts:
    """Every text of a practice service. ``world`` tells the pushes."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._sent: dict[str, Sent] = {}
        """Push id (or a number for a call of SendSms) → its texts, in the order of sending."""

    def of_push(self, push_id: str, now: float) -> Sent | None:
        """The texts of a push; None before its wait is over, and for one without texts."""
        self._settle(now)
        return self._sent.get(push_id)

    def all(self, now: float) -> list[Sent]:
        """Everything that was sent by now, oldest first."""
        self._settle(now)
        return list(self._sent.values())

    def used(self, sms_app_id: str, now: float) -> int:
        """Messages that an SMS app was charged for here."""
        return sum(
            len(sent.numbers) * sent.pieces
            for sent in self.all(now)
            if sent.sms_app_id == sms_app_id
        )

    def send(self, order: SmsOrder, numbers: list[int], now: float) -> Sent:
        """Send to these numbers at once, as SendSms does."""
        self._settle(now)
        key = f"call/{len(self._sent)}"
        sent = self._sent[key] = self._handed_over(
            order, distinct(np.array(numbers, np.int64)), now, now, key, self._pace
        )
        return sent

    # Which, and when -------------------------------------------------------------------

    @property
    def _pace(self) -> float:
        return self._world.timeline.pace

    def _settle(self, now: float) -> None:
        due = sorted(
            (
                (
                    application.instant_at(push, wait_s(order, application.rules)),
                    application,
                    push,
                    order,
                )
                for application, push, order in self._waiting(now)
            ),
            key=itemgetter(0),
        )
        for at, application, push, order in due:
            numbers = _untapped(application, push, numbers_to_text(application, push))
            # The clock that decides about hours is the push's own: its start and the wait.
            self._sent[push.push_id] = self._handed_over(
                order,
                numbers,
                at,
                push.starts_at + wait_s(order, application.rules),
                push.key,
                self._pace,
            )

    def _waiting(self, now: float) -> Iterator[tuple[Application, Push, SmsOrder]]:
        """Pushes whose wait is over and whose texts are not worked out yet."""
        for application in self._world.applications.values():
            for push in application.pushes:
                order = push.order.sms
                if order is None or push.push_id in self._sent:
                    continue
                wait = wait_s(order, application.rules)
                if application.elapsed_s(push, now) < wait:
                    continue
                # What was cancelled, stopped or replaced before its wait was over sends none.
                ending = push.ending
                sent = application.rules.text_after_ending == "sent"
                if ending is None or sent or application.elapsed_s(push, ending.at) >= wait:
                    yield application, push, order

    # What is sent ----------------------------------------------------------------------

    def _handed_over(
        self,
        order: SmsOrder,
        numbers: Indexes,
        at: float,
        wall: float,
        key: str,
        pace: float,
    ) -> Sent:
        sent = Sent(order.sms_app_id, at)
        mainland = np.array([is_mainland(int(number)) for number in numbers[:1]] or [True])[0]
        try:
            text = text_of(
                order.sms_app_id,
                order.sign_name,
                order.template_id,
                order.params,
                mainland=bool(mainland),
                at=wall,
                marketing_until=self._world.rules.marketing_until,
            )
        except CloudRefusal as refusal:
            sent.refused[refusal.code] += len(numbers)
            return sent
        sent.words, sent.pieces = text.words, text.pieces
        again = distinct(numbers[1:][numbers[1:] == numbers[:-1]])
        if len(again):
            once = distinct(numbers)
            sent.refused[_TOO_SOON] += len(numbers) - len(once)
            numbers = once
        for code, over in (
            (_TOO_SOON, self._just_had(text.words, at, pace)),
            ("LimitExceeded.PhoneNumberDailyLimit", self._had_enough(at)),
        ):
            barred = np.isin(numbers, over)
            if barred.any():
                sent.refused[code] += int(barred.sum())
                numbers = numbers[~barred]
        left = self._left(order.sms_app_id, at) // text.pieces
        if left < len(numbers):
            sent.refused["FailedOperation.InsufficientBalanceInSmsPackage"] += len(numbers) - left
            numbers = numbers[:left]
        luck = np.random.default_rng(
            int.from_bytes(blake2b(f"{key}/texts".encode(), digest_size=8).digest())
        )
        chances = np.cumsum([share for _end, share in ENDS])
        sent.numbers = numbers
        sent.ends = np.searchsorted(chances, luck.random(len(numbers)) * chances[-1]).astype(
            np.int8
        )
        waits = np.arange(len(numbers)) / _PER_SECOND + luck.uniform(*_ON_ITS_WAY_S, len(numbers))
        sent.told_at = at + waits / pace
        return sent

    def _just_had(self, words: str, at: float, pace: float) -> Indexes:
        """Who had the same text within 30 simulated seconds."""
        recent = [
            sent.numbers
            for sent in self._sent.values()
            if sent.words == words and 0 <= (at - sent.at) * pace < SMS_SAME_TEXT_S
        ]
        return np.concatenate(recent) if recent else np.zeros(0, np.int64)

    def _had_enough(self, at: float) -> Indexes:
        """Who had ten texts on the service's day already."""
        day, sliding = service_day(at), self._world.rules.texts_day == "sliding"
        today = [
            sent.numbers
            for sent in self._sent.values()
            if (0 <= at - sent.at < _DAY_S if sliding else service_day(sent.at) == day)
        ]
        if not today:
            return np.zeros(0, np.int64)
        had: Indexes = np.sort(np.concatenate(today))
        most = SMS_PER_NUMBER_AND_DAY - 1
        enough: Indexes = had[most:][had[most:] == had[: max(len(had) - most, 0)]]
        return enough

    def _left(self, sms_app_id: str, at: float) -> int:
        bought = sum(
            package.amount - package.used
            for package in PACKAGES.get(sms_app_id, ())
            if package.made_before_s < package.lasts_s
        )
        used = sum(
            len(sent.numbers) * sent.pieces
            for sent in self._sent.values()
            if sent.sms_app_id == sms_app_id
        )
        return max(bought - used, 0)


def _untapped(application: Application, push: Push, numbers: Indexes) -> Indexes:
    """``numbers`` without the owners of drawn phones that were tapped by hand in time.

    Those phones are the only ones their owners have on a system.
    """
    order = push.order.sms
    if order is None or order.condition != NOT_TAPPED or not push.taps:
        return numbers
    tapped = np.array(sorted(tapped_before(push, wait_s(order, application.rules))), np.int32)
    return numbers[~np.isin(numbers, numbers_of(tapped, application.platform, application.people))]


def wait_s(order: SmsOrder, rules: Rules) -> float:
    """Simulated seconds from the first delivery until texts go out; below 0 before it."""
    if order.condition == NOTIFICATIONS_OFF and rules.text_when_off == "at_once":
        return 0.0
    return order.delay_s - (WAIT_S if rules.text_wait == "start" else 0.0)


def numbers_to_text(application: Application, push: Push) -> Indexes:
    """Whose numbers a push's texts are for, when its wait is over (digits, ascending).

    Of the devices that it means and that were seen in 90 days: those with notifications off; or
    also those where it had not arrived (was not tapped) so many simulated seconds after the start.
    """
    order, fleet, rules = push.order.sms, application.fleet, application.rules
    assert order is not None
    assert push.devices is not None
    parts = []
    if order.condition == NOTIFICATIONS_OFF or rules.text_whom == "with_off":
        parts.append(indexes(push.devices & fleet.recent & (fleet.everyone ^ fleet.reachable)))
    if order.condition != NOTIFICATIONS_OFF:
        wait = wait_s(order, rules)
        event = _ARRIVED if order.condition == NOT_ARRIVED else _TAPPED
        members = [members for _stratum, members in routed(push.devices, push.order, fleet)]
        for (stratum, fates), some in zip(application.course(push).fates(), members, strict=True):
            late = np.array([fate[event] > wait for fate in fates])
            done = 0
            for devices in blocks(some):
                nth = np.arange(done, done + len(devices), dtype=np.int64)
                parts.append(devices[late[nth * players(stratum.count) // stratum.count]])
                done += len(devices)
    devices = distinct(np.concatenate([*parts, np.zeros(0, np.int32)]))
    each = rules.text_numbers == "each_device"
    return numbers_of(devices, application.platform, application.people, each_device=each)
