"""Where an app's requests go and with which key, in this run of the program.

Owns keeping practice and real apps apart: a practice row goes only to the practice service of this
run, a real app's row only to a documented host, and keys of the practice service live in memory
only. Source: sending.md 4 and 7.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tpns_desktop.client.endpoints import AccessPoint, access_point, access_point_at
from tpns_desktop.client.tpns import TpnsClient
from tpns_desktop.model.secret import Secret
from tpns_desktop.send.outbox import KeyUnavailable
from tpns_desktop.send.practice_app import PracticeInfo
from tpns_desktop.store.apps import App
from tpns_desktop.store.history import PushRow
from tpns_desktop.store.secrets import SecretStore, SecretsUnavailable

ClientFactory = Callable[[AccessPoint, str, Secret], TpnsClient]


class Places:
    """Addresses and keys, by app and by row."""

    def __init__(
        self, secrets: SecretStore, app: Callable[[str], App | None], client: ClientFactory
    ) -> None:
        """`app` gives the stored app of an id; `client` makes clients."""
        self._secrets = secrets
        self._app = app
        self._client = client
        self._practice_ids: set[str] = set()
        self.practice: PracticeInfo | None = None

    def use_practice(self, info: PracticeInfo) -> None:
        """From now on practise there."""
        self.practice = info
        self._practice_ids.update(keys.access_id for keys in info.keys.values())

    def is_practice_id(self, access_id: str) -> bool:
        """Whether a practice service of this run made this access id up."""
        return access_id in self._practice_ids

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
        elif row.access_id in self._practice_ids:
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

    async def key_of(self, app: App, platform: str) -> Secret:
        """The key of one platform of `app`.

        Raises `KeyUnavailable` with "no_key", or "keyring_locked", "keyring_silent",
        "keyring_failed" where a keyring may have it, or "no_practice", "other_practice".
        """
        if app.practice:
            info = self.practice
            if info is None:
                raise KeyUnavailable("no_practice")
            if info.keys[platform].access_id != app.access_id(platform):
                raise KeyUnavailable("other_practice")
            return info.keys[platform].secret_key
        try:
            secret = await self._secrets.get(app.id, platform)
        except SecretsUnavailable as unavailable:
            reason = unavailable.reason
        else:
            if secret is not None:
                return secret
            raise KeyUnavailable("no_key")
        raise KeyUnavailable(f"keyring_{reason}")

    def client(self, point: AccessPoint, access_id: str, key: Secret) -> TpnsClient:
        """A client, from the factory. Raises `KeyRefused`."""
        return self._client(point, access_id, key)

    async def client_of(self, app: App, platform: str) -> TpnsClient:
        """A client for asking about one platform of `app`.

        Raises `KeyUnavailable`, `KeyRefused`.
        """
        url, access_id = self.url(app), app.access_id(platform)
        if url is None or access_id is None:
            raise KeyUnavailable("no_practice" if app.practice else "no_key")
        key = await self.key_of(app, platform)
        if not app.practice and access_id in self._practice_ids:
            raise KeyUnavailable("practice_key")
        return self._client(access_point_at(url), access_id, key)


def system_client(point: AccessPoint, access_id: str, key: Secret, **options: Any) -> TpnsClient:
    """The client that speaks to the real network."""
    return TpnsClient(point, access_id, key, **options)


def _practice_address(url: str) -> bool:
    try:
        return access_point_at(url).practice
    except ValueError:
        return True  # no address of anything: as forbidden as practice
