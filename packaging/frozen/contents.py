"""What is in the frozen program: distributions by the lock file."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def distributions(lock: Path) -> dict[str, str]:
    """Name → version of what the lock names and this environment has, by name."""
    found = {}
    for name, _ in sorted(_PIN.findall(lock.read_text("utf-8"))):
        # A marker keeps some of them to other systems.
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found
