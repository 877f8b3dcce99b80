"""Two copies of the program on one database, and whatever may happen to them, in any order.

Hypothesis plays the person, the service, the power and the passing of time. After every step: no
row has taken a step it may not take, no more than one request of a row has begun, nothing left
after a withdrawal, and everything typed is still there.
"""

from __future__ import annotations

import asyncio
import contextlib
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.send.bench import OK, Bench, Ending, confirmed_row
from tests.send.builders import app, draft
from tests.send.conftest import settle
from tpns_desktop.client.errors import MaybeSent, NotSent, Refused
from tpns_desktop.model.outcome import PushAnswer
from tpns_desktop.model.states import MAY_HAVE_LEFT, TRANSITIONS
from tpns_desktop.send.attempts import PushClient, is_wide
from tpns_desktop.send.outbox import Outbox, Ways
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.database import open_database
from tpns_desktop.store.drafts import Drafts
from tpns_desktop.store.errors import StoreError
from tpns_desktop.store.history import History, PushRow

ENDINGS: dict[str, Ending] = {
    "accepted": OK,
    "no push id": PushAnswer(()),
    "nothing left": NotSent("refused_connection"),
    "too fast": Refused(1008028),
    "refused": Refused(1008007),
    "perhaps there already": Refused(10010018),
    "unlisted": Refused(4711),
    "cut": MaybeSent("cut"),
    "our fault": RuntimeError("a fault of ours"),
}
SERVICE = [*ENDINGS, "accepted", "nothing left", "too fast", "silence"]
APPS = ("shop", "other")
ACCESS_IDS = {"android": "1500012345", "ios": "1600012345"}
DRAFTS = 3


class NotNow(Exception):
    """The checks of a confirmation said no."""


@dataclass
class Steps:
    """What all runs together came to."""

    steps: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    begun: int = 0
    attempts: int = 0


class Copy:
    """One running copy of the program; once it is dead, nothing in it ever goes on."""

    def __init__(self, bench: Bench) -> None:
        self.dead = False
        self._bench = bench
        self.database = open_database(bench.path, bench.clock.now)
        made = bench.wire.ways()
        ways = Ways(client=lambda *way: _Mortal(self, made.client(*way)), key=made.key,
                    guard=made.guard)  # fmt: skip
        self.outbox = Outbox(self.database, self, ways)
        self.outbox.start()

    def now(self) -> datetime:
        return self._bench.clock.now()

    def monotonic(self) -> float:
        return self._bench.clock.monotonic()

    async def sleep(self, seconds: float) -> None:
        await self._bench.clock.sleep(seconds)
        await self.live()

    async def live(self) -> None:
        if self.dead:
            await asyncio.Event().wait()

    def kill(self) -> None:
        self.dead = True
        self.database.close()


class _Mortal:
    def __init__(self, copy: Copy, client: PushClient) -> None:
        self._copy = copy
        self._client = client

    async def push(self, body: bytes) -> PushAnswer:
        try:
            answer = await self._client.push(body)
        except Exception:
            await self._copy.live()
            raise
        await self._copy.live()
        return answer

    async def aclose(self) -> None:
        pass


