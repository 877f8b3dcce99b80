"""Saved practice worlds as the program lists them; damaged files are passed over."""

from __future__ import annotations

import asyncio
import gzip
import json
from pathlib import Path

import pytest

from tpns_desktop.send.practice_worlds import PracticeWorlds


def written(path: Path, **changes: object) -> None:
    head = {"format": 1, "name": "A", "saved_at": 5.0, "pushes": 3, "pace": 60.0, "act": "cut"}
    lines = [json.dumps(head | changes), '{"at":1}']
    path.write_bytes(gzip.compress("\n".join(lines).encode()))


def test_they_are_listed_renamed_and_removed(tmp_path: Path) -> None:
    worlds = PracticeWorlds(tmp_path / "new")
    assert asyncio.run(worlds.all()) == []
    first, second = worlds.new_path(), worlds.new_path()
    written(first)
    written(second, name="B", saved_at=9.0)
    (tmp_path / "new" / "bad.world").write_bytes(b"x")
    written(tmp_path / "new" / "odd.world", saved_at="never")
    found = asyncio.run(worlds.all())
    assert [(one.name, one.pushes, one.pace, one.act) for one in found] == [
        ("B", 3, 60.0, "cut"),
        ("A", 3, 60.0, "cut"),
    ]
    asyncio.run(worlds.rename(found[1].id, "C"))
    assert gzip.decompress(first.read_bytes()).splitlines()[1] == b'{"at":1}'
    asyncio.run(worlds.remove(found[0].id))
    assert [one.name for one in asyncio.run(worlds.all())] == ["C"]
    asyncio.run(worlds.remove(found[0].id))


def test_an_id_is_no_way_to_other_folders(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.\."):
        PracticeWorlds(tmp_path).path("../x")
    (tmp_path / "bad.world").write_bytes(gzip.compress(b"[]\n"))
    with pytest.raises(OSError, match="bad"):
        asyncio.run(PracticeWorlds(tmp_path).rename("bad", "x"))
