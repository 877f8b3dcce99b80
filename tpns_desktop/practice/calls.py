"""The calls that carry JSON, other than the push: path → what works it out and how it is answered.

A table: which envelope (tpns-rest 4), whether the limit of 200 an hour counts it (12), and the
other names that sources use (1).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from .account_calls import change_accounts, query_accounts
from .attribute_calls import set_attributes
from .codes import OK, TEXTS
from .device_numbers import device_distribution, device_overview
from .fields import Fields
from .mending import cancel_push, revoke_push, stop_push
from .plans import SAVED, create_plan
from .reports import push_counters, push_records
from .state import Application
from .tag_calls import change_tags, delete_tags
from .toolbox import pushes_of_token
from .totals import plan_counters, push_totals

Work = Callable[[Application, Fields, float], Mapping[str, object]]
"""Application, parsed body, seconds since 1970 → what stands beside code and text.

Raises ``Refusal``.
"""


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the service."""

    path: str
    work: Work
    family: Literal["camel", "snake"] = "camel"
    counted: bool = False
    """By the hour, as statistics."""
    text: str = TEXTS[OK]
    """Of a success."""
    ends: bool = False
    """Whether it ends pushes: no answer of these is published."""
    aliases: tuple[str, ...] = ()


CALLS: Final[tuple[Call, ...]] = (
    Call("/v3/push/plan/add_plan_push", create_plan, text=SAVED),
    Call("/v3/push/stop_push_msg", stop_push, ends=True),
    Call("/v3/push/revoke_push_msg", revoke_push, ends=True),
    Call("/v3/push/cancel_timing_task", cancel_push, ends=True),
    Call("/v3/device/tag", change_tags, "snake"),
    Call(
        "/v3/device/tag/delete_all_device",
        delete_tags,
        "snake",
        text="",
        aliases=("/v3/device_tag/delete_all_device",),
    ),
    Call("/v3/device/account/batchoperate", change_accounts, "snake"),
    Call("/v3/device/account/query", query_accounts, text="ok"),
    Call("/v3/device/set_custom_attribute", set_attributes, text="success"),
    Call(
        "/v3/statistics/get_push_channel_stat_overview",
        push_totals,
        counted=True,
        aliases=("/v3/statistics/get_push_stat_overview",),
    ),
    Call("/v3/statistics/get_device_stat_overview", device_overview, counted=True),
    Call("/v3/statistics/get_push_record", push_records, counted=True),
    Call("/v3/statistics/get_push_task_stat_channel", push_counters, counted=True),
    Call(
        "/v3/statistics/get_push_group_stat_channel",
        plan_counters,
        counted=True,
        aliases=("/v3/statistics/get_push_group_stat",),
    ),
    Call("/v3/statistics/get_device_distribute_info", device_distribution, counted=True),
    Call("/v3/toolbox/getPushListByToken", pushes_of_token, counted=True),
)
