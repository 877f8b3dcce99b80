"""What is typed survives a kill in the middle of typing, but for the last moment."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

from tpns_desktop.paths import find_paths

ROOT = Path(__file__).parents[2]
LIMIT_S = 120
"""After which a child that tells nothing is ended."""


def test_a_kill_in_the_middle_of_typing_costs_nothing_that_was_saved(tmp_path: Path) -> None:
    home = tmp_path / "killed"
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.typing_child", str(home)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        text=True,
    )
    watch = threading.Timer(LIMIT_S, child.kill)
    watch.start()
    assert child.stdout is not None
    with child.stdout as told:
        try:
            # Saved again and again while no key is ever waited for.
            saves = [json.loads(told.readline()) for _ in range(2)]
        finally:
            child.kill()
            rest = told.read()
            child.wait()
            watch.cancel()
    saves += [json.loads(line) for line in rest.splitlines()]
    lengths = [len(save["content"]) for save in saves]
    assert lengths == sorted(set(lengths))
    with closing(sqlite3.connect(find_paths(home).database_file)) as conn:
        kept = dict(conn.execute("SELECT id, data FROM drafts"))
    last = saves[-1]
    assert json.loads(kept[last["id"]])["message"]["content"].startswith(last["content"])
