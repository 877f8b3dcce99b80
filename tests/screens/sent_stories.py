"""The Sent page and what can be made right: found, narrowed, empty; calendar; card and dialogs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.screens.shots import Studio
    from tests.ui.driving import Driver, PracticeHere

BEIJING = timedelta(hours=8)


def sent(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """Some pushes, now and later; each way the page shows them, and each way to take one back."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QPushButton

    with studio.program(home, practice) as driver:
        driver.practise()
        now_going = _push(driver, studio, "tag")
        driver.click("rail.sent")
        driver.segment("sent.view", "calendar")
        page = driver.program.window.screen_widget("sent")._calendar  # type: ignore[attr-defined]
        page.show_day((datetime.now(UTC) + BEIJING + timedelta(days=21)).date())
        studio.take(driver, "calendar-empty")
        planned = _push(driver, studio, name="2", schedule__kind="at", schedule__at=_at(1, "20:00"))
        _push(driver, studio, "tag", name="3", schedule__kind="at", schedule__at=_at(1, "20:15"))
        every = {
            "every": "1",
            "days": [],
            "times": ["09:00", "14:00"],
            "start": _at(1, "")[:10],
            "end": _at(3, "")[:10],
        }
        repeating = _push(
            driver, studio, "tag", name="4", schedule__kind="loop", schedule__loop=every
        )
        page.show_day((datetime.now(UTC) + BEIJING + timedelta(days=1)).date())
        driver.wait_until(lambda: page._span is not None and len(page._span.slots) >= 3)
        studio.take(driver, "calendar-week")
        driver.segment("calendar.mode", "day")
        studio.take(driver, "calendar-day")
        driver.segment("sent.view", "list")
        driver.wait_until(lambda: len(driver.table("sent.table")) == 4)
        driver.choose("sent.kind", "scheduled")
        driver.wait_until(lambda: len(driver.table("sent.table")) < 4)
        studio.take(driver, "sent-filtered")
        driver.click("sent.everything")
        driver.write("sent.filter", studio.title[:2])
        driver.wait_until(lambda: bool(driver.table("sent.table")))
        studio.take(driver, "sent-found")
        driver.replace("sent.filter", "quokka")
        driver.wait_until(lambda: driver.sees("sent.nothing"))
        studio.take(driver, "sent-nothing")
        for state, batch_id, kinds in (
            ("now", now_going, ("stop", "replace", "correct")),
            ("planned", planned, ("cancel",)),
            ("repeating", repeating, ("cancel",)),
        ):
            driver.program.navigator.show_mending(batch_id)
            driver.wait_until(lambda: driver.sees("result.mend.cancel"))
            studio.take(driver, f"mend-{state}")
            for kind in kinds:
                button = driver.find_as(QPushButton, f"result.mend.{kind}")
                driver.wait_until(button.isEnabled)
                button.click()
                driver.wait_until(lambda: driver.window is not driver.program.window)
                studio.take(driver, f"mend-{state}-{kind}")
                driver.press(Qt.Key.Key_Escape)
                driver.wait_until(lambda: driver.window is driver.program.window)


def _push(driver: Driver, studio: Studio, audience: str = "all", **fields: Any) -> str:
    """Confirm a push at once, as a person would page by page; its id."""
    from tests.send.builders import draft

    desk = driver.program.session.desk
    assert desk is not None
    # Each says something of its own, or the guard against sending twice would ask.
    words = {
        "message__title": f"{studio.title} {fields.get('name', '')}".strip(),
        "message__content": f"{studio.text} {fields.get('name', '')}".strip(),
    }
    data = draft(audience, **words | fields)

    async def confirm() -> str:
        (app,) = await desk.apps()
        review = await desk.review(app.id, None, data)
        assert review.ready, review.examination.errors
        ticks = set(review.required_ticks)
        batch = await desk.confirm(review, ticks, app.name, night_reason="-")
        return batch.id

    batch_id = driver.ask(confirm())
    driver.wait_until(lambda: _accepted(driver, batch_id))
    return batch_id


def _accepted(driver: Driver, batch_id: str) -> bool:
    desk = driver.program.session.desk
    assert desk is not None
    batch = driver.ask(desk.batch(batch_id))
    return batch is not None and batch.state == "accepted"


def _at(days: int, clock: str) -> str:
    day = datetime.now(UTC) + BEIJING + timedelta(days=days)
    return f"{day:%Y-%m-%d}T{clock}"
