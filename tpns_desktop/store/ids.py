"""Names for rows: random, so that two machines never make the same one."""

from __future__ import annotations

import uuid


def new_id() -> str:
    """Give a new id: 32 lower-case hexadecimal digits."""
    return uuid.uuid4().hex
