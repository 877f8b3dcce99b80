"""The test of a draft: its message, to named devices of the book, and to nobody else.

Owns the one way on which a test's request is made. It takes ids of devices and no other audience;
of a draft it reads the message and how it is delivered, never to whom, when, how fast, in which
plan or with which text message. Whatever the draft holds, the finished bytes are read once more and
must name exactly the tokens of the chosen devices: else there is no test. Holding, claiming and
sending are the outbox's, as for every push. Source: design/flows 5.
"""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from tpns_desktop import __version__
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.model.limits import TOKENS_MAX
from tpns_desktop.send.checks import examine
from tpns_desktop.send.differences import CONTENT, PREFIXES, WAY, Difference, differences
from tpns_desktop.send.facts import text_at, value_at
from tpns_desktop.send.levels import TEST
from tpns_desktop.send.review import FrozenPush, sha256_of
from tpns_desktop.store.history import PushRow
from tpns_desktop.store.ids import new_id

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from tpns_desktop.send.examination import Context, Examination, Finding
    from tpns_desktop.store.devices import Device

PURPOSE: Final = "test"

_ALLOWED: Final = frozenset({"audience_type", "token_list", *CONTENT, *WAY})
"""Fields that a test's request may have: no plan, no time, no speed, no SMS, nothing replaced."""

_DELIVERY: Final = ("expire_s", "channels_off", "online_type")
"""What a test takes over of a draft's schedule."""


