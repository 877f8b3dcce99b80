#!/usr/bin/env python3
"""One whole practice push through the real window, where there is no display to show it on.

What `dev.py run` does on a machine without a screen: the window is painted into pictures, keys and
clicks come from here, and everything behind the window is as people run it, the practice service in
a process of its own included. Prints in plain words what was sent and what came back. The home is
a temporary one. Ends with 0 only if the push was accepted and its figures came.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "build" / "pictures"

TITLE = "Double 11 starts tonight"
TEXT = "Your cart is waiting: 30% off from 8 pm. Members may come in at 7."
SETTINGS = {"language": "en", "look": "light", "hold_s": "3"}
DEVICES = 20_000
FIGURES_SHOWN = 4
"""How many readings of the growing figures are printed."""

if TYPE_CHECKING:
    from tests.ui.driving import Driver
    from tpns_desktop.send.desk import Batch


def main() -> int:
    """Drive the window; gives the exit code."""
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    sys.path.insert(0, str(ROOT))
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    app.setApplicationName("TPNS Desktop")
    from tests.ui import driving
    from tpns_desktop.app import Practice

    started = time.monotonic()
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory(prefix="tpns-desktop-") as home:
        practice = Practice(devices=DEVICES)
        with driving.running(Path(home), practice, settings=SETTINGS) as driver:
            try:
                _push(driver)
            except (LookupError, TimeoutError) as stuck:
                _picture(driver, "stuck")
                print(f"\nIt did not come to the end: {stuck}", file=sys.stderr)
                return 1
    print(f"\nDone in {time.monotonic() - started:.0f} s. Pictures: {PICTURES}")
    return 0


# ------------------------------------------------------------------------------------- the push


def _push(driver: Driver) -> None:
    driver.find("welcome.practise")
    _picture(driver, "welcome")
    print("The window is open. Pressed: Try it with practice data.")
    driver.practise()
    info = driver.program.practice.info
    assert info is not None  # practise() came back
    print(f"The practice service runs at {info.base_url}. Nothing leaves this computer.\n")

    driver.segment("audience.kind", "account")
    driver.write("audience.account.text", "\n".join(info.accounts[:3]))
    driver.replace("message.title", TITLE)
    driver.replace("message.content", TEXT)
    driver.wait_until(lambda: not _compose_errors(driver))
    _picture(driver, "compose")
    print(f"Written: a push to {', '.join(info.accounts[:3])}.")

    driver.to_review()
    review = driver.program.window.screen_widget("review").review  # type: ignore[attr-defined]
    _picture(driver, "review")
    driver.click("review.technical")
    _picture(driver, "review-json")
    bodies = {row.platform: row.body for row in review.rows}
    for row in review.rows:
        print(f"\nReviewed, for {row.platform}: POST {row.url}/v3/push/app, {len(row.body)} bytes")
        print(_pretty(row.body))

    driver.click("review.send")
    driver.until_screen("result")
    driver.find("result.cancel")
    _picture(driver, "hold")
    print(f"\nConfirmed. {driver.text('hold.said')}")
    _wait_for_acceptance(driver, bodies)


def _wait_for_acceptance(driver: Driver, bodies: dict[str, bytes]) -> None:
    driver.wait_until(lambda: _batch(driver).state not in ("confirmed", "held", "sending"))
    batch = _batch(driver)
    if batch.state != "accepted":
        raise LookupError(f"the push ended as {batch.state!r}\n{driver.words()}")
    for row in batch.rows:
        if row.body != bodies[row.platform]:
            raise LookupError(f"{row.platform}: not the bytes that were reviewed")
        print(f"Accepted for {row.platform}: push id {', '.join(row.push_ids)}")
    print("Sent were the very bytes that were reviewed.\n\nFigures as they grow:")
    seen: list[str] = []

    def enough() -> bool:
        line = _figures(driver)
        if line and (not seen or seen[-1] != line):
            seen.append(line)
            print(f"  {line}", flush=True)
            _picture(driver, f"figures-{len(seen)}")
        return len(seen) >= FIGURES_SHOWN

    try:
        driver.wait_until(enough)
    except TimeoutError:
        if len(seen) < 2:  # they came, and grew, or it is no success
            raise
    driver.click("rail.sent")
    driver.until_row("sent.table", TITLE)
    _picture(driver, "sent")
    print(f"\nUnder Sent: {driver.table('sent.table')[0]}")


# -------------------------------------------------------------------------------------- looking


def _compose_errors(driver: Driver) -> tuple[Any, ...]:
    examination = driver.program.navigator.compose.binding.examination
    return examination.errors if examination is not None else (None,)


def _batch(driver: Driver) -> Batch:
    """The push as the history has it by now."""
    desk = driver.program.session.desk
    assert desk is not None  # it was confirmed
    screen = driver.program.window.screen_widget("result")
    batch = driver.ask(desk.batch(screen.batch_id))  # type: ignore[attr-defined]
    assert batch is not None
    return batch


def _figures(driver: Driver) -> str:
    figures = _batch(driver).counters
    if figures.planned is None:
        return ""
    return (
        f"planned {figures.planned} · delivered {figures.delivered} · arrived {figures.arrived} · "
        f"tapped {figures.tapped} · dismissed {figures.dismissed}"
    )


def _pretty(body: bytes) -> str:
    return json.dumps(json.loads(body), ensure_ascii=False, indent=2)


def _picture(driver: Driver, name: str) -> None:
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    number = len(list(PICTURES.glob("*.png"))) + 1
    driver.program.window.grab().save(str(PICTURES / f"{number:02d}-{name}.png"))


if __name__ == "__main__":
    sys.exit(main())
