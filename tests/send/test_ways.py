"""Practice and real apps are kept apart, whatever a row says."""

from __future__ import annotations

from typing import Any

import pytest

from tests.send.builders import app
from tests.send.test_results import row
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


def places(stored: App | None, *, practising: bool = True) -> Places:
    made = Places(SecretStore(choose=lambda: None), lambda _: stored, system_client)
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
