"""Many users of a Chat app looked after: nobody is left out silently, nothing begins by itself."""

from __future__ import annotations

import asyncio
import csv
import io
import itertools
import json
import shutil
import stat
from collections.abc import Callable, Coroutine, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.send.builders import NOW
from tpns_desktop.client.chat import ChatClient
from tpns_desktop.client.chat_points import ChatPoint
from tpns_desktop.model.chat_dialects import DIALECTS, DialectId
from tpns_desktop.model.secret import Secret
from tpns_desktop.packages.jobs import serve
from tpns_desktop.packages.verdict import Refusal
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.chat_job_kinds import (
    PAUSES,
    ChatJob,
    FromFile,
    FromList,
    JobRefused,
    Pasted,
    check,
    level_of,
)
from tpns_desktop.send.chat_job_run import TRIES
from tpns_desktop.send.chat_people import ChatPeople, JobSeen
from tpns_desktop.store.chat_apps import ChatApp, ChatApps
from tpns_desktop.store.database import Database, open_database
from tpns_desktop.store.lists import ListRow, Lists

KEY = "5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e"
OK: Mapping[str, Any] = {"ActionStatus": "OK", "ErrorCode": 0, "ErrorInfo": ""}
Answer = Callable[[str, dict[str, Any]], Mapping[str, Any]]


class QuickClock:
    """Time passes as soon as somebody waits for it."""

    def __init__(self) -> None:
        self.passed = 0.0

    def now(self) -> datetime:
        return NOW + timedelta(seconds=self.passed)

    def monotonic(self) -> float:
        return self.passed

    async def sleep(self, seconds: float) -> None:
        self.passed += seconds
        await asyncio.sleep(0)


def refused(code: int) -> Mapping[str, Any]:
    return {"ActionStatus": "FAIL", "ErrorCode": code, "ErrorInfo": "no"}


async def _here(job: Mapping[str, Any], _progress: object) -> dict[str, Any]:
    out = io.BytesIO()
    serve(io.BytesIO(json.dumps(job).encode()), out)
    last = json.loads(out.getvalue().splitlines()[-1])
    if "refused" in last:
        raise Refusal(last["refused"]["code"], **last["refused"]["detail"])
    result: dict[str, Any] = last["result"]
    return result


