"""Asks again what was recorded, of a practice service like the one it was asked of.

The world is made anew from the first line of the log (seed, devices, switches, the month before),
its clock stands at each request where it stood then, bad days are acted out as they were, and
requests are signed with this run's keys.
So the same service gives the same answers, ids and figures included; another version of it shows
where it answers otherwise.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from . import acts
from .chat_auth import ChatKeys, user_sig
from .codes import UNKNOWN_ACCESS_ID
from .history import give_past
from .population import Population
from .record import MASK, VERSION, Exchange, exchange_of, is_user_sig
from .rules import PACE_MAX, Rules, switched
from .service import PracticeService
from .state import World

_NUMBERS: Final = {"pace": PACE_MAX, "at": 1e10, "began": 1e10}
"""Numbers of a log and the most that they may be."""
_HOST: Final = "127.0.0.1:80"
_NO_KEY: Final = "0" * 32
_SKIPPED: Final = "not asked again"
_GUARDED: Final = frozenset({400, 408, 413, 421, 431})
"""Statuses of requests that the guard keeps out, for what is not in the log."""


class CannotReplay(Exception):
    """This is no log of practice; the text says what is wrong."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """One exchange, and what is answered now."""

    then: Exchange
    status: int
    answer: str
    same: bool
    """Whether the answer is the recorded one, but for ids that are drawn by chance."""
    skipped: str = ""
    """Why it was not asked; empty when it was."""

    def words(self) -> str:
        """As somebody who replays reads it."""
        what = f"{self.then.method} {self.then.path}"
        if self.skipped:
            return f"{_SKIPPED}: {what}, {self.skipped}"
        if self.same:
            return f"same: {what}, {self.status}"
        then, now = f"{self.then.status} {self.then.answer}", f"{self.status} {self.answer}"
        return f"differs: {what}\n  then {then}\n  now  {now}"


@dataclass
class _Clock:
    now: float

    def __call__(self) -> float:
        return self.now


def replay(lines: Iterable[str], tell: Callable[[Replayed], None]) -> int:
    """Ask everything in ``lines`` again; gives how many answers differ. Raises ``CannotReplay``."""
    steps = iter(lines)
    world, clock = _world(_parsed(next(steps, "")))
    service = PracticeService(world, clock=clock, sleep=_no_wait)
    differ = 0

    async def ask_all() -> None:
        nonlocal differ
        for text in steps:
            line = _parsed(text)
            if "pace" in line:
                world.timeline.set_pace(_number(line, "pace"), now=_number(line, "at"))
                continue
            if _played(world, line):
                continue
            try:
                then = exchange_of(line)
            except ValueError as error:
                raise CannotReplay(str(error)) from None
            clock.now = then.at
            done = await _again(service, world, then)
            differ += not done.same and not done.skipped
            tell(done)

    asyncio.run(ask_all())
    return differ


def first_line(world: World, *, devices: int, past: bool, began: float, switches: object) -> str:
    """The line that a log begins with."""
    about = {
        "version": VERSION,
        "seed": world.population.seed,
        "devices": devices,
        "past": past,
        "began": began,
        "pace": world.timeline.pace,
        "switches": switches,
        "sdkappid": world.chat.keys.sdkappid,
    }
    return json.dumps({"practice": about}, ensure_ascii=False, separators=(",", ":"))


def _played(world: World, line: Mapping[str, Any]) -> bool:
    """Whether it is a line that begins a bad day, or ends one."""
    if isinstance(line.get("act"), str):
        return acts.play(world, line["act"])
    return isinstance(line.get("chat_act"), str) and world.chat.play(line["chat_act"])


async def _no_wait(_seconds: float) -> None:
    """A slow answer is the same answer."""


def _parsed(text: str) -> Mapping[str, Any]:
    try:
        line = json.loads(text)
    except (ValueError, RecursionError):
        line = None
    if not isinstance(line, dict):
        raise CannotReplay("a line of it is no line of a log of practice")
    return line


def _number(line: Mapping[str, Any], name: str) -> float:
    try:
        number = float(line[name])
    except (KeyError, TypeError, ValueError, OverflowError):
        raise CannotReplay(f"{name!r} in it is no number") from None
    if not 0 < number <= _NUMBERS[name]:
        raise CannotReplay(f"{name!r} in it is out of range")
    return number


def _world(line: Mapping[str, Any]) -> tuple[World, _Clock]:
    about = line.get("practice")
    if not isinstance(about, dict) or about.get("version") != VERSION:
        raise CannotReplay("its first line does not say which practice it is of")
    try:
        rules = Rules(pace=_number(about, "pace"))
        for name, text in about["switches"].items():
            rules = switched(rules, name, text)
        population = Population(seed=int(about["seed"]), devices=int(about["devices"]))
        began = _number(about, "began")
        # Ids of pushes and bodies of tasks hold it, and it is no secret.
        chat_keys = ChatKeys(int(about["sdkappid"]), secrets.token_hex(32))
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise CannotReplay(f"its first line cannot be used: {error}") from None
    world = World(population, rules, chat_keys=chat_keys)
    if about.get("past"):
        give_past(world, now=began)
    return world, _Clock(began)


async def _again(service: PracticeService, world: World, then: Exchange) -> Replayed:
    if then.body is None:
        return Replayed(then, 0, "", False, "its body was too long to be kept")
    if then.status in _GUARDED or (then.status == 403 and then.answer):
        return Replayed(then, 0, "", False, "it was refused before it was read")
    try:
        body = base64.b64decode(then.body) if then.base64 else then.body.encode()
        scope = _scope(then, _log_in(world, then, body), _query(world, then))
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        raise CannotReplay("a request in it cannot be made again") from None
    said = bytearray()
    status = 0

    asked = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> dict[str, object]:
        return asked.pop() if asked else {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]
        else:
            said.extend(message.get("body", b""))

    await service(scope, receive, send)
    answer = said.decode("utf-8", "replace")
    same = status == then.status and _comparable(answer) == _comparable(then.answer)
    return Replayed(then, status, answer, same)


def _scope(then: Exchange, log_in: Mapping[str, str], query: str) -> dict[str, object]:
    headers = {"host": _HOST, **then.headers, **log_in}
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": then.method,
        "scheme": "http",
        "path": then.path,
        "raw_path": then.path.encode(),
        "query_string": query.encode("latin-1"),
        "root_path": "",
        "server": ("127.0.0.1", 80),
        "client": ("127.0.0.1", 1),
        "headers": [
            (name.encode("latin-1"), text.encode("latin-1")) for name, text in headers.items()
        ],
    }


def _comparable(answer: str) -> object:
    try:
        value = json.loads(answer)
    except (ValueError, RecursionError):
        return answer
    if isinstance(value, dict) and isinstance(value.get("Response"), dict):
        value["Response"].pop("RequestId", None)
    return value


# Signing, by this side's own keys --------------------------------------------------------------


def _log_in(world: World, then: Exchange, body: bytes) -> dict[str, str]:
    stamp = str(int(then.at) - then.age_s)
    if then.scheme == "tc3":
        return _tc3(world, then, body, stamp)
    if then.scheme in ("none", "usersig"):
        return {}
    access_id, key = _keys(world, then)
    if then.scheme == "basic":
        return {
            "authorization": "Basic " + base64.b64encode(f"{access_id}:{key}".encode()).decode()
        }
    digest = hmac.new(key.encode(), f"{stamp}{access_id}".encode() + body, hashlib.sha256)
    return {
        "accessid": access_id,
        "timestamp": stamp,
        "sign": base64.b64encode(digest.hexdigest().encode()).decode(),
    }


def _keys(world: World, then: Exchange) -> tuple[str, str]:
    """AccessId and SecretKey as right or as wrong as they were."""
    if then.platform is None:
        # A stranger's, or none that can be read.
        return ("1500000000" if f"{UNKNOWN_ACCESS_ID}" in then.answer else "-"), _NO_KEY
    credentials = world.applications[then.platform].credentials
    return credentials.access_id, credentials.secret_key if _right(then) else _NO_KEY


def _right(then: Exchange) -> bool:
    # What was refused before anybody looked at the keys, such as a path that is not there.
    return then.right or then.status not in (200, 403)


def _tc3(world: World, then: Exchange, body: bytes, stamp: str) -> dict[str, str]:
    day = datetime.fromtimestamp(int(stamp), UTC).strftime("%Y-%m-%d")
    kind = then.headers.get("content-type", "application/json")
    request = (
        f"{then.method}\n/\n\ncontent-type:{kind.strip().lower()}\nhost:{_HOST}\n\n"
        f"content-type;host\n{hashlib.sha256(body).hexdigest()}"
    )
    scope = f"{day}/sms/tc3_request"
    digest = hashlib.sha256(request.encode()).hexdigest()
    key = f"TC3{world.cloud_keys.secret_key if _right(then) else _NO_KEY}".encode()
    for part in (day, "sms", "tc3_request"):
        key = hmac.digest(key, part.encode(), "sha256")
    signature = hmac.digest(key, f"TC3-HMAC-SHA256\n{stamp}\n{scope}\n{digest}".encode(), "sha256")
    return {
        "content-type": kind,
        "x-tc-timestamp": stamp,
        "authorization": f"TC3-HMAC-SHA256 Credential={world.cloud_keys.secret_id}/{scope}, "
        f"SignedHeaders=content-type;host, Signature={signature.hex()}",
    }


def _query(world: World, then: Exchange) -> str:
    """The query with a UserSig as right or as wrong as it was."""
    pairs = parse_qsl(then.query, keep_blank_values=True)
    if not any(is_user_sig(name) and value == MASK for name, value in pairs):
        return then.query
    signed = _user_sig(world, then, dict(pairs).get("identifier", ""))
    return urlencode([(name, signed if is_user_sig(name) else value) for name, value in pairs])


def _user_sig(world: World, then: Exchange, identifier: str) -> str:
    keys = world.chat.keys
    try:
        code = json.loads(then.answer).get("ErrorCode")
    except (ValueError, AttributeError):
        code = 0
    match code:
        case 70002:
            return ""
        case 70003:
            return "-"
        case 70009:
            return user_sig(replace(keys, secret_key=_NO_KEY), identifier, now=then.at)
        case 70013:
            return user_sig(keys, f"{identifier}-", now=then.at)
        case 70014:
            return user_sig(replace(keys, sdkappid=keys.sdkappid + 1), identifier, now=then.at)
        case 70001:
            return user_sig(keys, identifier, now=then.at - 1, lasts_s=0)
        case _:
            return user_sig(keys, identifier, now=then.at)