class SendTestRefused(ValueError):
    """No test was sent, and nothing was kept.

    `reason`: "no_device" (none was chosen), "too_many", "device_gone" (it is not in the book any
    more, or says something else now), "no_platform" (the app has no keys for its system),
    "not_ready" (`findings` has what the message lacks), "not_exact" (the request would not name
    the chosen devices and them alone), "app_gone", "storage" (sending is off: `code` as
    `Desk.sending_off`), "failed" (it could not be written down; `code` of the store's error).
    """

    def __init__(
        self, reason: str, *, findings: tuple[Finding, ...] = (), code: str | None = None
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.findings = findings
        self.code = code


@dataclass(frozen=True)
class LastTest:
    """The last test of a draft that the service took, beside what goes out now."""

    batch_id: str
    at: datetime
    """When it left (aware, UTC)."""
    devices: tuple[str, ...]
    """Names of the devices it went to."""
    differences: Mapping[str, tuple[Difference, ...]]
    """Platform → what changed since its last test; empty: nothing did."""
    untested: tuple[str, ...] = ()
    """Platforms of the push that had no test at all."""

    @property
    def same(self) -> bool:
        """Whether every platform was tested with exactly this."""
        return not self.untested and not any(self.differences.values())


def bodies_of_test(
    draft: Mapping[str, Any], devices: Sequence[Device], context: Context, prefix: str = ""
) -> dict[str, bytes]:
    """The request a platform, for exactly these devices: platform → bytes.

    `prefix` is empty or one of `PREFIXES`. Raises SendTestRefused, and ValueError for any other
    prefix.
    """
    if prefix and prefix not in PREFIXES:
        raise ValueError("not a prefix of tests")
    if not devices:
        raise SendTestRefused("no_device")
    bodies: dict[str, bytes] = {}
    for platform in ("android", "ios"):
        tokens = tokens_of(devices, platform)
        if not tokens:
            continue
        if context.app.access_id(platform) is None:
            raise SendTestRefused("no_platform")
        if len(tokens) > TOKENS_MAX:
            raise SendTestRefused("too_many")
        examined = _examined(draft, platform, tokens, context, prefix)
        body = examined.bodies.get(platform)
        if examined.errors or body is None:
            raise SendTestRefused("not_ready", findings=examined.errors)
        if not names_exactly(body, tokens):
            raise SendTestRefused("not_exact")
        bodies[platform] = body
    if not bodies:
        raise SendTestRefused("no_platform")
    return bodies


def tokens_of(devices: Iterable[Device], platform: str) -> tuple[str, ...]:
    """The tokens of those devices that are of this platform, each once, in their order."""
    return tuple(dict.fromkeys(one.token for one in devices if one.platform == platform))


def names_exactly(body: bytes, tokens: Sequence[str]) -> bool:
    """Whether a finished request goes to these tokens, and can go to nobody else."""
    try:
        data = json.loads(body)
    except ValueError:
        return False
    return (
        isinstance(data, dict)
        and bool(tokens)
        and data.get("audience_type") == "token_list"
        and data.get("token_list") == list(tokens)
        and _ALLOWED.issuperset(data)
    )


def _examined(
    draft: Mapping[str, Any],
    platform: str,
    tokens: Sequence[str],
    context: Context,
    prefix: str,
) -> Examination:
    made = empty_draft()
    message = value_at(draft, "message")
    if isinstance(message, Mapping):
        made["message"] = copy.deepcopy(dict(message))
    title = text_at(made, "message", "title")
    if prefix and title.strip():
        made["message"]["title"] = prefix + title
    for name in _DELIVERY:
        chosen = value_at(draft, "schedule", name)
        if name in made["schedule"] and chosen is not None:
            made["schedule"][name] = copy.deepcopy(chosen)
    made["audience"]["kind"] = "device"
    made["audience"]["device"] |= {"text": "\n".join(tokens), "platform": platform}
    # Neither plan nor list, and no earlier push that could stand in its way.
    return examine(made, replace(context, plan=None, chosen=None, recent=(), tests=()))


def rows_of_test(
    draft_id: str,
    number: int,
    draft: Mapping[str, Any],
    devices: Sequence[Device],
    bodies: Mapping[str, bytes],
    context: Context,
    url: str,
) -> tuple[PushRow, ...]:
    """The rows of one test, in state "confirmed".

    `number` as `History.next_test` gives it; `bodies` as `bodies_of_test` does; `url` is where the
    app's requests go.
    """
    app, batch_id = context.app, new_id()
    rows = []
    for platform, body in bodies.items():
        message = json.loads(body)["message"]
        tokens = tokens_of(devices, platform)
        rows.append(
            PushRow(
                id=new_id(),
                batch_id=batch_id,
                draft_id=draft_id,
                draft_rev=number,
                platform=platform,
                app_id=app.id,
                app_name=app.name,
                practice=app.practice,
                access_point_url=url,
                access_id=app.access_id(platform) or "",
                environment=app.ios_environment if platform == "ios" else None,
                body=body,
                body_sha256=sha256_of(body),
                title=message.get("title", ""),
                content=message.get("content", ""),
                audience_kind="device",
                audience=_summary(devices, tuple(bodies), batch_id),
                level=TEST,
                created_at=context.now,
                # Equal to that of no other row: a test may be repeated at once.
                fingerprint=hashlib.sha256(f"{PURPOSE}/{batch_id}/{platform}".encode()).hexdigest(),
                app_version=__version__,
                purpose=PURPOSE,
                name=text_at(draft, "name").strip(),
            )
        )
        if not names_exactly(rows[-1].body, tokens):
            raise SendTestRefused("not_exact")
    return tuple(rows)


def _summary(
    devices: Sequence[Device], platforms: tuple[str, ...], batch_id: str
) -> dict[str, Any]:
    """As `AudienceSummary.as_dict`, with the names of the devices beside it."""
    return {
        "kind": "device",
        "count": len({(one.platform, one.token) for one in devices}),
        "repeats": 0,
        "account_type": None,
        "push_type": None,
        "groups": [],
        "first": [one.token for one in devices],
        "platforms": list(platforms),
        "digest": hashlib.sha256(f"{PURPOSE}/{batch_id}".encode()).hexdigest(),
        "devices": [one.name for one in devices],
    }


def still_stand(conn: Connection, app_id: str, devices: Sequence[Device], at: datetime) -> None:
    """Raise SendTestRefused unless the book still has each of these devices as it was read.

    Notes that they were used. Called in the transaction that writes the test down.
    """
    from tpns_desktop.store.devices import Devices

    book = Devices(conn)
    for device in devices:
        now = book.get(device.id)
        if now is None or (now.app_id, now.platform, now.token) != (
            app_id,
            device.platform,
            device.token,
        ):
            raise SendTestRefused("device_gone")
    book.used(app_id, [device.token for device in devices], at)


def last_test(tests: Sequence[PushRow], rows: Sequence[FrozenPush]) -> LastTest | None:
    """The last tests of a draft beside its frozen requests; None when none was ever taken.

    `tests` as `History.tests_of` gives them. Each platform is held against its own last test.
    """
    taken = [row for row in tests if row.state == "accepted"]
    if not taken:
        return None
    changed: dict[str, tuple[Difference, ...]] = {}
    untested = []
    for row in rows:
        newest = next((one for one in taken if one.platform == row.platform), None)
        if newest is None:
            untested.append(row.platform)
        else:
            changed[row.platform] = differences(newest.body, row.body)
    first = taken[0]
    return LastTest(
        batch_id=first.batch_id,
        at=first.sent_at or first.created_at,
        devices=tuple(first.audience.get("devices") or ()),
        differences=changed,
        untested=tuple(untested),
    )
