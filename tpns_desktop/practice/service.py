"""The service as an ASGI application: its endpoints, each from log-in to answer.

Owns the order of things: guard, log-in, frequency, reading, answer. Rules stand in the modules that
it calls. ``PracticeService(world)`` can be given to a server or to ``httpx.ASGITransport``.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Final

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from .acts import LATE_S, SLOW_S, Act, Cut, Silence
from .auth import LogIn, authenticate
from .calls import CALLS, Call
from .chat_service import ChatService
from .cloud_answers import CloudRefusal, cloud_refused
from .codes import Refusal
from .envelope import (
    as_read,
    camel,
    camel_refused,
    echoed_seq,
    parse_object,
    push_accepted,
    push_refused,
    snake,
    snake_refused,
)
from .form import UploadForm
from .guard import IDLE_S, UPLOAD_PATH, Guard
from .journal import PUSH, UPLOAD, packed
from .order import read_order
from .phone_wall_calls import PATH as PHONES_PATH
from .phone_wall_calls import PhoneWallCalls
from .sms_service import CloudSms
from .state import Application, Clock, World

_log: Final = logging.getLogger(__name__)

_READS: Final = frozenset({"/v3/device/account/query", PHONES_PATH})
"""Calls that change nothing, beside the statistics."""

_Refuse = Callable[[Refusal], Response]


class PracticeService:
    """The documented answers for one ``World``.

    ``clock`` gives seconds since 1970 and decides everything about time; tests advance their own.
    ``sleep`` waits real seconds, where a slow answer is acted out.
    """

    def __init__(
        self,
        world: World,
        *,
        clock: Clock = time.time,
        idle_s: float = IDLE_S,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.world = world
        self._clock = clock
        self._sleep = sleep
        self._sms = CloudSms(world)
        self._app = Starlette(
            routes=[
                Route("/v3/push/app", self._push, methods=["POST"]),
                Route(UPLOAD_PATH, self._upload, methods=["POST"]),
                Route("/", self._cloud, methods=["POST"]),
                *ChatService(world.chat, clock, sleep, world.journal).routes(),
                *(
                    self._route(path, call)
                    for call in CALLS
                    for path in (call.path, *(call.aliases if world.rules.short_names else ()))
                ),
                *(self._route(call.path, call) for call in PhoneWallCalls(world).calls),
            ],
            middleware=[Middleware(Guard, idle_s=idle_s)],
        )
        # A redirect would make some clients post a push again.
        self._app.router.redirect_slashes = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        await self._app(scope, receive, send)

    async def _log_in(
        self, request: Request, refuse: _Refuse
    ) -> tuple[Application, bytes, float] | Response:
        """Whose request it is, its body and the time; or the answer to a failed log-in."""
        body = await request.body()
        now = self._clock()
        try:
            self.world.act.let_in()
            application = authenticate(self.world, request.headers.raw, body, now=now)
        except Refusal as refusal:
            return self._log_in_refused(request, refusal, refuse)
        application.settle(now)
        return application, body, now

    def _log_in_refused(self, request: Request, refusal: Refusal, refuse: _Refuse) -> Response:
        _log.info("%s: log-in refused, %d", request.url.path, refusal.code)
        if self.world.rules.login_failure_status == 403:
            return Response(status_code=403)
        return refuse(as_read(refusal, self.world.rules))

    # Pushes ----------------------------------------------------------------------------

    async def _push(self, request: Request) -> Response:
        act = self.world.act
        if act.silent:
            await self._sleep(LATE_S)
        answer = Cut() if act.cut else await self._take_push(request, act)
        await self._wait(act)
        return answer

    async def _wait(self, act: Act) -> None:
        if act.slow:
            await self._sleep(SLOW_S)

    async def _take_push(self, request: Request, act: Act) -> Response:
        entered = await self._log_in(request, push_refused)
        if isinstance(entered, Response):
            return entered
        application, body, now = entered
        seq = 0
        try:
            fields = parse_object(body)
            seq = echoed_seq(fields)
            act.let_push(application.platform)
            order = read_order(
                fields, platform=application.platform, now=now, rules=self.world.rules
            )
            pushes, audience = application.accept(order, body, now=now)
        except Refusal as refusal:
            _log.info("push for %s refused, %s", application.platform, refusal.code)
            return push_refused(as_read(refusal, self.world.rules), seq)
        self.world.journal.add(now, PUSH, body, application.platform)
        _log.info(
            "push for %s accepted, %s, %d devices planned",
            application.platform,
            pushes[0].push_id,
            pushes[0].planned,
        )
        if act.silent:
            return Silence()
        return push_accepted(
            seq,
            [push.push_id for push in pushes],
            loop=order.loop,
            environment=order.environment,
            skipped_tokens=list(audience.skipped_tokens),
        )

    # The cloud's SMS service -----------------------------------------------------------

    async def _cloud(self, request: Request) -> Response:
        act = self.world.act
        await self._wait(act)
        if act.cloud:
            return cloud_refused(CloudRefusal(act.cloud))
        return self._sms.answer(request, await request.body(), now=self._clock())

    # Packages --------------------------------------------------------------------------

    async def _upload(self, request: Request) -> Response:
        act = self.world.act
        answer = await self._take_upload(request, act)
        await self._wait(act)
        return answer

    async def _take_upload(self, request: Request, act: Act) -> Response:
        form = UploadForm(request.headers.get("content-type", ""))
        entered = await self._log_in_for_upload(request, form)
        if isinstance(entered, Response):
            return entered
        try:
            act.let_upload()
            # Seconds for a large one; on a thread, so that others are answered meanwhile.
            file = form.file()
            kept = await asyncio.to_thread(packed, file)
            upload = await asyncio.to_thread(entered.read_package, file)
        except Refusal as refusal:
            _log.info("upload for %s refused, %d", entered.platform, refusal.code)
            return camel_refused(as_read(refusal, self.world.rules))
        upload_id = entered.keep_upload(upload)
        if kept is not None:
            self.world.journal.add(self._clock(), UPLOAD, kept, entered.platform)
        _log.info("upload for %s, %d, %d lines", entered.platform, upload_id, upload.lines)
        return camel({"uploadId": upload_id})

    async def _log_in_for_upload(
        self, request: Request, form: UploadForm
    ) -> Application | Response:
        """Whose upload it is, with the form read; or the answer to a failed log-in.

        All of the body is read, whatever is wrong: a client that is still writing when the
        connection closes may lose the answer that says why.
        """
        try:
            self.world.act.let_in()
            log_in = LogIn(self.world, request.headers.raw, upload=True)
        except Refusal as refusal:
            async for _chunk in request.stream():
                pass
            return self._log_in_refused(request, refusal, camel_refused)
        async for chunk in request.stream():
            log_in.feed(chunk)
            form.feed(chunk)
        try:
            return log_in.finish(self._clock())
        except Refusal as refusal:
            form.drop()
            return self._log_in_refused(request, refusal, camel_refused)

    # Everything else -------------------------------------------------------------------

    def _route(self, path: str, call: Call) -> Route:
        async def endpoint(request: Request) -> Response:
            rules = self.world.rules
            snaky = (rules.ending_envelope if call.ends else call.family) == "snake"
            entered = await self._log_in(request, snake_refused if snaky else camel_refused)
            if isinstance(entered, Response):
                return entered
            application, body, now = entered
            seq = 0
            try:
                if call.counted:
                    # Figures that grow 600 times as fast are asked for more often, too.
                    simulated = application.timeline.between(0.0, now)
                    application.frequency.use_statistics(call.path, simulated)
                fields = parse_object(body)
                seq = echoed_seq(fields)
                data = call.work(application, fields, now)
                if not call.counted and call.path not in _READS:
                    self.world.journal.add(now, call.path, body, application.platform)
            except Refusal as refusal:
                _log.info("%s for %s refused, %d", path, application.platform, refusal.code)
                refusal = as_read(refusal, rules)
                return snake_refused(refusal, seq) if snaky else camel_refused(refusal)
            return snake(seq, data, call.text) if snaky else camel(data, call.text)

        handler: Callable[[Request], Awaitable[Response]] = endpoint
        return Route(path, handler, methods=["POST"])
