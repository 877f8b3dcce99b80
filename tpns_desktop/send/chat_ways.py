"""Where a Chat app's requests go and with which key, and how one push of it leaves.

Keeps practice and real Chat apps apart as `ways` does for TPNS: practice goes only to the practice
service of this run, a real app only to a host of Tencent's, and practice's key lives in memory
only. Sources: sending.md 4 and 7, im-all-member-push.md 2 and 9.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from tpns_desktop.client.chat import ChatClient
from tpns_desktop.client.chat_points import ChatPoint
from tpns_desktop.client.errors import ClientError
from tpns_desktop.model.chat_dialects import DIALECTS, Dialect
from tpns_desktop.model.outcome import PushAnswer
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.attempts import KeyUnavailable
from tpns_desktop.send.chat_facts import command_of
from tpns_desktop.store.secrets import SecretsUnavailable

if TYPE_CHECKING:
    from tpns_desktop.client.network import NetworkSource
    from tpns_desktop.model.secret import Secret
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.send.practice_app import PracticeChat
    from tpns_desktop.send.skew import Skews
    from tpns_desktop.store.chat_apps import ChatApp
    from tpns_desktop.store.history import PushRow
    from tpns_desktop.store.secrets import SecretStore

ChatFactory = Callable[[ChatPoint, int, str, "Secret", Dialect], ChatClient]
"""Makes a client: address, SDKAppID, administrator, key, dialect."""

KEY: Final = "chat"
"""Under which a Chat app's key stands in the keyring, where TPNS has the platform."""


class ChatWays:
    """Addresses, keys and clients of Chat apps."""

    def __init__(
        self,
        secrets: SecretStore,
        app: Callable[[str], ChatApp | None],
        client: ChatFactory,
        skews: Skews,
        clock: Clock,
    ) -> None:
        """`app` gives the stored Chat app of an id; `client` makes clients."""
        self._secrets = secrets
        self._app = app
        self._client = client
        self._skews = skews
        self._clock = clock
        self.practice: PracticeChat | None = None

    def use_practice(self, chat: PracticeChat | None) -> None:
        """From now on practise there."""
        self.practice = chat

    def guard(self, row: PushRow) -> str | None:
        """Why `row` must not leave now, or None: the words of `ways.Places.guard`."""
        if row.practice:
            if self.practice is None:
                return "no_practice"
            if row.access_point_url != self.practice.url:
                return "other_practice"
        elif not row.access_point_url.startswith("https://"):
            return "wrong_address"
        app = self._app(row.app_id)
        if app is None:
            return "app_gone"
        now = (app.practice, app.url, str(app.sdkappid), app.dialect)
        then = (row.practice, row.access_point_url, row.access_id, row.environment)
        return None if now == then else "app_changed"

    async def key(self, row: PushRow) -> Secret:
        """The key that signs `row`. Raises `KeyUnavailable`."""
        app = self._app(row.app_id)
        if app is None:
            raise KeyUnavailable("app_gone")
        return await self.key_of(app)

    async def key_of(self, app: ChatApp, *, quiet: bool = False) -> Secret:
        """The key of `app`; `quiet`: without asking a person for a password.

        Raises `KeyUnavailable` with the words of `ways.Places.key_of`.
        """
        if app.practice:
            chat = self.practice
            if chat is None:
                raise KeyUnavailable("no_practice")
            if (chat.url, chat.sdkappid) != (app.url, app.sdkappid):
                raise KeyUnavailable("other_practice")
            return chat.secret_key
        try:
            secret = await self._secrets.get(app.id, KEY, app.key_place, quiet=quiet)
        except SecretsUnavailable as unavailable:
            reason = unavailable.reason
        else:
            if secret is not None:
                return secret
            raise KeyUnavailable("no_key")
        raise KeyUnavailable(f"keyring_{reason}")

    def client(self, app: ChatApp, key: Secret) -> ChatClient:
        """A client that asks as `app`. Raises `KeyRefused`, `ValueError` for no such address."""
        point = ChatPoint(app.url)
        if point.practice != app.practice:
            raise ValueError("practice and real Chat apps are kept apart")
        return self._client(point, app.sdkappid, app.identifier, key, DIALECTS[app.dialect])

    async def client_of(self, app_id: str, *, quiet: bool = False) -> ChatClient:
        """A client for asking, by the id of a Chat app. Raises `AskFailed`."""
        app = self._app(app_id)
        if app is None:
            raise AskFailed("app_gone")
        try:
            return self.client(app, await self.key_of(app, quiet=quiet))
        except KeyUnavailable as unavailable:
            failed = AskFailed(unavailable.reason)
        except ClientError as error:
            failed = AskFailed(error.reason, code=error.code, text=error.text or None)
        except ValueError:
            failed = AskFailed("wrong_address")
        raise failed

    def sender(self, row: PushRow, key: Secret) -> ChatSender:
        """What sends `row`. Raises `KeyRefused`, and `ValueError` when its app is gone."""
        app = self._app(row.app_id)
        if app is None:
            raise ValueError("the Chat app is gone")
        return ChatSender(self.client(app, key), self._skews, self._clock)


class ChatSender:
    """Sends one frozen push of a Chat app: a `PushClient` of the outbox."""

    def __init__(self, client: ChatClient, skews: Skews, clock: Clock) -> None:
        self._client = client
        self._skews = skews
        self._clock = clock

    async def push(self, body: bytes) -> PushAnswer:
        """Send the bytes once, by the command that they are for.

        Ends as `ChatClient.push` does.
        """
        began = self._clock.monotonic()
        try:
            command = command_of(body)
            if command == "add_task":
                return PushAnswer((await self._client.push_task(body),))
            send = self._client.batch if command == "batch" else self._client.push
            task = await send(body)
            return PushAnswer((task.task_id,), left_out=dict(task.failed))
        finally:
            took_s = self._clock.monotonic() - began
            practice = self._client.point.practice
            self._skews.note(self._client.clock_skew_s, took_s, practice=practice)

    async def upload(
        self,
        name: str,
        size_bytes: int,
        blocks: Iterator[bytes],
        progress: Callable[[int], None] | None = None,
    ) -> int:
        """There are no lists here: no Chat push ever asks for this."""
        raise NotImplementedError("a Chat push goes to no uploaded list")

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()


def system_chat_client(network: NetworkSource) -> ChatFactory:
    """What makes clients that speak to the real network."""
    return partial(ChatClient, network=network)
