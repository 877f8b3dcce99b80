"""What practice was asked and what it answered, for somebody who watches, keeps or replays it.

Owns the shape of a line of the log and what is left out of it: keys, signatures and every header
that is not named here. Requests are recorded as they came otherwise, bodies up to a mebibyte; times
are the ones that the service itself took, so that a replay can answer the same.

A line is one JSON object. The first is ``{"practice": {"seed", "devices", "past", "began",
"switches", "version", "sdkappid"}}``, the others are an :class:`Exchange`, or ``{"at"}`` with
``"pace"``, ``"act"`` or ``"chat_act"``: what was said on standard input from then on.
"""

from __future__ import annotations

import base64
import json
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal
from urllib.parse import parse_qsl, urlencode

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .codes import AUTH, UNKNOWN_ACCESS_ID
from .phone_wall_calls import PATH as PHONES_PATH
from .rules import PLATFORMS, Platform
from .state import World

VERSION: Final = 1
MASK: Final = "***"

Scheme = Literal["sign", "basic", "tc3", "usersig", "none"]

_BODY_BYTES_MAX: Final = 1024 * 1024
_SHOWN: Final = 2000
"""Characters of a body that somebody who watches is shown."""
_HEADERS: Final = ("content-type", "content-encoding", "x-tc-action", "x-tc-version", "x-tc-region")
_SECRET_NAMES: Final = frozenset({"secret_key", "secret_id"})
_USER_SIG: Final = "usersig"
_CHAT_LOG_IN: Final = frozenset({*range(70_001, 70_051), 60_010, 90_009})

_ANY_USER_SIG: Final = r"\be(?:J|No|AE|F4)[\w*-]{80,}"
"""What a UserSig looks like, wherever it was written by mistake: Base64 of what zlib packed."""

_instants: ContextVar[list[float] | None] = ContextVar("instants", default=None)


def request_clock() -> float:
    """Seconds since 1970; within one request always the same, which is the one recorded."""
    instants = _instants.get()
    if instants is None:
        return time.time()
    if not instants:
        instants.append(time.time())
    return instants[0]


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its answer."""

    at: float
    """Seconds since 1970, as the service took it."""
    method: str
    path: str
    query: str
    headers: dict[str, str]
    scheme: Scheme
    platform: Platform | None
    """Whose AccessId it gave; ``None`` for a stranger's and for the cloud's services."""
    right: bool
    """Whether the log-in was taken."""
    age_s: int
    """Seconds that its signature was old."""
    body: str | None
    """As text; ``None`` for one that is too long to be kept."""
    base64: bool
    """Whether ``body`` is Base64, being no UTF-8."""
    status: int
    """0: it got no answer, as some bad days have it."""
    answer: str
    seconds: float

    def line(self) -> str:
        """As a line of the log."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    def words(self) -> str:
        """As somebody who watches reads it."""
        clock = time.strftime("%H:%M:%S", time.localtime(self.at))
        who = ", ".join(filter(None, (self.platform, self.scheme)))
        if not self.right and self.status:
            who += ", refused"
        query = f"?{self.query}" if self.query else ""
        ended = f"{self.status or 'no answer'}, {1000 * self.seconds:.0f} ms"
        first = f"{clock} {self.method} {self.path}{query} ({who}): {ended}"
        body = "(too long to be kept)" if self.body is None else self.body
        return f"{first}\n  > {_cut(body)}\n  < {_cut(self.answer)}"


def exchange_of(line: Mapping[str, Any]) -> Exchange:
    """What a line of the log tells. Raises ``ValueError`` for something else."""
    try:
        found = Exchange(**line)
    except TypeError:
        raise ValueError("no line of a log of practice") from None
    texts = (found.method, found.path, found.query, found.answer, found.body or "")
    numbers = (found.at, found.age_s, found.status)
    right = all(isinstance(text, str) for text in texts) and isinstance(found.headers, dict)
    right = right and found.platform in (None, *PLATFORMS)
    if not right or not all(isinstance(one, int | float) and abs(one) < 1e10 for one in numbers):
        raise ValueError("no line of a log of practice")
    return found


def secrets_in(line: object) -> Iterator[str]:
    """Every key in what practice prints when it starts (``command.start_line``)."""
    if isinstance(line, Mapping):
        for name, value in line.items():
            if name in _SECRET_NAMES and isinstance(value, str):
                yield value
            else:
                yield from secrets_in(value)


