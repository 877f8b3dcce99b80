"""What may stand in the page *Connect my app*, and where the keys that it takes are kept."""

from __future__ import annotations

from typing import Any

import pytest

from tests.send.builders import app
from tests.send.conftest import Outside, Run
from tests.store.keyrings import OtherKeyring, RaisingKeyring, StubbornKeyring
from tpns_desktop.client import Secret
from tpns_desktop.send.connect import AppForm, FormRefused, checked
from tpns_desktop.send.desk import Desk
from tpns_desktop.send.key_pair import KeyPair

KEY = "0123456789abcdef0123456789abcdef"


def form(**changes: Any) -> AppForm:
    values: dict[str, Any] = {
        "name": "Shop",
        "colour": "#aa0000",
        "access_point": "guangzhou",
        "android": KeyPair.typed("1500012345", KEY),
        "ios": None,
        "ios_environment": None,
    }
    return AppForm(**values | changes)


def problems(made: AppForm, **known: Any) -> list[tuple[str, str]]:
    with pytest.raises(FormRefused) as refused:
        checked(made, **{"stored": None, "others": {}} | known)
    assert not [problem for problem in refused.value.problems if problem.warning]
    return [(problem.field, problem.reason) for problem in refused.value.problems]


def warnings(made: AppForm, **known: Any) -> list[tuple[str, str]]:
    _, odd = checked(made, **{"stored": None, "others": {}} | known)
    assert all(problem.warning for problem in odd)
    return [(problem.field, problem.reason) for problem in odd]


def test_pasted_keys_lose_edge_spaces_and_line_ends() -> None:
    pair = KeyPair.typed(" 1500012345\r\n", f"\t{KEY} \n")
    clean, _ = checked(form(android=pair), stored=None, others={})
    assert clean.android is not None
    assert clean.android.access_id == "1500012345"
    assert clean.android.secret_key == Secret(KEY)


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("", "required"),
        ("0123 4567", "space"),
        ("0123\n4567", "control"),
        ("0123\x004567", "control"),
        ("\uff10123", "non_ascii"),
        ("0123\u200b", "non_ascii"),
        ("0" * 300, "length"),
    ],
)
def test_anything_else_odd_in_a_key_is_named(key: str, reason: str) -> None:
    made = form(android=KeyPair.typed("1500012345", key))
    assert problems(made) == [("android.secret_key", reason)]


@pytest.mark.parametrize(
    ("access_id", "reason"),
    [("", "required"), ("15000abc45", "access_id_digits"), ("150001234", "access_id_digits"),
     ("1500 12345", "space"),
     ("1500012345\u00a01", "non_ascii")],
)  # fmt: skip
def test_anything_odd_in_an_access_id_is_named(access_id: str, reason: str) -> None:
    made = form(android=KeyPair.typed(access_id, KEY))
    assert problems(made) == [("android.access_id", reason)]


@pytest.mark.parametrize(("access_id", "reason"), [("1600012345", "access_id_platform")])
def test_an_unusual_access_id_is_only_a_warning(access_id: str, reason: str) -> None:
    made = form(android=KeyPair.typed(access_id, KEY))
    assert warnings(made) == [("android.access_id", reason)]


def test_an_access_id_of_another_app_is_a_warning() -> None:
    assert warnings(form(), others={"1500012345": "Other"}) == [
        ("android.access_id", "access_id_repeated")
    ]


def test_everything_missing_is_told_at_once() -> None:
    made = form(name=" ", access_point="", android=None, ios=None)
    assert problems(made) == [
        ("name", "required"),
        ("access_point", "required"),
        ("android", "required"),
    ]


@pytest.mark.parametrize("point", ["practice", "moon"])
def test_only_documented_access_points_are_taken(point: str) -> None:
    assert problems(form(access_point=point)) == [("access_point", "unknown")]


def test_an_ios_app_has_no_environment_by_default() -> None:
    made = form(ios=KeyPair.typed("1600012345", KEY))
    assert problems(made) == [("ios_environment", "required")]


