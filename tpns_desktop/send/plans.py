"""Push plans: making them in the service, a request a platform, and the rules of their fields.

TPNS cannot list plans, so the ids it gives are kept in the local book at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tpns_desktop.client.errors import ClientError, MaybeSent, Refused
from tpns_desktop.model.plan import parse_plan
from tpns_desktop.model.problem import PushRefused
from tpns_desktop.send.outbox import KeyUnavailable
from tpns_desktop.send.ways import Places

if TYPE_CHECKING:
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.plans import Plan

ID_LENGTH_MAX = 20
"""Digits of a plan's id; twenty hold any 64-bit number."""

_FIELDS = {"planName": "name", "planDescribe": "description"}


class PlanRefused(ValueError):
    """The plan was not made, or not on every platform.

    `reason`: "name_required", "name_too_long", "description_required", "description_too_long",
    "bad_text", "id_required", "id_digits", "refused" (with `code` and the service's `text`),
    "not_sent", "unknown" (the plan may exist there all the same), "no_key". `platform`: where only
    one request is meant. `plan`: the plan as kept, when another platform has it.
    """

    def __init__(
        self,
        reason: str,
        *,
        platform: str | None = None,
        code: int | None = None,
        text: str | None = None,
        plan: Plan | None = None,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.platform = platform
        self.code = code
        self.text = text
        self.plan = plan


def checked(name: str, description: str) -> tuple[str, str]:
    """Name and description without edge spaces. Raises `PlanRefused`."""
    name, description = name.strip(), description.strip()
    try:
        parse_plan({"planName": name, "planDescribe": description})
    except PushRefused as refused:
        problem = refused.problems[0]
    else:
        return name, description
    field = _FIELDS.get(problem.field, "name")
    if problem.reason in ("empty", "required", "too_short"):
        raise PlanRefused(f"{field}_required")
    if problem.reason in ("too_long", "too_many"):
        raise PlanRefused(f"{field}_too_long")
    raise PlanRefused("bad_text")


def checked_name(name: str) -> str:
    """A name for the book alone. Raises `PlanRefused`."""
    return checked(name, "-")[0]


def checked_id(plan_id: str | None) -> str | None:
    """A plan's id as the console shows it: digits, kept as text; None for none given.

    Raises `PlanRefused`.
    """
    text = (plan_id or "").strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= ID_LENGTH_MAX):
        raise PlanRefused("id_digits")
    return text


async def make(
    places: Places, app: App, platforms: tuple[str, ...], name: str, description: str
) -> tuple[Mapping[str, str], PlanRefused | None]:
    """Create the plan on each platform, one after the other, and stop at the first failure.

    Gives the ids that came, by platform, and why the next one did not come.
    """
    made: dict[str, str] = {}
    for platform in platforms:
        try:
            client = await places.client_of(app, platform)
            async with client:
                made[platform] = (await client.create_plan(name, description)).plan_id
        except KeyUnavailable:
            return made, PlanRefused("no_key", platform=platform)
        except Refused as error:
            refused = PlanRefused("refused", platform=platform, code=error.code, text=error.text)
            return made, refused
        except MaybeSent:
            return made, PlanRefused("unknown", platform=platform)
        except ClientError as error:
            return made, PlanRefused("not_sent", platform=platform, text=error.reason)
    return made, None
