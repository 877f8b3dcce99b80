"""Lists of the first lesson, written where files of a moment belong.

One is fine, one is as people's files are (saved in GBK, with rows too short to be accounts), and
one has nothing in it. The accounts in them exist in practice.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

BAD_ROWS = 17
_CHINESE = 24
"""Accounts in Chinese: without them nobody could tell how the file is saved."""


def trial_bytes(key: str, accounts: Sequence[str]) -> bytes:
    """What the list of this key ("clean", "faulty", "empty") holds."""
    if key == "empty":
        return b""
    if key == "clean":
        return "".join(f"{account}\n" for account in accounts).encode()
    rows = [*accounts, *(f"会员{number:03}" for number in range(1, _CHINESE + 1))]
    for number in range(BAD_ROWS):
        rows.insert(2 * number + 1, "x")
    return "".join(f"{row}\n" for row in rows).encode("gb18030")


class Trials:
    """Writes them into a folder of its own, which goes with the program."""

    def __init__(self) -> None:
        self._folder = ""

    async def written(self, key: str, name: str, accounts: Sequence[str]) -> Path:
        """The file, written now, under this name. Raises OSError."""
        import asyncio
        import shutil
        import tempfile  # these are seldom asked for
        import weakref

        def write() -> Path:
            if not self._folder:
                self._folder = tempfile.mkdtemp(prefix="tpns-desktop-")
                weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
            path = Path(self._folder, name)
            path.write_bytes(trial_bytes(key, accounts))
            return path

        return await asyncio.to_thread(write)
