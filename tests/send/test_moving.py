"""Everything a person wrote goes to another computer and back without doubling; keys never do."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.send.builders import NOW, draft
from tests.send.conftest import Outside, Run
from tests.send.test_connect import form
from tpns_desktop.client import Secret
from tpns_desktop.send.desk import Desk
from tpns_desktop.send.key_pair import KeyPair
from tpns_desktop.send.moving_read import (
    SIZE_MAX_BYTES,
    THINGS_MAX,
    MovingRefused,
    parse_book,
    read_book,
)
from tpns_desktop.send.network import NetworkForm
from tpns_desktop.store.apps import App
from tpns_desktop.store.devices import Device, Devices
from tpns_desktop.store.errors import StoreError
from tpns_desktop.store.tag_book import Tag, TagBook

KEYS = ("canary00android00000000000000000", "canary00ios000000000000000000000")
PROXY_PASSWORD = "canary-proxy-password"


async def shop(desk: Desk, name: str = "Shop", android: str = "1500012345") -> App:
    made = form(
        name=name,
        android=KeyPair.typed(android, KEYS[0]),
        ios=KeyPair.typed("1600012345" if android == "1500012345" else "1600077777", KEYS[1]),
        ios_environment="product",
    )
    return (await desk.save_app(made)).app


async def filled(desk: Desk) -> App:
    """An app with one of everything."""
    app = await shop(desk)
    plan = await desk.plan_book.add(app.id, "Double 11", "48", "49")
    await desk.save_draft(app.id, "draft-1", draft(name="Evening", plan=plan.id))
    await desk.save_template(app.id, draft("tag", name="双11 模板"))
    with desk._database.transaction() as conn:
        TagBook(conn).add(
            Tag(app_id=app.id, tag_type="xg_user_define", tag="会员", added_at=NOW, uses=2)
        )
        Devices(conn).add(
            Device(
                id="phone", app_id=app.id, name="My phone", platform="android", token="t" * 36,
                added_at=NOW,
            )
        )  # fmt: skip
    return app


def other(tmp_path: Path) -> Outside:
    folder = tmp_path / "other computer"
    folder.mkdir()
    return Outside(folder)


def exported(run: Run[Any], path: Path) -> dict[str, Any]:
    async def story(desk: Desk) -> None:
        await filled(desk)
        counts = await desk.export_book(path)
        assert counts == Counter(drafts=1, templates=1, plans=1, tags=1, devices=1)

    run(story)
    told: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return told


def everything(desk: Desk, app: App) -> list[Any]:
    with desk._database.reading() as conn:
        books = TagBook(conn).all(app.id), Devices(conn).all(app.id)
    return [*books]


def test_all_of_it_arrives_and_a_second_time_changes_nothing(
    run: Run[Any], world: Outside, tmp_path: Path
) -> None:
    path = tmp_path / "book.json"
    exported(run, path)
    there = other(tmp_path)

    async def arrive() -> None:
        async with there.desk() as desk:
            app = await shop(desk, "The same shop")
            book, shown = await desk.open_book(path)
            assert shown.new == Counter(drafts=1, templates=1, plans=1, tags=1, devices=1)
            assert await desk.drafts(app.id) == []  # to look changes nothing
            assert await desk.plan_book.all(app.id) == []
            done = await desk.import_book(book)
            assert done == shown
            drafts, (plan,) = await desk.drafts(app.id), await desk.plan_book.all(app.id)
            assert [(row.name, row.template) for row in drafts] == [
                ("双11 模板", 1),
                ("Evening", 0),
            ]
            assert [row.app_id for row in drafts] == [app.id] * 2
            assert drafts[1].data["plan"] == plan.id
            assert (plan.android_plan_id, plan.ios_plan_id) == ("48", "49")
            before = [drafts, plan, *everything(desk, app)]
            again = await desk.import_book(book)
            assert (again.changes, again.same.total()) == (0, 5)
            after = [await desk.drafts(app.id), (await desk.plan_book.all(app.id))[0]]
            assert [*after, *everything(desk, app)] == before

    asyncio.run(arrive())


def test_no_key_and_no_password_is_in_the_file(
    run: Run[Any], world: Outside, tmp_path: Path
) -> None:
    path = tmp_path / "book.json"

    async def story(desk: Desk) -> None:
        await filled(desk)
        await desk.use_practice(world.line)
        await desk.save_network(
            NetworkForm("own", "proxy.example:8080", "user", Secret(PROXY_PASSWORD), "")
        )
        await desk.export_book(path)

    run(story)
    assert world.keyring is not None
    secrets = [*KEYS, PROXY_PASSWORD, *world.keyring.kept.values()]
    secrets += [keys["secret_key"] for keys in world.line["tpns"].values()]
    data = path.read_bytes()
    assert b"Evening" in data
    assert [secret for secret in secrets if secret.encode() in data] == []
    # Nor anything that says where they are.
    assert not {"key", "secret", "password"} & {
        word for app in json.loads(data)["apps"] for name in app for word in name.split("_")
    }


@pytest.mark.skipif(sys.platform == "win32", reason="rights as on POSIX")
def test_the_file_is_for_its_owner_and_is_replaced_in_one_step(
    run: Run[Any], tmp_path: Path
) -> None:
    path = tmp_path / "book.json"
    path.write_text("older")
    exported(run, path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".")]

    async def nowhere(desk: Desk) -> None:
        with pytest.raises(OSError, match="nowhere"):
            await desk.export_book(tmp_path / "nowhere" / "book.json")

    run(nowhere)


def test_what_is_newer_here_stays_and_what_is_newer_there_comes(
    run: Run[Any], world: Outside, tmp_path: Path
) -> None:
    path = tmp_path / "book.json"
    told = exported(run, path)
    (app_told,) = [app for app in told["apps"] if app["drafts"]]
    one, two = sorted(app_told["drafts"], key=lambda told: told["template"])
    one["updated_at"] = (NOW - timedelta(days=1)).isoformat()
    one["draft"]["message"]["title"] = "older there"
    two["updated_at"] = "9999-12-31T00:00:00+00:00"
    two["draft"]["message"]["title"] = "newer there"
    app_told["tags"][0] |= {"uses": 9, "used_at": NOW.isoformat()}
    app_told["devices"][0] |= {
        "name": "Renamed",
        "used_at": (NOW + timedelta(seconds=30)).isoformat(),
    }
    world.clock.leap(60)

    async def story(desk: Desk) -> None:
        (app,) = [app for app in await desk.apps() if not app.practice]
        done = await desk.import_book(parse_book(json.dumps(told).encode()))
        assert done.newer == Counter(templates=1, tags=1, devices=1)
        assert done.same.total() == 2
        titles = {row.id: row.title for row in await desk.drafts(app.id)}
        assert titles[two["id"]] == "newer there"
        assert titles[one["id"]] == "Sale tonight"
        # A clock that ran ahead there: what is typed here afterwards is the newer one.
        found = await desk.draft(two["id"])
        assert found is not None
        assert found.updated_at == world.clock.now()
        tags, devices = everything(desk, app)
        assert (tags[0].uses, devices[0].name) == (9, "Renamed")

    run(story)


def test_an_app_that_is_not_here_is_named_and_its_things_can_come_later(
    run: Run[Any], tmp_path: Path
) -> None:
    path = tmp_path / "book.json"
    exported(run, path)
    there = other(tmp_path)

    async def arrive() -> None:
        async with there.desk() as desk:
            stranger = await shop(desk, "Another", "1500077777")
            book, shown = await desk.open_book(path)
            (left,) = shown.left_out
            assert (left.name, left.access_ids, left.things) == (
                "Shop", ("1500012345", "1600012345"), 5,
            )  # fmt: skip
            assert shown.changes == 0
            await desk.import_book(book)
            assert await desk.drafts(stranger.id) == []
            app = await shop(desk)
            assert (await desk.import_book(book)).new.total() == 5
            assert len(await desk.drafts(app.id)) == 2

    asyncio.run(arrive())


def test_a_file_that_was_edited_takes_no_draft_from_another_app(
    run: Run[Any], tmp_path: Path
) -> None:
    path = tmp_path / "book.json"

    async def story(desk: Desk) -> None:
        app, victim = await filled(desk), await shop(desk, "Other", "1500077777")
        await desk.save_draft(victim.id, "theirs", draft(name="Theirs"))
        plan = await desk.plan_book.add(victim.id, "Their plan", "900", "901")
        await desk.export_book(path)
        told = json.loads(path.read_text("utf-8"))
        mine = next(one for one in told["apps"] if one["id"] == app.id)
        for one in mine["drafts"]:
            one["id"], one["updated_at"] = "theirs", NOW.isoformat()
            one["draft"] |= {"name": "Forged", "plan": plan.id}
            one["template"] = False
        told["apps"] = [mine | {"drafts": mine["drafts"][:1]}]
        path.write_text(json.dumps(told), "utf-8")
        for _ in range(2):
            book, _shown = await desk.open_book(path)
            await desk.import_book(book)
        kept = await desk.draft("theirs")
        assert kept is not None
        assert (kept.app_id, kept.data["name"]) == (victim.id, "Theirs")
        forged = [one for one in await desk.drafts(app.id) if one.data["name"] == "Forged"]
        assert [one.data["plan"] for one in forged] == [None]

    run(story)


def test_a_plan_that_was_added_here_by_hand_is_not_doubled(run: Run[Any], tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    exported(run, path)
    there = other(tmp_path)

    async def arrive() -> None:
        async with there.desk() as desk:
            app = await shop(desk)
            mine = await desk.plan_book.add(app.id, "Same plan", "48", None)
            book, _ = await desk.open_book(path)
            done = await desk.import_book(book)
            (plan,) = await desk.plan_book.all(app.id)
            assert (plan.id, plan.name, plan.ios_plan_id) == (mine.id, "Same plan", "49")
            assert done.newer["plans"] == 1
            found = await desk.draft("draft-1")
            assert found is not None
            assert found.data["plan"] == mine.id

    asyncio.run(arrive())


def whole() -> dict[str, Any]:
    at = NOW.isoformat()
    return {
        "kind": "tpns-desktop-book", "version": 1, "made_at": at, "program": "1",
        "apps": [{
            "id": "a", "name": "Shop", "practice": False,
            "android_access_id": "1500012345", "ios_access_id": None,
            "drafts": [{"id": "d", "template": False, "updated_at": at, "draft": {"name": "x"}}],
            "plans": [{"id": "p", "name": "n", "description": "", "android_plan_id": "1",
                       "ios_plan_id": None, "created_at": at}],
            "tags": [{"tag_type": "t", "tag": "g", "added_at": at, "used_at": None, "uses": 0}],
            "devices": [{"id": "v", "name": "n", "platform": "ios", "token": "t", "note": "",
                         "added_at": at, "used_at": None}],
        }],
    }  # fmt: skip


Change = Callable[[dict[str, Any]], Any]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda told: told.update(version=2), "newer"),
        (lambda told: told.update(version="1"), "damaged"),
        (lambda told: told.update(kind="something else"), "foreign"),
        (lambda told: told.update(apps={}), "damaged"),
        (lambda told: told.pop("made_at"), "damaged"),
        (lambda told: told.update(made_at="2026-01-01"), "damaged"),
        (lambda told: told["apps"].append(7), "damaged"),
        (lambda told: told["apps"][0].update(practice=1), "damaged"),
        (lambda told: told["apps"][0]["drafts"][0].update(id="../x"), "damaged"),
        (lambda told: told["apps"][0]["drafts"][0].update(draft=[]), "damaged"),
        (lambda told: told["apps"][0]["drafts"][0].update(draft={"audience": "all"}), "damaged"),
        (lambda told: told["apps"][0]["drafts"][0].update(draft={"schedule": "now"}), "damaged"),
        (lambda told: told["apps"][0]["drafts"][0].update(updated_at=5), "damaged"),
        (lambda told: told["apps"][0]["plans"][0].update(android_plan_id=48), "damaged"),
        (lambda told: told["apps"][0]["tags"][0].update(uses=-1), "damaged"),
        (lambda told: told["apps"][0]["tags"][0].update(uses=True), "damaged"),
        (lambda told: told["apps"][0]["devices"][0].update(platform="web"), "damaged"),
        (lambda told: told["apps"][0]["devices"][0].update(token="a\0b"), "damaged"),
        (
            lambda told: told["apps"][0].update(drafts=told["apps"][0]["drafts"] * THINGS_MAX),
            "too_large",
        ),
    ],
)
def test_a_file_of_another_shape_is_refused_with_a_reason(change: Change, reason: str) -> None:
    told = whole()
    parse_book(json.dumps(told).encode())
    change(told)
    with pytest.raises(MovingRefused) as refused:
        parse_book(json.dumps(told).encode())
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "foreign"),
        (b"\x89PNG\r\n", "foreign"),
        (b"[]", "foreign"),
        (b'{"kind": 1}', "foreign"),
        (b"[" * 100_000, "foreign"),
        (json.dumps(whole()).encode()[:-20], "damaged"),
        (json.dumps(whole()).replace('"uses": 0', '"uses": NaN').encode(), "damaged"),
        (json.dumps(whole()).encode("utf-16"), "foreign"),
    ],
)
def test_what_is_no_such_file_or_a_part_of_one_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(MovingRefused) as refused:
        parse_book(data)
    assert refused.value.reason == reason


def test_a_draft_nested_without_end_is_refused() -> None:
    told = whole()
    deep: dict[str, Any] = {}
    for _ in range(200):
        deep = {"x": deep}
    told["apps"][0]["drafts"][0]["draft"] = deep
    with pytest.raises(MovingRefused) as refused:
        parse_book(json.dumps(told).encode())
    assert refused.value.reason == "damaged"


def test_huge_missing_and_odd_files_are_refused_unread(tmp_path: Path) -> None:
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(SIZE_MAX_BYTES + 1)
    refusals = {huge: "too_large", tmp_path / "missing": "unreadable", tmp_path: "foreign"}
    if hasattr(os, "mkfifo"):
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        refusals[pipe] = "foreign"
    for path, reason in refusals.items():
        with pytest.raises(MovingRefused) as refused:
            read_book(path)
        assert refused.value.reason == reason


def test_a_half_that_fails_leaves_nothing(run: Run[Any], world: Outside) -> None:
    async def story(desk: Desk) -> None:
        app = await shop(desk)
        told = whole()
        told["apps"][0]["drafts"] += [
            {"id": "e", "template": True, "updated_at": NOW.isoformat(), "draft": {"n": 10**400}}
        ]
        book = parse_book(json.dumps(told).encode())
        with desk._database.transaction() as conn:
            conn.exec_driver_sql(
                "CREATE TEMP TRIGGER broken BEFORE INSERT ON devices BEGIN"
                " SELECT RAISE(ABORT, 'broken'); END"
            )
        with pytest.raises(StoreError):
            await desk.import_book(book)
        assert await desk.drafts(app.id) == []
        assert await desk.plan_book.all(app.id) == []

    run(story)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_whatever_stands_in_one_place_it_is_taken_or_refused(data: st.DataObject) -> None:
    told = whole()
    place: Any = data.draw(
        st.sampled_from(
            [told, told["apps"][0]]
            + [told["apps"][0][kind][0] for kind in ("drafts", "plans", "tags", "devices")]
        )
    )
    key = data.draw(st.sampled_from(sorted(place)))
    place[key] = data.draw(JSON)
    with contextlib.suppress(MovingRefused):  # and nothing else
        parse_book(json.dumps(told).encode())
