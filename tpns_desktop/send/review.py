"""What a person reads and confirms: the exact bytes of each request, frozen with their hash.

Owns the frozen requests and the facts read back from them, so that the page shows what will leave
and not what the form held. Leaves the checks to `checks.py` and the sending to `outbox.py`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import field as with_default
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.send.examination import Examination
from tpns_desktop.send.facts import FIRST_SHOWN

if TYPE_CHECKING:
    from tpns_desktop.send.sms_facts import SmsText
    from tpns_desktop.send.test_send import LastTest
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.chat_apps import ChatApp

WIDE_TICKS = ("who", "what", "when")
"""Ticks asked for at level 3 and above, besides one for each warning."""

_MATCHES = {"OR": "any", "AND": "all"}


@dataclass(frozen=True)
class TagRow:
    """One row of a tag rule, as the wire has it."""

    tag_type: str
    tags: tuple[str, ...]
    match: str
    """One of "any", "all" and "none"."""


@dataclass(frozen=True)
class SmsFacts:
    """The supplementary SMS of a frozen request."""

    delay_s: int
    trigger: int
    """0 notifications off, 1 not arrived, 2 not tapped."""
    template_id: str
    app_id: str
    sign_name: str
    params: tuple[str, ...]


@dataclass(frozen=True)
class PushFacts:
    """What one frozen body says, read back from its bytes."""

    audience_type: str
    """As on the wire: "all", "tag", "account_list", "token_list", "package_account_push",
    "package_token_push"."""
    count: int | None
    """Accounts or tokens in the body or the list; None for everyone and tags."""
    first: tuple[str, ...]
    """The first accounts or tokens, at most `FIRST_SHOWN`."""
    account_type: int | None
    account_push_type: int | None
    tag_groups: tuple[tuple[TagRow, ...], ...]
    """Rows of a group all hold; one of the groups suffices."""
    title: str
    content: str
    link: str | None
    """Web address or page of the app opened on tapping; None opens the app."""
    link_kind: str
    """One of "app", "web" and "page"."""
    send_time: datetime | None
    """Aware, in the service's zone; None sends at once, or again and again."""
    expire_s: int | None
    environment: str | None
    sms: SmsFacts | None
    plan_id: str | None
    size_bytes: int
    """Of the whole body."""
    upload_id: int | None = None
    """None without a list; 0: given after the upload."""
    repeats: bool = False
    """Whether the service starts it again and again (tpns-rest 5.8)."""


@dataclass(frozen=True)
class FrozenPush:
    """One request, ready to be confirmed: nothing in it changes any more."""

    platform: str
    url: str
    """Address of the access point, without path."""
    access_id: str
    environment: str | None
    body: bytes
    body_sha256: str
    fingerprint: str
    list_id: str | None = None
    """The list it goes to; None for every other audience, also for the next three."""
    list_sha256: str | None = None
    list_bytes: int | None = None
    list_accounts: int | None = None

    @property
    def facts(self) -> PushFacts:
        """What these very bytes say; of a list, how many it holds."""
        facts = facts_of(self.body)
        return facts if self.list_id is None else replace(facts, count=self.list_accounts)


@dataclass(frozen=True)
class Review:
    """One draft revision put before a person. Any later edit makes it void."""

    draft_id: str
    draft_rev: int
    app_id: str
    app_name: str
    practice: bool
    live: bool
    """False for practice and where only test builds of an iOS app can be reached."""
    plan_name: str
    rows: tuple[FrozenPush, ...]
    """One a platform; empty while `examination` has errors that stop."""
    examination: Examination
    level: int
    hold_s: int | None
    """None: held until the person says "send now"."""
    created_at: datetime
    reuse: Mapping[str, float] = with_default(default_factory=dict)
    """Platforms to which this very list was uploaded before → seconds since then."""
    night: bool = False
    """Whether people would get it in quiet hours: a reason is asked for."""
    last_test: LastTest | None = None
    """The last test of this draft, beside this; None when there was none."""
    plan_id: str | None = None
    """The local book's id of its plan; None for the default plan."""
    text: SmsText | None = None
    """The text that may follow, as the book has its template; None where it does not know it."""
    chat: ChatApp | None = None
    """The Chat app to whose users it goes; None for a push of TPNS."""

    @property
    def ready(self) -> bool:
        """Whether it may be confirmed at all (perhaps with an override)."""
        return bool(self.rows) and self.examination.can_review

    @property
    def required_ticks(self) -> tuple[str, ...]:
        """Ids that `confirm` wants ticked.

        "who", "what" and "when" at level 3 and above, then the id of each warning, once.
        """
        return required_ticks(self.level, self.examination)

    @property
    def must_type_name(self) -> bool:
        """Whether the app's name has to be typed (level 4)."""
        return self.level >= 4

    @property
    def must_override(self) -> bool:
        """Whether SEND AGAIN / 再次发送 has to be typed (`dup.recent`)."""
        return any(finding.overridable for finding in self.examination.errors)

    @property
    def target_urls(self) -> tuple[str, ...]:
        """Where the requests will go, each address once."""
        return tuple(dict.fromkeys(row.url for row in self.rows))


