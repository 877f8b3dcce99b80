"""How many calls of a command the Chat service takes in a second.

Pushes and withdrawals have limits and codes of their own, see `chat_state`. Source:
im-all-member-push.md 4, 5 and 9; the code is the gateway's.
"""

from __future__ import annotations

from collections import deque
from typing import Final

from .chat_codes import ChatRefusal

CALLS_A_SECOND: Final = 100
_FEWER: Final = {
    "batch": 30,
    "all_member_push_statistics": 1,
    "all_member_push_loss": 1,
    "all_member_push_trace": 1,
    "add_sched_task": 5,
    "modify_sched_task": 5,
    "delete_sched_task": 5,
    "list_sched_task": 5,
}
"""Command → calls a second; 100 for the others. A batch: of the Standard edition."""
_LIMITED_ELSEWHERE: Final = frozenset({"push", "im_push", "revoke"})


class ChatFrequency:
    """The calls of the last second."""

    def __init__(self) -> None:
        self._calls: dict[str, deque[float]] = {}

    def use(self, command: str, *, now: float) -> None:
        """Count a call. Raises `ChatRefusal` 60007 for one too many, which is not counted."""
        if command in _LIMITED_ELSEWHERE:
            return
        calls = self._calls.setdefault(command, deque())
        while calls and not 0 <= now - calls[0] < 1.0:
            calls.popleft()
        if len(calls) >= _FEWER.get(command, CALLS_A_SECOND):
            raise ChatRefusal(60007)
        calls.append(now)
