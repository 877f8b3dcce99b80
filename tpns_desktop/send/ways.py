"""Where an app's requests go and with which key, in this run of the program.

Owns keeping practice and real apps apart: a practice row goes only to the practice service of this
run, a real app's row only to a documented host, and keys of the practice service live in memory
only. An access id that a practice service ever made up on this computer, in this run or an earlier
one, goes to no real host. Source: sending.md 4 and 7.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from tpns_desktop.client.endpoints import AccessPoint, access_point, access_point_at
from tpns_desktop.client.errors import KeyRefused
from tpns_desktop.client.tpns import TpnsClient
from tpns_desktop.model.secret import Secret
from tpns_desktop.send.attempts import KeyUnavailable
from tpns_desktop.send.practice_app import PracticeInfo
from tpns_desktop.store.apps import App
from tpns_desktop.store.history import PushRow
from tpns_desktop.store.secrets import SecretStore, SecretsUnavailable

ClientFactory = Callable[[AccessPoint, str, Secret], TpnsClient]


class Places:
    """Addresses and keys, by app and by row."""

    def __init__(
        self,
        secrets: SecretStore,
        app: Callable[[str], App | None],
        client: ClientFactory,
        practice_ids: Callable[[], Collection[str]] = frozenset,
    ) -> None:
        """`app` gives the stored app of an id; `client` makes clients.

        `practice_ids` gives every access id that practice services made up, earlier runs and other
        copies of the program included; it is asked anew each time.
        """
        self._secrets = secrets
        self._app = app
        self._client = client
        self._stored_ids = practice_ids
        self._practice_ids: set[str] = set()
        self.practice: PracticeInfo | None = None

    def use_practice(self, info: PracticeInfo) -> None:
        """From now on practise there."""
        self.practice = info
        self._practice_ids.update(keys.access_id for keys in info.keys.values())

    def is_practice_id(self, access_id: str) -> bool:
        """Whether a practice service made this access id up, in whatever run."""
        return access_id in self._practice_ids or access_id in self._stored_ids()

    def url(self, app: App) -> str | None:
        """Where `app`'s requests go; None for practice without a practice service."""
        if app.practice:
            return self.practice.base_url if self.practice is not None else None
        try:
            return access_point(app.access_point).url
        except KeyError:
            return None

    def guard(self, row: PushRow) -> str | None:
        """Why `row` must not leave now, as a short stable word, or None.

        "no_practice", "other_practice" (its service is gone), "wrong_address", "practice_key" (an
        access id that a practice service made), "app_gone", "app_changed".
        """
        if row.practice:
            if self.practice is None:
                return "no_practice"
            if row.access_point_url != self.practice.base_url:
                return "other_practice"
        elif _practice_address(row.access_point_url):
            return "wrong_address"
        elif self.is_practice_id(row.access_id):
            return "practice_key"
        app = self._app(row.app_id)
        if app is None:
            return "app_gone"
        environment = app.ios_environment if row.platform == "ios" else None
        now = (app.practice, self.url(app), app.access_id(row.platform), environment)
        then = (row.practice, row.access_point_url, row.access_id, row.environment)
        return None if now == then else "app_changed"

    async def key(self, row: PushRow) -> Secret:
        """The key that signs `row`. Raises `KeyUnavailable`."""
        app = self._app(row.app_id)
        if app is None:
            raise KeyUnavailable("app_gone")
        return await self.key_of(app, row.platform)

    async def key_of(self, app: App, platform: str, *, quiet: bool = False) -> Secret:
        """The key of one platform of `app`; `quiet`: without asking a person for a password.

        Raises `KeyUnavailable` with "no_key", or "keyring_locked", "keyring_silent",
        "keyring_failed", "keyring_gone" (there is none today), "keyring_other" (it is in another
        one than today's) where a keyring may have it, or "no_practice", "other_practice".
        """
        if app.practice:
            info = self.practice
            if info is None:
                raise KeyUnavailable("no_practice")
            if info.keys[platform].access_id != app.access_id(platform):
                raise KeyUnavailable("other_practice")
            return info.keys[platform].secret_key
        try:
            secret = await self._secrets.get(app.id, platform, app.key_place(platform), quiet=quiet)
        except SecretsUnavailable as unavailable:
            reason = unavailable.reason
        else:
            if secret is not None:
                return secret
            raise KeyUnavailable("no_key")
        raise KeyUnavailable(f"keyring_{reason}")

    def client(self, point: AccessPoint, access_id: str, key: Secret) -> TpnsClient:
        """A client, from the factory.

        Raises `KeyRefused`, also for an access id of practice that would go to a real host.
        """
        if not point.practice and self.is_practice_id(access_id):
            raise KeyRefused("bad_access_id", "practice")
        return self._client(point, access_id, key)

    async def client_of(self, app: App, platform: str) -> TpnsClient:
        """A client for asking about one platform of `app`.

        Raises `KeyUnavailable`, `KeyRefused`.
        """
        url, access_id = self.url(app), app.access_id(platform)
        if url is None or access_id is None:
            raise KeyUnavailable("no_practice" if app.practice else "no_key")
        if not app.practice and self.is_practice_id(access_id):
            raise KeyUnavailable("practice_key")
        key = await self.key_of(app, platform)
        return self.client(access_point_at(url), access_id, key)


def system_client(point: AccessPoint, access_id: str, key: Secret, **options: Any) -> TpnsClient:
    """The client that speaks to the real network."""
    return TpnsClient(point, access_id, key, **options)


def _practice_address(url: str) -> bool:
    try:
        return access_point_at(url).practice
    except ValueError:
        return True  # no address of anything: as forbidden as practice
