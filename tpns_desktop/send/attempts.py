"""The attempts at one claimed row: which end proves what, and which may be tried again.

Owns the two cases of sending.md 2.3 in which the same bytes are offered once more, because it is
proven that the service has not taken them: nothing left this computer, or the service answered
that it was asked too fast. Whatever else happens once a request has begun, there is no second one.
Also owns the turns of wide pushes. Who may be claimed at all is `claim`'s, writing the end down is
`outbox`'s, and what was seen on the wire the client's.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, Protocol

from tpns_desktop.client.endpoints import AccessPoint, access_point_at
from tpns_desktop.client.errors import MaybeSent, NotSent, Refused
from tpns_desktop.model import chat_codes
from tpns_desktop.model.audience import BROADCASTS
from tpns_desktop.model.outcome import PushAnswer, verdict_of
from tpns_desktop.send.clock import Clock, Mark, waited
from tpns_desktop.store.errors import StoreError
from tpns_desktop.store.history import History, PushRow
from tpns_desktop.store.turns import Turns

if TYPE_CHECKING:
    from tpns_desktop.model.secret import Secret
    from tpns_desktop.store.database import Database

WIDE_GAP_S: Final = 1.2
"""Between two wide pushes of one access id: the service takes one a second (tpns-rest.md 15)."""

_TURN_LATE_S: Final = 0.15
"""Who comes later than this to its turn takes another, lest the next one follows too closely."""
_TURNS_MAX: Final = 5

AGAIN_MAX: Final = 2
"""Further attempts of each kind."""
NOT_SENT_WITHIN_S: Final = 20.0
"""No attempt begins later than this after the first, when nothing has left."""
NOT_SENT_PAUSES_S: Final = (1.0, 4.0)
TOO_FAST_WITHIN_S: Final = 60.0
"""As above, when the service was asked too fast: other wide pushes may have their turn first."""

CHAT_TOO_FAST: Final = 90024
"""Chat: less than a second after the last push (im-all-member-push.md 10)."""

_TEXT_MAX: Final = 500
"""Characters kept of the service's own text."""

_log = logging.getLogger(__name__)


class PushClient(Protocol):
    """What is used of a `TpnsClient` here."""

    async def push(self, body: bytes) -> PushAnswer:
        """Send the bytes once."""

    async def upload(
        self,
        name: str,
        size_bytes: int,
        blocks: Iterator[bytes],
        progress: Callable[[int], None] | None = None,
    ) -> int:
        """Upload a list; gives the id that a push can name."""

    async def aclose(self) -> None:
        """Close the connections."""