class Bench:
    """A database, jobs, and a service that a test answers for."""

    def __init__(self, folder: Path, dialect: DialectId = "all_member_push") -> None:
        self.folder = folder
        self.clock = QuickClock()
        self.database: Database = open_database(folder / "drafts.db", self.clock.now)
        self.calls: list[tuple[str, list[str]]] = []
        self.answer: Answer = lambda _command, _fields: OK
        self.closed = False
        with self.database.transaction() as conn:
            for place, kind in (("chat", "tencent"), ("other", "tencent"), ("play", "practice")):
                url = (
                    "http://127.0.0.1:4711" if kind == "practice" else "https://console.tim.qq.com"
                )
                apps = ChatApps(conn)
                if apps.get(place) is None:
                    number = 1400000000
                    apps.add(
                        ChatApp(place, kind, "Aurora", number, "administrator", url, dialect, NOW)
                    )
        self.people = ChatPeople(self.database, self._client, self.clock, run=_here)
        self.people.start()
        self.news: asyncio.Event | None = None
        self.no_client: AskFailed | None = None

    async def _client(self, app_id: str) -> ChatClient:
        if self.no_client is not None:
            raise self.no_client
        with self.database.reading() as conn:
            app = ChatApps(conn).get(app_id)
        assert app is not None
        return ChatClient(
            ChatPoint(app.url),
            app.sdkappid,
            app.identifier,
            Secret(KEY),
            DIALECTS[app.dialect],
            transport=httpx.MockTransport(self._answered),
        )

    def _answered(self, request: httpx.Request) -> httpx.Response:
        fields = json.loads(request.content)
        rows = fields.get("UserTags") or fields.get("UserAttrs")
        accounts = [row["To_Account"] for row in rows] if rows else fields.get("To_Account", [])
        command = request.url.path.rpartition("/")[2]
        self.calls.append((command, accounts))
        return httpx.Response(200, json=dict(self.answer(command, fields)))

    async def rested(self, job_id: str) -> JobSeen:
        """The job once it is done or rests."""
        news = asyncio.Event()
        end = self.people.subscribe(lambda _: news.set())
        try:
            async with asyncio.timeout(20):
                while (seen := await self.people.job(job_id)).row.state in ("waiting", "running"):
                    await news.wait()
                    news.clear()
        finally:
            end()
        return seen

    async def done(self, job: ChatJob, app_id: str = "chat", **said: Any) -> JobSeen:
        return await self.rested(await self.people.start_job(app_id, job, **said))


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database that is up to date: making one takes longer than most tests."""
    folder = tmp_path_factory.mktemp("made")
    open_database(folder / "drafts.db").close()
    return folder


@pytest.fixture
def folder(tmp_path: Path, made_once: Path) -> Path:
    shutil.copytree(made_once, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def bench(folder: Path) -> Iterator[Bench]:
    made = Bench(folder)
    yield made
    made.database.close()


def run(play: Coroutine[Any, Any, Any]) -> None:
    asyncio.run(play)


def users(count: int) -> list[str]:
    return [f"user{number:06d}" for number in range(count)]


def tagging(count: int, **more: Any) -> ChatJob:
    return ChatJob("add_tags", Pasted("\n".join(users(count))), tags=("vip",), **more)


def test_one_bad_account_is_found_and_fails_alone(bench: Bench) -> None:
    bad = "user000157"

    def answer(_command: str, fields: dict[str, Any]) -> Mapping[str, Any]:
        return refused(90032) if any(r["To_Account"] == bad for r in fields["UserTags"]) else OK

    async def play() -> None:
        bench.answer = answer
        seen = await bench.done(tagging(250))
        assert (seen.row.state, seen.row.done, seen.row.failed) == ("done", 250, 1)
        assert [(f.account, f.code) for f in await bench.people.faults(seen.row.id)] == [
            (bad, 90032)
        ]
        assert seen.kinds == ((90032, "", 1),)
        took = {one for _, accounts in bench.calls if bad not in accounts for one in accounts}
        assert took == set(users(250)) - {bad}
        assert len(bench.calls) <= 3 + 2 * 7

    run(play())


def test_accounts_that_a_good_answer_leaves_out_are_told_each(bench: Bench) -> None:
    def answer(_command: str, fields: dict[str, Any]) -> Mapping[str, Any]:
        left = [r["To_Account"] for r in fields["UserTags"] if r["To_Account"].endswith("7")]
        return {**OK, "ErrorList": [{"To_Account": one, "ErrorCode": 70107} for one in left]}

    async def play() -> None:
        bench.answer = answer
        seen = await bench.done(tagging(120))
        faults = await bench.people.faults(seen.row.id)
        assert [f.account for f in faults] == [one for one in users(120) if one.endswith("7")]
        assert len(bench.calls) == 2

    run(play())


def test_an_account_of_digits_that_comes_as_a_number_does_not_pass_for_done(bench: Bench) -> None:
    async def play() -> None:
        bench.answer = lambda *_: {**OK, "ErrorList": [{"To_Account": 4711, "ErrorCode": 70107}]}
        seen = await bench.done(ChatJob("add_tags", Pasted("4711\namy"), tags=("vip",)))
        assert [f.account for f in await bench.people.faults(seen.row.id)] == ["4711"]

    run(play())


def test_a_busy_service_is_waited_for_longer_each_time_and_asked_again(bench: Bench) -> None:
    waits: list[float] = []

    def answer(_command: str, _fields: dict[str, Any]) -> Mapping[str, Any]:
        waits.append(bench.clock.passed)
        return refused(60018) if len(waits) < 4 else OK

    async def play() -> None:
        bench.answer = answer
        seen = await bench.done(tagging(5))
        assert (seen.row.state, seen.row.failed, seen.row.repeated) == ("done", 0, 0)
        gaps = [later - before for before, later in itertools.pairwise(waits)]
        assert gaps == pytest.approx([1, 2, 4])

    run(play())


def test_calls_keep_to_the_speed_that_was_chosen(bench: Bench) -> None:
    async def play() -> None:
        await bench.done(tagging(1_000, calls_per_s=4))
        assert bench.clock.passed == pytest.approx(9 / 4)

    run(play())


def test_an_answer_that_nobody_got_is_asked_for_again_and_told(bench: Bench) -> None:
    tries: list[int] = []

    def answer(_command: str, _fields: dict[str, Any]) -> Mapping[str, Any]:
        tries.append(1)
        if len(tries) == 2:
            raise httpx.ReadError("cut")
        return OK

    async def play() -> None:
        bench.answer = answer
        seen = await bench.done(tagging(300))
        assert (seen.row.state, seen.row.done, seen.row.repeated) == ("done", 300, 1)
        assert [accounts[0] for _, accounts in bench.calls].count("user000100") == 2

    run(play())


@pytest.mark.parametrize(
    ("code", "reason"), [(90009, "refused"), (60020, "refused"), (91000, "busy")]
)
def test_what_concerns_the_app_pauses_the_job_which_goes_on_where_it_was(
    bench: Bench, code: int, reason: str
) -> None:
    bench.answer = lambda _command, _fields: OK if len(bench.calls) <= 2 else refused(code)

    async def play() -> None:
        seen = await bench.done(tagging(400))
        assert (seen.row.state, seen.row.reason, seen.row.code) == ("paused", reason, code)
        assert (seen.row.done, seen.row.failed) == (200, 0)
        assert len(bench.calls) == (3 if reason == "refused" else 2 + TRIES)
        bench.calls.clear()
        bench.answer = lambda _command, _fields: OK
        await bench.people.resume(seen.row.id)
        seen = await bench.rested(seen.row.id)
        assert (seen.row.state, seen.row.done, seen.row.failed) == ("done", 400, 0)
        assert [one for _, accounts in bench.calls for one in accounts] == users(400)[200:]

    run(play())


def test_when_everybody_is_refused_for_one_reason_the_job_pauses(bench: Bench) -> None:
    async def play() -> None:
        bench.answer = lambda _command, _fields: refused(90033)
        seen = await bench.done(tagging(1_000))
        assert (seen.row.reason, seen.row.code, seen.row.done) == ("all_refused", 90033, 300)

    run(play())


def test_an_account_called_busy_in_a_good_answer_gets_more_tries(bench: Bench) -> None:
    def answer(_command: str, fields: dict[str, Any]) -> Mapping[str, Any]:
        names = [row["To_Account"] for row in fields["UserTags"]]
        soon, never = "user000001", "user000002"
        left = [one for one in (soon,) if one in names and len(bench.calls) < 3]
        left += [one for one in (never,) if one in names]
        return {**OK, "ErrorList": [{"To_Account": one, "ErrorCode": 91000} for one in left]}

    async def play() -> None:
        bench.answer = answer
        seen = await bench.done(tagging(10))
        faults = await bench.people.faults(seen.row.id)
        assert [(f.account, f.code) for f in faults] == [("user000002", 91000)]
        assert [len(accounts) for _, accounts in bench.calls] == [10, 2, 2, 1]

    run(play())


def test_without_a_key_nothing_is_asked_and_the_job_says_why(bench: Bench) -> None:
    async def play() -> None:
        bench.no_client = AskFailed("keyring_locked")
        seen = await bench.done(tagging(5))
        assert (seen.row.state, seen.row.reason) == ("paused", "keyring_locked")
        assert bench.calls == []

    run(play())


@pytest.mark.parametrize("way", ["stop", "use", "close"])
def test_a_job_rests_when_told_and_never_goes_on_by_itself(folder: Path, way: str) -> None:
    async def play() -> None:
        bench = Bench(folder)
        two = asyncio.Event()
        bench.people.subscribe(lambda _: two.set() if len(bench.calls) >= 2 else None)
        job_id = await bench.people.start_job("chat", tagging(1_000))
        await two.wait()
        if way == "stop":
            await bench.people.stop(job_id)
        elif way == "use":
            await bench.people.use("other")
        else:
            await bench.people.close()
        row = (await bench.people.job(job_id)).row
        assert row.state == "paused"
        assert row.reason == {"stop": "person", "use": "switched", "close": "quit"}[way]
        assert 0 < row.done < 1_000
        assert row.done == 100 * len(bench.calls)
        bench.database.close()

        again = Bench(folder)
        (seen,) = await again.people.jobs("chat")
        assert seen.row.state == "paused"
        assert again.calls == []
        await again.people.resume(job_id)
        assert (await again.rested(job_id)).row.done == 1_000
        assert [one for _, accounts in again.calls for one in accounts] == users(1_000)[row.done :]
        again.database.close()

    run(play())


def test_two_jobs_of_an_app_take_turns(bench: Bench) -> None:
    async def play() -> None:
        first = await bench.people.start_job("chat", tagging(300))
        second = await bench.people.start_job(
            "chat", ChatJob("remove_all_tags", Pasted("ann")), ticked=True
        )
        assert (await bench.rested(first)).row.state == "done"
        assert (await bench.rested(second)).row.state == "done"
        commands = [command for command, _ in bench.calls]
        assert commands == ["im_add_tag"] * 3 + ["im_remove_all_tags"]

    run(play())


def test_what_waits_for_its_turn_can_be_paused_and_removed(bench: Bench) -> None:
    async def play() -> None:
        first = await bench.people.start_job("chat", tagging(1_000))
        second = await bench.people.start_job("chat", tagging(300))
        await bench.people.stop(second)
        assert (await bench.people.job(second)).row.state == "paused"
        assert await bench.people.remove(second)
        with pytest.raises(JobRefused, match="job_gone"):
            await bench.people.job(second)
        assert (await bench.rested(first)).row.state == "done"

    run(play())


def test_a_job_never_goes_on_with_another_practice_service_or_app(bench: Bench) -> None:
    async def play() -> None:
        bench.answer = lambda _command, _fields: refused(90009)
        seen = await bench.done(tagging(5), "play")
        with bench.database.transaction() as conn:
            apps = ChatApps(conn)
            app = apps.get("play")
            assert app is not None
            apps.update(ChatApp(**{**vars(app), "url": "http://127.0.0.1:4712"}))
        with pytest.raises(JobRefused, match="app_changed"):
            await bench.people.resume(seen.row.id)

    run(play())


def test_what_was_prepared_for_one_app_does_not_begin_while_another_is_worked_with(
    bench: Bench,
) -> None:
    async def play() -> None:
        prepared = await bench.people.prepare("chat", tagging(5))
        paused = await bench.people.start_job("chat", tagging(300))
        await bench.people.use("other")
        for way, job_id in (
            (bench.people.begin, prepared.row.id),
            (bench.people.resume, paused),
        ):
            with pytest.raises(JobRefused, match="switched"):
                await way(job_id)
        asked = len(bench.calls)
        await bench.people.use("chat")
        await bench.people.resume(paused)
        assert (await bench.rested(paused)).row.state == "done"
        assert len(bench.calls) > asked

    run(play())


def test_a_job_that_another_copy_of_the_program_goes_on_with_is_counted_once(bench: Bench) -> None:
    async def play() -> None:
        # Only where the folder cannot be locked two copies are open at once.
        copy = ChatPeople(bench.database, bench._client, bench.clock, run=_here)
        taken_over: list[str] = []

        def answer(_command: str, fields: dict[str, Any]) -> Mapping[str, Any]:
            if fields["UserTags"][0]["To_Account"] == "user000300" and not taken_over:
                copy.start()
                taken_over.append("by the copy")
            return OK

        bench.answer = answer
        job_id = await bench.people.prepare("chat", tagging(600))
        await bench.people.begin(job_id.row.id)
        news = asyncio.Event()
        bench.people.subscribe(lambda _: news.set())
        while not taken_over:
            await news.wait()
            news.clear()
        await copy.resume(job_id.row.id)
        for people in (bench.people, copy):
            for task in list(people._tasks.values()):
                await asyncio.wait({task})
        row = (await copy.job(job_id.row.id)).row
        assert (row.done, row.place) == (600, row.size_bytes)
        await copy.close()

    run(play())


def test_reading_gives_what_each_user_has_and_who_was_not_found(bench: Bench) -> None:
    def answer(command: str, fields: dict[str, Any]) -> Mapping[str, Any]:
        there = [one for one in fields["To_Account"] if one != "nobody"]
        if command == "im_get_tag":
            return {**OK, "UserTags": [{"To_Account": o, "Tags": ["=vip", "a"]} for o in there]}
        return {**OK, "UserAttrs": [{"To_Account": o, "Attrs": {"City": o[-1]}} for o in there]}

    async def play() -> None:
        bench.answer = answer
        seen = await bench.done(ChatJob("read", Pasted("ann, bob；nobody\n ann")))
        assert (seen.row.accounts, seen.row.repeats, seen.row.failed) == (3, 1, 1)
        assert seen.kinds == ((None, "not_found", 1),)
        found = await bench.people.found(seen.row.id)
        assert found == [
            {"account": "ann", "tags": ["=vip", "a"], "attributes": {"City": "n"}},
            {"account": "bob", "tags": ["=vip", "a"], "attributes": {"City": "b"}},
        ]
        path = bench.folder / "found.csv"
        await bench.people.save_found(seen.row.id, path, ["User", "Tags"])
        with path.open(encoding="utf-8-sig", newline="") as file:
            told = list(csv.reader(file))
        # What a spreadsheet would run is shown.
        assert told[:2] == [["User", "Tags", "City"], ["ann", "'=vip | a", "n"]]

    run(play())


def test_a_report_has_the_totals_and_each_failure(bench: Bench) -> None:
    async def play() -> None:
        bench.answer = lambda _c, fields: {
            **OK,
            "ErrorList": [
                {"To_Account": r["To_Account"], "ErrorCode": 70107} for r in fields["UserTags"][:2]
            ],
        }
        seen = await bench.done(tagging(150))
        path = bench.folder / "report.csv"
        path.write_text("older")
        head = [["Users", str(seen.row.accounts)], ["User", "Code"]]
        await bench.people.report(seen.row.id, path, head, lambda f: (f.account, str(f.code)))
        with path.open(encoding="utf-8-sig", newline="") as file:
            told = list(csv.reader(file))
        assert told[:2] == head
        assert [row[0] for row in told[2:]] == [
            "user000000",
            "user000001",
            "user000100",
            "user000101",
        ]

    run(play())


def test_the_copy_of_the_accounts_is_private_and_goes_with_the_job(bench: Bench) -> None:
    async def play() -> None:
        seen = await bench.people.prepare("chat", tagging(5))
        (file,) = (bench.folder / "chat-jobs").iterdir()
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert await bench.people.jobs("chat") == []
        await bench.people.remove(seen.row.id)
        assert list((bench.folder / "chat-jobs").iterdir()) == []
        assert bench.calls == []

    run(play())


def test_a_copy_that_was_changed_is_not_gone_on_with(bench: Bench) -> None:
    async def play() -> None:
        bench.answer = lambda _command, _fields: refused(90009)
        seen = await bench.done(tagging(5))
        (file,) = (bench.folder / "chat-jobs").iterdir()
        file.write_text("somebody else\n")
        await bench.people.resume(seen.row.id)
        assert (await bench.rested(seen.row.id)).row.reason == "file_gone"

    run(play())


@pytest.mark.parametrize(
    ("job", "reason"),
    [
        (ChatJob("add_tags", Pasted("ann")), "no_tag"),
        (ChatJob("add_tags", Pasted("ann"), tags=("a", "a")), "twice"),
        (ChatJob("add_tags", Pasted("ann"), tags=tuple("abcdefghijk")), "many_tags"),
        (ChatJob("add_tags", Pasted("ann"), tags=("中" * 17,)), "long"),
        (ChatJob("add_tags", Pasted("ann"), tags=(" ",)), "empty"),
        (ChatJob("set_attributes", Pasted("ann"), values={"City": "中" * 17}), "long"),
        (ChatJob("set_attributes", Pasted("ann"), values={"City": ""}), "empty"),
        (ChatJob("set_attributes", Pasted("ann")), "no_attribute"),
        (ChatJob("remove_attributes", Pasted("ann")), "no_attribute"),
        (ChatJob("replace_tags", Pasted("ann"), tags=("a",)), "dialect"),
    ],
)
def test_what_the_service_could_not_take_is_refused(job: ChatJob, reason: str) -> None:
    with pytest.raises(JobRefused) as refusal:
        check(job, "all_member_push")
    assert refusal.value.reason == reason


def test_users_that_cannot_be_had_are_refused_before_anything_is_asked(bench: Bench) -> None:
    async def play() -> None:
        for source, reason in (
            (Pasted(" \n,"), "no_users"),
            (FromFile(Path("/nowhere/users.txt")), "gone"),
            (FromList("none"), "list_gone"),
        ):
            with pytest.raises(JobRefused) as refusal:
                await bench.people.prepare("chat", ChatJob("read", source))  # type: ignore[arg-type]
            assert refusal.value.reason == reason
        assert bench.calls == []
        assert list((bench.folder / "chat-jobs").iterdir()) == []

    run(play())


def test_a_value_of_50_bytes_is_taken(bench: Bench) -> None:
    async def play() -> None:
        tag = "中" * 16 + "ab"
        seen = await bench.done(ChatJob("add_tags", Pasted("ann"), tags=(tag,)))
        assert seen.row.state == "done"

    run(play())


def test_the_newer_service_replaces_all_tags_at_once(folder: Path) -> None:
    told: list[dict[str, Any]] = []

    def answer(_command: str, fields: dict[str, Any]) -> Mapping[str, Any]:
        told.append(fields)
        return OK

    async def play() -> None:
        bench = Bench(folder, "timpush_chat")
        bench.answer = answer
        tags = tuple(f"t{number}" for number in range(100))
        job = ChatJob("replace_tags", Pasted("ann"), tags=tags)
        await bench.done(job, ticked=True)
        assert told == [{"UserTags": [{"To_Account": "ann", "Tags": [*tags]}], "Replace": 1}]
        bench.database.close()

    run(play())


def test_wide_and_sweeping_jobs_ask_for_more(bench: Bench) -> None:
    assert [level_of("add_tags", n, practice=False) for n in (1, 1_000, 1_001)] == [2, 2, 3]
    assert [level_of("remove_all_tags", n, practice=False) for n in (1, 1_001)] == [3, 4]
    assert level_of("add_tags", 5, practice=False, preferred="strict") == 3
    assert level_of("read", 10**6, practice=False) == 0
    assert level_of("remove_all_tags", 10**6, practice=True) == 0

    async def play() -> None:
        job = ChatJob("remove_all_tags", Pasted("\n".join(users(1_001))))
        seen = await bench.people.prepare("chat", job)
        for said, reason in (
            ({}, "tick"),
            ({"ticked": True}, "name"),
            ({"ticked": True, "typed": "Other"}, "name"),
        ):
            with pytest.raises(JobRefused, match=reason):
                await bench.people.begin(seen.row.id, **said)  # type: ignore[arg-type]
        assert bench.calls == []
        await bench.people.begin(seen.row.id, ticked=True, typed=" aurora ")
        assert (await bench.rested(seen.row.id)).row.state == "done"

    run(play())


def test_a_list_of_lists_and_tags_can_be_used(bench: Bench) -> None:
    path = bench.folder / "members.txt"
    path.write_text("ann\nbob\nann\n")
    row = ListRow(
        id="list",
        kind="account",
        name="Members.txt",
        account_type=0,
        path=path,
        sha256="0" * 64,
        size_bytes=path.stat().st_size,
        rows=3,
        accounts=2,
        duplicates=1,
        verdict={"outcome": "accept", "code": "ok", "notes": ["dup"]},
        created_at=NOW,
        checked_at=NOW,
        original=None,
    )
    with bench.database.transaction() as conn:
        Lists(conn).add(row)

    async def play() -> None:
        seen = await bench.done(ChatJob("add_tags", FromList("list"), tags=("vip",)))
        assert (seen.row.name, seen.row.accounts, seen.row.repeats) == ("Members.txt", 2, 1)
        assert bench.calls == [("im_add_tag", ["ann", "bob"])]

    run(play())


def test_an_app_that_is_removed_takes_its_jobs_along(bench: Bench) -> None:
    async def play() -> None:
        job_id = await bench.people.start_job("chat", tagging(1_000))
        await bench.people.forget("chat")
        with pytest.raises(JobRefused, match="job_gone"):
            await bench.people.job(job_id)
        assert list((bench.folder / "chat-jobs").iterdir()) == []

    run(play())


def test_every_pause_is_listed_once() -> None:
    assert len(set(PAUSES)) == len(PAUSES)
