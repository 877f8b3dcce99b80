"""How many calls of a command the Chat service takes in a second.

Pushes and withdrawals have limits and codes of their own, see `chat_state`. Source:
im-all-member-push.md 4, 5 and 9; the code is the gateway's.
"""

from __future__ import annotations

from collections import deque
from typing import Final

from .chat_codes import ChatRefusal
from .readings import Readings

CALLS_A_SECOND: Final = 100
_FEWER: Final = {
    "all_member_push_statistics": 1,
    "all_member_push_loss": 1,
    "all_member_push_trace": 1,
    "add_sched_task": 5,
    "modify_sched_task": 5,
    "delete_sched_task": 5,
    "list_sched_task": 5,
}
"""Command → calls a second; 100 for the others."""
_BATCHES: Final = {"free": 10, "standard": 30, "advanced": 40}
"""Edition → calls of ``batch`` a second."""
_LIMITED_ELSEWHERE: Final = frozenset({"push", "im_push", "revoke"})


class ChatFrequency:
    """The calls of the last second."""

    def __init__(self, readings: Readings) -> None:
        self._most = {**_FEWER, "batch": _BATCHES[readings.chat_edition]}
        self._calls: dict[str, deque[float]] = {}

    def use(self, command: str, *, now: float) -> None:
        """Count a call. Raises `ChatRefusal` 60007 for one too many, which is not counted."""
        if command in _LIMITED_ELSEWHERE:
            return
        calls = self._calls.setdefault(command, deque())
        while calls and not 0 <= now - calls[0] < 1.0:
            calls.popleft()
        if len(calls) >= self._most.get(command, CALLS_A_SECOND):
            raise ChatRefusal(60007)
        calls.append(now)
