"""Practice and real apps are kept apart, whatever a row says."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from typing import Any

import pytest

from tests.send.builders import app
from tests.send.conftest import Outside, Run
from tests.send.test_results import row
from tpns_desktop.client.endpoints import access_point
from tpns_desktop.client.errors import KeyRefused
from tpns_desktop.send.attempts import KeyUnavailable
from tpns_desktop.send.desk import AppForm, Desk, FormRefused
from tpns_desktop.send.key_pair import KeyPair
from tpns_desktop.send.practice_app import PracticeInfo
from tpns_desktop.send.ways import Places, system_client
from tpns_desktop.store.apps import App
from tpns_desktop.store.secrets import SecretStore

HERE = "http://127.0.0.1:4711"
KEYS = {
    "android": KeyPair.typed("1500070001", "practice-key-practice-key-00001"),
    "ios": KeyPair.typed("1600070001", "practice-key-practice-key-00002"),
}
REAL = "https://api.tpns.tencent.com"


def practice_app(**changes: Any) -> App:
    return app(
        kind="practice",
        access_point=HERE,
        android_access_id="1500070001",
        ios_access_id="1600070001",
        **changes,
    )


def places(
    stored: App | None, *, practising: bool = True, remembered: Collection[str] = ()
) -> Places:
    made = Places(
        SecretStore(choose=lambda: None), lambda _: stored, system_client, lambda: remembered
    )
    if practising:
        made.use_practice(PracticeInfo(HERE, KEYS))
    return made


PRACTICE_ROW = {"practice": True, "access_point_url": HERE, "access_id": "1500070001"}


def test_a_practice_row_goes_to_this_runs_practice_service() -> None:
    assert places(practice_app()).guard(row(**PRACTICE_ROW)) is None


def test_a_real_row_goes_to_its_documented_host() -> None:
    assert places(app()).guard(row()) is None


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:4712", REAL, "http://localhost:4711", "https://127.0.0.1:4711", ""],
)
def test_a_practice_row_goes_nowhere_else(url: str) -> None:
    reason = places(practice_app()).guard(row(**PRACTICE_ROW | {"access_point_url": url}))
    assert reason == "other_practice"


def test_a_practice_row_goes_nowhere_without_a_practice_service() -> None:
    assert places(practice_app(), practising=False).guard(row(**PRACTICE_ROW)) == "no_practice"


@pytest.mark.parametrize(
    "url",
    [HERE, "http://api.tpns.tencent.com", "https://api.tpns.tencent.com.evil.example",
     "https://api.tpns.tencent.com:8443", "https://evil@api.tpns.tencent.com", ""],
)  # fmt: skip
def test_a_real_row_goes_to_no_other_address(url: str) -> None:
    assert places(app()).guard(row(access_point_url=url)) == "wrong_address"


def test_an_access_id_of_practice_never_goes_to_a_real_host() -> None:
    real = app(android_access_id="1500070001")
    assert places(real).guard(row(access_id="1500070001")) == "practice_key"


def test_an_access_id_of_an_earlier_runs_practice_never_goes_to_a_real_host() -> None:
    """Nobody practises now; the database alone remembers."""
    real = app(android_access_id="1500070001")
    earlier = places(real, practising=False, remembered={"1500070001"})
    assert earlier.guard(row(access_id="1500070001")) == "practice_key"
    assert earlier.is_practice_id("1500070001")
    with pytest.raises(KeyUnavailable) as unavailable:
        asyncio.run(earlier.client_of(real, "android"))
    assert unavailable.value.reason == "practice_key"
    with pytest.raises(KeyRefused):
        earlier.client(access_point("guangzhou"), "1500070001", KEYS["android"].secret_key)


def test_what_other_copies_practise_with_counts_from_that_moment_on() -> None:
    remembered: set[str] = set()
    real = places(app(), practising=False, remembered=remembered)
    assert real.guard(row()) is None
    remembered.add("1500012345")
    assert real.guard(row()) == "practice_key"


def test_every_practice_service_is_remembered_beyond_the_run(world: Outside, run: Run[Any]) -> None:
    first = dict(world.line)

    async def practise(desk: Desk) -> None:
        await desk.use_practice(world.line)

    run(practise)
    world.new_practice()
    run(practise)

    async def later(desk: Desk) -> None:
        for line in (first, world.line):
            for platform in ("android", "ios"):
                keys = KeyPair.typed(line["tpns"][platform]["access_id"], "0" * 32)
                typed: dict[str, Any] = {"android": None, "ios": None, platform: keys}
                form = AppForm("Shop", "#aa0000", "shanghai", **typed, ios_environment="product")
                with pytest.raises(FormRefused):
                    await desk.save_app(form)
        assert [app.name for app in await desk.apps()] == ["Demo Mall"]

    run(later)


@pytest.mark.parametrize(
    ("stored", "reason"),
    [
        (None, "app_gone"),
        (app(access_point="shanghai"), "app_changed"),
        (app(android_access_id="1500099999"), "app_changed"),
        (practice_app(), "app_changed"),
    ],
)
def test_a_row_of_an_app_that_changed_stays(stored: App | None, reason: str) -> None:
    assert places(stored).guard(row()) == reason


def test_another_ios_environment_is_a_change_for_ios_alone() -> None:
    ios = {"platform": "ios", "access_id": "1600012345", "environment": "product"}
    changed = places(app(ios_environment="dev"))
    assert changed.guard(row(**ios)) == "app_changed"
    assert changed.guard(row()) is None