def test_an_empty_key_stays_only_with_its_access_id() -> None:
    empty = KeyPair("1500012345", Secret(""))
    assert warnings(form(android=empty), stored=app()) == []
    other = KeyPair("1500099999", Secret(""))
    assert problems(form(android=other), stored=app()) == [("android.secret_key", "required")]


def test_no_refusal_repeats_what_was_typed() -> None:
    with pytest.raises(FormRefused) as refused:
        checked(form(android=KeyPair.typed("x y", "hush hush")), stored=None, others={})
    assert "hush" not in str(refused.value)
    assert "x y" not in str(refused.value)


# ------------------------------------------------------------------------- where keys are kept


class KeyringLocked(Exception):
    """By its name, as the libraries below say it."""


def both(**changes: Any) -> AppForm:
    ios = KeyPair.typed("1600012345", KEY)
    return form(**{"ios": ios, "ios_environment": "product"} | changes)


async def app_of(desk: Desk) -> Any:
    (only,) = await desk.apps()
    return only


@pytest.mark.parametrize(("now", "reason"), [(None, "gone"), (OtherKeyring(), "other")])
def test_a_key_in_another_password_store_is_told_from_a_missing_one(
    world: Outside, run: Run[Any], now: Any, reason: str
) -> None:
    async def first(desk: Desk) -> str:
        saved = await desk.save_app(form())
        assert (await app_of(desk)).android_key_place == "conftest"
        return saved.app.id

    async def later(desk: Desk) -> dict[str, str]:
        return await desk.missing_keys(app_id)

    app_id = run(first)
    kept, world.keyring = world.keyring, now
    assert run(later) == {"android": f"keyring_{reason}"}
    world.keyring = kept
    assert kept is not None
    kept.kept.clear()
    assert run(later) == {"android": "no_key"}


def test_unlocking_writes_down_where_the_keys_went(world: Outside, run: Run[Any]) -> None:
    locked = RaisingKeyring(KeyringLocked())
    world.keyring = locked  # type: ignore[assignment]

    async def story(desk: Desk) -> None:
        saved = await desk.save_app(both())
        assert (saved.secret_place, desk.secret_reason) == ("memory", "locked")
        assert (await app_of(desk)).android_key_place == "memory"
        assert await desk.unlock_keyring() == "memory"
        locked.error = None
        assert await desk.unlock_keyring() == "keyring"
        kept = await app_of(desk)
        assert (kept.android_key_place, kept.ios_key_place) == ("keyrings", "keyrings")
        assert len(locked.entries) == 2

    async def later(desk: Desk) -> dict[str, str]:
        return await desk.missing_keys((await app_of(desk)).id)

    run(story)
    assert run(later) == {}


def test_a_key_that_its_store_does_not_give_up_is_told_and_tried_again(
    world: Outside, run: Run[Any]
) -> None:
    stubborn = StubbornKeyring()
    world.keyring = stubborn  # type: ignore[assignment]

    async def story(desk: Desk) -> None:
        saved = await desk.save_app(both())
        edited = await desk.save_app(
            form(app_id=saved.app.id, android=KeyPair("1500012345", Secret("")))
        )
        assert edited.keys_left == ("ios",)
        assert (await app_of(desk)).key_place("ios") == "keyrings"
        assert not await desk.remove_app(saved.app.id)

    run(story)
    assert len(stubborn.entries) == 2


def test_editing_an_app_keeps_what_is_known_of_its_keys_and_withdraws_nothing(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        saved = await desk.save_app(both())
        before = await app_of(desk)
        same = await desk.save_app(
            both(
                app_id=saved.app.id,
                android=KeyPair("1500012345", Secret("")),
                ios=KeyPair("1600012345", Secret("")),
            )
        )
        assert same.app == before == await app_of(desk)
        assert same.keys_left == ()

    run(story)