def required_ticks(level: int, examination: Examination) -> tuple[str, ...]:
    """What has to be ticked to confirm this at `level`, see `Review.required_ticks`."""
    wide = WIDE_TICKS if level >= 3 else ()
    return (*wide, *dict.fromkeys(finding.id for finding in examination.warnings))


def freeze(examination: Examination, app: App, url: str) -> tuple[FrozenPush, ...]:
    """The requests of a draft that may be reviewed, one a platform; none while errors stop it.

    `url` is the address of the app's access point (or of the practice service).
    """
    if not examination.can_review:
        return ()
    file = examination.audience.file or {}
    return tuple(
        FrozenPush(
            platform=platform,
            url=url,
            access_id=app.access_id(platform) or "",
            environment=app.ios_environment if platform == "ios" else None,
            body=body,
            body_sha256=sha256_of(body),
            fingerprint=examination.fingerprints[platform],
            list_id=file.get("id"),
            list_sha256=file.get("sha256"),
            list_bytes=file.get("size_bytes"),
            list_accounts=file.get("accounts"),
        )
        for platform, body in examination.bodies.items()
    )


def sha256_of(body: bytes) -> str:
    """The lower-case hex digest by which a body is recognised."""
    return hashlib.sha256(body).hexdigest()


def facts_of(body: bytes) -> PushFacts:
    """Read one frozen body back.

    Raises `ValueError` for bytes that hold no JSON object. Fields that are not there are None or
    empty: a body was judged by the model before it was frozen.
    """
    data = json.loads(body)
    if not isinstance(data, dict):
        raise ValueError("a push is a JSON object")
    message = data.get("message") or {}
    kind = data.get("audience_type", "")
    ids = data.get("account_list") if "account" in kind else data.get("token_list")
    link, link_kind = _link_of(message)
    return PushFacts(
        audience_type=kind,
        count=len(ids) if ids is not None else None,
        first=tuple((ids or ())[:FIRST_SHOWN]),
        account_type=data.get("account_type"),
        account_push_type=data.get("account_push_type"),
        tag_groups=tuple(_tag_group(rule) for rule in data.get("tag_rules") or ()),
        title=message.get("title", ""),
        content=message.get("content", ""),
        link=link,
        link_kind=link_kind,
        send_time=_instant(data.get("send_time")),
        expire_s=data.get("expire_time"),
        environment=data.get("environment"),
        sms=_sms_of(data.get("sms_info")) if data.get("resend_by_sms") else None,
        plan_id=data.get("plan_id"),
        upload_id=data.get("upload_id"),
        repeats="loop_param" in data,
        size_bytes=len(body),
    )


def _link_of(message: Mapping[str, Any]) -> tuple[str | None, str]:
    action = (message.get("android") or {}).get("action") or {}
    if "browser" in action:
        return action["browser"].get("url"), "web"
    if "intent" in action:
        return action["intent"], "page"
    return None, "app"


def _tag_group(rule: Mapping[str, Any]) -> tuple[TagRow, ...]:
    return tuple(
        TagRow(
            tag_type=item["tag_type"],
            tags=tuple(item["tags"]),
            match="none" if item["is_not"] else _MATCHES[item["tags_operator"]],
        )
        for item in rule["tag_items"]
    )


def _sms_of(info: Mapping[str, Any] | None) -> SmsFacts | None:
    if info is None:
        return None
    return SmsFacts(
        delay_s=info["delay_trigger_time"],
        trigger=info["trigger_condition"],
        template_id=info["sms_template_id"],
        app_id=info["sms_app_id"],
        sign_name=info.get("sms_sign_name", ""),
        params=tuple(info.get("sms_template_params") or ()),
    )


def _instant(text: str | None) -> datetime | None:
    if not text:
        return None
    return datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=SERVICE_ZONE)
