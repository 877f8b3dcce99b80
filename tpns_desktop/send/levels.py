"""How much a person is asked before a push leaves, and how long it is held.

Owns the five levels of friction and the hold's length. What is asked at each level is shown by
the screens and enforced by `confirm.py`; the hold itself runs in `outbox.py`.
"""

from __future__ import annotations

PRACTICE, TEST, EXACT, WIDE, EVERYONE = range(5)

EXACT_MAX = 1000
"""The largest exactly counted audience that is still confirmed with one button."""

HOLD_DEFAULT_S = 10
HOLD_EVERYONE_S = 30
HOLD_MAX_S = 120

UNTIL_I_SAY = "manual"
"""The stored preference of people who want no clock at all: the push waits for "send now"."""


def level_of(*, practice: bool, kind: str | None, count: int | None, sms: bool, live: bool) -> int:
    """The level of one confirmation, 0 to 4.

    `kind` is the draft's audience kind ("all", "tag", "account", "device", "file" or None);
    `count` is exact or None when nobody knows it; `live` is false only where nothing but test
    builds of an iOS app can be reached (APNs environment "dev"). Level 1 belongs to named test
    devices and is never the answer here.
    """
    if practice:
        return PRACTICE
    if kind == "all" and live:
        return EVERYONE
    if kind in ("account", "device") and count is not None and count <= EXACT_MAX and not sms:
        return EXACT
    return WIDE


def asked_level(level: int, levels: str) -> int:
    """The level that is asked for, as the person prefers it ("standard" or "strict").

    Strict asks one level more of every push to people: what is exactly counted wants the ticks,
    what is not wants the app's name, and the longer hold with it. Practice and tests stay easy.
    """
    if levels != "strict" or level < EXACT:
        return level
    return min(level + 1, EVERYONE)


def hold_seconds(
    level: int, preferred: int | None, *, everyone_s: int = HOLD_EVERYONE_S
) -> int | None:
    """Seconds between confirming and the claim, or None for "hold until I say".

    `preferred` is kept within 0 to 120; at level 4 it is raised to `everyone_s`.
    """
    if preferred is None:
        return None
    held = min(max(preferred, 0), HOLD_MAX_S)
    return max(held, everyone_s) if level >= EVERYONE else held


def preferred_hold(text: str) -> int | None:
    """The preference as `settings.ini` holds it: seconds, or "manual" (None here).

    Anything else reads as the default, since a wrong line in the settings stops nothing.
    """
    cleaned = text.strip().lower()
    if cleaned == UNTIL_I_SAY:
        return None
    if not (cleaned.isascii() and cleaned.isdigit() and len(cleaned) <= 4):
        return HOLD_DEFAULT_S
    return min(int(cleaned), HOLD_MAX_S)
