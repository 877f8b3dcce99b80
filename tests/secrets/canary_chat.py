"""A Chat app in a day with the program: its key kept, refused, tried, sent with, and repeated back.

Every UserSig that goes out is caught on the wire; a UserSig is as good as the key for a day, and
travels in the address of a request.
"""

from __future__ import annotations

import asyncio
import base64
import json
import time
import zlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

import httpx

from tpns_desktop.client.chat import ChatClient
from tpns_desktop.client.chat_credentials import LIFETIME_S
from tpns_desktop.client.chat_points import ChatPoint
from tpns_desktop.client.signing import user_sig
from tpns_desktop.model.chat_dialects import Dialect
from tpns_desktop.model.chat_draft import empty_chat_draft
from tpns_desktop.model.secret import Secret
from tpns_desktop.send.chat_desk import ChatForm
from tpns_desktop.send.chat_job_kinds import ChatJob, Pasted

if TYPE_CHECKING:
    from tests.secrets.canary_scene import Day

SECRETS: Final = {
    "Secret key of the Chat app": '9f&c"hat<k3y>/+%0a1b2c3d4e5f6g7h',
    "Secret key of the Chat app, refused": "r3fused'ch4t/k3y+&%7j8k9l0m1n2bX",
}
_KEY, _REFUSED = SECRETS

_PRACTICE: Final = "practice key, Chat"
SECRETS_OF_PRACTICE: Final = {_PRACTICE: ""}
"""Made up by its service."""


