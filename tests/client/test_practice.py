"""The client against the practice service, which reads requests as a stranger would.

Most within this process, a few over a real loopback socket.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest

from tpns_desktop.client import (
    BadAnswer,
    KeyRefused,
    MaybeSent,
    NotSent,
    Refused,
    Secret,
    TpnsClient,
    practice_access_point,
)
from tpns_desktop.client.credentials import Scheme
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.model.outcome import verdict_of
from tpns_desktop.practice.population import Population
from tpns_desktop.practice.rules import Platform, Rules
from tpns_desktop.practice.server import serve
from tpns_desktop.practice.service import PracticeService
from tpns_desktop.practice.state import World

NOW_S = 1768000000.0

Call = Callable[[TpnsClient], Awaitable[Any]]


def _world(**rules: Any) -> World:
    return World(Population(seed=1, devices=400), Rules(**rules))


@pytest.fixture
def world() -> World:
    return _world()


_IOS: dict[str, Any] = {
    "environment": "product",
    "message": {"title": "Order shipped", "content": "Parcel", "ios": {"aps": {"alert": {}}}},
}


class Clock:
    """A time that tests move."""

    def __init__(self) -> None:
        self.now_s = NOW_S

    def __call__(self) -> float:
        return self.now_s


def _body(**fields: Any) -> bytes:
    push = {
        "audience_type": "all",
        "message_type": "notify",
        "message": {"title": "Order shipped 你好", "content": "Parcel 4711"},
        **fields,
    }
    return json.dumps(push, ensure_ascii=False, separators=(",", ":")).encode()


def _ask(
    world: World,
    call: Call,
    *,
    platform: Platform = "android",
    scheme: Scheme = "signature",
    clock: Callable[[], float] = lambda: NOW_S,
    service_clock: Callable[[], float] = lambda: NOW_S,
    secret_key: str | None = None,
    access_id: str | None = None,
) -> Any:
    keys = world.applications[platform].credentials

    async def run() -> Any:
        async with TpnsClient(
            practice_access_point("http://127.0.0.1:4711"),
            access_id or keys.access_id,
            Secret(secret_key or keys.secret_key),
            scheme=scheme,
            clock=clock,
            transport=httpx.ASGITransport(PracticeService(world, clock=service_clock)),
        ) as client:
            return await call(client)

    return asyncio.run(run())


# -------------------------------------------------------------------------- in this process


@pytest.mark.parametrize("scheme", ["signature", "basic"])
@pytest.mark.parametrize(("platform", "fields"), [("android", {}), ("ios", _IOS)])
def test_a_push_is_accepted_and_arrives_byte_for_byte(
    world: World, scheme: Scheme, platform: Platform, fields: dict[str, Any]
) -> None:
    body = _body(seq=77, **fields)
    answer = _ask(world, lambda client: client.push(body), platform=platform, scheme=scheme)
    (push,) = world.applications[platform].pushes
    assert push.body == body
    assert answer.push_ids == (push.push_id,)
    assert answer.seq == 77
    assert answer.raw


def test_a_loop_has_several_ids(world: World) -> None:
    day = datetime.fromtimestamp(NOW_S, SERVICE_ZONE).date()
    loop = {
        "startDate": str(day + timedelta(days=1)),
        "endDate": str(day + timedelta(days=3)),
        "loopType": 1,
        "loopDayIndexs": [0],
        "dayTimes": ["09:00:00"],
    }
    answer = _ask(world, lambda client: client.push(_body(loop_param=loop)))
    assert len(answer.push_ids) == 3


def test_skipped_tokens_are_named(world: World) -> None:
    token = world.population.known().tokens["android"][0]
    body = _body(audience_type="token_list", token_list=[token, "bad"], ignore_invalid_token=1)
    assert _ask(world, lambda client: client.push(body)).skipped_tokens == ("bad",)


def test_a_plan_is_created_and_can_be_used(world: World) -> None:
    plan = _ask(world, lambda client: client.create_plan("春季 Spring", "All of it"))
    assert (plan.name, plan.description) == ("春季 Spring", "All of it")
    body = _body(plan_id=plan.plan_id)
    assert _ask(world, lambda client: client.push(body)).push_ids


def test_a_push_is_found_again_by_id_and_by_day(world: World) -> None:
    answer = _ask(world, lambda client: client.push(_body()))
    today = datetime.fromtimestamp(NOW_S, SERVICE_ZONE).date()
    (by_id,) = _ask(world, lambda client: client.push_records(answer.push_ids[0]))
    (by_day,) = _ask(
        world,
        lambda client: client.push_records(
            start=today, end=today, push_type="all", msg_type="notify", offset=0, limit=200
        ),
    )
    for record in (by_id, by_day):
        assert record.push_id == answer.push_ids[0]
        assert record.title == "Order shipped 你好"
        assert record.source == "api"
        assert record.created_at is not None
        assert int(record.created_at.timestamp()) == int(NOW_S)


@pytest.mark.parametrize(
    ("platform", "fields", "channel"),
    [("android", {}, "xg"), ("ios", _IOS, "apns")],
)
def test_counters_grow_and_arrivals_are_counted_on_both_platforms(
    world: World, platform: Platform, fields: dict[str, Any], channel: str
) -> None:
    clock = Clock()
    given: Any = {"platform": platform, "clock": clock, "service_clock": clock}
    answer = _ask(world, lambda client: client.push(_body(**fields)), **given)
    clock.now_s += 3600
    counters = _ask(world, lambda client: client.push_counters(answer.push_ids[0]), **given)
    by_channel = {row.channel: row for row in counters}
    assert channel in by_channel
    total = by_channel["all"]
    assert total.planned is not None
    assert total.planned >= (total.delivered or 0) >= (total.arrived or 0) > 0


def test_the_device_overview_counts_the_population(world: World) -> None:
    today = datetime.fromtimestamp(NOW_S, SERVICE_ZONE).date()
    days = _ask(world, lambda client: client.device_overview(today - timedelta(days=6), today))
    assert [day.date for day in days] == [today - timedelta(days=6 - n) for n in range(7)]
    assert days[-1].total == world.applications["android"].fleet.size


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"secret_key": "0" * 32}, 1008003),
        ({"secret_key": "0" * 32, "scheme": "basic"}, 1008003),
        ({"access_id": "1500999999999"}, 1008035),
        ({"clock": lambda: NOW_S - 601}, 1008003),
        ({"clock": lambda: NOW_S + 601}, 1008003),
    ],
    ids=["key", "basic key", "access id", "clock behind", "clock ahead"],
)
def test_a_failed_log_in_is_refused_with_its_code(
    world: World, given: dict[str, Any], code: int
) -> None:
    for call in (lambda client: client.push(_body()), lambda client: client.push_records("1")):
        with pytest.raises(Refused) as caught:
            _ask(world, call, **given)
        assert caught.value.code == code
        assert caught.value.text
    assert world.applications["android"].pushes == []


@pytest.mark.parametrize("skew_s", [-599, 599])
def test_a_clock_within_ten_minutes_is_good_enough(world: World, skew_s: int) -> None:
    clock = lambda: NOW_S + skew_s  # noqa: E731
    assert _ask(world, lambda client: client.push(_body()), clock=clock).push_ids


def test_a_failed_log_in_by_status_is_unknown_for_a_push_and_bad_for_a_question() -> None:
    world = _world(login_failure_status=403)
    with pytest.raises(MaybeSent) as push:
        _ask(world, lambda client: client.push(_body()), secret_key="0" * 32)
    with pytest.raises(BadAnswer) as question:
        _ask(world, lambda client: client.push_counters("1"), secret_key="0" * 32)
    for error in (push.value, question.value):
        assert (error.reason, error.status) == ("http_status", 403)


def test_a_second_broadcast_within_a_second_is_too_fast(world: World) -> None:
    _ask(world, lambda client: client.push(_body()))
    with pytest.raises(Refused) as caught:
        _ask(world, lambda client: client.push(_body(message={"title": "a", "content": "b"})))
    assert verdict_of(caught.value.code) == "too_fast"


def test_the_same_broadcast_within_the_hour_is_repeated(world: World) -> None:
    _ask(world, lambda client: client.push(_body()))
    later: Any = {"clock": lambda: NOW_S + 60, "service_clock": lambda: NOW_S + 60}
    with pytest.raises(Refused) as caught:
        _ask(world, lambda client: client.push(_body()), **later)
    assert caught.value.code == 10010018
    assert verdict_of(caught.value.code) == "unknown"


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda client: client.push(b"{}"), 1008002),
        (lambda client: client.push(b"not JSON"), 1008001),
        (lambda client: client.push_counters("1"), 1008015),
    ],
)
def test_what_is_wrong_is_refused_with_its_code(world: World, call: Call, code: int) -> None:
    with pytest.raises(Refused) as caught:
        _ask(world, call)
    assert caught.value.code == code


# ------------------------------------------------------------------------- over a socket


def _serve(world: World, use: Callable[[str], Awaitable[Any]]) -> Any:
    """Run `use` with the address of a service that listens on a free port of 127.0.0.1."""

    async def run() -> Any:
        stop = asyncio.Event()
        address: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        async with asyncio.TaskGroup() as group:
            group.create_task(
                serve(PracticeService(world), port=0, on_listening=address.set_result, stop=stop)
            )
            try:
                return await use(await address)
            finally:
                stop.set()

    return asyncio.run(run())


def _client(world: World, url: str, **given: Any) -> TpnsClient:
    keys = world.applications["android"].credentials
    return TpnsClient(practice_access_point(url), keys.access_id, Secret(keys.secret_key), **given)


@pytest.mark.parametrize("scheme", ["signature", "basic"])
def test_over_a_socket_a_push_arrives_and_is_found(world: World, scheme: Scheme) -> None:
    async def use(url: str) -> None:
        async with _client(world, url, scheme=scheme) as client:
            answer = await client.push(_body())
            (record,) = await client.push_records(answer.push_ids[0])
            assert record.push_id == answer.push_ids[0]
            assert await client.push_counters(answer.push_ids[0])
            plan = await client.create_plan("Spring", "All")
            assert plan.plan_id
            assert client.clock_skew_s is not None
            assert abs(client.clock_skew_s) < 60

    _serve(world, use)
    (push,) = world.applications["android"].pushes
    assert push.body == _body()


def test_over_a_socket_a_wrong_key_is_refused_and_nothing_taken(world: World) -> None:
    async def use(url: str) -> None:
        keys = world.applications["android"].credentials
        async with TpnsClient(
            practice_access_point(url), keys.access_id, Secret("0" * 32)
        ) as client:
            with pytest.raises(Refused) as caught:
                await client.push(_body())
            assert caught.value.code == 1008003

    _serve(world, use)
    assert world.applications["android"].pushes == []


def test_after_the_service_has_ended_nothing_is_sent(world: World) -> None:
    async def keep(url: str) -> str:
        return url

    url = _serve(world, keep)

    async def push() -> None:
        async with _client(world, url) as client:
            await client.push(_body())

    with pytest.raises(NotSent) as caught:
        asyncio.run(push())
    assert caught.value.reason == "refused_connection"
    assert not isinstance(caught.value, KeyRefused)
