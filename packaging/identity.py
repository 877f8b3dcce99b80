"""What the program is called where systems ask for it: one place for all installers.

The identifier and the maintainer are a publisher's decision; until one is made, they are neutral.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

import dev_setup
from dev_system import Stop

NAME: Final = "tpns-desktop"
TITLE: Final = "TPNS Desktop"
APP_ID: Final = "io.github.tpns_desktop.TPNSDesktop"
"""AppStream, Flatpak and macOS; never changed after the first release."""
SUMMARY: Final = "Compose, review and send push notifications through TPNS"
DESCRIPTION: Final = (
    "Write a push for Tencent Push Notification Service, see it as a phone and as JSON while you "
    "type, read what will happen, confirm, and watch its figures grow. A practice service on this "
    "computer comes with it."
)
LICENCE: Final = "Apache-2.0"
MAINTAINER: Final = os.environ.get(
    "TPNS_DESKTOP_MAINTAINER", "TPNS Desktop maintainers <maintainers@tpns-desktop.invalid>"
)
"""Name and address, as Debian wants it."""

_VERSION = re.compile(r'^__version__ = "([0-9]+\.[0-9]+\.[0-9]+)"$', re.MULTILINE)


def version() -> str:
    """The program's version, "1.2.3". Raises `Stop`."""
    text = (dev_setup.ROOT / "tpns_desktop" / "__init__.py").read_text("utf-8")
    found = _VERSION.search(text)
    if found is None:
        raise Stop("tpns_desktop/__init__.py has no version such as 1.2.3.")
    # For trying an upgrade: the same program under another number.
    return os.environ.get("TPNS_DESKTOP_VERSION") or found[1]


def filled(template: Path, **more: str) -> str:
    """A template's text with @NAME@, @VERSION@ … put in. Raises `Stop` for what is left."""
    values = {
        "NAME": NAME,
        "TITLE": TITLE,
        "APP_ID": APP_ID,
        "SUMMARY": SUMMARY,
        "DESCRIPTION": DESCRIPTION,
        "LICENCE": LICENCE,
        "MAINTAINER": MAINTAINER,
        "VERSION": version(),
        **more,
    }
    text = template.read_text("utf-8")
    for key, value in values.items():
        text = text.replace(f"@{key}@", value)
    if left := re.search(r"@[A-Z_]+@", text):
        raise Stop(f"{template.name} wants {left[0]}, which nobody gives.")
    return text
