"""The Chat service: its commands, each from the address's query to the answer.

Every answer is HTTP 200. The order of checks: address, JSON, UserSig, administrator, how often,
switched on, shape, condition, quota (im-all-member-push.md 12, inferred, and a switch).
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from .acts import Cut
from .chat_auth import check_query
from .chat_calls import Answer, Call
from .chat_codes import ChatRefusal, chat_answer, chat_refused
from .chat_push_calls import PUSH_CALLS, push_to
from .chat_state import CUT, SLOW, ChatApp
from .chat_task_calls import TASK_CALLS, run_due
from .chat_user_calls import USER_CALLS
from .codes import Refusal
from .envelope import parse_object
from .journal import CHAT, Journal

_log: Final = logging.getLogger(__name__)

_OTHER_NAMES: Final = {"clear_all_tags": "remove_all_tags"}
"""Command of timpush → its older name."""

COMMANDS: Final[Mapping[tuple[str, str], Callable[[Call], Answer]]] = {
    **{
        ("timpush", name): work for name, work in {**PUSH_CALLS, **USER_CALLS, **TASK_CALLS}.items()
    },
    ("all_member_push", "im_push"): push_to("all_member_push"),
    **{
        ("all_member_push", f"im_{_OTHER_NAMES.get(name, name)}"): work
        for name, work in USER_CALLS.items()
    },
}
"""(service, command) → what answers it."""
_PUSHES: Final = frozenset(
    {"all_member_push/im_push", "timpush/push", "timpush/batch", "timpush/add_sched_task"}
)

_READING: Final = re.compile("/(im_)?(get|list|query)_")

_SLOW_S: Final = 3.2
"""How long the answer to a push takes that is acted out as slow: above the service's own 3 s."""
_METHODS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE")


class ChatService:
    """Answers for one app. ``sleep`` waits real seconds, where a slow answer is acted out."""

    def __init__(
        self,
        app: ChatApp,
        clock: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        journal: Journal | None = None,
    ) -> None:
        self._app = app
        self._clock = clock
        self._sleep = sleep
        self._journal = journal

    def routes(self) -> list[Route]:
        """Everything below ``/v4/``, unknown commands too."""
        return [Route("/v4/{path:path}", self._answer, methods=[*_METHODS])]

    async def _answer(self, request: Request) -> Response:
        body, now = await request.body(), self._clock()
        path = request.path_params["path"]
        rules = self._app.rules
        if request.method != "POST" and rules.chat_method_status == 405:
            return Response(status_code=405)
        try:
            answer = self._work(request, path, body, now)
        except ChatRefusal as refusal:
            # What is no command may be anything, and a log is read line by line.
            named = path if tuple(path.split("/")) in COMMANDS else "call"
            _log.info("chat %s refused, %d", named, refusal.code)
            return chat_refused(refusal, rules)
        if self._journal is not None and not _READING.search(path):
            self._journal.add(now, f"{CHAT}{path}", body)
        if path not in _PUSHES or self._app.act not in (SLOW, CUT):
            return chat_answer(answer)
        _log.info("chat %s taken in, its answer acted out as %s", path, self._app.act)
        if self._app.act == CUT:
            return Cut()
        await self._sleep(_SLOW_S)
        return chat_refused(ChatRefusal(60008), rules)

    def _work(self, request: Request, path: str, body: bytes, now: float) -> Answer:
        service, _, command = path.partition("/")
        work = COMMANDS.get((service, command))
        if work is None or request.method != "POST":
            raise ChatRefusal(60009)
        if self._app.rules.chat_checks == "log_in_first":
            self._log_in(request, now)
        try:
            fields = parse_object(body)
        except Refusal:
            raise ChatRefusal(90001 if body else 60003) from None
        self._log_in(request, now)
        if self._app.rules.limits:
            self._app.frequency.use(command, now=now)
        run_due(self._app, now)
        return work(Call(self._app, service == "timpush", fields, len(body), now))

    def _log_in(self, request: Request, now: float) -> None:
        app = self._app
        query = dict(request.query_params)
        check_query(query, {app.keys.sdkappid: app.keys}, now=now, readings=app.rules)
