"""What the six drawn phones of practice show of a push, worked out from what the figures come from.

A phone's course is that of its device in ``course``, its text that of its number in ``texts``, so
nothing here is made up for the drawing. A tap by hand counts as one more tap, see ``taps``. Times
are on the push's own clock: its start, and the simulated time since. Of a Chat push see
``phone_wall_chat``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import inf, isfinite
from typing import TYPE_CHECKING, Final, Literal

from . import bits
from .course import Fate
from .drawn_phones import DrawnPhone
from .push import Push
from .routing import OWN, Stratum, routed
from .state import Application, dispatch_s
from .taps import Tap, gone_s

if TYPE_CHECKING:
    from .texts import Texts

State = Literal[
    "idle",
    "out",
    "off",
    "waiting",
    "shown",
    "message",
    "app",
    "tapped",
    "dismissed",
    "withdrawn",
    "replaced",
    "stopped",
    "cancelled",
    "lost",
]
"""``idle``: no push yet. ``out``: not among the receivers. ``off``: notifications are off.
``message``: stands in the chat, without a notification. ``app``: the app has it and shows nothing
by itself. ``stopped``: ended before it came. ``lost``: it comes no more."""

_KEPT: Final = 64
"""Pushes of which the phones' fates are kept."""
_NEVER_RAN: Final = {"PUSH_CANCELED": "", "PUSH_FAILED": "failed"}
_STOPS: Final = {
    "PUSH_DELETED_PUSH_MSG": "stopped",
    "PUSH_REVOKED": "withdrawn",
    "PUSH_COLLAPSED": "replaced",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """One phone at an instant. Instants are seconds since 1970 on the push's own clock."""

    phone: DrawnPhone
    state: State
    why: str = ""
    """Of ``out``: ``system``, ``audience``, ``unknown``, ``account`` (no user of the Chat app); of
    ``lost``: ``channel``, ``away``, ``luck``; of ``stopped``: how it ended."""
    push_id: str = ""
    channel: str = ""
    """By which it comes."""
    away: bool = False
    """Switched off, or not in the chat, and not back yet."""
    shown_at: float | None = None
    tapped_at: float | None = None
    gone_at: float | None = None
    text: str = ""
    """The text message that came."""
    text_at: float | None = None
    text_why: str = ""
    """Why the text that was sent to it did not come: one of ``texts.ENDS``."""
    settled: bool = True
    """Whether nothing more happens to it by itself."""

    def told(self) -> dict[str, object]:
        """As JSON."""
        return {
            "phone": self.phone.name,
            "platform": self.phone.platform,
            "model": self.phone.model,
            "account": self.phone.account,
            "state": self.state,
            "why": self.why,
            "pushId": self.push_id,
            "channel": self.channel,
            "away": self.away,
            "shownAt": self.shown_at,
            "tappedAt": self.tapped_at,
            "goneAt": self.gone_at,
            "text": self.text,
            "textAt": self.text_at,
            "textWhy": self.text_why,
            "settled": self.settled,
        }


@dataclass(frozen=True, slots=True)
class _Lot:
    """What was drawn for a phone and a push. ``stratum`` None: it is not planned for."""

    stratum: Stratum | None
    fate: Fate = (inf, inf, inf, inf)


class PhoneWall:
    """The phones of one system's AccessId. ``texts`` is called only for pushes with texts."""

    def __init__(self, application: Application, phones: Iterable[DrawnPhone]) -> None:
        self._application = application
        self.phones = tuple(phones)
        self._lots: dict[str, dict[str, _Lot]] = {}

    def push_of(self, push_ids: Iterable[str], now: float) -> Push | None:
        """Of the runs of a push the last that has begun, else the next."""
        found = [self._application.push(push_id) for push_id in push_ids]
        runs = sorted((push for push in found if push is not None), key=lambda run: run.starts_at)
        begun = [push for push in runs if push.starts_at <= now]
        return begun[-1] if begun else runs[0] if runs else None

    def own_clock(self, push: Push, now: float) -> float:
        """The push's own clock at a real instant."""
        return push.starts_at + self._application.timeline.between(push.starts_at, now)

    def seen(self, phone: DrawnPhone, push: Push, texts: Texts | None, now: float) -> Seen:
        """What a phone of this system shows of a push."""
        seen = self._notification(phone, push, now)
        if texts is None or push.order.sms is None or seen.state == "out":
            return seen
        return self._with_text(seen, push, texts, now)

    def tap(self, phone: DrawnPhone, push: Push, now: float) -> bool:
        """Tap the notification, once; whether there was one to be tapped."""
        if self._notification(phone, push, now).state != "shown":
            return False
        lot = self._lot(phone, push)
        assert lot.stratum is not None
        _handed, _came, tapped, dismissed = lot.fate
        at = self._application.elapsed_s(push, now)
        push.taps[phone.device] = Tap(at, lot.stratum.channel, tapped, dismissed)
        return True

    # The notification ------------------------------------------------------------------

    def _notification(self, phone: DrawnPhone, push: Push, now: float) -> Seen:
        fleet = self._application.fleet
        seen = Seen(phone, "waiting", push_id=push.push_id, settled=False)
        if not push.meant(phone.device):
            known = push.few is not None or push.devices is not None
            return replace(seen, state="out", why="audience" if known else "unknown", settled=True)
        ending = push.ending
        if ending is not None and ending.status in _NEVER_RAN:
            why = _NEVER_RAN[ending.status]
            return replace(seen, state="cancelled", why=why, settled=True)
        elapsed = self._application.elapsed_s(push, now)
        away = bits.has(fleet.switched_off, phone.device)
        lot = self._lot(phone, push)
        if lot.stratum is None:
            return replace(seen, state="off", away=away, settled=elapsed >= 0)
        seen = replace(seen, channel=lot.stratum.channel, away=away)
        if elapsed < 0:
            return seen
        if not lot.stratum.deliverable:
            return replace(seen, state="lost", why="channel", settled=True)
        return self._played(seen, push, lot, elapsed)

    def _played(self, seen: Seen, push: Push, lot: _Lot, elapsed: float) -> Seen:
        _handed, came, tapped, dismissed = lot.fate
        stopped = self._stopped_s(push, seen.channel)
        if came > stopped and elapsed >= stopped:
            assert push.ending is not None
            at = self._at(push, stopped)
            how = _STOPS[push.ending.status]
            return replace(seen, state="stopped", why=how, gone_at=at, settled=True)
        if elapsed < came:
            over = elapsed > dispatch_s(push) + push.order.expire_s
            if isfinite(came) or not over:
                return seen
            assert lot.stratum is not None
            why = "luck" if lot.stratum.readiness == "online" else "away"
            return replace(seen, state="lost", why=why, settled=True)
        seen = replace(seen, away=False, shown_at=self._at(push, came))
        if push.order.message_type != "notify":
            return replace(seen, state="app", settled=True)
        return self._answered(seen, push, (tapped, dismissed), elapsed)

    def _answered(self, seen: Seen, push: Push, fate: tuple[float, float], elapsed: float) -> Seen:
        by_hand = push.taps.get(seen.phone.device)
        tapped = min(fate[0], by_hand.at_s if by_hand is not None else inf)
        dismissed, gone = fate[1], gone_s(self._application, push, seen.channel)
        first = min(tapped, dismissed, gone)
        if first > elapsed:
            return replace(seen, state="shown", settled=not isfinite(min(fate)))
        at = self._at(push, first)
        if first == tapped:
            return replace(seen, state="tapped", tapped_at=at, settled=True)
        if first == dismissed:
            return replace(seen, state="dismissed", gone_at=at, settled=True)
        assert push.ending is not None
        state: State = "withdrawn" if push.ending.status == "PUSH_REVOKED" else "replaced"
        return replace(seen, state=state, gone_at=at, settled=True)

    def _stopped_s(self, push: Push, channel: str) -> float:
        """From when on it arrives no more by a channel; infinity for never."""
        ending = push.ending
        if ending is None or (channel != OWN and self._application.ends_own_only(push)):
            return inf
        return self._application.elapsed_s(push, ending.at)

    def _at(self, push: Push, elapsed_s: float) -> float:
        return self.own_clock(push, self._application.instant_at(push, elapsed_s))

    def _lot(self, phone: DrawnPhone, push: Push) -> _Lot:
        lots = self._lots.get(push.push_id)
        if lots is None:
            lots = self._lots[push.push_id] = self._drawn(push)
            while len(self._lots) > _KEPT:
                del self._lots[next(iter(self._lots))]
        return lots.get(phone.name, _Lot(None))

    def _drawn(self, push: Push) -> dict[str, _Lot]:
        meant = [phone for phone in self.phones if push.meant(phone.device)]
        course, found = self._application.course(push), {}
        devices = push.devices
        if devices is None:
            devices = bits.of_indexes(push.few or (), self._application.fleet.size)
        for stratum, members in routed(devices, push.order, self._application.fleet):
            for phone in meant:
                if bits.has(members, phone.device):
                    nth = (members & bits.everyone(phone.device)).bit_count()
                    found[phone.name] = _Lot(stratum, course.fate(stratum, nth))
        return found

    # The text after it -----------------------------------------------------------------

    def _with_text(self, seen: Seen, push: Push, texts: Texts, now: float) -> Seen:
        sent = texts.of_push(push.push_id, now)
        if sent is None:
            ended = push.ending is not None
            return replace(seen, settled=seen.settled and ended)
        end = sent.end_of(seen.phone.number)
        if end is None:
            return seen
        word, told_at = end
        if told_at > now:
            return replace(seen, settled=False)
        if word != "delivered":
            return replace(seen, text_why=word)
        return replace(seen, text=sent.words, text_at=self.own_clock(push, told_at))
