"""A life of the program that is killed while it works on a list.

Started as ``python -m tests.send.life_of_lists FOLDER FILE POINT``; prints POINT once it is there,
and waits for its end.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

from tests.send.conftest import Outside
from tests.send.packages import confirmed, to_review


async def main(folder: Path, path: Path, point: str) -> None:
    world = Outside(folder)
    here = asyncio.Event()
    size = path.stat().st_size
    passes = 0

    def progress(done: int, of: int) -> None:
        nonlocal passes
        passes += done == of == size
        if point == "copying" or (point == "checking" and passes):
            there()

    def there(*_: Any) -> None:
        if not here.is_set():
            print(point, flush=True)
            here.set()

    async def never(request: Any) -> Any:
        assert request.url.path == "/v3/push/package/upload"
        there()
        await asyncio.Event().wait()

    async with world.desk() as desk:
        row = await desk.add_list(path, progress=progress)
        if point == "mending":
            target = path.with_name("clean.txt")
            partial = target.with_name(f".{target.name}.part")
            work = asyncio.get_running_loop().create_task(
                desk.mend_list(row.id, {"drop_bad": True, "drop_repeats": True}, target)
            )
            while not partial.exists():
                assert not work.done()
                await asyncio.sleep(0)
            there()
        if point == "uploading":
            review = await to_review(desk, world, row)
            world.answer = never
            await confirmed(desk, review)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))
