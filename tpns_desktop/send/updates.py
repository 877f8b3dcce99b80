"""Whether and when this copy looks for a newer version; it never installs one.

It looks only if the installer says where (`resources/updates.json`), the computer is not managed by
somebody who decides that (`managed`), and the person said yes when asked, once. Then once a day.
"""

from __future__ import annotations

import base64
import configparser
import json
import os
import sys
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from tpns_desktop import __version__
from tpns_desktop.client.updates import FeedProblem, Release, fetch
from tpns_desktop.paths import resources_dir

if TYPE_CHECKING:
    from tpns_desktop.client.network import NetworkSource
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.store.settings import Settings

VARIABLE: Final = "TPNS_DESKTOP_UPDATES"
"""Environment: "off" or "ask"; goes before everything else. Flatpak, which updates by itself, sets
it to "off"."""

POLICY_FILES: Final[Mapping[str, str]] = {
    "linux": "/etc/tpns-desktop/policy.ini",
    "win32": r"%ProgramData%\tpns-desktop\policy.ini",
    "darwin": "/Library/Application Support/tpns-desktop/policy.ini",
}
"""Platform → a file that an administrator can put there: ``[policy]``, ``updates = off`` or
``ask``."""

MANAGED_MARKS: Final[Mapping[str, tuple[str, ...]]] = {
    "linux": ("/etc/sssd/sssd.conf", "/etc/krb5.keytab"),
    "darwin": ("/Library/Managed Preferences",),
}
"""Platform → files of a computer that belongs to a domain or is managed."""
_DOMAIN: Final = "USERDNSDOMAIN"
"""Set by Windows for a person who logged in at a domain."""

EVERY: Final = timedelta(days=1)

State = Literal["nowhere", "managed", "ask", "on", "off"]
"""No feed is known; somebody else decides; not asked yet; the person said yes; or no."""


@dataclass(frozen=True)
class Source:
    """Where newer versions are told, and whose signature counts."""

    feed: str
    key: bytes


def source(file: Path | None = None) -> Source | None:
    """What the installer said; None for a copy that has no publisher, such as one from source."""
    try:
        said = json.loads(
            (resources_dir() / "updates.json" if file is None else file).read_text("utf-8")
        )
        return Source(str(said["feed"]), base64.b64decode(said["key"], validate=True))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def managed(
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    exists: Callable[[str], bool] = os.path.exists,
    policy: Path | None = None,
) -> bool:
    """Whether somebody else decides about updates here.

    By the variable; else by the administrator's file; else so on a computer in a domain.
    """
    if environment.get(VARIABLE) in ("off", "ask"):
        return environment[VARIABLE] == "off"
    said = _policy(Path(os.path.expandvars(POLICY_FILES[platform])) if policy is None else policy)
    if said in ("off", "ask"):
        return said == "off"
    if platform == "win32":
        return bool(environment.get(_DOMAIN))
    return any(exists(mark) for mark in MANAGED_MARKS.get(platform, ()))


def _policy(file: Path) -> str:
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string(file.read_text("utf-8-sig"))
    except FileNotFoundError:
        return ""
    except (OSError, ValueError, configparser.Error):
        return "off"  # somebody meant to decide
    return parser.get("policy", "updates", fallback="").strip().lower()


class Updates:
    """One a run. Its methods run in the background; what was answered stands in the settings."""

    def __init__(
        self,
        settings: Settings,
        network: NetworkSource,
        clock: Clock,
        *,
        source: Callable[[], Source | None] = source,
        managed: Callable[[], bool] = managed,
        fetch: Callable[[str, bytes, NetworkSource], Awaitable[Release]] = fetch,
    ) -> None:
        self._settings = settings
        self._network = network
        self._clock = clock
        self._source = source
        self._managed = managed
        self._fetch = fetch

    async def state(self) -> State:
        """How it stands here."""
        if self._source() is None:
            return "nowhere"
        if self._managed():
            return "managed"
        return self._settings.updates  # type: ignore[return-value]

    async def look(self, at_once: bool = False) -> Release | None:
        """A newer version that the person has not put aside; None also where nobody may look.

        Asks the feed at most once a day; `at_once` does it now, and then also gives what was put
        aside. A look that fails is tried again in a day. Raises FeedProblem with `at_once` only.
        """
        there = self._source()
        if there is None or await self.state() != "on":
            return None
        now = self._clock.now()
        if not at_once and not self._due(now):
            return None
        self._settings.updates_looked = now.astimezone(UTC).isoformat(timespec="seconds")
        self._settings.save()
        try:
            release = await self._fetch(there.feed, there.key, self._network)
        except FeedProblem:
            if at_once:
                raise
            return None
        if not release.is_newer_than(__version__):
            return None
        if not at_once and release.version == self._settings.updates_passed:
            return None
        return release

    def _due(self, now: datetime) -> bool:
        try:
            looked = datetime.fromisoformat(self._settings.updates_looked)
        except ValueError:
            return True  # never
        # A clock that was set back must not end it for good.
        return not timedelta(0) <= now - looked < EVERY
