"""Hatchling's build hook: puts `resources/` with fresh translations into the wheel.

In the wheel they are `tpns_desktop/resources/`, where `tpns_desktop.paths` looks first.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))
import translations


class ResourcesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before each wheel; the source distribution takes the folder as it is."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name each file below `resources/` for the wheel, translations made first."""
        if self.target_name != "wheel":
            return
        resources = Path(self.root, "resources")
        for source in translations.outdated(resources / "i18n"):
            translations.compile_one(source, _lrelease())
        for file in sorted(p for p in resources.glob("**/*") if p.is_file()):
            inside = file.relative_to(resources).as_posix()
            build_data["force_include"][str(file)] = f"tpns_desktop/resources/{inside}"


def _lrelease() -> Path:
    """The tool in the PySide6 of the build environment (see pyproject.toml, build-system)."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        raise translations.NotCompiled("PySide6 is missing in the build environment.")
    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    return Path(spec.origin).with_name(name)
