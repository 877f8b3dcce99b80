"""What the drawn phones of practice show of a push to users of the Chat app.

Who is in the chat when it goes out gets the message there; whoever is away gets a notification at
once where the phone's maker has its token, and the message when they are back, while it is kept. A
phone whose notifications are off shows none: the service does not know that of its users' phones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from . import bits
from .chat_state import ChatApp, ChatPush
from .drawn_phones import DrawnPhone
from .fleet import Fleet
from .phone_wall import Seen, State
from .rules import Platform

_GIVEN_UP_S: Final = 60.0
"""Simulated seconds after which a push that is not kept comes no more."""


class ChatWall:
    """The phones of the users of one Chat app."""

    def __init__(self, app: ChatApp, fleets: Mapping[Platform, Fleet]) -> None:
        self._app = app
        self._fleets = fleets

    def push_of(self, task_ids: Iterable[str]) -> ChatPush | None:
        """The push of a task; None also for a scheduled one whose time has not come."""
        for task_id in task_ids:
            task = self._app.tasks.get(int(task_id)) if task_id.isdecimal() else None
            push = self._app.pushes.get(task_id) if task is None else task.push
            if push is not None:
                return push
        return None

    def knows(self, task_ids: Iterable[str]) -> bool:
        """Whether one of these is a push or a scheduled task of this app."""
        return any(
            one in self._app.pushes or (one.isdecimal() and int(one) in self._app.tasks)
            for one in task_ids
        )

    def own_clock(self, push: ChatPush, now: float) -> float:
        """The push's own clock at a real instant."""
        return push.at + self._app.timeline.between(push.at, now)

    def seen(self, phone: DrawnPhone, push: ChatPush, now: float) -> Seen:
        """What a phone shows of a push."""
        seen = Seen(phone, "waiting", push_id=push.task_id, channel="chat", settled=False)
        user = self._app.people.user(phone.account)
        if user is None:
            return replace(seen, state="out", why="account", settled=True)
        if not bits.has(push.users, user):
            return replace(seen, state="out", why="audience", settled=True)
        passed = self._app.timeline.between(push.at, now)
        back = None
        if push.withdrawn_at is not None:
            back = self._app.timeline.between(push.at, push.withdrawn_at)
        wait, arrives = self._app.arrival(push, user)
        # A notification alone reaches who is away by the maker; that is its arrival.
        message_s = arrives if push.order.message or not wait else None
        told_s = self._told_s(phone, push, user, wait)
        if back is not None:
            message_s = message_s if message_s is not None and message_s <= back else None
            told_s = told_s if told_s is not None and told_s <= back else None
        seen = replace(seen, away=passed < wait)
        coming: tuple[tuple[float | None, State], ...] = (told_s, "shown"), (message_s, "message")
        shown = [(at, state) for at, state in coming if at is not None and at <= passed]
        if shown:
            seen = self._answered(seen, push, user, shown, passed)
            return replace(seen, settled=message_s is None or message_s <= passed)
        if back is not None and passed >= back:
            at = push.at + back
            return replace(seen, state="stopped", why="withdrawn", gone_at=at, settled=True)
        over = told_s is None and message_s is None and passed > max(push.kept_s, _GIVEN_UP_S)
        if wait > 0 and push.notifies and self._silent(phone):
            return replace(seen, state="off", settled=over)
        return replace(seen, state="lost", why="away", settled=True) if over else seen

    def tap(self, phone: DrawnPhone, push: ChatPush, now: float) -> bool:
        """Tap the notification, once; whether there was one to be tapped."""
        user = self._app.people.user(phone.account)
        if user is None or self.seen(phone, push, now).state != "shown":
            return False
        push.taps[user] = now
        return True

    def _answered(
        self,
        seen: Seen,
        push: ChatPush,
        user: int,
        shown: list[tuple[float, State]],
        passed: float,
    ) -> Seen:
        first, state = shown[0][0], shown[-1][1]
        seen = replace(seen, state=state, shown_at=push.at + first)
        tapped = push.taps.get(user)
        if tapped is not None:
            return replace(seen, state="tapped", tapped_at=self.own_clock(push, tapped))
        if push.withdrawn_at is not None:
            at = self.own_clock(push, push.withdrawn_at)
            return replace(seen, state="withdrawn", gone_at=at)
        return seen

    def _told_s(self, phone: DrawnPhone, push: ChatPush, user: int, wait: float) -> float | None:
        """After how long a notification comes up: at once, for whom it is handed to the maker.

        On a phone that is switched off it comes up when its owner is back.
        """
        told = wait > 0 and self._app.by_maker(push, user) and not self._silent(phone)
        if not told or push.order.online_only:
            return None
        return wait if bits.has(self._fleets[phone.platform].switched_off, phone.device) else 0.0

    def _silent(self, phone: DrawnPhone) -> bool:
        return not bits.has(self._fleets[phone.platform].reachable, phone.device)
