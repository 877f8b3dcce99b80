"""The rehearsal: the very requests of a review, put to the practice service first.

Owns what practice's answer means for a person. It knows one place only, the practice service of
this run with its keys, so that nothing of it can reach a real service; it writes nothing down, and
the outbox never hears of it. A list is uploaded there first, and the id fills the one slot, exactly
as it will for the real push. Source: design/flows 5, sending.md 7.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tpns_desktop.client.endpoints import AccessPoint, practice_access_point
from tpns_desktop.client.errors import ClientError, Refused
from tpns_desktop.packages import snapshot
from tpns_desktop.packages.verdict import Refusal
from tpns_desktop.send.review import FrozenPush, sha256_of
from tpns_desktop.send.upload import filled, sendable

if TYPE_CHECKING:
    from tpns_desktop.model.secret import Secret
    from tpns_desktop.packages.snapshot import Snapshot
    from tpns_desktop.send.attempts import PushClient
    from tpns_desktop.send.practice_app import PracticeInfo

_TEXT_MAX: Final = 500

_STRANGERS: Final = frozenset({10010005, 1008029})
"""Nobody can be reached, a token is not known: practice has people of its own (tpns-rest 13)."""
_NOT_THERE: Final = ("plan_id", "collapse_id")
"""Fields that name what only the real service has. Practice looks for it last of all."""

_log = logging.getLogger(__name__)


class RehearsalRefused(ValueError):
    """Nothing was rehearsed. `reason`: "no_practice", "not_ready", "list_gone"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Rehearsed:
    """What practice said to the request of one platform."""

    platform: str
    outcome: str
    """One of "accepted", "read" (every field was read and taken; only the people, the plan or the
    earlier push are not there in practice), "refused" and "no_answer"."""
    push_ids: tuple[str, ...] = ()
    code: int | None = None
    """The answer's code, where it is not 0."""
    text: str = ""
    """Practice's own words."""
    reason: str = ""
    """Why there was no answer, as the client names it; of "read", "people", "plan" or
    "replaces"."""


@dataclass(frozen=True)
class Rehearsal:
    """The whole rehearsal: one answer a platform."""

    rows: tuple[Rehearsed, ...]

    @property
    def good(self) -> bool:
        """Whether nothing of it was refused or left without an answer."""
        return all(row.outcome in ("accepted", "read") for row in self.rows)


MakeClient = Callable[[AccessPoint, str, "Secret"], "PushClient"]


async def rehearse(
    practice: PracticeInfo | None,
    client: MakeClient,
    rows: Sequence[FrozenPush],
    copy: Snapshot | None,
) -> Rehearsal:
    """Put the requests to practice, one after the other.

    `client` makes clients; it is asked for practice's address alone. `copy` is the checked copy of
    the list, where there is one. Raises RehearsalRefused.
    """
    if practice is None:
        raise RehearsalRefused("no_practice")
    if not rows:
        raise RehearsalRefused("not_ready")
    if copy is None and any(row.list_id is not None for row in rows):
        raise RehearsalRefused("list_gone")
    point = practice_access_point(practice.base_url)
    return Rehearsal(tuple([await _put(practice, point, client, row, copy) for row in rows]))


async def _put(
    practice: PracticeInfo,
    point: AccessPoint,
    client: MakeClient,
    row: FrozenPush,
    copy: Snapshot | None,
) -> Rehearsed:
    keys = practice.keys[row.platform]
    try:
        if sha256_of(row.body) != row.body_sha256:
            return Rehearsed(row.platform, "no_answer", reason="changed")
        speaker = client(point, keys.access_id, keys.secret_key)
        try:
            body = row.body
            if row.list_id is not None and copy is not None:
                blocks = snapshot.read_verified(copy)
                upload_id = await speaker.upload(sendable(copy.name), copy.size_bytes, blocks)
                body = filled(row.body, upload_id)
            answer = await speaker.push(body)
        finally:
            with contextlib.suppress(Exception):
                await speaker.aclose()
    except Refused as error:
        return _refused(row.platform, error)
    except Refusal as refusal:
        reason = "list_gone" if refusal.code == "gone" else "list_changed"
        return Rehearsed(row.platform, "no_answer", reason=reason)
    except ClientError as error:
        return Rehearsed(row.platform, "no_answer", reason=error.reason)
    except Exception as error:
        _log.error("a rehearsal ended in %s", type(error).__name__)
        return Rehearsed(row.platform, "no_answer", reason="failed")
    return Rehearsed(row.platform, "accepted", push_ids=answer.push_ids)


def _refused(platform: str, error: Refused) -> Rehearsed:
    text = error.text[:_TEXT_MAX]
    reason = "people" if error.code in _STRANGERS else ""
    # Where a field is to blame, practice's text ends with its name.
    field = text.rpartition(": ")[2]
    if field in _NOT_THERE:
        reason = "plan" if field == "plan_id" else "replaces"
    outcome = "read" if reason else "refused"
    return Rehearsed(platform, outcome, code=error.code, text=text, reason=reason)
