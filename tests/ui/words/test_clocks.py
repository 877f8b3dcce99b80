"""Two clocks on a page are told apart by name; where they agree there is one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from tpns_desktop.ui.words.numbers import when_named

AT = datetime(2026, 1, 15, 3, 0, tzinfo=UTC)


@pytest.fixture
def zone(request: pytest.FixtureRequest) -> Iterator[None]:
    """This computer stands in that zone."""
    if not hasattr(time, "tzset"):
        pytest.skip("the system's zone can't be changed here")
    with pytest.MonkeyPatch.context() as changed:
        changed.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize("zone", ["Asia/Shanghai"], indirect=True)
def test_on_beijing_s_clock_nothing_is_added(zone: None, qapp: QApplication) -> None:
    assert "11:00" in when_named(AT)
    assert "Beijing" not in when_named(AT)


@pytest.mark.parametrize("zone", ["Europe/Berlin"], indirect=True)
def test_elsewhere_both_clocks_are_named(zone: None, qapp: QApplication) -> None:
    said = when_named(AT)
    assert "04:00 on this computer's clock" in said
    assert "11:00 Beijing time" in said