class Recorder:
    """ASGI middleware that tells ``keep`` each exchange; ``secrets`` are masked wherever they are.

    The service behind it has to take the time from ``request_clock``.
    """

    def __init__(
        self,
        app: ASGIApp,
        world: World,
        secrets: Iterable[str],
        keep: Callable[[Exchange], None],
    ) -> None:
        self._app = app
        self._world = world
        self._secrets = re.compile("|".join((*map(re.escape, secrets), _ANY_USER_SIG)))
        self._keep = keep

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        # What drawn phones show is asked once a second while somebody looks: it changes nothing.
        if scope["type"] != "http" or scope["path"] == PHONES_PATH:
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        instants: list[float] = []
        _instants.set(instants)
        asked, answered = bytearray(), bytearray()
        status = 0
        whole = False

        async def heard() -> Message:
            nonlocal whole
            message = await receive()
            whole = whole or (message["type"] == "http.request" and not message.get("more_body"))
            if len(asked) <= _BODY_BYTES_MAX:
                asked.extend(message.get("body", b""))
            return message

        async def told(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            elif len(answered) <= _BODY_BYTES_MAX:
                answered.extend(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, heard, told)
        finally:
            # Whoever goes before the request is whole has asked nothing.
            if status or whole:
                at = instants[0] if instants else time.time()
                taken = time.perf_counter() - began
                self._keep(self._exchange(scope, bytes(asked), status, bytes(answered), at, taken))

    def _exchange(
        self, scope: Scope, asked: bytes, status: int, answered: bytes, at: float, taken: float
    ) -> Exchange:
        headers = {
            name.decode("latin-1").lower(): value.decode("latin-1")
            for name, value in scope["headers"]
        }
        query = scope["query_string"].decode("latin-1")
        scheme, access_id, stamp = _log_in(headers, query)
        application = self._world.application(access_id)
        body, is_base64 = self._text(asked)
        answer, _no_text = self._text(answered)
        return Exchange(
            at=at,
            method=scope["method"],
            path=self._masked(scope["path"]),
            query=self._masked(_without_signature(query)),
            headers={name: headers[name] for name in _HEADERS if name in headers},
            scheme=scheme,
            platform=None if application is None else application.platform,
            right=_taken(status, answer),
            age_s=int(at) - stamp if stamp else 0,
            body=body if len(asked) <= _BODY_BYTES_MAX else None,
            base64=is_base64,
            status=status,
            answer=answer,
            seconds=round(taken, 6),
        )

    def _text(self, content: bytes) -> tuple[str, bool]:
        try:
            return self._masked(content.decode("utf-8")), False
        except UnicodeDecodeError:
            return base64.b64encode(content).decode(), True

    def _masked(self, text: str) -> str:
        return self._secrets.sub(MASK, text)


def _log_in(headers: Mapping[str, str], query: str) -> tuple[Scheme, str, int]:
    """How it says who it is, its AccessId and the time of its signature (0: none)."""
    authorization = headers.get("authorization", "")
    if "sign" in headers:
        return "sign", headers.get("accessid", ""), _whole(headers.get("timestamp", ""))
    if authorization.startswith("TC3-"):
        return "tc3", "", _whole(headers.get("x-tc-timestamp", ""))
    if authorization:
        try:
            pair = base64.b64decode(authorization.partition(" ")[2]).decode()
        except ValueError:
            return "basic", "", 0
        return "basic", pair.partition(":")[0], 0
    return ("usersig" if any(is_user_sig(name) for name, _ in _pairs(query)) else "none"), "", 0


def _whole(text: str) -> int:
    return int(text) if re.fullmatch("[0-9]{1,12}", text) else 0


def _taken(status: int, answer: str) -> bool:
    if status != 200:
        return False
    try:
        said = json.loads(answer)
        refused = said.get("ret_code", said.get("retCode")) in (AUTH, UNKNOWN_ACCESS_ID)
        refused = refused or said.get("ErrorCode") in _CHAT_LOG_IN
        error = said.get("Response", {}).get("Error", {}).get("Code", "")
    except (ValueError, AttributeError, TypeError):
        return True
    return not refused and not error.startswith("AuthFailure")


def is_user_sig(name: str) -> bool:
    """Whether a query's field holds a UserSig, or was meant to: the service minds capitals."""
    return name.lower() == _USER_SIG


def _pairs(query: str) -> list[tuple[str, str]]:
    return parse_qsl(query, keep_blank_values=True)


def _without_signature(query: str) -> str:
    pairs = _pairs(query)
    if not any(is_user_sig(name) for name, _value in pairs):
        return query
    return urlencode(
        [(name, MASK if is_user_sig(name) else value) for name, value in pairs], safe="*"
    )


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else f"{flat[:_SHOWN]}… ({len(flat):,} characters)"
