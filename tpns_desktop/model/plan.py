"""A push plan to be created (TPNS REST fact sheet, 7; seed 004).

The service's names are in camel case here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from tpns_desktop.model.limits import PLAN_DESCRIPTION_MAX, PLAN_NAME_MAX, PLAN_NAME_WARN
from tpns_desktop.model.problem import Problem
from tpns_desktop.model.values import Said, said
from tpns_desktop.model.wire import WireModel, fault, json_bytes, validated


def name_width(text: str) -> int:
    """Length of a plan's name in Latin letters: a Chinese character counts two (inferred)."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _short_enough(text: str) -> str:
    if name_width(text) > PLAN_NAME_MAX:
        raise fault("value", "too_long")
    return text


class PlanRequest(WireModel):
    """What creates a plan. Made by :func:`parse_plan`."""

    name: Annotated[Said, AfterValidator(_short_enough)] = Field(alias="planName")
    description: Annotated[str, Field(max_length=PLAN_DESCRIPTION_MAX), AfterValidator(said)] = (
        Field(alias="planDescribe")
    )


def parse_plan(body: Mapping[str, Any]) -> PlanRequest:
    """A plan of ``{"planName": text, "planDescribe": text}``.

    Raises:
        PushRefused: naming the fields as the service does.
    """
    return validated(PlanRequest, body)


def plan_json(plan: PlanRequest) -> bytes:
    """The bytes to send."""
    return json_bytes(plan)


def plan_warnings(plan: PlanRequest) -> tuple[Problem, ...]:
    """A name above the limit of the older pages (23), which the service may still apply."""
    if name_width(plan.name) > PLAN_NAME_WARN:
        return (Problem("planName", "value", "too_long"),)
    return ()
