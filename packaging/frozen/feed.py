"""Where the installed program hears of newer versions: `resources/updates.json`, and the feed.

The file is made when the publisher gives both variables, and left out otherwise; a copy without it
never asks anybody. The feed itself is made and signed at a release by `packaging/sign_feed.py`.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
from pathlib import Path
from typing import Final

from dev_system import Stop

ADDRESS: Final = "TPNS_DESKTOP_UPDATE_FEED"
"""Variable: https address of the feed."""
KEY: Final = "TPNS_DESKTOP_UPDATE_KEY"
"""Variable: the Ed25519 public key, 32 bytes in base64."""


def write(file: Path) -> bool:
    """Make the file, where a publisher is known; tells whether. Raises `Stop`."""
    file.unlink(missing_ok=True)
    address, key = os.environ.get(ADDRESS, ""), os.environ.get(KEY, "")
    if not address and not key:
        return False
    if not address.startswith("https://"):
        raise Stop(f"{ADDRESS} is no https address.")
    try:
        if len(base64.b64decode(key, validate=True)) != 32:
            raise ValueError
    except (binascii.Error, ValueError):
        raise Stop(f"{KEY} is not 32 bytes in base64.") from None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"feed": address, "key": key}) + "\n", "utf-8")
    return True
