"""The direction of imports, and what must not be imported before the first paint."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent

TOO_SLOW_FOR_THE_FIRST_PAINT = (
    "alembic",
    "httpx",
    "keyring",
    "pydantic",
    "sqlalchemy",
    "starlette",
    "truststore",
    "uvicorn",
)

IMPORT_WHAT_THE_FIRST_WINDOW_IMPORTS = """
import importlib, json, pkgutil, sys
import tpns_desktop.paths, tpns_desktop.store.settings, tpns_desktop.ui as ui
names = [m.name for m in pkgutil.walk_packages(ui.__path__, "tpns_desktop.ui.")]
for name in names:
    importlib.import_module(name)
print(json.dumps(sorted({m.partition(".")[0] for m in sys.modules})))
"""


def test_imports_follow_the_contracts():
    config = str(ROOT / "pyproject.toml")
    assert lint_imports(config_filename=config, no_cache=True) == 0


def test_the_window_imports_nothing_slow():
    command = [sys.executable, "-c", IMPORT_WHAT_THE_FIRST_WINDOW_IMPORTS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    loaded = set(json.loads(done.stdout))
    assert "PySide6" in loaded
    assert loaded.isdisjoint(TOO_SLOW_FOR_THE_FIRST_PAINT)
