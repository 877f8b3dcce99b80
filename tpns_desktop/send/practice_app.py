"""The practice app: a row without stored keys, pointed at the practice service of this run.

Every practice service has an address and keys of its own and has never heard of earlier plans, so
the app's row and its plans are brought up to date whenever another one is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from tpns_desktop.client.endpoints import practice_access_point
from tpns_desktop.model.chat_dialects import DialectId
from tpns_desktop.model.secret import Secret
from tpns_desktop.send.key_pair import KeyPair
from tpns_desktop.store.apps import App, Apps
from tpns_desktop.store.ids import new_id
from tpns_desktop.store.plans import Plan, Plans
from tpns_desktop.store.practice_ids import PracticeIds

if TYPE_CHECKING:
    from sqlalchemy import Connection

PLATFORMS: Final = ("android", "ios")

APP_ID: Final = "practice"
APP_NAME: Final = "Demo Mall"
APP_COLOUR: Final = "#0f766e"

PLAN_NAME: Final = "Double 11 预热"
PLAN_DESCRIPTION: Final = "Example plan of the practice service / 演练用示例计划"


@dataclass(frozen=True)
class PracticeCloud:
    """The cloud account of a practice service: its SMS service is at the same address."""

    url: str
    secret_id: Secret
    secret_key: Secret
    """Both of this run; they live in memory only."""
    region: str
    site: str = "china"
    apps: Mapping[str, str] = field(default_factory=dict)
    """SMS app id → its name."""


@dataclass(frozen=True)
class PracticeChat:
    """The Chat app of a practice service, at the same address."""

    url: str
    sdkappid: int
    identifier: str
    """An administrator's account."""
    secret_key: Secret
    """Of this run; it lives in memory only."""
    dialect: DialectId = "all_member_push"


@dataclass(frozen=True)
class PracticeInfo:
    """What a practice service printed when it started (`tpns-desktop practice --json`)."""

    base_url: str
    keys: Mapping[str, KeyPair]
    """Platform → the keys of this run; they live in memory only."""
    accounts: tuple[str, ...] = ()
    """Accounts of the default type that exist, bound on both platforms."""
    tokens: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Platform → some tokens that exist."""
    tags: tuple[str, ...] = ()
    """Tags that exist."""
    sms: PracticeCloud | None = None
    chat: PracticeChat | None = None

    def __post_init__(self) -> None:
        """Raise `ValueError` for an address that is not this machine's: nothing may leave it."""
        practice_access_point(self.base_url)

    @classmethod
    def from_line(cls, line: Mapping[str, Any]) -> PracticeInfo:
        """From the parsed JSON line.

        Raises `ValueError` when it lacks keys or an address on this machine.
        """
        try:
            keys = {
                platform: KeyPair(
                    str(line["tpns"][platform]["access_id"]),
                    Secret(str(line["tpns"][platform]["secret_key"])),
                )
                for platform in PLATFORMS
            }
            base_url = str(line["base_url"]).rstrip("/")
        except (KeyError, TypeError):
            raise ValueError("not a practice service's first line") from None
        known, sms, chat = line.get("known"), line.get("sms"), line.get("chat")
        known = known if isinstance(known, Mapping) else {}
        tokens = known.get("tokens")
        tokens = tokens if isinstance(tokens, Mapping) else {}
        return cls(
            base_url=base_url,
            keys=keys,
            accounts=_texts(known.get("accounts")),
            tokens={platform: _texts(tokens.get(platform)) for platform in PLATFORMS},
            tags=_texts(known.get("tags")),
            sms=_cloud(base_url, sms) if isinstance(sms, Mapping) else None,
            chat=_chat(base_url, chat) if isinstance(chat, Mapping) else None,
        )


def _cloud(base_url: str, sms: Mapping[str, Any]) -> PracticeCloud:
    apps = sms.get("apps")
    return PracticeCloud(
        base_url,
        Secret(str(sms.get("secret_id", ""))),
        Secret(str(sms.get("secret_key", ""))),
        str(sms.get("region", "")),
        apps={str(id): str(name) for id, name in apps.items()} if isinstance(apps, Mapping) else {},
    )


def _chat(base_url: str, chat: Mapping[str, Any]) -> PracticeChat | None:
    number = chat.get("sdkappid")
    if type(number) is not int:
        return None
    return PracticeChat(
        # Not the address that stands there: only the one that was checked is spoken to.
        base_url,
        number,
        str(chat.get("identifier", "")),
        Secret(str(chat.get("secret_key", ""))),
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list | tuple) else ()


def adopt(conn: Connection, info: PracticeInfo, now: datetime) -> App:
    """Point the practice app at `info`, making app and example plan at the first time.

    Plans of another practice service lose their ids there and keep their local ones; see
    `unmade`. Its access ids are remembered for good, before anything is asked there.
    """
    PracticeIds(conn).add((keys.access_id for keys in info.keys.values()), now)
    apps, plans = Apps(conn), Plans(conn)
    before = next((app for app in apps.all() if app.practice), None)
    app = App(
        id=before.id if before is not None else APP_ID,
        kind="practice",
        name=before.name if before is not None else APP_NAME,
        colour=before.colour if before is not None else APP_COLOUR,
        access_point=info.base_url,
        android_access_id=info.keys["android"].access_id,
        ios_access_id=info.keys["ios"].access_id,
        ios_environment="product",
        created_at=before.created_at if before is not None else now,
    )
    if before is None:
        apps.add(app)
    elif before != app:
        apps.update(app)
        for plan in plans.all(app.id):
            plans.update(replace(plan, android_plan_id=None, ios_plan_id=None))
    if not any(plan.name == PLAN_NAME for plan in plans.all(app.id)):
        plans.add(Plan(new_id(), app.id, PLAN_NAME, PLAN_DESCRIPTION, None, None, now))
    return app


def unmade(conn: Connection, app: App) -> list[tuple[Plan, tuple[str, ...]]]:
    """Plans of the practice app that this run's service does not know yet, and where."""
    found = []
    for plan in Plans(conn).all(app.id):
        missing = tuple(platform for platform in PLATFORMS if plan.plan_id(platform) is None)
        if missing:
            found.append((plan, missing))
    return found
