"""Blocks worked on by two threads, a few ahead of who waits for them, in their order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final, TypeVar

THREADS: Final = 2

Block = TypeVar("Block")
Done = TypeVar("Done")


def ahead(work: Callable[[Block], Done], blocks: Iterable[Block]) -> Iterator[Done]:
    """Give ``work`` of each block. At most ``THREADS`` wait, so memory stays bounded.

    What reading the blocks raises comes after the results of the blocks before it.
    """
    waiting: deque[Future[Done]] = deque()
    reading = iter(blocks)
    ended: Exception | None = None
    with ThreadPoolExecutor(THREADS) as pool:
        while ended is None or waiting:
            if ended is None:
                try:
                    waiting.append(pool.submit(work, next(reading)))
                except StopIteration as end:
                    ended = end
                except Exception as error:
                    ended = error
            if waiting and (ended is not None or len(waiting) > THREADS):
                yield waiting.popleft().result()
    if not isinstance(ended, StopIteration):
        assert ended is not None
        raise ended
