"""The states of one push to one platform, as data: which there are, and which may follow which.

Why a table: the database refuses every other step (``store.sqlite`` makes triggers of it), the
outbox takes the steps, screens name them, and all three have to mean the same. What a state is
called on the screen belongs to ``ui``; who takes a step, and when, to ``send``. Source: the design
of sending, section 2.1.

    confirmed -> held -> sending -> accepted | rejected | not_sent | unknown
    confirmed, held -> withdrawn            unknown -> accepted | not_found

There is no way back: sending again is a new row that starts at ``confirmed``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

STATES: Final[tuple[str, ...]] = (
    "confirmed",  # a person said yes; nothing has left
    "held",  # waiting out the hold; nothing has left
    "sending",  # claimed: from here on a byte may have left
    "accepted",  # the service took it
    "rejected",  # the service refused it in a well-formed answer
    "not_sent",  # proven: the request never started on the wire
    "unknown",  # may have been sent; settled by a look-up or by a person, never by sending again
    "withdrawn",  # taken back before anything left
    "not_found",  # was unknown; the service shows no such push
)

TRANSITIONS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "confirmed": frozenset({"held", "withdrawn"}),
        "held": frozenset({"sending", "withdrawn"}),
        "sending": frozenset({"accepted", "rejected", "not_sent", "unknown"}),
        "unknown": frozenset({"accepted", "not_found"}),
        "accepted": frozenset(),
        "rejected": frozenset(),
        "not_sent": frozenset(),
        "withdrawn": frozenset(),
        "not_found": frozenset(),
    }
)

FIRST_STATES: Final[frozenset[str]] = frozenset({"confirmed", "held"})
"""States in which a row may come into being."""

OPEN_STATES: Final[frozenset[str]] = frozenset({"confirmed", "held", "sending"})
"""States that only a running program can end; found at start, an earlier run was cut off."""

FINAL_STATES: Final[frozenset[str]] = frozenset(s for s, after in TRANSITIONS.items() if not after)
"""States that nothing follows. ``unknown`` is not among them: it still waits to be settled."""

SETTLERS: Final[tuple[str, ...]] = ("answer", "query", "person")
"""Who may settle ``unknown``: the answer that came after all, a look-up, or a person who knows.
Time, a restart or the program's own guess may not."""

MAY_HAVE_LEFT: Final[frozenset[str]] = frozenset({"sending", "accepted", "unknown"})
"""States that the duplicate guard counts as sent."""

PARTLY: Final = "partly"
"""Joined state of a batch of which one platform was accepted and the other surely was not."""

JOINED_STATES: Final[tuple[str, ...]] = (*STATES, PARTLY)

_WORST_FIRST: Final = ("not_found", "rejected", "not_sent", "withdrawn")


def may_follow(state: str, after: str) -> bool:
    """Tell whether ``after`` may follow ``state``; False for words that are no states."""
    return after in TRANSITIONS.get(state, frozenset())


def joined_state(states: Iterable[str]) -> str:
    """Give the one state in which a batch (one row a platform) is shown, one of ``JOINED_STATES``.

    Never says less than happened: as soon as one row left the hold the batch is ``sending`` until
    both have ended; one ``unknown`` makes it ``unknown``; accepted beside a sure failure is
    ``partly``.

    Raises ValueError for no states at all or a word that is no state.
    """
    seen = set(states)
    if not seen or not seen <= set(STATES):
        raise ValueError("a batch has at least one row, each in a known state")
    waiting = seen & {"confirmed", "held"}
    if "sending" in seen or (waiting and seen - waiting - {"withdrawn"}):
        return "sending"
    if waiting:
        return "confirmed" if "confirmed" in waiting else "held"
    if "unknown" in seen:
        return "unknown"
    if "accepted" in seen:
        return "accepted" if seen == {"accepted"} else PARTLY
    return next(state for state in _WORST_FIRST if state in seen)
