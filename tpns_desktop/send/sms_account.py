"""The cloud account by which signatures, templates and totals of texts are read.

SecretId and SecretKey are kept in the keyring, or in memory for this run; site and region stand in
``settings.ini``. Nothing here can send a text. A practice app uses the account of the practice
service, and only that; a real app never asks there. Sources: tencent-cloud-sms.md 2 and 5,
sending.md 3 and 4.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tpns_desktop.client.errors import ClientError, CloudRefused
from tpns_desktop.client.signing import key_problem
from tpns_desktop.client.sms import REGION, SmsClient
from tpns_desktop.client.sms_points import CHINA, INTERNATIONAL, SITES, SmsPoint, sms_point
from tpns_desktop.model.cloud_sms import USABLE
from tpns_desktop.model.secret import Secret
from tpns_desktop.model.sms_codes import group_of
from tpns_desktop.send.connect import CLOCK_WARN_S, FieldProblem, FormRefused
from tpns_desktop.store.secrets import SecretRefused, SecretsUnavailable
from tpns_desktop.store.sms_book import Shelf

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tpns_desktop.send.clock import Clock
    from tpns_desktop.send.practice_app import PracticeCloud
    from tpns_desktop.send.ways import Places
    from tpns_desktop.store.secrets import SecretStore
    from tpns_desktop.store.settings import Settings

SECRET_APP_ID: Final = "cloud"
_ID, _KEY = "secret_id", "secret_key"
"""Under these names both stand with the keys of apps."""

REGIONS: Final = {
    CHINA: ("ap-guangzhou", "ap-beijing", "ap-shanghai", "ap-hongkong", "ap-singapore"),
    INTERNATIONAL: ("ap-singapore", "ap-guangzhou", "ap-hongkong"),
}
"""Regions to suggest at each site, the usual one first (inferred; the service's own list is not
published). Any other may be typed."""

PRACTICE_SITE: Final = "practice"

SmsFactory = Callable[[SmsPoint, str, Secret, Secret], SmsClient]

_PROBLEMS: Final = {
    "empty": "required",
    "line_end": "control",
    "control": "control",
    "space": "space",
    "not_ascii": "non_ascii",
    "too_long": "length",
}


class SmsFailed(Exception):
    """A question about texts got no answer.

    `reason`: a group of `model.sms_codes.GROUPS` where the service refused, one of the client's
    reasons, or "no_account", "no_key", "keyring_locked", "keyring_silent", "keyring_failed",
    "keyring_gone", "keyring_other", "no_practice", "china_only" (the international site does not
    tell this), "too_old", "too_early" (see `After.receipts`).
    """

    def __init__(
        self, reason: str, *, code: str = "", text: str = "", request_id: str = "", minutes: int = 0
    ) -> None:
        """`minutes`: how far this computer's clock is ahead (less than 0: behind); 0: right."""
        super().__init__(reason)
        self.reason = reason
        self.code = code
        self.text = text
        self.request_id = request_id
        self.minutes = minutes


@dataclass(frozen=True)
class CloudForm:
    """What the card *Text messages* shows and hands over.

    Problems (`FormRefused.problems`) name ``site`` ("unknown"), ``region`` ("required", "region"),
    ``secret_id`` or ``secret_key`` ("required", "control", "space", "non_ascii", "length").
    """

    site: str = CHINA
    region: str = ""
    secret_id: Secret | None = None
    """Never filled by the desk. None (or empty) keeps the stored one, and so the key."""
    secret_key: Secret | None = None


@dataclass(frozen=True)
class CloudAccount:
    """The account as it stands, without its keys."""

    site: str
    region: str
    key_place: str
    """A keyring's word, or "memory"."""
    ready: bool
    """Whether both keys are at hand, or a keyring gives them without asking a person."""
    reason: str = ""
    """Why not: "no_key" (kept in memory by a run that ended), "keyring_locked", …"""
    practice: bool = False


@dataclass(frozen=True)
class CloudSaved:
    """What is set now."""

    account: CloudAccount
    secret_place: str
    """Where the keys are: "keyring" or "memory" (forgotten when the program ends)."""
    kept: bool
    """False when the disk refused: site and region count until the program ends."""


