"""Creates push plans: limits of the words, 200 a day, and the answer (tpns-rest 7)."""

from __future__ import annotations

import unicodedata

from tpns_desktop.model.limits import PLAN_DESCRIPTION_MAX, PLAN_NAME_MAX

from .codes import invalid, missing
from .fields import Fields, text
from .push import PushPlan
from .schedule import service_day
from .state import Application

SAVED = "save success"


def create_plan(application: Application, fields: Fields, now: float) -> dict[str, object]:
    """The data of ``add_plan_push``. Raises ``Refusal`` 1008002, 1008007 or 1008028."""
    name, description = read_plan(fields)
    application.frequency.use_plan(service_day(now))
    plan = application.add_plan(name, description, now=now)
    if application.rules.plan_err_msg == "old":
        return {"errMsg": "", "ErrMsg": SAVED, "result": plan_data(plan)}
    return {"ErrMsg": "", "result": plan_data(plan)}


def read_plan(fields: Fields) -> tuple[str, str]:
    """Name and description. Raises ``Refusal`` 1008002 or 1008007.

    A name has at most 60 Latin letters, a Chinese character counting two (inferred); a description
    at most 300 characters of any kind.
    """
    name = text(fields, "planName", "planName")
    description = text(fields, "planDescribe", "planDescribe")
    if not name:
        raise missing("planName")
    if not description:
        raise missing("planDescribe")
    if _width(name) > PLAN_NAME_MAX:
        raise invalid("planName")
    if len(description) > PLAN_DESCRIPTION_MAX:
        raise invalid("planDescribe")
    return name, description


def _width(name: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in name)


def plan_data(plan: PushPlan) -> dict[str, object]:
    """The ``result`` of a created plan, as newer answers have it (548/50879)."""
    return {
        "accessId": 0,
        "planId": plan.plan_id,
        "planName": plan.name,
        "planDescribe": plan.description,
        "planPushSource": "api",
        "createdAt": plan.created_at,
        "updateAt": plan.created_at,
        "lastPushTimestamp": plan.last_push_at,
        "planPushCount": plan.push_count,
        "isDefaultPlan": False,
        "pushRateLimitEnable": 0,
        "mark_status": 0,
    }
