"""Bad days, acted out for a person who practises: what goes wrong, and where.

Each happens where it would in earnest: a refusal with its published code, an answer that really
takes long or never comes, a connection that really breaks. Whoever is refused was not taken in.
Nobody who can only reach the port can choose one; see `command.obey`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from .codes import (
    AUTH,
    BAD_UPLOAD,
    CERTIFICATE_EXPIRED,
    EVIL_CONTENT,
    NO_RESOURCES,
    REPEATED,
    TOO_FAST,
    Refusal,
)
from .rules import Platform

if TYPE_CHECKING:
    from .state import World

SLOW_S: Final = 8.0
"""Real seconds that a slow answer takes: long to wait for, and sooner than a client gives up."""

LATE_S: Final = 1.2
"""Real seconds until a push is taken in that is never answered. Records tell whole seconds: one of
the same second could be an older push, and a look-up would have to leave that open."""


@dataclass(frozen=True, slots=True)
class Act:
    """What one bad day does to requests; a normal day does nothing."""

    log_in: int = 0
    """Code with which every request of TPNS is refused at its log-in; 0: none is."""
    push: int = 0
    """Code with which pushes are refused before anything else is looked at."""
    only: Platform | None = None
    """The one platform whose pushes that concerns."""
    upload: int = 0
    """Code with which files are refused once they are here."""
    cloud: str = ""
    """Code of the cloud with which its calls are refused."""
    chat: str = ""
    """What the Chat service acts out meanwhile; see `ChatApp.play`."""
    slow: bool = False
    """Pushes, files and the cloud's calls are answered after `SLOW_S`."""
    silent: bool = False
    """Pushes are taken in after `LATE_S`, and no answer comes."""
    cut: bool = False
    """The connection breaks when a push is here; it is not taken in."""

    def let_in(self) -> None:
        """Raise the `Refusal` of every log-in."""
        if self.log_in:
            raise Refusal(self.log_in)

    def let_push(self, platform: Platform) -> None:
        """Raise the `Refusal` of a push."""
        if self.push and self.only in (None, platform):
            raise Refusal(self.push)

    def let_upload(self) -> None:
        """Raise the `Refusal` of a file."""
        if self.upload:
            raise Refusal(self.upload)


NORMAL: Final = Act()

ACTS: Final[Mapping[str, Act]] = {
    "": NORMAL,
    "slow": Act(slow=True, chat="slow"),
    "no_answer": Act(silent=True),
    "cut": Act(cut=True, chat="cut"),
    "wrong_key": Act(log_in=AUTH, cloud="AuthFailure.SignatureFailure", chat="70003"),
    "content": Act(push=EVIL_CONTENT, chat="80001"),
    "limit": Act(push=TOO_FAST),
    "repeated": Act(push=REPEATED),
    "certificate": Act(push=CERTIFICATE_EXPIRED, only="ios"),
    "unpaid": Act(push=NO_RESOURCES, chat="60020"),
    "upload": Act(upload=BAD_UPLOAD),
    "clock": Act(log_in=AUTH, cloud="AuthFailure.SignatureExpire", chat="70001"),
    "chat_edition": Act(chat="90045"),
    "chat_used_up": Act(chat="90047"),
}
"""Name → what happens from now on."""


def play(world: World, name: str) -> bool:
    """Act out this bad day (``""``: a normal one) from now on; whether there is such a one."""
    act = ACTS.get(name)
    if act is None:
        return False
    world.act = act
    return world.chat.play(act.chat)


class Cut(Response):
    """The connection ends where an answer should stand."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        # An answer that is not completed: the server then closes the connection.
        await send({"type": "http.response.start", "status": 200, "headers": []})


class Silence(Response):
    """No answer comes, and the connection stays as long as the client waits."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        while (await receive())["type"] != "http.disconnect":
            pass