class Machine(RuleBasedStateMachine):
    """See the module's docstring."""

    def __init__(self, folder: Path, total: Steps) -> None:
        super().__init__()
        self.total = total
        self.runner = asyncio.Runner()
        self.bench = Bench(folder)
        template = folder / "template.db"
        if not template.exists():
            with contextlib.closing(open_database(template)) as made, made.transaction() as conn:
                for app_id in APPS:
                    Apps(conn).add(app(id=app_id))
        for old in folder.glob("bench.db*"):
            old.unlink()
        shutil.copy(template, self.bench.path)
        self.reader = open_database(self.bench.path)
        self.faults: list[str] = []
        self.confirmed: dict[bytes, PushRow] = {}
        self.known: dict[str, set[str]] = {}
        self.states: dict[str, str] = {}
        self.begun: Counter[str] = Counter()
        self.tried: Counter[str] = Counter()
        self.wide: dict[str, datetime] = {}
        self.says = "accepted"
        self.hanging: list[asyncio.Future[Ending]] = []
        self.buried: list[Copy] = []
        self.bench.wire.seen = self._at_the_wire
        self.bench.wire.answers = self._answer
        self.copies = [self.run(self._opened()) for _ in range(2)]
        self.drafts: dict[str, tuple[str, dict[str, Any]]] = {}
        for n in range(DRAFTS):
            self._save(None, APPS[n % 2], draft(message__title=f"Draft {n}"))

    def run(self, coroutine: Any) -> Any:
        return self.runner.run(coroutine)

    async def _opened(self) -> Copy:
        return Copy(self.bench)

    async def _calm(self, result: Any = None) -> Any:
        await settle()
        return result

    # ------------------------------------------------------------------------------- the wire

    def _at_the_wire(self, body: bytes) -> None:
        """Right before the first byte: is all of it on the disk, and is it this very push?"""
        row = self.confirmed.get(body)
        if row is None:
            self.faults.append("bytes that nobody confirmed")
            return
        self.tried[row.id] += 1
        others = self._rows()
        stored = others.pop(row.id)
        if (stored.state, stored.attempts) != ("sending", self.tried[row.id]):
            self.faults.append(f"at the wire: {stored.state}, {stored.attempts} attempts")
        if stored.body != body or self.states.get(row.id) == "withdrawn":
            self.faults.append("not what was confirmed, or withdrawn before")
        if self.begun[row.id]:
            self.faults.append("a second request")
        if self.tried[row.id] == 1:
            for other in others.values():
                if other.fingerprint != row.fingerprint:
                    continue
                if other.state == "unknown":
                    self.faults.append("sent beside an unknown one")
                if other.state in MAY_HAVE_LEFT and other.id not in self.known[row.id]:
                    self.faults.append("sent twice, and nobody knew")
        if is_wide(row):
            now = self.bench.clock.now()
            last = self.wide.get(row.access_id)
            if last is not None and now - last < timedelta(seconds=1.199):
                self.faults.append(f"two wide pushes in {now - last}")
            self.wide[row.access_id] = now

    def _answer(self, body: bytes) -> Ending:
        row = self.confirmed[body]
        if self.says != "silence":
            return self._told(row, self.says)
        silent: asyncio.Future[Ending] = asyncio.get_running_loop().create_future()
        self.hanging.append(silent)
        self.begun[row.id] += 1

        async def late() -> Ending:
            ending = await silent
            if isinstance(ending, Refused) and ending.code == 1008028:
                self.begun[row.id] -= 1
            return ending

        return late()

    def _told(self, row: PushRow, says: str) -> Ending:
        if says not in ("nothing left", "too fast"):
            self.begun[row.id] += 1
        return ENDINGS[says]

    @rule(says=st.sampled_from(SERVICE))
    def the_service_is_like_this_from_now_on(self, says: str) -> None:
        self.says = says

    @precondition(lambda self: self.hanging)
    @rule(
        data=st.data(), says=st.sampled_from([says for says in ENDINGS if says != "nothing left"])
    )
    def an_answer_comes_at_last(self, data: st.DataObject, says: str) -> None:
        silent = self.hanging.pop(data.draw(st.integers(0, len(self.hanging) - 1)))

        async def come() -> None:
            if not silent.done():
                silent.set_result(ENDINGS[says])
            await settle()

        self.run(come())

    # ------------------------------------------------------------------------------ the person

    def _save(self, draft_id: str | None, app_id: str, data: dict[str, Any]) -> None:
        with self.copies[0].database.transaction() as conn:
            row = Drafts(conn, self.bench.clock.now).save(app_id, draft_id, data)
        self.drafts[row.id] = (app_id, data)

    @rule(n=st.integers(0, DRAFTS - 1), title=st.text(max_size=5))
    def something_is_typed(self, n: int, title: str) -> None:
        draft_id = list(self.drafts)[n]
        self._save(draft_id, self.drafts[draft_id][0], draft(message__title=title))

    @rule(
        copy=st.integers(0, 1),
        n=st.integers(0, DRAFTS - 1),
        kind=st.sampled_from(["account", "all"]),
        platforms=st.sampled_from([("android",), ("android", "ios")]),
        says=st.integers(0, 2),
        hold_s=st.sampled_from([0, 0, 0, 10, 10, None]),
        override=st.booleans(),
        service=st.sampled_from(SERVICE),
        then_s=st.sampled_from([0, 0, 1.2, 5, 21]),
    )
    def confirm(
        self,
        copy: int,
        n: int,
        kind: str,
        platforms: tuple[str, ...],
        says: int,
        hold_s: float | None,
        override: bool,
        service: str,
        then_s: float,
    ) -> None:
        self.says = service
        draft_id = list(self.drafts)[n]
        batch = f"b{len(self.confirmed)}"
        program = self.copies[copy]
        with program.database.reading() as conn:
            stored = Drafts(conn).get(draft_id)
        assert stored is not None
        rows = tuple(
            confirmed_row(
                f"{batch} {platform}",
                batch_id=batch,
                draft_id=draft_id,
                draft_rev=stored.revision,
                platform=platform,
                app_id=stored.app_id,
                access_id=ACCESS_IDS[platform],
                audience_kind=kind,
                title=f"Text {says}",
                fingerprint=f"{kind} {says} {platform}",
                created_at=self.bench.clock.now(),
            )
            for platform in platforms
        )
        before = self._rows()

        def checked(conn: Any) -> None:
            for row in rows:
                same = [old for old in before.values() if old.fingerprint == row.fingerprint]
                waiting = MAY_HAVE_LEFT | {"confirmed", "held"}
                if any(old.state == "unknown" for old in same):
                    raise NotNow
                if any(old.state in waiting for old in same) and not override:
                    raise NotNow
            Drafts(conn).new_revision(draft_id)

        async def story() -> None:
            with contextlib.suppress(NotNow):
                program.outbox.confirm(rows, hold_s=hold_s, checked=checked)
                for row in rows:
                    self.confirmed[row.body] = row
                    self.known[row.id] = set(before)
            await self.bench.clock.advance(then_s)

        self.run(story())

    @rule(
        copy=st.integers(0, 1),
        kind=st.sampled_from(["account", "all"]),
        service=st.lists(st.sampled_from(SERVICE), min_size=1, max_size=4),
    )
    def a_new_push_meets_one_answer_after_the_other(
        self, copy: int, kind: str, service: list[str]
    ) -> None:
        self.copies[copy].outbox.switch_app(None)
        self.confirm(
            copy, 0, kind, ("android",), 100 + len(self.confirmed), 0, False, service[0], 0
        )
        for says in service[1:]:
            self.says = says
            self.time_passes(4)

    @rule(copy=st.integers(0, 1), says=st.integers(0, 2), wait_s=st.sampled_from([0, 5, 15]))
    def both_copies_have_the_same_push(self, copy: int, says: int, wait_s: float) -> None:
        for n, hold_s in ((copy, 10), (1 - copy, 0)):
            self.copies[n].outbox.switch_app(None)
            self.confirm(n, n, "account", ("android",), says, hold_s, True, self.says, 0)
        self.time_passes(wait_s)

    @precondition(lambda self: self.confirmed)
    @rule(data=st.data(), copy=st.integers(0, 1), act=st.sampled_from(["cancel", "send_now"]))
    def a_button_is_pressed(self, data: st.DataObject, copy: int, act: str) -> None:
        batch = data.draw(st.sampled_from(sorted({row.batch_id for row in self._rows().values()})))

        async def story() -> None:
            getattr(self.copies[copy].outbox, act)(batch)
            await settle()

        self.run(story())

    @rule(copy=st.integers(0, 1), app_id=st.sampled_from([None, None, *APPS]))
    def another_app_is_chosen(self, copy: int, app_id: str | None) -> None:
        self.copies[copy].outbox.switch_app(app_id)
        self.run(self._calm())

    @rule(data=st.data(), saw_it=st.booleans())
    def a_person_settles_what_is_unknown(self, data: st.DataObject, saw_it: bool) -> None:
        unknown = sorted(row.id for row in self._rows().values() if row.state == "unknown")
        if not unknown:
            return
        row_id = data.draw(st.sampled_from(unknown))
        with self.copies[0].database.transaction() as conn:
            to = "accepted" if saw_it else "not_found"
            History(conn).move(row_id, "unknown", to, settled_by="person")

    # --------------------------------------------------------------------- time, power, sleep

    @rule(seconds=st.sampled_from([0.1, 1.2, 5, 10, 21, 61, 700, 3700]))
    def time_passes(self, seconds: float) -> None:
        self.run(self.bench.clock.advance(seconds))

    @rule(seconds=st.sampled_from([20, 60, 4000]), monotonic_runs_on=st.booleans())
    def the_computer_sleeps(self, seconds: float, monotonic_runs_on: bool) -> None:
        if monotonic_runs_on:
            self.bench.clock.leap(seconds)
        else:
            self.bench.clock.wall += timedelta(seconds=seconds)

    @rule(copy=st.integers(0, 1), gently=st.booleans())
    def a_copy_ends_and_is_opened_anew(self, copy: int, gently: bool) -> None:
        async def story() -> None:
            old = self.copies[copy]
            if gently:
                await old.outbox.close(grace_s=0)
            old.kill()
            self.buried.append(old)  # its tasks end with the loop, not with the garbage
            self.copies[copy] = Copy(self.bench)
            await settle()

        self.run(story())

    # ------------------------------------------------------------------------ what always holds

    def _rows(self) -> dict[str, PushRow]:
        """As a stranger reads them: only what is committed."""
        with self.reader.reading() as conn:
            return {row.id: row for row in History(conn).in_state(*TRANSITIONS)}

    @invariant()
    def every_promise_is_kept(self) -> None:
        self.total.steps += 1
        assert self.faults == []
        rows = self._rows()
        assert set(rows) == {row.id for row in self.confirmed.values()}
        for row in rows.values():
            before = self.states.get(row.id, "confirmed")
            assert row.state in _reachable(before), f"{before} to {row.state}"
            self.states[row.id] = row.state
            assert self.begun[row.id] <= 1
            if row.state in ("withdrawn", "not_sent", "held", "confirmed"):
                assert self.begun[row.id] == 0, row.state
            if row.state == "withdrawn":
                assert self.tried[row.id] == 0
            if row.state == "accepted" and row.settled_by == "answer":
                assert self.begun[row.id] == 1
            assert self.tried[row.id] <= 5
        with self.copies[0].database.reading() as conn:
            for draft_id, (app_id, data) in self.drafts.items():
                stored = Drafts(conn).get(draft_id)
                assert stored is not None
                assert (stored.app_id, stored.data) == (app_id, data)

    def teardown(self) -> None:
        for copy in self.copies:
            copy.dead = True
        self.runner.close()
        self.reader.close()
        for copy in self.copies:
            with contextlib.suppress(StoreError):
                copy.database.close()
        self.total.ends.update(self.states.values())
        self.total.begun += self.begun.total()
        self.total.attempts += self.tried.total()


def _reachable(state: str) -> set[str]:
    found, new = {state}, [state]
    while new:
        for after in TRANSITIONS[new.pop()] - found:
            found.add(after)
            new.append(after)
    return found


def test_two_copies_keep_every_promise_whatever_happens(
    tmp_path: Path, size: Callable[[int, int], int]
) -> None:
    total = Steps()
    while total.steps < size(300, 5000):
        run_state_machine_as_test(
            lambda: Machine(tmp_path, total),
            settings=settings(
                max_examples=size(6, 34),
                stateful_step_count=50,
                phases=(Phase.generate, Phase.shrink),
                database=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    print(
        f"\n{total.steps} steps over 2 copies: {total.ends.total()} pushes, {total.attempts} "
        f"attempts, {total.begun} requests begun, 0 twice; ended {dict(total.ends)}"
    )
    assert total.begun > 0
