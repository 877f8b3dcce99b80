"""What the changelog says of a version, as the words of a release."""

from __future__ import annotations

import dev_setup
from dev_system import Stop


def of(version: str, changes: str | None = None) -> str:
    """The part of CHANGELOG.md below "## <version>". Raises `Stop` when there is none."""
    text = (dev_setup.ROOT / "CHANGELOG.md").read_text("utf-8") if changes is None else changes
    found: list[str] | None = None
    for line in text.splitlines():
        if line.startswith("## "):
            if found is not None:
                break
            if line[3:].strip().strip("[]").split(" ")[0].strip("[]") == version:
                found = []
        elif found is not None:
            found.append(line)
    said = "\n".join(found or ()).strip()
    if not said:
        raise Stop(f"CHANGELOG.md says nothing of {version}: give it a heading “## {version}”.")
    return said
