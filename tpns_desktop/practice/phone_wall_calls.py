"""The practice service's own calls, outside the service's paths: its drawn phones, and a tap.

Guarded and signed like every other call, by either AccessId. Nothing of it is Tencent's, so nothing
of it stands in the tables of conformance.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

from .calls import Call
from .codes import invalid, missing
from .drawn_phones import drawn_phones
from .fields import Fields, sequence, text, texts
from .phone_wall import PhoneWall, Seen
from .phone_wall_chat import ChatWall
from .state import Application, World

PATH: Final = "/practice/phones"
TAP_PATH: Final = "/practice/phones/tap"

_IDS_MAX: Final = 2000
"""Runs of two loops."""


class PhoneWallCalls:
    """The calls for one ``World``."""

    def __init__(self, world: World) -> None:
        self._world = world

    @property
    def calls(self) -> tuple[Call, ...]:
        """What is to be served."""
        return Call(PATH, self._tell), Call(TAP_PATH, self._tap)

    @cached_property
    def _walls(self) -> tuple[PhoneWall, ...]:
        phones = drawn_phones(self._world.population)
        return tuple(
            PhoneWall(application, (one for one in phones if one.platform == platform))
            for platform, application in self._world.applications.items()
        )

    @cached_property
    def _chat(self) -> ChatWall:
        return ChatWall(self._world.chat, self._world.population.fleets)

    def _tell(self, _signer: Application, fields: Fields, now: float) -> dict[str, object]:
        """The phones, and what they show of a push.

        ``{"pushIds": [text]}``, of all its platforms and runs, or the TaskId of a Chat push; none
        before there are any. Answers ``{"now", "pace", "phones": [see `Seen.told`]}``; ``now`` is
        the push's own clock in seconds since 1970.
        """
        seen, clock = self._seen(_ids(fields), now)
        return {
            "now": clock,
            "pace": self._world.timeline.pace,
            "phones": [one.told() for one in sorted(seen, key=_place)],
        }

    def _tap(self, signer: Application, fields: Fields, now: float) -> dict[str, object]:
        """Tap the notification on a phone, once: as ``_tell``, with ``"phone"``, its name.

        Answers as ``_tell``, with ``"tapped"``: whether there was one to be tapped. Raises
        ``Refusal`` 1008002, 1008007.
        """
        name, ids = text(fields, "phone", "phone"), _ids(fields)
        if not name:
            raise missing("phone")
        wall, phone = next(
            ((wall, one) for wall in self._walls for one in wall.phones if one.name == name),
            (None, None),
        )
        if wall is None or phone is None:
            raise invalid("phone")
        chat, push = self._chat.push_of(ids), wall.push_of(ids, now)
        tapped = False
        if chat is not None:
            tapped = self._chat.tap(phone, chat, now)
        elif push is not None:
            tapped = wall.tap(phone, push, now)
        return {"tapped": tapped, **self._tell(signer, fields, now)}

    def _seen(self, ids: list[str], now: float) -> tuple[list[Seen], float]:
        """The phones, and the push's own clock."""
        if self._chat.knows(ids):
            return self._seen_of_chat(ids, now)
        seen: list[Seen] = []
        clocks: list[float] = []
        for wall in self._walls:
            push = wall.push_of(ids, now)
            if push is None:
                seen += [
                    Seen(phone, "out", "system") if ids else Seen(phone, "idle")
                    for phone in wall.phones
                ]
                continue
            clocks.append(wall.own_clock(push, now))
            texts = self._world.texts if push.order.sms is not None else None
            seen += [wall.seen(phone, push, texts, now) for phone in wall.phones]
        return seen, max(clocks, default=now)

    def _seen_of_chat(self, ids: list[str], now: float) -> tuple[list[Seen], float]:
        phones = [phone for wall in self._walls for phone in wall.phones]
        push = self._chat.push_of(ids)
        if push is None:
            return [Seen(phone, "waiting", settled=False) for phone in phones], now
        seen = [self._chat.seen(phone, push, now) for phone in phones]
        return seen, self._chat.own_clock(push, now)


_ORDER: Final = ("iphone", "huawei", "xiaomi", "oppo", "vivo", "offline")


def _place(seen: Seen) -> int:
    return _ORDER.index(seen.phone.name)


def _ids(fields: Fields) -> list[str]:
    given = texts(sequence(fields, "pushIds", "pushIds"), "pushIds")
    if len(given) > _IDS_MAX:
        raise invalid("pushIds")
    return given
