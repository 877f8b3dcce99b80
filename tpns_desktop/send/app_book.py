"""The apps a person has connected: trying their keys, keeping them, forgetting them.

Rows go to the store, keys to the keyring. What may stand in the form is checked in `connect.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tpns_desktop.client.endpoints import access_point
from tpns_desktop.send.connect import (
    PLATFORMS,
    AppForm,
    ConnectionTest,
    FieldProblem,
    FormRefused,
    PlatformTest,
    checked,
    pairs,
    tested,
)
from tpns_desktop.send.key_pair import KeyPair
from tpns_desktop.send.outbox import KeyUnavailable
from tpns_desktop.send.ways import Places
from tpns_desktop.store.apps import App, Apps
from tpns_desktop.store.ids import new_id
from tpns_desktop.store.secrets import SecretRefused, SecretStore

if TYPE_CHECKING:
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.store.database import Database


@dataclass(frozen=True)
class AppSaved:
    """An app as saved, and where its keys went."""

    app: App
    secret_place: str
    """Either "keyring", or "memory": forgotten when the program ends."""
    warnings: tuple[FieldProblem, ...] = ()
    keys_left: tuple[str, ...] = ()
    """Platforms that were taken off the app and whose key a keyring may still hold."""


class AppBook:
    """Apps and their keys. `withdraw(app_id, reason)` takes back what is held for an app."""

    def __init__(
        self,
        database: Database,
        secrets: SecretStore,
        places: Places,
        clock: Clock,
        withdraw: Callable[[str, str], None],
    ) -> None:
        self._database = database
        self._secrets = secrets
        self._places = places
        self._clock = clock
        self._withdraw = withdraw

    async def test(self, form: AppForm) -> ConnectionTest:
        """Try the keys with a question that sends nothing, a platform each.

        Raises FormRefused.
        """
        clean, warnings, stored = self._checked(form)
        point = access_point(clean.access_point)
        tests = []
        for platform, keys in pairs(clean).items():
            if not keys.secret_key and stored is not None:
                try:
                    kept = await self._places.key_of(stored, platform)
                except KeyUnavailable as unavailable:
                    tests.append(PlatformTest(platform, ok=False, reason=unavailable.reason))
                    continue
                keys = KeyPair(keys.access_id, kept)
            tests.append(
                await tested(platform, keys, point, self._places.client, self._clock.now())
            )
        return ConnectionTest(tuple(tests), warnings)

    async def save(self, form: AppForm) -> AppSaved:
        """Keep an app, its keys in the keyring or, without one, in memory for this run.

        Pushes of it that are still held are withdrawn when it is changed. Raises FormRefused,
        StoreError.
        """
        clean, warnings, stored = self._checked(form)
        keys = pairs(clean)
        app = App(
            id=stored.id if stored is not None else new_id(),
            kind="tpns",
            name=clean.name,
            colour=clean.colour,
            access_point=clean.access_point,
            android_access_id=clean.android.access_id if clean.android is not None else None,
            ios_access_id=clean.ios.access_id if clean.ios is not None else None,
            ios_environment=clean.ios_environment,
            created_at=stored.created_at if stored is not None else self._clock.now(),
            android_key_place=stored.android_key_place if stored is not None else None,
            ios_key_place=stored.ios_key_place if stored is not None else None,
        )
        if stored is not None and stored != app:
            self._withdraw(app.id, "app_changed")
        with self._database.transaction() as conn:
            if stored is None:
                Apps(conn).add(app)
            else:
                Apps(conn).update(app)
        places = []
        for platform, pair in keys.items():
            if pair.secret_key:
                try:
                    places.append(await self._secrets.save(app.id, platform, pair.secret_key))
                except SecretRefused:
                    problem = FieldProblem(f"{platform}.secret_key", "length")
                    raise FormRefused((problem,)) from None
        left = []
        for platform in stored.platforms if stored is not None else ():
            if platform not in keys:
                if await self._secrets.remove(app.id, platform, app.key_place(platform)):
                    app = _with_place(app, platform, None)
                else:
                    left.append(platform)
        app = self._note_places(app)
        in_memory = "memory" in (places or [self._secrets.place])
        return AppSaved(app, "memory" if in_memory else "keyring", warnings, tuple(left))

    async def unlock(self) -> str:
        """Let the keyring ask for its password; gives where keys are from then on.

        "keyring", or "memory" when it stayed closed. Keys that had to wait in memory go to it.
        """
        place = await self._secrets.unlock()
        with self._database.reading() as conn:
            apps = Apps(conn).all()
        for app in apps:
            if not app.practice:
                self._note_places(app)
        return place

    async def missing_keys(self, app_id: str) -> dict[str, str]:
        """Platforms whose key is not at hand → why, as `Places.key_of` says. Empty: all are."""
        with self._database.reading() as conn:
            app = Apps(conn).get(app_id)
        missing: dict[str, str] = {}
        if app is None:
            return missing
        for platform in app.platforms:
            try:
                # Nobody asked for the keyring's own window yet, as at the start.
                await self._places.key_of(app, platform, quiet=True)
            except KeyUnavailable as unavailable:
                missing[platform] = unavailable.reason
        if not app.practice:
            # A keyring that was slow or locked when the key was saved may have it by now.
            self._note_places(app)
        return missing

    async def remove(self, app_id: str) -> bool:
        """Forget an app, its drafts, plans and keys; the history stays.

        What is still held for it is withdrawn. False when a keyring may still hold a key of it.
        """
        self._withdraw(app_id, "app_gone")
        with self._database.transaction() as conn:
            app = Apps(conn).get(app_id)
            Apps(conn).remove(app_id)
        if app is None or app.practice:
            return True
        # Also a key that could not be removed when its platform was taken off.
        gone = [
            await self._secrets.remove(app_id, platform, app.key_place(platform))
            for platform in PLATFORMS
            if app.access_id(platform) or app.key_place(platform)
        ]
        return all(gone)

    def _note_places(self, app: App) -> App:
        """Write down where the keys of `app` are, as far as this run knows; gives the app so."""
        for platform in app.platforms:
            place = self._secrets.key_place(app.id, platform)
            if place is not None:
                app = _with_place(app, platform, place)
        with self._database.transaction() as conn:
            now = Apps(conn).get(app.id)
            if now is not None and now != app:
                for platform in PLATFORMS:
                    now = _with_place(now, platform, app.key_place(platform))
                Apps(conn).update(now)
        return app

    def _checked(self, form: AppForm) -> tuple[AppForm, tuple[FieldProblem, ...], App | None]:
        with self._database.reading() as conn:
            apps = Apps(conn).all()
        stored = next((app for app in apps if app.id == form.app_id and not app.practice), None)
        if form.app_id is not None and stored is None:
            raise FormRefused((FieldProblem("name", "unknown"),))
        others = {
            access_id: app.name
            for app in apps
            if app.id != form.app_id
            for platform in app.platforms
            if (access_id := app.access_id(platform)) is not None
        }
        clean, warnings = checked(form, stored=stored, others=others)
        for platform, keys in pairs(clean).items():
            # What a practice service made up is never shown to a real host.
            if self._places.is_practice_id(keys.access_id):
                raise FormRefused((FieldProblem(f"{platform}.access_id", "access_id_repeated"),))
        return clean, warnings, stored


def _with_place(app: App, platform: str, place: str | None) -> App:
    if platform == "android":
        return replace(app, android_key_place=place)
    return replace(app, ios_key_place=place)
