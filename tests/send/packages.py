"""Lists on the disk, drafts that go to them, and waiting for a push to come so far."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from tests.send.builders import draft
from tests.send.conftest import FakeClock, Outside
from tpns_desktop.send.desk import Batch, Desk, ListRow, Review

ACCOUNTS = ("user000001", "user000002", "user000003", "user000004")
"""People whom the practice service knows, on both platforms."""


def file_of(folder: Path, text: str | bytes = "\n".join(ACCOUNTS), name: str = "vip.txt") -> Path:
    """A list as somebody may choose it."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def file_draft(row: ListRow | None, **changes: Any) -> dict[str, Any]:
    """A draft without fault that goes to a list."""
    made = draft("file", **changes)
    made["audience"]["file"]["list_id"] = row.id if row is not None else None
    return made


async def to_review(desk: Desk, world: Outside, row: ListRow | None, **changes: Any) -> Review:
    """A practice push to the list, put before a person."""
    app = await desk.use_practice(world.line)
    world.requests.clear()
    world.bodies.clear()
    return await desk.review(app.id, None, file_draft(row, **changes))


async def confirmed(desk: Desk, review: Review, **how: Any) -> Batch:
    return await desk.confirm(review, set(review.required_ticks), **how)


async def reached(desk: Desk, batch_id: str, *states: str, clock: FakeClock | None = None) -> Batch:
    """The batch as soon as it is in one of `states`; with `clock` time passes as well."""
    news = asyncio.Event()
    end = desk.subscribe(lambda _: news.set())
    try:
        async with asyncio.timeout(8):
            while True:
                found = await desk.batch(batch_id)
                assert found is not None
                if found.state in states:
                    return found
                if clock is not None:
                    await clock.go_on()
                else:
                    news.clear()
                    await news.wait()
    finally:
        end()


def left_over(world: Outside) -> list[str]:
    """What lies in the folder of lists beside the copies."""
    folder = world.folder / "data" / "lists"
    if not folder.is_dir():
        return []
    return sorted(path.name for path in folder.iterdir() if len(path.stem) != 64)
