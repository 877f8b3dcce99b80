"""A test goes to exactly the devices that were chosen, whatever the draft says."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.send.builders import NOW, app, context, draft
from tests.send.conftest import Outside, Run
from tests.send.test_desk import form
from tpns_desktop.send.checks import RecentTest, examine
from tpns_desktop.send.desk import Batch, Desk, SendTestRefused
from tpns_desktop.send.device_book import Device, DeviceForm
from tpns_desktop.send.differences import PREFIXES, content_digest, digests_as_test
from tpns_desktop.send.test_send import bodies_of_test, names_exactly, tokens_of

ANDROID = "0a" * 18
IOS = "0b" * 18
OTHER = "0c" * 18


def device(token: str = ANDROID, platform: str = "android", **changes: Any) -> Device:
    values: dict[str, Any] = {
        "id": f"{platform}-{token}",
        "app_id": "shop",
        "name": f"Phone {token[:4]}",
        "platform": platform,
        "token": token,
        "added_at": NOW,
    }
    return Device(**values | changes)


# ------------------------------------------------------------------------- exactly these devices

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)

HOSTILE = st.fixed_dictionaries(
    {},
    optional={
        "audience__device": st.fixed_dictionaries(
            {
                "text": st.sampled_from([OTHER, f"{OTHER}\n{IOS}", ""]),
                "platform": st.sampled_from(["android", "ios", None]),
                "named": st.just([{"name": "x", "token": OTHER, "platform": "android"}]),
                "skip_bad": st.booleans(),
            }
        ),
        "audience__account__text": st.just("alice\nbob"),
        "audience__file": JSON,
        "schedule__kind": st.sampled_from(["now", "at", "loop", None, 7]),
        "schedule__at": st.just("2026-12-01T09:30"),
        "schedule__speed": st.sampled_from(["", "2000", "x"]),
        "schedule__replaces": st.just({"android": "17", "ios": "18", "title": "x"}),
        "schedule__all_packages": st.booleans(),
        "schedule__channels_off": st.sampled_from([[], ["hw"], "hw"]),
        "schedule__expire_s": st.sampled_from(["86400", "0", "", None, {"a": 1}]),
        "sms__on": st.booleans(),
        "sms__template_id": st.just("123"),
        "sms__app_id": st.just("140"),
        "plan": st.sampled_from(["plan1", None, 4]),
        "message": JSON,
        "message__title": st.text(max_size=20) | JSON,
        "message__content": st.text(max_size=20),
        "token_list": st.just([OTHER]),
        "audience_type": st.just("all"),
        "tag_rules": st.just([]),
        "audience": JSON,
        "schedule": JSON,
    },
)


def hostile_draft(kind: str | None, changes: dict[str, Any]) -> dict[str, Any]:
    """A draft with `changes`, as far as the earlier ones leave a way for the later."""
    made = draft(kind)
    for path, value in changes.items():
        *way, last = path.split("__")
        place: Any = made
        for name in way:
            place = place.get(name) if isinstance(place, dict) else None
        if isinstance(place, dict):
            place[last] = value
    return made


CHOSEN = st.lists(
    st.builds(
        device,
        st.text("0123456789abcdef", min_size=36, max_size=36),
        st.sampled_from(["android", "ios"]),
    ),
    min_size=1,
    max_size=5,
)


def bodies_or_none(
    of: dict[str, Any], chosen: list[Device], prefix: str
) -> dict[str, bytes] | None:
    """None where the message is not fit to be sent to anybody."""
    with contextlib.suppress(SendTestRefused):
        return bodies_of_test(of, chosen, context(), prefix)
    return None


@given(
    st.sampled_from(["all", "tag", "account", "device", "file", None]),
    HOSTILE,
    CHOSEN,
    st.sampled_from(["", *PREFIXES]),
)
def test_whatever_the_draft_a_test_names_the_chosen_tokens_and_no_other_audience(
    kind: str | None, changes: dict[str, Any], chosen: list[Device], prefix: str
) -> None:
    bodies = bodies_or_none(hostile_draft(kind, changes), chosen, prefix)
    if bodies is None:
        return
    assert set(bodies) == {one.platform for one in chosen}
    for platform, body in bodies.items():
        data = json.loads(body)
        wanted = [one.token for one in chosen if one.platform == platform]
        assert data["audience_type"] == "token_list"
        assert data["token_list"] == list(dict.fromkeys(wanted))
        assert not {
            "tag_rules", "account_list", "upload_id", "send_time", "loop_param", "push_speed",
            "plan_id", "resend_by_sms", "sms_info", "collapse_id", "multi_pkg", "force_collapse",
        } & set(data)  # fmt: skip
        assert OTHER not in body.decode() or OTHER in wanted or OTHER in str(changes)


@pytest.mark.parametrize("kind", ["all", "tag", "account", "device", "file"])
def test_a_good_draft_to_anyone_becomes_a_test(kind: str) -> None:
    bodies = bodies_of_test(draft(kind), [device(), device(IOS, "ios")], context())
    assert {p: json.loads(b)["token_list"] for p, b in bodies.items()} == {
        "android": [ANDROID],
        "ios": [IOS],
    }
    assert json.loads(bodies["android"])["message"]["title"] == "Sale tonight"


@pytest.mark.parametrize(
    "change",
    [
        {"audience_type": "all"},
        {"token_list": [ANDROID, OTHER]},
        {"token_list": []},
        {"tag_rules": []},
        {"upload_id": 7},
        {"plan_id": "4"},
        {"send_time": "2026-12-01 09:30:00"},
        {"resend_by_sms": True},
        {"collapse_id": 9},
    ],
)
def test_bytes_that_could_reach_anybody_else_are_no_test(change: dict[str, Any]) -> None:
    body = json.loads(bodies_of_test(draft("all"), [device()], context())["android"])
    assert names_exactly(json.dumps(body).encode(), [ANDROID])
    assert not names_exactly(json.dumps(body | change).encode(), [ANDROID])
    assert not names_exactly(b"[]", [ANDROID])
    assert not names_exactly(b"{", [ANDROID])


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_prefix_stands_before_the_title_and_never_says_test(prefix: str) -> None:
    body = json.loads(bodies_of_test(draft("all"), [device()], context(), prefix)["android"])
    assert body["message"]["title"] == f"{prefix}Sale tonight"
    assert "测试" not in prefix
    assert "test" not in prefix.lower()
    with pytest.raises(ValueError, match="prefix"):
        bodies_of_test(draft("all"), [device()], context(), "【测试】")


def test_what_a_test_needs_is_said() -> None:
    def reason(*chosen: Device, **changes: Any) -> str:
        with pytest.raises(SendTestRefused) as refused:
            bodies_of_test(draft("all", **changes), chosen, context(app=app(ios_access_id=None)))
        return refused.value.reason

    assert reason() == "no_device"
    assert reason(device(IOS, "ios")) == "no_platform"
    assert reason(device(), message__title="") == "not_ready"
    assert reason(device("two\nlines")) == "not_exact"
    assert reason(*(device(f"{n:036x}") for n in range(1001))) == "too_many"


def test_one_token_under_two_names_is_one() -> None:
    twice = [device(), device(name="The same")]
    assert tokens_of(twice, "android") == (ANDROID,)


# ---------------------------------------------------------------------------------- from the desk


async def shop(desk: Desk) -> tuple[str, list[str]]:
    saved = await desk.save_app(form())
    ids = []
    for name, platform, token in (("Li's phone", "android", ANDROID), ("iPhone 15", "ios", IOS)):
        ids.append((await desk.save_device(saved.app.id, DeviceForm(name, platform, token))).id)
    return saved.app.id, ids


async def after_test(
    desk: Desk, world: Outside, ids: Sequence[str], of: dict[str, Any], prefix: str = ""
) -> Batch:
    app_id = (await desk.apps())[0].id
    batch = await desk.send_test(app_id, "draft1", of, ids, prefix)
    await world.clock.advance(1)
    found = await desk.batch(batch.id)
    assert found is not None
    return found


def test_a_test_is_frozen_claimed_and_sent_at_once(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        _, ids = await shop(desk)
        done = await after_test(desk, world, ids, draft("all", name="Winter"), PREFIXES[1])
        assert [json.loads(body)["token_list"] for body in world.pushes] == [[ANDROID], [IOS]]
        assert [row.body for row in done.rows] == world.pushes
        assert {(r.purpose, r.level, r.name) for r in done.rows} == {("test", 1, "Winter")}
        assert done.audience["devices"] == ["Li's phone", "iPhone 15"]
        assert all(one.used_at is not None for one in await desk.devices(done.app_id))

    world.answer = accepting()
    run(story)


def accepting() -> Any:
    import httpx

    count = 0

    async def answer(request: httpx.Request) -> httpx.Response:
        nonlocal count
        count += 1
        return httpx.Response(200, json={"seq": 0, "push_id": str(count), "ret_code": 0})

    return answer


def test_tests_stand_neither_in_each_others_way_nor_in_that_of_the_push(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app_id, ids = await shop(desk)
        to_device = draft("device", audience__device__text=ANDROID)
        for _ in range(3):
            done = await after_test(desk, world, ids[:1], to_device)
            assert done.state == "accepted"
        review = await desk.review(app_id, "draft1", to_device)
        assert not {f.id for f in review.examination.findings if f.id.startswith("dup")}
        batch = await desk.confirm(review, set(review.required_ticks))
        await world.clock.advance(20)
        found = await desk.batch(batch.id)
        assert found is not None
        assert found.state == "accepted"
        # Nor does the push stand in the way of a test, or a test void a review.
        review = await desk.review(app_id, "draft2", draft("account"))
        assert (await after_test(desk, world, ids[:1], to_device)).state == "accepted"
        await desk.send_test(app_id, "draft2", draft("account"), ids)
        await desk.confirm(review, set(review.required_ticks))

    world.answer = accepting()
    run(story)


def test_an_unknown_test_locks_nothing(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        _, ids = await shop(desk)
        world.answer = failing
        assert (await after_test(desk, world, ids, draft("all"))).state == "unknown"
        world.answer = accepting()
        assert (await after_test(desk, world, ids, draft("all"))).state == "accepted"

    async def failing(request: Any) -> Any:
        import httpx

        raise httpx.ReadError("cut")

    run(story)


def test_devices_that_are_not_in_the_book_get_nothing(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app_id, ids = await shop(desk)
        await desk.remove_device(ids[0])
        for wanted in ([ids[0]], [ids[1], ids[0]], ["made-up"], [ANDROID]):
            with pytest.raises(SendTestRefused) as refused:
                await desk.send_test(app_id, "draft1", draft("all"), wanted)
            assert refused.value.reason == "device_gone"
        other = await desk.save_app(form(name="Other", android=None))
        with pytest.raises(SendTestRefused):
            await desk.send_test(other.app.id, "draft1", draft("all"), [ids[1]])
        assert world.pushes == []
        assert await desk.batches(None) == []

    run(story)


# ------------------------------------------------------------------------------- what was tested


def test_a_wide_live_push_that_nobody_saw_on_a_phone_wants_a_tick() -> None:
    seen = examine(draft("all"), context())
    (found,) = [f for f in seen.findings if f.id == "test.none"]
    assert (found.level, found.fix, found.platform) == ("W", "send_test", None)
    for kind in ("tag",):
        assert "test.none" in {f.id for f in examine(draft(kind), context()).findings}


def recent_tests(of: dict[str, Any], prefix: str = "", **changes: Any) -> tuple[RecentTest, ...]:
    bodies = bodies_of_test(of, [device(), device(IOS, "ios")], context(), prefix)
    return tuple(
        RecentTest(**{"platform": platform, "digest": content_digest(body), "at": NOW} | changes)
        for platform, body in bodies.items()
    )


@pytest.mark.parametrize("prefix", ["", *PREFIXES])
def test_a_test_of_this_very_content_silences_it_for_a_day(prefix: str) -> None:
    tests = recent_tests(draft("all"), prefix)

    def said(of: dict[str, Any], **changes: Any) -> list[str | None]:
        examined = examine(of, context(**{"tests": tests} | changes))
        return [f.platform for f in examined.findings if f.id == "test.none"]

    assert said(draft("all")) == []
    assert said(draft("tag")) == []  # to whom it goes is not what a phone shows
    assert said(draft("all", message__title="Sale tomorrow")) == [None]
    assert said(draft("all", message__tap={"kind": "web", "url": "https://x.example"})) == [
        "android"
    ]
    assert said(draft("all"), now=NOW + timedelta(hours=24)) == [None]
    assert said(draft("all"), tests=tests[:1]) == ["ios"]


@pytest.mark.parametrize("kind", ["account", "device"])
def test_narrow_pushes_practice_and_test_builds_are_not_asked(kind: str) -> None:
    assert "test.none" not in {f.id for f in examine(draft(kind), context()).findings}
    practice = context(app=app(kind="practice", access_point="http://127.0.0.1:4711"))
    builds = context(app=app(android_access_id=None, ios_environment="dev"))
    for place in (practice, builds):
        assert "test.none" not in {f.id for f in examine(draft("all"), place).findings}


def test_a_draft_whose_own_title_has_the_prefix_is_known_by_its_test() -> None:
    own = draft("all", message__title=f"{PREFIXES[0]}Sale")
    body = bodies_of_test(own, [device()], context())["android"]
    assert content_digest(body) in digests_as_test(body)
    assert {f.id for f in examine(own, context(tests=recent_tests(own))).findings}.isdisjoint(
        {"test.none"}
    )


def test_a_review_says_what_changed_since_the_last_test(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app_id, ids = await shop(desk)
        assert (await desk.review(app_id, "draft1", draft("all"))).last_test is None
        first = await after_test(desk, world, ids, draft("all"), PREFIXES[0])
        same = (await desk.review(app_id, "draft1", draft("all"))).last_test
        assert same is not None
        assert (same.same, same.batch_id) == (True, first.id)
        assert same.devices == ("Li's phone", "iPhone 15")
        review = await desk.review(app_id, "draft1", draft("all", message__title="Sale at 8"))
        assert review.last_test is not None
        (changed,) = review.last_test.differences["android"]
        assert (changed.path, changed.old, changed.new) == (
            "message.title",
            "Sale tonight",
            "Sale at 8",
        )
        await after_test(desk, world, ids[:1], draft("all", message__title="Sale at 8"))
        again = await desk.review(app_id, "draft1", draft("all", message__title="Sale at 8"))
        assert again.last_test is not None
        assert again.last_test.differences["android"] == ()
        assert [d.path for d in again.last_test.differences["ios"]] == ["message.title"]
        # A test of one draft says nothing of another.
        assert (await desk.review(app_id, "draft2", draft("all"))).last_test is None

    world.answer = accepting()
    run(story)
