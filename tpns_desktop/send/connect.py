"""Connecting an app: cleaning pasted keys, a test that sends nothing, saving with the keyring."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tpns_desktop.model.secret import Secret


@dataclass(frozen=True)
class KeyPair:
    """The keys of one platform as they were typed or pasted, not yet cleaned."""

    access_id: str
    secret_key: Secret
    """Empty when an app is edited and its stored key shall stay."""


@dataclass(frozen=True)
class AppForm:
    """What the page *Connect my app* hands over."""

    name: str
    colour: str
    """"#rrggbb"."""
    access_point: str
    """Id of an access point, see `client.endpoints`."""
    android: KeyPair | None
    ios: KeyPair | None
    ios_environment: str | None
    """"product" or "dev"; required with iOS keys, never preselected."""
    app_id: str | None = None
    """The app that is edited, or None for a new one."""


@dataclass(frozen=True)
class FieldProblem:
    """One thing wrong, or odd, about a field of the page."""

    field: str
    """"name", "access_point", "ios_environment", "android", "android.access_id",
    "android.secret_key", "ios.access_id", "ios.secret_key"."""
    reason: str
    """"required", "non_ascii", "control", "space", "length", "access_id_digits",
    "access_id_platform" (a warning), "access_id_repeated", "unknown"."""
    warning: bool = False


class FormRefused(ValueError):
    """An app that cannot be tested or saved as it stands; `problems` names fields and reasons."""

    def __init__(self, problems: tuple[FieldProblem, ...]) -> None:
        super().__init__(", ".join(f"{p.field}: {p.reason}" for p in problems))
        self.problems = problems


@dataclass(frozen=True)
class PlatformTest:
    """How one platform's keys answered to a question that sends nothing."""

    platform: str
    ok: bool
    devices: int | None = None
    """Total devices on the newest day the service has, when it says so."""
    day: date | None = None
    reason: str | None = None
    """Reason of the client's error ("dns", "read_timeout", "refused", …) when not ok."""
    code: int | None = None
    """The service's code when it refused."""
    text: str | None = None
    """The service's own text."""


@dataclass(frozen=True)
class ConnectionTest:
    """The answer of *Test the connection*."""

    platforms: tuple[PlatformTest, ...]
    warnings: tuple[FieldProblem, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether every platform's keys work."""
        return bool(self.platforms) and all(test.ok for test in self.platforms)