class ChatHost:
    """Plays a host of Tencent's; repeats in its answers the address that it was asked by."""

    def __init__(self, day: Day) -> None:
        self._day = day
        self.signs: list[str] = []
        self.requests: list[bytes] = []
        self.way = "refuse"
        """How it answers: "refuse" with an error, "break" off, "page" of something else; "take" it
        in, under a number that repeats what it was signed with."""

    def client(
        self, point: ChatPoint, sdkappid: int, identifier: str, key: Secret, dialect: Dialect
    ) -> ChatClient:
        # Practice speaks over a socket of its own, so that httpcore has something to log.
        transport = None if point.practice else httpx.MockTransport(self._handle)
        made = ChatClient(point, sdkappid, identifier, key, dialect, transport=transport)
        self._day.objects.append(made)
        return made

    def _handle(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        self.signs.append(url.params["usersig"])
        # The one place in which a UserSig travels; the rest of the request must not have it.
        rest = url.copy_remove_param("usersig")
        self.requests.append(f"{rest}\n{dict(request.headers)}\n".encode() + request.content)
        if self.way == "break":
            raise httpx.ReadError(f"cut {url}")
        if self.way == "page":
            return httpx.Response(502, content=f"<{url}>".encode())
        if self.way == "take":
            told = {"ActionStatus": "OK", "ErrorCode": 0, "ErrorInfo": "", "TaskId": self.signs[-1]}
            return httpx.Response(200, json=told)
        told = {"ActionStatus": "FAIL", "ErrorCode": 70013, "ErrorInfo": f"bad {url} {self.signs}"}
        return httpx.Response(200, content=json.dumps(told).encode())


def live_through(day: Day) -> None:
    """Connect a Chat app, send with it, and let everything fail that can."""
    day.driver.ask(_lived(day))
    day.screen.look()
    assert len(day.chat.signs) >= 8


def _form(**changes: Any) -> ChatForm:
    values: dict[str, Any] = {
        "name": "Aurora",
        "sdkappid": "1400000001",
        "identifier": "administrator",
        "key": Secret(SECRETS[_KEY]),
        "host": "china",
        "dialect": "timpush_chat",
    }
    return ChatForm(**values | changes)


async def _lived(day: Day) -> None:
    desk, form = day.desk, _form()
    broken = _form(key=Secret(SECRETS[_REFUSED] + "\nx"))
    day.objects += [form, broken]
    await day.caught(desk.chat.test(broken))
    await day.caught(desk.chat.save(broken))
    saved = await desk.chat.save(form)
    day.objects += [saved, await desk.chat.apps()]
    app_id = saved.app.id
    await desk.chat.use(app_id)
    for number, way in enumerate(("refuse", "break", "page")):
        day.chat.way = way
        day.objects.append(await desk.chat.test(form))
        await day.caught(desk.chat.refresh_names(app_id))
        batch = await _pushed(day, app_id, f"No. {number}")
        day.objects += [batch, await desk.chat.context(app_id), await desk.chat.history(app_id)]
    await _looked_after(day, app_id)
    await desk.chat.use(None)


async def _looked_after(day: Day, app_id: str) -> None:
    """Work on users, scheduled tasks, names, and what is asked and done about a push."""
    desk, now = day.desk, datetime.now(UTC)
    day.chat.way = "take"
    taken = await _pushed(day, app_id, "Taken")
    assert taken.state == "accepted"
    people, results = desk.chat.people, desk.chat.results
    for way in ("refuse", "page"):
        day.chat.way = way
        for asked in (
            results.losses(taken.id),
            results.statistics(taken.id),
            results.trace(taken.id, "amy"),
            desk.chat.tasks.read(app_id, now, now + timedelta(days=1)),
            desk.chat.set_names(app_id, {0: "City"}),
        ):
            await day.caught(asked)
        day.objects.append(await results.withdraw(taken.id))
    day.chat.way = "refuse"
    rested = asyncio.Event()
    end = people.subscribe(lambda _: rested.set())
    job_id = await people.start_job(app_id, ChatJob("add_tags", Pasted("amy"), tags=("vip",)))
    while (seen := await people.job(job_id)).row.state != "paused":
        await rested.wait()
        rested.clear()
    end()
    day.objects += [taken, seen, await results.story(taken.id), await people.faults(job_id)]
    day.objects += [await desk.chat.again(taken.id), await desk.chat.drafts(app_id)]


async def _pushed(day: Day, app_id: str, text: str, kind: str = "users") -> Any:
    desk, draft = day.desk, empty_chat_draft()
    draft["audience"]["kind"] = kind
    draft["audience"]["users"]["text"] = "amy"
    draft["message"]["elements"][0]["text"] = text
    review = await desk.chat.review(app_id, None, draft)
    day.objects += [draft, review]
    batch = await desk.confirm(review, set(review.required_ticks), review.app_name)
    news = asyncio.Event()
    end = desk.subscribe(lambda _: news.set())
    try:
        while (batch := await desk.batch(batch.id)).state in ("held", "sending"):
            await news.wait()
            news.clear()
    finally:
        end()
    return batch


async def practised(day: Day) -> None:
    """Practice's own Chat app, over real sockets."""
    desk, began_s = day.desk, int(time.time())
    app = next(app for app in await desk.chat.apps() if app.practice)
    await desk.chat.use(app.id)
    names, batch = await desk.chat.refresh_names(app.id), await _pushed(day, app.id, "Hi", "all")
    assert batch.state == "accepted"
    day.objects += [app, names, batch]
    key = Secret(SECRETS_OF_PRACTICE[_PRACTICE])
    # Nobody stands between here and practice: what was sent is what is made of these seconds.
    day.chat.signs += [
        user_sig(app.identifier, app.sdkappid, key, now_s=second, lifetime_s=LIFETIME_S)
        for second in range(began_s, int(time.time()) + 1)
    ]


def derived(signs: list[str]) -> dict[str, str]:
    """The UserSigs, and the proof inside of each."""
    made = {}
    for number, sign in enumerate(dict.fromkeys(signs)):
        packed = base64.b64decode(sign.translate(str.maketrans("*-_", "+/=")))
        made[f"UserSig {number + 1}"] = sign
        made[f"proof of UserSig {number + 1}"] = json.loads(zlib.decompress(packed))["TLS.sig"]
    return made