class KeyUnavailable(Exception):
    """The secret key of a row cannot be had now; `reason` is a short stable word."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Ways:
    """How the outbox reaches what it does not own."""

    client: Callable[[AccessPoint, str, Secret], PushClient]
    """Makes a client for an access point, an access id and its key."""
    key: Callable[[PushRow], Awaitable[Secret]]
    """The key for a row. Raises `KeyUnavailable`."""
    guard: Callable[[PushRow], str | None]
    """Why this row must not leave now (practice and real apps kept apart, the app changed), or
    None. Asked right before each attempt."""
    chat: Callable[[PushRow, Secret], PushClient] | None = None
    """Makes a client for a row of a Chat app, with its key."""


@dataclass(frozen=True)
class End:
    """How a row ends, as far as is known."""

    state: str
    """One of "accepted", "rejected", "not_sent" and "unknown"."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """See `store.history.FACTS`."""
    by: str = "program"
    """Who tells: "answer" or "program"."""
    again: str | None = None
    """Why the same bytes may be offered once more ("not_sent", "too_fast"), or None."""


def is_wide(row: PushRow) -> bool:
    """Whether the service counts `row` among the pushes that it takes one of a second.

    By the frozen bytes; those that cannot be read take their turn as well, and so does every push
    of a Chat app (im-all-member-push.md 3).
    """
    if row.is_chat:
        return True
    try:
        body = json.loads(row.body)
    except ValueError:
        return True
    if not isinstance(body, dict):
        return True
    return body.get("audience_type") in BROADCASTS or "upload_id" in body


class Turnstile:
    """Lets wide pushes of one access id through one after the other, in all copies of the program.

    The turns are in the database (`store.turns`); nobody is turned away, one waits.
    """

    def __init__(self, database: Database, clock: Clock, closing: asyncio.Event) -> None:
        self._database = database
        self._clock = clock
        self._closing = closing

    async def passed(self, row: PushRow) -> bool:
        """Wait for the turn of `row`; at once for one that is not wide.

        False when the computer slept meanwhile. Raises StoreError.
        """
        if not is_wide(row):
            return True
        for _ in range(_TURNS_MAX):
            asked = Mark.of(self._clock)
            with self._database.transaction() as conn:
                wait_s = Turns(conn).take(row.access_id, asked.wall, WIDE_GAP_S)
            if wait_s <= 0:
                return True
            if not await waited(self._clock, wait_s, self._closing):
                return False
            late_s = self._clock.monotonic() - asked.monotonic - wait_s
            if self._closing.is_set() or late_s <= _TURN_LATE_S:
                break
        return True


class Attempts:
    """All attempts at one claimed row."""

    def __init__(
        self,
        row: PushRow,
        *,
        database: Database,
        clock: Clock,
        ways: Ways,
        turnstile: Turnstile,
        closing: asyncio.Event,
        stays: Callable[[PushRow], bool],
    ) -> None:
        """`stays` tells before each further attempt whether the person has turned away from it."""
        self.end = End("not_sent", {"reason": "quit"})
        """What is known at this moment, should everything stop here."""
        self._row = row
        self._database = database
        self._clock = clock
        self._ways = ways
        self._turnstile = turnstile
        self._closing = closing
        self._stays = stays
        self._made = 1  # written down by the claim itself
        self._refused: End | None = None

    async def run(self, key: Secret | None, trouble: str | None) -> End:
        """Try, and try again where that is allowed; gives the last end.

        `key` and, where there is none, why. Cancelling stops it anywhere; then `end` tells what is
        proven.
        """
        begun = Mark.of(self._clock)
        if key is None:
            self.end = End("not_sent", {"reason": trouble or "no_key"})
            return self.end
        await self._try(key)
        left = {"not_sent": AGAIN_MAX, "too_fast": AGAIN_MAX}
        while (kind := self.end.again) is not None and left[kind]:
            pause_s = WIDE_GAP_S
            if kind == "not_sent":
                pause_s = NOT_SENT_PAUSES_S[AGAIN_MAX - left[kind]]
            left[kind] -= 1
            within_s = NOT_SENT_WITHIN_S if kind == "not_sent" else TOO_FAST_WITHIN_S
            if not await self._may_go_on(begun, pause_s, within_s):
                break
            await self._try(key)
        return self.end

    async def _may_go_on(self, begun: Mark, pause_s: float, within_s: float) -> bool:
        """Wait, and write the next attempt down; False when there must be none."""
        if begun.passed_s(Mark.of(self._clock)) + pause_s > within_s:
            return False
        try:
            if not await waited(self._clock, pause_s, self._closing):
                return False
            if self._closing.is_set() or not await self._turnstile.passed(self._row):
                return False
            if self._closing.is_set() or self._stays(self._row):
                return False
            if begun.passed_s(Mark.of(self._clock)) > within_s:
                return False
            with self._database.transaction() as conn:
                # Another copy of the program may have taken this one for dead: then it is over.
                noted = History(conn).note(self._row.id, "sending", attempts=self._made + 1)
        except StoreError:
            _log.exception("a push was not tried again: it could not be written down")
            return False
        self._made += noted
        return noted

    async def _try(self, key: Secret) -> None:
        """One attempt, into `end`."""
        client = self._client(key)
        if isinstance(client, End):
            self._ends(client)
            return
        # Should the program close with the answer still out.
        self.end = End("unknown", {"reason": "quit"})
        try:
            self._ends(await _asked(client, self._row))
        finally:
            with contextlib.suppress(Exception):
                await client.aclose()

    def _client(self, key: Secret) -> PushClient | End:
        """What to send with, or why nothing may leave now."""
        row = self._row
        try:
            reason = self._ways.guard(row)
            if reason is not None:
                return End("not_sent", {"reason": reason})
            if row.is_chat:
                if self._ways.chat is None:
                    return End("not_sent", {"reason": "failed"})
                return self._ways.chat(row, key)
            return self._ways.client(access_point_at(row.access_point_url), row.access_id, key)
        except NotSent as error:
            return End("not_sent", {"reason": error.reason})
        except Exception as error:
            # No client, no connection: whatever went wrong, nothing left.
            _log.error("a push was not sent: %s", type(error).__name__)
            return End("not_sent", {"reason": "failed"})

    def _ends(self, end: End) -> None:
        if end.again == "too_fast":
            self._refused = end
        if end.state == "not_sent" and self._refused is not None:
            # A request did leave before, and was refused: "nothing left" would be untrue.
            end = replace(self._refused, again=end.again)
        self.end = end


async def _asked(client: PushClient, row: PushRow) -> End:
    """One request, and what its end proves (sending.md 2.3)."""
    try:
        answer = await client.push(row.body)
    except NotSent as error:
        again = "not_sent" if error.may_pass else None
        return End("not_sent", {"reason": error.reason}, again=again)
    except Refused as error:
        facts = {"code": error.code, "text": error.text[:_TEXT_MAX] or None, "reason": "refused"}
        verdict = chat_codes.verdict_of(error.code) if row.is_chat else verdict_of(error.code)
        if verdict == "unknown":
            return End("unknown", facts, by="answer")
        # Over the limit is refused before acceptance. Of Chat's limits only the second between two
        # pushes is over as soon as it was waited for.
        may_pass = not row.is_chat or error.code == CHAT_TOO_FAST
        again = "too_fast" if verdict == "too_fast" and may_pass else None
        return End("rejected", facts, by="answer", again=again)
    except MaybeSent as error:
        return End("unknown", {"reason": error.reason, "code": error.code})
    except Exception as error:
        # A fault of ours after the claim proves nothing about what left.
        _log.error("a push ended in %s", type(error).__name__)
        return End("unknown", {"reason": "failed"})
    if not answer.push_ids:
        return End("unknown", {"reason": "no_push_id"})
    taken: dict[str, Any] = {"push_ids": answer.push_ids}
    if answer.left_out:
        taken["left_out"] = dict(answer.left_out)
    return End("accepted", taken, by="answer")
