"""The practice worlds that were saved: which there are, what they are called, and removing one.

Each is a file of its own, written by the practice service (`practice.saved` says how); here only
its first line is read. Nothing in them is secret. Files that cannot be read are passed over.
"""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import json
import os
import re
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from tpns_desktop.store.ids import new_id

NAME_MAX: Final = 60
_ENDING: Final = ".world"
_ID: Final = re.compile("[A-Za-z0-9_-]{1,64}")
_LINE_BYTES_MAX: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class SavedWorld:
    """One of them."""

    id: str
    name: str
    saved_at: datetime
    pushes: int
    """To devices, made in it by this person."""
    pace: float
    act: str
    """The bad day that was acted out; "" for none."""


class PracticeWorlds:
    """Those in one folder, which is made when the first is saved."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, world_id: str) -> Path:
        """Where a world of this id is kept. Raises ``ValueError`` for what is no id."""
        if _ID.fullmatch(world_id) is None:
            raise ValueError(world_id)
        return self._folder / f"{world_id}{_ENDING}"

    def new_path(self) -> Path:
        """Where the next one is to be written; its folder is there. Raises ``OSError``."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self.path(new_id())

    async def all(self) -> list[SavedWorld]:
        """Every one that can be read, the last saved first."""
        return await asyncio.to_thread(self._all)

    async def rename(self, world_id: str, name: str) -> None:
        """Call one otherwise. Raises ``OSError``."""
        await asyncio.to_thread(self._rename, self.path(world_id), name)

    async def remove(self, world_id: str) -> None:
        """Remove one; that it is gone already is no trouble. Raises ``OSError``."""
        await asyncio.to_thread(self.path(world_id).unlink, missing_ok=True)

    def _all(self) -> list[SavedWorld]:
        found = [_read(path) for path in self._folder.glob(f"*{_ENDING}")]
        return sorted(
            (world for world in found if world is not None),
            key=lambda world: world.saved_at,
            reverse=True,
        )

    def _rename(self, path: Path, name: str) -> None:
        part = path.with_name(f"{path.name}.part")
        try:
            with gzip.open(path, "rb") as old, gzip.open(part, "wb") as new:
                head = json.loads(old.readline(_LINE_BYTES_MAX)) | {"name": name}
                new.write(json.dumps(head, separators=(",", ":")).encode() + b"\n")
                while block := old.read(1 << 20):
                    new.write(block)
            os.replace(part, path)
        except (EOFError, ValueError, TypeError, zlib.error):
            raise OSError(f"{path.name} cannot be read") from None
        finally:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)


def _read(path: Path) -> SavedWorld | None:
    try:
        with gzip.open(path, "rb") as file:
            head = json.loads(file.readline(_LINE_BYTES_MAX))
        return SavedWorld(
            path.name.removesuffix(_ENDING),
            str(head["name"])[:NAME_MAX],
            datetime.fromtimestamp(float(head["saved_at"]), UTC),
            int(head["pushes"]),
            float(head["pace"]),
            str(head["act"]),
        )
    except (OSError, EOFError, ValueError, KeyError, TypeError, OverflowError, zlib.error):
        return None