@dataclass(frozen=True)
class SmsTest:
    """The answer of *Test*, which reads and sends nothing."""

    ok: bool
    reason: str = ""
    """As of `SmsFailed`."""
    code: str = ""
    text: str = ""
    request_id: str = ""
    signatures: int = 0
    """How many the account has in this region."""
    usable_signatures: int = 0
    templates: int = 0
    usable_templates: int = 0
    minutes: int = 0
    """How far this computer's clock is ahead of the service's (less than 0: behind); 0 where it is
    right enough."""
    other_region: str = ""
    """Nothing found here, and this is where to look next; regions know nothing of each other."""

    @property
    def nothing_found(self) -> bool:
        """Whether the keys work and the region is empty."""
        return self.ok and not self.signatures and not self.templates


class SmsAccount:
    """Reads, tests and keeps the account; makes clients that ask with it."""

    def __init__(
        self,
        settings: Settings,
        secrets: SecretStore,
        places: Places,
        clock: Clock,
        client: SmsFactory,
    ) -> None:
        self._settings = settings
        self._secrets = secrets
        self._places = places
        self._clock = clock
        self._client = client

    @property
    def site(self) -> str:
        """The person's site."""
        return self._settings.sms_site

    @property
    def region(self) -> str:
        """The person's region, or the usual one of the site."""
        return self._settings.sms_region or usual_region(self.site)

    def shelf(self, *, practice: bool) -> Shelf:
        """Where in the local book the account's rows stand."""
        info = self._practice() if practice else None
        if practice:
            return Shelf(PRACTICE_SITE, info.region if info is not None else REGIONS[CHINA][0])
        return Shelf(self.site, self.region)

    def real_site(self, *, practice: bool) -> str:
        """`CHINA` or `INTERNATIONAL`, of whom is asked."""
        info = self._practice() if practice else None
        if practice:
            return info.site if info is not None else CHINA
        return self.site

    async def account(self, *, practice: bool = False) -> CloudAccount | None:
        """The account, None where there is none. Asks no person for a keyring's password."""
        if practice:
            info = self._practice()
            if info is None:
                return None
            return CloudAccount(info.site, info.region, "memory", True, practice=True)
        place = self._settings.sms_key_place
        if not place:
            return None
        try:
            await self._keys(quiet=True)
        except SmsFailed as failed:
            return CloudAccount(self.site, self.region, place, False, failed.reason)
        return CloudAccount(self.site, self.region, place, True)

    async def save(self, form: CloudForm) -> CloudSaved:
        """Keep site, region and, where they were typed, both keys. Raises FormRefused."""
        clean = self._checked(form)
        if clean.secret_id and clean.secret_key:
            try:
                await self._secrets.save(SECRET_APP_ID, _ID, clean.secret_id)
                await self._secrets.save(SECRET_APP_ID, _KEY, clean.secret_key)
            except SecretRefused:
                raise FormRefused((FieldProblem(_KEY, "length"),)) from None
            places = {self._secrets.key_place(SECRET_APP_ID, name) for name in (_ID, _KEY)}
            in_memory = "memory" in places or None in places
            place = "memory" if in_memory else str(places.pop())
            self._settings.sms_key_place = place
        self._settings.sms_site = clean.site
        self._settings.sms_region = clean.region
        kept = self._settings.save()
        account = await self.account()
        assert account is not None  # `_checked` asks for keys where there are none
        place = "memory" if account.key_place == "memory" else "keyring"
        return CloudSaved(account, place, kept)

    async def remove(self) -> bool:
        """Forget the keys; site and region stay. False when a keyring may still hold one."""
        place = self._settings.sms_key_place or None
        gone = [await self._secrets.remove(SECRET_APP_ID, name, place) for name in (_ID, _KEY)]
        if all(gone):
            self._settings.sms_key_place = ""
            self._settings.save()
        return all(gone)

    async def test(self, form: CloudForm) -> SmsTest:
        """Read signatures and templates with these keys; sends nothing. Raises FormRefused."""
        clean = self._checked(form)
        try:
            if clean.secret_id and clean.secret_key:
                keys = (clean.secret_id, clean.secret_key)
            else:
                keys = await self._keys()
            async with self._asking(sms_point(clean.site), clean.region, *keys) as client:
                signatures, templates = [], []
                for international in (False, True):
                    signatures += await client.signatures(international=international)
                    templates += await client.templates(international=international)
                minutes = _minutes(client.clock_skew_s)
        except SmsFailed as failed:
            return SmsTest(
                ok=False,
                reason=failed.reason,
                code=failed.code,
                text=failed.text,
                request_id=failed.request_id,
                minutes=failed.minutes,
            )
        statuses = {one.template_id: one.status for one in templates}
        empty = not signatures and not templates
        return SmsTest(
            ok=True,
            signatures=len(signatures),
            usable_signatures=sum(one.status == USABLE for one in signatures),
            templates=len(statuses),
            usable_templates=sum(status == USABLE for status in statuses.values()),
            minutes=minutes,
            other_region=self.other_region(clean.site, clean.region) if empty else "",
        )

    @staticmethod
    def other_region(site: str, region: str) -> str:
        """Where to look next when a region is empty."""
        return next(one for one in REGIONS[site] if one != region)

    @asynccontextmanager
    async def asking(self, *, practice: bool) -> AsyncIterator[SmsClient]:
        """A client of the account; what goes wrong with it is raised as SmsFailed."""
        if practice:
            info = self._practice()
            if info is None:
                raise SmsFailed("no_practice")
            point, region = SmsPoint(info.site, info.url), info.region
            keys = (info.secret_id, info.secret_key)
        else:
            keys = await self._keys()
            point, region = sms_point(self.site), self.region
        async with self._asking(point, region, *keys) as client:
            yield client

    @asynccontextmanager
    async def _asking(
        self, point: SmsPoint, region: str, secret_id: Secret, secret_key: Secret
    ) -> AsyncIterator[SmsClient]:
        failed: SmsFailed | None = None
        client: SmsClient | None = None
        try:
            client = self._client(point, region, secret_id, secret_key)
            async with client:
                yield client
        except ClientError as error:
            failed = _failed(error, client.clock_skew_s if client is not None else None)
        # Out here, so that the lower exception is not even the context of this one.
        if failed is not None:
            raise failed

    async def _keys(self, *, quiet: bool = False) -> tuple[Secret, Secret]:
        place = self._settings.sms_key_place
        if not place:
            raise SmsFailed("no_account")
        found: list[Secret] = []
        reason = ""
        for name in (_ID, _KEY):
            try:
                secret = await self._secrets.get(SECRET_APP_ID, name, place, quiet=quiet)
            except SecretsUnavailable as unavailable:
                reason = f"keyring_{unavailable.reason}"
                break
            if secret is None:
                reason = "no_key"
                break
            found.append(secret)
        if reason:
            raise SmsFailed(reason)
        return found[0], found[1]

    def _practice(self) -> PracticeCloud | None:
        """The practice account of this run, None without one."""
        return self._places.practice.sms if self._places.practice is not None else None

    def practice_apps(self) -> Mapping[str, str]:
        """SMS apps of the practice account: id → name."""
        info = self._practice()
        return info.apps if info is not None else {}

    def _checked(self, form: CloudForm) -> CloudForm:
        """The form made tidy. Raises `FormRefused` with everything that is wrong."""
        problems: list[FieldProblem] = []
        region = form.region.strip().lower()
        if form.site not in SITES:
            problems.append(FieldProblem("site", "unknown"))
        if not region:
            problems.append(FieldProblem("region", "required"))
        elif REGION.fullmatch(region) is None:
            problems.append(FieldProblem("region", "region"))
        both = {_ID: form.secret_id, _KEY: form.secret_key}
        # Two keys belong together: one alone cannot replace one alone.
        if any(both.values()) or not self._settings.sms_key_place:
            for name, secret in both.items():
                odd = key_problem(secret or Secret(""))
                if odd:
                    problems.append(FieldProblem(name, _PROBLEMS[odd]))
        if problems:
            raise FormRefused(tuple(problems))
        return replace(form, region=region)


def usual_region(site: str) -> str:
    """The region to begin with at a site."""
    return REGIONS[site][0]


def _failed(error: ClientError, skew_s: float | None) -> SmsFailed:
    if not isinstance(error, CloudRefused):
        return SmsFailed(error.reason, text=error.text)
    group = group_of(error.cloud_code)
    return SmsFailed(
        group,
        code=error.cloud_code,
        text=error.text,
        request_id=error.request_id,
        minutes=_minutes(skew_s),
    )


def _minutes(skew_s: float | None) -> int:
    return round((skew_s or 0.0) / 60) if abs(skew_s or 0.0) > CLOCK_WARN_S else 0
