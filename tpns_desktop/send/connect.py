"""Connecting an app: cleaning pasted keys, a test that sends nothing, saving with the keyring.

Owns what is asked of the page *Connect my app*. A key is never looked into here: what is odd about
one is found by `client.signing`, and it is kept by `store.secrets`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from tpns_desktop.client.endpoints import AccessPoint, access_point
from tpns_desktop.client.errors import ClientError
from tpns_desktop.client.signing import access_id_problem, key_problem
from tpns_desktop.model.limits import ACCESS_ID_STARTS, SERVICE_ZONE
from tpns_desktop.model.outcome import DeviceDay
from tpns_desktop.send.key_pair import KeyPair

if TYPE_CHECKING:
    from datetime import datetime

    from tpns_desktop.client.tpns import TpnsClient
    from tpns_desktop.send.ways import ClientFactory
    from tpns_desktop.store.apps import App

PLATFORMS: Final = ("android", "ios")
ENVIRONMENTS: Final = ("product", "dev")

ACCESS_ID_DIGITS: Final = 10
"""Of every documented access id (tpns-rest.md 2)."""

CLOCK_WARN_S: Final = 60.0
"""From here on a person is told that the clocks differ (sending.md 6)."""

OVERVIEW_DAYS: Final = 7
"""How far back is looked for the newest day with statistics."""

KEY_REASONS: Final = {
    "empty": "required",
    "line_end": "control",
    "control": "control",
    "space": "space",
    "not_ascii": "non_ascii",
    "too_long": "length",
    "not_digits": "access_id_digits",
}
"""What the client calls it → what the page is told."""


@dataclass(frozen=True)
class AppForm:
    """What the page *Connect my app* hands over."""

    name: str
    colour: str
    """As "#rrggbb"."""
    access_point: str
    """Id of an access point, see `client.endpoints`."""
    android: KeyPair | None
    ios: KeyPair | None
    ios_environment: str | None
    """Either "product" or "dev"; required with iOS keys, never preselected."""
    app_id: str | None = None
    """The app that is edited, or None for a new one."""


@dataclass(frozen=True)
class FieldProblem:
    """One thing wrong, or odd, about a field of the page."""

    field: str
    """One of "name", "access_point", "ios_environment", "android", "android.access_id",
    "android.secret_key", "ios.access_id", "ios.secret_key"."""
    reason: str
    """One of "required", "non_ascii", "control", "space", "length", "access_id_digits",
    "access_id_platform" (a warning), "access_id_repeated", "unknown"."""
    warning: bool = False


class FormRefused(ValueError):
    """A form that cannot be tested or saved as it stands; `problems` names fields and reasons."""

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
    clock_skew_s: float | None = None
    """This computer's clock minus the service's, by the newest answer; None without one."""

    @property
    def minutes_off(self) -> int:
        """How far the clocks are apart; 0 where they are right enough."""
        off_s = abs(self.clock_skew_s or 0.0)
        return round(off_s / 60) if off_s > CLOCK_WARN_S else 0

    @property
    def ok(self) -> bool:
        """Whether every platform's keys work."""
        return bool(self.platforms) and all(test.ok for test in self.platforms)


def checked(
    form: AppForm, *, stored: App | None, others: Mapping[str, str]
) -> tuple[AppForm, tuple[FieldProblem, ...]]:
    """The form with edges trimmed, and what is odd but allowed.

    `stored` is the app that is edited; its key may stay where the access id does. `others` are the
    access ids of other apps → their names. Raises `FormRefused` with everything that is wrong.
    """
    clean = replace(
        form,
        name=" ".join(form.name.split()),
        android=_trimmed(form.android),
        ios=_trimmed(form.ios),
        ios_environment=form.ios_environment if form.ios is not None else None,
    )
    problems = list(_form_problems(clean))
    for platform, keys in pairs(clean).items():
        kept = stored is not None and stored.access_id(platform) == keys.access_id
        problems += _key_problems(platform, keys, may_be_empty=kept)
        if keys.access_id in others:
            field = f"{platform}.access_id"
            problems.append(FieldProblem(field, "access_id_repeated", warning=True))
    errors = tuple(problem for problem in problems if not problem.warning)
    if errors:
        raise FormRefused(errors)
    return clean, tuple(problems)


def pairs(form: AppForm) -> dict[str, KeyPair]:
    """Platform → keys, of the platforms that the form has."""
    both = {"android": form.android, "ios": form.ios}
    return {platform: keys for platform, keys in both.items() if keys is not None}


def _trimmed(keys: KeyPair | None) -> KeyPair | None:
    return None if keys is None else KeyPair(keys.access_id.strip(), keys.secret_key)


def _form_problems(form: AppForm) -> list[FieldProblem]:
    problems = []
    if not form.name:
        problems.append(FieldProblem("name", "required"))
    try:
        access_point(form.access_point)
    except KeyError:
        reason = "unknown" if form.access_point else "required"
        problems.append(FieldProblem("access_point", reason))
    if not pairs(form):
        problems.append(FieldProblem("android", "required"))
    if form.ios is not None and form.ios_environment not in ENVIRONMENTS:
        problems.append(FieldProblem("ios_environment", "required"))
    return problems


def _key_problems(platform: str, keys: KeyPair, *, may_be_empty: bool) -> list[FieldProblem]:
    problems = []
    field = f"{platform}.access_id"
    odd = access_id_problem(keys.access_id)
    if odd:
        problems.append(FieldProblem(field, KEY_REASONS[odd]))
    elif len(keys.access_id) != ACCESS_ID_DIGITS:
        problems.append(FieldProblem(field, "access_id_digits"))
    elif not keys.access_id.startswith(ACCESS_ID_STARTS[platform]):
        problems.append(FieldProblem(field, "access_id_platform", warning=True))
    odd = key_problem(keys.secret_key)
    if odd and not (odd == "empty" and may_be_empty):
        problems.append(FieldProblem(f"{platform}.secret_key", KEY_REASONS[odd]))
    return problems


async def tested(
    platform: str, keys: KeyPair, point: AccessPoint, client: ClientFactory, now: datetime
) -> PlatformTest:
    """Ask for device statistics with these keys; sends nothing to anybody.

    What the service or the network does is in the answer, not raised.
    """
    try:
        asking = client(point, keys.access_id, keys.secret_key)
        async with asking:
            day = await newest_day(asking, now)
    except ClientError as error:
        return PlatformTest(
            platform, ok=False, reason=error.reason, code=error.code, text=error.text or None
        )
    if day is None:
        return PlatformTest(platform, ok=True)
    return PlatformTest(platform, ok=True, devices=day.total, day=day.date)


async def newest_day(client: TpnsClient, now: datetime) -> DeviceDay | None:
    """The statistics of the last day that has some, None without any. Raises `ClientError`."""
    today = now.astimezone(SERVICE_ZONE).date()
    days = await client.device_overview(today - timedelta(days=OVERVIEW_DAYS), today)
    told = [day for day in days if day.total]
    return max(told or days, key=lambda day: day.date, default=None)
