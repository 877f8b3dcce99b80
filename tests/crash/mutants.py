"""Seeded bugs: what the kill loop must not miss. None of them is in the program.

Each puts a class or a function of its own in the place of the program's, in a child that does
nothing else; the program's sources stay as they are. `MUTANTS` says which lives bring it to light
and what the ledger then has to say.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Coroutine, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

import httpx

from tests.crash import life
from tests.crash.life import Life, Told, WatchedChatClient, WatchedClient
from tpns_desktop.client.endpoints import access_point_at
from tpns_desktop.client.errors import MaybeSent, NotSent
from tpns_desktop.model.chat_outcome import ChatTask
from tpns_desktop.model.outcome import PushAnswer
from tpns_desktop.send import attempts, claim, clock, core, outbox
from tpns_desktop.send.attempts import End
from tpns_desktop.send.claim import Claim
from tpns_desktop.send.desk import Desk
from tpns_desktop.store.apps import App
from tpns_desktop.store.drafts import DraftRow
from tpns_desktop.store.history import History, PushRow
from tpns_desktop.store.ids import new_id


def put(place: Any, **attributes: Any) -> None:
    """Give a module or class other attributes, in this child alone."""
    for name, value in attributes.items():
        assert hasattr(place, name), f"{place} has no {name} any more"
        setattr(place, name, value)


# ---------------------------------------------------------------------------- after a restart


class _After(Desk):
    """A desk that goes on by itself with what the last run left."""

    async def use_practice(self, info: Any) -> App:
        app = await super().use_practice(info)
        with self._database.reading() as conn:
            rows = self.left(History(conn))
        for row in rows:
            await self.go_on(row)
        return app

    def left(self, history: History) -> Iterable[PushRow]:
        return [row for row in history.in_state("unknown") if row.reason == "restart"]

    async def go_on(self, row: PushRow) -> PushAnswer:
        key = await self._places.key(row)
        client = self._places.client(access_point_at(row.access_point_url), row.access_id, key)
        async with client:
            return await client.push(row.body)


def resend_on_start() -> None:
    """What was cut off is sent again when the program starts."""
    put(core, Desk=_After)


class _Stale(_After):
    def left(self, history: History) -> Iterable[PushRow]:
        return history.in_state("held")

    async def go_on(self, row: PushRow) -> PushAnswer:
        with self._database.transaction() as conn:
            History(conn).move(row.id, "held", "sending", sent_at=self._clock.now())
        answer = await super().go_on(row)
        with self._database.transaction() as conn:
            facts = {"push_ids": answer.push_ids, "settled_at": self._clock.now()}
            History(conn).move(row.id, "sending", "accepted", settled_by="answer", **facts)
        return answer


def held_goes_out_after_restart() -> None:
    """What was held when the program died is sent by the next start."""
    move = History.move

    def kept(self: History, row_id: str, from_state: str, to_state: str, **facts: Any) -> bool:
        if to_state == "withdrawn" and facts.get("reason") == "restart":
            return True
        return move(self, row_id, from_state, to_state, **facts)

    put(History, move=kept)
    put(core, Desk=_Stale)


def restart_says_not_sent() -> None:
    """What was being sent when the program died is called not sent."""
    move = History.move

    def sure(self: History, row_id: str, from_state: str, to_state: str, **facts: Any) -> bool:
        if (from_state, to_state, facts.get("reason")) == ("sending", "unknown", "restart"):
            to_state = "not_sent"
        return move(self, row_id, from_state, to_state, **facts)

    put(History, move=sure)


def never_expires() -> None:
    """A confirmation counts for good, and nobody notices that the computer slept."""
    put(outbox, EXPIRY=timedelta(days=1))
    put(claim, EXPIRY=timedelta(days=1))
    put(clock, LATE_S=float("inf"))


# ------------------------------------------------------------------------------- on the wire


def _pushing(push: Callable[[WatchedClient, bytes], Coroutine[Any, Any, PushAnswer]]) -> None:
    class Pushing(WatchedClient):
        async def push(self, body: bytes) -> PushAnswer:
            return await push(self, body)

    put(life, WatchedClient=Pushing)


def retry_after_begun() -> None:
    """A request whose answer was lost is sent a second time."""

    async def twice(client: WatchedClient, body: bytes) -> PushAnswer:
        try:
            return await WatchedClient.push(client, body)
        except MaybeSent:
            return await WatchedClient.push(client, body)

    _pushing(twice)


def chat_retry_after_begun() -> None:
    """A request to Chat whose answer was lost is sent a second time."""

    class Twice(WatchedChatClient):
        async def push(self, body: bytes) -> ChatTask:
            try:
                return await WatchedChatClient.push(self, body)
            except MaybeSent:
                return await WatchedChatClient.push(self, body)

    put(life, WatchedChatClient=Twice)


def not_sent_on_any_error() -> None:
    """A lost answer is taken for a push that did not leave, and nothing more is done."""
    asked = attempts._asked

    async def sure(client: Any, body: bytes) -> End:
        end = await asked(client, body)
        return replace(end, state="not_sent") if end.state == "unknown" else end

    put(attempts, _asked=sure)


def tried_again_on_any_error() -> None:
    """A lost answer is taken for a push that did not leave, and it is tried again."""

    async def sure(client: WatchedClient, body: bytes) -> PushAnswer:
        try:
            return await WatchedClient.push(client, body)
        except MaybeSent as error:
            raise NotSent("refused_connection", "POST") from error

    _pushing(sure)


def accepted_on_any_error() -> None:
    """A lost answer is taken for a yes."""

    async def sure(client: WatchedClient, body: bytes) -> PushAnswer:
        try:
            return await WatchedClient.push(client, body)
        except MaybeSent:
            return PushAnswer(("1",), 0, "", (), b"")

    _pushing(sure)


def serialised_again() -> None:
    """The body is written anew at the time of sending."""

    async def anew(client: WatchedClient, body: bytes) -> PushAnswer:
        return await WatchedClient.push(client, json.dumps(json.loads(body)).encode())

    _pushing(anew)


def follows_redirects() -> None:
    """A redirect is followed."""

    class Following(httpx.AsyncClient):
        def stream(self, *args: Any, **options: Any) -> Any:
            return super().stream(*args, **{**options, "follow_redirects": True})

    put(httpx, AsyncClient=Following)


# ------------------------------------------------------------------------------- in the store


def sends_before_the_claim() -> None:
    """The claim is written down when the answer has come."""
    move = History.move
    claimed: dict[str, dict[str, Any]] = {}

    def late(self: History, row_id: str, from_state: str, to_state: str, **facts: Any) -> bool:
        if to_state == "sending":
            claimed[row_id] = facts
            return True
        if from_state == "sending" and row_id in claimed:
            move(self, row_id, "held", "sending", **claimed.pop(row_id))
        return move(self, row_id, from_state, to_state, **facts)

    put(History, move=late)


def no_claim() -> None:
    """A held row is sent by whoever holds it, without looking at what became of it meanwhile."""
    row = History.row

    def as_it_was(self: History, row_id: str) -> PushRow | None:
        found = row(self, row_id)
        return None if found is None else replace(found, state="held")

    def unlooking(history: History, row_id: str, *_: Any, now: Any, **__: Any) -> Claim | None:
        found = history.row(row_id)
        history.move(row_id, "held", "sending", sent_at=now.wall, attempts=1)
        return None if found is None else Claim(found, None)

    put(History, row=as_it_was)
    put(outbox, claim=unlooking)


def guard_blind_to_unknown() -> None:
    """A push whose end is not known does not count as sent."""

    def without_unknown(method: Any) -> Any:
        def filtered(*args: Any, **options: Any) -> list[PushRow]:
            return [found for found in method(*args, **options) if found.state != "unknown"]

        return filtered

    for name in ("since", "same", "unknown"):
        if hasattr(History, name):
            setattr(History, name, without_unknown(getattr(History, name)))


def no_guard() -> None:
    """Nobody looks whether the same push went out before."""

    def nothing(*_: Any, **__: Any) -> list[PushRow]:
        return []

    put(History, since=nothing, same=nothing)


def no_guard_of_chat() -> None:
    """The same, of what went out to Chat."""
    no_guard()


def draft_acknowledged_early() -> None:
    """A draft is called kept a moment before it is written."""

    class Hasty(Desk):
        def save_draft(
            self, app_id: str, draft_id: str | None, data: Mapping[str, Any]
        ) -> Coroutine[Any, Any, DraftRow]:
            async def soon() -> DraftRow:
                now: datetime = self._clock.now()
                row = DraftRow(draft_id or new_id(), app_id, 1, dict(data), now)
                later.add(asyncio.get_running_loop().create_task(write(row)))
                return row

            async def write(row: DraftRow) -> None:
                await self._clock.sleep(1)
                await Desk.save_draft(self, app_id, row.id, data)

            return soon()

    later: set[asyncio.Task[None]] = set()
    put(core, Desk=Hasty)


# ------------------------------------------------------------------------------------ the list


@dataclass(frozen=True)
class Mutant:
    """One seeded bug, and how it comes to light."""

    apply: Callable[[], None]
    jobs: tuple[Mapping[str, Any], ...]
    """Lives, as the fields of `chain.Job`; a last one that only opens comes after them."""
    seen_as: str
    """The kind of violation that gives it away."""


_CUT: Final = {"point": "body_complete"}
_LIVE: Final = {"again": False}
_CHAT: Final = {"pushes": ("chat",)}

MUTANTS: Final[dict[str, Mutant]] = {
    mutant.apply.__name__: mutant
    for mutant in (
        Mutant(resend_on_start, (_CUT, _LIVE), "doubled"),
        Mutant(held_goes_out_after_restart, ({"point": "hold"}, _LIVE), "stale"),
        Mutant(restart_says_not_sent, (_CUT,), "denied"),
        Mutant(never_expires, ({"story": "late"},), "stale"),
        Mutant(retry_after_begun, ({"faults": {1: "cut.body_complete"}},), "doubled"),
        Mutant(tried_again_on_any_error, ({"faults": {1: "cut.mid_answer"}},), "doubled"),
        Mutant(not_sent_on_any_error, ({"faults": {1: "close.body_complete"}},), "denied"),
        Mutant(accepted_on_any_error, ({"faults": {1: "cut.mid_body"}},), "claimed"),
        Mutant(serialised_again, ({},), "changed"),
        Mutant(follows_redirects, ({"faults": {1: "redirect"}},), "doubled"),
        Mutant(sends_before_the_claim, (_CUT,), "denied"),
        Mutant(no_claim, ({"story": "copy"},), "doubled"),
        Mutant(guard_blind_to_unknown, (_CUT, {}), "doubled"),
        Mutant(no_guard, ({}, {}), "doubled"),
        Mutant(chat_retry_after_begun, (_CHAT | {"faults": {1: "cut.mid_answer"}},), "doubled"),
        Mutant(no_guard_of_chat, (_CHAT, _CHAT), "doubled"),
        Mutant(draft_acknowledged_early, ({"point": "draft.after", "nth": 2},), "lost_draft"),
    )
}


def life_of(job: Mapping[str, Any], told: Told) -> Life:
    """The life of a job, with its bug in place."""
    if job["mutant"]:
        MUTANTS[job["mutant"]].apply()
    return Life(job, told)
