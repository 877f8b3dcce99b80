"""The window is closed in the middle of a confirmation: the push leaves once, or not at all.

Apart from the other gestures: each run is a program of its own, and there is only one at a time.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.driving import LiveHere, PracticeHere, running
from tests.ui.hands import Hands, plain_again


@pytest.mark.parametrize("hold_s", ["0", "120"])
def test_closing_in_the_middle_of_a_confirmation_never_doubles_it(
    qapp: QApplication, tmp_path: Path, hold_s: str
) -> None:
    service, live = PracticeHere(devices=500, limits=False), LiveHere()
    settings = {"language": "en", "look": "light", "hold_s": hold_s}
    with plain_again(qapp):
        with running(tmp_path / "home", service, settings=settings) as driver:
            driver.practise()
            app = driver.program.session.app
            assert app is not None
            hands = Hands(driver, service, live, app, app)
            hands.click(hands.place(hands.review(hold_s=hold_s)))
            driver.program.window.close()
        arrived = hands.arrived()
        assert arrived <= (1 if hold_s == "0" else 0)
        # Nothing is sent by itself by the next run either.
        with running(tmp_path / "home", service, settings=settings) as driver:
            hands.driver = driver
            driver.until_composed()
            states = {push.state for push in hands.pushes()}
            assert states <= {"accepted", "unknown", "withdrawn"}
    assert hands.arrived() == arrived
    service.close()
